//! Resolves how people describe the entries: from what they say to single words, each with the
//! entries.
//!
//! Words are enough: a search adds up what it has of a sentence. Knows nothing of how it searches.

use std::collections::{BTreeMap, BTreeSet};

use super::keys::{Keys, Link};
use crate::pipeline::fault::Faults;
use crate::pipeline::read::load::Raw;
use crate::pipeline::text;

/// A word, folded, with the entries that people describe with it, by their positions.
#[derive(Debug, Default)]
pub struct Described {
    pub word: String,
    pub causes: BTreeSet<usize>,
    pub topics: BTreeSet<usize>,
}

/// The words in order. Without those that say nothing, numbers, and what the entry's own names and
/// plain description say.
pub fn resolve(raw: &Raw, keys: &Keys<'_>, faults: &mut Faults) -> Vec<Described> {
    let own = own_words(raw, keys);
    let fillers = raw.words_that_say_nothing();
    let names = names_of_medicines(raw);
    let mut all: BTreeMap<String, Described> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for filed in &raw.described {
        let entry = &filed.entry;
        let place = filed.place(&entry.of);
        let link = keys.link(&entry.of).filter(|link| !matches!(link, Link::Category(_)));
        let Some(link) = link else {
            let remedy = "write the kind and the id of a cause or topic, such as cause:phys-hiccup";
            place.fault(faults, "of", &entry.of, remedy);
            continue;
        };
        if !seen.insert(link) {
            place.fault(faults, "of", &entry.of, "this entry is described already; join the two");
        }
        for said in &entry.words {
            let mut has_words = false;
            text::each_word(said, |word, place| {
                has_words = true;
                let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
                let is_name = is_name(&said[place]) || names.contains(word);
                let is_own = own.get(&link).is_some_and(|own| own.contains(word));
                let says_nothing = word.len() < 2 || is_number || fillers.contains(word);
                if is_name || is_own || says_nothing {
                    return;
                }
                let described = all.entry(word.to_owned()).or_default();
                match link {
                    Link::Cause(at) => described.causes.insert(at),
                    Link::Topic(at) => described.topics.insert(at),
                    Link::Category(_) => false,
                };
            });
            if !has_words {
                place.fault(faults, "words", said, "write words");
            }
        }
    }
    join_plurals(all)
}

/// The names of medicines of one word, and the symbols of genes that are not here. One medicine
/// must never be found by the name of another.
fn names_of_medicines(raw: &Raw) -> BTreeSet<String> {
    let of_medicines = raw.medicines.iter().flat_map(|filed| {
        let medicine = &filed.entry;
        let cause = raw.causes.iter().find(|(_, it)| it.entry.id == medicine.cause);
        let name = cause.map(|(_, it)| &it.entry.name);
        name.into_iter().chain(&medicine.brands).chain(&medicine.names)
    });
    let folded = of_medicines.map(|name| text::words(name)).filter(|words| words.len() == 1);
    let others = raw.other_names.iter().map(|(_, name)| name.clone());
    folded.flatten().chain(others).collect()
}

/// Whether a word is written as a name: of a brand, a person or a place. *DTs* is none. Names of
/// entries are data of their own, with sources.
fn is_name(written: &str) -> bool {
    let mut letters = written.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// Joins a plural with its singular, by which a search for the plural finds it.
fn join_plurals(all: BTreeMap<String, Described>) -> Vec<Described> {
    let known: BTreeSet<String> = all.keys().cloned().collect();
    let mut joined: BTreeMap<String, Described> = BTreeMap::new();
    for (word, described) in all {
        let singular = text::singular(&word).filter(|singular| known.contains(*singular));
        let word = singular.unwrap_or(&word).to_owned();
        let with = joined.entry(word.clone()).or_default();
        with.word = word;
        with.causes.extend(described.causes);
        with.topics.extend(described.topics);
    }
    joined.into_values().collect()
}

/// The words of the names and the plain description of each entry.
fn own_words(raw: &Raw, keys: &Keys<'_>) -> BTreeMap<Link, BTreeSet<String>> {
    let mut own: BTreeMap<Link, BTreeSet<String>> = BTreeMap::new();
    let mut add = |target: String, texts: &mut dyn Iterator<Item = &String>| {
        let Some(link) = keys.link(&target) else { return };
        own.entry(link).or_default().extend(texts.flat_map(|text| text::words(text)));
    };
    for (_, filed) in &raw.causes {
        let cause = &filed.entry;
        let plain = cause.plain.iter().filter_map(|it| it.text.as_ref());
        let names = cause.synonyms.iter().chain(&cause.lay_names);
        let texts = std::iter::once(&cause.name).chain(names).chain(&cause.lead).chain(plain);
        add(format!("cause:{}", cause.id), &mut { texts });
    }
    for (kind, filed) in &raw.topics {
        let topic = &filed.entry;
        let names = topic.synonyms.iter().chain(&topic.lay_names);
        let texts = std::iter::once(&topic.name).chain(names).chain(&topic.lead);
        add(format!("{}:{}", kind.key(), topic.id), &mut { texts });
    }
    own
}
