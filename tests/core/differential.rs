//! Match, the core: the order of causes for the findings of a patient.
//!
//! The oracle beside these tests reads `data/` on its own and computes every score anew.

#[path = "../../xtask/src/evaluate/case.rs"]
#[allow(unreachable_pub, dead_code, reason = "the module of a command")]
mod case;

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

/// The cases of both files.
fn all_cases() -> Vec<(String, Case)> {
    [cases("vignettes.jsonl"), cases("genetic.jsonl")].into_iter().flatten().collect()
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
    let mut reciprocal = Vec::new();
    for (_, case) in cases("vignettes.jsonl").iter().filter(|(_, it)| it.basis == "published") {
        reciprocal.push(1.0 / place(&DIFFERENTIAL, case));
    }
    let within = |place: f64| {
        let found = reciprocal.iter().filter(|it| **it >= 1.0 / place).count();
        found as f64 / reciprocal.len() as f64
    };
    let mean = reciprocal.iter().sum::<f64>() / reciprocal.len() as f64;
    assert!(within(3.0) >= 0.80 && within(10.0) >= 0.92, "{} {}", within(3.0), within(10.0));
    assert!(mean >= 0.72, "{mean}");
}
