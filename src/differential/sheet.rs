//! The findings of one patient, worked out: what each adds to the score of each cause.
//!
//! The one place where scores are added up. Knows no order and no lanes.

use std::collections::BTreeSet;

use crate::catalogue::{AxisId, CauseId, ContextId, TermId};
use crate::differential::Differential;
use crate::differential::candidate::{Candidate, axis_terms};
use crate::differential::constants::{AXIS, EXPLAINED, FAR_AGE, SCALE, STEP};
use crate::differential::exposure::Exposures;
use crate::differential::findings::{Answer, Findings};
use crate::differential::points::{Contribution, Points, Reason};
use crate::differential::profiles::Few;

/// A patient's findings, ready to be added up.
pub(super) struct Sheet<'d> {
    pub(super) differential: &'d Differential,
    findings: Findings,
    /// What the findings add, cause by cause; without those that a narrower finding implies.
    pub(super) present: Vec<(TermId, Vec<Points>)>,
    /// What the absent findings add; without those that a finding contradicts.
    pub(super) absent: Vec<(TermId, Vec<Points>)>,
    pub(super) exposures: Exposures,
}

impl<'d> Sheet<'d> {
    pub(super) fn new(differential: &'d Differential, findings: &Findings) -> Self {
        let profiles = &differential.profiles;
        let observed = observed(differential, findings);
        let contradicts =
            |absent: &TermId| observed.iter().any(|it| profiles.is_kind_of(*it, *absent));
        let absent = findings.terms_with(Answer::Absent).filter(|it| profiles.is_feature(*it));
        let absent: Vec<TermId> = absent.filter(|it| !contradicts(it)).collect();
        let exposures = Exposures::new(differential, findings, &observed, &absent);
        let of_all = |term| differential.catalogue.cause_ids().map(profiles.absent(term)).collect();
        Self {
            differential,
            findings: findings.clone(),
            absent: absent.iter().map(|term| (*term, of_all(*term))).collect(),
            present: observed
                .iter()
                .map(|term| (*term, present(differential, findings, *term)))
                .collect(),
            exposures,
        }
    }

    /// The scores of all causes, by position, of contributions whose reason `counts`.
    pub(super) fn scores(&self, counts: impl Fn(Reason) -> bool) -> Vec<Points> {
        let score = |at: usize| {
            let mut score = Points::default();
            self.each(at, &mut |contribution| {
                if counts(contribution.reason) {
                    score += contribution.points;
                }
            });
            score
        };
        (0..self.differential.candidates.len()).map(score).collect()
    }

    /// Calls a function with everything that adds to the score of a cause. A group has nothing.
    pub(super) fn each(&self, cause: usize, add: &mut impl FnMut(Contribution)) {
        let Some(candidate) = &self.differential.candidates[cause] else { return };
        for (term, points) in &self.present {
            add(Contribution { reason: Reason::Present(*term), points: points[cause] });
        }
        for (term, points) in &self.absent {
            add(Contribution { reason: Reason::Absent(*term), points: points[cause] });
        }
        let points = Points::of(SCALE * STEP * f64::from(candidate.steps));
        add(Contribution { reason: Reason::Commonness, points });
        let of_finding = |term: TermId| {
            let own = self.present.iter().find(|(present, _)| *present == term);
            own.map_or_else(Points::default, |(_, points)| points[cause])
        };
        let cause = CauseId::at(cause);
        self.exposures.each(self.differential, cause, candidate, &of_finding, add);
        self.age(candidate, add);
        self.axes(cause, add);
    }

    /// What exposures and defining findings add to the score of a cause.
    /// `more` is a finding that the sheet does not have.
    pub(super) fn exposure_points(
        &self,
        exposures: &Exposures,
        cause: CauseId,
        more: Option<(TermId, &[Points])>,
    ) -> Points {
        let Some(candidate) = &self.differential.candidates[cause.index()] else {
            return Points::default();
        };
        let of_finding = |term: TermId| {
            let own = self.present.iter().map(|(term, points)| (*term, points.as_slice()));
            let own = own.chain(more).find(|(present, _)| *present == term);
            own.map_or_else(Points::default, |(_, points)| points[cause.index()])
        };
        let mut sum = Points::default();
        let mut add = |it: Contribution| sum += it.points;
        exposures.each(self.differential, cause, candidate, &of_finding, &mut add);
        sum
    }

    fn age(&self, candidate: &Candidate, add: &mut impl FnMut(Contribution)) {
        let age = self.findings.onset.or(self.findings.age);
        let Some(age) = age.filter(|_| !self.findings.ignores_ages) else { return };
        let Some((first, last)) = candidate.ages else { return };
        let group = age.group().index();
        let late = group.saturating_sub(last.index());
        // An inherited disease may have begun long before the age now.
        let late = if self.findings.onset.is_none() && !candidate.is_acquired { 0 } else { late };
        let far = late.max(first.index().saturating_sub(group)) >= 2;
        let points = Points::of(if far { FAR_AGE } else { 0.0 });
        add(Contribution { reason: Reason::Age, points });
    }

    fn axes(&self, cause: CauseId, add: &mut impl FnMut(Contribution)) {
        let cause = self.differential.catalogue.cause(cause);
        for axis in AxisId::all() {
            let of_patient = self.findings.on_axis(axis);
            let recorded = cause.axis(axis).values;
            if of_patient.is_empty() || recorded.is_empty() {
                continue;
            }
            let fits = recorded.iter().any(|value| of_patient.contains(value));
            let points = Points::of(if fits { SCALE * AXIS } else { 0.0 });
            add(Contribution { reason: Reason::Axis(axis), points });
        }
    }
}

/// What a finding adds to the score of each cause. An illness that was there before the jerks began
/// explains some findings, so they need no other explanation.
pub(super) fn present(
    differential: &Differential,
    findings: &Findings,
    term: TermId,
) -> Vec<Points> {
    let points = differential.profiles.present(term);
    explained(differential, findings, term, points)
}

/// The same for a few causes; the others get nothing.
pub(super) fn present_for(
    differential: &Differential,
    findings: &Findings,
    term: TermId,
    few: &Few,
) -> Vec<Points> {
    let points = differential.profiles.present_for(term, few);
    explained(differential, findings, term, points)
}

/// What a finding adds, which is less if an illness of the patient explains it.
fn explained(
    differential: &Differential,
    findings: &Findings,
    term: TermId,
    mut points: Vec<Points>,
) -> Vec<Points> {
    if explained_by(differential, findings, term).next().is_some() {
        for each in &mut points {
            *each = Points::of(each.value() * EXPLAINED);
        }
    }
    points
}

/// The illnesses of a patient that explain a finding.
fn explained_by<'a>(
    differential: &'a Differential,
    findings: &'a Findings,
    term: TermId,
) -> impl Iterator<Item = ContextId> + 'a {
    let explains = move |context: &ContextId| {
        let terms = differential.weights.context(*context).explains;
        terms.iter().any(|wider| differential.profiles.is_kind_of(term, *wider))
    };
    findings.contexts_with(Answer::Present).filter(explains)
}

/// The findings of a patient that count, in the order of the terms: without those that are no
/// features, and without a term that a narrower one implies. What the jerks are like may be a
/// finding, too.
pub(super) fn observed(differential: &Differential, findings: &Findings) -> Vec<TermId> {
    let profiles = &differential.profiles;
    let mut observed: BTreeSet<TermId> =
        findings.terms_with(Answer::Present).filter(|it| profiles.is_feature(*it)).collect();
    for (axis, value, term) in axis_terms(differential.catalogue) {
        if findings.on_axis(axis).contains(&value) {
            observed.insert(term);
        }
    }
    let is_implied = |term: &TermId| {
        observed.iter().any(|other| other != term && profiles.is_kind_of(*other, *term))
    };
    observed.iter().copied().filter(|term| !is_implied(term)).collect()
}
