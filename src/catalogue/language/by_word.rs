//! Which phrases have a word, wherever in the phrase: people say the same in another order, with
//! other words between.
//!
//! Knows roots of words, no typed text.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::{Language, SayingId};
use crate::sorted;
use crate::steps::{InSteps, pause};

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

/// How many phrases, or words of them, are sorted in one step.
const STEP: u16 = 128;

impl ByWord {
    /// Sorts the words of all phrases, but those that count only in capitals. Pauses often: see
    /// `steps`.
    async fn of(language: &'static Language) -> Self {
        // Most words are in several phrases: the root of each is found once.
        let mut words: BTreeMap<&'static str, Vec<u16>> = BTreeMap::new();
        for (at, (said, _)) in (0..).zip(language.said()) {
            if said.contains(' ') && !said.starts_with(|it: char| it.is_ascii_uppercase()) {
                said.split(' ').for_each(|word| words.entry(word).or_default().push(at));
            }
            if at % STEP == 0 {
                pause().await;
            }
        }
        let mut roots: BTreeMap<Cow<'static, str>, Vec<u16>> = BTreeMap::new();
        for (at, (word, phrases)) in (0..).zip(words) {
            roots.entry(language.root(word)).or_default().extend(phrases);
            if at % STEP == 0 {
                pause().await;
            }
        }
        let mut by_word = Self {
            roots: Vec::new(),
            phrases: Vec::new(),
            weights: Vec::new(),
            totals: vec![0; language.said().len()],
        };
        for (root, mut phrases) in roots {
            by_word.roots.push((root, by_word.phrases.len()));
            sorted::sort(&mut phrases);
            phrases.dedup();
            by_word.phrases.append(&mut phrases);
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
    /// Takes one step of sorting the phrases by their words, so that the first sentence need not
    /// wait for it. Returns whether steps are left.
    pub fn prepare(&'static self) -> bool {
        self.phrases_by_word().step()
    }

    fn phrases_by_word(&'static self) -> &'static InSteps<ByWord> {
        self.by_word.get_or_init(|| InSteps::new(ByWord::of(self)))
    }

    /// The phrases that have at least two of the words of a text, given by their roots; only the
    /// first 32 words count.
    pub fn sharing(&'static self, roots: &[Cow<'_, str>]) -> Vec<Shared> {
        let by_word = self.phrases_by_word().get();
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
