//! Ways to make a case harder, or to leave a part of the formula out.
//!
//! Every change is drawn by the id of the case, so each variant sees the same cases in each run.

use std::collections::BTreeSet;

use myoclonus_explorer::catalogue::{Catalogue, Checklist, Commonness, ContextId, TermId, Weights};
use myoclonus_explorer::differential::{Answer, Findings, Reason};

use super::case::Case;
use super::random::Random;

/// One way to rank the cases.
pub(super) struct Variant {
    /// What it is called in the table.
    pub(super) name: &'static str,
    /// How often each case is ranked; more than once where chance decides.
    pub(super) repeats: usize,
    /// Changes what was found.
    pub(super) change: fn(&mut Findings, &mut Random),
    /// Which contributions count.
    pub(super) counts: fn(Reason) -> bool,
}

/// Everything that is tried.
pub(super) const VARIANTS: &[Variant] = &[
    Variant { name: "as published", repeats: 1, change: |_, _| {}, counts: |_| true },
    Variant {
        name: "absent findings left out",
        repeats: 1,
        change: forget_absent,
        counts: |_| true,
    },
    Variant {
        name: "noisy: 5 findings, 1 vague, 1 wrong",
        repeats: 3,
        change: noisy,
        counts: |_| true,
    },
    Variant { name: "half of the findings", repeats: 3, change: half, counts: |_| true },
    Variant {
        name: "2 wrong findings more",
        repeats: 3,
        change: |findings, random| wrong(findings, random, 2),
        counts: |_| true,
    },
    Variant { name: "4 common medicines more", repeats: 3, change: medicines, counts: |_| true },
    Variant {
        name: "half, 1 wrong finding, 4 medicines",
        repeats: 3,
        change: |findings, random| {
            half(findings, random);
            wrong(findings, random, 1);
            medicines(findings, random);
        },
        counts: |_| true,
    },
    Variant {
        name: "medicines by class, not by name",
        repeats: 1,
        change: |findings, _| {
            let named: Vec<_> = findings.medicines().map(|(medicine, _)| medicine).collect();
            named.into_iter().for_each(|medicine| findings.forget_medicine(medicine));
        },
        counts: |_| true,
    },
    Variant {
        name: "without exposures",
        repeats: 1,
        change: |_, _| {},
        counts: |reason| !is_exposure(reason),
    },
    Variant {
        name: "without commonness",
        repeats: 1,
        change: |_, _| {},
        counts: |reason| reason != Reason::Commonness,
    },
    Variant {
        name: "without age",
        repeats: 1,
        change: |_, _| {},
        counts: |reason| reason != Reason::Age,
    },
    Variant {
        name: "without axes",
        repeats: 1,
        change: |_, _| {},
        counts: |reason| !matches!(reason, Reason::Axis(_)),
    },
    Variant {
        name: "findings alone",
        repeats: 1,
        change: |_, _| {},
        counts: |reason| matches!(reason, Reason::Present(_) | Reason::Absent(_)),
    },
];

fn is_exposure(reason: Reason) -> bool {
    match reason {
        Reason::Told(_)
        | Reason::Taken
        | Reason::NotTold(_)
        | Reason::Denied(_)
        | Reason::CountedOnce(_)
        | Reason::DefiningAbsent(_) => true,
        Reason::Present(_)
        | Reason::Absent(_)
        | Reason::Commonness
        | Reason::Age
        | Reason::Axis(_) => false,
    }
}

impl Variant {
    /// What was found in a case, changed for the `repeat`-th time.
    pub(super) fn findings(&self, case: &Case, repeat: usize) -> Findings {
        let mut findings = case.findings.clone();
        let mut random = Random::new(repeat as u64, &format!("{} {}", case.id, self.name));
        (self.change)(&mut findings, &mut random);
        findings
    }
}

fn forget_absent(findings: &mut Findings, _: &mut Random) {
    let absent: Vec<TermId> = findings.terms_with(Answer::Absent).collect();
    absent.into_iter().for_each(|term| findings.forget_term(term));
}

fn present(findings: &Findings) -> Vec<TermId> {
    findings.terms_with(Answer::Present).collect()
}

/// Keeps some of the findings that are present.
fn keep(findings: &mut Findings, random: &mut Random, count: usize) {
    let all = present(findings);
    let kept: BTreeSet<TermId> = random.some(&all, count).into_iter().collect();
    all.iter().filter(|term| !kept.contains(term)).for_each(|term| findings.forget_term(*term));
}

fn half(findings: &mut Findings, random: &mut Random) {
    let count = present(findings).len().div_ceil(2);
    keep(findings, random, count);
}

/// Five findings, one of them replaced by a wider term, and one that some disease has.
fn noisy(findings: &mut Findings, random: &mut Random) {
    keep(findings, random, 5);
    let kept = present(findings);
    if !kept.is_empty() {
        let term = kept[random.below(kept.len())];
        let wider = Catalogue::bundled().ontology().parents(term);
        if !wider.is_empty() {
            findings.forget_term(term);
            findings.answer_term(wider[random.below(wider.len())], Answer::Present);
        }
    }
    wrong(findings, random, 1);
}

/// Adds findings that some disease of the import has.
fn wrong(findings: &mut Findings, random: &mut Random, count: usize) {
    let catalogue = Catalogue::bundled();
    let diseases = catalogue.annotated_diseases();
    let annotations = diseases.iter().flat_map(|disease| catalogue.annotations(disease));
    let terms: BTreeSet<TermId> =
        annotations.filter(|it| !it.absent).map(|it| it.found.term).collect();
    let terms: Vec<TermId> = terms.into_iter().filter(|it| findings.term(*it).is_none()).collect();
    for term in random.some(&terms, count) {
        findings.answer_term(term, Answer::Present);
    }
}

/// Adds classes of medicines that many people take.
fn medicines(findings: &mut Findings, random: &mut Random) {
    let weights = Weights::bundled();
    let is_common = |id: &ContextId| {
        let weight = weights.context(*id);
        weight.checklist == Checklist::Medicines && weight.commonness == Commonness::Common
    };
    let contexts = Catalogue::bundled().contexts().map(|(id, _)| id);
    let classes: Vec<ContextId> =
        contexts.filter(is_common).filter(|id| findings.context(*id).is_none()).collect();
    for class in random.some(&classes, 4) {
        findings.answer_context(class, Answer::Present);
    }
}
