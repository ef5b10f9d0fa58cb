//! Searches as readers do, for Valgrind to count the instructions: `instructions MODE`.
//!
//! Prints how many searches the mode has made. `cargo xtask instructions` runs every mode and
//! subtracts. Uses only the public interface of the library; does not know how a search works.

mod queries;

use std::env;
use std::hint::black_box;
use std::process::ExitCode;

use myoclonus_explorer::catalogue::Catalogue;
use myoclonus_explorer::differential::{Differential, Findings};
use myoclonus_explorer::explorer::Explorer;
use myoclonus_explorer::view::{ViewState, address};

use queries::QUERIES;

/// Addresses with filters; the queries are typed into them in turn.
const FILTERS: [&str; 4] = [
    "#/causes?group=medicines",
    "#/causes?course=acute,subacute",
    "#/causes?feature=HP:0001250,HP:0001251",
    "#/causes?urgency=emergency&trigger=stimulus",
];

/// Patients: one with an exposure, one with many findings.
const PATIENTS: [&str; 2] = [
    "#/match?has=HP:0001289,drug-cefepime,kidney-failure&where=multifocal&age=P72Y",
    "#/match?has=HP:0000726,HP:0001251,HP:0001257,HP:0001288,HP:0002063,HP:0002067,HP:0002172,\
     HP:0100022&no=HP:0001250,HP:0001945&onset=P60Y",
];

fn main() -> ExitCode {
    let mode = env::args().nth(1).unwrap_or_default();
    let Some(searches) = searches(&mode) else {
        eprintln!(
            "{mode:?} is not a mode: use nothing, start, queries, keys, filters, narrowed, \
             patients, ranks or questions"
        );
        return ExitCode::FAILURE;
    };
    println!("{searches}");
    ExitCode::SUCCESS
}

/// Runs the searches of a mode. Returns how many were made after the preparation.
fn searches(mode: &str) -> Option<usize> {
    let catalogue = Catalogue::bundled();
    if mode == "nothing" {
        black_box(catalogue);
        return Some(0);
    }
    let explorer = Explorer::new(catalogue);
    if ["patients", "ranks", "questions"].contains(&mode) {
        return Some(match_patients(&explorer, mode));
    }
    let search = |view: &ViewState| {
        let results = explorer.explore(view);
        assert!(!black_box(&results).rows.is_empty(), "{view:?} finds nothing");
    };
    let start = ViewState::default();
    // The first search builds both indexes.
    search(&start.asking("myoclonus".to_owned()));
    match mode {
        "start" => Some(0),
        "queries" => {
            QUERIES.iter().for_each(|query| search(&start.asking((*query).to_owned())));
            Some(QUERIES.len())
        }
        "keys" => Some(type_queries(&explorer, &[start])),
        "filters" | "narrowed" => {
            let filters = FILTERS.map(|filter| {
                let parsed = address::parse(catalogue, explorer.facets(), filter);
                assert!(parsed.unknown.is_empty(), "{filter} names an unknown value");
                parsed.view
            });
            // The first search with a filter builds the tables of its facets.
            filters.iter().for_each(search);
            let keys = mode == "narrowed";
            Some(if keys { type_queries(&explorer, &filters) } else { FILTERS.len() })
        }
        _ => None,
    }
}

/// Types every query into one of the views in turn, and searches after each key. Returns the number
/// of keys.
fn type_queries(explorer: &Explorer, views: &[ViewState]) -> usize {
    let mut keys = 0;
    for (query, view) in QUERIES.iter().zip(views.iter().cycle()) {
        for (at, key) in query.char_indices() {
            let typed = &query[..at + key.len_utf8()];
            black_box(explorer.explore(&view.asking(typed.to_owned())));
            keys += 1;
        }
    }
    keys
}

/// Reads the patients and, by the mode, orders all causes for them or looks for the next question.
/// Returns how often.
fn match_patients(explorer: &Explorer, mode: &str) -> usize {
    let catalogue = Catalogue::bundled();
    let differential = Differential::new(catalogue);
    let patients = PATIENTS.map(|patient| {
        let parsed = address::parse(catalogue, explorer.facets(), patient);
        assert!(parsed.unknown.is_empty(), "{patient} names what is unknown: {:?}", parsed.unknown);
        parsed.view.findings
    });
    let among = differential.candidates();
    let rank = |findings: &Findings| {
        let ranked = differential.rank(findings, &among);
        assert!(black_box(&ranked).is_enough, "{findings:?} are not enough");
    };
    let ask = |findings: &Findings| {
        let questions = differential.questions(findings);
        assert!(!black_box(&questions).is_empty(), "{findings:?} leave no question");
    };
    match mode {
        "ranks" => patients.iter().for_each(rank),
        "questions" => patients.iter().for_each(ask),
        _ => return 0,
    }
    patients.len()
}
