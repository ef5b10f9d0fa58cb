//! What is typed, as words, and which words of an index each of them may mean.
//!
//! Knows how words are taken for one another, and nothing of weights, filters or order.

use std::ops::Range;

use crate::common_words::says_little;
use crate::index::Index;
use crate::text;

/// The most words of a query that are looked for; further ones are left out.
pub const MOST_WORDS: usize = 12;

/// A query as words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words to look for, as typed but folded; at most [`MOST_WORDS`].
    pub words: Vec<Asked>,
    /// Words beyond these.
    pub beyond: Vec<String>,
}

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The word, folded.
    pub word: String,
    /// Whether an entry must have it.
    pub required: bool,
}

/// How a word of the index answers a word of the query; better is less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It is the same word.
    Exact,
    /// It is the same word in another spelling, or its singular.
    Variant,
    /// It begins so.
    Beginning,
    /// It differs by this many typing errors.
    Near(u8),
    /// It begins with what was typed but for this many errors.
    NearBeginning(u8),
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
}

impl Query {
    /// Takes what is typed apart. Any text is a query.
    pub fn parse(typed: &str) -> Self {
        let mut words = text::words(typed);
        let beyond =
            if words.len() > MOST_WORDS { words.split_off(MOST_WORDS) } else { Vec::new() };
        // Where no word says much, each must be found.
        let all = words.iter().all(|word| says_little(word));
        let words = words
            .into_iter()
            .map(|word| Asked { required: all || !says_little(&word), word })
            .collect();
        Self { words, beyond }
    }
}

impl Answers {
    /// The words of an index that a typed word may mean.
    ///
    /// Misspellings are looked for where no label of any entry has a word that is or begins like the
    /// typed one, or where `loosely` asks for them.
    pub fn find(index: &Index, typed: &str, loosely: bool) -> Self {
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
        let loose = loosely || !known;
        if loose && let Some((limit, beginnings)) = leniency(typed) {
            for near in index.near(typed, limit, beginnings) {
                let there = words.iter().any(|(range, _)| range.contains(&near.word));
                let same_start =
                    index.word(near.word).as_bytes().first() == typed.as_bytes().first();
                if !there && (same_start || typed.len() > SHORT) {
                    let kind = if near.unfinished {
                        Kind::NearBeginning(near.errors)
                    } else {
                        Kind::Near(near.errors)
                    };
                    words.push((near.word..near.word + 1, kind));
                }
            }
        }
        Self { words, loose, typed: typed.len() }
    }

    /// How a word of the index answers.
    pub fn kind(&self, word: usize) -> Option<Kind> {
        self.words.iter().find(|(range, _)| range.contains(&word)).map(|(_, kind)| *kind)
    }
}

/// Other spellings of a folded word, and its singular; none twice.
pub fn variants(word: &str) -> Vec<String> {
    let singular = text::singular(word);
    let spellings = [text::spelling(word), singular.and_then(text::spelling)];
    let mut variants: Vec<String> =
        singular.map(str::to_owned).into_iter().chain(spellings.into_iter().flatten()).collect();
    variants.sort_unstable();
    variants.dedup();
    variants
}

/// The longest word that is short: a misspelling of it must begin with the same letter.
pub const SHORT: usize = 5;

/// How many errors a typed word is forgiven, and whether it may be unfinished besides; none for
/// words of three letters and less, for numbers and for words of other scripts.
pub fn leniency(word: &str) -> Option<(u8, bool)> {
    if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    match word.len() {
        0..=3 => None,
        4 | 5 => Some((1, false)),
        6 | 7 => Some((1, true)),
        _ => Some((2, true)),
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
    fn short_words_and_numbers_are_forgiven_nothing() {
        assert_eq!(leniency("oms"), None);
        assert_eq!(leniency("sca17"), None);
        assert_eq!(leniency("миоклонус"), None);
        assert_eq!(leniency("rett"), Some((1, false)));
        assert_eq!(leniency("failure"), Some((1, true)));
        assert_eq!(leniency("creutzfeldt"), Some((2, true)));
    }

    #[test]
    fn a_whole_page_pasted_is_cut_after_twelve_words_and_tells_the_rest() {
        let query = Query::parse(&"hiccup ".repeat(1_000));
        assert_eq!((query.words.len(), query.beyond.len()), (MOST_WORDS, 988));
    }
}
