//! The head of a list: its name, the search box, how many entries are shown, and notes on the
//! search.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Kind, Link};
use crate::explorer::Remark;
use crate::ui::actions;
use crate::ui::browse::chips::Chips;
use crate::ui::browse::facet_panel::ShowFilters;
use crate::ui::browse::medicine_list::list_offer;
use crate::ui::browse::not_here::not_here;
use crate::ui::browse::order::Order;
use crate::ui::browse::save_list::SaveList;
use crate::ui::browse::search_box::SearchBox;
use crate::ui::browser::focus::focus_soon;
use crate::ui::context::ExploreContext;
use crate::ui::element::remade::remade;
use crate::ui::element::{link, match_link};
use crate::ui::landmark;
use crate::ui::wording;
use crate::ui::wording::results::{count_text, notes_on_words};
use crate::view::{Page, ViewState};

/// The heading of a page with a list.
#[component]
pub(crate) fn ListHeading(
    /// The page.
    page: Page,
) -> impl IntoView {
    view! {
        <h1 id=landmark::LIST_HEADING tabindex="-1">
            {wording::page(page).heading}
        </h1>
    }
}

/// The head of the list of causes.
#[component]
pub(crate) fn ListHead(
    /// Whether the filters are shown on a narrow screen.
    filters: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <div class="list-head stack tight">
            <div class="row ends">
                <ListHeading page=Page::Causes />
                <div class="row">
                    <ShowFilters unfolded=filters />
                    <Order />
                    <SaveList />
                </div>
            </div>
            <SearchBox
                label=wording::page(Page::Causes).search
                example="gabapentin, flapping tremor, hiccup …"
            />
            <Status introduction=wording::causes_counted />
            <Chips />
        </div>
    }
}

/// The head of a list of topics.
#[component]
pub(crate) fn TopicsHead(
    /// The page.
    page: Page,
    /// Whether the filters are shown on a narrow screen, if the page has any.
    filters: Option<RwSignal<bool>>,
) -> impl IntoView {
    let words = wording::page(page);
    view! {
        <div class="list-head stack tight">
            <div class="row ends">
                <ListHeading page />
                <div class="row">
                    {filters.map(|unfolded| view! { <ShowFilters unfolded /> })} <SaveList />
                </div>
            </div>
            <SearchBox label=words.search />
            <Status introduction=move || words.about.to_owned() />
            <Chips />
        </div>
    }
}

/// What the status of a list says.
#[derive(Clone, PartialEq)]
struct Shown {
    count: String,
    query: String,
    filtered: bool,
    notes: Vec<String>,
    medicines: Vec<String>,
    remarks: Vec<Remark>,
    other_types: Vec<Link>,
    elsewhere: Vec<Link>,
    tells_of_a_patient: bool,
}

/// How many entries are shown. Beside it: notes on left-out words and entries of other pages or,
/// without search words, what the list is. The space keeps its height while the reader types.
#[component]
fn Status(
    /// What the list is, for a reader who has not searched.
    introduction: impl Fn() -> String + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let filtered = Memo::new(move |_| context.view.with(ViewState::is_filtered));
    let state = move || {
        let query = context.view.with(|view| view.query.trim().to_owned());
        let filtered = filtered.get();
        context.results.with(|results| Shown {
            count: count_text(results),
            query,
            filtered,
            notes: notes_on_words(results),
            medicines: results.medicines_in_query.clone(),
            remarks: results.remarks.clone(),
            other_types: results.other_types.clone(),
            elsewhere: results.elsewhere.clone(),
            tells_of_a_patient: results.tells_of_a_patient,
        })
    };
    let clear = move |_| {
        actions::clear(context);
        // The button disappears with the filters. The reader most likely wants a new search.
        focus_soon(landmark::SEARCH);
    };
    let draw = move |shown: Shown| {
        let asked = !shown.query.is_empty();
        let asked_for = shown.query.clone();
        let notes = shown.notes.into_iter().map(|note| view! { <p dir="auto">{note}</p> });
        view! {
            <p class="row">
                <span>
                    <b>{shown.count}</b>
                    {(!asked).then(|| view! { ". " <span class="soft">{introduction()}</span> })}
                </span>
                {shown
                    .filtered
                    .then(|| {
                        view! {
                            <button type="button" class="chip noprint" on:click=clear>
                                "Clear all"
                            </button>
                        }
                    })}
            </p>
            // For paper, where the search box is not shown.
            {asked.then(|| view! { <p class="paper-only">"Searched for: " {asked_for}</p> })}
            {not_here(&shown.remarks, &shown.other_types)}
            {notes.collect_view()}
            {list_offer(&shown.medicines)}
            {shown.tells_of_a_patient.then(|| match_link::of_sentence(&shown.query))}
            {elsewhere_note(&shown.elsewhere)}
        }
    };
    view! { <div class="status small">{remade(state, draw)}</div> }
}

/// Entries of other pages whose names match.
fn elsewhere_note(entries: &[Link]) -> Option<AnyView> {
    let catalogue = Catalogue::bundled();
    let links = entries.iter().map(|to| {
        let kind = match to {
            Link::Topic(id) => catalogue.topic(*id).kind.label(),
            Link::Cause(_) | Link::Category(_) => "cause",
        };
        view! { <li><a href=link::href(*to)>{link::name(*to)} " (" {kind} ")"</a></li> }
    });
    (!entries.is_empty()).then(|| {
        view! {
            <div class="row">
                <span id="elsewhere">"On other pages: "</span>
                <ul class="named" role="list" aria-labelledby="elsewhere">
                    {links.collect_view()}
                </ul>
            </div>
        }
        .into_any()
    })
}

/// What myoclonus is, in the words of the list of terms, with a link to its definition and sources.
pub(crate) fn opening_words() -> impl IntoView {
    let mut terms = Catalogue::bundled().topics(Kind::Glossary);
    terms.find(|(_, term)| term.slug == "myoclonus").map(|(id, term)| {
        view! {
            <a href=link::href(Link::Topic(id))>{term.name}</a>
            ": "
            {term.lead}
        }
    })
}
