//! The one place where the tables that the build script wrote become part of the program.
//!
//! Adds nothing to them.

use std::sync::LazyLock;

use super::Catalogue;
use super::axis::{AxisId, AxisValueId};
use super::cause::{Category, Cause, Context, Division, Retired, Subcategory, WorsenedBy};
use super::claim::{Claim, Due, Effect, Recorded, Reversible, Share, Statement, Timing, Urgency};
use super::id::{CategoryId, CauseId, ContextId, DivisionId, SectionId, SourceId, TermId, TopicId};
use super::kind::Kind;
use super::language::other_names::{self, GeneSymbols, MedicineClass, MedicineNames, OtherNames};
use super::language::{Language, Meaning, NamedPart, Saying};
use super::ontology::Ontology;
use super::ontology::annotated_disease::{self, AnnotatedDisease, Annotation};
use super::ontology::frequency::{FoundFeature, Frequency};
use super::ontology::weights::{ContextWeight, Weights};
use super::source::{Source, Unverified};
use super::topic::{Link, Phrase, Section, Topic, TopicField};
use super::vocabulary::{
    Basis, BodyPart, Checklist, Commonness, ContextKind, Denominator, EffectEvidence, EffectKind,
    FieldName, FrequencyClass, HowSoon, Measure, Measured, Reversibility, SourceKind, Strength,
    Theme, UrgencyGrade, Weakness,
};

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

static ONTOLOGY: LazyLock<Ontology> =
    LazyLock::new(|| Ontology::unpack(TERM_NUMBERS, TERM_PARENTS, TERM_LABELS, TERM_LAY_NAMES));

static ANNOTATIONS: LazyLock<Vec<Annotation>> = LazyLock::new(|| {
    annotated_disease::unpack(
        ANNOTATED_DISEASES,
        ANNOTATION_TERMS,
        ANNOTATION_FREQUENCIES,
        FREQUENCIES,
    )
});

static MEDICINES: LazyLock<Vec<(CauseId, MedicineNames)>> =
    LazyLock::new(|| other_names::unpack_medicines(MEDICINE_CAUSES, MEDICINE_NAMES));

static GENES: LazyLock<Vec<(&str, GeneSymbols)>> =
    LazyLock::new(|| other_names::unpack_genes(GENE_SYMBOLS));

/// What only a comparison with a patient needs.
pub(super) static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    Weights::unpack(ANNOTATED_COUNT, TERM_COUNTS, TERM_SHARES, OLD_NUMBERS, &CONTEXT_WEIGHTS)
});

static LANGUAGE: LazyLock<Language> =
    LazyLock::new(|| Language::unpack(SAID, SAYING_OF, &SAYINGS, SPELLINGS, ALIKE, FILLERS));

/// The tables as one value.
pub(super) static CATALOGUE: Catalogue = Catalogue {
    date: DATE,
    hpo_release: HPO_RELEASE,
    divisions: &DIVISIONS,
    subcategories: &SUBCATEGORIES,
    categories: &CATEGORIES,
    sections: &SECTIONS,
    topics: &TOPICS,
    contexts: &CONTEXTS,
    sources: &SOURCES,
    unverified: &UNVERIFIED,
    retired: &RETIRED,
    causes: &CAUSES,
    ontology: &ONTOLOGY,
    annotated_diseases: ANNOTATED_DISEASES,
    annotations: &ANNOTATIONS,
    claims_of_annotations: &ANNOTATED,
    claims_of_genes: &OF_GENES,
    medicine_names: &MEDICINES,
    gene_symbols: &GENES,
    other_names: OtherNames { shape: OTHER_NAMES_SHAPE, fingerprints: OTHER_NAMES },
    medicine_classes: &CLASSES,
    language: &LANGUAGE,
};
