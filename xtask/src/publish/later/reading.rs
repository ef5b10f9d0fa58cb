//! Publishes what is read in entries: a file of its own, which the page asks for after the program.
//!
//! Knows that the library has it, not what is in it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use myoclonus_explorer::catalogue::Catalogue;

/// The file's name, without its hash.
pub(crate) const FILE: &str = "reading.bin";

/// Writes the file into a folder.
pub(crate) fn write(folder: &Path) -> Result<()> {
    fs::write(folder.join(FILE), Catalogue::reading()).context(FILE)
}
