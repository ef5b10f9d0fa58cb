//! The findings of several causes: what tells them apart, and what several of them share.
//!
//! A finding that is not recorded of a cause was not denied there, so it is never shown as absent.

use crate::catalogue::{Catalogue, Cause, FoundFeature, Frequency, TermId};
use crate::entry::distinctive::{Rarity, are_related, distinctive, findings, surely};
use crate::sorted;

/// How many findings of each cause tell it apart.
const MOST_APART: usize = 6;

/// A finding that is recorded of two or more causes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The finding.
    pub term: TermId,
    /// What is recorded of each cause, in the order of the causes.
    pub cells: Vec<SharedCell>,
}

/// What is recorded of one cause about a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharedCell {
    /// Nothing.
    NotRecorded,
    /// The finding itself, with how often.
    Found(&'static [Frequency]),
    /// Only a narrower finding, the most frequent one, with how often.
    Narrower(TermId, &'static [Frequency]),
    /// It was looked for and found in no patient.
    Absent(&'static [Frequency]),
}

impl SharedCell {
    const fn is_present(self) -> bool {
        matches!(self, Self::Found(_) | Self::Narrower(..))
    }

    /// The share of patients who surely have it, for the order of the lines.
    fn surely(self) -> u32 {
        match self {
            Self::Found(frequency) | Self::Narrower(_, frequency) => {
                surely(frequency).unwrap_or_default()
            }
            Self::NotRecorded | Self::Absent(_) => 0,
        }
    }
}

/// For each cause, the findings that are recorded of this one alone, the most telling first.
pub(super) fn apart(
    catalogue: &'static Catalogue,
    rarity: &Rarity,
    causes: &[&'static Cause],
) -> Vec<Vec<FoundFeature>> {
    let ontology = catalogue.ontology();
    let all: Vec<Vec<FoundFeature>> = causes.iter().map(|it| findings(catalogue, it)).collect();
    let of_each = causes.iter().enumerate().map(|(at, cause)| {
        let others = all.iter().enumerate().filter(|(other, _)| *other != at);
        let others: Vec<TermId> = others.flat_map(|(_, of)| of).map(|it| it.term).collect();
        let is_shared = |term| others.iter().any(|other| are_related(ontology, *other, term));
        distinctive(catalogue, rarity, cause, is_shared, MOST_APART)
    });
    of_each.collect()
}

/// The findings of two or more of the causes: those of most causes first, then the most frequent.
pub(super) fn shared(catalogue: &'static Catalogue, causes: &[&'static Cause]) -> Vec<Shared> {
    let ontology = catalogue.ontology();
    let all: Vec<Vec<FoundFeature>> = causes.iter().map(|it| findings(catalogue, it)).collect();
    let absent = |cause: &'static Cause, term: TermId| {
        let annotations = cause.annotated.iter().flat_map(|rare| catalogue.annotations(rare));
        let mut absent = annotations.filter(|it| it.absent).map(|it| it.found);
        absent.find(|found| found.term == term).map(|found| found.frequency)
    };
    let cell = |cause: &'static Cause, of: &[FoundFeature], term: TermId| {
        if let Some(found) = of.iter().find(|found| found.term == term) {
            return SharedCell::Found(found.frequency);
        }
        if let Some(frequency) = absent(cause, term) {
            return SharedCell::Absent(frequency);
        }
        let narrower = of.iter().filter(|found| ontology.is_kind_of(found.term, term));
        let most = narrower.max_by_key(|found| surely(found.frequency));
        most.map_or(SharedCell::NotRecorded, |it| SharedCell::Narrower(it.term, it.frequency))
    };
    let terms: Vec<TermId> = sorted::once(all.iter().flatten().map(|found| found.term));
    let lines = terms.into_iter().map(|term| {
        let cells = causes.iter().zip(&all).map(|(cause, of)| cell(cause, of, term)).collect();
        Shared { term, cells }
    });
    let present = |line: &Shared| line.cells.iter().filter(|cell| cell.is_present()).count();
    let mut lines: Vec<Shared> = lines.filter(|line| present(line) > 1).collect();
    // A wider finding of one cause says nothing new beside a narrower one of the same causes.
    let is_said = |line: &Shared| {
        let own = line.cells.iter().filter(|cell| matches!(cell, SharedCell::Found(_))).count();
        let covers = |other: &Shared| {
            other.term != line.term
                && ontology.is_kind_of(other.term, line.term)
                && line
                    .cells
                    .iter()
                    .zip(&other.cells)
                    .all(|(it, narrow)| !it.is_present() || narrow.is_present())
        };
        own < 2 && lines.iter().any(covers)
    };
    let said: Vec<bool> = lines.iter().map(is_said).collect();
    let mut said = said.into_iter();
    lines.retain(|_| !said.next().unwrap_or_default());
    let often = |line: &Shared| line.cells.iter().map(|cell| cell.surely()).sum::<u32>();
    sorted::sort_by_key(&mut lines, |line| std::cmp::Reverse((present(line), often(line))));
    lines
}
