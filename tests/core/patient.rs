//! What a person takes away from a ranking: the address, the letter, the table, the medicines.

use std::sync::LazyLock;

use myoclonus_explorer::catalogue::{
    AxisId, Catalogue, CauseId, Checklist, ContextId, TermId, Weights,
};
use myoclonus_explorer::differential::{
    Age, AgeGroup, Answer, Differential, Findings, Ranked, Sex,
};
use myoclonus_explorer::patient::{Sheet, letter, medicines, table};
use myoclonus_explorer::view::address::findings::{parse, print};
use proptest::prelude::*;

static DIFFERENTIAL: LazyLock<Differential> =
    LazyLock::new(|| Differential::new(Catalogue::bundled()));

fn read(address: &str) -> Findings {
    let reading = parse(Catalogue::bundled(), address);
    assert_eq!(reading.unknown, Vec::<String>::new(), "{address}");
    reading.findings
}

fn rank(findings: &Findings) -> Ranked {
    DIFFERENTIAL.rank(findings, &DIFFERENTIAL.candidates())
}

fn on_sheet<T>(findings: &Findings, see: impl FnOnce(&Sheet<'_>) -> T) -> T {
    let ranked = rank(findings);
    let catalogue = Catalogue::bundled();
    see(&Sheet { catalogue, differential: &DIFFERENTIAL, findings, ranked: &ranked })
}

const CEFEPIME: &str = "has=1289,1336,drug-cefepime,kidney-failure&no=1945&where=focal,multifocal\
                        &all=substances&onset=P72Y&age=P72Y9D&sex=f";

#[test]
fn findings_have_one_short_address() {
    let findings = read(CEFEPIME);
    assert_eq!(print(Catalogue::bundled(), &findings), CEFEPIME);
    assert_eq!(print(Catalogue::bundled(), &Findings::default()), "");
    assert_eq!(read(""), Findings::default());
}

#[test]
fn ages_that_do_not_count_are_in_the_address_the_letter_and_the_table() {
    let findings = read("has=1289,1336,drug-cefepime&age=P72Y&ages=off");
    assert!(findings.ignores_ages);
    assert_eq!(
        print(Catalogue::bundled(), &findings),
        "has=1289,1336,drug-cefepime&age=P72Y&ages=off"
    );
    let said = "The ages do not count in this order.";
    let letter = on_sheet(&findings, |sheet| letter(sheet, "today", "7"));
    assert!(letter.contains(&format!("Patient: age 72 years. {said}")), "{letter}");
    let table = on_sheet(&findings, |sheet| table(sheet, "today", "7"));
    assert!(table.contains(said), "{table}");
    assert_eq!(parse(Catalogue::bundled(), "ages=maybe").unknown, ["ages=maybe"]);
}

#[test]
fn damaged_addresses_are_mended() {
    let whole = read(CEFEPIME);
    for damaged in [
        CEFEPIME.replace('&', "&amp;"),
        CEFEPIME.replace(',', "%2C"),
        CEFEPIME.replace(',', "%252C"),
        CEFEPIME.replace('&', "%26").replace('=', "%3D"),
        CEFEPIME.to_uppercase(),
        format!("#?{CEFEPIME}"),
        format!("{CEFEPIME})."),
        CEFEPIME.replace("1289", "HP:0001289").replace("1336", "hp_0001336"),
        CEFEPIME.replace(',', ", "),
        format!("{CEFEPIME}&"),
    ] {
        assert_eq!(read(&damaged), whole, "{damaged}");
    }
}

#[test]
fn what_an_address_does_not_know_is_reported() {
    let reading =
        parse(Catalogue::bundled(), "has=1336,9999998,drug-none&what&where=nowhere&age=P999Y");
    assert_eq!(
        reading.unknown,
        ["has=9999998", "has=drug-none", "what", "where=nowhere", "age=p999y"]
    );
    assert_eq!(reading.findings, read("has=1336"));
    let twice = parse(Catalogue::bundled(), "has=1336&no=1336");
    assert_eq!(print(Catalogue::bundled(), &twice.findings), "unsure=1336");
}

#[test]
fn an_old_number_in_an_address_leads_to_the_present_term() {
    let (old, term) = Weights::bundled().old_numbers().next().expect("an old number");
    let number = Catalogue::bundled().term(term).number;
    assert_eq!(read(&format!("has={old}")), read(&format!("has={number}")));
}

#[test]
fn no_exposure_has_the_id_of_a_cause() {
    let catalogue = Catalogue::bundled();
    for (_, context) in catalogue.contexts() {
        assert!(catalogue.cause_ids().all(|id| catalogue.cause(id).slug != context.slug));
        assert!(context.slug.starts_with(|it: char| it.is_ascii_alphabetic()));
    }
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![Just(Answer::Present), Just(Answer::Absent), Just(Answer::Unsure)]
}

fn age() -> impl Strategy<Value = Option<Age>> {
    let group = (0..7_usize).prop_map(|at| {
        let axis = AgeGroup::axis().expect("an axis");
        axis.values().nth(at).map(|value| Age::Group(AgeGroup::of_value(value)))
    });
    prop_oneof![
        Just(None),
        Just(Some(Age::BeforeBirth)),
        group,
        (0..40_000_u32).prop_map(|days| Some(Age::Days(days)))
    ]
}

fn findings() -> impl Strategy<Value = Findings> {
    let catalogue = Catalogue::bundled();
    let (terms, contexts) = (catalogue.ontology().len(), catalogue.contexts().count());
    let causes = catalogue.cause_count();
    let some = |end: usize| prop::collection::vec((0..end, answer()), 0..8);
    let jerks = prop::collection::vec((0..6_usize, 0..9_usize), 0..5);
    let sex = prop::option::of(prop_oneof![Just(Sex::Female), Just(Sex::Male), Just(Sex::Other)]);
    let rest = (jerks, age(), age(), sex, any::<bool>());
    (some(terms), some(contexts), some(causes), rest).prop_map(
        |(terms, contexts, causes, (jerks, onset, age, sex, complete))| {
            let mut findings = Findings::default();
            for (at, answer) in terms {
                findings.answer_term(TermId::at(at), answer);
            }
            for (at, answer) in contexts {
                findings.answer_context(ContextId::at(at), answer);
            }
            for (at, answer) in causes {
                let id = CauseId::at(at);
                if !Catalogue::bundled().cause(id).is_group {
                    findings.answer_medicine(id, answer);
                }
            }
            for (axis, value) in jerks {
                let axis = AxisId::at(axis);
                if let Some(value) = axis.values().nth(value) {
                    findings.add_axis(axis, value);
                }
            }
            if complete {
                findings.complete(Checklist::ALL[0]);
            }
            findings.onset = onset;
            findings.age = age;
            findings.sex = sex;
            findings
        },
    )
}

proptest! {
    #[test]
    fn any_findings_come_back_from_their_address(findings in findings()) {
        let printed = print(Catalogue::bundled(), &findings);
        prop_assert!(printed.is_ascii());
        let reading = parse(Catalogue::bundled(), &printed);
        prop_assert_eq!(&reading.unknown, &Vec::<String>::new());
        prop_assert_eq!(reading.findings, findings);
    }

    #[test]
    fn any_text_is_read_and_what_is_understood_has_an_address(text in ".{0,80}") {
        let reading = parse(Catalogue::bundled(), &text);
        let printed = print(Catalogue::bundled(), &reading.findings);
        prop_assert_eq!(parse(Catalogue::bundled(), &printed).findings, reading.findings);
    }
}

#[test]
fn a_letter_says_what_was_found_and_what_it_is_not() {
    let text = on_sheet(&read(CEFEPIME), |sheet| letter(sheet, "26 November 2026", "7"));
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "Patient: female, age 72 years 9 days, onset 72 years.");
    assert!(lines[1].starts_with("Present: Confusion; Myoclonus; "), "{}", lines[1]);
    assert_eq!(lines[2], "Absent: Fever.");
    assert_eq!(lines[3], "The jerks: Where on the body: focal, multifocal.");
    assert!(lines[4].contains("26 November 2026") && lines[4].contains("no diagnosis"));
    assert!(lines[6].starts_with("1. Cefepime (fits best): "), "{}", lines[6]);
    assert_eq!(lines.len(), 11);
    let thin = on_sheet(&read("has=1336"), |sheet| letter(sheet, "today", "7"));
    assert!(thin.contains("do not say enough") && !thin.contains("1. "), "{thin}");
}

#[test]
fn a_table_has_the_findings_and_every_cause_in_order() {
    let findings = read(CEFEPIME);
    let text = on_sheet(&findings, |sheet| table(sheet, "today", "7"));
    let rows: Vec<&str> = text.lines().collect();
    let causes = rows.iter().filter(|row| row.starts_with("cause,")).count();
    assert_eq!(causes, rank(&findings).order.len());
    assert!(rows.contains(&"finding,HP:0001945,Fever,absent,,,"));
    assert!(rows.iter().any(|row| row.starts_with("cause,drug-cefepime,Cefepime,1,")));
    assert!(rows.last().is_some_and(|row| row.contains("no diagnosis")));
    let heads = rows[0].matches(',').count();
    assert_eq!(heads, 6);
    let thin = on_sheet(&read("has=1336"), |sheet| table(sheet, "today", "7"));
    assert!(thin.contains("not enough to rank") && !thin.contains("cause,"));
}

#[test]
fn medicines_are_checked_as_causes_and_for_what_they_make_worse() {
    // Juvenile myoclonic epilepsy in a young person who takes carbamazepine.
    let findings = read("has=1336,2069,32794,drug-carbamazepine,drug-lithium&onset=P15Y&age=P16Y");
    let catalogue = Catalogue::bundled();
    let checked = on_sheet(&findings, medicines);
    assert_eq!(checked.len(), 2);
    assert!(checked.is_sorted_by_key(|it| it.place.expect("both are ranked")));
    let slug = |id: CauseId| catalogue.cause(id).slug;
    let carbamazepine = checked.iter().find(|it| slug(it.medicine) == "drug-carbamazepine");
    let carbamazepine = carbamazepine.expect("it is taken");
    let all = carbamazepine.worsens.iter().chain(&carbamazepine.worsens_others);
    assert!(all.clone().any(|id| slug(*id) == "ep-jme"));
    let ranked = rank(&findings);
    assert!(carbamazepine.worsens.is_sorted_by_key(|id| std::cmp::Reverse(ranked.score(*id))));
    assert!(on_sheet(&read("has=1336"), medicines).is_empty());
}
