//! The order of the list of causes.

use leptos::prelude::*;

use crate::ui::actions;
use crate::ui::context::ExploreContext;
use crate::view::Order;

/// The menu of orders.
#[component]
pub(crate) fn Order() -> impl IntoView {
    let context = ExploreContext::expect();
    let changed = move |event| {
        let key = event_target_value(&event);
        let order = Order::ALL.iter().copied().find(|order| order.key() == key).unwrap_or_default();
        actions::order(context, order);
    };
    let options = Order::ALL.iter().map(|order| {
        let selected = move || context.view.with(|view| view.order == *order);
        view! {
            <option value=order.key() prop:selected=selected>
                {label(*order)}
            </option>
        }
    });
    view! {
        <label class="list-head__order">
            "Order" <select on:change=changed>{options.collect_view()}</select>
        </label>
    }
}

/// The label of an order.
const fn label(order: Order) -> &'static str {
    match order {
        Order::Relevance => "best match first",
        Order::Name => "by name",
        Order::Category => "by category",
        Order::Evidence => "best evidence first",
        Order::Urgency => "most urgent first",
    }
}
