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

/// Divides words such as `RamsayHunt` that are not `known` as they are, but in their parts.
pub(crate) fn divide(typed: &str, tokens: Vec<Token>, known: &dyn Fn(&str) -> bool) -> Vec<Token> {
    let mut divided: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let start = token.place.start;
        let parts = parts_of_camel_case(&typed[token.place.clone()]);
        if parts.len() == 1 {
            divided.push(Token { at: divided.len(), ..token });
            continue;
        }
        let places = parts.into_iter().map(|part| start + part.start..start + part.end);
        let parts: Vec<(String, Range<usize>)> =
            places.map(|place| (text::words(&typed[place.clone()]).concat(), place)).collect();
        if known(&token.word) || !parts.iter().all(|(word, _)| known(word)) {
            divided.push(Token { at: divided.len(), ..token });
            continue;
        }
        for (word, place) in parts {
            divided.push(Token { at: divided.len(), word, place });
        }
    }
    divided
}

/// The parts of a word such as `RamsayHunt`: a part begins with a capital after a small letter. One
/// part if any but the last, which may still be typed, has fewer than three letters.
fn parts_of_camel_case(written: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, pair) in written.as_bytes().windows(2).enumerate() {
        if pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase() {
            parts.push(start..at + 1);
            start = at + 1;
        }
    }
    if parts.iter().any(|part| part.len() < 3) {
        parts.clear();
        start = 0;
    }
    parts.push(start..written.len());
    parts
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

    /// Words that are known.
    const KNOWN: [&str; 15] = [
        "2",
        "adams",
        "atrophy",
        "e",
        "gaucher",
        "hunt",
        "lance",
        "metro",
        "metronidazole",
        "muscular",
        "nidazole",
        "ramsay",
        "spinal",
        "type",
        "vitamin",
    ];

    #[test]
    fn a_name_in_one_word_is_divided_at_its_capitals() {
        for (typed, expected) in [
            ("RamsayHunt syndrome", "ramsay hunt syndrome"),
            ("LanceAdams", "lance adams"),
            ("SpinalMuscularAtrophy", "spinal muscular atrophy"),
            ("VitaminE", "vitamin e"),
            ("GaucherTypeII", "gaucher type 2"),
            ("Ramsay", "ramsay"),
            ("HIV", "hiv"),
            ("mRNA", "mrna"),
            ("McArdle", "mcardle"),
            ("CytomegaloVirus", "cytomegalovirus"),
            ("MetroNidazole", "metronidazole"),
            ("", ""),
        ] {
            let all = divide(typed, tokens(typed), &|word| KNOWN.contains(&word));
            let words: Vec<&str> = all.iter().map(|token| token.word.as_str()).collect();
            assert_eq!(words.join(" "), expected, "{typed}");
            assert!(all.iter().enumerate().all(|(at, token)| token.at == at), "{typed}");
        }
    }
}
