//! The genes of rare diseases: which diseases each is linked with, and how to find one.
//!
//! Pure functions of the catalogue. Knows no page and no file.

use std::collections::BTreeMap;

use crate::catalogue::{Catalogue, CauseId};
use crate::entry::{AGES, begins};
use crate::sorted;
use crate::text;

/// A gene and the diseases that it is linked with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gene {
    /// Its present symbol.
    pub symbol: &'static str,
    /// The diseases, in the order of their names; never empty.
    pub diseases: Vec<CauseId>,
}

/// An order of genes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By symbol.
    #[default]
    Symbol,
    /// The most diseases first.
    Diseases,
    /// Those that begin earliest first; those without a recorded age last.
    Begins,
}

/// What a list of genes is narrowed by. An empty value narrows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Words of a symbol, a former symbol or the name of a disease.
    pub words: String,
    /// The label of a mode of inheritance.
    pub inheritance: String,
    /// A time of life, by its position.
    pub age: Option<usize>,
}

/// All genes, by symbol.
pub fn genes(catalogue: &'static Catalogue) -> Vec<Gene> {
    let mut genes: BTreeMap<&'static str, Vec<CauseId>> = BTreeMap::new();
    for id in catalogue.cause_ids() {
        for gene in catalogue.cause(id).genes() {
            let diseases = genes.entry(gene).or_default();
            if diseases.last() != Some(&id) {
                diseases.push(id);
            }
        }
    }
    genes.into_iter().map(|(symbol, diseases)| Gene { symbol, diseases }).collect()
}

/// The modes of inheritance of all genes, with how many genes have each; the most frequent first.
pub fn modes(catalogue: &'static Catalogue, genes: &[Gene]) -> Vec<(&'static str, usize)> {
    let mut modes: BTreeMap<&'static str, usize> = BTreeMap::new();
    for gene in genes {
        let own = sorted::once(gene.diseases.iter().flat_map(|id| of(catalogue, *id)));
        own.into_iter().for_each(|mode| *modes.entry(mode).or_default() += 1);
    }
    let mut modes: Vec<_> = modes.into_iter().collect();
    sorted::sort_by_key(&mut modes, |(mode, count)| (std::cmp::Reverse(*count), *mode));
    modes
}

/// The modes of inheritance of a disease.
pub fn of(catalogue: &'static Catalogue, id: CauseId) -> impl Iterator<Item = &'static str> {
    catalogue.cause(id).inheritance().into_iter().map(|term| catalogue.term(term).label)
}

/// The genes that fit, in an order. A disease that does not fit the mode or the age does not make
/// its gene fit; where nothing is recorded, it does not fit either.
pub fn select(
    catalogue: &'static Catalogue,
    genes: &[Gene],
    wanted: &Wanted,
    sort: Sort,
) -> Vec<Gene> {
    let words = text::words(&wanted.words);
    let fits = |gene: &&Gene| {
        let texts = texts(catalogue, gene);
        let named = words.iter().all(|word| texts.iter().any(|text| text.starts_with(&**word)));
        named && gene.diseases.iter().any(|id| narrows(catalogue, *id, wanted))
    };
    let mut found: Vec<Gene> = genes.iter().filter(fits).cloned().collect();
    match sort {
        Sort::Symbol => {}
        Sort::Diseases => {
            sorted::sort_by_key(&mut found, |gene| std::cmp::Reverse(gene.diseases.len()));
        }
        Sort::Begins => sorted::sort_by_key(&mut found, |gene| first_age(catalogue, gene)),
    }
    found
}

/// Every word under which a gene is found, folded.
fn texts(catalogue: &'static Catalogue, gene: &Gene) -> Vec<String> {
    let symbols = catalogue.gene_symbols(gene.symbol);
    let names = gene.diseases.iter().flat_map(|id| catalogue.cause(*id).names());
    std::iter::once(gene.symbol)
        .chain(symbols.former())
        .chain(symbols.others())
        .chain(names)
        .flat_map(text::words)
        .collect()
}

fn narrows(catalogue: &'static Catalogue, id: CauseId, wanted: &Wanted) -> bool {
    let mode =
        wanted.inheritance.is_empty() || of(catalogue, id).any(|label| label == wanted.inheritance);
    let age = wanted.age.is_none_or(|age| {
        begins(catalogue, catalogue.cause(id)).is_some_and(|it| it.ages.get(age) == Some(&true))
    });
    mode && age
}

/// The first time of life in which a disease of the gene begins; past the last if none is recorded.
fn first_age(catalogue: &'static Catalogue, gene: &Gene) -> usize {
    let ages = gene.diseases.iter().filter_map(|id| begins(catalogue, catalogue.cause(*id)));
    ages.filter_map(|it| it.ages.iter().position(|is_there| *is_there)).min().unwrap_or(AGES)
}

/// The symbols of genes, one a line, to be pasted elsewhere.
pub fn as_lines(genes: &[Gene]) -> String {
    genes.iter().map(|gene| format!("{}\n", gene.symbol)).collect()
}
