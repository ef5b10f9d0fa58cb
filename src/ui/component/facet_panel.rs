//! The facets as filters, each value with how many entries it would show.
//!
//! On a narrow screen they fold away behind a button.

use leptos::prelude::*;

use crate::catalogue::Catalogue;
use crate::facet::{Choice, Facet};
use crate::ui::context::ExploreContext;
use crate::ui::location;

/// All facets.
#[component]
pub(crate) fn FacetPanel() -> impl IntoView {
    let context = ExploreContext::expect();
    let (unfolded, unfold) = signal(false);
    let button_text = move || match context.view.with(|view| view.chosen.len()) {
        0 => "Filters".to_owned(),
        chosen => format!("Filters ({chosen} chosen)"),
    };
    let facets = Facet::ALL.iter().map(|facet| {
        let choices = facet.choices(Catalogue::embedded()).into_iter();
        view! {
            <fieldset>
                <legend class="facet-panel__legend">{facet.label()}</legend>
                {choices.map(|choice| view! { <Chip choice /> }).collect_view()}
            </fieldset>
        }
    });
    view! {
        <button
            type="button"
            class="button facet-panel__unfold"
            aria-expanded=move || unfolded.get().to_string()
            aria-controls="facets"
            on:click=move |_| unfold.update(|unfolded| *unfolded = !*unfolded)
        >
            {button_text}
        </button>
        <div
            id="facets"
            class="facet-panel"
            data-unfolded=move || unfolded.get().to_string()
        >
            {facets.collect_view()}
        </div>
    }
}

/// One value with its count; pressing it chooses it or lets it go.
#[component]
fn Chip(
    /// Which value.
    choice: Choice,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let catalogue = Catalogue::embedded();
    let state = Memo::new(move |_| {
        context.results.with(|results| {
            let found = results.choices.iter().find(|count| count.choice == choice);
            found.map_or((false, 0), |count| (count.chosen, count.count))
        })
    });
    let toggle = move |_| {
        let view = context.view.with_untracked(|view| view.toggling(choice));
        location::push(context, view);
    };
    view! {
        <label class="chip" data-empty=move || (state.get().1 == 0).then_some("true")>
            <input type="checkbox" prop:checked=move || state.get().0 on:change=toggle />
            <span class="chip__name">{choice.name(catalogue)}</span>
            " "
            <span class="chip__count">{move || state.get().1}</span>
        </label>
    }
}
