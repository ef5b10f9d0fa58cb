//! A paragraph for a referral letter, as plain text.
//!
//! Says what was found, the first causes with what speaks for each, and what this is not.

use std::fmt::Write as _;

use super::words::{self, names};
use super::{Sheet, provenance, speaks_for};
use crate::catalogue::CauseId;
use crate::differential::{Answer, Contribution, Sex};
use crate::sorted;

/// How many causes a letter names.
const CAUSES: usize = 5;

/// How many reasons it gives for each.
const REASONS: usize = 3;

/// The paragraph. `date` and `version`, of the data, are written as they come.
pub fn letter(sheet: &Sheet<'_>, date: &str, version: &str) -> String {
    let mut text = String::new();
    let mut line = |line: String| writeln!(text, "{line}").expect("a string can be written");
    if let Some(person) = person(sheet) {
        line(person);
    }
    let heads =
        [("Present", Answer::Present), ("Absent", Answer::Absent), ("Not clear", Answer::Unsure)];
    for (head, answer) in heads {
        let all = names(sheet.catalogue, sheet.findings, answer);
        if !all.is_empty() {
            let all: Vec<&str> = all.iter().map(|(_, name, _)| *name).collect();
            line(format!("{head}: {}.", all.join("; ")));
        }
    }
    let jerks = words::jerks(sheet.findings);
    if !jerks.is_empty() {
        let jerks: Vec<String> =
            jerks.iter().map(|(axis, values)| format!("{axis}: {values}")).collect();
        line(format!("The jerks: {}.", jerks.join("; ")));
    }
    line(provenance(date, version));
    if sheet.ranked.is_enough {
        line("First causes:".to_owned());
        for (id, place) in sheet.ranked.order.iter().take(CAUSES).zip(1..) {
            line(format!("{place}. {}", cause(sheet, *id)));
        }
    } else {
        line("The findings do not say enough to rank causes.".to_owned());
    }
    text
}

/// The ages and the sex, if any is known.
fn person(sheet: &Sheet<'_>) -> Option<String> {
    let findings = sheet.findings;
    let sex = findings.sex.map(|sex| match sex {
        Sex::Female => "female".to_owned(),
        Sex::Male => "male".to_owned(),
        Sex::Other => "sex: other".to_owned(),
    });
    let age = findings.age.map(|age| format!("age {}", words::age(age)));
    let onset = findings.onset.map(|age| format!("onset {}", words::age(age)));
    let parts: Vec<String> = [sex, age, onset].into_iter().flatten().collect();
    let has_age = findings.age.is_some() || findings.onset.is_some();
    let ignored = if has_age && findings.ignores_ages { words::AGES_IGNORED } else { "" };
    (!parts.is_empty())
        .then(|| format!("Patient: {}. {ignored}", parts.join(", ")).trim_end().to_owned())
}

/// A cause with its band and what speaks for it most.
fn cause(sheet: &Sheet<'_>, id: CauseId) -> String {
    let band = sheet.ranked.band(id).label();
    let name = sheet.catalogue.cause(id).name;
    let mut sum: Vec<Contribution> = sheet.differential.contributions(sheet.findings, id);
    sorted::sort_by_key(&mut sum, |it| std::cmp::Reverse(it.points));
    let reasons = speaks_for(sheet.catalogue, sheet.findings, id, &sum, REASONS);
    if reasons.is_empty() {
        format!("{name} ({band})")
    } else {
        format!("{name} ({band}): {}", reasons.join("; "))
    }
}
