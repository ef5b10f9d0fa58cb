//! Search and filters do what a plain scan of everything would do, only faster.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use myoclonus_explorer::catalogue::{
    Catalogue, Cause, CauseId, Found, Grade, Kind as Topics, Link, TermId, UrgencyGrade,
};
use myoclonus_explorer::explorer::{Explorer, Results, Row, SearchField};
use myoclonus_explorer::facet::{Choice, Facet, Value};
use myoclonus_explorer::view::{Page, Sort, ViewState};
use proptest::prelude::*;

static EXPLORER: LazyLock<Explorer> = LazyLock::new(|| Explorer::new(Catalogue::embedded()));

/// How many causes there are.
const ALL: usize = 780;

fn explore(query: &str) -> Results {
    EXPLORER.explore(&ViewState { query: query.to_owned(), ..ViewState::default() })
}

/// The positions of entries among the causes, or among the topics.
fn positions(rows: &[Row]) -> BTreeSet<usize> {
    let position = |row: &Row| match row.entry {
        Link::Cause(id) => id.index(),
        Link::Topic(id) => id.index(),
        Link::Category(_) => panic!("categories are not listed"),
    };
    rows.iter().map(position).collect()
}

fn found(results: &Results) -> Vec<&'static str> {
    let catalogue = Catalogue::embedded();
    let slug = |row: &Row| match row.entry {
        Link::Cause(id) => catalogue.cause(id).slug,
        Link::Topic(id) => catalogue.topic(id).slug,
        Link::Category(id) => catalogue.category(id).slug,
    };
    results.rows.iter().map(slug).collect()
}

fn facet(key: &str) -> Facet {
    Facet::from_key(key).unwrap_or_else(|| panic!("no facet {key}"))
}

fn choice(facet: Facet, key: &str) -> Choice {
    let found = EXPLORER.facets().choice(facet, key);
    found.unwrap_or_else(|| panic!("no {} {key}", facet.key()))
}

#[test]
fn every_cause_is_found_by_each_of_its_names() {
    let catalogue = Catalogue::embedded();
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        for name in cause.names() {
            let results = explore(name);
            assert!(found(&results).contains(&cause.slug), "{} by {name:?}", cause.slug);
        }
    }
}

#[test]
fn every_cause_is_found_by_the_beginning_of_its_name_while_typing() {
    let catalogue = Catalogue::embedded();
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        for (end, _) in cause.name.char_indices() {
            let typed = &cause.name[..end];
            assert!(found(&explore(typed)).contains(&cause.slug), "{} by {typed:?}", cause.slug);
        }
    }
}

#[test]
fn every_topic_is_found_by_each_of_its_names_on_its_page() {
    for (_, topic) in Catalogue::embedded().all_topics() {
        let names = topic.synonyms.iter().chain(topic.lay_names).chain([&topic.name]);
        for name in names {
            let view =
                ViewState { query: (*name).to_owned(), ..ViewState::at(Page::of(topic.kind)) };
            let results = EXPLORER.explore(&view);
            assert!(found(&results).contains(&topic.slug), "{} by {name:?}", topic.slug);
        }
    }
}

#[test]
fn a_row_says_by_which_text_it_was_found_unless_its_name_shows_it() {
    let why = |query: &str| -> Vec<(SearchField, &'static str)> {
        let results = explore(query);
        let row = results.rows.first().expect("something is found");
        EXPLORER.reasons(*row).map(|reason| (reason.field, reason.text)).collect()
    };
    assert_eq!(why("lance"), []);
    assert_eq!(
        why("jerks when falling asleep"),
        [(SearchField::LayName, "jerks when falling asleep")]
    );
    assert_eq!(
        why("opioid kidney"),
        [(SearchField::Context, "Kidney failure or poor kidney function")]
    );
}

#[test]
fn the_words_that_answer_are_marked_whatever_their_spelling() {
    let marked = |query: &str, text: &'static str| -> Vec<&'static str> {
        let marks = EXPLORER.marks(&explore(query), Page::Causes, text);
        marks.into_iter().map(|mark| &text[mark]).collect()
    };
    assert_eq!(marked("cruetzfeldt", "Creutzfeldt-Jakob disease, sporadic"), ["Creutzfeldt"]);
    assert_eq!(marked("tumor brain", "Brain tumour"), ["Brain", "tumour"]);
    assert_eq!(marked("", "Brain tumour"), Vec::<&str>::new());
}

#[test]
fn an_empty_query_shows_curated_causes_before_imported_ones_each_in_the_order_of_names() {
    let catalogue = Catalogue::embedded();
    let place = |row: &Row| match row.entry {
        Link::Cause(id) => (catalogue.cause(id).imported, id),
        other => panic!("{other:?} among the causes"),
    };
    for query in ["", "   ", "–", "\t"] {
        let results = explore(query);
        assert_eq!(results.rows.len(), ALL, "{query:?}");
        assert!(results.rows.is_sorted_by_key(place), "{query:?}");
    }
}

#[test]
fn words_that_stand_nowhere_find_nothing_and_the_way_out_is_told() {
    for query in ["zzzz", "肌阵挛"] {
        let results = explore(query);
        assert_eq!(found(&results), Vec::<&str>::new(), "{query:?}");
        assert_eq!(results.ways_out.len(), 1, "only the query can be lifted");
        assert_eq!(results.ways_out[0].count, ALL);
    }
}

#[test]
fn an_empty_list_tells_which_filter_to_lift_and_what_that_would_show() {
    let chosen = vec![choice(facet("group"), "genetic"), choice(facet("urgency"), "emergency")];
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

#[test]
fn a_query_finds_entries_of_other_pages_by_name() {
    let elsewhere = |page: Page, query: &str| -> Vec<&'static str> {
        let view = ViewState { query: query.to_owned(), ..ViewState::at(page) };
        let catalogue = Catalogue::embedded();
        let name = |link: Link| match link {
            Link::Cause(id) => catalogue.cause(id).name,
            Link::Topic(id) => catalogue.topic(id).name,
            Link::Category(id) => catalogue.category(id).name,
        };
        EXPLORER.explore(&view).elsewhere.into_iter().map(name).collect()
    };
    assert_eq!(elsewhere(Page::Causes, "piracetam"), ["Piracetam"]);
    assert_eq!(elsewhere(Page::Treatments, "hiccup"), ["Hiccup", "Hiccup"]);
    assert_eq!(elsewhere(Page::Causes, "lafora"), Vec::<&str>::new(), "likeness leads nowhere");
}

#[test]
fn the_list_can_be_ordered_by_what_cannot_wait_and_by_evidence() {
    let catalogue = Catalogue::embedded();
    let ordered = |sort: Sort| {
        let results = EXPLORER.explore(&ViewState { sort, ..ViewState::default() });
        assert_eq!(results.rows.len(), ALL);
        let causes = results.rows.into_iter().map(|row| match row.entry {
            Link::Cause(id) => (id, catalogue.cause(id)),
            other => panic!("{other:?} among the causes"),
        });
        causes.collect::<Vec<_>>()
    };
    let grade = |cause: &Cause| cause.urgency.as_ref().map(|urgency| urgency.grade);
    let place = |cause: &Cause| match grade(cause) {
        Some(UrgencyGrade::Emergency) => 0,
        Some(UrgencyGrade::Soon) => 1,
        Some(UrgencyGrade::Routine) => 2,
        None => 3,
    };
    assert!(ordered(Sort::Urgency).is_sorted_by_key(|(id, cause)| (place(cause), *id)));
    assert!(ordered(Sort::Category).is_sorted_by_key(|(id, cause)| (cause.category, *id)));
    let strength = |cause: &Cause| Grade::of(catalogue, cause);
    assert!(ordered(Sort::Evidence).is_sorted_by_key(|(id, cause)| (strength(cause), *id)));
    assert!(ordered(Sort::Name).is_sorted_by_key(|(id, _)| *id));
    let by_name = EXPLORER.explore(&ViewState {
        query: "serotonin".into(),
        sort: Sort::Name,
        ..ViewState::default()
    });
    assert!(by_name.rows.is_sorted_by_key(|row| row.entry), "also of what is found");
}

/// Some values of the facets of causes; each facet has the same chance, however many values it has.
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
    fn the_filters_count_what_a_naive_count_counts(
        query in crate::typed::query(),
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

    #[test]
    fn no_text_makes_the_search_fail(query in crate::typed::query(), page in prop::sample::select(Page::ALL)) {
        let view = ViewState { query, ..ViewState::at(page) };
        let results = EXPLORER.explore(&view);
        let catalogue = Catalogue::embedded();
        for row in results.rows.iter().chain(&results.not_recorded) {
            let name = match row.entry {
                Link::Cause(id) => catalogue.cause(id).name,
                Link::Topic(id) => catalogue.topic(id).name,
                Link::Category(id) => catalogue.category(id).name,
            };
            let texts = EXPLORER.reasons(*row).map(|reason| reason.text).chain([name]);
            for text in texts {
                let marks = EXPLORER.marks(&results, page, text);
                prop_assert!(marks.is_sorted_by(|left, right| left.end <= right.start));
                for mark in marks {
                    prop_assert!(text.get(mark).is_some_and(|marked| !marked.is_empty()));
                }
            }
        }
    }
}

#[test]
fn a_page_pasted_into_the_box_is_searched_by_its_first_words() {
    let pasted = "hiccup ".repeat(1_500);
    assert!(pasted.len() > 10_000);
    let results = explore(&pasted);
    assert_eq!(found(&results).first(), Some(&"phys-hiccup"));
    assert_eq!(results.ignored, 0, "the same word again asks for nothing more");
    let page: String = (0..2_000).map(|number| format!("word{number} ")).collect();
    assert_eq!(explore(&page).ignored, 1_988);
}

#[test]
fn facets_hold_what_the_catalogue_records() {
    let catalogue = Catalogue::embedded();
    let facets = EXPLORER.facets();
    let count = |facet: Facet, key: &str| facets.value(choice(facet, key)).entries.count();
    assert_eq!(count(facet("course"), "acute"), 67);
    assert_eq!(count(facet("group"), "medicines"), 101);
    assert_eq!(count(facet("group"), "medicines.opioid"), 10);
    assert_eq!(count(facet("group"), "genetic.essential"), 32);
    assert_eq!(count(facet("context"), "opioid-use"), 12);
    assert_eq!(count(facet("jerk"), "negative"), 31);
    assert_eq!(facets.table(facet("course")).recorded.count(), 145);
    assert_eq!(facets.table(facet("urgency")).recorded.count(), 252);
    assert_eq!(facets.table(facet("evidence")).recorded.count(), ALL);
    // A sentence on a whole group is no yes.
    let yes = count(facet("reversible"), "yes");
    let own = catalogue.cause_ids().filter(|id| {
        let reversible = catalogue.cause(*id).reversible.as_ref();
        reversible.is_some_and(|it| it.said_of_group.is_none() && it.value.key() == "yes")
    });
    assert_eq!(yes, own.count());
    assert!(count(facet("reversible"), "group") > 0);
    assert_eq!(count(facet("axis"), "generator"), 8);
    assert_eq!(
        facets.table(facet("axis")).recorded.count(),
        catalogue.topics(Topics::Type).count()
    );
}

#[test]
fn the_categories_of_a_wide_group_add_up_and_every_key_is_used_once() {
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
    assert_eq!(sum(&|value| value.parents.is_empty()), ALL);
    for (position, value) in groups.values.iter().enumerate() {
        let part = |part: &Value| {
            // Only categories are explained; finer shelves need not hold every cause.
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
    let catalogue = Catalogue::embedded();
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
fn a_part_takes_the_place_of_its_whole_and_the_whole_that_of_its_parts() {
    let facets = EXPLORER.facets();
    let (whole, part) =
        (choice(facet("group"), "medicines"), choice(facet("group"), "medicines.opioid"));
    let other = choice(facet("group"), "infection");
    let chosen = facets.pressing(part, &facets.pressing(whole, &[other]));
    assert_eq!(chosen.len(), 2);
    assert!(chosen.contains(&part) && chosen.contains(&other));
    let chosen = facets.pressing(whole, &chosen);
    assert!(chosen.contains(&whole) && !chosen.contains(&part));
    assert_eq!(facets.pressing(whole, &chosen), [other], "pressed again, it is let go");
}

#[test]
fn what_other_pages_have_does_not_decide_what_a_page_shows() {
    let view = ViewState { query: "akathisia opioid".into(), ..ViewState::at(Page::LookAlikes) };
    let results = EXPLORER.explore(&view);
    assert!(results.partial);
    assert!(!results.rows.is_empty(), "a look-alike is called so");
}

/// Whether a term is another one or anything narrower, by its parents alone.
fn is_kind_of(term: TermId, wider: TermId) -> bool {
    let ontology = Catalogue::embedded().ontology();
    term == wider || ontology.parents(term).iter().any(|parent| is_kind_of(*parent, wider))
}

#[test]
fn choosing_a_feature_finds_every_kind_of_it_by_whoever_recorded_it() {
    let catalogue = Catalogue::embedded();
    let found = |slug: &str| match catalogue.find(slug) {
        Some(Found::Cause(id)) => id.index(),
        other => panic!("{slug}: {other:?}"),
    };
    for (hpo, slugs) in [
        // Orphanet has "Limb ataxia" of the one and "Gait ataxia" of the other, say.
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
        assert_eq!(value.entries.positions().collect::<BTreeSet<_>>(), naive, "{hpo}");
        for slug in slugs {
            assert!(naive.contains(&found(slug)), "{slug} has some {}", value.label);
        }
    }
    let terms = EXPLORER.facets().table(facet("feature"));
    assert!(terms.values.len() > 4_000, "{} kinds of findings", terms.values.len());
    assert!(
        terms.values.iter().all(|value| value.label != "Myoclonus"),
        "every cause is one of it"
    );
    let ataxia = choice(facet("feature"), "HP:0001251");
    let gait = choice(facet("feature"), "HP:0002066");
    assert!(terms.is_within(gait, ataxia) && !terms.is_within(ataxia, gait));
}

#[test]
fn genes_inheritance_onset_and_sources_are_facets() {
    let catalogue = Catalogue::embedded();
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
    let annotated = having(facet("source"), "hpoa2025");
    assert!(annotated.len() >= catalogue.rare_diseases().len(), "{}", annotated.len());
    assert!(having(facet("source"), "kind:dataset").is_superset(&annotated));
}

fn found_in(rows: &[Row]) -> Vec<&'static str> {
    let slug = |row: &Row| match row.entry {
        Link::Cause(id) => Catalogue::embedded().cause(id).slug,
        other => panic!("{other:?} among the causes"),
    };
    rows.iter().map(slug).collect()
}

#[test]
fn a_medicine_is_not_among_those_of_which_the_gene_is_not_recorded() {
    let chosen = vec![choice(facet("gene"), "SGCE")];
    let results = EXPLORER.explore(&ViewState { chosen, ..ViewState::default() });
    let catalogue = Catalogue::embedded();
    for row in &results.not_recorded {
        let Link::Cause(id) = row.entry else { panic!("only causes are listed") };
        let cause = catalogue.cause(id);
        let group = catalogue.super_group(cause.super_group);
        assert!(!group.acquired, "{} stands with {}", cause.slug, group.name);
    }
    let not_recorded = found_in(&results.not_recorded);
    assert!(not_recorded.contains(&"nd-ftd-grn"), "its gene stands in its name alone");
    assert!(!not_recorded.contains(&"toxin-scorpion"), "nobody would record a gene of a sting");
}

#[test]
fn rare_diseases_are_found_by_gene_number_finding_and_everyday_name_of_a_finding() {
    for (query, slug) in [
        ("TPP1", "omim-204500"),
        ("omim 204500", "omim-204500"),
        ("ORPHA:36899", "ess-myoclonus-dystonia"),
        ("SGCE", "ess-myoclonus-dystonia"),
        ("lafora NHLRC1", "ep-lafora"),
        ("cherry red spot", "gen-sialidosis-1"),
        ("difficulty articulating speech", "ep-unverricht-lundborg"),
    ] {
        assert!(found(&explore(query)).contains(&slug), "{query}: {:?}", found(&explore(query)));
    }
    assert_eq!(found(&explore("TPP1"))[0], "omim-204500");
}
