//! The rule, on records made for it and on every imported disease.

use std::collections::BTreeSet;

use super::*;
use crate::catalogue::FrequencyClass;

const fn counted(found: u16, examined: u16) -> [Frequency; 1] {
    [Frequency::Counted { found, examined }]
}

const VERY_FREQUENT: &[Frequency] = &[Frequency::Class(FrequencyClass::VeryFrequent)];
const FREQUENT: &[Frequency] = &[Frequency::Class(FrequencyClass::Frequent)];
const OCCASIONAL: &[Frequency] = &[Frequency::Class(FrequencyClass::Occasional)];
const VERY_RARE: &[Frequency] = &[Frequency::Class(FrequencyClass::VeryRare)];

const MYOCLONUS: u32 = 1336;
const DYSPHAGIA: u32 = 2015;
const GAIT: u32 = 1288;

/// Terms by their numbers, each with its frequency.
type Found = &'static [(u32, &'static [Frequency])];

fn term(number: u32) -> TermId {
    let id = Catalogue::bundled().ontology().find(&format!("HP:{number:07}"));
    id.unwrap_or_else(|| panic!("HP:{number:07} is embedded"))
}

fn features(found: Found) -> Vec<FoundFeature> {
    found.iter().map(|(id, frequency)| FoundFeature { term: term(*id), frequency }).collect()
}

/// The sentences about a disease called X.
fn said(inheritance: &[u32], onset: Found, found: Found) -> String {
    let inheritance: Vec<TermId> = inheritance.iter().map(|number| term(*number)).collect();
    let found = features(found).into_iter();
    Record::new(Catalogue::bundled(), "X", &inheritance, &features(onset), found).in_words()
}

/// The plain sentences of every imported disease.
fn all() -> impl Iterator<Item = (&'static Cause, String)> {
    let catalogue = Catalogue::bundled();
    let causes = catalogue.cause_ids().map(|id| catalogue.cause(id));
    causes.filter_map(|cause| Some((cause, plain_from_annotations(catalogue, cause)?)))
}

#[test]
fn a_record_becomes_plain_sentences() {
    const RECORDS: [(&[u32], Found, Found, &str); 8] = [
        (
            &[7],
            &[(3621, &[])],
            &[
                (MYOCLONUS, VERY_FREQUENT),
                (SEIZURE, VERY_FREQUENT),
                (GAIT, FREQUENT),
                (DYSPHAGIA, FREQUENT),
            ],
            "X is a rare inherited disease that begins between the ages of 5 and 15. Most people \
             with it have sudden muscle jerks and seizures; many have trouble walking and \
             swallowing. A person gets it when both parents pass on a changed gene.",
        ),
        (
            &[6],
            &[],
            &[(MYOCLONUS, VERY_RARE), (SEIZURE, OCCASIONAL)],
            "X is a rare genetic disease. Some people with it have seizures; a few have sudden \
             muscle jerks. One changed gene is enough, either inherited or new.",
        ),
        (
            &[],
            &[],
            &[(MYOCLONUS, &[]), (SEIZURE, &[])],
            "X is a rare disease. People with it can have sudden muscle jerks and seizures.",
        ),
        (
            &[],
            &[(3577, OCCASIONAL), (3593, FREQUENT)],
            &[(MYOCLONUS, &[]), (SEIZURE, FREQUENT)],
            "X is a rare disease that can begin in the first year of life. Many people with it \
             have seizures; it can also come with sudden muscle jerks.",
        ),
        (
            &[],
            &[(3577, OCCASIONAL), (3593, FREQUENT), (3621, OCCASIONAL)],
            &[(MYOCLONUS, FREQUENT)],
            "X is a rare disease that can begin at different ages, from birth to the age of 15. \
             Many people with it have sudden muscle jerks.",
        ),
        (
            &[],
            &[(11_462, OCCASIONAL), (3584, FREQUENT)],
            &[(MYOCLONUS, FREQUENT)],
            "X is a rare disease that can begin at different ages, from young adulthood to old \
             age. Many people with it have sudden muscle jerks.",
        ),
        (
            &[],
            &[(3577, OCCASIONAL), (3593, VERY_FREQUENT)],
            &[(MYOCLONUS, FREQUENT)],
            "X is a rare disease that usually begins in the first year of life. Many people with \
             it have sudden muscle jerks.",
        ),
        (
            &[],
            &[(3593, OCCASIONAL), (11_463, FREQUENT)],
            &[(MYOCLONUS, VERY_RARE), (SEIZURE, &[]), (GAIT, OCCASIONAL)],
            "X is a rare disease that can begin in the first five years of life. Some people with \
             it have trouble walking; it can also come with seizures; a few have sudden muscle \
             jerks.",
        ),
    ];
    for (inheritance, onset, found, text) in RECORDS {
        assert_eq!(said(inheritance, onset, found), text);
    }
}

#[test]
fn a_record_of_death_is_said_in_plain_words() {
    const INFANCY: u32 = 1522;
    const CHILDHOOD: u32 = 3819;
    const YOUNG: u32 = 100_613;
    const ONE_OF_TWO: &[Frequency] = &counted(1, 2);
    const WEEKS: u32 = 3811;
    const SUDDEN: u32 = 33_258;
    const RECORDS: [(Found, &str); 9] = [
        (&[], ""),
        (&[(WEEKS, FREQUENT)], "Many babies with it die in the first weeks of life."),
        (&[(SUDDEN, &[])], "Sudden death can occur."),
        (
            &[(SUDDEN, &[]), (CHILDHOOD, &[])],
            "It can be fatal in childhood. Sudden death can occur.",
        ),
        (&[(WEEKS, &[])], "It can be fatal in the first weeks of life."),
        (&[(INFANCY, VERY_FREQUENT)], "Most children with it die in the first two years of life."),
        (
            &[(CHILDHOOD, &[]), (INFANCY, ONE_OF_TWO)],
            "It can be fatal in the first two years of life or in childhood.",
        ),
        (&[(CHILDHOOD, OCCASIONAL), (INFANCY, &[])], "Some people with it die in childhood."),
        (&[(YOUNG, FREQUENT)], "Many people with it die in young adulthood."),
    ];
    let catalogue = Catalogue::bundled();
    let known = |it: &Found| {
        let ids = it.iter().map(|(number, _)| format!("HP:{number:07}"));
        ids.into_iter().all(|id| catalogue.ontology().find(&id).is_some())
    };
    for (found, words) in RECORDS.iter().filter(|(found, _)| known(found)) {
        let deaths = deaths(catalogue, features(found).into_iter());
        let none = std::iter::empty();
        let record = Record { deaths, ..Record::new(catalogue, "X", &[], &[], none) };
        assert_eq!(record.early_death(), *words, "{found:?}");
    }
    let mut seen = 0;
    for (cause, text) in all() {
        let courses = cause.annotated[0].course.iter().map(|it| it.term);
        let found = catalogue.annotations(cause.annotated[0]).iter().filter(|it| !it.absent);
        let labels = courses.chain(found.map(|it| it.found.term));
        let dies = labels.map(|term| catalogue.term(term).label).any(|label| {
            let label = label.to_lowercase();
            label.contains("death") && !label.contains("cell death")
        });
        let said = [" die ", " be fatal ", "Sudden death "].iter().any(|it| text.contains(it));
        assert!(!dies || said, "{text}");
        seen += usize::from(dies);
    }
    assert!(seen > 0);
}

#[test]
fn what_the_name_is_about_is_said() {
    let catalogue = Catalogue::bundled();
    let mut seen = 0;
    for (cause, text) in all() {
        let name = cause.name.to_lowercase();
        let said = text.strip_prefix(cause.name).unwrap_or(&text);
        let found = catalogue.annotations(cause.annotated[0]).iter().filter(|it| !it.absent);
        let terms = found.map(|it| it.found.term);
        let terms = terms.filter(|term| !catalogue.ontology().is_myoclonus(*term));
        let has: Vec<&str> =
            terms.filter_map(|term| words_of(catalogue, term)).map(Words::text).collect();
        let about = NAMED.iter().filter(|(part, words)| name.contains(part) && has.contains(words));
        let about = each_once(about.map(|(_, words)| *words));
        let is_said = |words: &&&str| {
            let words = words.trim_start_matches("trouble ").trim_end_matches(" muscles");
            said.contains(words)
        };
        let missing = about.len() - about.iter().filter(is_said).count();
        // As many as the sentences have room for.
        assert!(missing == 0 || about.len() - missing >= 2, "{about:?}: {text}");
        seen += usize::from(!about.is_empty());
    }
    assert!(seen > 50, "{seen}");
}

#[test]
fn a_disease_of_a_later_release_says_that_how_often_is_not_said() {
    let catalogue = Catalogue::bundled();
    let mut seen = 0;
    for (cause, text) in all() {
        let later = cause.annotated.iter().any(|it| catalogue.is_of_later_release(it));
        assert_eq!(text.contains("; how often is not said."), later, "{text}");
        assert!(!later || text.contains("People with it can have"), "{text}");
        seen += usize::from(later);
    }
    assert!(seen > 0);
}

#[test]
fn how_often_is_never_more_than_is_sure() {
    const ALL_OF_FOUR: &[Frequency] = &counted(4, 4);
    const ALL_OF_TEN: &[Frequency] = &counted(10, 10);
    const SEVEN_OF_TEN: &[Frequency] = &counted(7, 10);
    const TWO_OF_TEN: &[Frequency] = &counted(2, 10);
    const ONE_OF_TEN: &[Frequency] = &counted(1, 10);
    const ONE_OF_300: &[Frequency] = &counted(1, 300);
    const BOTH: &[Frequency] = &[
        Frequency::Class(FrequencyClass::VeryFrequent),
        Frequency::Class(FrequencyClass::Occasional),
    ];
    for (frequencies, often) in [
        (VERY_FREQUENT, HowOften::Most),
        (FREQUENT, HowOften::Many),
        (OCCASIONAL, HowOften::Some),
        (VERY_RARE, HowOften::Few),
        (&[Frequency::PerMille(500)][..], HowOften::Many),
        (BOTH, HowOften::Some),
        (ALL_OF_FOUR, HowOften::Unsaid),
        (ALL_OF_TEN, HowOften::Most),
        (SEVEN_OF_TEN, HowOften::Many),
        (TWO_OF_TEN, HowOften::Some),
        (ONE_OF_TEN, HowOften::Unsaid),
        (ONE_OF_300, HowOften::Few),
        (&[], HowOften::Unsaid),
    ] {
        assert_eq!(HowOften::of(frequencies), often, "{frequencies:?}");
    }
}

#[test]
fn inheritance_is_said_in_words() {
    for (terms, words) in [
        (&[7][..], "both parents"),
        (&[6], "either inherited or new"),
        (&[6, 3829], "not everyone with it falls ill"),
        (&[6, 3743], "earlier in each generation"),
        (&[6, 25_352], "usually new in the child"),
        (&[6, 7], "in others both parents"),
        (&[1419], "boys are affected more often"),
        (&[1423], "one copy of it is enough"),
        (&[1417], "on the X chromosome."),
        (&[1427], "passed on by the mother"),
        (&[3745], "without anyone else in the family"),
        (&[7, 1419], "in more than one way"),
    ] {
        let way = Inheritance::of(terms).map_or("", Inheritance::sentence);
        assert!(way.contains(words), "{terms:?}: {way}");
    }
    assert_eq!(Inheritance::of(&[3829]), None, "a remark alone is no way of inheritance");
}

#[test]
fn what_the_name_says_of_the_genes_is_said() {
    let mut seen = BTreeSet::new();
    for (cause, text) in all() {
        let name = cause.name.to_lowercase();
        for (part, kind, words) in [
            ("x-linked", "rare genetic disease", "on the X chromosome"),
            ("autosomal recessive", "rare inherited disease", "when both parents pass on"),
            ("microdeletion", "rare genetic disease", "piece of a chromosome is missing"),
            ("duplication", "rare genetic disease", "piece of a chromosome is there twice"),
            ("ring chromosome", "rare genetic disease", "joined into a ring"),
            ("uniparental disomy", "rare genetic disease", "twice from one parent"),
        ] {
            if name.contains(part) {
                assert!(text.contains(kind) && text.contains(words), "{text}");
                seen.insert(part);
            }
        }
    }
    assert_eq!(seen.len(), 6, "{seen:?}");
}

#[test]
fn a_list_says_trouble_and_muscles_once() {
    for (things, text) in [
        (&["seizures"][..], "seizures"),
        (&["trouble walking", "seizures"], "trouble walking and seizures"),
        (&["trouble walking", "trouble learning"], "trouble walking and learning"),
        (
            &["seizures", "trouble walking", "trembling", "trouble learning"],
            "seizures, trembling, and trouble walking and learning",
        ),
        (&["floppy muscles", "seizures", "stiff muscles"], "floppy or stiff muscles and seizures"),
        (&["a small head", "pain", "weak muscles"], "a small head, pain and weak muscles"),
    ] {
        assert_eq!(listed(things), text);
    }
}

#[test]
fn a_tumour_is_called_a_tumour() {
    let tumours = all()
        .filter(|(cause, _)| TUMOURS.iter().any(|end| cause.name.to_lowercase().ends_with(end)));
    let texts: Vec<String> = tumours.map(|(_, text)| text).collect();
    assert!(!texts.is_empty());
    let says =
        |text: &String| text.contains(" is a tumour") || text.contains("risk of this tumour");
    assert!(texts.iter().all(says), "{texts:?}");
}

#[test]
fn a_raised_risk_is_not_called_a_disease() {
    let mut seen = 0;
    for (cause, text) in all().filter(|(cause, _)| cause.name.starts_with("Susceptibility to ")) {
        seen += 1;
        assert!(text.contains("means a raised risk"), "{}: {text}", cause.slug);
        let is_named = RISKS.iter().any(|(_, of_what, _)| text.contains(of_what));
        assert!(is_named || text.contains("risk of this tumour"), "{}: {text}", cause.slug);
        assert!(!text.contains("with it have"), "not all with the risk fall ill: {text}");
        assert!(!text.contains("is enough"), "{}: {text}", cause.slug);
    }
    assert!(seen > 0);
}

#[test]
fn what_a_child_is_born_with_shows_signs_and_a_list_is_a_name() {
    let said = |name, onset| {
        let found = features(&[(MYOCLONUS, FREQUENT)]).into_iter();
        Record::new(Catalogue::bundled(), name, &[], &features(onset), found).what_it_is(false)
    };
    const AT_FIVE: Found = &[(11_463, &[])];
    for (name, text) in [
        (
            "Lissencephaly 0",
            "Lissencephaly 0 is a rare malformation of the brain whose signs begin between the \
             ages of 1 and 5.",
        ),
        (
            "Jerks, fits, and congenital spots",
            "Jerks, fits, and congenital spots is the name of a rare disease whose signs begin \
             between the ages of 1 and 5.",
        ),
        (
            "Salt-responsive seizures",
            "Salt-responsive seizures are a rare disease that begins between the ages of 1 and 5.",
        ),
        (
            "Idiopathic generalized epilepsy",
            "Idiopathic generalized epilepsy is a disease that begins between the ages of 1 and 5.",
        ),
    ] {
        assert_eq!(said(name, AT_FIVE), text);
    }
}

#[test]
fn recorded_dangers_are_said_once_and_only_of_imported_diseases() {
    let catalogue = Catalogue::bundled();
    let (mut seizures, mut endless, mut operations) = (0, 0, 0);
    for (cause, _) in all() {
        let found = catalogue.annotations(cause.annotated[0]).iter().filter(|it| !it.absent);
        // Myoclonic seizures, too, and what infantile spasms look like on the EEG.
        let found: Vec<TermId> = found.map(|it| it.found.term).collect();
        let terms: Vec<u32> = found.iter().flat_map(|id| numbers(catalogue, *id)).collect();
        let dangers = dangers_from_annotations(catalogue, cause).unwrap_or_default();
        let has_seizures = [SEIZURE, 2521].iter().any(|number| terms.contains(number));
        assert!(!has_seizures || dangers.contains("seizures"), "{}", cause.slug);
        let names_anaesthetics = dangers.contains("tell the anaesthetist");
        assert_eq!(names_anaesthetics, terms.contains(&2047), "{}: {dangers}", cause.slug);
        assert!(dangers.matches("seizures").count() < 2, "{dangers}");
        let is_endless = terms.contains(&2133);
        assert!(!is_endless || dangers.contains("do not end by themselves"), "{}", cause.slug);
        seizures += usize::from(dangers.contains("seizures"));
        endless += usize::from(is_endless);
        operations += usize::from(names_anaesthetics);
    }
    assert!(seizures > endless && endless > 0, "{seizures}, {endless}");
    assert!(operations > 0, "malignant hyperthermia is in some record");
    let curated = catalogue.cause_ids().map(|id| catalogue.cause(id)).filter(|it| !it.imported);
    assert!(curated.into_iter().all(|it| dangers_from_annotations(catalogue, it).is_none()));
}

#[test]
fn the_same_is_not_said_twice() {
    const LOST_SKILLS: u32 = 2376;
    const DETERIORATION: u32 = 1268;
    let text = said(
        &[],
        &[],
        &[(MYOCLONUS, FREQUENT), (LOST_SKILLS, FREQUENT), (DETERIORATION, FREQUENT)],
    );
    assert!(text.contains("loss of skills") && !text.contains("loss of thinking"), "{text}");
    for (_, text) in all() {
        for alike in ALIKE {
            let said = alike.iter().filter(|words| text.contains(**words));
            assert!(said.count() < 2, "{text}");
        }
    }
}

#[test]
fn every_imported_disease_and_no_other_cause_has_plain_sentences() {
    let catalogue = Catalogue::bundled();
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        let text = plain_from_annotations(catalogue, cause);
        assert_eq!(text.is_some(), cause.imported, "{}", cause.slug);
    }
}

#[test]
fn plain_sentences_are_short_and_whole() {
    for (cause, text) in all() {
        let own = text.strip_prefix(cause.name).unwrap_or_else(|| panic!("no name: {text}"));
        let words: Vec<String> = own
            .split_whitespace()
            .map(|word| word.trim_matches([',', ';', '.']).to_lowercase())
            .collect();
        assert!(text.split_whitespace().count() <= MOST_WORDS, "{text}");
        assert!(text.ends_with('.') && !text.ends_with(".."), "{text}");
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]), "a doubled word: {text}");
        assert!(words.iter().all(|word| !word.is_empty() && word != "none"), "{text}");
        let jerks = JERKS.iter().map(|(words, _)| *words).chain([SOME_JERKS]);
        assert_eq!(jerks.filter(|words| text.contains(words)).count(), 1, "{text}");
        assert!(!text.contains("  ") && !text.contains(" ,"), "{text}");
    }
}

/// Whether some disease is said to have these jerks.
fn all_say(words: &str) -> bool {
    all().any(|(_, text)| text.contains(words))
}

#[test]
fn jerks_of_one_kind_are_named_and_several_kinds_are_not() {
    const EYELIDS: u32 = 25_097;
    let one = said(&[], &[], &[(EYELIDS, FREQUENT)]);
    assert_eq!(one, "X is a rare disease. Many people with it have jerks of the eyelids.");
    let two = said(&[], &[], &[(EYELIDS, FREQUENT), (MYOCLONUS, FREQUENT)]);
    assert_eq!(two, "X is a rare disease. Many people with it have sudden muscle jerks.");
}

#[test]
fn jerks_that_are_seizures_are_called_so_unless_seizures_are_named() {
    const MYOCLONIC: u32 = 2123;
    for (found, jerks) in [
        (&[(MYOCLONIC, FREQUENT)][..], EPILEPTIC_JERKS),
        (&[(MYOCLONIC, FREQUENT), (MYOCLONUS, FREQUENT)], PARTLY_EPILEPTIC_JERKS),
        (&[(MYOCLONIC, FREQUENT), (SEIZURE, FREQUENT)], "sudden muscle jerks and seizures"),
    ] {
        let text = said(&[], &[], found);
        assert_eq!(text, format!("X is a rare disease. Many people with it have {jerks}."));
    }
    assert!(all_say(EPILEPTIC_JERKS) && all_say(PARTLY_EPILEPTIC_JERKS));
}

#[test]
fn patients_of_all_times_in_the_first_year_count_together() {
    const NINE_OF_TEN: Found =
        &[(3593, &counted(8, 10)), (3623, &counted(1, 10)), (11_463, &counted(1, 10))];
    const AMONG_OTHERS: Found = &[(3593, &counted(8, 10)), (3623, &counted(1, 11))];
    const TOO_MANY: Found = &[(3593, &counted(8, 10)), (3623, &counted(8, 10))];
    for (onset, words) in [
        (NINE_OF_TEN, "usually begins in the first year of life"),
        (AMONG_OTHERS, "can begin in the first year of life"),
        (TOO_MANY, "can begin in the first year of life"),
    ] {
        let text = said(&[], onset, &[(MYOCLONUS, FREQUENT)]);
        assert!(text.starts_with(&format!("X is a rare disease that {words}.")), "{text}");
    }
}

#[test]
fn a_mitochondrial_disease_is_one_of_the_energy_of_cells() {
    let mut seen = 0;
    for (cause, text) in all() {
        let shelf = cause.subcategory.map(|shelf| shelf.name);
        let is_of_energy = text.contains("disease of the cells' energy supply");
        assert!(!is_of_energy || shelf == Some("Mitochondrial diseases"), "{text}");
        seen += usize::from(is_of_energy);
    }
    assert!(seen > 0, "the shelf has another name");
}

#[test]
fn infections_of_the_nose_or_throat_are_not_called_those_of_any_place() {
    const UPPER: u32 = 2788;
    const ANY: u32 = 2719;
    let infections = |found| said(&[], &[], found);
    let upper = infections(&[(MYOCLONUS, FREQUENT), (UPPER, FREQUENT)]);
    assert!(upper.contains("frequent nose or throat infections"), "{upper}");
    let any = infections(&[(MYOCLONUS, FREQUENT), (UPPER, FREQUENT), (ANY, FREQUENT)]);
    assert_eq!(any.matches("infections").count(), 1, "{any}");
}

#[test]
fn every_everyday_word_is_that_of_a_finding() {
    let catalogue = Catalogue::bundled();
    for (_, tops) in JERKS.iter().chain(FELT).chain(TESTED) {
        assert!(tops.iter().all(|top| catalogue.term(term(*top)).number == *top));
    }
    let imported = catalogue.cause_ids().map(|id| catalogue.cause(id)).filter(|it| it.imported);
    let found = imported.flat_map(|cause| cause.annotated).flat_map(|it| catalogue.annotations(it));
    let terms: BTreeSet<TermId> = found.map(|annotation| annotation.found.term).collect();
    let used: BTreeSet<Words> = terms.iter().filter_map(|id| words_of(catalogue, *id)).collect();
    let all = (0..FELT.len()).map(|row| Words { tested: false, row });
    let all = all.chain((0..TESTED.len()).map(|row| Words { tested: true, row }));
    let unused: Vec<&str> = all.filter(|it| !used.contains(it)).map(Words::text).collect();
    assert!(unused.is_empty(), "no imported disease has {unused:?}; take the rows out");
    for (words, _) in JERKS {
        assert!(all_say(words), "no imported disease has {words}; take the row out");
    }
}
