//! What the one search finds, by kind.

use leptos::prelude::*;

use crate::catalogue::Link;
use crate::explorer::Everywhere;
use crate::ui::browse::list::cause_row::cause_row;
use crate::ui::browse::list::found::Found;
use crate::ui::browse::list::row;
use crate::ui::browse::list::topic_list::topic_row;
use crate::ui::browse::medicine_list::list_offer;
use crate::ui::browse::not_here::not_here;
use crate::ui::browser::location;
use crate::ui::context::{Searched, explorer};
use crate::ui::element::{link, match_link};
use crate::ui::wording;
use crate::ui::wording::results::notes_everywhere;
use crate::view::{Page, ViewState};

/// How many causes are shown, and how many entries of each other kind.
const MOST_CAUSES: usize = 8;
const MOST_TOPICS: usize = 3;

/// What a query finds on all pages, each with the way to its whole list.
pub(super) fn found_everywhere(query: &str) -> impl IntoView + use<> {
    let by = explorer();
    let everywhere = by.everywhere(query);
    let notes = notes_everywhere(&everywhere);
    let Everywhere { found, remarks, other_types, medicines, tells_of_a_patient } = everywhere;
    let found: Vec<_> =
        found.into_iter().map(|(page, results)| (page, Searched::new(by, results))).collect();
    let notes = notes.into_iter().map(|note| view! { <p dir="auto">{note}</p> });
    let nothing = found.is_empty().then(|| nothing(query));
    let compared = by.pair(query).map(compare_offer);
    let kinds = found.iter().map(|(page, results)| kind(*page, results, query));
    view! {
        {not_here(&remarks, &other_types)}
        {notes.collect_view()}
        {list_offer(&medicines)}
        {tells_of_a_patient.then(|| match_link::of_sentence(query))}
        {compared}
        {nothing}
        {kinds.collect_view()}
    }
}

/// The way to the comparison of two entries.
fn compare_offer(pair: [Link; 2]) -> impl IntoView {
    let [one, other] = pair.map(link::name);
    let view = ViewState { compared: pair.to_vec(), ..ViewState::at(Page::Compare) };
    view! {
        <p>
            <a class="btn" href=location::href(&view)>
                {format!("Compare {one} and {other}")}
            </a>
        </p>
    }
}

/// The first entries of one page.
fn kind(page: Page, results: &Searched, query: &str) -> impl IntoView + use<> {
    let total = results.rows.len();
    let most = if page == Page::Causes { MOST_CAUSES } else { MOST_TOPICS };
    let rows = results.rows.iter().take(most).map(|row| {
        let found = Found::of(results, page, *row);
        match row.entry {
            Link::Cause(id) => cause_row(id, &found, false),
            Link::Topic(_) | Link::Category(_) => topic_row(&found, false),
        }
    });
    let rows = rows.collect_view();
    let label = wording::page(page).label;
    let to = location::href(&ViewState::at(page).asking(query.to_owned()));
    let all = (total > most).then(|| {
        view! {
            <p>
                <a href=to>{format!("All {total} in {label}")}</a>
            </p>
        }
    });
    let id = format!("found-{}", page.key());
    let named = id.clone();
    view! {
        <section class="stack tight" aria-labelledby=named>
            <h2 id=id>{label} " " <span class="soft small">{total}</span></h2>
            <ul class=row::LIST role="list">
                {rows}
            </ul>
            {all}
        </section>
    }
}

/// What to do when nothing is found.
fn nothing(query: &str) -> impl IntoView + use<> {
    let flags = location::href(&ViewState::at(Page::WorkUp));
    view! {
        <div class="box stack tight">
            <p>
                <b>"Nothing found for " <q dir="auto">{query.to_owned()}</q> "."</b>
            </p>
            <p class="small">
                "Check the spelling, or search what you see: “flapping hands”, “jerks on waking”. "
                "For a medicine, try the name of the substance. "
                <strong>
                    "Something that is not listed here can still cause jerks: no list is complete."
                </strong>
            </p>
            <p>
                <a class="btn" href=flags>
                    "See the red flags"
                </a>
            </p>
        </div>
    }
}
