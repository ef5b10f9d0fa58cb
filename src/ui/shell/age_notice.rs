//! A note on old data. A copy that needs no network can be kept for years.

use leptos::prelude::*;
use leptos::web_sys::js_sys::Date;

use crate::catalogue::Catalogue;

/// The age from which data count as old: a year, in milliseconds.
const OLD: f64 = 365.0 * 24.0 * 60.0 * 60.0 * 1000.0;

/// The note. Empty until the data are a year old.
#[component]
pub(crate) fn AgeNotice() -> impl IntoView {
    let date = Catalogue::bundled().date;
    let old = RwSignal::new(false);
    // Only a browser knows the time of the reader.
    Effect::new(move || old.set(Date::now() - Date::parse(date) > OLD));
    view! {
        <Show when=move || old.get()>
            <aside class="note" aria-label="Age of the data">
                <p>
                    "The data in this copy are from " {date}
                    ", more than a year ago. Look for a newer copy where you got this one."
                </p>
            </aside>
        </Show>
    }
}
