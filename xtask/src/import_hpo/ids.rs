//! The ids of terms and diseases, as numbers.
//!
//! They know how they are written, not what they name.

use std::fmt;

use myoclonus_explorer::catalogue::{HpoId, Registry, RegistryId};

/// A term of the Human Phenotype Ontology: the number of `HP:0001250` is 1250.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TermId(pub(crate) u32);

impl TermId {
    /// Reads an id such as `HP:0001250`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(|id: HpoId| Self(id.number()))
    }
}

impl fmt::Display for TermId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "HP:{:07}", self.0)
    }
}

/// The number of a disease in a registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum DiseaseId {
    /// Online Mendelian Inheritance in Man.
    Omim(u32),
    /// Orphanet.
    Orpha(u32),
    /// DECIPHER.
    Decipher(u32),
}

impl DiseaseId {
    /// Reads an id such as `OMIM:254800`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if let Some(number) = text.strip_prefix("DECIPHER:") {
            return number.parse().ok().map(Self::Decipher);
        }
        let RegistryId { registry, number } = text.parse().ok()?;
        match registry {
            Registry::Omim => Some(Self::Omim(number)),
            Registry::Orpha => Some(Self::Orpha(number)),
        }
    }
}

impl fmt::Display for DiseaseId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Omim(number) => write!(to, "OMIM:{number}"),
            Self::Orpha(number) => write!(to, "ORPHA:{number}"),
            Self::Decipher(number) => write!(to, "DECIPHER:{number}"),
        }
    }
}
