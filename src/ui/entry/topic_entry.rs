//! The entry of a topic: its statements, their sources, and the entries that name it.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, FieldName, Link, Topic, TopicField, TopicId};
use crate::entry::{Body, References, figures};
use crate::ui::element::compare_button::CompareButton;
use crate::ui::element::link::{link, named, phrase, words_explained};
use crate::ui::element::provenance;
use crate::ui::element::save_sources::SaveSources;
use crate::ui::entry::fact::figures::figures as drawn;
use crate::ui::entry::fact::opening::opening;
use crate::ui::entry::fact::{self, basis_mark};
use crate::ui::entry::reference_list::reference_list;
use crate::ui::entry::related::related;
use crate::ui::landmark;
use crate::view::Page;

/// One topic.
#[component]
pub(crate) fn TopicEntry(
    /// The topic.
    id: TopicId,
) -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let topic: &'static Topic = catalogue.topic(id);
    let references = References::of_topic(topic);
    let (openings, facts): (Vec<_>, Vec<_>) =
        topic.fields.iter().partition(|field| field.name.is_opening());
    let openings = openings.into_iter().map(|field| opens(field, Link::Topic(id), &references));
    let facts = facts.into_iter().map(|field| fact(field, Link::Topic(id), &references));
    let figures = figures(topic).into_iter().filter(|field| field.body.is_recorded());
    let figures = figures.filter_map(|field| {
        let value = drawn(field.body, &references)?;
        // The rows of other fields have sources of their own.
        let claims = if matches!(field.body, Body::Parts(_)) { field.claims } else { &[] };
        Some(fact::fact(field.label, value, &references, claims).into_any())
    });
    let figures = figures.collect_view();
    let also = topic.synonyms.iter().chain(topic.lay_names).copied().collect::<Vec<_>>();
    view! {
        <header class="entry__header">
            <p class="entry__shelf">
                {topic.kind.label()}
                {topic
                    .parent
                    .map(|parent| view! { ", a kind of " {link(Link::Topic(parent))} })}
            </p>
            <h1 id=landmark::ENTRY_HEADING class="entry__name" tabindex="-1">{topic.name}</h1>
            {(!also.is_empty())
                .then(|| {
                    view! { <p class="entry__synonyms">"Also called " {also.join("; ")} "."</p> }
                })}
            {Page::of(topic.kind)
                .is_comparable()
                .then(|| view! { <CompareButton entry=Link::Topic(id) /> })}
        </header>
        {openings.collect_view()}
        <dl class="facts">
            {facts.collect_view()} {figures}
            {(!topic.related.is_empty())
                .then(|| {
                    view! {
                        <div class="fact">
                            <dt class="fact__name">"See also"</dt>
                            <dd class="fact__value">{named(topic.related.to_vec())}</dd>
                        </div>
                    }
                })}
        </dl>
        {words_explained(topic.glossary)}
        {related(&[Link::Topic(id)])}
        {(!references.sources().is_empty()).then(|| reference_list(&references))}
        <footer class="entry__footer">
            {(!references.sources().is_empty())
                .then(|| view! { <SaveSources of=Link::Topic(id) /> })}
            {topic.hpo.map(|hpo| view! { <p>"Human Phenotype Ontology: " {hpo}</p> })}
            <p>{provenance::in_full()}</p>
        </footer>
    }
}

/// A text that opens the entry.
fn opens(field: &'static TopicField, read: Link, references: &References) -> AnyView {
    let TopicField { name, body, basis, claims } = field;
    let text = body.iter().map(|only| phrase(only, read)).collect_view();
    opening(name.key(), name.label(), text, *basis, references, claims).into_any()
}

fn fact(field: &'static TopicField, read: Link, references: &References) -> AnyView {
    let body = match field.body {
        [here, myoclonus, sign] if field.name == FieldName::Difference => {
            contrast(here.words, myoclonus.words, sign.words).into_any()
        }
        [only] => phrase(only, read),
        several => {
            let lines = several.iter().map(|each| view! { <li>{phrase(each, read)}</li> });
            view! { <ul class="fact__phrases">{lines.collect_view()}</ul> }.into_any()
        }
    };
    let value = view! { {body} " " {basis_mark(field.basis)} };
    fact::fact(field.name.label(), value, references, field.claims).into_any()
}

/// A look-alike and myoclonus side by side, and how to tell them apart.
fn contrast(
    here: &'static str,
    myoclonus: &'static str,
    sign: &'static str,
) -> impl IntoView + use<> {
    view! {
        <dl class="contrast">
            <div class="contrast__side">
                <dt>"In this look-alike"</dt>
                <dd>{here}</dd>
            </div>
            <div class="contrast__side">
                <dt>"In myoclonus"</dt>
                <dd>{myoclonus}</dd>
            </div>
            <div class="contrast__sign">
                <dt>"How to tell them apart"</dt>
                <dd>{sign}</dd>
            </div>
        </dl>
    }
}
