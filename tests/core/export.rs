//! Exports: a file contains the list in view, and other programs read it as intended.

use std::collections::BTreeSet;

use myoclonus_explorer::catalogue::{Catalogue, Link};
use myoclonus_explorer::entry::References;
use myoclonus_explorer::export::{File, Format, Origin, all_sources, list, sources_of};
use myoclonus_explorer::json;
use myoclonus_explorer::view::address;
use myoclonus_explorer::view::{Page, ViewState};
use proptest::prelude::*;
use serde_json::Value;

use crate::bundled::{EXPLORER, a_type, cause, name, record};
use crate::table::parse;

const ORIGIN: Origin<'_> = Origin { site: "https://host.example/explorer/", build: "abc1234" };

fn view(fragment: &str) -> ViewState {
    address::parse(Catalogue::bundled(), EXPLORER.facets(), fragment).view
}

fn export(fragment: &str, format: Format) -> File {
    let view = view(fragment);
    list(&EXPLORER, &view, &EXPLORER.explore(&view), ORIGIN, format)
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

#[test]
fn a_table_has_the_list_in_view_in_its_order() {
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
        let expected = results.rows.iter().chain(unknown).map(|row| name(row.entry));
        let table = parse(&export(fragment, Format::Csv).text);
        assert_eq!(column(&table, "name"), expected.collect::<Vec<_>>(), "{fragment}");
        let fit = column(&table, "fit");
        let matching = fit.iter().filter(|fit| **fit == "matches").count();
        assert_eq!(matching, results.rows.len(), "{fragment}");
        assert!(fit[matching..].iter().all(|fit| *fit == "not recorded"), "{fragment}");
    }
}

#[test]
fn a_file_says_what_was_asked_and_which_rows_are_only_similar() {
    for query in ["hicccup", "cefipime"] {
        let fragment = format!("#/causes?q={query}");
        let view = view(&fragment);
        let results = EXPLORER.explore(&view);
        let similar = results.rows.iter().filter(|row| row.is_guess).count();
        assert!(similar > 0, "{query} is misspelt");
        let table = parse(&export(&fragment, Format::Csv).text);
        let fit = column(&table, "fit");
        assert_eq!(fit.iter().filter(|fit| **fit == "only similar in spelling").count(), similar);
        let asked = format!("Searched for: {query}");
        assert!(column(&table, "notice").iter().all(|notice| notice.ends_with(&asked)));
        let data = read(&export(&fragment, Format::Json));
        assert_eq!(data["only_similar"], similar);
        assert_eq!(data["matches"], results.rows.len() - similar);
    }
    let table = parse(&export("#/causes?medicines=cefixime,gabapentin", Format::Csv).text);
    let asked = "List of medicines: cefixime, gabapentin";
    assert!(column(&table, "notice").iter().all(|notice| notice.ends_with(asked)));
}

#[test]
fn what_is_not_here_brings_nothing_else_into_a_file() {
    for fragment in ["#/causes?q=cefixime", "#/causes?q=citrullinaemia%20type%20I"] {
        assert!(!EXPLORER.explore(&view(fragment)).remarks.is_empty(), "{fragment}");
        for format in Format::ALL {
            let file = export(fragment, *format);
            assert_eq!(file.count, 0, "{fragment}: {}", file.text);
        }
        let table = parse(&export(fragment, Format::Csv).text);
        assert_eq!(table.len(), 1, "only the head: {table:?}");
    }
}

#[test]
fn topics_keep_the_order_of_their_page_in_a_table() {
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
            "{fragment}: all rows have the same width"
        );
    }
}

#[test]
fn a_row_says_what_the_entry_says() {
    let file = export("#/causes?q=lafora", Format::Csv);
    assert_eq!(file.name, format!("myoclonus-causes-{}.csv", Catalogue::bundled().date));
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
        first("notice")
            .starts_with("Not reviewed by a clinician. An empty cell means not recorded")
    );
    assert!(first("notice").contains("build abc1234"));
}

#[test]
fn our_licence_does_not_cover_the_data_of_others() {
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
fn a_statement_on_a_group_is_not_a_plain_yes() {
    let table = parse(&export("#/causes", Format::Csv).text);
    let plain = column(&table, "reversible");
    let of_group = column(&table, "reversible_said_of_the_group_only");
    assert!(plain.iter().zip(&of_group).all(|(plain, group)| plain.is_empty() || group.is_empty()));
    assert!(of_group.iter().any(|group| !group.is_empty()));
    assert!(plain.iter().all(|plain| ["", "yes", "partly", "no"].contains(plain)));
}

#[test]
fn editorial_wording_keeps_its_mark() {
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
fn json_describes_itself_and_omits_what_is_not_recorded() {
    let file = export("#/causes/phys-hiccup?course=acute&causes=phys-hiccup", Format::Json);
    assert!(file.name.ends_with(".json"));
    let data = read(&file);
    assert_eq!(data["address"], "https://host.example/explorer/#/causes?course=acute");
    assert_eq!(data["date"], Catalogue::bundled().date);
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
fn a_copy_on_a_disk_never_exports_its_path() {
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
fn the_sources_of_a_list_are_those_of_its_matches() {
    let file = export("#/causes?course=acute", Format::BibTex);
    assert!(file.name.starts_with("myoclonus-causes-sources-") && file.name.ends_with(".bib"));
    let results = EXPLORER.explore(&view("#/causes?course=acute"));
    let catalogue = Catalogue::bundled();
    let mut expected = BTreeSet::new();
    for row in &results.rows {
        let Link::Cause(id) = row.entry else { panic!("only causes are listed") };
        expected.extend(References::of(catalogue, catalogue.cause(id)).sources().to_vec());
    }
    let expected: BTreeSet<&str> =
        expected.into_iter().map(|id| catalogue.source(id).slug).collect();
    let keys = keys(&file.text);
    assert_eq!(keys.iter().copied().collect::<BTreeSet<_>>(), expected);
    assert_eq!(keys.len(), expected.len(), "each once");
}

#[test]
fn the_sources_of_an_entry_come_in_the_order_of_their_numbers() {
    let file = sources_of(Catalogue::bundled(), cause("phys-hiccup"), Format::BibTex);
    assert!(file.name.starts_with("myoclonus-phys-hiccup-sources-"), "{}", file.name);
    let catalogue = Catalogue::bundled();
    let references = References::of(catalogue, record("phys-hiccup"));
    let expected: Vec<_> =
        references.sources().iter().map(|id| catalogue.source(*id).slug).collect();
    assert_eq!(keys(&file.text), expected);
    let topic = sources_of(catalogue, a_type("cortical"), Format::Ris);
    assert!(topic.text.starts_with("TY  - "), "{}", topic.text);
}

#[test]
fn a_file_says_how_much_it_contains() {
    let catalogue = Catalogue::bundled();
    let table = export("#/causes?course=acute", Format::Csv);
    assert_eq!((table.count, table.what), (parse(&table.text).len() - 1, "entries"));
    let cited = export("#/causes?course=acute", Format::BibTex);
    assert_eq!((cited.count, cited.what), (keys(&cited.text).len(), "sources"));
    let all = all_sources(catalogue, Format::BibTex, "test");
    assert_eq!((all.count, all.what), (catalogue.sources().len(), "sources"));
    let expected: Vec<_> = catalogue.sources().iter().map(|source| source.slug).collect();
    assert_eq!(keys(&all.text), expected);
    assert_eq!(all.name, format!("myoclonus-sources-{}.bib", catalogue.date));
    let ris = all_sources(catalogue, Format::Ris, "test");
    assert_eq!(ris.text.matches("TY  - ").count(), ris.count);
}

/// The keys of BibTeX records.
fn keys(file: &str) -> Vec<&str> {
    let heads = file.lines().filter(|line| line.starts_with('@'));
    heads.filter_map(|line| line.split_once('{')?.1.strip_suffix(',')).collect()
}

proptest! {
    #[test]
    fn any_text_is_a_string_in_json(text in any::<String>()) {
        let mut written = String::new();
        json::string(&text, &mut written);
        prop_assert_eq!(serde_json::from_str::<String>(&written).ok(), Some(text));
    }
}
