//! A page of topics: the list, and the open entry beside it.
//!
//! Types, work-up, treatments, look-alikes and glossary share this arrangement.

use leptos::prelude::*;

use crate::ui::browse::compare_bar::CompareBar;
use crate::ui::browse::facet_panel::FacetPanel;
use crate::ui::browse::head::TopicsHead;
use crate::ui::browse::list::topic_list::TopicList;
use crate::ui::context::ExploreContext;
use crate::ui::entry::pane::open_entry;
use crate::ui::landmark;
use crate::view::Page;

/// A page of topics.
#[component]
pub(crate) fn TopicsPage(
    /// The page.
    page: Page,
) -> impl IntoView {
    let open = ExploreContext::expect().open;
    let filters = page.facets().next().is_some();
    let entry = move || open.get().map(|slug| open_entry(page, slug));
    view! {
        <div
            class=if filters { "browse" } else { "browse browse--topics" }
            data-open=move || open.with(Option::is_some).then_some("true")>
            <div class="browse__head">
                <TopicsHead page />
            </div>
            {filters
                .then(|| {
                    view! { <div class="browse__filters"><FacetPanel page /></div> }
                })}
            <div id=landmark::RESULTS class="browse__list" tabindex="-1">
                <TopicList page />
                {page.is_comparable().then(|| view! { <CompareBar /> })}
            </div>
            <div class="browse__entry">{entry}</div>
        </div>
    }
}
