//! The rule that a plain yes which rests on case reports says how many people stand behind it.
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
    let detail = claim.detail.as_deref().unwrap_or_default().to_lowercase();
    let words: Vec<&str> = detail.split(|at: char| !at.is_alphanumeric()).collect();
    let counts =
        |word: &&str| COUNTS.contains(word) || word.starts_with(|at: char| at.is_ascii_digit());
    words.iter().any(counts) && words.iter().any(|word| PEOPLE.contains(word))
}
