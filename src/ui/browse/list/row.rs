//! The frame of a row: its link, the place for why it was found, and the compare button.
//!
//! Owns the class names by which the keyboard finds the parts of a row. Does not know what else a
//! row says about its entry.

use leptos::prelude::*;
use leptos::web_sys::{Element, MouseEvent};
use wasm_bindgen::JsCast;

use crate::catalogue::Link;
use crate::ui::actions;
use crate::ui::browse::list::found::{self, Found};
use crate::ui::browser::location;
use crate::ui::context::ExploreContext;
use crate::ui::element::link;
use crate::ui::landmark;

/// A list of rows.
pub(crate) const LIST: &str = "rows";

/// The link with the name of the entry. Its target area is the whole row.
pub(crate) const NAME: &str = "item__name";

/// Hardly a row without a reason is lower than this, in CSS pixels.
const ROW: f64 = 52.0;

/// No line of a row is lower than this, in CSS pixels.
const LINE: f64 = 20.0;

/// The letter of an urgency by which the style sheet marks a row.
pub(crate) type Urgency = Option<&'static str>;

/// What a row says about its entry.
pub(crate) struct About {
    /// How soon it needs attention.
    pub(crate) urgency: Urgency,
    /// The mark after the name.
    pub(crate) tag: Option<AnyView>,
    /// What it is, in a sentence.
    pub(crate) sentence: Option<String>,
    /// Which diseases it makes worse.
    pub(crate) harms: Option<String>,
    /// More about it for a reader who searches.
    pub(crate) more: Option<String>,
    /// Its marks, each in a column of its own.
    pub(crate) marks: Option<AnyView>,
}

/// The frame of a row around what it says about its entry, with a compare button if it is
/// `comparable`. A row stands below a heading of the second level.
pub(crate) fn row(found: &Found, comparable: bool, about: About) -> impl IntoView + use<> {
    let entry = found.entry;
    let slug = link::slug(entry);
    let sentence = about.sentence.map(|sentence| view! { <p>{sentence}</p> });
    view! {
        <li class="item" data-u=about.urgency>
            <h3>
                <a id=landmark::row(slug) class=NAME href=link::href(entry) data-slug=slug>
                    {found::name(found)}
                </a>
                {about.tag.map(|tag| view! { " " {tag} })}
            </h3>
            {found::why(found).map(|why| view! { <p class="item__why">{why}</p> })}
            {sentence}
            {about.harms.map(|harms| view! { <p>{harms}</p> })}
            {about.more.map(|more| view! { <p class="tiny">{more}</p> })}
            {about.marks}
            {comparable.then(|| compare_button(entry))}
        </li>
    }
}

/// Hardly a row that shows this is lower than this, in CSS pixels.
pub(crate) fn least_height(found: &Found) -> f64 {
    ROW + if found.has_reason() { LINE } else { 0.0 }
}

/// The button that adds the entry of a row to the comparison. The list keeps its state true by
/// [`press`]: an effect for each row would be asked at every key.
fn compare_button(entry: Link) -> impl IntoView {
    let compared = ExploreContext::expect().compared;
    let pressed = compared.with_untracked(|compared| compared.contains(&entry)).to_string();
    view! {
        <button
            type="button"
            class="btn item__add"
            aria-pressed=pressed
            aria-label=format!("Compare {}", link::name(entry))
            data-slug=link::slug(entry)
        ></button>
    }
}

/// Says on the button of a row, if it has one, whether its entry is compared.
pub(crate) fn press(row: &Element, is_compared: bool) {
    if let Ok(Some(button)) = row.query_selector("[aria-pressed]") {
        // An element takes any value of an attribute.
        let _ = button.set_attribute("aria-pressed", &is_compared.to_string());
    }
}

/// Handles a press anywhere on a list: opens an entry without losing the search, or chooses one to
/// be compared.
pub(crate) fn pressed(
    context: ExploreContext,
    event: &MouseEvent,
    link: impl Fn(&str) -> Option<Link>,
) {
    // In a frame, links are left to the browser.
    if !location::is_plain(event) || context.embedded.get_untracked() {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let pressed = target.and_then(|target| target.closest("[data-slug]").ok().flatten());
    let slug = pressed.as_ref().and_then(|pressed| pressed.get_attribute("data-slug"));
    let Some((pressed, slug)) = pressed.zip(slug) else { return };
    event.prevent_default();
    if pressed.tag_name() == "A" {
        actions::open(context, &slug);
    } else if let Some(entry) = link(&slug) {
        actions::compare(context, entry);
    }
}
