//! From keys that curators write to positions and values of the vocabularies.
//!
//! Reports every key that leads nowhere. Knows no Rust code that is generated.

pub mod annotated;
pub mod cause;
pub mod context;
pub mod described;
pub mod figures;
pub mod glossary;
pub mod keys;
pub mod recorded;
pub mod sayings;
pub mod topic;

use std::collections::BTreeSet;

use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::read::load::Raw;
use crate::pipeline::read::paths;
use crate::pipeline::read::schema::RawRetired;
use cause::Cause;
use context::ContextWeight;
use described::Described;
use glossary::{Glossary, texts_of};
use keys::{Keys, Link, Resolver, sorted};
use sayings::Sayings;
use topic::Topic;

/// Everything resolved, causes in the order of their names.
#[derive(Debug)]
pub struct Resolved<'a> {
    pub causes: Vec<Cause<'a>>,
    pub topics: Vec<Topic<'a>>,
    /// For each category of `Raw::categories`, the position of its division.
    pub divisions: Vec<usize>,
    /// For each context of `Raw::contexts`, what it weighs in a comparison with a patient.
    pub contexts: Vec<ContextWeight>,
    /// The terms that curated causes use.
    pub curated_terms: BTreeSet<usize>,
    /// The positions of the sources of the annotations of rare diseases: of the release, and of
    /// the later one.
    pub annotations: [usize; 2],
    /// The position of the source of their genes.
    pub genes: usize,
    /// For each retired id of `Raw::retired`, the entry that took its place.
    pub merged_into: Vec<Option<Link>>,
    pub sayings: Sayings<'a>,
    /// The words with which people describe entries.
    pub described: Vec<Described>,
    pub keys: Keys<'a>,
}

/// Resolves all keys.
pub fn resolve<'a>(raw: &'a Raw, faults: &mut Faults) -> Resolved<'a> {
    let keys = Keys::new(raw, faults);
    let divisions: Vec<usize> = raw
        .categories
        .iter()
        .map(|category| {
            let place = category.place(&category.entry.id);
            let mut resolver = Resolver { keys: &keys, place, faults };
            resolver.division(&category.entry.division).unwrap_or(0)
        })
        .collect();
    let glossary = Glossary::new(raw);
    let treatments = Glossary::of_treatments(raw);
    let topics = topic::resolve(raw, &keys, &glossary, faults);
    let causes: Vec<Cause<'a>> = sorted(raw)
        .into_iter()
        .map(|(category, cause)| {
            let place = cause.place(&cause.entry.id);
            let mut resolver = Resolver { keys: &keys, place, faults };
            let mut resolved = resolver.cause(category, &cause.entry, &divisions);
            // An import says nothing of its own that could be explained or exemplify a type.
            resolved.imported = cause.file == paths::DISEASES;
            if !resolved.imported {
                resolved.glossary = glossary.terms_in(texts_of(&cause.entry).into_iter());
                let done = cause.entry.management.iter().filter_map(|it| it.text.as_ref());
                resolved.treatments = treatments.terms_in(done);
                resolved.types = topic::types_of(raw, &keys, category, &cause.entry);
            }
            resolved
        })
        .collect();
    topic::check_type_maps(raw, &keys, faults);
    let contexts = context::resolve(raw, faults);
    let merged_into = raw
        .retired
        .iter()
        .map(|retired| {
            let place = retired.place(&retired.entry.id);
            let RawRetired { merged_into, look_alike, .. } = &retired.entry;
            let cause = merged_into.as_ref().map(|id| ("merged_into", "cause", id));
            let look_alike = look_alike.as_ref().map(|id| ("look_alike", "look-alike", id));
            let (field, kind, id) = cause.or(look_alike)?;
            let link = keys.link(&format!("{kind}:{id}"));
            if link.is_none() {
                place.fault(faults, field, id, format!("name the id of a {kind} that exists"));
            }
            link
        })
        .collect();
    let mut source = |id: &str| {
        let place = Place { file: paths::SOURCES, entry: id };
        let position = keys.sources.get(id).copied();
        if position.is_none() {
            place.fault(faults, "id", id, "add this source: the import in data/hpo/ cites it");
        }
        position.unwrap_or(0)
    };
    let annotations = [annotated::ANNOTATIONS, annotated::LATER_ANNOTATIONS].map(&mut source);
    let genes = source(annotated::GENES);
    let sayings = sayings::resolve(raw, &keys, faults);
    let described = described::resolve(raw, &keys, faults);
    let curated_terms = keys.features.values().copied().collect();
    Resolved {
        causes,
        topics,
        divisions,
        contexts,
        curated_terms,
        annotations,
        genes,
        merged_into,
        sayings,
        described,
        keys,
    }
}
