//! What takes long is made in many steps, so that a page can answer a key in between.

use std::iter::repeat_with;

use myoclonus_explorer::catalogue::Catalogue;
use myoclonus_explorer::differential::Differential;
use myoclonus_explorer::explorer::Explorer;
use myoclonus_explorer::finding_search::FindingSearch;

/// In fewer steps, one of them would take several milliseconds.
const FEWEST: usize = 100;

#[track_caller]
fn check(step: impl Fn() -> bool) {
    let steps = repeat_with(step).take_while(|is_more| *is_more).count();
    assert!(steps >= FEWEST, "only {steps} steps");
}

#[test]
fn the_indexes_are_built_in_many_steps() {
    let explorer = Explorer::new(Catalogue::bundled());
    check(|| explorer.prepare());
}

#[test]
fn the_tables_of_match_are_made_in_many_steps() {
    let search = FindingSearch::in_steps(Catalogue::bundled());
    check(|| search.step());
    assert!(!search.get().find("ataxia", 1).found.is_empty());
    let differential = Differential::in_steps(Catalogue::bundled());
    check(|| differential.step());
    let all = differential.get().candidates();
    assert_eq!(all, myoclonus_explorer::differential::candidates(Catalogue::bundled()));
}
