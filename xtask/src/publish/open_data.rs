//! Writes everything the explorer knows into one file for other programs, with its schema.
//!
//! Reads the catalogue through the library, as the page does, so both say the same. Does not know
//! how anything is shown.

#[cfg(test)]
mod read_back;

use std::fs;

use anyhow::{Context, Result};
use myoclonus_explorer::catalogue::{
    AXES, AnnotatedDisease, Annotation, Basis, BodyPart, Catalogue, Category, Cause, CauseId,
    Claim, Denominator, Division, Effect, EffectEvidence, EffectKind, FoundFeature, Frequency,
    FrequencyClass, Grade, HowSoon, Kind, Link, Measure, Measured, Phrase, Reversibility, Section,
    Share, Source, Term, TermId, Theme, Timing, Topic, TopicField, UrgencyGrade,
};
use myoclonus_explorer::entry::{self, Body, fields, figures};
use myoclonus_explorer::export::NOTICE;
use serde_json::{Map, Value, json};

use crate::project::staging;

/// The folder within `dist/`.
const FOLDER: &str = "data";

/// The file of the data.
const FILE: &str = "myoclonus.json";

/// The file of the schema, and its text before the closed lists are filled in.
const SCHEMA_FILE: &str = "myoclonus.schema.json";
const SCHEMA: &str = include_str!("open_data.schema.json");

/// The version of the form: it is raised when a field goes or means something else, not when one
/// is added. The data of the first release had no version, and their `rare_disease` was one
/// disease.
const VERSION: u32 = 2;

/// Writes both files beside the page.
pub(crate) fn write() -> Result<()> {
    let folder = staging().join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
    fs::write(folder.join(FILE), text()?).with_context(|| format!("writing {FILE}"))?;
    fs::write(folder.join(SCHEMA_FILE), schema()).with_context(|| format!("writing {SCHEMA_FILE}"))
}

/// The text of the data.
fn text() -> Result<String> {
    Ok(serde_json::to_string(&everything(Catalogue::bundled()))? + "\n")
}

/// The schema. Axes, kinds and other closed lists are declared in the library, and the text has
/// `every …` in their places.
fn schema() -> String {
    let axis = |key: &str| format!("{key:?}: {{ \"$ref\": \"#/$defs/vocabulary\" }}");
    let axes: Vec<String> = AXES.iter().map(|it| axis(it.key)).collect();
    let mut text = SCHEMA.replace(&axis("every axis"), &axes.join(",\n        "));
    for (place, keys) in [
        ("every kind", keys(Kind::ALL, Kind::key)),
        ("every basis", keys(Basis::ALL, Basis::key)),
        ("every reversibility", keys(Reversibility::ALL, Reversibility::key)),
        ("every urgency", keys(UrgencyGrade::ALL, UrgencyGrade::key)),
        ("every version", VERSION.to_string()),
        ("every frequency", keys(FrequencyClass::ALL, FrequencyClass::key)),
        ("every part", keys(BodyPart::ALL, BodyPart::key)),
        ("every measure", keys(Measure::ALL, Measure::key)),
        ("every measured", keys(Measured::ALL, Measured::key)),
        ("every denominator", keys(Denominator::ALL, Denominator::key)),
        ("every effect", keys(EffectKind::ALL, EffectKind::key)),
        ("every proof", keys(EffectEvidence::ALL, EffectEvidence::key)),
        ("every speed", keys(HowSoon::ALL, HowSoon::key)),
        ("every theme", keys(Theme::ALL, Theme::key)),
    ] {
        text = text.replace(&format!("{place:?}"), &keys);
    }
    text
}

/// The keys of a closed list, as the values of an `enum`.
fn keys<T: Copy>(all: &[T], key: impl Fn(T) -> &'static str) -> String {
    let keys: Vec<String> = all.iter().map(|value| format!("{:?}", key(*value))).collect();
    keys.join(", ")
}

/// The whole catalogue. Fields without a record are left out.
fn everything(catalogue: &'static Catalogue) -> Value {
    let divisions = catalogue.divisions().map(|(_, it): (_, &'static Division)| {
        json!({ "id": it.slug, "name": it.name, "explanation": it.explanation })
    });
    let categories = catalogue.categories().map(|(_, it): (_, &'static Category)| {
        json!({
            "id": it.slug, "name": it.name, "explanation": it.explanation,
            "wide_group": catalogue.division(it.division).slug,
        })
    });
    let groups = Kind::ALL.iter().flat_map(|kind| catalogue.sections(*kind));
    let groups = groups.map(|(_, it): (_, &'static Section)| {
        json!({
            "kind": it.of.key(), "id": it.slug, "name": it.name, "explanation": it.explanation,
        })
    });
    let causes = catalogue.cause_ids().map(|id| cause(catalogue, id));
    let topics = catalogue.all_topics().map(|(_, it)| topic(catalogue, it));
    let sources = catalogue.sources().iter().map(source);
    let terms = catalogue.ontology().terms().map(|(id, it)| term(catalogue, id, it));
    let retired = catalogue.retired().iter().map(|it| {
        object(vec![
            ("id", json!(it.slug)),
            ("merged_into", json!(it.merged_into.map(|link| target(catalogue, link)))),
            ("reason", json!(it.reason)),
        ])
    });
    json!({
        "$schema": SCHEMA_FILE,
        "version": VERSION,
        "date": catalogue.date,
        "hpo_release": catalogue.hpo_release,
        "licence": "CC-BY-4.0",
        "notice": NOTICE,
        "wide_groups": divisions.collect::<Vec<_>>(),
        "categories": categories.collect::<Vec<_>>(),
        "groups": groups.collect::<Vec<_>>(),
        "causes": causes.collect::<Vec<_>>(),
        "topics": topics.collect::<Vec<_>>(),
        "sources": sources.collect::<Vec<_>>(),
        "terms": terms.collect::<Vec<_>>(),
        "retired": retired.collect::<Vec<_>>(),
    })
}

/// An object without its empty fields.
fn object(fields: Vec<(&str, Value)>) -> Value {
    let has_value = |value: &Value| match value {
        Value::Null => false,
        Value::Array(values) => !values.is_empty(),
        _ => true,
    };
    let fields = fields.into_iter().filter(|(_, value)| has_value(value));
    Value::Object(fields.map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}

fn cause(catalogue: &'static Catalogue, id: CauseId) -> Value {
    let cause: &'static Cause = catalogue.cause(id);
    let medicine = catalogue.medicine_names(id);
    let grade = Grade::of(catalogue, cause);
    let types = cause.types.iter().map(|id| catalogue.topic(*id).slug);
    let mut record = vec![
        ("id", json!(cause.slug)),
        ("name", json!(cause.name)),
        ("synonyms", json!(cause.synonyms)),
        ("everyday_names", json!(cause.lay_names)),
        ("brands", json!(medicine.brands().collect::<Vec<_>>())),
        ("other_names", json!(medicine.others().collect::<Vec<_>>())),
        ("lead", json!(cause.lead)),
        ("category", json!(catalogue.category(cause.category).slug)),
        ("wide_group", json!(catalogue.division(cause.division).slug)),
        ("finer_group", json!(cause.subcategory.map(|it| it.name))),
        ("is_a_group", json!(cause.is_group)),
        ("evidence", json!({ "grade": grade.label(), "meaning": grade.explanation() })),
        ("same_as", json!(cause.same_as)),
        ("types", json!(types.collect::<Vec<_>>())),
    ];
    let fields = fields(catalogue, cause).into_iter();
    record.extend(fields.filter_map(|field| Some((field.key, said(catalogue, &field)?))));
    record.push((
        "gene_symbols",
        gene_symbols(catalogue, cause.recorded_genes.values.iter().copied()),
    ));
    let rare_diseases = cause.annotated.iter().map(|it| rare_disease(catalogue, it));
    record.push(("rare_diseases", rare_diseases.collect()));
    object(record)
}

/// What a field of a cause says; `None` for what belongs to its rare disease.
fn said(catalogue: &'static Catalogue, field: &entry::Field) -> Option<Value> {
    let recorded = |values: Vec<Value>| self::recorded(catalogue, values, field.claims);
    let claims = || claims(catalogue, field.claims);
    Some(match field.body {
        // Genes that only the annotations name belong to the rare disease.
        Body::Genes(cause) => {
            recorded(cause.recorded_genes.values.iter().map(|gene| json!(gene)).collect())
        }
        Body::Inheritance(_)
        | Body::Onset(_)
        | Body::Course(_)
        | Body::Jerks(_)
        | Body::Annotations(_) => return None,
        Body::Listed => claims(),
        Body::Urgency(urgency) => {
            let urgency = urgency?;
            json!({
                "grade": urgency.grade.key(), "why": urgency.why, "act": urgency.act,
                "act_basis": urgency.act_basis.key(), "claims": claims(),
            })
        }
        Body::Axis(cause, axis) => {
            recorded(cause.on_axis(axis).map(|value| json!(value.key)).collect())
        }
        Body::Parts(parts) => recorded(parts.iter().map(|part| json!(part.key())).collect()),
        Body::Timings(timings) => {
            timings.iter().map(|timing| self::timing(catalogue, timing)).collect()
        }
        Body::Shares(shares) => shares.iter().map(|share| self::share(catalogue, share)).collect(),
        Body::Effects(effects) => {
            effects.iter().map(|effect| self::effect(catalogue, effect)).collect()
        }
        Body::Due(due) => due
            .iter()
            .map(|due| {
                object(vec![
                    ("by", json!(due.by.key())),
                    ("when", json!(due.when)),
                    ("basis", json!(due.basis.key())),
                ])
            })
            .collect(),
        Body::Situations(ids) => {
            let contexts = ids.iter().map(|id| catalogue.context(*id));
            let context = contexts.map(|it| json!({ "id": it.slug, "meaning": it.meaning }));
            recorded(context.collect())
        }
        Body::Reversible(reversible) => {
            let reversible = reversible?;
            object(vec![
                ("value", json!(reversible.value.key())),
                ("said_of_the_group_only", json!(reversible.said_of_group)),
                ("seen_in_few", json!(reversible.said_of_few)),
                ("claims", claims()),
            ])
        }
        Body::Phrases(phrases) => {
            recorded(phrases.iter().map(|it| phrase(catalogue, it)).collect())
        }
        Body::WorsenedBy(worsened) => {
            let worsened = worsened?;
            let medicines = worsened.medicines.iter().map(|it| phrase(catalogue, it));
            json!({
                "values": medicines.collect::<Vec<_>>(), "text": worsened.text,
                "claims": claims(),
            })
        }
        Body::Opening(statement) | Body::Statement(statement) => {
            let statement = statement?;
            let text = ("text", json!(statement.text));
            said_with(catalogue, text, statement.basis, statement.claims)
        }
        Body::Features(features) => {
            recorded(features.iter().map(|it| found(catalogue, it)).collect())
        }
    })
}

/// A length in milliseconds, or a rate per second.
fn timing(catalogue: &'static Catalogue, timing: &'static Timing) -> Value {
    object(vec![
        ("measured", json!(timing.measured.key())),
        ("low", number(timing.low)),
        ("high", number(timing.high)),
        ("measure", json!(timing.measure.map(Measure::key))),
        ("words", json!(timing.words)),
        ("claims", claims(catalogue, timing.claims)),
    ])
}

/// A share of people with jerks.
fn share(catalogue: &'static Catalogue, share: &'static Share) -> Value {
    object(vec![
        ("found", json!(share.counted.map(|(found, _)| found))),
        ("examined", json!(share.counted.map(|(_, of)| of))),
        ("percent_low", number(share.low)),
        ("percent_high", number(Some(share.high))),
        ("words", json!(share.words)),
        ("denominator", json!(share.denominator.key())),
        ("claims", claims(catalogue, share.claims)),
    ])
}

/// What a treatment does to the jerks of one entry.
fn effect(catalogue: &'static Catalogue, effect: &'static Effect) -> Value {
    object(vec![
        ("on", json!(target(catalogue, effect.on))),
        ("effect", json!(effect.kind.key())),
        ("evidence", json!(effect.evidence.key())),
        ("medicines", json!(effect.medicines)),
        ("note", json!(effect.note)),
        ("claims", claims(catalogue, effect.claims)),
    ])
}

/// A number as it is written in `data/`, to two digits after the point.
fn number(number: Option<f32>) -> Value {
    json!(number.map(|number| (f64::from(number) * 100.0).round() / 100.0))
}

/// Values with their claims; null if there are no values.
fn recorded(catalogue: &'static Catalogue, values: Vec<Value>, said: &'static [Claim]) -> Value {
    if values.is_empty() {
        return Value::Null;
    }
    json!({ "values": values, "claims": claims(catalogue, said) })
}

/// The former and other symbols of genes that have any.
fn gene_symbols(catalogue: &'static Catalogue, genes: impl Iterator<Item = &'static str>) -> Value {
    let symbols = genes.map(|gene| {
        let symbols = catalogue.gene_symbols(gene);
        object(vec![
            ("gene", json!(gene)),
            ("former", json!(symbols.former().collect::<Vec<_>>())),
            ("others", json!(symbols.others().collect::<Vec<_>>())),
        ])
    });
    let known = symbols.filter(|it| it.as_object().is_some_and(|it| it.len() > 1));
    json!(known.collect::<Vec<_>>())
}

/// What the annotations of rare diseases say about a cause.
fn rare_disease(catalogue: &'static Catalogue, disease: &'static AnnotatedDisease) -> Value {
    let names = disease.numbers.iter().zip(disease.names);
    let names = names.map(|(number, name)| json!({ "number": number, "name": name }));
    let genes = disease.genes().map(|gene| json!(gene));
    let inheritance = disease.inheritance.iter().map(|id| labelled(catalogue, *id));
    let annotated = |values: Vec<Value>| {
        recorded(catalogue, values, catalogue.claims_of_annotations(&[disease]))
    };
    let found = |all: &'static [FoundFeature]| {
        annotated(all.iter().map(|found| self::found(catalogue, found)).collect())
    };
    let annotation = |it: &Annotation| {
        let mut value = object(vec![
            ("hpo", json!(catalogue.term(it.found.term).hpo())),
            ("frequency", frequencies(it.found.frequency)),
        ]);
        for (name, _) in
            [("absent", it.absent), ("published", it.published)].iter().filter(|(_, is)| *is)
        {
            value[*name] = json!(true);
        }
        value
    };
    let annotations: Vec<Value> = catalogue.annotations(disease).iter().map(annotation).collect();
    object(vec![
        ("registries", json!(names.collect::<Vec<_>>())),
        ("release", json!(disease.release)),
        ("genes", recorded(catalogue, genes.collect(), catalogue.claims_of_genes(&[disease]))),
        ("gene_symbols", gene_symbols(catalogue, disease.genes())),
        ("inheritance", annotated(inheritance.collect())),
        ("onset", found(disease.onset)),
        ("course", found(disease.course)),
        ("annotations", json!(annotations)),
        ("claims", claims(catalogue, catalogue.claims_of_annotations(&[disease]))),
    ])
}

/// A term with its label.
fn labelled(catalogue: &'static Catalogue, id: TermId) -> Value {
    let term = catalogue.term(id);
    json!({ "hpo": term.hpo(), "label": term.label })
}

/// A feature found in patients, and how often.
fn found(catalogue: &'static Catalogue, found: &FoundFeature) -> Value {
    let mut value = labelled(catalogue, found.term);
    if !found.frequency.is_empty() {
        value["frequency"] = frequencies(found.frequency);
    }
    value
}

fn frequencies(all: &'static [Frequency]) -> Value {
    let each = all.iter().map(|frequency| match frequency {
        Frequency::Counted { found, examined } => json!({ "found": found, "examined": examined }),
        Frequency::Class(class) => json!({ "class": class.key() }),
        Frequency::PerMille(share) => json!({ "per_mille": share }),
    });
    each.collect()
}

/// A term of the ontology.
fn term(catalogue: &'static Catalogue, id: TermId, term: &Term) -> Value {
    let wider = catalogue.ontology().parents(id).iter().map(|id| catalogue.term(*id).hpo());
    object(vec![
        ("id", json!(term.hpo())),
        ("label", json!(term.label)),
        ("everyday_names", json!(term.lay_names().collect::<Vec<_>>())),
        ("wider", json!(wider.collect::<Vec<_>>())),
    ])
}

/// A statement, its basis and its claims.
fn said_with(
    catalogue: &'static Catalogue,
    said: (&str, Value),
    basis: Basis,
    claims: &'static [Claim],
) -> Value {
    object(vec![said, ("basis", json!(basis.key())), ("claims", self::claims(catalogue, claims))])
}

fn claims(catalogue: &'static Catalogue, claims: &'static [Claim]) -> Value {
    let claims = claims.iter().map(|claim| {
        object(vec![
            ("source", json!(catalogue.source(claim.source).slug)),
            ("detail", json!(claim.detail)),
        ])
    });
    claims.collect()
}

fn phrase(catalogue: &'static Catalogue, phrase: &'static Phrase) -> Value {
    let links: Vec<String> = phrase.links.iter().map(|link| target(catalogue, *link)).collect();
    object(vec![("words", json!(phrase.words)), ("names", json!(links))])
}

/// An entry, written as `kind:id`.
fn target(catalogue: &'static Catalogue, link: Link) -> String {
    match link {
        Link::Cause(id) => format!("cause:{}", catalogue.cause(id).slug),
        Link::Category(id) => format!("category:{}", catalogue.category(id).slug),
        Link::Topic(id) => {
            let topic = catalogue.topic(id);
            format!("{}:{}", topic.kind.key(), topic.slug)
        }
    }
}

fn topic(catalogue: &'static Catalogue, topic: &'static Topic) -> Value {
    let fields = topic.fields.iter().map(|field: &'static TopicField| {
        let body: Vec<Value> = field.body.iter().map(|it| phrase(catalogue, it)).collect();
        let mut said = said_with(catalogue, ("body", json!(body)), field.basis, field.claims);
        said["name"] = json!(field.name.key());
        said
    });
    let related: Vec<String> = topic.related.iter().map(|link| target(catalogue, *link)).collect();
    let figures = figures(topic);
    let figures = figures.iter().filter(|field| field.body.is_recorded());
    let figures = figures.filter_map(|field| Some((field.key, said(catalogue, field)?)));
    let mut record = vec![
        ("kind", json!(topic.kind.key())),
        ("id", json!(topic.slug)),
        ("name", json!(topic.name)),
        ("synonyms", json!(topic.synonyms)),
        ("everyday_names", json!(topic.lay_names)),
        ("lead", json!(topic.lead)),
        ("group", json!(topic.section.map(|group| catalogue.section(group).slug))),
        ("wider", json!(topic.parent.map(|parent| catalogue.topic(parent).slug))),
        ("related", json!(related)),
        ("hpo", json!(topic.hpo)),
        ("short", json!(topic.short)),
        ("themes", json!(topic.themes.iter().map(|theme| theme.key()).collect::<Vec<_>>())),
        ("fields", json!(fields.collect::<Vec<_>>())),
    ];
    record.extend(figures);
    object(record)
}

fn source(source: &Source) -> Value {
    object(vec![
        ("id", json!(source.slug)),
        ("title", json!(source.title)),
        ("authors", json!(source.authors)),
        ("year", json!(source.year)),
        ("container", json!(source.container)),
        ("doi", json!(source.doi)),
        ("pmid", json!(source.pmid)),
        ("url", json!(source.url)),
        ("kind", json!(source.kind.key())),
        ("seen_as", json!(source.seen_as)),
    ])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use myoclonus_explorer::catalogue::Lookup;

    use super::*;

    fn data() -> Value {
        everything(Catalogue::bundled())
    }

    fn parsed() -> Value {
        serde_json::from_str(&schema()).expect("the schema is JSON")
    }

    #[test]
    fn the_data_match_their_schema() {
        let validator = jsonschema::validator_for(&parsed()).expect("the schema is one");
        let data = data();
        let faults: Vec<String> = validator
            .iter_errors(&data)
            .take(5)
            .map(|fault| format!("{}: {fault}", fault.instance_path))
            .collect();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn the_schema_refuses_faults() {
        let validator = jsonschema::validator_for(&parsed()).expect("the schema is one");
        let mut data = data();
        data["causes"][0]["colour"] = json!("red");
        assert!(!validator.is_valid(&data), "an unknown field");
        let mut data = self::data();
        data["causes"][0]["claims"] = json!([]);
        assert!(!validator.is_valid(&data), "a cause without a source");
        let mut data = self::data();
        data["topics"][0]["kind"] = json!("rumour");
        assert!(!validator.is_valid(&data), "an unknown kind");
    }

    #[test]
    fn the_schema_lists_every_axis_and_every_kind() {
        let schema = parsed();
        for axis in &AXES {
            let field = &schema["$defs"]["cause"]["properties"][axis.key];
            assert_eq!(field["$ref"], "#/$defs/vocabulary", "{}", axis.key);
        }
        let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.key()).collect();
        assert_eq!(schema["$defs"]["kind"]["enum"], json!(kinds));
        assert!(!schema.to_string().contains("\"every "), "a list that nothing fills in");
    }

    #[test]
    fn everything_is_in_the_data_and_every_id_exists() {
        let catalogue = Catalogue::bundled();
        let data = data();
        let list = |name: &str| data[name].as_array().expect("a list").clone();
        assert_eq!(list("causes").len(), catalogue.cause_count());
        assert_eq!(list("topics").len(), catalogue.topic_count());
        let sources: BTreeSet<String> =
            list("sources").iter().map(|it| it["id"].as_str().expect("an id").to_owned()).collect();
        assert_eq!(sources.len(), catalogue.sources().len());
        for cause in list("causes") {
            let slug = cause["id"].as_str().expect("an id");
            assert!(matches!(catalogue.find(slug), Some(Lookup::Cause(_))), "{slug}");
            for claim in cause["claims"].as_array().expect("claims") {
                assert!(sources.contains(claim["source"].as_str().expect("a source")), "{slug}");
            }
        }
    }
}
