//! Tells which words of the data name no entry: those that `data/links.toml` does not hold.
//!
//! Reads the files as they are written; what a link means is known to the build.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result};
use toml::{Table, Value};

use crate::project;

/// The fields whose words are held against the links.
const FIELDS: &[&str] =
    &["typical_causes", "best_for", "advice", "may_worsen", "treatment_response", "first_tests"];

/// Prints the words without a link, field by field.
pub(crate) fn links() -> Result<()> {
    let data = project::root().join("data");
    let mut files: Vec<_> = ["types.toml", "treatments.toml"].map(|name| data.join(name)).into();
    for file in fs::read_dir(data.join("causes"))? {
        files.push(file?.path());
    }
    let table = |path: &std::path::Path| -> Result<Table> {
        let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        text.parse().with_context(|| path.display().to_string())
    };
    let linked = table(&data.join("links.toml"))?;
    let linked: BTreeSet<&str> = entries(&linked).filter_map(|link| text(link, "words")).collect();
    let mut words: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for file in &files {
        for entry in entries(&table(file)?) {
            for field in FIELDS {
                let values = entry.get(field).and_then(|field| field.get("values"));
                let values = values.and_then(Value::as_array).into_iter().flatten();
                let values = values.filter_map(Value::as_str).map(str::to_owned);
                words.entry(field).or_default().extend(values);
            }
        }
    }
    for (field, words) in &words {
        let bare: Vec<_> = words.iter().filter(|words| !linked.contains(words.as_str())).collect();
        println!("{field}: {} of {} name an entry", words.len() - bare.len(), words.len());
        for words in bare {
            println!("  {words}");
        }
    }
    Ok(())
}

/// The entries of a file, whatever their key.
fn entries(table: &Table) -> impl Iterator<Item = &Value> {
    table.values().filter_map(Value::as_array).flatten()
}

fn text<'a>(entry: &'a Value, key: &str) -> Option<&'a str> {
    entry.get(key)?.as_str()
}
