//! Packs what only a comparison with a patient needs: how often terms occur, their old numbers, and
//! what contexts weigh.
//!
//! It comes with what is read in entries: a list does without it. `src/catalogue/tables/unpack.rs`
//! reads it.

use super::packer::{Pack, Packer, record};
use crate::pipeline::read::hpo::Hpo;
use crate::pipeline::resolve::context::ContextWeight;

/// Everything that has a weight.
struct Weights<'a> {
    annotated_diseases: usize,
    counts: Vec<usize>,
    shares: Vec<usize>,
    old: Vec<(usize, usize)>,
    contexts: &'a [ContextWeight],
}

/// Appends the weights.
pub fn weights(into: &mut Packer, hpo: &Hpo, contexts: &[ContextWeight]) {
    let all = hpo.annotated_diseases as f64;
    let (mut counts, mut shares) = (Vec::new(), Vec::new());
    for term in &hpo.terms {
        // The information is the logarithm of a count of diseases: the count is exact and shorter.
        let count = term.background.map_or(0.0, |it| (all * (-it.information).exp()).round());
        counts.push(count as usize);
        // Among the diseases that have the term, the share of patients who have it. The square root
        // keeps small shares apart.
        let share = term.background.map_or(0.0, |it| it.share * all / count.max(1.0));
        shares.push((share.clamp(0.0, 1.0).sqrt() * 255.0).round() as usize);
    }
    let mut old: Vec<(u32, usize)> = Vec::new();
    for (at, term) in hpo.terms.iter().enumerate() {
        old.extend(term.old_ids.iter().map(|id| (id.number(), at)));
    }
    old.sort_unstable();
    let mut last = 0;
    let steps = old.into_iter().map(|(number, at)| {
        let step = (number - last) as usize;
        last = number;
        (step, at)
    });
    let old = steps.collect();
    let annotated_diseases = hpo.annotated_diseases;
    into.later(&Weights { annotated_diseases, counts, shares, old, contexts });
}

impl Pack for Weights<'_> {
    fn pack(&self, into: &mut Packer) {
        record!(
            into,
            PackedWeights {
                annotated_diseases: self.annotated_diseases,
                counts: self.counts,
                shares: self.shares,
                old: self.old,
                contexts: self.contexts,
            }
        );
    }
}

impl Pack for ContextWeight {
    fn pack(&self, into: &mut Packer) {
        record!(
            into,
            ContextWeight {
                kind: self.kind,
                commonness: self.commonness,
                checklist: self.checklist,
                told_by: self.told_by,
                explains: self.explains,
            }
        );
    }
}
