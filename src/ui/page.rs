//! The pages, one file each. `content` says of each page of the explorer what kind it is.

mod about;
mod causes;
mod compare;
pub(crate) mod deferred;
mod genes;
mod home;
mod look_alikes;
mod sources;
mod topics;
mod treatments;
mod types;
mod work_up;

use leptos::prelude::*;

use self::causes::CausesPage;
pub(crate) use self::home::HomePage;
use self::topics::TopicsPage;
use crate::facet::Facet;
use crate::ui::context::ExploreContext;
use crate::ui::deferred::deferred;
use crate::ui::element::awaited::awaited;
use crate::ui::entry::pane::awaited_entry;
use crate::ui::landmark;
use crate::ui::wording;
use crate::view::{Page, ViewState};

/// The content of a page.
pub(crate) enum Content {
    /// The start of the explorer.
    Home,
    /// A list of causes. An entry that is opened takes its place.
    Causes,
    /// A list of topics. An entry that is opened takes its place.
    Topics,
    /// A text that is the same in every form of the explorer.
    Text,
}

/// The content of each page.
pub(crate) fn content(page: Page) -> Content {
    match page {
        Page::Causes => Content::Causes,
        Page::Types | Page::WorkUp | Page::Treatments | Page::LookAlikes | Page::Glossary => {
            Content::Topics
        }
        Page::Home => Content::Home,
        Page::Genes | Page::Match | Page::Compare | Page::Sources | Page::About => Content::Text,
    }
}

/// Whether the picture of a page takes the place of its list: it names every entry.
pub(crate) const fn pictures_replace_list(page: Page) -> bool {
    matches!(page, Page::WorkUp | Page::LookAlikes)
}

/// Whether a page of topics has a picture.
pub(crate) const fn is_pictured(page: Page) -> bool {
    matches!(page, Page::Types | Page::Treatments | Page::WorkUp | Page::LookAlikes)
}

/// Whether a page that is drawn now would lack what is read in entries.
pub(crate) fn awaits(context: ExploreContext, page: Page, is_open: bool) -> bool {
    if context.is_whole() {
        return false;
    }
    match content(page) {
        Content::Home => false,
        Content::Text => true,
        Content::Causes => is_open || names_source(context),
        Content::Topics => is_open,
    }
}

/// Whether the address narrows the list by a source. Before the sources have come no entry has any,
/// and the list would be empty, or whole if the name of the source means nothing yet.
fn names_source(context: ExploreContext) -> bool {
    let key = format!("{}=", Facet::SOURCE.key());
    let is_chosen = |view: &ViewState| view.chosen.iter().any(|it| it.facet == Facet::SOURCE);
    context.view.with(is_chosen)
        || context.unknown.with(|unknown| unknown.iter().any(|part| part.starts_with(&key)))
}

/// The head of a page, until what is read in it has arrived.
fn awaited_page(context: ExploreContext, page: Page) -> AnyView {
    view! {
        <div class="stack">
            <h1 id=landmark::LIST_HEADING tabindex="-1">
                {wording::page(page).heading}
            </h1>
            {awaited(context)}
        </div>
    }
    .into_any()
}

/// A page: the entry that is open on it, or what the page itself shows.
pub(crate) fn shown(page: Page, open: Option<String>) -> AnyView {
    let context = ExploreContext::expect();
    if untrack(|| awaits(context, page, open.is_some())) {
        return match open {
            Some(slug) => awaited_entry(context, page, &slug),
            None => awaited_page(context, page),
        };
    }
    match (content(page), open) {
        (Content::Home, _) => view! { <HomePage /> }.into_any(),
        (Content::Text, _) => (deferred().text)(page),
        (Content::Causes | Content::Topics, Some(slug)) => (deferred().entry)(page, slug),
        (Content::Causes, None) => view! { <CausesPage /> }.into_any(),
        (Content::Topics, None) => view! { <TopicsPage page /> }.into_any(),
    }
}
