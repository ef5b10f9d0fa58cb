//! Reads the files of a release as they are: texts to values, with every fault.
//!
//! Does not know what the values add up to.

pub(crate) mod annotations;
pub(crate) mod curated;
pub(crate) mod genes;
pub(crate) mod ontology;
pub(crate) mod release;
pub(crate) mod supplement;
