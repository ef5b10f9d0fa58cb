//! From `data/` to packed tables: read, join, resolve, check, write.
//!
//! Runs on the host only: in the build script, and in `tests/data_faults.rs` on broken data. Knows
//! nothing of Cargo.

#[path = "../src/catalogue/axis.rs"]
pub mod axis;
pub mod check;
pub mod fault;
#[path = "../src/catalogue/language/fingerprint.rs"]
pub mod fingerprint;
#[path = "../src/catalogue/id/hpo_id.rs"]
pub mod hpo_id;
#[path = "../src/catalogue/kind.rs"]
pub mod kind;
pub mod read;
#[path = "../src/catalogue/id/registry_id.rs"]
pub mod registry_id;
pub mod resolve;
#[path = "../src/text.rs"]
pub mod text;
#[path = "../src/catalogue/vocabulary.rs"]
pub mod vocabulary;
pub mod write;

use std::path::Path;

use check::{language, names, validate};
use fault::Fault;
use read::load;
use resolve::annotated;
use write::emit;

/// The tables, or every fault in `data`, the project's data folder.
pub fn compile(data: &Path) -> Result<emit::Tables, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut raw = load::load(data, &mut faults);
    annotated::join(&mut raw, &mut faults);
    let resolved = resolve::resolve(&raw, &mut faults);
    validate::validate(&raw, &mut faults);
    names::check(&raw, &mut faults);
    language::check(&raw, &mut faults);
    if faults.is_empty() { Ok(emit::emit(&raw, &resolved)) } else { Err(faults) }
}
