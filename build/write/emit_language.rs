//! Writes how people speak: phrases, parts of the body, spellings, words that say nothing, and the
//! names of other medicines and genes. Phrases come later: names find entries without them.
//!
//! Long lists are texts with one line for each; `src/catalogue/language.rs` unpacks them.

use std::collections::{BTreeMap, BTreeSet};

use xorf::{BinaryFuse8, DmaSerializable};

use super::code::{Bytes, item};
use super::packer::{Pack, Packer, record, words};
use crate::pipeline::fingerprint;
use crate::pipeline::read::load::Raw;
use crate::pipeline::read::schema::RawAlike;
use crate::pipeline::resolve::described::Described;
use crate::pipeline::resolve::keys::{Keys, Link};
use crate::pipeline::resolve::sayings::{Meaning, Part, Saying, Sayings};
use crate::pipeline::text;
use crate::pipeline::vocabulary::Strength;

words!(Strength);

/// Appends the tables.
pub fn emit(code: &mut String, raw: &Raw) {
    let spellings: BTreeMap<String, String> = raw
        .spellings
        .iter()
        .map(|filed| {
            let entry = &filed.entry;
            let line = format!("{}{}", if entry.pair { "=" } else { "" }, entry.meant);
            (text::words(&entry.typed).join(" "), line)
        })
        .collect();
    let lines: Vec<String> =
        spellings.iter().map(|(typed, meant)| format!("{typed};{meant}")).collect();
    item(code, "SPELLINGS", "&str", &lines.join("\n"));
    let group = |it: &RawAlike| {
        let mark = if it.only_in_phrases { "=" } else { "" };
        format!("{mark}{}", it.words.join(" "))
    };
    let alike: Vec<String> = raw.alike.iter().map(|it| group(&it.entry)).collect();
    item(code, "ALIKE", "&str", &alike.join("\n"));
    let fillers: Vec<&str> = raw.words_that_say_nothing().into_iter().collect();
    item(code, "FILLERS", "&str", &fillers.join(" "));
    other_names(code, raw);
}

/// Appends the parts of the body, phrases with what they lead to, and the classes of medicines.
pub fn records(into: &mut Packer, raw: &Raw, keys: &Keys<'_>, all: &Sayings<'_>) {
    into.list(&all.parts);
    let said: Vec<(&str, usize)> = all.words.iter().map(|(words, of)| (&**words, *of)).collect();
    into.later(&said);
    into.later(&all.sayings);
    into.number(raw.classes.len());
    for filed in &raw.classes {
        let entry = &filed.entry;
        let members: Vec<usize> = entry
            .members
            .iter()
            .filter_map(|id| match keys.link(&format!("cause:{id}"))? {
                Link::Cause(at) => Some(at),
                _ => None,
            })
            .collect();
        record!(
            into,
            MedicineClass {
                name: entry.name,
                begins: entry.begins,
                ends: entry.ends,
                members: members,
            }
        );
    }
}

/// Appends the words with which people describe entries.
pub fn described(into: &mut Packer, all: &[Described]) {
    into.later(all);
}

/// The names that no entry has, in their common spelling, as a filter: a list would be three times
/// as large.
fn other_names(code: &mut String, raw: &Raw) {
    let names = raw.other_names.iter().map(|(_, name)| text::common(name));
    let keys: BTreeSet<u64> = names.map(|name| fingerprint::of(&name)).collect();
    let keys: Vec<u64> = keys.into_iter().collect();
    let filter = BinaryFuse8::try_from(&keys).expect("the keys are different");
    let mut descriptor = vec![0; BinaryFuse8::DESCRIPTOR_LEN];
    filter.dma_copy_descriptor_to(&mut descriptor);
    item(code, "OTHER_NAMES_SHAPE", "&[u8]", &Bytes(&descriptor));
    item(code, "OTHER_NAMES", "&[u8]", &Bytes(filter.dma_fingerprints()));
}

impl Pack for Described {
    fn pack(&self, into: &mut Packer) {
        record!(into, Described { word: self.word, causes: self.causes, topics: self.topics });
    }
}

/// Positions in order, each as the distance from the one before.
impl Pack for BTreeSet<usize> {
    fn pack(&self, into: &mut Packer) {
        into.number(self.len());
        let mut last = 0;
        for at in self {
            into.number(at - last);
            last = *at;
        }
    }
}

impl Pack for Part<'_> {
    fn pack(&self, into: &mut Packer) {
        record!(into, NamedPart { name: self.name, leads: self.leads });
    }
}

impl Pack for Saying {
    fn pack(&self, into: &mut Packer) {
        record!(into, Saying { strength: self.strength, means: self.means });
    }
}

impl Pack for Meaning {
    fn pack(&self, into: &mut Packer) {
        let (kind, at) = match *self {
            Self::Entry(link) => {
                into.number(0);
                return link.pack(into);
            }
            Self::Context(at) => (1, at),
            Self::Feature(at) => (2, at),
            Self::Axis(axis, value) => {
                into.number(3);
                into.number(axis.index());
                return value.pack(into);
            }
            Self::Part(at) => (4, at),
        };
        into.number(kind);
        into.number(at);
    }
}
