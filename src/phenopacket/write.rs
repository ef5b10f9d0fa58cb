//! Writes a patient as a phenopacket of version 2.
//!
//! Says what the format has no place for. Reading it again gives the same findings otherwise.

use serde_json::{Value, json};

use super::{Loss, Patient, Why};
use crate::catalogue::{AxisId, Catalogue, TermId};
use crate::differential::{Age, Answer, Sex};

/// The patient as JSON, and what is not in it. `created` is the time to be written, as RFC 3339
/// has it, because this knows no clock.
pub fn write(
    catalogue: &'static Catalogue,
    patient: &Patient,
    created: &str,
) -> (String, Vec<Loss>) {
    let findings = &patient.findings;
    let mut losses = Vec::new();
    let mut lose = |place: &str, value: &str| {
        losses.push(Loss { place: place.to_owned(), value: value.to_owned(), why: Why::NoPlace });
    };
    let named = |term: TermId| {
        let term = catalogue.term(term);
        json!({ "id": term.hpo(), "label": term.label })
    };
    let jerk =
        findings.terms_with(Answer::Present).find(|term| catalogue.ontology().is_myoclonus(*term));
    let onset = findings.onset.map(|age| age_value(catalogue, age));
    if onset.is_some() && jerk.is_none() {
        lose("onset", "the age at onset, because no jerk is among the findings");
    }
    let mut features = Vec::new();
    for (term, answer) in findings.terms() {
        let mut feature = json!({ "type": named(term) });
        match answer {
            Answer::Present => {}
            Answer::Absent => feature["excluded"] = Value::Bool(true),
            Answer::Unsure => {
                lose("unsure", catalogue.term(term).label);
                continue;
            }
        }
        if Some(term) == jerk
            && let Some(onset) = &onset
        {
            feature["onset"] = onset.clone();
        }
        features.push(feature);
    }
    for (context, _) in findings.contexts() {
        lose("exposure", catalogue.context(context).meaning);
    }
    for (medicine, _) in findings.medicines() {
        lose("medicine", catalogue.cause(medicine).name);
    }
    for axis in AxisId::all() {
        for value in findings.on_axis(axis) {
            lose(axis.axis().label, axis.value(*value).short);
        }
    }
    let mut subject = json!({ "id": patient.id });
    if let Some(sex) = findings.sex {
        subject["sex"] = Value::from(match sex {
            Sex::Female => "FEMALE",
            Sex::Male => "MALE",
            Sex::Other => "OTHER_SEX",
        });
    }
    if let Some(age) = findings.age {
        subject["timeAtLastEncounter"] = age_value(catalogue, age);
    }
    let resource = json!({
        "id": "hp",
        "name": "Human Phenotype Ontology",
        "url": "http://purl.obolibrary.org/obo/hp.owl",
        "version": catalogue.hpo_release,
        "namespacePrefix": "HP",
        "iriPrefix": "http://purl.obolibrary.org/obo/HP_"
    });
    let packet = json!({
        "id": patient.id,
        "subject": subject,
        "phenotypicFeatures": features,
        "metaData": {
            "created": created,
            "createdBy": "Myoclonus Explorer",
            "phenopacketSchemaVersion": "2.0",
            "resources": [resource]
        }
    });
    (format!("{packet:#}\n"), losses)
}

/// An age as a `TimeElement`.
fn age_value(catalogue: &Catalogue, age: Age) -> Value {
    match age {
        Age::Days(_) => json!({ "age": { "iso8601duration": age.to_iso8601() } }),
        Age::BeforeBirth | Age::Group(_) => {
            let id = format!("HP:{:07}", age.onset_number());
            let term = catalogue.ontology().find(&id);
            let label = term.map(|term| catalogue.term(term).label);
            json!({ "ontologyClass": { "id": id, "label": label.unwrap_or(&id) } })
        }
    }
}
