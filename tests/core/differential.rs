//! Match, the core: the order of causes for the findings of a patient.
//!
//! The oracle beside these tests reads `data/` on its own and computes every score anew.

#[path = "../../xtask/src/evaluate/case.rs"]
#[allow(unreachable_pub, dead_code, reason = "the module of a command")]
mod case;

mod example;
mod findings;
mod lanes;
mod oracle;
mod properties;
mod questions;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use myoclonus_explorer::catalogue::{Catalogue, CauseId, ContextId, TermId};
use myoclonus_explorer::differential::{Answer, Differential, Findings};
use myoclonus_explorer::entry_set::EntrySet;

use case::Case;

/// The causes of the program.
static DIFFERENTIAL: LazyLock<Differential> =
    LazyLock::new(|| Differential::new(Catalogue::bundled()));

/// The cases of a file in `tests/cases/`, each with its line.
fn cases(name: &str) -> Vec<(String, Case)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name);
    let text = fs::read_to_string(path).expect("the cases are there");
    let cases = case::read(&text).expect("every line is a case");
    text.lines().map(str::to_owned).zip(cases).collect()
}

/// The cases of all files.
fn all_cases() -> Vec<(String, Case)> {
    let unseen = ["development", "validation", "third", "fourth", "fifth", "sixth"];
    let unseen = unseen.map(|collection| format!("unseen_{collection}.jsonl"));
    let others = ["vignettes.jsonl", "genetic.jsonl"].map(str::to_owned);
    others.iter().chain(&unseen).flat_map(|file| cases(file)).collect()
}

fn term(id: &str) -> TermId {
    Catalogue::bundled().ontology().find(id).expect("a term of the ontology")
}

fn context(slug: &str) -> ContextId {
    let mut contexts = Catalogue::bundled().contexts();
    contexts.find(|(_, context)| context.slug == slug).expect("a context").0
}

fn cause(slug: &str) -> CauseId {
    case::cause(Catalogue::bundled(), slug).expect("a cause")
}

/// Findings with these terms present.
fn with(terms: &[&str]) -> Findings {
    let mut findings = Findings::default();
    terms.iter().for_each(|id| findings.answer_term(term(id), Answer::Present));
    findings
}

/// The place of the best of the right causes. The others do not stand in its way.
fn place(differential: &Differential, case: &Case) -> f64 {
    let ranked = differential.rank(&case.findings, &differential.candidates());
    let best = case.right.iter().map(|id| ranked.score(*id)).max().expect("a right cause");
    let others = || ranked.order.iter().filter(|id| !case.right.contains(id));
    let above = others().filter(|id| ranked.score(**id) > best).count();
    let ties = others().filter(|id| ranked.score(**id) == best).count();
    1.0 + above as f64 + ties as f64 / 2.0
}

#[test]
fn every_case_is_understood_and_has_a_right_cause() {
    for (line, case) in all_cases() {
        assert!(!case.right.is_empty(), "{} has no cause: {line}", case.id);
        let unknown: Vec<&String> =
            case.unknown.iter().filter(|id| !id.starts_with("HP:")).collect();
        assert!(unknown.is_empty(), "{}: {unknown:?}", case.id);
    }
}

#[test]
fn the_published_cases_are_found_as_often_as_the_documentation_says() {
    let all = cases("vignettes.jsonl");
    let published = all.iter().filter(|(_, it)| it.basis == "published");
    let found = Found::new(published.map(|(_, case)| place(&DIFFERENTIAL, case)));
    assert!(found.within(3.0) >= 0.90 && found.within(10.0) >= 0.97, "{found:?}");
    assert!(found.mean_reciprocal() >= 0.80, "{found:?}");
}

#[test]
fn unseen_reports_are_found_as_often_as_the_documentation_says() {
    let all = cases("unseen_development.jsonl");
    let found = Found::new(all.iter().map(|(_, case)| place(&DIFFERENTIAL, case)));
    assert!(found.within(3.0) >= 0.60 && found.within(10.0) >= 0.87, "{found:?}");
    assert!(found.mean_reciprocal() >= 0.56, "{found:?}");
}

#[test]
fn reports_of_many_causes_are_found_as_often_as_the_documentation_says() {
    let files =
        ["unseen_third.jsonl", "unseen_fourth.jsonl", "unseen_fifth.jsonl", "unseen_sixth.jsonl"];
    let all: Vec<_> = files.into_iter().flat_map(cases).collect();
    let found = Found::new(all.iter().map(|(_, case)| place(&DIFFERENTIAL, case)));
    assert!(found.within(3.0) >= 0.58 && found.within(10.0) >= 0.74, "{found:?}");
    assert!(found.mean_reciprocal() >= 0.54, "{found:?}");
}

#[test]
fn inherited_diseases_lose_little_in_the_list_of_all_causes() {
    let catalogue = Catalogue::bundled();
    let mut not_acquired = EntrySet::none(catalogue.cause_count());
    let others = catalogue.cause_ids().filter(|id| !DIFFERENTIAL.is_acquired(*id));
    others.for_each(|id| not_acquired.insert(id.index()));
    let mut all = cases("genetic.jsonl");
    all.retain(|(_, case)| !case.leaked);
    for (_, case) in &mut all {
        let absent: Vec<TermId> = case.findings.terms_with(Answer::Absent).collect();
        absent.into_iter().for_each(|term| case.findings.forget_term(term));
    }
    let found = |among: &EntrySet| {
        let place = |case: &Case| {
            let ranked = DIFFERENTIAL.rank(&case.findings, among);
            case.right.iter().filter_map(|id| ranked.place(*id)).fold(f64::INFINITY, f64::min)
        };
        Found::new(all.iter().map(|(_, case)| place(case))).mean_reciprocal()
    };
    let (alone, with_all) = (found(&not_acquired), found(&DIFFERENTIAL.candidates()));
    // What the older formula reached, which knew inherited diseases alone.
    assert!(alone >= 0.573, "{alone}");
    assert!(alone - with_all <= 0.03, "{alone} {with_all}");
}

/// The places of the right causes.
#[derive(Debug)]
struct Found(Vec<f64>);

impl Found {
    fn new(places: impl Iterator<Item = f64>) -> Self {
        Self(places.collect())
    }

    fn within(&self, place: f64) -> f64 {
        self.0.iter().filter(|it| **it <= place).count() as f64 / self.0.len() as f64
    }

    fn mean_reciprocal(&self) -> f64 {
        self.0.iter().map(|it| 1.0 / it).sum::<f64>() / self.0.len() as f64
    }
}
