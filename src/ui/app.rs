//! The shell: landmarks, skip link, the page, the announcer.
//!
//! Knows which parts there are, not what they show.

use leptos::prelude::*;

use super::component::announcer::Announcer;
use super::component::site_footer::SiteFooter;
use super::component::site_header::SiteHeader;
use super::context::ExploreContext;
use super::focus::keep_focus;
use super::location;
use super::page::about::AboutPage;
use super::page::causes::CausesPage;
use super::page::sources::SourcesPage;
use super::page::topics::{TopicsPage, heading};
use crate::catalogue::{Catalogue, Found};
use crate::view_state::{Page, ViewState};

/// The whole application.
#[component]
pub fn App(
    /// What to show first.
    view: ViewState,
) -> impl IntoView {
    let context = ExploreContext::provide(view);
    // Effects run in a browser only, so the same component prints on the build machine.
    Effect::new(move || {
        location::follow(context);
        location::keep_anchors_in_page(context);
    });
    keep_focus(context);
    Effect::new(move || document().set_title(&context.view.with(title)));
    let page = move || match context.page.get() {
        Page::Causes => view! { <CausesPage /> }.into_any(),
        Page::Sources => view! { <SourcesPage /> }.into_any(),
        Page::About => view! { <AboutPage /> }.into_any(),
        page => view! { <TopicsPage page /> }.into_any(),
    };

    view! {
        <a class="skip-link" href="#main">
            "Skip to the content"
        </a>
        <SiteHeader />
        <main id="main" class="site-main" tabindex="-1">
            {page}
        </main>
        <SiteFooter />
        <Announcer />
    }
}

/// The title of the browser's window.
fn title(view: &ViewState) -> String {
    const SITE: &str = "Myoclonus Explorer";
    const UNKNOWN: &str = "No such entry";
    let catalogue = Catalogue::embedded();
    let shown = match (view.page, view.open.as_deref()) {
        (page, _) if page != Page::Causes && page.kinds().is_empty() => heading(page).0,
        (page, None) => heading(page).0,
        (Page::Causes, Some(slug)) => match catalogue.find(slug) {
            Some(Found::Cause(id)) => catalogue.cause(id).name,
            Some(Found::Retired(_)) => "An entry that was taken out",
            None => UNKNOWN,
        },
        (page, Some(slug)) => {
            let found = catalogue.find_topic(page.kinds(), slug);
            found.map_or(UNKNOWN, |id| catalogue.topic(id).name)
        }
    };
    format!("{shown} – {SITE}")
}
