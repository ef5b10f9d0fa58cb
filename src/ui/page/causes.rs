//! The page of causes: search, filters, list and the open entry.
//!
//! On a narrow screen the open entry takes the place of the list (`data-open`, in the style
//! sheet). Knows the arrangement, not the contents.

use leptos::prelude::*;

use crate::ui::component::category_filter::CategoryFilter;
use crate::ui::component::cause_list::{self, CauseList};
use crate::ui::component::entry_pane::{self, EntryPane};
use crate::ui::component::list_head::{self, ListHead};
use crate::ui::context::ExploreContext;
use crate::ui::focus::{focus_soon, return_focus_soon};

/// The page of causes.
#[component]
pub(crate) fn CausesPage() -> impl IntoView {
    let open = ExploreContext::expect().open;
    Effect::new(move |before: Option<Option<String>>| {
        let now = open.get();
        match (before, now.as_deref()) {
            // The first run: the reader has just arrived, and the focus stays at the top.
            (None, _) => {}
            (Some(_), Some(_)) => focus_soon(entry_pane::HEADING_ID),
            (Some(Some(closed)), None) => {
                return_focus_soon(cause_list::row_id(&closed), list_head::HEADING_ID);
            }
            (Some(None), None) => {}
        }
        now
    });

    view! {
        <div class="causes" data-open=move || open.with(Option::is_some).then_some("true")>
            <div class="causes__head">
                <ListHead />
            </div>
            <div class="causes__filters">
                <CategoryFilter />
            </div>
            <section class="causes__list" aria-labelledby=list_head::HEADING_ID>
                <CauseList />
            </section>
            <div class="causes__entry">
                <EntryPane />
            </div>
        </div>
    }
}
