//! A pasted list of medicines: every item has its answer, in the order of the list.

use myoclonus_explorer::catalogue::Link;
use myoclonus_explorer::explorer::{ListedMedicine, Recognised};
use myoclonus_explorer::view::{Page, ViewState, address};

use crate::bundled::{EXPLORER, explore, slugs};

/// The items of a list: the name, and a word for what it is.
fn read(list: &str) -> Vec<(String, &'static str)> {
    let word = |what: &Recognised| match what {
        Recognised::Found(_) => "found",
        Recognised::Similar(_) => "similar",
        Recognised::NotHere => "not here",
        Recognised::Unknown => "unknown",
    };
    let items = EXPLORER.medicines(list).into_iter();
    items.map(|ListedMedicine { typed, what }| (typed, word(&what))).collect()
}

fn check(list: &str, expected: &[(&str, &str)]) {
    let read = read(list);
    let read: Vec<(&str, &str)> = read.iter().map(|(name, what)| (name.as_str(), *what)).collect();
    assert_eq!(read, expected, "{list:?}");
}

#[test]
fn each_item_is_found_known_or_not_understood() {
    check(
        "Ramipril 5 mg OD\nGabapentin 300 mg TDS\nCefepime 2 g TDS IV\nXyzzy 3 tabs",
        &[
            ("Ramipril", "not here"),
            ("Gabapentin", "found"),
            ("Cefepime", "found"),
            ("Xyzzy", "unknown"),
        ],
    );
}

#[test]
fn a_word_for_how_a_medicine_is_given_is_no_medicine() {
    check(
        "Salbutamol inh PRN\nBeclometasone inh\nINH 300 mg\nrifampicin inh pyrazinamide",
        &[
            ("Salbutamol", "not here"),
            ("Beclometasone", "not here"),
            ("INH", "found"),
            ("rifampicin", "not here"),
            ("inh", "found"),
            ("pyrazinamide", "not here"),
        ],
    );
}

#[test]
fn a_list_in_one_line_is_the_same_list() {
    let expected = [
        ("Ramipril", "not here"),
        ("Gabapentin", "found"),
        ("Cefepime", "found"),
        ("Lithium carbonate", "found"),
    ];
    check(
        "Ramipril 5 mg OD Gabapentin 300mg TDS Cefepime 2 g TDS IV Lithium carbonate 400 mg nocte",
        &expected,
    );
    check("Ramipril, Gabapentin; Cefepime, Lithium carbonate", &expected);
    check("Ramipril Gabapentin Cefepime Lithium carbonate", &expected);
}

#[test]
fn brands_salts_forms_and_misspellings_are_understood() {
    check(
        "Deroxat 20mg, valproate retard 500 mg bd, morphine sulphate MR 10 mg, 1 tab Neurontin bd, \
         gabapentine",
        &[
            ("Deroxat", "found"),
            ("valproate", "found"),
            ("morphine sulphate", "found"),
            ("Neurontin", "found"),
            ("gabapentine", "similar"),
        ],
    );
}

#[test]
fn a_long_list_loses_no_medicine_and_shows_no_amount() {
    let list: String = (1..=30)
        .map(|line| match line {
            15 => "Gabapentin 300 mg TDS\n".to_owned(),
            19 => "Cefepime 2 g TDS IV\n".to_owned(),
            _ => format!("Ramipril {line} mg OD\nBisoprolol {line} mg OD\n"),
        })
        .collect();
    let items = read(&list);
    assert!(items.iter().all(|(name, _)| !name.contains(|it: char| it.is_ascii_digit())));
    let found: Vec<&str> =
        items.iter().filter(|(_, what)| *what == "found").map(|(name, _)| name.as_str()).collect();
    assert_eq!(found, ["Gabapentin", "Cefepime"]);
}

#[test]
fn a_list_has_an_address_of_its_own_and_shows_what_is_here() {
    let catalogue = EXPLORER.catalogue();
    let names = ["Ramipril", "Gabapentin", "folic acid"].map(str::to_owned).to_vec();
    let view = ViewState::default().listing(names);
    let address = address::print(catalogue, EXPLORER.facets(), &view);
    assert_eq!(address, "#/causes?medicines=Ramipril,Gabapentin,folic%20acid");
    assert_eq!(address::parse(catalogue, EXPLORER.facets(), &address).view, view);
    let results = EXPLORER.explore(&view);
    assert_eq!(slugs(&results.rows), ["drug-gabapentin"]);
    let read: Vec<&str> = results.medicines.iter().map(|it| it.typed.as_str()).collect();
    assert_eq!(read, ["Ramipril", "Gabapentin", "folic acid"]);
    let Recognised::Found(entries) = &results.medicines[1].what else {
        panic!("{:?}", results.medicines);
    };
    assert!(matches!(entries[..], [Link::Cause(_)]));
    assert_eq!(view.unfiltered(), ViewState::at(Page::Causes));
}

#[test]
fn a_list_in_the_search_box_is_offered_as_a_list() {
    let offered = |query: &str| explore(query).medicines_in_query;
    let list = "Ramipril 5 mg OD, Gabapentin 300 mg TDS, Cefepime 2 g";
    assert_eq!(offered(list), ["Ramipril", "Gabapentin", "Cefepime"]);
    assert_eq!(offered("Ramipril Gabapentin Cefepime"), ["Ramipril", "Gabapentin", "Cefepime"]);
    for query in [
        "gabapentin",
        "lithium and sertraline",
        "jerks, confusion, fever",
        "baby jerks",
        "hiccup, stroke, measles",
        "stroke measles hiccup",
    ] {
        assert!(offered(query).is_empty(), "{query}");
    }
}
