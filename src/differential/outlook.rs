//! What one answer would do to the order, and what a cause would still need.
//!
//! Computed by ranking again, so it says what would really happen. Knows no wording.

use crate::catalogue::{CauseId, TermId};
use crate::differential::findings::{Answer, Findings};
use crate::differential::{Differential, Finding, Ranked};
use crate::sorted;

/// Among how many of the first causes a climb is looked for.
const FIRST: usize = 4;

/// A finding that fewer patients than this have says little if it is missing.
const OFTEN: f64 = 0.3;

/// The order after an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The cause that would be first.
    pub first: CauseId,
    /// The cause among the first four that would climb most, with its present place and the one
    /// after the answer, from 1. `None` if none would climb.
    pub climb: Option<(CauseId, usize, usize)>,
}

impl Differential {
    /// What an answer would do to the present order; `None` if nothing is ranked.
    pub fn outlook(
        &self,
        findings: &Findings,
        ranked: &Ranked,
        finding: Finding,
        answer: Answer,
    ) -> Option<Outlook> {
        let mut findings = findings.clone();
        findings.set(finding, Some(answer));
        let after = self.rank(&findings, &ranked.entries);
        let climbs = after.order.iter().take(FIRST).enumerate().filter_map(|(to, id)| {
            let from = ranked.order.iter().position(|other| other == id)?;
            (from > to).then_some((*id, from + 1, to + 1))
        });
        // Of equal climbs, the one that ends higher.
        let climb = climbs.reduce(|best, other| {
            let most = best.1 - best.2;
            if other.1 - other.2 > most { other } else { best }
        });
        Some(Outlook { first: *after.order.first()?, climb })
    }

    /// Findings that are usual in a cause and have no answer, the most telling first. Narrower
    /// findings of the patient answer wider ones.
    pub fn missing(&self, findings: &Findings, cause: CauseId, most: usize) -> Vec<TermId> {
        let Some(candidate) = self.candidates.get(cause.index()).and_then(Option::as_ref) else {
            return Vec::new();
        };
        let is_open = |term: TermId| {
            let is_answered = |(other, answer): (TermId, Answer)| match answer {
                Answer::Present => self.profiles.is_kind_of(other, term),
                Answer::Absent => self.profiles.is_kind_of(term, other),
                Answer::Unsure => term == other,
            };
            self.profiles.is_feature(term) && !findings.terms().any(is_answered)
        };
        let found =
            candidate.found.iter().filter(|(term, often)| *often >= OFTEN && is_open(*term));
        let mut found: Vec<(f64, TermId)> =
            found.map(|(term, often)| (often * self.profiles.tells(*term), *term)).collect();
        sorted::sort_by(&mut found, |one, other| {
            other.0.total_cmp(&one.0).then(one.1.cmp(&other.1))
        });
        let mut missing: Vec<TermId> = Vec::new();
        for (_, term) in found {
            let is_said = |other: &TermId| {
                self.profiles.is_kind_of(*other, term) || self.profiles.is_kind_of(term, *other)
            };
            if missing.len() < most && !missing.iter().any(is_said) {
                missing.push(term);
            }
        }
        missing
    }

    /// Through which term a finding speaks for a cause: the most telling of the finding and its
    /// wider terms that the cause has. `None` if it has none of them.
    pub fn matched(&self, term: TermId, cause: CauseId) -> Option<TermId> {
        let profiles = &self.profiles;
        let wider = profiles.wider(term).iter().copied();
        let having = wider.filter(|it| profiles.often(*it, cause) > 0.0);
        having.reduce(
            |best, other| {
                if profiles.tells(other) > profiles.tells(best) { other } else { best }
            },
        )
    }
}
