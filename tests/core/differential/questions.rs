//! The next question, and what would change the first place.

use myoclonus_explorer::catalogue::Checklist;
use myoclonus_explorer::differential::{Answer, Differential, Finding, Question};

use super::{DIFFERENTIAL, cases, cause, term, with};

#[test]
fn four_checklists_come_first_and_bedside_questions_before_tests() {
    let questions = DIFFERENTIAL.questions(&with(&["HP:0001336"]));
    let first: Vec<Question> = questions.iter().take(4).map(|it| it.question).collect();
    let checklists =
        [Checklist::Medicines, Checklist::Events, Checklist::Illnesses, Checklist::Body];
    assert_eq!(first, checklists.map(Question::Checklist));
    let rest = &questions[4..];
    assert!(rest.iter().any(|it| it.needs_test) && rest.iter().any(|it| !it.needs_test));
    assert!(rest.is_sorted_by_key(|it| it.needs_test), "tests come last");
    for needs_test in [false, true] {
        let shifts = rest.iter().filter(|it| it.needs_test == needs_test).map(|it| -it.shift);
        assert!(shifts.is_sorted());
    }
}

#[test]
fn a_question_with_an_answer_is_not_asked_again() {
    let mut findings = with(&["HP:0001336"]);
    let asked = |findings: &_| -> Vec<Question> {
        DIFFERENTIAL.questions(findings).iter().map(|it| it.question).collect()
    };
    let confusion = Question::Finding(term("HP:0001289"));
    assert!(asked(&findings).contains(&confusion));
    for answer in [Answer::Present, Answer::Absent, Answer::Unsure] {
        findings.answer_term(term("HP:0001289"), answer);
        assert!(!asked(&findings).contains(&confusion), "{answer:?}");
    }
    findings.complete(Checklist::Medicines);
    assert!(!asked(&findings).contains(&Question::Checklist(Checklist::Medicines)));
}

#[test]
fn the_first_checklist_is_known_before_all_questions_are_weighed() {
    let mut findings = with(&["HP:0001336"]);
    let closed = [Checklist::Events, Checklist::Medicines, Checklist::Body, Checklist::Illnesses];
    for list in closed {
        let first = DIFFERENTIAL.questions(&findings)[0].question;
        let known = Differential::first_checklist(&findings).map(Question::Checklist);
        assert_eq!(known, Some(first));
        findings.complete(list);
    }
    assert_eq!(Differential::first_checklist(&findings), None);
}

#[test]
fn questions_weighed_in_steps_are_the_same() {
    for (_, case) in cases("vignettes.jsonl").iter().step_by(23) {
        let questions = DIFFERENTIAL.questions_in_steps(case.findings.clone());
        let steps = std::iter::repeat_with(|| questions.step()).take_while(|more| *more).count();
        assert!(steps > 10, "a key can come in between: {steps}");
        assert_eq!(*questions.get(), DIFFERENTIAL.questions(&case.findings), "{}", case.id);
    }
}

#[test]
fn a_change_that_is_promised_happens() {
    let all = DIFFERENTIAL.candidates();
    let mut tried = 0;
    for (_, case) in cases("vignettes.jsonl").iter().step_by(11) {
        for change in DIFFERENTIAL.changes(&case.findings).iter().take(12) {
            let mut findings = case.findings.clone();
            let answer = if change.yes { Answer::Present } else { Answer::Absent };
            match change.question {
                Question::Finding(term) => findings.answer_term(term, answer),
                Question::Context(context) => findings.answer_context(context, answer),
                Question::Checklist(_) => unreachable!("a change is one answer"),
            }
            let ranked = DIFFERENTIAL.rank(&findings, &all);
            assert_eq!(ranked.order[0], change.first, "{}: {change:?}", case.id);
            tried += 1;
        }
    }
    assert!(tried > 20, "{tried}");
}

#[test]
fn what_an_answer_would_do_is_what_it_does() {
    let mut climbed = 0;
    for (_, case) in cases("vignettes.jsonl").iter().step_by(17) {
        let ranked = DIFFERENTIAL.rank(&case.findings, &DIFFERENTIAL.candidates());
        for suggestion in DIFFERENTIAL.questions(&case.findings).iter().take(6) {
            let Question::Finding(term) = suggestion.question else { continue };
            for answer in [Answer::Present, Answer::Absent] {
                let finding = Finding::Term(term);
                let outlook = DIFFERENTIAL.outlook(&case.findings, &ranked, finding, answer);
                let outlook = outlook.expect("something is ranked");
                let mut findings = case.findings.clone();
                findings.set(finding, Some(answer));
                let after = DIFFERENTIAL.rank(&findings, &ranked.entries);
                assert_eq!(outlook.first, after.order[0]);
                if let Some((id, from, to)) = outlook.climb {
                    assert!(to < from && to <= 4);
                    assert_eq!((ranked.order[from - 1], after.order[to - 1]), (id, id));
                    climbed += 1;
                }
            }
        }
    }
    assert!(climbed > 0, "some answers move a cause");
}

#[test]
fn what_is_missing_was_not_answered_and_is_usual_in_the_cause() {
    for slug in ["drug-cefepime", "ep-lafora"] {
        let mut findings = with(&["HP:0001336"]);
        let first = DIFFERENTIAL.missing(&findings, cause(slug), 3);
        assert!(!first.is_empty() && first.len() <= 3, "{slug}");
        assert!(!first.contains(&term("HP:0001336")), "{slug}");
        for term in &first {
            assert!(DIFFERENTIAL.matched(*term, cause(slug)).is_some(), "{slug}");
            findings.answer_term(*term, Answer::Absent);
        }
        let next = DIFFERENTIAL.missing(&findings, cause(slug), 3);
        assert!(next.iter().all(|term| !first.contains(term)), "{slug}: each is asked once");
    }
}
