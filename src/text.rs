//! Brings names and queries into one form, so that they can be compared.
//!
//! The same functions serve documents and queries. Knows nothing of the catalogue.

use std::ops::Range;

// The build compiles this file from another folder.
#[path = "text/fold.rs"]
mod fold;
#[path = "text/roman.rs"]
mod roman;
#[path = "text/spelling.rs"]
mod spelling;

pub(crate) use self::spelling::{common, spelling};

/// Calls `visit` with each word of a text, folded, and its place in bytes. A word is a run of
/// letters and digits. One that is broken at the end of a line is whole, and a Roman number is read
/// as a number.
pub(crate) fn each_word(text: &str, mut visit: impl FnMut(&str, Range<usize>)) {
    let mut word = String::new();
    let mut before = String::new();
    let mut place = 0..0;
    let mut finish = |word: &mut String, place: Range<usize>| {
        if word.is_empty() {
            return;
        }
        // A sign such as Ⅱ has been folded into letters.
        let written = &text[place.clone()];
        let written = if written.is_ascii() { written } else { word.as_str() };
        if let Some(number) = roman::number(written, &before) {
            *word = number;
        }
        visit(word, place);
        std::mem::swap(&mut before, word);
        word.clear();
    };
    let mut rejoins_at = 0;
    for (at, character) in text.char_indices() {
        if at < rejoins_at {
            continue;
        }
        let length = word.len();
        // Most characters, and what folding makes of them.
        if character.is_ascii_alphanumeric() {
            if length == 0 {
                place.start = at;
            }
            place.end = at + 1;
            word.push(character.to_ascii_lowercase());
            continue;
        }
        fold::fold_into(character, &mut word);
        let folded = &word[length..];
        if folded.is_empty() {
            // An apostrophe or a mark neither ends nor begins a word.
            if length > 0 {
                place.end = at + character.len_utf8();
            }
        } else if folded.chars().all(char::is_alphanumeric) {
            if length == 0 {
                place.start = at;
            }
            place.end = at + character.len_utf8();
        } else {
            word.truncate(length);
            if let Some(rest) = broken_at(&text[at..]).filter(|_| length > 0) {
                rejoins_at = at + rest;
                continue;
            }
            finish(&mut word, place.clone());
        }
    }
    finish(&mut word, place);
}

/// If a text begins with a hyphen at the end of a line, how many bytes to skip to the other half of
/// the word.
fn broken_at(rest: &str) -> Option<usize> {
    let line = rest.strip_prefix(['-', '\u{2010}'])?;
    let next = line.trim_start_matches([' ', '\t', '\r']).strip_prefix('\n')?.trim_start();
    next.starts_with(char::is_lowercase).then_some(rest.len() - next.len())
}

/// The words of a text: folded runs of letters and digits.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, |word, _| words.push(word.to_owned()));
    words
}

/// A number in digits, or in words up to twenty.
pub(crate) fn number(word: &str) -> Option<u32> {
    let spelt = NUMBERS.iter().position(|it| *it == word).and_then(|at| u32::try_from(at).ok());
    spelt.or_else(|| word.parse().ok())
}

const NUMBERS: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// The singular of a folded English word that looks like a plural.
pub(crate) fn singular(word: &str) -> Option<&str> {
    let stem = word.strip_suffix('s')?;
    let plural = stem.len() >= 3 && !stem.ends_with(['s', 'u', 'i']);
    plural.then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(words(text), expected, "{text}");
    }

    #[test]
    fn case_diacritics_and_apostrophes_do_not_matter() {
        check("Behçet's", &["behcets"]);
        check("Behcet’s", &["behcets"]);
        check("Sjögren", &["sjogren"]);
        check("Behc\u{327}et, Sjo\u{308}gren", &["behcet", "sjogren"]);
        check("myo\u{ad}clonus\u{200b}", &["myoclonus"]);
        check("CREUTZFELDT-Jakob", &["creutzfeldt", "jakob"]);
        check("Œdème Łódź", &["oedeme", "lodz"]);
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        check("GABA-B receptor (GABBR1/2)", &["gaba", "b", "receptor", "gabbr1", "2"]);
        check("  , – ", &[]);
        check("", &[]);
    }

    #[test]
    fn a_word_broken_at_the_end_of_a_line_is_whole() {
        check("myo-\nclonus", &["myoclonus"]);
        check("hyper-\r\n  ekplexia", &["hyperekplexia"]);
        check("Creutzfeldt-\nJakob", &["creutzfeldt", "jakob"]);
        check("- one\n- two", &["one", "two"]);
    }

    #[test]
    fn a_roman_number_is_a_number() {
        check("Sialidosis type II, type I", &["sialidosis", "type", "2", "type", "1"]);
        check("type Ⅱ, type ＩＩ", &["type", "2", "type", "2"]);
        check("I jerk", &["i", "jerk"]);
    }

    #[test]
    fn each_word_comes_with_its_place_in_the_text() {
        let text = "Behçet’s (œdème)";
        let mut places = Vec::new();
        each_word(text, |_, place| places.push(&text[place]));
        assert_eq!(places, ["Behçet’s", "œdème"]);
    }

    #[test]
    fn a_word_that_ends_in_s_is_not_always_a_plural() {
        assert_eq!(singular("hiccups"), Some("hiccup"));
        for word in ["myoclonus", "encephalitis", "abscess", "gas", "oms", "cortical"] {
            assert_eq!(singular(word), None, "{word}");
        }
    }

    #[test]
    fn other_scripts_are_kept() {
        check("миоклонус 肌阵挛", &["миоклонус", "肌阵挛"]);
    }
}
