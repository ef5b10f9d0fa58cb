//! The page of causes: search, filters, list and the open entry.
//!
//! On a narrow screen the open entry takes the place of the list (`data-open`, in the style
//! sheet). Knows the arrangement, not the contents.

use leptos::prelude::*;

use crate::ui::browse::cause_list::CauseList;
use crate::ui::browse::compare_bar::CompareBar;
use crate::ui::browse::facet_panel::FacetPanel;
use crate::ui::browse::head::{self, ListHead};
use crate::ui::context::ExploreContext;
use crate::ui::entry::pane::EntryPane;
use crate::view::Page;

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
                aria-labelledby=head::HEADING_ID
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
