//! Mistakes in texts that readers see: doses, remarks to curators, unfinished sentences.

use std::fs;
use std::path::Path;

use crate::pipeline::check::{dose, single_reports, wording};
use crate::pipeline::read::schema::RawClaim;
use crate::pipeline::vocabulary::Reversibility;
use crate::{DRUG, Folder, NOTE, check};

#[test]
fn a_dose_is_refused_wherever_a_reader_would_see_it() {
    let expected = &["drug-a: note", "20 mg", "is a dose"];
    check("dose", DRUG, "A note.", "Give 20 mg.", expected);
    let expected = &["stops: text", "twice daily", "is a dose"];
    check(
        "schedule",
        "shared/shared_statements.toml",
        "It usually stops.",
        "Taken twice daily.",
        expected,
    );
}

#[test]
fn a_dose_is_refused_in_the_claims_of_every_field() {
    for (field, value) in [
        ("course", "values = [\"acute\"]"),
        ("age_groups", "values = [\"adult\"]"),
        ("contraction", "values = [\"positive\"]"),
        ("distribution", "values = [\"focal\"]"),
        ("generator", "values = [\"cortical\"]"),
        ("provocation", "values = [\"rest\"]"),
        ("features", "values = [{ feature = \"Coma\" }]"),
        ("context", "values = [\"dialysis\"]"),
        ("first_tests", "values = [\"EEG\"]"),
        ("parts", "values = [\"face\"]"),
        ("reversible", "value = \"yes\""),
        ("urgency", "grade = \"soon\"\nwhy = \"It.\"\nact = \"Help.\"\nact_basis = \"source\""),
        ("plain", "text = \"A drug.\""),
        ("clinical", "text = \"A drug.\""),
        ("management", "text = \"Rest.\""),
        ("worsened_by", "values = [\"a drug\"]\ntext = \"It.\""),
        ("note", "text = \"A note.\""),
    ] {
        let first = "[[cause]]\nid = \"drug-a\"";
        let other = format!(
            "[[cause]]\nid = \"drug-b\"\nname = \"B\"\nclaims = [{{ source = \"paper\" }}]\n\
             [cause.{field}]\n{value}\nclaims = [{{ source = \"paper\", detail = \"20 mg\" }}]\n\
             {first}"
        );
        let expected = &[&*format!("drug-b: {field}.claims: \"20 mg\""), "is a dose"];
        check("dose-of-claim", DRUG, first, &other, expected);
    }
}

#[test]
fn the_act_of_an_emergency_says_now() {
    let urgency = |grade: &str, act: &str| {
        format!(
            "{NOTE}\n[cause.urgency]\ngrade = \"{grade}\"\nwhy = \"It is.\"\nact = \"{act}\"\n\
             act_basis = \"editorial\"\nclaims = [{{ source = \"paper\" }}]"
        )
    };
    let late = "See a doctor; nowadays soon.";
    let expected = &["data/causes/drug.toml: drug-a: urgency.act", late, "\"now\" or \"at once\""];
    check("act-late", DRUG, NOTE, &urgency("emergency", late), expected);
    for (grade, act) in [
        ("emergency", "Emergency number now."),
        ("emergency", "Tell the team at once."),
        ("soon", "See a doctor soon."),
    ] {
        let folder = Folder::new("act-now", |file, text| match file {
            DRUG => text.replace(NOTE, &urgency(grade, act)),
            _ => text,
        });
        assert_eq!(folder.faults(), Vec::<String>::new(), "{grade}: {act}");
    }
}

#[test]
fn an_emergency_is_not_left_to_a_review_by_the_prescriber() {
    const SHARED: &str = "shared/shared_statements.toml";
    const REVIEW: &str = "drugs-review-with-prescriber";
    let folder = |name: &str, grade: &str, management: &str| {
        Folder::new(name, |file, text| match file {
            DRUG => text.replace(
                NOTE,
                &format!(
                    "{NOTE}\n[cause.management]\nshared = \"{management}\"\n[cause.urgency]\n\
                     grade = \"{grade}\"\nwhy = \"It is.\"\nact = \"Emergency number now.\"\n\
                     act_basis = \"editorial\"\nclaims = [{{ source = \"paper\" }}]"
                ),
            ),
            SHARED => format!(
                "{text}[[statement]]\nid = \"{management}\"\nfield = \"management\"\n\
                 basis = \"editorial\"\ntext = \"The prescriber decides.\"\n"
            ),
            _ => text,
        })
    };
    let faults = folder("review-emergency", "emergency", REVIEW).faults();
    let fault = faults.first().expect("an emergency is not left to a review");
    let place = format!("data/causes/drug.toml: drug-a: management.shared: \"{REVIEW}\"");
    assert!(fault.starts_with(&place) && fault.contains("say what is done at once"), "{fault}");
    for (grade, management) in [("soon", REVIEW), ("emergency", "treated-at-once")] {
        let sound = folder("review-fits", grade, management).faults();
        assert_eq!(sound, Vec::<String>::new(), "{grade}: {management}");
    }
    // The rule knows the statement by its id, so the statement keeps it.
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(SHARED);
    let statements = fs::read_to_string(data).expect("the shared statements can be read");
    assert!(statements.contains(&format!("id = \"{REVIEW}\"")), "{REVIEW} in {SHARED}");
}

#[test]
fn a_title_holds_no_remark_of_ours_outside_square_brackets() {
    const REVIEW: &str = "sources/review.toml";
    for (title, found) in [
        ("Four patients (title not shown)", "not shown"),
        ("[Four patients, title not shown]", "not shown"),
        ("Jerks (Chapter)", "Chapter"),
        ("Signs of poisoning (table 3)", "table"),
        ("Asterixis (textbook passage): signs", "passage"),
    ] {
        let to = format!("title = \"{title}\"");
        let remedy = format!("\"{found}\" is a remark of ours; put our description");
        let expected = &["data/sources/review.toml: paper: title", title, &remedy];
        check("title-remark", REVIEW, "title = \"A paper\"", &to, expected);
    }
    for title in [
        "[Four patients]",
        "Jerks [chapter]",
        "Encephalopathy in Children and Young Adults […]",
        "Myoclonus (a case report and literature review)",
        "Tableware (and other stories)",
    ] {
        let folder = Folder::new("title-published", |file, text| match file {
            REVIEW => text.replace("title = \"A paper\"", &format!("title = \"{title}\"")),
            _ => text,
        });
        assert_eq!(folder.faults(), Vec::<String>::new(), "{title}");
    }
}

#[test]
fn ages_are_listed_from_the_youngest() {
    let ages = |values: &str| {
        let claims = "claims = [{ source = \"paper\" }]";
        format!("[cause.age_groups]\nvalues = [{values}]\n{claims}\n{NOTE}")
    };
    let expected = &["drug-a: age_groups: \"adult, child\"", "begin with the youngest"];
    check("ages", DRUG, NOTE, &ages("\"adult\", \"child\""), expected);
    let folder = Folder::new("ages-sorted", |file, text| match file {
        DRUG => text.replace(NOTE, &ages("\"child\", \"adult\"")),
        _ => text,
    });
    assert_eq!(folder.faults(), Vec::<String>::new());
}

#[test]
fn remarks_to_curators_are_refused_wherever_a_reader_would_see_them() {
    for (file, from, to, field) in [
        (DRUG, "\"A note.\"", "\"Normal tests in that case.\"", "drug-a: note"),
        (DRUG, "\"A note.\"", "\"Rest helps; that advice is ours.\"", "drug-a: note"),
        (DRUG, "\"A note.\"", "\"Rest helped in the published case.\"", "drug-a: note"),
        (DRUG, "\"A note.\"", "\"It is a sign; how often is not told.\"", "drug-a: note"),
        (DRUG, "\"A note.\"", "\"Nobody knows.\"", "drug-a: note"),
        (DRUG, "\"A note.\"", "\"It is named; no report seen.\"", "drug-a: note"),
        (DRUG, "name = \"A\"", "name = \"A, list entry\"", "drug-a: name"),
        (
            DRUG,
            "name = \"A\"\nclaims = [{ source = \"paper\" }]",
            "name = \"A\"\nclaims = [{ source = \"paper\", detail = \"coma in that man\" }]",
            "drug-a: claims",
        ),
        ("topics/look_alikes.toml", "\"b\"", "\"the text seen does not say\"", "tic: difference"),
        ("topics/types.toml", "\"A jerk.\"", "\"A browsing label.\"", "acute: definition"),
        (
            "topics/sections.toml",
            "\"An axis.\"",
            "\"This is not supported by the literature reviewed.\"",
            "axis: explanation",
        ),
        (
            "shared/shared_statements.toml",
            "\"It usually stops.\"",
            "\"The source adds that it stops.\"",
            "stops: text",
        ),
    ] {
        let expected = &[&*format!("data/{file}: {field}"), "is a remark to curators; "];
        check("remark", file, from, to, expected);
    }
}

#[test]
fn a_text_without_a_subject_is_refused() {
    for text in ["Responds to rest.", "Usually resists drugs.", "Called rare; it passes."] {
        let expected = &["drug-a: note", text, "has no subject"];
        check("subject", DRUG, "A note.", text, expected);
    }
    let expected = &["data/topics/look_alikes.toml: tic: note", "\"Also counted\" has no subject"];
    let noted = "[look_alike.note]\ntext = \"Also counted here.\"\n[look_alike.difference]";
    check(
        "subject-of-topic",
        "topics/look_alikes.toml",
        "[look_alike.difference]",
        noted,
        expected,
    );
    for text in ["The jerks respond to rest.", "Often the jerks pass.", "Usually a vessel is near."]
    {
        assert_eq!(wording::without_subject(text), None, "{text}");
    }
}

#[test]
fn sentences_begin_with_a_capital_and_end_with_a_full_stop() {
    for (file, from, to, field, remedy) in [
        (DRUG, "\"A note.\"", "\"a note.\"", "drug-a: note", "begin with a capital"),
        (DRUG, "\"A note.\"", "\"A note\"", "drug-a: note", "end with a full stop"),
        ("topics/red_flags.toml", "\"Help.\"", "\"Help\"", "fever: act", "end with a full stop"),
        ("topics/red_flags.toml", "\"It.\"", "\"it.\"", "fever: why", "begin with a capital"),
    ] {
        let expected = &[&*format!("data/{file}: {field}"), remedy];
        check("unfinished", file, from, to, expected);
    }
}

#[test]
fn words_that_only_look_like_a_remark_are_no_remark() {
    for text in [
        "jerks are seen in sleep",
        "removal from the source limits damage",
        "the EEG in that state is slow",
        "a checklist entry",
        "rest helped the one reported man",
    ] {
        assert_eq!(wording::remark(text), None, "{text}");
    }
}

#[test]
fn a_yes_from_case_reports_says_how_many_people_stand_behind_it() {
    let reversible = |value: &str, claim: &str| {
        let folder = Folder::new("reports", |file, text| match file {
            DRUG => text.replace(
                "shared = \"stops\"",
                &format!("shared = \"stops\"\nvalue = \"{value}\"\nclaims = [{claim}]"),
            ),
            _ => text,
        });
        let sources = folder.0.join("sources");
        fs::rename(sources.join("review.toml"), sources.join("case-series.toml"))
            .expect("the file can be renamed");
        folder.faults()
    };
    for claim in [
        "{ source = \"paper\" }",
        "{ source = \"paper\", detail = \"gone after two days\" }",
        "{ source = \"paper\", detail = \"the man was well\" }",
    ] {
        let faults = reversible("yes", claim);
        let start = "data/causes/drug.toml: drug-a: reversible.claims";
        assert!(faults.len() == 1 && faults[0].starts_with(start), "{claim}: {faults:#?}");
        assert!(faults[0].contains("how many people"), "{faults:#?}");
    }
    for (value, claim) in [
        ("yes", "{ source = \"paper\", detail = \"one man: gone after two days\" }"),
        ("yes", "{ source = \"paper\", detail = \"12 of 14 infants\" }"),
        ("partly", "{ source = \"paper\" }"),
    ] {
        assert_eq!(reversible(value, claim), Vec::<String>::new(), "{value}: {claim}");
    }
}

#[test]
fn an_opening_text_is_short_and_ends_with_a_full_stop() {
    let types = "topics/types.toml";
    let full_stop = "end with a full stop";
    for (field, text, remedy) in [
        ("plain", "A sudden jerk", full_stop),
        ("clinical", "Abrupt myoclonus", full_stop),
        ("plain", &*format!("Jerk {}jerk.", "jerk ".repeat(59)), "61 words; write at most 60"),
    ] {
        let of_type = format!("[type.{field}]\ntext = \"{text}\"\n[type.definition]");
        let expected = &[&*format!("acute: {field}: "), remedy];
        check("opening", types, "[type.definition]", &of_type, expected);
        let of_cause = format!("[cause.{field}]\ntext = \"{text}\"\n[cause.note]");
        let expected = &[&*format!("drug-a: {field}: "), remedy];
        check("opening", DRUG, "[cause.note]", &of_cause, expected);
    }
    let long = "Jerk ".repeat(22) + ".";
    for (lead, remedy) in [
        ("A sudden jerk", full_stop),
        ("Give 20 mg.", "is a dose"),
        (&*long, "111 characters; write at most 110"),
    ] {
        let after = |name: &str| format!("{name}\nlead = \"{lead}\"");
        let name = "name = \"Acute myoclonus\"";
        check("lead", types, name, &after(name), &["acute: lead: ", remedy]);
        let name = "name = \"A\"";
        check("lead", DRUG, name, &after(name), &["drug-a: lead: ", remedy]);
    }
    let caution = "Rest makes weak.";
    for (text, remedy) in
        [("Rest makes weak", full_stop), (&*long, "111 characters; write at most 110")]
    {
        let expected = &["rest: caution: ", remedy];
        check("caution", "topics/treatments.toml", caution, text, expected);
    }
}

#[test]
fn a_treatment_has_a_main_caution_and_alone_is_looked_for_in_texts() {
    let caution = "[treatment.caution]\ntext = \"Rest makes weak.\"\n";
    let expected = &["rest: caution: \"\"", "every treatment needs this field"];
    check("no-caution", "topics/treatments.toml", caution, "", expected);
    let said = "[[test]]\nsaid_as = [\"EEG\"]";
    check("said", "topics/tests.toml", "[[test]]", said, &["eeg: said_as: \"EEG\"", "remove"]);
}

#[test]
fn what_was_seen_in_few_people_says_in_how_many() {
    let claim = |detail: &str| RawClaim {
        source: "paper".to_owned(),
        detail: Some(detail.to_owned()),
        about: None,
    };
    let said = |details: &[&str]| {
        let claims: Vec<RawClaim> = details.iter().map(|detail| claim(detail)).collect();
        single_reports::said_of_few(Reversibility::Yes, &claims)
    };
    for (details, words) in [
        (&["one man: gone after three days"][..], Some("yes (in one person)")),
        (&["in the one reported patient the jerks went"], Some("yes (in one person)")),
        (&["a second man: gone", "one girl"], Some("yes (in two people)")),
        (&["both patients well within six months"], Some("yes (in two people)")),
        (&["a boy and a man, two people: over after 4 hours"], Some("yes (in two people)")),
        (&["spontaneous remission in all four children"], Some("yes (in four people)")),
        (&["one woman", "four children"], None),
        (&["97 of 101 patients recovered"], None),
        (&["one woman", "full recovery after stopping"], None),
        (&["all published patients recovered within three weeks"], None),
        (&[], None),
    ] {
        assert_eq!(said(details).as_deref(), words, "{details:?}");
    }
}

#[test]
fn amounts_and_schedules_are_doses() {
    for (text, expected) in [
        ("give 20 mg of it", "20 mg"),
        ("20mg/kg", "20 mg"),
        ("1,500 mcg", "1,500 mcg"),
        ("0.5 g at once", "0.5 g"),
        ("some 2 tablets", "2 tablets"),
        ("one tablet at night", "one tablet"),
        ("two drops", "two drops"),
        ("500 IU", "500 iu"),
        ("3 times a day", "3 times a day"),
        ("three times daily", "three times daily"),
        ("twice a day", "twice a day"),
        ("every other day", "every other day"),
        ("µg: 5 µg", "5 µg"),
    ] {
        assert_eq!(dose::find(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn counts_concentrations_ages_and_durations_are_not_doses() {
    for text in [
        "12 of 22 published cases",
        "sodium below 120 mmol/l",
        "glucose 3 g/dl",
        "64-year-old man",
        "in 42% of 135",
        "within 24 hours, every 10 s for an hour",
        "10-50 ms",
        "dose related",
        "the prescriber may lower the dose",
        "GM2 gangliosidosis",
    ] {
        assert_eq!(dose::find(text), None, "{text}");
    }
}
