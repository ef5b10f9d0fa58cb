//! The rules for what rests on single reports: a plain yes on case reports says how many people
//! stand behind it, and what was seen in very few people is shown with their number.
//!
//! Reads counts and people in the words of claims. Knows nothing of the other fields.

use std::collections::BTreeSet;

use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::read::load::Raw;
use crate::pipeline::read::schema::{RawClaim, RawReversible};
use crate::pipeline::vocabulary::{Reversibility, SourceKind};

/// Counts as words.
const COUNTS: &[&str] =
    &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both", "all"];

/// What people are called.
const PEOPLE: &[&str] = &[
    "adult", "adults", "baby", "babies", "boy", "boys", "child", "children", "girl", "girls",
    "infant", "infants", "man", "men", "newborn", "newborns", "patient", "patients", "people",
    "person", "woman", "women",
];

/// Checks the reversibility of all causes.
pub fn reversibility(raw: &Raw, faults: &mut Faults) {
    let reports: BTreeSet<&str> = raw
        .sources
        .iter()
        .filter(|(kind, _)| *kind == SourceKind::CaseSeries)
        .map(|(_, source)| source.entry.id.as_str())
        .collect();
    for (_, cause) in &raw.causes {
        if let Some(reversible) = &cause.entry.reversible {
            check(cause.place(&cause.entry.id), faults, reversible, &reports);
        }
    }
}

fn check(
    place: Place<'_>,
    faults: &mut Faults,
    reversible: &RawReversible,
    reports: &BTreeSet<&str>,
) {
    let RawReversible { value, shared: _, claims } = reversible;
    let is_yes = value.as_deref() == Some(Reversibility::Yes.key());
    let only_reports = claims.iter().all(|claim| reports.contains(&*claim.source));
    if is_yes && only_reports && !claims.iter().any(counts_people) {
        let said = claims.iter().find_map(|claim| claim.detail.as_deref()).unwrap_or_default();
        let remedy = "say in the detail of a claim how many people stand behind this yes, such \
                      as \"one man: gone after stopping\"";
        place.fault(faults, "reversible.claims", said, remedy);
    }
}

/// Whether the detail of a claim says how many people it is about.
fn counts_people(claim: &RawClaim) -> bool {
    let words = words_of(claim);
    let counts = |word: &String| {
        COUNTS.contains(&&**word) || word.starts_with(|at: char| at.is_ascii_digit())
    };
    words.iter().any(counts) && words.iter().any(|word| PEOPLE.contains(&&**word))
}

fn words_of(claim: &RawClaim) -> Vec<String> {
    let detail = claim.detail.as_deref().unwrap_or_default().to_lowercase();
    detail.split(|at: char| !at.is_alphanumeric()).map(str::to_owned).collect()
}

/// The most people whose number is shown beside the answer: with more, it is no single report.
const FEW: usize = 4;

/// Words of a claim that is also about others than the people it counts.
const GENERAL: &[&str] = &["generally", "mostly", "usually"];

/// How far before the people their number is: "the one reported man".
const NEAR: usize = 3;

/// The words to show in place of an answer if each of its claims counts people, and if they are few
/// together. `None` if one does not say how many it is about.
pub fn said_of_few(value: Reversibility, claims: &[RawClaim]) -> Option<String> {
    let people: Option<Vec<usize>> = claims.iter().map(people).collect();
    let answer = value.label();
    match people?.iter().sum() {
        0 => None,
        1 => Some(format!("{answer} (in one person)")),
        few @ ..=FEW => Some(format!("{answer} (in {} people)", COUNTS[few - 1])),
        _ => None,
    }
}

/// How many people a claim is about: the largest number that stands shortly before people. "A" or
/// "another" is one.
fn people(claim: &RawClaim) -> Option<usize> {
    let words = words_of(claim);
    if words.iter().any(|word| GENERAL.contains(&&**word)) {
        return None;
    }
    let number = |word: &String| match &**word {
        "a" | "an" | "another" | "second" | "third" => Some(1),
        "both" => Some(2),
        "half" | "all" => None,
        word => word.parse().ok().or(COUNTS.iter().position(|it| *it == word).map(|at| at + 1)),
    };
    let before = |at: usize| words[at.saturating_sub(NEAR)..at].iter().rev().find_map(number);
    let are_people = |at: &usize| PEOPLE.contains(&&*words[*at]);
    (0..words.len()).filter(are_people).filter_map(before).max()
}
