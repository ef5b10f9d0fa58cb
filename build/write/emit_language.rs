//! Writes how people speak: phrases, parts of the body, spellings, words that say nothing, and the
//! names of other medicines and genes.
//!
//! Long lists are texts with one line for each; `src/catalogue/language.rs` unpacks them.

use std::collections::{BTreeMap, BTreeSet};

use xorf::{BinaryFuse8, DmaSerializable};

use super::code::{Bytes, Id, ToCode, add, item, record, table, words};
use super::pack;
use crate::pipeline::fingerprint;
use crate::pipeline::read::load::Raw;
use crate::pipeline::resolve::keys::{Keys, Link};
use crate::pipeline::resolve::sayings::{Meaning, Part, Saying, Sayings};
use crate::pipeline::text;
use crate::pipeline::vocabulary::Strength;

words!(Strength);

/// Appends the tables.
pub fn emit(code: &mut String, raw: &Raw, keys: &Keys<'_>, all: &Sayings<'_>) {
    let said: Vec<&str> = all.words.keys().map(String::as_str).collect();
    let mut of = Vec::new();
    all.words.values().for_each(|saying| pack::number(*saying, &mut of));
    item(code, "SAID", "&str", &said.join("\n"));
    item(code, "SAYING_OF", "&[u8]", &Bytes(&of));
    table(code, "SAYINGS", "Saying", &all.sayings, |saying, code| {
        let Saying { strength, means } = saying;
        record!(code, Saying { strength: strength, means: means });
    });
    table(code, "PARTS", "NamedPart", &all.parts, |Part { name, leads }, code| {
        record!(code, NamedPart { name: name, leads: leads });
    });
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
    let alike: Vec<String> = raw.alike.iter().map(|it| it.entry.words.join(" ")).collect();
    item(code, "ALIKE", "&str", &alike.join("\n"));
    let fillers: BTreeSet<&str> =
        raw.fillers.iter().flat_map(|it| &it.entry.words).map(String::as_str).collect();
    let fillers: Vec<&str> = fillers.into_iter().collect();
    item(code, "FILLERS", "&str", &fillers.join(" "));
    other_names(code, raw);
    table(code, "CLASSES", "MedicineClass", &raw.classes, |filed, code| {
        let entry = &filed.entry;
        let members: Vec<Id> = entry
            .members
            .iter()
            .filter_map(|id| match keys.link(&format!("cause:{id}"))? {
                Link::Cause(at) => Some(Id("CauseId", at)),
                _ => None,
            })
            .collect();
        record!(
            code,
            MedicineClass {
                name: entry.name,
                begins: entry.begins,
                ends: entry.ends,
                members: members,
            }
        );
    });
}

/// The names that no entry has, as a filter: a list would be three times as large.
fn other_names(code: &mut String, raw: &Raw) {
    let keys: BTreeSet<u64> =
        raw.other_names.iter().map(|(_, name)| fingerprint::of(name)).collect();
    let keys: Vec<u64> = keys.into_iter().collect();
    let filter = BinaryFuse8::try_from(&keys).expect("the keys are different");
    let mut descriptor = vec![0; BinaryFuse8::DESCRIPTOR_LEN];
    filter.dma_copy_descriptor_to(&mut descriptor);
    item(code, "OTHER_NAMES_SHAPE", "&[u8]", &Bytes(&descriptor));
    item(code, "OTHER_NAMES", "&[u8]", &Bytes(filter.dma_fingerprints()));
}

impl ToCode for Meaning {
    fn to_code(&self, code: &mut String) {
        match *self {
            Self::Entry(link) => {
                code.push_str("Meaning::Entry(");
                link.to_code(code);
                code.push(')');
            }
            Self::Context(at) => add(code, format_args!("Meaning::Context(ContextId({at}))")),
            Self::Feature(at) => add(code, format_args!("Meaning::Feature(TermId({at}))")),
            Self::Axis(axis, value) => {
                let axis = axis.index();
                add(code, format_args!("Meaning::Axis(AxisId::at({axis}), {value:?})"));
            }
            Self::Part(at) => add(code, format_args!("Meaning::Part(&PARTS[{at}])")),
        }
    }
}
