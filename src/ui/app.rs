//! The shell: landmarks, skip link, the page, the announcer.
//!
//! Knows which parts there are, not what they show.

use leptos::prelude::*;

use super::component::announcer::Announcer;
use super::component::site_footer::SiteFooter;
use super::component::site_header::SiteHeader;
use super::context::ExploreContext;
use super::location;
use super::page::causes::CausesPage;
use crate::catalogue::{Catalogue, Found};
use crate::view_state::ViewState;

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
    Effect::new(move || document().set_title(&title(context.open.get().as_deref())));

    view! {
        <a class="skip-link" href="#main">
            "Skip to the causes"
        </a>
        <SiteHeader />
        <main id="main" class="site-main" tabindex="-1">
            <CausesPage />
        </main>
        <SiteFooter />
        <Announcer />
    }
}

/// The title of the browser's window.
fn title(open: Option<&str>) -> String {
    const SITE: &str = "Myoclonus Explorer";
    let catalogue = Catalogue::embedded();
    match open.map(|slug| catalogue.find(slug)) {
        None => format!("Causes of myoclonus – {SITE}"),
        Some(Some(Found::Cause(id))) => format!("{} – {SITE}", catalogue.cause(id).name),
        Some(Some(Found::Retired(_)) | None) => format!("No such entry – {SITE}"),
    }
}
