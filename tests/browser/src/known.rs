//! What the published data say, read once from `data/myoclonus.json` beside the page.
//!
//! Tests take their numbers and the names of entries from here, so more data or a better name break
//! none. A test names an entry by its id, which does not change. Knows the file's fields, described
//! in its schema, and nothing of the page.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::server::Server;

/// A cause, as the file has it.
pub type Cause = Value;

static DATA: LazyLock<Value> = LazyLock::new(|| {
    read().unwrap_or_else(|error| panic!("the published data cannot be read: {error:#}"))
});

fn read() -> Result<Value> {
    let file = Server::published()?.join("data/myoclonus.json");
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no JSON", file.display()))
}

/// A list of the file.
fn list(name: &str) -> &'static [Value] {
    DATA[name].as_array().unwrap_or_else(|| panic!("the published data have no list {name:?}"))
}

/// The one record of a list with this id.
fn record(name: &str, id: &str) -> &'static Value {
    list(name)
        .iter()
        .find(|record| record["id"] == id)
        .unwrap_or_else(|| panic!("the published data have no {id:?} in {name:?}"))
}

/// The text in a field of a record.
pub fn text(record: &'static Value, field: &str) -> &'static str {
    record[field].as_str().unwrap_or_else(|| panic!("{} has no text {field:?}", record["id"]))
}

/// The day of the data.
pub fn date() -> &'static str {
    text(&DATA, "date")
}

/// How many causes there are.
pub fn causes() -> usize {
    list("causes").len()
}

/// How many topics there are.
pub fn topics() -> usize {
    list("topics").len()
}

/// How many types of myoclonus there are.
pub fn types() -> usize {
    list("topics").iter().filter(|topic| topic["kind"] == "type").count()
}

/// The ids of all causes.
pub fn ids() -> BTreeSet<&'static str> {
    list("causes").iter().map(|cause| text(cause, "id")).collect()
}

/// A cause.
pub fn cause(id: &str) -> &'static Cause {
    record("causes", id)
}

/// The name of a cause.
pub fn name(id: &str) -> &'static str {
    text(cause(id), "name")
}

/// The name of a topic.
pub fn topic(id: &str) -> &'static str {
    text(record("topics", id), "name")
}

/// A wide group of causes.
pub fn wide_group(id: &str) -> &'static Value {
    record("wide_groups", id)
}

/// A category of causes.
pub fn category(id: &str) -> &'static Value {
    record("categories", id)
}

/// A group of topics.
pub fn group(id: &str) -> &'static Value {
    record("groups", id)
}

/// A source.
pub fn source(id: &str) -> &'static Value {
    record("sources", id)
}

/// The entry that has taken the place of a retired one, as `kind:id`.
pub fn merged_into(id: &str) -> &'static str {
    text(record("retired", id), "merged_into")
}

/// The label of a term of the Human Phenotype Ontology.
pub fn term(id: &str) -> &'static str {
    text(record("terms", id), "label")
}

/// The values of a field of a cause; none where nothing is recorded.
pub fn values(cause: &'static Cause, field: &str) -> &'static [Value] {
    cause[field]["values"].as_array().map_or(&[], Vec::as_slice)
}

/// Whether a cause has a value. A value with a meaning is known by its id.
pub fn has(cause: &'static Cause, field: &str, value: &str) -> bool {
    values(cause, field).iter().any(|it| it == value || it["id"] == value)
}

/// The causes that fit.
pub fn those(fits: impl Fn(&'static Cause) -> bool) -> Vec<&'static Cause> {
    list("causes").iter().filter(|cause| fits(cause)).collect()
}

/// How many causes have a value.
pub fn count_with(field: &str, value: &str) -> usize {
    those(|cause| has(cause, field, value)).len()
}

/// How many causes have no record of a field.
pub fn count_without(field: &str) -> usize {
    those(|cause| cause[field].is_null()).len()
}

/// How often a finding was counted in patients, as the page says it: `7 of 14 patients`.
pub fn patients(found: &'static Value) -> Option<String> {
    let counted = found["frequency"].as_array()?.iter().find(|it| it["examined"].is_u64())?;
    Some(format!("{} of {} patients", counted["found"], counted["examined"]))
}
