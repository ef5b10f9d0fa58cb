//! What narrows the list, one chip each.

use leptos::prelude::*;

use crate::facet::Choice;
use crate::ui::browse::facet_panel;
use crate::ui::browse::head;
use crate::ui::browser::focus::focus_soon;
use crate::ui::context::{ExploreContext, explorer};

/// The chosen values, with what each of them means.
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
            <ul class="chips__list" role="list" aria-label="Chosen filters">
                {move || {
                    let chips = chosen.get().into_iter();
                    chips.map(|choice| view! { <li>{chip(context, choice)}</li> }).collect_view()
                }}
            </ul>
        </Show>
        {meanings}
    }
}

/// A chosen value, to be let go by a press.
fn chip(context: ExploreContext, choice: Choice) -> impl IntoView {
    let value = explorer().facets().value(choice);
    let facet = choice.facet.label();
    let lift = move |_| {
        facet_panel::press(context, choice);
        // The chip goes; the box to search in would bring up the keyboard of a telephone.
        focus_soon(head::HEADING_ID);
    };
    view! {
        <button
            type="button"
            class="chips__chip"
            aria-label=format!("Remove filter: {facet}: {}", value.label)
            on:click=lift
        >
            <span class="chips__facet">{facet} ": "</span>
            {value.label}
        </button>
    }
}
