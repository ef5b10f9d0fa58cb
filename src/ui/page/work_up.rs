//! The work-up as a path: red flags by how soon, then the steps, each with its tests.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Due, FieldName, HowSoon, Kind, Link, ThemeArea, Topic, TopicId};
use crate::ui::browser::location;
use crate::ui::element::link::{self, link};
use crate::ui::landmark;
use crate::ui::page::look_alikes::cards;
use crate::view::{Page, ViewState};

/// How many look-alikes the first step shows.
const COMMONEST: usize = 3;

type Found = (TopicId, &'static Topic);

/// The path.
#[component]
pub(crate) fn WorkUpPath() -> impl IntoView {
    let steps: Vec<Found> = Catalogue::bundled().topics(Kind::Step).collect();
    let contents = || {
        let steps = Catalogue::bundled().topics(Kind::Step).map(|(_, step)| {
            let name = step.short.unwrap_or(step.name);
            view! { <a href=landmark::link_to(step.slug)>{name}</a> }
        });
        view! {
            <a href=landmark::link_to("flags")>"Red flags"</a>
            {steps.collect_view()}
        }
    };
    let path = steps.into_iter().map(step).collect_view();
    view! {
        <div class="aside aside--end">
            <div class="stack wide">
                <details class="phone-only">
                    <summary>"On this page"</summary>
                    <nav class="toc" aria-label="On this page, short">{contents()}</nav>
                </details>
                <section class="stack" aria-labelledby="flags">
                    <h2 id="flags">"Red flags first"</h2>
                    {[HowSoon::Now, HowSoon::SameDay, HowSoon::Soon].map(flags).collect_view()}
                </section>
                <section class="stack" aria-labelledby="steps">
                    <h2 id="steps">"The steps, in order"</h2>
                    <p class="small soft read">
                        "The order is ours; every step has its sources. The questions are our "
                        "wording. "
                        <a href=location::href(&ViewState::at(Page::Match))>
                            "Enter what was found, and see which causes fit"
                        </a>
                    </p>
                    <ol class="steps">{path}</ol>
                </section>
            </div>
            <nav class="toc sticky desk-only" aria-label="On this page">
                <b class="tiny soft">"On this page"</b>
                {contents()}
            </nav>
        </div>
    }
}

/// The red flags that need help this soon.
fn flags(by: HowSoon) -> Option<AnyView> {
    let catalogue = Catalogue::bundled();
    let flags: Vec<Found> = catalogue
        .topics(Kind::RedFlag)
        .filter(|(_, flag)| flag.due.first().is_some_and(|due| due.by == by))
        .collect();
    if flags.is_empty() {
        return None;
    }
    let (heading, urgency) = match by {
        HowSoon::Now => ("Emergency help now", "e"),
        HowSoon::SameDay => ("The same day", "s"),
        HowSoon::Soon | HowSoon::Days | HowSoon::Planned => ("Soon, by the right doctor", ""),
    };
    let listed = if by == HowSoon::Now {
        let areas = ThemeArea::ALL.iter().map(|area| {
            let of_area = flags
                .iter()
                .copied()
                .filter(|(_, flag)| flag.themes.first().is_some_and(|theme| theme.area() == *area));
            view! {
                <div>
                    <h4>{area.label()}</h4>
                    <ul class="flags" role="list">{of_area.map(flag).collect_view()}</ul>
                </div>
            }
        });
        view! { <div class="flags--cols">{areas.collect_view()}</div> }.into_any()
    } else {
        let flags = flags.iter().copied().map(flag).collect_view();
        view! { <ul class="flags flags--cols" role="list">{flags}</ul> }.into_any()
    };
    let count = flags.len();
    let box_of = view! {
        <section class="box stack tight" data-u=urgency>
            <h3>{heading} " " <span class="soft small">{count}</span></h3>
            {listed}
        </section>
    };
    Some(box_of.into_any())
}

fn flag((id, flag): Found) -> impl IntoView {
    let why = words(flag, FieldName::Why);
    let also = flag.due.get(1).map(|due| {
        view! { <span>{due.by.label()} {due.when.map(|when| format!(": {when}"))}</span> }
    });
    view! {
        <li>
            <a href=link::href(Link::Topic(id))>
                <b>{flag.name}</b>
                " "
                <span>{why}</span>
                {also}
            </a>
        </li>
    }
}

fn step((id, step): Found) -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let tests: Vec<Found> = catalogue
        .topics(Kind::Test)
        .filter(|(_, test)| {
            let steps = test.fields.iter().filter(|field| field.name == FieldName::Steps);
            let mut links = steps.flat_map(|field| field.body).flat_map(|phrase| phrase.links);
            links.any(|link| *link == Link::Topic(id))
        })
        .collect();
    let rows = tests.into_iter().map(test).collect_view();
    let look_alikes = step.slug == "step-1";
    let described = step.slug == "step-2";
    view! {
        <li id=step.slug class="stack tight" tabindex="-1">
            <h3>
                <a href=link::href(Link::Topic(id))>{step.short.unwrap_or(step.name)}</a>
            </h3>
            <p class="read">{words(step, FieldName::Text)}</p>
            {look_alikes
                .then(|| {
                    let count = catalogue.topics(Kind::LookAlike).count();
                    let all = location::href(&ViewState::at(Page::LookAlikes));
                    view! {
                        {cards(catalogue.topics(Kind::LookAlike).take(COMMONEST))}
                        <p class="small">
                            <a href=all>"All " {count} " look-alikes"</a>
                        </p>
                    }
                })}
            {described
                .then(|| {
                    let types = location::href(&ViewState::at(Page::Types));
                    view! {
                        <p class="small">
                            <a href=types>"The types by seven questions, with pictures"</a>
                        </p>
                    }
                })}
            <table class="plot tests">
                <tbody>{rows}</tbody>
            </table>
        </li>
    }
}

fn test((id, test): Found) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{link(Link::Topic(id))}</th>
            <td>{words(test, FieldName::LooksFor)}</td>
            <td>{test.due.iter().map(due).collect_view()}</td>
        </tr>
    }
}

fn due(due: &'static Due) -> impl IntoView {
    let urgency = match due.by {
        HowSoon::Now => "e",
        HowSoon::SameDay | HowSoon::Days => "s",
        HowSoon::Soon | HowSoon::Planned => "",
    };
    view! {
        <p>
            <span class="tag" data-u=urgency>{due.by.label()}</span>
            " "
            <span class="tiny soft">{due.when}</span>
        </p>
    }
}

/// What a field of a topic says.
fn words(topic: &'static Topic, name: FieldName) -> String {
    let body = topic.fields.iter().filter(|field| field.name == name).flat_map(|it| it.body);
    body.map(|phrase| phrase.words).collect::<Vec<_>>().join("; ")
}
