//! What does not fit together in the findings of a patient, each with its mend.
//!
//! A ranking counts such findings by a fixed rule, so none of this is an error. Knows no wording.

use std::collections::BTreeSet;

use crate::catalogue::{CauseId, ContextId, TermId};
use crate::differential::Differential;
use crate::differential::age::{Age, AgeGroup};
use crate::differential::findings::{Answer, Findings};

/// Something that does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lint {
    /// A finding says nothing more, because a narrower one is present.
    Implied {
        /// The wider finding, which does not count.
        term: TermId,
        /// The narrower one.
        by: TermId,
    },
    /// A finding is absent, but it, or a kind of it, is present. The present one counts.
    Contradicted {
        /// The absent finding.
        absent: TermId,
        /// The present one.
        present: TermId,
    },
    /// An absent finding says nothing more, because a wider one is absent.
    AbsentAnyway {
        /// The narrower finding.
        term: TermId,
        /// The wider one.
        by: TermId,
    },
    /// An exposure or situation is denied, but a finding says the same. The finding counts.
    DeniedButFound {
        /// What is denied.
        context: ContextId,
        /// The finding.
        by: TermId,
    },
    /// An exposure is denied, but a medicine that is taken belongs to it. The medicine counts.
    DeniedButTaken {
        /// What is denied.
        context: ContextId,
        /// The medicine.
        by: CauseId,
    },
    /// Not a finding, but when the disease began.
    IsOnset {
        /// The term.
        term: TermId,
        /// The group of life that it means.
        group: AgeGroup,
    },
    /// Not a finding, but a way of inheritance, a course or something else. It does not count.
    NoFinding {
        /// The term.
        term: TermId,
    },
    /// Recorded as taken, but the entry is not a medicine. It counts only if a medicine of its
    /// class can cause it.
    NoMedicine {
        /// The entry.
        cause: CauseId,
    },
    /// The disease began after the age now.
    YoungerThanOnset,
}

impl Lint {
    /// Changes the findings so that this is no longer reported. The score changes only where the
    /// findings then say when the disease began.
    pub fn mend(self, findings: &mut Findings) {
        match self {
            Self::Implied { term, .. }
            | Self::Contradicted { absent: term, .. }
            | Self::AbsentAnyway { term, .. }
            | Self::NoFinding { term } => findings.forget_term(term),
            Self::DeniedButFound { context, .. } | Self::DeniedButTaken { context, .. } => {
                findings.forget_context(context);
            }
            Self::IsOnset { term, group } => {
                let is_present = findings.term(term) == Some(Answer::Present);
                findings.forget_term(term);
                if is_present && findings.onset.is_none() {
                    findings.onset = Some(Age::Group(group));
                }
            }
            Self::NoMedicine { cause } => findings.forget_medicine(cause),
            // What began when decides more than how old the patient is.
            Self::YoungerThanOnset => findings.age = None,
        }
    }
}

impl Differential {
    /// What does not fit together in the findings, in a fixed order.
    pub fn lints(&self, findings: &Findings) -> Vec<Lint> {
        let mut lints = Vec::new();
        self.lint_terms(findings, &mut lints);
        self.lint_contexts(findings, &mut lints);
        for (cause, _) in findings.medicines() {
            let candidate = self.candidates.get(cause.index()).and_then(Option::as_ref);
            if candidate.is_none_or(|it| !it.is_medicine) {
                lints.push(Lint::NoMedicine { cause });
            }
        }
        if let (Some(onset), Some(age)) = (findings.onset, findings.age)
            && onset.group() > age.group()
        {
            lints.push(Lint::YoungerThanOnset);
        }
        lints
    }

    fn lint_terms(&self, findings: &Findings, lints: &mut Vec<Lint>) {
        let present: BTreeSet<TermId> = findings.terms_with(Answer::Present).collect();
        let absent: BTreeSet<TermId> = findings.terms_with(Answer::Absent).collect();
        for (term, answer) in findings.terms() {
            if !self.profiles.is_feature(term) {
                let group = AgeGroup::of_onset(self.catalogue.term(term).number);
                lints.push(
                    group.map_or(Lint::NoFinding { term }, |group| Lint::IsOnset { term, group }),
                );
                continue;
            }
            let narrower = |other: &&TermId| self.profiles.is_kind_of(**other, term);
            let wider =
                |other: &&TermId| **other != term && self.profiles.is_kind_of(term, **other);
            match answer {
                Answer::Present => {
                    let mut others = present.iter().filter(|other| **other != term);
                    if let Some(by) = others.find(narrower) {
                        lints.push(Lint::Implied { term, by: *by });
                    }
                }
                Answer::Absent => {
                    if let Some(present) = present.iter().find(narrower) {
                        lints.push(Lint::Contradicted { absent: term, present: *present });
                    } else if let Some(by) = absent.iter().find(wider) {
                        lints.push(Lint::AbsentAnyway { term, by: *by });
                    }
                }
                Answer::Unsure => {}
            }
        }
    }

    fn lint_contexts(&self, findings: &Findings, lints: &mut Vec<Lint>) {
        for context in findings.contexts_with(Answer::Absent) {
            let told_by = self.weights.context(context).told_by;
            let says =
                |term: &TermId| told_by.iter().any(|wider| self.profiles.is_kind_of(*term, *wider));
            let belongs = |medicine: &CauseId| {
                let candidate = self.candidates.get(medicine.index()).and_then(Option::as_ref);
                candidate.is_some_and(|it| it.told_if_taken(self.weights).contains(&context))
            };
            if let Some(by) = findings.terms_with(Answer::Present).find(says) {
                lints.push(Lint::DeniedButFound { context, by });
            } else if let Some(by) = findings.medicines_with(Answer::Present).find(belongs) {
                lints.push(Lint::DeniedButTaken { context, by });
            }
        }
    }
}
