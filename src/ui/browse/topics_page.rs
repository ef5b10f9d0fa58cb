//! A page of topics: the list, and the open entry beside it.
//!
//! One arrangement for types, work-up, treatments, look-alikes and glossary. What stands above the
//! list is the page's own.

use leptos::prelude::*;

use crate::catalogue::Catalogue;
use crate::ui::browse::compare_bar::CompareBar;
use crate::ui::browse::facet_panel::FacetPanel;
use crate::ui::browse::head::TopicsHead;
use crate::ui::browse::topic_list::TopicList;
use crate::ui::context::ExploreContext;
use crate::ui::entry::pane::{Entry, UnknownEntry};
use crate::ui::entry::topic_entry::TopicEntry;
use crate::view::Page;

/// The heading of a page of topics, and what it is about.
pub(crate) const fn heading(page: Page) -> (&'static str, &'static str) {
    match page {
        Page::Types => (
            "Types of myoclonus",
            "Each axis answers another question about the same jerks, so that one patient has a type \
             on each axis.",
        ),
        Page::WorkUp => (
            "Work-up",
            "How doctors find the cause: what must not be missed, the steps, and the tests.",
        ),
        Page::Treatments => (
            "Treatments",
            "The cause comes first. What helps against the jerks depends on where they arise; no \
             doses are given here.",
        ),
        Page::LookAlikes => (
            "Look-alikes",
            "Movements and states that can be mistaken for myoclonus, and what tells them apart.",
        ),
        Page::Glossary => ("Words explained", "What the words mean, in plain language."),
        Page::Compare => (
            "Compare",
            "Two to four causes or types side by side: what differs first, then what is alike.",
        ),
        Page::Sources => ("Sources", "Every source that was seen, and who cites it."),
        Page::Causes => ("Causes of myoclonus", ""),
        Page::About => ("About this explorer", ""),
    }
}

/// The entry of a page of topics that an address names.
pub(crate) fn entry(page: Page, slug: String) -> AnyView {
    match Catalogue::embedded().find_topic(page.kinds(), &slug) {
        Some(id) => view! { <Entry><TopicEntry id /></Entry> }.into_any(),
        None => view! { <Entry><UnknownEntry slug /></Entry> }.into_any(),
    }
}

/// A page of topics.
#[component]
pub(crate) fn TopicsPage(
    /// Which page.
    page: Page,
) -> impl IntoView {
    let open = ExploreContext::expect().open;
    let filters = page.facets().next().is_some();
    let entry = move || open.get().map(|slug| entry(page, slug));
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
            <div id="results" class="browse__list" tabindex="-1">
                <TopicList page />
                {(page == Page::Types).then(|| view! { <CompareBar /> })}
            </div>
            <div class="browse__entry">{entry}</div>
        </div>
    }
}
