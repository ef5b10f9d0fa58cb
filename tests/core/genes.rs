//! The list of genes holds every gene of the import, and is found by old symbols and diseases.

use std::collections::BTreeSet;

use myoclonus_explorer::catalogue::{Catalogue, CauseId};
use myoclonus_explorer::facet::{Choice, Facet};
use myoclonus_explorer::genes::{self, Fitting, Gene, Sort, as_lines, count, genes, select};
use myoclonus_explorer::view::{Page, ViewState};

use crate::bundled::EXPLORER;

fn all() -> Vec<Gene> {
    genes(Catalogue::bundled())
}

fn fitting(view: &ViewState, sort: Sort) -> Vec<Fitting> {
    select(Catalogue::bundled(), EXPLORER.facets(), &all(), view, sort)
}

fn symbols(found: &[Fitting]) -> Vec<&'static str> {
    found.iter().map(|it| it.gene.symbol).collect()
}

fn asking(words: &str) -> ViewState {
    ViewState::at(Page::Genes).asking(words.to_owned())
}

fn asked(words: &str) -> Vec<&'static str> {
    symbols(&fitting(&asking(words), Sort::Symbol))
}

/// The choices of a facet that narrow the genes.
fn choices() -> impl Iterator<Item = Choice> {
    Page::Genes.facets().flat_map(|facet| EXPLORER.facets().table(facet).choices())
}

#[test]
fn every_gene_of_every_disease_is_listed_with_it() {
    let catalogue = Catalogue::bundled();
    let genes = all();
    let pairs = catalogue.cause_ids().flat_map(|id| {
        let genes = catalogue.cause(id).genes().into_iter();
        genes.map(move |gene| (gene, id))
    });
    let pairs: BTreeSet<(&str, CauseId)> = pairs.collect();
    let listed: BTreeSet<(&str, CauseId)> =
        genes.iter().flat_map(|gene| gene.diseases.iter().map(|id| (gene.symbol, *id))).collect();
    assert_eq!(listed, pairs);
    assert!(genes.is_sorted_by(|one, next| one.symbol < next.symbol));
}

#[test]
fn a_gene_is_found_by_its_symbol_by_a_former_one_and_by_a_disease() {
    assert!(asked("epm2a").contains(&"EPM2A"));
    assert!(asked("AARS").contains(&"AARS1"), "AARS1 was AARS");
    assert!(asked("lafora").contains(&"EPM2A"));
    assert_eq!(asked(""), all().iter().map(|gene| gene.symbol).collect::<Vec<_>>());
    assert_eq!(asked("no such gene anywhere"), Vec::<&str>::new());
}

#[test]
fn a_filter_keeps_genes_with_such_a_disease_only() {
    for choice in choices() {
        let kept = fitting(&ViewState::at(Page::Genes).choosing(vec![choice]), Sort::Symbol);
        assert_eq!(kept.len(), count(EXPLORER.facets(), &all(), choice), "{choice:?}");
        let entries = &EXPLORER.facets().value(choice).entries;
        for it in kept {
            let mut diseases = it.gene.diseases.iter();
            assert!(diseases.any(|id| entries.contains(id.index())), "{}", it.gene.symbol);
        }
    }
    assert!(choices().any(|choice| choice.facet == Facet::INHERITANCE));
}

#[test]
fn one_disease_has_the_finding_and_fits_the_filters() {
    let facets = EXPLORER.facets();
    let child = facets.choice(Facet::BEGINS, "child").expect("childhood is an age");
    let found = fitting(&asking("ataxia").choosing(vec![child]), Sort::Symbol);
    let ataxia = facets.table(Facet::FEATURE).values.iter().find(|value| value.label == "Ataxia");
    let ataxia = &ataxia.expect("ataxia is a finding").entries;
    let by_finding: Vec<_> = found.iter().filter(|it| it.finding.is_some()).collect();
    assert!(!by_finding.is_empty());
    assert!(found.is_sorted_by_key(|it| it.finding.is_some()), "those with such a name are first");
    for it in &by_finding {
        let mut diseases = it.gene.diseases.iter().map(|id| id.index());
        let childhood = &facets.value(child).entries;
        assert!(
            it.finding != Some("Ataxia")
                || diseases.any(|at| ataxia.contains(at) && childhood.contains(at)),
            "{}",
            it.gene.symbol
        );
    }
    // A few letters mean a symbol, not a finding.
    assert!(fitting(&asking("ata"), Sort::Symbol).iter().all(|it| it.finding.is_none()));
}

#[test]
fn orders_keep_all_genes() {
    let catalogue = Catalogue::bundled();
    let all = all();
    let by = |sort| fitting(&ViewState::at(Page::Genes), sort);
    let most_first = by(Sort::Diseases);
    assert!(most_first.is_sorted_by_key(|it| std::cmp::Reverse(it.gene.diseases.len())));
    for sort in [Sort::Symbol, Sort::Diseases, Sort::Begins] {
        assert_eq!(by(sort).len(), all.len(), "{sort:?}");
    }
    assert_eq!(as_lines(&all).lines().count(), all.len());
    assert!(genes::of(catalogue, all[0].diseases[0]).count() < 20);
}
