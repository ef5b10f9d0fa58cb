//! The texts that open the entries: every entry has one that a reader of 13 understands.
//!
//! Measures words and sentences. Whether a text is true is for curators.

use myoclonus_explorer::catalogue::{AxisId, Catalogue, Cause, FieldName, Kind, Link, Topic};
use myoclonus_explorer::entry::{Body, Rarity, References, compare, fields};

use crate::bundled::{cause, curated, explore, record, slugs, topic};

/// Technical words. A plain text that needs one explains it.
const JARGON: &str = "
    aetiology agonist akathisia alpha-fetoprotein anoxia anoxic aphasia apraxia arrhythmic
    asterixis ataxia ataxic athetosis atrophy autosomal ballism bilateral bulbar cerebellar
    cerebellum chorea clonus coherence comorbid cortex cortical dysarthria dyskinesia dysmetria
    dysphagia dystonia dystonic encephalitis encephalopathy epidural etiology fasciculation focal
    generator hemifacial hemiparesis hepatic hereditary hyperekplexia hyperreflexia hypnic
    hypoglycaemia hyponatraemia hypotonia hypoxia hypoxic iatrogenic ictal idiopathic
    immunoglobulin interictal intrathecal involuntary ischaemia ischaemic ketosis lesion
    leukodystrophy minipolymyoclonus mitochondria mitochondrial multifocal myelopathy myokymia
    myorhythmia neoplasm neuropathy nystagmus oculomotor oedema opsoclonus palatal paraesthesia
    paraneoplastic paresis parkinsonism paroxysmal pathogenesis peripheral plegia polymyoclonus
    polyneuropathy postural prodrome propriospinal refractory renal reticular rhombencephalitis
    rolandic segmental semiology sensorimotor sepsis serotonergic serotonin spasticity
    stereotypies subacute subcortical symptomatic syncope tardive teratoma tetany titre unilateral
    uraemia uraemic vasculitis
";

/// The most words of a plain text.
const MOST_WORDS: usize = 60;

/// The school year, counted as in America, of a reader of 13 who turns 14.
const READING_GRADE: f64 = 8.0;

/// The field that says in plain words what a topic is.
const fn plain_field(kind: Kind) -> FieldName {
    match kind {
        Kind::Glossary => FieldName::Meaning,
        _ => FieldName::Plain,
    }
}

/// The plain text of a topic.
fn plain_of_topic(topic: &Topic) -> Option<&'static str> {
    let field = topic.fields.iter().find(|field| field.name == plain_field(topic.kind))?;
    field.body.first().map(|phrase| phrase.words)
}

/// The plain texts of causes and topics whose text is a field of its own: slug, name and text.
fn plain_texts() -> Vec<(&'static str, &'static str, &'static str)> {
    let causes =
        curated().filter_map(|cause| Some((cause.slug, cause.name, cause.plain.as_ref()?.text)));
    let topics = Catalogue::bundled().all_topics().map(|(_, topic)| topic);
    let topics = topics
        .filter(|topic| plain_field(topic.kind) == FieldName::Plain)
        .filter_map(|topic| Some((topic.slug, topic.name, plain_of_topic(topic)?)));
    causes.chain(topics).collect()
}

#[test]
fn every_entry_says_what_it_is_in_plain_words_and_in_a_line() {
    let causes = curated().map(|cause| {
        (cause.slug, cause.plain.is_some(), cause.lead.is_some(), cause.clinical.is_some())
    });
    let topics = Catalogue::bundled().all_topics().map(|(_, topic)| {
        let clinical = topic.fields.iter().any(|field| field.name == FieldName::Clinical);
        // What to do about a red flag is one thing for everyone; words and steps are plain.
        let is_exempt = matches!(topic.kind, Kind::RedFlag | Kind::Glossary | Kind::Step);
        let plain = plain_of_topic(topic).is_some();
        (topic.slug, plain, topic.lead.is_some(), clinical || is_exempt)
    });
    let lacking: Vec<_> = causes
        .chain(topics)
        .filter(|(_, plain, lead, clinical)| !(*plain && *lead && *clinical))
        .collect();
    assert!(lacking.is_empty(), "(slug, plain, lead, clinical): {lacking:?}");
}

#[test]
fn a_plain_text_has_few_words_and_a_source() {
    for (slug, _, text) in plain_texts() {
        let words = text.split_whitespace().count();
        assert!(words <= MOST_WORDS, "{slug} has {words} words: {text}");
    }
    for cause in curated() {
        let sourced = cause.plain.as_ref().is_none_or(|plain| !plain.claims.is_empty());
        assert!(sourced, "{} has no source for its plain text", cause.slug);
    }
}

/// What a text calls not recorded although its entry has it.
fn called_missing(cause: &Cause, text: &str) -> Vec<String> {
    let on = |axis: AxisId| cause.axis(axis).is_recorded();
    let distribution = AxisId::from_key("distribution").expect("an axis");
    let has = [
        (&["how often", "how many", "how common", "frequency"][..], cause.shares.is_recorded()),
        (&["course", "go on", "goes on"], on(AxisId::COURSE)),
        (&["distribution", "pattern", "look like", "how they look"], on(distribution)),
        (&["physiology", "generator"], on(AxisId::GENERATOR)),
    ];
    let text = text.to_lowercase();
    let clauses = text.split(['.', ';']);
    let missing = clauses.filter(|it| {
        ["not recorded", "not known", "no details"].iter().any(|words| it.contains(words))
    });
    let wrong = missing.filter(|clause| {
        has.iter().any(|(words, has)| *has && words.iter().any(|word| clause.contains(word)))
    });
    wrong.map(str::to_owned).collect()
}

#[test]
fn no_opening_text_calls_missing_what_the_entry_has() {
    let alzheimer = curated().find(|cause| cause.slug == "nd-alzheimer").expect("it is curated");
    let text = "Jerks are a sign; how often they come is not recorded here.";
    assert_eq!(called_missing(alzheimer, text).len(), 1, "it has a share");
    for cause in curated() {
        let texts = [cause.plain.as_ref(), cause.clinical.as_ref()].map(|it| it.map(|it| it.text));
        for text in texts.into_iter().chain([cause.lead]).flatten() {
            let wrong = called_missing(cause, text);
            assert!(wrong.is_empty(), "{}: {wrong:?}", cause.slug);
        }
    }
}

/// The technical words that a text does not explain. The name of the entry needs no explanation:
/// the text is one.
fn unexplained(name: &str, text: &str) -> Vec<&'static str> {
    let (name, lower) = (name.to_lowercase(), text.to_lowercase());
    let is_letter = |at: char| at.is_alphanumeric() || at == '-';
    let first_use = |word: &str| {
        lower.match_indices(word).map(|(at, _)| (at, at + word.len())).find(|(start, end)| {
            !lower[..*start].ends_with(is_letter) && !lower[*end..].starts_with(is_letter)
        })
    };
    let words = JARGON.split_whitespace().filter(|word| !name.contains(*word));
    words
        .filter(|word| first_use(word).is_some_and(|(start, end)| !explains(&lower, start, end)))
        .collect()
}

/// Whether a text explains the word between two places: in brackets after it, with the word itself
/// in brackets, or in a clause that follows.
fn explains(text: &str, start: usize, end: usize) -> bool {
    const OPENERS: &[&str] = &[
        " (",
        ": ",
        ", a ",
        ", an ",
        ", the ",
        ", in which ",
        ", too ",
        ", when ",
        ", where ",
        ", muscles that ",
    ];
    const VERBS: &[&str] = &[" are ", " is ", " means ", " steadies "];
    let (before, after) = (&text[..start], &text[end..]);
    let in_brackets = before.matches('(').count() > before.matches(')').count();
    // A noun may come in between: serotonin syndrome (too much of it).
    let noun = after.strip_prefix(' ').and_then(|rest| rest.find([' ', ',', ':']));
    let after_noun = noun.map_or("", |length| &after[length + 1..]);
    let follows = |openers: &[&str], rest: &str| openers.iter().any(|it| rest.starts_with(it));
    in_brackets
        || before.ends_with("called ")
        || follows(OPENERS, after)
        || follows(OPENERS, after_noun)
        || follows(VERBS, after)
}

#[test]
fn technical_words_in_plain_texts_are_explained() {
    assert_eq!(unexplained("Rest", "It comes with ataxia."), ["ataxia"]);
    assert_eq!(unexplained("Rest", "It comes with ataxia and more (or less)."), ["ataxia"]);
    assert!(unexplained("Rest", "It comes with ataxia (unsteadiness).").is_empty());
    assert!(unexplained("Rest", "It comes with unsteadiness (ataxia).").is_empty());
    assert!(unexplained("Ataxia", "Ataxia comes with age.").is_empty());
    assert!(unexplained("Rest", "In ataxia-telangiectasia it comes early.").is_empty());
    let faults: Vec<_> = plain_texts()
        .into_iter()
        .map(|(slug, name, text)| (slug, unexplained(name, text)))
        .filter(|(_, words)| !words.is_empty())
        .collect();
    assert!(faults.is_empty(), "explain these words in brackets: {faults:?}");
}

/// The reading grade of a text by Flesch and Kincaid.
fn reading_grade(text: &str) -> f64 {
    let sentences = text.split_inclusive(['.', '!', '?']).filter(|part| !part.trim().is_empty());
    let words: Vec<&str> = text.split_whitespace().collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let count = words.len() as f64;
    0.39 * count / sentences.count() as f64 + 11.8 * syllables as f64 / count - 15.59
}

/// Groups of vowels, without a silent e at the end; at least one.
fn syllables(word: &str) -> usize {
    let word = word.trim_matches(|at: char| !at.is_alphanumeric()).to_lowercase();
    let groups = word.split(|at| !"aeiouyé".contains(at)).filter(|group| !group.is_empty()).count();
    let silent = word.ends_with('e') && !word.ends_with("le");
    groups.saturating_sub(usize::from(silent)).max(1)
}

#[test]
#[expect(clippy::print_stdout, reason = "the grade is a figure to report")]
fn plain_texts_are_for_readers_of_13() {
    assert_eq!(["jerk", "make", "little", "muscle", "epilepsy"].map(syllables), [1, 1, 2, 2, 4]);
    let texts = plain_texts();
    let sum: f64 = texts.iter().map(|(.., text)| reading_grade(text)).sum();
    let mean = sum / texts.len() as f64;
    println!("mean reading grade of {} plain texts: {mean:.1}", texts.len());
    assert!(mean <= READING_GRADE, "the mean reading grade is {mean:.1}");
}

#[test]
fn opening_texts_come_first_and_number_their_sources_first() {
    let catalogue = Catalogue::bundled();
    for cause in curated() {
        let keys: Vec<_> = fields(catalogue, cause).iter().take(3).map(|it| it.key).collect();
        assert_eq!(keys, ["plain", "urgency", "clinical"]);
        let first = cause.plain.as_ref().and_then(|plain| plain.claims.first());
        if let Some(first) = first {
            assert_eq!(References::of(catalogue, cause).number(first.source), Some(1));
        }
    }
    let asterixis = topic(Kind::Type, "asterixis");
    let names: Vec<_> = asterixis.fields.iter().take(3).map(|field| field.name).collect();
    assert_eq!(names, [FieldName::Plain, FieldName::Clinical, FieldName::Definition]);
}

#[test]
fn opening_texts_can_be_searched_and_are_not_compared() {
    let plain = fields(Catalogue::bundled(), record("toxin-scorpion"));
    let said = plain.iter().find(|field| field.key == "plain").map(|field| field.body);
    let Some(Body::Opening(Some(said))) = said else { panic!("a scorpion sting has a plain text") };
    assert!(said.text.contains("darting eye movements"), "{}", said.text);
    assert!(
        slugs(&explore("wild darting eye movements scorpion").rows).contains(&"toxin-scorpion")
    );
    let two: [Link; 2] = ["drug-cefepime", "drug-ceftazidime"].map(cause);
    let catalogue = Catalogue::bundled();
    let compared = compare(catalogue, &Rarity::count(catalogue), &two);
    let lines = compared.differing.iter().chain(&compared.partly).chain(&compared.alike);
    assert!(lines.map(|line| line.name).all(|name| name != FieldName::Plain.label()));
}
