//! The topics of a page, by kind and group.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Group, Kind, Topic};
use crate::ui::context::ExploreContext;
use crate::ui::focus::row_id;
use crate::ui::location;
use crate::view_state::{Page, ViewState};

/// All topics of a page.
#[component]
pub(crate) fn TopicList(
    /// Which page.
    page: Page,
) -> impl IntoView {
    page.kinds().iter().map(|kind| of_kind(page, *kind)).collect_view()
}

fn of_kind(page: Page, kind: Kind) -> impl IntoView {
    let catalogue = Catalogue::embedded();
    let groups: Vec<_> = catalogue.groups(kind).collect();
    if groups.is_empty() {
        let topics = catalogue.topics(kind).map(|(_, topic)| topic);
        let heading = match kind {
            Kind::RedFlag => {
                Some(("Red flags first", "Signs that need help soon, whatever the cause."))
            }
            Kind::Step => {
                Some(("The steps, in order", "The order is ours; every step has its sources."))
            }
            _ => None,
        };
        return section(page, kind.key(), heading, topics.collect());
    }
    groups
        .into_iter()
        .map(|(id, group): (_, &'static Group)| {
            let topics = catalogue.topics(kind).map(|(_, topic)| topic);
            let topics = topics.filter(|topic| topic.group == Some(id)).collect();
            section(page, group.slug, Some((group.name, group.explanation)), topics)
        })
        .collect_view()
        .into_any()
}

fn section(
    page: Page,
    slug: &'static str,
    heading: Option<(&'static str, &'static str)>,
    topics: Vec<&'static Topic>,
) -> AnyView {
    let rows = topics.into_iter().map(|topic| row(page, topic)).collect_view();
    let id = format!("group-{slug}");
    let head = heading.map(|(name, explanation)| {
        view! {
            <h2 id=id.clone()>{name}</h2>
            <p class="topic-list__about">{explanation}</p>
        }
    });
    view! {
        <section class="topic-list">
            {head} <ul class="cause-list" role="list">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(page: Page, topic: &'static Topic) -> impl IntoView {
    let open = ExploreContext::expect().open;
    let current = move || open.with(|open| open.as_deref() == Some(topic.slug)).then_some("true");
    let first = topic.fields.first().and_then(|field| field.body.first());
    view! {
        <li class="cause-row">
            <a
                id=row_id(topic.slug)
                class="cause-row__name"
                href=location::href(&ViewState::at(page).opening(topic.slug))
                aria-current=current
            >
                {topic.name}
            </a>
            <p class="cause-row__about">{first.map(|phrase| phrase.words)}</p>
        </li>
    }
}
