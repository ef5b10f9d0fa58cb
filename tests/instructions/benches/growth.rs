//! How the core grows with its data: `cargo bench --profile counted --package instructions`.
//!
//! Every cause is there 1, 10 or 100 times: see `Catalogue::repeated`. Times depend on the machine:
//! what is held in a budget are the instructions that `cargo xtask instructions` counts.

#[path = "../src/queries.rs"]
mod queries;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use divan::{Bencher, black_box};
use myoclonus_explorer::catalogue::Catalogue;
use myoclonus_explorer::explorer::Explorer;
use myoclonus_explorer::facet::Choice;
use myoclonus_explorer::view::{Page, ViewState};

use queries::QUERIES;

/// How many times every cause is there.
const TIMES: [usize; 3] = [1, 10, 100];

fn main() {
    divan::main();
}

/// Builds the indexes, without the phrases, which belong to no catalogue.
#[divan::bench(args = TIMES, sample_count = 5, sample_size = 1)]
fn index(bencher: Bencher<'_, '_>, times: usize) {
    let catalogue = explorer(times).0;
    bencher.bench(|| {
        let explorer = Explorer::new(catalogue);
        while explorer.prepare() {}
        explorer
    });
}

/// Searches after every key of all queries in turn, each once.
#[divan::bench(args = TIMES, sample_count = 785, sample_size = 1)]
fn key(bencher: Bencher<'_, '_>, times: usize) {
    let explorer = explorer(times).1;
    let keys = keys();
    assert_eq!(keys.len(), 785, "correct the number of samples above: one for each key");
    let mut next = keys.iter().cycle();
    bencher
        .with_inputs(|| next.next())
        .bench_local_refs(|key| key.map(|key| explorer.explore(black_box(key))));
}

/// Searches after the key that takes longer than 95 % of them.
#[divan::bench(args = TIMES)]
fn key_of_the_95th_percentile(bencher: Bencher<'_, '_>, times: usize) {
    let explorer = explorer(times).1;
    let took = |view: &ViewState| {
        let begins = Instant::now();
        black_box(explorer.explore(view));
        begins.elapsed()
    };
    let fastest = |view: &ViewState| (0..3).map(|_| took(view)).min();
    let mut keys = keys();
    keys.sort_by_cached_key(fastest);
    let key = &keys[keys.len() * 95 / 100];
    bencher.bench_local(|| explorer.explore(black_box(key)));
}

/// Counts what every value of every facet of the causes would show for a query.
#[divan::bench(args = TIMES, sample_count = 20)]
fn facet_counts(bencher: Bencher<'_, '_>, times: usize) {
    let explorer = explorer(times).1;
    let results = explorer.explore(&ViewState::default().asking("epilepsy".to_owned()));
    let facets = explorer.facets();
    let choices: Vec<Choice> =
        Page::Causes.facets().flat_map(|facet| facets.table(facet).choices()).collect();
    bencher.bench_local(|| {
        choices.iter().map(|choice| explorer.count(&results, *choice)).sum::<usize>()
    });
}

/// The catalogue with every cause so many times, and its explorer with both indexes.
fn explorer(times: usize) -> (&'static Catalogue, &'static Explorer) {
    type Made = BTreeMap<usize, (&'static Catalogue, &'static Explorer)>;
    static MADE: Mutex<Made> = Mutex::new(Made::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    *made.entry(times).or_insert_with(|| {
        let catalogue = Catalogue::repeated(times);
        let explorer = Explorer::new(catalogue);
        while explorer.prepare() {}
        (catalogue, Box::leak(Box::new(explorer)))
    })
}

/// A view for every key of all queries.
fn keys() -> Vec<ViewState> {
    let of_query = |query: &'static str| {
        query.char_indices().map(move |(at, key)| query[..at + key.len_utf8()].to_owned())
    };
    let typed = QUERIES.iter().flat_map(|query| of_query(query));
    typed.map(|typed| ViewState::default().asking(typed)).collect()
}
