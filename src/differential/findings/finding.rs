//! One thing that can be known of a patient, whatever its kind.
//!
//! A page asks for all kinds in the same way. Knows no wording.

use super::{Answer, Findings};
use crate::catalogue::{AxisId, AxisValueId, CauseId, ContextId, TermId};

/// One thing that can be known of a patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// A finding in the narrow sense: a term of the ontology.
    Term(TermId),
    /// An exposure or situation.
    Context(ContextId),
    /// A medicine, named by its cause.
    Medicine(CauseId),
    /// What the jerks are like.
    Axis(AxisId, AxisValueId),
}

impl Findings {
    /// One finding, present.
    pub fn of(finding: Finding) -> Self {
        let mut findings = Self::default();
        findings.set(finding, Some(Answer::Present));
        findings
    }

    /// The answer about a finding. What the jerks are like is either present or not told.
    pub fn answer(&self, finding: Finding) -> Option<Answer> {
        match finding {
            Finding::Term(term) => self.term(term),
            Finding::Context(context) => self.context(context),
            Finding::Medicine(medicine) => {
                let mut medicines = self.medicines();
                medicines.find(|(id, _)| *id == medicine).map(|(_, answer)| answer)
            }
            Finding::Axis(axis, value) => {
                self.on_axis(axis).contains(&value).then_some(Answer::Present)
            }
        }
    }

    /// Records an answer; `None` takes it back. What the jerks are like can only be present: any
    /// other answer takes it back.
    pub fn set(&mut self, finding: Finding, answer: Option<Answer>) {
        match (finding, answer) {
            (Finding::Term(term), Some(answer)) => self.answer_term(term, answer),
            (Finding::Term(term), None) => self.forget_term(term),
            (Finding::Context(context), Some(answer)) => self.answer_context(context, answer),
            (Finding::Context(context), None) => self.forget_context(context),
            (Finding::Medicine(medicine), Some(answer)) => self.answer_medicine(medicine, answer),
            (Finding::Medicine(medicine), None) => self.forget_medicine(medicine),
            (Finding::Axis(axis, value), Some(Answer::Present)) => self.add_axis(axis, value),
            (Finding::Axis(axis, value), _) => self.remove_axis(axis, value),
        }
    }

    /// Everything with an answer: terms, exposures, medicines, then what the jerks are like.
    pub fn all(&self) -> Vec<(Finding, Answer)> {
        let terms = self.terms().map(|(id, answer)| (Finding::Term(id), answer));
        let contexts = self.contexts().map(|(id, answer)| (Finding::Context(id), answer));
        let medicines = self.medicines().map(|(id, answer)| (Finding::Medicine(id), answer));
        let axes = AxisId::all().flat_map(|axis| {
            let values = self.on_axis(axis).iter();
            values.map(move |value| (Finding::Axis(axis, *value), Answer::Present))
        });
        terms.chain(contexts).chain(medicines).chain(axes).collect()
    }

    /// Adds what another record says; its answers replace those of this one.
    pub fn take_over(&mut self, other: &Self) {
        for (finding, answer) in other.all() {
            self.set(finding, Some(answer));
        }
        self.onset = other.onset.or(self.onset);
        self.age = other.age.or(self.age);
        self.sex = other.sex.or(self.sex);
        self.ignores_ages |= other.ignores_ages;
    }
}
