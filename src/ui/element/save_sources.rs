//! The sources of an open entry as a file.
//!
//! Knows which formats exist, not what the files contain.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Link};
use crate::export::{self, Format};
use crate::ui::browser::download;
use crate::ui::context::ExploreContext;

/// The buttons. Empty where actions are not offered.
#[component]
pub(crate) fn SaveSources(
    /// The entry.
    of: Link,
) -> impl IntoView {
    let save = move |format| {
        download::save(&export::sources_of(Catalogue::bundled(), of, format));
    };
    ExploreContext::expect().offers_actions().then(|| {
        view! {
            <div class="row noprint" role="group" aria-labelledby="save-sources">
                <span id="save-sources">"Save these sources as"</span>
                {save_button("RIS", move || save(Format::Ris))}
                {save_button("BibTeX", move || save(Format::BibTex))}
            </div>
        }
    })
}

/// The button for one format.
pub(crate) fn save_button(label: &'static str, save: impl Fn() + 'static) -> impl IntoView {
    view! {
        <button type="button" class="btn" on:click=move |_| save()>
            {label}
        </button>
    }
}
