//! Match: the findings of one patient on one side, the causes in the order in which they fit on the
//! other.
//!
//! Draws what the core says. Findings live in the address and nowhere else.

mod answer;
mod ask;
mod away;
mod beside;
mod enter;
mod folded;
mod medicines;
mod pasted;
mod prepare;
mod state;
mod words;

use leptos::prelude::*;

use self::answer::answer;
use self::ask::ask;
use self::away::away;
use self::beside::beside;
use self::enter::{enter, take};
use self::medicines::medicines;
use self::prepare::prepare;
use self::state::MatchState;
use crate::patient::NO_DIAGNOSIS;
use crate::phenopacket::MAX_BYTES;
use crate::ui::browser::file;
use crate::ui::edition::Edition;
use crate::ui::element::remade::remade_text;
use crate::ui::landmark;
use crate::ui::wording;
use crate::view::Page;

/// The page.
#[component]
pub(crate) fn MatchPage() -> impl IntoView {
    let words = wording::page(Page::Match);
    let head = view! {
        <h1 id=landmark::LIST_HEADING tabindex="-1">
            {words.heading}
        </h1>
        <p class="soft read">{words.about} " " <strong>{NO_DIAGNOSIS}</strong></p>
    };
    if Edition::is_printed() {
        return view! { <div class="stack">{head} {without_program()}</div> }.into_any();
    }
    let state = MatchState::new();
    let controls = state.offers_actions();
    if controls {
        Effect::new(move || prepare(state));
    }
    Effect::new(move || {
        // After Back this may run once more, with the view of another page.
        let sentence = state.context.view.with(|view| {
            if view.page == Page::Match { view.query.trim().to_owned() } else { String::new() }
        });
        if controls && !sentence.is_empty() && state.searches.get() {
            state.take_sentence(sentence);
        }
    });
    let dropped = move |event: leptos::ev::DragEvent| {
        if controls {
            file::dropped(&event, MAX_BYTES, move |bytes| take(state, &bytes));
        }
    };
    view! {
        // Without the first, a browser takes no drop.
        <div class="stack" on:dragover=|event| event.prevent_default() on:drop=dropped>
            {head}
            <div class="match">
                {enter(state).into_any()}
                <div class="stack wide">
                    {beside(state).into_any()}
                    {controls.then(|| ask(state).into_any())}
                    {answer(state).into_any()}
                    {medicines(state).into_any()}
                    {controls.then(|| away(state).into_any())}
                </div>
            </div>
            <p class="vh" role="status">
                {remade_text(move || state.said.get())}
            </p>
        </div>
    }
    .into_any()
}

/// What a static page says, where no program can rank anything.
fn without_program() -> impl IntoView {
    view! {
        <div class="stack read">
            <p>
                "You enter what was found, what was looked for and not found, medicines, events, \
                 ages and what the jerks are like. All causes are then ordered by how well they \
                 fit, and each number can be read. Emergencies, and causes that can go away, stand \
                 in lists of their own. The page also says which question to ask next."
            </p>
            <p>
                "What you enter stays in your browser: this needs its script, and no server."
            </p>
        </div>
    }
}
