//! The page of causes: search, filters, list and the open entry.
//!
//! On a narrow screen the open entry takes the place of the list (`data-open`, in the style
//! sheet). Knows the arrangement, not the contents.

use leptos::prelude::*;

use crate::ui::component::cause_list::CauseList;
use crate::ui::component::compare_bar::CompareBar;
use crate::ui::component::entry_pane::EntryPane;
use crate::ui::component::facet_panel::FacetPanel;
use crate::ui::component::list_head::{self, ListHead};
use crate::ui::context::ExploreContext;
use crate::view_state::Page;

/// The page of causes.
#[component]
pub(crate) fn CausesPage() -> impl IntoView {
    let open = ExploreContext::expect().open;
    view! {
        <div class="browse" data-open=move || open.with(Option::is_some).then_some("true")>
            <div class="browse__head">
                <ListHead />
            </div>
            <div class="browse__filters">
                <FacetPanel page=Page::Causes />
            </div>
            <section
                id="results"
                class="browse__list"
                tabindex="-1"
                aria-labelledby=list_head::HEADING_ID
            >
                <CauseList />
                <CompareBar />
            </section>
            <div class="browse__entry">
                <EntryPane />
            </div>
        </div>
    }
}
