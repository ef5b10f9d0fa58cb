//! Statistics for ranking diseases by findings, over all diseases of a release.
//!
//! They depend on the release only. All logarithms are natural.

use std::collections::{BTreeMap, BTreeSet};

use super::profile::{Pooled, Profile};
use crate::import_hpo::ids::{DiseaseId, TermId};
use crate::import_hpo::read::ontology::Ontology;

/// The statistics of one term.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct TermNumbers {
    /// Information content: minus the logarithm of the share of diseases with the term or a
    /// descendant. The rarer, the greater.
    pub(crate) information: f64,
    /// Background frequency: how often the term or a descendant is found in a disease, on average
    /// over all diseases.
    pub(crate) background: f64,
}

/// The statistics of every term that a disease has, itself or through a descendant.
pub(crate) fn of_terms(
    ontology: &Ontology,
    all: &BTreeMap<DiseaseId, Profile>,
) -> BTreeMap<TermId, TermNumbers> {
    let annotated: Vec<&Profile> =
        all.values().filter(|profile| !profile.present.is_empty()).collect();
    let mut having: BTreeMap<TermId, (u32, f64)> = BTreeMap::new();
    for profile in &annotated {
        for (term, frequency) in profile.closure(ontology, Pooled::plain) {
            let entry = having.entry(term).or_default();
            entry.0 += 1;
            entry.1 += frequency;
        }
    }
    let count = f64::from(u32::try_from(annotated.len()).unwrap_or(u32::MAX));
    let floor = 0.5 / count;
    having
        .into_iter()
        .map(|(term, (diseases, frequency))| {
            let numbers = TermNumbers {
                information: -(f64::from(diseases) / count).max(floor).ln(),
                background: (frequency / count).max(floor),
            };
            (term, numbers)
        })
        .collect()
}

/// For each candidate, the expected score of a finding drawn at random from all findings of the
/// candidates: the advantage of a disease with many annotations over one with few.
pub(crate) fn expected_match(
    ontology: &Ontology,
    candidates: &BTreeMap<DiseaseId, Profile>,
    terms: &BTreeMap<TermId, TermNumbers>,
) -> BTreeMap<DiseaseId, f64> {
    let mut drawn: BTreeMap<TermId, f64> = BTreeMap::new();
    for profile in candidates.values() {
        for term in profile.present.keys() {
            *drawn.entry(*term).or_default() += 1.0;
        }
    }
    let all: f64 = drawn.values().sum();
    let wider: BTreeMap<TermId, Vec<(TermId, f64)>> = drawn
        .keys()
        .map(|term| {
            let ancestors = ontology.with_ancestors(*term).into_iter();
            let known = ancestors.filter_map(|id| Some((id, terms.get(&id)?.information)));
            (*term, known.collect())
        })
        .collect();
    candidates
        .iter()
        .map(|(id, profile)| {
            let has: BTreeSet<TermId> = profile.closure(ontology, |_| 1.0).into_keys().collect();
            let expected: f64 = drawn
                .iter()
                .map(|(term, times)| {
                    let common = wider[term].iter().filter(|(id, _)| has.contains(id));
                    times / all * common.map(|(_, information)| *information).fold(0.0, f64::max)
                })
                .sum();
            (*id, expected)
        })
        .collect()
}
