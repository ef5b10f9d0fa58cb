//! An entry together with its file. Knows no kind of entry.

/// An entry and the file it stands in.
#[derive(Debug)]
pub struct Filed<T> {
    /// The file, from the project's root.
    pub file: String,
    /// The entry.
    pub entry: T,
}
