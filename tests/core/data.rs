//! The files of `data/` as curators write them, read without the build: an oracle for the
//! catalogue.
//!
//! Finds entries by the name of their table, in any file. Knows nothing of the build.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use toml::{Table, Value};

/// An entry: the name of its file without the ending, and its table.
pub(crate) struct Entry {
    pub(crate) file: String,
    pub(crate) table: Table,
}

/// All entries, by the name of their table.
static ENTRIES: LazyLock<BTreeMap<String, Vec<Entry>>> = LazyLock::new(|| {
    let mut entries: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    let mut open = vec![folder()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let listing = fs::read_dir(&path).expect("the data can be read");
            open.extend(listing.map(|file| file.expect("a folder can be listed").path()));
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            let text = fs::read_to_string(&path).expect("the data is UTF-8");
            let tables: Table =
                text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let file = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            for (name, value) in tables {
                let Value::Array(rows) = value else { continue };
                let tables = rows.into_iter().filter_map(|row| match row {
                    Value::Table(table) => Some(Entry { file: file.clone(), table }),
                    _ => None,
                });
                entries.entry(name).or_default().extend(tables);
            }
        }
    }
    entries
});

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// The entries whose table has this name; at least one.
pub(crate) fn entries(name: &str) -> &'static [Entry] {
    ENTRIES.get(name).unwrap_or_else(|| panic!("data/ has no [[{name}]]"))
}

/// A file of the import.
pub(crate) fn imported(file: &str) -> String {
    let path = folder().join("hpo").join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

impl Entry {
    /// The id.
    pub(crate) fn id(&self) -> &str {
        self.text("id").expect("every entry has an id")
    }

    /// A text of the entry.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.table.get(key)?.as_str()
    }

    /// The texts of a plain list of the entry.
    pub(crate) fn texts(&self, key: &str) -> Vec<&str> {
        let values = self.table.get(key).and_then(Value::as_array);
        values.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// A text of a part of the entry.
    pub(crate) fn part(&self, part: &str, key: &str) -> Option<&str> {
        self.table.get(part)?.get(key)?.as_str()
    }

    /// The values of a field.
    pub(crate) fn values(&self, field: &str) -> Vec<&str> {
        let values = self.table.get(field).and_then(|field| field.get("values"));
        values.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// Every claim anywhere in the entry: its source and its detail.
    pub(crate) fn claims(&self) -> BTreeSet<(&str, Option<&str>)> {
        let mut claims = BTreeSet::new();
        let mut open: Vec<&Value> = self.table.values().collect();
        while let Some(value) = open.pop() {
            match value {
                Value::Array(values) => open.extend(values),
                Value::Table(table) => {
                    if let Some(source) = table.get("source").and_then(Value::as_str) {
                        claims.insert((source, table.get("detail").and_then(Value::as_str)));
                    }
                    open.extend(table.values());
                }
                _ => {}
            }
        }
        claims
    }
}
