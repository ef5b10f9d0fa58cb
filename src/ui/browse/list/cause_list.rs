//! The list of causes that match the search and the filters.
//!
//! The core decides which rows are shown, and in which order.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Link, Lookup};
use crate::explorer::Row;
use crate::ui::actions;
use crate::ui::browse::list::cause_row::cause_row;
use crate::ui::browse::list::found::Found;
use crate::ui::browse::list::more_rows::{MoreRows, most_rows, room};
use crate::ui::browse::list::row::pressed;
use crate::ui::browse::list::row_list::RowList;
use crate::ui::browse::nothing_found::NothingFound;
use crate::ui::browser::focus::refocus_soon;
use crate::ui::context::ExploreContext;
use crate::ui::element::remade::remade;
use crate::ui::landmark;
use crate::view::Page;

/// The id of the button that hides the entries without a record.
const HIDE: &str = "hide-not-recorded";

/// The list, and below it the entries without a record for a chosen facet.
#[component]
pub(crate) fn CauseList() -> impl IntoView {
    let context = ExploreContext::expect();
    let most = most_rows(context);
    let room = room(context, most);
    let hides = Memo::new(move |_| context.view.with(|view| view.hides_not_recorded));
    let entries = |rows: &[Row]| rows.iter().map(|row| row.entry).collect::<Vec<_>>();
    let matching = Memo::new(move |_| context.results.with(|results| entries(&results.rows)));
    let unknown =
        Memo::new(move |_| context.results.with(|results| entries(&results.not_recorded)));
    let shown = Memo::new(move |_| {
        let room = room.get();
        context.results.with(|results| {
            let found = |row: &Row| Found::of(results, Page::Causes, *row);
            room.fill(results.rows.iter().map(found))
        })
    });
    let shown_unknown = Memo::new(move |_| {
        let room = shown.with(|shown| room.get().without(shown));
        context.results.with(|results| {
            // They come after all that match.
            let is_next = !hides.get() && shown.with(Vec::len) == results.rows.len();
            let rows = results.not_recorded.iter().filter(|_| is_next);
            room.fill(rows.map(|row| Found::of(results, Page::Causes, *row)))
        })
    });
    // Those that are drawn a little later count as shown.
    let count = Memo::new(move |_| matching.with(Vec::len).min(most.get()));
    let count_unknown = Memo::new(move |_| {
        let left = if hides.get() { 0 } else { most.get() };
        unknown.with(Vec::len).min(left.saturating_sub(matching.with(Vec::len)))
    });
    let draw = if context.embedded.get_untracked() { read_only } else { comparable };
    // Those not recorded come after all that match.
    let unknown_begins = move || {
        let not_all = count.get() < matching.with(Vec::len);
        if not_all { 0 } else { unknown.with(Vec::len) }
    };
    view! {
        <NothingFound />
        <div
            class="stack"
            // The rows below the window are still to come.
            aria-busy=move || context.hurry.with(Option::is_some).then_some("true")
            on:click=move |event| pressed(context, &event, link)
        >
            <div>
                <h2 class="vh">"Entries"</h2>
                {remade(move || matching.with(Vec::is_empty), |is_empty| (!is_empty).then(head))}
                <RowList rows=shown.into() draw />
            </div>
            <MoreRows shown=count.into() all=matching.into() offset=Signal::stored(0) />
            <section
                class="stack"
                aria-labelledby="not-recorded-list"
                hidden=move || unknown_begins() == 0
            >
                {remade(move || (unknown_begins(), hides.get()), move |(count, hides)| {
                    not_recorded(context, count, hides)
                })}
                <RowList rows=shown_unknown.into() draw />
                <div hidden=move || hides.get()>
                    <MoreRows
                        shown=count_unknown.into()
                        all=unknown.into()
                        offset=count.into()
                    />
                </div>
            </section>
        </div>
    }
}

/// A row that can be chosen to be compared.
pub(crate) fn comparable(found: &Found) -> AnyView {
    drawn(found, true)
}

/// A row in a frame.
fn read_only(found: &Found) -> AnyView {
    drawn(found, false)
}

fn drawn(found: &Found, comparable: bool) -> AnyView {
    match found.entry {
        Link::Cause(id) => cause_row(id, found, comparable),
        Link::Topic(_) | Link::Category(_) => ().into_any(),
    }
}

/// A cause by its slug.
fn link(slug: &str) -> Option<Link> {
    match Catalogue::bundled().find(slug)? {
        Lookup::Cause(id) => Some(Link::Cause(id)),
        Lookup::Retired(_) => None,
    }
}

/// What the columns and the bar of a row mean. Each row says it in words.
pub(crate) fn head() -> impl IntoView {
    view! {
        <div class="item tiny soft desk-only" aria-hidden="true">
            <p class="key">
                <span>{bar("ue")} "emergency"</span>
                <span>{bar("us")} "soon"</span>
                <span>{bar("ub")} "benign or slow"</span>
                <span>"no bar: not graded; –: not recorded"</span>
            </p>
            <div class="item__marks">
                <span>"begins"</span>
                <span>"goes away"</span>
                <span>"evidence"</span>
            </div>
        </div>
    }
}

fn bar(class: &'static str) -> impl IntoView {
    view! {
        <svg viewBox="0 0 6 6">
            <path class=class d="M0 0h3v6H0z"></path>
        </svg>
    }
}

/// The head of the entries without a record, with the button that hides them.
fn not_recorded(context: ExploreContext, count: usize, hides: bool) -> impl IntoView {
    let toggle = move |_| {
        // The button is drawn anew with its other name, or goes until more rows are shown.
        refocus_soon(&[HIDE, landmark::LIST_HEADING]);
        actions::toggle_not_recorded(context);
    };
    view! {
        <h2 id="not-recorded-list">{format!("Not recorded ({count})")}</h2>
        <p class="small soft">
            "The sources do not say whether these match. That does not mean no."
        </p>
        {(!context.embedded.get_untracked())
            .then(|| {
                view! {
                    <p class="noprint">
                        <button id=HIDE type="button" class="btn" on:click=toggle>
                            {if hides { "Show these entries" } else { "Hide these entries" }}
                        </button>
                    </p>
                }
            })}
    }
}
