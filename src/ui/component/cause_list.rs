//! The list of causes that answer the search and the filters.
//!
//! Each row tells what it is and why it is here. Which rows there are is decided elsewhere.

use leptos::prelude::*;

use super::{grade_badge::GradeBadge, search_box};
use crate::catalogue::{Catalogue, Grade};
use crate::explorer::Row;
use crate::ui::context::ExploreContext;
use crate::ui::focus::{focus_soon, row_id};
use crate::ui::location;
use crate::view_state::ViewState;

/// The list.
#[component]
pub(crate) fn CauseList() -> impl IntoView {
    let context = ExploreContext::expect();
    let rows = move || context.results.with(|results| results.rows.clone());
    let not_recorded = move || context.results.with(|results| results.not_recorded.clone());
    let nothing = move || {
        context.results.with(|results| results.rows.is_empty() && results.not_recorded.is_empty())
    };
    view! {
        <Show when=nothing>
            <NothingFound />
        </Show>
        <CauseRows rows />
        <Show when=move || context.results.with(|results| !results.not_recorded.is_empty())>
            <section class="cause-list__not-recorded" aria-labelledby="not-recorded-list">
                <h2 id="not-recorded-list">
                    "Not recorded (" {move || not_recorded().len()} ")"
                </h2>
                <p class="list-head__shelf">
                    "The sources seen do not say whether these fit, which does not mean no."
                </p>
                <CauseRows rows=not_recorded />
            </section>
        </Show>
    }
}

/// Some causes as a list.
#[component]
fn CauseRows(
    /// What was found.
    rows: impl Fn() -> Vec<Row> + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        // Without the role, Safari tells no list where style takes the bullets away.
        <ul class="cause-list" role="list">
            <For
                each=rows
                key=|row| (row.cause, row.matched_synonym)
                children=|row| view! { <CauseRow row /> }
            />
        </ul>
    }
}

/// One cause in the list.
#[component]
fn CauseRow(
    /// What was found.
    row: Row,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let catalogue = Catalogue::embedded();
    let cause = catalogue.cause(row.cause);
    let grade = Grade::of(catalogue, cause);
    let href = move || context.view.with(|view| location::href(&view.opening(cause.slug)));
    let current =
        move || context.open.with(|open| open.as_deref() == Some(cause.slug)).then_some("true");
    view! {
        <li class="cause-row">
            <a id=row_id(cause.slug) class="cause-row__name" href=href aria-current=current>
                {cause.name}
            </a>
            {row
                .matched_synonym
                .map(|synonym| {
                    view! {
                        <p class="cause-row__synonym">"also called " <mark>{synonym}</mark></p>
                    }
                })}
            <p class="cause-row__about">
                <span class="cause-row__shelf">
                    {catalogue.category(cause.category).name}
                    {cause.subgroup.map(|subgroup| format!(" › {subgroup}"))}
                    {cause.umbrella.then_some(" · group")}
                </span>
                <GradeBadge grade />
            </p>
        </li>
    }
}

/// What to do when nothing answers.
#[component]
fn NothingFound() -> impl IntoView {
    let context = ExploreContext::expect();
    // The query alone: lifting the filters may help where spelling does not.
    let elsewhere: Memo<usize> = Memo::new(move |_| context.results.with(|results| results.found));
    let why = move || {
        let query = context.view.with(|view| view.query.trim().to_owned());
        match (query.is_empty(), elsewhere.get()) {
            (true, _) => "Nothing fits all the chosen filters.".to_owned(),
            (false, 0) => format!("No name begins with the words “{query}”."),
            (false, _) => {
                format!("No name begins with the words “{query}” and fits the chosen filters.")
            }
        }
    };
    let everywhere = move || {
        let query = context.view.with(|view| view.query.clone());
        location::href(&ViewState { query, ..ViewState::default() })
    };
    view! {
        <div class="cause-list__nothing">
            <p>{why}</p>
            <Show
                when=move || elsewhere.get() != 0
                fallback=|| {
                    view! {
                        <p>
                            "Try fewer letters, another name, or a single word: the search looks "
                            "at names and other names, from the beginning of each word."
                        </p>
                    }
                }
            >
                <p>
                    // The link goes with the list it led out of.
                    <a href=everywhere on:click=|_| focus_soon(search_box::INPUT_ID)>
                        "Show the " {move || elsewhere.get()} " found without filters"
                    </a>
                </p>
            </Show>
        </div>
    }
}
