//! The map of the causes: a table of their kinds, with one mark for each entry.
//!
//! The marks repeat the numbers beside them. A name leads to the list of that kind.

use std::fmt::Write;

use leptos::prelude::*;

use crate::catalogue::Catalogue;
use crate::facet::{Choice, Facet};
use crate::sorted;
use crate::ui::browser::location;
use crate::ui::context::explorer;
use crate::view::{Page, ViewState};

/// How many marks are in a column, and how far they are apart.
const COLUMN: usize = 5;
const STEP: usize = 7;

/// The marks: the class of each, and its path from the corner of its place.
const MARKS: [(&str, &str); 4] =
    [("ue", "h6v6h-6z"), ("us", "m0 6h6l-3-6z"), ("ub", "m1 1h4v4h-4z"), ("q", "m2 2h2v2h-2z")];

/// What the marks mean.
const MEANINGS: [&str; 4] = [
    "emergency: act now",
    "soon: today or within days",
    "benign or slow, a source says",
    "not graded, which does not mean harmless",
];

/// A kind of cause: how many entries have each grade of urgency, and how many none.
struct Kind {
    choice: Choice,
    name: &'static str,
    grades: [usize; 4],
}

/// The map.
pub(super) fn map() -> impl IntoView {
    let kinds = kinds();
    let catalogue = Catalogue::bundled();
    let all = catalogue.cause_count();
    let groups = catalogue.cause_ids().filter(|id| catalogue.cause(*id).is_group).count();
    let most = kinds.iter().map(|kind| kind.grades.iter().sum::<usize>()).max().unwrap_or(0);
    let width = STEP * most.div_ceil(COLUMN) - 1;
    let key = MARKS.iter().zip(MEANINGS).map(|((class, path), meaning)| {
        view! {
            <span>
                <svg viewBox="0 0 6 6" aria-hidden="true">
                    <path class=*class d=format!("M0 0{path}")></path>
                </svg>
                {meaning}
            </span>
        }
    });
    let rows = kinds.iter().map(|kind| row(kind, width)).collect_view();
    view! {
        <section class="stack" aria-labelledby="map">
            <h2 id="map">{format!("What causes it: {all} entries, one mark each")}</h2>
            <p class="read soft">
                {format!(
                    "A mark is one entry: {} causes and {groups} groups. Choose a name to see its \
                     list. Size here is how many are listed, not how often they happen.",
                    all - groups,
                )}
            </p>
            <p class="key">{key.collect_view()}</p>
            <table class="plot plot--tall">
                <thead>
                    <tr>
                        <th scope="col">"Kind of cause"</th>
                        <th scope="col" class="draw">
                            "Each entry"
                        </th>
                        <th scope="col" class="n">
                            "All"
                        </th>
                        <th scope="col" class="n desk-only">
                            "Emer\u{ad}gency"
                        </th>
                        <th scope="col" class="n desk-only">
                            "Soon"
                        </th>
                        <th scope="col" class="n desk-only">
                            "Benign"
                        </th>
                        <th scope="col" class="n desk-only">
                            "Not graded"
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

/// One kind of cause.
fn row(kind: &Kind, width: usize) -> impl IntoView + use<> {
    let to = ViewState::at(Page::Causes).choosing(vec![kind.choice]);
    let [emergency, soon, benign, not_graded] = kind.grades;
    let all: usize = kind.grades.iter().sum();
    let in_words =
        format!("{emergency} emergency · {soon} soon · {benign} benign · {not_graded} not graded");
    let numbers = kind.grades.map(|count| {
        let number = if count == 0 { "–".to_owned() } else { count.to_string() };
        view! { <td class="n desk-only">{number}</td> }
    });
    view! {
        <tr>
            <th scope="row">
                <a href=location::href(&to)>{kind.name}</a>
                " "
                <span class="phone-only tiny soft">{in_words}</span>
            </th>
            <td class="draw units">{drawn(kind, width)}</td>
            <td class="n">
                <b>{all}</b>
            </td>
            {numbers}
        </tr>
    }
}

/// The marks of a kind, column by column.
fn drawn(kind: &Kind, width: usize) -> impl IntoView + use<> {
    let mut at = 0;
    let paths = MARKS.iter().zip(kind.grades).map(|((class, mark), count)| {
        let mut path = String::new();
        for place in at..at + count {
            let (x, y) = (place / COLUMN * STEP, place % COLUMN * STEP);
            // Writing into a string does not fail.
            let _ = write!(path, "M{x} {y}{mark}");
        }
        at += count;
        (count > 0).then(|| view! { <path class=*class d=path></path> })
    });
    let paths = paths.collect_view();
    let view_box = format!("0 0 {width} {}", STEP * COLUMN - 1);
    view! {
        <svg viewBox=view_box preserveAspectRatio="xMinYMid meet" aria-hidden="true">
            {paths}
        </svg>
    }
}

/// The widest groups of causes, those with most entries first.
fn kinds() -> Vec<Kind> {
    let facets = explorer().facets();
    let groups = facets.table(Facet::GROUP);
    let grades = &facets.table(Facet::URGENCY).values;
    let widest = groups.choices().zip(&groups.values).filter(|(_, it)| it.parents.is_empty());
    let mut kinds: Vec<Kind> = widest
        .map(|(choice, value)| {
            let mut counts = [0; 4];
            for (count, grade) in counts.iter_mut().zip(grades) {
                *count = value.entries.count_common(&grade.entries);
            }
            counts[3] = value.entries.count() - counts.iter().sum::<usize>();
            Kind { choice, name: value.label, grades: counts }
        })
        .collect();
    sorted::sort_by_key(&mut kinds, |kind| std::cmp::Reverse(kind.grades.iter().sum::<usize>()));
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_has_one_mark() {
        let all: usize = kinds().iter().flat_map(|kind| kind.grades).sum();
        assert_eq!(all, Catalogue::bundled().cause_count());
    }

    #[test]
    fn a_kind_counts_as_many_as_its_list_shows() {
        for kind in kinds() {
            let view = ViewState::at(Page::Causes).choosing(vec![kind.choice]);
            let shown = explorer().explore(&view).rows.len();
            assert_eq!(kind.grades.iter().sum::<usize>(), shown, "{}", kind.name);
        }
    }
}
