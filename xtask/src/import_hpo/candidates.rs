//! The diseases to import: those with myoclonus, each once.
//!
//! Knows what the files of a release say, not how they are written.

pub(crate) mod merge;
pub(crate) mod numbers;
pub(crate) mod profile;

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{DiseaseId, TermId};
use super::read::annotations::{Annotations, Aspect};
use super::read::genes::Genes;
use super::read::ontology::Ontology;
use super::read::supplement::Supplement;
use merge::{Joins, joins};
use numbers::TermNumbers;
use profile::{Dropped, NotTaken, Profile, profiles};

/// Terms that make a disease a candidate, as do their descendants: myoclonus, myoclonic seizure,
/// asterixis, generalised myoclonic seizure, myoclonic-atonic seizure, myoclonic absence seizure.
const MYOCLONUS: [TermId; 6] =
    [TermId(1336), TermId(32_794), TermId(12_164), TermId(2123), TermId(11_170), TermId(11_150)];

/// Terms that make a disease a candidate without their descendants: myoclonic spasms, jerky head
/// movements.
const MYOCLONUS_ALONE: [TermId; 2] = [TermId(3739), TermId(1351)];

/// Everything that is imported from a release.
#[derive(Debug)]
pub(crate) struct Import {
    pub(crate) ontology: Ontology,
    /// The release that the annotations name.
    pub(crate) annotations_release: String,
    /// The diseases, by the number that is kept.
    pub(crate) diseases: BTreeMap<DiseaseId, Disease>,
    /// Diseases that are left out, because myoclonus was looked for but never found.
    pub(crate) never_found: BTreeMap<DiseaseId, String>,
    /// How many numbers were candidates before some were left out or joined.
    pub(crate) candidates: usize,
    /// The numbers that were joined, and similar ones that were not.
    pub(crate) joins: Joins,
    /// The terms that the diseases and curated causes use, with their ancestors.
    pub(crate) terms: BTreeSet<TermId>,
    /// The statistics of all terms of the release.
    pub(crate) numbers: BTreeMap<TermId, TermNumbers>,
    /// How many diseases with features the statistics are based on.
    pub(crate) annotated: usize,
    /// Counts of the rows that were not imported.
    pub(crate) dropped: Dropped,
    /// How many rows repeat another one.
    pub(crate) duplicates: usize,
    /// What became of the supplement.
    pub(crate) supplement: Supplemented,
}

/// What became of the diseases of a supplement.
#[derive(Debug, Default)]
pub(crate) struct Supplemented {
    /// Its release.
    pub(crate) release: String,
    /// Its diseases that are imported.
    pub(crate) added: Vec<DiseaseId>,
    /// Its diseases that are left out, each with the reason.
    pub(crate) left_out: Vec<(DiseaseId, String, &'static str)>,
    /// Terms that are left out.
    pub(crate) not_taken: NotTaken,
}

/// One disease.
#[derive(Debug, PartialEq)]
pub(crate) struct Disease {
    /// Its numbers, the one that is kept first, each with the registry's own name.
    pub(crate) names: Vec<(DiseaseId, String)>,
    /// The release that its findings come from.
    pub(crate) release: String,
    /// Its genes.
    pub(crate) genes: BTreeSet<String>,
    /// Its findings.
    pub(crate) profile: Profile,
    /// The expected score of a random finding; see [`numbers::expected_match`].
    pub(crate) expected: f64,
}

impl Import {
    /// Selects the candidates of a release, and keeps the terms that curated causes use.
    pub(crate) fn new(
        ontology: Ontology,
        annotations: &Annotations,
        genes: &Genes,
        curated: &BTreeSet<TermId>,
        supplement: Supplement,
    ) -> Self {
        let (all, dropped) = profiles(&ontology, annotations);
        let myoclonus: BTreeSet<TermId> = MYOCLONUS
            .iter()
            .flat_map(|term| ontology.with_descendants(*term))
            .chain(MYOCLONUS_ALONE)
            .collect();
        let mut names: BTreeMap<DiseaseId, String> = BTreeMap::new();
        for row in &annotations.rows {
            let term = ontology.primary(row.term);
            let is_myoclonus = term.is_some_and(|term| myoclonus.contains(&term));
            if is_myoclonus && !row.not && row.aspect == Aspect::Phenotype {
                names.entry(row.disease).or_insert_with(|| row.name.clone());
            }
        }
        let candidates = names.len();
        let shows = |id: &DiseaseId| {
            all.get(id)
                .is_some_and(|found| found.present.keys().any(|term| myoclonus.contains(term)))
        };
        let (names, never_found): (BTreeMap<_, _>, BTreeMap<_, _>) =
            names.into_iter().partition(|(id, _)| shows(id));
        let joins = joins(&names, genes);
        let numbers = numbers::of_terms(&ontology, &all);
        let annotated = all.values().filter(|profile| !profile.present.is_empty()).count();

        let kept_number: BTreeMap<DiseaseId, DiseaseId> =
            joins.joined.iter().map(|join| (join.orpha, join.omim)).collect();
        let mut diseases: BTreeMap<DiseaseId, Disease> = BTreeMap::new();
        // OMIM's numbers come first, so the one that is kept is there before its twin.
        for (id, name) in names {
            let Some(profile) = all.get(&id) else { continue };
            let own = genes.get(&id).into_iter().flatten().cloned();
            let key = kept_number.get(&id).copied().unwrap_or(id);
            match diseases.get_mut(&key) {
                Some(twin) => {
                    twin.names.push((id, name));
                    twin.genes.extend(own);
                    twin.profile.merge(profile);
                }
                None => {
                    let disease = Disease {
                        names: vec![(id, name)],
                        release: annotations.release.clone(),
                        genes: own.collect(),
                        profile: profile.clone(),
                        expected: 0.0,
                    };
                    diseases.insert(key, disease);
                }
            }
        }
        let mut supplemented =
            Supplemented { release: supplement.release, ..Supplemented::default() };
        let imported: BTreeSet<DiseaseId> =
            diseases.values().flat_map(|it| &it.names).map(|(id, _)| *id).collect();
        for row in supplement.rows {
            let id = row.disease;
            let mut not_taken = NotTaken::default();
            let known = all.get(&id);
            let profile = Profile::of_supplement(&ontology, &row, known, &mut not_taken);
            let has_jerks = profile.present.keys().any(|term| myoclonus.contains(term));
            let reason = if imported.contains(&id) {
                Some("the release has it, and says how often")
            } else if never_found.contains_key(&id) {
                Some("the release looked for myoclonus in it and never found any")
            } else if !has_jerks {
                Some("none of its terms is myoclonus")
            } else {
                None
            };
            if let Some(reason) = reason {
                supplemented.left_out.push((id, row.name, reason));
                continue;
            }
            supplemented.added.push(id);
            supplemented.not_taken.extend(not_taken);
            let disease = Disease {
                names: vec![(id, row.name)],
                release: supplemented.release.clone(),
                genes: genes.get(&id).into_iter().flatten().cloned().collect(),
                profile,
                expected: 0.0,
            };
            diseases.insert(id, disease);
        }
        let found: BTreeMap<DiseaseId, Profile> =
            diseases.iter().map(|(id, disease)| (*id, disease.profile.clone())).collect();
        for (id, expected) in numbers::expected_match(&ontology, &found, &numbers) {
            if let Some(disease) = diseases.get_mut(&id) {
                disease.expected = expected;
            }
        }
        let terms = found
            .values()
            .flat_map(|profile| {
                let features = profile.present.keys().chain(profile.absent.keys());
                features.chain(&profile.inheritance).chain(profile.course.keys())
            })
            .chain(curated)
            .flat_map(|term| ontology.with_ancestors(*term))
            .collect();
        Self {
            annotations_release: annotations.release.clone(),
            ontology,
            diseases,
            never_found,
            candidates,
            joins,
            terms,
            numbers,
            annotated,
            dropped,
            duplicates: annotations.duplicates,
            supplement: supplemented,
        }
    }
}
