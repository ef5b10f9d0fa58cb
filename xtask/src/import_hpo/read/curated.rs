//! The terms that curated causes use, so that they are imported, too.
//!
//! They add to the list of terms only. No number depends on them.

use std::collections::BTreeSet;

use toml::{Table, Value};

use super::ontology::Ontology;
use crate::import_hpo::fault::{Fault, Faults};
use crate::import_hpo::ids::TermId;

/// The file, from the project's root.
pub(crate) const FILE: &str = "data/shared/features.toml";

/// The terms in the file. Each must be in use in the ontology, with the same label.
pub(crate) fn terms(text: &str, ontology: &Ontology) -> Result<BTreeSet<TermId>, Vec<Fault>> {
    let mut faults = Faults::default();
    let mut terms = BTreeSet::new();
    let table: Table = match text.parse() {
        Ok(table) => table,
        Err(error) => {
            faults.add(FILE, 0, "TOML", error.message(), "mend the syntax");
            return faults.or(terms);
        }
    };
    let features = table.get("feature").and_then(Value::as_array);
    for feature in features.into_iter().flatten() {
        let field = |name: &str| feature.get(name).and_then(Value::as_str).unwrap_or_default();
        let (id, label) = (field("hpo"), field("label"));
        match TermId::parse(id).and_then(|id| Some((id, ontology.term(id)?))) {
            Some((id, term)) if term.label == label => _ = terms.insert(id),
            Some((_, term)) => {
                let value = format!("{id} {label}, not {}", term.label);
                faults.add(FILE, 0, "label", &value, "write the label as the release has it");
            }
            None => {
                let remedy = "name a term that is in use in this release of hp.obo";
                faults.add(FILE, 0, "hpo", &format!("{id} {label}"), remedy);
            }
        }
    }
    faults.or(terms)
}
