//! A part that is made once a reader unfolds it: it would be made anew for every answer.

use leptos::prelude::*;

use crate::ui::element::remade::remade;

/// The part below its summary.
pub(super) fn folded<K, V>(
    summary: &'static str,
    value: impl Fn() -> K + Send + Sync + 'static,
    draw: impl Fn(K) -> V + 'static,
) -> impl IntoView
where
    K: Clone + PartialEq + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let unfolded = RwSignal::new(false);
    view! {
        <details class="small noprint" on:toggle=move |_| unfolded.set(true)>
            <summary>{summary}</summary>
            {remade(move || unfolded.get().then(&value), move |value| value.map(&draw))}
        </details>
    }
}
