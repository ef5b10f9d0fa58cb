//! An entry together with its file. Knows no kind of entry.

use crate::pipeline::fault::Place;

/// An entry and its file.
#[derive(Debug)]
pub struct Filed<T> {
    /// The file, from the project's root.
    pub file: String,
    /// The entry.
    pub entry: T,
}

impl<T> Filed<T> {
    /// The place of the entry for faults, which call it by this name.
    pub fn place<'a>(&'a self, name: &'a str) -> Place<'a> {
        Place { file: &self.file, entry: name }
    }
}
