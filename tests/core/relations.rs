//! Relations between entries: seen from both ends, and derived from the words of texts.

use std::collections::BTreeSet;

use myoclonus_explorer::catalogue::{
    AxisId, Catalogue, EffectKind, FieldName, Kind, Link, UrgencyGrade,
};
use myoclonus_explorer::entry::{Relations, effects_on, worsened, worsens};

use crate::bundled::causes;

#[test]
fn every_relation_is_seen_from_both_ends() {
    let catalogue = Catalogue::bundled();
    let relations = Relations::build(catalogue);
    let mut walked = 0;
    for (id, topic) in catalogue.all_topics() {
        let links = topic.fields.iter().flat_map(|field| field.body).flat_map(|each| each.links);
        let terms: Vec<Link> = topic.glossary.iter().map(|term| Link::Topic(*term)).collect();
        let others = links.chain(topic.related).chain(&terms);
        for link in others.filter(|link| **link != Link::Topic(id)) {
            let back = relations.to(*link).iter().any(|relation| relation.from == Link::Topic(id));
            assert!(back, "{} is seen from {link:?}", topic.slug);
            walked += 1;
        }
    }
    for (id, cause) in causes() {
        let tests = cause.first_tests.values.iter().flat_map(|phrase| phrase.links).copied();
        let topics = cause.types.iter().chain(cause.glossary).map(|id| Link::Topic(*id));
        let medicines = cause.worsened_by.iter().flat_map(|worsened| worsened.medicines);
        let medicines = medicines.flat_map(|phrase| phrase.links).copied();
        for link in tests.chain(topics).chain(medicines) {
            let back = relations.to(link).iter().any(|relation| relation.from == Link::Cause(id));
            assert!(back, "{} is seen from {link:?}", cause.slug);
            walked += 1;
        }
    }
    assert!(walked > 1000, "{walked} relations were walked");
}

#[test]
fn a_medicine_names_the_diseases_that_it_makes_worse() {
    let catalogue = Catalogue::bundled();
    let mut walked = 0;
    for (medicine, _) in causes() {
        let named = worsens(catalogue, medicine);
        for disease in &named {
            let worsened = catalogue.cause(*disease).worsened_by.as_ref().expect("it is recorded");
            let links = worsened.medicines.iter().flat_map(|phrase| phrase.links);
            assert!(links.copied().any(|link| link == Link::Cause(medicine)));
        }
        let are_groups: Vec<bool> = named.iter().map(|it| catalogue.cause(*it).is_group).collect();
        assert!(are_groups.is_sorted(), "groups come last");
        walked += named.len();
    }
    let all = worsened(catalogue);
    let by_causes = causes().filter(|(_, cause)| cause.worsened_by.is_some());
    assert_eq!(all.len(), by_causes.count(), "no disease is left out");
    assert!(all.is_sorted_by_key(|id| catalogue.cause(*id).is_group), "groups come last");
    let recorded = causes().flat_map(|(_, cause)| &cause.worsened_by);
    let links = recorded.flat_map(|it| it.medicines).flat_map(|phrase| phrase.links);
    assert_eq!(walked, links.filter(|link| matches!(link, Link::Cause(_))).count());
}

#[test]
fn texts_link_to_the_words_they_contain() {
    let catalogue = Catalogue::bundled();
    let asterixis = catalogue.topics(Kind::Glossary).find(|(_, term)| term.name == "Asterixis");
    let (asterixis, _) = asterixis.expect("the word is explained");
    let hepatic = causes().find(|(_, cause)| cause.slug == "met-hepatic");
    assert!(hepatic.is_some_and(|(_, cause)| cause.glossary.contains(&asterixis)));
    let explained = causes().filter(|(_, cause)| !cause.glossary.is_empty()).count();
    assert!(explained > 200, "{explained} causes contain words that are explained");
}

#[test]
fn most_free_words_lead_somewhere() {
    let catalogue = Catalogue::bundled();
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

#[test]
fn what_is_said_of_a_cause_stands_in_place_of_what_is_said_of_its_type() {
    let catalogue = Catalogue::bundled();
    let mut own = 0;
    for (id, cause) in causes() {
        let effects = effects_on(catalogue, id);
        let of_cause: BTreeSet<_> = effects
            .iter()
            .filter(|(_, effect)| effect.on == Link::Cause(id))
            .map(|(treatment, _)| *treatment)
            .collect();
        for (treatment, effect) in &effects {
            let is_own = effect.on == Link::Cause(id);
            assert!(is_own || !of_cause.contains(treatment), "{}: {effect:?}", cause.slug);
        }
        own += of_cause.len();
    }
    assert!(own > 50, "{own} effects are said of a cause itself");
}

#[test]
fn how_jerks_look_and_where_they_arise_lead_to_few_treatments_of_a_cause() {
    let catalogue = Catalogue::bundled();
    let section = |id| catalogue.topic(id).section.map_or("", |id| catalogue.section(id).slug);
    let mut said = 0;
    for (id, cause) in causes() {
        let courses: Vec<&str> = cause.on_axis(AxisId::COURSE).map(|course| course.key).collect();
        let is_emergency =
            cause.urgency.as_ref().is_some_and(|it| it.grade == UrgencyGrade::Emergency);
        let is_taken = matches!(catalogue.category(cause.category).slug, "drug" | "toxin");
        let ends = courses == ["transient"] || is_emergency || is_taken;
        for (treatment, effect) in effects_on(catalogue, id) {
            let Link::Topic(of) = effect.on else { continue };
            if effect.kind != EffectKind::Helps {
                continue;
            }
            let (slug, treated) = (catalogue.topic(treatment).slug, section(treatment));
            let look = ["distribution", "provocation", "rhythm"].contains(&section(of));
            assert!(!look, "{}: {slug} by a look", cause.slug);
            if section(of) == "generator" {
                assert!(!ends && treated != "procedure", "{}: {slug}", cause.slug);
                said += 1;
            }
        }
    }
    assert!(said > 20, "{said} medicines are named by where the jerks arise");
    let infant = causes().find(|(_, cause)| cause.slug == "sleep-benign-infant");
    let (infant, _) = infant.expect("benign myoclonus of early infancy is a cause");
    assert!(effects_on(catalogue, infant).is_empty(), "a healthy infant needs no medicine");
}

#[test]
fn what_helps_against_contractions_is_not_said_of_lapses() {
    let catalogue = Catalogue::bundled();
    let mut lapses = 0;
    for (id, cause) in causes() {
        let kinds: Vec<&str> = cause.on_axis(AxisId::CONTRACTION).map(|kind| kind.key).collect();
        if kinds != ["negative"] {
            continue;
        }
        lapses += 1;
        for (_, effect) in effects_on(catalogue, id) {
            let Link::Topic(of) = effect.on else { continue };
            let of = catalogue.topic(of).slug;
            let fits = ["negative", "asterixis", "epileptic-negative"].contains(&of);
            assert!(fits || effect.kind != EffectKind::Helps, "{}: {of}", cause.slug);
        }
    }
    assert!(lapses > 10, "{lapses} causes have lapses alone");
}
