//! The numbered references of an entry, and how many there are of each kind.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Source, SourceKind};
use crate::entry::References;
use crate::ui::edition::Edition;
use crate::ui::element::table::bar::squares;
use crate::ui::entry::citation::reference_id;

/// The references of an entry, one press away; nothing if there are none. Where no program opens
/// them for a reference number, they are open.
pub(crate) fn reference_list(references: &References) -> Option<AnyView> {
    let catalogue = Catalogue::bundled();
    let count = references.sources().len();
    let numbered = references.sources().iter().zip(1..);
    let items = numbered
        .map(|(source, number)| reference(number, catalogue.source(*source)))
        .collect_view();
    (count > 0).then(|| {
        view! {
            <details open=Edition::is_printed()>
                <summary>
                    <b>{count} {if count == 1 { " source" } else { " sources" }}</b>
                </summary>
                <ol class="references" role="list">{items}</ol>
            </details>
        }
        .into_any()
    })
}

/// How many references are of each kind, with a square for each.
pub(crate) fn kinds(references: &References) -> Option<AnyView> {
    let catalogue = Catalogue::bundled();
    let of = |kind: SourceKind| {
        let kinds = references.sources().iter().map(|source| catalogue.source(*source).kind);
        kinds.filter(|other| *other == kind).count()
    };
    let rows = SourceKind::ALL.iter().map(|kind| (kind.label(), of(*kind)));
    let rows = rows.filter(|(_, count)| *count > 0).map(|(label, count)| {
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td class="draw units">{squares(count)}</td>
                <td class="n">{count}</td>
            </tr>
        }
    });
    (!references.sources().is_empty()).then(|| {
        view! {
            <table class="plot">
                <caption class="vh">"Sources by kind"</caption>
                <thead class="vh">
                    <tr>
                        <th scope="col">"Kind of source"</th>
                        <th scope="col">"Each source"</th>
                        <th scope="col">"Number"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any()
    })
}

fn reference(number: usize, source: &'static Source) -> impl IntoView {
    view! {
        <li id=reference_id(number) tabindex="-1">
            <b>{number}</b>
            " "
            {source_line(source)}
        </li>
    }
}

/// A source as a bibliographic line, with its kind and how much of it was read.
pub(crate) fn source_line(source: &'static Source) -> impl IntoView {
    let title = match source.address() {
        Some(address) => {
            view! { <a href=address rel="external noreferrer">{source.title}</a> }.into_any()
        }
        None => view! { <span>{source.title}</span> }.into_any(),
    };
    let unlinked = source.address().is_none().then_some(" · no link available");
    // Without style, only this full stop separates the title from what follows.
    let ends = source.title.ends_with(['.', '?', '!']);
    view! {
        {title}
        {(!ends).then_some(".")}
        <span>
            {source.credits().map(closed).collect_view()}
            {source.year.map(|year| format!(" {year}."))}
        </span>
        " "
        <span class="soft">{source.kind.label()} " · read: " {source.seen_as} {unlinked}</span>
    }
}

/// A part of a bibliographic line, with the full stop that ends it.
fn closed(part: &'static str) -> String {
    let stop = if part.ends_with('.') { "" } else { "." };
    format!(" {part}{stop}")
}
