//! Which entries come first for what people type, and why each has its place.

use std::collections::BTreeSet;

use myoclonus_explorer::catalogue::Catalogue;
use myoclonus_explorer::view::{Page, ViewState};

use crate::bundled::{EXPLORER, causes, explore, found, slugs};

/// The first entries for a query, in this order, each with the reason for its place.
#[track_caller]
fn check(query: &str, expected: &[(&str, &str)]) {
    let slugs = found(query);
    for (place, (slug, why)) in expected.iter().enumerate() {
        let there = slugs.get(place).copied();
        assert_eq!(there, Some(*slug), "{query:?}, place {}: {why}; all: {slugs:?}", place + 1);
    }
}

#[test]
fn misspelt_words_find_what_was_meant() {
    check(
        "cruetzfeldt",
        &[
            (
                "inf-cjd-inherited",
                "two letters swapped; it and the next have the fewest other words",
            ),
            ("inf-cjd-sporadic", "as before"),
            ("inf-cjd-variant-acquired", "its name has more other words"),
        ],
    );
    check(
        "cruetz",
        &[("inf-cjd-variant-acquired", "a misspelt word that is still being typed: by name alone")],
    );
    check(
        "liver falure",
        &[("met-hepatic", "the everyday name \"liver failure\", a letter left out")],
    );
    check(
        "gabapentine",
        &[
            ("drug-gabapentin", "a letter too many"),
            ("drug-pregabalin", "the drug is in the name of its exposure"),
        ],
    );
    check(
        "unvericht lundborg",
        &[("ep-unverricht-lundborg", "a letter left out in one of two words")],
    );
    check("laffora disease", &[("ep-lafora", "a letter doubled")]);
    check("rett syndrom", &[("gen-rett", "the last word is not typed to its end")]);
    check("hicup", &[("phys-hiccup", "a letter left out")]);
    check("morfine", &[("drug-morphine", "f for ph, as other languages spell it")]);
    check("angleman", &[("gen-angelman", "two letters swapped")]);
    check("lithum", &[("drug-lithium", "a letter left out")]);
    check("seretonin", &[("drug-serotonin-syndrome", "one letter exchanged")]);
}

#[test]
fn everyday_words_find_the_entry_with_that_name() {
    check(
        "flapping tremor",
        &[
            ("met-hepatic", "the everyday name of asterixis, and another one has a form of it"),
            ("met-haemodialysis", "the everyday name, whole"),
            ("str-focal-asterixis", "\"one-sided flapping tremor\": more words; by name"),
        ],
    );
    check("hiccups", &[("phys-hiccup", "the plural is an everyday name")]);
    check(
        "baby jerks in sleep",
        &[
            ("sleep-bnsm", "the whole of an everyday name"),
            ("phys-infant-feeding", "\"baby twitching in sleep\""),
        ],
    );
    check(
        "jerks when falling asleep",
        &[
            ("phys-sleep-start", "the whole of an everyday name"),
            ("sleep-repetitive-sleep-starts", "more words than asked for; by name"),
            ("sleep-psm", "\"trunk jerks when falling asleep\": as before"),
        ],
    );
    check(
        "kidney failure",
        &[
            ("met-uraemic", "the whole of another name"),
            ("drug-pramipexole-amantadine", "both words are in the name shown; by name"),
            ("toxin-star-fruit", "as before"),
        ],
    );
    check(
        "heart attack survivor jerks",
        &[
            ("hyp-lance-adams", "the lasting form, which survivors have"),
            ("hyp-acute", "\"jerks after a heart attack\""),
        ],
    );
    check(
        "jerks after a heart attack",
        &[
            ("hyp-acute", "the whole of an everyday name; by name before the chronic form"),
            ("hyp-lance-adams", "as before"),
        ],
    );
    check("mad cow", &[("inf-cjd-variant-acquired", "the beginning of \"mad cow disease\"")]);
    check(
        "dancing eyes",
        &[
            ("ai-oms", "the whole of an everyday name; other entries have it with a cause"),
            ("ai-oms-idiopathic", "as before"),
        ],
    );
    check("head injury", &[("str-tbi", "the whole of another name")]);
    check("low magnesium", &[("met-hypomagnesaemia", "the whole of an everyday name")]);
    check("sugar low", &[("met-hypoglycaemia", "\"low blood sugar\" in another order")]);
    check("face spasm", &[("per-hemifacial", "the whole of an everyday name")]);
    check("painkillers", &[("drug-opioids-group", "\"strong painkillers\"")]);
    check("startle disease", &[("ess-hyperekplexia", "the whole of an everyday name")]);
}

#[test]
fn abbreviations_count_as_whole_words() {
    check("ckd", &[("met-uraemic", "the whole of an everyday name")]);
    check(
        "jerks after cpr",
        &[("hyp-acute", "the whole of an everyday name; two have it, by name")],
    );
    check(
        "oms",
        &[("ai-oms", "the whole of a name"), ("ai-oms-idiopathic", "as before, later by name")],
    );
    check("SSPE", &[("inf-sspe", "the whole of another name")]);
    check(
        "CJD",
        &[
            ("inf-cjd-sporadic", "a name that specialists use comes before everyday names"),
            ("inf-cjd-variant-acquired", "the whole of an everyday name"),
            ("inf-cjd-inherited", "as before"),
        ],
    );
    check("jme", &[("ep-jme", "the whole of an everyday name")]);
    check(
        "MS",
        &[
            ("ai-multiple-sclerosis", "the whole of a name"),
            ("ep-msnpe", "another name begins with the word"),
            ("drug-morphine", "a brand name begins with the word"),
        ],
    );
    check(
        "b12",
        &[("nut-b12-infant", "a word of the name; by name"), ("nut-b12-adult", "as before")],
    );
    check(
        "hiv",
        &[
            ("inf-hiv-oms", "the beginning of the name; the shorter one first"),
            ("inf-hiv-movement", "as before"),
        ],
    );
    check("nmda", &[("ai-nmdar", "the beginning of the name")]);
}

#[test]
fn the_name_comes_before_everything_else() {
    check(
        "serotonin",
        &[
            ("drug-serotonin-syndrome", "the name begins with the word"),
            ("toxin-mdma", "the word comes later in the name"),
        ],
    );
    check(
        "lance adams",
        &[
            ("hyp-lance-adams", "both words are in the name"),
            ("hyp-acute", "only its text speaks of the other form"),
        ],
    );
    check("Lance-Adams", &[("hyp-lance-adams", "a hyphen is a blank")]);
    check("LANCE", &[("hyp-lance-adams", "capitals do not matter")]);
    check("hiccup", &[("phys-hiccup", "the whole name")]);
    check("hic", &[("phys-hiccup", "the beginning of a name")]);
    check(
        "morphine",
        &[
            ("drug-morphine", "the whole name"),
            ("drug-intrathecal-morphine", "the name begins with the word"),
        ],
    );
    check(
        "valproate",
        &[
            ("drug-valproate", "the whole name"),
            ("drug-valproate-hyperammonaemia", "the name begins with the word"),
        ],
    );
    check(
        "stroke",
        &[
            ("str-stroke", "the whole name"),
            ("str-thalamic-asterixis", "a word of the name"),
            ("str-basilar-occlusion", "as before"),
        ],
    );
    check(
        "measles",
        &[
            ("inf-measles-inclusion-body", "the beginning of the name"),
            ("inf-sspe", "a word of the name shown"),
            ("inf-rubella-panencephalitis", "\"German measles\""),
        ],
    );
    check("seizure", &[("ep-epileptic-general", "a curated name, before long names that have it")]);
    check("infant jerking", &[("phys-infant-feeding", "a curated name before imported ones")]);
    check("my legs jerk at night", &[("phys-sleep-start", "an everyday name before a finding")]);
    check("CLN5 ataxia", &[("omim-256731", "a gene and a finding, and no other has both")]);
    check("disease wilson", &[("gen-wilson", "the order of words does not matter")]);
    check(
        "huntingtons",
        &[
            ("nd-huntington", "the genitive of a name"),
            ("nd-c9orf72", "another of its names begins so; by name"),
            ("nd-sca17", "as before"),
            ("nd-huntington-juvenile", "a word of its name"),
        ],
    );
    check("behçet", &[("ai-behcet", "one accent more than the entry has")]);
    check(
        "posthypoxic",
        &[
            (
                "hyp-lance-adams",
                "a hyphenated word typed as one; both have it, the longer name first",
            ),
            ("hyp-acute", "as before"),
        ],
    );
}

#[test]
fn british_and_american_spellings_find_the_same() {
    for query in ["haemodialysis", "hemodialysis"] {
        check(query, &[("met-haemodialysis", "a word of the name")]);
    }
    for query in ["tumor", "tumour"] {
        check(
            query,
            &[
                ("pn-brain-tumour", "a word of the name; the shorter name first"),
                ("pn-spinal-tumour", "as before"),
            ],
        );
    }
    for query in ["celiac", "coeliac"] {
        check(query, &[("ai-coeliac", "the beginning of the name")]);
    }
    check("uremia", &[("met-uraemic", "an everyday name in the other spelling")]);
    check("hypoglycemia", &[("met-hypoglycaemia", "the whole name in the other spelling")]);
}

#[test]
fn brands_classes_and_other_fields_find_the_entry_too() {
    check("sinemet", &[("drug-levodopa", "a brand name")]);
    check("neurontin", &[("drug-gabapentin", "a brand name")]);
    check("Lyrica", &[("drug-pregabalin", "a brand name")]);
    check("prozac", &[("drug-fluoxetine", "a brand name")]);
    check("ecstasy", &[("toxin-mdma", "a word of the name"), ("drug-ghb", "\"liquid ecstasy\"")]);
    check(
        "antibiotics",
        &[
            ("drug-betalactam-group", "a word of the name"),
            ("drug-cefepime", "a word of its class, in the singular; by name"),
        ],
    );
    check(
        "opioid kidney",
        &[("drug-opioids-group", "one word in the name, the other in an exposure")],
    );
    check(
        "hashimoto",
        &[
            ("ai-sreat", "a word of another name"),
            ("drug-bismuth", "only its text names the disease"),
        ],
    );
    check("ORPHA:399", &[("nd-huntington", "a number of a registry")]);
}

#[test]
fn numbers_and_short_words_are_never_fuzzy() {
    for query in ["SCA18", "ors", "ORPHA:398"] {
        let slugs = found(query);
        assert!(!slugs.contains(&"nd-sca14") && !slugs.contains(&"ai-oms"), "{query}: {slugs:?}");
        assert!(!slugs.contains(&"nd-huntington"), "{query}: {slugs:?}");
    }
}

#[test]
fn without_a_full_match_the_best_partial_matches_are_shown() {
    let results = explore("zzzz hiccup");
    assert!(results.partial);
    assert_eq!(results.unmatched_words, ["zzzz"]);
    assert_eq!(slugs(&results.rows).first(), Some(&"phys-hiccup"));
    let results = explore("lance adams zeppelin");
    assert_eq!(results.unmatched_words, ["zeppelin"]);
    let slugs = slugs(&results.rows);
    assert_eq!(slugs[..2], ["hyp-lance-adams", "hyp-acute"], "these have both words");
    assert!(slugs.contains(&"hyp-encephalopathy"), "both words are in its plain text");
}

#[test]
fn each_of_several_medicines_is_found() {
    for query in ["gabapentin, morphine, amitriptyline", "amitriptyline morphine gabapentin"] {
        let slugs = found(query);
        let mut first: Vec<&str> = slugs.iter().take(3).copied().collect();
        first.sort_unstable();
        assert_eq!(first, ["drug-amitriptyline", "drug-gabapentin", "drug-morphine"], "{slugs:?}");
    }
    // Even if one entry has both words.
    let slugs = found("tramadol and sertraline");
    let mut first = slugs[..2].to_vec();
    first.sort_unstable();
    assert_eq!(first, ["drug-sertraline", "drug-tramadol"], "{slugs:?}");
}

#[test]
fn a_word_that_names_an_entry_beats_one_that_describes_many() {
    for (query, slug) in [
        ("lithium toxicity", "drug-lithium"),
        ("morphine toxicity", "drug-morphine"),
        ("stroke patient with jerks", "str-stroke"),
    ] {
        assert_eq!(found(query).first(), Some(&slug), "{query}");
    }
}

#[test]
fn whole_questions_are_understood_by_their_content_words() {
    for (query, slug) in [
        ("does lithium cause jerks", "drug-lithium"),
        ("why do i jerk when i fall asleep", "phys-sleep-start"),
        ("what is the cause of my jerks when i am on the medicine gabapentin", "drug-gabapentin"),
        ("can gabapentin make you twitch", "drug-gabapentin"),
    ] {
        let slugs = found(query);
        assert!(slugs.iter().take(3).any(|found| *found == slug), "{query}: {slugs:?}");
    }
}

#[test]
fn words_typed_apart_match_a_name_that_has_them_as_one() {
    check(
        "vitamin b 12",
        &[("nut-b12-adult", "both begin the name; by name"), ("nut-b12-infant", "as before")],
    );
    check("gaba pentin", &[("drug-gabapentin", "typed apart")]);
}

#[test]
fn a_fuzzy_match_is_reported_and_never_replaces_an_exact_one() {
    assert_eq!(explore("gabapentine").fuzzy_words, ["gabapentine"]);
    let both = "\"clicking in the ear\": \"ear\" is a whole word here";
    assert_eq!(found("ear clicking")[0], "per-middle-ear-myoclonus", "{both}");
    assert_eq!(found("zofran"), Vec::<&str>::new(), "no drug is taken for another");
}

/// Questions as people type them, each with the causes that may come first and the reason.
const QUESTIONS: &str = include_str!("questions.tsv");

/// The slugs that a question finds, in order: on the page of its kind, if it begins with one.
fn answered(question: &str) -> Vec<&'static str> {
    let on_page = question.strip_prefix('@').and_then(|rest| rest.split_once(' '));
    let (page, query) = on_page.map_or((Page::Causes, question), |(key, query)| {
        let page = Page::ALL.iter().find(|page| page.key() == key);
        (*page.unwrap_or_else(|| panic!("no page {key}")), query)
    });
    slugs(&EXPLORER.explore(&ViewState { query: query.into(), ..ViewState::at(page) }).rows)
}

#[test]
fn what_is_meant_comes_first_for_questions_of_all_kinds() {
    let topics = Catalogue::bundled().all_topics().map(|(_, topic)| topic.slug);
    let known: BTreeSet<&str> = causes().map(|(_, cause)| cause.slug).chain(topics).collect();
    let (mut asked, mut later) = (0, Vec::new());
    for line in QUESTIONS.lines().filter(|line| !line.starts_with('#')) {
        let [question, meant, why] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line:?} has three columns");
        };
        let meant: Vec<&str> = meant.split('|').collect();
        assert!(meant.iter().all(|slug| known.contains(slug)), "{question}: {meant:?} are entries");
        let slugs = answered(question);
        let place = slugs.iter().position(|slug| meant.contains(slug));
        asked += 1;
        match place {
            Some(0) => {}
            Some(1 | 2) => later.push(question),
            _ => panic!("{question:?}: {meant:?}: {why}; found: {slugs:?}"),
        }
    }
    assert!(asked >= 200, "only {asked} questions");
    assert!(later.len() * 20 <= asked, "{} of {asked} are not first: {later:#?}", later.len());
}

#[test]
fn every_cause_comes_first_by_its_whole_name() {
    for (_, cause) in causes() {
        assert_eq!(found(cause.name).first(), Some(&cause.slug), "{}", cause.name);
    }
}
