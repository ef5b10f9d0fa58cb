//! The choice of one value of a facet, for lists that are not narrowed by a whole panel.

use leptos::prelude::*;

use crate::facet::{Choice, Facet};
use crate::ui::actions;
use crate::ui::context::{ExploreContext, explorer};

/// The choice, with what each value would show. Values that would show nothing are left out, and so
/// are the parts of a tree. The address holds what is chosen.
pub(crate) fn one_of(
    context: ExploreContext,
    facet: Facet,
    count: &dyn Fn(Choice) -> usize,
) -> impl IntoView + use<> {
    let is_chosen = move |choice: Option<Choice>| {
        context.chosen.with(|chosen| chosen.iter().find(|it| it.facet == facet).copied() == choice)
    };
    let options = explorer().facets().table(facet).choices().filter_map(|choice| {
        let value = explorer().facets().value(choice);
        let count = if value.parents.is_empty() { count(choice) } else { 0 };
        (count > 0).then(|| {
            view! {
                <option value=value.key.clone() prop:selected=move || is_chosen(Some(choice))>
                    {value.label} " (" {count} ")"
                </option>
            }
        })
    });
    let chosen = move |event: leptos::ev::Event| {
        let choice = explorer().facets().choice(facet, &event_target_value(&event));
        actions::choose(context, facet, choice);
    };
    view! {
        <label>
            {facet.label()} " "
            <select class="btn" on:change=chosen>
                <option value="" prop:selected=move || is_chosen(None)>
                    "any"
                </option>
                {options.collect_view()}
            </select>
        </label>
    }
}
