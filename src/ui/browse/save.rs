//! What can be saved as a file: the list in view and its sources, and the sources of an open entry.
//!
//! Knows which files there are, not what stands in them.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Link};
use crate::export::{self, Format, Origin};
use crate::ui::browser::download;
use crate::ui::browser::location;
use crate::ui::context::{ExploreContext, explorer};
use crate::ui::shell::footer::BUILD_ID;

/// The list in view as a file, folded away until somebody wants it.
#[component]
pub(crate) fn SaveList() -> impl IntoView {
    let context = ExploreContext::expect();
    let save = move |format| {
        let site = location::site();
        let origin = Origin { site: &site, build: BUILD_ID };
        let file = context.view.with_untracked(|view| {
            let list = |results: &_| export::list(explorer(), view, results, origin, format);
            context.results.with_untracked(|results| list(results))
        });
        download::save(&file);
    };
    view! {
        <details class="save">
            <summary class="save__summary">"Save this list"</summary>
            <p class="save__about">
                "The entries in view, in this order, and the sources of those that match. An empty cell "
                "of the table is not recorded, which does not mean no."
            </p>
            <div class="save__formats">
                {button("CSV", move || save(Format::Csv))} {button("JSON", move || save(Format::Json))}
                {button("Sources as RIS", move || save(Format::Ris))}
                {button("Sources as BibTeX", move || save(Format::BibTex))}
            </div>
        </details>
    }
}

/// The sources of an open entry as a file; nothing within somebody else's page.
#[component]
pub(crate) fn SaveSources(
    /// The entry.
    of: Link,
) -> impl IntoView {
    let save = move |format| {
        download::save(&export::sources_of(Catalogue::embedded(), of, format));
    };
    ExploreContext::expect().offers_actions().then(|| {
        view! {
            <div class="save save__formats" role="group" aria-labelledby="save-sources">
                <span id="save-sources">"Save these sources as"</span>
                {button("RIS", move || save(Format::Ris))}
                {button("BibTeX", move || save(Format::BibTex))}
            </div>
        }
    })
}

fn button(label: &'static str, save: impl Fn() + 'static) -> impl IntoView {
    view! {
        <button type="button" class="button save__button" on:click=move |_| save()>
            {label}
        </button>
    }
}
