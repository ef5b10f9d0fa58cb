//! The entries of a list as fields: the same ones in the table and in JSON.
//!
//! A field that means the same in the open data (`myoclonus.json`) has the same name there. Does
//! not know which entries are wanted.

use crate::catalogue::{
    Basis, Catalogue, Cause, CauseId, EffectKind, FieldName, Grade, Link, SourceId, Topic, TopicId,
};
use crate::entry::{Body, References, fields, figures};
use crate::json::{Object, Value};
use crate::view::{Page, ViewState};

/// The exported fields of an entry. Every entry of a page has the same ones; a field without a
/// record is empty.
pub(super) fn of(catalogue: &'static Catalogue, page: Page, entry: Link) -> Object {
    match entry {
        Link::Cause(id) => cause(catalogue, id),
        Link::Topic(id) => topic(catalogue, page, id),
        Link::Category(_) => Object::new(),
    }
}

/// The view in which an entry is open and nothing else is chosen.
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
        Link::Cause(id) => References::of(catalogue, catalogue.cause(id)),
        Link::Topic(id) => References::of_topic(catalogue.topic(id)),
        Link::Category(_) => References::default(),
    };
    references.sources().to_vec()
}

fn cause(catalogue: &'static Catalogue, id: CauseId) -> Object {
    let cause: &'static Cause = catalogue.cause(id);
    let mut record = vec![
        ("id", text(cause.slug)),
        ("name", text(cause.name)),
        ("synonyms", list(cause.synonyms)),
        ("everyday_names", list(cause.lay_names)),
        ("lead", text(cause.lead.unwrap_or_default())),
        ("wide_group_name", text(catalogue.division(cause.division).name)),
        ("category_name", text(catalogue.category(cause.category).name)),
        ("finer_group", text(cause.subcategory.map_or("", |it| it.name))),
        ("is_a_group", Value::Flag(cause.is_group)),
        ("evidence_grade", text(Grade::of(catalogue, cause).label())),
    ];
    for field in fields(catalogue, cause) {
        match field.body {
            // The sources come last, and findings are too many for a cell.
            Body::Listed | Body::Jerks(_) | Body::Features(_) | Body::Annotations(_) => {}
            Body::Urgency(urgency) => {
                record.push(("urgency_grade", text(urgency.map_or("", |it| it.grade.key()))));
            }
            Body::Axis(_, axis) => {
                let keys = cause.on_axis(axis).map(|value| value.key.to_owned());
                record.push((field.key, Value::List(keys.collect())));
            }
            // A statement on a whole group is never a plain yes.
            Body::Reversible(reversible) => {
                let own = reversible.filter(|it| it.said_of_group.is_none());
                record.push((field.key, text(own.map_or("", |it| it.value.key()))));
                let of_group = reversible.and_then(|it| it.said_of_group).unwrap_or_default();
                record.push(("reversible_said_of_the_group_only", text(of_group)));
                let of_few = reversible.and_then(|it| it.said_of_few).unwrap_or_default();
                record.push(("reversible_seen_in_few", text(of_few)));
            }
            Body::WorsenedBy(worsened) => {
                record.push((field.key, list(&field.body.words(catalogue))));
                record.push(("worsened_by_how", text(worsened.map_or("", |it| it.text))));
            }
            Body::Opening(_)
            | Body::Parts(_)
            | Body::Timings(_)
            | Body::Shares(_)
            | Body::Effects(_)
            | Body::Due(_)
            | Body::Situations(_)
            | Body::Genes(_)
            | Body::Inheritance(_)
            | Body::Onset(_)
            | Body::Course(_)
            | Body::Phrases(_)
            | Body::Statement(_) => {
                record.push((field.key, list(&field.body.words(catalogue))));
            }
        }
    }
    record.push(("same_as", list(cause.same_as)));
    record.push(("sources", cited(catalogue, Link::Cause(id))));
    record
}

fn topic(catalogue: &'static Catalogue, page: Page, id: TopicId) -> Object {
    let topic: &'static Topic = catalogue.topic(id);
    let mut record = vec![
        ("kind", text(topic.kind.key())),
        ("id", text(topic.slug)),
        ("name", text(topic.name)),
        ("synonyms", list(topic.synonyms)),
        ("everyday_names", list(topic.lay_names)),
        ("lead", text(topic.lead.unwrap_or_default())),
        ("group_name", text(topic.section.map_or("", |group| catalogue.section(group).name))),
        ("wider", text(topic.parent.map_or("", |parent| catalogue.topic(parent).slug))),
        ("hpo", text(topic.hpo.unwrap_or_default())),
    ];
    for name in FieldName::ALL.iter().filter(|name| has(catalogue, page, **name)) {
        let field = topic.fields.iter().filter(|field| field.name == *name);
        let said = field.flat_map(|field| field.body).map(|phrase| phrase.words.to_owned());
        record.push((name.key(), Value::List(said.collect())));
    }
    for field in figures(topic).into_iter().filter(|field| has_figure(catalogue, page, field.key)) {
        match field.body {
            Body::Effects(effects) => {
                for kind in EffectKind::ALL {
                    let of_kind = effects.iter().filter(|effect| effect.kind == *kind);
                    let names = of_kind.map(|effect| catalogue.name_of(effect.on).to_owned());
                    record.push((effect_name(*kind), Value::List(names.collect())));
                }
            }
            Body::Due(due) => {
                let said = due.iter().map(|due| match due.when {
                    Some(when) => format!("{}: {when}", due.by.label()),
                    None => due.by.label().to_owned(),
                });
                record.push((field.key, Value::List(said.collect())));
            }
            _ => record.push((field.key, list(&field.body.words(catalogue)))),
        }
    }
    // The page marks what a text rests on, and an export must not lose that.
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

/// Whether any topic of a page has a figure.
fn has_figure(catalogue: &'static Catalogue, page: Page, key: &str) -> bool {
    let mut of_page = catalogue.all_topics().filter(|(_, it)| page.kinds().contains(&it.kind));
    of_page.any(|(_, topic)| {
        figures(topic).iter().any(|field| field.key == key && field.body.is_recorded())
    })
}

/// The exported field that lists the entries on which a treatment has such an effect.
const fn effect_name(kind: EffectKind) -> &'static str {
    match kind {
        EffectKind::Helps => "helps",
        EffectKind::MayWorsen => "may_worsen_jerks_of",
        EffectKind::Disputed => "sources_disagree_on",
    }
}

/// The slugs of an entry's sources, which are their keys in BibTeX.
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
