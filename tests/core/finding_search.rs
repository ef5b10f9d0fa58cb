//! What is typed about a patient finds what is meant.

use std::sync::LazyLock;

use myoclonus_explorer::catalogue::Catalogue;
use myoclonus_explorer::differential::{Answer, Finding, Sex};
use myoclonus_explorer::finding_search::{FindingSearch, Note, Sought, name};
use proptest::prelude::*;

use crate::bundled::{EXPLORER, explore};

static SEARCH: LazyLock<FindingSearch> = LazyLock::new(|| FindingSearch::new(Catalogue::bundled()));

fn find(typed: &str) -> Sought {
    SEARCH.find(typed, 8)
}

/// The id of a finding: of the term, of the exposure or of the medicine.
fn id(finding: Finding) -> String {
    let catalogue = Catalogue::bundled();
    match finding {
        Finding::Term(term) => catalogue.term(term).hpo(),
        Finding::Context(context) => catalogue.context(context).slug.to_owned(),
        Finding::Medicine(cause) => catalogue.cause(cause).slug.to_owned(),
        Finding::Axis(axis, value) => format!("{}={}", axis.axis().key, axis.value(value).key),
    }
}

#[test]
fn the_first_meaning_is_the_one_that_people_mean() {
    for (typed, expected) in [
        ("confusion", "HP:0001289"),
        ("confused", "HP:0001289"),
        ("seizures", "HP:0001250"),
        ("seizure", "HP:0001250"),
        ("seizurs", "HP:0001250"),
        ("fever", "HP:0001945"),
        ("ataxia", "HP:0001251"),
        ("ataxai", "HP:0001251"),
        ("asterixis", "HP:0012164"),
        ("flapping hands", "HP:0012164"),
        ("jerks", "HP:0001336"),
        ("jerks of face and arms", "HP:0001336"),
        ("twitching", "HP:0001336"),
        ("fits", "HP:0001250"),
        ("mental deterioration", "HP:0001268"),
        ("action myoclonus", "HP:0034360"),
        ("HP:0001250", "HP:0001250"),
        ("hp_1250", "HP:0001250"),
        ("0001250", "HP:0001250"),
        ("kidney failure", "kidney-failure"),
        ("cefepime", "drug-cefepime"),
        ("cefepim", "drug-cefepime"),
        ("Maxipime", "drug-cefepime"),
        ("cephalosporin", "antibiotic-cephalosporin"),
        ("multifocal", "distribution=multifocal"),
        ("resuscitation", "recent-cardiac-arrest"),
        ("alcohol withdrawal", "alcohol-withdrawal"),
        ("no alcohol for two days", "alcohol-withdrawal"),
        ("stopped drinking", "alcohol-withdrawal"),
        ("delirium tremens", "alcohol-withdrawal"),
        ("haloperidol", "antipsychotic-use"),
        ("lorazepam", "benzodiazepine-use"),
        ("levetiracetam", "antiseizure-drug"),
        ("zopiclone", "sedative-or-sleeping-drug"),
        ("sleeping tablets", "sedative-or-sleeping-drug"),
        ("promethazine", "antihistamine-use"),
        ("10 years of lithium", "drug-lithium"),
        ("sweating", "HP:0000975"),
        ("weakness", "HP:0001324"),
        ("shaky", "HP:0001337"),
        ("leg jerks", "HP:0001336"),
        ("legs give way", "HP:0002527"),
        ("sees insects", "HP:0002367"),
        ("sleepless", "HP:0100785"),
        ("amnesia", "HP:0002354"),
        ("does not speak", "HP:0002300"),
        ("no longer speaks", "HP:0002300"),
        ("lip smacking", "HP:0002310"),
        ("fits that do not stop", "HP:0002133"),
        ("psychotic", "HP:0000709"),
        ("blue spells", "HP:0000961"),
        ("low calcium", "HP:0002901"),
        ("vegan", "malnutrition-or-vitamin-deficiency"),
        ("B12 deficiency", "malnutrition-or-vitamin-deficiency"),
        ("lost milestones", "HP:0002376"),
        ("floppy", "HP:0001252"),
        ("pale", "HP:0000980"),
        ("small-cell lung cancer", "HP:0030357"),
        ("cancer", "known-cancer"),
        ("high CO2", "HP:0012416"),
        ("breathless", "HP:0002094"),
        ("jerks in sleep", "provocation=sleep"),
        ("unsteady", "HP:0001251"),
        ("worse for two years", "course=progressive"),
        ("my son has fits", "HP:0001250"),
    ] {
        let found = find(typed).found;
        let all: Vec<String> = found.iter().map(|it| id(it.finding)).collect();
        assert_eq!(all.first().map(String::as_str), Some(expected), "{typed}: {all:?}");
    }
}

#[test]
fn a_word_for_no_or_unsure_is_an_answer() {
    for (typed, answer) in [
        ("fever", Answer::Present),
        ("no fever", Answer::Absent),
        ("without fever", Answer::Absent),
        ("fever?", Answer::Unsure),
        ("- fever", Answer::Absent),
    ] {
        let sought = find(typed);
        assert_eq!(sought.answer, answer, "{typed}");
        assert_eq!(sought.found.first().map(|it| id(it.finding)), Some("HP:0001945".to_owned()));
    }
    assert_eq!(find("family history of seizure").found, []);
}

#[test]
fn words_that_say_no_themselves_deny() {
    for typed in ["afebrile", "Afebrile", "not febrile", "apyrexial"] {
        let sought = find(typed);
        let first = sought.found.first().map(|it| id(it.finding));
        assert_eq!(
            (sought.answer, first),
            (Answer::Absent, Some("HP:0001945".to_owned())),
            "{typed}"
        );
    }
    for typed in ["no memory loss", "no sleep disturbance", "no hearing loss"] {
        assert_eq!(find(typed).answer, Answer::Absent, "{typed}");
    }
}

#[test]
fn what_is_doubtful_is_not_offered() {
    use Note::{Family, Healthy, Length, OneOfAClass};
    for (typed, note) in [
        ("mother had fits", Some(Family)),
        ("sister has epilepsy", Some(Family)),
        ("father's tremor", Some(Family)),
        ("seizures in her brother", Some(Family)),
        ("his son has fits", Some(Family)),
        ("no drink", Some(Healthy)),
        ("without drink", Some(Healthy)),
        ("no memory", Some(Healthy)),
        ("no sleep for two days", Some(Healthy)),
        ("no longer smiles", Some(Healthy)),
        ("no worse", Some(Healthy)),
        ("no medicines", Some(Healthy)),
        ("no drugs", Some(Healthy)),
        ("for 3 weeks", Some(Length)),
        ("3 days ago", Some(Length)),
        ("onset 2 weeks ago", Some(Length)),
        ("since 10 years", Some(Length)),
        ("no haloperidol", Some(OneOfAClass)),
        ("normal MRI", None),
        ("breast-fed", None),
        ("awake", None),
    ] {
        let sought = find(typed);
        assert_eq!((sought.found.len(), sought.note), (0, note), "{typed}: {sought:?}");
    }
    let jerks = find("no stimulus").found;
    assert!(!jerks.iter().any(|it| matches!(it.finding, Finding::Axis(..))), "{jerks:?}");
}

#[test]
fn the_name_of_a_common_cancer_offers_a_known_cancer() {
    for typed in ["lung cancer", "breast cancer", "ovarian cancer", "lymphoma", "leukaemia"] {
        let found: Vec<String> = find(typed).found.iter().map(|it| id(it.finding)).collect();
        assert!(found.contains(&"known-cancer".to_owned()), "{typed}: {found:?}");
    }
}

#[test]
fn a_medicine_that_is_not_here_is_said_to_lead_to_its_class() {
    let first = find("haloperidol").found[0];
    assert_eq!((first.by, first.is_class), (Some("Haloperidol"), true));
    assert!(find("cefepime").found.iter().all(|it| !it.is_class));
}

#[test]
fn every_finding_is_found_by_its_own_name() {
    let catalogue = Catalogue::bundled();
    let contexts = catalogue.contexts().map(|(id, _)| Finding::Context(id));
    for finding in contexts {
        let typed = name(catalogue, finding);
        let found = find(typed).found;
        assert!(found.iter().any(|it| it.finding == finding), "{typed}: {found:?}");
    }
}

#[test]
fn nothing_is_found_for_nothing() {
    for typed in ["", " ", "?", "xqzvwk", "HP:9999999"] {
        assert_eq!(find(typed).found, [], "{typed:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(typed in "\\PC{0,40}", most in 0_usize..12) {
        prop_assert!(SEARCH.find(&typed, most).found.len() <= most);
    }
}

/// What a sentence says: ids, with a minus before what is absent, and the age in months.
fn said(sentence: &str) -> String {
    let findings = SEARCH.in_sentence(sentence).findings;
    let answers = findings.all().into_iter().map(|(finding, answer)| match answer {
        Answer::Present => id(finding),
        Answer::Absent => format!("-{}", id(finding)),
        Answer::Unsure => format!("?{}", id(finding)),
    });
    let age = findings.age.map(|age| format!("age {}", age.to_iso8601()));
    answers.chain(age).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_sentence_says_what_it_names_and_no_more() {
    for (sentence, expected) in [
        (
            "72 year old with kidney failure, confused since cefepime, no fever",
            "HP:0001289 -HP:0001945 kidney-failure drug-cefepime age P72Y",
        ),
        ("10 year old girl with seizures and ataxia", "HP:0001250 HP:0001251 age P10Y"),
        ("on gabapentin and morphine", "drug-gabapentin drug-morphine"),
        ("denies fever, never had seizures", "-HP:0001250 -HP:0001945"),
        ("what shall I do", ""),
        ("fit and well with pale stools", ""),
        ("mother has epilepsy, jerks, tremor", "HP:0001336 HP:0001337"),
        ("jerks in a boy whose sister has epilepsy", "HP:0001336"),
        ("jerks, no memory, no drink", "HP:0001336"),
        ("no memory loss, no longer speaks", "HP:0002300 -HP:0002354"),
        ("nine days old, afebrile, fits", "HP:0001250 -HP:0001945 age P9D"),
        ("72F confused on haloperidol, no lorazepam", "HP:0001289 antipsychotic-use age P72Y"),
        ("", ""),
    ] {
        assert_eq!(said(sentence), expected, "{sentence}");
    }
}

#[test]
fn words_of_a_sentence_that_were_not_taken_are_left() {
    for (sentence, left) in [
        ("confused, gibberish of a kind, no fever", vec!["gibberish"]),
        ("mother has epilepsy, jerks", vec!["mother has epilepsy"]),
        ("72 year old man with tremor", vec![]),
        ("no haloperidol", vec!["no haloperidol"]),
    ] {
        assert_eq!(SEARCH.in_sentence(sentence).left, left, "{sentence}");
    }
    let sex = |sentence| SEARCH.in_sentence(sentence).findings.sex;
    assert_eq!(sex("72 year old man with tremor"), Some(Sex::Male));
    assert_eq!(sex("72F with tremor"), Some(Sex::Female));
    assert_eq!(sex("tremor"), None);
}

#[test]
fn a_question_tells_of_a_patient_by_two_things_at_least() {
    for (question, expected) in [
        ("72 year old confused on cefepime", true),
        ("jerks since gabapentin with kidney failure", true),
        ("10 year old with seizures and ataxia", true),
        ("leg jerks at night", false),
        ("cefepime", false),
        ("Second day without drink; shakes, sweats, sees insects, jerks.", true),
        ("Breast-fed by a vegan mother; lost smiles and sitting; shakes and twitches.", true),
        ("Lance-Adams syndrome", false),
        ("progressive myoclonic epilepsy", false),
        ("is my sleeping baby's jerking dangerous", false),
        ("", false),
    ] {
        assert_eq!(explore(question).tells_of_a_patient, expected, "{question}");
        assert_eq!(EXPLORER.everywhere(question).tells_of_a_patient, expected, "{question}");
    }
}

proptest! {
    #[test]
    fn any_sentence_is_read(sentence in "\\PC{0,80}") {
        SEARCH.in_sentence(&sentence);
        explore(&sentence);
    }
}
