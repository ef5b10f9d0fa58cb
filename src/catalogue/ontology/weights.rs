//! What only a comparison with a patient needs: how often terms occur among all annotated diseases,
//! their old numbers, and what exposures and situations weigh.
//!
//! Not part of [`Catalogue`](crate::catalogue::Catalogue): a program that compares nothing does not
//! contain these tables. Knows no patient and no score.

use super::packed::Packed;
use crate::catalogue::id::{ContextId, TermId};
use crate::catalogue::vocabulary::{Checklist, Commonness, ContextKind};

/// The weights of terms and contexts.
#[derive(Debug)]
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

impl Weights {
    /// Unpacks what the build packed.
    pub(in crate::catalogue) fn unpack(
        annotated_diseases: usize,
        counts: &'static [u8],
        shares: &'static [u8],
        old: &'static [u8],
        contexts: &'static [u8],
    ) -> Self {
        let mut counts_left = Packed::new(counts);
        let mut counts = Vec::with_capacity(shares.len());
        while !counts_left.is_empty() {
            counts.push(u16::try_from(counts_left.number()).unwrap_or(u16::MAX));
        }
        let shares = shares.iter().map(|root| (f64::from(*root) / 255.0).powi(2)).collect();
        let mut old_left = Packed::new(old);
        let mut old = Vec::new();
        let mut number = 0;
        while !old_left.is_empty() {
            number += old_left.number();
            old.push((u32::try_from(number).unwrap_or(u32::MAX), TermId::at(old_left.number())));
        }
        let mut contexts_left = Packed::new(contexts);
        let mut contexts = Vec::new();
        while !contexts_left.is_empty() {
            let mut next = || contexts_left.number();
            let kind = ContextKind::ALL[next()];
            let commonness = Commonness::ALL[next()];
            let checklist = Checklist::ALL[next()];
            let mut terms = || (0..next()).map(|_| TermId::at(next())).collect::<Vec<_>>().leak();
            let (told_by, explains) = (terms(), terms());
            contexts.push(ContextWeight { kind, commonness, checklist, told_by, explains });
        }
        Self { annotated_diseases, counts, shares, old, contexts: contexts.leak() }
    }

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
