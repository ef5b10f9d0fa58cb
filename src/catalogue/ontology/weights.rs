//! What only a comparison with a patient needs: how often terms occur among all annotated diseases,
//! their old numbers, and what exposures and situations weigh.
//!
//! Comes with what is read in entries: a list does without it. Knows no patient and no score.

use crate::catalogue::id::{ContextId, TermId};
use crate::catalogue::vocabulary::{Checklist, Commonness, ContextKind};

/// The weights of terms and contexts; none before what is read has come.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    /// How many diseases the release of the ontology annotates.
    pub annotated_diseases: usize,
    /// For each term, how many of these have it, or something narrower.
    counts: Vec<u16>,
    /// For each term, the mean share of patients who have it, among these diseases.
    shares: Vec<f64>,
    /// Old numbers with their present terms, in order.
    old: Vec<(u32, TermId)>,
    contexts: &'static [ContextWeight],
}

/// What an exposure or situation weighs.
#[derive(Debug, PartialEq)]
pub struct ContextWeight {
    /// Whether it makes its causes or favours them.
    pub kind: ContextKind,
    /// How common it is where the jerks have another cause.
    pub commonness: Commonness,
    /// In which list it is asked.
    pub checklist: Checklist,
    /// Terms that say the same, as does everything narrower.
    pub told_by: &'static [TermId],
    /// Terms that it explains, as does everything narrower: it was there before the jerks began.
    pub explains: &'static [TermId],
}

/// How often terms occur, their old numbers, and what contexts weigh, as the build packed them.
#[derive(Debug)]
pub(in crate::catalogue) struct PackedWeights {
    pub(in crate::catalogue) annotated_diseases: usize,
    pub(in crate::catalogue) counts: Vec<u16>,
    /// For each term, the square root of the share, where 255 means all.
    pub(in crate::catalogue) shares: Vec<u16>,
    /// Old numbers, each as the distance from the one before, with their present terms.
    pub(in crate::catalogue) old: Vec<(usize, TermId)>,
    pub(in crate::catalogue) contexts: &'static [ContextWeight],
}

impl From<PackedWeights> for Weights {
    fn from(packed: PackedWeights) -> Self {
        let share = |root: u16| (f64::from(root) / 255.0).powi(2);
        let mut number = 0;
        let old = packed.old.into_iter().map(|(step, term)| {
            number += step;
            (u32::try_from(number).unwrap_or(u32::MAX), term)
        });
        Self {
            annotated_diseases: packed.annotated_diseases,
            old: old.collect(),
            counts: packed.counts,
            shares: packed.shares.into_iter().map(share).collect(),
            contexts: packed.contexts,
        }
    }
}

impl Weights {
    /// The share of all annotated diseases that have a term, or something narrower; at least half
    /// a disease.
    pub fn share_of_diseases(&self, term: TermId) -> f64 {
        let count = f64::from(self.counts[term.index()]);
        count.max(0.5) / self.annotated_diseases as f64
    }

    /// How often a patient with any annotated disease has a term; at least half a disease.
    pub fn background(&self, term: TermId) -> f64 {
        let count = f64::from(self.counts[term.index()]) * self.shares[term.index()];
        count.max(0.5) / self.annotated_diseases as f64
    }

    /// The term that once had a number, or took over the term that had it.
    pub fn successor(&self, old: u32) -> Option<TermId> {
        let at = self.old.binary_search_by_key(&old, |(number, _)| *number).ok()?;
        Some(self.old[at].1)
    }

    /// Every old number with its present term, in the order of the numbers.
    pub fn old_numbers(&self) -> impl Iterator<Item = (u32, TermId)> {
        self.old.iter().copied()
    }

    /// What an exposure or situation weighs.
    pub const fn context(&self, id: ContextId) -> &'static ContextWeight {
        &self.contexts[id.index()]
    }
}
