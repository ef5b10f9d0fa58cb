//! Ages in numbers: `72 year old`, `six weeks old`, `aged 4`, `girl of 8`, `girl 8`, `she is 72`,
//! `in his sixties`.
//!
//! Knows the values of the axis of ages. A number of years without *old* may be a duration and is
//! left alone.

use super::token::{Token, written};
use super::{Reading, Remark};
use crate::catalogue::{AxisId, AxisValueId};
use crate::text::number;

/// Takes ages out of a text.
pub(super) fn take(typed: &str, tokens: &mut Vec<Token>, reading: &mut Reading) {
    let Some(axis) = AxisId::from_key("age_groups") else { return };
    let mut kept = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        match age(tokens, at) {
            Some((length, groups)) => {
                let values: Vec<AxisValueId> =
                    groups.iter().filter_map(|key| axis.value_from_key(key)).collect();
                if let Some(first) = values.first() {
                    let typed = written(typed, &tokens[at..at + length]);
                    reading.remarks.push(Remark::Age(typed, axis.value(*first).label));
                }
                reading.age = values;
                at += length;
            }
            None => {
                kept.push(tokens[at].clone());
                at += 1;
            }
        }
    }
    *tokens = kept;
}

/// The age at a position: how many words it takes, and the groups that it is in, the closest first.
fn age(tokens: &[Token], at: usize) -> Option<(usize, &'static [&'static str])> {
    let (before, tokens) = (&tokens[..at], &tokens[at..]);
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word.as_str());
    let last = before.last().map_or("", |token| token.word.as_str());
    let found = |length: usize, number: Option<u32>| Some((length, years(number?)?));
    if matches!(word(0), "aged" | "age") {
        let skipped = 1 + usize::from(word(1) == "of");
        return found(skipped + 1, number(word(skipped)));
    }
    // Began at 12: an age, unless an hour or something else is counted.
    if word(0) == "at" && BEGUN.contains(&last) {
        let is_counted = COUNTED.contains(&word(2)) || matches!(word(2), "am" | "pm" | "mg");
        return if is_counted { None } else { found(2, number(word(1))) };
    }
    // Boy of 3.
    if word(0) == "of" && PERSONS.contains(&last) {
        let is_counted = COUNTED.contains(&word(2)) && !is_old(word(3));
        return if is_counted { None } else { found(2, number(word(1))) };
    }
    if let Some(decade) = decade(word(0)) {
        let is_age = matches!(last, "his" | "her" | "my" | "their" | "mid" | "early" | "late");
        return if is_age { found(1, Some(decade + 5)) } else { None };
    }
    let (digits, rest) = tokens.first()?.digits().unwrap_or((word(0), ""));
    let number = number(digits)?;
    if matches!(rest, "yo" | "yr" | "yrs" | "y" | "f" | "m") && digits.len() < 3 {
        let old = usize::from(is_old(word(1)));
        // A letter alone may be anything but for an adult: 72F.
        let clear =
            rest == "yo" || old == 1 || matches!(rest, "f" | "m" | "y") && digits.len() == 2;
        return if clear { found(1 + old, Some(number)) } else { None };
    }
    if !rest.is_empty() {
        return None;
    }
    // Girl 8; he is 72.
    let is_said_of = match before {
        [.., who, verb] if matches!(verb.word.as_str(), "is" | "am") => is_person(&who.word),
        _ => PERSONS.contains(&last),
    };
    match word(1) {
        "yo" => found(2, Some(number)),
        "y" if word(2) == "o" => found(3, Some(number)),
        "year" | "years" | "yr" | "yrs" if is_old(word(2)) => found(3, Some(number)),
        "month" | "months" | "mo" if is_old(word(2)) && number < 12 => Some((3, INFANT)),
        "month" | "months" | "mo" if is_old(word(2)) => found(3, Some(number / 12)),
        "week" | "weeks" | "wk" if is_old(word(2)) => {
            Some((3, if number <= 4 { NEONATE } else { INFANT }))
        }
        "day" | "days" if is_old(word(2)) => Some((3, NEONATE)),
        next if is_said_of && digits.starts_with(|it: char| it.is_ascii_digit()) => {
            let is_counted = COUNTED.contains(&next) || matches!(next, "kg" | "mg" | "cm");
            let with_unit = 1 + usize::from(matches!(next, "year" | "years" | "yr" | "yrs"));
            if is_counted { None } else { found(with_unit, Some(number)) }
        }
        _ => None,
    }
}

/// Whether a word can be the one whose age is given: *she* is 72.
fn is_person(word: &str) -> bool {
    const OTHERS: [&str; 12] = [
        "dad", "father", "grandad", "gran", "he", "husband", "i", "mother", "mum", "nan", "she",
        "wife",
    ];
    PERSONS.contains(&word) || OTHERS.contains(&word)
}

/// Whether a word after a number of years says that it is an age.
fn is_old(word: &str) -> bool {
    matches!(word, "old" | "olds" | "boy" | "girl" | "baby" | "lady" | "man" | "woman")
}

/// The decade that a word such as *sixties* or *60s* names.
fn decade(word: &str) -> Option<u32> {
    let spelt = DECADES.iter().position(|it| *it == word).and_then(|at| u32::try_from(at).ok());
    let digits = || word.strip_suffix('s').filter(|it| it.len() == 2)?.parse().ok();
    spelt.map(|at| 20 + 10 * at).or_else(digits).filter(|it| (20..=90).contains(it))
}

const DECADES: [&str; 8] =
    ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

/// Words after which *of* and a number give an age.
const PERSONS: [&str; 14] = [
    "baby", "boy", "brother", "child", "daughter", "girl", "infant", "kid", "lad", "lady", "man",
    "sister", "son", "woman",
];

/// Words after which *at* and a number give an age.
const BEGUN: [&str; 8] =
    ["beginning", "began", "begin", "begins", "onset", "started", "starting", "starts"];

/// Words that are counted after a number, and are no years.
const COUNTED: [&str; 13] = [
    "children", "day", "days", "fits", "hour", "hours", "minutes", "month", "months", "seizures",
    "times", "week", "weeks",
];

const NEONATE: &[&str] = &["neonate", "infant"];
const INFANT: &[&str] = &["infant", "child"];

/// The groups of an age in years.
fn years(number: u32) -> Option<&'static [&'static str]> {
    Some(match number {
        0 => INFANT,
        1 => &["child", "infant"],
        2..=10 => &["child"],
        11 => &["child", "adolescent"],
        12..=17 => &["adolescent", "child"],
        18..=19 => &["young adult", "adolescent", "adult"],
        20..=39 => &["young adult", "adult"],
        40..=64 => &["adult", "older adult"],
        65..=120 => &["older adult", "adult"],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[test]
    fn an_age_is_a_number_that_is_said_to_be_one() {
        for (typed, expected) in [
            ("72 year old", Some((3, "older adult"))),
            ("72-year-old man", Some((3, "older adult"))),
            ("14 yo", Some((2, "adolescent"))),
            ("72F", Some((1, "older adult"))),
            ("3 y/o", Some((3, "child"))),
            ("6 weeks old", Some((3, "infant"))),
            ("2 day old", Some((3, "neonate"))),
            ("18 months old", Some((3, "child"))),
            ("aged 25", Some((2, "young adult"))),
            ("age of 15", Some((3, "adolescent"))),
            ("six year old", Some((3, "child"))),
            ("five-month-old", Some((3, "infant"))),
            ("8yr old", Some((2, "child"))),
            ("60s", None),
            ("two years ago", None),
            ("3 years ago", None),
            ("5 years", None),
            ("15q", None),
            ("150 years old", None),
        ] {
            let found = age(&tokens(typed), 0).map(|(length, groups)| (length, groups[0]));
            assert_eq!(found, expected, "{typed}");
        }
    }

    #[test]
    fn a_word_before_a_number_can_say_that_it_is_an_age() {
        for (typed, at, expected) in [
            ("boy of 3", 1, Some((2, "child"))),
            ("man of sixty", 1, None),
            ("one of 3", 1, None),
            ("fits began at 12", 2, Some((2, "adolescent"))),
            ("fits began at 3 am", 2, None),
            ("in his sixties", 2, Some((1, "older adult"))),
            ("in her 30s", 2, Some((1, "young adult"))),
            ("beef in the eighties", 3, None),
            ("girl 7 goes blank", 1, Some((1, "child"))),
            ("man 72 years confused", 1, Some((2, "older adult"))),
            ("my brother is 50", 3, Some((1, "adult"))),
            ("she is 8 and jerks", 2, Some((1, "child"))),
            ("she is 30 weeks pregnant", 2, None),
            ("son 2 days after", 1, None),
            ("boy one", 1, None),
            ("type 7", 1, None),
        ] {
            let found = age(&tokens(typed), at).map(|(length, groups)| (length, groups[0]));
            assert_eq!(found, expected, "{typed}");
        }
    }
}
