//! The findings of a patient as a part of an address, such as
//! `has=1289,1336,drug-cefepime&no=1945`.
//!
//! Compact and canonical: equal findings have one address, which holds ids and no wording. The
//! parser is total: it mends what programs do to an address on its way and returns what it does not
//! know. Knows no page; findings are written nowhere else.

use std::fmt::Write as _;

use super::percent::{Plus, decode};
use crate::catalogue::{AXES, AxisId, Catalogue, CauseId, Checklist, ContextId, TermId, Weights};
use crate::differential::{Age, AgeGroup, Answer, Findings, Sex};
use crate::sorted;

/// Findings that were read, and what was not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What was understood.
    pub findings: Findings,
    /// The rest, each as `name=value`.
    pub unknown: Vec<String>,
}

/// The answers with the names of their parameters.
const ANSWERS: [(&str, Answer); 3] =
    [("has", Answer::Present), ("no", Answer::Absent), ("unsure", Answer::Unsure)];

/// The parameter of checklists that were answered as a whole.
const COMPLETE: &str = "all";

/// The parameters of ages.
const ONSET: &str = "onset";
const AGE: &str = "age";

/// The parameter of the sex, and its values.
const SEX: &str = "sex";
const SEXES: [(&str, Sex); 3] = [("f", Sex::Female), ("m", Sex::Male), ("x", Sex::Other)];

/// The parameter of ages that do not count, and its value.
const AGES: &str = "ages";
const OFF: &str = "off";

/// The value of an age before birth.
const BEFORE_BIRTH: &str = "before-birth";

/// The findings as parameters; empty if there are none.
pub fn print(catalogue: &'static Catalogue, findings: &Findings) -> String {
    let mut printed = String::new();
    let mut add = |name: &str, values: Vec<String>| {
        if !values.is_empty() {
            let mark = if printed.is_empty() { "" } else { "&" };
            write!(printed, "{mark}{name}={}", values.join(","))
                .expect("writing to a string cannot fail");
        }
    };
    for (name, wanted) in ANSWERS {
        let mut numbers: Vec<u32> =
            findings.terms_with(wanted).map(|term| catalogue.term(term).number).collect();
        sorted::sort(&mut numbers);
        let contexts = findings.contexts_with(wanted).map(|id| catalogue.context(id).slug);
        let medicines = findings.medicines_with(wanted).map(|id| catalogue.cause(id).slug);
        let mut slugs: Vec<&str> = contexts.chain(medicines).collect();
        sorted::sort(&mut slugs);
        let numbers = numbers.iter().map(u32::to_string);
        add(name, numbers.chain(slugs.into_iter().map(str::to_owned)).collect());
    }
    for axis in AxisId::all() {
        let values = findings.on_axis(axis).iter();
        add(axis.axis().address, values.map(|id| word(axis.value(*id).key)).collect());
    }
    let complete = Checklist::ALL.iter().filter(|list| findings.is_complete(**list));
    add(COMPLETE, complete.map(|list| list.key().to_owned()).collect());
    add(ONSET, findings.onset.into_iter().map(age).collect());
    add(AGE, findings.age.into_iter().map(age).collect());
    let sexes = SEXES.iter().filter(|(_, sex)| findings.sex == Some(*sex));
    add(SEX, sexes.map(|(name, _)| (*name).to_owned()).collect());
    add(AGES, findings.ignores_ages.then(|| OFF.to_owned()).into_iter().collect());
    printed
}

/// The findings in the parameters of an address.
pub fn parse(catalogue: &'static Catalogue, parameters: &str) -> Reading {
    let mut reading = Reading::default();
    // Some programs escape an address a second time, or escape the marks between its parameters.
    let mut text = decode(parameters, Plus::IsPlus);
    if text.contains('%') {
        text = decode(&text, Plus::IsPlus);
    }
    let text = text.replace("&amp;", "&").replace("&amp", "&");
    let text = text.trim_start_matches(['#', '?', '/', '&']);
    for parameter in text.split('&').filter(|it| !it.trim().is_empty()) {
        let (name, values) = parameter.split_once('=').unwrap_or((parameter, ""));
        let name = name.trim().to_lowercase();
        for value in values.split([',', ';', '+', ' ']).map(bare).filter(|it| !it.is_empty()) {
            if take(catalogue, &mut reading.findings, &name, &value).is_none() {
                reading.unknown.push(format!("{name}={value}"));
            }
        }
        if !is_name(&name) {
            let is_reported = reading.unknown.iter().any(|it| it.starts_with(&format!("{name}=")));
            if !is_reported {
                reading.unknown.push(name);
            }
        }
    }
    reading
}

/// Takes a value; `None` if it is not known.
fn take(
    catalogue: &'static Catalogue,
    findings: &mut Findings,
    name: &str,
    value: &str,
) -> Option<()> {
    if let Some((_, answer)) = ANSWERS.iter().find(|(it, _)| *it == name) {
        return answer_one(catalogue, findings, value, *answer);
    }
    match name {
        COMPLETE => findings.complete(Checklist::from_key(value)?),
        ONSET => findings.onset = Some(read_age(value)?),
        AGE => findings.age = Some(read_age(value)?),
        SEX => findings.sex = Some(SEXES.iter().find(|(it, _)| *it == value)?.1),
        AGES if value == OFF => findings.ignores_ages = true,
        AGES => return None,
        _ => {
            let axis = AxisId::all().find(|it| it.axis().address == name)?;
            let found = axis.values().find(|id| word(axis.value(*id).key) == value)?;
            findings.add_axis(axis, found);
            // A group of life is an age, and no value here.
            return findings.on_axis(axis).contains(&found).then_some(());
        }
    }
    Some(())
}

/// Takes an answer. Two different answers about the same are no answer, so it is then unsure.
fn answer_one(
    catalogue: &'static Catalogue,
    findings: &mut Findings,
    value: &str,
    answer: Answer,
) -> Option<()> {
    let clear = |before: Option<Answer>| {
        if before.is_none_or(|it| it == answer) { answer } else { Answer::Unsure }
    };
    if let Some(term) = term(catalogue, value) {
        findings.answer_term(term, clear(findings.term(term)));
    } else if let Some(context) = context(catalogue, value) {
        findings.answer_context(context, clear(findings.context(context)));
    } else {
        let medicine = medicine(catalogue, value)?;
        let before = findings.medicines().find(|(id, _)| *id == medicine);
        findings.answer_medicine(medicine, clear(before.map(|(_, answer)| answer)));
    }
    Some(())
}

/// The term with a number, with or without `HP:` and zeros. An old number leads to its present
/// term.
fn term(catalogue: &'static Catalogue, value: &str) -> Option<TermId> {
    let digits = value.strip_prefix("hp").unwrap_or(value).trim_start_matches([':', '_', '-']);
    let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
    let number: u32 = digits.parse().ok().filter(|_| is_number)?;
    let known = catalogue.ontology().find(&format!("HP:{number:07}"));
    known.or_else(|| Weights::bundled().successor(number))
}

fn context(catalogue: &'static Catalogue, value: &str) -> Option<ContextId> {
    catalogue.contexts().find(|(_, context)| context.slug == value).map(|(id, _)| id)
}

/// The cause with an id; groups are no medicines.
fn medicine(catalogue: &'static Catalogue, value: &str) -> Option<CauseId> {
    let mut ids = catalogue.cause_ids();
    ids.find(|id| catalogue.cause(*id).slug == value && !catalogue.cause(*id).is_group)
}

/// An age as ISO 8601 writes it, or a group of life.
fn age(age: Age) -> String {
    match age {
        Age::Days(_) => age.to_iso8601(),
        Age::BeforeBirth => BEFORE_BIRTH.to_owned(),
        Age::Group(group) => word(group.key()),
    }
}

fn read_age(value: &str) -> Option<Age> {
    if value == BEFORE_BIRTH {
        return Some(Age::BeforeBirth);
    }
    let group = AgeGroup::from_key(&value.replace('-', " ")).map(Age::Group);
    group.or_else(|| Age::from_iso8601(&value.to_uppercase()))
}

/// A key of an axis as a word of an address.
fn word(key: &str) -> String {
    key.replace(' ', "-")
}

/// A value without what a sentence or a program put around it.
fn bare(value: &str) -> String {
    let around = |letter: char| !letter.is_alphanumeric();
    value.trim_matches(around).to_lowercase()
}

/// Whether findings have a parameter of this name.
pub(super) fn is_name(name: &str) -> bool {
    ANSWERS.iter().any(|(it, _)| *it == name)
        || [COMPLETE, ONSET, AGE, SEX, AGES].contains(&name)
        || AXES.iter().any(|axis| axis.address == name && axis.key != "age_groups")
}
