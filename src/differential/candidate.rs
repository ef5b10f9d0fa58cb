//! A cause as it is compared with a patient: what the entry says, in numbers.
//!
//! Knows one cause at a time. What terms weigh among all causes is in `profiles`.

use std::collections::BTreeMap;

use crate::catalogue::{
    AxisId, AxisValueId, Catalogue, Category, Cause, Checklist, ContextId, ContextKind, Frequency,
    FrequencyClass, TermId, Weights,
};
use crate::differential::age::AgeGroup;
use crate::differential::constants::{CLASS_PATIENTS, RARE_IF_NUMBERED, STEPS, UNKNOWN_FREQUENCY};
use crate::entry::is_listed_as_medicine;

/// A cause that can be ranked.
#[derive(Debug)]
pub(super) struct Candidate {
    /// The findings that patients have, and how often; in the order of the terms.
    pub(super) found: Vec<(TermId, f64)>,
    /// How many findings a curator listed.
    pub(super) listed: usize,
    /// Whether a curator wrote it and neither a way of inheritance nor a gene is recorded.
    pub(super) is_acquired: bool,
    /// The steps of commonness.
    pub(super) steps: u8,
    /// Exposures and situations that make it.
    pub(super) needed: Vec<ContextId>,
    /// Exposures and situations that favour it.
    pub(super) usual: Vec<ContextId>,
    /// Findings that define it, other than jerks.
    pub(super) defining: Vec<TermId>,
    /// The first and the last group of life that are recorded.
    pub(super) ages: Option<(AgeGroup, AgeGroup)>,
    /// Whether it is one medicine, or a few under one name, and not a state that medicines cause.
    pub(super) is_medicine: bool,
}

/// Values of axes that are terms of the ontology, too.
const AXIS_TERMS: [(&str, &str, &str); 5] = [
    ("provocation", "action", "HP:0034360"),
    ("provocation", "sleep", "HP:0012323"),
    ("generator", "cortical", "HP:0040148"),
    ("generator", "spinal", "HP:0010531"),
    ("contraction", "negative", ASTERIXIS),
];

const MYOCLONUS: &str = "HP:0001336";
const ASTERIXIS: &str = "HP:0012164";
const SPORADIC: &str = "HP:0003745";

/// Categories whose causes need the classes of medicines that they name.
const MADE_BY_MEDICINES: [&str; 2] = ["drug", "toxin"];

/// Causes listed with the medicines that are states which several medicines can cause.
const NO_SINGLE_MEDICINE: [&str; 6] = [
    "drug-alcohol-withdrawal",
    "drug-baclofen-withdrawal",
    "drug-cart",
    "drug-opioid-withdrawal",
    "drug-serotonin-syndrome",
    "drug-tardive-myoclonus",
];

impl Candidate {
    /// What the entry of a cause says; `None` for a group.
    pub(super) fn new(
        catalogue: &'static Catalogue,
        weights: &Weights,
        cause: &'static Cause,
    ) -> Option<Self> {
        if cause.is_group {
            return None;
        }
        let found = found(catalogue, cause);
        let obligate: Vec<TermId> = cause
            .features
            .values
            .iter()
            .filter(|it| it.frequency.contains(&Frequency::Class(FrequencyClass::Obligate)))
            .map(|it| it.term)
            .collect();
        let ontology = catalogue.ontology();
        // The ontology lists *sporadic*, which is not inherited, with the ways of inheritance.
        let sporadic = ontology.find(SPORADIC);
        let is_way = |term: TermId| Some(term) != sporadic;
        let inherited =
            cause.inheritance().into_iter().any(is_way) || cause.recorded_genes.is_recorded();
        let is_acquired = !cause.imported && !inherited;
        let says = |context: ContextId, term: TermId| {
            let told_by = weights.context(context).told_by;
            told_by.iter().any(|wider| ontology.is_kind_of(term, *wider))
        };
        let category = catalogue.category(cause.category);
        let is_needed = |context: &ContextId| {
            let weight = weights.context(*context);
            // A disease that a medicine can set off mostly comes without it.
            let makes = weight.checklist != Checklist::Medicines
                || MADE_BY_MEDICINES.contains(&category.slug);
            weight.kind == ContextKind::Needed && makes
                || obligate.iter().any(|term| says(*context, *term))
        };
        let (needed, usual) = cause.context.values.iter().copied().partition(is_needed);
        let jerks = [MYOCLONUS, ASTERIXIS].map(|id| ontology.find(id));
        Some(Self {
            found,
            listed: cause.features.values.len(),
            is_acquired,
            steps: if is_acquired { steps(category, cause) } else { 0 },
            needed,
            usual,
            defining: obligate.into_iter().filter(|term| !jerks.contains(&Some(*term))).collect(),
            ages: ages(catalogue, cause),
            is_medicine: is_listed_as_medicine(catalogue, cause)
                && !NO_SINGLE_MEDICINE.contains(&cause.slug),
        })
    }

    /// The exposures that a patient has who takes this medicine: its classes. Taking it says
    /// nothing of what happened, such as an operation, unless nothing else makes the cause.
    pub(super) fn told_if_taken(&self, weights: &Weights) -> Vec<ContextId> {
        let is_class = |id: &ContextId| weights.context(*id).checklist == Checklist::Medicines;
        let classes: Vec<ContextId> = self.needed.iter().copied().filter(is_class).collect();
        if classes.is_empty() { self.needed.clone() } else { classes }
    }
}

/// The term that a value of an axis is, if it is one.
pub(super) fn axis_terms(
    catalogue: &Catalogue,
) -> impl Iterator<Item = (AxisId, AxisValueId, TermId)> {
    AXIS_TERMS.iter().filter_map(|(axis, value, term)| {
        let axis = AxisId::from_key(axis)?;
        Some((axis, axis.value_from_key(value)?, catalogue.ontology().find(term)?))
    })
}

/// The findings of a cause: those of the import, those of the curator, and what its axes imply.
/// Where two say how often, the larger number counts.
fn found(catalogue: &'static Catalogue, cause: &'static Cause) -> Vec<(TermId, f64)> {
    let mut found: BTreeMap<TermId, f64> = BTreeMap::new();
    let mut add = |term: TermId, often: f64| {
        let most = found.entry(term).or_default();
        *most = most.max(often);
    };
    let annotations = cause.annotated.iter().flat_map(|disease| catalogue.annotations(disease));
    let imported = annotations.filter(|it| !it.absent).map(|it| it.found);
    for each in imported.chain(cause.features.values.iter().copied()) {
        if let Some(often) = how_often(each.frequency) {
            add(each.term, often);
        }
    }
    if !cause.imported {
        for (axis, value, term) in axis_terms(catalogue) {
            // What is listed says how often; an axis only says that it occurs.
            let is_listed = cause.features.values.iter().any(|it| it.term == term);
            if cause.axis(axis).values.contains(&value) && !is_listed {
                add(term, UNKNOWN_FREQUENCY);
            }
        }
        let contraction = AxisId::from_key("contraction");
        let positive = contraction.is_none_or(|axis| {
            let values = cause.axis(axis).values;
            values.is_empty() || values.iter().any(|it| axis.value(*it).key != "negative")
        });
        let myoclonus = catalogue.ontology().find(MYOCLONUS).filter(|_| positive);
        let is_listed = |term: &TermId| cause.features.values.iter().any(|it| it.term == *term);
        if let Some(term) = myoclonus.filter(|term| !is_listed(term)) {
            add(term, UNKNOWN_FREQUENCY);
        }
    }
    found.into_iter().collect()
}

/// How often a finding is present, drawn towards one half where few patients were seen; `None` if
/// it was looked for and never found.
fn how_often(frequencies: &[Frequency]) -> Option<f64> {
    if frequencies.is_empty() {
        return Some(UNKNOWN_FREQUENCY);
    }
    let counted = frequencies.iter().map(|each| match *each {
        Frequency::Counted { found, examined } => (f64::from(found), f64::from(examined)),
        Frequency::PerMille(_) | Frequency::Class(_) => {
            (each.in_percent() / 100.0 * CLASS_PATIENTS, CLASS_PATIENTS)
        }
    });
    let (found, examined) = counted.fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    (found > 0.0).then_some((found + 0.5) / (examined + 1.0))
}

/// The steps of commonness of an acquired cause.
fn steps(category: &Category, cause: &Cause) -> u8 {
    if RARE_IF_NUMBERED.contains(&category.slug) && !cause.same_as.is_empty() {
        return 0;
    }
    let steps = STEPS.iter().find(|(slug, _)| *slug == category.slug).map_or(1, |(_, it)| *it);
    steps - u8::from(cause.weakness.is_some())
}

/// The first and the last group of life in which a cause is recorded.
fn ages(catalogue: &Catalogue, cause: &Cause) -> Option<(AgeGroup, AgeGroup)> {
    let recorded = AgeGroup::axis().map_or(&[][..], |axis| cause.axis(axis).values);
    let recorded = recorded.iter().map(|value| AgeGroup::of_value(*value));
    let onsets = cause.annotated.iter().flat_map(|disease| disease.onset);
    let onsets = onsets.filter(|found| how_often(found.frequency).is_some());
    let onsets = onsets.filter_map(|found| AgeGroup::of_onset(catalogue.term(found.term).number));
    let groups = recorded.chain(onsets).map(|group| (group, group));
    groups.reduce(|(first, last), (one, _)| (first.min(one), last.max(one)))
}
