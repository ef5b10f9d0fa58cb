//! Packs the checked data as records of the catalogue's own types.
//!
//! Decides what is needed to find an entry, and what is read [`Later`]. Knows the shape of the
//! records, and nothing of files, faults or rules. `src/catalogue/tables/unpack.rs` reads them.

use super::code::item;
use super::packer::{Later, Pack, Packed, Packer, record, words};
use super::{emit_hpo, emit_language, emit_names, emit_weights};
use crate::pipeline::axis::AxisValueId;
use crate::pipeline::fingerprint;
use crate::pipeline::kind::Kind;
use crate::pipeline::read::load::Raw;
use crate::pipeline::resolve::Resolved;
use crate::pipeline::resolve::cause::{Cause, Reversible, Statement, Urgency, WorsenedBy};
use crate::pipeline::resolve::figures::{Due, Effect, Share, Timing};
use crate::pipeline::resolve::keys::{Claim, Link, Phrase};
use crate::pipeline::resolve::recorded::Recorded;
use crate::pipeline::resolve::topic::{Topic, TopicField};
use crate::pipeline::vocabulary::*;

/// What the build has compiled.
#[derive(Debug)]
pub struct Tables {
    /// The source text of the tables that are unpacked when they are first asked for, to be
    /// included in `src/catalogue/tables.rs`.
    pub code: String,
    /// The records.
    pub records: Packed,
}

/// Compiles the checked data.
pub fn emit(raw: &Raw, resolved: &Resolved<'_>) -> Tables {
    let records = records(raw, resolved);
    let mut code = String::with_capacity(4 << 20);
    let into = &mut code;
    if let Some(release) = &raw.release {
        item(into, "DATE", "&str", &release.date);
        item(into, "HPO_RELEASE", "&str", &release.hpo_release);
    }
    item(into, "READING_FINGERPRINT", "u64", &fingerprint::of_file(&records.reading));
    emit_hpo::emit(into, &raw.hpo, &resolved.curated_terms);
    emit_names::emit(into, raw, &resolved.causes);
    emit_language::emit(into, raw);
    Tables { code, records }
}

/// The records, table by table. A table that others refer to comes before them.
fn records(raw: &Raw, resolved: &Resolved<'_>) -> Packed {
    let mut packer = Packer::default();
    let into = &mut packer;
    table(into, &raw.divisions, |filed, into| {
        let entry = &filed.entry;
        record!(
            into,
            Division {
                slug: entry.id,
                name: entry.name,
                explanation: entry.explanation,
                acquired: entry.acquired,
            }
        );
    });
    table(into, &raw.subcategories, |filed, into| {
        record!(into, Subcategory { slug: filed.entry.id, name: filed.entry.name });
    });
    let categories: Vec<_> = raw.categories.iter().zip(&resolved.divisions).collect();
    table(into, &categories, |(filed, division), into| {
        let entry = &filed.entry;
        record!(
            into,
            Category {
                slug: entry.id,
                name: entry.name,
                explanation: entry.explanation,
                division: **division,
            }
        );
    });
    table(into, &raw.sections, |filed, into| {
        let entry = &filed.entry;
        record!(
            into,
            Section {
                of: Kind::from_key(&entry.of).expect("`validate` has checked the kind"),
                slug: entry.id,
                name: entry.name,
                explanation: entry.explanation,
            }
        );
    });
    table(into, &raw.unverified, |filed, into| {
        let entry = &filed.entry;
        record!(into, Unverified { named: Later(&entry.named), remark: Later(&entry.remark) });
    });
    table(into, &resolved.topics, topic);
    table(into, &raw.contexts, |filed, into| {
        record!(into, Context { slug: filed.entry.id, meaning: filed.entry.meaning });
    });
    table(into, &raw.sources, |(kind, filed), into| {
        let entry = &filed.entry;
        record!(
            into,
            Source {
                slug: Later(&entry.id),
                title: Later(&entry.title),
                authors: Later(&entry.authors),
                year: Later(&entry.year),
                container: Later(&entry.container),
                doi: Later(&entry.doi),
                pmid: Later(&entry.pmid),
                url: Later(&entry.url),
                kind: kind,
                seen_as: Later(&entry.seen_as),
            }
        );
    });
    let retired: Vec<_> = raw.retired.iter().zip(&resolved.merged_into).collect();
    table(into, &retired, |(filed, merged_into), into| {
        let entry = &filed.entry;
        record!(into, Retired { slug: entry.id, merged_into: merged_into, reason: entry.reason });
    });
    emit_hpo::diseases(into, &raw.hpo, &resolved.annotations, resolved.genes);
    table(into, &resolved.causes, cause);
    emit_language::records(into, raw, &resolved.keys, &resolved.sayings);
    emit_language::described(into, &resolved.described);
    emit_weights::weights(into, &raw.hpo, &resolved.contexts);
    packer.finish()
}

/// Appends the rows of a table after their number.
fn table<T>(into: &mut Packer, rows: &[T], mut row: impl FnMut(&T, &mut Packer)) {
    into.number(rows.len());
    rows.iter().for_each(|each| row(each, into));
}

fn topic(topic: &Topic<'_>, into: &mut Packer) {
    let raw = topic.raw;
    record!(
        into,
        Topic {
            kind: topic.kind,
            slug: raw.id,
            name: raw.name,
            synonyms: raw.synonyms,
            lay_names: raw.lay_names,
            section: topic.section,
            parent: topic.parent,
            related: Later(&topic.related),
            glossary: Later(&topic.glossary),
            hpo: raw.hpo,
            lead: raw.lead,
            short: raw.short,
            themes: topic.themes,
            due: Later(&topic.due),
            parts: topic.parts,
            timings: Later(&topic.timings),
            effects: Later(&topic.effects),
            fields: Later(&topic.fields),
        }
    );
}

fn cause(cause: &Cause<'_>, into: &mut Packer) {
    let raw = cause.raw;
    record!(
        into,
        Cause {
            slug: raw.id,
            name: raw.name,
            synonyms: raw.synonyms,
            lay_names: raw.lay_names,
            category: cause.category,
            division: cause.division,
            subcategory: cause.subcategory,
            is_group: raw.is_group,
            weakness: cause.weakness,
            same_as: raw.same_as,
            lead: raw.lead,
            plain: Later(&cause.plain),
            clinical: Later(&cause.clinical),
            claims: cause.claims,
            axes: cause.axes,
            parts: cause.parts,
            timings: Later(&cause.timings),
            shares: Later(&cause.shares),
            reversible: cause.reversible,
            urgency: cause.urgency,
            types: &cause.types,
            glossary: Later(&cause.glossary),
            treatments: Later(&cause.treatments),
            features: cause.features,
            context: cause.context,
            first_tests: Later(&cause.first_tests),
            recorded_genes: cause.genes,
            management: Later(&cause.management),
            worsened_by: cause.worsened_by,
            note: Later(&cause.note),
            imported: cause.imported,
            annotated: raw.annotated,
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
    Measure,
    Measured,
    Reversibility,
    SourceKind,
    Theme,
    UrgencyGrade,
    Weakness,
);

impl Pack for Claim {
    fn pack(&self, into: &mut Packer) {
        record!(into, Claim { source: self.source, detail: Later(&self.detail) });
    }
}

impl Pack for Link {
    fn pack(&self, into: &mut Packer) {
        let (kind, position) = match *self {
            Self::Cause(position) => (0, position),
            Self::Category(position) => (1, position),
            Self::Topic(position) => (2, position),
        };
        into.number(position * 3 + kind);
    }
}

impl Pack for Phrase {
    fn pack(&self, into: &mut Packer) {
        record!(into, Phrase { words: self.words, links: self.links });
    }
}

impl Pack for AxisValueId {
    fn pack(&self, into: &mut Packer) {
        into.number(usize::from(self.0));
    }
}

impl<T: Pack> Pack for Recorded<T> {
    fn pack(&self, into: &mut Packer) {
        record!(into, Recorded { values: self.values, claims: Later(&self.claims) });
    }
}

impl Pack for Statement {
    fn pack(&self, into: &mut Packer) {
        record!(into, Statement { text: self.text, basis: self.basis, claims: self.claims });
    }
}

impl Pack for WorsenedBy {
    fn pack(&self, into: &mut Packer) {
        record!(
            into,
            WorsenedBy {
                medicines: self.medicines,
                text: Later(&self.text),
                claims: Later(&self.claims)
            }
        );
    }
}

impl Pack for Timing {
    fn pack(&self, into: &mut Packer) {
        record!(
            into,
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

impl Pack for Share {
    fn pack(&self, into: &mut Packer) {
        record!(
            into,
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

impl Pack for Effect {
    fn pack(&self, into: &mut Packer) {
        record!(
            into,
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

impl Pack for Due {
    fn pack(&self, into: &mut Packer) {
        record!(into, Due { by: self.by, when: self.when, basis: self.basis });
    }
}

impl Pack for Reversible {
    fn pack(&self, into: &mut Packer) {
        record!(
            into,
            Reversible {
                value: self.value,
                said_of_group: self.said_of_group,
                said_of_few: self.said_of_few,
                claims: Later(&self.claims),
            }
        );
    }
}

impl Pack for Urgency {
    fn pack(&self, into: &mut Packer) {
        record!(
            into,
            Urgency {
                grade: self.grade,
                why: Later(&self.why),
                act: Later(&self.act),
                act_basis: self.act_basis,
                claims: Later(&self.claims),
            }
        );
    }
}

impl Pack for TopicField {
    fn pack(&self, into: &mut Packer) {
        record!(
            into,
            TopicField { name: self.name, body: self.body, basis: self.basis, claims: self.claims }
        );
    }
}

impl Pack for Kind {
    fn pack(&self, into: &mut Packer) {
        into.number(Self::ALL.iter().position(|kind| kind == self).unwrap_or_default());
    }
}
