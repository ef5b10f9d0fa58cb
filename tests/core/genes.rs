//! The list of genes holds every gene of the import, and is found by old symbols and diseases.

use std::collections::BTreeSet;

use myoclonus_explorer::catalogue::{Catalogue, CauseId};
use myoclonus_explorer::entry::begins;
use myoclonus_explorer::genes::{self, Gene, Sort, Wanted, as_lines, genes, modes, select};

fn all() -> Vec<Gene> {
    genes(Catalogue::bundled())
}

fn found(wanted: Wanted) -> Vec<&'static str> {
    let found = select(Catalogue::bundled(), &all(), &wanted, Sort::Symbol);
    found.iter().map(|gene| gene.symbol).collect()
}

fn asked(words: &str) -> Vec<&'static str> {
    found(Wanted { words: words.to_owned(), ..Wanted::default() })
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
    let catalogue = Catalogue::bundled();
    let all = all();
    for (mode, count) in modes(catalogue, &all) {
        let inheritance = mode.to_owned();
        let kept = found(Wanted { inheritance, ..Wanted::default() });
        assert_eq!(kept.len(), count, "{mode}");
    }
    let newborn = Wanted { age: Some(0), ..Wanted::default() };
    for gene in select(catalogue, &all, &newborn, Sort::Symbol) {
        let mut ages = gene.diseases.iter().map(|id| begins(catalogue, catalogue.cause(*id)));
        assert!(ages.any(|age| age.is_some_and(|it| it.ages[0])), "{}", gene.symbol);
    }
}

#[test]
fn orders_keep_all_genes() {
    let catalogue = Catalogue::bundled();
    let all = all();
    let by = |sort| select(catalogue, &all, &Wanted::default(), sort);
    assert!(by(Sort::Diseases).is_sorted_by_key(|it| std::cmp::Reverse(it.diseases.len())));
    for sort in [Sort::Symbol, Sort::Diseases, Sort::Begins] {
        assert_eq!(by(sort).len(), all.len(), "{sort:?}");
    }
    assert_eq!(as_lines(&all).lines().count(), all.len());
    assert!(genes::of(catalogue, all[0].diseases[0]).count() < 20);
}
