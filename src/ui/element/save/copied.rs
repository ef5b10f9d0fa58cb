//! A text to be copied, in a box of its own below its name.

use leptos::prelude::*;

/// The box. It needs no permission of the browser and works in a file on a disk.
pub(crate) fn copied(label: &'static str, text: String, rows: u8) -> impl IntoView {
    view! {
        <label>
            {label}
            " "
            <textarea class="saved" readonly rows=rows prop:value=text></textarea>
        </label>
    }
}
