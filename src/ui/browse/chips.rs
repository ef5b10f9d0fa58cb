//! The chosen filters, one chip each.

use leptos::prelude::*;

use crate::facet::Choice;
use crate::ui::actions;
use crate::ui::context::{ExploreContext, explorer};
use crate::ui::element::removable::removable;

/// The chosen values, with their explanations.
#[component]
pub(crate) fn Chips() -> impl IntoView {
    let context = ExploreContext::expect();
    let chosen = Memo::new(move |_| context.view.with(|view| view.chosen.clone()));
    let meanings = move || {
        let explained = chosen.get().into_iter().filter_map(|choice| {
            let value = explorer().facets().value(choice);
            let explanation = value.explanation?;
            Some(view! { <p class="list-head__shelf">{value.label} ": " {explanation}</p> })
        });
        explained.collect_view()
    };
    view! {
        <Show when=move || chosen.with(|chosen| !chosen.is_empty())>
            <ul class="chips" role="list" aria-label="Chosen filters">
                {move || {
                    let chips = chosen.get().into_iter();
                    chips.map(|choice| view! { <li>{chip(context, choice)}</li> }).collect_view()
                }}
            </ul>
        </Show>
        {meanings}
    }
}

/// A chosen value. Pressing it removes the filter.
fn chip(context: ExploreContext, choice: Choice) -> impl IntoView {
    let value = explorer().facets().value(choice).label;
    let facet = choice.facet.label();
    let label = format!("Remove filter: {facet}: {value}");
    let content = view! { <span class="chip__facet">{facet} ": "</span> {value} };
    removable("chip", label, content, move || actions::press(context, choice))
}
