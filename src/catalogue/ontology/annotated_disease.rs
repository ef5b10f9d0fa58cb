//! A rare disease, as the annotations of the Human Phenotype Ontology describe it.
//!
//! A record is inert data; it does not know which cause it is.

use super::frequency::{FoundFeature, Frequency};
use super::packed::Packed;
use crate::catalogue::id::TermId;

/// A rare disease.
#[derive(Debug, PartialEq)]
pub struct AnnotatedDisease {
    /// Its numbers in OMIM and Orphanet, such as `OMIM:254780`.
    pub numbers: &'static [&'static str],
    /// The registries' names for the numbers, unaltered, in the same order.
    pub names: &'static [&'static str],
    /// The release of the ontology that says all this, except for the genes.
    pub release: &'static str,
    /// Genes, joined by `,`.
    pub(in crate::catalogue) genes: &'static str,
    /// How it is inherited; empty if not recorded.
    pub inheritance: &'static [TermId],
    /// When the disease begins, which may not be when the jerks begin; empty if not recorded.
    pub onset: &'static [FoundFeature],
    /// The course of the disease; empty if not recorded.
    pub course: &'static [FoundFeature],
    /// The position of its first annotation among those of all diseases, and their number.
    pub(in crate::catalogue) annotations: (u16, u16),
}

impl AnnotatedDisease {
    /// The genes that are linked with it, as a cause, a risk or a modifier: the data do not say
    /// which. None if not recorded.
    pub fn genes(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        self.genes.split(',').filter(|gene| !gene.is_empty())
    }
}

/// A feature that was found in patients, or looked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Annotation {
    /// Which feature, and how often it is found. If it is [`Self::absent`]: in 0 of how many
    /// patients, or 0% without a count.
    pub found: FoundFeature,
    /// Whether it was looked for and found in no patient.
    pub absent: bool,
    /// Whether the annotation names a publication.
    pub published: bool,
}

/// Unpacks the annotations of all diseases, one after the other.
pub(in crate::catalogue) fn unpack(
    diseases: &[AnnotatedDisease],
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
            let frequency = table.get(code / 2).copied().unwrap_or_default();
            annotations.push(Annotation {
                found: FoundFeature { term: TermId::at(term), frequency },
                absent: Frequency::all_zero(frequency),
                published: code % 2 == 1,
            });
        }
    }
    annotations
}
