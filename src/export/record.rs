//! The entries of a list as fields: the same ones in the table and in JSON.
//!
//! The names are those of the open data (`myoclonus.json`) where they mean the same. Does not know
//! which entries are asked for.

use crate::catalogue::{
    AgeGroup, Basis, Catalogue, Cause, CauseId, Contraction, Course, Distribution, FieldName,
    Generator, Grade, Link, Provocation, RareDisease, Recorded, SourceId, Topic, TopicId,
};
use crate::entry::References;
use crate::json::{Object, Value};
use crate::view::{Page, ViewState};

/// What is exported of an entry. Every entry of a page has the same fields; those of which nothing is
/// recorded are empty.
pub(super) fn of(catalogue: &'static Catalogue, page: Page, entry: Link) -> Object {
    match entry {
        Link::Cause(id) => cause(catalogue, id),
        Link::Topic(id) => topic(catalogue, page, id),
        Link::Category(_) => Object::new(),
    }
}

/// The view in which an entry is open and nothing else is asked for.
pub(super) fn opened(catalogue: &'static Catalogue, entry: Link) -> ViewState {
    match entry {
        Link::Cause(id) => ViewState::default().opening(catalogue.cause(id).slug),
        Link::Topic(id) => {
            let topic = catalogue.topic(id);
            ViewState::at(Page::of(topic.kind)).opening(topic.slug)
        }
        Link::Category(_) => ViewState::default(),
    }
}

/// The sources of an entry, in the order of their numbers there.
pub(super) fn sources(catalogue: &'static Catalogue, entry: Link) -> Vec<SourceId> {
    let references = match entry {
        Link::Cause(id) => References::of(catalogue.cause(id)),
        Link::Topic(id) => References::of_topic(catalogue.topic(id)),
        Link::Category(_) => References::default(),
    };
    references.sources().to_vec()
}

fn cause(catalogue: &'static Catalogue, id: CauseId) -> Object {
    let cause: &'static Cause = catalogue.cause(id);
    let reversible = cause.reversible.as_ref();
    let genes = cause.rare.into_iter().flat_map(RareDisease::genes);
    let inheritance = cause.rare.into_iter().flat_map(|rare| rare.inheritance);
    vec![
        ("id", text(cause.slug)),
        ("name", text(cause.name)),
        ("synonyms", list(cause.synonyms)),
        ("everyday_names", list(cause.lay_names)),
        ("wide_group_name", text(catalogue.super_group(cause.super_group).name)),
        ("category_name", text(catalogue.category(cause.category).name)),
        ("finer_group", text(cause.subgroup.unwrap_or_default())),
        ("is_a_group", Value::Flag(cause.umbrella)),
        ("urgency_grade", text(cause.urgency.as_ref().map_or("", |urgency| urgency.grade.key()))),
        ("evidence_grade", text(Grade::of(catalogue, cause).label())),
        // What is only said of a group is never a plain yes.
        (
            "reversible",
            text(
                reversible.filter(|it| it.said_of_group.is_none()).map_or("", |it| it.value.key()),
            ),
        ),
        (
            "reversible_said_of_the_group_only",
            text(reversible.and_then(|it| it.said_of_group).unwrap_or_default()),
        ),
        ("contraction", keys(&cause.contraction, Contraction::key)),
        ("distribution", keys(&cause.distribution, Distribution::key)),
        ("generator", keys(&cause.generator, Generator::key)),
        ("provocation", keys(&cause.provocation, Provocation::key)),
        ("course", keys(&cause.course, Course::key)),
        ("age_groups", keys(&cause.age_groups, AgeGroup::key)),
        ("genes", Value::List(genes.map(str::to_owned).collect())),
        (
            "inheritance",
            Value::List(inheritance.map(|id| catalogue.term(*id).label.to_owned()).collect()),
        ),
        ("same_as", list(cause.same_as)),
        ("sources", cited(catalogue, Link::Cause(id))),
    ]
}

fn topic(catalogue: &'static Catalogue, page: Page, id: TopicId) -> Object {
    let topic: &'static Topic = catalogue.topic(id);
    let mut record = vec![
        ("kind", text(topic.kind.key())),
        ("id", text(topic.slug)),
        ("name", text(topic.name)),
        ("synonyms", list(topic.synonyms)),
        ("everyday_names", list(topic.lay_names)),
        ("group_name", text(topic.group.map_or("", |group| catalogue.group(group).name))),
        ("wider", text(topic.parent.map_or("", |parent| catalogue.topic(parent).slug))),
        ("hpo", text(topic.hpo.unwrap_or_default())),
    ];
    for name in FieldName::ALL.iter().filter(|name| has(catalogue, page, **name)) {
        let field = topic.fields.iter().filter(|field| field.name == *name);
        let said = field.flat_map(|field| field.body).map(|phrase| phrase.words.to_owned());
        record.push((name.key(), Value::List(said.collect())));
    }
    // On what the wording rests must not be lost with the marks that the page has.
    for (mark, basis) in [("said_of_the_class", Basis::Class), ("editorial", Basis::Editorial)] {
        let marked = topic.fields.iter().filter(|field| field.basis == basis);
        let marked = marked.map(|field| field.name.key().to_owned()).collect();
        record.push((mark, Value::List(marked)));
    }
    record.push(("sources", cited(catalogue, Link::Topic(id))));
    record
}

/// Whether any topic of a page has a field.
fn has(catalogue: &'static Catalogue, page: Page, name: FieldName) -> bool {
    let mut of_page = catalogue.all_topics().filter(|(_, it)| page.kinds().contains(&it.kind));
    of_page.any(|(_, topic)| topic.fields.iter().any(|field| field.name == name))
}

/// The names of an entry's sources, which are the keys in BibTeX.
fn cited(catalogue: &'static Catalogue, entry: Link) -> Value {
    let sources = sources(catalogue, entry).into_iter();
    Value::List(sources.map(|id| catalogue.source(id).slug.to_owned()).collect())
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn list(texts: &[&str]) -> Value {
    Value::List(texts.iter().map(|text| (*text).to_owned()).collect())
}

/// The values of a field as the words that stand for them in the data.
fn keys<T: Copy>(field: &'static Recorded<T>, key: fn(T) -> &'static str) -> Value {
    Value::List(field.values.iter().map(|value| key(*value).to_owned()).collect())
}
