//! What a sentence says of a patient: *72 year old man, confused since cefepime, no fever*.
//!
//! Takes only what has a whole name or an everyday phrase of its own, never a guess. What is denied
//! is absent. The reader checks the answers before they count for anything.

use super::FindingSearch;
use crate::catalogue::{AxisId, Catalogue, Link, Meaning};
use crate::differential::{Age, Answer, Finding, Findings};
use crate::search::{Query, Reading, Remark, is_said};

/// The most words of a name.
const LONGEST_NAME: usize = 6;

impl FindingSearch {
    /// The answers that a sentence gives.
    pub fn in_sentence(&self, typed: &str) -> Findings {
        let mut findings = Findings::default();
        // The point of a number ends no sentence.
        for part in typed.split([',', ';', '\n']).flat_map(|part| part.split(". ")) {
            self.take_part(part, Answer::Present, &mut findings);
        }
        findings
    }

    /// The finding with this whole name.
    fn named(&self, words: &[&str]) -> Option<Finding> {
        let names = self.index.names(words.iter().copied());
        Some(self.all[usize::from(self.index.text(*names.first()?).owner)])
    }

    fn take_part(&self, typed: &str, answer: Answer, into: &mut Findings) {
        let reading = Reading::of(&Query::parse(typed), &self.index);
        for remark in &reading.remarks {
            match remark {
                Remark::Age(age, _) if answer == Answer::Present => {
                    into.age = into.age.or_else(|| age_in(age));
                }
                Remark::LeftOut(denied) if answer == Answer::Present => {
                    let rest = denied.split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
                    self.take_part(rest, Answer::Absent, into);
                }
                _ => {}
            }
        }
        let mut set = |finding| {
            // What the jerks are like is never absent, and no answer is changed by a later word.
            let is_axis = matches!(finding, Finding::Axis(..));
            if !(is_axis && answer == Answer::Absent) && into.answer(finding).is_none() {
                into.set(finding, Some(answer));
            }
        };
        let language = Catalogue::bundled().language();
        let heard = reading.heard.iter().filter(|heard| is_said(heard));
        heard
            .filter_map(|heard| finding_of(language.saying(heard.saying).means))
            .for_each(&mut set);
        let words: Vec<&str> = reading
            .words
            .iter()
            .map(|word| if word.heard.is_some() { "" } else { word.word.as_str() })
            .collect();
        let mut at = 0;
        while at < words.len() {
            let longest = LONGEST_NAME.min(words.len() - at);
            let named = (1..=longest).rev().find_map(|length| {
                let name = &words[at..at + length];
                Some((length, self.named(name).or_else(|| self.named(&singular(name)))?))
            });
            match named {
                Some((length, finding)) => {
                    set(finding);
                    at += length;
                }
                None => at += 1,
            }
        }
    }
}

/// The same words with the last in the singular: *seizures* are a *seizure*.
fn singular<'w>(words: &[&'w str]) -> Vec<&'w str> {
    let mut words = words.to_vec();
    if let Some(last) = words.last_mut() {
        *last = last.strip_suffix('s').unwrap_or(last);
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
            crate::entry::is_medicine(catalogue, catalogue.cause(id))
                .then_some(Finding::Medicine(id))
        }
        _ => None,
    })
}

/// The age in words such as *72 year old*, *aged 4* and *six weeks*.
fn age_in(typed: &str) -> Option<Age> {
    let from = typed.find(|letter: char| letter.is_ascii_digit())?;
    Age::from_words(&typed[from..])
}
