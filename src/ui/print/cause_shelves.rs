//! All causes by division and category, for a list that cannot be searched.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, CategoryId, CauseId, DivisionId, Link};
use crate::ui::browse::list::cause_row::cause_row;
use crate::ui::browse::list::found::Found;
use crate::ui::browse::list::row;

/// A category within a division, with its causes by name.
struct Shelf {
    group: DivisionId,
    category: CategoryId,
    causes: Vec<CauseId>,
}

/// All causes by division and category, below a table of contents.
#[component]
pub(crate) fn CauseShelves() -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let shelves = shelves();
    let mut anchors = Vec::new();
    let mut contents = Vec::new();
    let mut parts = Vec::new();
    for (group, wide) in catalogue.divisions() {
        let of_group: Vec<_> = shelves.iter().filter(|shelf| shelf.group == group).collect();
        if of_group.is_empty() {
            continue;
        }
        let mut links = Vec::new();
        let mut sections = Vec::new();
        for shelf in of_group {
            let category = catalogue.category(shelf.category);
            let anchor = anchor(category.slug, wide.slug, &mut anchors);
            let count = shelf.causes.len();
            let row = |id: &CauseId| cause_row(*id, &Found::unsought(Link::Cause(*id)), false);
            let rows = shelf.causes.iter().map(row).collect_view();
            let target = format!("#{anchor}");
            let heading_id = anchor.clone();
            links.push(view! { <li><a href=target>{category.name}</a> " (" {count} ")"</li> });
            sections.push(view! {
                <section class="stack tight" aria-labelledby=heading_id>
                    <h3 id=anchor>{category.name}</h3>
                    <p class="soft">{category.explanation}</p>
                    <ul class=row::LIST role="list">
                        {rows}
                    </ul>
                </section>
            });
        }
        contents.push(view! {
            <li>
                <strong>{wide.name}</strong> <ul class="named" role="list">{links}</ul>
            </li>
        });
        parts.push(view! {
            <h2>{wide.name}</h2>
            <p class="soft">{wide.explanation}</p>
            {sections}
        });
    }
    view! {
        <nav aria-label="Kinds of causes">
            <ul>{contents}</ul>
        </nav>
        {parts}
    }
}

/// Every shelf with causes, in the order of the categories.
fn shelves() -> Vec<Shelf> {
    let catalogue = Catalogue::bundled();
    let mut shelves: Vec<Shelf> = Vec::new();
    for (category, _) in catalogue.categories() {
        for (group, _) in catalogue.divisions() {
            let within = |id: &CauseId| {
                let cause = catalogue.cause(*id);
                cause.category == category && cause.division == group
            };
            let mut causes: Vec<_> = catalogue.cause_ids().filter(within).collect();
            causes.sort_by_key(|id| {
                let cause = catalogue.cause(*id);
                (cause.imported, cause.name.to_lowercase())
            });
            if !causes.is_empty() {
                shelves.push(Shelf { group, category, causes });
            }
        }
    }
    shelves
}

/// The id of a shelf on the page: the slug of its category, with the division in front if another
/// shelf has taken it.
fn anchor(shelf: &str, group: &str, taken: &mut Vec<String>) -> String {
    let mut anchor = shelf.to_owned();
    if taken.contains(&anchor) {
        anchor = format!("{group}-{shelf}");
    }
    taken.push(anchor.clone());
    anchor
}
