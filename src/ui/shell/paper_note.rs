//! A note for paper with what the screen shows elsewhere: the address of the view, the date of the
//! data, and that no clinician has reviewed it.

use leptos::prelude::*;

use crate::catalogue::Catalogue;
use crate::ui::browser::location;
use crate::ui::context::ExploreContext;
use crate::ui::element::provenance::{BUILD_ID, NOT_REVIEWED};

/// The note. The style sheet hides it on the screen.
#[component]
pub(crate) fn PaperNote() -> impl IntoView {
    let context = ExploreContext::expect();
    let address = RwSignal::new(String::new());
    // Only a browser knows the address of the explorer.
    Effect::new(move || {
        address.set(context.view.with(|view| location::address(&view.standing_alone())))
    });
    view! {
        <p class="box paper-only">
            <strong>{NOT_REVIEWED}</strong>
            " Myoclonus Explorer, data as of " {Catalogue::bundled().date} ", build " {BUILD_ID}
            ". "
            <code>{address}</code>
        </p>
    }
}
