//! The shell: landmarks, skip link, the page, the announcer.
//!
//! Knows which parts exist, not what they show.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use crate::ui::browse::first_key::rehearse;
use crate::ui::browser::focus::keep_focus;
use crate::ui::browser::location;
use crate::ui::browser::paint::in_steps;
use crate::ui::browser::reading;
use crate::ui::browser::storage;
use crate::ui::context::{ExploreContext, explorer};
use crate::ui::edition::Edition;
use crate::ui::element::remade::remade;
use crate::ui::framed::EmbeddedPage;
use crate::ui::landmark;
use crate::ui::page::deferred::second_part;
use crate::ui::page::{awaits, shown};
use crate::ui::shell::age_notice::AgeNotice;
use crate::ui::shell::announcer::Announcer;
use crate::ui::shell::footer::SiteFooter;
use crate::ui::shell::header::SiteHeader;
use crate::ui::shell::keys;
use crate::ui::shell::keys_dialog::KeysDialog;
use crate::ui::shell::paper_note::PaperNote;
use crate::ui::shell::unknown_parts::UnknownParts;
use crate::ui::shell::version_notice::VersionNotice;
use crate::ui::wording;
use crate::view::Page;
use crate::view::address::Parsed;

/// Delay between the first sign of use and the first step.
const PREPARE_AFTER: Duration = Duration::from_millis(20);

/// The whole application.
#[component]
pub fn App(
    /// The view in the address at the start.
    address: Parsed,
) -> impl IntoView {
    let context = ExploreContext::provide(address);
    provide_context(Edition::of_this_page());
    // Effects run only in a browser, so the same component can print on the build machine.
    Effect::new(move || {
        location::follow(context);
        location::keep_anchors_in_page(context);
    });
    reading::follow(context, second_part);
    location::leave_host_alone(context);
    keep_focus(context);
    Effect::new(move || prepare_on_use(context));
    let shortcuts = RwSignal::new(true);
    Effect::new(move || {
        shortcuts.set(storage::shortcuts());
        keys::listen(context, shortcuts);
    });
    Effect::new(move || document().set_title(&context.view.with(wording::title)));
    let embedded = context.embedded;
    // A page or an entry is made anew: nothing of the one before is left in it.
    let page = remade(
        move || {
            let (page, open) = (context.page.get(), context.open.get());
            (page, open.clone(), embedded.get(), awaits(context, page, open.is_some()))
        },
        |(page, open, embedded, _)| {
            if embedded {
                view! { <EmbeddedPage page open /> }.into_any()
            } else {
                shown(page, open)
            }
        },
    );

    view! {
        <Show when=move || !embedded.get()>
            <a class="vh" href=landmark::link_to(landmark::MAIN)>
                "Skip to the content"
            </a>
            <SiteHeader />
            <VersionNotice />
        </Show>
        <AgeNotice />
        <main id=landmark::MAIN class="page" tabindex="-1">
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

/// Builds the indexes when the reader first touches the page. The first query should not wait for
/// them, and neither should the first paint or a reader who only reads. They are built in steps, so
/// a press in between is answered at once; and anew when what is read in entries has arrived. Match
/// does this itself, after what its box needs.
fn prepare_on_use(context: ExploreContext) {
    let used = context.used;
    let prepare = move || {
        if used.try_get_untracked() == Some(false) {
            used.set(true);
        }
    };
    let owner = Owner::current().unwrap_or_default();
    Effect::new(move || {
        let _ = context.is_whole();
        if used.get() && context.page.get() != Page::Match {
            let owner = owner.clone();
            let step = move || explorer().prepare() || owner.with(|| rehearse(context));
            set_timeout(|| in_steps(step), PREPARE_AFTER);
        }
    });
    let handles = [
        window_event_listener(ev::pointerdown, move |_| prepare()),
        window_event_listener(ev::keydown, move |_| prepare()),
        window_event_listener(ev::focusin, move |_| prepare()),
    ];
    on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
}
