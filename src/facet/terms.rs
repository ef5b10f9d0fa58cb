//! Facets whose values are terms of the ontology, as a tree: choosing *Ataxia* finds every kind of
//! it.
//!
//! A term with several wider terms is below each of them.

use super::{Facet, Table, Value, causes};
use crate::catalogue::{Catalogue, Cause, Ontology, TermId};
use crate::entry_set::EntrySet;

/// The onsets in the order of life; HPO's numbers have no order.
const ONSETS: [u32; 19] = [
    30_674, 11_460, 11_461, 34_199, 34_198, 34_197, 3577, 3623, 410_280, 3593, 11_463, 3621, 3581,
    11_462, 25_708, 25_709, 25_710, 3596, 3584,
];

/// The term above all onsets.
const ONSET: &str = "HP:0003674";

/// Findings in patients besides jerks, those of the most causes first.
pub(super) fn features(catalogue: &'static Catalogue, facet: Facet) -> Table {
    tree(catalogue, facet, "HP:0000118", false, &|cause| catalogue.features_of(cause).collect())
}

/// When the disease begins, in the order of life.
pub(super) fn onsets(catalogue: &'static Catalogue, facet: Facet) -> Table {
    tree(catalogue, facet, ONSET, true, &|cause| {
        let onsets = cause.annotated.iter().flat_map(|disease| disease.onset);
        onsets.map(|found| found.term).collect()
    })
}

/// The modes of inheritance, those of the most causes first.
pub(super) fn inheritance(catalogue: &'static Catalogue, facet: Facet) -> Table {
    tree(catalogue, facet, "HP:0000005", true, &|cause| cause.inheritance())
}

/// The terms below `top` that any cause has, itself or through a narrower one. `of_rare_diseases`:
/// only diseases that may be inherited can have this; other causes count as "does not apply", not
/// as "not recorded".
fn tree(
    catalogue: &'static Catalogue,
    facet: Facet,
    top: &str,
    of_rare_diseases: bool,
    terms: &dyn Fn(&'static Cause) -> Vec<TermId>,
) -> Table {
    let size = catalogue.cause_count();
    let ontology = catalogue.ontology();
    let mut entries: Vec<Option<EntrySet>> = vec![None; ontology.len()];
    let mut recorded = EntrySet::none(size);
    for (entry, cause) in causes(catalogue) {
        let terms = terms(cause);
        if !terms.is_empty() || of_rare_diseases && !catalogue.may_be_inherited(cause) {
            recorded.insert(entry);
        }
        for term in terms {
            entries[term.index()].get_or_insert_with(|| EntrySet::none(size)).insert(entry);
        }
    }
    let order = ontology.find(top).map_or_else(Vec::new, |top| narrower_first(ontology, top));
    for term in &order {
        let Some(own) = entries[term.index()].clone() else { continue };
        for parent in ontology.parents(*term) {
            entries[parent.index()].get_or_insert_with(|| EntrySet::none(size)).add(&own);
        }
    }
    // Everything below the top, wider terms first; the top itself would hold every entry. A wider
    // term has at least as many entries, so it comes before its parts.
    let mut places: Vec<Vec<TermId>> = vec![Vec::new(); ONSETS.len().max(size) + 1];
    for term in order.iter().rev().skip(1) {
        let Some(count) = entries[term.index()].as_ref().map(EntrySet::count) else { continue };
        // Every cause produces jerks, so a cause missing under one of them would only look like a
        // no.
        if ontology.is_myoclonus(*term) {
            continue;
        }
        let number = ontology.term(*term).number;
        let time = ONSETS.iter().position(|onset| *onset == number).unwrap_or(ONSETS.len());
        places[if top == ONSET { time } else { size - count }].push(*term);
    }
    let used: Vec<TermId> = places.into_iter().flatten().collect();
    let mut place: Vec<Option<u16>> = vec![None; ontology.len()];
    for (at, term) in used.iter().enumerate() {
        place[term.index()] = u16::try_from(at).ok();
    }
    let values = used.into_iter().map(|id| {
        let term = ontology.term(id);
        Value {
            key: term.hpo(),
            label: term.label,
            aliases: term.all_lay_names(),
            explanation: None,
            parents: ontology.parents(id).iter().filter_map(|it| place[it.index()]).collect(),
            entries: entries[id.index()].take().unwrap_or_default(),
        }
    });
    Table { facet, values: values.collect(), recorded }
}

/// A term and its descendants in post-order: each after everything that is narrower.
fn narrower_first(ontology: &Ontology, top: TermId) -> Vec<TermId> {
    let mut order = Vec::new();
    let mut seen = vec![false; ontology.len()];
    // Each term on the way down, with the number of its narrower terms already visited.
    let mut path = vec![(top, 0)];
    while let Some((term, done)) = path.last_mut() {
        let next = ontology.children(*term).get(*done).copied();
        *done += 1;
        match next {
            Some(next) if !seen[next.index()] => {
                seen[next.index()] = true;
                path.push((next, 0));
            }
            Some(_) => {}
            None => {
                order.push(*term);
                path.pop();
            }
        }
    }
    order
}
