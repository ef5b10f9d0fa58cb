//! No input breaks the core: addresses, words typed, lists pasted, patients' files and the packed
//! texts, damaged at random, with the same damage in every run.
//!
//! `cargo xtask fuzz` gives it more time, and fails if an input keeps the processor for 100 ms or
//! the memory grows. Data files and imports are damaged in the tests of `data_faults` and of the
//! import.

#[allow(unreachable_pub, reason = "shared with other tests")]
mod mutate;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{LazyLock, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use mutate::Mutator;
use myoclonus_explorer::catalogue::Catalogue;
use myoclonus_explorer::explorer::Explorer;
use myoclonus_explorer::finding_list::Names;
use myoclonus_explorer::finding_search::FindingSearch;
use myoclonus_explorer::phenopacket;
use myoclonus_explorer::view::address;
use myoclonus_explorer::view::{Page, ViewState};

/// How many inputs a target gets in every run of the tests.
const INPUTS: u64 = 1_000;

/// How many damaged copies of the file of texts every run of the tests tries. Each is as long as
/// the file.
const FILES: u64 = 20;

/// How many findings are asked for.
const MOST: usize = 8;

/// The longest that one input may take in a longer run: what a reader notices as waiting.
const LONGEST: Duration = Duration::from_millis(100);

/// How much more memory a target may hold at its end than after its first inputs, in bytes.
const GROWTH: u64 = 32 << 20;

static EXPLORER: LazyLock<Explorer> = LazyLock::new(|| Explorer::new(Catalogue::bundled()));

/// The input that has kept the processor longest, and how long.
struct Slowest(Mutex<(Duration, String)>);

impl Slowest {
    fn get(&self) -> (Duration, String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn time(&self) -> Duration {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).0
    }

    fn add(&self, took: Duration, input: String) {
        let mut slowest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if took > slowest.0 {
            *slowest = (took, input);
        }
    }
}

/// Damages the inputs of a corpus and tries each. The first that breaks something is printed.
#[allow(clippy::print_stdout, reason = "who gives it time wants to see the result")]
fn fuzz(name: &str, corpus: &[&str], holds: impl Fn(&str) + Sync) {
    let is_measured = mutate::is_long();
    for input in corpus {
        holds(input);
    }
    let slowest = Slowest(Mutex::default());
    let before = OnceLock::new();
    let try_one = |_: &mut (), seed: u64| {
        let input = Mutator::new(seed).damaged(corpus);
        let start = Instant::now();
        let tried = catch_unwind(AssertUnwindSafe(|| holds(&input)));
        let took = start.elapsed();
        assert!(tried.is_ok(), "{name}: this input breaks it: add it to the corpus: {input:?}");
        // An input has the processor no longer than the clock says. To ask for more takes longer
        // than most inputs.
        if is_measured && took > slowest.time() {
            let took = on_processor(|| holds(&input)).unwrap_or(took);
            slowest.add(took, input);
        }
        if seed == INPUTS {
            before.get_or_init(resident);
        }
    };
    let run = mutate::run(INPUTS, |_| (), try_one);
    if !is_measured {
        return;
    }
    let (took, input) = slowest.get();
    let before = before.into_inner().flatten();
    let grown = before.zip(resident()).map(|(before, after)| after.saturating_sub(before));
    println!("{name}: {run}; the slowest took {took:?}; grown by {grown:?} bytes");
    assert!(took < LONGEST, "{name}: {input:?} took {took:?}");
    assert!(grown.is_none_or(|grown| grown < GROWTH), "{name}: memory grows");
}

/// How long something has this thread's processor; `None` where the system does not say. On a busy
/// machine other programs have the processor most of the time.
fn on_processor(something: impl FnOnce()) -> Option<Duration> {
    let before = mutate::had_processor()?;
    something();
    Some(mutate::had_processor()?.saturating_sub(before))
}

/// The memory that this process holds, in bytes; `None` where the system does not say.
fn resident() -> Option<u64> {
    let pages: u64 =
        fs::read_to_string("/proc/self/statm").ok()?.split(' ').nth(1)?.parse().ok()?;
    Some(pages * 4096)
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

#[test]
fn no_list_of_findings_breaks_the_reader() {
    let corpus: Vec<&str> = include_str!("corpus/findings.txt").split("\n---\n").collect();
    let names = Names::of(Catalogue::bundled());
    fuzz("lists of findings", &corpus, |input| {
        let reading = names.read(input);
        let lines = input.lines().count();
        assert!(reading.remarks.iter().all(|remark| (1..=lines).contains(&remark.line)));
    });
}

#[test]
fn no_words_break_the_search_for_findings() {
    let corpus = lines(include_str!("corpus/queries.txt"));
    let search = FindingSearch::new(Catalogue::bundled());
    fuzz("words for findings", &corpus, |input| {
        assert!(search.find(input, MOST).found.len() <= MOST);
        let findings = search.in_sentence(input).findings;
        let printed = address::findings::print(Catalogue::bundled(), &findings);
        let read = address::findings::parse(Catalogue::bundled(), &printed).findings;
        assert_eq!(read, findings, "{printed}");
    });
}

#[test]
fn no_phenopacket_breaks_the_reader() {
    let corpus = lines(include_str!("corpus/phenopackets.txt"));
    fuzz("phenopackets", &corpus, |input| {
        // A fault is an answer, too.
        let read = phenopacket::read(Catalogue::bundled(), input.as_bytes());
        assert!(read.is_err() || read.is_ok_and(|read| read.patients.len() <= input.len()));
    });
}

#[test]
fn no_address_of_findings_breaks_its_parser() {
    let corpus = lines(include_str!("corpus/finding_addresses.txt"));
    let catalogue = Catalogue::bundled();
    fuzz("addresses of findings", &corpus, |input| {
        let reading = address::findings::parse(catalogue, input);
        let printed = address::findings::print(catalogue, &reading.findings);
        assert!(printed.is_ascii(), "{printed}");
        let again = address::findings::parse(catalogue, &printed);
        assert_eq!(again.unknown, Vec::<String>::new(), "{printed}");
        assert_eq!(again.findings, reading.findings, "{printed}");
    });
}

/// The tables are unpacked only if their bytes are those of the build, so nothing damaged is ever
/// unpacked. What finds an entry is a part of the program, which is checked by its own hash.
#[test]
#[allow(clippy::print_stdout, reason = "who gives it time wants to see the result")]
fn no_damaged_file_of_texts_is_taken() {
    let whole = Catalogue::reading();
    let try_one = |_: &mut (), seed: u64| {
        let mut random = Mutator::new(seed);
        let mut damaged = whole.to_vec();
        for _ in 0..=random.below(3) {
            let start = random.below(damaged.len());
            let end = (start + random.below(4096)).min(damaged.len());
            match random.below(6) {
                0 => damaged.truncate(start),
                1 => drop(damaged.drain(start..end)),
                2 => damaged[start..end].reverse(),
                3 => damaged[start..end].fill(0),
                4 => damaged.extend_from_within(start..end),
                _ => damaged.iter_mut().skip(start).take(1).for_each(|byte| {
                    *byte ^= 1 << random.below(8);
                }),
            }
        }
        assert!(damaged == whole || !Catalogue::complete(damaged), "seed {seed} is taken");
    };
    let run = mutate::run(FILES, |_| (), try_one);
    if mutate::is_long() {
        println!("file of texts: {run}");
    }
}
