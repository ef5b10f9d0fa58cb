//! The list in view and its sources as a file.
//!
//! Knows which formats exist, not what the files contain.

use leptos::prelude::*;

use crate::export::{self, Format, Origin};
use crate::ui::browser::location;
use crate::ui::context::{ExploreContext, explorer};
use crate::ui::deferred::deferred;
use crate::ui::element::awaited::awaited;
use crate::ui::element::provenance::BUILD_ID;
use crate::ui::element::remade::remade;
use crate::ui::element::save::note::{self, SavedNote};
use crate::ui::element::save::sources::save_button;

/// The buttons that save the list in view, folded away until they are wanted.
#[component]
pub(crate) fn SaveList() -> impl IntoView {
    let context = ExploreContext::expect();
    view! {
        <details class="save">
            <summary class="btn">"Save"</summary>
            <p class="small soft">
                "The entries shown, in this order, and the sources of those that match. An empty "
                "cell of the table means not recorded. It does not mean no."
            </p>
            // Readers would take half of what is known for all of it.
            {remade(
                move || context.is_whole(),
                move |is_whole| match is_whole {
                    true => (deferred().formats)(context),
                    false => awaited(context).into_any(),
                },
            )}
        </details>
    }
}

/// A button for each format, and what became of the file.
pub(crate) fn formats(context: ExploreContext) -> AnyView {
    let saved = RwSignal::new(None);
    let save = move |format| {
        let site = location::site();
        let origin = Origin { site: &site, build: BUILD_ID };
        let file = context.view.with_untracked(|view| {
            let list = |results: &_| export::list(explorer(), view, results, origin, format);
            context.results.with_untracked(|results| list(results))
        });
        note::save(file, saved);
    };
    view! {
        <div class="row">
            {save_button("CSV", move || save(Format::Csv))}
            {save_button("JSON", move || save(Format::Json))}
            {save_button("Sources as RIS", move || save(Format::Ris))}
            {save_button("Sources as BibTeX", move || save(Format::BibTex))}
        </div>
        <SavedNote saved />
    }
    .into_any()
}
