//! Packs the annotated diseases as records, and terms and annotations as lists of numbers.
//!
//! A record for each of thousands of terms and annotations would be several times as large;
//! docs/measurements.md has the figures. `src/catalogue/ontology.rs` and its `annotated_disease.rs`
//! unpack them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::code::{Bytes, item};
use super::pack;
use super::packer::{Pack, Packer, record};
use crate::pipeline::read::frequency::Frequency;
use crate::pipeline::read::hpo::{Annotation, Disease, Found, Hpo, Term, walk};
use crate::pipeline::resolve::keys::Claim;
use crate::pipeline::text;

/// Appends the tables. `curated` are the terms that curated causes use.
pub fn emit(code: &mut String, hpo: &Hpo, curated: &BTreeSet<usize>) {
    terms(code, hpo, curated);
    let frequencies = frequencies(hpo);
    let position: BTreeMap<&[Frequency], usize> =
        frequencies.iter().enumerate().map(|(at, frequency)| (*frequency, at)).collect();
    let mut of_terms = Vec::new();
    let mut of_frequencies = Vec::new();
    for disease in &hpo.diseases {
        let mut last = 0;
        for Annotation { found, published } in &disease.annotations {
            pack::number(found.term - last, &mut of_terms);
            last = found.term;
            let number = position[&found.frequency[..]] * 2 + usize::from(*published);
            pack::number(number, &mut of_frequencies);
        }
    }
    item(code, "ANNOTATION_TERMS", "&[u8]", &Bytes(&of_terms));
    item(code, "ANNOTATION_FREQUENCIES", "&[u8]", &Bytes(&of_frequencies));
}

/// Appends the claims of the annotations and of the genes, given by the positions of their sources,
/// then the frequencies and the diseases.
pub fn diseases(into: &mut Packer, hpo: &Hpo, annotations: &[usize], genes: usize) {
    for sources in [annotations, &[genes]] {
        let claim = |source: &usize| Claim { source: *source, detail: None };
        into.list(&sources.iter().map(claim).collect::<Vec<_>>());
    }
    into.list(&frequencies(hpo));
    let mut first = 0;
    into.number(hpo.diseases.len());
    for disease in &hpo.diseases {
        let Disease { numbers, names, release, genes, inheritance, onset, course, .. } = disease;
        let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        record!(
            into,
            AnnotatedDisease {
                numbers: numbers,
                names: names,
                release: release,
                genes: genes.join(","),
                inheritance: inheritance,
                onset: onset,
                course: course,
                annotations: (first, disease.annotations.len()),
            }
        );
        first += disease.annotations.len();
    }
}

fn terms(code: &mut String, hpo: &Hpo, curated: &BTreeSet<usize>) {
    let terms = &hpo.terms;
    let mut numbers = Vec::new();
    let mut parents = Vec::new();
    let mut last = 0;
    for (at, term) in terms.iter().enumerate() {
        pack::number((term.id.number() - last) as usize, &mut numbers);
        last = term.id.number();
        pack::number(term.parents.len(), &mut parents);
        for parent in &term.parents {
            pack::signed(at as isize - *parent as isize, &mut parents);
        }
    }
    let of_diseases = hpo.diseases.iter().flat_map(|disease| &disease.annotations);
    let used = of_diseases.map(|annotation| annotation.found.term).chain(curated.iter().copied());
    let used: BTreeSet<usize> = used.collect();
    let order = walk(terms);
    let labels: Vec<&str> = order.iter().map(|at| &*terms[*at].label).collect();
    // Everyday names of terms that only group others would cost more than they help.
    let names = |at: &usize| {
        if used.contains(at) { lay_names(&terms[*at]).join("|") } else { String::new() }
    };
    let lay_names: Vec<String> = order.iter().map(names).collect();
    item(code, "TERM_NUMBERS", "&[u8]", &Bytes(&numbers));
    item(code, "TERM_PARENTS", "&[u8]", &Bytes(&parents));
    item(code, "TERM_LABELS", "&str", &labels.join("\n"));
    item(code, "TERM_LAY_NAMES", "&str", &lay_names.join("\n"));
}

/// The everyday names of a term that add a word to its label and the names before.
fn lay_names(term: &Term) -> Vec<&str> {
    let words = |name: &str| -> Vec<String> {
        let words = text::words(name).into_iter();
        words.map(|word| text::singular(&word).map_or(word.clone(), str::to_owned)).collect()
    };
    let mut seen: BTreeSet<String> = words(&term.label).into_iter().collect();
    let mut names = Vec::new();
    for name in &term.lay_names {
        let before = seen.len();
        seen.extend(words(name));
        if seen.len() > before {
            names.push(&**name);
        }
    }
    names
}

/// Every frequency of an annotation, the most used first, so that its number is short.
fn frequencies(hpo: &Hpo) -> Vec<&[Frequency]> {
    let mut used: BTreeMap<&[Frequency], usize> = BTreeMap::new();
    for annotation in hpo.diseases.iter().flat_map(|disease| &disease.annotations) {
        *used.entry(&annotation.found.frequency).or_default() += 1;
    }
    let mut frequencies: Vec<&[Frequency]> = used.keys().copied().collect();
    frequencies.sort_by_key(|frequency| Reverse(used[frequency]));
    frequencies
}

impl Pack for Found {
    fn pack(&self, into: &mut Packer) {
        record!(into, FoundFeature { term: self.term, frequency: self.frequency });
    }
}

impl Pack for Frequency {
    fn pack(&self, into: &mut Packer) {
        match self {
            Self::Counted { found, examined } => {
                into.number(0);
                (*found, *examined).pack(into);
            }
            Self::Class(class) => {
                into.number(1);
                class.pack(into);
            }
            Self::PerMille(share) => {
                into.number(2);
                share.pack(into);
            }
        }
    }
}
