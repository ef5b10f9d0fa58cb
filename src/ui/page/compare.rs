//! Two to four entries side by side: the facts, what tells causes apart, and what they share.

mod findings;

use leptos::prelude::*;

use self::findings::{apart, shared};
use crate::catalogue::{Catalogue, Link};
use crate::entry::{Begins, Line, Part, begins, compare, label};
use crate::ui::actions;
use crate::ui::browse::head::ListHeading;
use crate::ui::browser::location;
use crate::ui::context::{ExploreContext, rarity};
use crate::ui::element::life::in_words;
use crate::ui::element::link;
use crate::ui::element::provenance;
use crate::ui::element::remade::remade;
use crate::ui::element::removable::removable;
use crate::ui::landmark;
use crate::ui::wording;
use crate::ui::wording::entry::NOT_RECORDED;
use crate::view::{Page, ViewState};

/// The page on which entries are compared.
#[component]
pub(crate) fn ComparePage() -> impl IntoView {
    let context = ExploreContext::expect();
    let table = move |compared: Vec<Link>| {
        if compared.len() < 2 {
            too_few(context, &compared).into_any()
        } else {
            side_by_side(context, &compared).into_any()
        }
    };
    view! {
        <div class="stack">
            <ListHeading page=Page::Compare />
            <p class="lead">{wording::page(Page::Compare).about}</p>
            {remade(move || context.compared.get(), table)}
            <p class="small soft">
                {provenance::in_full()} " Each entry has the sources of its values."
            </p>
        </div>
    }
}

/// How to choose entries, where actions are offered. Elsewhere, what is missing.
fn too_few(context: ExploreContext, compared: &[Link]) -> impl IntoView + use<> {
    let one = compared.first().map(|entry| {
        view! { <p>"So far only one is chosen: " {link::link(*entry)} "."</p> }
    });
    let how = if context.offers_actions() {
        view! {
            <p>
                "Choose two to four "
                <a href=location::href(&ViewState::at(Page::Causes))>"causes"</a>
                " or " <a href=location::href(&ViewState::at(Page::Types))>"types"</a>
                ": press Compare in an open entry, or on a row of the list of causes."
            </p>
        }
        .into_any()
    } else {
        view! { <p>"A comparison needs two to four causes or types."</p> }.into_any()
    };
    view! {
        {one}
        {how}
    }
}

/// The table.
fn side_by_side(context: ExploreContext, compared: &[Link]) -> impl IntoView + use<> {
    let comparison = compare(Catalogue::bundled(), rarity(), compared);
    let columns = compared.len();
    let heads = compared.iter().copied().map(|entry| {
        view! {
            <th scope="col" class="cell">
                {link::link(entry)} " " {context.offers_actions().then(|| remove(context, entry))}
            </th>
        }
    });
    let none = comparison.not_recorded.join(", ");
    let lines = |lines: Vec<Line>| lines.into_iter().map(line).collect::<Vec<_>>();
    // The table scrolls within a region of its own, which the keyboard reaches.
    view! {
        <div class="scroll" role="region" aria-label="Comparison, scrolls sideways" tabindex="0">
            <table class="matrix compared" aria-labelledby=landmark::LIST_HEADING>
                <thead>
                    <tr>
                        <th scope="col">"Field"</th>
                        {heads.collect_view()}
                    </tr>
                </thead>
                <tbody>{in_one_line(compared)} {beginnings(compared)}</tbody>
                {part(
                    "What differs",
                    "No recorded facts differ.",
                    columns,
                    lines(comparison.differing),
                )}
                {part("Recorded for some only", "", columns, lines(comparison.partly))}
                {part(
                    "What is alike",
                    "Nothing is the same for all of them.",
                    columns,
                    lines(comparison.alike),
                )}
                {part(
                    "What tells them apart: recorded of this one alone, the most telling first, \
                     counted by us",
                    "",
                    columns,
                    apart(&comparison.apart),
                )}
                {part(
                    "Recorded of two or more. A finding that is not listed was not ruled out",
                    "",
                    columns,
                    shared(&comparison.shared),
                )}
            </table>
        </div>
        {(!none.is_empty())
            .then(|| {
                view! { <p class="small soft">"Not recorded for any of them: " {none} "."</p> }
            })}
    }
}

/// What each entry is, in one line; nothing if none of them has one.
fn in_one_line(compared: &[Link]) -> Option<AnyView> {
    let catalogue = Catalogue::bundled();
    let leads: Vec<Option<&str>> = compared
        .iter()
        .map(|entry| match entry {
            Link::Cause(id) => catalogue.cause(*id).lead,
            Link::Topic(id) => catalogue.topic(*id).lead,
            Link::Category(_) => None,
        })
        .collect();
    leads.iter().any(Option::is_some).then(|| {
        row(
            "In one line",
            leads.into_iter().map(|lead| lead.map_or_else(unknown, IntoAny::into_any)),
        )
    })
}

/// When each cause begins, drawn and in words; nothing if it is recorded for none of them.
fn beginnings(compared: &[Link]) -> Option<AnyView> {
    let catalogue = Catalogue::bundled();
    let beginnings: Vec<_> = compared
        .iter()
        .map(|entry| match entry {
            Link::Cause(id) => begins(catalogue, catalogue.cause(*id)),
            Link::Topic(_) | Link::Category(_) => None,
        })
        .collect();
    beginnings.iter().any(Option::is_some).then(|| {
        let cell = |it: Option<Begins>| it.map_or_else(unknown, |it| in_words(&it).into_any());
        row(label::BEGINS, beginnings.into_iter().map(cell))
    })
}

/// The button that removes an entry and its column from the comparison.
fn remove(context: ExploreContext, entry: Link) -> impl IntoView {
    let label = format!("Remove {}", link::name(entry));
    let remove = move || actions::compare(context, entry);
    removable("btn noprint", label, "×", remove)
}

/// A part of the table with its heading, or a sentence if it has no lines; nothing without either.
fn part(
    name: &'static str,
    otherwise: &'static str,
    columns: usize,
    lines: Vec<AnyView>,
) -> Option<AnyView> {
    let span = (columns + 1).to_string();
    let none = (lines.is_empty() && !otherwise.is_empty()).then(|| {
        view! {
            <tr>
                <td colspan=span.clone()>{otherwise}</td>
            </tr>
        }
    });
    (!lines.is_empty() || none.is_some()).then(|| {
        view! {
            <tbody>
                <tr class="grp">
                    <th scope="rowgroup" colspan=span>
                        {name}
                    </th>
                </tr>
                {lines}
                {none}
            </tbody>
        }
        .into_any()
    })
}

/// A line of the table.
fn row(name: impl IntoView + 'static, cells: impl Iterator<Item = AnyView>) -> AnyView {
    let cells = cells.map(|cell| view! { <td class="cell">{cell}</td> });
    view! {
        <tr>
            <th scope="row">{name}</th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}

/// A cell without a record.
fn unknown() -> AnyView {
    view! { <span class="none">{NOT_RECORDED}</span> }.into_any()
}

/// One field of all entries.
fn line(line: Line) -> AnyView {
    row(line.name, line.cells.into_iter().map(cell))
}

/// The values of one cell. Those that all entries share step back.
fn cell(parts: Vec<Part>) -> AnyView {
    if parts.is_empty() {
        return unknown();
    }
    let parts = parts.into_iter().map(|part| {
        let everywhere = part.everywhere.then_some("soft");
        view! { <li class=everywhere>{part.words}</li> }
    });
    view! { <ul role="list">{parts.collect_view()}</ul> }.into_any()
}
