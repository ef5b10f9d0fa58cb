//! Writes the checked data as Rust `static` tables of the catalogue's own types.
//!
//! Knows the shape of these types, and nothing of files, faults or rules.

use std::fmt::Write;

use super::load::Raw;
use super::resolve::{Cause, Claims, Resolved, Reversible, Sentence, Values};

/// The source text of the tables, to be included in `src/catalogue/embedded.rs`.
pub fn emit(raw: &Raw, resolved: &Resolved<'_>) -> String {
    let mut code = String::with_capacity(1 << 20);
    let release = raw.release.as_ref();
    let date = release.map_or("", |release| &release.date);
    let hpo_release = release.map_or("", |release| &release.hpo_release);
    line(&mut code, format_args!("pub(super) const DATE: &str = {date:?};"));
    line(&mut code, format_args!("pub(super) const HPO_RELEASE: &str = {hpo_release:?};"));
    table(&mut code, "CATEGORIES", "Category", &raw.categories, |filed| {
        let entry = &filed.entry;
        let (slug, name, explanation) = (&entry.id, &entry.name, &entry.explanation);
        format!("Category {{ slug: {slug:?}, name: {name:?}, explanation: {explanation:?} }}")
    });
    table(&mut code, "FEATURES", "Feature", &raw.features, |filed| {
        format!("Feature {{ hpo: {:?}, label: {:?} }}", filed.entry.hpo, filed.entry.label)
    });
    table(&mut code, "CONTEXTS", "Context", &raw.contexts, |filed| {
        format!("Context {{ slug: {:?}, meaning: {:?} }}", filed.entry.id, filed.entry.meaning)
    });
    let mut kinds = resolved.kinds.iter();
    table(&mut code, "SOURCES", "Source", &raw.sources, |filed| {
        let entry = &filed.entry;
        format!(
            "Source {{ slug: {:?}, title: {:?}, authors: {:?}, year: {:?}, container: {:?}, \
             doi: {:?}, pmid: {:?}, url: {:?}, kind: SourceKind::{:?}, seen_as: {:?} }}",
            entry.id,
            entry.title,
            entry.authors,
            entry.year,
            entry.container,
            entry.doi,
            entry.pmid,
            entry.url,
            kinds.next().expect("there is a kind for every source"),
            entry.seen_as,
        )
    });
    let mut targets = resolved.merged_into.iter();
    table(&mut code, "RETIRED", "Retired", &raw.retired, |filed| {
        let target = targets.next().expect("there is a target, or none, for every retired id");
        format!(
            "Retired {{ slug: {:?}, merged_into: {}, reason: {:?} }}",
            filed.entry.id,
            option(target.map(|position| format!("CauseId({position})"))),
            filed.entry.reason,
        )
    });
    table(&mut code, "CAUSES", "Cause", &resolved.causes, cause);
    code
}

fn cause(cause: &Cause<'_>) -> String {
    let raw = cause.raw;
    let mut code = String::from("Cause { ");
    let mut field = |name: &str, value: String| {
        write!(code, "{name}: {value}, ").expect("writing to a string cannot fail");
    };
    field("slug", format!("{:?}", raw.id));
    field("name", format!("{:?}", raw.name));
    field("synonyms", format!("&{:?}", raw.synonyms));
    field("category", format!("CategoryId({})", cause.category));
    field("subgroup", format!("{:?}", raw.subgroup));
    field("umbrella", format!("{:?}", raw.umbrella));
    field("weakness", option(cause.weakness.map(|value| format!("Weakness::{value:?}"))));
    field("same_as", format!("&{:?}", raw.same_as));
    field("claims", claims(&cause.claims));
    field("course", recorded(&cause.course));
    field("age_groups", recorded(&cause.age_groups));
    field("contraction", recorded(&cause.contraction));
    field("distribution", recorded(&cause.distribution));
    field("generator", recorded(&cause.generator));
    field("provocation", recorded(&cause.provocation));
    field(
        "reversible",
        option(cause.reversible.as_ref().map(|Reversible { value, said_of_group, claims: said }| {
            let said = claims(said);
            format!(
                "Reversible {{ value: Reversibility::{value:?}, said_of_group: {said_of_group:?}, \
                 claims: {said} }}"
            )
        })),
    );
    field("features", recorded(&cause.features));
    field("context", recorded(&cause.context));
    field("first_tests", recorded(&cause.first_tests));
    field("management", statement(cause.management.as_ref()));
    field("note", statement(cause.note.as_ref()));
    code.push('}');
    code
}

fn recorded(values: &Values) -> String {
    let list = values.code.join(", ");
    format!("Recorded {{ values: &[{list}], claims: {} }}", claims(&values.claims))
}

fn statement(sentence: Option<&Sentence>) -> String {
    option(sentence.map(|Sentence { text, basis, claims: said }| {
        let said = claims(said);
        format!("Statement {{ text: {text:?}, basis: Basis::{basis:?}, claims: {said} }}")
    }))
}

fn claims(claims: &Claims) -> String {
    let each = claims.iter().map(|(source, detail)| {
        format!("Claim {{ source: SourceId({source}), detail: {detail:?} }}")
    });
    format!("&[{}]", each.collect::<Vec<_>>().join(", "))
}

fn option(code: Option<String>) -> String {
    code.map_or_else(|| "None".to_owned(), |code| format!("Some({code})"))
}

fn table<T>(
    code: &mut String,
    name: &str,
    of: &str,
    rows: &[T],
    mut row: impl FnMut(&T) -> String,
) {
    line(code, format_args!("pub(super) static {name}: [{of}; {}] = [", rows.len()));
    for entry in rows {
        line(code, format_args!("    {},", row(entry)));
    }
    line(code, format_args!("];"));
}

fn line(code: &mut String, text: std::fmt::Arguments<'_>) {
    writeln!(code, "{text}").expect("writing to a string cannot fail");
}
