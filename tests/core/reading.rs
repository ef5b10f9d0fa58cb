//! What finds entries comes before what is read in them: the first catalogue is enough for lists
//! and search, and says the same as the whole one.

use myoclonus_explorer::catalogue::{Catalogue, Grade, Link};
use myoclonus_explorer::entry::{Rarity, begins, distinctive, glance, worsens};
use myoclonus_explorer::explorer::Explorer;
use myoclonus_explorer::facet::Facet;
use myoclonus_explorer::view::{Order, ViewState};

fn both() -> (&'static Catalogue, &'static Catalogue) {
    let (first, whole) = (Catalogue::first(), Catalogue::bundled());
    assert!(!first.is_whole() && whole.is_whole());
    (first, whole)
}

#[test]
fn everything_that_a_row_or_a_head_says_is_there_first() {
    let (first, whole) = both();
    let rarity = (Rarity::count(first), Rarity::count(whole));
    for id in whole.cause_ids() {
        let (one, other) = (first.cause(id), whole.cause(id));
        let name = other.name;
        assert_eq!(one.names().collect::<Vec<_>>(), other.names().collect::<Vec<_>>(), "{name}");
        assert_eq!((one.slug, one.lead, one.imported), (other.slug, other.lead, other.imported));
        assert_eq!(Grade::of(first, one), Grade::of(whole, other), "{name}");
        assert_eq!(begins(first, one), begins(whole, other), "{name}");
        assert_eq!(glance(first, one), glance(whole, other), "{name}");
        assert_eq!(worsens(first, id), worsens(whole, id), "{name}");
        let urgency = |it: &Option<_>| it.as_ref().map(|it: &_| grade_of(it));
        assert_eq!(urgency(&one.urgency), urgency(&other.urgency), "{name}");
        let apart = |catalogue, rarity, cause| distinctive(catalogue, rarity, cause, |_| false, 3);
        assert_eq!(apart(first, &rarity.0, one), apart(whole, &rarity.1, other), "{name}");
    }
    for (id, topic) in whole.all_topics() {
        let one = first.topic(id);
        assert_eq!((one.kind, one.slug, one.name), (topic.kind, topic.slug, topic.name));
        assert_eq!(one.lead, topic.lead, "{}", topic.name);
        assert!(topic.lead.is_some(), "{} has a line for its row", topic.name);
    }
}

fn grade_of(urgency: &myoclonus_explorer::catalogue::Urgency) -> &'static str {
    urgency.grade.label()
}

#[test]
fn what_is_read_is_empty_first() {
    let (first, whole) = both();
    for id in whole.cause_ids() {
        let cause = first.cause(id);
        assert!(cause.plain.is_none() && cause.management.is_none() && cause.note.is_none());
        assert!(cause.claims.iter().all(|claim| claim.detail.is_none()));
        assert!(cause.urgency.as_ref().is_none_or(|urgency| urgency.why.is_empty()));
    }
    assert!(first.all_topics().all(|(_, topic)| topic.fields.is_empty()));
    assert!(first.sources().iter().all(|source| source.title.is_empty()));
    assert_eq!(first.sources().len(), whole.sources().len(), "they are counted from the start");
}

#[test]
fn every_facet_but_the_sources_is_the_same_first() {
    let (first, whole) = both();
    let (first, whole) = (Explorer::new(first), Explorer::new(whole));
    for facet in Facet::all().filter(|facet| *facet != Facet::SOURCE) {
        let (one, other) = (first.facets().table(facet), whole.facets().table(facet));
        let keys = |table: &myoclonus_explorer::facet::Table| {
            let values = table.values.iter();
            values.map(|it| (it.key.clone(), it.label, it.entries.clone())).collect::<Vec<_>>()
        };
        assert_eq!(keys(one), keys(other), "{}", facet.key());
        assert_eq!(one.recorded, other.recorded, "{}", facet.key());
    }
}

#[test]
fn lists_without_words_have_the_same_order_first() {
    let (first, whole) = both();
    let (first, whole) = (Explorer::new(first), Explorer::new(whole));
    for order in [Order::Relevance, Order::Name, Order::Category, Order::Evidence, Order::Begins] {
        let view = ViewState { order, ..ViewState::default() };
        assert_eq!(first.explore(&view).rows, whole.explore(&view).rows, "{order:?}");
    }
}

#[test]
fn every_cause_is_found_by_its_name_first() {
    let (first, whole) = both();
    let (first, catalogue) = (Explorer::new(first), whole);
    for id in catalogue.cause_ids() {
        let name = catalogue.cause(id).name;
        let rows = first.explore(&ViewState::default().asking(name.to_owned())).rows;
        let of_first_ten = rows.iter().take(10).any(|row| row.entry == Link::Cause(id));
        assert!(of_first_ten, "{name} is among the first ten");
    }
}

#[test]
fn a_file_of_another_version_is_refused() {
    let mut damaged = Catalogue::reading().to_vec();
    assert!(Catalogue::complete(damaged.clone()), "the file itself is taken");
    let last = damaged.last_mut().expect("it is not empty");
    *last ^= 1;
    assert!(!Catalogue::complete(damaged), "one wrong bit is enough");
    assert!(!Catalogue::complete(Vec::new()));
    assert!(!Catalogue::complete(b"<h1>Please sign in</h1>".to_vec()));
}
