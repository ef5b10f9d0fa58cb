//! The pages, one file each. `content` maps each page of the explorer to one of them.

mod about;
mod causes;
mod compare;
mod genes;
mod home;
mod look_alikes;
mod sources;
mod topics;
mod treatments;
mod types;
mod work_up;

use leptos::prelude::*;

use self::about::AboutPage;
use self::causes::CausesPage;
use self::compare::ComparePage;
use self::genes::GenesPage;
pub(crate) use self::home::HomePage;
use self::look_alikes::LookAlikeCards;
use self::sources::SourcesPage;
use self::topics::TopicsPage;
use self::treatments::TreatmentsInPictures;
use self::types::TypesInPictures;
use self::work_up::WorkUpPath;
use crate::ui::entry::pane::open_entry;
use crate::view::Page;

/// The content of a page.
pub(crate) enum Content {
    /// A list of causes. An entry that is opened takes its place.
    Causes,
    /// A list of topics. An entry that is opened takes its place.
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
        Page::Home => Content::Text(|| view! { <HomePage /> }.into_any()),
        Page::Genes => Content::Text(|| view! { <GenesPage /> }.into_any()),
        Page::Compare => Content::Text(|| view! { <ComparePage /> }.into_any()),
        Page::Sources => Content::Text(|| view! { <SourcesPage /> }.into_any()),
        Page::About => Content::Text(|| view! { <AboutPage /> }.into_any()),
    }
}

/// Whether the picture of a page takes the place of its list: it names every entry.
pub(crate) const fn pictures_replace_list(page: Page) -> bool {
    matches!(page, Page::WorkUp | Page::LookAlikes)
}

/// What a page of topics shows above its list while nothing is searched.
pub(crate) fn pictured(page: Page) -> Option<AnyView> {
    match page {
        Page::Types => Some(view! { <TypesInPictures /> }.into_any()),
        Page::Treatments => Some(view! { <TreatmentsInPictures /> }.into_any()),
        Page::WorkUp => Some(view! { <WorkUpPath /> }.into_any()),
        Page::LookAlikes => Some(view! { <LookAlikeCards /> }.into_any()),
        Page::Home
        | Page::Causes
        | Page::Glossary
        | Page::Genes
        | Page::Compare
        | Page::Sources
        | Page::About => None,
    }
}

/// A page: the entry that is open on it, or what the page itself shows.
pub(crate) fn shown(page: Page, open: Option<String>) -> AnyView {
    match (content(page), open) {
        (Content::Text(draw), _) => draw(),
        (Content::Causes | Content::Topics, Some(slug)) => open_entry(page, slug),
        (Content::Causes, None) => view! { <CausesPage /> }.into_any(),
        (Content::Topics, None) => view! { <TopicsPage page /> }.into_any(),
    }
}
