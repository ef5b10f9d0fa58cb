//! The list of causes that match the search and the filters.
//!
//! The core decides which rows are shown, and in which order.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::html::Ul;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::web_sys::Element;

use crate::catalogue::{Catalogue, CauseId, Link, Lookup};
use crate::explorer::{Results, Row};
use crate::ui::actions;
use crate::ui::browse::list::cause_row::cause_row;
use crate::ui::browse::list::row;
use crate::ui::browse::list::rows::{Kept, Rows, keep_marks, pressed};
use crate::ui::browse::nothing_found::NothingFound;
use crate::ui::context::ExploreContext;
use crate::view::Page;

/// The labels of the button above the entries without a record.
const HIDE: &str = "Hide these entries";
const SHOW: &str = "Show these entries";

/// The list, and below it the entries without a record for a chosen facet.
#[component]
pub(crate) fn CauseList() -> impl IntoView {
    let context = ExploreContext::expect();
    let whole = NodeRef::<leptos::html::Div>::new();
    let matching = NodeRef::<leptos::html::Ul>::new();
    let unknown = NodeRef::<leptos::html::Ul>::new();
    let rows = Kept::default();
    let embedded = context.embedded.get_untracked();

    // The rows that the first view shows come first.
    let order = StoredValue::new(context.results.with_untracked(making_order));
    let first = if cfg!(target_arch = "wasm32") { FIRST_ROWS } else { usize::MAX };
    let first = order.with_value(|order| order[..first.min(order.len())].to_vec());
    let made = RwSignal::new(first.len());
    let more = Rc::new(RefCell::new(Vec::new()));
    Effect::new(move || make_soon(made, order, matching, !embedded, Rc::clone(&more)));

    let hides = Memo::new(move |_| context.view.with(|view| view.hides_not_recorded));
    let kept = Rc::clone(&rows);
    Effect::new(move || {
        let lists = whole.get().zip(matching.get()).zip(unknown.get());
        let Some(((_, matching), unknown)) = lists else { return };
        let mut kept = kept.borrow_mut();
        let rows = kept.get_or_insert_with(|| Rows::none(Catalogue::bundled().cause_count()));
        order.with_value(|order| take_new(rows, &matching, &order[..made.get()]));
        // Results of another page arrive when this page is about to disappear.
        if context.page.get() != Page::Causes {
            return;
        }
        context.results.with(|results| {
            arrange(rows, &matching, &unknown, results, hides.get());
        });
    });
    keep_marks(context, whole, rows, made.into(), position);

    let all = first.into_iter().map(|id| cause_row(id, !embedded)).collect_view();
    let nothing = move || {
        context.results.with(|results| {
            results.rows.is_empty()
                && (results.not_recorded.is_empty() || !results.ways_out.is_empty())
        })
    };
    let is_asked = move || context.view.with(|view| !view.query.trim().is_empty());
    let not_recorded = move || context.results.with(|results| results.not_recorded.len());
    let toggle = move |_| actions::toggle_not_recorded(context);
    view! {
        <Show when=nothing>
            <NothingFound />
        </Show>
        <div
            node_ref=whole
            class="row-lists"
            aria-busy=move || (made.get() < order.with_value(Vec::len)).then_some("true")
            data-asked=move || is_asked().then_some("true")
            on:click=move |event| pressed(context, &event, link)
        >
            // Without the role, Safari announces no list, because the style removes the bullets.
            <ul node_ref=matching class=row::LIST role="list">
                {all}
            </ul>
            <section
                class="row-list__not-recorded"
                aria-labelledby="not-recorded-list"
                hidden=move || not_recorded() == 0
            >
                <h2 id="not-recorded-list">"Not recorded (" {not_recorded} ")"</h2>
                <p class="list-head__shelf">
                    "The sources do not say whether these match. That does not mean no."
                </p>
                {(!embedded)
                    .then(|| {
                        view! {
                            <button type="button" class="btn" on:click=toggle>
                                {move || if hides.get() { SHOW } else { HIDE }}
                            </button>
                        }
                    })}
                <ul
                    node_ref=unknown
                    class=row::LIST
                    role="list"
                    aria-label="Entries for which this is not recorded"
                ></ul>
            </section>
        </div>
    }
}

/// How many rows are drawn for the first paint, and how many per step after it: as many as fit into
/// a frame on a slow phone.
const FIRST_ROWS: usize = 16;
const MORE_ROWS: usize = 40;

/// The pause that the browser gets between two steps.
const PAUSE: Duration = Duration::from_millis(8);

/// The causes in the order in which their rows are drawn: first those that are shown.
fn making_order(results: &Arc<Results>) -> Vec<CauseId> {
    let catalogue = Catalogue::bundled();
    let shown = results.rows.iter().chain(&results.not_recorded);
    let mut order: Vec<CauseId> = shown.filter_map(|row| cause_of(*row)).collect();
    let mut listed = vec![false; catalogue.cause_count()];
    for id in &order {
        listed[id.index()] = true;
    }
    order.extend(catalogue.cause_ids().filter(|id| !listed[id.index()]));
    order
}

/// The rows drawn after the first paint. They are removed together with the list.
type More = Rc<RefCell<Vec<Box<dyn Any>>>>;

/// Draws the remaining rows, some at a time, so a key pressed in between is answered at once.
fn make_soon(
    made: RwSignal<usize>,
    order: StoredValue<Vec<CauseId>>,
    matching: NodeRef<Ul>,
    comparable: bool,
    more: More,
) {
    set_timeout(
        move || {
            // A page that the reader has left needs no more rows.
            let done = made.try_get_untracked().zip(order.try_with_value(Vec::len));
            let Some((done, all)) = done.filter(|(done, all)| done < all) else { return };
            let Some(Some(list)) = matching.try_get_untracked() else { return };
            let next = all.min(done + MORE_ROWS);
            let causes = order.with_value(|order| order[done..next].to_vec());
            let rows =
                move || causes.into_iter().map(|id| cause_row(id, comparable)).collect_view();
            more.borrow_mut().push(Box::new(mount_to(list.into(), rows)));
            made.set(next);
            make_soon(made, order, matching, comparable, more);
        },
        PAUSE,
    );
}

/// Takes the new rows among those drawn so far, in this order. They are the last ones of the first
/// list.
fn take_new(rows: &mut Rows, matching: &Element, made: &[CauseId]) {
    let new = &made[rows.count()..];
    let items = matching.children();
    let start = items.length().saturating_sub(u32::try_from(new.len()).unwrap_or(u32::MAX));
    for (id, at) in new.iter().zip(start..) {
        items.item(at).into_iter().for_each(|item| rows.take(id.index(), item));
    }
}

/// The cause in a row.
fn cause_of(row: Row) -> Option<CauseId> {
    match row.entry {
        Link::Cause(id) => Some(id),
        _ => None,
    }
}

/// A cause by its slug.
fn cause(slug: &str) -> Option<CauseId> {
    match Catalogue::bundled().find(slug)? {
        Lookup::Cause(id) => Some(id),
        Lookup::Retired(_) => None,
    }
}

/// The position of a cause among all causes, by its slug.
fn position(slug: &str) -> Option<usize> {
    cause(slug).map(CauseId::index)
}

fn link(slug: &str) -> Option<Link> {
    cause(slug).map(Link::Cause)
}

/// Makes the rows of both lists match the results.
fn arrange(
    rows: &mut Rows,
    matching: &Element,
    unknown: &Element,
    results: &Results,
    hides_not_recorded: bool,
) {
    let catalogue = Catalogue::bundled();
    let positions = |rows: &[Row]| -> Vec<usize> {
        rows.iter().filter_map(|row| cause_of(*row).map(CauseId::index)).collect()
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
    let there =
        |list: Vec<usize>| list.into_iter().filter(|row| rows.has(*row)).collect::<Vec<_>>();
    let (fitting, not_recorded) = (there(fitting), there(not_recorded));
    rows.order(0, matching, &fitting);
    rows.order(1, unknown, &not_recorded);
    for row in results.rows.iter().chain(&results.not_recorded) {
        if let Link::Cause(id) = row.entry {
            rows.draw(id.index(), Page::Causes, catalogue.cause(id).name, *row, results);
        }
    }
}
