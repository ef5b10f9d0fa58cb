//! What sets a cause apart, when it begins, and the questions that its fields answer.

use myoclonus_explorer::catalogue::{AxisId, Catalogue, Cause, TermId};
use myoclonus_explorer::entry::{Begins, Question, Rarity, begins, distinctive, fields};

use crate::bundled::record;

fn apart(slug: &str, is_shared: impl Fn(TermId) -> bool, most: usize) -> Vec<&'static str> {
    let catalogue = Catalogue::bundled();
    let rarity = Rarity::count(catalogue);
    let found = distinctive(catalogue, &rarity, record(slug), is_shared, most);
    found.iter().map(|found| catalogue.term(found.term).label).collect()
}

fn all_causes() -> impl Iterator<Item = &'static Cause> {
    let catalogue = Catalogue::bundled();
    catalogue.cause_ids().map(|id| catalogue.cause(id))
}

#[test]
fn what_is_always_found_and_nowhere_else_sets_a_cause_apart_most() {
    let lafora = apart("ep-lafora", |_| false, 5);
    assert_eq!(lafora[0], "Lafora bodies");
    assert_eq!(lafora.len(), 5);
    let bodies = Catalogue::bundled().ontology().terms();
    let bodies = bodies.filter(|(_, term)| term.label == "Lafora bodies").map(|(id, _)| id).next();
    let without = apart("ep-lafora", |term| Some(term) == bodies, 5);
    assert_eq!(without[..4], lafora[1..], "what is shared makes room for the next");
}

#[test]
fn neither_jerks_nor_fits_nor_two_of_one_kind_set_a_cause_apart() {
    let catalogue = Catalogue::bundled();
    let (ontology, rarity) = (catalogue.ontology(), Rarity::count(catalogue));
    let seizure = ontology.find("HP:0001250").expect("seizures are embedded");
    let mut some = 0;
    for cause in all_causes() {
        let found = distinctive(catalogue, &rarity, cause, |_| false, 6);
        for (at, one) in found.iter().enumerate() {
            assert!(!ontology.is_myoclonus(one.term), "{}", cause.slug);
            assert!(!ontology.is_kind_of(one.term, seizure), "{}", cause.slug);
            let related = found[..at].iter().any(|other| {
                ontology.is_kind_of(one.term, other.term)
                    || ontology.is_kind_of(other.term, one.term)
            });
            assert!(!related, "{}", cause.slug);
            some += 1;
        }
        let known: Vec<bool> = found.iter().map(|it| !it.frequency.is_empty()).collect();
        assert!(known.is_sorted_by(|one, other| one >= other), "{}: unknown last", cause.slug);
    }
    assert!(some > 1000, "{some} findings");
}

#[test]
fn a_finding_that_was_looked_for_and_absent_sets_nothing_apart() {
    let catalogue = Catalogue::bundled();
    let rarity = Rarity::count(catalogue);
    let mut seen = 0;
    for cause in all_causes() {
        let present: Vec<TermId> = catalogue.features_of(cause).collect();
        let annotated = cause.annotated.iter().flat_map(|disease| catalogue.annotations(disease));
        let absent = annotated.filter(|it| it.absent);
        let absent: Vec<TermId> = absent.map(|it| it.found.term).collect();
        seen += absent.len();
        let found = distinctive(catalogue, &rarity, cause, |_| false, usize::MAX);
        let wrong = found.iter().any(|it| absent.contains(&it.term) && !present.contains(&it.term));
        assert!(!wrong, "{}", cause.slug);
    }
    assert!(seen > 0, "some findings were looked for and absent");
}

#[test]
fn a_line_has_everyday_words_and_none_that_hurts() {
    let catalogue = Catalogue::bundled();
    let ontology = catalogue.ontology();
    let words = |hpo: &str| {
        let term = ontology.find(hpo).unwrap_or_else(|| panic!("{hpo} is embedded"));
        catalogue.term(term).in_everyday_words()
    };
    assert_eq!(words("HP:0001260"), "Difficulty articulating speech");
    assert_eq!(words("HP:0001249"), "Intellectual disability");
    assert_eq!(words("HP:0002380"), "Muscle twitch");
    let hurts = [
        "retard",
        "mental defic",
        "low intelligence",
        "school",
        "iq ",
        "slowness",
        "dwarf",
        "senile",
        "harelip",
        "witch's",
        "carp-",
        "fish mouth",
        "snake",
        "lobster",
        "boxer",
        "pigeon",
        "hunched",
        "funny",
        "elf-like",
        "cross-eye",
        "cross eye",
        "deform",
        "weak chin",
        "stubby",
        "muteness",
    ];
    let mut kept = 0;
    for (_, term) in ontology.terms() {
        let has = |name: &str| {
            let name = name.to_lowercase();
            hurts.iter().any(|word| name.contains(word))
        };
        let shown = term.everyday_name();
        assert!(!shown.is_some_and(has), "{}: {shown:?}", term.label);
        let is_searched = |name: &&str| has(name) && Some(*name) != shown;
        kept += term.lay_names().filter(is_searched).count();
    }
    assert!(kept > 20, "{kept} such names can still be searched");
    for cause in all_causes() {
        assert!(!cause.name.to_lowercase().contains("retard"), "{}", cause.name);
    }
}

#[test]
fn a_name_that_only_adds_words_to_the_label_is_searched_and_not_shown() {
    let is_longer = |label: &str, name: &str| {
        let words = |text: &str| text.to_lowercase().replace('-', " ");
        let name = words(name);
        words(label).split_whitespace().all(|word| name.split_whitespace().any(|it| it == word))
    };
    let mut kept = 0;
    for (_, term) in Catalogue::bundled().ontology().terms() {
        let shown = term.everyday_name();
        assert!(!shown.is_some_and(|name| is_longer(term.label, name)), "{}", term.label);
        kept += term.lay_names().filter(|name| is_longer(term.label, name)).count();
    }
    assert!(kept > 10, "{kept} such names can still be searched");
}

#[test]
fn a_cause_begins_when_a_curator_or_the_rare_disease_data_say() {
    let catalogue = Catalogue::bundled();
    let of = |slug: &str| begins(catalogue, record(slug));
    let cefepime = of("drug-cefepime").expect("recorded by a curator");
    assert_eq!(cefepime.words, ["adult", "older adult"]);
    assert_eq!(cefepime.ages, [false, false, false, false, false, true, true]);
    assert!(!cefepime.of_disease);
    let unverricht = of("ep-unverricht-lundborg").expect("recorded by the import");
    assert_eq!(unverricht.words, ["Juvenile onset"]);
    assert_eq!(unverricht.ages, [false, false, true, true, false, false, false]);
    assert!(unverricht.of_disease);
    let is_recorded = |cause: &Cause| {
        !cause.axis(AxisId::AGE_GROUPS).values.is_empty()
            || cause.annotated.iter().any(|disease| !disease.onset.is_empty())
    };
    let unrecorded: Vec<_> = all_causes().filter(|cause| !is_recorded(cause)).collect();
    assert!(!unrecorded.is_empty(), "something is not recorded");
    for cause in unrecorded {
        assert_eq!(
            begins(catalogue, cause),
            None,
            "{}: not recorded is no empty scale",
            cause.slug
        );
    }
    let known: Vec<Begins> = all_causes().filter_map(|cause| begins(catalogue, cause)).collect();
    assert!(known.len() > 300, "{}", known.len());
    for Begins { ages, words, .. } in known {
        assert!(ages.contains(&true) && !words.is_empty(), "{ages:?} {words:?}");
    }
}

#[test]
fn fields_stand_in_the_order_of_the_questions() {
    let catalogue = Catalogue::bundled();
    for cause in all_causes() {
        let fields = fields(catalogue, cause);
        assert!(fields.is_sorted_by_key(|field| field.question), "{}", cause.slug);
        let question = |key: &str| {
            let field = fields.iter().find(|field| field.key == key);
            field.unwrap_or_else(|| panic!("{key} is a field")).question
        };
        assert_eq!(question("plain"), None);
        assert_eq!(question(AxisId::AGE_GROUPS.axis().key), Some(Question::Who));
        assert_eq!(question("worsened_by"), Some(Question::Help));
    }
}
