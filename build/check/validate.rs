//! The rules for every entry that need no reference to be resolved.
//!
//! Each rule reports all its faults. Knows nothing of positions and tables (`resolve`) and nothing
//! of the generated code (`write`).

use std::collections::{BTreeMap, BTreeSet};

use super::basis::basis_of;
use super::{dose, figures, opening, single_reports, urgency as grades, wording};
use crate::pipeline::axis::{AXES, AxisId};
use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::hpo_id::HpoId;
use crate::pipeline::kind::Kind;
use crate::pipeline::read::filed::Filed;
use crate::pipeline::read::load::Raw;
use crate::pipeline::read::paths;
use crate::pipeline::read::schema::*;
use crate::pipeline::registry_id::RegistryId;
use crate::pipeline::vocabulary::Basis;

/// Checks all rules.
pub fn validate(raw: &Raw, faults: &mut Faults) {
    lengths(raw, faults);
    release(raw, faults);
    ids(raw, faults);
    cause_names(raw, faults);
    orders(raw, faults);
    shelves(raw, faults);
    features(raw, faults);
    subcategories(raw, faults);
    retired(raw, faults);
    for (kind, topic) in &raw.topics {
        check_topic(*kind, topic, faults);
    }
    for (_, source) in &raw.sources {
        check_source(source, faults);
    }
    for shared in &raw.shared {
        check_shared(shared, faults);
    }
    for (_, cause) in &raw.causes {
        check_cause(cause, faults);
    }
    single_reports::reversibility(raw, faults);
    used(raw, faults);
}

/// Ids have 32 bits, but lists of positions, ranges of annotations and values of facets have 16.
fn lengths(raw: &Raw, faults: &mut Faults) {
    let annotations = raw.hpo.diseases.iter().map(|disease| disease.annotations.len()).sum();
    for (file, entries) in [
        (paths::CAUSES, raw.causes.len()),
        (paths::CATEGORIES, raw.categories.len()),
        (paths::DIVISIONS, raw.divisions.len()),
        (paths::CONTEXT, raw.contexts.len()),
        (paths::TERMS, raw.hpo.terms.len()),
        (paths::ANNOTATIONS, annotations),
        (paths::SOURCES, raw.sources.len()),
        (paths::SECTIONS, raw.sections.len()),
        ("data/topics", raw.topics.len()),
    ] {
        if entries > usize::from(u16::MAX) {
            let remedy =
                "the u16 in src/catalogue/ and src/facet/ hold 65535 entries; widen them first";
            Place { file, entry: "file" }.fault(faults, "length", &entries.to_string(), remedy);
        }
    }
}

fn release(raw: &Raw, faults: &mut Faults) {
    let Some(RawRelease { date, hpo_release, sources_read }) = &raw.release else { return };
    let place = Place { file: paths::RELEASE, entry: "release" };
    for (field, value) in [("date", date), ("hpo_release", hpo_release)] {
        if !is_date(value, 3) {
            place.fault(faults, field, value, "write a day as YYYY-MM-DD");
        }
    }
    if !is_date(sources_read, 2) {
        place.fault(faults, "sources_read", sources_read, "write a month as YYYY-MM");
    }
}

/// Ids are unique within their kind and have the form of a slug.
fn ids(raw: &Raw, faults: &mut Faults) {
    fn check<'a>(ids: impl Iterator<Item = (&'a String, &'a String)>, faults: &mut Faults) {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for (file, id) in ids {
            let place = Place { file, entry: id };
            if let Some(first) = seen.insert(id, file) {
                let remedy = format!("{first} has this id already; use every id once");
                place.fault(faults, "id", id, remedy);
            }
            if !is_slug(id) {
                place.fault(faults, "id", id, "use lower-case letters, digits, - and _ only");
            }
        }
    }
    check(raw.subcategories.iter().map(|it| (&it.file, &it.entry.id)), faults);
    check(raw.divisions.iter().map(|it| (&it.file, &it.entry.id)), faults);
    check(raw.categories.iter().map(|it| (&it.file, &it.entry.id)), faults);
    check(raw.shelves.iter().map(|it| (&it.file, &it.entry.id)), faults);
    check(raw.contexts.iter().map(|it| (&it.file, &it.entry.id)), faults);
    check(raw.shared.iter().map(|it| (&it.file, &it.entry.id)), faults);
    check(raw.retired.iter().map(|it| (&it.file, &it.entry.id)), faults);
    check(raw.unverified.iter().map(|it| (&it.file, &it.entry.id)), faults);
    check(raw.sources.iter().map(|(_, it)| (&it.file, &it.entry.id)), faults);
    check(raw.causes.iter().map(|(_, it)| (&it.file, &it.entry.id)), faults);
    for kind in Kind::ALL {
        let groups = raw.sections.iter().filter(|it| it.entry.of == kind.key());
        check(groups.map(|it| (&it.file, &it.entry.id)), faults);
    }
    // An address names an entry of a page, so the kinds of one page share their ids.
    let pages: BTreeSet<&str> = Kind::ALL.iter().map(|kind| kind.definition().page).collect();
    for here in pages {
        let topics = raw.topics.iter().filter(|(kind, _)| kind.definition().page == here);
        check(topics.map(|(_, it)| (&it.file, &it.entry.id)), faults);
    }
}

fn cause_names(raw: &Raw, faults: &mut Faults) {
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for (_, cause) in &raw.causes {
        let name = cause.entry.name.to_lowercase();
        if let Some(other) = names.insert(name, &cause.entry.id) {
            let remedy = format!("{other} has this name already; give each cause its own name");
            cause.place(&cause.entry.id).fault(faults, "name", &cause.entry.name, remedy);
        }
    }
}

/// Everything that orders other entries has a name and an explanation.
fn orders(raw: &Raw, faults: &mut Faults) {
    let categories = raw.categories.iter().map(|filed| {
        let RawCategory { id, name, division: _, explanation } = &filed.entry;
        (filed.place(id), name, explanation)
    });
    let divisions = raw.divisions.iter().map(|filed| {
        let RawDivision { id, name, explanation, acquired: _ } = &filed.entry;
        (filed.place(id), name, explanation)
    });
    let groups = raw.sections.iter().map(|filed| {
        let RawSection { of: _, id, name, explanation } = &filed.entry;
        (filed.place(id), name, explanation)
    });
    for (place, name, explanation) in categories.chain(divisions).chain(groups) {
        sentence(place, faults, "name", name);
        sentence(place, faults, "explanation", explanation);
    }
    for group in &raw.sections {
        if Kind::from_key(&group.entry.of).is_none() {
            let remedy = format!("use one of: {}", keys(Kind::ALL, Kind::key));
            group.place(&group.entry.id).fault(faults, "of", &group.entry.of, remedy);
        }
    }
    for context in &raw.contexts {
        let RawContext { id, meaning, .. } = &context.entry;
        sentence(context.place(id), faults, "meaning", meaning);
    }
    for unverified in &raw.unverified {
        let RawUnverified { id, named, remark } = &unverified.entry;
        filled(unverified.place(id), faults, "named", named);
        sentence(unverified.place(id), faults, "remark", remark);
    }
}

fn shelves(raw: &Raw, faults: &mut Faults) {
    for shelf in &raw.shelves {
        let RawShelf { id, name, category, division } = &shelf.entry;
        let place = shelf.place(id);
        sentence(place, faults, "name", name);
        if !raw.categories.iter().any(|it| it.entry.id == *category) {
            let remedy = format!("use an id of {}", paths::CATEGORIES);
            place.fault(faults, "category", category, remedy);
        }
        if let Some(division) = division
            && !raw.divisions.iter().any(|it| it.entry.id == *division)
        {
            let remedy = format!("use an id of {}", paths::DIVISIONS);
            place.fault(faults, "division", division, remedy);
        }
        if !raw.hpo.diseases.iter().any(|disease| disease.shelf == *id) {
            place.fault(faults, "id", id, "no imported disease has this shelf; remove it");
        }
    }
}

fn subcategories(raw: &Raw, faults: &mut Faults) {
    let mut names = BTreeSet::new();
    for filed in &raw.subcategories {
        let RawSubcategory { id, name } = &filed.entry;
        sentence(filed.place(id), faults, "name", name);
        if !names.insert(name) {
            filed.place(id).fault(faults, "name", name, "another subcategory has this name");
        }
    }
}

fn features(raw: &Raw, faults: &mut Faults) {
    let mut labels = BTreeSet::new();
    let mut terms = BTreeSet::new();
    for feature in &raw.features {
        let RawFeature { label, hpo } = &feature.entry;
        let place = feature.place(label);
        if !labels.insert(label) || !terms.insert(hpo) {
            place.fault(faults, "hpo", hpo, "list each label and each term once");
        }
        filled(place, faults, "label", label);
    }
}

fn retired(raw: &Raw, faults: &mut Faults) {
    let known: BTreeSet<_> = raw.causes.iter().map(|(_, cause)| &cause.entry.id).collect();
    for retired in &raw.retired {
        let RawRetired { id, merged_into, look_alike, reason } = &retired.entry;
        let place = retired.place(id);
        if known.contains(id) {
            place.fault(faults, "id", id, "a cause has this id; remove one of them");
        }
        sentence(place, faults, "reason", reason);
        if let (Some(_), Some(look_alike)) = (merged_into, look_alike) {
            let remedy = "an entry has one successor: give merged_into or look_alike, not both";
            place.fault(faults, "look_alike", look_alike, remedy);
        }
    }
}

fn check_source(source: &Filed<RawSource>, faults: &mut Faults) {
    let RawSource {
        id,
        title,
        authors: _,
        year,
        container,
        doi,
        pmid,
        url,
        copy_read_at,
        seen_as,
        provenance,
        accessed,
    } = &source.entry;
    let place = source.place(id);
    filled(place, faults, "title", title);
    for title in std::iter::once(title).chain(container) {
        let Some(found) = wording::remark_in_title(title) else { continue };
        let remedy = format!(
            "\"{found}\" is a remark of ours; put our description of a text into square brackets, \
             the whole of it if the title was not visible",
        );
        place.fault(faults, "title", title, &remedy);
    }
    filled(place, faults, "seen_as", seen_as);
    if let Some(provenance) = provenance {
        filled(place, faults, "provenance", provenance);
    }
    if let Some(year) = year
        && !(1800..=2100).contains(year)
    {
        place.fault(faults, "year", &year.to_string(), "write four digits, or remove the field");
    }
    if let Some(doi) = doi
        && !(doi.starts_with("10.") && doi.contains('/') && !doi.contains(char::is_whitespace))
    {
        place.fault(faults, "doi", doi, "a DOI begins with 10. and has no address before it");
    }
    if let Some(pmid) = pmid
        && (pmid.is_empty() || !pmid.bytes().all(|byte| byte.is_ascii_digit()))
    {
        place.fault(faults, "pmid", pmid, "a PubMed number has digits only");
    }
    for (field, url) in [("url", url), ("copy_read_at", copy_read_at)] {
        if let Some(url) = url
            && !(url.starts_with("https://") || url.starts_with("http://"))
        {
            place.fault(faults, field, url, "an address begins with https:// or http://");
        }
    }
    if let Some(accessed) = accessed
        && !is_date(accessed, 2)
    {
        place.fault(faults, "accessed", accessed, "write a month as YYYY-MM");
    }
}

/// The fields of topics whose text is a few words, not a sentence.
const PHRASES: &[&str] = &["class", "how_soon", "looks_for", "when"];

fn check_topic(kind: Kind, topic: &Filed<RawTopic>, faults: &mut Faults) {
    let RawTopic {
        id,
        name,
        synonyms,
        lay_names,
        section: _,
        parent: _,
        related: _,
        hpo,
        said_as,
        lead,
        short: _,
        themes: _,
        due: _,
        parts,
        timings,
        effects,
        fields,
    } = &topic.entry;
    let place = topic.place(id);
    sentence(place, faults, "name", name);
    names(place, faults, name, synonyms, lay_names);
    if let Some(hpo) = hpo
        && let Err(error) = hpo.parse::<HpoId>()
    {
        place.fault(faults, "hpo", hpo, error.to_string());
    }
    opening::lead(place, faults, lead.as_deref());
    if let Some(words) = said_as.first().filter(|_| kind != Kind::Treatment) {
        place.fault(faults, "said_as", words, "only treatments are looked for in texts: remove it");
    }
    figures::urgency_of_topic(place, faults, kind, &topic.entry);
    figures::parts(place, faults, parts.as_ref());
    figures::timings(place, faults, timings);
    figures::effects(place, faults, effects);
    for (name, RawField { text, values, basis: _, claims: said }) in fields {
        if let Some(text) = text {
            opening::text(place, faults, name, text);
        }
        for words in text.iter().chain(values) {
            sentence(place, faults, name, words);
        }
        if let Some(text) = text.as_ref().filter(|_| !PHRASES.contains(&name.as_str())) {
            finished(place, faults, name, text);
        }
        if let (Some(text), "note" | "why") = (text, name.as_str()) {
            subject(place, faults, name, text);
        }
        claims(place, faults, name, said);
    }
}

/// The names of one entry are filled, contain no dose, and are all different.
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
    let RawShared { id, field, value, basis, text, claims: said } = &shared.entry;
    let place = shared.place(id);
    full_sentence(place, faults, "text", text);
    claims(place, faults, "claims", said);
    match Basis::from_key(basis) {
        Some(basis) => {
            basis_of(place, faults, "basis", Some(basis), !said.is_empty());
        }
        None => {
            let remedy = format!("use one of: {}", keys(Basis::ALL, Basis::key));
            place.fault(faults, "basis", basis, remedy);
        }
    }
    if field == "reversible" && basis != Basis::Class.key() {
        let remedy = "only \"class\" fits here; a statement on one cause belongs to that cause";
        place.fault(faults, "basis", basis, remedy);
    }
    match (field.as_str(), value) {
        ("reversible", Some(_)) | ("management" | "note", None) => {}
        ("reversible", None) => place.fault(faults, "value", "", "give yes, partly or no"),
        ("management" | "note", Some(value)) => {
            place.fault(faults, "value", value, "only a statement on `reversible` has a value");
        }
        (other, _) => place.fault(faults, "field", other, "use reversible, management or note"),
    }
}

/// Checks all texts and claims of a cause. The pattern names each field of the record, so the
/// compiler asks here about a new one: a list that is left out would not be searched for doses.
fn check_cause(cause: &Filed<RawCause>, faults: &mut Faults) {
    let RawCause {
        id,
        name,
        synonyms,
        lay_names,
        division: _,
        subcategory: _,
        is_group: _,
        weakness: _,
        same_as,
        lead,
        claims: own,
        plain,
        clinical,
        axes,
        parts,
        timings,
        shares,
        reversible,
        urgency,
        features,
        context,
        first_tests,
        genes,
        management,
        worsened_by,
        note,
        annotated: _,
    } = &cause.entry;
    let place = cause.place(id);
    sentence(place, faults, "name", name);
    names(place, faults, name, synonyms, lay_names);
    for same in same_as {
        if let Err(error) = same.parse::<RegistryId>() {
            place.fault(faults, "same_as", same, error.to_string());
        }
    }
    if own.is_empty() {
        place.fault(faults, "claims", "", "name a source that says that this causes myoclonus");
    }
    claims(place, faults, "claims", own);
    opening::lead(place, faults, lead.as_deref());
    figures::parts(place, faults, parts.as_ref());
    figures::timings(place, faults, timings);
    figures::shares(place, faults, shares);
    let axes = AXES.iter().map(|axis| axis.key).zip(axes);
    let others = [("context", context), ("first_tests", first_tests), ("genes", genes)];
    for (field, recorded) in axes.chain(others) {
        let Some(RawRecorded { values, claims: said }) = recorded else { continue };
        let mut seen = BTreeSet::new();
        for value in values {
            sentence(place, faults, field, value);
            if !seen.insert(value) {
                place.fault(faults, field, value, "give each value once");
            }
        }
        claims(place, faults, &format!("{field}.claims"), said);
    }
    if let Some(ages) = &cause.entry.axes[AxisId::AGE_GROUPS.index()] {
        let known = AXES[AxisId::AGE_GROUPS.index()].values;
        let place_of = |age: &String| known.iter().position(|value| value.key == age.as_str());
        if !ages.values.is_sorted_by_key(place_of) {
            let remedy = "begin with the youngest";
            place.fault(faults, "age_groups", &ages.values.join(", "), remedy);
        }
    }
    if let Some(RawRecorded { values, claims: said }) = features {
        let mut seen = BTreeSet::new();
        for RawFound { feature, frequency: _ } in values {
            if !seen.insert(feature) {
                place.fault(faults, "features", feature, "give each feature once");
            }
        }
        claims(place, faults, "features.claims", said);
    }
    if let Some(RawReversible { value: _, shared: _, claims: said }) = reversible {
        claims(place, faults, "reversible.claims", said);
    }
    if let Some(RawUrgency { grade, why, act, act_basis: _, claims: said }) = urgency {
        full_sentence(place, faults, "urgency.why", why);
        full_sentence(place, faults, "urgency.act", act);
        grades::grade_fits_act(place, faults, grade, act);
        if let Some(RawStatement { shared: Some(shared), .. }) = management {
            grades::grade_fits_management(place, faults, grade, shared);
        }
        claims(place, faults, "urgency.claims", said);
    }
    if let Some(RawWorsenedBy { values, text, claims: said }) = worsened_by {
        let mut seen = BTreeSet::new();
        for value in values {
            sentence(place, faults, "worsened_by", value);
            if !seen.insert(value) {
                place.fault(faults, "worsened_by", value, "give each value once");
            }
        }
        full_sentence(place, faults, "worsened_by.text", text);
        claims(place, faults, "worsened_by.claims", said);
    }
    let statements: [(&str, &Option<RawStatement>, Rule); 4] = [
        ("plain", plain, opening_text),
        ("clinical", clinical, opening_text),
        ("management", management, full_sentence),
        ("note", note, full_sentence),
    ];
    for (field, statement, rule) in statements {
        let Some(RawStatement { text, shared: _, basis: _, claims: said }) = statement else {
            continue;
        };
        if let Some(text) = text {
            rule(place, faults, field, text);
        }
        claims(place, faults, &format!("{field}.claims"), said);
    }
}

/// What the text of a field must be like.
type Rule = fn(Place<'_>, &mut Faults, &str, &str);

/// A text that opens an entry. It may begin without a subject: exact terms for clinicians are often
/// given without a verb.
fn opening_text(place: Place<'_>, faults: &mut Faults, field: &str, text: &str) {
    sentence(place, faults, field, text);
    finished(place, faults, field, text);
    opening::text(place, faults, field, text);
}

/// Claims are not repeated, and their details contain no dose.
pub(super) fn claims(place: Place<'_>, faults: &mut Faults, field: &str, raw: &[RawClaim]) {
    let mut seen = BTreeSet::new();
    for RawClaim { source, detail, about } in raw {
        if !seen.insert((source, detail, about)) {
            place.fault(faults, field, source, "give each claim once");
        }
        if let Some(about) = about
            && !(field == "context.claims" && matches!(about.as_str(), "drug class" | "exposure"))
        {
            let remedy = "only a claim on context has this: \"drug class\" or \"exposure\"";
            place.fault(faults, field, about, remedy);
        }
        if let Some(detail) = detail {
            sentence(place, faults, field, detail);
        }
    }
}

/// Every entry that others refer to is used. One that is not is obsolete, or its name is misspelt.
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
            said.chain(cause.reversible.iter().filter_map(|it| it.shared.as_deref()))
        })
        .collect();
    let words: BTreeSet<&str> = causes()
        .flat_map(|cause| {
            let tests = cause.first_tests.iter().flat_map(|tests| &tests.values);
            tests.chain(cause.worsened_by.iter().flat_map(|medicines| &medicines.values))
        })
        .chain(raw.topics.iter().flat_map(|(_, topic)| {
            topic.entry.fields.values().flat_map(|field| field.text.iter().chain(&field.values))
        }))
        .map(String::as_str)
        .collect();
    for filed in &raw.links {
        let entry = &filed.entry.words;
        if !words.contains(entry.as_str()) {
            filed.place(entry).fault(
                faults,
                "words",
                entry,
                "no entry has these words: correct them",
            );
        }
    }
    let remedy = "no cause uses it: use it or remove it";
    let subcategories: BTreeSet<&str> =
        causes().filter_map(|cause| cause.subcategory.as_deref()).collect();
    for filed in raw.subcategories.iter().filter(|it| !subcategories.contains(&*it.entry.name)) {
        let RawSubcategory { id, name } = &filed.entry;
        filed.place(id).fault(faults, "name", name, remedy);
    }
    for filed in raw.features.iter().filter(|it| !features.contains(it.entry.label.as_str())) {
        let label = &filed.entry.label;
        filed.place(label).fault(faults, "label", label, remedy);
    }
    for filed in raw.contexts.iter().filter(|it| !contexts.contains(it.entry.id.as_str())) {
        let id = &filed.entry.id;
        filed.place(id).fault(faults, "id", id, remedy);
    }
    for filed in raw.shared.iter().filter(|it| !shared.contains(it.entry.id.as_str())) {
        let id = &filed.entry.id;
        filed.place(id).fault(faults, "id", id, remedy);
    }
}

/// The keys of a vocabulary, separated by commas.
fn keys<T: Copy>(all: &[T], key_of: fn(T) -> &'static str) -> String {
    all.iter().map(|value| key_of(*value)).collect::<Vec<_>>().join(", ")
}

/// A text is not blank and has no blanks at its ends.
fn filled(place: Place<'_>, faults: &mut Faults, field: &str, text: &str) {
    if text.trim().is_empty() || text.trim() != text {
        place.fault(faults, field, text, "write some text, without blanks at its ends");
    }
}

/// A text that readers see whole is such a text, is finished and begins with a subject.
fn full_sentence(place: Place<'_>, faults: &mut Faults, field: &str, text: &str) {
    sentence(place, faults, field, text);
    finished(place, faults, field, text);
    subject(place, faults, field, text);
}

/// Sentences begin with a capital and end with a full stop.
fn finished(place: Place<'_>, faults: &mut Faults, field: &str, text: &str) {
    if let Some(remedy) = wording::unfinished(text) {
        place.fault(faults, field, text, remedy);
    }
}

/// The first sentence of a text has a subject.
fn subject(place: Place<'_>, faults: &mut Faults, field: &str, text: &str) {
    if let Some(opening) = wording::without_subject(text) {
        let remedy = format!("{opening:?} has no subject; say who or what, such as \"the jerks\"");
        place.fault(faults, field, text, remedy);
    }
}

/// A text that readers see is filled, contains no dose and no remark to curators.
pub(super) fn sentence(place: Place<'_>, faults: &mut Faults, field: &str, text: &str) {
    filled(place, faults, field, text);
    if let Some(found) = dose::find(text) {
        let remedy = format!("{found:?} is a dose; say it without the amount or the schedule");
        place.fault(faults, field, text, remedy);
    }
    if let Some((found, instead)) = wording::remark(text) {
        let remedy = format!("{found:?} is a remark to curators; {instead}");
        place.fault(faults, field, text, remedy);
    }
}

/// Lower-case letters, digits, `-` and `_`, and at least one of them.
fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'))
}

/// A year, month and, with three parts, day, in numbers joined by hyphens.
fn is_date(text: &str, parts: usize) -> bool {
    let forms = [(4, 1..=9999), (2, 1..=12), (2, 1..=31)];
    let split: Vec<&str> = text.split('-').collect();
    split.len() == parts
        && split.iter().zip(forms).all(|(part, (length, range))| {
            part.len() == length && part.parse::<u16>().is_ok_and(|number| range.contains(&number))
        })
}
