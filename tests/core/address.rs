//! Addresses: what a link says is what a reader sees, and no address breaks the page.

use std::sync::LazyLock;

use crate::entries::{a_type, cause};
use myoclonus_explorer::catalogue::{Catalogue, Kind, Link};
use myoclonus_explorer::facet::{Choice, Facet, Facets};
use myoclonus_explorer::view::address::{self, Parsed};
use myoclonus_explorer::view::{Page, Sort, ViewState};
use proptest::prelude::*;

static FACETS: LazyLock<Facets> = LazyLock::new(|| Facets::new(Catalogue::embedded()));

fn facet(key: &str) -> Facet {
    Facet::from_key(key).unwrap_or_else(|| panic!("no facet {key}"))
}

fn choice(facet: Facet, key: &str) -> Choice {
    FACETS.choice(facet, key).unwrap_or_else(|| panic!("no {} {key}", facet.key()))
}

fn parse(fragment: &str) -> Parsed {
    address::parse(Catalogue::embedded(), &FACETS, fragment)
}

fn print(view: &ViewState) -> String {
    address::print(Catalogue::embedded(), &FACETS, view)
}

/// A fragment means this view, and nothing of it is unknown.
#[track_caller]
fn check(fragment: &str, expected: ViewState) {
    let Parsed { view, unknown } = parse(fragment);
    assert_eq!(view, expected, "{fragment}");
    assert_eq!(unknown, Vec::<String>::new(), "{fragment}");
}

/// Parts of a fragment are unknown, and the rest means this view.
#[track_caller]
fn check_damaged(fragment: &str, expected: ViewState, unknown: &[&str]) {
    let parsed = parse(fragment);
    assert_eq!(parsed.view, expected, "{fragment}");
    assert_eq!(parsed.unknown, unknown, "{fragment}");
}

#[test]
fn only_a_host_is_named_before_the_fragment() {
    for (origin, path, site) in [
        ("https://host.example", "/explorer/", "https://host.example/explorer/"),
        ("http://127.0.0.1:8080", "/index.html", "http://127.0.0.1:8080/index.html"),
        // The same file, as different browsers name its origin.
        ("null", "/home/ada/copy.html", ""),
        ("file://", "/C:/Users/ada/copy.html", ""),
        ("", "", ""),
    ] {
        assert_eq!(address::site(origin, path), site, "{origin} {path}");
    }
}

#[test]
fn an_address_says_everything_about_a_view() {
    let view = ViewState {
        page: Page::Causes,
        open: Some("hyp-lance-adams".into()),
        query: "lance adams".into(),
        chosen: vec![
            choice(facet("group"), "medicines"),
            choice(facet("group"), "infection"),
            choice(facet("feature"), "HP:0001250"),
        ],
        sort: Sort::Urgency,
        hides_not_recorded: true,
        compared: vec![cause("phys-hiccup"), cause("hyp-lance-adams")],
        embed: false,
    };
    let address = "#/causes/hyp-lance-adams?q=lance%20adams&group=medicines,infection\
                   &feature=HP:0001250&sort=urgency&hide=not-recorded\
                   &causes=phys-hiccup,hyp-lance-adams";
    check(address, view.clone());
    assert_eq!(print(&view), address);
    assert_eq!(print(&ViewState::default()), "#/causes");
    let types = ViewState {
        chosen: vec![choice(facet("axis"), "generator")],
        compared: vec![a_type("cortical"), a_type("spinal-segmental")],
        ..ViewState::at(Page::Types)
    };
    check("#/types?axis=generator&types=cortical,spinal-segmental", types);
}

#[test]
fn a_view_to_be_embedded_says_so_last() {
    let embedded = |view: ViewState| ViewState { embed: true, ..view };
    let acute =
        ViewState { chosen: vec![choice(facet("course"), "acute")], ..ViewState::default() };
    for (address, view) in [
        ("#/causes?embed", ViewState::default()),
        ("#/causes?course=acute&embed", acute.clone()),
        ("#/work-up/eeg?embed", ViewState::at(Page::WorkUp).opening("eeg")),
    ] {
        check(address, embedded(view.clone()));
        assert_eq!(print(&embedded(view.clone())), address);
        assert!(!print(&embedded(view).standing_alone()).contains("embed"));
    }
    check("#/causes?embed=&course=acute", embedded(acute));
    check_damaged("#/causes?embed=no", ViewState::default(), &["embed=no"]);
    let word = ViewState { query: "embed".into(), ..ViewState::default() };
    check("#/causes?q=embed", word);
}

#[test]
fn what_is_compared_is_of_one_sort_and_no_more_than_four() {
    let two = vec![cause("phys-hiccup"), cause("gen-wilson")];
    let view = ViewState { compared: two, ..ViewState::at(Page::Compare) };
    check("#/compare?causes=phys-hiccup,gen-wilson,phys-hiccup", view.clone());
    check_damaged(
        "#/compare?causes=phys-hiccup,gen-wilson&types=cortical",
        view,
        &["types=cortical"],
    );
    let parsed = parse("#/compare?causes=phys-hiccup,gen-wilson,gen-rett,ep-lafora,ep-jme");
    assert_eq!((parsed.view.compared.len(), parsed.unknown), (4, vec!["causes=ep-jme".to_owned()]));
}

#[test]
fn a_retired_entry_is_compared_as_the_one_that_took_its_place() {
    let parsed = parse("#/compare?causes=pn-meningioma");
    assert_eq!(parsed.view.compared, [cause("per-hemifacial")]);
}

#[test]
fn every_page_has_its_address() {
    for page in Page::ALL {
        let address = format!("#/{}", page.key());
        check(&address, ViewState::at(*page));
        if page.has_entries() {
            check(&format!("{address}/entry"), ViewState::at(*page).opening("entry"));
        } else {
            check_damaged(&format!("{address}/entry"), ViewState::at(*page), &["entry"]);
        }
    }
}

#[test]
fn what_is_unknown_is_told_and_the_rest_kept() {
    for nothing in ["", "#", "#/", "#/causes/", "#/causes?&&"] {
        check(nothing, ViewState::default());
    }
    check_damaged("#/elsewhere/deep", ViewState::default(), &["elsewhere/deep"]);
    check_damaged("#/causes?nonsense&x=1", ViewState::default(), &["nonsense=", "x=1"]);
    let hiccup = ViewState { query: "hiccup".into(), ..ViewState::default() };
    check_damaged(
        "#/causes?x=1&q=hiccup&group=nothing,medicine",
        hiccup.clone(),
        &["x=1", "group=nothing", "group=medicine"],
    );
    check_damaged("#/causes?q=hiccup&sort=colour", hiccup.clone(), &["sort=colour"]);
    check_damaged("#/causes?q=hiccup&axis=generator", hiccup.clone(), &["axis=generator"]);
    check_damaged("#/causes?q=hiccup&causes=no-such", hiccup.clone(), &["causes=no-such"]);
    check("/causes?q=hiccup", hiccup);
    let odd = ViewState { query: "100% \u{fffd}%zz".into(), ..ViewState::default() };
    check("#/causes?q=100%25+%ff%zz", odd);
}

#[test]
fn values_come_in_their_own_order_whatever_the_address_says() {
    let chosen = vec![choice(facet("group"), "medicines"), choice(facet("group"), "infection")];
    check(
        "#/causes?group=infection,medicines,infection",
        ViewState { chosen: chosen.clone(), ..ViewState::default() },
    );
    check("#/causes?group=medicines%2Cinfection", ViewState { chosen, ..ViewState::default() });
}

#[test]
fn only_what_begins_with_a_slash_is_an_address_of_ours() {
    for route in ["", "#", "#/causes", "/causes", "#/anything"] {
        assert!(address::is_route(route), "{route:?}");
    }
    for anchor in ["#main", "#ref-3", "ref-3"] {
        assert!(!address::is_route(anchor), "{anchor:?}");
    }
}

/// Any view that the explorer can show.
fn view() -> impl Strategy<Value = ViewState> {
    let catalogue = Catalogue::embedded();
    let causes: Vec<Link> = catalogue.cause_ids().map(Link::Cause).collect();
    let types: Vec<Link> = catalogue.topics(Kind::Type).map(|(id, _)| Link::Topic(id)).collect();
    let compared = prop_oneof![
        prop::sample::subsequence(causes, 0..=4).prop_shuffle(),
        prop::sample::subsequence(types, 0..=4).prop_shuffle(),
    ];
    let page = prop::sample::select(Page::ALL).prop_flat_map(|page| {
        let all: Vec<Choice> =
            page.facets().flat_map(|facet| FACETS.table(facet).choices()).collect();
        let most = all.len().min(20);
        (Just(page), prop::sample::subsequence(all, 0..=most))
    });
    let open = prop::option::of("\\PC{1,30}");
    let sort = prop::sample::select(Sort::ALL);
    (page, open, any::<String>(), sort, any::<[bool; 2]>(), compared).prop_map(
        |((page, chosen), open, query, sort, [hides_not_recorded, embed], compared)| ViewState {
            page,
            open: open.filter(|_| page.has_entries()),
            query,
            chosen,
            sort,
            hides_not_recorded,
            compared,
            embed,
        },
    )
}

proptest! {
    #[test]
    fn every_view_survives_its_own_address(view in view()) {
        let address = print(&view);
        prop_assert!(address.is_ascii());
        prop_assert_eq!(parse(&address), Parsed { view, unknown: Vec::new() });
    }

    #[test]
    fn no_fragment_makes_the_parser_fail_and_printing_is_canonical(
        fragment in "(#/(causes|types|compare))?(\\?(embed|q=|group=|sort=|causes=|hide=))?.*",
    ) {
        let view = parse(&fragment).view;
        prop_assert_eq!(parse(&print(&view)).view, view);
    }
}
