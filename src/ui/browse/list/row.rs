//! The frame of a row: its link, the place for why it was found, and the compare button.
//!
//! Owns the class names by which `rows` and the keyboard find the parts of a row. Does not know
//! what else a row says about its entry.

use leptos::prelude::*;

use crate::catalogue::Link;
use crate::ui::edition::Edition;
use crate::ui::element::link;
use crate::ui::landmark;

/// A list of rows.
pub(crate) const LIST: &str = "row-list";

/// A row.
pub(crate) const ROW: &str = "row";

/// The link with the name of the entry. Its target area is the whole row.
pub(crate) const NAME: &str = "row__name";

/// Why the row was found.
pub(crate) const WHY: &str = "row__why";

/// The button that compares the entry of a row.
pub(crate) const COMPARE: &str = "row__compare";

/// Selects the rows that are shown.
pub(crate) fn shown() -> String {
    format!("li.{ROW}:not([hidden])")
}

/// The frame of a row around the text about its entry, with a compare button if it is `comparable`.
pub(crate) fn row(entry: Link, comparable: bool, about: impl IntoView) -> impl IntoView {
    let (slug, name) = (link::slug(entry), link::name(entry));
    // A static list cannot be searched.
    let why = (!Edition::is_printed()).then(|| view! { <p class=WHY hidden></p> });
    view! {
        <li class=ROW>
            <a id=landmark::row(slug) class=NAME href=link::href(entry) data-slug=slug>
                {name}
            </a>
            {why}
            {about}
            {comparable.then(|| compare_button(slug, name))}
        </li>
    }
}

/// The button that adds the entry of a row to the comparison. The Tab key skips it, because it
/// would double the way through the list. `c` does the same, and so does the button of the open
/// entry.
fn compare_button(slug: &'static str, name: &'static str) -> impl IntoView {
    view! {
        <button
            type="button"
            class=COMPARE
            tabindex="-1"
            aria-pressed="false"
            aria-label=format!("Compare {name}")
            data-slug=slug
        ></button>
    }
}
