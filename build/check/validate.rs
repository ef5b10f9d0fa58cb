//! The rules that every entry must keep, whatever it refers to.
//!
//! Each rule tells all its faults. Knows nothing of positions and tables (`resolve`) or of the
//! generated code (`emit`).

use std::collections::{BTreeMap, BTreeSet};

use super::basis::basis_of;
use super::dose;
use crate::pipeline::axis::AXES;
use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::hpo_id::HpoId;
use crate::pipeline::read::filed::Filed;
use crate::pipeline::read::load::Raw;
use crate::pipeline::read::schema::*;
use crate::pipeline::registry_id::RegistryId;
use crate::pipeline::vocabulary::{Basis, Kind};

/// Checks all rules.
pub fn validate(raw: &Raw, faults: &mut Faults) {
    lengths(raw, faults);
    release(raw, faults);
    ids(raw, faults);
    categories(raw, faults);
    features(raw, faults);
    for (_, topic) in &raw.topics {
        check_topic(topic, faults);
    }
    for source in &raw.sources {
        check_source(raw, source, faults);
    }
    for shared in &raw.shared {
        check_shared(shared, faults);
    }
    let known: BTreeSet<_> = raw.causes.iter().map(|(_, cause)| cause.entry.id.as_str()).collect();
    for retired in &raw.retired {
        let place = Place { file: &retired.file, entry: &retired.entry.id };
        if known.contains(retired.entry.id.as_str()) {
            place.fault(faults, "id", &retired.entry.id, "this id is in use; take one of them out");
        }
        sentence(place, faults, "reason", &retired.entry.reason);
        if let (Some(_), Some(look_alike)) = (&retired.entry.merged_into, &retired.entry.look_alike)
        {
            let remedy = "an entry has one successor: give merged_into or look_alike, not both";
            place.fault(faults, "look_alike", look_alike, remedy);
        }
    }
    for (_, cause) in &raw.causes {
        check_cause(cause, faults);
    }
    used(raw, faults);
}

fn release(raw: &Raw, faults: &mut Faults) {
    let Some(release) = &raw.release else { return };
    let place = Place { file: "data/release.toml", entry: "release" };
    for (field, value) in [("date", &release.date), ("hpo_release", &release.hpo_release)] {
        if !is_date(value, 3) {
            place.fault(faults, field, value, "write a day as YYYY-MM-DD");
        }
    }
}

/// Ids are unique within their kind and have the form of a slug.
fn ids(raw: &Raw, faults: &mut Faults) {
    fn check<'a>(ids: impl Iterator<Item = (&'a str, &'a str)>, faults: &mut Faults) {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for (file, id) in ids {
            let place = Place { file, entry: id };
            if let Some(first) = seen.insert(id, file) {
                let remedy = format!("this id stands in {first} already; every id is used once");
                place.fault(faults, "id", id, remedy);
            }
            if !is_slug(id) {
                place.fault(faults, "id", id, "use lower-case letters, digits, - and _ only");
            }
        }
    }
    check(raw.categories.iter().map(|e| (e.file.as_str(), e.entry.id.as_str())), faults);
    check(raw.shelves.iter().map(|e| (e.file.as_str(), e.entry.id.as_str())), faults);
    check(raw.contexts.iter().map(|e| (e.file.as_str(), e.entry.id.as_str())), faults);
    // Red flags, steps and tests are read on one page, and an address names an entry of a page.
    let work_up = [Kind::RedFlag, Kind::Step, Kind::Test];
    let pages =
        [&work_up[..], &[Kind::Type], &[Kind::Treatment], &[Kind::LookAlike], &[Kind::Term]];
    for kinds in pages {
        let topics = raw.topics.iter().filter(|(kind, _)| kinds.contains(kind));
        let topics = topics.map(|(_, topic)| (topic.file.as_str(), topic.entry.id.as_str()));
        check(topics, faults);
    }
    check(raw.unverified.iter().map(|e| (e.file.as_str(), e.entry.id.as_str())), faults);
    check(raw.super_groups.iter().map(|e| (e.file.as_str(), e.entry.id.as_str())), faults);
    for kind in Kind::ALL {
        let groups = raw.groups.iter().filter(|group| group.entry.of == kind.key());
        check(groups.map(|e| (e.file.as_str(), e.entry.id.as_str())), faults);
    }
    check(raw.retired.iter().map(|e| (e.file.as_str(), e.entry.id.as_str())), faults);
    check(raw.sources.iter().map(|e| (e.file.as_str(), e.entry.id.as_str())), faults);
    check(raw.shared.iter().map(|e| (e.file.as_str(), e.entry.id.as_str())), faults);
    check(raw.causes.iter().map(|(_, e)| (e.file.as_str(), e.entry.id.as_str())), faults);
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for (_, cause) in &raw.causes {
        let name = cause.entry.name.to_lowercase();
        if let Some(other) = names.insert(name, &cause.entry.id) {
            let place = Place { file: &cause.file, entry: &cause.entry.id };
            let remedy = format!("{other} has this name already; tell them apart by name");
            place.fault(faults, "name", &cause.entry.name, remedy);
        }
    }
}

fn categories(raw: &Raw, faults: &mut Faults) {
    for category in &raw.categories {
        let place = Place { file: &category.file, entry: &category.entry.id };
        sentence(place, faults, "name", &category.entry.name);
        sentence(place, faults, "explanation", &category.entry.explanation);
    }
    for unverified in &raw.unverified {
        let place = Place { file: &unverified.file, entry: &unverified.entry.id };
        filled(place, faults, "named", &unverified.entry.named);
        sentence(place, faults, "remark", &unverified.entry.remark);
    }
    for shelf in &raw.shelves {
        let place = Place { file: &shelf.file, entry: &shelf.entry.id };
        sentence(place, faults, "name", &shelf.entry.name);
        let RawShelf { id, category, super_group, .. } = &shelf.entry;
        if !raw.categories.iter().any(|it| it.entry.id == *category) {
            place.fault(faults, "category", category, "use an id of data/categories.toml");
        }
        let group = super_group.iter();
        for unknown in group.filter(|id| !raw.super_groups.iter().any(|it| it.entry.id == **id)) {
            place.fault(faults, "super_group", unknown, "use an id of data/super_groups.toml");
        }
        if !raw.hpo.diseases.iter().any(|disease| disease.shelf == *id) {
            place.fault(faults, "id", id, "no imported disease stands there; take it out");
        }
    }
    let super_groups = raw.super_groups.iter().map(|filed| {
        let RawSuperGroup { id, name, explanation, .. } = &filed.entry;
        (&filed.file, id, name, explanation)
    });
    let groups = raw.groups.iter().map(|filed| {
        let RawGroup { id, name, explanation, .. } = &filed.entry;
        (&filed.file, id, name, explanation)
    });
    for (file, entry, name, explanation) in super_groups.chain(groups) {
        let place = Place { file, entry };
        sentence(place, faults, "name", name);
        sentence(place, faults, "explanation", explanation);
    }
    for group in &raw.groups {
        if Kind::from_key(&group.entry.of).is_none() {
            let place = Place { file: &group.file, entry: &group.entry.id };
            let known = keys(Kind::ALL, Kind::key);
            place.fault(faults, "of", &group.entry.of, format!("use one of: {known}"));
        }
    }
    for context in &raw.contexts {
        let place = Place { file: &context.file, entry: &context.entry.id };
        sentence(place, faults, "meaning", &context.entry.meaning);
    }
}

fn features(raw: &Raw, faults: &mut Faults) {
    let mut labels = BTreeSet::new();
    let mut terms = BTreeSet::new();
    for feature in &raw.features {
        let RawFeature { label, hpo } = &feature.entry;
        let place = Place { file: &feature.file, entry: label };
        if !labels.insert(label) || !terms.insert(hpo) {
            place.fault(faults, "hpo", hpo, "label and term must each stand here once");
        }
        filled(place, faults, "label", label);
    }
}

fn check_source(raw: &Raw, source: &Filed<RawSource>, faults: &mut Faults) {
    let place = Place { file: &source.file, entry: &source.entry.id };
    let source = &source.entry;
    filled(place, faults, "title", &source.title);
    filled(place, faults, "seen_as", &source.seen_as);
    if let Some(provenance) = &source.provenance {
        filled(place, faults, "provenance", provenance);
    }
    if let Some(year) = source.year
        && !(1800..=2100).contains(&year)
    {
        place.fault(faults, "year", &year.to_string(), "a year of four digits, or no field");
    }
    if let Some(doi) = &source.doi
        && !(doi.starts_with("10.") && doi.contains('/') && !doi.contains(char::is_whitespace))
    {
        place.fault(faults, "doi", doi, "a DOI begins with 10. and has no address before it");
    }
    if let Some(pmid) = &source.pmid
        && (pmid.is_empty() || !pmid.bytes().all(|byte| byte.is_ascii_digit()))
    {
        place.fault(faults, "pmid", pmid, "a PubMed number is digits only");
    }
    for (field, url) in [("url", &source.url), ("copy_read_at", &source.copy_read_at)] {
        if let Some(url) = url
            && !(url.starts_with("https://") || url.starts_with("http://"))
        {
            place.fault(faults, field, url, "an address begins with https:// or http://");
        }
    }
    let accessed = source.accessed.as_ref().unwrap_or(&raw.accessed);
    if !is_date(accessed, 2) {
        place.fault(faults, "accessed", accessed, "write a month as YYYY-MM");
    }
}

fn check_topic(topic: &Filed<RawTopic>, faults: &mut Faults) {
    let place = Place { file: &topic.file, entry: &topic.entry.id };
    let topic = &topic.entry;
    sentence(place, faults, "name", &topic.name);
    names(place, faults, &topic.name, &topic.synonyms, &topic.lay_names);
    if let Some(hpo) = &topic.hpo
        && let Err(error) = hpo.parse::<HpoId>()
    {
        place.fault(faults, "hpo", hpo, error.to_string());
    }
    for (name, field) in &topic.fields {
        for words in field.text.iter().chain(&field.values) {
            sentence(place, faults, name, words);
        }
        claims(place, faults, name, &field.claims);
    }
}

/// The names of one entry are filled, hold no dose, and are all different.
fn names(
    place: Place<'_>,
    faults: &mut Faults,
    name: &str,
    synonyms: &[String],
    lay_names: &[String],
) {
    let mut seen = BTreeSet::from([name.to_lowercase()]);
    for (field, names) in [("synonyms", synonyms), ("lay_names", lay_names)] {
        for name in names {
            sentence(place, faults, field, name);
            if !seen.insert(name.to_lowercase()) {
                place.fault(faults, field, name, "this entry has this name already");
            }
        }
    }
}

fn check_shared(shared: &Filed<RawShared>, faults: &mut Faults) {
    let place = Place { file: &shared.file, entry: &shared.entry.id };
    let shared = &shared.entry;
    sentence(place, faults, "text", &shared.text);
    claims(place, faults, "claims", &shared.claims);
    match Basis::from_key(&shared.basis) {
        Some(basis) => {
            basis_of(place, faults, "basis", Some(basis), !shared.claims.is_empty());
        }
        None => {
            let known = keys(Basis::ALL, Basis::key);
            place.fault(faults, "basis", &shared.basis, format!("use one of: {known}"));
        }
    }
    if shared.field == "reversible" && shared.basis != Basis::Class.key() {
        let remedy = "what is said of one cause stands there; here only \"class\" has a place";
        place.fault(faults, "basis", &shared.basis, remedy);
    }
    match (shared.field.as_str(), &shared.value) {
        ("reversible", Some(_)) | ("management" | "note", None) => {}
        ("reversible", None) => place.fault(faults, "value", "", "give yes, partly or no"),
        ("management" | "note", Some(value)) => {
            place.fault(faults, "value", value, "only a statement on `reversible` has a value");
        }
        (other, _) => place.fault(faults, "field", other, "use reversible, management or note"),
    }
}

fn check_cause(cause: &Filed<RawCause>, faults: &mut Faults) {
    let place = Place { file: &cause.file, entry: &cause.entry.id };
    let cause = &cause.entry;
    sentence(place, faults, "name", &cause.name);
    names(place, faults, &cause.name, &cause.synonyms, &cause.lay_names);
    if let Some(urgency) = &cause.urgency {
        sentence(place, faults, "urgency.why", &urgency.why);
        sentence(place, faults, "urgency.act", &urgency.act);
    }
    if let Some(subgroup) = &cause.subgroup {
        sentence(place, faults, "subgroup", subgroup);
    }
    for same in &cause.same_as {
        if let Err(error) = same.parse::<RegistryId>() {
            place.fault(faults, "same_as", same, error.to_string());
        }
    }
    if cause.claims.is_empty() {
        let remedy = "name a source that says that this causes myoclonus";
        place.fault(faults, "claims", "", remedy);
    }
    let axes = AXES.iter().map(|axis| axis.key).zip(&cause.axes);
    let others = [("context", &cause.context), ("first_tests", &cause.first_tests)];
    for (field, recorded) in axes.chain(others) {
        let Some(recorded) = recorded else { continue };
        let mut seen = BTreeSet::new();
        for value in &recorded.values {
            sentence(place, faults, field, value);
            if !seen.insert(value) {
                place.fault(faults, field, value, "this value stands here twice");
            }
        }
    }
    let mut seen = BTreeSet::new();
    for found in cause.features.iter().flat_map(|features| &features.values) {
        if !seen.insert(&found.feature) {
            place.fault(faults, "features", &found.feature, "this feature stands here twice");
        }
    }
    for (field, statement) in [("management", &cause.management), ("note", &cause.note)] {
        if let Some(text) = statement.as_ref().and_then(|statement| statement.text.as_deref()) {
            sentence(place, faults, field, text);
        }
    }
    for (field, raw) in all_claims(cause) {
        claims(place, faults, &field, raw);
    }
}

/// Every list of claims in a cause, with its field. The pattern names each field of the record, so
/// that the compiler asks about a new one here.
fn all_claims(cause: &RawCause) -> Vec<(String, &[RawClaim])> {
    fn of<T>(recorded: &Option<RawRecorded<T>>) -> &[RawClaim] {
        recorded.as_ref().map_or(&[], |recorded| &recorded.claims)
    }
    fn said(statement: &Option<RawStatement>) -> &[RawClaim] {
        statement.as_ref().map_or(&[], |statement| &statement.claims)
    }
    let RawCause {
        id: _,
        name: _,
        synonyms: _,
        lay_names: _,
        super_group: _,
        subgroup: _,
        umbrella: _,
        strength: _,
        same_as: _,
        claims,
        axes,
        reversible,
        urgency,
        features,
        context,
        first_tests,
        management,
        note,
        annotated: _,
    } = cause;
    let axes = AXES.iter().zip(axes).map(|(axis, it)| (format!("{}.claims", axis.key), of(it)));
    let others: [(String, &[RawClaim]); _] = [
        ("claims".into(), claims.as_slice()),
        ("urgency.claims".into(), urgency.as_ref().map_or(&[], |urgency| &urgency.claims)),
        (
            "reversible.claims".into(),
            reversible.as_ref().map_or(&[], |reversible| &reversible.claims),
        ),
        ("features.claims".into(), of(features)),
        ("context.claims".into(), of(context)),
        ("first_tests.claims".into(), of(first_tests)),
        ("management.claims".into(), said(management)),
        ("note.claims".into(), said(note)),
    ];
    axes.chain(others).collect()
}

/// Claims are not repeated, and their details hold no dose.
fn claims(place: Place<'_>, faults: &mut Faults, field: &str, raw: &[RawClaim]) {
    let mut seen = BTreeSet::new();
    for claim in raw {
        if !seen.insert((&claim.source, &claim.detail, &claim.about)) {
            place.fault(faults, field, &claim.source, "the same claim stands here twice");
        }
        if let Some(about) = &claim.about
            && !(field == "context.claims" && matches!(about.as_str(), "drug class" | "exposure"))
        {
            let remedy = "only a claim on context has this: \"drug class\" or \"exposure\"";
            place.fault(faults, field, about, remedy);
        }
        if let Some(detail) = &claim.detail {
            sentence(place, faults, field, detail);
        }
    }
}

/// Nothing lies about that no entry refers to: it would be dead, or its entry is misspelt.
fn used(raw: &Raw, faults: &mut Faults) {
    let causes = || raw.causes.iter().map(|(_, cause)| &cause.entry);
    let features: BTreeSet<&str> = causes()
        .flat_map(|cause| cause.features.iter().flat_map(|features| &features.values))
        .map(|found| found.feature.as_str())
        .collect();
    let contexts: BTreeSet<&str> = causes()
        .flat_map(|cause| cause.context.iter().flat_map(|context| &context.values))
        .map(String::as_str)
        .collect();
    let shared: BTreeSet<&str> = causes()
        .flat_map(|cause| {
            let statements = [&cause.management, &cause.note];
            let said = statements.into_iter().flatten().filter_map(|said| said.shared.as_deref());
            said.chain(cause.reversible.iter().filter_map(|r| r.shared.as_deref()))
        })
        .collect();
    let words: BTreeSet<&str> = causes()
        .flat_map(|cause| cause.first_tests.iter().flat_map(|tests| &tests.values))
        .chain(raw.topics.iter().flat_map(|(_, topic)| {
            topic.entry.fields.values().flat_map(|field| field.text.iter().chain(&field.values))
        }))
        .map(String::as_str)
        .collect();
    for filed in raw.links.iter().filter(|e| !words.contains(e.entry.words.as_str())) {
        let place = Place { file: &filed.file, entry: &filed.entry.words };
        place.fault(faults, "words", &filed.entry.words, "no entry has these words: mend them");
    }
    let remedy = "no cause uses it: use it or take it out";
    for filed in raw.features.iter().filter(|e| !features.contains(e.entry.label.as_str())) {
        Place { file: &filed.file, entry: &filed.entry.label }.fault(
            faults,
            "label",
            &filed.entry.label,
            remedy,
        );
    }
    for filed in raw.contexts.iter().filter(|e| !contexts.contains(e.entry.id.as_str())) {
        let place = Place { file: &filed.file, entry: &filed.entry.id };
        place.fault(faults, "id", &filed.entry.id, remedy);
    }
    for filed in raw.shared.iter().filter(|e| !shared.contains(e.entry.id.as_str())) {
        let place = Place { file: &filed.file, entry: &filed.entry.id };
        place.fault(faults, "id", &filed.entry.id, remedy);
    }
}

/// The keys of a vocabulary, as a list to read.
fn keys<T: Copy>(all: &[T], key_of: fn(T) -> &'static str) -> String {
    all.iter().map(|value| key_of(*value)).collect::<Vec<_>>().join(", ")
}

/// A text is there and is not only blank.
fn filled(place: Place<'_>, faults: &mut Faults, field: &str, text: &str) {
    if text.trim().is_empty() || text.trim() != text {
        place.fault(faults, field, text, "write some text, without blanks at its ends");
    }
}

/// A text that readers see: it is there, and it holds no dose.
fn sentence(place: Place<'_>, faults: &mut Faults, field: &str, text: &str) {
    filled(place, faults, field, text);
    if let Some(found) = dose::find(text) {
        let remedy = format!("{found:?} is a dose; say it without the amount or the schedule");
        place.fault(faults, field, text, remedy);
    }
}

/// Lower-case letters, digits, `-` and `_`, and at least one of them.
fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'))
}

/// A year, month and, with three parts, day, in numbers and joined by hyphens.
fn is_date(text: &str, parts: usize) -> bool {
    let forms = [(4, 1..=9999), (2, 1..=12), (2, 1..=31)];
    let split: Vec<&str> = text.split('-').collect();
    split.len() == parts
        && split.iter().zip(forms).all(|(part, (length, range))| {
            part.len() == length && part.parse::<u16>().is_ok_and(|number| range.contains(&number))
        })
}

/// Positions in the tables are numbers of 16 bits.
fn lengths(raw: &Raw, faults: &mut Faults) {
    for (file, entries) in [
        ("data/causes", raw.causes.len()),
        ("data/categories.toml", raw.categories.len()),
        ("data/context.toml", raw.contexts.len()),
        ("data/hpo/terms.tsv", raw.hpo.terms.len()),
        (
            "data/hpo/annotations.tsv",
            raw.hpo.diseases.iter().map(|disease| disease.annotations.len()).sum(),
        ),
        ("data/sources.toml", raw.sources.len()),
        ("data/groups.toml", raw.groups.len()),
        ("the files of topics", raw.topics.len()),
    ] {
        if entries > usize::from(u16::MAX) {
            let remedy = "the ids of src/catalogue/id.rs hold 65535 entries; widen them first";
            Place { file, entry: "file" }.fault(faults, "length", &entries.to_string(), remedy);
        }
    }
}
