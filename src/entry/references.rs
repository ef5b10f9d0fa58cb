//! The numbered references of one entry.
//!
//! Decides which number a source gets. Knows nothing of how a reference is printed.

use super::fields::{Field, fields, figures};
use crate::catalogue::{Catalogue, Cause, Claim, SourceId, Topic};
use crate::sorted;

/// The sources of an entry in the order in which the page first names them; the first is no. 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct References {
    sources: Vec<SourceId>,
}

impl References {
    /// The references of a cause, in reading order.
    pub fn of(catalogue: &Catalogue, cause: &'static Cause) -> Self {
        Self::of_fields(&fields(catalogue, cause))
    }

    /// The references of the fields of a cause.
    pub fn of_fields(fields: &[Field]) -> Self {
        Self::of_claims(fields.iter().flat_map(|field| field.claims))
    }

    /// The references of a topic, in reading order.
    pub fn of_topic(topic: &'static Topic) -> Self {
        let sentences = topic.fields.iter().flat_map(|field| field.claims);
        Self::of_claims(sentences.chain(figures(topic).into_iter().flat_map(|it| it.claims)))
    }

    /// The references of some claims, in their order.
    pub fn of_claims(claims: impl Iterator<Item = &'static Claim>) -> Self {
        let mut references = Self::default();
        for claim in claims {
            if !references.sources.contains(&claim.source) {
                references.sources.push(claim.source);
            }
        }
        references
    }

    /// The number of a source, from 1. Sources that the entry does not cite have none.
    pub fn number(&self, source: SourceId) -> Option<usize> {
        self.sources.iter().position(|cited| *cited == source).map(|position| position + 1)
    }

    /// The numbers of the sources of these claims, ascending, each once.
    pub fn numbers(&self, claims: &[Claim]) -> Vec<usize> {
        sorted::once(claims.iter().filter_map(|claim| self.number(claim.source)))
    }

    /// The sources in the order of their numbers.
    pub fn sources(&self) -> &[SourceId] {
        &self.sources
    }
}
