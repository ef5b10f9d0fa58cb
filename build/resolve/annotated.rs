//! Joins the imported diseases with the causes: each becomes a cause of its own, or part of the
//! curated cause that is the same disease.
//!
//! They meet by their numbers in OMIM and Orphanet. A curated cause may be several of them, such as
//! one for each gene; they stay apart there. The curator's words come first; the import adds
//! numbers, a subcategory if there is none, and the claim that the annotations name the disease.

use std::collections::BTreeMap;

use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::read::filed::Filed;
use crate::pipeline::read::hpo::Disease;
use crate::pipeline::read::load::Raw;
use crate::pipeline::read::paths;
use crate::pipeline::read::schema::{RawCause, RawClaim, RawShelf};
use crate::pipeline::registry_id::RegistryId;
use crate::pipeline::vocabulary::Weakness;

/// The source of the annotations.
pub const ANNOTATIONS: &str = "hpoa2025";

/// The source of the annotations of a later release; see `data/hpo/supplement.tsv`.
pub const LATER_ANNOTATIONS: &str = "hpoa202511";

/// The source of the genes.
pub const GENES: &str = "hpog2025";

/// Joins causes and diseases, and adds the diseases that have no curated cause.
pub fn join(raw: &mut Raw, faults: &mut Faults) {
    let shelves: BTreeMap<&str, &RawShelf> =
        raw.shelves.iter().map(|filed| (&*filed.entry.id, &filed.entry)).collect();
    let numbers: BTreeMap<RegistryId, usize> = raw
        .hpo
        .diseases
        .iter()
        .enumerate()
        .flat_map(|(at, disease)| disease.numbers.iter().map(move |number| (*number, at)))
        .collect();
    let release = raw.release.as_ref().map(|release| &*release.hpo_release);
    let source = |disease: &Disease| match release {
        Some(release) if disease.release != release => LATER_ANNOTATIONS,
        _ => ANNOTATIONS,
    };
    let mut curated: BTreeMap<usize, String> = BTreeMap::new();
    for (category, filed) in &mut raw.causes {
        let cause = &mut filed.entry;
        let place = Place { file: &filed.file, entry: &cause.id };
        for number in cause.same_as.clone() {
            let Ok(number) = number.parse::<RegistryId>() else { continue };
            let Some(at) = numbers.get(&number).copied() else { continue };
            if cause.annotated.contains(&at) {
                continue;
            }
            cause.annotated.push(at);
            let disease = &raw.hpo.diseases[at];
            let names: Vec<String> = disease.numbers.iter().map(ToString::to_string).collect();
            if let Some(other) = curated.insert(at, cause.id.clone()) {
                let remedy = format!("{other} is the same disease; keep one cause for it");
                place.fault(faults, "same_as", &names.join(", "), remedy);
            }
            for number in names {
                if !cause.same_as.contains(&number) {
                    cause.same_as.push(number);
                }
            }
            let source = source(disease);
            if !cause.claims.iter().any(|claim| claim.source == source) {
                cause.claims.push(claim(source));
            }
            if let Some(genes) = cause.genes.as_mut().filter(|_| !disease.genes.is_empty()) {
                for gene in &disease.genes {
                    if !genes.values.contains(gene) {
                        genes.values.push(gene.clone());
                    }
                }
                if !genes.claims.iter().any(|claim| claim.source == GENES) {
                    genes.claims.push(claim(GENES));
                }
            }
            check_shelf(disease, &shelves, faults);
            let shelf = shelves.get(&*disease.shelf).filter(|shelf| shelf.category == *category);
            if cause.subcategory.is_none() {
                cause.subcategory = shelf.map(|shelf| shelf.name.clone());
            }
        }
    }
    let mut imported = Vec::new();
    for (at, disease) in raw.hpo.diseases.iter().enumerate() {
        if curated.contains_key(&at) {
            continue;
        }
        check_shelf(disease, &shelves, faults);
        if let Some(shelf) = shelves.get(&*disease.shelf) {
            imported.push((
                shelf.category.clone(),
                Filed {
                    file: paths::DISEASES.to_owned(),
                    entry: cause(disease, at, shelf, source(disease)),
                },
            ));
        }
    }
    raw.causes.extend(imported);
}

fn check_shelf(disease: &Disease, shelves: &BTreeMap<&str, &RawShelf>, faults: &mut Faults) {
    if !shelves.contains_key(&*disease.shelf) {
        let entry = disease.numbers.first().map(ToString::to_string).unwrap_or_default();
        let place = Place { file: paths::DISEASES, entry: &entry };
        let remedy = format!("use an id of {}", paths::SHELVES);
        place.fault(faults, "shelf", &disease.shelf, remedy);
    }
}

/// An imported disease as a cause.
fn cause(disease: &Disease, at: usize, shelf: &RawShelf, source: &str) -> RawCause {
    let is_inherited = !disease.genes.is_empty() || !disease.inheritance.is_empty();
    RawCause {
        id: disease.numbers.first().map(|number| number.slug()).unwrap_or_default(),
        name: disease.name.clone(),
        // Without a gene or a mode of inheritance, nothing says that it is a genetic disorder.
        division: shelf.division.clone().filter(|_| is_inherited),
        subcategory: Some(shelf.name.clone()),
        same_as: disease.numbers.iter().map(ToString::to_string).collect(),
        weakness: Some(Weakness::AnnotationOnly.key().to_owned()),
        claims: vec![claim(source)],
        annotated: vec![at],
        ..RawCause::default()
    }
}

fn claim(source: &str) -> RawClaim {
    RawClaim { source: source.to_owned(), detail: None, about: None }
}
