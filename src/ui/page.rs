//! The pages, one file each. `ui::pages` maps each page of the explorer to one of them.

mod about;
pub(crate) mod causes;
mod compare;
mod sources;
pub(crate) mod topics;

use leptos::prelude::*;

use self::about::AboutPage;
use self::compare::ComparePage;
use self::sources::SourcesPage;
use crate::view::Page;

/// The content of a page.
pub(crate) enum Content {
    /// The list of causes, and the one that is open.
    Causes,
    /// A list of topics, and the one that is open.
    Topics,
    /// A text that is the same in every form of the explorer.
    Text(fn() -> AnyView),
}

/// The content of each page.
pub(crate) fn content(page: Page) -> Content {
    match page {
        Page::Causes => Content::Causes,
        Page::Types | Page::WorkUp | Page::Treatments | Page::LookAlikes | Page::Glossary => {
            Content::Topics
        }
        Page::Compare => Content::Text(|| view! { <ComparePage /> }.into_any()),
        Page::Sources => Content::Text(|| view! { <SourcesPage /> }.into_any()),
        Page::About => Content::Text(|| view! { <AboutPage /> }.into_any()),
    }
}
