//! The statements of the texts that the project began with. Each can be found, is shown and has a
//! source; if better sources contradict it, the contradiction is shown beside it.

use myoclonus_explorer::catalogue::{
    AxisId, Basis, Catalogue, FieldName, Kind, SourceKind, Topic, TopicField,
};

use crate::bundled::{causes, curated, found, topic};

fn field(topic: &Topic, name: FieldName) -> &'static TopicField {
    let found = topic.fields.iter().find(|field| field.name == name);
    found.unwrap_or_else(|| panic!("{} has no {}", topic.slug, name.key()))
}

/// All words of a field.
fn words(field: &TopicField) -> String {
    field.body.iter().map(|phrase| phrase.words).collect::<Vec<_>>().join("; ")
}

/// Checks that the field says this and has a source other than the texts that the project began
/// with.
#[track_caller]
fn says(topic: &Topic, name: FieldName, part: &str) {
    let field = field(topic, name);
    assert!(words(field).contains(part), "{part:?} in {:?}", words(field));
    assert!(sourced(field), "{} {} has a source of its own", topic.slug, name.key());
}

fn sourced(field: &TopicField) -> bool {
    let catalogue = Catalogue::bundled();
    field.claims.iter().any(|claim| catalogue.source(claim.source).kind != SourceKind::Seed)
}

/// Checks that the search finds this cause among the first three for exactly these words.
#[track_caller]
fn finds(query: &str, slug: &str) {
    let found = found(query);
    let first = &found[..found.len().min(3)];
    assert!(first.contains(&slug), "{query:?} finds {slug} among {first:?}");
}

/// Whether a category has a curated cause.
fn has_causes(category: &str) -> bool {
    let catalogue = Catalogue::bundled();
    curated().any(|cause| catalogue.category(cause.category).slug == category)
}

#[test]
fn myoclonus_is_a_sudden_jerk_and_a_sign() {
    let myoclonus = topic(Kind::Glossary, "myoclonus");
    says(myoclonus, FieldName::Meaning, "sudden");
    says(myoclonus, FieldName::Meaning, "sign, not a disease");
}

#[test]
fn myoclonus_is_positive_or_negative() {
    says(topic(Kind::Type, "positive"), FieldName::Definition, "contraction");
    says(topic(Kind::Type, "negative"), FieldName::Definition, "pause");
}

#[test]
fn jerks_may_have_triggers_a_rhythm_or_seizures() {
    for slug in ["stimulus-sensitive", "action", "rhythmic", "myoclonic-seizure"] {
        assert!(sourced(field(topic(Kind::Type, slug), FieldName::Definition)), "{slug}");
    }
    assert!(has_causes("epileptic"));
}

#[test]
fn the_brain_is_not_the_only_origin() {
    finds("meningitis", "inf-encephalitis-meningitis");
    finds("encephalitis", "inf-encephalitis-meningitis");
    for slug in ["spinal-segmental", "peripheral"] {
        assert!(sourced(field(topic(Kind::Type, slug), FieldName::Definition)), "{slug}");
    }
}

#[test]
fn the_causes_are_found_by_the_words_of_the_texts() {
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
fn no_cause_rests_on_a_generated_list() {
    let catalogue = Catalogue::bundled();
    for (_, cause) in causes() {
        let seen = cause.claims.iter().map(|claim| catalogue.source(claim.source).kind);
        assert!(seen.into_iter().any(|kind| kind != SourceKind::Seed), "{}", cause.slug);
    }
}

#[test]
fn similar_movements_are_told_apart() {
    for slug in ["tremor", "tics", "chorea", "dystonia"] {
        assert!(sourced(field(topic(Kind::LookAlike, slug), FieldName::Difference)), "{slug}");
    }
}

#[test]
fn generalised_localised_intention_and_sleep_onset_are_types() {
    for slug in ["generalized", "localized", "intention", "sleep-onset"] {
        assert!(!field(topic(Kind::Type, slug), FieldName::Definition).body.is_empty(), "{slug}");
    }
}

#[test]
fn types_by_course_are_labels_for_browsing() {
    let axis = AxisId::from_key("course").expect("there is this axis");
    for course in ["acute", "chronic", "progressive", "recurrent"] {
        assert!(
            causes().any(|(_, cause)| cause.on_axis(axis).any(|value| value.key == course)),
            "{course}"
        );
    }
    for slug in ["acute", "chronic", "progressive", "recurring"] {
        let course = topic(Kind::Type, slug);
        assert!(sourced(field(course, FieldName::Definition)), "{slug}");
        let section = course.section.map(|id| Catalogue::bundled().section(id).explanation);
        assert!(section.is_some_and(|said| said.contains("for browsing")), "{slug}: {section:?}");
    }
}

#[test]
fn clonazepam_is_beside_the_other_first_choices() {
    for slug in ["clonazepam", "levetiracetam", "valproate", "piracetam"] {
        assert!(sourced(field(topic(Kind::Treatment, slug), FieldName::BestFor)), "{slug}");
    }
}

#[test]
fn neurological_metabolic_and_medicines_are_groups_of_causes() {
    let catalogue = Catalogue::bundled();
    for slug in ["neurological", "metabolic", "medicines"] {
        let group = catalogue.divisions().find(|(_, group)| group.slug == slug);
        let (id, _) = group.unwrap_or_else(|| panic!("no group {slug}"));
        assert!(causes().any(|(_, cause)| cause.division == id), "{slug}");
    }
}

#[test]
fn primary_and_secondary_are_shown_with_the_contradiction() {
    let primary = topic(Kind::Type, "primary");
    let text: String = primary.fields.iter().map(words).collect::<Vec<_>>().join(" ");
    for share in ["72%", "17%", "11%"] {
        assert!(text.contains(share), "{share} in {text}");
    }
    assert!(primary.fields.iter().any(sourced), "with a source of its own");
    says(topic(Kind::Type, "secondary"), FieldName::Definition, "symptomatic");
}

#[test]
fn infections_medicines_and_electrolytes_are_causes() {
    finds("electrolyte imbalance", "met-hydroelectrolyte");
    assert!(has_causes("infection") && has_causes("drug"));
}

#[test]
fn every_named_examination_is_a_sourced_test() {
    for slug in ["physical-exam", "neuro-exam", "mri", "ct", "lab-tests"] {
        assert!(!field(topic(Kind::Test, slug), FieldName::LooksFor).claims.is_empty(), "{slug}");
    }
    let biopsy = topic(Kind::Test, "muscle-biopsy");
    assert!(words(field(biopsy, FieldName::When)).contains("only in selected cases"));
    assert!(sourced(field(biopsy, FieldName::LooksFor)));
}

#[test]
fn every_named_treatment_has_sourced_evidence() {
    for slug in ["treat-cause", "medications", "physical-therapy", "relaxation", "surgery"] {
        assert!(sourced(field(topic(Kind::Treatment, slug), FieldName::Evidence)), "{slug}");
    }
}

#[test]
fn the_three_references_are_listed_as_unverified() {
    let named: Vec<&str> = Catalogue::bundled().unverified().iter().map(|one| one.named).collect();
    for author in ["Barlow", "Gonzalez-Alegre", "Marmarou"] {
        assert!(named.iter().any(|named| named.contains(author)), "{author}");
        let cited = Catalogue::bundled()
            .sources()
            .iter()
            .any(|source| source.authors.is_some_and(|authors| authors.contains(author)));
        assert!(!cited, "{author} is no source");
    }
}

#[test]
fn every_part_has_a_source_or_is_marked_as_editorial() {
    for (_, topic) in Catalogue::bundled().all_topics() {
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
