//! The chosen filters, one chip each.

use leptos::prelude::*;

use crate::facet::Choice;
use crate::ui::actions;
use crate::ui::context::{ExploreContext, explorer};
use crate::ui::element::remade::remade;
use crate::ui::element::removable::removable;

/// The chosen values, with their explanations.
#[component]
pub(crate) fn Chips() -> impl IntoView {
    let context = ExploreContext::expect();
    remade(
        move || context.chosen.get(),
        move |chosen| {
            let meanings = chosen.iter().filter_map(|choice| {
                let value = explorer().facets().value(*choice);
                let explanation = value.explanation?;
                Some(view! { <p class="small soft">{value.label} ": " {explanation}</p> })
            });
            let meanings = meanings.collect_view();
            let chips = chosen.into_iter().map(|choice| view! { <li>{chip(context, choice)}</li> });
            let chips = chips.collect::<Vec<_>>();
            let chips = (!chips.is_empty()).then(|| {
                view! {
                    <ul class="row" role="list" aria-label="Chosen filters">
                        {chips}
                    </ul>
                }
            });
            view! { {chips} {meanings} }
        },
    )
}

/// A chosen value. Pressing it removes the filter.
fn chip(context: ExploreContext, choice: Choice) -> impl IntoView {
    let value = explorer().facets().value(choice).label;
    let facet = choice.facet.label();
    let label = format!("Remove filter: {facet}: {value}");
    let content = view! { <span class="soft">{facet} ": "</span> {value} };
    removable("chip chip--off", label, content, move || actions::press(context, choice))
}
