//! From keys that curators write to positions and values. Knows no Rust code that is generated.

pub mod annotated;
pub mod cause;
pub mod glossary;
pub mod topic;
