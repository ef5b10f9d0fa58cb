//! Exports: what is in view is what is in the file, and every program reads it as it is meant.

mod entries;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use entries::{a_type, cause};
use myoclonus_explorer::catalogue::{Catalogue, Found, Link, Source};
use myoclonus_explorer::entry::References;
use myoclonus_explorer::explorer::Explorer;
use myoclonus_explorer::export::bibliography::PublicationType;
use myoclonus_explorer::export::{File, Format, Origin, bibtex, csv, list, ris, sources_of};
use myoclonus_explorer::json;
use myoclonus_explorer::view::address;
use myoclonus_explorer::view::{Page, ViewState};
use proptest::prelude::*;
use serde_json::Value;

static EXPLORER: LazyLock<Explorer> = LazyLock::new(|| Explorer::new(Catalogue::embedded()));

const ORIGIN: Origin<'_> = Origin { site: "https://host.example/explorer/", build: "abc1234" };

fn view(fragment: &str) -> ViewState {
    address::parse(Catalogue::embedded(), EXPLORER.facets(), fragment).view
}

fn export(fragment: &str, format: Format) -> File {
    let view = view(fragment);
    list(&EXPLORER, &view, &EXPLORER.explore(&view), ORIGIN, format)
}

/// Reads a table by the letter of RFC 4180; a small parser that shares nothing with the writer.
fn parse(table: &str) -> Vec<Vec<String>> {
    let table = table.strip_prefix('\u{feff}').expect("a byte order mark");
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut letters = table.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match (quoted, letter) {
            (true, '"') if letters.peek() == Some(&'"') => cell.extend(letters.next()),
            (true, '"') => quoted = false,
            (false, '"') if cell.is_empty() => quoted = true,
            (false, ',') => row.push(std::mem::take(&mut cell)),
            (false, '\r') if letters.next_if_eq(&'\n').is_some() => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(letter),
        }
    }
    assert!(!quoted && cell.is_empty() && row.is_empty(), "the last line ends");
    rows
}

/// The cells of one column, below its head.
fn column<'a>(table: &'a [Vec<String>], name: &str) -> Vec<&'a str> {
    let at = table[0].iter().position(|head| head == name);
    let at = at.unwrap_or_else(|| panic!("no column {name} in {:?}", table[0]));
    table[1..].iter().map(|row| row[at].as_str()).collect()
}

fn read(file: &File) -> Value {
    serde_json::from_str(&file.text).expect("the export is JSON")
}

/// Names of entries in the order of a list.
fn names(links: impl Iterator<Item = Link>) -> Vec<&'static str> {
    let catalogue = Catalogue::embedded();
    links
        .map(|link| match link {
            Link::Cause(id) => catalogue.cause(id).name,
            Link::Topic(id) => catalogue.topic(id).name,
            Link::Category(_) => panic!("no category is listed"),
        })
        .collect()
}

#[test]
fn a_table_holds_the_list_in_view_in_its_order() {
    for fragment in [
        "#/causes",
        "#/causes?q=opioid&sort=name",
        "#/causes?course=acute&sort=urgency",
        "#/causes?course=acute&hide=not-recorded",
        "#/causes?q=zzzz",
    ] {
        let view = view(fragment);
        let results = EXPLORER.explore(&view);
        let unknown = results.not_recorded.iter().filter(|_| !view.hides_not_recorded);
        let expected = names(results.rows.iter().chain(unknown).map(|row| row.entry));
        let table = parse(&export(fragment, Format::Csv).text);
        assert_eq!(column(&table, "name"), expected, "{fragment}");
        let fit = column(&table, "fit");
        let matching = fit.iter().filter(|fit| **fit == "matches").count();
        assert_eq!(matching, results.rows.len(), "{fragment}");
        assert!(fit[matching..].iter().all(|fit| *fit == "not recorded"), "{fragment}");
    }
}

#[test]
fn topics_stand_in_the_table_as_on_their_page() {
    let table = parse(&export("#/work-up?q=eeg", Format::Csv).text);
    let kinds = column(&table, "kind");
    let order = |kind: &str| ["red-flag", "step", "test"].iter().position(|it| *it == kind);
    assert!(kinds.is_sorted_by_key(|kind| order(kind)), "{kinds:?}");
    assert!(column(&table, "name").contains(&"Electroencephalography (EEG, brain-wave recording)"));
    let types = parse(&export("#/types?axis=generator", Format::Csv).text);
    assert!(
        column(&types, "group_name").iter().all(|axis| *axis == column(&types, "group_name")[0])
    );
    for page in Page::ALL.iter().filter(|page| page.has_entries()) {
        let fragment = format!("#/{}", page.key());
        let rows = parse(&export(&fragment, Format::Csv).text);
        let count = EXPLORER.explore(&ViewState::at(*page)).rows.len();
        assert_eq!(rows.len(), count + 1, "{fragment}");
        assert!(
            rows.iter().all(|row| row.len() == rows[0].len()),
            "{fragment}: as wide everywhere"
        );
    }
}

#[test]
fn a_row_says_what_the_entry_says() {
    let file = export("#/causes?q=lafora", Format::Csv);
    assert_eq!(file.name, format!("myoclonus-causes-{}.csv", Catalogue::embedded().date));
    let table = parse(&file.text);
    let first = |name: &str| column(&table, name)[0];
    assert_eq!(first("id"), "ep-lafora");
    assert_eq!(first("wide_group_name"), "Epilepsies");
    assert_eq!(first("is_a_group"), "false");
    assert!(first("genes").contains("EPM2A"), "{}", first("genes"));
    assert!(first("same_as").contains("OMIM:254780"), "{}", first("same_as"));
    assert_eq!(first("inheritance"), "Autosomal recessive inheritance");
    assert_eq!(first("address"), "https://host.example/explorer/#/causes/ep-lafora");
    assert!(
        first("notice").starts_with("Not reviewed by a clinician. An empty cell is not recorded")
    );
    assert!(first("notice").contains("build abc1234"));
}

#[test]
fn the_licence_of_ours_is_not_given_to_what_others_own() {
    let table = parse(&export("#/causes?q=lafora", Format::Csv).text);
    let data = read(&export("#/causes?q=lafora", Format::Json));
    assert_eq!(data["licence"], "CC-BY-4.0");
    let notices = [column(&table, "notice")[0], data["notice"].as_str().expect("a text")];
    for notice in notices {
        for said in ["Human Phenotype Ontology", "its own licence", "OMIM and Orphanet"] {
            assert!(notice.contains(said), "{said}: {notice}");
        }
    }
    assert!(notices[0].contains("CC BY 4.0"));
}

#[test]
fn what_is_only_said_of_a_group_is_no_plain_yes() {
    let table = parse(&export("#/causes", Format::Csv).text);
    let plain = column(&table, "reversible");
    let of_group = column(&table, "reversible_said_of_the_group_only");
    assert!(plain.iter().zip(&of_group).all(|(plain, group)| plain.is_empty() || group.is_empty()));
    assert!(of_group.iter().any(|group| !group.is_empty()));
    assert!(plain.iter().all(|plain| ["", "yes", "partly", "no"].contains(plain)));
}

#[test]
fn wording_of_ours_keeps_its_mark() {
    let mut marked = 0;
    for page in Page::ALL.iter().filter(|page| !page.kinds().is_empty()) {
        let data = read(&export(&format!("#/{}", page.key()), Format::Json));
        for topic in data["topics"].as_array().expect("topics") {
            let ours = topic["editorial"].as_array();
            let sourced = topic["sources"].is_array();
            assert!(sourced || ours.is_some(), "{}: a source or the mark", topic["id"]);
            for field in ours.into_iter().flatten() {
                let field = field.as_str().expect("a name");
                assert!(topic[field].is_array(), "{}: {field} is there", topic["id"]);
                marked += 1;
            }
        }
    }
    assert!(marked > 0, "some wording is ours");
}

#[test]
fn json_begins_with_what_it_is_and_leaves_out_what_is_not_recorded() {
    let file = export("#/causes/phys-hiccup?course=acute&causes=phys-hiccup", Format::Json);
    assert!(file.name.ends_with(".json"));
    let data = read(&file);
    assert_eq!(data["address"], "https://host.example/explorer/#/causes?course=acute");
    assert_eq!(data["date"], Catalogue::embedded().date);
    assert_eq!(data["build"], "abc1234");
    assert_eq!(data["licence"], "CC-BY-4.0");
    assert!(data["notice"].as_str().expect("a text").contains("Not reviewed by a clinician."));
    let causes = data["causes"].as_array().expect("causes");
    let of = |fit: &str| causes.iter().filter(|cause| cause["fit"] == fit).count();
    assert_eq!(data["matches"], of("matches"));
    assert_eq!(data["not_recorded"], of("not recorded"));
    assert!(of("not recorded") > 0);
    for cause in causes {
        for (name, value) in cause.as_object().expect("an object") {
            let empty = value == "" || value.as_array().is_some_and(Vec::is_empty);
            assert!(!empty, "{}: {name} is left out", cause["id"]);
        }
    }
}

#[test]
fn a_copy_on_a_disk_says_where_in_the_explorer_and_not_where_it_lies() {
    let origin = Origin { site: &address::site("null", "/home/ada/Patients/copy.html"), ..ORIGIN };
    let view = view("#/causes?q=lafora");
    let results = EXPLORER.explore(&view);
    let of = |format| list(&EXPLORER, &view, &results, origin, format);
    assert_eq!(read(&of(Format::Json))["address"], "#/causes?q=lafora");
    assert_eq!(read(&of(Format::Json))["causes"][0]["address"], "#/causes/ep-lafora");
    let table = parse(&of(Format::Csv).text);
    assert!(column(&table, "address").iter().all(|address| address.starts_with("#/causes/")));
    for format in Format::ALL {
        let file = of(*format);
        assert!(!file.text.contains("/home/ada") && !file.text.contains("file:"), "{}", file.name);
    }
}

#[test]
fn json_and_the_table_say_the_same() {
    let data = read(&export("#/causes", Format::Json));
    let table = parse(&export("#/causes", Format::Csv).text);
    let causes = data["causes"].as_array().expect("causes");
    assert_eq!(causes.len(), table.len() - 1);
    for (cause, row) in causes.iter().zip(&table[1..]) {
        for (name, cell) in table[0].iter().zip(row).filter(|(name, _)| *name != "notice") {
            let said = match &cause[name] {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                Value::Array(texts) => {
                    let texts: Vec<_> =
                        texts.iter().map(|it| it.as_str().expect("a text")).collect();
                    texts.join("; ")
                }
                other => other.to_string(),
            };
            assert_eq!(said, *cell.trim_start_matches('\''), "{name} of {}", cause["id"]);
        }
    }
}

#[test]
fn the_sources_of_a_list_are_those_of_its_matches_each_once() {
    let file = export("#/causes?course=acute", Format::BibTex);
    assert!(file.name.starts_with("myoclonus-causes-sources-") && file.name.ends_with(".bib"));
    let results = EXPLORER.explore(&view("#/causes?course=acute"));
    let catalogue = Catalogue::embedded();
    let mut expected = BTreeSet::new();
    for row in &results.rows {
        let Link::Cause(id) = row.entry else { panic!("only causes are listed") };
        expected.extend(References::of(catalogue.cause(id)).sources().to_vec());
    }
    let expected: BTreeSet<&str> =
        expected.into_iter().map(|id| catalogue.source(id).slug).collect();
    let keys = keys(&file.text);
    assert_eq!(keys.iter().copied().collect::<BTreeSet<_>>(), expected);
    assert_eq!(keys.len(), expected.len(), "each once");
}

#[test]
fn the_sources_of_an_entry_come_in_the_order_of_their_numbers() {
    let file = sources_of(Catalogue::embedded(), cause("phys-hiccup"), Format::BibTex);
    assert!(file.name.starts_with("myoclonus-phys-hiccup-sources-"), "{}", file.name);
    let catalogue = Catalogue::embedded();
    let Some(Found::Cause(id)) = catalogue.find("phys-hiccup") else { panic!("it is there") };
    let references = References::of(catalogue.cause(id));
    let expected: Vec<_> =
        references.sources().iter().map(|id| catalogue.source(*id).slug).collect();
    assert_eq!(keys(&file.text), expected);
    let topic = sources_of(catalogue, a_type("cortical"), Format::Ris);
    assert!(topic.text.starts_with("TY  - "), "{}", topic.text);
}

/// The keys of BibTeX records.
fn keys(file: &str) -> Vec<&str> {
    let heads = file.lines().filter(|line| line.starts_with('@'));
    heads.filter_map(|line| line.split_once('{')?.1.strip_suffix(',')).collect()
}

#[test]
fn every_source_is_a_well_formed_record_in_ris() {
    let catalogue = Catalogue::embedded();
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
fn every_source_is_a_well_formed_record_in_bibtex() {
    let catalogue = Catalogue::embedded();
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
fn nothing_is_said_of_a_source_that_is_not_recorded() {
    for source in Catalogue::embedded().sources() {
        let ris = ris::write([source]);
        let bibtex = bibtex::write([source]);
        let has = |tag: &str| ris.contains(&format!("\r\n{tag}  - "));
        assert_eq!(has("PY"), source.year.is_some(), "{}", source.slug);
        assert_eq!(has("DO"), source.doi.is_some(), "{}", source.slug);
        assert_eq!(bibtex.contains("  author = "), source.authors.is_some(), "{}", source.slug);
        assert_eq!(bibtex.contains("  year = "), source.year.is_some(), "{}", source.slug);
        assert!(!has("AU") || source.authors.is_some(), "{}", source.slug);
        // Volume and pages are taken out of what is recorded, never made up.
        let container = source.container.unwrap_or_default();
        for tag in ["VL", "IS", "SP", "EP", "T2"] {
            let mut values = ris.split("\r\n").filter_map(|line| line.strip_prefix(tag)?.get(4..));
            assert!(values.all(|value| container.contains(value)), "{}: {tag}", source.slug);
        }
    }
}

fn source(slug: &str) -> &'static Source {
    let mut sources = Catalogue::embedded().sources().iter();
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
                   author = {{Yasmine E. M. Dreissen} and {Jeannette M. Gelauff} and {Marina A. J. Tijssen}},\n  \
                   title = {{Functional Jerky Movements}},\n  \
                   booktitle = {Current Clinical Neurology (Functional Movement Disorder), pp. 103-113},\n  \
                   year = {2022},\n  doi = {10.1007/978-3-030-86495-8_9},\n  \
                   url = {https://researchinformation.amsterdamumc.org/en/publications/functional-jerky-movements},\n  \
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
    for (slug, sort) in [
        ("hpoa2025", PublicationType::Data),
        ("antihu_ici", PublicationType::Conference),
        ("marsden_special", PublicationType::Page),
        ("seed000", PublicationType::Other),
        ("brown1993", PublicationType::Article),
        ("bass_ces", PublicationType::Page),
    ] {
        assert_eq!(PublicationType::of(source(slug)), sort, "{slug}");
    }
    let mixed = ris::write([source("armangue2016")]);
    assert!(mixed.contains("\r\nN1  - Authors as shown: Armangue T,"), "{mixed}");
}

#[test]
fn that_there_are_further_authors_makes_no_author() {
    let article = "TY  - JOUR\r\nID  - appa2017\r\nAU  - Appa, A.A.\r\n\
                   N1  - Further authors are not listed\r\n\
                   TI  - Characterizing Cefepime Neurotoxicity: A Systematic Review\r\n\
                   T2  - Open Forum Infect Dis\r\nVL  - 4\r\nIS  - 4\r\nSP  - ofx170\r\n\
                   PY  - 2017\r\nDO  - 10.1093/ofid/ofx170\r\nAN  - 29071284\r\nDB  - PubMed\r\n\
                   UR  - https://pubmed.ncbi.nlm.nih.gov/29071284/\r\nM3  - review\r\n\
                   N1  - Read: abstract\r\nER  - \r\n";
    assert_eq!(ris::write([source("appa2017")]), article);
    let all = ris::write(Catalogue::embedded().sources());
    let authors = || all.split("\r\n").filter(|line| line.starts_with("AU  - "));
    assert!(!authors().any(|line| line.contains("et al") || line.contains("others")));
    // BibTeX has a word for it.
    let bibtex = bibtex::write([source("appa2017")]);
    assert!(bibtex.contains("  author = {Appa, A. A. and others},\n"), "{bibtex}");
}

/// Cells that are likely to go wrong.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[-=+@\t\r\n\",;'a ＝＋]{0,8}"]
}

proptest! {
    #[test]
    fn a_table_is_read_back_as_it_was_but_for_the_apostrophe(
        rows in prop::collection::vec(prop::collection::vec(cell(), 1..5), 1..5),
    ) {
        let read = parse(&csv::write(&rows));
        prop_assert_eq!(read.len(), rows.len());
        for (read, row) in read.iter().flatten().zip(rows.iter().flatten()) {
            prop_assert!(!read.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']));
            let defused = read.strip_prefix('\'').filter(|rest| rest.starts_with(csv::runs));
            let given = if row.starts_with(csv::runs) { defused } else { Some(read.as_str()) };
            prop_assert_eq!(given, Some(row.as_str()));
        }
    }

    #[test]
    fn any_text_is_a_string_in_json(text in any::<String>()) {
        let mut written = String::new();
        json::string(&text, &mut written);
        prop_assert_eq!(serde_json::from_str::<String>(&written).ok(), Some(text));
    }

    #[test]
    fn any_text_leaves_the_braces_of_bibtex_in_pairs(text in "[a-z{}\\\\$&#_%~^<> ]{0,12}") {
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
