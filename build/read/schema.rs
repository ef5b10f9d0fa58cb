//! The data files as they are written: one structure per kind of entry, nothing resolved yet.
//!
//! Unknown fields are refused, so that a misspelt field is not lost. Knows no rule about values.

use std::collections::BTreeMap;

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use toml::Table;

use crate::pipeline::axis::AXES;

/// `data/release.toml`, on the catalogue as a whole.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRelease {
    /// The day on which the data was last changed, as `YYYY-MM-DD`.
    pub date: String,
    /// The release of the Human Phenotype Ontology that the features come from.
    pub hpo_release: String,
    /// The month in which the sources were read, as `YYYY-MM`, unless a source says otherwise.
    pub sources_read: String,
}

/// An entry of `data/order/categories.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCategory {
    pub id: String,
    pub name: String,
    pub division: String,
    pub explanation: String,
}

/// An entry of `data/order/shelves.toml`: where the catalogue lists a shelf of the import.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawShelf {
    pub id: String,
    pub name: String,
    pub category: String,
    /// Only where it differs from the category's own.
    pub division: Option<String>,
}

/// An entry of `data/order/subcategories.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSubcategory {
    pub id: String,
    pub name: String,
}

/// An entry of `data/order/divisions.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDivision {
    pub id: String,
    pub name: String,
    pub explanation: String,
    /// Whether genes do not apply to its causes.
    #[serde(default)]
    pub acquired: bool,
}

/// An entry of `data/topics/sections.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSection {
    pub of: String,
    pub id: String,
    pub name: String,
    pub explanation: String,
}

/// An entry of a file of topics, such as `data/topics/types.toml`.
#[derive(Debug, Deserialize)]
pub struct RawTopic {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub synonyms: Vec<String>,
    #[serde(default)]
    pub lay_names: Vec<String>,
    pub section: Option<String>,
    pub parent: Option<String>,
    /// Other entries that this one names, or that it is mistaken for, as `kind:id`.
    #[serde(default)]
    pub related: Vec<String>,
    pub hpo: Option<String>,
    /// The words by which a text of a cause names this treatment.
    #[serde(default)]
    pub said_as: Vec<String>,
    /// The line of its row.
    pub lead: Option<String>,
    /// A title in a few words.
    pub short: Option<String>,
    #[serde(default)]
    pub themes: Vec<String>,
    #[serde(default)]
    pub due: Vec<RawDue>,
    pub parts: Option<RawRecorded<String>>,
    #[serde(default)]
    pub timings: Vec<RawTiming>,
    #[serde(default)]
    pub effects: Vec<RawEffect>,
    /// Everything else: the fields, by name. `resolve` reports unknown names.
    #[serde(flatten)]
    pub fields: BTreeMap<String, RawField>,
}

/// A field of a topic: a text or a list of phrases, with its claims.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawField {
    pub text: Option<String>,
    #[serde(default)]
    pub values: Vec<String>,
    pub basis: Option<String>,
    #[serde(default)]
    pub claims: Vec<RawClaim>,
}

/// An entry of `timings`: what one source says about lengths or rates.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawTiming {
    pub measured: String,
    /// Milliseconds, or times per second.
    pub low: Option<f32>,
    pub high: Option<f32>,
    /// How the number is meant, where it is not a plain range.
    pub measure: Option<String>,
    /// What beats, where it is not the jerk itself.
    pub of: Option<String>,
    /// Whether we turned the source's number into times per second.
    #[serde(default)]
    pub converted: bool,
    #[serde(default)]
    pub claims: Vec<RawClaim>,
}

/// An entry of `shares`: how many have jerks, as one source counted it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawShare {
    pub found: Option<u16>,
    pub of: Option<u16>,
    pub percent: Option<f32>,
    pub percent_low: Option<f32>,
    pub percent_high: Option<f32>,
    #[serde(default)]
    pub approximate: bool,
    /// Of whom.
    pub group: String,
    pub denominator: String,
    /// What was counted, where it is not simply jerks.
    pub sign: Option<String>,
    #[serde(default)]
    pub claims: Vec<RawClaim>,
}

/// An entry of `effects`: what a treatment does to a type or a cause, written as `kind:id`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawEffect {
    pub on: String,
    pub effect: String,
    pub evidence: String,
    /// The members of a group of medicines that are meant, where not all are.
    #[serde(default)]
    pub medicines: Vec<String>,
    pub note: Option<String>,
    #[serde(default)]
    pub claims: Vec<RawClaim>,
}

/// An entry of `due`: how soon, and in which case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDue {
    pub by: String,
    pub when: Option<String>,
    /// `source` where a claim of the act says how soon.
    pub basis: Option<String>,
}

/// An entry of `data/mapping/links.toml`: the entries that words name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawLink {
    pub words: String,
    pub to: Vec<String>,
}

/// An entry of `data/mapping/derived_types.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDerivedType {
    pub field: String,
    pub value: String,
    #[serde(rename = "type")]
    pub topic: String,
}

/// An entry of `data/mapping/named_types.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawNamedType {
    pub cause: String,
    #[serde(rename = "type")]
    pub topic: String,
}

/// An entry of `data/names/medicines.toml`: what else people call a medicine that is a cause.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawMedicine {
    pub cause: String,
    /// Names under which it is or was sold.
    #[serde(default)]
    pub brands: Vec<String>,
    /// Names in other languages, and older names.
    #[serde(default)]
    pub names: Vec<String>,
}

/// An entry of `data/names/former_symbols.toml`: what else people call a gene.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawGene {
    pub symbol: String,
    /// Symbols that the present one has replaced.
    #[serde(default)]
    pub former: Vec<String>,
    /// Other abbreviations in use.
    #[serde(default)]
    pub others: Vec<String>,
}

/// An entry of `data/names/classes.toml`: medicines whose names begin or end alike.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawClass {
    /// What its medicines are called together, in the plural.
    pub name: String,
    #[serde(default)]
    pub begins: Vec<String>,
    #[serde(default)]
    pub ends: Vec<String>,
    /// The ids of the causes that belong to it.
    pub members: Vec<String>,
}

/// An entry of `data/phrases/phrases.toml`: what people say, and what it leads to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSaying {
    pub words: Vec<String>,
    pub means: Vec<String>,
    pub strength: String,
    /// Whether its words in capitals count only if they are typed so.
    #[serde(default)]
    pub capitals: bool,
    /// For curators.
    pub note: Option<String>,
}

/// An entry of a file in `data/phrases/described/`: what people say who mean an entry without its
/// name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDescribed {
    /// The entry, as `kind:id`.
    pub of: String,
    pub words: Vec<String>,
}

/// An entry of `data/phrases/parts.toml`: a part of the body, and the entries that it leads to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPart {
    pub id: String,
    pub name: String,
    pub wider: Option<String>,
    #[serde(default)]
    pub leads: Vec<String>,
}

/// An entry of `data/phrases/spelling.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSpelling {
    pub typed: String,
    pub meant: String,
    /// Whether both are right.
    #[serde(default)]
    pub pair: bool,
}

/// An entry of `data/phrases/alike.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawAlike {
    pub words: Vec<String>,
    /// Whether they are alike in phrases alone: in the texts of entries each means something else.
    #[serde(default)]
    pub only_in_phrases: bool,
}

/// The entry of `data/phrases/fillers.toml`: words that say nothing about a cause.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFillers {
    pub words: Vec<String>,
    pub phrases: Vec<String>,
}

/// `[cause.urgency]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawUrgency {
    pub grade: String,
    pub why: String,
    pub act: String,
    pub act_basis: String,
    pub claims: Vec<RawClaim>,
}

/// An entry of `data/shared/features.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFeature {
    pub label: String,
    pub hpo: String,
}

/// An entry of `data/shared/context.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawContext {
    pub id: String,
    pub meaning: String,
    /// Whether it makes its causes or favours them.
    pub kind: String,
    /// How common it is where the jerks have another cause.
    pub commonness: String,
    /// In which list it is asked.
    pub checklist: String,
    /// Terms of the ontology that say the same.
    #[serde(default)]
    pub told_by: Vec<String>,
    /// Terms of the ontology that it explains.
    #[serde(default)]
    pub explains: Vec<String>,
}

/// An entry of `data/retired.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRetired {
    pub id: String,
    pub merged_into: Option<String>,
    /// The look-alike that took its place.
    pub look_alike: Option<String>,
    pub reason: String,
}

/// An entry of `data/sources/<kind>.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSource {
    pub id: String,
    pub title: String,
    pub authors: Option<String>,
    pub year: Option<u16>,
    pub container: Option<String>,
    pub doi: Option<String>,
    pub pmid: Option<String>,
    pub url: Option<String>,
    /// Where a copy was read; for curators, never shown and never linked.
    pub copy_read_at: Option<String>,
    pub seen_as: String,
    /// What the page showed of itself; for curators, not shown to readers.
    pub provenance: Option<String>,
    /// When it was read, if not in the month of `data/release.toml`.
    pub accessed: Option<String>,
}

/// An entry of `data/shared/shared_statements.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawShared {
    pub id: String,
    pub field: String,
    pub value: Option<String>,
    pub basis: String,
    pub text: String,
    #[serde(default)]
    pub claims: Vec<RawClaim>,
}

/// An entry of `data/sources/unverified.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawUnverified {
    pub id: String,
    pub named: String,
    pub remark: String,
}

/// A claim of any entry.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawClaim {
    pub source: String,
    pub detail: Option<String>,
    /// In `context` only: whether the source names the drug class or the exposure. The ids there
    /// are our words, so this records which of them the source supports; not shown to readers.
    pub about: Option<String>,
}

/// An entry of `data/causes/<category>.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct RawCause {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub synonyms: Vec<String>,
    #[serde(default)]
    pub lay_names: Vec<String>,
    /// Only where it differs from the category's own.
    pub division: Option<String>,
    pub subcategory: Option<String>,
    #[serde(default)]
    pub is_group: bool,
    pub weakness: Option<String>,
    #[serde(default)]
    pub same_as: Vec<String>,
    /// The line of its row.
    pub lead: Option<String>,
    #[serde(default)]
    pub claims: Vec<RawClaim>,
    pub plain: Option<RawStatement>,
    pub clinical: Option<RawStatement>,
    /// What is recorded on each axis, in the order of the axes; the file has a field for each.
    #[serde(skip)]
    pub axes: [Option<RawRecorded<String>>; AXES.len()],
    pub parts: Option<RawRecorded<String>>,
    #[serde(default)]
    pub timings: Vec<RawTiming>,
    #[serde(default)]
    pub shares: Vec<RawShare>,
    pub reversible: Option<RawReversible>,
    pub urgency: Option<RawUrgency>,
    pub features: Option<RawRecorded<RawFound>>,
    pub context: Option<RawRecorded<String>>,
    pub first_tests: Option<RawRecorded<String>>,
    /// Symbols of genes. The import adds those of the imported diseases.
    pub genes: Option<RawRecorded<String>>,
    pub management: Option<RawStatement>,
    pub worsened_by: Option<RawWorsenedBy>,
    pub note: Option<RawStatement>,
    /// The positions of the imported diseases that this is, in the order of `same_as`. Never
    /// written by a curator.
    #[serde(skip)]
    pub annotated: Vec<usize>,
}

impl<'de> Deserialize<'de> for RawCause {
    /// The axes are declared in one table, so their fields are not written down here once more.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let refused = |error: toml::de::Error| D::Error::custom(error.message());
        let mut table = Table::deserialize(deserializer)?;
        let mut axes = <[Option<RawRecorded<String>>; AXES.len()]>::default();
        for (axis, recorded) in AXES.iter().zip(&mut axes) {
            if let Some(value) = table.remove(axis.key) {
                *recorded = Some(RawRecorded::deserialize(value).map_err(refused)?);
            }
        }
        let own = Self::deserialize(table).map_err(refused)?;
        Ok(Self { axes, ..own })
    }
}

/// Values and the claims behind them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRecorded<T> {
    pub values: Vec<T>,
    #[serde(default)]
    pub claims: Vec<RawClaim>,
}

/// A feature found in patients.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFound {
    pub feature: String,
    pub frequency: Option<String>,
}

/// `[cause.reversible]`: a value of its own, a shared statement, or both.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawReversible {
    pub value: Option<String>,
    pub shared: Option<String>,
    #[serde(default)]
    pub claims: Vec<RawClaim>,
}

/// `[cause.worsened_by]`: the medicines, or classes of medicines, that make the disease worse.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawWorsenedBy {
    pub values: Vec<String>,
    /// How they make it worse, and what to do about it.
    pub text: String,
    pub claims: Vec<RawClaim>,
}

/// A sentence with its claims: either its own text or a shared statement.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawStatement {
    pub text: Option<String>,
    pub shared: Option<String>,
    pub basis: Option<String>,
    #[serde(default)]
    pub claims: Vec<RawClaim>,
}
