//! The sources of an open entry, or all of them, as a file.
//!
//! Knows which formats exist, not what the files contain.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Link};
use crate::export::{self, File, Format};
use crate::ui::context::ExploreContext;
use crate::ui::element::provenance::BUILD_ID;
use crate::ui::element::save::note::{SavedNote, save};

/// The id of the words before the buttons.
const ID: &str = "save-sources";

/// The formats of sources with their names, and the table.
const REFERENCES: &[(&str, Format)] = &[("RIS", Format::Ris), ("BibTeX", Format::BibTex)];
const WITH_TABLE: &[(&str, Format)] =
    &[("RIS", Format::Ris), ("BibTeX", Format::BibTex), ("CSV", Format::Csv)];

/// The buttons for the sources of one entry. Empty where actions are not offered.
#[component]
pub(crate) fn SaveSources(
    /// The entry.
    of: Link,
) -> impl IntoView {
    buttons("Save these sources as", REFERENCES, move |format| {
        export::sources_of(Catalogue::bundled(), of, format)
    })
}

/// The buttons for all sources. Empty where actions are not offered.
#[component]
pub(crate) fn SaveAllSources() -> impl IntoView {
    buttons("Save all sources as", WITH_TABLE, |format| {
        export::all_sources(Catalogue::bundled(), format, BUILD_ID)
    })
}

/// The buttons for the formats, and what a press has made.
fn buttons(
    label: &'static str,
    formats: &'static [(&'static str, Format)],
    make: impl Fn(Format) -> File + Copy + 'static,
) -> AnyView {
    let saved = RwSignal::new(None);
    let offered = ExploreContext::expect().offers_actions().then(|| {
        view! {
            <div class="stack tight noprint">
                <div class="row" role="group" aria-labelledby=ID>
                    <span id=ID>{label}</span>
                    {formats
                        .iter()
                        .map(|(name, format)| {
                            save_button(name, move || save(make(*format), saved))
                        })
                        .collect_view()}
                </div>
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
        <button type="button" class="btn" on:click=move |_| save()>
            {label}
        </button>
    }
}
