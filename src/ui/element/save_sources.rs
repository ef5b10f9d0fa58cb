//! The sources of an open entry, or all of them, as a file.
//!
//! Knows which formats exist, not what the files contain.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Link};
use crate::export::{self, File, Format};
use crate::ui::context::ExploreContext;
use crate::ui::element::saved_note::{SavedNote, save};

/// The buttons for the sources of one entry. Empty where actions are not offered.
#[component]
pub(crate) fn SaveSources(
    /// The entry.
    of: Link,
) -> impl IntoView {
    buttons("Save these sources as", move |format| {
        export::sources_of(Catalogue::bundled(), of, format)
    })
}

/// The buttons for all sources. Empty where actions are not offered.
#[component]
pub(crate) fn SaveAllSources() -> impl IntoView {
    buttons("Save all sources as", |format| export::all_sources(Catalogue::bundled(), format))
}

/// The buttons for the formats, and what a press has made.
fn buttons(label: &'static str, make: impl Fn(Format) -> File + Copy + 'static) -> AnyView {
    let saved = RwSignal::new(None);
    let offered = ExploreContext::expect().offers_actions().then(|| {
        view! {
            <div class="save save__formats" role="group" aria-labelledby="save-sources">
                <span id="save-sources">{label}</span>
                {save_button("RIS", move || save(make(Format::Ris), saved))}
                {save_button("BibTeX", move || save(make(Format::BibTex), saved))}
                <SavedNote saved />
            </div>
        }
    });
    // The type of an entry would become too deep for the compiler.
    offered.into_any()
}

/// The button for one format.
pub(crate) fn save_button(label: &'static str, save: impl Fn() + 'static) -> impl IntoView {
    view! {
        <button type="button" class="button save__button" on:click=move |_| save()>
            {label}
        </button>
    }
}
