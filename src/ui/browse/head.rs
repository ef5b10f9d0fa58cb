//! What stands above a list: what it is, the search box, how many entries are shown and why.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Kind, Link};
use crate::explorer::Results;
use crate::ui::browse::chips::Chips;
use crate::ui::browse::save::SaveList;
use crate::ui::browse::search_box::{self, SearchBox};
use crate::ui::browse::topics_page::heading;
use crate::ui::browser::focus::focus_soon;
use crate::ui::browser::location;
use crate::ui::context::ExploreContext;
use crate::ui::element::link;
use crate::view::{Page, Sort, ViewState};

/// The id of the list's heading.
pub(crate) const HEADING_ID: &str = "list-heading";

/// How many entries are shown, in words.
pub(crate) fn count_text(results: &Results) -> String {
    let (shown, total) = (results.rows.len(), results.total);
    let not_recorded = results.not_recorded.len();
    if not_recorded > 0 {
        format!("{shown} of {total} entries; of {not_recorded} more it is not recorded")
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
    view! {
        <div class="list-head">
            <ListHeading page=Page::Causes />
            {opening()}
            <SearchBox
                label="Search by name, drug, sign or plain words"
                example="gabapentin, flapping tremor, hiccup …"
            />
            <Status introduction=|| introduction().into_any() />
            <Chips />
            <div class="list-head__tools">
                <Order />
                <SaveList />
            </div>
        </div>
    }
}

/// What the list of causes is.
pub(crate) fn introduction() -> impl IntoView {
    let catalogue = Catalogue::embedded();
    let groups = catalogue.cause_ids().filter(|id| catalogue.cause(*id).umbrella).count();
    let causes = catalogue.cause_count() - groups;
    let rare = catalogue.cause_ids().map(|id| catalogue.cause(id));
    let rare = rare.filter(|cause| !cause.umbrella && cause.rare.is_some()).count();
    view! {
        {causes} " causes, " {rare} " of them rare diseases, and " {groups}
        " groups. The order says nothing about how likely a cause is."
    }
}

/// The head of a list of topics.
#[component]
pub(crate) fn TopicsHead(
    /// Which page.
    page: Page,
) -> impl IntoView {
    let (name, about) = heading(page);
    let label = match page {
        Page::Types => "Search the types",
        Page::WorkUp => "Search the work-up",
        Page::Treatments => "Search the treatments",
        Page::LookAlikes => "Search the look-alikes",
        Page::Glossary => "Search the words",
        _ => name,
    };
    view! {
        <div class="list-head">
            <ListHeading page />
            <SearchBox label example="" />
            <Status introduction=move || about.into_any() />
            <Chips />
            <SaveList />
        </div>
    }
}

/// How many entries are shown; and, in a place that stays as high whatever is typed, what was left
/// out and what other pages have, or else what the list is.
#[component]
fn Status(
    /// What the list is.
    introduction: impl Fn() -> AnyView + Send + 'static,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let asked = Memo::new(move |_| context.view.with(|view| !view.query.trim().is_empty()));
    let elsewhere = Memo::new(move |_| context.results.with(|results| results.elsewhere.clone()));
    let notes = Memo::new(move |_| context.results.with(|results| search_notes(results)));
    let clear = move |_| {
        location::push(context, context.view.with_untracked(ViewState::unfiltered));
        // The button goes with the filters; the reader most likely wants to search anew.
        focus_soon(search_box::INPUT_ID);
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
                    view! { {notes.collect_view()} {elsewhere_note(elsewhere.get())} }.into_any()
                } else {
                    view! { <p class="list-head__intro">{introduction()}</p> }.into_any()
                }
            }}
        </div>
    }
}

/// What a reader has to know of how the words were taken, as sentences.
pub(crate) fn search_notes(results: &Results) -> Vec<String> {
    let quoted = |words: &[String]| {
        // A very long word would push everything else away.
        let short = words.iter().map(|word| word.chars().take(24).collect::<String>());
        short.map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ")
    };
    let mut notes = Vec::new();
    if results.partial {
        let nowhere = if results.unmatched_words.is_empty() {
            String::new()
        } else {
            format!(" Not found: {}.", quoted(&results.unmatched_words))
        };
        notes.push(format!("No entry has all these words; some have a part of them.{nowhere}"));
    }
    if !results.fuzzy_words.is_empty() {
        notes.push(format!(
            "Spelt like this nowhere: {}; similar words are shown.",
            quoted(&results.fuzzy_words)
        ));
    }
    if results.ignored > 0 {
        notes.push(format!(
            "Only the first words are looked for; {} more are not.",
            results.ignored
        ));
    }
    notes
}

/// Entries of other pages whose names answer.
fn elsewhere_note(entries: Vec<Link>) -> Option<impl IntoView> {
    let catalogue = Catalogue::embedded();
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

/// The order of the list.
#[component]
fn Order() -> impl IntoView {
    let context = ExploreContext::expect();
    let changed = move |event| {
        let key = event_target_value(&event);
        let sort = Sort::ALL.iter().copied().find(|sort| sort.key() == key).unwrap_or_default();
        location::push(context, context.view.with_untracked(|view| view.sorting(sort)));
    };
    let options = Sort::ALL.iter().map(|sort| {
        let selected = move || context.view.with(|view| view.sort == *sort);
        view! {
            <option value=sort.key() prop:selected=selected>
                {label(*sort)}
            </option>
        }
    });
    view! {
        <label class="list-head__order">
            "Order" <select on:change=changed>{options.collect_view()}</select>
        </label>
    }
}

/// What a reader sees of an order.
const fn label(sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => "best answer first",
        Sort::Name => "by name",
        Sort::Category => "by category",
        Sort::Evidence => "best evidence first",
        Sort::Urgency => "most urgent first",
    }
}

/// What myoclonus is, as the glossary has it, with the way to its sources.
fn opening() -> impl IntoView {
    view! { <p class="list-head__opening">{opening_words()}</p> }
}

/// The words of the opening.
pub(crate) fn opening_words() -> impl IntoView {
    let mut terms = Catalogue::embedded().topics(Kind::Term);
    terms.find(|(_, term)| term.slug == "myoclonus").map(|(id, term)| {
        let meaning = term.fields.first().and_then(|field| field.body.first());
        view! {
            <a href=link::href(Link::Topic(id))>{term.name}</a>
            ": "
            {meaning.map(|phrase| phrase.words)}
        }
    })
}
