//! The numbered references of one entry.
//!
//! Decides which number a source gets. Knows nothing of how a reference is printed.

use crate::catalogue::{Cause, Claim, RareDisease, SourceId, Statement, Topic};

/// The sources of an entry in the order in which the page first names them; the first is no. 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct References {
    sources: Vec<SourceId>,
}

impl References {
    /// The references of a cause, in reading order.
    pub fn of(cause: &Cause) -> Self {
        Self::of_claims(cause.all_claims())
    }

    /// The references of a topic, in reading order.
    pub fn of_topic(topic: &Topic) -> Self {
        Self::of_claims(topic.fields.iter().flat_map(|field| field.claims))
    }

    fn of_claims(claims: impl Iterator<Item = &'static Claim>) -> Self {
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

    /// The numbers of the sources of some claims, ascending and each once.
    pub fn numbers(&self, claims: &[Claim]) -> Vec<usize> {
        let mut numbers: Vec<usize> =
            claims.iter().filter_map(|claim| self.number(claim.source)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// The sources in the order of their numbers.
    pub fn sources(&self) -> &[SourceId] {
        &self.sources
    }
}

impl Cause {
    /// Every claim of this cause, those on its fields included, in reading order.
    pub fn all_claims(&self) -> impl Iterator<Item = &'static Claim> + use<> {
        fn said(statement: &Option<Statement>) -> &'static [Claim] {
            statement.as_ref().map_or(&[], |statement| statement.claims)
        }
        let urgency: &'static [Claim] = self.urgency.as_ref().map_or(&[], |urgency| urgency.claims);
        [
            urgency,
            self.claims,
            self.contraction.claims,
            self.distribution.claims,
            self.generator.claims,
            self.provocation.claims,
            self.course.claims,
            self.age_groups.claims,
            self.context.claims,
            self.reversible.as_ref().map_or(&[], |reversible| reversible.claims),
            self.rare.map_or(&[], RareDisease::claims_on_genes),
            self.rare.map_or(&[], RareDisease::claims),
            self.first_tests.claims,
            said(&self.management),
            said(&self.note),
            self.features.claims,
        ]
        .into_iter()
        .flatten()
    }
}
