//! The list of causes that answer the search and the filters.
//!
//! Which rows there are, and in which order, is decided elsewhere.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::web_sys::Element;

use super::cause_row::cause_row;
use super::nothing_found::NothingFound;
use crate::catalogue::{Catalogue, CauseId, Found, Link};
use crate::explorer::{Results, Row};
use crate::ui::context::ExploreContext;
use crate::ui::location;
use crate::ui::rows::{Kept, Rows, keep_marks, pressed};
use crate::view_state::{Page, ViewState};

/// The list, and below it the entries of which it is not recorded whether they fit.
#[component]
pub(crate) fn CauseList() -> impl IntoView {
    let context = ExploreContext::expect();
    let whole = NodeRef::<leptos::html::Div>::new();
    let matching = NodeRef::<leptos::html::Ul>::new();
    let unknown = NodeRef::<leptos::html::Ul>::new();
    let rows = Kept::default();

    let hides = Memo::new(move |_| context.view.with(|view| view.hides_not_recorded));
    let kept = Rc::clone(&rows);
    Effect::new(move || {
        let lists = whole.get().zip(matching.get()).zip(unknown.get());
        let Some(((whole, matching), unknown)) = lists else { return };
        let mut kept = kept.borrow_mut();
        let rows = kept.get_or_insert_with(|| Rows::find(&whole));
        // The results of another page come when this one is about to go.
        if context.page.get() != Page::Causes {
            return;
        }
        context.results.with(|results| {
            arrange(rows, &matching, &unknown, results, hides.get());
        });
    });
    keep_marks(context, whole, rows, position, link);

    let all = Catalogue::embedded().cause_ids().map(cause_row).collect_view();
    let nothing = move || {
        context.results.with(|results| {
            results.rows.is_empty()
                && (results.not_recorded.is_empty() || !results.ways_out.is_empty())
        })
    };
    let not_recorded = move || context.results.with(|results| results.not_recorded.len());
    let toggle = move |_| {
        let view = context.view.with_untracked(|view| ViewState {
            hides_not_recorded: !view.hides_not_recorded,
            ..view.clone()
        });
        location::push(context, view);
    };
    view! {
        <Show when=nothing>
            <NothingFound />
        </Show>
        <div
            node_ref=whole
            class="cause-lists"
            data-asked=move || context.view.with(|view| !view.query.trim().is_empty()).then_some("true")
            on:click=move |event| pressed(context, &event, link)
        >
            // Without the role, Safari tells no list where style takes the bullets away.
            <ul node_ref=matching class="cause-list" role="list">
                {all}
            </ul>
            <section
                class="cause-list__not-recorded"
                aria-labelledby="not-recorded-list"
                hidden=move || not_recorded() == 0
            >
                <h2 id="not-recorded-list">"Not recorded (" {not_recorded} ")"</h2>
                <p class="list-head__shelf">
                    "The sources seen do not say whether these fit, which does not mean no."
                </p>
                <button type="button" class="button" on:click=toggle>
                    {move || if hides.get() { "Show these entries" } else { "Hide these entries" }}
                </button>
                <ul
                    node_ref=unknown
                    class="cause-list"
                    role="list"
                    aria-label="Entries where it is not recorded"
                ></ul>
            </section>
        </div>
    }
}

/// A cause by its slug.
fn cause(slug: &str) -> Option<CauseId> {
    match Catalogue::embedded().find(slug)? {
        Found::Cause(id) => Some(id),
        Found::Retired(_) => None,
    }
}

/// The position of a cause among all causes.
fn position(slug: &str) -> Option<usize> {
    cause(slug).map(CauseId::index)
}

fn link(slug: &str) -> Option<Link> {
    cause(slug).map(Link::Cause)
}

/// Brings the rows of both lists into the state that the results ask for.
fn arrange(
    rows: &mut Rows,
    matching: &Element,
    unknown: &Element,
    results: &Results,
    hides_not_recorded: bool,
) {
    let catalogue = Catalogue::embedded();
    let positions = |rows: &[Row]| -> Vec<usize> {
        let position = |row: &Row| match row.entry {
            Link::Cause(id) => Some(id.index()),
            _ => None,
        };
        rows.iter().filter_map(position).collect()
    };
    let fitting = positions(&results.rows);
    let not_recorded = positions(&results.not_recorded);
    let mut shown = vec![false; catalogue.cause_count()];
    for row in &fitting {
        shown[*row] = true;
    }
    for row in not_recorded.iter().filter(|_| !hides_not_recorded) {
        shown[*row] = true;
    }
    for (row, shown) in shown.iter().enumerate() {
        rows.show(row, *shown);
    }
    rows.order(0, matching, &fitting);
    rows.order(1, unknown, &not_recorded);
    for row in results.rows.iter().chain(&results.not_recorded) {
        if let Link::Cause(id) = row.entry {
            rows.draw(id.index(), Page::Causes, catalogue.cause(id).name, *row, results);
        }
    }
}
