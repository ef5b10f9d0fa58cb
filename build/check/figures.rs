//! The rules for what pictures are drawn from: numbers, parts of the body, effects, how soon.
//!
//! Knows one entry at a time, not what others say.

use std::collections::BTreeSet;

use super::validate::{claims, sentence};
use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::kind::Kind;
use crate::pipeline::read::schema::*;

/// The most characters of a short title.
const LONGEST_SHORT: usize = 60;

/// The most characters of the case in which something is due.
const LONGEST_CASE: usize = 90;

/// Lengths and rates.
pub fn timings(place: Place<'_>, faults: &mut Faults, raw: &[RawTiming]) {
    for RawTiming { measured: _, low, high, measure: _, of, converted: _, claims: said } in raw {
        let numbers = [low, high].into_iter().flatten();
        if numbers.clone().any(|number| !number.is_finite() || *number <= 0.0) {
            let remedy = "a length or a rate is a number above 0";
            place.fault(faults, "timings", &format!("{low:?} {high:?}"), remedy);
        }
        match (low, high) {
            (None, None) => {
                place.fault(faults, "timings", "", "give low, high or both");
            }
            (Some(low), Some(high)) if low > high => {
                place.fault(faults, "timings.low", &low.to_string(), "low is above high");
            }
            _ => {}
        }
        if let Some(of) = of {
            sentence(place, faults, "timings.of", of);
        }
        claims(place, faults, "timings.claims", said);
    }
}

/// Shares of people with jerks.
pub fn shares(place: Place<'_>, faults: &mut Faults, raw: &[RawShare]) {
    for share in raw {
        let RawShare { found, of, percent, percent_low, percent_high, group, sign, .. } = share;
        sentence(place, faults, "shares.group", group);
        if let Some(sign) = sign {
            sentence(place, faults, "shares.sign", sign);
        }
        if let Some(found) = found
            && of.is_none_or(|of| of == 0 || *found > of)
        {
            let remedy = "give `of`, the number of people, which is at least `found`";
            place.fault(faults, "shares.found", &found.to_string(), remedy);
        }
        let percents = [percent, percent_low, percent_high].into_iter().flatten();
        for percent in percents.filter(|percent| !(0.0..=100.0).contains(*percent)) {
            place.fault(faults, "shares.percent", &percent.to_string(), "write 0 to 100");
        }
        let ways = [found.is_some(), percent.is_some(), percent_high.is_some()];
        if ways.into_iter().filter(|given| *given).count() > 1 {
            let remedy = "give the share once: found and of, percent, or percent_high";
            place.fault(faults, "shares", group, remedy);
        }
        claims(place, faults, "shares.claims", &share.claims);
    }
}

/// Parts of the body.
pub fn parts(place: Place<'_>, faults: &mut Faults, raw: Option<&RawRecorded<String>>) {
    let Some(RawRecorded { values, claims: said }) = raw else { return };
    let mut seen = BTreeSet::new();
    for value in values {
        if !seen.insert(value) {
            place.fault(faults, "parts", value, "give each value once");
        }
    }
    claims(place, faults, "parts.claims", said);
}

/// Effects of a treatment.
pub fn effects(place: Place<'_>, faults: &mut Faults, raw: &[RawEffect]) {
    let mut seen = BTreeSet::new();
    for RawEffect { on, effect: _, evidence: _, medicines, note, claims: said } in raw {
        if !seen.insert(on) {
            place.fault(faults, "effects.on", on, "give each entry once; \"disputed\" if unsure");
        }
        for words in medicines.iter().chain(note) {
            sentence(place, faults, "effects", words);
        }
        claims(place, faults, "effects.claims", said);
    }
}

/// The short title, the themes and how soon.
pub fn urgency_of_topic(place: Place<'_>, faults: &mut Faults, kind: Kind, topic: &RawTopic) {
    let RawTopic { short, themes, due, timings, parts, effects, .. } = topic;
    if kind == Kind::RedFlag && due.is_empty() {
        place.fault(faults, "due", "", "say how soon every red flag needs help");
    }
    let only = |kinds: &[Kind], field: &str, is_there: bool, faults: &mut Faults| {
        if is_there && !kinds.contains(&kind) {
            let kinds: Vec<_> = kinds.iter().map(|kind| kind.label()).collect();
            let remedy = format!("only for a {}", kinds.join(" or a "));
            place.fault(faults, field, "", remedy);
        }
    };
    only(&[Kind::RedFlag, Kind::Test], "due", !due.is_empty(), faults);
    only(&[Kind::RedFlag], "themes", !themes.is_empty(), faults);
    only(&[Kind::RedFlag, Kind::Step], "short", short.is_some(), faults);
    only(&[Kind::Type], "timings", !timings.is_empty(), faults);
    only(&[Kind::Type], "parts", parts.is_some(), faults);
    only(&[Kind::Treatment], "effects", !effects.is_empty(), faults);
    let limits = short.iter().map(|short| ("short", short, LONGEST_SHORT));
    let cases = due.iter().filter_map(|due| due.when.as_ref());
    for (field, words, most) in limits.chain(cases.map(|when| ("due.when", when, LONGEST_CASE))) {
        sentence(place, faults, field, words);
        let length = words.chars().count();
        if length > most {
            place.fault(faults, field, words, format!("{length} characters; at most {most}"));
        }
    }
}
