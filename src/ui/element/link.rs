//! Links to entries of any kind, and texts with links.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Kind, Link, Phrase};
use crate::ui::browser::location;
use crate::ui::context::explorer;
use crate::ui::edition::Edition;
use crate::view::{Page, ViewState};

/// The name of an entry.
pub(crate) fn name(link: Link) -> &'static str {
    Catalogue::bundled().name_of(link)
}

/// The slug of an entry.
pub(crate) fn slug(link: Link) -> &'static str {
    let catalogue = Catalogue::bundled();
    match link {
        Link::Cause(id) => catalogue.cause(id).slug,
        Link::Category(id) => catalogue.category(id).slug,
        Link::Topic(id) => catalogue.topic(id).slug,
    }
}

/// The address of an entry.
pub(crate) fn href(link: Link) -> String {
    let catalogue = Catalogue::bundled();
    if let (Link::Category(id), true) = (link, Edition::is_printed()) {
        // A static list cannot be filtered, but it has a section for each category.
        let list = location::href(&ViewState::default());
        return format!("{list}#{}", catalogue.category(id).slug);
    }
    location::href(&view_of(link))
}

/// The view that shows an entry.
pub(crate) fn view_of(link: Link) -> ViewState {
    let catalogue = Catalogue::bundled();
    match link {
        Link::Cause(id) => ViewState::default().opening(catalogue.cause(id).slug),
        Link::Category(id) => {
            ViewState { chosen: explorer().facets().category(id), ..ViewState::default() }
        }
        Link::Topic(id) => {
            let topic = catalogue.topic(id);
            ViewState::at(Page::of(topic.kind)).opening(topic.slug)
        }
    }
}

/// A link to an entry, with its name as the text. Where two entries have one name, such as a cause
/// and a type, the text says which of them is meant.
pub(crate) fn link(to: Link) -> impl IntoView {
    view! { <a href=href(to)>{name(to)} {which(to)}</a> }
}

fn which(to: Link) -> Option<String> {
    let catalogue = Catalogue::bundled();
    let kind = match to {
        Link::Cause(_) => "cause",
        Link::Category(_) => return None,
        Link::Topic(id) if catalogue.topic(id).kind == Kind::Glossary => return None,
        Link::Topic(id) => catalogue.topic(id).kind.label(),
    };
    catalogue.shares_name(to).then(|| format!(" ({kind})"))
}

/// Words, followed by links to the entries that they name. If the words are the name itself, they
/// are the link. The entry that is being read is not linked.
pub(crate) fn phrase(phrase: &'static Phrase, read: Link) -> AnyView {
    let links: Vec<Link> = phrase.links.iter().copied().filter(|to| *to != read).collect();
    match links[..] {
        [] => phrase.words.into_any(),
        [only] if is_name(phrase.words, only) => link(only).into_any(),
        _ => view! { {phrase.words} {named(links)} }.into_any(),
    }
}

/// One of several short phrases: words that name a single entry are the link to it.
pub(crate) fn item(item: &'static Phrase, read: Link) -> AnyView {
    match item.links {
        [only] if *only != read => view! { <a href=href(*only)>{item.words}</a> }.into_any(),
        [first, rest @ ..] if *first != read && is_name(item.words, *first) => {
            let rest = rest.iter().copied().filter(|to| *to != read && !same_name(*to, *first));
            let rest: Vec<Link> = rest.collect();
            view! {
                <a href=href(*first)>{item.words}</a>
                {(!rest.is_empty()).then(|| named(rest))}
            }
            .into_any()
        }
        _ => phrase(item, read),
    }
}

fn is_name(words: &str, of: Link) -> bool {
    name(of).eq_ignore_ascii_case(words)
}

fn same_name(one: Link, other: Link) -> bool {
    is_name(name(one), other)
}

/// Links side by side.
pub(crate) fn named(links: Vec<Link>) -> impl IntoView {
    let links = links.into_iter().map(|to| view! { <li>{link(to)}</li> }).collect_view();
    view! {
        <ul class="named" role="list">
            {links}
        </ul>
    }
}
