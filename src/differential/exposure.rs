//! What exposures, situations and medicines add to the score of a cause, and the findings that
//! define it.
//!
//! An exposure is told, denied or not told; a medicine that nobody mentioned is not one that nobody
//! takes. Knows no other finding.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{CauseId, Commonness, ContextId, ContextKind, TermId};
use crate::differential::Differential;
use crate::differential::candidate::Candidate;
use crate::differential::constants;
use crate::differential::findings::{Answer, Findings};
use crate::differential::points::{Contribution, Points, Reason};

/// What is known of a patient's exposures.
#[derive(Clone, Debug)]
pub(super) struct Exposures {
    /// Those that were told, each with the findings that say the same.
    told: BTreeMap<ContextId, Vec<TermId>>,
    denied: BTreeSet<ContextId>,
    /// Medicines that the patient takes, named by their causes.
    taken: BTreeSet<CauseId>,
    /// Medicines that the patient does not take.
    not_taken: BTreeSet<CauseId>,
    /// The exposures that stand for the medicines taken.
    named: BTreeSet<ContextId>,
    /// The findings and everything wider.
    observed: BTreeSet<TermId>,
    /// The absent findings.
    absent: BTreeSet<TermId>,
}

impl Exposures {
    pub(super) fn new(
        differential: &Differential,
        findings: &Findings,
        observed: &[TermId],
        absent: &[TermId],
    ) -> Self {
        let Differential { catalogue, weights, candidates, profiles } = differential;
        let mut told: BTreeMap<ContextId, Vec<TermId>> = BTreeMap::new();
        let mut denied = BTreeSet::new();
        for (context, answer) in findings.contexts() {
            match answer {
                Answer::Present => _ = told.entry(context).or_default(),
                Answer::Absent => _ = denied.insert(context),
                Answer::Unsure => {}
            }
        }
        let with =
            |wanted: Answer| -> BTreeSet<CauseId> { findings.medicines_with(wanted).collect() };
        let (taken, not_taken) = (with(Answer::Present), with(Answer::Absent));
        let of_medicine = |id: &CauseId| candidates.get(id.index()).and_then(Option::as_ref);
        let medicines = taken.iter().filter_map(of_medicine);
        let named: BTreeSet<ContextId> =
            medicines.flat_map(|it| it.told_if_taken(weights)).collect();
        for context in &named {
            told.entry(*context).or_default();
        }
        for term in observed {
            for context in told_by(differential, *term) {
                told.entry(context).or_default().push(*term);
            }
        }
        for (context, _) in catalogue.contexts() {
            let list = weights.context(context).checklist;
            if findings.is_complete(list) && findings.context(context).is_none() {
                denied.insert(context);
            }
        }
        denied.retain(|context| !told.contains_key(context));
        let wider = observed.iter().flat_map(|term| profiles.wider(*term));
        Self {
            told,
            denied,
            taken,
            not_taken,
            named,
            observed: wider.copied().collect(),
            absent: absent.iter().copied().collect(),
        }
    }

    /// Whether an exposure or situation was told.
    pub(super) fn is_told(&self, context: ContextId) -> bool {
        self.told.contains_key(&context)
    }

    /// Whether it was told or denied.
    pub(super) fn is_answered(&self, context: ContextId) -> bool {
        self.is_told(context) || self.denied.contains(&context)
    }

    /// Records an answer.
    pub(super) fn answer(&mut self, context: ContextId, yes: bool) {
        if yes {
            self.denied.remove(&context);
            self.told.entry(context).or_default();
        } else if !self.is_told(context) {
            self.denied.insert(context);
        }
    }

    /// Records whether a finding is present. It takes the place of wider ones.
    pub(super) fn find(
        &mut self,
        differential: &Differential,
        term: TermId,
        is_present: bool,
        replaced: impl Iterator<Item = TermId>,
    ) {
        if !is_present {
            self.absent.insert(term);
            return;
        }
        let replaced: Vec<TermId> = replaced.collect();
        for findings in self.told.values_mut() {
            findings.retain(|it| !replaced.contains(it));
        }
        for context in told_by(differential, term) {
            self.denied.remove(&context);
            self.told.entry(context).or_default().push(term);
        }
        self.observed.extend(differential.profiles.wider(term));
    }

    /// Whether any exposure or medicine was told.
    pub(super) fn is_any_told(&self) -> bool {
        !self.told.is_empty() || !self.taken.is_empty()
    }

    /// The exposures that make a cause and were told. If another medicine of a class was named, the
    /// class does not speak for this one; nor does it if this one is not taken.
    pub(super) fn needed_told<'a>(
        &'a self,
        cause: CauseId,
        candidate: &'a Candidate,
    ) -> impl Iterator<Item = ContextId> + 'a {
        let hit = |context: &ContextId| self.is_told(*context);
        let other_named = candidate.is_medicine
            && !self.taken.contains(&cause)
            && candidate.needed.iter().any(|it| hit(it) && self.named.contains(it));
        let silent = other_named || self.not_taken.contains(&cause);
        candidate.needed.iter().copied().filter(move |it| !silent && hit(it))
    }

    /// Whether everything that could make a cause is denied.
    pub(super) fn is_ruled_out(&self, cause: CauseId, candidate: &Candidate) -> bool {
        !candidate.needed.is_empty()
            && (self.not_taken.contains(&cause)
                || candidate.needed.iter().all(|it| self.denied.contains(it)))
    }

    /// Calls a function with everything that exposures and defining findings add to the score of a
    /// cause. `of_finding` says what a finding adds.
    pub(super) fn each(
        &self,
        differential: &Differential,
        cause: CauseId,
        candidate: &Candidate,
        of_finding: &impl Fn(TermId) -> Points,
        add: &mut impl FnMut(Contribution),
    ) {
        let commonness = |context: ContextId| differential.weights.context(context).commonness;
        let weight = |of: Weight, kind: ContextKind, context: ContextId| {
            Points::of(of(kind, commonness(context)))
        };
        let mut add = |reason: Reason, points: Points| add(Contribution { reason, points });
        let mut counted: Vec<(ContextId, ContextKind)> = Vec::new();
        let mut any_needed = false;
        for context in self.needed_told(cause, candidate) {
            any_needed = true;
            add(Reason::Told(context), weight(constants::told, ContextKind::Needed, context));
            counted.push((context, ContextKind::Needed));
        }
        if candidate.is_medicine && self.taken.contains(&cause) {
            add(Reason::Taken, Points::of(constants::taken()));
        }
        if !any_needed {
            self.without_needed(cause, candidate, &weight, &mut add);
        }
        for context in candidate.usual.iter().copied() {
            let kind = ContextKind::Usual;
            let (reason, of): (_, Weight) = if self.is_told(context) {
                counted.push((context, kind));
                (Reason::Told(context), constants::told)
            } else if self.denied.contains(&context) {
                (Reason::Denied(context), constants::denied)
            } else {
                (Reason::NotTold(context), constants::not_told)
            };
            add(reason, weight(of, kind, context));
        }
        for (context, kind) in counted {
            let findings = self.told.get(&context).map_or(&[][..], Vec::as_slice);
            if findings.is_empty() {
                continue;
            }
            let own = weight(constants::told, kind, context);
            let of_findings = findings.iter().map(|term| of_finding(*term));
            let most = of_findings.clone().fold(own, Points::max);
            let once = most - own - of_findings.sum();
            add(Reason::CountedOnce(context), once);
        }
        self.defining(differential, candidate, &mut add);
    }

    /// One penalty if nothing was told that could make the cause: the mildest.
    fn without_needed(
        &self,
        cause: CauseId,
        candidate: &Candidate,
        weight: &impl Fn(Weight, ContextKind, ContextId) -> Points,
        add: &mut impl FnMut(Reason, Points),
    ) {
        let kind = ContextKind::Needed;
        let all = || candidate.needed.iter().copied();
        let mildest = |of: Weight, contexts: &mut dyn Iterator<Item = ContextId>| {
            // The first of equals, for an explanation that does not change.
            contexts
                .map(|context| (weight(of, kind, context), context))
                .reduce(|best, other| if other.0 > best.0 { other } else { best })
        };
        let is_not_taken = self.not_taken.contains(&cause);
        let mut open = all().filter(|it| !is_not_taken && !self.denied.contains(it));
        if let Some((points, context)) = mildest(constants::not_told, &mut open) {
            add(Reason::NotTold(context), points);
        } else if let Some((points, context)) = mildest(constants::denied, &mut all()) {
            add(Reason::Denied(context), points);
        }
    }

    /// Penalties for findings that define the cause and that the patient does not have. One
    /// without an answer costs nothing: perhaps nobody has looked for it yet.
    fn defining(
        &self,
        differential: &Differential,
        candidate: &Candidate,
        add: &mut impl FnMut(Reason, Points),
    ) {
        for term in candidate.defining.iter().filter(|term| !self.observed.contains(term)) {
            let wider = differential.profiles.wider(*term);
            if wider.iter().any(|it| self.absent.contains(it)) {
                add(Reason::DefiningAbsent(*term), Points::of(constants::defining_absent()));
            }
        }
    }
}

/// The exposures and situations that a finding tells.
pub(super) fn told_by(
    differential: &Differential,
    term: TermId,
) -> impl Iterator<Item = ContextId> {
    let contexts = differential.catalogue.contexts().map(|(context, _)| context);
    contexts.filter(move |context| {
        let told_by = differential.weights.context(*context).told_by;
        told_by.iter().any(|wider| differential.profiles.is_kind_of(term, *wider))
    })
}

/// What an exposure adds in one of its three states.
type Weight = fn(ContextKind, Commonness) -> f64;
