//! The statements of the texts that the project began with: each is findable, shown and sourced,
//! and where better sources contradict it, the contradiction stands beside it.

use std::sync::LazyLock;

use myoclonus_explorer::catalogue::{
    AxisId, Basis, Catalogue, Cause, CauseId, Field, FieldName, Kind, Link, SourceKind, Topic,
};
use myoclonus_explorer::entry::Relations;
use myoclonus_explorer::explorer::{Explorer, Row};
use myoclonus_explorer::view::ViewState;

static EXPLORER: LazyLock<Explorer> = LazyLock::new(|| Explorer::new(Catalogue::embedded()));

fn topic(kind: Kind, slug: &str) -> &'static Topic {
    let found = Catalogue::embedded().topics(kind).find(|(_, topic)| topic.slug == slug);
    found.unwrap_or_else(|| panic!("no {} {slug}", kind.key())).1
}

fn field(topic: &Topic, name: FieldName) -> &'static Field {
    let found = topic.fields.iter().find(|field| field.name == name);
    found.unwrap_or_else(|| panic!("{} has no {}", topic.slug, name.key()))
}

/// All words of a field.
fn words(field: &Field) -> String {
    field.body.iter().map(|phrase| phrase.words).collect::<Vec<_>>().join("; ")
}

/// The field says this and rests on sources other than the texts it began with.
#[track_caller]
fn says(topic: &Topic, name: FieldName, part: &str) {
    let field = field(topic, name);
    assert!(words(field).contains(part), "{part:?} in {:?}", words(field));
    assert!(sourced(field), "{} {} has a source of its own", topic.slug, name.key());
}

fn sourced(field: &Field) -> bool {
    let catalogue = Catalogue::embedded();
    field.claims.iter().any(|claim| catalogue.source(claim.source).kind != SourceKind::Seed)
}

/// The search finds this cause among the first three by these very words.
#[track_caller]
fn finds(query: &str, slug: &str) {
    let catalogue = Catalogue::embedded();
    let view = ViewState { query: query.to_owned(), ..ViewState::default() };
    let rows = EXPLORER.explore(&view).rows;
    let listed = |row: &Row| match row.entry {
        Link::Cause(id) => catalogue.cause(id).slug,
        other => panic!("{other:?} among the causes"),
    };
    let first: Vec<&str> = rows.iter().take(3).map(listed).collect();
    assert!(first.contains(&slug), "{query:?} finds {slug} among {first:?}");
}

fn causes() -> impl Iterator<Item = (CauseId, &'static Cause)> {
    let catalogue = Catalogue::embedded();
    catalogue.cause_ids().map(|id| (id, catalogue.cause(id)))
}

#[test]
fn statement_1_myoclonus_is_a_sudden_jerk_and_a_sign() {
    let myoclonus = topic(Kind::Term, "myoclonus");
    says(myoclonus, FieldName::Meaning, "Sudden");
    says(myoclonus, FieldName::Meaning, "sign, not a disease");
}

#[test]
fn statement_2_positive_and_negative() {
    says(topic(Kind::Type, "positive"), FieldName::Definition, "contraction");
    says(topic(Kind::Type, "negative"), FieldName::Definition, "pause");
}

#[test]
fn statement_3_triggers_rhythm_and_seizures() {
    for slug in ["stimulus-sensitive", "action", "rhythmic", "myoclonic-seizure"] {
        assert!(sourced(field(topic(Kind::Type, slug), FieldName::Definition)), "{slug}");
    }
    let epileptic = causes()
        .filter(|(_, cause)| Catalogue::embedded().category(cause.category).slug == "epileptic");
    assert_eq!(epileptic.count(), 166, "24 of them curated");
}

#[test]
fn statement_4_the_brain_is_not_the_only_origin() {
    finds("meningitis", "inf-encephalitis-meningitis");
    finds("encephalitis", "inf-encephalitis-meningitis");
    for slug in ["spinal-segmental", "peripheral"] {
        assert!(sourced(field(topic(Kind::Type, slug), FieldName::Definition)), "{slug}");
    }
}

#[test]
fn statement_5_the_causes_are_found_by_these_very_words() {
    finds("infection", "inf-encephalitis-meningitis");
    finds("head injury", "str-tbi");
    finds("spinal cord injury", "str-spinal-trauma");
    finds("stroke", "str-stroke");
    finds("brain tumour", "pn-brain-tumour");
    finds("brain tumor", "pn-brain-tumour");
    finds("kidney failure", "met-uraemic");
    finds("liver failure", "met-hepatic");
    finds("lipid storage disease", "gen-lipid-storage");
    finds("chemical poisoning", "toxin-chemical-poisoning");
    finds("drug poisoning", "toxin-chemical-poisoning");
    finds("lack of oxygen", "hyp-encephalopathy");
}

#[test]
fn statement_6_nothing_rests_on_the_list_made_by_a_program() {
    let catalogue = Catalogue::embedded();
    for (_, cause) in causes() {
        let seen = cause.claims.iter().map(|claim| catalogue.source(claim.source).kind);
        assert!(seen.into_iter().any(|kind| kind != SourceKind::Seed), "{}", cause.slug);
    }
}

#[test]
fn statement_7_similar_symptoms() {
    for slug in ["tremor", "tics", "chorea", "dystonia"] {
        assert!(sourced(field(topic(Kind::LookAlike, slug), FieldName::Difference)), "{slug}");
    }
}

#[test]
fn statement_8_generalised_localised_intention_and_sleep_onset() {
    for slug in ["generalized", "localized", "intention", "sleep-onset"] {
        assert!(!field(topic(Kind::Type, slug), FieldName::Definition).body.is_empty(), "{slug}");
    }
}

#[test]
fn statement_9_by_course_and_as_labels_for_browsing() {
    let axis = AxisId::from_key("course").expect("there is this axis");
    for course in ["acute", "chronic", "progressive", "recurrent"] {
        let has = |cause: &'static Cause| cause.on_axis(axis).any(|value| value.key == course);
        assert!(causes().any(|(_, cause)| has(cause)), "{course}");
    }
    for slug in ["acute", "chronic", "progressive", "recurring"] {
        let definition = field(topic(Kind::Type, slug), FieldName::Definition);
        assert!(words(definition).contains("browsing label"), "{slug}: {}", words(definition));
    }
}

#[test]
fn statement_10_clonazepam_beside_those_that_others_put_first() {
    for slug in ["clonazepam", "levetiracetam", "valproate", "piracetam"] {
        assert!(sourced(field(topic(Kind::Treatment, slug), FieldName::BestFor)), "{slug}");
    }
}

#[test]
fn statement_11_neurological_and_metabolic_disorders_and_medicines() {
    let catalogue = Catalogue::embedded();
    for slug in ["neurological", "metabolic", "medicines"] {
        let group = catalogue.super_groups().find(|(_, group)| group.slug == slug);
        let (id, _) = group.unwrap_or_else(|| panic!("no group {slug}"));
        assert!(causes().any(|(_, cause)| cause.super_group == id), "{slug}");
    }
}

#[test]
fn statement_12_primary_and_secondary_with_the_contradiction() {
    let primary = topic(Kind::Type, "primary");
    let told: String = primary.fields.iter().map(words).collect::<Vec<_>>().join(" ");
    for share in ["72%", "17%", "11%"] {
        assert!(told.contains(share), "{share} in {told}");
    }
    assert!(primary.fields.iter().any(sourced), "with a source of its own");
    says(topic(Kind::Type, "secondary"), FieldName::Definition, "symptomatic");
}

#[test]
fn statement_13_infection_medicines_and_salts_as_causes() {
    finds("electrolyte imbalance", "met-hydroelectrolyte");
    let medicines =
        causes().filter(|(_, cause)| Catalogue::embedded().category(cause.category).slug == "drug");
    assert_eq!(medicines.count(), 102);
}

#[test]
fn statement_14_how_it_is_diagnosed() {
    for slug in ["physical-exam", "neuro-exam", "mri", "ct", "lab-tests"] {
        assert!(!field(topic(Kind::Test, slug), FieldName::LooksFor).claims.is_empty(), "{slug}");
    }
    let biopsy = topic(Kind::Test, "muscle-biopsy");
    assert!(words(field(biopsy, FieldName::When)).contains("only in selected cases"));
    assert!(sourced(field(biopsy, FieldName::LooksFor)));
}

#[test]
fn statement_15_what_treatments_rest_on() {
    for slug in ["treat-cause", "medications", "physical-therapy", "relaxation", "surgery"] {
        assert!(sourced(field(topic(Kind::Treatment, slug), FieldName::Evidence)), "{slug}");
    }
}

#[test]
fn statement_16_its_three_references_are_told_as_not_verified() {
    let named: Vec<&str> = Catalogue::embedded().unverified().iter().map(|one| one.named).collect();
    assert_eq!(named.len(), 3);
    for author in ["Barlow", "Gonzalez-Alegre", "Marmarou"] {
        assert!(named.iter().any(|named| named.contains(author)), "{author}");
        let cited = Catalogue::embedded()
            .sources()
            .iter()
            .any(|source| source.authors.is_some_and(|authors| authors.contains(author)));
        assert!(!cited, "{author} is no source");
    }
}

#[test]
fn statement_17_every_part_says_where_it_comes_from() {
    for (_, topic) in Catalogue::embedded().all_topics() {
        for field in topic.fields {
            assert!(
                field.basis == Basis::Editorial || !field.claims.is_empty(),
                "{} {}",
                topic.slug,
                field.name.key()
            );
        }
    }
}

#[test]
fn every_relation_is_seen_from_both_ends() {
    let catalogue = Catalogue::embedded();
    let relations = Relations::build(catalogue);
    let mut walked = 0;
    for (id, topic) in catalogue.all_topics() {
        let links = topic.fields.iter().flat_map(|field| field.body).flat_map(|each| each.links);
        let terms: Vec<Link> = topic.terms.iter().map(|term| Link::Topic(*term)).collect();
        let others = links.chain(topic.related).chain(&terms);
        for link in others.filter(|link| **link != Link::Topic(id)) {
            let back = relations.to(*link).iter().any(|relation| relation.from == Link::Topic(id));
            assert!(back, "{} is seen from {link:?}", topic.slug);
            walked += 1;
        }
    }
    for (id, cause) in causes() {
        let tests = cause.first_tests.values.iter().flat_map(|phrase| phrase.links).copied();
        let topics = cause.types.iter().chain(cause.terms).map(|id| Link::Topic(*id));
        for link in tests.chain(topics) {
            let back = relations.to(link).iter().any(|relation| relation.from == Link::Cause(id));
            assert!(back, "{} is seen from {link:?}", cause.slug);
            walked += 1;
        }
    }
    assert!(walked > 1000, "{walked} relations were walked");
}

#[test]
fn texts_lead_to_the_words_they_hold() {
    let catalogue = Catalogue::embedded();
    let asterixis = catalogue.topics(Kind::Term).find(|(_, term)| term.name == "Asterixis");
    let (asterixis, _) = asterixis.expect("the word is explained");
    let hepatic = causes().find(|(_, cause)| cause.slug == "met-hepatic");
    assert!(hepatic.is_some_and(|(_, cause)| cause.terms.contains(&asterixis)));
    let explained = causes().filter(|(_, cause)| !cause.terms.is_empty()).count();
    assert!(explained > 200, "{explained} causes hold words that are explained");
}

#[test]
fn most_free_words_lead_somewhere() {
    let catalogue = Catalogue::embedded();
    let listed =
        [FieldName::TypicalCauses, FieldName::BestFor, FieldName::Advice, FieldName::MayWorsen];
    let fields = catalogue.all_topics().flat_map(|(_, topic)| topic.fields);
    let fields = fields.filter(|field| listed.contains(&field.name)).flat_map(|field| field.body);
    let tests = causes().flat_map(|(_, cause)| cause.first_tests.values);
    let mut distinct: Vec<_> = fields.chain(tests).map(|each| (each.words, each.links)).collect();
    distinct.sort_unstable();
    distinct.dedup();
    let linked = distinct.iter().filter(|(_, links)| !links.is_empty()).count();
    assert!(linked * 100 >= distinct.len() * 80, "{linked} of {} lead somewhere", distinct.len());
}
