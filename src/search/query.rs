//! What is typed, as words, and which words of an index each of them may mean.
//!
//! Knows how words are taken for one another, and nothing of weights, filters or order.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::search::index::Index;
use crate::search::matching::{FuzzyLimits, MatchKind, variants};
use crate::search::stop_words::is_stop_word;
use crate::text;

/// The most words of a query that are looked for; further ones are left out.
pub const MAX_WORDS: usize = 12;

/// A query as words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words to look for, as typed but folded; at most [`MAX_WORDS`].
    pub words: Vec<QueryWord>,
    /// How many words beyond these are not looked for.
    pub ignored: usize,
}

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryWord {
    /// The word, folded.
    pub word: String,
    /// Whether an entry must have it.
    pub required: bool,
}

/// The words of an index that answer one word of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordMatches {
    /// Words, by their positions, and how they answer; no word stands here twice.
    pub words: Vec<(Range<usize>, MatchKind)>,
    /// Whether misspellings were looked for.
    pub loose: bool,
    /// How many bytes the typed word has.
    pub typed: usize,
    /// Whether the typed word says nothing about a cause.
    pub is_stop_word: bool,
}

impl Query {
    /// Takes what is typed apart. Any text is a query.
    pub fn parse(typed: &str) -> Self {
        let mut words = text::words(typed);
        if words.len() > MAX_WORDS {
            // A whole sentence: what says little, or was said before, makes room for what does not.
            let mut said = BTreeSet::new();
            words.retain(|word| !is_stop_word(word) && said.insert(word.clone()));
        }
        let ignored = words.len().saturating_sub(MAX_WORDS);
        words.truncate(MAX_WORDS);
        // Where no word says much, each must be found.
        let all = words.iter().all(|word| is_stop_word(word));
        let words = words
            .into_iter()
            .map(|word| QueryWord { required: all || !is_stop_word(&word), word })
            .collect();
        Self { words, ignored }
    }

    /// The same query with words that were typed apart and stand in labels as one, such as `b 12`,
    /// brought together.
    pub fn rejoined(&self, index: &Index) -> Self {
        let known = |word: &str| index.any_in_label(index.exact(word));
        let mut words: Vec<QueryWord> = Vec::new();
        for asked in &self.words {
            if let Some(before) = words.last_mut() {
                let one = format!("{}{}", before.word, asked.word);
                let apart = before.word.len() > 2
                    && asked.word.len() > 2
                    && known(&before.word)
                    && known(&asked.word);
                let little = is_stop_word(&before.word) || is_stop_word(&asked.word);
                if !apart && !little && known(&one) {
                    *before = QueryWord { word: one, required: true };
                    continue;
                }
            }
            words.push(asked.clone());
        }
        Self { words, ignored: self.ignored }
    }
}

impl WordMatches {
    /// The words of an index that a typed word may mean.
    ///
    /// Misspellings are looked for where no label of any entry has a word that is or begins like the
    /// typed one.
    pub fn find(index: &Index, typed: &str) -> Self {
        let exact = index.exact(typed);
        let beginning = index.prefix(typed);
        let mut known = index.any_in_label(beginning.clone());
        let mut words = Vec::new();
        let mut add = |range: Range<usize>, kind| {
            if !range.is_empty() {
                words.push((range, kind));
            }
        };
        add(exact.clone(), MatchKind::Exact);
        add(exact.end..beginning.end, MatchKind::Prefix);
        for variant in variants(typed) {
            let range = index.exact(&variant);
            // A longer variant begins with the typed word and is there already.
            if range.start < beginning.start || range.end > beginning.end {
                known |= index.any_in_label(range.clone());
                add(range, MatchKind::Variant);
            }
        }
        if let Some(limits) = FuzzyLimits::of(typed).filter(|_| !known) {
            for (word, kind) in index.fuzzy(typed, limits) {
                let there = words.iter().any(|(range, _)| range.contains(&word));
                if !there && limits.allows(typed, index.word(word), kind) {
                    words.push((word..word + 1, kind));
                }
            }
        }
        Self { words, loose: !known, typed: typed.len(), is_stop_word: is_stop_word(typed) }
    }

    /// Whether the typed word stands nowhere, and only similar ones answer.
    pub fn is_only_fuzzy(&self) -> bool {
        !self.words.is_empty() && self.words.iter().all(|(_, kind)| kind.is_fuzzy())
    }

    /// How a word of the index answers.
    pub fn kind(&self, word: usize) -> Option<MatchKind> {
        self.words.iter().find(|(range, _)| range.contains(&word)).map(|(_, kind)| *kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_say_little_are_required_only_among_themselves() {
        let required = |typed: &str| -> Vec<String> {
            let words = Query::parse(typed).words.into_iter();
            words.filter(|asked| asked.required).map(|asked| asked.word).collect()
        };
        assert_eq!(required("jerks after the heart attack"), ["heart", "attack"]);
        assert_eq!(required("my jerks"), ["my", "jerks"]);
    }

    #[test]
    fn a_whole_page_pasted_is_cut_after_twelve_words_and_tells_how_many_more_there_are() {
        let page: String = (0..1_000).map(|number| format!("word{number} ")).collect();
        let query = Query::parse(&page);
        assert_eq!((query.words.len(), query.ignored), (MAX_WORDS, 988));
    }

    #[test]
    fn in_a_long_question_the_words_that_say_something_are_kept() {
        let question = "what is the cause of my jerks when i am on the medicine gabapentin";
        let words = Query::parse(question).words.into_iter().map(|asked| asked.word);
        assert_eq!(words.collect::<Vec<_>>(), ["medicine", "gabapentin"]);
    }
}
