//! Resolves what an exposure or situation weighs when a patient is compared with the causes.
//!
//! Knows the vocabularies and the terms, and nothing of the causes that list a context.

use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::hpo_id::HpoId;
use crate::pipeline::read::load::Raw;
use crate::pipeline::vocabulary::{Checklist, Commonness, ContextKind};

/// What a context weighs.
#[derive(Debug)]
pub struct ContextWeight {
    pub kind: ContextKind,
    pub commonness: Commonness,
    pub checklist: Checklist,
    /// The positions of the terms that say the same, in order.
    pub told_by: Vec<usize>,
    /// The positions of the terms that it explains, in order.
    pub explains: Vec<usize>,
}

/// The weights of all contexts, in the order of `Raw::contexts`.
pub fn resolve(raw: &Raw, faults: &mut Faults) -> Vec<ContextWeight> {
    let mut weights = Vec::with_capacity(raw.contexts.len());
    for filed in &raw.contexts {
        let context = &filed.entry;
        let place = filed.place(&context.id);
        let kind = (ContextKind::from_key(&context.kind), &context.kind);
        let commonness = (Commonness::from_key(&context.commonness), &context.commonness);
        let checklist = (Checklist::from_key(&context.checklist), &context.checklist);
        let told_by = terms(raw, place, faults, "told_by", &context.told_by);
        let explains = terms(raw, place, faults, "explains", &context.explains);
        let keys = |all: &[&str]| format!("use one of: {}", all.join(", "));
        weights.push(ContextWeight {
            kind: known(place, faults, "kind", kind, || {
                keys(&ContextKind::ALL.iter().map(|it| it.key()).collect::<Vec<_>>())
            })
            .unwrap_or(ContextKind::Usual),
            commonness: known(place, faults, "commonness", commonness, || {
                keys(&Commonness::ALL.iter().map(|it| it.key()).collect::<Vec<_>>())
            })
            .unwrap_or(Commonness::Common),
            checklist: known(place, faults, "checklist", checklist, || {
                keys(&Checklist::ALL.iter().map(|it| it.key()).collect::<Vec<_>>())
            })
            .unwrap_or(Checklist::Situations),
            told_by,
            explains,
        });
    }
    weights
}

/// The positions of the terms of a field, in order.
fn terms(
    raw: &Raw,
    place: Place<'_>,
    faults: &mut Faults,
    field: &str,
    ids: &[String],
) -> Vec<usize> {
    let mut found = Vec::new();
    for id in ids {
        let term = id.parse().ok();
        let at =
            term.and_then(|id: HpoId| raw.hpo.terms.binary_search_by_key(&id, |term| term.id).ok());
        match at {
            Some(at) => found.push(at),
            None => place.fault(faults, field, id, "name a term of data/hpo/terms.tsv"),
        }
    }
    found.sort_unstable();
    found
}

/// A value of a vocabulary; a fault if there is none with the key.
fn known<T>(
    place: Place<'_>,
    faults: &mut Faults,
    field: &str,
    (value, key): (Option<T>, &String),
    remedy: impl FnOnce() -> String,
) -> Option<T> {
    if value.is_none() {
        place.fault(faults, field, key, remedy());
    }
    value
}
