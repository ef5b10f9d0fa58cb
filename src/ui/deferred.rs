//! The second part of the program: what draws the pages that are read.
//!
//! A build is two modules of WebAssembly. The first searches and shows lists; what can only be
//! reached through the table here is in the second, which comes with the texts. Knows what can be
//! drawn, not how: `page::deferred` does.

use std::sync::OnceLock;

use leptos::prelude::*;

use crate::ui::context::ExploreContext;
use crate::view::Page;

/// The functions of the second part.
#[derive(Debug)]
pub(crate) struct Deferred {
    /// Adds what is read in entries to the catalogue. `false` if it is not of this version.
    pub(crate) complete: fn(Vec<u8>) -> bool,
    /// A page of text.
    pub(crate) text: fn(Page) -> AnyView,
    /// The entry of a page that an address names.
    pub(crate) entry: fn(Page, String) -> AnyView,
    /// What a page of topics shows above its list while nothing is searched.
    pub(crate) pictures: fn(Page) -> Option<AnyView>,
    /// The buttons that save the list in view.
    pub(crate) formats: fn(ExploreContext) -> AnyView,
}

static HERE: OnceLock<&'static Deferred> = OnceLock::new();

/// Takes the second part, which stays.
pub(crate) fn keep(second: &'static Deferred) {
    HERE.get_or_init(|| second);
}

/// The second part of the program, once everything is there: see [`ExploreContext::is_whole`].
///
/// # Panics
///
/// Before that, and on the build machine, which prints the pages without it.
pub(crate) fn deferred() -> &'static Deferred {
    HERE.get().expect("the second part of the program is kept before anything of it is drawn")
}
