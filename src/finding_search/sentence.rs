//! What a sentence says of a patient: *72 year old man, confused since cefepime, no fever*.
//!
//! Takes only what has a whole name or an everyday phrase of its own, never a guess. What is denied
//! is absent. The reader checks the answers before they count for anything.

use super::{FindingSearch, everyday};
use crate::catalogue::{AxisId, Catalogue, Link, Meaning};
use crate::differential::{Age, Answer, Finding, Findings, Sex};
use crate::entry::is_medicine;
use crate::finding_list;
use crate::search::{Query, Reading, Remark, is_said};
use crate::text;

/// The most words of a name.
const LONGEST_NAME: usize = 6;

/// What a sentence says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// The answers that it gives.
    pub findings: Findings,
    /// Its words that were not taken, as they were read.
    pub left: Vec<String>,
    /// Medicines that cannot be entered, whose classes were taken.
    pub classes: Vec<&'static str>,
}

impl FindingSearch {
    /// What a sentence says.
    pub fn in_sentence(&self, typed: &str) -> Said {
        let mut said = Said::default();
        // The point of a number ends no sentence.
        for part in typed.split([',', ';', '\n']).flat_map(|part| part.split(". ")) {
            // Who the sentence is about may stand before what it says of a relative.
            let of_patient = part.find(" whose ").map_or(part, |at| &part[..at]);
            if of_patient.len() < part.len() {
                said.left.push(part[of_patient.len()..].trim().to_owned());
            }
            let is_name = self.whole(&text::words(of_patient)).is_some();
            if !is_name && finding_list::is_of_a_relative(of_patient) {
                said.left.push(of_patient.trim().to_owned());
                continue;
            }
            self.take_part(&finding_list::with_no(of_patient), Answer::Present, &mut said);
        }
        said
    }

    /// The finding with this whole name. An everyday name goes first.
    pub(super) fn named(&self, words: &[&str]) -> Option<Finding> {
        if let Some((finding, _)) = self.everyday.get(&words.join(" ")) {
            return Some(*finding);
        }
        let names = self.index.names(words.iter().copied());
        Some(self.all[self.index.text(*names.first()?).owner.index()])
    }

    /// The medicine with this name, if only its class can be entered.
    fn of_a_class(&self, words: &[&str]) -> Option<&'static str> {
        let (_, name) = self.everyday.get(&words.join(" "))?;
        everyday::is_of_a_class(name).then_some(*name)
    }

    fn take_part(&self, typed: &str, answer: Answer, into: &mut Said) {
        let reading = Reading::of(&Query::parse(typed), &self.index);
        for remark in &reading.remarks {
            match remark {
                Remark::Age(age, _) if answer == Answer::Present => {
                    into.findings.age = into.findings.age.or_else(|| age_in(age));
                    into.findings.sex = into.findings.sex.or_else(|| sex_in(age));
                }
                Remark::LeftOut(denied) if answer == Answer::Present => {
                    self.take_denied(denied, into);
                }
                // No finding of a patient.
                Remark::Excluded(words) => into.left.push(words.clone()),
                _ => {}
            }
        }
        let mut set = |finding| {
            // What the jerks are like is never absent, and no answer is changed by a later word.
            let is_axis = matches!(finding, Finding::Axis(..));
            if !(is_axis && answer == Answer::Absent) && into.findings.answer(finding).is_none() {
                into.findings.set(finding, Some(answer));
            }
        };
        let language = Catalogue::bundled().language();
        let meant: Vec<Option<Finding>> = reading
            .heard
            .iter()
            .map(|heard| {
                let means = language.saying(heard.saying).means;
                is_said(heard).then(|| finding_of(means)).flatten()
            })
            .collect();
        meant.iter().flatten().copied().for_each(&mut set);
        let all: Vec<&str> = reading.words.iter().map(|word| word.word.as_str()).collect();
        // A phrase of several words means more than each of them.
        let phrase = |at: usize| {
            let heard = reading.words.get(at)?.heard?;
            let length = reading.words.iter().filter(|it| it.heard == Some(heard)).count();
            (length > 1 || meant[heard].is_some()).then_some(meant[heard].is_some())
        };
        let mut left: Vec<&str> = Vec::new();
        let mut sex_said: Option<Sex> = None;
        let mut at = 0;
        while at < all.len() {
            let longest = (at..all.len()).take_while(|it| phrase(*it).is_none()).count();
            let named = (1..=longest.min(LONGEST_NAME)).rev().find_map(|length| {
                let name = &all[at..at + length];
                Some((length, self.named(name).or_else(|| self.named(&singular(name)))?))
            });
            match named {
                Some((length, finding)) => {
                    let name = &all[at..at + length];
                    // Who does not take one medicine may take another of its class.
                    let class = self.of_a_class(name);
                    let says_else = everyday::ALONE.contains(&name[0])
                        && reading.words.get(at + length).is_some_and(|next| next.required);
                    if class.is_some() && answer == Answer::Absent || says_else {
                        left.extend(name);
                    } else {
                        set(finding);
                        into.classes.extend(class);
                    }
                    at += length;
                }
                None => {
                    let is_understood = phrase(at) == Some(true) || !reading.words[at].required;
                    if let Some(sex) = sex_in(all[at]).filter(|_| answer == Answer::Present) {
                        _ = sex_said.get_or_insert(sex);
                    } else if !is_understood {
                        left.push(all[at]);
                    }
                    at += 1;
                }
            }
        }
        into.findings.sex = into.findings.sex.or(sex_said);
        let no = if answer == Answer::Absent { "no " } else { "" };
        if !left.is_empty() {
            into.left.push(format!("{no}{}", left.join(" ")));
        }
    }

    /// Takes what is denied, with its word for *no*.
    fn take_denied(&self, denied: &str, into: &mut Said) {
        let whole = text::words(denied);
        if let Some((finding, _)) = self.everyday.get(&whole.join(" ")) {
            into.findings.set(*finding, Some(Answer::Present));
        } else if finding_list::denies_what_is_healthy(denied) {
            into.left.push(denied.to_owned());
        } else {
            let rest = denied.split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
            self.take_part(rest, Answer::Absent, into);
        }
    }
}

/// The same words with the last in the singular: *seizures* are a *seizure*.
fn singular<'w>(words: &[&'w str]) -> Vec<&'w str> {
    let mut words = words.to_vec();
    if let Some(last) = words.last_mut() {
        *last = text::singular(last).unwrap_or(last);
    }
    words
}

/// What a phrase says of a patient. An age in words is no finding.
fn finding_of(meanings: &[Meaning]) -> Option<Finding> {
    meanings.iter().find_map(|meaning| match *meaning {
        Meaning::Context(id) => Some(Finding::Context(id)),
        Meaning::Feature(id) => Some(Finding::Term(id)),
        Meaning::Axis(axis, value) if axis != AxisId::AGE_GROUPS => {
            Some(Finding::Axis(axis, value))
        }
        Meaning::Entry(Link::Cause(id)) => {
            let catalogue = Catalogue::bundled();
            is_medicine(catalogue, catalogue.cause(id)).then_some(Finding::Medicine(id))
        }
        _ => None,
    })
}

/// The age in words such as *72 year old*, *aged 4*, *72F* and *six weeks old*.
fn age_in(typed: &str) -> Option<Age> {
    let typed = typed.trim_end_matches(['f', 'm', 'F', 'M', ' ']);
    let starts = typed.char_indices().filter(|(at, _)| {
        *at == 0 || typed[..*at].ends_with(|before: char| !before.is_alphanumeric())
    });
    let mut starts = starts.map(|(at, _)| at);
    starts.find_map(|at| {
        let rest = &typed[at..];
        let said = rest.rsplit_once(char::is_whitespace).map(|(before, _)| before);
        // The last word may be who it is: *6 month baby*.
        Age::from_words(rest).or_else(|| Age::from_words(said?))
    })
}

/// The sex that a word says: *woman*, *72F*.
fn sex_in(word: &str) -> Option<Sex> {
    let is_aged = word.starts_with(|letter: char| letter.is_ascii_digit());
    let word = word.to_lowercase();
    let word = word.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    match word {
        "f" if is_aged => Some(Sex::Female),
        "m" if is_aged => Some(Sex::Male),
        _ => Sex::from_word(word),
    }
}
