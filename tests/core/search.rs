//! The search does for a reader what a plain scan of everything would do, only faster.

use std::collections::{BTreeMap, BTreeSet};

use myoclonus_explorer::catalogue::{Catalogue, Cause, Grade, Link, UrgencyGrade};
use myoclonus_explorer::explorer::{Remark, Row, SearchField};
use myoclonus_explorer::view::{Order, Page, ViewState};
use proptest::prelude::*;

use crate::bundled::{EXPLORER, causes, explore, found, name, names, slugs};
use crate::data::entries;
use crate::typed;

#[test]
fn every_cause_is_found_by_each_of_its_names() {
    let catalogue = Catalogue::bundled();
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        for name in cause.names() {
            let results = explore(name);
            assert!(slugs(&results.rows).contains(&cause.slug), "{} by {name:?}", cause.slug);
        }
    }
}

#[test]
fn every_cause_is_found_while_its_name_is_typed() {
    let mut typed: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (_, cause) in causes() {
        let is_roman = |letter: char| matches!(letter, 'I' | 'V' | 'X');
        for (end, _) in cause.name.char_indices() {
            if cause.name[..end].ends_with(is_roman) && cause.name[end..].starts_with(is_roman) {
                // A part of a Roman number is another number: type I is not type II.
                continue;
            }
            // A blank, a hyphen or a bracket at the end changes no query.
            let query = cause.name[..end].trim_end_matches(|end: char| !end.is_alphanumeric());
            typed.entry(query).or_default().push(cause.slug);
        }
    }
    for (typed, expected) in typed {
        let found: BTreeSet<&str> = found(typed).into_iter().collect();
        let lost = expected.iter().find(|slug| !found.contains(*slug));
        assert_eq!(lost, None, "by {typed:?}");
    }
}

#[test]
fn every_topic_is_found_by_each_of_its_names_on_its_page() {
    for (_, topic) in Catalogue::bundled().all_topics() {
        let names = topic.synonyms.iter().chain(topic.lay_names).chain([&topic.name]);
        for name in names {
            let view =
                ViewState { query: (*name).to_owned(), ..ViewState::at(Page::of(topic.kind)) };
            let results = EXPLORER.explore(&view);
            assert!(slugs(&results.rows).contains(&topic.slug), "{} by {name:?}", topic.slug);
        }
    }
}

#[test]
fn a_disease_is_found_by_a_medicine_that_makes_it_worse_and_says_so() {
    let mut read = 0;
    for (disease, cause) in causes() {
        let medicines = cause.worsened_by.iter().flat_map(|it| it.medicines);
        for medicine in medicines.map(|it| it.words).filter(|words| !words.contains(' ')) {
            let results = explore(medicine);
            let row = results.rows.iter().find(|row| row.entry == Link::Cause(disease));
            let row = row.unwrap_or_else(|| panic!("{} by {medicine}", cause.slug));
            let why: Vec<_> =
                EXPLORER.reasons(&results, *row).map(|it| (it.field, it.text)).collect();
            assert_eq!(why, [(SearchField::WorsenedBy, medicine)], "{}", cause.slug);
            read += 1;
        }
    }
    assert!(read > 50, "{read} medicines were searched");
}

#[test]
fn a_row_says_why_it_was_found_unless_its_name_shows_it() {
    let why = |query: &str| -> Vec<(SearchField, &'static str)> {
        let results = explore(query);
        let row = results.rows.first().expect("something is found");
        EXPLORER.reasons(&results, *row).map(|reason| (reason.field, reason.text)).collect()
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
fn a_row_says_what_is_recorded_before_what_people_may_say() {
    let reasons_for = |query: &str| -> Vec<(SearchField, &'static str)> {
        let results = explore(query);
        let is_cefepime = |row: &&Row| slugs(&[**row]) == ["drug-cefepime"];
        let row = results.rows.iter().find(is_cefepime).expect("the medicine is found");
        EXPLORER.reasons(&results, *row).map(|reason| (reason.field, reason.text)).collect()
    };
    let class = (SearchField::Class, "antibiotic: cephalosporin");
    let said = reasons_for("gran talks rubbish since the antibiotic for her chest");
    assert!(said.contains(&class), "{said:?}");
    assert!(!said.contains(&(SearchField::Said, "antibiotic")), "{said:?}");
    // One or two words find what is recorded.
    assert_eq!(reasons_for("antibiotic"), [class]);
}

#[test]
fn one_or_two_words_that_are_recorded_find_nothing_by_what_people_may_say() {
    for query in ["ataxia", "kidney", "baby", "older adult", "antibiotic fever"] {
        let results = explore(query);
        assert!(!results.rows.is_empty(), "{query}");
        for row in &results.rows {
            let said =
                EXPLORER.reasons(&results, *row).find(|reason| reason.field == SearchField::Said);
            assert_eq!(said, None, "{query}: {:?}", slugs(&[*row]));
        }
    }
}

#[test]
fn matching_words_are_marked_in_any_spelling() {
    let marked = |query: &str, text: &'static str| -> Vec<&'static str> {
        let marks = EXPLORER.marks(&explore(query), Page::Causes, text);
        marks.into_iter().map(|mark| &text[mark]).collect()
    };
    assert_eq!(marked("cruetzfeldt", "Creutzfeldt-Jakob disease, sporadic"), ["Creutzfeldt"]);
    assert_eq!(marked("tumor brain", "Brain tumour"), ["Brain", "tumour"]);
    assert_eq!(marked("", "Brain tumour"), Vec::<&str>::new());
}

#[test]
fn an_empty_query_lists_the_most_urgent_first_then_the_best_documented_then_by_name() {
    let catalogue = Catalogue::bundled();
    let place = |row: &Row| match row.entry {
        Link::Cause(id) => {
            let cause = catalogue.cause(id);
            let urgency = cause.urgency.as_ref().map_or(usize::MAX, |it| it.grade.index());
            (urgency, Grade::of(catalogue, cause).index(), id)
        }
        other => panic!("{other:?} among the causes"),
    };
    for query in ["", "   ", "–", "\t"] {
        let results = explore(query);
        assert_eq!(results.rows.len(), Catalogue::bundled().cause_count(), "{query:?}");
        assert!(results.rows.is_sorted_by_key(place), "{query:?}");
    }
}

#[test]
fn unknown_words_find_nothing_and_a_way_out_is_offered() {
    for query in ["zzzz", "肌阵挛"] {
        let results = explore(query);
        assert_eq!(slugs(&results.rows), Vec::<&str>::new(), "{query:?}");
        assert_eq!(results.ways_out.len(), 1, "only the query can be lifted");
        assert_eq!(results.ways_out[0].count, Catalogue::bundled().cause_count());
    }
}

#[test]
fn a_query_finds_entries_of_other_pages_by_name() {
    let elsewhere = |page: Page, query: &str| -> Vec<&'static str> {
        let view = ViewState { query: query.to_owned(), ..ViewState::at(page) };
        EXPLORER.explore(&view).elsewhere.into_iter().map(name).collect()
    };
    assert_eq!(elsewhere(Page::Causes, "piracetam"), ["Piracetam"]);
    assert_eq!(elsewhere(Page::Treatments, "hiccup"), ["Hiccup", "Hiccup"]);
    assert_eq!(
        elsewhere(Page::Causes, "lafora"),
        Vec::<&str>::new(),
        "a similar word is not enough"
    );
}

#[test]
fn the_list_can_be_ordered_by_urgency_and_by_evidence() {
    let catalogue = Catalogue::bundled();
    let ordered = |order: Order| {
        let results = EXPLORER.explore(&ViewState { order, ..ViewState::default() });
        assert_eq!(results.rows.len(), Catalogue::bundled().cause_count());
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
    assert!(ordered(Order::Urgency).is_sorted_by_key(|(id, cause)| (place(cause), *id)));
    assert!(ordered(Order::Category).is_sorted_by_key(|(id, cause)| (cause.category, *id)));
    let weakness = |cause: &Cause| Grade::of(catalogue, cause);
    assert!(ordered(Order::Evidence).is_sorted_by_key(|(id, cause)| (weakness(cause), *id)));
    assert!(ordered(Order::Name).is_sorted_by_key(|(id, _)| *id));
    let by_name = EXPLORER.explore(&ViewState {
        query: "serotonin".into(),
        order: Order::Name,
        ..ViewState::default()
    });
    assert!(by_name.rows.is_sorted_by_key(|row| row.entry), "a search result too");
}

proptest! {
    #[test]
    fn no_text_makes_the_search_fail(
        query in typed::query(names()),
        page in prop::sample::select(Page::ALL),
    ) {
        let view = ViewState { query, ..ViewState::at(page) };
        let results = EXPLORER.explore(&view);
        prop_assert_eq!(results.rows.len(), results.found, "nothing is filtered");
        for row in results.rows.iter().chain(&results.not_recorded) {
            let name = name(row.entry);
            let texts = EXPLORER.reasons(&results, *row).map(|reason| reason.text).chain([name]);
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
fn a_pasted_page_is_searched_by_its_first_words() {
    let pasted = "hiccup ".repeat(1_500);
    assert!(pasted.len() > 10_000);
    let results = explore(&pasted);
    assert_eq!(slugs(&results.rows).first(), Some(&"phys-hiccup"));
    assert_eq!(results.ignored, 0, "a repeated word asks for nothing more");
    let page: String = (0..2_000).map(|number| format!("word{number} ")).collect();
    assert_eq!(explore(&page).ignored, 1_982);
}

#[test]
fn a_disease_or_gene_that_a_test_has_excluded_is_left_out_and_that_is_said() {
    for (query, left_out) in [
        ("jerks and dystonia, SGCE test negative", Some("SGCE test negative")),
        (
            "a girl who lost her words, MECP2 and CDKL5 both negative",
            Some("MECP2 and CDKL5 both negative"),
        ),
        ("fits since birth, Rett excluded, wrings her hands", Some("Rett excluded")),
        ("negative myoclonus in epilepsy", None),
        ("Rett syndrome excluded on a panel", Some("Rett syndrome excluded")),
        ("seizures and CDKL5 negative", Some("CDKL5 negative")),
        ("are hiccups normal", None),
        ("lithium level normal, but shaky hands", None),
        ("spasms but EEG normal", None),
    ] {
        let remarks = explore(query).remarks;
        let said = remarks.iter().find_map(|remark| match remark {
            Remark::Excluded(words) => Some(words.as_str()),
            _ => None,
        });
        assert_eq!(said, left_out, "{query}");
    }
}

#[test]
fn entries_of_other_pages_do_not_change_what_a_page_shows() {
    let view = ViewState { query: "akathisia opioid".into(), ..ViewState::at(Page::LookAlikes) };
    let results = EXPLORER.explore(&view);
    assert!(results.partial);
    assert!(!results.rows.is_empty(), "a look-alike has this name");
}

#[test]
fn rare_diseases_are_found_by_gene_number_and_finding() {
    for (query, slug) in [
        ("CLN5", "omim-256731"),
        ("omim 256731", "omim-256731"),
        ("ORPHA:36899", "ess-myoclonus-dystonia"),
        ("SGCE", "ess-myoclonus-dystonia"),
        ("lafora NHLRC1", "ep-lafora"),
        ("cherry red spot", "gen-sialidosis-1"),
        ("difficulty articulating speech", "ep-unverricht-lundborg"),
    ] {
        assert!(found(query).contains(&slug), "{query}: {:?}", found(query));
    }
    assert_eq!(found("CLN5")[0], "omim-256731");
}

#[test]
fn a_brand_or_other_name_finds_its_medicine_first_and_says_so() {
    for entry in entries("medicine") {
        let cause = entry.text("cause").expect("it names a cause");
        for (field, key) in [(SearchField::Brand, "brands"), (SearchField::MedicineName, "names")] {
            for name in entry.texts(key) {
                let results = explore(name);
                let row = results.rows.first().unwrap_or_else(|| panic!("{name:?} finds nothing"));
                let reasons: Vec<_> =
                    EXPLORER.reasons(&results, *row).map(|it| (it.field, it.text)).collect();
                assert_eq!(slugs(&results.rows[..1]), [cause], "by {name:?}");
                assert_eq!(reasons, [(field, name)], "{cause} by {name:?}");
            }
        }
    }
}

#[test]
fn a_former_symbol_finds_every_cause_of_its_gene() {
    let catalogue = Catalogue::bundled();
    for entry in entries("gene") {
        let gene = entry.text("symbol").expect("it names a gene");
        for symbol in entry.texts("former").into_iter().chain(entry.texts("others")) {
            let found: BTreeSet<&str> = found(symbol).into_iter().collect();
            let mut having = causes().filter(|(_, cause)| cause.genes().contains(&gene));
            let lost = having.find(|(_, cause)| !found.contains(cause.slug));
            assert_eq!(lost.map(|(_, cause)| cause.slug), None, "{gene} by {symbol:?}");
        }
    }
    assert!(catalogue.gene_symbols("GBA1").former().eq(["GBA"]));
}

#[test]
fn former_symbols_and_brands_that_people_type_find_their_entries() {
    let first = |query: &str| -> (&'static str, Vec<(SearchField, &'static str)>) {
        let results = explore(query);
        let row = results.rows.first().expect("something is found");
        let reasons =
            EXPLORER.reasons(&results, *row).map(|reason| (reason.field, reason.text)).collect();
        (slugs(&results.rows[..1])[0], reasons)
    };
    assert_eq!(first("Deroxat"), ("drug-paroxetine", vec![(SearchField::Brand, "Deroxat")]));
    for (symbol, gene) in
        [("GBA", "GBA1"), ("PROSC", "PLPBP"), ("MARCH6", "MARCHF6"), ("ADCK3", "COQ8A")]
    {
        let (slug, reasons) = first(symbol);
        let having = |cause: &Cause| cause.genes().contains(&gene);
        assert!(causes().any(|(_, it)| it.slug == slug && having(it)), "{slug} by {symbol:?}");
        // One entry has the symbol in a name of its own, too.
        let named = reasons.iter().any(|(_, text)| text.contains(symbol));
        assert!(named, "{slug}: {reasons:?}");
    }
}

#[test]
fn a_question_for_a_difference_leads_to_a_comparison() {
    let catalogue = Catalogue::bundled();
    for (question, expected) in [
        ("how do I tell cortical from spinal", ["Cortical myoclonus", "Spinal"]),
        ("cortical or brainstem", ["Cortical myoclonus", "Brainstem"]),
        ("difference between positive and negative myoclonus", ["Positive", "Negative"]),
        ("Lafora vs Unverricht-Lundborg", ["Lafora", "Unverricht"]),
    ] {
        let pair = EXPLORER.pair(question).unwrap_or_else(|| panic!("{question}"));
        let names = pair.map(|link| catalogue.name_of(link));
        let fit = names.iter().zip(expected).all(|(name, start)| name.starts_with(start));
        assert!(fit, "{question}: {names:?}");
    }
    for question in
        ["", "or", "cortical", "fever and jerks", "cortical or zzzz", "jerks with fever"]
    {
        assert_eq!(EXPLORER.pair(question), None, "{question}");
    }
}
