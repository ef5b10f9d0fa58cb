//! The frequency of a feature as a bar.

use leptos::prelude::*;

use crate::catalogue::Frequency;

/// A bar from none of the patients to all of them. The certain part is full, the possible part
/// pale. The words beside it say the same.
pub(crate) fn bar(frequency: &[Frequency]) -> impl IntoView + use<> {
    let (sure, most) = Frequency::range(frequency)?;
    Some(view! {
        <svg
            class="frequency-bar"
            viewBox="0 0 100 6"
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            <rect class="frequency-bar__all" width="100" height="6"></rect>
            <rect class="frequency-bar__most" width=most.to_string() height="6"></rect>
            <rect class="frequency-bar__sure" width=sure.to_string() height="6"></rect>
        </svg>
    })
}
