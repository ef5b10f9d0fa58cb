//! Writes the checked data as Rust `static` tables of the catalogue's own types.
//!
//! Knows the shape of these types, and nothing of files, faults or rules.

use super::code::{Id, ToCode, add, ids, item, record, table, words};
use super::{emit_hpo, emit_language, emit_names, emit_weights};
use crate::pipeline::axis::AxisValueId;
use crate::pipeline::kind::Kind;
use crate::pipeline::read::load::Raw;
use crate::pipeline::resolve::Resolved;
use crate::pipeline::resolve::cause::{Cause, Reversible, Statement, Urgency, WorsenedBy};
use crate::pipeline::resolve::figures::{Due, Effect, Share, Timing};
use crate::pipeline::resolve::keys::{Claim, Link, Phrase};
use crate::pipeline::resolve::recorded::Recorded;
use crate::pipeline::resolve::topic::{Topic, TopicField};
use crate::pipeline::vocabulary::*;

/// The source text of the tables, to be included in `src/catalogue/tables.rs`.
pub fn emit(raw: &Raw, resolved: &Resolved<'_>) -> String {
    let mut code = String::with_capacity(4 << 20);
    let into = &mut code;
    if let Some(release) = &raw.release {
        item(into, "DATE", "&str", &release.date);
        item(into, "HPO_RELEASE", "&str", &release.hpo_release);
    }
    table(into, "DIVISIONS", "Division", &raw.divisions, |filed, code| {
        let entry = &filed.entry;
        record!(
            code,
            Division {
                slug: entry.id,
                name: entry.name,
                explanation: entry.explanation,
                acquired: entry.acquired,
            }
        );
    });
    table(into, "SUBCATEGORIES", "Subcategory", &raw.subcategories, |filed, code| {
        record!(code, Subcategory { slug: filed.entry.id, name: filed.entry.name });
    });
    let categories: Vec<_> = raw.categories.iter().zip(&resolved.divisions).collect();
    table(into, "CATEGORIES", "Category", &categories, |(filed, division), code| {
        let entry = &filed.entry;
        record!(
            code,
            Category {
                slug: entry.id,
                name: entry.name,
                explanation: entry.explanation,
                division: Id("DivisionId", **division),
            }
        );
    });
    table(into, "SECTIONS", "Section", &raw.sections, |filed, code| {
        let entry = &filed.entry;
        record!(
            code,
            Section {
                of: Kind::from_key(&entry.of).expect("`validate` has checked the kind"),
                slug: entry.id,
                name: entry.name,
                explanation: entry.explanation,
            }
        );
    });
    table(into, "UNVERIFIED", "Unverified", &raw.unverified, |filed, code| {
        record!(code, Unverified { named: filed.entry.named, remark: filed.entry.remark });
    });
    table(into, "TOPICS", "Topic", &resolved.topics, topic);
    table(into, "CONTEXTS", "Context", &raw.contexts, |filed, code| {
        record!(code, Context { slug: filed.entry.id, meaning: filed.entry.meaning });
    });
    table(into, "SOURCES", "Source", &raw.sources, |(kind, filed), code| {
        let entry = &filed.entry;
        record!(
            code,
            Source {
                slug: entry.id,
                title: entry.title,
                authors: entry.authors,
                year: entry.year,
                container: entry.container,
                doi: entry.doi,
                pmid: entry.pmid,
                url: entry.url,
                kind: kind,
                seen_as: entry.seen_as,
            }
        );
    });
    let retired: Vec<_> = raw.retired.iter().zip(&resolved.merged_into).collect();
    table(into, "RETIRED", "Retired", &retired, |(filed, merged_into), code| {
        let entry = &filed.entry;
        record!(code, Retired { slug: entry.id, merged_into: merged_into, reason: entry.reason });
    });
    let sources = (&resolved.annotations[..], &[resolved.genes][..]);
    emit_hpo::emit(into, &raw.hpo, &resolved.curated_terms, sources);
    table(into, "CAUSES", "Cause", &resolved.causes, cause);
    emit_names::emit(into, raw, &resolved.causes);
    emit_weights::emit(into, &raw.hpo, &resolved.contexts);
    emit_language::emit(into, raw, &resolved.keys, &resolved.sayings);
    code
}

fn topic(topic: &Topic<'_>, code: &mut String) {
    let raw = topic.raw;
    record!(
        code,
        Topic {
            kind: topic.kind,
            slug: raw.id,
            name: raw.name,
            synonyms: raw.synonyms,
            lay_names: raw.lay_names,
            section: topic.section.map(|position| Id("SectionId", position)),
            parent: topic.parent.map(|position| Id("TopicId", position)),
            related: topic.related,
            glossary: ids("TopicId", &topic.glossary),
            hpo: raw.hpo,
            lead: raw.lead,
            short: raw.short,
            themes: topic.themes,
            due: topic.due,
            parts: topic.parts,
            timings: topic.timings,
            effects: topic.effects,
            fields: topic.fields,
        }
    );
}

fn cause(cause: &Cause<'_>, code: &mut String) {
    let raw = cause.raw;
    record!(
        code,
        Cause {
            slug: raw.id,
            name: raw.name,
            synonyms: raw.synonyms,
            lay_names: raw.lay_names,
            category: Id("CategoryId", cause.category),
            division: Id("DivisionId", cause.division),
            subcategory: cause.subcategory.map(|at| Row("SUBCATEGORIES", at)),
            is_group: raw.is_group,
            weakness: cause.weakness,
            same_as: raw.same_as,
            lead: raw.lead,
            plain: cause.plain,
            clinical: cause.clinical,
            claims: cause.claims,
            axes: cause.axes,
            parts: cause.parts,
            timings: cause.timings,
            shares: cause.shares,
            reversible: cause.reversible,
            urgency: cause.urgency,
            types: ids("TopicId", &cause.types),
            glossary: ids("TopicId", &cause.glossary),
            features: cause.features,
            context: Contexts(&cause.context),
            first_tests: cause.first_tests,
            recorded_genes: cause.genes,
            management: cause.management,
            worsened_by: cause.worsened_by,
            note: cause.note,
            imported: cause.imported,
            annotated: rows("ANNOTATED_DISEASES", &raw.annotated),
        }
    );
}

words!(
    Basis,
    BodyPart,
    Checklist,
    Commonness,
    ContextKind,
    Denominator,
    EffectEvidence,
    EffectKind,
    FieldName,
    FrequencyClass,
    HowSoon,
    Kind,
    Measure,
    Measured,
    Reversibility,
    SourceKind,
    Theme,
    UrgencyGrade,
    Weakness,
);

impl ToCode for Claim {
    fn to_code(&self, code: &mut String) {
        record!(code, Claim { source: Id("SourceId", self.source), detail: self.detail });
    }
}

impl ToCode for Link {
    fn to_code(&self, code: &mut String) {
        let (variant, id) = match *self {
            Self::Cause(position) => ("Cause", Id("CauseId", position)),
            Self::Category(position) => ("Category", Id("CategoryId", position)),
            Self::Topic(position) => ("Topic", Id("TopicId", position)),
        };
        add(code, format_args!("Link::{variant}("));
        id.to_code(code);
        code.push(')');
    }
}

impl ToCode for Phrase {
    fn to_code(&self, code: &mut String) {
        record!(code, Phrase { words: self.words, links: self.links });
    }
}

impl ToCode for AxisValueId {
    fn to_code(&self, code: &mut String) {
        add(code, format_args!("{self:?}"));
    }
}

impl<T: ToCode> ToCode for Recorded<T> {
    fn to_code(&self, code: &mut String) {
        record!(code, Recorded { values: self.values, claims: self.claims });
    }
}

/// Contexts, whose values are positions.
struct Contexts<'a>(&'a Recorded<usize>);

impl ToCode for Contexts<'_> {
    fn to_code(&self, code: &mut String) {
        let Self(Recorded { values, claims }) = self;
        record!(code, Recorded { values: ids("ContextId", values), claims: claims });
    }
}

impl ToCode for Statement {
    fn to_code(&self, code: &mut String) {
        record!(code, Statement { text: self.text, basis: self.basis, claims: self.claims });
    }
}

impl ToCode for WorsenedBy {
    fn to_code(&self, code: &mut String) {
        record!(
            code,
            WorsenedBy { medicines: self.medicines, text: self.text, claims: self.claims }
        );
    }
}

impl ToCode for Timing {
    fn to_code(&self, code: &mut String) {
        record!(
            code,
            Timing {
                measured: self.measured,
                low: self.low,
                high: self.high,
                measure: self.measure,
                words: self.words,
                claims: self.claims,
            }
        );
    }
}

impl ToCode for Share {
    fn to_code(&self, code: &mut String) {
        record!(
            code,
            Share {
                counted: self.counted,
                low: self.low,
                high: self.high,
                words: self.words,
                denominator: self.denominator,
                claims: self.claims,
            }
        );
    }
}

impl ToCode for Effect {
    fn to_code(&self, code: &mut String) {
        record!(
            code,
            Effect {
                on: self.on,
                kind: self.kind,
                evidence: self.evidence,
                medicines: self.medicines,
                note: self.note,
                claims: self.claims,
            }
        );
    }
}

impl ToCode for Due {
    fn to_code(&self, code: &mut String) {
        record!(code, Due { by: self.by, when: self.when, basis: self.basis });
    }
}

impl ToCode for Reversible {
    fn to_code(&self, code: &mut String) {
        record!(
            code,
            Reversible {
                value: self.value,
                said_of_group: self.said_of_group,
                claims: self.claims,
            }
        );
    }
}

impl ToCode for Urgency {
    fn to_code(&self, code: &mut String) {
        record!(
            code,
            Urgency {
                grade: self.grade,
                why: self.why,
                act: self.act,
                act_basis: self.act_basis,
                claims: self.claims,
            }
        );
    }
}

impl ToCode for TopicField {
    fn to_code(&self, code: &mut String) {
        record!(
            code,
            TopicField { name: self.name, body: self.body, basis: self.basis, claims: self.claims }
        );
    }
}

/// References to rows of a table.
fn rows(table: &'static str, positions: &[usize]) -> Vec<Row> {
    positions.iter().map(|at| Row(table, *at)).collect()
}

/// A reference to a row of a table.
struct Row(&'static str, usize);

impl ToCode for Row {
    fn to_code(&self, code: &mut String) {
        let Self(table, position) = self;
        add(code, format_args!("&{table}[{position}]"));
    }
}
