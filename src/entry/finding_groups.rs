//! The findings of the rare-disease data in groups that a reader looks for.
//!
//! The groups are ours. Knows no wording but their names, and not how a finding is drawn.

use std::cmp::Reverse;

use super::label;
use crate::catalogue::{AnnotatedDisease, Annotation, Catalogue, Frequency, TermId};
use crate::sorted::sort_by_key;

/// Some findings under one name, the most frequent first.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingGroup {
    /// What they have in common.
    pub name: &'static str,
    /// The findings; never empty.
    pub findings: Vec<&'static Annotation>,
}

/// The findings in patients with a rare disease.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The jerks themselves.
    pub jerks: Vec<&'static Annotation>,
    /// Everything else that was found.
    pub groups: Vec<FindingGroup>,
    /// What was looked for and found in no patient.
    pub absent: Vec<&'static Annotation>,
}

/// The names of the groups, and the terms that each gathers with everything narrower. The first
/// group that fits a finding has it.
const GROUPS: [(&str, &[u32]); 5] = [
    ("Seizures", &[1250, 2353]),
    // Movements, walking, speech, coordination, the tone and strength of muscles.
    // Then swallowing, the voice, weak faces and tics, which the ontology files elsewhere.
    (
        "Movement and speech",
        &[
            100_022, 1288, 2167, 11_443, 11_442, 3808, 11_804, 2015, 2307, 9088, 1611, 1621,
            30_319, 183, 100_033,
        ],
    ),
    // Behaviour, development, higher functions of the mind, sleep.
    ("Thinking, mood and behaviour", &[708, 12_759, 11_446]),
    ("Brain and nerves", &[707]),
    ("Eyes and ears", &[478, 598]),
];

/// What a biopsy or the gut shows, which the ontology files with the work of muscles and nerves.
const OUTSIDE: [u32; 3] = [3800, 2578, 2251];

/// The findings in patients with a rare disease, in groups.
pub fn finding_groups(
    catalogue: &'static Catalogue,
    disease: &'static AnnotatedDisease,
) -> Findings {
    let ontology = catalogue.ontology();
    let mut sorted: Vec<&'static Annotation> = catalogue.annotations(disease).iter().collect();
    // The highest lower bound first, then the highest upper bound; without either, last. Stable.
    sort_by_key(&mut sorted, |it| Reverse(Frequency::range(it.found.frequency)));
    let (absent, present): (Vec<&'static Annotation>, Vec<&'static Annotation>) =
        sorted.into_iter().partition(|it| it.absent);
    let (jerks, others): (Vec<_>, Vec<_>) =
        present.into_iter().partition(|it| ontology.is_myoclonus(it.found.term));
    let wider = |number: &u32| ontology.find(&format!("HP:{number:07}"));
    let tops: Vec<Vec<TermId>> =
        GROUPS.iter().map(|(_, tops)| tops.iter().filter_map(wider).collect()).collect();
    let outside: Vec<TermId> = OUTSIDE.iter().filter_map(wider).collect();
    let group_of = |it: &&'static Annotation| {
        let fits =
            |tops: &Vec<TermId>| tops.iter().any(|top| ontology.is_kind_of(it.found.term, *top));
        let is_outside = outside.iter().any(|top| ontology.is_kind_of(it.found.term, *top));
        tops.iter().position(fits).filter(|_| !is_outside).unwrap_or(GROUPS.len())
    };
    let placed: Vec<(usize, &'static Annotation)> =
        others.into_iter().map(|it| (group_of(&it), it)).collect();
    let names = GROUPS.iter().map(|(name, _)| *name).chain([label::OTHER_FINDINGS]);
    let groups = names.enumerate().map(|(at, name)| {
        let findings = placed.iter().filter(|(group, _)| *group == at).map(|(_, it)| *it);
        FindingGroup { name, findings: findings.collect() }
    });
    Findings { jerks, groups: groups.filter(|group| !group.findings.is_empty()).collect(), absent }
}
