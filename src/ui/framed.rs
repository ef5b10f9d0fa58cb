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
use crate::ui::element::remade::remade;
use crate::ui::page::{Content, content, shown};
use crate::ui::wording::results::count_text;
use crate::view::{Page, ViewState};

/// A page of the explorer in a frame.
#[component]
pub(crate) fn EmbeddedPage(
    /// The page.
    page: Page,
    /// The slug of the open entry.
    open: Option<String>,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let shown = match content(page) {
        Content::Causes | Content::Topics if open.is_some() => shown(page, open),
        Content::Home | Content::Text => shown(page, open),
        Content::Causes => with_head(context, page, view! { <CauseList /> }.into_any()),
        Content::Topics => with_head(context, page, view! { <TopicList page /> }.into_any()),
    };
    let explorer = move || context.view.with(|view| location::href(&view.standing_alone()));
    let locked = RwSignal::new(false);
    Effect::new(move || locked.set(location::is_locked()));
    let target = move || (!locked.get()).then_some("_blank");
    let opens = move || if locked.get() { "in this frame." } else { "in a new tab." };
    view! {
        <div class="stack">
            {shown}
            <footer class="frame-foot small soft noprint">
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
    view! {
        <div class="stack tight">
            <ListHeading page />
            {remade(
                move || (context.results.with(|it| count_text(it)), context.view.with(narrowed)),
                |(count, narrowed)| {
                    view! {
                        <p>
                            <b>{count}</b>
                        </p>
                        {(!narrowed.is_empty())
                            .then(|| view! { <p class="small soft">{narrowed}</p> })}
                    }
                },
            )}
        </div>
        {list}
    }
    .into_any()
}

/// The filters of a list in words. A count alone would not say what was counted.
fn narrowed(view: &ViewState) -> String {
    let query = view.query.trim();
    let searched = (!query.is_empty()).then(|| format!("searched for “{query}”"));
    let medicines = view.medicines.join(", ");
    let listed = (!medicines.is_empty()).then(|| format!("list of medicines: {medicines}"));
    let chosen = view.chosen.iter().map(|choice| {
        format!("{}: {}", choice.facet.label(), explorer().facets().value(*choice).label)
    });
    chosen.chain(listed).chain(searched).collect::<Vec<_>>().join("; ")
}
