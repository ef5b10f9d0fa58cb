//! The open entry, or why there is none.
//!
//! An address that leads nowhere gets an explanation, never an empty page.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Retired};
use crate::ui::browser::location;
use crate::ui::context::ExploreContext;
use crate::ui::element::awaited::awaited;
use crate::ui::element::link;
use crate::ui::entry::cause_entry::CauseEntry;
use crate::ui::entry::head::glance::at_a_glance;
use crate::ui::entry::head::names::names_of_cause;
use crate::ui::entry::topic_entry::TopicEntry;
use crate::ui::landmark;
use crate::view::{Opened, Page};

/// The entry of a page that an address names.
pub(crate) fn open_entry(page: Page, slug: String) -> AnyView {
    match page.find(Catalogue::bundled(), &slug) {
        Some(Opened::Cause(id)) => view! { <Entry><CauseEntry id /></Entry> }.into_any(),
        Some(Opened::Topic(id)) => view! { <Entry><TopicEntry id /></Entry> }.into_any(),
        Some(Opened::Retired(retired)) => retired_entry(retired),
        None => unknown_entry(slug),
    }
}

fn retired_entry(retired: &'static Retired) -> AnyView {
    view! { <Entry><RetiredEntry retired /></Entry> }.into_any()
}

fn unknown_entry(slug: String) -> AnyView {
    view! { <Entry><UnknownEntry slug /></Entry> }.into_any()
}

/// The head of an entry, until what is read in it has arrived.
pub(crate) fn awaited_entry(context: ExploreContext, page: Page, slug: &str) -> AnyView {
    let catalogue = Catalogue::bundled();
    let (name, lead, head) = match page.find(catalogue, slug) {
        Some(Opened::Cause(id)) => {
            let cause = catalogue.cause(id);
            let urgency = cause.urgency.as_ref();
            let urgency = urgency.map(|it| view! { <p><b>{it.grade.label()}</b></p> });
            let head = view! { {urgency} {at_a_glance(cause)} };
            (cause.name, cause.lead, Some((names_of_cause(id), head)))
        }
        Some(Opened::Topic(id)) => (catalogue.topic(id).name, catalogue.topic(id).lead, None),
        Some(Opened::Retired(retired)) => return retired_entry(retired),
        None => return unknown_entry(slug.to_owned()),
    };
    let (names, head) = head.unzip();
    view! {
        <Entry>
            <div class="stack">
                <h1 id=landmark::ENTRY_HEADING tabindex="-1">
                    {name}
                </h1>
                {names}
                {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
                {head}
                {awaited(context)}
            </div>
        </Entry>
    }
    .into_any()
}

/// The frame of an open entry.
#[component]
fn Entry(
    /// The entry itself. The id of its heading is [`landmark::ENTRY_HEADING`].
    children: Children,
) -> impl IntoView {
    view! {
        <article class="entry" aria-labelledby=landmark::ENTRY_HEADING>
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
        view! { <p>"It was replaced by another entry: " <a href=href>"open " {name}</a> "."</p> }
    });
    view! {
        <h1 id=landmark::ENTRY_HEADING tabindex="-1">
            "This entry was removed"
        </h1>
        <p>
            "The entry " <code>{retired.slug}</code> " is no longer listed: " {retired.reason} "."
        </p>
        {successor}
    }
}

/// An address that never led anywhere.
#[component]
fn UnknownEntry(
    /// What the address names.
    slug: String,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let list = move || context.view.with(|view| location::href(&view.closing()));
    view! {
        <h1 id=landmark::ENTRY_HEADING tabindex="-1">"No such entry"</h1>
        <p>
            "There is no entry " <code>{slug}</code>
            ". The address may be incomplete or mistyped. The list has every entry."
        </p>
        <p>
            <a href=list>"Back to the list"</a>
        </p>
    }
}
