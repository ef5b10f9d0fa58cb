//! The actions of a reader. Each one derives a new view from the present one and shows it.
//!
//! Does not know which element offers an action, or how a view gets into the address.

use leptos::prelude::*;

use crate::catalogue::Link;
use crate::facet::{Choice, Facet};
use crate::sorted;
use crate::ui::browser::hurry::hurry;
use crate::ui::browser::location;
use crate::ui::context::{ExploreContext, explorer};
use crate::view::{Order, Page, ViewState};

/// Searches for other words. Typing adds nothing to the history.
pub(crate) fn ask(context: ExploreContext, query: String) {
    hurry(context);
    location::replace(context, context.view.with_untracked(|view| view.asking(query)));
}

/// Chooses a value of a facet, or removes it if it is chosen.
pub(crate) fn press(context: ExploreContext, choice: Choice) {
    show(context, |view| view.choosing(explorer().facets().pressing(choice, &view.chosen)));
}

/// Chooses one value of a facet in place of others, or none.
pub(crate) fn choose(context: ExploreContext, facet: Facet, value: Option<Choice>) {
    show(context, |view| {
        let mut view = view.lifting(facet);
        view.chosen.extend(value);
        sorted::sort(&mut view.chosen);
        view
    });
}

/// Removes one filter: a facet or, for `None`, the search words.
pub(crate) fn lift(context: ExploreContext, filter: Option<Facet>) {
    show(context, |view| match filter {
        Some(facet) => view.lifting(facet),
        None => view.asking(String::new()),
    });
}

/// Removes every filter.
pub(crate) fn clear(context: ExploreContext) {
    show(context, ViewState::unfiltered);
}

/// Lists the causes in another order.
pub(crate) fn order(context: ExploreContext, order: Order) {
    show(context, |view| view.ordering(order));
}

/// Hides the entries without a record for a chosen facet, or shows them again.
pub(crate) fn toggle_not_recorded(context: ExploreContext) {
    show(context, |view| ViewState {
        hides_not_recorded: !view.hides_not_recorded,
        ..view.clone()
    });
}

/// Opens an entry of the present page.
pub(crate) fn open(context: ExploreContext, slug: &str) {
    show(context, |view| view.opening(slug));
}

/// Goes to the start. The comparison stays.
pub(crate) fn start_anew(context: ExploreContext) {
    show(context, |view| ViewState {
        compared: view.compared.clone(),
        ..ViewState::at(Page::Home)
    });
}

/// Closes the open entry. Returns whether there was one.
pub(crate) fn close(context: ExploreContext) -> bool {
    let open = context.open.with_untracked(Option::is_some);
    if open {
        show(context, ViewState::closing);
    }
    open
}

/// Adds an entry to the comparison, or removes it.
pub(crate) fn compare(context: ExploreContext, entry: Link) {
    show(context, |view| view.comparing(entry));
}

/// Shows a view derived from the present one, and adds it to the history.
fn show(context: ExploreContext, next: impl FnOnce(&ViewState) -> ViewState) {
    location::push(context, context.view.with_untracked(next));
}
