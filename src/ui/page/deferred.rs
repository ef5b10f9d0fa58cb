//! The pages and parts of pages that are read: the second part of the program.
//!
//! A reader who only searches needs none of them, so the first answer does not wait for them. What
//! the first part names as well comes with the first part; the size budget notices it.

use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

use crate::catalogue::Catalogue;
use crate::ui::browse::save_list::formats;
use crate::ui::deferred::Deferred;
use crate::ui::entry::pane::open_entry;
use crate::ui::match_page::MatchPage;
use crate::ui::page::about::AboutPage;
use crate::ui::page::compare::ComparePage;
use crate::ui::page::genes::GenesPage;
use crate::ui::page::look_alikes::LookAlikeCards;
use crate::ui::page::sources::SourcesPage;
use crate::ui::page::treatments::TreatmentsInPictures;
use crate::ui::page::types::TypesInPictures;
use crate::ui::page::work_up::WorkUpPath;
use crate::view::Page;

/// What is in the second part of the program. The start script must have put it there before: see
/// `browser::reading`.
#[wasm_split(deferred)]
pub(crate) fn second_part() -> &'static Deferred {
    &Deferred {
        complete: Catalogue::complete,
        text,
        entry: open_entry,
        pictures: pictured,
        formats,
    }
}

/// A page of text; nothing for the others.
pub(crate) fn text(page: Page) -> AnyView {
    match page {
        Page::Genes => view! { <GenesPage /> }.into_any(),
        Page::Match => view! { <MatchPage /> }.into_any(),
        Page::Compare => view! { <ComparePage /> }.into_any(),
        Page::Sources => view! { <SourcesPage /> }.into_any(),
        Page::About => view! { <AboutPage /> }.into_any(),
        Page::Home
        | Page::Causes
        | Page::Types
        | Page::WorkUp
        | Page::Treatments
        | Page::LookAlikes
        | Page::Glossary => ().into_any(),
    }
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
        | Page::Match
        | Page::Compare
        | Page::Sources
        | Page::About => None,
    }
}
