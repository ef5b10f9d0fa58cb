//! What a reader finds by typing, and why it stands where it stands.

use std::sync::LazyLock;

use myoclonus_explorer::catalogue::{Catalogue, Cause, CauseId};
use myoclonus_explorer::explorer::{Explorer, Results, Row};
use myoclonus_explorer::facet::{Choice, Facet};
use myoclonus_explorer::text;
use myoclonus_explorer::view_state::ViewState;
use proptest::prelude::*;

static EXPLORER: LazyLock<Explorer> = LazyLock::new(|| Explorer::new(Catalogue::embedded()));

fn explore(query: &str) -> Results {
    EXPLORER.explore(&ViewState { query: query.to_owned(), ..ViewState::default() })
}

fn found(results: &Results) -> Vec<&'static str> {
    results.rows.iter().map(|row| Catalogue::embedded().cause(row.cause).slug).collect()
}

/// The first entries for a query are these, in this order.
#[track_caller]
fn check(query: &str, expected: &[&str], why: &str) {
    let slugs = found(&explore(query));
    let first = &slugs[..expected.len().min(slugs.len())];
    assert_eq!(first, expected, "{query:?}: {why}; all: {slugs:?}");
}

#[test]
fn the_best_name_stands_first() {
    check("lance adams", &["hyp-lance-adams"], "both words stand in the name");
    check("Lance-Adams", &["hyp-lance-adams"], "a hyphen is a blank");
    check("LANCE", &["hyp-lance-adams"], "capitals do not matter");
    check("hiccup", &["phys-hiccup"], "the whole name");
    check("hic", &["phys-hiccup"], "the beginning of a name");
    check("morphine", &["drug-morphine", "drug-intrathecal-morphine"], "whole name, then longer");
    check("behçet", &["ai-behcet"], "an accent more than the entry has");
    check("wilson", &["gen-wilson"], "one word of two");
    check("disease wilson", &["gen-wilson"], "the order of words does not matter");
}

#[test]
fn every_cause_is_found_by_each_of_its_names() {
    let catalogue = Catalogue::embedded();
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        for name in cause.names() {
            let results = explore(name);
            assert!(found(&results).contains(&cause.slug), "{} by {name:?}", cause.slug);
        }
    }
}

#[test]
fn every_cause_is_found_by_the_beginning_of_its_name_while_typing() {
    let catalogue = Catalogue::embedded();
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        for (end, _) in cause.name.char_indices() {
            let typed = &cause.name[..end];
            assert!(found(&explore(typed)).contains(&cause.slug), "{} by {typed:?}", cause.slug);
        }
    }
}

#[test]
fn a_row_found_by_another_name_says_which() {
    let results = explore("post-hypoxic action");
    let row = results.rows.first().expect("a synonym of Lance-Adams syndrome");
    assert_eq!(row.matched_synonym, Some("post-hypoxic action myoclonus"));
    let results = explore("lance");
    assert_eq!(results.rows.first().map(|row| row.matched_synonym), Some(None));
}

#[test]
fn an_empty_query_shows_everything_in_the_order_of_names() {
    for query in ["", "   ", "–", "\t"] {
        let results = explore(query);
        assert_eq!(results.rows.len(), 324, "{query:?}");
        assert!(results.rows.is_sorted_by_key(|row| row.cause), "{query:?}");
    }
}

#[test]
fn words_that_stand_nowhere_find_nothing() {
    for query in ["zzzz", "hiccup zzzz", "肌阵挛"] {
        assert_eq!(found(&explore(query)), Vec::<&str>::new(), "{query:?}");
    }
}

/// A query as a reader might type it: pieces of real names, or anything at all.
fn query() -> impl Strategy<Value = String> {
    let names: Vec<&'static str> = {
        let catalogue = Catalogue::embedded();
        catalogue.cause_ids().flat_map(|id| catalogue.cause(id).names()).collect()
    };
    let piece = (prop::sample::select(names), 0..40_usize, 1..12_usize)
        .prop_map(|(name, skip, take)| name.chars().skip(skip).take(take).collect::<String>());
    prop_oneof![
        3 => prop::collection::vec(piece, 1..3).prop_map(|pieces| pieces.join(" ")),
        1 => any::<String>(),
    ]
}

fn chosen() -> impl Strategy<Value = Vec<Choice>> {
    let catalogue = Catalogue::embedded();
    let all: Vec<Choice> = Facet::ALL.iter().flat_map(|facet| facet.choices(catalogue)).collect();
    prop::sample::subsequence(all, 0..5)
}

/// The chosen values of one facet.
fn of(facet: Facet, chosen: &[Choice]) -> Vec<Choice> {
    chosen.iter().copied().filter(|choice| choice.facet == facet).collect()
}

/// Whether a cause has a chosen value of a facet, or nothing is chosen in it.
fn fits(facet: Facet, chosen: &[Choice], cause: &Cause) -> bool {
    let chosen = of(facet, chosen);
    chosen.is_empty() || chosen.iter().any(|choice| choice.fits(cause))
}

/// The same search without any index: a name answers if every word of the query begins one of
/// its words.
fn answers(query: &str, cause: &'static Cause) -> bool {
    let asked = text::words(query);
    cause.names().any(|name| {
        let words = text::words(name);
        asked.iter().all(|asked| words.iter().any(|word| word.starts_with(asked.as_str())))
    })
}

proptest! {
    #[test]
    fn the_index_finds_what_a_scan_of_all_names_finds(query in query(), chosen in chosen()) {
        let catalogue = Catalogue::embedded();
        let view = ViewState { query: query.clone(), chosen: chosen.clone(), ..ViewState::default() };
        let results = EXPLORER.explore(&view);
        let ids = |rows: &[Row]| {
            let mut ids: Vec<_> = rows.iter().map(|row| row.cause).collect();
            ids.sort_unstable();
            ids
        };
        let scanned: Vec<_> = catalogue
            .cause_ids()
            .filter(|id| answers(&query, catalogue.cause(*id)))
            .collect();
        let all_fit = |id: &CauseId| {
            Facet::ALL.iter().all(|facet| fits(*facet, &chosen, catalogue.cause(*id)))
        };
        let shown: Vec<_> = scanned.iter().copied().filter(all_fit).collect();
        prop_assert_eq!(ids(&results.rows), shown);
        let unknown: Vec<_> = scanned
            .iter()
            .copied()
            .filter(|id| !all_fit(id))
            .filter(|id| Facet::ALL.iter().all(|facet| {
                let cause = catalogue.cause(*id);
                fits(*facet, &chosen, cause) || !facet.is_recorded(cause)
            }))
            .collect();
        prop_assert_eq!(ids(&results.not_recorded), unknown);
        for count in results.choices {
            let own = count.choice.facet;
            let naive = scanned.iter().map(|id| catalogue.cause(*id)).filter(|cause| {
                let others = Facet::ALL.iter().filter(|facet| **facet != own);
                count.choice.fits(cause) && others.into_iter().all(|facet| fits(*facet, &chosen, cause))
            });
            prop_assert_eq!(count.count, naive.count(), "count with its own choice lifted");
            prop_assert_eq!(count.chosen, chosen.contains(&count.choice));
        }
    }
}

#[test]
fn a_course_that_is_not_recorded_is_not_no() {
    let catalogue = Catalogue::embedded();
    let acute = Facet::Course.choice(catalogue, "acute").expect("a course");
    let view = ViewState { chosen: vec![acute], ..ViewState::default() };
    let results = EXPLORER.explore(&view);
    assert_eq!(results.rows.len(), 67, "acute");
    assert_eq!(results.not_recorded.len(), 179, "nothing on record");
}
