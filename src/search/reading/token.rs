//! The words of a typed text, each with its place in it.
//!
//! Knows no meaning.

use std::ops::Range;

use crate::text;

/// One word of a typed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Its position among all words.
    pub(crate) at: usize,
    /// The word, folded.
    pub(crate) word: String,
    /// Its place in the text, in bytes.
    pub(crate) place: Range<usize>,
}

impl Token {
    /// Whether it has no characters but digits.
    pub(crate) fn is_number(&self) -> bool {
        self.word.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Splits it into its leading digits and the rest; `None` if it has none.
    pub(crate) fn digits(&self) -> Option<(&str, &str)> {
        let end = self.word.find(|it: char| !it.is_ascii_digit()).unwrap_or(self.word.len());
        (end > 0).then(|| self.word.split_at(end))
    }
}

/// The words of a text.
pub(crate) fn tokens(typed: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    text::each_word(typed, |word, place| {
        tokens.push(Token { at: tokens.len(), word: word.to_owned(), place });
    });
    tokens
}

/// The two halves of a word such as `RamsayHunt`, folded: a small letter before a capital one.
pub(crate) fn parts_of_camel_case(written: &str) -> Option<(String, String)> {
    let bytes = written.as_bytes();
    let mut inner = bytes.windows(2).enumerate();
    let (at, _) =
        inner.find(|(_, pair)| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())?;
    let (first, second) = written.split_at(at + 1);
    (first.len() > 2 && second.len() > 2)
        .then(|| (text::words(first).concat(), text::words(second).concat()))
}

/// The part of a typed text that some neighbouring words span.
pub(crate) fn written(typed: &str, tokens: &[Token]) -> String {
    let start = tokens.first().map_or(0, |token| token.place.start);
    let end = tokens.last().map_or(start, |token| token.place.end);
    typed.get(start..end).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_one_word_has_two_halves() {
        let halves = |one: &str, two: &str| Some((one.to_owned(), two.to_owned()));
        assert_eq!(parts_of_camel_case("RamsayHunt"), halves("ramsay", "hunt"));
        assert_eq!(parts_of_camel_case("LanceAdams"), halves("lance", "adams"));
        for word in ["Ramsay", "HIV", "mRNA", "McArdle", ""] {
            assert_eq!(parts_of_camel_case(word), None, "{word}");
        }
    }
}
