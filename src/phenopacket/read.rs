//! Reads phenopackets.
//!
//! Walks the values itself, so that each value that is not taken can be reported with its place.

use serde_json::{Map, Value};

use super::depth::too_deep;
use super::{Fault, Loss, MAX_BYTES, MAX_DEPTH, Patient, Reading, Why};
use crate::catalogue::{Catalogue, TermId, Weights};
use crate::differential::{Age, Answer, Sex};

type Object = Map<String, Value>;

/// Reads all patients of a file.
///
/// # Errors
///
/// If the file cannot be read as a whole. A single value that cannot be read is no error; it is
/// reported with the patient.
pub fn read(catalogue: &'static Catalogue, file: &[u8]) -> Result<Reading, Fault> {
    if file.len() > MAX_BYTES {
        return Err(Fault::TooLarge { bytes: file.len() });
    }
    if let Some((_, kind)) = OTHER_KINDS.iter().find(|(start, _)| file.starts_with(start)) {
        return Err(Fault::OtherKind(kind));
    }
    let text = std::str::from_utf8(file).map_err(|_| Fault::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(line) = too_deep(text, MAX_DEPTH) {
        return Err(Fault::TooDeep { line });
    }
    let mut reading = Reading::default();
    match serde_json::from_str(text) {
        Ok(value) => take(catalogue, value, "", &mut reading),
        Err(error) => lines(catalogue, text, &error, &mut reading)?,
    }
    if reading.patients.is_empty() { Err(Fault::NoPatient) } else { Ok(reading) }
}

/// How files of other kinds begin.
const OTHER_KINDS: [(&[u8], &str); 7] = [
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"<", "a web page or XML"),
];

/// Reads one value for each line. A line that is not JSON is reported, unless none is.
fn lines(
    catalogue: &'static Catalogue,
    text: &str,
    error: &serde_json::Error,
    reading: &mut Reading,
) -> Result<(), Fault> {
    let not_json = Fault::NotJson { line: error.line(), column: error.column() };
    let all = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    let mut faults = Vec::new();
    for (line, number) in all {
        match serde_json::from_str(line) {
            Ok(value @ Value::Object(_)) => {
                take(catalogue, value, &format!("line {number}: "), reading);
            }
            Ok(_) | Err(_) => {
                faults.push(loss(format!("line {number}"), line, Why::WrongForm));
            }
        }
    }
    if reading.patients.is_empty() {
        return Err(not_json);
    }
    reading.losses.extend(faults);
    Ok(())
}

/// Takes the patients of a value: a phenopacket, a family, a cohort, or a list of these.
fn take(catalogue: &'static Catalogue, value: Value, place: &str, into: &mut Reading) {
    // Not recursive beyond the depth that was checked.
    match value {
        Value::Array(values) => {
            for (at, value) in values.into_iter().enumerate() {
                take(catalogue, value, &format!("{place}[{at}]."), into);
            }
        }
        Value::Object(mut object) => {
            if let Some(members) = object.remove("members") {
                others(&object, place, &["id", "description"], &mut into.losses);
                take(catalogue, members, &format!("{place}members"), into);
            } else if let Some(proband) = object.remove("proband") {
                let relatives = object.remove("relatives").or_else(|| object.remove("pedigree"));
                if let Some(relatives) = relatives {
                    let place = format!("{place}relatives");
                    into.losses.push(loss(place, &relatives.to_string(), Why::Relative));
                }
                others(&object, place, &["id"], &mut into.losses);
                take(catalogue, proband, &format!("{place}proband."), into);
            } else if let Some(inner) = object.remove("phenopacket") {
                take(catalogue, inner, &format!("{place}phenopacket."), into);
            } else if FEATURES.iter().chain(&["subject"]).any(|key| object.contains_key(*key)) {
                into.patients.push(patient(catalogue, object, place));
            } else {
                let value = Value::Object(object).to_string();
                into.losses.push(loss(place.to_owned(), &value, Why::WrongForm));
            }
        }
        other => into.losses.push(loss(place.to_owned(), &other.to_string(), Why::WrongForm)),
    }
}

const FEATURES: [&str; 2] = ["phenotypicFeatures", "phenotypic_features"];

/// Reads one patient.
fn patient(catalogue: &'static Catalogue, mut object: Object, place: &str) -> Patient {
    let mut reader = Reader { catalogue, patient: Patient::default() };
    if let Some(id) = object.remove("id") {
        reader.patient.id = id.as_str().unwrap_or_default().to_owned();
    }
    if let Some(subject) = object.remove("subject") {
        reader.subject(subject, &format!("{place}subject"));
    }
    for key in ["diseases", "interpretations"] {
        if let Some(value) = object.remove(key) {
            reader.diagnoses(&value, &format!("{place}{key}"));
        }
    }
    for key in FEATURES {
        if let Some(value) = object.remove(key) {
            reader.features(value, &format!("{place}{key}"));
        }
    }
    for key in ["medicalActions", "medical_actions"] {
        if let Some(value) = object.remove(key) {
            reader.lose(format!("{place}{key}"), &value.to_string(), Why::Treatment);
        }
    }
    others(&object, place, &["metaData", "meta_data"], &mut reader.patient.losses);
    reader.patient
}

/// Reports what was left of an object.
fn others(object: &Object, place: &str, known: &[&str], losses: &mut Vec<Loss>) {
    for (key, value) in object.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
        losses.push(loss(format!("{place}{key}"), &value.to_string(), Why::NotUsed));
    }
}

fn loss(place: String, value: &str, why: Why) -> Loss {
    const SHOWN: usize = 80;
    let mut value: String = value.chars().take(SHOWN + 1).collect();
    if value.chars().count() > SHOWN {
        value.pop();
        value.push('…');
    }
    Loss { place, value, why }
}

struct Reader {
    catalogue: &'static Catalogue,
    patient: Patient,
}

impl Reader {
    fn lose(&mut self, place: String, value: &str, why: Why) {
        self.patient.losses.push(loss(place, value, why));
    }

    fn subject(&mut self, subject: Value, place: &str) {
        let Value::Object(mut subject) = subject else {
            return self.lose(place.to_owned(), &subject.to_string(), Why::WrongForm);
        };
        if let Some(id) = subject.remove("id")
            && let Some(id) = id.as_str()
            && self.patient.id.is_empty()
        {
            id.clone_into(&mut self.patient.id);
        }
        if let Some(sex) = subject.remove("sex") {
            self.patient.findings.sex = match sex.as_str() {
                Some("FEMALE") => Some(Sex::Female),
                Some("MALE") => Some(Sex::Male),
                Some("OTHER_SEX") => Some(Sex::Other),
                Some("UNKNOWN_SEX") => None,
                _ => {
                    self.lose(format!("{place}.sex"), &sex.to_string(), Why::WrongForm);
                    None
                }
            };
        }
        let now = ["timeAtLastEncounter", "time_at_last_encounter", "ageAtCollection", "age"];
        for key in now {
            if let Some(value) = subject.remove(key) {
                match age(&value) {
                    Some(age) => self.patient.findings.age = Some(age),
                    None => {
                        self.lose(format!("{place}.{key}"), &value.to_string(), Why::UnusableAge);
                    }
                }
            }
        }
        others(&subject, &format!("{place}."), &["taxonomy"], &mut self.patient.losses);
    }

    /// Diagnoses are no findings. When the disease began is taken from the first that says it.
    fn diagnoses(&mut self, value: &Value, place: &str) {
        let Value::Array(list) = value else {
            return self.lose(place.to_owned(), &value.to_string(), Why::WrongForm);
        };
        for (at, each) in list.iter().enumerate() {
            let place = format!("{place}[{at}]");
            let is_excluded = each.get("excluded").is_some_and(|it| *it != Value::Bool(false));
            let term = each.get("term").or_else(|| each.get("diagnosis")?.get("disease"));
            let id = term.and_then(|term| term.get("id")?.as_str());
            if let Some(id) = id.filter(|_| !is_excluded) {
                self.patient.diagnoses.push(id.to_owned());
            }
            self.lose(place.clone(), id.unwrap_or(&each.to_string()), Why::Diagnosis);
            let onset = each.get("onset").filter(|_| !is_excluded);
            match onset.map(|onset| (age(onset), onset)) {
                Some((Some(age), _)) if self.patient.findings.onset.is_none() => {
                    self.patient.findings.onset = Some(age);
                }
                Some((None, onset)) => {
                    self.lose(format!("{place}.onset"), &onset.to_string(), Why::UnusableAge);
                }
                _ => {}
            }
        }
    }

    fn features(&mut self, value: Value, place: &str) {
        let Value::Array(list) = value else {
            return self.lose(place.to_owned(), &value.to_string(), Why::WrongForm);
        };
        let mut first_jerk: Option<Age> = None;
        for (at, each) in list.into_iter().enumerate() {
            let place = format!("{place}[{at}]");
            match each {
                Value::Object(feature) => self.feature(feature, &place, &mut first_jerk),
                other => self.lose(place, &other.to_string(), Why::WrongForm),
            }
        }
        // Where no disease says when it began, the first jerks do.
        if self.patient.findings.onset.is_none() {
            self.patient.findings.onset = first_jerk;
        }
    }

    fn feature(&mut self, mut feature: Object, place: &str, first_jerk: &mut Option<Age>) {
        let kind = feature.remove("type").unwrap_or_default();
        let Some(id) = kind.get("id").and_then(Value::as_str) else {
            return self.lose(format!("{place}.type"), &kind.to_string(), Why::WrongForm);
        };
        let name = match kind.get("label").and_then(Value::as_str) {
            Some(label) => format!("{id} {label}"),
            None => id.to_owned(),
        };
        let answer = answer(&feature);
        if answer == Answer::Unsure {
            self.lose(place.to_owned(), &name, Why::UnclearPresence);
        }
        let Some(number) = hpo_number(id) else {
            return self.lose(format!("{place}.type.id"), &name, Why::OtherOntology);
        };
        let Some(term) = self.term(number, place, &name) else {
            return self.lose(format!("{place}.type.id"), &name, Why::UnknownTerm);
        };
        let findings = &mut self.patient.findings;
        match findings.term(term) {
            Some(other) if other != answer => {
                findings.answer_term(term, Answer::Unsure);
                self.lose(place.to_owned(), &name, Why::Contradiction);
            }
            _ => findings.answer_term(term, answer),
        }
        let is_jerk = self.catalogue.ontology().is_myoclonus(term);
        if let Some(onset) = feature.remove("onset").filter(|it| !it.is_null()) {
            match age(&onset) {
                Some(age) if is_jerk && answer == Answer::Present => {
                    let first = first_jerk.map_or(age, |first| earlier(first, age));
                    *first_jerk = Some(first);
                }
                Some(_) => self.lose(format!("{place}.onset"), &onset.to_string(), Why::NotUsed),
                None => {
                    self.lose(format!("{place}.onset"), &onset.to_string(), Why::UnusableAge);
                }
            }
        }
        let known = ["excluded", "negated", "observed"];
        others(&feature, &format!("{place}."), &known, &mut self.patient.losses);
    }

    /// The term with a number, or the one that took its place.
    fn term(&mut self, number: u32, place: &str, name: &str) -> Option<TermId> {
        let ontology = self.catalogue.ontology();
        let known = ontology.find(&format!("HP:{number:07}"));
        known.or_else(|| {
            let successor = Weights::bundled().successor(number)?;
            self.lose(format!("{place}.type.id"), name, Why::OldNumber);
            Some(successor)
        })
    }
}

/// Whether a feature is present. Only what the format allows counts as a statement; anything else
/// that seems to say something about presence makes the answer unsure.
fn answer(feature: &Object) -> Answer {
    let mut absent = false;
    for (key, value) in feature {
        let negative = match (key.as_str(), value) {
            (_, Value::Null) => None,
            ("excluded" | "negated", Value::Bool(it)) => Some(*it),
            ("observed", Value::Bool(it)) => Some(!it),
            ("observed", Value::String(it)) if it == "yes" => Some(false),
            ("observed", Value::String(it)) if it == "no" => Some(true),
            (key, _) if is_about_presence(key) => return Answer::Unsure,
            _ => None,
        };
        absent |= negative == Some(true);
    }
    if absent { Answer::Absent } else { Answer::Present }
}

/// Whether the name of a field seems to say something about presence.
fn is_about_presence(key: &str) -> bool {
    const WORDS: [&str; 9] =
        ["exclu", "negat", "observ", "presen", "absen", "status", "certain", "assert", "polarity"];
    let key = key.to_lowercase();
    WORDS.iter().any(|word| key.contains(word))
}

/// An age in any of the forms of both versions.
fn age(value: &Value) -> Option<Age> {
    if let Some(text) = value.as_str() {
        return Age::from_iso8601(text);
    }
    let get = |keys: &[&str]| keys.iter().find_map(|key| value.get(*key));
    if let Some(id) = value.get("id").and_then(Value::as_str) {
        return Age::of_onset(hpo_number(id)?);
    }
    if get(&["gestationalAge", "gestational_age"]).is_some() || value.get("weeks").is_some() {
        return Some(Age::BeforeBirth);
    }
    if let (Some(start), Some(end)) = (value.get("start"), value.get("end")) {
        let (start, end) = (age(start)?, age(end)?);
        return (start.group() == end.group()).then(|| Age::Group(start.group()));
    }
    let inner = get(&["age", "iso8601duration", "iso8601Duration", "ageRange", "age_range"]);
    let inner = inner.or_else(|| get(&["ontologyClass", "ontology_class", "classOfOnset"]));
    let inner = inner.or_else(|| get(&["ageOfOnset", "ageRangeOfOnset"]));
    age(inner?)
}

/// The number of a term of the ontology, such as `HP:0001336`; `None` for a term of another one.
fn hpo_number(id: &str) -> Option<u32> {
    let digits = id.strip_prefix("HP:")?;
    let is_number = digits.len() == 7 && digits.bytes().all(|it| it.is_ascii_digit());
    is_number.then(|| digits.parse().ok())?
}

/// The earlier of two ages, as far as it can be known.
fn earlier(one: Age, other: Age) -> Age {
    match (one, other) {
        (Age::Days(days), Age::Days(more)) => Age::Days(days.min(more)),
        _ if other.group() < one.group() => other,
        _ => one,
    }
}
