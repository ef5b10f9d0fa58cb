//! The order of the list of causes.

use leptos::prelude::*;

use crate::ui::actions;
use crate::ui::context::ExploreContext;
use crate::view::Sort;

/// The choice between the orders.
#[component]
pub(crate) fn Order() -> impl IntoView {
    let context = ExploreContext::expect();
    let changed = move |event| {
        let key = event_target_value(&event);
        let sort = Sort::ALL.iter().copied().find(|sort| sort.key() == key).unwrap_or_default();
        actions::order(context, sort);
    };
    let options = Sort::ALL.iter().map(|sort| {
        let selected = move || context.view.with(|view| view.sort == *sort);
        view! {
            <option value=sort.key() prop:selected=selected>
                {label(*sort)}
            </option>
        }
    });
    view! {
        <label class="list-head__order">
            "Order" <select on:change=changed>{options.collect_view()}</select>
        </label>
    }
}

/// The words for an order.
const fn label(sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => "best answer first",
        Sort::Name => "by name",
        Sort::Category => "by category",
        Sort::Evidence => "best evidence first",
        Sort::Urgency => "most urgent first",
    }
}
