//! The catalogue holds what curators wrote: nothing lost, nothing dangling, nothing unsourced.

use std::collections::{BTreeMap, BTreeSet};

use myoclonus_explorer::catalogue::{
    AxisId, Basis, Catalogue, Cause, Claim, Grade, Kind, Link, Lookup, Statement,
};
use myoclonus_explorer::entry::{Body, References, fields, figures};

use crate::bundled::{causes, curated, record};
use crate::data;

/// Claims as curators write them.
fn written(
    claims: impl Iterator<Item = &'static Claim>,
) -> BTreeSet<(&'static str, Option<&'static str>)> {
    let source = |claim: &Claim| Catalogue::bundled().source(claim.source).slug;
    claims.map(|claim| (source(claim), claim.detail)).collect()
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items
}

#[test]
fn every_cause_in_the_data_is_in_the_category_of_its_file() {
    let catalogue = Catalogue::bundled();
    let there = curated().map(|cause| (catalogue.category(cause.category).slug, cause.slug));
    let written = data::entries("cause").iter().map(|entry| (entry.file.as_str(), entry.id()));
    assert_eq!(sorted(there), sorted(written));
}

#[test]
fn every_source_and_category_in_the_data_is_there() {
    let catalogue = Catalogue::bundled();
    let ids = |name: &str| data::entries(name).iter().map(data::Entry::id);
    // The genes come with the import.
    let sources = catalogue.sources().iter().map(|source| source.slug);
    assert!(sorted(ids("source")).iter().all(|id| sources.clone().any(|slug| slug == *id)));
    assert_eq!(
        sorted(catalogue.categories().map(|(_, category)| category.slug)),
        sorted(ids("category"))
    );
}

#[test]
fn every_claim_in_the_data_is_cited_by_its_cause() {
    for entry in data::entries("cause") {
        let cited = {
            let fields = fields(Catalogue::bundled(), record(entry.id()));
            written(fields.into_iter().flat_map(|field| field.claims))
        };
        for claim in entry.claims() {
            assert!(cited.contains(&claim), "{}: {claim:?}", entry.id());
        }
    }
}

#[test]
fn every_topic_in_the_data_is_there_with_its_claims() {
    for kind in Kind::ALL {
        let topics: BTreeMap<&str, _> =
            Catalogue::bundled().topics(*kind).map(|(_, topic)| (topic.slug, topic)).collect();
        let entries = data::entries(&kind.key().replace('-', "_"));
        assert_eq!(topics.len(), entries.len(), "{}", kind.key());
        for entry in entries {
            let topic = topics[entry.id()];
            let fields = topic.fields;
            let drawn = figures(topic).into_iter().flat_map(|field| field.claims);
            let cited = written(fields.iter().flat_map(|field| field.claims).chain(drawn));
            assert_eq!(cited, entry.claims(), "{}", entry.id());
            for field in fields {
                assert_eq!(field.basis == Basis::Editorial, field.claims.is_empty(), "{field:?}");
            }
        }
    }
}

#[test]
fn urgency_is_graded_only_where_a_curator_graded_it() {
    for entry in data::entries("cause") {
        let urgency = record(entry.id()).urgency.as_ref();
        let written = entry.part("urgency", "grade");
        assert_eq!(urgency.map(|urgency| urgency.grade.key()), written, "{}", entry.id());
    }
    assert!(causes().all(|(_, cause)| !cause.imported || cause.urgency.is_none()));
}

#[test]
fn the_marks_of_weak_evidence_are_kept() {
    let written = |entry: &'static data::Entry| entry.text("weakness");
    for entry in data::entries("cause") {
        let mark = record(entry.id()).weakness.map(|weakness| weakness.key());
        assert_eq!(mark, written(entry), "{}", entry.id());
    }
    assert!(data::entries("cause").iter().any(|entry| written(entry).is_some()));
}

#[test]
fn what_is_said_of_a_group_is_not_said_of_its_members() {
    let mut of_groups = 0;
    for entry in data::entries("cause") {
        let reversible = record(entry.id()).reversible.as_ref();
        assert_eq!(reversible.is_some(), entry.table.contains_key("reversible"), "{}", entry.id());
        let Some(reversible) = reversible else { continue };
        let own = entry.part("reversible", "value").is_some();
        let of_group = reversible.said_of_group;
        assert!(own || of_group.is_some(), "{}: a shared statement is of the group", entry.id());
        if let Some(words) = of_group {
            assert!(words.starts_with("Usually, for medicines as a group"), "{words}");
            of_groups += 1;
        }
    }
    assert!(of_groups > 0);
    for basis in [Basis::Source, Basis::Class, Basis::Editorial] {
        let mut managed = curated().filter_map(|cause| cause.management.as_ref());
        assert!(managed.any(|management| management.basis == basis), "{basis:?}");
    }
}

#[test]
fn a_statement_is_editorial_exactly_if_it_has_no_claim() {
    let statements = causes().flat_map(|(_, cause)| [&cause.management, &cause.note]).flatten();
    for Statement { text, basis, claims } in statements {
        assert_eq!(*basis == Basis::Editorial, claims.is_empty(), "{text}");
    }
}

#[test]
fn every_value_has_a_source() {
    for (_, cause) in causes() {
        assert!(!cause.claims.is_empty(), "{}: that it is a cause", cause.slug);
        for field in fields(Catalogue::bundled(), cause) {
            let sourced = match field.body {
                Body::Statement(Some(said)) => said.basis != Basis::Editorial,
                body => body.is_recorded(),
            };
            assert_eq!(sourced, !field.claims.is_empty(), "{}: {}", cause.slug, field.key);
        }
    }
}

#[test]
fn every_claim_has_a_number_in_the_references() {
    for (_, cause) in causes() {
        let references = References::of(Catalogue::bundled(), cause);
        // Every source anywhere in the record, however its fields are listed.
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
fn no_cause_rests_on_the_seed_texts_alone() {
    let catalogue = Catalogue::bundled();
    let on_seed_alone: Vec<_> = causes()
        .map(|(_, cause)| cause)
        .filter(|cause| Grade::of(catalogue, cause) == Grade::Seed)
        .collect();
    assert_eq!(on_seed_alone, Vec::<&Cause>::new());
}

#[test]
fn no_link_leads_to_a_pirated_copy() {
    const COPIES: &[&str] =
        &["scribd", "docslib", "issuu", "yumpu", "slideplayer", "docstoc", "vdocuments", "paperzz"];
    for source in Catalogue::bundled().sources() {
        let Some(address) = source.address() else { continue };
        let copied = COPIES.iter().any(|host| address.contains(host));
        assert!(!copied, "{}: {address}", source.slug);
        assert!(address.starts_with("http"), "{}: {address}", source.slug);
    }
}

#[test]
fn every_slug_leads_to_its_cause_or_to_its_successor() {
    let catalogue = Catalogue::bundled();
    for (id, cause) in causes() {
        assert_eq!(catalogue.find(cause.slug), Some(Lookup::Cause(id)));
    }
    let Some(Lookup::Retired(meningioma)) = catalogue.find("pn-meningioma") else {
        panic!("pn-meningioma was retired");
    };
    let Some(Link::Cause(successor)) = meningioma.merged_into else {
        panic!("pn-meningioma was merged into a cause");
    };
    assert_eq!(catalogue.cause(successor).slug, "per-hemifacial");
    let Some(Lookup::Retired(movements)) = catalogue.find("sleep-plm") else {
        panic!("sleep-plm was retired");
    };
    let Some(Link::Topic(look_alike)) = movements.merged_into else {
        panic!("sleep-plm was found to be a look-alike");
    };
    assert_eq!(catalogue.topic(look_alike).kind, Kind::LookAlike);
    assert_eq!(catalogue.find("no-such-thing"), None);
}

#[test]
fn causes_are_in_the_order_of_their_names() {
    let names: Vec<String> = causes().map(|(_, cause)| cause.name.to_lowercase()).collect();
    assert!(names.is_sorted());
}

/// One entry read in full, field by field.
#[test]
fn cefepime_reads_as_it_was_written() {
    let catalogue = Catalogue::bundled();
    let cefepime = record("drug-cefepime");
    assert_eq!(cefepime.name, "Cefepime");
    assert_eq!(cefepime.subcategory.map(|it| it.name), Some("antibiotic: cephalosporin"));
    assert_eq!(Grade::of(catalogue, cefepime), Grade::SeveralReviews);
    let details: Vec<_> = cefepime.claims.iter().filter_map(|claim| claim.detail).collect();
    assert!(details.contains(&"myoclonus in 42% of 135 published cases"), "{details:?}");
    let exposures: Vec<_> =
        cefepime.context.values.iter().map(|id| catalogue.context(*id).slug).collect();
    assert_eq!(exposures, ["antibiotic-cephalosporin", "kidney-failure"]);
    let reversible = cefepime.reversible.as_ref().expect("it is recorded");
    assert!(reversible.said_of_group.is_some(), "only said of medicines as a group");
    let features = cefepime.features.values.iter().map(|found| catalogue.term(found.term).label);
    assert!(features.into_iter().any(|label| label == "Status epilepticus"));
    let contraction = AxisId::from_key("contraction").expect("there is this axis");
    assert!(!cefepime.axis(contraction).is_recorded());
}
