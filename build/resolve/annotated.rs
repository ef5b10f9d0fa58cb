//! Brings the imported diseases among the causes: each becomes a cause of its own, or a part of the
//! curated cause that is the same disease.
//!
//! They meet by their numbers in OMIM and Orphanet. What a curator writes goes first; the import adds
//! numbers, the shelf where there is none, and the claim that the annotations say so.

use std::collections::BTreeMap;

use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::read::filed::Filed;
use crate::pipeline::read::hpo::Disease;
use crate::pipeline::read::load::Raw;
use crate::pipeline::read::schema::{RawCause, RawClaim, RawShelf};
use crate::pipeline::vocabulary::Weakness;

/// The source of the annotations, in `data/sources.toml`.
pub const ANNOTATIONS: &str = "hpoa2025";

/// The source of the genes.
pub const GENES: &str = "hpog2025";

/// The file that imported causes stand in.
pub const FILE: &str = "data/hpo/diseases.tsv";

/// Joins causes and diseases, and adds the causes that nobody has curated.
pub fn join(raw: &mut Raw, faults: &mut Faults) {
    let shelves: BTreeMap<&str, &RawShelf> =
        raw.shelves.iter().map(|filed| (&*filed.entry.id, &filed.entry)).collect();
    let numbers: BTreeMap<&str, usize> = raw
        .hpo
        .diseases
        .iter()
        .enumerate()
        .flat_map(|(at, disease)| disease.numbers.iter().map(move |number| (&**number, at)))
        .collect();
    let mut curated: BTreeMap<usize, String> = BTreeMap::new();
    for (category, filed) in &mut raw.causes {
        let cause = &mut filed.entry;
        let met = cause.same_as.iter().filter_map(|number| numbers.get(&**number).copied());
        let met: Vec<usize> = met.collect();
        let Some(at) = met.first().copied() else { continue };
        let place = Place { file: &filed.file, entry: &cause.id };
        let disease = &raw.hpo.diseases[at];
        if met.iter().any(|other| *other != at) {
            let remedy =
                "these numbers are several diseases in data/hpo/; one cause is one of them";
            place.fault(faults, "same_as", &cause.same_as.join(", "), remedy);
        }
        if let Some(other) = curated.insert(at, cause.id.clone()) {
            let remedy = format!("{other} is the same disease; a disease is one cause");
            place.fault(faults, "same_as", &disease.numbers.join(", "), remedy);
        }
        for number in &disease.numbers {
            if !cause.same_as.contains(number) {
                cause.same_as.push(number.clone());
            }
        }
        if !cause.claims.iter().any(|claim| claim.source == ANNOTATIONS) {
            cause.claims.push(claim());
        }
        known_shelf(disease, &shelves, faults);
        let shelf = shelves.get(&*disease.shelf).filter(|shelf| shelf.category == *category);
        if cause.subgroup.is_none() {
            cause.subgroup = shelf.map(|shelf| shelf.name.clone());
        }
        cause.rare = Some(at);
    }
    let mut imported = Vec::new();
    for (at, disease) in raw.hpo.diseases.iter().enumerate() {
        if curated.contains_key(&at) {
            continue;
        }
        known_shelf(disease, &shelves, faults);
        if let Some(shelf) = shelves.get(&*disease.shelf) {
            imported.push((
                shelf.category.clone(),
                Filed { file: FILE.to_owned(), entry: cause(disease, at, shelf) },
            ));
        }
    }
    raw.causes.extend(imported);
}

fn known_shelf(disease: &Disease, shelves: &BTreeMap<&str, &RawShelf>, faults: &mut Faults) {
    if !shelves.contains_key(&*disease.shelf) {
        let entry = disease.numbers.first().map_or("", String::as_str);
        let place = Place { file: FILE, entry };
        place.fault(faults, "shelf", &disease.shelf, "use an id of data/shelves.toml");
    }
}

/// An imported disease as a cause.
fn cause(disease: &Disease, at: usize, shelf: &RawShelf) -> RawCause {
    let number = disease.numbers.first().map_or("", String::as_str);
    let is_inherited = !disease.genes.is_empty() || !disease.inheritance.is_empty();
    RawCause {
        id: number.to_lowercase().replace(':', "-"),
        name: disease.name.clone(),
        // Without a gene and a way of inheritance nothing says that it is a genetic disorder.
        super_group: shelf.super_group.clone().filter(|_| is_inherited),
        subgroup: Some(shelf.name.clone()),
        same_as: disease.numbers.clone(),
        strength: Some(Weakness::AnnotationOnly.key().to_owned()),
        claims: vec![claim()],
        rare: Some(at),
        ..RawCause::default()
    }
}

fn claim() -> RawClaim {
    RawClaim { source: ANNOTATIONS.to_owned(), detail: None, about: None }
}
