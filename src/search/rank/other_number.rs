//! Which entries have another number than the one that was asked for. Type II does not answer a
//! question about type I, nor SCA14 one about SCA5.
//!
//! Compares a number in a query, and the word before it, with the names of entries. Knows no order.

use super::tally::{Tally, Words};
use crate::entry_set::EntrySet;
use crate::search::stop_words::is_stop_word;
use crate::text;

/// Words before the number of a type, whatever it is a type of.
const TYPES: [&str; 6] = ["form", "grade", "group", "stage", "subtype", "type"];

/// The entries of other numbers.
pub(super) struct OtherNumbers {
    /// The entries.
    pub(super) entries: EntrySet,
    /// What was asked, if no entry has it.
    pub(super) not_here: Vec<String>,
    /// The numbers of these.
    pub(super) without_entry: Words,
}

impl Tally<'_> {
    /// The entries that have a name with another number where the query has one, and no name with
    /// the number that was asked. The last number may be unfinished.
    pub(super) fn other_numbers(&self) -> OtherNumbers {
        let entries = EntrySet::none(self.of.len());
        let mut found = OtherNumbers { entries, not_here: Vec::new(), without_entry: 0 };
        for at in 1..self.words {
            let words = &self.reading.words;
            let before = &words[at - 1].word;
            let is_type = TYPES.contains(&before.as_str());
            if !words[at].required || !is_number(&words[at].word) {
                continue;
            }
            // Whose number it is: the word before it, or before *type*.
            let named = if is_type { at.checked_sub(2) } else { Some(at - 1) };
            let Some(named) = named.filter(|it| !is_stop_word(&words[*it].word)) else { continue };
            let (others, right) = self.with_number(named, at);
            if others.count() > 0 && right.count() == 0 {
                let asked: Vec<&str> =
                    words[named..=at].iter().map(|word| word.word.as_str()).collect();
                found.not_here.push(asked.join(" "));
                found.without_entry |= 1 << at;
            }
            found.entries.add(&others);
        }
        found
    }

    /// Two sets of entries. A name of the first has another number after the word before position
    /// `at` of the query; a name of the second has the number at this position. Both have the word
    /// `named` in the same name.
    fn with_number(&self, named: usize, at: usize) -> (EntrySet, EntrySet) {
        let mut others = EntrySet::none(self.of.len());
        let mut right = others.clone();
        let mut possible = others.clone();
        let (named, asked): (Words, Words) = (1 << named, 1 << at);
        let (before, number) =
            (common(&self.reading.words[at - 1].word), &self.reading.words[at].word);
        let is_last = at + 1 == self.words;
        for (id, name) in &self.names {
            if name.exact & named == 0 {
                continue;
            }
            let text = self.index.text(*id);
            let entry = text.owner.index();
            if name.exact & asked != 0 {
                right.insert(entry);
                continue;
            }
            let words = text::words(self.index.written(*id));
            let mut pairs = words.windows(2).filter(|pair| common(&pair[0]) == before);
            let other = pairs.find_map(|pair| is_number(&pair[1]).then_some(pair[1].as_str()));
            match other {
                Some(other) if is_last && other.starts_with(number.as_str()) => {
                    possible.insert(entry);
                }
                Some(other) if are_different(other, number) => others.insert(entry),
                _ => {}
            }
        }
        others.remove(&right);
        others.remove(&possible);
        // What a phrase leads to is meant.
        for entry in 0..self.of.len() {
            if self.of[entry].led & self.needed != 0 && others.contains(entry) {
                right.insert(entry);
            }
        }
        others.remove(&right);
        (others, right)
    }
}

/// Whether a word is a number, perhaps with a letter: *2*, *2b*.
fn is_number(word: &str) -> bool {
    let digits = word.strip_suffix(|it: char| it.is_ascii_lowercase()).unwrap_or(word);
    !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit())
}

/// Whether two numbers are different: *2a* and *2b* are, *2* and *2b* are not.
fn are_different(one: &str, other: &str) -> bool {
    let digits = |word: &str| word.trim_end_matches(|it: char| it.is_ascii_lowercase()).len();
    one != other && (one[..digits(one)] != other[..digits(other)] || one.len() == other.len())
}

/// The common form of the spellings of a word, in the singular.
fn common(word: &str) -> String {
    let word = text::singular(word).unwrap_or(word);
    text::common(word).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_have_a_letter() {
        for word in ["2", "17", "2b"] {
            assert!(is_number(word), "{word}");
        }
        for word in ["", "b", "2bc", "b2", "15q2"] {
            assert!(!is_number(word), "{word}");
        }
        for (one, other, expected) in
            [("2", "3", true), ("2a", "2b", true), ("2", "2b", false), ("2b", "2", false)]
        {
            assert_eq!(are_different(one, other), expected, "{one} {other}");
        }
    }
}
