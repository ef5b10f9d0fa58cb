//! Addresses: what a link says is what a reader sees, and no address breaks the page.

use myoclonus_explorer::catalogue::Catalogue;
use myoclonus_explorer::facet::{Choice, Facet};
use myoclonus_explorer::url;
use myoclonus_explorer::view_state::{Page, ViewState};
use proptest::prelude::*;

fn category(slug: &str) -> Choice {
    let found = Facet::Category.choice(Catalogue::embedded(), slug);
    found.unwrap_or_else(|| panic!("no category {slug}"))
}

fn parse(fragment: &str) -> ViewState {
    url::parse(Catalogue::embedded(), fragment)
}

#[track_caller]
fn check(fragment: &str, expected: ViewState) {
    assert_eq!(parse(fragment), expected, "{fragment}");
}

#[test]
fn an_address_says_entry_query_and_categories() {
    let view = ViewState {
        page: Page::Causes,
        open: Some("hyp-lance-adams".into()),
        query: "lance adams".into(),
        chosen: vec![category("drug"), category("infection")],
    };
    check("#/causes/hyp-lance-adams?q=lance%20adams&category=drug,infection", view.clone());
    assert_eq!(
        url::print(Catalogue::embedded(), &view),
        "#/causes/hyp-lance-adams?q=lance%20adams&category=drug,infection"
    );
    assert_eq!(url::print(Catalogue::embedded(), &ViewState::default()), "#/causes");
}

#[test]
fn every_page_has_its_address() {
    for page in Page::ALL {
        let address = format!("#/{}", page.key());
        check(&address, ViewState::at(*page));
        check(&format!("{address}/entry"), ViewState::at(*page).opening("entry"));
    }
}

#[test]
fn what_is_unknown_or_damaged_is_dropped_and_the_rest_kept() {
    check("", ViewState::default());
    check("#", ViewState::default());
    check("#/", ViewState::default());
    check("#/elsewhere/deep", ViewState::default());
    check("#/causes/", ViewState::default());
    check("#/causes?nonsense&x=1&=&q", ViewState::default());
    check("#/causes?category=nothing,,", ViewState::default());
    let hiccup = ViewState { query: "hiccup".into(), ..ViewState::default() };
    check("#/causes?x=1&q=hiccup&category=nothing", hiccup.clone());
    check("/causes?q=hiccup", hiccup);
    let odd = ViewState { query: "100% \u{fffd}%zz".into(), ..ViewState::default() };
    check("#/causes?q=100%25+%ff%zz", odd);
}

#[test]
fn categories_come_in_their_own_order_whatever_the_address_says() {
    let chosen = vec![category("drug"), category("infection")];
    check(
        "#/causes?category=infection,drug,infection",
        ViewState { chosen: chosen.clone(), ..ViewState::default() },
    );
    check("#/causes?category=drug%2Cinfection", ViewState { chosen, ..ViewState::default() });
}

#[test]
fn only_what_begins_with_a_slash_is_an_address_of_ours() {
    for route in ["", "#", "#/causes", "/causes", "#/anything"] {
        assert!(url::is_route(route), "{route:?}");
    }
    for anchor in ["#main", "#ref-3", "ref-3"] {
        assert!(!url::is_route(anchor), "{anchor:?}");
    }
}

proptest! {
    #[test]
    fn every_view_survives_its_own_address(
        page in prop::sample::select(Page::ALL),
        open in prop::option::of("\\PC{1,30}"),
        query in any::<String>(),
        chosen in {
            let all: Vec<_> = Facet::ALL
                .iter()
                .flat_map(|facet| facet.choices(Catalogue::embedded()))
                .collect();
            prop::sample::subsequence(all, 0..18)
        },
    ) {
        let view = ViewState { page, open, query, chosen };
        let address = url::print(Catalogue::embedded(), &view);
        prop_assert_eq!(parse(&address), view);
        prop_assert!(address.is_ascii());
    }

    #[test]
    fn no_fragment_makes_the_parser_fail_and_printing_is_canonical(fragment in "(#/causes)?.*") {
        let view = parse(&fragment);
        let address = url::print(Catalogue::embedded(), &view);
        prop_assert_eq!(parse(&address), view);
    }
}
