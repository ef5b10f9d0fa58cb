//! Resolves the topics, and which types a cause is an example of.
//!
//! Topics of all kinds have one form, and any kind may have any field. What a text may say is in
//! `check`.

use super::figures::{Due, Effect, Timing};
use super::glossary::{Glossary, texts_of_topic};
use super::keys::{Claim, Keys, Link, Phrase, Resolver};
use super::recorded::Recorded;
use crate::pipeline::axis::AXES;
use crate::pipeline::check::basis::basis_of;
use crate::pipeline::fault::Faults;
use crate::pipeline::kind::Kind;
use crate::pipeline::read::load::Raw;
use crate::pipeline::read::paths;
use crate::pipeline::read::schema::*;
use crate::pipeline::vocabulary::{Basis, BodyPart, FieldName, Theme};

/// A topic with every key resolved.
#[derive(Debug)]
pub struct Topic<'a> {
    pub kind: Kind,
    pub raw: &'a RawTopic,
    pub section: Option<usize>,
    pub parent: Option<usize>,
    pub related: Vec<Link>,
    /// The words of the glossary that occur in its texts.
    pub glossary: Vec<usize>,
    pub themes: Vec<Theme>,
    pub due: Vec<Due>,
    pub parts: Recorded<BodyPart>,
    pub timings: Recorded<Timing>,
    pub effects: Recorded<Effect>,
    pub fields: Vec<TopicField>,
}

/// A field of a topic.
#[derive(Debug)]
pub struct TopicField {
    pub name: FieldName,
    pub body: Vec<Phrase>,
    pub basis: Basis,
    pub claims: Vec<Claim>,
}

/// Resolves all topics, in the order of the files.
pub fn resolve<'a>(
    raw: &'a Raw,
    keys: &Keys<'_>,
    glossary: &Glossary,
    faults: &mut Faults,
) -> Vec<Topic<'a>> {
    raw.topics
        .iter()
        .enumerate()
        .map(|(position, (kind, filed))| {
            let place = filed.place(&filed.entry.id);
            let mut topic = topic(*kind, &filed.entry, Resolver { keys, place, faults });
            let terms = glossary.terms_in(texts_of_topic(&filed.entry).into_iter());
            topic.glossary = terms.into_iter().filter(|term| *term != position).collect();
            topic
        })
        .collect()
}

fn topic<'a>(kind: Kind, raw: &'a RawTopic, mut resolver: Resolver<'_, '_>) -> Topic<'a> {
    let section = raw.section.as_deref().and_then(|key| {
        let group = resolver.keys.sections.get(&(kind, key)).copied();
        if group.is_none() {
            let remedy = format!("use a group of {} with of = {:?}", paths::SECTIONS, kind.key());
            resolver.fault("group", key, remedy);
        }
        group
    });
    let is_grouped = resolver.keys.sections.keys().any(|(of, _)| *of == kind);
    if is_grouped && raw.section.is_none() {
        resolver.fault("group", "", "name the group in which it is listed");
    }
    let parent = raw.parent.as_deref().and_then(|key| {
        let parent = resolver.keys.topics.get(&(kind, key)).copied();
        if parent.is_none() || key == raw.id {
            resolver.fault("parent", key, "name another entry of the same kind");
        }
        parent
    });
    let mut related = Vec::new();
    for target in &raw.related {
        match resolver.keys.link(target) {
            Some(link) => related.push(link),
            None => resolver.fault("related", target, "write kind:id of an entry that exists"),
        }
    }
    let mut fields: Vec<TopicField> =
        raw.fields.iter().filter_map(|(name, raw)| field(name, raw, &mut resolver)).collect();
    for field in fields.iter().filter(|field| field.name == FieldName::Difference) {
        if field.body.len() != 3 {
            let remedy = "give three values: what is seen here, what is seen in myoclonus, and the \
                          sign that tells them apart";
            resolver.fault("difference", "", remedy);
        }
    }
    for name in kind
        .definition()
        .needed
        .iter()
        .filter(|name| fields.iter().all(|field| field.name != **name))
    {
        resolver.fault(name.key(), "", format!("every {} needs this field", kind.label()));
    }
    if fields.is_empty() {
        resolver.fault("fields", "", "give at least one field");
    }
    fields.sort_by_key(|field| field.name);
    let themes = raw.themes.iter();
    let themes = themes.filter_map(|key| resolver.word("themes", key, Theme::ALL, Theme::key));
    Topic {
        kind,
        raw,
        section,
        parent,
        related,
        glossary: Vec::new(),
        themes: themes.collect(),
        due: resolver.due(&raw.due),
        parts: resolver.parts(&raw.parts),
        timings: resolver.timings(&raw.timings),
        effects: resolver.effects(&raw.effects),
        fields,
    }
}

fn field(name: &str, raw: &RawField, resolver: &mut Resolver<'_, '_>) -> Option<TopicField> {
    let known = resolver.word(name, name, FieldName::ALL, FieldName::key)?;
    let body: Vec<Phrase> = match (&raw.text, raw.values.as_slice()) {
        (Some(text), []) => vec![resolver.keys.phrase(text)],
        (None, [_, ..]) => raw.values.iter().map(|words| resolver.keys.phrase(words)).collect(),
        _ => {
            let remedy = "give either a text or values";
            resolver.fault(name, raw.text.as_deref().unwrap_or(""), remedy);
            return None;
        }
    };
    let basis_field = format!("{name}.basis");
    let named = raw
        .basis
        .as_deref()
        .and_then(|key| resolver.word(&basis_field, key, Basis::ALL, Basis::key));
    let claims = resolver.claims(&format!("{name}.claims"), &raw.claims);
    let has_claims = !claims.is_empty();
    let basis = basis_of(resolver.place, resolver.faults, &basis_field, named, has_claims);
    Some(TopicField { name: known, body, basis, claims })
}

/// The positions of the types that a cause is an example of: those that its recorded values are
/// mapped to, and the named syndromes under which it is listed.
pub fn types_of(raw: &Raw, keys: &Keys<'_>, category: &str, cause: &RawCause) -> Vec<usize> {
    let derived = raw.derived_types.iter().map(|filed| &filed.entry);
    let derived = derived.filter(|map| has(category, cause, map)).map(|map| &map.topic);
    let named = raw.named_types.iter().map(|filed| &filed.entry);
    let named = named.filter(|named| named.cause == cause.id).map(|named| &named.topic);
    let topics = derived.chain(named);
    let mut types: Vec<usize> =
        topics.filter_map(|id| keys.topics.get(&(Kind::Type, id.as_str())).copied()).collect();
    types.sort_unstable();
    types.dedup();
    types
}

/// Whether a cause has the value that is mapped to a type.
fn has(category: &str, cause: &RawCause, map: &RawDerivedType) -> bool {
    if map.field == "category" {
        return category == map.value;
    }
    let axes = AXES.iter().zip(&cause.axes).filter(|(axis, _)| axis.key == map.field);
    axes.filter_map(|(_, recorded)| recorded.as_ref())
        .any(|recorded| recorded.values.contains(&map.value))
}

/// Checks that every type and cause that the two maps name exists.
pub fn check_type_maps(raw: &Raw, keys: &Keys<'_>, faults: &mut Faults) {
    let exists = |id: &str| keys.topics.contains_key(&(Kind::Type, id));
    for filed in &raw.derived_types {
        let RawDerivedType { field, value, topic } = &filed.entry;
        let place = filed.place(value);
        if !exists(topic) {
            place.fault(faults, "type", topic, "use an id of data/topics/types.toml");
        }
        let mut causes = raw.causes.iter();
        let is_used = causes.any(|(category, cause)| has(category, &cause.entry, &filed.entry));
        if !is_used {
            place.fault(faults, field, value, "no cause has this value: correct or remove it");
        }
    }
    for filed in &raw.named_types {
        let RawNamedType { cause, topic } = &filed.entry;
        let place = filed.place(cause);
        if !exists(topic) {
            place.fault(faults, "type", topic, "use an id of data/topics/types.toml");
        }
        if !raw.causes.iter().any(|(_, filed)| filed.entry.id == *cause) {
            place.fault(faults, "cause", cause, "name the id of a cause that exists");
        }
    }
}
