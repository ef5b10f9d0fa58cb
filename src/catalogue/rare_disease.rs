//! What the annotations of the Human Phenotype Ontology say of a rare disease.
//!
//! A record is inert data; it does not know which cause it is.

use super::cause::{FoundFeature, Frequency};
use super::claim::Claim;
use super::embedded::{ANNOTATED, OF_GENES};
use super::id::TermId;
use super::packed::Packed;

/// A rare disease.
#[derive(Debug, PartialEq)]
pub struct RareDisease {
    /// Its numbers in OMIM and Orphanet, such as `OMIM:254780`.
    pub numbers: &'static [&'static str],
    /// The registries' own names, unaltered, in the order of the numbers.
    pub names: &'static [&'static str],
    /// Genes, joined by `,`.
    pub(super) genes: &'static str,
    /// How it is inherited; empty: not recorded.
    pub inheritance: &'static [TermId],
    /// When the disease begins, which may be another time than that of the jerks; empty: not recorded.
    pub onset: &'static [FoundFeature],
    /// How the disease runs; empty: not recorded.
    pub course: &'static [FoundFeature],
    /// The position of its first annotation among those of all diseases, and how many there are.
    pub(super) annotations: (u16, u16),
}

impl RareDisease {
    /// The genes in which changes cause it; none: not recorded.
    pub fn genes(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        self.genes.split(',').filter(|gene| !gene.is_empty())
    }

    /// The source of the annotations: of the features, the inheritance, the onset and the course.
    pub const fn claims(&self) -> &'static [Claim] {
        &ANNOTATED
    }

    /// The source of the genes; none where there is no gene.
    pub const fn claims_on_genes(&self) -> &'static [Claim] {
        if self.genes.is_empty() { &[] } else { &OF_GENES }
    }
}

/// A feature that was found in patients, or looked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Annotation {
    /// Which one, and how often it is found; never how often where it is [`Self::absent`].
    pub found: FoundFeature,
    /// Whether it was looked for and found in nobody.
    pub absent: bool,
    /// Whether a publication is given for it.
    pub published: bool,
}

/// Unpacks the annotations of all diseases, one after the other.
pub(super) fn unpack(
    diseases: &[RareDisease],
    terms: &'static [u8],
    frequencies: &'static [u8],
    table: &'static [&'static [Frequency]],
) -> Vec<Annotation> {
    let mut terms = Packed::new(terms);
    let mut frequencies = Packed::new(frequencies);
    let count = diseases.iter().map(|disease| usize::from(disease.annotations.1)).sum();
    let mut annotations = Vec::with_capacity(count);
    for disease in diseases {
        let mut term = 0;
        for _ in 0..disease.annotations.1 {
            term += terms.number();
            let code = frequencies.number();
            let known = code.checked_sub(1);
            let frequency = known.and_then(|known| table.get(known / 2)).copied();
            annotations.push(Annotation {
                found: FoundFeature {
                    term: TermId::at(term),
                    frequency: frequency.unwrap_or_default(),
                },
                absent: known.is_none(),
                published: known.is_some_and(|known| known % 2 == 1),
            });
        }
    }
    annotations
}
