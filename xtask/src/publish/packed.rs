//! Writes compressed copies beside each text, for hosts that can send them.
//!
//! Knows files by their endings only.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use anyhow::{Result, anyhow};
use walkdir::WalkDir;

/// The endings of files that compression makes smaller.
const ENDINGS: [&str; 10] =
    ["html", "js", "css", "wasm", "bin", "svg", "json", "webmanifest", "txt", "xml"];

/// The endings of the copies.
pub(crate) const COPIES: [&str; 2] = ["br", "gz"];

/// Whether a name is that of a copy.
pub(crate) fn is_copy(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| COPIES.contains(&ending))
}

/// Writes `.br` and `.gz` beside every file in and below a folder that gets smaller.
pub(crate) fn write(folder: &Path) -> Result<()> {
    let mut files = compressible(folder)?;
    // Sorted for taking the largest first, from the end. A large one taken last would keep one
    // thread busy alone.
    files.sort_by_key(|file| fs::metadata(file).map(|about| about.len()).unwrap_or(0));
    let left = Mutex::new(files);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let work = || -> Result<()> {
            loop {
                let next = left.lock().map_err(|_| anyhow!("another thread failed"))?.pop();
                let Some(file) = next else { return Ok(()) };
                write_copies(&file)?;
            }
        };
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| {
            thread.join().map_err(|_| anyhow!("a compressing thread panicked"))?
        })
    })
}

/// The files that compression makes smaller.
fn compressible(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for file in WalkDir::new(folder) {
        let file = file?;
        let ending = file.path().extension().unwrap_or_default();
        if file.file_type().is_file() && ENDINGS.iter().any(|known| ending == *known) {
            files.push(file.into_path());
        }
    }
    Ok(files)
}

/// Writes both copies of one file.
fn write_copies(file: &Path) -> Result<()> {
    let bytes = fs::read(file)?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&bytes)?;
    let mut brotli = Vec::new();
    let is_page = file.extension().is_some_and(|ending| ending == "html");
    // The highest effort takes a minute for a thousand pages, and saves a twentieth of their size.
    let quality = if is_page { 9 } else { 11 };
    let parameters = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut brotli, &parameters)?;
    for (ending, copy) in COPIES.iter().zip([brotli, gzip.finish()?]) {
        let mut name = file.as_os_str().to_owned();
        name.push(format!(".{ending}"));
        fs::write(name, copy)?;
    }
    Ok(())
}
