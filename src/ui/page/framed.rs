//! A view within somebody else's page: a list or an entry, and one line that says what it is and leads
//! to the explorer.
//!
//! Nothing here changes the view, because what is shown is the choice of who embeds it. Every link opens a
//! window of its own; `location` sees to that.

use leptos::prelude::*;

use crate::catalogue::Catalogue;
use crate::ui::browse::cause_list::CauseList;
use crate::ui::browse::head::{ListHeading, count_text};
use crate::ui::browse::topic_list::TopicList;
use crate::ui::browse::topics_page;
use crate::ui::browser::location;
use crate::ui::context::{ExploreContext, explorer};
use crate::ui::entry::pane::EntryPane;
use crate::ui::page::about::AboutPage;
use crate::ui::page::compare::ComparePage;
use crate::ui::page::sources::SourcesPage;
use crate::view::{Page, ViewState};

/// A page within another.
#[component]
pub(crate) fn EmbeddedPage(
    /// Which page.
    page: Page,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let shown = move || match (page, context.open.get()) {
        (Page::Compare, _) => view! { <ComparePage /> }.into_any(),
        (Page::Sources, _) => view! { <SourcesPage /> }.into_any(),
        (Page::About, _) => view! { <AboutPage /> }.into_any(),
        (Page::Causes, Some(_)) => view! { <EntryPane /> }.into_any(),
        (page, Some(slug)) => topics_page::entry(page, slug),
        (page, None) => list(context, page).into_any(),
    };
    let explorer = move || context.view.with(|view| location::href(&view.standing_alone()));
    view! {
        <div class="embedded">
            {shown}
            <footer class="embedded__foot">
                <p>
                    "Not reviewed by a clinician. Data of " {Catalogue::embedded().date} ". "
                    <a href=explorer target="_blank">"Open in Myoclonus Explorer"</a>
                    ". Links open in a new tab."
                </p>
            </footer>
        </div>
    }
}

/// The list, what narrows it, and how many entries that leaves.
fn list(context: ExploreContext, page: Page) -> impl IntoView {
    let list = match page {
        Page::Causes => view! { <CauseList /> }.into_any(),
        page => view! { <TopicList page /> }.into_any(),
    };
    let narrowed = Memo::new(move |_| context.view.with(narrowed));
    view! {
        <div class="embedded__head">
            <ListHeading page />
            <p class="list-head__count">
                {move || context.results.with(|results| count_text(results))}
            </p>
            <p class="list-head__shelf" hidden=move || narrowed.with(String::is_empty)>{narrowed}</p>
        </div>
        {list}
    }
}

/// What narrows a list, in words; a count alone would not say of what.
fn narrowed(view: &ViewState) -> String {
    let query = view.query.trim();
    let searched = (!query.is_empty()).then(|| format!("searched for “{query}”"));
    let chosen = view.chosen.iter().map(|choice| {
        format!("{}: {}", choice.facet.label(), explorer().facets().value(*choice).label)
    });
    chosen.chain(searched).collect::<Vec<_>>().join("; ")
}
