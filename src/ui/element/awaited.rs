//! What is shown in place of texts that have not come yet: that they are on their way or, if they
//! stand still or are lost, why, and a button to ask for them again.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::ui::browser::reading;
use crate::ui::context::{ExploreContext, Reading};
use crate::ui::element::remade::remade;

/// What is shown until the texts of the entries have arrived.
pub(crate) fn awaited(context: ExploreContext) -> impl IntoView {
    let again = move |_| reading::ask(context);
    remade(
        move || context.reading.get(),
        move |reading| match reading {
            Reading::Here => ().into_any(),
            Reading::Awaited => view! {
                <p class="note" role="status">"The texts and their sources are on their way."</p>
            }
            .into_any(),
            Reading::Silent(seconds) => {
                let words = format!(
                    "Nothing has come from the network for {seconds} seconds. The texts and their \
                     sources are shown as soon as they come. If they do not, check the \
                     connection and try again."
                );
                offered("status", words, again).into_any()
            }
            Reading::Lost(why) => {
                let words = format!("The texts and their sources have not come. {why}");
                offered("alert", words, again).into_any()
            }
        },
    )
}

/// A note with a button to ask again.
fn offered(
    role: &'static str,
    words: String,
    again: impl Fn(MouseEvent) + 'static,
) -> impl IntoView {
    view! {
        <div class="note" role=role>
            <p>{words}</p>
            <button type="button" class="btn" on:click=again>
                "Try again"
            </button>
        </div>
    }
}
