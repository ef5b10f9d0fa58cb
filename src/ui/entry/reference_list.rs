//! The numbered references at the foot of an entry.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Source};
use crate::entry::References;
use crate::ui::entry::citation::reference_id;

/// The references of an entry.
pub(crate) fn reference_list(references: &References) -> impl IntoView + use<> {
    let catalogue = Catalogue::bundled();
    let numbered = references.sources().iter().zip(1..);
    let items = numbered
        .map(|(source, number)| reference(number, catalogue.source(*source)))
        .collect_view();
    view! {
        <section aria-labelledby="references-heading">
            <h2 id="references-heading">"References"</h2>
            <ol class="reference-list" role="list">{items}</ol>
        </section>
    }
}

fn reference(number: usize, source: &'static Source) -> impl IntoView {
    view! {
        <li id=reference_id(number) class="reference-list__item" tabindex="-1">
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
        <span class="reference-list__origin">
            {source.authors.map(closed)}
            {source.container.map(closed)}
            {source.year.map(|year| format!(" {year}."))}
        </span>
        " "
        <span class="reference-list__kind">
            {source.kind.label()} " · read: " {source.seen_as} {unlinked}
        </span>
    }
}

/// A part of a bibliographic line, with the full stop that ends it.
fn closed(part: &'static str) -> String {
    let stop = if part.ends_with('.') { "" } else { "." };
    format!(" {part}{stop}")
}
