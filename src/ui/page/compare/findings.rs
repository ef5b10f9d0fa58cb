//! The findings of the comparison: a bar in each cell, with how often in words below it.
//!
//! A cell without a record is empty to the eye and says so to a screen reader: a finding that is
//! not recorded was not denied.

use leptos::prelude::*;

use super::row;
use crate::catalogue::{Catalogue, FoundFeature, Frequency, TermId};
use crate::entry::{Shared, SharedCell};
use crate::ui::element::table::bar::bar;
use crate::ui::entry::findings::frequency::parts;
use crate::ui::wording::entry::{NOT_RECORDED, absent, frequency};

/// The names of the lines of findings that one entry alone has.
const PLACES: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];

/// The findings that each entry alone has, one line for each place.
pub(super) fn apart(of_each: &[Vec<FoundFeature>]) -> Vec<AnyView> {
    let lines = PLACES.iter().enumerate().map(|(at, place)| {
        let found: Vec<Option<&FoundFeature>> = of_each.iter().map(|own| own.get(at)).collect();
        found.iter().any(Option::is_some).then(|| {
            let cells = found.into_iter().map(|found| match found {
                Some(found) => view! { {name(found.term)} {often(found.frequency)} }.into_any(),
                None => nothing(),
            });
            row(*place, cells)
        })
    });
    lines.flatten().collect()
}

/// The findings of two or more entries.
pub(super) fn shared(lines: &[Shared]) -> Vec<AnyView> {
    let lines = lines.iter().map(|line| {
        let cells = line.cells.iter().map(|cell| match *cell {
            SharedCell::NotRecorded => nothing(),
            SharedCell::Found(frequency) => often(frequency),
            SharedCell::Narrower(term, frequency) => {
                view! { {name(term)} {often(frequency)} }.into_any()
            }
            SharedCell::Absent(frequency) => view! {
                {bar(&parts(frequency, true))}
                <span class="tiny soft">{absent(frequency)}</span>
            }
            .into_any(),
        });
        row(name(line.term), cells)
    });
    lines.collect()
}

/// The name of a finding, with an everyday name.
fn name(term: TermId) -> impl IntoView {
    let term = Catalogue::bundled().term(term);
    let everyday = Some(term.in_everyday_words()).filter(|words| *words != term.label);
    view! {
        {term.label}
        {everyday.map(|words| view! { <span class="tiny soft">" " {words}</span> })}
    }
}

/// How often: the bar, and the words below it.
fn often(often: &'static [Frequency]) -> AnyView {
    let words = if often.is_empty() {
        "found; how often is not recorded".to_owned()
    } else {
        frequency(often)
    };
    view! {
        {bar(&parts(often, false))}
        <span class="tiny soft">{words}</span>
    }
    .into_any()
}

/// A cell without a record.
fn nothing() -> AnyView {
    view! { <span class="vh">{NOT_RECORDED}</span> }.into_any()
}
