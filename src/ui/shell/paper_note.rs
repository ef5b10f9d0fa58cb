//! What paper needs and the screen has elsewhere: where the view is found again, of which day it is, and
//! that nobody has reviewed it.

use leptos::prelude::*;

use crate::catalogue::Catalogue;
use crate::ui::browser::location;
use crate::ui::context::ExploreContext;
use crate::ui::shell::footer::BUILD_ID;

/// The note; a style sheet keeps it off the screen.
#[component]
pub(crate) fn PaperNote() -> impl IntoView {
    let context = ExploreContext::expect();
    let address = RwSignal::new(String::new());
    // Only a browser knows where the explorer stands.
    Effect::new(move || {
        address.set(context.view.with(|view| location::address(&view.standing_alone())))
    });
    view! {
        <p class="paper-note">
            <strong>"Not reviewed by a clinician."</strong>
            " Myoclonus Explorer, data of " {Catalogue::embedded().date} ", build " {BUILD_ID} ". "
            <span class="paper-note__address">{address}</span>
        </p>
    }
}
