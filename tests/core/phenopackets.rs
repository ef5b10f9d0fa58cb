//! Phenopackets: what is taken, what is reported, and that no file can do harm.

use myoclonus_explorer::catalogue::{Catalogue, Checklist, TermId};
use myoclonus_explorer::differential::{Age, Answer, Findings, Sex};
use myoclonus_explorer::phenopacket::{self, Fault, MAX_BYTES, Patient, Reading, Why};
use proptest::prelude::*;

const MYOCLONUS: &str = "HP:0001336";

fn read(text: &str) -> Result<Reading, Fault> {
    phenopacket::read(Catalogue::bundled(), text.as_bytes())
}

fn term(id: &str) -> TermId {
    Catalogue::bundled().ontology().find(id).expect("a term of the ontology")
}

/// The only patient of a file.
#[track_caller]
fn patient(text: &str) -> Patient {
    let reading = read(text).expect("a phenopacket");
    assert_eq!(reading.patients.len(), 1, "{reading:?}");
    reading.patients.into_iter().next().expect("a patient")
}

/// A phenopacket with one feature, whose other fields are given.
fn with_feature(fields: &str) -> Patient {
    patient(&format!(r#"{{"phenotypicFeatures": [{{"type": {{"id": "{MYOCLONUS}"}}{fields}}}]}}"#))
}

#[test]
fn a_phenopacket_of_version_2_is_read() {
    let patient = patient(
        r#"{"id": "P1",
            "subject": {"id": "S", "sex": "FEMALE",
                        "timeAtLastEncounter": {"age": {"iso8601duration": "P12Y"}}},
            "phenotypicFeatures": [
              {"type": {"id": "HP:0001336", "label": "Myoclonus"}},
              {"type": {"id": "HP:0001250", "label": "Seizure"}, "excluded": true},
              {"type": {"id": "MONDO:0000001"}}],
            "diseases": [{"term": {"id": "OMIM:254780"},
                          "onset": {"ontologyClass": {"id": "HP:0011463"}}}],
            "metaData": {}}"#,
    );
    assert_eq!(patient.id, "P1");
    let findings = &patient.findings;
    assert_eq!(findings.sex, Some(Sex::Female));
    assert_eq!(findings.age, Some(Age::years(12)));
    assert_eq!(findings.onset, Age::of_onset(11_463));
    assert_eq!(findings.term(term(MYOCLONUS)), Some(Answer::Present));
    assert_eq!(findings.term(term("HP:0001250")), Some(Answer::Absent));
    assert_eq!(patient.diagnoses, ["OMIM:254780"]);
    let whys: Vec<Why> = patient.losses.iter().map(|loss| loss.why).collect();
    assert_eq!(whys, [Why::Diagnosis, Why::OtherOntology]);
    assert_eq!(patient.losses[1].place, "phenotypicFeatures[2].type.id");
}

#[test]
fn a_phenopacket_of_version_1_is_read() {
    let patient = patient(
        r#"{"subject": {"id": "S", "sex": "MALE", "ageAtCollection": {"age": "P3Y6M"}},
            "phenotypicFeatures": [
              {"type": {"id": "HP:0001336"}, "negated": false,
               "ageOfOnset": {"age": "P2Y"}},
              {"type": {"id": "HP:0001250"}, "negated": true}]}"#,
    );
    assert_eq!(patient.id, "S");
    assert_eq!(patient.findings.age, Age::from_iso8601("P3Y6M"));
    assert_eq!(patient.findings.term(term("HP:0001250")), Some(Answer::Absent));
}

#[test]
fn what_is_not_clearly_present_is_never_read_as_present() {
    for (fields, expected) in [
        ("", Answer::Present),
        (r#", "excluded": false"#, Answer::Present),
        (r#", "excluded": null"#, Answer::Present),
        (r#", "excluded": true"#, Answer::Absent),
        (r#", "negated": true"#, Answer::Absent),
        (r#", "observed": "no""#, Answer::Absent),
        (r#", "observed": false"#, Answer::Absent),
        (r#", "observed": "yes""#, Answer::Present),
        (r#", "observed": "maybe""#, Answer::Unsure),
        (r#", "excluded": "true""#, Answer::Unsure),
        (r#", "excluded": "false""#, Answer::Unsure),
        (r#", "excluded": 1"#, Answer::Unsure),
        (r#", "negated": []"#, Answer::Unsure),
        (r#", "Excluded": true"#, Answer::Unsure),
        (r#", "status": "absent""#, Answer::Unsure),
        (r#", "is_present": false"#, Answer::Unsure),
    ] {
        let patient = with_feature(fields);
        assert_eq!(patient.findings.term(term(MYOCLONUS)), Some(expected), "{fields}");
        let is_reported = patient.losses.iter().any(|loss| loss.why == Why::UnclearPresence);
        assert_eq!(is_reported, expected == Answer::Unsure, "{fields}");
    }
}

#[test]
fn a_finding_that_is_present_and_absent_is_unsure() {
    let patient = patient(
        r#"{"phenotypicFeatures": [{"type": {"id": "HP:0001336"}},
                                   {"type": {"id": "HP:0001336"}, "excluded": true}]}"#,
    );
    assert_eq!(patient.findings.term(term(MYOCLONUS)), Some(Answer::Unsure));
    assert_eq!(patient.losses[0].why, Why::Contradiction);
}

#[test]
fn onsets_are_read_in_every_form() {
    for (onset, expected) in [
        (r#"{"age": {"iso8601duration": "P2Y"}}"#, Some(Age::years(2))),
        (r#"{"age": "P2Y"}"#, Some(Age::years(2))),
        (r#"{"ontologyClass": {"id": "HP:0003593"}}"#, Age::of_onset(3593)),
        (r#"{"id": "HP:0003593"}"#, Age::of_onset(3593)),
        (r#"{"gestationalAge": {"weeks": 20}}"#, Some(Age::BeforeBirth)),
        (
            r#"{"ageRange": {"start": {"iso8601duration": "P2Y"},
                             "end": {"iso8601duration": "P5Y"}}}"#,
            Age::of_onset(11_463),
        ),
        (
            r#"{"ageRange": {"start": {"iso8601duration": "P2Y"},
                             "end": {"iso8601duration": "P50Y"}}}"#,
            None,
        ),
        (r#""long ago""#, None),
        ("7", None),
    ] {
        let patient = with_feature(&format!(r#", "onset": {onset}"#));
        assert_eq!(patient.findings.onset, expected, "{onset}");
        let is_reported = patient.losses.iter().any(|loss| loss.why == Why::UnusableAge);
        assert_eq!(is_reported, expected.is_none(), "{onset}");
    }
}

#[test]
fn of_a_family_the_proband_is_taken_and_of_a_cohort_every_member() {
    let one = r#"{"id": "A", "phenotypicFeatures": [{"type": {"id": "HP:0001336"}}]}"#;
    let family = read(&format!(r#"{{"proband": {one}, "relatives": [{one}]}}"#));
    let family = family.expect("a family");
    assert_eq!(family.patients.len(), 1);
    assert_eq!(family.losses[0].why, Why::Relative);
    for text in [
        format!(r#"{{"id": "C", "members": [{one}, {one}]}}"#),
        format!("[{one}, {one}]"),
        format!("{one}\n{one}\n"),
        format!("\u{feff}{one}\r\n\r\n{one}"),
    ] {
        assert_eq!(read(&text).map(|it| it.patients.len()), Ok(2), "{text}");
    }
    let damaged = read(&format!("{one}\n{{oops\n{one}")).expect("two lines are sound");
    assert_eq!((damaged.patients.len(), damaged.losses.len()), (2, 1));
    assert_eq!(damaged.losses[0].place, "line 2");
}

#[test]
fn a_file_that_is_no_phenopacket_gets_a_message() {
    let bytes = |file: &[u8]| phenopacket::read(Catalogue::bundled(), file);
    let large = vec![b' '; MAX_BYTES + 1];
    assert_eq!(bytes(&large), Err(Fault::TooLarge { bytes: MAX_BYTES + 1 }));
    assert_eq!(bytes(b"\x89PNG\r\n\x1a\n"), Err(Fault::OtherKind("a picture")));
    assert_eq!(bytes(b"\xff\xfeh\0"), Err(Fault::NotText));
    for opening in ["[", "{\"a\":"] {
        let deep = opening.repeat(100_000);
        assert!(matches!(read(&deep), Err(Fault::TooDeep { line: 1 })));
    }
    assert!(matches!(read("{\n\"a\" 1}"), Err(Fault::NotJson { line: 2, .. })));
    for text in ["{}", "[]", "1", "null", "[[[1]]]", "{\"a\": 1}"] {
        assert_eq!(read(text).map(|it| it.patients.len()), Err(Fault::NoPatient), "{text}");
    }
    for text in ["", "hello"] {
        assert!(matches!(read(text), Err(Fault::NotJson { .. })), "{text}");
    }
}

#[test]
fn what_is_written_is_read_again_and_the_rest_is_named() {
    let catalogue = Catalogue::bundled();
    let mut findings = Findings::default();
    findings.answer_term(term(MYOCLONUS), Answer::Present);
    findings.answer_term(term("HP:0001250"), Answer::Absent);
    findings.onset = Age::of_onset(3593);
    findings.age = Some(Age::Days(1234));
    findings.sex = Some(Sex::Male);
    findings.complete(Checklist::Body);
    let patient = Patient { id: "P".to_owned(), findings, ..Patient::default() };
    let (text, losses) = phenopacket::write(catalogue, &patient, "2026-11-26T00:00:00Z");
    assert!(losses.is_empty(), "{losses:?}");
    let mut again = self::patient(&text);
    again.findings.complete(Checklist::Body);
    assert_eq!(again.findings, patient.findings);
    assert_eq!(again.id, "P");

    let mut more = patient;
    let (context, _) = catalogue.contexts().next().expect("a context");
    more.findings.answer_context(context, Answer::Present);
    more.findings.answer_term(term("HP:0001289"), Answer::Unsure);
    let (_, losses) = phenopacket::write(catalogue, &more, "2026-11-26T00:00:00Z");
    assert_eq!(losses.len(), 2);
    assert!(losses.iter().all(|loss| loss.why == Why::NoPlace));
}

/// JSON of any form, with the names that phenopackets use.
fn json() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "\"phenotypicFeatures\"",
        "\"subject\"",
        "\"members\"",
        "\"proband\"",
        "\"type\"",
        "\"id\"",
        "\"HP:0001336\"",
        "\"excluded\"",
        "\"onset\"",
        "\"age\"",
        "\"start\"",
        "\"end\"",
        "\"diseases\"",
    ]);
    let leaf = prop_oneof![
        word.clone().prop_map(str::to_owned),
        any::<i32>().prop_map(|it| it.to_string()),
        Just("true".to_owned()),
        Just("null".to_owned()),
    ];
    leaf.prop_recursive(6, 40, 5, move |inner| {
        let pair = (word.clone(), inner.clone()).prop_map(|(key, it)| format!("{key}: {it}"));
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(|it| format!("[{}]", it.join(","))),
            prop::collection::vec(pair, 0..5).prop_map(|it| format!("{{{}}}", it.join(","))),
        ]
    })
}

proptest! {
    #[test]
    fn any_bytes_and_any_json_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..200),
                                           text in json()) {
        let _ = phenopacket::read(Catalogue::bundled(), &bytes);
        let _ = read(&text);
    }
}
