//! The list of causes that answer the search and the filters.
//!
//! Which rows there are, and in which order, is decided elsewhere.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::web_sys::{Element, MouseEvent};
use wasm_bindgen::JsCast;

use super::cause_row::cause_row;
use super::nothing_found::NothingFound;
use crate::catalogue::{Catalogue, CauseId, Found, Link};
use crate::explorer::{Results, Row};
use crate::ui::context::ExploreContext;
use crate::ui::location;
use crate::ui::rows::Rows;
use crate::view_state::{Page, ViewState};

/// The list, and below it the entries of which it is not recorded whether they fit.
#[component]
pub(crate) fn CauseList() -> impl IntoView {
    let context = ExploreContext::expect();
    let whole = NodeRef::<leptos::html::Div>::new();
    let matching = NodeRef::<leptos::html::Ul>::new();
    let unknown = NodeRef::<leptos::html::Ul>::new();
    let rows = Rc::new(RefCell::new(None::<Rows>));

    let hides = Memo::new(move |_| context.view.with(|view| view.hides_not_recorded));
    let kept = Rc::clone(&rows);
    Effect::new(move || {
        let lists = whole.get().zip(matching.get()).zip(unknown.get());
        let Some(((whole, matching), unknown)) = lists else { return };
        let mut kept = kept.borrow_mut();
        let rows = kept.get_or_insert_with(|| Rows::find(&whole));
        context.results.with(|results| {
            arrange(rows, &matching, &unknown, results, hides.get());
        });
    });
    let kept = Rc::clone(&rows);
    Effect::new(move |before: Option<Option<usize>>| {
        // After the rows have been found.
        whole.track();
        let now = context.open.with(|slug| position(slug.as_deref()?));
        if let Some(rows) = kept.borrow().as_ref() {
            before.flatten().into_iter().for_each(|row| rows.mark_current(row, false));
            now.into_iter().for_each(|row| rows.mark_current(row, true));
        }
        now
    });
    Effect::new(move || {
        if let Some(whole) = whole.get() {
            context.compared.with(|compared| press_compared(&whole, compared));
        }
    });

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
            on:click=move |event| clicked(context, &event)
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

/// The position of a cause among all causes.
fn position(slug: &str) -> Option<usize> {
    match Catalogue::embedded().find(slug)? {
        Found::Cause(id) => Some(id.index()),
        Found::Retired(_) => None,
    }
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

/// Shows on the rows which of them are put aside to be compared.
fn press_compared(whole: &Element, compared: &[Link]) {
    let catalogue = Catalogue::embedded();
    let buttons = whole.get_elements_by_class_name("cause-row__compare");
    for button in (0..buttons.length()).filter_map(|at| buttons.item(at)) {
        let slug = button.get_attribute("data-slug").unwrap_or_default();
        let pressed = compared.iter().any(|link| match link {
            Link::Cause(id) => catalogue.cause(*id).slug == slug,
            _ => false,
        });
        // Refused only for names that are no attribute.
        let _ = button.set_attribute("aria-pressed", &pressed.to_string());
    }
}

/// A press anywhere on the list: opens an entry without losing the search, or puts one aside.
fn clicked(context: ExploreContext, event: &MouseEvent) {
    // A link that is opened in another tab or window is the browser's affair.
    let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
    if event.default_prevented() || event.button() != 0 || elsewhere {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(pressed) = target.and_then(|target| target.closest("[data-slug]").ok().flatten())
    else {
        return;
    };
    let Some(slug) = pressed.get_attribute("data-slug") else { return };
    event.prevent_default();
    let view = context.view.with_untracked(|view| {
        if pressed.tag_name() == "A" {
            Some(view.opening(&slug))
        } else {
            let row = position(&slug)?;
            Some(view.comparing(Link::Cause(CauseId::at(row))))
        }
    });
    if let Some(view) = view {
        location::push(context, view);
    }
}
