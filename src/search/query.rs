//! What is typed, as words, and which words of an index each of them may mean.
//!
//! Knows how words are taken for one another, and nothing of weights, filters or order.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::search::index::Index;
use crate::search::matching::{Kind, Leniency, variants};
use crate::search::stop_words::says_little;
use crate::text;

/// The most words of a query that are looked for; further ones are left out.
pub const MOST_WORDS: usize = 12;

/// A query as words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words to look for, as typed but folded; at most [`MOST_WORDS`].
    pub words: Vec<Asked>,
    /// How many words beyond these are not looked for.
    pub beyond: usize,
}

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The word, folded.
    pub word: String,
    /// Whether an entry must have it.
    pub required: bool,
}

/// The words of an index that answer one word of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Words, by their positions, and how they answer; no word stands here twice.
    pub words: Vec<(Range<usize>, Kind)>,
    /// Whether misspellings were looked for.
    pub loose: bool,
    /// How many bytes the typed word has.
    pub typed: usize,
    /// Whether the typed word says nothing about a cause.
    pub says_little: bool,
}

impl Query {
    /// Takes what is typed apart. Any text is a query.
    pub fn parse(typed: &str) -> Self {
        let mut words = text::words(typed);
        if words.len() > MOST_WORDS {
            // A whole sentence: what says little, or was said before, makes room for what does not.
            let mut said = BTreeSet::new();
            words.retain(|word| !says_little(word) && said.insert(word.clone()));
        }
        let beyond = words.len().saturating_sub(MOST_WORDS);
        words.truncate(MOST_WORDS);
        // Where no word says much, each must be found.
        let all = words.iter().all(|word| says_little(word));
        let words = words
            .into_iter()
            .map(|word| Asked { required: all || !says_little(&word), word })
            .collect();
        Self { words, beyond }
    }

    /// The same query with words that were typed apart and stand in labels as one, such as `b 12`,
    /// brought together.
    pub fn rejoined(&self, index: &Index) -> Self {
        let known = |word: &str| index.in_labels(index.exactly(word));
        let mut words: Vec<Asked> = Vec::new();
        for asked in &self.words {
            if let Some(before) = words.last_mut() {
                let one = format!("{}{}", before.word, asked.word);
                let apart = before.word.len() > 2
                    && asked.word.len() > 2
                    && known(&before.word)
                    && known(&asked.word);
                let little = says_little(&before.word) || says_little(&asked.word);
                if !apart && !little && known(&one) {
                    *before = Asked { word: one, required: true };
                    continue;
                }
            }
            words.push(asked.clone());
        }
        Self { words, beyond: self.beyond }
    }
}

impl Answers {
    /// The words of an index that a typed word may mean.
    ///
    /// Misspellings are looked for where no label of any entry has a word that is or begins like the
    /// typed one.
    pub fn find(index: &Index, typed: &str) -> Self {
        let exact = index.exactly(typed);
        let beginning = index.beginning(typed);
        let mut known = index.in_labels(beginning.clone());
        let mut words = Vec::new();
        let mut add = |range: Range<usize>, kind| {
            if !range.is_empty() {
                words.push((range, kind));
            }
        };
        add(exact.clone(), Kind::Exact);
        add(exact.end..beginning.end, Kind::Beginning);
        for variant in variants(typed) {
            let range = index.exactly(&variant);
            // A longer variant begins with the typed word and is there already.
            if range.start < beginning.start || range.end > beginning.end {
                known |= index.in_labels(range.clone());
                add(range, Kind::Variant);
            }
        }
        if let Some(leniency) = Leniency::of(typed).filter(|_| !known) {
            for (word, kind) in index.near(typed, leniency) {
                let there = words.iter().any(|(range, _)| range.contains(&word));
                if !there && leniency.allows(typed, index.word(word), kind) {
                    words.push((word..word + 1, kind));
                }
            }
        }
        Self { words, loose: !known, typed: typed.len(), says_little: says_little(typed) }
    }

    /// Whether the typed word stands nowhere, and only similar ones answer.
    pub fn is_guess(&self) -> bool {
        !self.words.is_empty() && self.words.iter().all(|(_, kind)| kind.is_near())
    }

    /// How a word of the index answers.
    pub fn kind(&self, word: usize) -> Option<Kind> {
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
        assert_eq!((query.words.len(), query.beyond), (MOST_WORDS, 988));
    }

    #[test]
    fn in_a_long_question_the_words_that_say_something_are_kept() {
        let question = "what is the cause of my jerks when i am on the medicine gabapentin";
        let words = Query::parse(question).words.into_iter().map(|asked| asked.word);
        assert_eq!(words.collect::<Vec<_>>(), ["medicine", "gabapentin"]);
    }
}
