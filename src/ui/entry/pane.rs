//! The place beside the list: the open entry, or a guide while none is open.
//!
//! Decides which of them; an address that leads nowhere gets an explanation, never a blank.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Found, Retired};
use crate::ui::browser::location;
use crate::ui::context::ExploreContext;
use crate::ui::element::link;
use crate::ui::entry::cause_entry::CauseEntry;
use crate::ui::entry::reading_guide::ReadingGuide;

/// The id of the open entry's heading, which takes the focus when an entry is opened.
pub(crate) const HEADING_ID: &str = "entry-heading";

/// The open cause, or the guide.
#[component]
pub(crate) fn EntryPane() -> impl IntoView {
    let context = ExploreContext::expect();
    move || {
        let Some(slug) = context.open.get() else {
            return view! { <ReadingGuide /> }.into_any();
        };
        match Catalogue::embedded().find(&slug) {
            Some(Found::Cause(id)) => view! { <Entry><CauseEntry id /></Entry> }.into_any(),
            Some(Found::Retired(retired)) => {
                view! { <Entry><RetiredEntry retired /></Entry> }.into_any()
            }
            None => view! { <Entry><UnknownEntry slug /></Entry> }.into_any(),
        }
    }
}

/// The frame of an open entry, with the way back to the list.
#[component]
pub(crate) fn Entry(
    /// The entry itself; its heading has the id [`HEADING_ID`].
    children: Children,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let back = move || context.view.with(|view| location::href(&view.closing()));
    view! {
        <article class="entry" aria-labelledby=HEADING_ID>
            <Show when=move || !context.embedded.get()>
                <p class="entry__back">
                    <a href=back>"Close and go to the list"</a>
                </p>
            </Show>
            {children()}
        </article>
    }
}

/// An id that was once in use.
#[component]
fn RetiredEntry(
    /// The retired id.
    retired: &'static Retired,
) -> impl IntoView {
    let successor = retired.merged_into.map(|to| {
        let (href, name) = (link::href(to), link::name(to));
        view! { <p>"Its place was taken by another entry: " <a href=href>"open " {name}</a> "."</p> }
    });
    view! {
        <h1 id=HEADING_ID class="entry__name" tabindex="-1">"This entry was taken out"</h1>
        <p>"The entry " <code>{retired.slug}</code> " is no longer listed: " {retired.reason} "."</p>
        {successor}
    }
}

/// An address that never led anywhere.
#[component]
pub(crate) fn UnknownEntry(
    /// What the address names.
    slug: String,
) -> impl IntoView {
    view! {
        <h1 id=HEADING_ID class="entry__name" tabindex="-1">"No such entry"</h1>
        <p>
            "There is no entry " <code>{slug}</code>
            ". The address may be incomplete or mistyped; the list has every entry."
        </p>
    }
}
