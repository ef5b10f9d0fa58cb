//! How one word may be meant by another: spellings, beginnings, typing errors.
//!
//! Knows two words at a time, and nothing of the index.

use crate::text;

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

impl Kind {
    /// Whether the word was typed to its end, and not misspelt.
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::Exact | Self::Variant)
    }

    /// Whether the word was misspelt.
    pub const fn is_near(self) -> bool {
        matches!(self, Self::Near(_) | Self::NearBeginning(_))
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

/// How many errors a typed word is forgiven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leniency {
    /// Errors in the whole word.
    pub whole: u8,
    /// Errors in its beginning, if it may be unfinished besides.
    pub beginning: Option<u8>,
}

impl Leniency {
    /// How many errors a word is forgiven, by its length; none for words of three letters and less,
    /// for numbers and for words of other scripts.
    pub fn of(word: &str) -> Option<Self> {
        if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        let (whole, beginning) = match word.len() {
            0..=3 => return None,
            4 | 5 => (1, None),
            6 | 7 => (1, Some(1)),
            8 | 9 => (2, Some(1)),
            _ => (2, Some(2)),
        };
        Some(Self { whole, beginning })
    }

    /// Whether a word near to the typed one may be meant: a misspelling begins with the same letter,
    /// unless it is a single error in a long word.
    pub fn allows(self, typed: &str, word: &str, kind: Kind) -> bool {
        let same_start = typed.as_bytes().first() == word.as_bytes().first();
        same_start || kind == Kind::Near(1) && self.whole > 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_and_numbers_are_forgiven_nothing() {
        for word in ["oms", "sca17", "миоклонус"] {
            assert_eq!(Leniency::of(word), None, "{word}");
        }
        for (word, whole, beginning) in
            [("rett", 1, None), ("failure", 1, Some(1)), ("creutzfeldt", 2, Some(2))]
        {
            assert_eq!(Leniency::of(word), Some(Leniency { whole, beginning }), "{word}");
        }
    }
}
