//! Facts about the data that is compiled in: nothing lost, nothing dangling, nothing unsourced.

use std::collections::BTreeSet;

use crate::entries::record;
use myoclonus_explorer::catalogue::{
    AxisId, Basis, Catalogue, Cause, Found, Grade, Kind, Link, Statement, UrgencyGrade,
};
use myoclonus_explorer::entry::{Body, References, fields};

fn causes() -> impl Iterator<Item = &'static Cause> {
    let catalogue = Catalogue::embedded();
    catalogue.cause_ids().map(|id| catalogue.cause(id))
}

/// The causes that somebody has curated; the others are imported, and `rare_diseases.rs` looks at
/// them.
fn curated() -> impl Iterator<Item = &'static Cause> {
    causes().filter(|cause| !cause.imported)
}

#[test]
fn every_collected_entry_is_there() {
    let catalogue = Catalogue::embedded();
    assert_eq!(curated().count(), 324, "curated causes");
    assert_eq!(causes().count(), 780, "with the rare diseases that are not among these");
    assert_eq!(causes().filter(|cause| cause.umbrella).count(), 16, "groups");
    // 644 were collected; three were the same work as another. The genes came with the import.
    assert_eq!(catalogue.sources().len(), 642, "sources");
    assert_eq!(catalogue.categories().count(), 18, "categories");
}

#[test]
fn every_collected_topic_is_there() {
    let catalogue = Catalogue::embedded();
    let counts = Kind::ALL.iter().map(|kind| (kind.key(), catalogue.topics(*kind).count()));
    let expected = [
        ("type", 63),
        ("test", 23),
        ("step", 8),
        ("treatment", 30),
        ("look-alike", 32),
        ("red-flag", 26),
        ("term", 54),
    ];
    assert_eq!(counts.collect::<Vec<_>>(), expected);
    let fields = || catalogue.all_topics().flat_map(|(_, topic)| topic.fields);
    assert_eq!(fields().map(|field| field.claims.len()).sum::<usize>(), 917, "claims on topics");
    for field in fields() {
        assert_eq!(field.basis == Basis::Editorial, field.claims.is_empty(), "{field:?}");
    }
}

#[test]
fn urgency_is_graded_for_252_causes_and_never_invented_for_the_others() {
    let graded = |grade| {
        let urgencies = causes().filter_map(|cause| cause.urgency.as_ref());
        urgencies.filter(|urgency| urgency.grade == grade).count()
    };
    assert_eq!(
        UrgencyGrade::ALL.iter().map(|grade| graded(*grade)).collect::<Vec<_>>(),
        [88, 145, 19]
    );
    assert_eq!(curated().filter(|cause| cause.urgency.is_none()).count(), 72);
}

#[test]
fn every_category_holds_what_was_collected_for_it() {
    let catalogue = Catalogue::embedded();
    let counts: Vec<(&str, usize)> = catalogue
        .categories()
        .map(|(id, category)| {
            (category.slug, curated().filter(|cause| cause.category == id).count())
        })
        .collect();
    let expected = [
        ("drug", 102),
        ("toxin", 15),
        ("metabolic-systemic", 20),
        ("nutritional", 4),
        ("hypoxia-ischaemia", 3),
        ("infection", 34),
        ("autoimmune-inflammatory", 21),
        ("malignancy-paraneoplastic", 7),
        ("structural-trauma", 19),
        ("peripheral", 5),
        ("epileptic", 24),
        ("neurodegenerative", 24),
        ("genetic-metabolic", 24),
        ("essential", 7),
        ("sleep-related", 4),
        ("physiological", 7),
        ("functional", 2),
        ("syndrome", 2),
    ];
    assert_eq!(counts, expected);
}

#[test]
fn the_marks_of_weak_evidence_are_kept() {
    let count = |label: &str| {
        let graded = curated()
            .filter(|cause| cause.weakness.is_some_and(|weakness| weakness.key() == label));
        graded.count()
    };
    let counts = ["annotation only", "named only", "asterixis list", "label only"].map(count);
    assert_eq!(counts, [39, 8, 6, 3]);
    assert_eq!([count("class statement"), count("weak annotation")], [1, 1]);
}

#[test]
fn what_is_said_of_a_group_is_not_said_of_its_members() {
    let reversible = || causes().filter_map(|cause| cause.reversible.as_ref());
    let of_group: Vec<_> = reversible().filter_map(|reversible| reversible.said_of_group).collect();
    assert_eq!(reversible().count() - of_group.len(), 77, "reported for the very cause");
    assert_eq!(of_group.len(), 68, "said of medicines as a group");
    assert!(of_group.iter().all(|words| words.starts_with("Usually, for medicines as a group")));
    assert_eq!(curated().filter(|cause| cause.reversible.is_none()).count(), 179, "not stated");

    let managed = |basis| {
        causes().filter(|cause| cause.management.as_ref().is_some_and(|m| m.basis == basis)).count()
    };
    assert_eq!(managed(Basis::Source), 78);
    assert_eq!(managed(Basis::Class), 64);
    assert_eq!(managed(Basis::Editorial), 14);
}

#[test]
fn a_statement_without_a_claim_is_marked_editorial_and_only_that() {
    let statements = causes().flat_map(|cause| [&cause.management, &cause.note]).flatten();
    for Statement { text, basis, claims } in statements {
        assert_eq!(*basis == Basis::Editorial, claims.is_empty(), "{text}");
    }
}

#[test]
fn every_value_has_a_source() {
    let catalogue = Catalogue::embedded();
    for cause in causes() {
        assert!(!cause.claims.is_empty(), "{}: that it is a cause", cause.slug);
        for field in fields(catalogue, cause) {
            let (recorded, key) = (field.body.is_recorded(), field.key);
            let sourced = match field.body {
                Body::Statement(Some(said)) => said.basis != Basis::Editorial,
                _ => recorded,
            };
            assert_eq!(sourced, !field.claims.is_empty(), "{}: {key}", cause.slug);
        }
    }
}

#[test]
fn every_claim_has_a_number_in_the_references() {
    let catalogue = Catalogue::embedded();
    for cause in causes() {
        let references = References::of(catalogue, cause);
        // Every source that stands anywhere in the record, however its fields are listed.
        let record = format!("{cause:?}");
        let sources = record.split("source: SourceId(").skip(1);
        let sources: BTreeSet<usize> = sources
            .map(|rest| rest.split(')').next().and_then(|number| number.parse().ok()))
            .map(|number| number.expect("an id is written as a number"))
            .collect();
        for source in &sources {
            let numbered = references.sources().iter().any(|id| id.index() == *source);
            assert!(numbered, "{}: source {source} has no number", cause.slug);
        }
        let numbered: BTreeSet<_> = references.sources().iter().collect();
        assert_eq!(numbered.len(), references.sources().len(), "{}: each once", cause.slug);
    }
}

#[test]
fn the_seed_texts_are_never_the_only_evidence_and_read_as_such() {
    let catalogue = Catalogue::embedded();
    let on_seed_alone: Vec<_> =
        causes().filter(|cause| Grade::of(catalogue, cause) == Grade::Seed).collect();
    assert_eq!(on_seed_alone, Vec::<&Cause>::new());
}

#[test]
fn no_link_leads_to_a_copy_on_somebody_elses_site() {
    const COPIES: &[&str] =
        &["scribd", "docslib", "issuu", "yumpu", "slideplayer", "docstoc", "vdocuments", "paperzz"];
    for source in Catalogue::embedded().sources() {
        let Some(address) = source.address() else { continue };
        let copied = COPIES.iter().any(|host| address.contains(host));
        assert!(!copied, "{}: {address}", source.slug);
        assert!(address.starts_with("http"), "{}: {address}", source.slug);
    }
}

#[test]
fn every_slug_leads_to_its_cause_and_retired_ones_to_their_successor() {
    let catalogue = Catalogue::embedded();
    for id in catalogue.cause_ids() {
        assert_eq!(catalogue.find(catalogue.cause(id).slug), Some(Found::Cause(id)));
    }
    let Some(Found::Retired(meningioma)) = catalogue.find("pn-meningioma") else {
        panic!("pn-meningioma was retired");
    };
    let Some(Link::Cause(successor)) = meningioma.merged_into else {
        panic!("pn-meningioma was merged into a cause");
    };
    assert_eq!(catalogue.cause(successor).slug, "per-hemifacial");
    let Some(Found::Retired(movements)) = catalogue.find("sleep-plm") else {
        panic!("sleep-plm was retired");
    };
    let Some(Link::Topic(look_alike)) = movements.merged_into else {
        panic!("sleep-plm was found to be a look-alike");
    };
    assert_eq!(catalogue.topic(look_alike).kind, Kind::LookAlike);
    assert_eq!(catalogue.find("no-such-thing"), None);
}

#[test]
fn causes_stand_in_the_order_of_their_names() {
    let names: Vec<String> = causes().map(|cause| cause.name.to_lowercase()).collect();
    assert!(names.is_sorted());
}

/// One entry read in full, field by field, against what was collected.
#[test]
fn cefepime_reads_as_it_was_collected() {
    let catalogue = Catalogue::embedded();
    let cefepime = record("drug-cefepime");
    assert_eq!(cefepime.name, "Cefepime");
    assert_eq!(cefepime.subgroup, Some("antibiotic: cephalosporin"));
    assert_eq!(Grade::of(catalogue, cefepime), Grade::SeveralReviews);
    let details: Vec<_> = cefepime.claims.iter().filter_map(|claim| claim.detail).collect();
    assert!(details.contains(&"myoclonus in 42% of 135 published cases"), "{details:?}");
    let exposures: Vec<_> =
        cefepime.context.values.iter().map(|id| catalogue.context(*id).slug).collect();
    assert_eq!(exposures, ["antibiotic-cephalosporin", "kidney-failure"]);
    let reversible = cefepime.reversible.as_ref().expect("it is recorded");
    assert!(reversible.said_of_group.is_some(), "only said of medicines as a group");
    assert_eq!(cefepime.features.values.len(), 8);
    let contraction = AxisId::from_key("contraction").expect("there is this axis");
    assert!(!cefepime.axis(contraction).is_recorded());
}
