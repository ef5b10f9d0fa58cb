//! The head of a list: its name, the search box, how many entries are shown, and notes on the
//! search.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Kind, Link};
use crate::ui::actions;
use crate::ui::browse::chips::Chips;
use crate::ui::browse::medicine_list::ListOffer;
use crate::ui::browse::order::Order;
use crate::ui::browse::same_class::same_class;
use crate::ui::browse::save_list::SaveList;
use crate::ui::browse::search_box::SearchBox;
use crate::ui::browser::focus::focus_soon;
use crate::ui::context::ExploreContext;
use crate::ui::element::link;
use crate::ui::landmark;
use crate::ui::wording;
use crate::ui::wording::results::{count_text, search_notes};
use crate::view::{Page, ViewState};

/// The heading of a page with a list.
#[component]
pub(crate) fn ListHeading(
    /// The page.
    page: Page,
) -> impl IntoView {
    let open = ExploreContext::expect().open;
    let text = wording::page(page).heading;
    // The name of the open entry is the main heading of the page. Without one, this is.
    move || {
        if open.with(Option::is_some) {
            view! {
                <h2 id=landmark::LIST_HEADING class="list-head__heading" tabindex="-1">
                    {text}
                </h2>
            }
            .into_any()
        } else {
            view! {
                <h1 id=landmark::LIST_HEADING class="list-head__heading" tabindex="-1">
                    {text}
                </h1>
            }
            .into_any()
        }
    }
}

/// The head of the list of causes.
#[component]
pub(crate) fn ListHead() -> impl IntoView {
    view! {
        <div class="list-head">
            <ListHeading page=Page::Causes />
            {opening()}
            <SearchBox
                label=wording::page(Page::Causes).search
                example="gabapentin, flapping tremor, hiccup …"
            />
            <Status introduction=|| wording::causes_counted().into_any() />
            <Chips />
            <div class="list-head__tools">
                <Order />
                <SaveList />
            </div>
        </div>
    }
}

/// The head of a list of topics.
#[component]
pub(crate) fn TopicsHead(
    /// The page.
    page: Page,
) -> impl IntoView {
    let words = wording::page(page);
    view! {
        <div class="list-head">
            <ListHeading page />
            <SearchBox label=words.search example="" />
            <Status introduction=move || words.about.into_any() />
            <Chips />
            <SaveList />
        </div>
    }
}

/// How many entries are shown. Below, in a space that keeps its height while the reader types:
/// notes on left-out words and entries of other pages or, without search words, what the list is.
#[component]
fn Status(
    /// What the list is, for a reader who has not searched.
    introduction: impl Fn() -> AnyView + Send + 'static,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let asked = Memo::new(move |_| context.view.with(|view| !view.query.trim().is_empty()));
    let elsewhere = Memo::new(move |_| context.results.with(|results| results.elsewhere.clone()));
    let remarks = Memo::new(move |_| context.results.with(|results| results.remarks.clone()));
    let notes = Memo::new(move |_| context.results.with(|results| search_notes(results)));
    let clear = move |_| {
        actions::clear(context);
        // The button disappears with the filters. The reader most likely wants a new search.
        focus_soon(landmark::SEARCH);
    };
    view! {
        <p class="list-head__searched" hidden=move || !asked.get()>
            "Searched for: " {move || context.view.with(|view| view.query.clone())}
        </p>
        <div class="list-head__status">
            <p class="list-head__count">
                {move || context.results.with(|results| count_text(results))}
            </p>
            <Show when=move || context.view.with(ViewState::is_filtered)>
                <button type="button" class="button" on:click=clear>
                    "Clear all"
                </button>
            </Show>
        </div>
        <div class="list-head__notes">
            {move || {
                if asked.get() {
                    let notes = notes.get().into_iter().map(|note| {
                        view! { <p class="list-head__left-out" dir="auto">{note}</p> }
                    });
                    view! {
                        {notes.collect_view()}
                        <ListOffer />
                        {remarks.with(|remarks| same_class(remarks))}
                        {elsewhere_note(elsewhere.get())}
                    }
                        .into_any()
                } else {
                    view! { <p class="list-head__intro">{introduction()}</p> }.into_any()
                }
            }}
        </div>
    }
}

/// Entries of other pages whose names match.
fn elsewhere_note(entries: Vec<Link>) -> Option<impl IntoView> {
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
            <div class="list-head__elsewhere">
                <span id="elsewhere">"On other pages: "</span>
                <ul role="list" aria-labelledby="elsewhere">
                    {links.collect_view()}
                </ul>
            </div>
        }
    })
}

/// The definition of myoclonus from the glossary, with a link to its sources.
fn opening() -> impl IntoView {
    view! { <p class="list-head__opening">{opening_words()}</p> }
}

/// The text of that opening, without its paragraph.
pub(crate) fn opening_words() -> impl IntoView {
    let mut terms = Catalogue::bundled().topics(Kind::Glossary);
    terms.find(|(_, term)| term.slug == "myoclonus").map(|(id, term)| {
        let meaning = term.fields.first().and_then(|field| field.body.first());
        view! {
            <a href=link::href(Link::Topic(id))>{term.name}</a>
            ": "
            {meaning.map(|phrase| phrase.words)}
        }
    })
}
