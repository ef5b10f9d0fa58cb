//! Publishes what is read in entries: a file of its own, which the page asks for after the program.
//!
//! Knows that the library has it, not what is in it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use myoclonus_explorer::catalogue::Catalogue;

use super::names::{INDEX, hash, program};

/// The file's name, without its hash.
pub(crate) const FILE: &str = "reading.bin";

/// Writes the file into a folder, under the name that `boot.js` uses without a build for
/// publication.
pub(crate) fn write(folder: &Path) -> Result<()> {
    fs::write(folder.join(FILE), Catalogue::reading()).context(FILE)
}

/// Names the file by its content, and names it in the page beside the program.
pub(crate) fn name(folder: &Path) -> Result<()> {
    let name = format!("reading-{}.bin", hash(Catalogue::reading()));
    fs::rename(folder.join(FILE), folder.join(&name)).context(FILE)?;
    let index = folder.join(INDEX);
    let mut page = fs::read_to_string(&index).context(INDEX)?;
    let start = program(&page)?.range.start + "<script".len();
    page.insert_str(start, &format!(" data-reading=./{name}"));
    fs::write(&index, page).context(INDEX)
}
