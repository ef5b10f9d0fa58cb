//! The one place where the tables that the build script wrote become part of the program.
//!
//! Adds nothing to them.

use super::Catalogue;
use super::cause::{
    Category, Cause, Context, Feature, FoundFeature, Frequency, Retired, SuperGroup,
};
use super::claim::{Claim, Recorded, Reversible, Statement, Urgency};
use super::id::{
    CategoryId, CauseId, ContextId, FeatureId, GroupId, SourceId, SuperGroupId, TopicId,
};
use super::source::{Source, Unverified};
use super::topic::{Field, Group, Link, Phrase, Topic};
use super::vocabulary::{
    AgeGroup, Basis, Contraction, Course, Distribution, FieldName, FrequencyClass, Generator, Kind,
    Provocation, Reversibility, SourceKind, UrgencyGrade, Weakness,
};

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// The tables as one value.
pub(super) static CATALOGUE: Catalogue = Catalogue {
    date: DATE,
    hpo_release: HPO_RELEASE,
    super_groups: &SUPER_GROUPS,
    categories: &CATEGORIES,
    groups: &GROUPS,
    topics: &TOPICS,
    features: &FEATURES,
    contexts: &CONTEXTS,
    sources: &SOURCES,
    unverified: &UNVERIFIED,
    retired: &RETIRED,
    causes: &CAUSES,
};
