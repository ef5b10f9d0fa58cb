//! Writes a compressed copy beside each text, for hosts that send such copies as they are.
//!
//! Knows files by their endings only.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use anyhow::{Result, anyhow};

/// The endings of files that get smaller.
const ENDINGS: [&str; 9] =
    ["html", "js", "css", "wasm", "svg", "json", "webmanifest", "txt", "xml"];

/// The endings of the copies.
pub(crate) const COPIES: [&str; 2] = ["br", "gz"];

/// Whether a name is that of a copy.
pub(crate) fn is_copy(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| COPIES.contains(&ending))
}

/// Writes `.br` and `.gz` beside every file of a folder, and of the folders in it, that gets smaller.
pub(crate) fn write(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    // The long ones first, so that no thread is left with one at the end.
    files.sort_by_key(|file| fs::metadata(file).map(|about| about.len()).unwrap_or(0));
    let left = Mutex::new(files);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let work = || -> Result<()> {
            loop {
                let next = left.lock().map_err(|_| anyhow!("another thread failed"))?.pop();
                let Some(file) = next else { return Ok(()) };
                copies(&file)?;
            }
        };
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| {
            thread.join().map_err(|_| anyhow!("compressing was broken off"))?
        })
    })
}

/// The files of a folder that get smaller.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for file in fs::read_dir(folder)? {
        let file = file?.path();
        if file.is_dir() {
            collect(&file, files)?;
        } else if file.extension().is_some_and(|it| ENDINGS.iter().any(|ending| it == *ending)) {
            files.push(file);
        }
    }
    Ok(())
}

/// Writes both copies of one file.
fn copies(file: &Path) -> Result<()> {
    let bytes = fs::read(file)?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&bytes)?;
    let mut brotli = Vec::new();
    let is_page = file.extension().is_some_and(|ending| ending == "html");
    // A thousand pages at the highest effort take a minute, for a twentieth of their size.
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
