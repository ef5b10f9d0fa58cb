//! Counts in pictures are those of the catalogue, and nothing that is recorded is left out.

use myoclonus_explorer::catalogue::{AxisId, BodyPart, Catalogue, Kind};
use myoclonus_explorer::entry::begins;
use myoclonus_explorer::facet::{Facet, Facets};
use myoclonus_explorer::picture;

#[test]
fn counts_on_an_axis_are_those_of_its_filter() {
    let catalogue = Catalogue::bundled();
    let facets = Facets::new(catalogue);
    for axis in AxisId::all() {
        let counts = picture::on_axis(catalogue, axis);
        let facet = Facet::from_key(axis.axis().address).expect("every axis has a facet");
        let table = facets.table(facet);
        let sizes: Vec<usize> = table.values.iter().map(|value| value.entries.count()).collect();
        assert_eq!(counts.values, sizes, "{}", axis.axis().key);
        let recorded =
            catalogue.cause_ids().filter(|id| catalogue.cause(*id).axis(axis).is_recorded());
        assert_eq!(counts.recorded, recorded.count(), "{}", axis.axis().key);
        assert_eq!(counts.all, catalogue.cause_count());
    }
}

#[test]
fn ages_and_parts_say_how_many_are_recorded() {
    let catalogue = Catalogue::bundled();
    let ages = picture::ages(catalogue);
    let recorded = catalogue.cause_ids().filter_map(|id| begins(catalogue, catalogue.cause(id)));
    assert_eq!(ages.recorded, recorded.count());
    assert!(ages.ages.iter().all(|count| *count <= ages.recorded));
    let parts = picture::parts(catalogue);
    let with = |part: BodyPart| {
        let ids = catalogue.cause_ids();
        ids.filter(|id| catalogue.cause(*id).parts.values.contains(&part)).count()
    };
    assert_eq!(parts.values, BodyPart::ALL.iter().map(|part| with(*part)).collect::<Vec<_>>());
    assert!(parts.recorded < parts.all, "most causes do not say which parts");
}

#[test]
fn the_matrix_has_every_effect_once() {
    let catalogue = Catalogue::bundled();
    let columns = picture::columns(catalogue);
    let rows = picture::treatments(catalogue, &columns);
    assert_eq!(rows.len(), catalogue.topics(Kind::Treatment).count());
    for row in rows {
        let drawn = row.cells.iter().flatten().count() + row.elsewhere.len();
        assert_eq!(drawn, row.topic.effects.values.len(), "{}", row.topic.slug);
    }
    for (at, column) in columns.iter().enumerate() {
        let rows = picture::treatments(catalogue, &columns);
        let name = catalogue.topic(column.topic).name;
        assert!(rows.iter().any(|row| row.cells[at].is_some()), "{name} has an effect");
    }
}
