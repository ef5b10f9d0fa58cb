//! Search and filter: the one door to the core.
//!
//! [`Explorer::explore`] is a pure function from what a reader asks for to what is shown. It knows
//! no time, no storage, no framework and no wording.

use std::collections::BTreeMap;

use crate::catalogue::{Catalogue, Cause, CauseId};
use crate::facet::{Choice, Facet, Standing, standing};
use crate::index::{Index, NameId};
use crate::text;
use crate::view_state::ViewState;

/// The catalogue made searchable.
#[derive(Debug)]
pub struct Explorer {
    catalogue: &'static Catalogue,
    index: Index,
}

/// What is shown for a view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The causes, best first.
    pub rows: Vec<Row>,
    /// The causes that would be among them, but for something that is not recorded of them, best
    /// first. Not recorded is not no.
    pub not_recorded: Vec<Row>,
    /// How many causes the query finds, whatever is chosen.
    pub found: usize,
    /// How many causes there are without any filter.
    pub total: usize,
    /// Every value of every facet, in the order in which they are offered.
    pub choices: Vec<ChoiceCount>,
}

/// A cause in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which cause.
    pub cause: CauseId,
    /// The other name that was found, where the name itself was not: why the row is here.
    pub matched_synonym: Option<&'static str>,
}

/// A value of a facet as a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChoiceCount {
    /// Which value.
    pub choice: Choice,
    /// Whether it is chosen.
    pub chosen: bool,
    /// How many causes it would show: those found by the query that fit the other facets, whatever
    /// is chosen in its own.
    pub count: usize,
}

/// How well a name answers a query; better is less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    /// The words of the query are the whole name.
    Exact,
    /// The name begins with the words of the query, the last one perhaps unfinished.
    Start,
    /// Every word of the query begins a word of the name.
    Words,
}

/// Where a name puts its cause in the list; better is less: whole names first, then the name
/// shown before other names, then the better match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    not_whole: bool,
    other_name: bool,
    quality: Match,
}

impl Rank {
    fn new(quality: Match, other_name: bool) -> Self {
        Self { not_whole: quality != Match::Exact, other_name, quality }
    }
}

impl Explorer {
    /// Makes a catalogue searchable.
    pub fn new(catalogue: &'static Catalogue) -> Self {
        Self { catalogue, index: Index::build(catalogue) }
    }

    /// What to show for a view. The open entry makes no difference.
    ///
    /// Order: whole names, then the name shown before other names, beginnings before any words, then
    /// by name. An empty query finds everything, in the order of names.
    pub fn explore(&self, view: &ViewState) -> Results {
        let found = self.search(&view.query);
        let cause = |row: &Row| self.catalogue.cause(row.cause);
        let mut choices = Vec::new();
        for facet in Facet::ALL {
            let others: Vec<&Cause> = found
                .iter()
                .map(cause)
                .filter(|cause| standing(&view.chosen, Some(*facet), cause) == Standing::Fits)
                .collect();
            choices.extend(facet.choices(self.catalogue).into_iter().map(|choice| ChoiceCount {
                choice,
                chosen: view.chosen.contains(&choice),
                count: others.iter().filter(|cause| choice.fits(cause)).count(),
            }));
        }
        let found_count = found.len();
        let mut rows = Vec::new();
        let mut not_recorded = Vec::new();
        for row in found {
            match standing(&view.chosen, None, cause(&row)) {
                Standing::Fits => rows.push(row),
                Standing::NotRecorded => not_recorded.push(row),
                Standing::Differs => {}
            }
        }
        Results {
            rows,
            not_recorded,
            found: found_count,
            total: self.catalogue.cause_count(),
            choices,
        }
    }

    /// Every cause with a name that answers the query, best first.
    fn search(&self, query: &str) -> Vec<Row> {
        let words = text::words(query);
        let Some((first, rest)) = words.split_first() else {
            let all = self.catalogue.cause_ids();
            return all.map(|cause| Row { cause, matched_synonym: None }).collect();
        };
        let mut names: Vec<NameId> = self.index.prefixed(first).collect();
        names.sort_unstable();
        names.dedup();
        for word in rest {
            let mut holding: Vec<NameId> = self.index.prefixed(word).collect();
            holding.sort_unstable();
            names.retain(|name| holding.binary_search(name).is_ok());
        }
        let mut best: BTreeMap<CauseId, (Rank, NameId)> = BTreeMap::new();
        for name in names {
            let quality = matched(&words, self.name(name));
            let ranked = (Rank::new(quality, name.position > 0), name);
            let kept = best.entry(name.cause).or_insert(ranked);
            *kept = ranked.min(*kept);
        }
        let mut ranked: Vec<(Rank, NameId)> = best.into_values().collect();
        ranked.sort_by_key(|(rank, name)| (*rank, name.cause));
        ranked
            .into_iter()
            .map(|(rank, name)| Row {
                cause: name.cause,
                matched_synonym: rank.other_name.then(|| self.name(name)),
            })
            .collect()
    }

    fn name(&self, name: NameId) -> &'static str {
        let cause: &'static Cause = self.catalogue.cause(name.cause);
        cause.names().nth(usize::from(name.position)).unwrap_or(cause.name)
    }
}

/// How well a name that holds all words of a query answers it.
fn matched(query: &[String], name: &str) -> Match {
    let name = text::words(name);
    let begins = name.len() >= query.len()
        && query.iter().zip(&name).enumerate().all(|(position, (asked, word))| {
            if position + 1 == query.len() {
                word.starts_with(asked.as_str())
            } else {
                word == asked
            }
        });
    if begins && name == query {
        Match::Exact
    } else if begins {
        Match::Start
    } else {
        Match::Words
    }
}
