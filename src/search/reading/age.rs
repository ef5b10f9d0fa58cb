//! Ages in numbers: `72 year old`, `6 weeks old`, `aged 4`.
//!
//! Knows the values of the axis of ages. A number of years without *old* may be a duration and is
//! left alone.

use super::token::{Token, written};
use super::{Reading, Remark};
use crate::catalogue::{AxisId, AxisValueId};

/// Takes ages out of a text.
pub(super) fn take(typed: &str, tokens: &mut Vec<Token>, reading: &mut Reading) {
    let Some(axis) = AxisId::from_key("age_groups") else { return };
    let mut kept = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        match age(&tokens[at..]) {
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

/// The age with which some words begin: how many words it takes, and the groups that it is in, the
/// closest first.
fn age(tokens: &[Token]) -> Option<(usize, &'static [&'static str])> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word.as_str());
    if matches!(word(0), "aged" | "age") {
        let (digits, rest) = tokens.get(1)?.digits()?;
        return rest.is_empty().then(|| years(digits)).flatten().map(|groups| (2, groups));
    }
    let (digits, rest) = tokens.first()?.digits()?;
    if matches!(rest, "yo" | "yr" | "yrs" | "y" | "f" | "m") && digits.len() < 3 {
        let old = usize::from(word(1) == "old");
        // A letter alone may be anything but for an adult: 72F.
        let clear =
            rest == "yo" || old == 1 || matches!(rest, "f" | "m" | "y") && digits.len() == 2;
        return clear.then(|| years(digits)).flatten().map(|groups| (1 + old, groups));
    }
    if !rest.is_empty() {
        return None;
    }
    let is_old = |at: usize| matches!(word(at), "old" | "olds");
    match word(1) {
        "yo" => years(digits).map(|groups| (2, groups)),
        "y" if word(2) == "o" => years(digits).map(|groups| (3, groups)),
        "year" | "years" | "yr" | "yrs" if is_old(2) => years(digits).map(|groups| (3, groups)),
        "month" | "months" | "mo" if is_old(2) => {
            let months: u32 = digits.parse().ok()?;
            Some((3, if months < 12 { INFANT } else { years(&(months / 12).to_string())? }))
        }
        "week" | "weeks" if is_old(2) => {
            let weeks: u32 = digits.parse().ok()?;
            Some((3, if weeks <= 4 { NEONATE } else { INFANT }))
        }
        "day" | "days" if is_old(2) => Some((3, NEONATE)),
        _ => None,
    }
}

const NEONATE: &[&str] = &["neonate", "infant"];
const INFANT: &[&str] = &["infant", "child"];

/// The groups of an age in years.
fn years(digits: &str) -> Option<&'static [&'static str]> {
    Some(match digits.parse::<u32>().ok()? {
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
            ("3 years ago", None),
            ("5 years", None),
            ("15q", None),
            ("150 years old", None),
        ] {
            let found = age(&tokens(typed)).map(|(length, groups)| (length, groups[0]));
            assert_eq!(found, expected, "{typed}");
        }
    }
}
