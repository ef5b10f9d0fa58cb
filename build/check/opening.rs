//! The rules for the texts that open an entry, its plain text, its clinical text, its lead, and for
//! the main caution of a treatment, which is as short as a lead.
//!
//! Knows how long they may be and that they are finished, not which entries need them.

use super::validate::sentence;
use super::wording;
use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::vocabulary::FieldName;

/// How many words a plain text may have.
const MOST_WORDS: usize = 60;

/// The most characters of a lead or a main caution: one line of a row.
const LONGEST_LEAD: usize = 110;

/// The rules for a lead, besides those for every text.
pub fn lead(place: Place<'_>, faults: &mut Faults, lead: Option<&str>) {
    let Some(lead) = lead else { return };
    sentence(place, faults, "lead", lead);
    if let Some(remedy) = wording::unfinished(lead) {
        place.fault(faults, "lead", lead, remedy);
    }
    line(place, faults, "lead", lead);
}

fn line(place: Place<'_>, faults: &mut Faults, field: &str, text: &str) {
    let length = text.chars().count();
    if length > LONGEST_LEAD {
        let remedy = format!("{length} characters; write at most {LONGEST_LEAD}");
        place.fault(faults, field, text, remedy);
    }
}

/// The rules for the text of a field, besides those for every text. Other fields than a plain text
/// and a main caution have none.
pub fn text(place: Place<'_>, faults: &mut Faults, field: &str, text: &str) {
    let Some(name) = FieldName::from_key(field) else { return };
    if name == FieldName::Caution {
        line(place, faults, field, text);
    }
    let words = text.split_whitespace().count();
    if name == FieldName::Plain && words > MOST_WORDS {
        place.fault(faults, field, text, format!("{words} words; write at most {MOST_WORDS}"));
    }
}
