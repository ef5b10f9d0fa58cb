//! Entries side by side: what differs, what is alike, and in which order.

use myoclonus_explorer::catalogue::{Catalogue, Link, TermId};
use myoclonus_explorer::entry::{Comparison, Line, Rarity, SharedCell, compare};

use crate::bundled::{a_type, cause, record};

fn compared(entries: &[Link]) -> Comparison {
    let catalogue = Catalogue::bundled();
    compare(catalogue, &Rarity::count(catalogue), entries)
}

fn line<'c>(lines: &'c [Line], name: &str) -> &'c Line {
    let found = lines.iter().find(|line| line.name == name);
    found.unwrap_or_else(|| panic!("{name} is not among {lines:?}"))
}

fn words(line: &Line, entry: usize) -> Vec<&'static str> {
    line.cells[entry].iter().map(|part| part.words).collect()
}

#[test]
fn differences_are_separate_from_what_is_alike() {
    let two = compared(&[cause("drug-cefepime"), cause("drug-ceftazidime")]);
    let class = line(&two.alike, "More specific kind");
    assert_eq!(words(class, 0), ["antibiotic: cephalosporin"]);
    assert_eq!(words(class, 0), words(class, 1));
    assert!(two.differing.iter().all(|line| line.cells.len() == 2));
}

#[test]
fn rare_diseases_differ_in_genes_not_in_unlisted_findings() {
    let two = compared(&[cause("ep-lafora"), cause("ep-unverricht-lundborg")]);
    let genes = line(&two.differing, "Genes linked with it");
    assert_eq!(words(genes, 1), ["CSTB", "PRICKLE1", "SCARB2"]);
    assert_eq!(words(line(&two.alike, "Inheritance"), 0), ["Autosomal recessive inheritance"]);
    let label = |term| Catalogue::bundled().term(term).label;
    let apart: Vec<&str> = two.apart[0].iter().map(|found| label(found.term)).collect();
    assert!(apart.len() <= 6 && apart.contains(&"Lafora bodies"), "{apart:?}");
    let ontology = Catalogue::bundled().ontology();
    let mut narrower = 0;
    for line in &two.shared {
        for cell in &line.cells {
            let SharedCell::Narrower(term, _) = *cell else { continue };
            assert!(term != line.term && ontology.is_kind_of(term, line.term), "{line:?}");
            narrower += 1;
        }
    }
    assert!(narrower > 0, "one has a finding, the other a kind of it: {:?}", two.shared);
    assert!(!two.not_recorded.contains(&"What else is found"), "some of it is recorded");
}

#[test]
fn what_tells_causes_apart_is_recorded_of_one_alone() {
    let catalogue = Catalogue::bundled();
    let slugs = ["ep-lafora", "ep-unverricht-lundborg", "ep-merrf", "ep-dravet"];
    let four = compared(&slugs.map(cause));
    let ontology = catalogue.ontology();
    for (at, apart) in four.apart.iter().enumerate() {
        assert!(!apart.is_empty() && apart.len() <= 6, "{apart:?}");
        for (other, slug) in slugs.iter().enumerate().filter(|(other, _)| *other != at) {
            for term in catalogue.features_of(record(slug)) {
                let related = |found: TermId| {
                    ontology.is_kind_of(found, term) || ontology.is_kind_of(term, found)
                };
                assert!(!apart.iter().any(|found| related(found.term)), "{at} and {other}");
            }
        }
    }
    for line in &four.shared {
        let present = line
            .cells
            .iter()
            .filter(|cell| matches!(cell, SharedCell::Found(_) | SharedCell::Narrower(..)));
        assert!(present.count() >= 2, "{line:?}");
    }
}

#[test]
fn a_cause_without_listed_jerks_does_not_lack_them() {
    let two = compared(&[cause("nd-friedreich"), cause("ep-merrf")]);
    for lines in [&two.differing, &two.partly, &two.alike] {
        assert!(
            lines.iter().all(|line| line.cells.iter().flatten().all(|it| it.words != "Myoclonus"))
        );
    }
    let none = compared(&[cause("phys-hiccup"), cause("per-hemifacial")]);
    assert!(none.shared.is_empty() || none.shared.iter().all(|line| line.cells.len() == 2));
}

#[test]
fn a_field_not_recorded_for_one_is_no_difference() {
    let two = compared(&[cause("phys-hiccup"), cause("hyp-lance-adams")]);
    assert!(!two.partly.is_empty(), "{two:?}");
    assert!(two.partly.iter().all(|line| line.cells.iter().any(Vec::is_empty)));
    for line in &two.differing {
        let recorded = line.cells.iter().filter(|cell| !cell.is_empty());
        assert_eq!(recorded.count(), 2, "of two, both must be recorded to differ: {line:?}");
    }
    assert!(two.alike.iter().all(|line| line.cells.iter().all(|cell| !cell.is_empty())));
}

#[test]
fn in_a_cell_the_differences_come_first() {
    let three = ["inf-cjd-sporadic", "inf-cjd-inherited", "nd-alzheimer"];
    let three = compared(&three.map(cause));
    for line in &three.differing {
        for cell in &line.cells {
            assert!(cell.is_sorted_by_key(|part| part.everywhere), "{line:?}");
        }
    }
}

#[test]
fn every_field_is_shown_exactly_once() {
    for entries in [
        vec![cause("drug-cefepime"), cause("gen-wilson"), cause("ai-coeliac"), cause("str-stroke")],
        vec![a_type("cortical"), a_type("subcortical-nonsegmental"), a_type("spinal-segmental")],
    ] {
        let all = compared(&entries);
        let mut names: Vec<&str> = all.not_recorded.clone();
        let lines = all.differing.iter().chain(&all.partly).chain(&all.alike);
        names.extend(lines.map(|line| line.name));
        names.sort_unstable();
        assert!(names.is_sorted_by(|left, right| left < right), "{names:?}");
        assert!(names.len() > 4, "{names:?}");
    }
}

#[test]
fn an_entry_does_not_differ_from_itself() {
    let hiccup = cause("phys-hiccup");
    let same = compared(&[hiccup, hiccup]);
    assert_eq!((same.differing, same.partly), (vec![], vec![]));
    assert_eq!(compared(&[]), Comparison::default());
}
