//! Reads the data files into the structures of `schema`.
//!
//! A file that cannot be parsed, or an entry of the wrong form, is a fault. Reading goes on, so one
//! run reports all of them. Knows no rule about the content.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use super::filed::Filed;
use super::hpo::{self, Hpo};
use super::paths;
use super::schema::*;
use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::kind::{Definition, Kind};
use crate::pipeline::vocabulary::SourceKind;

/// All of `data/`, as written.
#[derive(Debug, Default)]
pub struct Raw {
    pub release: Option<RawRelease>,
    pub divisions: Vec<Filed<RawDivision>>,
    pub subcategories: Vec<Filed<RawSubcategory>>,
    pub categories: Vec<Filed<RawCategory>>,
    pub shelves: Vec<Filed<RawShelf>>,
    pub sections: Vec<Filed<RawSection>>,
    /// Each with its kind, all of one kind together.
    pub topics: Vec<(Kind, Filed<RawTopic>)>,
    pub links: Vec<Filed<RawLink>>,
    pub derived_types: Vec<Filed<RawDerivedType>>,
    pub named_types: Vec<Filed<RawNamedType>>,
    pub features: Vec<Filed<RawFeature>>,
    pub contexts: Vec<Filed<RawContext>>,
    pub retired: Vec<Filed<RawRetired>>,
    /// In the order of their ids, across all files. Each with its kind.
    pub sources: Vec<(SourceKind, Filed<RawSource>)>,
    pub unverified: Vec<Filed<RawUnverified>>,
    pub shared: Vec<Filed<RawShared>>,
    pub medicines: Vec<Filed<RawMedicine>>,
    pub genes: Vec<Filed<RawGene>>,
    /// Names that no entry has: of medicines, then of genes. Each with its file.
    pub other_names: Vec<(&'static str, String)>,
    pub classes: Vec<Filed<RawClass>>,
    pub sayings: Vec<Filed<RawSaying>>,
    pub described: Vec<Filed<RawDescribed>>,
    pub parts: Vec<Filed<RawPart>>,
    pub spellings: Vec<Filed<RawSpelling>>,
    pub alike: Vec<Filed<RawAlike>>,
    pub fillers: Vec<Filed<RawFillers>>,
    /// The imported terms and diseases.
    pub hpo: Hpo,
    /// Each with the id of its category, which is the name of its file.
    pub causes: Vec<(String, Filed<RawCause>)>,
}

impl Raw {
    /// The single words that say nothing about a cause.
    pub fn words_that_say_nothing(&self) -> BTreeSet<&str> {
        self.fillers.iter().flat_map(|it| &it.entry.words).map(String::as_str).collect()
    }
}

/// Reads `data`, the project's data folder.
pub fn load(data: &Path, faults: &mut Faults) -> Raw {
    let mut reader = Reader { data, faults };
    let mut raw = Raw {
        release: reader
            .table(paths::RELEASE)
            .and_then(|table| reader.entry(paths::RELEASE, "release", Value::Table(table))),
        divisions: reader.file(paths::DIVISIONS, "division"),
        subcategories: reader.file(paths::SUBCATEGORIES, "subcategory"),
        categories: reader.file(paths::CATEGORIES, "category"),
        shelves: reader.file(paths::SHELVES, "shelf"),
        sections: reader.file(paths::SECTIONS, "section"),
        topics: Vec::new(),
        links: reader.file(paths::LINKS, "link"),
        derived_types: reader.file(paths::DERIVED_TYPES, "derived"),
        named_types: reader.file(paths::NAMED_TYPES, "named"),
        features: reader.file(paths::FEATURES, "feature"),
        contexts: reader.file(paths::CONTEXT, "context"),
        retired: reader.file(paths::RETIRED, "retired"),
        sources: reader.sources(),
        unverified: reader.file(paths::UNVERIFIED, "unverified"),
        shared: reader.file(paths::SHARED_STATEMENTS, "statement"),
        medicines: reader.file(paths::MEDICINES, "medicine"),
        genes: reader.file(paths::FORMER_SYMBOLS, "gene"),
        other_names: Vec::new(),
        classes: reader.file(paths::CLASSES, "class"),
        sayings: reader.file(paths::PHRASES, "phrase"),
        described: Vec::new(),
        parts: reader.file(paths::PARTS, "part"),
        spellings: reader.file(paths::SPELLING, "spelling"),
        alike: reader.file(paths::ALIKE, "alike"),
        fillers: reader.file(paths::FILLERS, "fillers"),
        hpo: Hpo::default(),
        causes: Vec::new(),
    };
    for path in [paths::OTHER_MEDICINES, paths::OTHER_SYMBOLS] {
        raw.other_names.extend(reader.lines(path).into_iter().map(|name| (path, name)));
    }
    for kind in Kind::ALL.iter().copied() {
        let Definition { file, entry, .. } = kind.definition();
        raw.topics.extend(reader.file(file, entry).into_iter().map(|topic| (kind, topic)));
    }
    for (category, path) in reader.files_of(paths::CAUSES) {
        let causes = reader.file(&path, "cause");
        raw.causes.extend(causes.into_iter().map(|cause| (category.clone(), cause)));
    }
    for (_, path) in reader.files_of(paths::DESCRIBED) {
        raw.described.extend(reader.file(&path, "described"));
    }
    // Readers look these up by name, so the page need not sort them.
    raw.contexts.sort_by_cached_key(|it| (it.entry.meaning.clone(), it.entry.id.clone()));
    raw.subcategories.sort_by_cached_key(|it| it.entry.name.to_lowercase());
    raw.hpo = hpo::load(data, &raw.features, faults);
    raw
}

/// Reads files of the data folder.
struct Reader<'a> {
    data: &'a Path,
    faults: &'a mut Faults,
}

impl Reader<'_> {
    fn fault(
        &mut self,
        (file, entry): (&str, &str),
        field: &str,
        value: &str,
        remedy: impl Into<String>,
    ) {
        Place { file, entry }.fault(self.faults, field, value, remedy);
    }

    /// The sources of all files in the order of their ids.
    fn sources(&mut self) -> Vec<(SourceKind, Filed<RawSource>)> {
        let mut sources = Vec::new();
        for (name, path) in self.files_of(paths::SOURCES) {
            if path == paths::UNVERIFIED {
                continue;
            }
            let Some(kind) = SourceKind::from_key(&name) else {
                let kinds: Vec<_> = SourceKind::ALL.iter().map(|kind| kind.key()).collect();
                let remedy = format!("name the file after a kind of source: {}", kinds.join(", "));
                self.fault((&path, "file"), "name", &name, remedy);
                continue;
            };
            sources.extend(self.file(&path, "source").into_iter().map(|source| (kind, source)));
        }
        sources.sort_by(|(_, one), (_, other): &(_, Filed<RawSource>)| {
            one.entry.id.cmp(&other.entry.id)
        });
        sources
    }

    /// The TOML files of a folder: name without ending, and path. Sorted.
    fn files_of(&mut self, folder: &str) -> Vec<(String, String)> {
        let listing = match fs::read_dir(self.on_disk(folder)) {
            Ok(listing) => listing,
            Err(error) => {
                self.unreadable(folder, &error.to_string());
                return Vec::new();
            }
        };
        let mut files = Vec::new();
        for file in listing {
            match file.map(|file| file.file_name().to_string_lossy().into_owned()) {
                Ok(name) => match name.strip_suffix(".toml") {
                    Some(stem) => files.push((stem.to_owned(), format!("{folder}/{name}"))),
                    None if name == "README.md" => {}
                    None => {
                        let remedy = "only TOML files and README.md belong here; rename or move it";
                        let path = format!("{folder}/{name}");
                        self.fault((&path, "file"), "name", &name, remedy);
                    }
                },
                Err(error) => self.unreadable(folder, &error.to_string()),
            }
        }
        files.sort();
        files
    }

    /// Reads a file that lists entries under one key and has no other key.
    fn file<T: DeserializeOwned>(&mut self, path: &str, key: &str) -> Vec<Filed<T>> {
        let Some(mut table) = self.table(path) else { return Vec::new() };
        let listed = match table.remove(key) {
            Some(Value::Array(listed)) => listed,
            other => {
                let value = other.map_or("missing", |other| other.type_str());
                let remedy = format!("begin every entry with [[{key}]], in two pairs of brackets");
                self.fault((path, "file"), key, value, remedy);
                Vec::new()
            }
        };
        for other in table.keys() {
            let remedy = format!("this file has [[{key}]] entries only; remove or rename this key");
            self.fault((path, "file"), other, "", remedy);
        }
        let mut entries = Vec::with_capacity(listed.len());
        for (position, value) in listed.into_iter().enumerate() {
            // The first of several words names a phrase.
            let text = |value: &Value| match value {
                Value::Array(list) => Some(list.first()?.as_str()?.to_owned()),
                value => value.as_str().map(str::to_owned),
            };
            let named = ["id", "label", "of", "words", "cause", "symbol", "typed", "name"]
                .iter()
                .find_map(|field| text(value.get(field)?));
            let name = named.unwrap_or_else(|| format!("{key} no. {}", position + 1));
            let entry = self.entry(path, &name, value);
            entries.extend(entry.map(|entry| Filed { file: path.to_owned(), entry }));
        }
        entries
    }

    /// One entry in its structure.
    fn entry<T: DeserializeOwned>(&mut self, path: &str, name: &str, value: Value) -> Option<T> {
        T::deserialize(value)
            .map_err(|error| {
                let folder = path.rsplit_once('/').map_or("data", |(folder, _)| folder);
                let remedy = format!("see the fields of this kind of entry in {folder}/README.md");
                self.fault((path, name), "form", error.message(), remedy);
            })
            .ok()
    }

    /// The lines of a plain list, without its remarks.
    fn lines(&mut self, path: &str) -> Vec<String> {
        match fs::read_to_string(self.on_disk(path)) {
            Ok(text) => {
                let lines = text.lines().filter(|line| !line.starts_with('#'));
                lines.map(str::to_owned).collect()
            }
            Err(error) => {
                self.unreadable(path, &error.to_string());
                Vec::new()
            }
        }
    }

    /// A file as a TOML table.
    fn table(&mut self, path: &str) -> Option<Table> {
        let text = match fs::read_to_string(self.on_disk(path)) {
            Ok(text) => text,
            Err(error) => {
                self.unreadable(path, &error.to_string());
                return None;
            }
        };
        match text.parse::<Table>() {
            Ok(table) => Some(table),
            Err(error) => {
                let start = error.span().map_or(0, |span| span.start.min(text.len()));
                let before = &text.as_bytes()[..start];
                let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
                let remedy = "correct the syntax at this line";
                self.fault((path, &format!("line {line}")), "TOML", error.message(), remedy);
                None
            }
        }
    }

    /// The place of `data/…` on disk. The folder itself may have another name there.
    fn on_disk(&self, path: &str) -> PathBuf {
        self.data.join(path.strip_prefix("data/").unwrap_or(path))
    }

    fn unreadable(&mut self, path: &str, error: &str) {
        let remedy = "the file or folder must exist and be UTF-8 text";
        self.fault((path, "file"), "reading", error, remedy);
    }
}
