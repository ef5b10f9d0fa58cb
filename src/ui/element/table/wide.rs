//! A table that may be wider than the screen. It scrolls within a region of its own, which the
//! keyboard reaches.

use leptos::prelude::*;

/// The table, from the heads of its columns and its rows. `label` names the region.
pub(crate) fn wide_table(
    label: &'static str,
    heads: &[&'static str],
    rows: impl IntoView + 'static,
) -> AnyView {
    let heads = heads.iter().map(|head| view! { <th scope="col">{*head}</th> }).collect_view();
    view! {
        <div class="scroll" role="region" aria-label=label tabindex="0">
            <table class="matrix">
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
