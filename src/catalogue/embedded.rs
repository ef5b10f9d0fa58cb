//! The one place where the tables that the build script wrote become part of the program.
//!
//! Adds nothing to them.

use super::Catalogue;
use super::cause::{Category, Cause, Context, Feature, FoundFeature, Frequency, Retired};
use super::claim::{Claim, Recorded, Reversible, Statement};
use super::id::{CategoryId, CauseId, ContextId, FeatureId, SourceId};
use super::source::Source;
use super::vocabulary::{
    AgeGroup, Basis, Contraction, Course, Distribution, FrequencyClass, Generator, Provocation,
    Reversibility, SourceKind, Weakness,
};

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// The tables as one value.
pub(super) static CATALOGUE: Catalogue = Catalogue {
    date: DATE,
    hpo_release: HPO_RELEASE,
    categories: &CATEGORIES,
    features: &FEATURES,
    contexts: &CONTEXTS,
    sources: &SOURCES,
    retired: &RETIRED,
    causes: &CAUSES,
};
