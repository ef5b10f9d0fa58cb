//! What is put aside to be compared, and the way to see it side by side.

use leptos::prelude::*;

use crate::catalogue::Link;
use crate::ui::browse::head;
use crate::ui::browser::focus::focus_soon;
use crate::ui::browser::location;
use crate::ui::context::ExploreContext;
use crate::ui::element::link;
use crate::view::{MOST_COMPARED, Page, ViewState};

/// The bar; nothing while nothing is put aside.
#[component]
pub(crate) fn CompareBar() -> impl IntoView {
    let context = ExploreContext::expect();
    let compared = context.compared;
    let words = move || {
        let page = context.page.get();
        let types = compared.with(|compared| matches!(compared.first(), Some(Link::Topic(_))));
        match compared.with(Vec::len) {
            _ if types && page == Page::Causes => {
                "Types are chosen to compare; causes cannot be compared with them.".to_owned()
            }
            _ if !types && page == Page::Types => {
                "Causes are chosen to compare; types cannot be compared with them.".to_owned()
            }
            1 => "Chosen to compare; choose one to three more:".to_owned(),
            MOST_COMPARED => "Chosen to compare, the most that fit side by side:".to_owned(),
            _ => "Chosen to compare:".to_owned(),
        }
    };
    view! {
        <Show when=move || compared.with(|compared| !compared.is_empty())>
            <section class="compare-bar" aria-label="To be compared">
                <p>{words}</p>
                <ul class="chips__list" role="list">
                    {move || {
                        let entries = compared.get().into_iter();
                        entries
                            .map(|entry| view! { <li>{put_back(context, entry)}</li> })
                            .collect_view()
                    }}
                </ul>
                <Show when=move || compared.with(|compared| compared.len() > 1)>
                    <a class="button" href=move || location::href(&comparison(&compared.get()))>
                        "Compare side by side"
                    </a>
                </Show>
            </section>
        </Show>
    }
}

/// Puts an entry aside to be compared, or back.
pub(crate) fn choose(context: ExploreContext, entry: Link) {
    location::push(context, context.view.with_untracked(|view| view.comparing(entry)));
}

/// The page on which entries stand side by side.
fn comparison(compared: &[Link]) -> ViewState {
    ViewState { compared: compared.to_vec(), ..ViewState::at(Page::Compare) }
}

/// An entry put aside, to be let go by a press.
fn put_back(context: ExploreContext, entry: Link) -> impl IntoView {
    let lift = move |_| {
        choose(context, entry);
        // The button goes with the entry.
        focus_soon(head::HEADING_ID);
    };
    let name = link::name(entry);
    view! {
        <button
            type="button"
            class="chips__chip"
            aria-label=format!("Do not compare {name}")
            on:click=lift
        >
            {name}
        </button>
    }
}

/// The button of an open entry that puts it aside, or back; nothing within somebody else's page.
#[component]
pub(crate) fn CompareButton(
    /// The entry.
    entry: Link,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let pressed = move || context.compared.with(|compared| compared.contains(&entry));
    let toggle = move |_| choose(context, entry);
    context.offers_actions().then(|| {
        view! {
            <div class="compare-button">
                <button
                    type="button"
                    class="button"
                    aria-pressed=move || pressed().to_string()
                    on:click=toggle
                >
                    "Compare"
                </button>
                <Show when=move || {
                    pressed() && context.compared.with(|compared| compared.len() > 1)
                }>
                    <a href=move || {
                        context.compared.with(|compared| location::href(&comparison(compared)))
                    }>"See them side by side"</a>
                </Show>
            </div>
        }
    })
}
