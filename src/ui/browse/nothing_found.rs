//! Advice for an empty list: which filters to remove, and how many entries that would show.

use leptos::prelude::*;

use crate::explorer::WayOut;
use crate::ui::actions;
use crate::ui::browser::focus::focus_soon;
use crate::ui::context::ExploreContext;
use crate::ui::landmark;

/// The reason for the empty list, and the ways out.
#[component]
pub(crate) fn NothingFound() -> impl IntoView {
    let context = ExploreContext::expect();
    let why = move || {
        let query = context.view.with(|view| view.query.trim().to_owned());
        let not_recorded = context.results.with(|results| results.not_recorded.len());
        let found = context.results.with(|results| results.found);
        // The typed words may run from right to left. They must not reverse the sentence.
        let quoted = view! { <q dir="auto">{query.clone()}</q> };
        match (query.is_empty(), found, not_recorded) {
            (true, _, 0) => "No entry matches all the chosen filters.".into_any(),
            (false, 0, _) => view! { "Nothing found for " {quoted} "." }.into_any(),
            (false, _, 0) => {
                view! { "What was found for " {quoted} " does not match the chosen filters." }
                    .into_any()
            }
            _ if context.view.with(|view| view.hides_not_recorded) => {
                "No entry matches on recorded facts. Entries for which this is not recorded are \
                 hidden."
                    .into_any()
            }
            _ => "No entry matches on recorded facts. For the entries below this is not recorded."
                .into_any(),
        }
    };
    let ways_out = move || context.results.with(|results| results.ways_out.clone());
    view! {
        <div class="row-list__nothing">
            <p>{why}</p>
            <Show when=move || !context.embedded.get()>
                <ul class="row-list__ways-out" role="list">
                    {move || {
                        let ways = ways_out().into_iter();
                        ways.map(|way| view! { <li>{way_out(context, way)}</li> }).collect_view()
                    }}
                </ul>
            </Show>
            <Show when=move || context.results.with(|results| results.found == 0)>
                <p>
                    "Try another name, a sign, a drug or brand name, or fewer words. "
                    <strong>
                        "Something that is not listed here can still cause jerks: no list is "
                        "complete."
                    </strong>
                </p>
            </Show>
        </div>
    }
}

/// A button that removes a filter and says how many entries that would show.
fn way_out(context: ExploreContext, way: WayOut) -> impl IntoView {
    let words = match way.lifting {
        Some(facet) => format!("Without the filter “{}”: {}", facet.label(), way.count),
        None => format!("Without the search words: {}", way.count),
    };
    let lift = move |_| {
        actions::lift(context, way.lifting);
        // The button disappears with the empty list.
        focus_soon(landmark::SEARCH);
    };
    view! {
        <button type="button" class="btn" on:click=lift>
            {words}
        </button>
    }
}
