//! Files for other programs are well formed and say only what is recorded.
//!
//! Knows the sources of the bundled catalogue. Knows no list and no view.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::bibliography::{Authors, Name, PublicationType};
use super::{bibtex, csv, ris};
use crate::catalogue::{Catalogue, Source};

#[path = "../../tests/core/table.rs"]
mod table;

/// The keys of BibTeX records.
fn keys(file: &str) -> Vec<&str> {
    let heads = file.lines().filter(|line| line.starts_with('@'));
    heads.filter_map(|line| line.split_once('{')?.1.strip_suffix(',')).collect()
}

#[test]
fn every_source_is_a_well_formed_ris_record() {
    let catalogue = Catalogue::bundled();
    let file = ris::write(catalogue.sources());
    assert!(file.lines().count() == file.matches("\r\n").count(), "every line ends in CR LF");
    let mut records = 0;
    let mut open = false;
    for line in file.split_terminator("\r\n") {
        let (tag, value) = line.split_once("  - ").unwrap_or_else(|| panic!("{line:?}"));
        let mut letters = tag.chars();
        assert!(letters.next().is_some_and(|it| it.is_ascii_uppercase()), "{line:?}");
        assert!(letters.all(|it| it.is_ascii_uppercase() || it.is_ascii_digit()), "{line:?}");
        assert_eq!(tag.len(), 2, "{line:?}");
        assert_eq!(open, tag != "TY", "{line:?}: a record begins with its type and no other does");
        assert_eq!(value.is_empty(), tag == "ER", "{line:?}");
        assert!(tag != "AU" || value.matches(',').count() <= 1, "{line:?}: one name");
        records += usize::from(tag == "TY");
        open = tag != "ER";
    }
    assert!(!open);
    assert_eq!(records, catalogue.sources().len());
}

#[test]
fn more_pages_of_one_organisation_than_there_are_letters_are_labelled_by_their_titles() {
    let page = Catalogue::bundled().sources().iter().find(|source| {
        source.year.is_none() && source.authors.is_some_and(|it| it.contains("Institute"))
    });
    let page = page.expect("an undated page of an institute");
    let enough = bibtex::write([page; 26]);
    assert_eq!(enough.matches("  author = {{").count(), 26);
    let more = bibtex::write([page; 27]);
    assert_eq!(more.matches("@manual{").count(), 27);
    assert_eq!(more.matches("  organization = {{").count(), 27);
    assert_eq!(more.matches("  key = {").count(), 27);
    assert!(!more.contains("  author = "));
}

#[test]
fn every_source_is_a_well_formed_bibtex_record() {
    let catalogue = Catalogue::bundled();
    let file = bibtex::write(catalogue.sources());
    let keys = keys(&file);
    assert_eq!(keys.len(), catalogue.sources().len());
    let unique: BTreeSet<String> = keys.iter().map(|key| key.to_lowercase()).collect();
    assert_eq!(unique.len(), keys.len(), "keys are unique, also where case does not matter");
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    assert!(keys.iter().all(|key| key.chars().all(allowed)));
    for record in file.split("\n\n") {
        let (mut depth, mut escaped) = (0_i32, false);
        for letter in record.chars() {
            match letter {
                '\\' if !escaped => {
                    escaped = true;
                    continue;
                }
                '{' if !escaped => depth += 1,
                '}' if !escaped => depth -= 1,
                '@' => assert_eq!(depth, 0, "{record}"),
                _ => {}
            }
            escaped = false;
            assert!(depth >= 0, "{record}");
        }
        assert_eq!(depth, 0, "{record}");
    }
}

#[test]
fn a_file_says_only_what_is_recorded_for_a_source() {
    for source in Catalogue::bundled().sources() {
        let ris = ris::write([source]);
        let bibtex = bibtex::write([source]);
        let has = |tag: &str| ris.contains(&format!("\r\n{tag}  - "));
        assert_eq!(has("PY"), source.year.is_some(), "{}", source.slug);
        assert_eq!(has("DO"), source.doi.is_some(), "{}", source.slug);
        assert_eq!(bibtex.contains("  author = "), source.authors.is_some(), "{}", source.slug);
        assert_eq!(bibtex.contains("  year = "), source.year.is_some(), "{}", source.slug);
        assert!(!has("AU") || source.authors.is_some(), "{}", source.slug);
        // Volume and pages are taken from the record, never made up.
        let container = source.container.unwrap_or_default();
        for tag in ["VL", "IS", "SP", "EP", "T2"] {
            let mut values = ris.split("\r\n").filter_map(|line| line.strip_prefix(tag)?.get(4..));
            assert!(values.all(|value| container.contains(value)), "{}: {tag}", source.slug);
        }
    }
}

fn source(slug: &str) -> &'static Source {
    let mut sources = Catalogue::bundled().sources().iter();
    sources.find(|source| source.slug == slug).unwrap_or_else(|| panic!("no source {slug}"))
}

#[test]
fn records_checked_by_hand() {
    let article = "TY  - JOUR\r\nID  - apartis2016\r\nAU  - Apartis, E.\r\nAU  - Vercueil, L.\r\n\
                   TI  - To jerk or not to jerk: A clinical pathophysiology of myoclonus\r\n\
                   T2  - Rev Neurol (Paris)\r\nVL  - 172\r\nIS  - 8-9\r\nSP  - 465\r\nEP  - 476\r\n\
                   PY  - 2016\r\nAN  - 27568397\r\nDB  - PubMed\r\n\
                   UR  - https://pubmed.ncbi.nlm.nih.gov/27568397/\r\nM3  - review\r\n\
                   N1  - Read: abstract\r\nER  - \r\n";
    assert_eq!(ris::write([source("apartis2016")]), article);
    let chapter = "@incollection{dreissen2022,\n  \
                   author = {Dreissen, Yasmine E. M. and Gelauff, Jeannette M. and \
                   Tijssen, Marina A. J.},\n  \
                   title = {{Functional Jerky Movements}},\n  \
                   booktitle = {Current Clinical Neurology (Functional Movement Disorder), \
                   pp. 103-113},\n  \
                   year = {2022},\n  doi = {10.1007/978-3-030-86495-8_9},\n  \
                   url = {https://researchinformation.amsterdamumc.org/en/publications/\
                   functional-jerky-movements},\n  \
                   note = {textbook or reference work; read: abstract},\n}\n";
    assert_eq!(bibtex::write([source("dreissen2022")]), chapter);
    let initials = bibtex::write([source("janssen2017")]);
    assert!(
        initials
            .contains("  author = {Janssen, S. and Bloem, B. R. and van de Warrenburg, B. P.},\n"),
        "{initials}"
    );
    let initials = ris::write([source("janssen2017")]);
    assert!(initials.contains("\r\nAU  - van de Warrenburg, B.P.\r\n"), "{initials}");
    let label = "TY  - GEN\r\nID  - brv_label\r\n\
                 TI  - BRIVIACT (brivaracetam) label, adverse reactions section\r\n\
                 M3  - product label\r\nN1  - Read: page excerpt\r\nER  - \r\n";
    assert_eq!(ris::write([source("brv_label")]), label);
    let page = bibtex::write([source("aapmr")]);
    assert!(page.starts_with("@misc{aapmr,\n"), "{page}");
    assert!(page.contains("  howpublished = {AAPM\\&R KnowledgeNow},\n"), "{page}");
    for (slug, kind) in [
        ("hpoa2025", PublicationType::Data),
        ("antihu_ici", PublicationType::Conference),
        ("marsden_special", PublicationType::Page),
        ("seed000", PublicationType::Other),
        ("brown1993", PublicationType::Article),
        ("bass_ces", PublicationType::Page),
    ] {
        assert_eq!(PublicationType::of(source(slug)), kind, "{slug}");
    }
    let mixed = ris::write([source("armangue2016")]);
    assert!(mixed.contains("\r\nAU  - Dalmau, J.\r\nAU  - Graus, F.\r\nN1  - Further"), "{mixed}");
    let mixed = bibtex::write([source("armangue2016")]);
    assert!(
        mixed.contains(
            "  author = {Armangue, T. and Sabater, L. and Torres-Vega, E. and Dalmau, J. and \
             Graus, F. and others},\n"
        ),
        "{mixed}"
    );
    let letter = bibtex::write([source("pf_amanita_isoxazole2011")]);
    assert!(letter.contains("  author = {{\\relax Ł}ukasik-Głebocka, M. and Druzdz, "), "{letter}");
    let letters = bibtex::write([source("ps_hypophosphataemia_2")]);
    assert!(letters.contains("and {\\relax Ö}ncel {\\relax Ö}cal, R. and "), "{letters}");
    assert_eq!(bibtex::escaped("GABA type β & γ"), "GABA type {$\\beta$} \\& {$\\gamma$}");
    let named = bibtex::write([source("sandroni2014")]);
    assert!(named.contains("  author = {Sandroni, Claudio and Cariou, Alain and "), "{named}");
    let named = ris::write([source("sandroni2014")]);
    assert!(named.contains("\r\nAU  - Nolan, Jerry P\r\n"), "{named}");
}

#[test]
fn an_institution_is_one_author_in_both_formats() {
    let mut institutions = 0;
    for source in Catalogue::bundled().sources() {
        let whole = source.authors.map(Authors::parse).into_iter().flat_map(|it| it.names);
        for name in whole.filter_map(|name| match name {
            Name::Whole(name) => Some(name),
            Name::Person { .. } => None,
        }) {
            institutions += 1;
            let (ris, bibtex) = (ris::write([source]), bibtex::write([source]));
            let line = format!("\r\nAU  - {},\r\n", name.replace(',', ""));
            assert!(ris.contains(&line), "{}: {ris}", source.slug);
            assert!(bibtex.contains(&format!("{{{}}}", bibtex::escaped(name))), "{bibtex}");
        }
    }
    assert!(institutions > 0, "some sources are by institutions");
}

#[test]
fn et_al_is_not_an_author() {
    let article = "TY  - JOUR\r\nID  - appa2017\r\nAU  - Appa, A.A.\r\n\
                   N1  - Further authors are not listed\r\n\
                   TI  - Characterizing Cefepime Neurotoxicity: A Systematic Review\r\n\
                   T2  - Open Forum Infect Dis\r\nVL  - 4\r\nIS  - 4\r\nSP  - ofx170\r\n\
                   PY  - 2017\r\nDO  - 10.1093/ofid/ofx170\r\nAN  - 29071284\r\nDB  - PubMed\r\n\
                   UR  - https://pubmed.ncbi.nlm.nih.gov/29071284/\r\nM3  - review\r\n\
                   N1  - Read: abstract\r\nER  - \r\n";
    assert_eq!(ris::write([source("appa2017")]), article);
    let all = ris::write(Catalogue::bundled().sources());
    let authors = || all.split("\r\n").filter(|line| line.starts_with("AU  - "));
    assert!(!authors().any(|line| line.contains("et al") || line.contains("others")));
    // BibTeX has a word for it.
    let bibtex = bibtex::write([source("appa2017")]);
    assert!(bibtex.contains("  author = {Appa, A. A. and others},\n"), "{bibtex}");
}

/// Cells that are likely to break a table.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[-=+@\t\r\n\",;'a ＝＋]{0,8}"]
}

proptest! {
    #[test]
    fn a_table_reads_back_unchanged_except_for_the_apostrophe(
        rows in prop::collection::vec(prop::collection::vec(cell(), 1..5), 1..5),
    ) {
        let read = table::parse(&csv::write(&rows));
        prop_assert_eq!(read.len(), rows.len());
        for (read, row) in read.iter().flatten().zip(rows.iter().flatten()) {
            const RUN: [char; 11] =
                ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
            prop_assert!(!read.starts_with(RUN));
            let defused = read.strip_prefix('\'').filter(|rest| rest.starts_with(csv::runs));
            let given = if row.starts_with(csv::runs) { defused } else { Some(read.as_str()) };
            prop_assert_eq!(given, Some(row.as_str()));
        }
    }

    #[test]
    fn no_text_breaks_the_braces_of_bibtex(text in "[a-z{}\\\\$&#_%~^<> ]{0,12}") {
        let escaped = bibtex::escaped(&text);
        let bare = escaped.replace("\\textbackslash{}", "").replace("\\textasciitilde{}", "")
            .replace("\\textasciicircum{}", "").replace("\\textless{}", "")
            .replace("\\textgreater{}", "");
        let mut letters = bare.chars();
        while let Some(letter) = letters.next() {
            if letter == '\\' {
                let next = letters.next();
                let special = next.is_some_and(|next| "{}$&#_%".contains(next));
                prop_assert!(special, "a lone backslash");
            } else {
                prop_assert!(!"{}$&#_%~^".contains(letter), "{} in {}", letter, escaped);
            }
        }
    }
}
