//! What is shown in place of texts that have not come yet: that they are on their way or, if they
//! are lost, why, and a button to ask for them again.

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
            Reading::Lost(why) => view! {
                <div class="note" role="alert">
                    <p>"The texts and their sources have not come. " {why}</p>
                    <button type="button" class="btn" on:click=again>
                        "Try again"
                    </button>
                </div>
            }
            .into_any(),
        },
    )
}
