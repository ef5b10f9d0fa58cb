//! Files on the disk: a copy of the published files that a test may change, as a host or an
//! accident could.
//!
//! Knows which files there are, not what is wrong with them.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::Server;
use tempfile::TempDir;
use walkdir::WalkDir;

/// A new copy of the published files; without their packed forms, which this server does not send.
pub fn copy() -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    copy_to(folder.path())?;
    Ok(folder)
}

/// Copies the published files into an empty folder.
pub fn copy_to(folder: &Path) -> Result<()> {
    let dist = Server::published()?;
    for file in WalkDir::new(&dist) {
        let file = file?;
        let target = folder.join(file.path().strip_prefix(&dist)?);
        if file.file_type().is_dir() {
            fs::create_dir_all(target)?;
        } else if !is_packed(file.path()) {
            fs::copy(file.path(), target)?;
        }
    }
    Ok(())
}

/// Whether a file is the packed form of another.
pub fn is_packed(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "br" || ending == "gz")
}

/// The file in a folder with the first part of the program.
pub fn program(folder: &Path) -> Result<PathBuf> {
    let files = fs::read_dir(folder)?.flatten().map(|file| file.path());
    let is_program = |file: &PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("myoclonus-explorer_bg-") && name.ends_with(".wasm")
    };
    let mut found = files.filter(is_program);
    found.next().with_context(|| format!("{} has no program", folder.display()))
}

/// Gives a file another content. It is then newer by two seconds: the dates that a host and a
/// browser exchange know no less, and the browser would be told that nothing has changed.
pub fn rewrite(file: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    let before = fs::metadata(file)?.modified()?;
    fs::write(file, content)?;
    let written = fs::File::options().append(true).open(file)?;
    Ok(written.set_modified(before + Duration::from_secs(2))?)
}

/// Replaces a text in a file, which must hold it.
pub fn replace(file: &Path, text: &str, by: &str) -> Result<()> {
    let content = fs::read_to_string(file)?;
    ensure!(content.contains(text), "{} has no {text:?}", file.display());
    rewrite(file, content.replace(text, by))
}

/// The address of a file on the disk.
pub fn address(file: &Path) -> String {
    format!("file://{}", file.display()).replace(' ', "%20")
}
