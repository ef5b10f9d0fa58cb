//! Reads the data files into the structures of `schema`.
//!
//! A file that cannot be parsed, or an entry of the wrong form, is a fault; everything else is
//! read on, so that one run tells all of them. Knows no rule about the content.

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use crate::pipeline::fault::{Fault, Faults};
use crate::pipeline::read::filed::Filed;
use crate::pipeline::read::hpo::{self, Hpo};
use crate::pipeline::read::schema::*;
use crate::pipeline::vocabulary::Kind;

/// All of `data/`, as written.
#[derive(Debug, Default)]
pub struct Raw {
    pub release: Option<RawRelease>,
    pub super_groups: Vec<Filed<RawSuperGroup>>,
    pub categories: Vec<Filed<RawCategory>>,
    pub shelves: Vec<Filed<RawShelf>>,
    pub groups: Vec<Filed<RawGroup>>,
    /// Each with its kind, all of one kind together.
    pub topics: Vec<(Kind, Filed<RawTopic>)>,
    pub links: Vec<Filed<RawLink>>,
    pub derived_types: Vec<Filed<RawDerivedType>>,
    pub named_types: Vec<Filed<RawNamedType>>,
    pub features: Vec<Filed<RawFeature>>,
    pub contexts: Vec<Filed<RawContext>>,
    pub retired: Vec<Filed<RawRetired>>,
    /// When the sources were read, unless a source says otherwise.
    pub accessed: String,
    pub sources: Vec<Filed<RawSource>>,
    pub unverified: Vec<Filed<RawUnverified>>,
    pub shared: Vec<Filed<RawShared>>,
    /// What the import brought.
    pub hpo: Hpo,
    /// Each with the id of its category, which is the name of its file.
    pub causes: Vec<(String, Filed<RawCause>)>,
}

/// The files of topics, the key of their entries, and their kind.
const TOPICS: &[(&str, &str, Kind)] = &[
    ("types.toml", "type", Kind::Type),
    ("red_flags.toml", "red_flag", Kind::RedFlag),
    ("steps.toml", "step", Kind::Step),
    ("tests.toml", "test", Kind::Test),
    ("treatments.toml", "treatment", Kind::Treatment),
    ("look_alikes.toml", "look_alike", Kind::LookAlike),
    ("glossary.toml", "term", Kind::Term),
];

/// Reads `data`, the project's data folder.
pub fn load(data: &Path, faults: &mut Faults) -> Raw {
    let mut raw = Raw::default();
    if let Some(table) = table(data, "release.toml", faults) {
        raw.release = entry("data/release.toml", "release", Value::Table(table), faults);
    }
    raw.super_groups = file(data, "super_groups.toml", "super_group", &[], faults).1;
    raw.groups = file(data, "groups.toml", "group", &[], faults).1;
    raw.links = file(data, "links.toml", "link", &[], faults).1;
    raw.derived_types = file(data, "derived_types.toml", "derived", &[], faults).1;
    raw.named_types = file(data, "named_types.toml", "named", &[], faults).1;
    for (name, key, kind) in TOPICS {
        let (_, topics) = file(data, name, key, &[], faults);
        raw.topics.extend(topics.into_iter().map(|topic| (*kind, topic)));
    }
    raw.categories = file(data, "categories.toml", "category", &[], faults).1;
    raw.shelves = file(data, "shelves.toml", "shelf", &[], faults).1;
    raw.features = file(data, "features.toml", "feature", &[], faults).1;
    raw.hpo = hpo::load(data, &raw.features, faults);
    raw.contexts = file(data, "context.toml", "context", &[], faults).1;
    raw.retired = file(data, "retired.toml", "retired", &[], faults).1;
    raw.unverified = file(data, "unverified.toml", "unverified", &[], faults).1;
    raw.shared = file(data, "shared_statements.toml", "statement", &[], faults).1;
    let (rest, sources) = file(data, "sources.toml", "source", &["accessed"], faults);
    raw.sources = sources;
    match rest.get("accessed").and_then(Value::as_str) {
        Some(accessed) => raw.accessed = accessed.to_owned(),
        None => faults.push(Fault {
            file: "data/sources.toml".into(),
            entry: "file".into(),
            field: "accessed".into(),
            value: String::new(),
            remedy: "write the month in which the sources were read, as \"YYYY-MM\"".into(),
        }),
    }
    for name in cause_files(data, faults) {
        let category = name.trim_end_matches(".toml").to_owned();
        let (_, causes) = file(data, &format!("causes/{name}"), "cause", &[], faults);
        raw.causes.extend(causes.into_iter().map(|cause| (category.clone(), cause)));
    }
    raw
}

/// The names of the files in `data/causes`, sorted.
fn cause_files(data: &Path, faults: &mut Faults) -> Vec<String> {
    let listing = match fs::read_dir(data.join("causes")) {
        Ok(listing) => listing,
        Err(error) => {
            faults.push(unreadable("data/causes", &error.to_string()));
            return Vec::new();
        }
    };
    let mut names = Vec::new();
    for file in listing {
        match file.map(|file| file.file_name().to_string_lossy().into_owned()) {
            Ok(name) if name.ends_with(".toml") => names.push(name),
            Ok(name) => faults.push(Fault {
                file: format!("data/causes/{name}"),
                entry: "file".into(),
                field: "name".into(),
                value: name,
                remedy: "only <category>.toml files belong here; rename or move it".into(),
            }),
            Err(error) => faults.push(unreadable("data/causes", &error.to_string())),
        }
    }
    names.sort();
    names
}

/// Reads a file that lists entries under one key. Returns what else the file says, which may be
/// the keys in `also` only.
fn file<T: DeserializeOwned>(
    data: &Path,
    name: &str,
    key: &str,
    also: &[&str],
    faults: &mut Faults,
) -> (Table, Vec<Filed<T>>) {
    let path = format!("data/{name}");
    let Some(mut table) = table(data, name, faults) else {
        return (Table::new(), Vec::new());
    };
    let listed = match table.remove(key) {
        Some(Value::Array(listed)) => listed,
        other => {
            faults.push(Fault {
                file: path.clone(),
                entry: "file".into(),
                field: key.into(),
                value: other.map_or("missing", |other| other.type_str()).into(),
                remedy: format!("begin every entry with [[{key}]], in two pairs of brackets"),
            });
            Vec::new()
        }
    };
    for other in table.keys().filter(|other| !also.contains(&other.as_str())) {
        faults.push(Fault {
            file: path.clone(),
            entry: "file".into(),
            field: other.clone(),
            value: String::new(),
            remedy: format!("this file holds [[{key}]] entries; take this key out or rename it"),
        });
    }
    let mut entries = Vec::with_capacity(listed.len());
    for (position, value) in listed.into_iter().enumerate() {
        let named =
            ["id", "label", "words", "cause"].iter().find_map(|field| value.get(field)?.as_str());
        let place = named.map_or_else(|| format!("{key} no. {}", position + 1), str::to_owned);
        entries.extend(
            entry(&path, &place, value, faults).map(|entry| Filed { file: path.clone(), entry }),
        );
    }
    (table, entries)
}

/// One entry in its structure.
fn entry<T: DeserializeOwned>(
    file: &str,
    place: &str,
    value: Value,
    faults: &mut Faults,
) -> Option<T> {
    T::deserialize(value)
        .map_err(|error| {
            faults.push(Fault {
                file: file.to_owned(),
                entry: place.to_owned(),
                field: "form".into(),
                value: error.message().to_owned(),
                remedy: "see the fields of this kind of entry in data/README.md".into(),
            });
        })
        .ok()
}

/// A file as a TOML table.
fn table(data: &Path, name: &str, faults: &mut Faults) -> Option<Table> {
    let path = format!("data/{name}");
    let text = match fs::read_to_string(data.join(name)) {
        Ok(text) => text,
        Err(error) => {
            faults.push(unreadable(&path, &error.to_string()));
            return None;
        }
    };
    match text.parse::<Table>() {
        Ok(table) => Some(table),
        Err(error) => {
            let start = error.span().map_or(0, |span| span.start.min(text.len()));
            let line = text.as_bytes()[..start].iter().filter(|byte| **byte == b'\n').count() + 1;
            faults.push(Fault {
                file: path,
                entry: format!("line {line}"),
                field: "TOML".into(),
                value: error.message().to_owned(),
                remedy: "mend the syntax at this line".into(),
            });
            None
        }
    }
}

fn unreadable(path: &str, error: &str) -> Fault {
    Fault {
        file: path.to_owned(),
        entry: "file".into(),
        field: "reading".into(),
        value: error.to_owned(),
        remedy: "the file or folder must be there and be UTF-8 text".into(),
    }
}
