//! What stands above the list: what it is, the search box, how many entries are shown.

use leptos::prelude::*;

use super::link;
use super::search_box::{self, SearchBox};
use crate::catalogue::{Catalogue, Kind, Link};
use crate::explorer::Results;
use crate::ui::context::ExploreContext;
use crate::ui::focus::focus_soon;
use crate::ui::location;
use crate::ui::page::topics::heading;
use crate::view_state::{Page, ViewState};

/// The id of the list's heading.
pub(crate) const HEADING_ID: &str = "list-heading";

/// How many entries are shown, in words.
pub(crate) fn count_text(results: &Results) -> String {
    let (shown, total) = (results.rows.len(), results.total);
    let not_recorded = results.not_recorded.len();
    if not_recorded > 0 {
        format!("{shown} of {total} entries, and {not_recorded} where it is not recorded")
    } else if shown == total {
        format!("All {total} entries")
    } else {
        format!("{shown} of {total} entries")
    }
}

/// The heading of a page with a list.
#[component]
pub(crate) fn ListHeading(
    /// Which page.
    page: Page,
) -> impl IntoView {
    let open = ExploreContext::expect().open;
    let (text, _) = heading(page);
    // The open entry's name is the page's main heading; without one, this is.
    move || {
        if open.with(Option::is_some) {
            view! { <h2 id=HEADING_ID class="list-head__heading" tabindex="-1">{text}</h2> }
                .into_any()
        } else {
            view! { <h1 id=HEADING_ID class="list-head__heading" tabindex="-1">{text}</h1> }
                .into_any()
        }
    }
}

/// The head of the list of causes.
#[component]
pub(crate) fn ListHead() -> impl IntoView {
    let context = ExploreContext::expect();
    let catalogue = Catalogue::embedded();
    let groups = catalogue.cause_ids().filter(|id| catalogue.cause(*id).umbrella).count();
    let causes = catalogue.cause_count() - groups;
    let clear = move |_| {
        location::push(context, context.view.with_untracked(ViewState::unfiltered));
        // The button goes with the filters; the reader most likely wants to search anew.
        focus_soon(search_box::INPUT_ID);
    };
    let shelves = move || {
        let chosen = context.view.with(|view| view.chosen.clone());
        chosen
            .into_iter()
            .filter_map(|choice| {
                let explanation = choice.explanation(catalogue)?;
                let name = choice.name(catalogue);
                Some(view! { <p class="list-head__shelf">{name} ": " {explanation}</p> })
            })
            .collect_view()
    };
    view! {
        <div class="list-head">
            <ListHeading page=Page::Causes />
            {opening()}
            <p class="list-head__intro">
                {causes} " causes of sudden muscle jerks and " {groups} " groups of causes. "
                "The order of the list says nothing about how likely a cause is."
            </p>
            <SearchBox />
            <div class="list-head__status">
                <p class="list-head__count">
                    {move || context.results.with(|results| count_text(results))}
                </p>
                <Show when=move || context.view.with(ViewState::is_filtered)>
                    <button type="button" class="button" on:click=clear>
                        "Clear search and filters"
                    </button>
                </Show>
            </div>
            {shelves}
        </div>
    }
}

/// What myoclonus is, as the glossary has it, with the way to its sources.
fn opening() -> impl IntoView {
    let mut terms = Catalogue::embedded().topics(Kind::Term);
    terms.find(|(_, term)| term.slug == "myoclonus").map(|(id, term)| {
        let meaning = term.fields.first().and_then(|field| field.body.first());
        view! {
            <p class="list-head__opening">
                <a href=link::href(Link::Topic(id))>{term.name}</a> ": "
                {meaning.map(|phrase| phrase.words)}
            </p>
        }
    })
}
