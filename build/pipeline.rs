//! From `data/` to Rust tables: load, resolve, validate, emit.
//!
//! Host only: the build script runs it, and `tests/data_faults.rs` runs it on broken data. Knows
//! nothing of Cargo.

pub mod dose;
pub mod emit;
pub mod emit_hpo;
pub mod fault;
pub mod glossary;
pub mod hpo;
pub mod load;
pub mod pack;
pub mod rare;
pub mod resolve;
pub mod schema;
#[path = "../src/text.rs"]
pub mod text;
pub mod topics;
pub mod validate;
#[path = "../src/catalogue/vocabulary.rs"]
pub mod vocabulary;

use std::path::Path;

use fault::Fault;

/// The source text of the tables, or every fault in `data`, the project's data folder.
pub fn compile(data: &Path) -> Result<String, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut raw = load::load(data, &mut faults);
    rare::join(&mut raw, &mut faults);
    let resolved = resolve::resolve(&raw, &mut faults);
    validate::validate(&raw, &mut faults);
    if faults.is_empty() { Ok(emit::emit(&raw, &resolved)) } else { Err(faults) }
}
