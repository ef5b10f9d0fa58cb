//! The typed text as words, and which words of an index each of them may mean.
//!
//! Knows how words match. Knows nothing of boosts, filters or order.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::search::index::Index;
use crate::search::matching::{FuzzyLimits, MatchKind, variants};
use crate::search::stop_words::is_stop_word;
use crate::text;

/// The most words of a query that are searched; further words are ignored.
pub(crate) const MAX_WORDS: usize = 12;

/// A query as words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Query {
    /// The words to search, as typed but folded; at most [`MAX_WORDS`].
    pub(crate) words: Vec<QueryWord>,
    /// How many further words are ignored.
    pub(crate) ignored: usize,
}

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct QueryWord {
    /// The word, folded.
    pub(crate) word: String,
    /// Whether an entry must have it.
    pub(crate) required: bool,
}

/// The words of an index that match one word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WordMatches {
    /// Words, by their positions, and how they match. No word is in two ranges.
    pub(crate) ranges: Vec<(Range<usize>, MatchKind)>,
    /// Whether a label has the typed word, a variant of it or a word that begins with it. If not,
    /// misspellings match, too.
    pub(crate) in_label: bool,
    /// How many bytes the typed word has.
    pub(crate) typed_length: usize,
    /// Whether the typed word is a stop word.
    pub(crate) is_stop_word: bool,
}

impl Query {
    /// Splits the typed text into words. Any text is a query.
    pub(crate) fn parse(typed: &str) -> Self {
        let mut words = text::words(typed);
        if words.len() > MAX_WORDS {
            // A whole sentence: stop words and repetitions make room for the other words.
            let mut seen = BTreeSet::new();
            words.retain(|word| !is_stop_word(word) && seen.insert(word.clone()));
        }
        let ignored = words.len().saturating_sub(MAX_WORDS);
        words.truncate(MAX_WORDS);
        // A query of stop words alone requires each of them.
        let all = words.iter().all(|word| is_stop_word(word));
        let words = words
            .into_iter()
            .map(|word| QueryWord { required: all || !is_stop_word(&word), word })
            .collect();
        Self { words, ignored }
    }

    /// The same query, with words typed apart joined where labels have them as one, such as `b 12`.
    pub(crate) fn rejoined(&self, index: &Index) -> Self {
        let known = |word: &str| index.any_in_label(index.exact(word));
        let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let mut words: Vec<QueryWord> = Vec::new();
        for QueryWord { word, required } in &self.words {
            if let Some(before) = words.last_mut() {
                let joined = format!("{}{word}", before.word);
                let are_words =
                    before.word.len() > 2 && word.len() > 2 && known(&before.word) && known(word);
                // 2,4 in the name of a substance is not 24.
                let are_numbers = is_number(&before.word) && is_number(word);
                let with_stop_word = is_stop_word(&before.word) || is_stop_word(word);
                if !are_words && !are_numbers && !with_stop_word && known(&joined) {
                    *before = QueryWord { word: joined, required: true };
                    continue;
                }
            }
            words.push(QueryWord { word: word.clone(), required: *required });
        }
        Self { words, ignored: self.ignored }
    }
}

impl WordMatches {
    /// The words of an index that a typed word may mean.
    ///
    /// Misspellings match only where no label of any entry has the typed word, a variant of it or a
    /// word that begins with it.
    pub(crate) fn find(index: &Index, typed: &str) -> Self {
        let exact = index.exact(typed);
        let prefix = index.prefix(typed);
        let mut in_label = index.any_in_label(prefix.clone());
        let mut ranges = Vec::new();
        let mut add = |range: Range<usize>, kind| {
            if !range.is_empty() {
                ranges.push((range, kind));
            }
        };
        add(exact.clone(), MatchKind::Exact);
        add(exact.end..prefix.end, MatchKind::Prefix);
        for variant in variants(typed) {
            let range = index.exact(&variant);
            // A longer variant begins with the typed word and is in its range already.
            if range.start < prefix.start || range.end > prefix.end {
                in_label |= index.any_in_label(range.clone());
                add(range, MatchKind::Variant);
            }
        }
        if let Some(limits) = FuzzyLimits::of(typed).filter(|_| !in_label) {
            for (word, kind) in index.fuzzy(typed, limits) {
                let there = ranges.iter().any(|(range, _)| range.contains(&word));
                if !there && limits.allows(typed, index.word(word), kind) {
                    ranges.push((word..word + 1, kind));
                }
            }
        }
        let is_stop_word = is_stop_word(typed);
        Self { ranges, in_label, typed_length: typed.len(), is_stop_word }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stop_words_are_required_only_among_themselves() {
        let required = |typed: &str| -> Vec<String> {
            let words = Query::parse(typed).words.into_iter();
            words.filter(|word| word.required).map(|word| word.word).collect()
        };
        assert_eq!(required("jerks after the heart attack"), ["heart", "attack"]);
        assert_eq!(required("my jerks"), ["my", "jerks"]);
    }

    #[test]
    fn a_pasted_page_is_cut_after_twelve_words() {
        let page: String = (0..1_000).map(|number| format!("word{number} ")).collect();
        let query = Query::parse(&page);
        assert_eq!((query.words.len(), query.ignored), (MAX_WORDS, 988));
    }

    #[test]
    fn a_long_question_keeps_its_content_words() {
        let question = "what is the cause of my jerks when i am on the medicine gabapentin";
        let words = Query::parse(question).words.into_iter().map(|word| word.word);
        assert_eq!(words.collect::<Vec<_>>(), ["medicine", "gabapentin"]);
    }
}
