//! Patients as GA4GH Phenopackets, versions 2 and 1, in and out.
//!
//! Reads whatever file it is given: a phenopacket, a family, a cohort, a list, one for each line.
//! It never guesses. A value that it does not know is never read as *present*, and what was not
//! taken is reported with its place and the reason. Knows no browser and no clock.

mod depth;
mod read;
mod write;

use std::fmt;

use crate::differential::Findings;

pub use self::read::read;
pub use self::write::write;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 32 << 20;

/// How deep values may be nested. A cohort of families needs about 12 levels.
pub const MAX_DEPTH: usize = 64;

/// The patients of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The patients, in the order of the file.
    pub patients: Vec<Patient>,
    /// What belongs to no patient and was not taken.
    pub losses: Vec<Loss>,
}

/// A patient.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Patient {
    /// The id in the file; empty if there is none.
    pub id: String,
    /// What was found.
    pub findings: Findings,
    /// The diagnoses that the file names, such as `OMIM:254780`. They are no findings.
    pub diagnoses: Vec<String>,
    /// What was not taken.
    pub losses: Vec<Loss>,
}

/// Something that was not taken, or not as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// Where it is, such as `phenotypicFeatures[3].excluded`.
    pub place: String,
    /// The value, shortened.
    pub value: String,
    /// Why it was not taken.
    pub why: Why,
}

/// Why something was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Not a term of the Human Phenotype Ontology.
    OtherOntology,
    /// A term that no cause here has.
    UnknownTerm,
    /// An old number; the present term was taken.
    OldNumber,
    /// The same finding comes again with another answer; neither is taken as present.
    Contradiction,
    /// It is not clear whether the finding is present; it was taken as *unsure*.
    UnclearPresence,
    /// Not of the form that the format describes.
    WrongForm,
    /// An age that cannot be used.
    UnusableAge,
    /// Of another person.
    Relative,
    /// A diagnosis, not a finding.
    Diagnosis,
    /// A treatment: it may have come after the jerks. Add what was taken before.
    Treatment,
    /// The format has no place for it.
    NoPlace,
    /// It makes no difference here.
    NotUsed,
}

/// Why a file was not read at all. Nothing of it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Too large.
    TooLarge {
        /// Its bytes.
        bytes: usize,
    },
    /// Another kind of file, whatever its name says.
    OtherKind(&'static str),
    /// Not text in UTF-8.
    NotText,
    /// Nested too deeply.
    TooDeep {
        /// The line where the depth is exceeded.
        line: usize,
    },
    /// Not JSON.
    NotJson {
        /// The line of the fault.
        line: usize,
        /// The column of the fault.
        column: usize,
    },
    /// JSON, but no phenopacket.
    NoPatient,
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes } => write!(
                to,
                "The file has {} MB, and up to {} MB are read. Divide it into several files.",
                bytes >> 20,
                MAX_BYTES >> 20
            ),
            Self::OtherKind(kind) => {
                write!(to, "This is {kind}, not a phenopacket. Choose a JSON file.")
            }
            Self::NotText => to.write_str("The file is not text in UTF-8. Save it as UTF-8."),
            Self::TooDeep { line } => write!(
                to,
                "In line {line}, values are nested more than {MAX_DEPTH} deep. No phenopacket is."
            ),
            Self::NotJson { line, column } => {
                write!(to, "The file is not JSON: see line {line}, column {column}.")
            }
            Self::NoPatient => to.write_str(
                "The file is JSON, but has no phenopacket, family or cohort. A phenopacket has \
                 phenotypicFeatures.",
            ),
        }
    }
}

impl std::error::Error for Fault {}

impl Why {
    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::OtherOntology => "not a term of the Human Phenotype Ontology",
            Self::UnknownTerm => "no cause here has this term",
            Self::OldNumber => "an old number; the present term was taken",
            Self::Contradiction => "both present and absent; taken as unsure",
            Self::UnclearPresence => "not clear whether it is present; taken as unsure",
            Self::WrongForm => "not of the form that the format describes",
            Self::UnusableAge => "an age that cannot be used",
            Self::Relative => "of another person",
            Self::Diagnosis => "a diagnosis, not a finding",
            Self::Treatment => "a treatment, which may have come later; add what was taken before",
            Self::NoPlace => "a phenopacket has no place for it",
            Self::NotUsed => "makes no difference here",
        }
    }
}
