//! Resolves the topics, and which types a cause is an example of.
//!
//! Topics of all kinds have one form, and any kind may have any field. What a field may say is in
//! `validate`.

use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::read::load::Raw;
use crate::pipeline::read::schema::*;
use crate::pipeline::resolve::glossary::{Glossary, texts_of_topic};
use crate::pipeline::resolve::keys::{Claims, Keys, Resolver, vocabulary};
use crate::pipeline::vocabulary::{Basis, FieldName, Kind};

/// A topic with every key resolved.
#[derive(Debug)]
pub struct Topic<'a> {
    pub kind: Kind,
    pub raw: &'a RawTopic,
    pub group: Option<usize>,
    pub parent: Option<usize>,
    /// Links, as expressions.
    pub related: Vec<String>,
    /// The words explained that stand in its texts.
    pub terms: Vec<usize>,
    pub fields: Vec<Field>,
}

/// A field of a topic.
#[derive(Debug)]
pub struct Field {
    pub name: FieldName,
    /// The phrases, as expressions.
    pub body: Vec<String>,
    pub basis: Basis,
    pub claims: Claims,
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
            let place = Place { file: &filed.file, entry: &filed.entry.id };
            let mut topic = topic(*kind, &filed.entry, Resolver { keys, place, faults });
            let terms = glossary.terms_in(texts_of_topic(&filed.entry).into_iter());
            topic.terms = terms.into_iter().filter(|term| *term != position).collect();
            topic
        })
        .collect()
}

fn topic<'a>(kind: Kind, raw: &'a RawTopic, mut resolver: Resolver<'_, '_>) -> Topic<'a> {
    let place = resolver.place;
    let group = raw.group.as_deref().and_then(|key| {
        let group = resolver.keys.groups.get(&(kind, key)).copied();
        if group.is_none() {
            let remedy = format!("use a group of data/groups.toml with of = {:?}", kind.key());
            place.fault(resolver.faults, "group", key, remedy);
        }
        group
    });
    let grouped = resolver.keys.groups.keys().any(|(of, _)| *of == kind);
    if grouped && raw.group.is_none() {
        place.fault(resolver.faults, "group", "", "name the group in which it is listed");
    }
    let parent = raw.parent.as_deref().and_then(|key| {
        let parent = resolver.keys.topics.get(&(kind, key)).copied();
        if parent.is_none() || key == raw.id {
            place.fault(resolver.faults, "parent", key, "name another entry of the same kind");
        }
        parent
    });
    let mut related = Vec::new();
    for target in &raw.related {
        match resolver.keys.link(target) {
            Some(link) => related.push(link),
            None => {
                place.fault(resolver.faults, "related", target, "write kind:id of an entry");
            }
        }
    }
    let mut fields: Vec<Field> =
        raw.fields.iter().filter_map(|(name, raw)| field(name, raw, &mut resolver)).collect();
    for field in fields.iter().filter(|field| field.name == FieldName::Difference) {
        if field.body.len() != 3 {
            let remedy = "give three values: what is seen here, what is seen in myoclonus, and the \
                          sign that tells them apart";
            place.fault(resolver.faults, "difference", "", remedy);
        }
    }
    let needed: &[FieldName] = match kind {
        Kind::Type => &[FieldName::Definition],
        Kind::Test => &[FieldName::LooksFor],
        Kind::Step => &[FieldName::Text],
        Kind::Treatment => &[FieldName::Evidence],
        Kind::LookAlike => &[FieldName::Difference],
        Kind::RedFlag => &[FieldName::Why, FieldName::Act],
        Kind::Term => &[FieldName::Meaning],
    };
    for name in needed.iter().filter(|name| fields.iter().all(|field| field.name != **name)) {
        let remedy = format!("every {} says this", kind.label());
        place.fault(resolver.faults, name.key(), "", remedy);
    }
    if fields.is_empty() {
        place.fault(resolver.faults, "fields", "", "say at least one thing of it");
    }
    fields.sort_by_key(|field| field.name);
    Topic { kind, raw, group, parent, related, terms: Vec::new(), fields }
}

fn field(name: &str, raw: &RawField, resolver: &mut Resolver<'_, '_>) -> Option<Field> {
    let place = resolver.place;
    let known = vocabulary(place, resolver.faults, name, name, FieldName::ALL, FieldName::key)?;
    let body: Vec<String> = match (&raw.text, raw.values.as_slice()) {
        (Some(text), []) => vec![resolver.keys.phrase(text)],
        (None, [_, ..]) => raw.values.iter().map(|words| resolver.keys.phrase(words)).collect(),
        _ => {
            let remedy = "give either a text or values, not both and not neither";
            place.fault(resolver.faults, name, raw.text.as_deref().unwrap_or(""), remedy);
            return None;
        }
    };
    let named = raw.basis.as_deref().and_then(|key| {
        vocabulary(place, resolver.faults, &format!("{name}.basis"), key, Basis::ALL, Basis::key)
    });
    let claims = resolver.claims(&format!("{name}.claims"), &raw.claims);
    let told = if claims.is_empty() { Basis::Editorial } else { Basis::Source };
    let basis = named.unwrap_or(told);
    if (basis == Basis::Editorial) != claims.is_empty() {
        let remedy = "\"editorial\" is for a text without any claim, the others need claims";
        place.fault(resolver.faults, &format!("{name}.basis"), basis.key(), remedy);
    }
    Some(Field { name: known, body, basis, claims })
}

/// The positions of the types that a cause is an example of: those that its recorded values are
/// mapped to, and the named syndromes it is listed under.
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
    let recorded = match map.field.as_str() {
        "category" => return category == map.value,
        "contraction" => &cause.contraction,
        "distribution" => &cause.distribution,
        "generator" => &cause.generator,
        "provocation" => &cause.provocation,
        "course" => &cause.course,
        _ => return false,
    };
    recorded.as_ref().is_some_and(|recorded| recorded.values.contains(&map.value))
}

/// Every type and cause that the two maps name exists.
pub fn check_type_maps(raw: &Raw, keys: &Keys<'_>, faults: &mut Faults) {
    let exists = |id: &str| keys.topics.contains_key(&(Kind::Type, id));
    for filed in &raw.derived_types {
        let RawDerivedType { field, value, topic } = &filed.entry;
        let place = Place { file: &filed.file, entry: value };
        if !exists(topic) {
            place.fault(faults, "type", topic, "use an id of data/types.toml");
        }
        let mut causes = raw.causes.iter();
        let used = causes.any(|(category, cause)| has(category, &cause.entry, &filed.entry));
        if !used {
            place.fault(faults, field, value, "no cause has this value: mend it or take it out");
        }
    }
    for filed in &raw.named_types {
        let RawNamedType { cause, topic } = &filed.entry;
        let place = Place { file: &filed.file, entry: cause };
        if !exists(topic) {
            place.fault(faults, "type", topic, "use an id of data/types.toml");
        }
        if !raw.causes.iter().any(|(_, filed)| filed.entry.id == *cause) {
            place.fault(faults, "cause", cause, "name the id of a cause that exists");
        }
    }
}
