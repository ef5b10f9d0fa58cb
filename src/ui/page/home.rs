//! The start: what myoclonus is, one search for everything, and the ways in.
//!
//! Readable without the program, which only adds the search.

mod ages;
mod doors;
mod found;
mod map;

use leptos::prelude::*;

use self::ages::ages;
use self::doors::doors;
use self::found::found_everywhere;
use self::map::map;
use crate::catalogue::{Catalogue, Kind, Link};
use crate::ui::browse::head::opening_words;
use crate::ui::browse::list::cause_list;
use crate::ui::browse::list::cause_row::cause_row;
use crate::ui::browse::list::found::Found;
use crate::ui::browse::list::row;
use crate::ui::browse::search_box::SearchBox;
use crate::ui::browser::location;
use crate::ui::context::{ExploreContext, explorer};
use crate::ui::edition::Edition;
use crate::ui::element::link;
use crate::ui::element::remade::remade;
use crate::ui::landmark;
use crate::ui::picture::head::Head;
use crate::ui::wording;
use crate::view::{Page, ViewState};

/// The red flags that stand on the start.
const FIRST_FLAGS: [&str; 4] = ["altered-awareness", "serotonin", "withdrawal", "infant-spasms"];

/// What a reader may look for, as examples.
const EXAMPLES: [&str; 4] = ["cefepime", "flapping hands", "EPM2A", "baby jerks asleep"];

/// How many rows of the list are shown.
const FIRST_ROWS: usize = 7;

/// The start.
#[component]
pub(crate) fn HomePage() -> impl IntoView {
    let context = ExploreContext::expect();
    let words = wording::page(Page::Home);
    let query = move || context.view.with(|view| view.query.trim().to_owned());
    let below = remade(
        move || (query(), context.searched_again.get()),
        move |(query, _)| {
            if query.is_empty() {
                ways_in().into_any()
            } else {
                found_everywhere(&query).into_any()
            }
        },
    );
    view! {
        <div class="stack wide">
            <div class="split hero">
                <div class="stack">
                    <h1 id=landmark::LIST_HEADING tabindex="-1">
                        {words.heading}
                    </h1>
                    <p class="lead">{opening_words()}</p>
                    {(!Edition::is_printed()).then(|| search(words.search))}
                    <p class="small soft desk-only">{holds()}</p>
                </div>
                {view! { <Head /> }.into_any()}
            </div>
            <div id=landmark::RESULTS class="stack wide" tabindex="-1">
                {below}
            </div>
        </div>
    }
}

/// The one search, with examples.
fn search(label: &'static str) -> impl IntoView {
    let examples = EXAMPLES.map(|example| {
        let to = ViewState::at(Page::Home).asking(example.to_owned());
        view! { <a href=location::href(&to)>{example}</a> }
    });
    view! {
        <div class="stack tight">
            <SearchBox label example="Medicine, gene or finding" big=true />
            <p class="row small">
                <span class="soft">"Try"</span>
                {examples}
            </p>
        </div>
    }
}

/// What the explorer holds, and what it does with what is typed.
fn holds() -> String {
    let catalogue = Catalogue::bundled();
    let groups = catalogue.cause_ids().filter(|id| catalogue.cause(*id).is_group).count();
    format!(
        "{} causes, {} types, {} sources. Works without a network. What you type stays on your \
         device.",
        catalogue.cause_count() - groups,
        catalogue.topics(Kind::Type).count(),
        catalogue.sources().len()
    )
}

/// What a reader who has not searched sees.
fn ways_in() -> impl IntoView {
    let list = ViewState::at(Page::Causes);
    let rows = explorer().explore(&list).rows.into_iter().take(FIRST_ROWS);
    let rows = rows.filter_map(|row| match row.entry {
        Link::Cause(id) => Some(cause_row(id, &Found::unsought(row.entry), false)),
        Link::Topic(_) | Link::Category(_) => None,
    });
    view! {
        {urgent()}
        {doors()}
        {map().into_any()}
        <div class="split">
            <section class="stack" aria-labelledby="first-rows">
                <div class="row ends">
                    <h2 id="first-rows">"The list"</h2>
                    <span class="soft small">"most urgent first, then best documented"</span>
                </div>
                <div>
                    {cause_list::head()}
                    <ul class=row::LIST role="list">
                        {rows.collect_view()}
                    </ul>
                </div>
                <p>
                    <a class="btn" href=location::href(&list)>
                        {format!("All {} entries", Catalogue::bundled().cause_count())}
                    </a>
                </p>
            </section>
            {ages().into_any()}
        </div>
    }
}

/// What cannot wait, in the words of the red flags.
fn urgent() -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let flags = FIRST_FLAGS.iter().filter_map(|slug| {
        let id = catalogue.find_topic(&[Kind::RedFlag], slug)?;
        let flag = catalogue.topic(id);
        Some(view! {
            <li>
                <a href=link::href(Link::Topic(id))>
                    <b>{flag.name}</b>
                    " "
                    <span>{flag.lead}</span>
                </a>
            </li>
        })
    });
    let all = catalogue.topics(Kind::RedFlag).count();
    view! {
        <section class="box stack tight" data-u="e" aria-labelledby="urgent">
            <div class="row ends">
                <h2 id="urgent">"Someone is jerking now"</h2>
                <a href=location::href(&ViewState::at(Page::WorkUp))>
                    {format!("All {all} red flags")}
                </a>
            </div>
            <ul class="flags flags--cols" role="list">
                {flags.collect_view()}
            </ul>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_flags_are_red_flags_with_a_lead() {
        let catalogue = Catalogue::bundled();
        for slug in FIRST_FLAGS {
            let id = catalogue.find_topic(&[Kind::RedFlag], slug);
            let id = id.unwrap_or_else(|| panic!("{slug} is no red flag"));
            assert!(catalogue.topic(id).lead.is_some(), "{slug} has a lead");
        }
    }

    #[test]
    fn every_example_finds_something() {
        for example in EXAMPLES {
            let found = explorer().everywhere(example).found;
            assert!(found.iter().all(|(_, it)| !it.partial), "{example}: all its words are found");
            assert!(!found.is_empty(), "{example}");
        }
    }
}
