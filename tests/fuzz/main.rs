//! No input breaks the core: addresses, words typed and lists pasted, damaged at random from small
//! corpora, with the same damage in every run.
//!
//! `cargo xtask fuzz` gives it more time and also reports how long the slowest input took. Data
//! files and imports are damaged in the tests of `data_faults` and of the import.

#[allow(unreachable_pub, reason = "shared with other tests")]
mod mutate;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use mutate::Mutator;
use myoclonus_explorer::catalogue::Catalogue;
use myoclonus_explorer::explorer::Explorer;
use myoclonus_explorer::view::address;
use myoclonus_explorer::view::{Page, ViewState};

/// How many inputs each target gets, unless [`SECONDS`] gives it time instead.
const INPUTS: u64 = 1_000;

/// The environment variable with the time that each target gets, in seconds.
const SECONDS: &str = "FUZZ_SECONDS";

/// The longest that one input may take where time is given: what a reader notices as waiting.
const LONGEST: Duration = Duration::from_millis(100);

static EXPLORER: LazyLock<Explorer> = LazyLock::new(|| Explorer::new(Catalogue::bundled()));

/// Damages the inputs of a corpus and tries each. The first that breaks something is printed.
#[allow(clippy::print_stdout, reason = "who gives it time wants to see the result")]
fn fuzz(name: &str, corpus: &[&str], holds: impl Fn(&str)) {
    let seconds = std::env::var(SECONDS).ok().and_then(|it| it.parse().ok());
    let time = seconds.map(Duration::from_secs);
    for input in corpus {
        holds(input);
    }
    let start = Instant::now();
    let (mut tried, mut slowest) = (0, (Duration::ZERO, String::new()));
    while time.map_or(tried < INPUTS, |time| start.elapsed() < time) {
        let input = Mutator::new(tried + 1).damaged(corpus);
        let took = measured(&holds, &input, name);
        if time.is_some() && took > slowest.0 {
            // Another program may have had the processor: only what is slow each time is slow.
            let again = (0..3).map(|_| measured(&holds, &input, name)).min();
            slowest = (took.min(again.unwrap_or(took)), input).max(slowest);
        }
        tried += 1;
    }
    if time.is_some() {
        println!("{name}: {tried} inputs, the slowest took {:?}", slowest.0);
        assert!(slowest.0 < LONGEST, "{name}: {:?} took {:?}", slowest.1, slowest.0);
    }
}

/// How long an input takes; fails with the input if it breaks something.
fn measured(holds: &impl Fn(&str), input: &str, name: &str) -> Duration {
    let start = Instant::now();
    let tried = catch_unwind(AssertUnwindSafe(|| holds(input)));
    assert!(tried.is_ok(), "{name}: this input breaks it: add it to the corpus: {input:?}");
    start.elapsed()
}

/// The lines of a corpus.
fn lines(corpus: &'static str) -> Vec<&'static str> {
    corpus.lines().collect()
}

#[test]
fn no_address_breaks_the_parser() {
    let corpus = lines(include_str!("corpus/addresses.txt"));
    let (catalogue, facets) = (Catalogue::bundled(), EXPLORER.facets());
    fuzz("addresses", &corpus, |input| {
        let parsed = address::parse(catalogue, facets, input);
        let printed = address::print(catalogue, facets, &parsed.view);
        assert!(printed.is_ascii() && address::is_route(&printed), "{printed}");
        let again = address::parse(catalogue, facets, &printed);
        assert_eq!(again.view, parsed.view, "{printed}");
        assert_eq!(again.unknown, Vec::<String>::new(), "{printed}");
        for near in parsed.nearest {
            let opened = near.open.as_deref().map(|slug| near.page.find(catalogue, slug).is_some());
            assert_ne!(opened, Some(false), "only what is there is offered");
        }
    });
}

/// Checks that a search answers, and that its numbers agree.
fn answers(page: Page, input: &str) {
    let results = EXPLORER.explore(&ViewState::at(page).asking(input.to_owned()));
    assert!(results.rows.len() <= results.total);
    assert_eq!(results.rows.len(), results.found, "nothing else narrows the list");
    assert!(results.not_recorded.is_empty());
}

#[test]
fn no_query_breaks_the_search() {
    let corpus = lines(include_str!("corpus/queries.txt"));
    fuzz("queries", &corpus, |input| answers(Page::Causes, input));
}

#[test]
fn no_pasted_list_breaks_the_search() {
    let corpus: Vec<&str> = include_str!("corpus/lists.txt").split("\n---\n").collect();
    fuzz("pasted lists", &corpus, |input| {
        answers(Page::Causes, input);
        answers(Page::Types, input);
    });
}
