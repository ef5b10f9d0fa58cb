//! The corrections of a fact check, each held in the text that a reader sees.
//!
//! Knows the fields of entries, not the files that they come from.

use myoclonus_explorer::catalogue::UrgencyGrade::{Emergency, Routine, Soon};
use myoclonus_explorer::catalogue::{
    AxisId, Catalogue, FieldName, Kind, Reversibility, Topic, UrgencyGrade,
};
use myoclonus_explorer::entry::{Body, Field, Relations, Says, fields};

use crate::bundled::{cause, causes, record, topic};

/// The field of a cause with this key in exports.
fn field(slug: &str, key: &str) -> Field {
    let found = fields(Catalogue::bundled(), record(slug)).into_iter().find(|it| it.key == key);
    found.unwrap_or_else(|| panic!("{slug} has no {key}"))
}

/// All that a field of a cause says, with what its sources say exactly.
fn text(slug: &str, key: &str) -> String {
    let field = field(slug, key);
    let mut said = match field.body {
        Body::Urgency(Some(urgency)) => vec![urgency.act, urgency.why],
        Body::WorsenedBy(Some(worsened)) => vec![worsened.text],
        _ => Vec::new(),
    };
    said.extend(field.body.words(Catalogue::bundled()));
    said.extend(field.claims.iter().filter_map(|claim| claim.detail));
    said.join("\n")
}

/// All that a field of a topic says.
fn topic_text(topic: &Topic, name: FieldName) -> String {
    let fields = topic.fields.iter().filter(|field| field.name == name);
    fields.flat_map(|field| field.body).map(|said| said.words).collect::<Vec<_>>().join("\n")
}

/// The text holds all of these. A sentence may begin with one.
#[track_caller]
fn contains(text: &str, parts: &[&str]) {
    let lower = text.to_lowercase();
    for part in parts {
        assert!(lower.contains(&part.to_lowercase()), "{part:?} is in:\n{text}");
    }
}

/// The field of a cause holds all of these.
#[track_caller]
fn says(slug: &str, key: &str, parts: &[&str]) {
    contains(&text(slug, key), parts);
}

/// The cause has this grade, and its urgency holds all of these.
#[track_caller]
fn graded(slug: &str, grade: UrgencyGrade, parts: &[&str]) {
    let Body::Urgency(Some(urgency)) = field(slug, "urgency").body else {
        panic!("{slug} is graded")
    };
    assert_eq!(urgency.grade, grade, "{slug}");
    says(slug, "urgency", parts);
}

/// The medicines that make a disease worse.
fn worsened_by(slug: &str) -> Vec<&'static str> {
    field(slug, "worsened_by").body.words(Catalogue::bundled())
}

#[test]
fn a1_valproate_is_named_in_mitochondrial_disease() {
    graded("ep-alpers", Emergency, &["valproate", "POLG", "before any seizure medicine is given"]);
    graded("gen-melas", Emergency, &["emergency number now", "valproate is avoided"]);
    for slug in ["ep-alpers", "gen-melas", "ep-merrf", "gen-leigh-mtdna"] {
        assert!(worsened_by(slug).contains(&"valproate"), "{slug}");
        says(slug, "management", &["no valproate"]);
    }
    says("ep-alpers", "worsened_by", &["fatal liver failure", "contraindicated"]);
    says("ep-merrf", "worsened_by", &["avoided where there is another choice"]);
    says("drug-valproate", "note", &["contraindicated in POLG disease", "urea cycle", "ammonia"]);
}

#[test]
fn a2_herpesvirus_6_after_a_transplant_is_treated_at_once() {
    let limbic = record("ai-posttransplant-limbic");
    assert_eq!(Catalogue::bundled().category(limbic.category).slug, "infection");
    graded(limbic.slug, Emergency, &["tell the transplant team at once", "starts on suspicion"]);
    says(limbic.slug, "management", &["antiviral", "started on suspicion"]);
    says(limbic.slug, "first_tests", &["viral DNA in blood and CSF"]);
    says("inf-hhv6", "note", &["after a transplant antivirals are started at once on suspicion"]);
    says("inf-hhv6", "management", &["start an antiviral"]);
}

#[test]
fn a3_a_jerking_infant_is_called_benign_only_after_an_eeg() {
    graded("sleep-benign-infant", Soon, &["the same day", "only after an EEG", "emergency number"]);
    graded(
        "phys-infant-feeding",
        Routine,
        &["the same day for", "emergency number for a first fit"],
    );
    graded("sleep-bnsm", Routine, &["emergency number if the baby has a fit", "the same day"]);
}

#[test]
fn a4_fever_with_stiff_muscles_is_an_emergency_on_dopamine_blockers() {
    for slug in [
        "drug-risperidone",
        "drug-paliperidone",
        "drug-aripiprazole",
        "drug-quetiapine",
        "drug-olanzapine",
        "drug-metoclopramide",
        "drug-domperidone-abdominal",
        "drug-tardive-myoclonus",
    ] {
        graded(slug, Soon, &["emergency department now for fever with stiff muscles"]);
    }
    graded("drug-clozapine", Soon, &["emergency department now for fever or sore throat"]);
    for slug in ["drug-levodopa", "drug-amantadine"] {
        let parts = &["never leave it off", "emergency department now for fever with stiff"];
        graded(slug, Soon, parts);
    }
    let flag = topic(Kind::RedFlag, "neuroleptic-malignant");
    contains(&topic_text(flag, FieldName::Act), &["emergency number now"]);
    contains(&topic_text(flag, FieldName::Why), &["Parkinson medicine"]);
}

#[test]
fn a5_vigabatrin_has_its_exception_in_infantile_spasms() {
    let advice = topic_text(topic(Kind::Treatment, "avoid-gaba"), FieldName::Advice);
    contains(&advice, &["first-line medicine for infantile spasms", "goes on with it until"]);
    assert!(!advice.contains("avoided in myoclonic epilepsies"), "{advice}");
    let cautions = topic_text(topic(Kind::Treatment, "avoid-gaba"), FieldName::CautionsEditorial);
    contains(&cautions, &["never stopped or refused on your own"]);
    says("drug-vigabatrin", "note", &["infantile spasms", "not stopped at home"]);
}

#[test]
fn a6_lamotrigine_has_its_boxed_warning() {
    let cautions = topic_text(topic(Kind::Treatment, "lamotrigine"), FieldName::Cautions);
    contains(&cautions, &["boxed warning", "life-threatening rash", "a doctor the same day"]);
    graded("drug-lamotrigine", Soon, &["a new rash or fever: a doctor the same day"]);
}

#[test]
fn a7_piracetam_says_who_must_not_have_it() {
    let cautions = topic_text(topic(Kind::Treatment, "piracetam"), FieldName::Cautions);
    contains(
        &cautions,
        &["brain haemorrhage", "kidney failure", "Huntington", "never stopped suddenly"],
    );
    says("nd-huntington", "note", &["Piracetam", "not used in this disease"]);
}

#[test]
fn a8_carbamazepine_is_not_added_to_clozapine() {
    says("drug-clozapine", "management", &["Carbamazepine", "is avoided today", "bone marrow"]);
    graded("drug-clozapine", Soon, &["lost white cells"]);
}

#[test]
fn a9_low_sugar_gets_nothing_by_mouth_when_drowsy() {
    graded(
        "met-hypoglycaemia",
        Emergency,
        &["sugar by mouth at once", "nothing by mouth", "emergency number now", "never insulin"],
    );
    says("met-hypoglycaemia", "management", &["nothing by mouth", "glucagon"]);
    says("met-hypoglycaemia", "first_tests", &["blood glucose"]);
    let flag = topic(Kind::RedFlag, "diabetes-low-sugar");
    contains(&topic_text(flag, FieldName::Act), &["nothing by mouth", "Never insulin"]);
}

#[test]
fn a10_the_deaths_of_enterovirus_a71_have_their_denominator() {
    says(
        "inf-enterovirus-a71",
        "urgency",
        &["five of the 37 children with brainstem infection died (14%)", "not the share of all"],
    );
    assert!(!text("inf-enterovirus-a71", "urgency").contains("14% died"));
}

#[test]
fn a11_ifosfamide_does_not_always_pass() {
    let Body::Reversible(Some(reversible)) = field("drug-ifosfamide", "reversible").body else {
        panic!("recorded")
    };
    assert_eq!(reversible.value, Reversibility::Partly);
    says("drug-ifosfamide", "reversible", &["lasting damage and death occur"]);
    says("drug-ifosfamide", "management", &["at once", "methylene blue", "serotonin"]);
}

#[test]
fn a12_diseases_name_the_medicines_that_make_them_worse() {
    for (slug, medicines) in [
        ("ep-dravet", &["carbamazepine", "oxcarbazepine", "phenytoin", "lamotrigine"][..]),
        ("ep-unverricht-lundborg", &["phenytoin", "carbamazepine", "gabapentin"]),
        ("ep-lafora", &["phenytoin", "carbamazepine"]),
        ("ep-jme", &["carbamazepine", "oxcarbazepine", "phenytoin"]),
        ("ep-bmei", &["carbamazepine", "vigabatrin"]),
    ] {
        for medicine in medicines {
            assert!(worsened_by(slug).contains(medicine), "{slug}: {medicine}");
        }
    }
    says("ep-dravet", "worsened_by", &["even when Dravet syndrome is only suspected", "at home"]);
    says(
        "ep-jme",
        "worsened_by",
        &["myoclonic status", "No medicine is stopped without the specialist"],
    );
    let all = causes().filter(|(_, cause)| cause.worsened_by.is_some());
    assert!(all.count() >= 17);
    // The medicine's own entry names the diseases.
    let relations = Relations::build(Catalogue::bundled());
    let dravet = cause("ep-dravet");
    let phenytoin = relations.to(cause("drug-phenytoin"));
    let says = Says::Names("Made worse by");
    assert!(phenytoin.iter().any(|it| it.from == dravet && it.says == says), "{phenytoin:?}");
}

#[test]
fn a13_jerks_that_do_not_stop_are_an_emergency_whatever_their_cause() {
    for slug in ["ai-rasmussen", "str-mcd"] {
        graded(slug, Emergency, &["emergency department now", "also with clear awareness"]);
    }
    graded("str-epc", Emergency, &["now"]);
}

#[test]
fn a14_a_jerking_infant_is_seen_the_same_day() {
    graded("ep-bmei", Soon, &["children's doctor the same day", "EEG within a day"]);
    says("ep-bmei", "management", &["learning difficulties can follow"]);
}

#[test]
fn no_baby_with_seizures_waits_two_weeks() {
    let ages = AxisId::from_key("age_groups").expect("an axis");
    let mut read = 0;
    for (_, cause) in causes() {
        let Some(urgency) = &cause.urgency else { continue };
        let of_babies = cause.on_axis(ages).any(|age| matches!(age.key, "neonate" | "infant"));
        if of_babies && urgency.act.contains("two weeks") {
            contains(urgency.act, &["a children's doctor the same day", "limp baby"]);
            read += 1;
        }
    }
    assert!(read > 10, "{read} causes of babies are referred");
}

#[test]
fn the_plain_text_of_a_red_flag_is_as_urgent_as_its_act() {
    let says_one_of = |text: &str, signs: &[&str]| {
        let text = text.to_lowercase();
        let mut words = text.split(|at: char| !at.is_alphabetic()).collect::<Vec<_>>();
        words.retain(|word| !word.is_empty());
        let text = format!(" {} ", words.join(" "));
        signs.iter().any(|sign| text.contains(&format!(" {sign} ")))
    };
    let flags: Vec<_> = Catalogue::bundled().topics(Kind::RedFlag).collect();
    assert!(!flags.is_empty());
    for (_, flag) in flags {
        let plain = topic_text(flag, FieldName::Plain);
        let act = topic_text(flag, FieldName::Act);
        for signs in [&["now", "at once"][..], &["same day"], &["emergency"]] {
            if says_one_of(&act, signs) {
                assert!(says_one_of(&plain, signs), "{}: {signs:?} is in: {plain}", flag.slug);
            }
        }
    }
}

#[test]
fn a15_groups_are_graded_like_their_members() {
    graded("drug-checkpoint-inhibitors", Emergency, &["24-hour line now"]);
    for slug in ["drug-opioids-group", "drug-oxycodone", "drug-hydrocodone"] {
        graded(slug, Soon, &["naloxone if it is at hand", "do not stop the medicine on your own"]);
    }
    for slug in ["drug-imipenem", "drug-betalactam-group"] {
        graded(slug, Soon, &["tell the team now", "do not stop an antibiotic on your own"]);
    }
    for slug in ["inf-streptococcal", "inf-mycoplasma-oms"] {
        graded(slug, Soon, &["same-day medical assessment"]);
    }
    graded("drug-propofol", Soon, &["tell the team at once"]);
    graded("nut-biotin", Soon, &["same day for a baby"]);
}
