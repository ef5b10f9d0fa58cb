//! The findings that set a cause apart, counted by us.
//!
//! A finding counts by how often it is found with the cause and by how few other entries have it:
//! its frequency, times the logarithm of all entries over those that have it. Jerks and seizures do
//! not count, because nearly all entries have them. Knows no page.

use crate::catalogue::{Catalogue, Cause, FoundFeature, Frequency, Ontology, TermId};
use crate::sorted;

/// Longer names do not fit into a line.
const LONGEST_NAME: usize = 40;

/// The term of seizures.
const SEIZURE: &str = "HP:0001250";

/// How many entries have each finding, or a kind of it.
#[derive(Debug)]
pub struct Rarity {
    entries: usize,
    /// By the position of the term.
    having: Vec<u16>,
}

impl Rarity {
    /// Counts the findings of all causes.
    pub fn count(catalogue: &'static Catalogue) -> Self {
        let ontology = catalogue.ontology();
        let mut having = vec![0; ontology.len()];
        for id in catalogue.cause_ids() {
            let mut left: Vec<TermId> = catalogue.features_of(catalogue.cause(id)).collect();
            let mut seen = vec![false; ontology.len()];
            while let Some(term) = left.pop() {
                if !std::mem::replace(&mut seen[term.index()], true) {
                    having[term.index()] += 1;
                    left.extend(ontology.parents(term));
                }
            }
        }
        Self { entries: catalogue.cause_count(), having }
    }

    /// How much a finding says: 0 if every entry has it.
    fn of(&self, term: TermId) -> f64 {
        let having = self.having[term.index()].max(1);
        (self.entries as f64 / f64::from(having)).ln()
    }
}

/// The findings of a cause, each once. Where a curator recorded the frequency, it is the curator's.
pub(super) fn findings(catalogue: &'static Catalogue, cause: &'static Cause) -> Vec<FoundFeature> {
    let annotations = cause.annotated.iter().flat_map(|rare| catalogue.annotations(rare));
    let annotated = annotations.filter(|it| !it.absent).map(|it| it.found);
    let mut found: Vec<FoundFeature> = Vec::new();
    for feature in cause.features.values.iter().copied().chain(annotated) {
        match found.iter_mut().find(|known| known.term == feature.term) {
            None => found.push(feature),
            Some(known) if known.frequency.is_empty() => *known = feature,
            Some(_) => {}
        }
    }
    found
}

/// The share of patients who surely have a finding; `None` if the frequency is not recorded. A
/// count goes before a class.
pub(super) fn surely(frequency: &'static [Frequency]) -> Option<u32> {
    let is_count = |each: &&Frequency| matches!(each, Frequency::Counted { .. });
    let counted: Vec<Frequency> = frequency.iter().filter(is_count).copied().collect();
    let said = if counted.is_empty() { frequency } else { &counted };
    Frequency::range(said).map(|(least, _)| least)
}

/// The fewest patients in whom a share says anything.
const FEWEST_EXAMINED: u16 = 3;

/// From this share of patients on, in percent, a finding counts as frequent.
const OFTEN: u32 = 30;

/// Whether a finding is known to be found often: in a third of the patients or more, and not in one
/// or two patients alone.
pub fn is_found_often(frequency: &'static [Frequency]) -> bool {
    Frequency::examined(frequency).is_none_or(|examined| examined >= FEWEST_EXAMINED)
        && Frequency::range(frequency).is_some_and(|(_, most)| most >= OFTEN)
}

/// The findings that set a cause apart, the most telling first, at most `most`. Left out are those
/// for which `is_shared` holds, and any that is wider or narrower than one before it. Findings
/// whose frequency is not recorded come last.
pub fn distinctive(
    catalogue: &'static Catalogue,
    rarity: &Rarity,
    cause: &'static Cause,
    is_shared: impl Fn(TermId) -> bool,
    most: usize,
) -> Vec<FoundFeature> {
    let ontology = catalogue.ontology();
    let seizure = ontology.find(SEIZURE);
    let counts = |found: &FoundFeature| {
        let term = found.term;
        let is_fit = seizure.is_some_and(|seizure| ontology.is_kind_of(term, seizure));
        let is_short = catalogue.term(term).in_everyday_words().chars().count() <= LONGEST_NAME;
        // Of a whole system, such as the nervous system, anything could be said.
        let is_system = ontology.system(term) == Some(term);
        is_short && !is_fit && !is_system && !ontology.is_myoclonus(term) && !is_shared(term)
    };
    let weighed = findings(catalogue, cause).into_iter().filter(counts).map(|found| {
        let (share, rare) = (surely(found.frequency), rarity.of(found.term));
        (share.map(|share| f64::from(share) * rare), rare, found)
    });
    let mut weighed: Vec<_> = weighed.collect();
    // Stable: at the same weight, the order of the record.
    sorted::sort_by(&mut weighed, |(one, rare, _), (other, common, _)| {
        other.partial_cmp(one).unwrap_or(std::cmp::Ordering::Equal).then(common.total_cmp(rare))
    });
    let mut chosen: Vec<FoundFeature> = Vec::new();
    for (_, _, found) in weighed {
        let is_new = chosen.iter().all(|other| !are_related(ontology, other.term, found.term));
        if is_new && chosen.len() < most {
            chosen.push(found);
        }
    }
    chosen
}

/// Whether one of two findings is a kind of the other.
pub(super) fn are_related(ontology: &Ontology, one: TermId, other: TermId) -> bool {
    ontology.is_kind_of(one, other) || ontology.is_kind_of(other, one)
}
