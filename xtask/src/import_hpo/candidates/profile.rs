//! What the rows on one disease add up to: how often each feature is found.
//!
//! Does not know which diseases are imported.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::import_hpo::ids::{DiseaseId, TermId};
use crate::import_hpo::read::annotations::{Annotations, Aspect, Frequency, Row, Stated};
use crate::import_hpo::read::ontology::Ontology;
use crate::import_hpo::read::supplement;

/// How many patients a class of frequency, or a percentage, counts as.
pub(crate) const PATIENTS_OF_A_CLASS: f64 = 8.0;

/// What the rows on one feature add up to; empty if none says how often it is found.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Pooled {
    /// Patients with the feature, of those that were counted.
    pub(crate) counted_found: u32,
    /// Patients counted.
    pub(crate) counted: u32,
    /// Shares that were stated without a count, in the order of [`Stated`].
    pub(crate) stated: Vec<Stated>,
    /// Whether any of the rows cites a publication.
    pub(crate) published: bool,
}

impl Pooled {
    fn add(&mut self, row: &Row) {
        match row.frequency {
            None => {}
            Some(Frequency::Counted { found, examined }) => {
                self.counted_found += found;
                self.counted += examined;
            }
            Some(Frequency::Stated(stated)) => self.state(&[stated]),
        }
        self.published |= row.published;
    }

    fn merge(&mut self, other: &Self) {
        self.counted_found += other.counted_found;
        self.counted += other.counted;
        self.state(&other.stated);
        self.published |= other.published;
    }

    fn state(&mut self, stated: &[Stated]) {
        self.stated.extend(stated);
        // Percentages are numbers from 0 to 100, so they can always be compared.
        self.stated.sort_by(|one, other| one.partial_cmp(other).unwrap_or(Ordering::Equal));
    }

    /// Patients with the feature. A stated share counts as [`PATIENTS_OF_A_CLASS`].
    pub(crate) fn found(&self) -> f64 {
        let stated: f64 = self.stated.iter().map(|stated| stated.share()).sum();
        f64::from(self.counted_found) + stated * PATIENTS_OF_A_CLASS
    }

    /// Patients looked at. A stated share counts as [`PATIENTS_OF_A_CLASS`]. 0 if no row says how
    /// often.
    pub(crate) fn examined(&self) -> f64 {
        self.stated.iter().fold(f64::from(self.counted), |sum, _| sum + PATIENTS_OF_A_CLASS)
    }

    /// The share of patients as counted; 1 if nothing is counted, because the feature is listed.
    pub(crate) fn plain(&self) -> f64 {
        if self.examined() > 0.0 { self.found() / self.examined() } else { 1.0 }
    }
}

/// Everything the rows say about one disease, which may have several numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Profile {
    /// Features that were found, with their counts.
    pub(crate) present: BTreeMap<TermId, Pooled>,
    /// Features that were looked for but never found, with the patients looked at.
    pub(crate) absent: BTreeMap<TermId, Pooled>,
    /// Ways of inheritance.
    pub(crate) inheritance: BTreeSet<TermId>,
    /// Its onset and course, with counts if there are any.
    pub(crate) course: BTreeMap<TermId, Pooled>,
}

/// Counts of rows that were not imported as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dropped {
    /// Rows on terms that the ontology lacks, by term: how many, and the first line.
    pub(crate) unknown_terms: BTreeMap<TermId, (usize, usize)>,
    /// Rows with an old id of a term in use. They are imported.
    pub(crate) renamed: usize,
    /// Rows on modifiers and the patient's history, which are not features.
    pub(crate) modifiers: usize,
    /// Rows with the aspect of features on other terms, such as a mode of inheritance.
    pub(crate) misplaced: usize,
}

/// The ancestor of all features.
pub(crate) const PHENOTYPIC_ABNORMALITY: TermId = TermId(118);

/// The ancestor of all ways of inheritance.
const INHERITANCE: TermId = TermId(5);

/// The ancestors of everything on onset and course.
const COURSE: [TermId; 2] = [TermId(31_797), TermId(3674)];

/// Adds up the rows of each disease.
pub(crate) fn profiles(
    ontology: &Ontology,
    annotations: &Annotations,
) -> (BTreeMap<DiseaseId, Profile>, Dropped) {
    let features = ontology.with_descendants(PHENOTYPIC_ABNORMALITY);
    let mut dropped = Dropped::default();
    let mut collected: BTreeMap<DiseaseId, (Profile, BTreeSet<TermId>)> = BTreeMap::new();
    for row in &annotations.rows {
        let Some(term) = ontology.primary(row.term) else {
            let entry = dropped.unknown_terms.entry(row.term).or_insert((0, row.line));
            entry.0 += 1;
            continue;
        };
        dropped.renamed += usize::from(term != row.term);
        let (profile, not) = collected.entry(row.disease).or_default();
        match row.aspect {
            Aspect::Phenotype if !features.contains(&term) => dropped.misplaced += 1,
            Aspect::Phenotype if row.not => drop(not.insert(term)),
            Aspect::Phenotype => profile.present.entry(term).or_default().add(row),
            Aspect::Inheritance => drop(profile.inheritance.insert(term)),
            Aspect::Course => profile.course.entry(term).or_default().add(row),
            Aspect::Modifier | Aspect::History => dropped.modifiers += 1,
        }
    }
    let profiles = collected.into_iter().map(|(id, (mut profile, not))| {
        profile.settle(not);
        (id, profile)
    });
    (profiles.collect(), dropped)
}

/// Terms of a supplement that were not taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct NotTaken {
    /// Terms that the ontology lacks: they are newer.
    pub(crate) unknown: BTreeSet<TermId>,
    /// Features that the release looked for in the same disease and never found. A supplement does
    /// not say what was looked for in vain, so the release is believed.
    pub(crate) denied: Vec<(DiseaseId, TermId)>,
    /// Terms of other kinds, such as modifiers.
    pub(crate) others: usize,
}

impl NotTaken {
    /// Adds those of another disease.
    pub(crate) fn extend(&mut self, other: Self) {
        self.unknown.extend(other.unknown);
        self.denied.extend(other.denied);
        self.others += other.others;
    }
}

impl Profile {
    /// What the terms of a supplement say about a disease: which features are found, never how
    /// often. `known` is what the release has on it.
    pub(crate) fn of_supplement(
        ontology: &Ontology,
        row: &supplement::Row,
        known: Option<&Self>,
        not_taken: &mut NotTaken,
    ) -> Self {
        let mut profile = Self::default();
        for id in &row.terms {
            let Some(term) = ontology.primary(*id) else {
                not_taken.unknown.insert(*id);
                continue;
            };
            let wider = ontology.with_ancestors(term);
            if known.is_some_and(|known| known.absent.contains_key(&term)) {
                not_taken.denied.push((row.disease, term));
            } else if wider.contains(&PHENOTYPIC_ABNORMALITY) {
                profile.present.insert(term, Pooled::default());
            } else if wider.contains(&INHERITANCE) {
                profile.inheritance.insert(term);
            } else if COURSE.iter().any(|course| wider.contains(course)) {
                profile.course.insert(term, Pooled::default());
            } else {
                not_taken.others += 1;
            }
        }
        profile
    }

    /// Moves features that were never found to the absent ones: no patient had them, or a row says
    /// that they are absent and none says how often they are found.
    fn settle(&mut self, not: BTreeSet<TermId>) {
        for term in not {
            if self.present.get(&term).is_none_or(|pooled| pooled.found() == 0.0) {
                self.absent.insert(term, self.present.get(&term).cloned().unwrap_or_default());
            }
        }
        for (term, pooled) in &self.present {
            if pooled.examined() > 0.0 && pooled.found() == 0.0 {
                self.absent.insert(*term, pooled.clone());
            }
        }
        self.present.retain(|term, _| !self.absent.contains_key(term));
    }

    /// Adds the rows of another number of the same disease. Counts add up, and a feature found by
    /// one is not absent because of the other.
    pub(crate) fn merge(&mut self, other: &Self) {
        for (term, pooled) in &other.present {
            self.present.entry(*term).or_default().merge(pooled);
        }
        for (term, pooled) in &other.course {
            self.course.entry(*term).or_default().merge(pooled);
        }
        for (term, pooled) in &other.absent {
            self.absent.entry(*term).or_default().merge(pooled);
        }
        self.absent.retain(|term, _| !self.present.contains_key(term));
        self.inheritance.extend(&other.inheritance);
    }

    /// For every feature found and all ancestors: the greatest `value` of the features found at or
    /// below it.
    pub(crate) fn closure(
        &self,
        ontology: &Ontology,
        value: impl Fn(&Pooled) -> f64,
    ) -> BTreeMap<TermId, f64> {
        let mut closure: BTreeMap<TermId, f64> = BTreeMap::new();
        for (term, pooled) in &self.present {
            let value = value(pooled);
            for wider in ontology.with_ancestors(*term) {
                let greatest = closure.entry(wider).or_insert(0.0);
                *greatest = greatest.max(value);
            }
        }
        closure
    }
}
