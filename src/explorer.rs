//! Search and filter: the one door to the core.
//!
//! [`Explorer::explore`] is a pure function from what a reader asks for to what is shown. It knows
//! no time, no storage, no framework and no wording.

use std::ops::Range;
use std::sync::OnceLock;

use crate::catalogue::{Catalogue, CauseId, Grade, Link, TopicId, UrgencyGrade};
use crate::entry_set::EntrySet;
use crate::facet::{Choice, Facet, Facets};
use crate::search::documents;
use crate::search::index::Index;
use crate::search::query::{Query, WordMatches};
use crate::search::rank::{Ranked, Reasons, rank};
use crate::text;
use crate::view::{Page, Sort, ViewState};

pub use crate::search::index::SearchField;

/// The catalogue made searchable.
///
/// The indexes are made when they are first asked for: a list without a query does not wait for them.
#[derive(Debug)]
pub struct Explorer {
    catalogue: &'static Catalogue,
    facets: Facets,
    causes: OnceLock<Index>,
    topics: OnceLock<Index>,
}

/// What is shown for a view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The entries, best first.
    pub rows: Vec<Row>,
    /// The entries that would be among them, but for something that is not recorded of them, best
    /// first. Not recorded is not no.
    pub not_recorded: Vec<Row>,
    /// How many entries the query finds, whatever is chosen.
    pub found: usize,
    /// How many entries the page has without any filter.
    pub total: usize,
    /// Whether no entry has all the words of the query, so that those with the most are shown.
    pub partial: bool,
    /// Words of the query that none of the entries has.
    pub unmatched_words: Vec<String>,
    /// Words that stand nowhere as typed, and for which similar ones were taken.
    pub fuzzy_words: Vec<String>,
    /// How many words at the end of a very long query were not looked for.
    pub ignored: usize,
    /// What to lift, where nothing is shown, and how many entries that would show; most first.
    pub ways_out: Vec<WayOut>,
    /// Entries of other pages whose names answer the query, best first.
    pub elsewhere: Vec<Link>,
    /// What each word of the query may mean, for marking where it was found.
    matches: Vec<WordMatches>,
    /// The entries found by the query that fit all facets.
    fitting: EntrySet,
    /// For each facet in which something is chosen, those that fit all the others.
    fitting_others: Vec<(Facet, EntrySet)>,
}

/// An entry in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which entry.
    pub entry: Link,
    /// The texts besides its name by which it was found.
    reasons: Reasons,
}

/// Why an entry is in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What the text is to the entry.
    pub field: SearchField,
    /// The text.
    pub text: &'static str,
}

/// A filter that can be lifted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WayOut {
    /// Which one: a facet, or the query.
    pub lifting: Option<Facet>,
    /// How many entries would be shown without it.
    pub count: usize,
}

/// How many entries of other pages are named at most.
const MAX_ELSEWHERE: usize = 2;

impl Explorer {
    /// Makes a catalogue searchable.
    pub fn new(catalogue: &'static Catalogue) -> Self {
        Self {
            catalogue,
            facets: Facets::new(catalogue),
            causes: OnceLock::new(),
            topics: OnceLock::new(),
        }
    }

    /// The catalogue that is searched.
    pub const fn catalogue(&self) -> &'static Catalogue {
        self.catalogue
    }

    /// The index of the causes; the first call makes it.
    pub fn causes(&self) -> &Index {
        self.causes.get_or_init(|| {
            let (shared, texts) = documents::of_causes(self.catalogue);
            let size = self.catalogue.cause_count();
            let mut imported = EntrySet::none(size);
            for id in self.catalogue.cause_ids().filter(|id| self.catalogue.cause(*id).imported) {
                imported.insert(id.index());
            }
            Index::build(size, imported, shared, texts)
        })
    }

    /// The index of the topics; the first call makes it.
    pub fn topics(&self) -> &Index {
        self.topics.get_or_init(|| {
            let texts = documents::of_topics(self.catalogue);
            let size = self.catalogue.topic_count();
            Index::build(size, EntrySet::none(size), Vec::new(), texts)
        })
    }

    /// The facets.
    pub const fn facets(&self) -> &Facets {
        &self.facets
    }

    /// How many entries a value would show: those found by the query that fit the other facets, whatever
    /// is chosen in its own. Counted when it is asked for, because most values are folded away.
    pub fn count(&self, results: &Results, choice: Choice) -> usize {
        let others = results.fitting_others.iter().find(|(facet, _)| *facet == choice.facet);
        let fitting = others.map_or(&results.fitting, |(_, fitting)| fitting);
        self.facets.value(choice).entries.count_common(fitting)
    }

    /// What to show for a view. The open entry and what is compared make no difference.
    ///
    /// Order: as [`ViewState::sort`] says; by relevance, what [`rank`] makes of it, and of what matches as
    /// well, curated causes before imported ones. Ties go by the order of the catalogue, which for causes
    /// is by name. An empty query finds everything.
    pub fn explore(&self, view: &ViewState) -> Results {
        let query = Query::parse(&view.query);
        match view.page {
            Page::Causes => {
                let base = EntrySet::all(self.catalogue.cause_count());
                let id = |position: usize| Link::Cause(CauseId::at(position));
                let mut results = self.list(view, &query, Self::causes, base, id);
                let topics = EntrySet::all(self.catalogue.topic_count());
                results.elsewhere = self.named(&query, Self::topics, &topics, topic);
                results
            }
            page => {
                let kinds = page.kinds();
                let mut base = EntrySet::none(self.catalogue.topic_count());
                for (id, topic) in self.catalogue.all_topics() {
                    if kinds.contains(&topic.kind) {
                        base.insert(id.index());
                    }
                }
                let elsewhere = if kinds.is_empty() {
                    Vec::new()
                } else {
                    let causes = EntrySet::all(self.catalogue.cause_count());
                    let mut others = EntrySet::all(self.catalogue.topic_count());
                    others.remove(&base);
                    let cause = |at: usize| Link::Cause(CauseId::at(at));
                    let mut named = self.named(&query, Self::causes, &causes, cause);
                    named.extend(self.named(&query, Self::topics, &others, topic));
                    named.truncate(MAX_ELSEWHERE);
                    named
                };
                let mut results = self.list(view, &query, Self::topics, base, topic);
                results.elsewhere = elsewhere;
                results
            }
        }
    }

    /// Why an entry is in the list, besides its name: by none, one or two of its other texts.
    pub fn reasons(&self, row: Row) -> impl Iterator<Item = Reason> {
        row.reasons.into_iter().flatten().map(move |id| {
            // A row without reasons was not searched for, and must not be why an index is made.
            let index = match row.entry {
                Link::Topic(_) => self.topics(),
                Link::Cause(_) | Link::Category(_) => self.causes(),
            };
            let text = index.text(id);
            Reason { field: text.field, text: text.text }
        })
    }

    /// The places in a text, in bytes, where words stand that answer the query.
    pub fn marks(&self, results: &Results, page: Page, text: &str) -> Vec<Range<usize>> {
        let mut marks: Vec<Range<usize>> = Vec::new();
        if results.matches.is_empty() {
            return marks;
        }
        let index = if page == Page::Causes { self.causes() } else { self.topics() };
        let matches = |word: &str| {
            let found = index.exact(word);
            !found.is_empty()
                && results.matches.iter().any(|matches| {
                    // A single letter begins so many words that marking them would only make the
                    // list flicker; and a word that says little is meant whole, if at all.
                    let kind = matches.kind(found.start).filter(|_| matches.typed > 1);
                    kind.is_some_and(|kind| kind.is_whole() || !matches.is_stop_word)
                })
        };
        let mut last: Option<(String, Range<usize>)> = None;
        text::each_word(text, |word, place| {
            if matches(word) || text::spelling(word).is_some_and(|one| matches(&one)) {
                marks.push(place.clone());
            } else if let Some((before, begins)) = &last
                && text.get(begins.end..place.start) == Some("-")
                && matches(&format!("{before}{word}"))
            {
                // The parts of a hyphenated word that was typed as one, unless the first part alone
                // was meant.
                if marks.last().is_none_or(|mark| mark.end <= begins.start) {
                    marks.push(begins.start..place.end);
                }
            }
            last = Some((word.to_owned(), place));
        });
        marks
    }

    /// The list of one page.
    fn list(
        &self,
        view: &ViewState,
        query: &Query,
        index: fn(&Self) -> &Index,
        base: EntrySet,
        id: impl Fn(usize) -> Link,
    ) -> Results {
        let ranked = self.rank(index, query, &base);
        let found = ranked.as_ref().map_or_else(|| base.clone(), |ranked| ranked.entries.clone());
        let facets = view.page.facets();
        let chosen: Vec<(Facet, EntrySet)> = facets
            .filter_map(|facet| Some((facet, self.facets.fitting(facet, &view.chosen)?)))
            .collect();
        // What fits all facets but one.
        let but = |lifted: Option<Facet>, within: &EntrySet| {
            let mut fits = within.clone();
            for (_, others) in chosen.iter().filter(|(facet, _)| Some(*facet) != lifted) {
                fits.keep(others);
            }
            fits
        };
        let shown = but(None, &found);
        let mut unknown = found.clone();
        for (facet, fits) in &chosen {
            let mut possible = base.clone();
            possible.remove(&self.facets.table(*facet).recorded);
            possible.add(fits);
            unknown.keep(&possible);
        }
        unknown.remove(&shown);
        let rows = |entries: &EntrySet| self.rows(view.sort, entries, ranked.as_ref(), &id);
        let mut results = Results {
            rows: rows(&shown),
            not_recorded: rows(&unknown),
            found: found.count(),
            total: base.count(),
            fitting_others: chosen
                .iter()
                .map(|(facet, _)| (*facet, but(Some(*facet), &found)))
                .collect(),
            fitting: shown,
            ..Results::default()
        };
        if results.rows.is_empty() {
            let counts = results.fitting_others.iter();
            let mut ways_out: Vec<WayOut> = counts
                .map(|(facet, fitting)| WayOut { lifting: Some(*facet), count: fitting.count() })
                .collect();
            if ranked.is_some() {
                ways_out.push(WayOut { lifting: None, count: but(None, &base).count() });
            }
            ways_out.retain(|way| way.count > 0);
            ways_out.sort_by_key(|way| std::cmp::Reverse(way.count));
            results.ways_out = ways_out;
        }
        if let Some(ranked) = ranked {
            results.partial = ranked.partial;
            results.unmatched_words = ranked.unmatched_words;
            results.fuzzy_words = ranked.fuzzy_words;
            results.ignored = query.ignored;
            results.matches = ranked.matches;
        }
        results
    }

    /// What matches a query; nothing for an empty one, which needs no index.
    fn rank(&self, index: fn(&Self) -> &Index, query: &Query, among: &EntrySet) -> Option<Ranked> {
        if query.words.is_empty() { None } else { Some(rank(index(self), query, among)) }
    }

    /// Entries as rows, in order.
    fn rows(
        &self,
        sort: Sort,
        entries: &EntrySet,
        ranked: Option<&Ranked>,
        id: &impl Fn(usize) -> Link,
    ) -> Vec<Row> {
        let mut rows: Vec<(u32, usize)> =
            entries.positions().map(|entry| (self.place(sort, ranked, entry, id), entry)).collect();
        rows.sort_unstable();
        rows.into_iter()
            .map(|(_, entry)| Row {
                entry: id(entry),
                reasons: ranked.map(|ranked| ranked.reasons[entry]).unwrap_or_default(),
            })
            .collect()
    }

    /// Where an entry stands; less is first.
    fn place(
        &self,
        sort: Sort,
        ranked: Option<&Ranked>,
        entry: usize,
        id: &impl Fn(usize) -> Link,
    ) -> u32 {
        let cause = match id(entry) {
            Link::Cause(id) => Some(self.catalogue.cause(id)),
            _ => None,
        };
        match (sort, cause) {
            (Sort::Category, Some(cause)) => {
                let category = cause.category.index();
                u32::try_from(category).unwrap_or(u32::MAX)
            }
            (Sort::Evidence, Some(cause)) => {
                let grade = Grade::of(self.catalogue, cause);
                let position = Grade::ALL.iter().position(|each| *each == grade);
                position.and_then(|position| u32::try_from(position).ok()).unwrap_or(u32::MAX)
            }
            (Sort::Urgency, Some(cause)) => match cause.urgency.as_ref().map(|it| it.grade) {
                Some(UrgencyGrade::Emergency) => 0,
                Some(UrgencyGrade::Soon) => 1,
                Some(UrgencyGrade::Routine) => 2,
                None => 3,
            },
            (Sort::Name, _) => 0,
            // Of what matches as well, what somebody has curated comes first. A score is at most a few
            // thousand for each word.
            _ => {
                let score = ranked.map_or(0, |ranked| ranked.scores[entry]);
                2 * (u32::MAX / 2 - score) + u32::from(cause.is_some_and(|cause| cause.imported))
            }
        }
    }

    /// Those of some entries whose names answer a query, best first; only a few.
    fn named(
        &self,
        query: &Query,
        index: fn(&Self) -> &Index,
        among: &EntrySet,
        id: impl Fn(usize) -> Link,
    ) -> Vec<Link> {
        // A likeness is no reason to lead a reader to another page.
        let sure = |ranked: &Ranked| {
            !ranked.partial && ranked.matches.iter().all(|matches| !matches.loose)
        };
        let ranked = self.rank(index, query, among).filter(sure);
        let Some(ranked) = ranked else { return Vec::new() };
        let mut named: Vec<(u32, usize)> = ranked
            .named
            .positions()
            .map(|entry| (u32::MAX - ranked.scores[entry], entry))
            .collect();
        named.sort_unstable();
        named.into_iter().take(MAX_ELSEWHERE).map(|(_, entry)| id(entry)).collect()
    }
}

fn topic(position: usize) -> Link {
    Link::Topic(TopicId::at(position))
}
