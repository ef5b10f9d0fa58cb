//! Which phrases have a word, wherever in the phrase: people say the same in another order, with
//! other words between.
//!
//! Knows roots of words, no typed text.

use std::borrow::Cow;
use std::ops::Range;

use super::{Language, SayingId};
use crate::sorted;

/// The phrases of several words, by their words.
#[derive(Debug)]
pub(super) struct ByWord {
    /// The roots of words, in order, each with the place of its first phrase in `phrases`.
    roots: Vec<(Cow<'static, str>, usize)>,
    /// The phrases of the first root, then of the second and so on.
    phrases: Vec<u16>,
    /// How much each root weighs: more, the fewer phrases have it.
    weights: Vec<u32>,
    /// How much all words of each phrase weigh.
    totals: Vec<u32>,
}

/// A phrase that has some of the words of a text.
#[derive(Clone, Copy, Debug)]
pub struct Shared {
    /// The phrase.
    pub said: &'static str,
    /// What it leads to.
    pub saying: SayingId,
    /// Which words of the text it has, one bit each.
    pub has: u32,
    /// How much of the phrase these are, in percent of its weight.
    pub share: u32,
}

impl ByWord {
    /// Sorts the words of all phrases, but those that count only in capitals.
    fn of(language: &Language) -> Self {
        let mut all: Vec<(Cow<'static, str>, u16)> = Vec::new();
        for (at, (said, _)) in (0..).zip(language.said()) {
            if said.contains(' ') && !said.starts_with(|it: char| it.is_ascii_uppercase()) {
                all.extend(said.split(' ').map(|word| (language.root(word), at)));
            }
        }
        let all = sorted::once(all);
        let mut by_word = Self {
            roots: Vec::new(),
            phrases: all.iter().map(|(_, phrase)| *phrase).collect(),
            weights: Vec::new(),
            totals: vec![0; language.said().len()],
        };
        for (place, (root, _)) in all.into_iter().enumerate() {
            if by_word.roots.last().is_none_or(|(last, _)| *last != root) {
                by_word.roots.push((root, place));
            }
        }
        for root in 0..by_word.roots.len() {
            let phrases = by_word.range(root);
            let says_nothing = language.is_filler(&by_word.roots[root].0);
            let weight = if says_nothing { 1 } else { (MOST / phrases.len()).max(2).ilog2() };
            by_word.weights.push(weight);
            for place in phrases {
                by_word.totals[usize::from(by_word.phrases[place])] += weight;
            }
        }
        by_word
    }

    /// Where the phrases of a root are.
    fn range(&self, root: usize) -> Range<usize> {
        let end = self.roots.get(root + 1).map_or(self.phrases.len(), |next| next.1);
        self.roots[root].1..end
    }
}

/// More phrases than there are.
const MOST: usize = 1 << 14;

impl Language {
    /// The phrases that have at least two of the words of a text, given by their roots; only the
    /// first 32 words count.
    pub fn sharing(&self, roots: &[Cow<'_, str>]) -> Vec<Shared> {
        let by_word = self.by_word.get_or_init(|| ByWord::of(self));
        let mut touched: Vec<u16> = Vec::new();
        let mut all: Vec<(u32, u32)> = vec![(0, 0); by_word.totals.len()];
        for (bit, root) in roots.iter().enumerate().take(32) {
            let known = by_word.roots.binary_search_by(|(other, _)| (**other).cmp(&**root));
            let Some(at) = known.ok().filter(|_| !roots[..bit].contains(root)) else { continue };
            for phrase in &by_word.phrases[by_word.range(at)] {
                let (has, weight) = &mut all[usize::from(*phrase)];
                if *has == 0 {
                    touched.push(*phrase);
                }
                *has |= 1 << bit;
                *weight += by_word.weights[at];
            }
        }
        let several = touched.into_iter().map(usize::from).filter(|at| all[*at].0.count_ones() > 1);
        several
            .map(|at| {
                let ((said, saying), (has, weight)) = (self.said[at], all[at]);
                Shared { said, saying, has, share: 100 * weight / by_word.totals[at].max(1) }
            })
            .collect()
    }
}
