//! The order of the list of causes.

use leptos::prelude::*;

use crate::ui::actions;
use crate::ui::context::ExploreContext;
use crate::ui::element::remade::remade_words;
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
    let state = move || {
        context.view.with(|view| {
            let asked = !view.query.trim().is_empty();
            (asked, asked || view.order == Order::Urgency)
        })
    };
    let menu = move |(asked, urgency): (bool, bool)| {
        // Without a search the first order is already by urgency.
        let offered = |order: &&Order| urgency || **order != Order::Urgency;
        let options = Order::ALL.iter().filter(offered).map(|order| {
            let chosen = move || context.view.with(|view| view.order == *order);
            view! {
                <option value=order.key() prop:selected=chosen>
                    {label(*order, asked)}
                </option>
            }
        });
        view! {
            <select id="order" class="btn" on:change=changed>
                {options.collect_view()}
            </select>
        }
    };
    view! {
        <label class="phone-vh" for="order">"Order"</label>
        {remade_words(state, menu)}
    }
}

/// The label of an order.
const fn label(order: Order, asked: bool) -> &'static str {
    match order {
        Order::Relevance if asked => "best match first",
        Order::Relevance | Order::Urgency => "most urgent first",
        Order::Name => "by name",
        Order::Category => "by category",
        Order::Evidence => "best evidence first",
        Order::Begins => "earliest beginning first",
    }
}
