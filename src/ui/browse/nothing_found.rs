//! Advice for an empty list: what happened, which filters to remove and how many entries that would
//! show, and one way on.

use leptos::prelude::*;

use crate::explorer::WayOut;
use crate::ui::actions;
use crate::ui::browser::focus::focus_soon;
use crate::ui::browser::location;
use crate::ui::context::ExploreContext;
use crate::ui::element::remade::remade;
use crate::ui::landmark;
use crate::view::{Page, ViewState};

/// The reason for the empty list, and the ways out. Empty while there is something to show.
#[component]
pub(crate) fn NothingFound() -> impl IntoView {
    let context = ExploreContext::expect();
    let state = move || {
        let shown = context.results.with(|results| {
            let empty = results.rows.is_empty()
                && (results.not_recorded.is_empty() || !results.ways_out.is_empty());
            empty.then(|| (results.found, results.not_recorded.len(), results.ways_out.clone()))
        });
        let (query, hides) =
            context.view.with(|view| (view.query.trim().to_owned(), view.hides_not_recorded));
        shown.map(|shown| (shown, query, hides))
    };
    remade(state, move |state| {
        state.map(|((found, not_recorded, ways), query, hides)| {
            let offers = !context.embedded.get_untracked();
            let ways = ways.into_iter().filter(|_| offers);
            let ways = ways.map(|way| view! { <li>{way_out(context, way)}</li> });
            let flags = location::href(&ViewState::at(Page::WorkUp));
            view! {
                <div class="box stack tight">
                    <p>
                        <b>{why(&query, hides, found, not_recorded)}</b>
                    </p>
                    <ul class="row" role="list">
                        {ways.collect_view()}
                    </ul>
                    {(found == 0)
                        .then(|| {
                            view! {
                                <p>
                                    "Check the spelling, or search what you see: “flapping hands”, "
                                    "“jerks on waking”. "
                                    "For a medicine, try the name of the substance. "
                                    <strong>
                                        "Something that is not listed here can still cause "
                                        "jerks: no list is complete."
                                    </strong>
                                </p>
                                <p>
                                    <a href=flags>"See the red flags"</a>
                                </p>
                            }
                        })}
                </div>
            }
        })
    })
}

/// The reason for the empty list.
fn why(query: &str, hides: bool, found: usize, not_recorded: usize) -> AnyView {
    // The typed words may run from right to left. They must not reverse the sentence.
    let quoted = view! { <q dir="auto">{query.to_owned()}</q> };
    match (query.is_empty(), found, not_recorded) {
        (true, _, 0) => "No entry matches all the chosen filters.".into_any(),
        (false, 0, _) => view! { "Nothing found for " {quoted} "." }.into_any(),
        (false, _, 0) => {
            view! { "What was found for " {quoted} " does not match the chosen filters." }
                .into_any()
        }
        _ if hides => {
            "No entry matches on recorded facts. Entries for which this is not recorded are hidden."
                .into_any()
        }
        _ => "No entry matches on recorded facts. For the entries below this is not recorded."
            .into_any(),
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
