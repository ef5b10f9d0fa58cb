//! Search and filter: the one door to the core.
//!
//! [`Explorer::explore`] is a pure function from a view to its results. It knows no time, no
//! storage, no framework and no wording.
//!
//! ```
//! use myoclonus_explorer::catalogue::{Catalogue, Link};
//! use myoclonus_explorer::explorer::Explorer;
//! use myoclonus_explorer::view::ViewState;
//!
//! let catalogue = Catalogue::bundled();
//! let explorer = Explorer::new(catalogue);
//!
//! // A reader misspells "hiccup" in the search box.
//! let view = ViewState::default().asking("hicccup".to_owned());
//! let results = explorer.explore(&view);
//!
//! let first = results.rows.first().expect("a misspelt name is still found");
//! let Link::Cause(id) = first.entry else { unreachable!("the default page lists causes") };
//! assert_eq!(catalogue.cause(id).name, "Hiccup");
//! assert_eq!(results.fuzzy_words, ["hicccup"]);
//! ```

mod collection;
mod pair;
mod patient;

use std::ops::Range;

use self::collection::Collection;
use crate::catalogue::{Catalogue, Cause, Grade, Link, UrgencyGrade};
use crate::entry::{AGES, begins};
use crate::entry_set::EntrySet;
use crate::facet::{Choice, Facet, Facets};
use crate::search::medicines::{self, Item, What};
use crate::search::{Owner, Query, Ranked, Reasons, WordMatches};
use crate::sorted;
use crate::text;
use crate::view::{Order, Page, ViewState};

pub use crate::search::{Remark, SearchField};

/// The catalogue, searchable.
#[derive(Debug)]
pub struct Explorer {
    catalogue: &'static Catalogue,
    facets: Facets,
    causes: Collection,
    topics: Collection,
}

/// What a view shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The entries, best first.
    pub rows: Vec<Row>,
    /// The entries that fit all chosen facets except some without a record for them, best first.
    /// Not recorded does not mean no.
    pub not_recorded: Vec<Row>,
    /// How many entries match the query, whatever facets are chosen.
    pub found: usize,
    /// How many entries the page has without any filter.
    pub total: usize,
    /// Whether no entry has all the words of the query; those with the most are shown.
    pub partial: bool,
    /// Words of the query that none of the entries has.
    pub unmatched_words: Vec<String>,
    /// Words of the query for which only misspellings match.
    pub fuzzy_words: Vec<String>,
    /// What was not looked for as it was typed.
    pub remarks: Vec<Remark>,
    /// The entries of another number than the one that was asked, if no entry has it: other types
    /// of one disease. They are no results.
    pub other_types: Vec<Link>,
    /// The medicines of the view's list, in its order.
    pub medicines: Vec<ListedMedicine>,
    /// The medicines that the query lists, by their names alone; empty if it is no list.
    pub medicines_in_query: Vec<String>,
    /// How many words at the end of a very long query were not searched.
    pub ignored: usize,
    /// Whether the query is about one patient, so a reader may want to match what it says. Only
    /// the page of causes says so.
    pub tells_of_a_patient: bool,
    /// If nothing is shown: the filters that can be lifted, those that would show most first.
    pub ways_out: Vec<WayOut>,
    /// Entries of other pages whose names match the query, best first.
    pub elsewhere: Vec<Link>,
    /// The words of the index that match each word of the query, to mark them in texts.
    matches: Vec<WordMatches>,
    /// The phrases of the query, as the list of phrases has them.
    said: Vec<&'static str>,
    /// The entries that match the query and fit all facets.
    fitting: EntrySet,
    /// For each facet with a choice, the entries that fit all the others.
    fitting_others: Vec<(Facet, EntrySet)>,
}

impl Results {
    /// Whether words were searched for.
    pub fn is_sought(&self) -> bool {
        !self.matches.is_empty()
    }
}

/// An entry in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The entry.
    pub entry: Link,
    /// Whether some word only matches if it is misspelt.
    pub is_guess: bool,
    /// The texts besides its name by which it was found, and the phrases of the query that lead to
    /// it: positions that only its own results can read.
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

/// What one query finds on all pages.
#[derive(Clone, Debug, Default)]
pub struct Everywhere {
    /// The results of each page that has some, in the order of the pages.
    pub found: Vec<(Page, Results)>,
    /// What was not looked for among the causes as it was typed.
    pub remarks: Vec<Remark>,
    /// Causes of another number than the one that was asked, if none has it. They are no results.
    pub other_types: Vec<Link>,
    /// The medicines that the query lists, by their names alone; empty if it is no list.
    pub medicines: Vec<String>,
    /// Whether the query is about one patient, so a reader may want to match what it says.
    pub tells_of_a_patient: bool,
}

/// One medicine of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedMedicine {
    /// Its name as typed, without amounts.
    pub typed: String,
    /// What it is.
    pub what: Recognised,
}

/// What a medicine of a list is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recognised {
    /// Entries with this name.
    Found(Vec<Link>),
    /// Entries with a name that is only similar in spelling.
    Similar(Vec<Link>),
    /// The name of something that is not in this collection.
    NotHere,
    /// No name that is known.
    Unknown,
}

impl ListedMedicine {
    /// Whether it is in this collection.
    pub const fn is_here(&self) -> bool {
        matches!(self.what, Recognised::Found(_))
    }
}

/// A filter that can be lifted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WayOut {
    /// A facet, or `None` for the query.
    pub lifting: Option<Facet>,
    /// How many entries would be shown without it.
    pub count: usize,
}

/// How many entries of other pages are shown at most.
const MAX_ELSEWHERE: usize = 2;

impl Explorer {
    /// Makes a catalogue searchable.
    pub fn new(catalogue: &'static Catalogue) -> Self {
        Self {
            catalogue,
            facets: Facets::new(catalogue),
            causes: Collection::causes(catalogue),
            topics: Collection::topics(catalogue),
        }
    }

    /// The catalogue that is searched.
    pub const fn catalogue(&self) -> &'static Catalogue {
        self.catalogue
    }

    /// Takes one step of building the indexes, that of the causes first, so that the first query
    /// need not wait for them. Returns whether steps are left.
    pub fn prepare(&self) -> bool {
        self.causes.build_some() || self.catalogue.language().prepare() || self.topics.build_some()
    }

    /// The facets.
    pub const fn facets(&self) -> &Facets {
        &self.facets
    }

    /// The number of entries that a value would show: those that match the query and fit the other
    /// facets, whatever is chosen in its own. Counted on demand, because most values are folded.
    pub fn count(&self, results: &Results, choice: Choice) -> usize {
        let others = results.fitting_others.iter().find(|(facet, _)| *facet == choice.facet);
        let fitting = others.map_or(&results.fitting, |(_, fitting)| fitting);
        self.facets.value(choice).entries.count_common(fitting)
    }

    /// What to show for a view. The open entry and the compared entries make no difference.
    ///
    /// The order is [`ViewState::order`]. Relevance means the highest score first; at the same
    /// score, curated causes come before imported ones. Without a query, causes come by urgency,
    /// then by evidence. Ties keep the order of the catalogue, which for causes is by name. An
    /// empty query matches everything.
    pub fn explore(&self, view: &ViewState) -> Results {
        let query = Query::parse(&view.query);
        let elsewhere = self.elsewhere(view.page, &query);
        Results { elsewhere, ..self.on_page(view, &query) }
    }

    /// What to show for a view, without the entries of other pages.
    fn on_page(&self, view: &ViewState, query: &Query) -> Results {
        let mut listed = self.listed(view.page);
        let medicines = match view.page {
            Page::Causes if !view.medicines.is_empty() => {
                self.medicines(&view.medicines.join("\n"))
            }
            _ => Vec::new(),
        };
        if !medicines.is_empty() {
            listed = EntrySet::none(self.causes.size);
            for medicine in &medicines {
                if let Recognised::Found(entries) = &medicine.what {
                    for entry in entries {
                        if let Link::Cause(id) = entry {
                            listed.insert(id.index());
                        }
                    }
                }
            }
        }
        let mut results = Results { medicines, ..self.list(view, query, &listed) };
        if view.page == Page::Causes && query.has_words {
            let index = self.causes.index();
            let items = medicines::listed(&view.query, index).unwrap_or_default();
            results.medicines_in_query = items.into_iter().map(|item| item.typed).collect();
        }
        // What another page has is in this collection.
        results.remarks.retain(|remark| match remark {
            Remark::NotHere(word) => !self.is_label(word),
            Remark::NumberNotHere(number) => {
                let collections = [&self.causes, &self.topics];
                collections.iter().all(|it| it.index().numbered(number).is_empty())
            }
            _ => true,
        });
        results
    }

    /// What each medicine of a pasted list is, in the order of the list. Amounts are left out.
    pub fn medicines(&self, list: &str) -> Vec<ListedMedicine> {
        let index = self.causes.index();
        let links = |entries: Vec<Owner>| {
            entries.into_iter().map(|entry| (self.causes.link)(entry.index())).collect()
        };
        let items = medicines::read(list, index).into_iter();
        items
            .map(|Item { typed, what }| {
                let what = match what {
                    What::Found(entries) => Recognised::Found(links(entries)),
                    What::Similar(entries) => Recognised::Similar(links(entries)),
                    What::NotHere if self.is_label(&typed.to_lowercase()) => Recognised::Unknown,
                    What::NotHere => Recognised::NotHere,
                    What::Unknown => Recognised::Unknown,
                };
                ListedMedicine { typed, what }
            })
            .collect()
    }

    /// What a query finds on all pages with entries. If the entries of one page have all its words
    /// as typed, others that have only some of them, or similar ones, are left out. A page whose
    /// first entry has just this name comes first.
    pub fn everywhere(&self, query: &str) -> Everywhere {
        let asked = Query::parse(query);
        let pages = Page::ALL.iter().filter(|page| page.has_entries());
        let mut found: Vec<(Page, Results)> = pages
            .map(|page| {
                (*page, self.on_page(&ViewState::at(*page).asking(query.to_owned()), &asked))
            })
            .collect();
        let causes = found.iter().find(|(page, _)| *page == Page::Causes);
        let mut everywhere = causes.map_or_else(Everywhere::default, |(_, results)| Everywhere {
            remarks: results.remarks.clone(),
            other_types: results.other_types.clone(),
            medicines: results.medicines_in_query.clone(),
            tells_of_a_patient: results.tells_of_a_patient,
            found: Vec::new(),
        });
        found.retain(|(_, results)| !results.rows.is_empty());
        let looseness = |results: &Results| (results.partial, !results.fuzzy_words.is_empty());
        let best = found.iter().map(|(_, results)| looseness(results)).min();
        found.retain(|(_, results)| Some(looseness(results)) == best);
        let words = text::words(query);
        let is_named = |results: &Results| {
            let first = results.rows.first().map(|row| Catalogue::bundled().name_of(row.entry));
            first.is_some_and(|name| text::words(name) == words)
        };
        sorted::sort_by_key(&mut found, |(_, results)| !is_named(results));
        everywhere.found = found;
        everywhere
    }

    /// Why an entry is in the list of its results, besides its name: none, one or two of its other
    /// texts or of the phrases that lead to it.
    pub fn reasons(&self, results: &Results, row: Row) -> impl Iterator<Item = Reason> {
        row.reasons.into_iter().flatten().filter_map(move |id| {
            if let Some(phrase) = id.as_heard() {
                let text = results.said.get(phrase)?;
                return Some(Reason { field: SearchField::Said, text });
            }
            // Inside the closure: a row without reasons must not cause an index to be built.
            let collection = match row.entry {
                Link::Topic(_) => &self.topics,
                Link::Cause(_) | Link::Category(_) => &self.causes,
            };
            let index = collection.index();
            Some(Reason { field: index.text(id).field, text: index.written(id) })
        })
    }

    /// The places in a text, in bytes, with words that match the query.
    ///
    /// The search has found these words already, but only the few visible texts need marks. Finding
    /// the words again costs less than keeping the postings of all entries.
    pub fn marks(&self, results: &Results, page: Page, text: &str) -> Vec<Range<usize>> {
        let mut marks: Vec<Range<usize>> = Vec::new();
        if results.matches.is_empty() {
            return marks;
        }
        let index = self.collection(page).index();
        let is_match = |word: &str| {
            let found = index.exact(word);
            !found.is_empty()
                && results.matches.iter().any(|matches| {
                    // A single letter begins too many words: marks on all of them would flicker. A
                    // stop word is marked as a whole word only.
                    let kind = matches.kind(found.start).filter(|_| matches.typed_length > 1);
                    kind.is_some_and(|kind| kind.is_whole() || !matches.is_stop_word)
                })
        };
        let mut last: Option<(String, Range<usize>)> = None;
        text::each_word(text, |word, place| {
            if is_match(word) || text::spelling(word).is_some_and(|one| is_match(&one)) {
                marks.push(place.clone());
            } else if let Some((before, begins)) = &last
                && text.get(begins.end..place.start) == Some("-")
                && is_match(&format!("{before}{word}"))
            {
                // A hyphenated word that was typed as one, unless the first part alone matches.
                if marks.last().is_none_or(|mark| mark.end <= begins.start) {
                    marks.push(begins.start..place.end);
                }
            }
            last = Some((word.to_owned(), place));
        });
        marks
    }

    /// Whether a folded word begins a word in a label of any entry.
    fn is_label(&self, word: &str) -> bool {
        [&self.causes, &self.topics].iter().any(|it| it.index().begins_label(word))
    }

    /// The collection that holds the entries of a page.
    fn collection(&self, page: Page) -> &Collection {
        if page == Page::Causes { &self.causes } else { &self.topics }
    }

    /// The entries of a page, without any filter.
    fn listed(&self, page: Page) -> EntrySet {
        if page == Page::Causes {
            return self.causes.all();
        }
        let kinds = page.kinds();
        let mut listed = EntrySet::none(self.topics.size);
        for (id, topic) in self.catalogue.all_topics() {
            if kinds.contains(&topic.kind) {
                listed.insert(id.index());
            }
        }
        listed
    }

    /// Entries that a page does not list and whose names match the query, causes before topics.
    fn elsewhere(&self, page: Page, query: &Query) -> Vec<Link> {
        if page == Page::Causes {
            return self.topics.named(query, &self.topics.all(), MAX_ELSEWHERE);
        }
        if page.kinds().is_empty() {
            return Vec::new();
        }
        let mut others = self.topics.all();
        others.remove(&self.listed(page));
        let mut named = self.causes.named(query, &self.causes.all(), MAX_ELSEWHERE);
        named.extend(self.topics.named(query, &others, MAX_ELSEWHERE));
        named.truncate(MAX_ELSEWHERE);
        named
    }

    /// The list of a page with the entries `listed`.
    fn list(&self, view: &ViewState, query: &Query, listed: &EntrySet) -> Results {
        let collection = self.collection(view.page);
        let beside = if view.page == Page::Causes { &self.topics } else { &self.causes };
        let ranked = collection.rank(query, listed, &|word| beside.index().knows(word));
        let found = ranked.as_ref().map_or_else(|| listed.clone(), |ranked| ranked.entries.clone());
        // Genes are no entries: their page asks `crate::genes`.
        let facets = view.page.facets().filter(|_| view.page.has_entries());
        let chosen: Vec<(Facet, EntrySet)> = facets
            .filter_map(|facet| Some((facet, self.facets.fitting(facet, &view.chosen)?)))
            .collect();
        // The entries of `within` that fit all facets, except perhaps one that is lifted.
        let fit_all_except = |lifted: Option<Facet>, within: &EntrySet| {
            let mut fits = within.clone();
            for (_, others) in chosen.iter().filter(|(facet, _)| Some(*facet) != lifted) {
                fits.keep(others);
            }
            fits
        };
        let shown = fit_all_except(None, &found);
        let mut unknown = found.clone();
        for (facet, fits) in &chosen {
            let mut possible = listed.clone();
            possible.remove(&self.facets.table(*facet).recorded);
            possible.add(fits);
            unknown.keep(&possible);
        }
        unknown.remove(&shown);
        let rows = |entries: &EntrySet| self.rows(view.order, collection, entries, ranked.as_ref());
        let mut results = Results {
            rows: rows(&shown),
            not_recorded: rows(&unknown),
            found: found.count(),
            total: listed.count(),
            fitting_others: chosen
                .iter()
                .map(|(facet, _)| (*facet, fit_all_except(Some(*facet), &found)))
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
                ways_out
                    .push(WayOut { lifting: None, count: fit_all_except(None, listed).count() });
            }
            ways_out.retain(|way| way.count > 0);
            sorted::sort_by_key(&mut ways_out, |way| std::cmp::Reverse(way.count));
            results.ways_out = ways_out;
        }
        if let Some(ranked) = ranked {
            results.partial = ranked.partial;
            results.unmatched_words = ranked.unmatched_words;
            results.fuzzy_words = ranked.fuzzy_words;
            results.remarks = ranked.remarks;
            let others = ranked.other_types.positions();
            results.other_types = others.map(collection.link).collect();
            results.ignored = ranked.reading.ignored;
            results.tells_of_a_patient =
                view.page == Page::Causes && self.tells_of_a_patient(&ranked.reading);
            results.matches = ranked.matches;
            results.said = ranked.reading.heard.iter().map(|heard| heard.said).collect();
        }
        results
    }

    /// The entries as rows, in order.
    fn rows(
        &self,
        order: Order,
        collection: &Collection,
        entries: &EntrySet,
        ranked: Option<&Ranked>,
    ) -> Vec<Row> {
        // One number for each entry, its key before its position, is sorted faster than two.
        let keyed = |entry| {
            let key = self.sort_key(order, collection, ranked, entry);
            u64::from(key) << u32::BITS | entry as u64
        };
        let mut rows: Vec<u64> = entries.positions().map(keyed).collect();
        rows.sort_unstable();
        let row = |keyed: u64| {
            let entry = (keyed & u64::from(u32::MAX)) as usize;
            Row {
                entry: (collection.link)(entry),
                is_guess: ranked.is_some_and(|ranked| ranked.guessed.contains(entry)),
                reasons: ranked.map(|ranked| ranked.reasons[entry]).unwrap_or_default(),
            }
        };
        rows.into_iter().map(row).collect()
    }

    /// The key by which an entry is sorted; the lowest comes first.
    fn sort_key(
        &self,
        order: Order,
        collection: &Collection,
        ranked: Option<&Ranked>,
        entry: usize,
    ) -> u32 {
        let cause = match (collection.link)(entry) {
            Link::Cause(id) => Some(self.catalogue.cause(id)),
            Link::Topic(_) | Link::Category(_) => None,
        };
        // Grades are declared in their order, the most urgent and the best first.
        let urgency = |cause: &Cause| {
            cause.urgency.as_ref().map_or(UrgencyGrade::ALL.len(), |urgency| urgency.grade.index())
        };
        let evidence = |cause: &'static Cause| Grade::of(self.catalogue, cause).index();
        let key = match (order, cause) {
            (Order::Category, Some(cause)) => cause.category.index(),
            (Order::Evidence, Some(cause)) => evidence(cause),
            (Order::Urgency, Some(cause)) => urgency(cause),
            (Order::Begins, Some(cause)) => begins(self.catalogue, cause)
                .and_then(|begins| begins.ages.iter().position(|begins| *begins))
                .unwrap_or(AGES),
            (Order::Relevance, Some(cause)) if ranked.is_none() => {
                urgency(cause) * Grade::ALL.len() + evidence(cause)
            }
            (Order::Name, _) => 0,
            // Topics have no other order. A score is at most a few thousand for each word.
            (Order::Relevance, _) | (_, None) => {
                let score = ranked.map_or(0, |ranked| ranked.scores[entry]);
                let demoted = collection.demoted.contains(entry);
                return 2 * (u32::MAX / 2 - score) + u32::from(demoted);
            }
        };
        // All others are small: a grade, a category or a group of ages.
        u32::try_from(key).unwrap_or(u32::MAX)
    }
}
