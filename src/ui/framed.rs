//! A view embedded in another page: a list or an entry, and one line with a link to the explorer.
//!
//! Nothing here changes the view, because the author of the other page chose it. Every link opens a
//! new window; `location` takes care of that.

use leptos::prelude::*;

use crate::ui::browse::head::ListHeading;
use crate::ui::browse::list::cause_list::CauseList;
use crate::ui::browse::list::topic_list::TopicList;
use crate::ui::browser::location;
use crate::ui::context::{ExploreContext, explorer};
use crate::ui::element::provenance;
use crate::ui::entry::pane::open_entry;
use crate::ui::page::{Content, content};
use crate::ui::wording::results::count_text;
use crate::view::{Page, ViewState};

/// A page of the explorer in a frame.
#[component]
pub(crate) fn EmbeddedPage(
    /// The page.
    page: Page,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let shown = move || match (content(page), context.open.get()) {
        (Content::Text(draw), _) => draw(),
        (Content::Causes | Content::Topics, Some(slug)) => open_entry(page, slug),
        (Content::Causes, None) => with_head(context, page, view! { <CauseList /> }.into_any()),
        (Content::Topics, None) => {
            with_head(context, page, view! { <TopicList page /> }.into_any())
        }
    };
    let explorer = move || context.view.with(|view| location::href(&view.standing_alone()));
    let locked = RwSignal::new(false);
    Effect::new(move || locked.set(location::is_locked()));
    let target = move || (!locked.get()).then_some("_blank");
    let opens = move || if locked.get() { "in this frame." } else { "in a new tab." };
    view! {
        <div class="embedded">
            {shown}
            <footer class="embedded__foot">
                <p>
                    {provenance::in_short()} " "
                    <a href=explorer target=target>"Open in Myoclonus Explorer"</a> ". Links open "
                    {opens}
                </p>
            </footer>
        </div>
    }
}

/// A list below its heading, its count and its filters.
fn with_head(context: ExploreContext, page: Page, list: AnyView) -> AnyView {
    let narrowed = Memo::new(move |_| context.view.with(narrowed));
    view! {
        <div class="embedded__head">
            <ListHeading page />
            <p class="list-head__count">
                {move || context.results.with(|results| count_text(results))}
            </p>
            <p class="list-head__shelf" hidden=move || narrowed.with(String::is_empty)>
                {narrowed}
            </p>
        </div>
        {list}
    }
    .into_any()
}

/// The filters of a list in words. A count alone would not say what was counted.
fn narrowed(view: &ViewState) -> String {
    let query = view.query.trim();
    let searched = (!query.is_empty()).then(|| format!("searched for “{query}”"));
    let chosen = view.chosen.iter().map(|choice| {
        format!("{}: {}", choice.facet.label(), explorer().facets().value(*choice).label)
    });
    chosen.chain(searched).collect::<Vec<_>>().join("; ")
}
