//! Writes what only a comparison with a patient needs: how often terms occur, their old numbers,
//! and what contexts weigh.
//!
//! Apart from the other tables, so that a program without the comparison does not contain them.
//! `src/catalogue/ontology/weights.rs` unpacks them.

use super::code::{Bytes, item};
use super::pack;
use crate::pipeline::read::hpo::Hpo;
use crate::pipeline::resolve::context::ContextWeight;

/// Appends the tables.
pub fn emit(code: &mut String, hpo: &Hpo, contexts: &[ContextWeight]) {
    let all = hpo.annotated_diseases as f64;
    let (mut counts, mut shares) = (Vec::new(), Vec::new());
    for term in &hpo.terms {
        // The information is the logarithm of a count of diseases: the count is exact and shorter.
        let count = term.background.map_or(0.0, |it| (all * (-it.information).exp()).round());
        pack::number(count as usize, &mut counts);
        // Among the diseases that have the term, the share of patients who have it. The square root
        // keeps small shares apart.
        let share = term.background.map_or(0.0, |it| it.share * all / count.max(1.0));
        shares.push((share.clamp(0.0, 1.0).sqrt() * 255.0).round() as u8);
    }
    let mut old: Vec<(u32, usize)> = Vec::new();
    for (at, term) in hpo.terms.iter().enumerate() {
        old.extend(term.old_ids.iter().map(|id| (id.number(), at)));
    }
    old.sort_unstable();
    let mut old_numbers = Vec::new();
    let mut last = 0;
    for (number, at) in old {
        pack::number((number - last) as usize, &mut old_numbers);
        pack::number(at, &mut old_numbers);
        last = number;
    }
    item(code, "ANNOTATED_COUNT", "usize", &hpo.annotated_diseases);
    item(code, "TERM_COUNTS", "&[u8]", &Bytes(&counts));
    item(code, "TERM_SHARES", "&[u8]", &Bytes(&shares));
    item(code, "OLD_NUMBERS", "&[u8]", &Bytes(&old_numbers));
    let mut of_contexts = Vec::new();
    for context in contexts {
        let words = [context.kind.index(), context.commonness.index(), context.checklist.index()];
        words.into_iter().for_each(|number| pack::number(number, &mut of_contexts));
        for terms in [&context.told_by, &context.explains] {
            pack::number(terms.len(), &mut of_contexts);
            terms.iter().for_each(|term| pack::number(*term, &mut of_contexts));
        }
    }
    item(code, "CONTEXT_WEIGHTS", "&[u8]", &Bytes(&of_contexts));
}
