//! The content of each page. Only this module decides by page.
//!
//! The program, the frame within another page and the printer build on this. Does not know how each
//! of them arranges the content.

use leptos::prelude::*;

use crate::ui::page::about::AboutPage;
use crate::ui::page::compare::ComparePage;
use crate::ui::page::sources::SourcesPage;
use crate::view::Page;

/// The content of a page.
pub(crate) enum Content {
    /// The list of causes, and the open one.
    Causes,
    /// A list of topics, and the open one.
    Topics,
    /// A text that is the same in every edition of the explorer.
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
