//! Facets narrow a list as a naive filter would, and contain what the data says.

use std::collections::BTreeSet;

use myoclonus_explorer::catalogue::{AXES, Catalogue, Cause, CauseId, Kind, Link, TermId};
use myoclonus_explorer::facet::{Choice, Facet, Value};
use myoclonus_explorer::view::{Page, ViewState};
use proptest::prelude::*;

use crate::bundled::{EXPLORER, cause_id, causes, choice, explore, facet, names, positions, slugs};
use crate::{data, typed};

/// The positions of the entries that have a value.
fn members(value: &Value) -> BTreeSet<usize> {
    value.entries.positions().collect()
}

#[test]
fn an_empty_list_says_which_filter_to_lift() {
    let chosen = vec![choice(facet("group"), "genetic"), choice(facet("urgency"), "routine")];
    let view = ViewState { query: "hiccup".into(), chosen, ..ViewState::default() };
    let results = EXPLORER.explore(&view);
    assert_eq!(results.rows, []);
    assert_eq!(results.ways_out.len(), 3, "each of the filters, and the words");
    for way in results.ways_out {
        let lifted = match way.lifting {
            Some(facet) => view.lifting(facet),
            None => view.asking(String::new()),
        };
        assert_eq!(EXPLORER.explore(&lifted).rows.len(), way.count, "{:?}", way.lifting);
        assert!(way.count > 0);
    }
}

/// Some values of the facets of causes; each facet is equally likely, however many values it has.
fn choices(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Choice>> {
    let facets: Vec<Facet> = Page::Causes.facets().collect();
    let one = prop::sample::select(facets).prop_flat_map(|facet| {
        prop::sample::select(EXPLORER.facets().table(facet).choices().collect::<Vec<_>>())
    });
    prop::collection::btree_set(one, count).prop_map(|choices| choices.into_iter().collect())
}

/// Whether an entry has a chosen value of a facet, or nothing is chosen in it.
fn fits(facet: Facet, chosen: &[Choice], entry: usize) -> bool {
    let mut own = chosen.iter().filter(|choice| choice.facet == facet).peekable();
    own.peek().is_none()
        || own.any(|choice| EXPLORER.facets().value(*choice).entries.contains(entry))
}

proptest! {
    #[test]
    fn filters_and_counts_equal_a_naive_count(
        query in typed::query(names()),
        chosen in choices(0..6),
        counted in choices(20..30),
    ) {
        let found = positions(&explore(&query).rows);
        let view = ViewState { query, chosen: chosen.clone(), ..ViewState::default() };
        let results = EXPLORER.explore(&view);
        let facets = EXPLORER.facets();
        let tables: Vec<_> = Page::Causes.facets().map(|facet| facets.table(facet)).collect();
        let all = |entry: &usize| tables.iter().all(|table| fits(table.facet, &chosen, *entry));
        let shown: BTreeSet<usize> = found.iter().copied().filter(all).collect();
        prop_assert_eq!(positions(&results.rows), shown.clone());
        let unknown: BTreeSet<usize> = found
            .difference(&shown)
            .copied()
            .filter(|entry| tables.iter().all(|table| {
                fits(table.facet, &chosen, *entry) || !table.recorded.contains(*entry)
            }))
            .collect();
        prop_assert_eq!(positions(&results.not_recorded), unknown);
        prop_assert_eq!(results.found, found.len());
        for choice in counted {
            let naive = found.iter().filter(|entry| {
                let mut others = tables.iter().filter(|other| other.facet != choice.facet);
                facets.value(choice).entries.contains(**entry)
                    && others.all(|other| fits(other.facet, &chosen, **entry))
            });
            let count = EXPLORER.count(&results, choice);
            prop_assert_eq!(count, naive.count(), "its own choice lifted");
        }
    }
}

#[test]
fn a_facet_of_causes_contains_what_curators_wrote() {
    let axes = AXES.iter().map(|axis| (axis.address, axis.key));
    for (facet, field) in axes.chain([("context", "context")]) {
        let facet = self::facet(facet);
        let table = EXPLORER.facets().table(facet);
        let mut recorded = BTreeSet::new();
        for value in &table.values {
            // The keys of addresses have no blanks.
            let has = |entry: &&data::Entry| {
                entry.values(field).iter().any(|written| written.replace(' ', "-") == value.key)
            };
            let written: BTreeSet<usize> = data::entries("cause")
                .iter()
                .filter(has)
                .map(|entry| cause_id(entry.id()).index())
                .collect();
            assert_eq!(members(value), written, "{} {}", facet.key(), value.key);
            recorded.extend(written);
        }
        let positions: BTreeSet<usize> = table.recorded.positions().collect();
        assert_eq!(positions, recorded, "{}", facet.key());
    }
}

#[test]
fn a_facet_contains_what_the_catalogue_records() {
    let catalogue = Catalogue::bundled();
    let facets = EXPLORER.facets();
    let having = |has: &dyn Fn(&Cause) -> bool| -> BTreeSet<usize> {
        causes().filter(|(_, cause)| has(cause)).map(|(id, _)| id.index()).collect()
    };
    for (id, group) in catalogue.divisions() {
        let value = facets.value(choice(facet("group"), group.slug));
        assert_eq!(members(value), having(&|cause| cause.division == id), "{}", group.slug);
    }
    let recorded = |facet| facets.table(facet).recorded.positions().collect::<BTreeSet<_>>();
    assert_eq!(recorded(facet("urgency")), having(&|cause| cause.urgency.is_some()));
    assert_eq!(recorded(facet("evidence")), having(&|_| true));
    // A sentence on a whole group is not a yes.
    let yes = facets.value(choice(facet("reversible"), "yes"));
    let said = having(&|cause| {
        let reversible = cause.reversible.as_ref();
        reversible.is_some_and(|it| it.said_of_group.is_none() && it.value.key() == "yes")
    });
    assert_eq!(members(yes), said);
    assert!(facets.value(choice(facet("reversible"), "group")).entries.count() > 0);
    let types = catalogue.topics(Kind::Type).map(|(id, _)| id.index());
    assert_eq!(recorded(facet("axis")), types.collect::<BTreeSet<_>>());
    assert!(facets.value(choice(facet("axis"), "generator")).entries.count() > 0);
}

#[test]
fn categories_add_up_and_every_key_is_used_once() {
    for facet in Facet::all() {
        let table = EXPLORER.facets().table(facet);
        let mut keys: Vec<&str> = table.values.iter().map(|value| value.key.as_str()).collect();
        keys.sort_unstable();
        assert!(keys.is_sorted_by(|left, right| left < right), "{facet:?}: {keys:?}");
        for (position, value) in table.values.iter().enumerate() {
            assert!(value.parents.iter().all(|parent| usize::from(*parent) < position));
            assert!(value.entries.count() > 0 || value.parents.is_empty(), "{:?}", value.key);
        }
    }
    let groups = EXPLORER.facets().table(facet("group"));
    let sum = |of: &dyn Fn(&Value) -> bool| {
        groups
            .values
            .iter()
            .filter(|value| of(value))
            .map(|value| value.entries.count())
            .sum::<usize>()
    };
    assert_eq!(sum(&|value| value.parents.is_empty()), Catalogue::bundled().cause_count());
    for (position, value) in groups.values.iter().enumerate() {
        let part = |part: &Value| {
            // Only categories are explained; subcategories need not hold every cause.
            part.parents.iter().any(|parent| usize::from(*parent) == position)
                && part.explanation.is_some()
        };
        if groups.values.iter().any(part) {
            assert_eq!(sum(&part), value.entries.count(), "{}", value.key);
        }
    }
}

#[test]
fn a_category_is_chosen_with_all_its_parts() {
    let catalogue = Catalogue::bundled();
    for (id, category) in catalogue.categories() {
        let view = ViewState { chosen: EXPLORER.facets().category(id), ..ViewState::default() };
        let in_it: BTreeSet<usize> = catalogue
            .cause_ids()
            .filter(|cause| catalogue.cause(*cause).category == id)
            .map(|cause| cause.index())
            .collect();
        assert_eq!(positions(&EXPLORER.explore(&view).rows), in_it, "{}", category.slug);
    }
}

#[test]
fn a_part_replaces_its_whole_and_a_whole_its_parts() {
    let facets = EXPLORER.facets();
    let (whole, part) =
        (choice(facet("group"), "medicines"), choice(facet("group"), "medicines.opioid"));
    let other = choice(facet("group"), "infection");
    let chosen = facets.pressing(part, &facets.pressing(whole, &[other]));
    assert_eq!(chosen.len(), 2);
    assert!(chosen.contains(&part) && chosen.contains(&other));
    let chosen = facets.pressing(whole, &chosen);
    assert!(chosen.contains(&whole) && !chosen.contains(&part));
    assert_eq!(facets.pressing(whole, &chosen), [other], "pressed again, it is removed");
}

/// Whether a term is `wider` itself or narrower, by its parents alone.
fn is_kind_of(term: TermId, wider: TermId) -> bool {
    let ontology = Catalogue::bundled().ontology();
    term == wider || ontology.parents(term).iter().any(|parent| is_kind_of(*parent, wider))
}

#[test]
fn a_feature_finds_every_kind_of_it_from_every_source() {
    let catalogue = Catalogue::bundled();
    for (hpo, slugs) in [
        // Orphanet has "Limb ataxia" for one and "Gait ataxia" for another, for example.
        ("HP:0001251", &["ep-unverricht-lundborg", "ep-merrf", "nd-friedreich"][..]),
        ("HP:0001250", &["ep-dravet", "drug-cefepime"]),
        ("HP:0000707", &["ep-lafora"]),
    ] {
        let term = catalogue.ontology().find(hpo).expect("it is embedded");
        let value = EXPLORER.facets().value(choice(facet("feature"), hpo));
        let naive: BTreeSet<usize> = catalogue
            .cause_ids()
            .filter(|id| {
                let mut terms = catalogue.features_of(catalogue.cause(*id));
                terms.any(|own| is_kind_of(own, term))
            })
            .map(|id| id.index())
            .collect();
        assert_eq!(members(value), naive, "{hpo}");
        for slug in slugs {
            assert!(naive.contains(&cause_id(slug).index()), "{slug} has some {}", value.label);
        }
    }
    let terms = EXPLORER.facets().table(facet("feature"));
    assert!(terms.values.len() > 4_000, "{} kinds of findings", terms.values.len());
    assert!(terms.values.iter().all(|value| value.label != "Myoclonus"), "every cause has it");
    let ataxia = choice(facet("feature"), "HP:0001251");
    let gait = choice(facet("feature"), "HP:0002066");
    assert!(terms.is_within(gait, ataxia) && !terms.is_within(ataxia, gait));
}

#[test]
fn genes_inheritance_onset_and_sources_are_facets() {
    let catalogue = Catalogue::bundled();
    let having = |facet: Facet, key: &str| -> BTreeSet<&'static str> {
        let entries = &EXPLORER.facets().value(choice(facet, key)).entries;
        entries.positions().map(|at| catalogue.cause(CauseId::at(at)).slug).collect()
    };
    assert!(having(facet("gene"), "SGCE").contains("ess-myoclonus-dystonia"));
    assert!(having(facet("gene"), "PRNP").len() >= 3, "{:?}", having(facet("gene"), "PRNP"));
    assert!(having(facet("inheritance"), "HP:0000007").contains("ep-lafora"));
    let adult = having(facet("onset"), "HP:0003581");
    assert!(adult.is_superset(&having(facet("onset"), "HP:0011462")), "young adults are adults");
    let onsets = EXPLORER.facets().table(facet("onset")).values.iter();
    let onsets: Vec<&str> = onsets.map(|value| value.label).collect();
    let place = |label: &str| onsets.iter().position(|other| *other == label);
    let life = ["Congenital onset", "Infantile onset", "Childhood onset", "Adult onset"].map(place);
    assert!(life.iter().all(Option::is_some) && life.is_sorted(), "{onsets:?}");
    let mut annotated = having(facet("source"), "hpoa2025");
    annotated.extend(having(facet("source"), "hpoa202511"));
    let rare = catalogue.cause_ids().map(|id| catalogue.cause(id));
    let rare = rare.filter(|cause| !cause.annotated.is_empty());
    assert!(rare.into_iter().all(|cause| annotated.contains(cause.slug)));
    assert!(having(facet("source"), "kind:dataset").is_superset(&annotated));
}

#[test]
fn a_medicine_never_counts_as_without_a_recorded_gene() {
    let chosen = vec![choice(facet("gene"), "SGCE")];
    let results = EXPLORER.explore(&ViewState { chosen, ..ViewState::default() });
    let catalogue = Catalogue::bundled();
    for row in &results.not_recorded {
        let Link::Cause(id) = row.entry else { panic!("only causes are listed") };
        let cause = catalogue.cause(id);
        let group = catalogue.division(cause.division);
        assert!(!group.acquired, "{} is listed with {}", cause.slug, group.name);
    }
    let not_recorded = slugs(&results.not_recorded);
    assert!(not_recorded.contains(&"ess-geniospasm"), "it is inherited, and has no gene yet");
    assert!(!not_recorded.contains(&"toxin-scorpion"), "a sting has no gene to record");
}
