//! Lengths of time: *for 3 weeks*, *3 days ago*, *10 years of lithium*.
//!
//! Knows no finding. A number with its unit and nothing else may be an age, and is left.

use crate::text::number;

/// Words before a length of time that belong to it.
const BEFORE: [&str; 15] = [
    "a", "about", "after", "every", "for", "in", "last", "lasting", "onset", "over", "past",
    "previous", "since", "the", "within",
];

/// Words after it that belong to it.
const AFTER: [&str; 7] = ["ago", "after", "before", "earlier", "later", "now", "of"];

/// What is counted.
const UNITS: [&str; 12] = [
    "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
    "year", "years",
];

/// Words for a number that is not said.
const SOME: [&str; 5] = ["a", "few", "many", "several", "some"];

/// A text without its first length of time, if it has one.
pub(super) fn without_length(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let is = |at: usize, all: &[&str]| lower.get(at).is_some_and(|it| all.contains(&it.as_str()));
    let counted =
        |at: &usize| is(at + 1, &UNITS) && (number(&lower[*at]).is_some() || is(*at, &SOME));
    let at = (0..words.len()).find(counted)?;
    if is(at + 2, &["old"]) {
        return None;
    }
    let (mut start, mut end) = (at, at + 2);
    while start > 0 && is(start - 1, &BEFORE) {
        start -= 1;
    }
    while is(end, &AFTER) {
        end += 1;
    }
    let is_all = at == 0 && end == 2 && words.len() == 2;
    (!is_all).then(|| [&words[..start], &words[end..]].concat().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_is_taken_out() {
        for (text, expected) in [
            ("10 years of lithium", Some("lithium")),
            ("3 days ago", Some("")),
            ("for 3 weeks", Some("")),
            ("since ten years", Some("")),
            ("onset 2 weeks ago", Some("")),
            ("worse for two years", Some("worse")),
            ("no alcohol for a few days", Some("no alcohol")),
            ("72 years", None),
            ("nine days old", None),
            ("fever", None),
        ] {
            assert_eq!(without_length(text).as_deref(), expected, "{text}");
        }
    }
}
