//! A page of topics: search, filters and list.
//!
//! Types, work-up, treatments, look-alikes and glossary share this arrangement.

use leptos::prelude::*;

use crate::ui::browse::compare_bar::CompareBar;
use crate::ui::browse::facet_panel::FacetPanel;
use crate::ui::browse::head::TopicsHead;
use crate::ui::browse::list::topic_list::TopicList;
use crate::ui::landmark;
use crate::view::Page;

/// A page of topics.
#[component]
pub(crate) fn TopicsPage(
    /// The page.
    page: Page,
) -> impl IntoView {
    let filters = page.facets().next().is_some();
    view! {
        <div class=if filters { "aside" } else { "stack" }>
            {filters
                .then(|| {
                    view! { <div class="stack sticky"><FacetPanel page /></div> }
                })}
            <div class="stack">
                <TopicsHead page />
                <div id=landmark::RESULTS tabindex="-1">
                    <TopicList page />
                    {page.is_comparable().then(|| view! { <CompareBar /> })}
                </div>
            </div>
        </div>
    }
}
