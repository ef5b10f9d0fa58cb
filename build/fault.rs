//! A fault in a data file, told so that a curator can mend it without reading any code.
//!
//! Knows nothing of what the files contain.

use std::fmt;

/// One fault: where it is, what stands there, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, from the project's root, such as `data/causes/drug.toml`.
    pub file: String,
    /// The entry's id, or its place where the id itself is missing.
    pub entry: String,
    /// The field within the entry, such as `course.claims`.
    pub field: String,
    /// What stands there.
    pub value: String,
    /// What would be right.
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

/// Where the checks are at the moment; makes a fault with its place filled in.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The file.
    pub file: &'a str,
    /// The entry.
    pub entry: &'a str,
}

impl Place<'_> {
    /// Notes a fault in one field of this entry.
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
