//! From resolved records to packed tables. Knows nothing of files, faults and rules.

pub mod code;
pub mod emit;
pub mod emit_hpo;
pub mod emit_language;
pub mod emit_names;
pub mod emit_weights;
pub mod pack;
pub mod packer;
