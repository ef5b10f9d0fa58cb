//! What is known of one patient.
//!
//! Every method takes any value and leaves a valid record. Equal findings are equal records, in
//! whatever order they were entered. Knows no score.

mod finding;

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{AXES, AxisId, AxisValueId, CauseId, Checklist, ContextId, TermId};
use crate::differential::age::Age;

pub use self::finding::Finding;

/// The answer to a question about a patient. Without an answer, the question was not asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// Yes.
    Present,
    /// Looked for and not found.
    Absent,
    /// Asked, but not clear; counts as if it had not been asked.
    Unsure,
}

/// The sex of a patient. It is recorded and passed on, and changes no score: apart from X-linked
/// inheritance, nothing in the data depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Neither, or known to be something else.
    Other,
}

impl Sex {
    /// Its word.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
            Self::Other => "other",
        }
    }

    /// The sex that a word says, such as *woman*.
    pub fn from_word(word: &str) -> Option<Self> {
        match word.to_lowercase().as_str() {
            "female" | "woman" | "lady" | "girl" => Some(Self::Female),
            "male" | "man" | "gentleman" | "boy" => Some(Self::Male),
            _ => None,
        }
    }
}

/// What is known of one patient.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    terms: BTreeMap<TermId, Answer>,
    contexts: BTreeMap<ContextId, Answer>,
    medicines: BTreeMap<CauseId, Answer>,
    complete: BTreeSet<Checklist>,
    axes: [BTreeSet<AxisValueId>; AXES.len()],
    /// The age when the jerks, or the disease, began.
    pub onset: Option<Age>,
    /// The age now.
    pub age: Option<Age>,
    /// The sex.
    pub sex: Option<Sex>,
    /// Whether the ages are only recorded: they then change no score.
    pub ignores_ages: bool,
}

impl Findings {
    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Records whether the patient has a finding. A later answer replaces an earlier one.
    pub fn answer_term(&mut self, term: TermId, answer: Answer) {
        self.terms.insert(term, answer);
    }

    /// Takes an answer back: the finding was not asked for.
    pub fn forget_term(&mut self, term: TermId) {
        self.terms.remove(&term);
    }

    /// Records an exposure or situation.
    pub fn answer_context(&mut self, context: ContextId, answer: Answer) {
        self.contexts.insert(context, answer);
    }

    /// Takes an answer back.
    pub fn forget_context(&mut self, context: ContextId) {
        self.contexts.remove(&context);
    }

    /// Records whether the patient takes a medicine, which is named by its cause. A medicine taken
    /// also tells the exposures that make this cause.
    pub fn answer_medicine(&mut self, medicine: CauseId, answer: Answer) {
        self.medicines.insert(medicine, answer);
    }

    /// Takes an answer back.
    pub fn forget_medicine(&mut self, medicine: CauseId) {
        self.medicines.remove(&medicine);
    }

    /// Records that a checklist was answered as a whole. What it asks for and was not told is then
    /// denied.
    pub fn complete(&mut self, checklist: Checklist) {
        self.complete.insert(checklist);
    }

    /// Takes this back.
    pub fn reopen(&mut self, checklist: Checklist) {
        self.complete.remove(&checklist);
    }

    /// Adds a value of an axis of the jerks. A value that the axis does not have, and a group of
    /// life, which is an age, are ignored.
    pub fn add_axis(&mut self, axis: AxisId, value: AxisValueId) {
        let is_age = axis.axis().key == "age_groups";
        if !is_age && axis.values().any(|known| known == value) {
            self.axes[axis.index()].insert(value);
        }
    }

    /// Takes a value of an axis back.
    pub fn remove_axis(&mut self, axis: AxisId, value: AxisValueId) {
        self.axes[axis.index()].remove(&value);
    }

    /// The findings with an answer, in the order of the terms.
    pub fn terms(&self) -> impl Iterator<Item = (TermId, Answer)> {
        self.terms.iter().map(|(term, answer)| (*term, *answer))
    }

    /// The findings with this answer.
    pub fn terms_with(&self, answer: Answer) -> impl Iterator<Item = TermId> {
        self.terms().filter(move |(_, own)| *own == answer).map(|(term, _)| term)
    }

    /// The answer about a finding.
    pub fn term(&self, term: TermId) -> Option<Answer> {
        self.terms.get(&term).copied()
    }

    /// The exposures and situations with an answer.
    pub fn contexts(&self) -> impl Iterator<Item = (ContextId, Answer)> {
        self.contexts.iter().map(|(context, answer)| (*context, *answer))
    }

    /// The exposures and situations with this answer.
    pub fn contexts_with(&self, answer: Answer) -> impl Iterator<Item = ContextId> {
        self.contexts().filter(move |(_, own)| *own == answer).map(|(context, _)| context)
    }

    /// The answer about an exposure or situation.
    pub fn context(&self, context: ContextId) -> Option<Answer> {
        self.contexts.get(&context).copied()
    }

    /// The medicines with an answer, named by their causes.
    pub fn medicines(&self) -> impl Iterator<Item = (CauseId, Answer)> {
        self.medicines.iter().map(|(medicine, answer)| (*medicine, *answer))
    }

    /// The medicines with this answer.
    pub fn medicines_with(&self, answer: Answer) -> impl Iterator<Item = CauseId> {
        self.medicines().filter(move |(_, own)| *own == answer).map(|(medicine, _)| medicine)
    }

    /// Whether a checklist was answered as a whole.
    pub fn is_complete(&self, checklist: Checklist) -> bool {
        self.complete.contains(&checklist)
    }

    /// What is known of the jerks on an axis.
    pub fn on_axis(&self, axis: AxisId) -> &BTreeSet<AxisValueId> {
        &self.axes[axis.index()]
    }
}
