//! The page of causes: search, filters and list.
//!
//! Knows the arrangement, not the contents.

use leptos::prelude::*;

use crate::ui::browse::compare_bar::CompareBar;
use crate::ui::browse::facet_panel::FacetPanel;
use crate::ui::browse::head::ListHead;
use crate::ui::browse::list::cause_list::CauseList;
use crate::ui::browse::medicine_list::MedicineList;
use crate::ui::landmark;
use crate::view::Page;

/// The page of causes.
#[component]
pub(crate) fn CausesPage() -> impl IntoView {
    let filters = RwSignal::new(false);
    view! {
        <div class="aside">
            <FacetPanel page=Page::Causes unfolded=filters />
            <div class="listing stack">
                <ListHead filters />
                <MedicineList />
                <section
                    id=landmark::RESULTS
                    tabindex="-1"
                    aria-labelledby=landmark::LIST_HEADING
                >
                    <CauseList />
                    <CompareBar />
                </section>
            </div>
        </div>
    }
}
