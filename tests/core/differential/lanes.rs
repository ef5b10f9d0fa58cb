//! The three lanes, the bands, and when there is not enough to rank.

use myoclonus_explorer::catalogue::{Catalogue, CauseId, Reversibility, UrgencyGrade};
use myoclonus_explorer::differential::{Answer, Band, Findings, Ranked};
use myoclonus_explorer::entry_set::EntrySet;

use super::{DIFFERENTIAL, all_cases, cases, cause, context, with};

fn ranked(findings: &Findings) -> Ranked {
    DIFFERENTIAL.rank(findings, &DIFFERENTIAL.candidates())
}

#[test]
fn the_order_is_by_score_and_ties_are_by_id() {
    let catalogue = Catalogue::bundled();
    for (_, case) in all_cases().iter().step_by(9) {
        let ranked = ranked(&case.findings);
        let keys = ranked.order.iter().map(|id| (-ranked.score(*id).0, catalogue.cause(*id).slug));
        assert!(keys.is_sorted(), "{}", case.id);
        let bands = ranked.order.iter().map(|id| ranked.band(*id));
        assert!(bands.is_sorted(), "{}", case.id);
        assert_eq!(ranked.band(ranked.order[0]), Band::Best);
    }
}

#[test]
fn groups_are_not_ranked() {
    let catalogue = Catalogue::bundled();
    let ranked = ranked(&with(&["HP:0001336"]));
    let groups = catalogue.cause_ids().filter(|id| catalogue.cause(*id).is_group).count();
    assert_eq!(ranked.order.len() + groups, catalogue.cause_count());
    assert!(ranked.order.iter().all(|id| !catalogue.cause(*id).is_group));
}

#[test]
fn a_narrowed_list_keeps_scores_and_order() {
    let (_, case) = &cases("vignettes.jsonl")[0];
    let all = ranked(&case.findings);
    let kept: Vec<CauseId> = all.order.iter().copied().step_by(3).collect();
    let mut set = EntrySet::none(Catalogue::bundled().cause_count());
    kept.iter().for_each(|id| set.insert(id.index()));
    let narrowed = DIFFERENTIAL.rank(&case.findings, &set);
    assert_eq!(narrowed.order, kept);
    for id in &kept {
        assert_eq!((narrowed.score(*id), narrowed.band(*id)), (all.score(*id), all.band(*id)));
    }
}

#[test]
fn the_first_lanes_hold_what_they_say_and_no_more_than_five() {
    let catalogue = Catalogue::bundled();
    for (_, case) in all_cases().iter().step_by(3) {
        let ranked = ranked(&case.findings);
        let lanes = &ranked.lanes;
        for lane in [&lanes.do_not_miss, &lanes.check_first] {
            assert!(lane.len() <= 5, "{}", case.id);
            assert!(lane.is_sorted_by_key(|id| -ranked.score(*id).0), "{}", case.id);
            assert!(lane.iter().all(|id| ranked.band(*id) < Band::Far), "{}", case.id);
        }
        for id in &lanes.do_not_miss {
            let urgency = catalogue.cause(*id).urgency.as_ref().expect("it is graded");
            assert_eq!(urgency.grade, UrgencyGrade::Emergency);
        }
        for id in &lanes.check_first {
            let cause = catalogue.cause(*id);
            let grade = cause.urgency.as_ref().map(|it| it.grade);
            let reversible = cause.reversible.as_ref().map(|it| it.value);
            assert_ne!(grade, Some(UrgencyGrade::Emergency), "{}", cause.slug);
            assert_ne!(reversible, Some(Reversibility::No), "{}", cause.slug);
            assert!(grade == Some(UrgencyGrade::Soon) || reversible.is_some(), "{}", cause.slug);
        }
        assert!(lanes.exposed.iter().all(|id| !lanes.check_first.contains(id)));
    }
}

#[test]
fn urgent_and_reversible_causes_of_the_cases_are_nearly_always_in_their_lane() {
    let catalogue = Catalogue::bundled();
    let (mut urgent, mut seen) = (0, 0);
    for (_, case) in cases("vignettes.jsonl") {
        let ranked = ranked(&case.findings);
        let id = case.right[0];
        let grade = catalogue.cause(id).urgency.as_ref().map(|it| it.grade);
        if grade == Some(UrgencyGrade::Emergency) {
            urgent += 1;
            seen += usize::from(case.right.iter().any(|it| ranked.lanes.do_not_miss.contains(it)));
        }
    }
    assert!(urgent > 30 && seen * 10 >= urgent * 9, "{seen} of {urgent}");
}

#[test]
fn a_cause_whose_exposures_are_all_denied_leaves_the_first_lanes() {
    let mut findings = with(&["HP:0001336", "HP:0001289", "HP:0012622"]);
    let cefepime = cause("drug-cefepime");
    findings.answer_context(context("antibiotic-cephalosporin"), Answer::Present);
    assert!(in_first_lanes(&findings, cefepime));
    findings.answer_medicine(cefepime, Answer::Absent);
    assert!(!in_first_lanes(&findings, cefepime));
    findings.forget_medicine(cefepime);
    findings.answer_context(context("antibiotic-cephalosporin"), Answer::Absent);
    assert!(!in_first_lanes(&findings, cefepime));
}

fn in_first_lanes(findings: &Findings, id: CauseId) -> bool {
    let lanes = ranked(findings).lanes;
    [lanes.do_not_miss, lanes.check_first, lanes.exposed].iter().any(|lane| lane.contains(&id))
}

#[test]
fn jerks_alone_are_not_enough_to_rank() {
    assert!(!ranked(&Findings::default()).is_enough);
    let jerks = with(&["HP:0001336", "HP:0012164"]);
    assert!(!ranked(&jerks).is_enough);
    let one = with(&["HP:0001336", "HP:0001289"]);
    assert!(!ranked(&one).is_enough);
    let two = with(&["HP:0001336", "HP:0001289", "HP:0012622"]);
    assert!(ranked(&two).is_enough);
    let mut exposed = jerks;
    exposed.answer_medicine(cause("drug-gabapentin"), Answer::Present);
    assert!(ranked(&exposed).is_enough);
}
