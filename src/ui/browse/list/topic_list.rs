//! The topics of a page, by kind and section.
//!
//! The core decides which of them match the search and the filters.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement};
use wasm_bindgen::JsCast;

use crate::catalogue::{Catalogue, Kind, Link, Section, Topic, TopicId};
use crate::explorer::Results;
use crate::ui::browse::list::row::{self, row};
use crate::ui::browse::list::rows::{Kept, Rows, keep_marks, pressed};
use crate::ui::browse::nothing_found::NothingFound;
use crate::ui::context::ExploreContext;
use crate::view::Page;

/// All topics of a page.
#[component]
pub(crate) fn TopicList(
    /// The page.
    page: Page,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let whole = NodeRef::<leptos::html::Div>::new();
    let topics = Catalogue::bundled().in_sections(page.kinds());
    let topics: Vec<_> = topics.map(|(id, topic)| (Link::Topic(id), topic)).collect();
    let topics_count = topics.len();
    let slugs: Vec<&'static str> = topics.iter().map(|(_, topic)| topic.slug).collect();
    let rows = Kept::default();
    let kept = Rc::clone(&rows);
    Effect::new(move || {
        let Some(whole) = whole.get() else { return };
        let mut kept = kept.borrow_mut();
        let rows = kept.get_or_insert_with(|| Rows::find(&whole));
        // Results of another page arrive when this page is about to disappear.
        if context.page.get() == page {
            context.results.with(|results| arrange(rows, &whole, page, &topics, results));
        }
    });
    let position = move |slug: &str| slugs.iter().position(|other| *other == slug);
    let link =
        move |slug: &str| Catalogue::bundled().find_topic(page.kinds(), slug).map(Link::Topic);
    let made = Signal::stored(topics_count);
    let comparable = page.is_comparable() && context.offers_actions();
    keep_marks(context, whole, rows, made, position);
    view! {
        <Show when=move || context.results.with(|results| results.rows.is_empty())>
            <NothingFound />
        </Show>
        <div node_ref=whole on:click=move |event| pressed(context, &event, link)>
            {page.kinds().iter().map(|kind| of_kind(*kind, comparable)).collect_view()}
        </div>
    }
}

/// Makes the rows match the results. A section without rows is hidden.
fn arrange(
    rows: &mut Rows,
    whole: &Element,
    page: Page,
    topics: &[(Link, &'static Topic)],
    results: &Results,
) {
    for (at, (link, topic)) in topics.iter().enumerate() {
        let found = results.rows.iter().find(|row| row.entry == *link);
        rows.show(at, found.is_some());
        if let Some(row) = found {
            rows.draw(at, page, topic.name, *row, results);
        }
    }
    let sections = whole.get_elements_by_class_name("topic-list");
    for section in (0..sections.length()).filter_map(|at| sections.item(at)) {
        let empty = section.query_selector(&row::shown()).is_ok_and(|row| row.is_none());
        if let Ok(section) = section.dyn_into::<HtmlElement>() {
            section.set_hidden(empty);
        }
    }
}

/// The topics of a kind, by section if the kind has sections.
fn of_kind(kind: Kind, comparable: bool) -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let groups: Vec<_> = catalogue.sections(kind).collect();
    if groups.is_empty() {
        let topics = catalogue.topics(kind).collect();
        return section(kind.key(), kind.definition().heading, topics, comparable);
    }
    groups
        .into_iter()
        .map(|(id, group): (_, &'static Section)| {
            let topics = catalogue.topics(kind).filter(|(_, topic)| topic.section == Some(id));
            let topics = topics.collect();
            section(group.slug, Some((group.name, group.explanation)), topics, comparable)
        })
        .collect_view()
        .into_any()
}

/// Topics under a heading.
fn section(
    slug: &'static str,
    heading: Option<(&'static str, &'static str)>,
    topics: Vec<(TopicId, &'static Topic)>,
    comparable: bool,
) -> AnyView {
    let rows = topics.into_iter().map(|(id, topic)| topic_row(id, topic, comparable));
    let id = format!("group-{slug}");
    let head = heading.map(|(name, explanation)| {
        view! {
            <h2 id=id.clone()>{name}</h2>
            <p class="topic-list__about">{explanation}</p>
        }
    });
    view! {
        <section class="topic-list">
            {head} <ul class=row::LIST role="list">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// One topic in the list, with its lead, or its first phrase if it has none.
fn topic_row(id: TopicId, topic: &'static Topic, comparable: bool) -> impl IntoView {
    let first = topic.fields.first().and_then(|field| field.body.first());
    let words = topic.lead.or(first.map(|phrase| phrase.words));
    let about = view! { <p class="row__about">{words}</p> };
    row(Link::Topic(id), comparable, about)
}
