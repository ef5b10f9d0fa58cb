//! What holds for any findings: nobody has to know the formula to rely on it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use myoclonus_explorer::catalogue::{AxisId, Catalogue, CauseId, ContextId, TermId, Weights};
use myoclonus_explorer::differential::{Age, Answer, Findings, Points, Reason};
use proptest::prelude::*;

use super::DIFFERENTIAL;

/// The terms that one cause alone has, each with that cause.
static OWN: LazyLock<Vec<(TermId, CauseId)>> = LazyLock::new(|| {
    let terms = Catalogue::bundled().ontology().terms();
    terms.filter_map(|(term, _)| Some((term, DIFFERENTIAL.only_cause_with(term)?))).collect()
});

/// The causes with an exposure that makes them.
static EXPOSED: LazyLock<Vec<CauseId>> = LazyLock::new(|| {
    let catalogue = Catalogue::bundled();
    let recorded = |id: &CauseId| catalogue.cause(*id).context.is_recorded();
    catalogue.cause_ids().filter(recorded).collect()
});

/// One entry, as someone makes it.
#[derive(Clone, Debug)]
enum Entry {
    Term(TermId, Answer),
    Context(ContextId, Answer),
    Medicine(CauseId, Answer),
    Axis(AxisId, u8),
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![Just(Answer::Present), Just(Answer::Absent), Just(Answer::Unsure)]
}

fn entry() -> impl Strategy<Value = Entry> {
    let catalogue = Catalogue::bundled();
    let terms = catalogue.ontology().len();
    let contexts = catalogue.contexts().count();
    let causes = catalogue.cause_count();
    prop_oneof![
        8 => (0..terms, answer()).prop_map(|(at, it)| Entry::Term(TermId::at(at), it)),
        3 => (0..contexts, answer()).prop_map(|(at, it)| Entry::Context(ContextId::at(at), it)),
        2 => (0..causes, answer()).prop_map(|(at, it)| Entry::Medicine(CauseId::at(at), it)),
        2 => (0..6_usize, 0..9_u8).prop_map(|(at, value)| Entry::Axis(AxisId::at(at), value)),
    ]
}

fn age() -> impl Strategy<Value = Option<Age>> {
    prop::option::of((0..40_000_u32).prop_map(Age::Days))
}

fn record(entries: &[Entry], onset: Option<Age>, age: Option<Age>) -> Findings {
    let mut findings = Findings::default();
    findings.onset = onset;
    findings.age = age;
    for entry in entries {
        match *entry {
            Entry::Term(term, answer) => findings.answer_term(term, answer),
            Entry::Context(context, answer) => findings.answer_context(context, answer),
            Entry::Medicine(medicine, answer) => findings.answer_medicine(medicine, answer),
            Entry::Axis(axis, value) => {
                let values: Vec<_> = axis.values().collect();
                if let Some(value) = values.get(usize::from(value)) {
                    findings.add_axis(axis, *value);
                }
            }
        }
    }
    findings
}

fn findings() -> impl Strategy<Value = Findings> {
    (prop::collection::vec(entry(), 0..25), age(), age())
        .prop_map(|(entries, onset, age)| record(&entries, onset, age))
}

/// Whether a finding says the same as an exposure or situation.
fn tells_an_exposure(term: TermId) -> bool {
    let catalogue = Catalogue::bundled();
    let mut told_by =
        catalogue.contexts().flat_map(|(id, _)| Weights::bundled().context(id).told_by);
    told_by.any(|wider| catalogue.ontology().is_kind_of(term, *wider))
}

fn score(findings: &Findings, cause: CauseId) -> Points {
    DIFFERENTIAL.contributions(findings, cause).iter().map(|it| it.points).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn contributions_add_up_to_the_score(findings in findings()) {
        let ranked = DIFFERENTIAL.rank(&findings, &DIFFERENTIAL.candidates());
        for id in Catalogue::bundled().cause_ids().step_by(61) {
            prop_assert_eq!(score(&findings, id), ranked.score(id));
        }
    }

    #[test]
    fn the_order_of_entry_makes_no_difference(
        entries in prop::collection::vec(entry(), 0..25),
        keys in prop::collection::vec(any::<u32>(), 25),
    ) {
        // The same entries in another order. Where one question is answered twice, the last
        // answer counts, so each question is kept once.
        let mut seen = BTreeSet::new();
        let mut once = entries.clone();
        once.retain(|entry| match entry {
            Entry::Term(id, _) => seen.insert((0, id.index())),
            Entry::Context(id, _) => seen.insert((1, id.index())),
            Entry::Medicine(id, _) => seen.insert((2, id.index())),
            Entry::Axis(..) => true,
        });
        let mut shuffled: Vec<(u32, Entry)> = keys.into_iter().zip(once.clone()).collect();
        shuffled.sort_by_key(|(key, _)| *key);
        let shuffled: Vec<Entry> = shuffled.into_iter().map(|(_, entry)| entry).collect();
        let (one, other) = (record(&once, None, None), record(&shuffled, None, None));
        prop_assert_eq!(&one, &other);
        let all = DIFFERENTIAL.candidates();
        prop_assert!(DIFFERENTIAL.rank(&one, &all) == DIFFERENTIAL.rank(&other, &all));
    }

    #[test]
    fn a_finding_of_one_cause_alone_never_lowers_it(
        findings in findings(),
        pick in any::<prop::sample::Index>(),
    ) {
        let (term, cause) = OWN[pick.index(OWN.len())];
        prop_assume!(findings.term(term).is_none());
        let mut more = findings.clone();
        more.answer_term(term, Answer::Present);
        // What contradicts the finding does not count, with it or without it.
        prop_assume!(DIFFERENTIAL.lints(&more) == DIFFERENTIAL.lints(&findings));
        prop_assert!(score(&more, cause) >= score(&findings, cause));
        // Some findings tell an exposure, which may speak for other causes even more.
        if !tells_an_exposure(term) {
            let all = DIFFERENTIAL.candidates();
            let place = |findings| DIFFERENTIAL.rank(findings, &all).place(cause);
            prop_assert!(place(&more) <= place(&findings));
        }
    }

    #[test]
    fn the_absence_of_a_finding_never_raises_a_cause_that_has_it(
        findings in findings(),
        pick in any::<prop::sample::Index>(),
    ) {
        let (term, cause) = OWN[pick.index(OWN.len())];
        prop_assume!(findings.term(term).is_none());
        let mut more = findings.clone();
        more.answer_term(term, Answer::Absent);
        prop_assert!(score(&more, cause) <= score(&findings, cause));
        let all = DIFFERENTIAL.candidates();
        let place = |findings| DIFFERENTIAL.rank(findings, &all).place(cause);
        prop_assert!(place(&more) >= place(&findings));
    }

    #[test]
    fn a_medicine_that_is_not_taken_never_raises_its_cause(
        findings in findings(),
        pick in any::<prop::sample::Index>(),
    ) {
        let cause = EXPOSED[pick.index(EXPOSED.len())];
        let mut open = findings.clone();
        open.forget_medicine(cause);
        let mut denied = findings;
        denied.answer_medicine(cause, Answer::Absent);
        prop_assert!(score(&denied, cause) <= score(&open, cause));
        for context in Catalogue::bundled().cause(cause).context.values {
            let mut without = open.clone();
            without.forget_context(*context);
            let mut denied = open.clone();
            denied.answer_context(*context, Answer::Absent);
            prop_assert!(score(&denied, cause) <= score(&without, cause));
        }
    }

    #[test]
    fn mending_all_that_is_reported_leaves_nothing_to_report(mut findings in findings()) {
        let mut rounds = 0;
        while let Some(lint) = DIFFERENTIAL.lints(&findings).first().copied() {
            lint.mend(&mut findings);
            rounds += 1;
            prop_assert!(rounds < 100, "{lint:?} is never mended");
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn questions_and_changes_of_any_findings_can_be_worked_out(findings in findings()) {
        for suggestion in DIFFERENTIAL.questions(&findings).iter() {
            prop_assert!((0.0..=2.0 * 129.0).contains(&suggestion.shift));
        }
        for change in DIFFERENTIAL.changes(&findings) {
            prop_assert!((0.0..=1.0).contains(&change.chance));
        }
    }
}

#[test]
fn many_terms_belong_to_one_cause_alone_and_speak_for_it_most() {
    assert!(OWN.len() > 1_000, "{}", OWN.len());
    let catalogue = Catalogue::bundled();
    for (term, cause) in OWN.iter().step_by(13) {
        let mut findings = Findings::default();
        findings.answer_term(*term, Answer::Present);
        let points = |id: CauseId| {
            let contributions = DIFFERENTIAL.contributions(&findings, id);
            let of_term = contributions.iter().filter(|it| it.reason == Reason::Present(*term));
            of_term.map(|it| it.points).sum::<Points>()
        };
        let name = catalogue.term(*term).label;
        let most = points(*cause);
        assert!(most >= Points::default(), "{name}");
        for other in catalogue.cause_ids().filter(|id| id != cause).step_by(37) {
            assert!(points(other) <= most, "{name}: {}", catalogue.cause(other).slug);
        }
    }
}
