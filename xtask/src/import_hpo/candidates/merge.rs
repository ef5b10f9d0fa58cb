//! Which numbers of OMIM and Orphanet mean the same disease.
//!
//! A rule that uses only genes and names, and a short list of what the rule cannot decide.
//! The rule joins a number of each registry if
//!
//! 1. they share a gene that no other candidate of either registry has, and Orphanet's has no other
//!    gene, so it is the only disease of this gene; or
//! 2. their names have the same words in any order, and they share a gene or one has none.
//!
//! Orphanet's groups of diseases with many genes are not joined with the diseases in them.

use std::collections::{BTreeMap, BTreeSet};

use crate::import_hpo::ids::DiseaseId;
use crate::import_hpo::read::genes::Genes;

/// Pairs that are the same although the rule does not join them, each with the reason.
const SAME: &[(DiseaseId, DiseaseId, &str)] = &[
    (
        DiseaseId::Omim(254_780),
        DiseaseId::Orpha(501),
        "Lafora disease; Orphanet has both genes, OMIM has a number for each",
    ),
    (
        DiseaseId::Omim(123_400),
        DiseaseId::Orpha(282_166),
        "inherited Creutzfeldt-Jakob disease: OMIM's entry is the one of the gene PRNP",
    ),
    (DiseaseId::Omim(137_440), DiseaseId::Orpha(356), "Gerstmann-Straussler(-Scheinker) disease"),
    (
        DiseaseId::Omim(203_700),
        DiseaseId::Orpha(726),
        "Alpers-Huttenlocher syndrome, which OMIM calls a depletion syndrome (Alpers type)",
    ),
    (
        DiseaseId::Omim(606_777),
        DiseaseId::Orpha(71_277),
        "GLUT1 deficiency syndrome in its classic form",
    ),
    (
        DiseaseId::Omim(254_800),
        DiseaseId::Orpha(308),
        "Unverricht-Lundborg disease, progressive myoclonic epilepsy type 1",
    ),
    (
        DiseaseId::Omim(545_000),
        DiseaseId::Orpha(551),
        "MERRF is short for OMIM's name; Orphanet names rarer mitochondrial genes besides MT-TK",
    ),
    (DiseaseId::Omim(184_850), DiseaseId::Orpha(3198), "stiff-person syndrome; no gene"),
    (
        DiseaseId::Omim(159_900),
        DiseaseId::Orpha(36_899),
        "myoclonus-dystonia; OMIM's entry is the one of SGCE, Orphanet names rarer genes besides",
    ),
    (
        DiseaseId::Omim(607_208),
        DiseaseId::Orpha(33_069),
        "Dravet syndrome; Orphanet names rarer genes besides SCN1A",
    ),
    (DiseaseId::Omim(190_100), DiseaseId::Orpha(53_372), "hereditary geniospasm; no gene"),
    (
        DiseaseId::Omim(209_010),
        DiseaseId::Orpha(1192),
        "the same syndrome of atherosclerosis, deafness, diabetes and nephropathy; no gene",
    ),
    (
        DiseaseId::Omim(616_271),
        DiseaseId::Orpha(445_038),
        "3-methylglutaconic aciduria with cataracts and neutropenia (CLPB)",
    ),
    (
        DiseaseId::Omim(616_756),
        DiseaseId::Orpha(464_282),
        "spastic paraplegia with developmental delay and seizures (HACE1)",
    ),
    (
        DiseaseId::Omim(616_158),
        DiseaseId::Orpha(438_213),
        "the syndrome of PURA; Orphanet has the microdeletion apart",
    ),
    (
        DiseaseId::Omim(616_421),
        DiseaseId::Orpha(1942),
        "myoclonic-atonic epilepsy is the present name of myoclonic-astatic epilepsy",
    ),
];

/// Pairs that are not the same although the rule would join them, each with the reason.
const APART: &[(DiseaseId, DiseaseId, &str)] = &[
    (
        DiseaseId::Omim(268_800),
        DiseaseId::Orpha(309_155),
        "OMIM's Sandhoff disease has all forms, Orphanet's is the infantile one",
    ),
    (
        DiseaseId::Omim(600_143),
        DiseaseId::Orpha(1947),
        "northern epilepsy is another disease of CLN8, with a number of its own in OMIM",
    ),
    (
        DiseaseId::Omim(614_946),
        DiseaseId::Orpha(466_722),
        "spastic paraplegia 77 is another disease of FARS2, with a number of its own in OMIM",
    ),
    (
        DiseaseId::Omim(616_158),
        DiseaseId::Orpha(314_655),
        "the microdeletion takes other genes than PURA, too",
    ),
];

/// Two numbers that mean the same disease, and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Join {
    /// The number that is kept.
    pub(crate) omim: DiseaseId,
    /// The number that is joined to it.
    pub(crate) orpha: DiseaseId,
    /// The reason.
    pub(crate) why: Why,
}

/// Why two numbers mean the same disease.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Why {
    /// They share a gene that no other candidate has.
    OnlyGene,
    /// Their names have the same words.
    SameWords,
    /// They are listed.
    Listed(&'static str),
}

/// The result of joining.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Joins {
    /// The pairs, ascending. No number is in two.
    pub(crate) joined: Vec<Join>,
    /// Pairs that share a gene and half of their words but were not joined, with the reason.
    pub(crate) near: Vec<(DiseaseId, DiseaseId, &'static str)>,
}

/// Finds the numbers that mean the same disease among the candidates.
pub(crate) fn joins(names: &BTreeMap<DiseaseId, String>, genes: &Genes) -> Joins {
    let none = BTreeSet::new();
    let genes_of = |id: &DiseaseId| genes.get(id).unwrap_or(&none);
    let omim: Vec<DiseaseId> =
        names.keys().copied().filter(|id| matches!(id, DiseaseId::Omim(_))).collect();
    let orpha: Vec<DiseaseId> =
        names.keys().copied().filter(|id| matches!(id, DiseaseId::Orpha(_))).collect();
    let having = |ids: &[DiseaseId], gene: &String| {
        ids.iter().filter(|id| genes_of(id).contains(gene)).count()
    };
    let mut found: Vec<Join> = Vec::new();
    let mut near = Vec::new();
    for &one in &omim {
        for &other in &orpha {
            if let Some((_, _, reason)) =
                APART.iter().find(|(left, right, _)| (*left, *right) == (one, other))
            {
                near.push((one, other, *reason));
                continue;
            }
            let listed = SAME.iter().find(|(left, right, _)| (*left, *right) == (one, other));
            let shared: Vec<&String> = genes_of(&one).intersection(genes_of(&other)).collect();
            let (left, right) = (words(&names[&one]), words(&names[&other]));
            let same_words = left == right && !left.is_empty();
            let no_gene = genes_of(&one).is_empty() || genes_of(&other).is_empty();
            let only = genes_of(&other).len() == 1
                && shared.iter().any(|gene| having(&omim, gene) == 1 && having(&orpha, gene) == 1);
            let why = if let Some((_, _, reason)) = listed {
                Some(Why::Listed(reason))
            } else if same_words && (no_gene || !shared.is_empty()) {
                Some(Why::SameWords)
            } else if only {
                Some(Why::OnlyGene)
            } else {
                None
            };
            match why {
                Some(why) => found.push(Join { omim: one, orpha: other, why }),
                None if !shared.is_empty() => {
                    let common = left.intersection(&right).count();
                    if 2 * common >= left.len().min(right.len()) {
                        let reason = if genes_of(&other).len() > 1 {
                            "Orphanet's number covers several genes"
                        } else {
                            "another candidate has the same gene"
                        };
                        near.push((one, other, reason));
                    }
                }
                None => {}
            }
        }
    }
    // The most certain reason first. Each number is joined once.
    found.sort_by_key(|join| (std::cmp::Reverse(join.why), join.omim, join.orpha));
    let mut taken = BTreeSet::new();
    let mut joins = Joins { joined: Vec::new(), near };
    for join in found {
        if taken.contains(&join.omim) || taken.contains(&join.orpha) {
            joins.near.push((join.omim, join.orpha, "one of the two is joined with another"));
        } else {
            taken.extend([join.omim, join.orpha]);
            joins.joined.push(join);
        }
    }
    joins.joined.sort_by_key(|join| join.omim);
    joins.near.retain(|(one, other, _)| {
        !joins.joined.iter().any(|join| (join.omim, join.orpha) == (*one, *other))
    });
    joins.near.sort_unstable();
    joins
}

/// The words of a name that distinguish diseases, with Roman numerals as digits.
pub(crate) fn words(name: &str) -> BTreeSet<String> {
    const COMMON: &[&str] = &[
        "a",
        "and",
        "autosomal",
        "deficiency",
        "disease",
        "disorder",
        "dominant",
        "due",
        "familial",
        "form",
        "in",
        "of",
        "onset",
        "or",
        "recessive",
        "related",
        "syndrome",
        "the",
        "to",
        "type",
        "with",
    ];
    const ROMAN: &[&str] = &["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    let words = name.split(|character: char| !character.is_alphanumeric());
    words
        .map(str::to_lowercase)
        .filter(|word| !word.is_empty() && !COMMON.contains(&word.as_str()))
        .map(|word| match ROMAN.iter().position(|roman| *roman == word) {
            Some(position) => (position + 1).to_string(),
            None => word,
        })
        .collect()
}
