//! The open data read back as another program reads them: nothing is lost, every claim leads to a
//! source, every id that is named exists, and no field of this version has gone.
//!
//! Compares with what other code writes: the numbered references of the page, and saved lists.

use std::collections::{BTreeMap, BTreeSet};

use myoclonus_explorer::catalogue::{Catalogue, Kind};
use myoclonus_explorer::entry::References;
use myoclonus_explorer::explorer::Explorer;
use myoclonus_explorer::export::{Format, Origin, list};
use myoclonus_explorer::view::{Page, ViewState};
use serde_json::Value;

use super::{VERSION, schema, text};

/// The fields that programs may read, each as `definition.field`, below the version that has them.
/// New ones are added at a release.
const FIELDS: &str = include_str!("fields.txt");

/// What a program reads from the file.
fn read() -> Value {
    serde_json::from_str(&text().expect("the data are written")).expect("the file is JSON")
}

fn list_of<'a>(data: &'a Value, name: &str) -> &'a [Value] {
    data[name].as_array().map_or(&[], Vec::as_slice)
}

fn id(entry: &Value) -> &str {
    entry["id"].as_str().expect("an entry has an id")
}

/// Every text in a value, with the name of the field that it is in.
fn texts<'a>(name: &'a str, value: &'a Value, each: &mut impl FnMut(&'a str, &'a str)) {
    match value {
        Value::String(text) => each(name, text),
        Value::Array(values) => values.iter().for_each(|value| texts(name, value, each)),
        Value::Object(fields) => fields.iter().for_each(|(name, it)| texts(name, it, each)),
        _ => {}
    }
}

/// The sources that an entry cites, wherever it does.
fn cited(entry: &Value) -> BTreeSet<&str> {
    let mut cited = BTreeSet::new();
    texts("", entry, &mut |name, text| {
        if name == "source" {
            cited.insert(text);
        }
    });
    cited
}

#[test]
fn every_id_that_is_named_exists() {
    let data = read();
    let ids = |name: &str| list_of(&data, name).iter().map(id).collect::<BTreeSet<_>>();
    let (sources, terms) = (ids("sources"), ids("terms"));
    let (categories, wide_groups) = (ids("categories"), ids("wide_groups"));
    let of_kind = |kind: &str, id: &str| format!("{kind}:{id}");
    let mut entries: BTreeSet<String> =
        ids("causes").into_iter().map(|id| of_kind("cause", id)).collect();
    entries.extend(categories.iter().map(|id| of_kind("category", id)));
    for topic in list_of(&data, "topics") {
        entries.insert(of_kind(topic["kind"].as_str().expect("a kind"), id(topic)));
    }
    let kinds: BTreeSet<&str> =
        Kind::ALL.iter().map(|kind| kind.key()).chain(["cause", "category"]).collect();
    let mut named = BTreeMap::<&str, usize>::new();
    let mut check = |name, text: &str| {
        let is_id = |text: &str| text.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
        let target = text.split_once(':').filter(|(kind, id)| kinds.contains(kind) && is_id(id));
        let exists = match name {
            "source" => sources.contains(text),
            "types" => entries.contains(&of_kind("type", text)),
            "category" => categories.contains(text),
            "wide_group" => wide_groups.contains(text),
            _ if target.is_some() => entries.contains(text),
            _ if text.starts_with("HP:") && text.len() == 10 => terms.contains(text),
            _ => return,
        };
        assert!(exists, "{name}: {text} does not exist");
        *named.entry(name).or_default() += 1;
    };
    for (list, entries) in data.as_object().expect("an object") {
        texts(list, entries, &mut |name, text| {
            // A topic may be a term of the ontology that no cause has.
            if (list.as_str(), name) != ("topics", "hpo") {
                check(name, text);
            }
        });
    }
    for name in ["source", "types", "category", "wide_group", "names", "related", "hpo", "wider"] {
        assert!(named.contains_key(name), "no {name} is checked");
    }
}

#[test]
fn each_entry_cites_exactly_the_references_of_its_page() {
    let (catalogue, data) = (Catalogue::bundled(), read());
    let slugs = |references: References| {
        let sources = references.sources().to_vec().into_iter();
        sources.map(|id| catalogue.source(id).slug).collect::<BTreeSet<_>>()
    };
    let (causes, topics) = (list_of(&data, "causes"), list_of(&data, "topics"));
    assert_eq!((causes.len(), topics.len()), (catalogue.cause_count(), catalogue.topic_count()));
    for (cause, known) in causes.iter().zip(catalogue.cause_ids()) {
        let known = catalogue.cause(known);
        assert_eq!(id(cause), known.slug);
        assert_eq!(cited(cause), slugs(References::of(catalogue, known)), "{}", known.slug);
    }
    for (topic, (_, known)) in topics.iter().zip(catalogue.all_topics()) {
        assert_eq!(id(topic), known.slug);
        assert_eq!(cited(topic), slugs(References::of_topic(known)), "{}", known.slug);
    }
}

#[test]
fn a_source_is_read_as_it_was_recorded() {
    let (catalogue, data) = (Catalogue::bundled(), read());
    let sources = list_of(&data, "sources");
    assert_eq!(sources.len(), catalogue.sources().len());
    for (read, known) in sources.iter().zip(catalogue.sources()) {
        assert_eq!(id(read), known.slug);
        for (name, recorded) in [
            ("title", Some(known.title)),
            ("authors", known.authors),
            ("container", known.container),
            ("doi", known.doi),
            ("pmid", known.pmid),
            ("url", known.url),
            ("kind", Some(known.kind.key())),
            ("seen_as", Some(known.seen_as)),
        ] {
            assert_eq!(read[name].as_str(), recorded, "{name} of {}", known.slug);
        }
        assert_eq!(read["year"].as_u64(), known.year.map(u64::from), "{}", known.slug);
    }
}

/// The plain values of a field: of the open data or of a saved list.
fn values(field: &Value) -> BTreeSet<&str> {
    match field {
        Value::String(text) => BTreeSet::from([text.as_str()]),
        Value::Array(all) => all.iter().flat_map(values).collect(),
        // Values with their claims come before a text on them; then a phrase, a term, a situation,
        // a statement, one value.
        Value::Object(fields) => {
            let names = ["values", "words", "label", "meaning", "text", "value", "grade"];
            let first = names.iter().find_map(|name| fields.get(*name));
            first.map(values).unwrap_or_default()
        }
        _ => BTreeSet::new(),
    }
}

/// Where a field is in both and has plain values, a saved list and the open data say the same.
#[test]
fn saved_lists_say_what_the_open_data_say() {
    let data = read();
    let explorer = Explorer::new(Catalogue::bundled());
    let origin = Origin { site: "", build: "test" };
    let mut compared = BTreeMap::<String, usize>::new();
    for page in Page::ALL.iter().copied().filter(|page| page.has_entries()) {
        let view = ViewState::at(page);
        let saved = list(&explorer, &view, &explorer.explore(&view), origin, Format::Json).text;
        let saved: Value = serde_json::from_str(&saved).expect("a saved list is JSON");
        let name = if page == Page::Causes { "causes" } else { "topics" };
        for entry in list_of(&saved, name) {
            let open = list_of(&data, name).iter().find(|open| {
                open["id"] == entry["id"] && (open["kind"] == entry["kind"] || name == "causes")
            });
            let open = open.unwrap_or_else(|| panic!("{} is not in the open data", entry["id"]));
            for (field, said) in entry.as_object().expect("an object") {
                // What is written in words of its own has no plain values in the open data.
                let (said, open) = (values(said), values(&open[field]));
                if !said.is_empty() && !open.is_empty() {
                    assert_eq!(said, open, "{field} of {}", entry["id"]);
                    *compared.entry(field.clone()).or_default() += 1;
                }
            }
        }
    }
    for field in ["name", "synonyms", "course", "genes", "reversible", "plain", "same_as"] {
        assert!(compared.contains_key(field), "no {field} is compared: {compared:?}");
    }
}

/// Every field of the schema, as `definition.field`.
fn fields_of_schema() -> BTreeSet<String> {
    fn collect(place: &str, value: &Value, fields: &mut BTreeSet<String>) {
        match value {
            Value::Array(values) => values.iter().for_each(|it| collect(place, it, fields)),
            Value::Object(object) => {
                for (name, it) in object {
                    match (name.as_str(), it) {
                        ("properties", Value::Object(properties)) => {
                            for (field, it) in properties {
                                fields.insert(format!("{place}.{field}"));
                                collect(&format!("{place}.{field}"), it, fields);
                            }
                        }
                        ("$defs", Value::Object(definitions)) => {
                            definitions.iter().for_each(|(name, it)| collect(name, it, fields));
                        }
                        _ => collect(place, it, fields),
                    }
                }
            }
            _ => {}
        }
    }
    let mut fields = BTreeSet::new();
    let schema = serde_json::from_str(&schema()).expect("the schema is JSON");
    collect("data", &schema, &mut fields);
    fields
}

#[test]
fn no_field_of_this_version_has_gone() {
    assert_eq!(read()["version"], VERSION);
    let (version, recorded) = FIELDS.split_once('\n').expect("a version, and fields");
    assert_eq!(version, format!("version {VERSION}"), "record the fields of the new version");
    let recorded: BTreeSet<String> = recorded.lines().map(str::to_owned).collect();
    let fields = fields_of_schema();
    let gone: Vec<_> = recorded.difference(&fields).collect();
    assert!(gone.is_empty(), "programs read {gone:?}: keep them, or raise VERSION");
}
