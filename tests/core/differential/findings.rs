//! Findings that do not fit together, and how entries count.

use myoclonus_explorer::catalogue::{AxisId, Catalogue, CauseId, Checklist, Weights};
use myoclonus_explorer::differential::{Age, AgeGroup, Answer, Findings, Lint, Points, Reason};

use super::{DIFFERENTIAL, cause, context, term, with};

const MYOCLONUS: &str = "HP:0001336";
const SEIZURE: &str = "HP:0001250";
const MYOCLONIC_SEIZURE: &str = "HP:0032794";
const KIDNEY_DISEASE: &str = "HP:0012622";

/// Checks that two findings give the same scores.
#[track_caller]
fn same_order(one: &Findings, other: &Findings) {
    let all = DIFFERENTIAL.candidates();
    let (one, other) = (DIFFERENTIAL.rank(one, &all), DIFFERENTIAL.rank(other, &all));
    for id in all.positions().map(CauseId::at) {
        let name = Catalogue::bundled().cause(id).slug;
        assert_eq!(one.score(id), other.score(id), "{name}");
    }
}

#[test]
fn a_finding_that_a_narrower_one_implies_does_not_count_and_is_reported() {
    let both = with(&[SEIZURE, MYOCLONIC_SEIZURE]);
    let lint = Lint::Implied { term: term(SEIZURE), by: term(MYOCLONIC_SEIZURE) };
    assert_eq!(DIFFERENTIAL.lints(&both), [lint]);
    let narrow = with(&[MYOCLONIC_SEIZURE]);
    same_order(&both, &narrow);
    let mut mended = both;
    lint.mend(&mut mended);
    assert_eq!(mended, narrow);
}

#[test]
fn a_present_finding_wins_over_its_wider_term_that_is_absent() {
    let mut findings = with(&[MYOCLONIC_SEIZURE]);
    findings.answer_term(term(SEIZURE), Answer::Absent);
    let lint = Lint::Contradicted { absent: term(SEIZURE), present: term(MYOCLONIC_SEIZURE) };
    assert_eq!(DIFFERENTIAL.lints(&findings), [lint]);
    same_order(&findings, &with(&[MYOCLONIC_SEIZURE]));
}

#[test]
fn an_unsure_answer_counts_as_none() {
    let mut findings = with(&[MYOCLONUS]);
    findings.answer_term(term(SEIZURE), Answer::Unsure);
    findings.answer_context(context("opioid-use"), Answer::Unsure);
    findings.answer_medicine(cause("drug-morphine"), Answer::Unsure);
    same_order(&findings, &with(&[MYOCLONUS]));
}

#[test]
fn an_onset_entered_as_a_finding_becomes_the_age_at_onset() {
    let mut findings = with(&[MYOCLONUS, "HP:0003593"]);
    let infant = AgeGroup::from_key("infant").expect("a group of life");
    let lint = Lint::IsOnset { term: term("HP:0003593"), group: infant };
    assert_eq!(DIFFERENTIAL.lints(&findings), [lint]);
    lint.mend(&mut findings);
    assert_eq!(findings.onset, Some(Age::Group(infant)));
    assert!(DIFFERENTIAL.lints(&findings).is_empty());
}

#[test]
fn a_medicine_taken_tells_its_class_and_contradicts_a_denial_of_it() {
    let mut findings = with(&[MYOCLONUS]);
    findings.answer_context(context("gabapentinoid-use"), Answer::Absent);
    let gabapentin = cause("drug-gabapentin");
    findings.answer_medicine(gabapentin, Answer::Present);
    let lint = Lint::DeniedButTaken { context: context("gabapentinoid-use"), by: gabapentin };
    assert_eq!(DIFFERENTIAL.lints(&findings), [lint]);
    let told = |slug: &str| {
        let contributions = DIFFERENTIAL.contributions(&findings, cause(slug));
        let wanted = Reason::Told(context("gabapentinoid-use"));
        contributions.iter().find(|it| it.reason == wanted).map(|it| it.points.0)
    };
    assert_eq!(told("drug-gabapentin"), Some(5731));
    // Another medicine of the class that was not named.
    assert_eq!(told("drug-pregabalin"), None);
}

#[test]
fn a_medicine_taken_by_name_counts_more_than_its_class() {
    let mut by_class = with(&[MYOCLONUS]);
    by_class.answer_context(context("gabapentinoid-use"), Answer::Present);
    let mut by_name = with(&[MYOCLONUS]);
    let gabapentin = cause("drug-gabapentin");
    by_name.answer_medicine(gabapentin, Answer::Present);
    let all = DIFFERENTIAL.candidates();
    let score = |findings: &Findings, id| DIFFERENTIAL.rank(findings, &all).score(id).0;
    assert_eq!(score(&by_name, gabapentin) - score(&by_class, gabapentin), 5756);
    let pregabalin = cause("drug-pregabalin");
    assert!(score(&by_name, pregabalin) < score(&by_class, pregabalin));
}

#[test]
fn a_known_illness_explains_its_own_findings() {
    const SEIZURE: &str = "HP:0001250";
    const FOCAL_SEIZURE: &str = "HP:0007359";
    let points = |findings: &Findings, id: &str, slug: &str| {
        let reason = Reason::Present(term(id));
        let contributions = DIFFERENTIAL.contributions(findings, cause(slug));
        contributions.iter().find(|it| it.reason == reason).expect("the finding counts").points
    };
    let mut findings = with(&[MYOCLONUS, FOCAL_SEIZURE]);
    for slug in ["ai-lgi1", "drug-carbamazepine", "phys-hiccup"] {
        assert_ne!(points(&findings, FOCAL_SEIZURE, slug), Points(0), "{slug}");
    }
    findings.answer_context(context("known-epilepsy"), Answer::Present);
    for slug in ["ai-lgi1", "drug-carbamazepine", "phys-hiccup"] {
        assert_eq!(points(&findings, FOCAL_SEIZURE, slug), Points(0), "{slug}");
        assert_ne!(points(&findings, MYOCLONUS, slug), Points(0), "{slug}");
    }
    findings.answer_context(context("known-epilepsy"), Answer::Absent);
    assert_ne!(points(&findings, FOCAL_SEIZURE, "ai-lgi1"), Points(0));
    assert!(Catalogue::bundled().ontology().is_kind_of(term(FOCAL_SEIZURE), term(SEIZURE)));
}

#[test]
fn a_complete_list_denies_what_was_not_told() {
    let mut findings = with(&[MYOCLONUS]);
    let before = DIFFERENTIAL.rank(&findings, &DIFFERENTIAL.candidates());
    findings.complete(Checklist::Medicines);
    let after = DIFFERENTIAL.rank(&findings, &DIFFERENTIAL.candidates());
    let lithium = cause("drug-lithium");
    assert!(after.score(lithium) < before.score(lithium));
    let gabapentin = DIFFERENTIAL.contributions(&findings, cause("drug-gabapentin"));
    let denied = Reason::Denied(context("gabapentinoid-use"));
    assert!(gabapentin.iter().any(|it| it.reason == denied && it.points.0 == -11250));
}

#[test]
fn a_finding_and_the_exposure_that_it_tells_count_once() {
    let uraemia = cause("met-uraemic");
    let once = with(&[MYOCLONUS, KIDNEY_DISEASE]);
    let mut twice = once.clone();
    twice.answer_context(context("kidney-failure"), Answer::Present);
    let sum = |findings: &Findings| {
        let contributions = DIFFERENTIAL.contributions(findings, uraemia);
        assert!(
            contributions
                .iter()
                .any(|it| it.reason == Reason::CountedOnce(context("kidney-failure")))
        );
        contributions.iter().map(|it| it.points.0).sum::<i32>()
    };
    assert_eq!(sum(&once), sum(&twice));
}

#[test]
fn an_age_far_from_everything_recorded_counts_against_a_cause_unless_ages_are_ignored() {
    let points = |findings: &Findings, id: CauseId| {
        let contributions = DIFFERENTIAL.contributions(findings, id);
        contributions.iter().find(|it| it.reason == Reason::Age).map(|it| it.points.0)
    };
    let (mut newborn, mut old) = (with(&[MYOCLONUS]), with(&[MYOCLONUS]));
    newborn.onset = Some(Age::Days(1));
    old.onset = Some(Age::years(70));
    let late: Vec<CauseId> = Catalogue::bundled()
        .cause_ids()
        .filter(|id| points(&newborn, *id) == Some(-1500) && points(&old, *id) == Some(0))
        .collect();
    assert!(!late.is_empty(), "some causes begin late in life");
    newborn.ignores_ages = true;
    for id in late {
        assert_eq!(points(&newborn, id), None, "{}", Catalogue::bundled().cause(id).slug);
    }
}

#[test]
fn a_value_that_an_axis_does_not_have_is_ignored() {
    let (contraction, ages) =
        (AxisId::from_key("contraction").expect("an axis"), AgeGroup::axis().expect("an axis"));
    let child = ages.value_from_key("child").expect("a group of life");
    let mut findings = Findings::default();
    findings.add_axis(ages, child);
    // The fifth value of an axis with two.
    findings.add_axis(contraction, child);
    findings.add_axis(contraction, ages.values().last().expect("a value"));
    assert_eq!(findings.on_axis(contraction).len(), 0);
    assert_eq!(findings, Findings::default());
}

#[test]
fn every_old_number_leads_to_a_term_with_another_number() {
    let ontology = Catalogue::bundled().ontology();
    let weights = Weights::bundled();
    let mut count = 0;
    for (old, term) in weights.old_numbers() {
        assert_ne!(ontology.term(term).number, old);
        assert_eq!(weights.successor(old), Some(term));
        count += 1;
    }
    assert!(count > 2_000, "{count}");
    assert_eq!(weights.successor(1336), None, "myoclonus has its first number");
}
