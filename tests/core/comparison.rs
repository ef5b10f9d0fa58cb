//! Entries side by side: what differs, what is alike, and in which order.

use myoclonus_explorer::catalogue::{Catalogue, Link};
use myoclonus_explorer::entry::{Comparison, Line, compare};

use crate::bundled::{a_type, cause};

fn compared(entries: &[Link]) -> Comparison {
    compare(Catalogue::bundled(), entries)
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
    let nervous = line(&two.findings, "Abnormality of the nervous system");
    let alone = |entry: usize, words: &str| {
        let part = nervous.cells[entry].iter().find(|part| part.words == words);
        !part.unwrap_or_else(|| panic!("{words} is listed")).everywhere
    };
    assert!(alone(0, "Lafora bodies"));
    assert!(!alone(0, "Seizure"), "the other has a kind of seizure");
    assert!(!two.not_recorded.contains(&"What else is found"), "some of it is recorded");
}

#[test]
fn a_cause_without_listed_jerks_does_not_lack_them() {
    let two = compared(&[cause("nd-friedreich"), cause("ep-merrf")]);
    for lines in [&two.differing, &two.partly, &two.alike] {
        assert!(
            lines.iter().all(|line| line.cells.iter().flatten().all(|it| it.words != "Myoclonus"))
        );
    }
    let jerks = line(&two.findings, "The jerks themselves");
    assert!(words(jerks, 1).contains(&"Myoclonus"));
    let none = compared(&[cause("phys-hiccup"), cause("per-hemifacial")]);
    let systems = none.not_recorded.iter().filter(|name| name.starts_with("Abnormal"));
    assert_eq!(systems.count(), 0, "the parts of the body are not listed one by one");
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
