//! The shell: landmarks, skip link, the page, the announcer.
//!
//! Knows which parts there are, not what they show.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use crate::catalogue::{Catalogue, Found};
use crate::ui::browse::causes_page::CausesPage;
use crate::ui::browse::topics_page::{TopicsPage, heading};
use crate::ui::browser::focus::keep_focus;
use crate::ui::browser::location;
use crate::ui::browser::storage;
use crate::ui::context::{ExploreContext, explorer};
use crate::ui::edition::Edition;
use crate::ui::page::about::AboutPage;
use crate::ui::page::compare::ComparePage;
use crate::ui::page::framed::EmbeddedPage;
use crate::ui::page::sources::SourcesPage;
use crate::ui::shell::age_notice::AgeNotice;
use crate::ui::shell::announcer::Announcer;
use crate::ui::shell::footer::SiteFooter;
use crate::ui::shell::header::SiteHeader;
use crate::ui::shell::keys;
use crate::ui::shell::keys_dialog::KeysDialog;
use crate::ui::shell::paper_note::PaperNote;
use crate::ui::shell::unknown_parts::UnknownParts;
use crate::ui::shell::version_notice::VersionNotice;
use crate::view::{Page, ViewState};

/// How long after the first sign of use the first index is made, and how long after it the second.
const PREPARE_AFTER: Duration = Duration::from_millis(20);

/// The whole application.
#[component]
pub fn App(
    /// What to show first.
    view: ViewState,
) -> impl IntoView {
    let context = ExploreContext::provide(view);
    provide_context(Edition::of_this_page());
    // Effects run in a browser only, so the same component prints on the build machine.
    Effect::new(move || {
        location::follow(context);
        location::keep_anchors_in_page(context);
    });
    location::leave_host_alone(context);
    keep_focus(context);
    Effect::new(prepare_on_use);
    let shortcuts = RwSignal::new(true);
    Effect::new(move || {
        shortcuts.set(storage::shortcuts());
        keys::listen(context, shortcuts);
    });
    Effect::new(move || document().set_title(&context.view.with(title)));
    let embedded = context.embedded;
    let page = move || match context.page.get() {
        page if embedded.get() => view! { <EmbeddedPage page /> }.into_any(),
        Page::Causes => view! { <CausesPage /> }.into_any(),
        Page::Compare => view! { <ComparePage /> }.into_any(),
        Page::Sources => view! { <SourcesPage /> }.into_any(),
        Page::About => view! { <AboutPage /> }.into_any(),
        page => view! { <TopicsPage page /> }.into_any(),
    };

    view! {
        <Show when=move || !embedded.get()>
            <a class="skip-link" href="#main">
                "Skip to the content"
            </a>
            <SiteHeader />
            <VersionNotice />
        </Show>
        <AgeNotice />
        <main id="main" class="site-main" tabindex="-1">
            <PaperNote />
            <UnknownParts />
            {page}
        </main>
        <Show when=move || !embedded.get()>
            <SiteFooter />
            <KeysDialog shortcuts />
            <Announcer />
        </Show>
    }
}

/// Makes the indexes when the reader first touches the page: the first query should not wait for them,
/// and neither should the first picture nor a reader who only reads. One after the other, so that a key
/// pressed meanwhile is answered in between.
fn prepare_on_use() {
    let used = StoredValue::new(false);
    let prepare = move || {
        if used.try_get_value() == Some(false) {
            used.set_value(true);
            set_timeout(|| explorer().prepare_causes(), PREPARE_AFTER);
            set_timeout(|| explorer().prepare_topics(), 2 * PREPARE_AFTER);
        }
    };
    let handles = [
        window_event_listener(ev::pointerdown, move |_| prepare()),
        window_event_listener(ev::keydown, move |_| prepare()),
        window_event_listener(ev::focusin, move |_| prepare()),
    ];
    on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
}

/// The title of the browser's window.
pub(crate) fn title(view: &ViewState) -> String {
    const SITE: &str = "Myoclonus Explorer";
    const UNKNOWN: &str = "No such entry";
    let catalogue = Catalogue::embedded();
    let shown = match (view.page, view.open.as_deref()) {
        (page, _) if !page.has_entries() => heading(page).0,
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
