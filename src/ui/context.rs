//! The application-wide signals.
//!
//! The view is the only source of truth; everything else is derived from it. Does not know how the
//! view gets into the address.

use std::ops::Deref;
use std::sync::{Arc, LazyLock};

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Link};
use crate::differential::Differential;
use crate::entry::{Rarity, Relations};
use crate::explorer::{Explorer, Results};
use crate::facet::{Choice, Facet};
use crate::finding_search::FindingSearch;
use crate::steps::InSteps;
use crate::ui::edition::Edition;
use crate::view::address::Parsed;
use crate::view::{Page, ViewState};

/// Searches what finds entries, until what is read in them has arrived.
static FIRST: LazyLock<Explorer> = LazyLock::new(|| Explorer::new(Catalogue::first()));

/// Searches everything. Asked for only once everything is there.
static WHOLE: LazyLock<Explorer> = LazyLock::new(|| Explorer::new(Catalogue::bundled()));

static RELATIONS: LazyLock<Relations> = LazyLock::new(|| Relations::build(Catalogue::bundled()));

static RARITY: LazyLock<Rarity> = LazyLock::new(|| Rarity::count(Catalogue::bundled()));

static DIFFERENTIAL: LazyLock<InSteps<Differential>> =
    LazyLock::new(|| Differential::in_steps(Catalogue::bundled()));

static FINDINGS: LazyLock<InSteps<FindingSearch>> =
    LazyLock::new(|| FindingSearch::in_steps(Catalogue::bundled()));

/// What is there of the catalogue, made searchable.
pub(crate) fn explorer() -> &'static Explorer {
    if Catalogue::bundled().is_whole() { &WHOLE } else { &FIRST }
}

/// Whether the texts of the entries have arrived. They come after the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// It is on its way.
    Awaited,
    /// It is on its way, but nothing has come from the network for so many seconds.
    Silent(u32),
    /// It is there.
    Here,
    /// It has not come, for this reason.
    Lost(String),
}

impl Reading {
    /// As it is at the start: on its way in a browser, there on the build machine.
    fn at_start() -> Self {
        if Catalogue::bundled().is_whole() { Self::Here } else { Self::Awaited }
    }

    /// Whether it may still come by itself.
    pub(crate) fn is_awaited(&self) -> bool {
        matches!(self, Self::Awaited | Self::Silent(_))
    }
}

/// Results, with the explorer that found them. Only that one can say why.
#[derive(Debug)]
pub(crate) struct Searched {
    /// The explorer.
    pub(crate) by: &'static Explorer,
    results: Results,
}

impl Searched {
    /// What a search gives.
    pub(crate) fn new(by: &'static Explorer, results: Results) -> Self {
        Self { by, results }
    }
}

impl PartialEq for Searched {
    fn eq(&self, other: &Self) -> bool {
        self.results == other.results
    }
}

impl Deref for Searched {
    type Target = Results;

    fn deref(&self) -> &Results {
        &self.results
    }
}

/// The relations between entries, for entries that are read.
pub(crate) fn relations() -> &'static Relations {
    &RELATIONS
}

/// The causes ready to be compared with a patient, at the first call.
pub(crate) fn differential() -> &'static Differential {
    DIFFERENTIAL.get()
}

/// What can be known of a patient made searchable, at the first call.
pub(crate) fn finding_search() -> &'static FindingSearch {
    FINDINGS.get()
}

/// Takes one step of making the table in which the box of Match searches. Returns whether steps are
/// left.
pub(crate) fn prepare_box() -> bool {
    FINDINGS.step()
}

/// Takes one step of making the tables of Match, that of the box first. Returns whether steps are
/// left.
pub(crate) fn prepare_match() -> bool {
    prepare_box() || DIFFERENTIAL.step()
}

/// How many entries have each finding, counted at the first call.
pub(crate) fn rarity() -> &'static Rarity {
    &RARITY
}

/// Runs the search and records how long it took as the performance measure `explore`, if the
/// browser supports that. Only the last one is kept, so nothing piles up.
fn timed<T>(search: impl FnOnce() -> T) -> T {
    const MEASURE: &str = "explore";
    const START: &str = "explore-start";
    // On the build machine no one reads it.
    let performance = if cfg!(target_arch = "wasm32") { window().performance() } else { None };
    let Some(performance) = performance else { return search() };
    performance.clear_measures_with_measure_name(MEASURE);
    // Marks fail only under names that browsers reserve.
    let _ = performance.mark(START);
    let result = search();
    let _ = performance.measure_with_start_mark(MEASURE, START);
    performance.clear_marks_with_mark_name(START);
    result
}

/// The signals that every component may read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ExploreContext {
    /// The present view. Only `location` writes it.
    pub(crate) view: RwSignal<ViewState>,
    /// The parts of the address that mean nothing here. Written by `location`, and emptied when the
    /// reader closes the note.
    pub(crate) unknown: RwSignal<Vec<String>>,
    /// The views that may have been meant, if the address leads nowhere. Written by `location`.
    pub(crate) nearest: RwSignal<Vec<ViewState>>,
    /// The present view without the open entry and the comparison: what its list depends on.
    pub(crate) asked: Memo<ViewState>,
    /// How many rows the reader wants to see, and of which list.
    pub(crate) wanted: RwSignal<Option<(ViewState, usize)>>,
    /// While the reader types: how much of the list is enough, in CSS pixels. Only `browser::hurry`
    /// writes it.
    pub(crate) hurry: RwSignal<Option<f64>>,
    /// The facets that the reader has unfolded, and those folded again, for this visit.
    pub(crate) folds: StoredValue<Vec<(Facet, bool)>>,
    /// The results of the search and the filters.
    pub(crate) results: Memo<Arc<Searched>>,
    /// The page, and the results in which the values of its filters are counted: while the reader
    /// types, those from before. No one looks at the filters then, and each key would draw them.
    pub(crate) counted: Memo<(Page, Arc<Searched>)>,
    /// Whether what is read in entries has arrived. Only `browser::reading` writes it.
    pub(crate) reading: RwSignal<Reading>,
    /// Whether the reader has touched the page. Only `app` writes it.
    pub(crate) used: RwSignal<bool>,
    /// Whether the view was searched again because what is read in entries had arrived. That
    /// happens only on a page that no one has touched, or without a row: otherwise the rows stay
    /// until the next key, because a reader may be about to press one. Only `browser::reading`
    /// writes it.
    pub(crate) searched_again: RwSignal<bool>,
    /// The present page.
    pub(crate) page: Memo<Page>,
    /// The last view of each page, in the order of [`Page::ALL`]: search and filters, without the
    /// open entry. Kept for this visit. Not a signal: it matters only when the page changes, and
    /// must not wake the links of all pages at every key.
    pub(crate) left: StoredValue<Vec<ViewState>>,
    /// The chosen values of the facets. Every value on the page follows them, and must not be asked
    /// at every key.
    pub(crate) chosen: Memo<Vec<Choice>>,
    /// The slug of the open entry.
    pub(crate) open: Memo<Option<String>>,
    /// Whether the view is embedded in another page, where it is read only.
    pub(crate) embedded: Memo<bool>,
    /// The entries chosen to be compared.
    pub(crate) compared: Memo<Vec<Link>>,
    /// Whether the keys dialogue is open.
    pub(crate) keys_shown: RwSignal<bool>,
}

impl ExploreContext {
    /// Creates the signals for the view of the first address, and provides them to all components
    /// below.
    pub(crate) fn provide(Parsed { view, unknown, nearest }: Parsed) -> Self {
        let view = RwSignal::new(view);
        // The list does not depend on the open entry or on the comparison, so changing these must
        // not search again.
        let asked = Memo::new(move |_| {
            view.with(|view| ViewState { compared: Vec::new(), ..view.closing() })
        });
        let reading = RwSignal::new(Reading::at_start());
        let searched_again = RwSignal::new(false);
        let results = Memo::new(move |_| {
            asked.with(|asked| {
                searched_again.track();
                let by = explorer();
                Arc::new(Searched::new(by, timed(|| by.explore(asked))))
            })
        });
        let hurry = RwSignal::new(None::<f64>);
        let chosen = Memo::new(move |_| view.with(|view| view.chosen.clone()));
        let open = Memo::new(move |_| view.with(|view| view.open.clone()));
        let page = Memo::new(move |_| view.with(|view| view.page));
        let counted = Memo::new(move |before: Option<&(Page, Arc<Searched>)>| {
            let of = page.get();
            let before = before.filter(|(page, _)| *page == of && hurry.with(Option::is_some));
            before.cloned().unwrap_or_else(|| (of, results.get()))
        });
        let embedded = Memo::new(move |_| view.with(|view| view.embed));
        let left = StoredValue::new(Page::ALL.iter().map(|page| ViewState::at(*page)).collect());
        Effect::new(move || {
            asked.with(|asked| {
                left.update_value(|left: &mut Vec<ViewState>| {
                    let place = left.iter_mut().find(|other| other.page == asked.page);
                    place.into_iter().for_each(|place| place.clone_from(asked));
                });
            });
        });
        let compared = Memo::new(move |_| view.with(|view| view.compared.clone()));
        let context = Self {
            view,
            unknown: RwSignal::new(unknown),
            nearest: RwSignal::new(nearest),
            asked,
            wanted: RwSignal::new(None),
            hurry,
            folds: StoredValue::default(),
            results,
            counted,
            reading,
            used: RwSignal::new(false),
            searched_again,
            page,
            left,
            chosen,
            open,
            embedded,
            compared,
            keys_shown: RwSignal::new(false),
        };
        provide_context(context);
        context
    }

    /// Whether what is read in entries is there.
    pub(crate) fn is_whole(self) -> bool {
        self.reading.with(|reading| *reading == Reading::Here)
    }

    /// Whether the page may offer actions. A static page has no program for them, and an embedded
    /// view is read only.
    pub(crate) fn offers_actions(self) -> bool {
        !Edition::is_printed() && !self.embedded.get_untracked()
    }

    /// The signals, as provided above.
    pub(crate) fn expect() -> Self {
        expect_context()
    }
}
