//! The topics of a page, by kind and section.
//!
//! The core decides which of them match the search and the filters.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Kind, Link, Section, TopicId};
use crate::ui::browse::list::found::Found;
use crate::ui::browse::list::row::{About, pressed, row};
use crate::ui::browse::list::row_list::RowList;
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
    let found = Memo::new(move |_| {
        context.results.with(|results| {
            results.rows.iter().map(|row| Found::of(results, page, *row)).collect::<Vec<_>>()
        })
    });
    let link =
        move |slug: &str| Catalogue::bundled().find_topic(page.kinds(), slug).map(Link::Topic);
    let comparable = page.is_comparable() && context.offers_actions();
    let kinds = page.kinds().iter().map(|kind| of_kind(*kind, found, comparable));
    view! {
        <NothingFound />
        <div class="stack wide" on:click=move |event| pressed(context, &event, link)>
            {kinds.collect_view()}
        </div>
    }
}

/// The topics of a kind, by section if the kind has sections.
fn of_kind(kind: Kind, found: Memo<Vec<Found>>, comparable: bool) -> AnyView {
    let catalogue = Catalogue::bundled();
    let groups: Vec<_> = catalogue.sections(kind).collect();
    if groups.is_empty() {
        let topics = catalogue.topics(kind).map(|(id, _)| id).collect();
        return section(kind.key(), kind.definition().heading, topics, found, comparable);
    }
    groups
        .into_iter()
        .map(|(id, group): (_, &'static Section)| {
            let topics = catalogue.topics(kind).filter(|(_, topic)| topic.section == Some(id));
            let topics = topics.map(|(id, _)| id).collect();
            let heading = Some((group.name, group.explanation));
            section(group.slug, heading, topics, found, comparable)
        })
        .collect_view()
        .into_any()
}

/// The topics under a heading that are found. Hidden if there are none.
fn section(
    slug: &'static str,
    heading: Option<(&'static str, &'static str)>,
    topics: Vec<TopicId>,
    found: Memo<Vec<Found>>,
    comparable: bool,
) -> AnyView {
    let rows = Memo::new(move |_| {
        found.with(|found| {
            let of = |id: &TopicId| found.iter().find(|row| row.entry == Link::Topic(*id)).cloned();
            topics.iter().filter_map(of).collect::<Vec<_>>()
        })
    });
    let id = format!("group-{slug}");
    let (name, explanation) = heading.unwrap_or_default();
    let head = if name.is_empty() {
        view! { <h2 class="vh">"Entries"</h2> }.into_any()
    } else {
        view! {
            <h2 id=id>{name}</h2>
            <p class="soft read">{explanation}</p>
        }
        .into_any()
    };
    view! {
        <section class="stack tight" hidden=move || rows.with(Vec::is_empty)>
            {head} <RowList rows=rows.into() draw=if comparable { chosen } else { read_only } />
        </section>
    }
    .into_any()
}

/// A row that can be chosen to be compared.
fn chosen(found: &Found) -> AnyView {
    topic_row(found, true)
}

/// A row that can only be opened.
fn read_only(found: &Found) -> AnyView {
    topic_row(found, false)
}

/// One topic in the list, with its lead, or its first phrase if it has none.
pub(crate) fn topic_row(found: &Found, comparable: bool) -> AnyView {
    let Link::Topic(id) = found.entry else { return ().into_any() };
    let topic = Catalogue::bundled().topic(id);
    let first = topic.fields.first().and_then(|field| field.body.first());
    let words = topic.lead.or(first.map(|phrase| phrase.words));
    let sentence = words.map(str::to_owned);
    let about = About { urgency: None, tag: None, sentence, harms: None, more: None, marks: None };
    row(found, comparable, about).into_any()
}
