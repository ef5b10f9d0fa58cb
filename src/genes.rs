//! The genes of rare diseases: which diseases each is linked with, and how to find one.
//!
//! Pure functions of the catalogue. Knows no page and no file.

use std::collections::BTreeMap;

use crate::catalogue::{Catalogue, CauseId};
use crate::entry::{AGES, begins};
use crate::entry_set::EntrySet;
use crate::facet::{Choice, Facet, Facets};
use crate::sorted;
use crate::text;
use crate::view::{Page, ViewState};

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

/// A gene that fits a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitting {
    /// The gene.
    pub gene: Gene,
    /// The finding for which it is here, if no name of it has the words that were typed.
    pub finding: Option<&'static str>,
}

/// From so many letters on, words are also looked for among the findings.
const SHORTEST: usize = 4;

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

/// The modes of inheritance of a disease.
pub fn of(catalogue: &'static Catalogue, id: CauseId) -> impl Iterator<Item = &'static str> {
    catalogue.cause(id).inheritance().into_iter().map(|term| catalogue.term(term).label)
}

/// The genes that fit the words and the filters of a view, in an order. The words are those of a
/// symbol, a former symbol or the name of a disease, or of one finding. One disease must fit all
/// filters, and have the finding; where nothing is recorded, it does not fit.
pub fn select(
    catalogue: &'static Catalogue,
    facets: &Facets,
    genes: &[Gene],
    view: &ViewState,
    sort: Sort,
) -> Vec<Fitting> {
    let words = text::words(&view.query);
    let mut filtered = EntrySet::all(catalogue.cause_count());
    for facet in Page::Genes.facets() {
        if let Some(fitting) = facets.fitting(facet, &view.chosen) {
            filtered.keep(&fitting);
        }
    }
    let findings = findings(facets, &words);
    let fits = |gene: &Gene| {
        let diseases = || gene.diseases.iter().filter(|id| filtered.contains(id.index()));
        diseases().next()?;
        let texts = texts(catalogue, gene);
        if has_words(&words, &texts) {
            return Some(None);
        }
        let found = findings
            .iter()
            .find(|(_, entries)| diseases().any(|disease| entries.contains(disease.index())));
        found.map(|(label, _)| Some(*label))
    };
    let fitting = genes.iter().filter_map(|gene| {
        let finding = fits(gene)?;
        Some(Fitting { gene: gene.clone(), finding })
    });
    let mut found: Vec<Fitting> = fitting.collect();
    // Those that have the words in a name come first.
    sorted::sort_by_key(&mut found, |it| {
        let by_order = match sort {
            Sort::Symbol => 0,
            Sort::Diseases => usize::MAX - it.gene.diseases.len(),
            Sort::Begins => first_age(catalogue, &it.gene),
        };
        (it.finding.is_some(), by_order)
    });
    found
}

/// How many genes have a disease with a value.
pub fn count(facets: &Facets, genes: &[Gene], choice: Choice) -> usize {
    let entries = &facets.value(choice).entries;
    let has = |gene: &&Gene| gene.diseases.iter().any(|id| entries.contains(id.index()));
    genes.iter().filter(has).count()
}

/// Whether each word begins one of the texts.
fn has_words(words: &[String], texts: &[String]) -> bool {
    words.iter().all(|word| texts.iter().any(|text| text.starts_with(&**word)))
}

/// The findings whose names have all the words, with the causes in which they are found; those of
/// the most causes first. None if there are no words, or too few letters to mean a finding.
fn findings<'a>(facets: &'a Facets, words: &[String]) -> Vec<(&'static str, &'a EntrySet)> {
    if words.iter().map(String::len).sum::<usize>() < SHORTEST {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for value in &facets.table(Facet::FEATURE).values {
        let mut texts = text::words(value.label);
        texts.extend(text::words(value.aliases));
        if has_words(words, &texts) {
            findings.push((value.label, &value.entries));
        }
    }
    sorted::sort_by_key(&mut findings, |(_, entries)| std::cmp::Reverse(entries.count()));
    findings
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

/// The first time of life in which a disease of the gene begins; past the last if none is recorded.
fn first_age(catalogue: &'static Catalogue, gene: &Gene) -> usize {
    let ages = gene.diseases.iter().filter_map(|id| begins(catalogue, catalogue.cause(*id)));
    ages.filter_map(|it| it.ages.iter().position(|is_there| *is_there)).min().unwrap_or(AGES)
}

/// The symbols of genes, one a line, to be pasted elsewhere.
pub fn as_lines(genes: &[Gene]) -> String {
    genes.iter().map(|gene| format!("{}\n", gene.symbol)).collect()
}
