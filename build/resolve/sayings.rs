//! Resolves what people say: each phrase with the entries, labels and parts that it leads to.
//!
//! Knows no sentence: `src/search/` finds the phrases in what is typed.

use std::collections::BTreeMap;

use super::keys::{Keys, Link};
use crate::pipeline::axis::{AxisId, AxisValueId};
use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::read::filed::Filed;
use crate::pipeline::read::load::Raw;
use crate::pipeline::read::paths;
use crate::pipeline::read::schema::RawPart;
use crate::pipeline::text;
use crate::pipeline::vocabulary::Strength;

/// Everything that people say.
#[derive(Debug, Default)]
pub struct Sayings<'a> {
    /// The words, folded and in order, each with the position of its saying. Those that count only
    /// in capitals are in capitals.
    pub words: BTreeMap<String, usize>,
    pub sayings: Vec<Saying>,
    pub parts: Vec<Part<'a>>,
}

/// What some words lead to.
#[derive(Debug)]
pub struct Saying {
    pub strength: Strength,
    pub means: Vec<Meaning>,
}

/// One thing that words lead to, by its position.
#[derive(Clone, Copy, Debug)]
pub enum Meaning {
    Entry(Link),
    Context(usize),
    Feature(usize),
    Axis(AxisId, AxisValueId),
    Part(usize),
}

/// A part of the body, with the entries of its own, then those of the wider part.
#[derive(Debug)]
pub struct Part<'a> {
    pub name: &'a str,
    pub leads: Vec<Link>,
}

/// Resolves all sayings. A phrase that only fills a sentence means nothing.
pub fn resolve<'a>(raw: &'a Raw, keys: &Keys<'a>, faults: &mut Faults) -> Sayings<'a> {
    let mut all = Sayings { parts: parts(raw, keys, faults), ..Sayings::default() };
    for filed in &raw.sayings {
        let entry = &filed.entry;
        let name = entry.words.first().map_or("", String::as_str);
        let place = filed.place(name);
        let strength = Strength::from_key(&entry.strength).unwrap_or_else(|| {
            place.fault(faults, "strength", &entry.strength, "write sure, likely or hint");
            Strength::Hint
        });
        let mut means = Vec::new();
        for target in &entry.means {
            let found = meaning(raw, keys, target);
            if found.is_none() {
                let remedy = "write a kind and an id or key that exist, such as cause:phys-hiccup, \
                              context:fever, feature:Ataxia, course:acute or part:ear";
                place.fault(faults, "means", target, remedy);
            }
            means.extend(found);
        }
        all.add(place, &entry.words, entry.capitals, faults);
        all.sayings.push(Saying { strength, means });
    }
    for filed in &raw.fillers {
        all.add(filed.place("fillers"), &filed.entry.phrases, false, faults);
        all.sayings.push(Saying { strength: Strength::Sure, means: Vec::new() });
    }
    all
}

impl Sayings<'_> {
    /// Adds the words of the saying that comes next.
    fn add(&mut self, place: Place<'_>, words: &[String], capitals: bool, faults: &mut Faults) {
        for said in words {
            let folded = text::words(said);
            let in_capitals = capitals && said.chars().all(|it| !it.is_lowercase());
            let said_as = match folded.len() {
                0 => {
                    place.fault(faults, "words", said, "write words");
                    continue;
                }
                _ if in_capitals => said.clone(),
                _ => folded.join(" "),
            };
            if self.words.insert(said_as, self.sayings.len()).is_some() {
                place.fault(faults, "words", said, "these words are there already; list them once");
            }
        }
    }
}

/// The parts of the body, with their leads.
fn parts<'a>(raw: &'a Raw, keys: &Keys<'a>, faults: &mut Faults) -> Vec<Part<'a>> {
    let mut resolved = Vec::new();
    for filed in &raw.parts {
        let part = &filed.entry;
        let place = filed.place(&part.id);
        let wider = part.wider.as_deref().map(|id| (id, find_part(raw, id)));
        if let Some((id, None)) = wider {
            place.fault(faults, "wider", id, format!("use an id of {}", paths::PARTS));
        }
        let wider = wider.and_then(|(_, at)| Some(&raw.parts[at?].entry));
        let mut leads = Vec::new();
        for target in part.leads.iter().chain(wider.into_iter().flat_map(|it| &it.leads)) {
            match keys.link(target) {
                Some(link) => leads.push(link),
                None => place.fault(faults, "leads", target, "write kind:id of an entry"),
            }
        }
        resolved.push(Part { name: &part.name, leads });
    }
    resolved
}

fn find_part(raw: &Raw, id: &str) -> Option<usize> {
    raw.parts.iter().position(|part: &Filed<RawPart>| part.entry.id == id)
}

/// What a target such as `course:acute` means.
fn meaning(raw: &Raw, keys: &Keys<'_>, target: &str) -> Option<Meaning> {
    let (kind, key) = target.split_once(':')?;
    match kind {
        "context" => keys.contexts.get(key).copied().map(Meaning::Context),
        "feature" => keys.features.get(key).copied().map(Meaning::Feature),
        "part" => find_part(raw, key).map(Meaning::Part),
        _ => {
            let axis = if kind == "age" { "age_groups" } else { kind };
            match AxisId::from_key(axis) {
                Some(axis) => Some(Meaning::Axis(axis, axis.value_from_key(key)?)),
                None => keys.link(target).map(Meaning::Entry),
            }
        }
    }
}
