//! The keys that curators write, each with its position in its table.
//!
//! A key that leads nowhere is a fault that lists the keys that would be right. Knows no record that
//! refers to a key.

use std::collections::BTreeMap;

use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::read::filed::Filed;
use crate::pipeline::read::hpo::number;
use crate::pipeline::read::load::Raw;
use crate::pipeline::read::schema::{RawCause, RawClaim, RawShared};
use crate::pipeline::vocabulary::Kind;

/// The sources behind a value: position in the table of sources, and what exactly is said.
pub type Claims = Vec<(usize, Option<String>)>;

/// The causes in the order of their names, which is the order of their table.
pub fn sorted(raw: &Raw) -> Vec<&(String, Filed<RawCause>)> {
    let mut sorted: Vec<_> = raw.causes.iter().collect();
    sorted.sort_by_cached_key(|(_, cause)| cause.entry.name.to_lowercase());
    sorted
}

/// The keys that can be referred to, each with its position.
#[derive(Debug)]
pub struct Keys<'a> {
    pub causes: BTreeMap<&'a str, usize>,
    pub categories: BTreeMap<&'a str, usize>,
    pub super_groups: BTreeMap<&'a str, usize>,
    pub groups: BTreeMap<(Kind, &'a str), usize>,
    pub topics: BTreeMap<(Kind, &'a str), usize>,
    pub sources: BTreeMap<&'a str, usize>,
    pub features: BTreeMap<&'a str, usize>,
    pub contexts: BTreeMap<&'a str, usize>,
    pub shared: BTreeMap<&'a str, &'a RawShared>,
    /// What words name, as expressions.
    links: BTreeMap<&'a str, Vec<String>>,
}

impl<'a> Keys<'a> {
    pub fn new(raw: &'a Raw, faults: &mut Faults) -> Self {
        fn index<'a>(keys: impl Iterator<Item = &'a String>) -> BTreeMap<&'a str, usize> {
            keys.enumerate().map(|(position, key)| (key.as_str(), position)).collect()
        }
        let topics = raw.topics.iter().enumerate();
        let groups = raw.groups.iter().enumerate().filter_map(|(position, group)| {
            Some(((Kind::from_key(&group.entry.of)?, group.entry.id.as_str()), position))
        });
        let mut keys = Self {
            causes: index(sorted(raw).into_iter().map(|(_, filed)| &filed.entry.id)),
            categories: index(raw.categories.iter().map(|filed| &filed.entry.id)),
            super_groups: index(raw.super_groups.iter().map(|filed| &filed.entry.id)),
            groups: groups.collect(),
            topics: topics.map(|(at, (kind, topic))| ((*kind, &*topic.entry.id), at)).collect(),
            sources: index(raw.sources.iter().map(|filed| &filed.entry.id)),
            features: raw
                .features
                .iter()
                .filter_map(|filed| {
                    let number = number(&filed.entry.hpo)?;
                    let terms = &raw.hpo.terms;
                    let at = terms.binary_search_by_key(&number, |term| term.number).ok()?;
                    Some((filed.entry.label.as_str(), at))
                })
                .collect(),
            contexts: index(raw.contexts.iter().map(|filed| &filed.entry.id)),
            shared: raw
                .shared
                .iter()
                .map(|filed| (filed.entry.id.as_str(), &filed.entry))
                .collect(),
            links: BTreeMap::new(),
        };
        for filed in &raw.links {
            let place = Place { file: &filed.file, entry: &filed.entry.words };
            let mut links = Vec::new();
            for target in &filed.entry.to {
                match keys.link(target) {
                    Some(link) => links.push(link),
                    None => {
                        let remedy =
                            "write kind:id of an entry that exists, such as cause:phys-hiccup";
                        place.fault(faults, "to", target, remedy);
                    }
                }
            }
            if keys.links.insert(&filed.entry.words, links).is_some() {
                place.fault(faults, "words", &filed.entry.words, "these words stand here twice");
            }
        }
        keys
    }

    /// The expression for a target such as `cause:phys-hiccup`.
    pub fn link(&self, target: &str) -> Option<String> {
        let (kind, id) = target.split_once(':')?;
        match kind {
            "cause" => Some(format!("Link::Cause(CauseId({}))", self.causes.get(id)?)),
            "category" => Some(format!("Link::Category(CategoryId({}))", self.categories.get(id)?)),
            _ => {
                let topic = self.topics.get(&(Kind::from_key(kind)?, id))?;
                Some(format!("Link::Topic(TopicId({topic}))"))
            }
        }
    }

    /// The expression for words and what they name.
    pub fn phrase(&self, words: &str) -> String {
        let links = self.links.get(words).map(|links| links.join(", ")).unwrap_or_default();
        format!("Phrase {{ words: {words:?}, links: &[{links}] }}")
    }
}

/// Resolves one entry.
pub struct Resolver<'k, 'f> {
    pub keys: &'k Keys<'k>,
    pub place: Place<'k>,
    pub faults: &'f mut Faults,
}

impl<'k> Resolver<'k, '_> {
    pub fn super_group(&mut self, key: &str) -> Option<usize> {
        let remedy = "use an id of data/super_groups.toml";
        self.position("super_group", key, &self.keys.super_groups, remedy)
    }

    pub fn claims(&mut self, field: &str, raw: &[RawClaim]) -> Claims {
        let remedy = "use an id of data/sources.toml, or add the source there";
        raw.iter()
            .filter_map(|claim| {
                let source = self.position(field, &claim.source, &self.keys.sources, remedy)?;
                Some((source, claim.detail.clone()))
            })
            .collect()
    }

    pub fn position(
        &mut self,
        field: &str,
        key: &str,
        keys: &BTreeMap<&str, usize>,
        remedy: &str,
    ) -> Option<usize> {
        let position = keys.get(key).copied();
        if position.is_none() {
            self.place.fault(self.faults, field, key, remedy);
        }
        position
    }
}

/// The value of a vocabulary with this key; the fault lists the keys there are.
pub fn vocabulary<T: Copy>(
    place: Place<'_>,
    faults: &mut Faults,
    field: &str,
    key: &str,
    all: &[T],
    key_of: fn(T) -> &'static str,
) -> Option<T> {
    let found = all.iter().copied().find(|value| key_of(*value) == key);
    if found.is_none() {
        let known = all.iter().map(|value| key_of(*value)).collect::<Vec<_>>().join(", ");
        place.fault(faults, field, key, format!("use one of: {known}"));
    }
    found
}
