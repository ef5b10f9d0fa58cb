//! A page of topics: search, filters and list.
//!
//! Types, work-up, treatments, look-alikes and glossary share this arrangement.

use leptos::prelude::*;

use crate::ui::browse::compare_bar::CompareBar;
use crate::ui::browse::facet_panel::FacetPanel;
use crate::ui::browse::head::TopicsHead;
use crate::ui::browse::list::topic_list::TopicList;
use crate::ui::context::ExploreContext;
use crate::ui::deferred::deferred;
use crate::ui::element::awaited::awaited;
use crate::ui::element::remade::remade;
use crate::ui::landmark;
use crate::ui::page::{is_pictured, pictures_replace_list};
use crate::view::{Page, ViewState};

/// A page of topics.
#[component]
pub(crate) fn TopicsPage(
    /// The page.
    page: Page,
) -> impl IntoView {
    let filters = page.facets().next().map(|_| RwSignal::new(false));
    let context = ExploreContext::expect();
    let narrowed = Memo::new(move |_| context.view.with(ViewState::is_filtered));
    let replaced = pictures_replace_list(page);
    view! {
        <div class=if filters.is_some() { "aside" } else { "stack" }>
            {filters.map(|unfolded| view! { <FacetPanel page unfolded /> })}
            <div class="listing stack">
                <TopicsHead page filters />
                {remade(
                    move || (narrowed.get(), context.is_whole()),
                    move |(narrowed, is_whole)| match (narrowed, is_whole) {
                        (true, _) => None,
                        (false, true) => (deferred().pictures)(page),
                        (false, false) => {
                            // As high as the window: the list below must not be pushed down.
                            is_pictured(page)
                                .then(|| {
                                    view! { <div class="coming">{awaited(context)}</div> }
                                        .into_any()
                                })
                        }
                    },
                )}
                <div
                    id=landmark::RESULTS
                    tabindex="-1"
                    hidden=move || replaced && !narrowed.get()
                >
                    <TopicList page />
                    {page.is_comparable().then(|| view! { <CompareBar /> })}
                </div>
            </div>
        </div>
    }
}
