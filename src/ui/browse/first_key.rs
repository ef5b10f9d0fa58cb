//! The rehearsal of the search, so that the first key is answered sooner.

use std::hint::black_box;

use leptos::prelude::*;

use crate::ui::browse::list::cause_list::comparable;
use crate::ui::browse::list::found::Found;
use crate::ui::browser::rehearsal::{Rehearsal, draw_unseen};
use crate::ui::context::{ExploreContext, Searched, explorer};
use crate::view::{Page, ViewState};

/// A search with a typing error, and rows with marked words.
static STEPS: Rehearsal<()> = Rehearsal::of(&[look_for_a_misspelt_word, draw_some_rows]);

/// How many rows are drawn.
const ROWS: usize = 3;

/// Takes a step, unless the reader has typed something or cannot. Returns whether there was one.
pub(crate) fn rehearse(context: ExploreContext) -> bool {
    let is_untouched = context.view.with_untracked(|view| view.query.is_empty());
    is_untouched && context.offers_actions() && STEPS.step(())
}

fn look_for_a_misspelt_word((): ()) {
    black_box(found("siezure"));
}

fn draw_some_rows((): ()) {
    let found = found("jer");
    for row in found.rows.iter().take(ROWS) {
        let shown = Found::of(&found, Page::Causes, *row);
        draw_unseen(move || comparable(&shown));
    }
}

fn found(query: &str) -> Searched {
    let by = explorer();
    Searched::new(by, by.explore(&ViewState::at(Page::Causes).asking(query.to_owned())))
}
