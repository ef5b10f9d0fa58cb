//! Which words of an index a typed word may mean.
//!
//! Knows how words match. Knows nothing of whole queries, boosts, filters or order.

use std::ops::Range;

use crate::catalogue::{Catalogue, spelt_stem};
use crate::search::index::Index;
use crate::search::matching::{FuzzyLimits, MatchKind, variants};
use crate::search::reading::QueryWord;
use crate::search::stop_words::is_stop_word;

/// The words of an index that match one word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WordMatches {
    /// Words, by their positions, and how they match. No word is in two ranges.
    pub(crate) ranges: Vec<(Range<usize>, MatchKind)>,
    /// Whether a label has the typed word, a variant of it or a word that begins with it. If not,
    /// misspellings match, too.
    pub(crate) in_label: bool,
    /// Whether it is the name of something else: no label has it, and it is never a misspelling.
    pub(crate) is_other_name: bool,
    /// How many bytes the typed word has.
    pub(crate) typed_length: usize,
    /// Whether the typed word is a stop word.
    pub(crate) is_stop_word: bool,
}

impl WordMatches {
    /// The words of an index that a typed word may mean.
    ///
    /// Misspellings match only where no label of any entry has the typed word, a variant of it or a
    /// word that begins with it, and where the word is not the name of something else and not
    /// `known` elsewhere.
    pub(crate) fn find(index: &Index, typed: &QueryWord, known: &dyn Fn(&str) -> bool) -> Self {
        let QueryWord { word: typed, may_be_misspelt, is_finished, .. } = typed;
        let exact = index.exact(typed);
        let prefix = index.prefix(typed);
        let mut in_label = index.any_in_label(prefix.clone());
        let mut ranges = Vec::new();
        ranges.push((exact.clone(), MatchKind::Exact));
        ranges.push((exact.end..prefix.end, MatchKind::Prefix));
        for variant in variants(typed) {
            let range = index.exact(&variant);
            // A longer variant begins with the typed word and is in its range already.
            if range.start < prefix.start || range.end > prefix.end {
                in_label |= index.any_in_label(range.clone());
                ranges.push((range, MatchKind::Variant));
            }
        }
        ranges.retain(|(range, _)| !range.is_empty());
        let is_stop_word = is_stop_word(typed);
        let is_name = Catalogue::bundled().is_other_name(typed);
        if !is_stop_word && !is_name {
            for word in alike(index, typed) {
                if !ranges.iter().any(|(range, _)| range.contains(&word)) {
                    ranges.push((word..word + 1, MatchKind::Alike));
                }
            }
        }
        let is_other_name = !in_label && is_name;
        let may_be_misspelt = *may_be_misspelt && !in_label && !is_other_name && !is_stop_word;
        if let Some(limits) = FuzzyLimits::of(typed).filter(|_| may_be_misspelt && !known(typed)) {
            let prefix = limits.prefix.filter(|_| !is_finished);
            for (word, kind) in index.fuzzy(typed, FuzzyLimits { prefix, ..limits }) {
                if !ranges.iter().any(|(range, _)| range.contains(&word)) {
                    ranges.push((word..word + 1, kind));
                }
            }
        }
        Self { ranges, in_label, is_other_name, typed_length: typed.len(), is_stop_word }
    }

    /// Whether only misspellings match.
    pub(crate) fn is_only_fuzzy(&self) -> bool {
        !self.ranges.is_empty() && self.ranges.iter().all(|(_, kind)| kind.is_fuzzy())
    }

    /// How a word of the index matches.
    pub(crate) fn kind(&self, word: usize) -> Option<MatchKind> {
        self.ranges.iter().find(|(range, _)| range.contains(&word)).map(|(_, kind)| *kind)
    }
}

/// The words of an index that people say for a typed one, in any form. None that says nothing:
/// *jerks* are everywhere.
fn alike(index: &Index, typed: &str) -> Vec<usize> {
    let stems = Catalogue::bundled().language().alike(typed);
    let begin = stems.flat_map(|stem| index.prefix(stem).map(move |word| (word, stem)));
    let is_alike = |word: &str, stem: &str| spelt_stem(word) == stem && !is_stop_word(word);
    begin.filter(|(word, stem)| is_alike(index.word(*word), stem)).map(|it| it.0).collect()
}
