//! The keys that curators write, each with its position in its table, and a resolver for one entry.
//!
//! An unknown key is a fault. Knows no record that refers to a key.

use std::collections::BTreeMap;

use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::hpo_id::HpoId;
use crate::pipeline::kind::Kind;
use crate::pipeline::read::filed::Filed;
use crate::pipeline::read::load::Raw;
use crate::pipeline::read::paths;
use crate::pipeline::read::schema::{RawCause, RawClaim, RawShared};

/// The source behind a value, by its position, and what exactly it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub source: usize,
    pub detail: Option<String>,
}

/// An entry that words name, by its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    Cause(usize),
    Category(usize),
    Topic(usize),
}

/// Words, and the entries that they name.
#[derive(Debug)]
pub struct Phrase {
    pub words: String,
    pub links: Vec<Link>,
}

/// The causes in the order of their names, which is the order of their table.
pub fn sorted(raw: &Raw) -> Vec<&(String, Filed<RawCause>)> {
    let mut sorted: Vec<_> = raw.causes.iter().collect();
    sorted.sort_by_cached_key(|(_, cause)| cause.entry.name.to_lowercase());
    sorted
}

/// The keys that can be referred to, each with its position.
#[derive(Debug)]
pub struct Keys<'a> {
    pub categories: BTreeMap<&'a str, usize>,
    pub divisions: BTreeMap<&'a str, usize>,
    /// By their names, which is what a cause writes.
    pub subcategories: BTreeMap<&'a str, usize>,
    pub sections: BTreeMap<(Kind, &'a str), usize>,
    pub topics: BTreeMap<(Kind, &'a str), usize>,
    pub sources: BTreeMap<&'a str, usize>,
    pub features: BTreeMap<&'a str, usize>,
    pub contexts: BTreeMap<&'a str, usize>,
    pub shared: BTreeMap<&'a str, &'a RawShared>,
    causes: BTreeMap<&'a str, usize>,
    links: BTreeMap<&'a str, Vec<Link>>,
}

impl<'a> Keys<'a> {
    /// Collects the keys of all entries.
    pub fn new(raw: &'a Raw, faults: &mut Faults) -> Self {
        fn index<'a>(keys: impl Iterator<Item = &'a String>) -> BTreeMap<&'a str, usize> {
            keys.enumerate().map(|(position, key)| (key.as_str(), position)).collect()
        }
        let topics = raw.topics.iter().enumerate();
        let sections = raw.sections.iter().enumerate().filter_map(|(position, group)| {
            Some(((Kind::from_key(&group.entry.of)?, group.entry.id.as_str()), position))
        });
        let features = raw.features.iter().filter_map(|filed| {
            let id: HpoId = filed.entry.hpo.parse().ok()?;
            let position = raw.hpo.terms.binary_search_by_key(&id, |term| term.id).ok()?;
            Some((filed.entry.label.as_str(), position))
        });
        let shared = raw.shared.iter().map(|filed| (filed.entry.id.as_str(), &filed.entry));
        let mut keys = Self {
            categories: index(raw.categories.iter().map(|filed| &filed.entry.id)),
            divisions: index(raw.divisions.iter().map(|filed| &filed.entry.id)),
            subcategories: index(raw.subcategories.iter().map(|filed| &filed.entry.name)),
            sections: sections.collect(),
            topics: topics.map(|(at, (kind, topic))| ((*kind, &*topic.entry.id), at)).collect(),
            sources: index(raw.sources.iter().map(|(_, filed)| &filed.entry.id)),
            features: features.collect(),
            contexts: index(raw.contexts.iter().map(|filed| &filed.entry.id)),
            shared: shared.collect(),
            causes: index(sorted(raw).into_iter().map(|(_, filed)| &filed.entry.id)),
            links: BTreeMap::new(),
        };
        for filed in &raw.links {
            let place = filed.place(&filed.entry.words);
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
                place.fault(faults, "words", &filed.entry.words, "list these words once");
            }
        }
        keys
    }

    /// The entry that is written like `cause:phys-hiccup`.
    pub fn link(&self, target: &str) -> Option<Link> {
        let (kind, id) = target.split_once(':')?;
        match kind {
            "cause" => self.causes.get(id).copied().map(Link::Cause),
            "category" => self.categories.get(id).copied().map(Link::Category),
            _ => self.topics.get(&(Kind::from_key(kind)?, id)).copied().map(Link::Topic),
        }
    }

    /// Words with the entries that they name.
    pub fn phrase(&self, words: &str) -> Phrase {
        let links = self.links.get(words).cloned().unwrap_or_default();
        Phrase { words: words.to_owned(), links }
    }
}

/// Resolves the keys of one entry.
pub struct Resolver<'k, 'f> {
    pub keys: &'k Keys<'k>,
    pub place: Place<'k>,
    pub faults: &'f mut Faults,
}

impl Resolver<'_, '_> {
    /// Reports a fault in one field of this entry.
    pub fn fault(&mut self, field: &str, value: &str, remedy: impl Into<String>) {
        self.place.fault(self.faults, field, value, remedy);
    }

    /// The position of a division.
    pub fn division(&mut self, key: &str) -> Option<usize> {
        let remedy = format!("use an id of {}", paths::DIVISIONS);
        self.position("division", key, &self.keys.divisions, &remedy)
    }

    /// Claims with the positions of their sources.
    pub fn claims(&mut self, field: &str, raw: &[RawClaim]) -> Vec<Claim> {
        let remedy = "use an id of data/sources/, or add the source there";
        let mut claims = Vec::with_capacity(raw.len());
        for RawClaim { source, detail, .. } in raw {
            if let Some(source) = self.position(field, source, &self.keys.sources, remedy) {
                claims.push(Claim { source, detail: detail.clone() });
            }
        }
        claims
    }

    /// The position of a key.
    pub fn position(
        &mut self,
        field: &str,
        key: &str,
        keys: &BTreeMap<&str, usize>,
        remedy: &str,
    ) -> Option<usize> {
        let position = keys.get(key).copied();
        if position.is_none() {
            self.fault(field, key, remedy);
        }
        position
    }

    /// The value of a vocabulary with this key. The fault lists the keys that exist.
    pub fn word<T: Copy>(
        &mut self,
        field: &str,
        key: &str,
        all: &[T],
        key_of: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let found = all.iter().copied().find(|value| key_of(*value) == key);
        if found.is_none() {
            let known = all.iter().map(|value| key_of(*value)).collect::<Vec<_>>().join(", ");
            self.fault(field, key, format!("use one of: {known}"));
        }
        found
    }
}
