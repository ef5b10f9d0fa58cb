//! Writes the checked data as Rust `static` tables of the catalogue's own types.
//!
//! Knows the shape of these types, and nothing of files, faults or rules.

use std::fmt::Write;

use crate::pipeline::read::load::Raw;
use crate::pipeline::resolve::Resolved;
use crate::pipeline::resolve::cause::{Cause, Reversible, Sentence, Urgency, Values};
use crate::pipeline::resolve::keys::Claims;
use crate::pipeline::resolve::topic::Topic;
use crate::pipeline::vocabulary::Kind;
use crate::pipeline::write::emit_hpo;

/// The source text of the tables, to be included in `src/catalogue/embedded.rs`.
pub fn emit(raw: &Raw, resolved: &Resolved<'_>) -> String {
    let mut code = String::with_capacity(1 << 20);
    let release = raw.release.as_ref();
    let date = release.map_or("", |release| &release.date);
    let hpo_release = release.map_or("", |release| &release.hpo_release);
    line(&mut code, format_args!("pub(super) const DATE: &str = {date:?};"));
    line(&mut code, format_args!("pub(super) const HPO_RELEASE: &str = {hpo_release:?};"));
    table(&mut code, "SUPER_GROUPS", "SuperGroup", &raw.super_groups, |filed| {
        let entry = &filed.entry;
        let (slug, name, explanation) = (&entry.id, &entry.name, &entry.explanation);
        format!(
            "SuperGroup {{ slug: {slug:?}, name: {name:?}, explanation: {explanation:?}, \
             acquired: {} }}",
            entry.acquired
        )
    });
    let mut super_groups = resolved.super_groups.iter();
    table(&mut code, "CATEGORIES", "Category", &raw.categories, |filed| {
        let entry = &filed.entry;
        let (slug, name, explanation) = (&entry.id, &entry.name, &entry.explanation);
        let super_group = super_groups.next().expect("there is one for every category");
        format!(
            "Category {{ slug: {slug:?}, name: {name:?}, explanation: {explanation:?}, \
             super_group: SuperGroupId({super_group}) }}"
        )
    });
    table(&mut code, "GROUPS", "Group", &raw.groups, |filed| {
        let entry = &filed.entry;
        let kind = Kind::from_key(&entry.of).expect("`validate` has checked the kind");
        let (slug, name, explanation) = (&entry.id, &entry.name, &entry.explanation);
        format!(
            "Group {{ of: Kind::{kind:?}, slug: {slug:?}, name: {name:?}, \
             explanation: {explanation:?} }}"
        )
    });
    table(&mut code, "UNVERIFIED", "Unverified", &raw.unverified, |filed| {
        let (named, remark) = (&filed.entry.named, &filed.entry.remark);
        format!("Unverified {{ named: {named:?}, remark: {remark:?} }}")
    });
    table(&mut code, "TOPICS", "Topic", &resolved.topics, topic);
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
            option(target.clone()),
            filed.entry.reason,
        )
    });
    let sources = [resolved.annotations, resolved.genes];
    emit_hpo::emit(&mut code, &raw.hpo, &resolved.curated_terms, sources);
    table(&mut code, "CAUSES", "Cause", &resolved.causes, cause);
    code
}

fn topic(topic: &Topic<'_>) -> String {
    let raw = topic.raw;
    let fields = topic.fields.iter().map(|field| {
        format!(
            "Field {{ name: FieldName::{:?}, body: &[{}], basis: Basis::{:?}, claims: {} }}",
            field.name,
            field.body.join(", "),
            field.basis,
            claims(&field.claims)
        )
    });
    format!(
        "Topic {{ kind: Kind::{:?}, slug: {:?}, name: {:?}, synonyms: &{:?}, lay_names: &{:?}, \
         group: {}, parent: {}, related: &[{}], terms: {}, hpo: {:?}, fields: &[{}] }}",
        topic.kind,
        raw.id,
        raw.name,
        raw.synonyms,
        raw.lay_names,
        option(topic.group.map(|position| format!("GroupId({position})"))),
        option(topic.parent.map(|position| format!("TopicId({position})"))),
        topic.related.join(", "),
        topic_ids(&topic.terms),
        raw.hpo,
        fields.collect::<Vec<_>>().join(", "),
    )
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
    field("lay_names", format!("&{:?}", raw.lay_names));
    field("category", format!("CategoryId({})", cause.category));
    field("super_group", format!("SuperGroupId({})", cause.super_group));
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
    field("urgency", option(cause.urgency.as_ref().map(urgency)));
    field("types", topic_ids(&cause.types));
    field("terms", topic_ids(&cause.terms));
    field("features", recorded(&cause.features));
    field("context", recorded(&cause.context));
    field("first_tests", recorded(&cause.first_tests));
    field("management", statement(cause.management.as_ref()));
    field("note", statement(cause.note.as_ref()));
    field("imported", cause.imported.to_string());
    field("rare", option(raw.rare.map(|position| format!("&RARE_DISEASES[{position}]"))));
    code.push('}');
    code
}

fn urgency(urgency: &Urgency) -> String {
    let Urgency { grade, why, act, act_basis, claims: said } = urgency;
    let said = claims(said);
    format!(
        "Urgency {{ grade: UrgencyGrade::{grade:?}, why: {why:?}, act: {act:?}, \
         act_basis: Basis::{act_basis:?}, claims: {said} }}"
    )
}

fn topic_ids(positions: &[usize]) -> String {
    let ids = positions.iter().map(|position| format!("TopicId({position})"));
    format!("&[{}]", ids.collect::<Vec<_>>().join(", "))
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
