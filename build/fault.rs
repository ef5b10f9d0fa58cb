//! A fault in a data file, reported so that a curator can correct it without reading any code.
//!
//! Does not know what the files contain.

use std::fmt;

/// One fault: its place, its value, and the remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, from the project's root, such as `data/causes/drug.toml`.
    pub file: String,
    /// The entry's id, or its place if it has no id.
    pub entry: String,
    /// The field within the entry, such as `course.claims`.
    pub field: String,
    /// The value that is wrong; empty if it is missing.
    pub value: String,
    /// What to do.
    pub remedy: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, entry, field, value, remedy } = self;
        write!(f, "{file}: {entry}: {field}: {value:?}: {remedy}")
    }
}

/// The faults found so far.
pub type Faults = Vec<Fault>;

/// The entry that is being checked.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The file.
    pub file: &'a str,
    /// The entry.
    pub entry: &'a str,
}

impl Place<'_> {
    /// Adds a fault in one field of this entry.
    pub fn fault(self, faults: &mut Faults, field: &str, value: &str, remedy: impl Into<String>) {
        faults.push(Fault {
            file: self.file.to_owned(),
            entry: self.entry.to_owned(),
            field: field.to_owned(),
            value: value.to_owned(),
            remedy: remedy.into(),
        });
    }
}
