//! A copy of the published files that a test may change, as a host or a mishap could.
//!
//! Knows which files there are, not what is wrong with them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use browser_tests::Server;

/// Copies the published files into a folder of this name.
pub fn copy(name: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    copy_folder(&Server::published()?, &folder)?;
    Ok(folder)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for file in fs::read_dir(from)? {
        let file = file?;
        let target = to.join(file.file_name());
        if file.path().is_dir() {
            copy_folder(&file.path(), &target)?;
        } else if !target.extension().is_some_and(|ending| ending == "br" || ending == "gz") {
            fs::copy(file.path(), target)?;
        }
    }
    Ok(())
}

/// The published WebAssembly in a folder.
#[allow(dead_code, reason = "not every test that copies files needs it")]
pub fn wasm(folder: &Path) -> Result<PathBuf> {
    let files = fs::read_dir(folder)?.flatten().map(|file| file.path());
    let mut wasm = files.filter(|file| file.extension().is_some_and(|ending| ending == "wasm"));
    wasm.next().context("there is a WebAssembly file")
}

/// Replaces a text in a file, which must hold it.
pub fn replace(file: &Path, text: &str, by: &str) -> Result<()> {
    let content = fs::read_to_string(file)?;
    ensure!(content.contains(text), "{} has no {text:?}", file.display());
    Ok(fs::write(file, content.replace(text, by))?)
}
