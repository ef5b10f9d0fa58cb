//! The page of causes: search, filters, list and the open entry.
//!
//! On a narrow screen the open entry replaces the list (`data-open` in the style sheet). Knows the
//! arrangement, not the contents.

use leptos::prelude::*;

use crate::ui::browse::compare_bar::CompareBar;
use crate::ui::browse::facet_panel::FacetPanel;
use crate::ui::browse::head::ListHead;
use crate::ui::browse::list::cause_list::CauseList;
use crate::ui::browse::medicine_list::MedicineList;
use crate::ui::context::ExploreContext;
use crate::ui::entry::pane::open_entry;
use crate::ui::entry::reading_guide::ReadingGuide;
use crate::ui::landmark;
use crate::view::Page;

/// The page of causes.
#[component]
pub(crate) fn CausesPage() -> impl IntoView {
    let open = ExploreContext::expect().open;
    let entry = move || match open.get() {
        Some(slug) => open_entry(Page::Causes, slug),
        None => view! { <ReadingGuide /> }.into_any(),
    };
    view! {
        <div class="browse" data-open=move || open.with(Option::is_some).then_some("true")>
            <div class="browse__head">
                <ListHead />
                <MedicineList />
            </div>
            <div class="browse__filters">
                <FacetPanel page=Page::Causes />
            </div>
            <section
                id=landmark::RESULTS
                class="browse__list"
                tabindex="-1"
                aria-labelledby=landmark::LIST_HEADING
            >
                <CauseList />
                <CompareBar />
            </section>
            <div class="browse__entry">{entry}</div>
        </div>
    }
}
