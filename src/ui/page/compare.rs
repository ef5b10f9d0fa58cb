//! Two to four entries side by side: what differs first, then what is alike.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Link};
use crate::entry::{Line, Part, compare};
use crate::ui::actions;
use crate::ui::browse::head::ListHeading;
use crate::ui::browser::location;
use crate::ui::context::ExploreContext;
use crate::ui::element::link;
use crate::ui::element::provenance;
use crate::ui::element::removable::removable;
use crate::ui::entry::findings::in_short;
use crate::ui::landmark;
use crate::ui::wording;
use crate::view::{Page, ViewState};

/// The page on which entries are compared.
#[component]
pub(crate) fn ComparePage() -> impl IntoView {
    let context = ExploreContext::expect();
    let table = move || match context.compared.get() {
        compared if compared.len() < 2 => too_few(context, &compared).into_any(),
        compared => side_by_side(context, &compared).into_any(),
    };
    view! {
        <div class="comparison">
            <ListHeading page=Page::Compare />
            <p class="list-head__intro">{wording::page(Page::Compare).about}</p>
            {table}
            <p class="entry__remark">
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

/// The heading of the findings, with the caution that comparing lists requires.
const FINDINGS: &str = "What is found in patients. A finding that is not listed was not ruled out";

/// The table.
fn side_by_side(context: ExploreContext, compared: &[Link]) -> impl IntoView + use<> {
    let comparison = compare(Catalogue::bundled(), compared);
    let names: Vec<&'static str> = compared.iter().map(|entry| link::name(*entry)).collect();
    let heads = compared.iter().copied().map(|entry| {
        view! {
            <th scope="col" role="columnheader">
                {link::link(entry)} {context.offers_actions().then(|| remove(context, entry))}
            </th>
        }
    });
    let none = comparison.not_recorded.join(", ");
    let lines = |lines: Vec<Line>| lines.into_iter().map(|each| line(each, &names)).collect_view();
    // On a narrow screen the style turns rows and cells into blocks. The roles keep the table.
    view! {
        <table class="comparison__table" role="table" aria-labelledby=landmark::LIST_HEADING>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">"Field"</th>
                    {heads.collect_view()}
                </tr>
            </thead>
            {part(
                "What differs",
                "No recorded facts differ.",
                names.len(),
                lines(comparison.differing),
            )}
            {(!comparison.partly.is_empty())
                .then(|| part("Recorded for some only", "", names.len(), lines(comparison.partly)))}
            {part(
                "What is alike",
                "Nothing is the same for all of them.",
                names.len(),
                lines(comparison.alike),
            )}
            {(!comparison.findings.is_empty())
                .then(|| part(FINDINGS, "", names.len(), lines(comparison.findings)))}
        </table>
        {(!none.is_empty())
            .then(|| {
                view! { <p class="entry__remark">"Not recorded for any of them: " {none} "."</p> }
            })}
    }
}

/// The button that removes an entry and its column from the comparison.
fn remove(context: ExploreContext, entry: Link) -> impl IntoView {
    let label = format!("Remove {}", link::name(entry));
    let remove = move || actions::compare(context, entry);
    removable("button comparison__remove", label, "Remove", remove)
}

/// A part of the table with its heading, or a sentence if it has no lines.
fn part(
    name: &'static str,
    otherwise: &'static str,
    columns: usize,
    lines: Vec<impl IntoView + 'static>,
) -> impl IntoView {
    let empty = lines.is_empty().then(|| {
        view! {
            <tr role="row">
                <td role="cell" colspan=(columns + 1).to_string()>{otherwise}</td>
            </tr>
        }
    });
    view! {
        <tbody role="rowgroup">
            <tr role="row" class="comparison__part">
                <th role="columnheader" scope="colgroup" colspan=(columns + 1).to_string()>
                    {name}
                </th>
            </tr>
            {lines}
            {empty}
        </tbody>
    }
}

/// One field of all entries.
fn line(line: Line, names: &[&'static str]) -> impl IntoView + use<> {
    let cells = line.cells.into_iter().zip(names.to_vec()).map(|(parts, name)| {
        view! {
            <td role="cell">
                // On a narrow screen the head of the column is hidden.
                <span class="comparison__entry" aria-hidden="true">{name}</span>
                {cell(parts)}
            </td>
        }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{in_short(line.name)}</th>
            {cells.collect_view()}
        </tr>
    }
}

/// The values of one cell.
fn cell(parts: Vec<Part>) -> AnyView {
    if parts.is_empty() {
        return view! { <span class="comparison__unknown">"not recorded"</span> }.into_any();
    }
    let parts = parts.into_iter().map(|part| {
        let everywhere = part.everywhere.then_some("true");
        view! { <li data-everywhere=everywhere>{part.words}</li> }
    });
    view! { <ul role="list">{parts.collect_view()}</ul> }.into_any()
}
