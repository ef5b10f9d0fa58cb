//! What a press that saves a file has made, and another way to its text.
//!
//! A page never learns whether the browser has put the file anywhere, so it says where it should
//! be.

use leptos::prelude::*;

use crate::export::File;
use crate::ui::browser::download;
use crate::ui::browser::focus::focus_soon;
use crate::ui::element::remade::remade;

/// The id of the text.
const TEXT: &str = "saved-text";

/// What helps where spreadsheets expect semicolons.
const IN_COLUMNS: &str = "If a spreadsheet puts a whole row into one cell, open the file with its \
                          command to import text, and choose the comma.";

/// Hands a file to the browser, and to the note.
pub(crate) fn save(file: File, saved: RwSignal<Option<File>>) {
    download::save(&file);
    // The same note again would be no change, and no answer to the press.
    saved.set(None);
    request_animation_frame(move || saved.set(Some(file)));
}

/// The note. Empty until something was saved.
#[component]
pub(crate) fn SavedNote(
    /// The file that was made last.
    saved: RwSignal<Option<File>>,
) -> impl IntoView {
    let note = |saved: Option<File>| {
        let File { name, text, count, what, .. } = saved?;
        let shown = RwSignal::new(false);
        let text = StoredValue::new(text);
        let in_columns = name.ends_with(".csv").then_some(IN_COLUMNS);
        let show = move |_| {
            shown.set(true);
            focus_soon(TEXT);
        };
        Some(view! {
            <p>
                "Made " <strong>{name.clone()}</strong> " with " {count} " " {what}
                ". It should be among your downloads, or where the browser has asked you to put "
                "it. " {in_columns}
            </p>
            <Show
                when=move || shown.get()
                fallback=move || {
                    view! {
                        <button type="button" class="btn" on:click=show>
                            "It did not come: show its text to copy"
                        </button>
                    }
                }
            >
                <textarea
                    id=TEXT
                    class="saved"
                    readonly
                    rows="8"
                    aria-label=format!("The text of {name}")
                    prop:value=move || text.get_value()
                ></textarea>
            </Show>
        })
    };
    // Screen readers announce only text that appears in an existing region.
    view! {
        <div class="stack tight" role="status">
            {remade(move || saved.get(), note)}
        </div>
    }
    .into_any()
}
