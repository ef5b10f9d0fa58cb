//! Faults in the files of a release: where each is, and how to mend it.
//!
//! The build has faults of its own, with entries instead of lines.

use std::fmt;

/// A fault in one line of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The file's name.
    pub(crate) file: &'static str,
    /// The line, from 1; 0 for the file as a whole.
    pub(crate) line: usize,
    /// The field.
    pub(crate) field: &'static str,
    /// The value found.
    pub(crate) value: String,
    /// How to mend it.
    pub(crate) remedy: &'static str,
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, field, value, remedy } = self;
        // A broken line can be as long as a file.
        let value: String = value.chars().take(60).collect();
        write!(to, "{file}:{line}: {field}: {value:?}: {remedy}")
    }
}

/// All faults of one file, in the order of its lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Faults {
    faults: Vec<Fault>,
}

impl Faults {
    /// Adds a fault.
    pub(crate) fn add(
        &mut self,
        file: &'static str,
        line: usize,
        field: &'static str,
        value: &str,
        remedy: &'static str,
    ) {
        self.faults.push(Fault { file, line, field, value: value.to_owned(), remedy });
    }

    /// The result of reading the file or, if it has any, its faults.
    pub(crate) fn or<T>(self, result: T) -> Result<T, Vec<Fault>> {
        if self.faults.is_empty() { Ok(result) } else { Err(self.faults) }
    }
}
