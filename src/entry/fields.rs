//! Everything said about a cause, field by field, in reading order.
//!
//! The one list that references, the entry, comparison, export, open data and search walk. Knows
//! what is said and by which sources, not how it is shown.

use super::label;
use super::question::Question;
use crate::catalogue::{
    AnnotatedDisease, Axis, AxisId, BodyPart, Catalogue, Cause, Claim, ContextId, Due, Effect,
    FieldName, FoundFeature, Phrase, Recorded, Reversible, Share, Statement, TermId, Timing, Topic,
    Urgency, WorsenedBy,
};

/// One field of a cause.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The field's name in exports, and in the open data if it is a field of its own there.
    pub key: &'static str,
    /// The heading that a reader sees.
    pub label: &'static str,
    /// Its name in a list of missing facts. `None` if a gap means nothing, such as the genes of a
    /// medicine.
    pub missing: Option<&'static str>,
    /// The section of the entry that shows it. `None` for what comes before all sections.
    pub question: Option<Question>,
    /// The recorded values.
    pub body: Body,
    /// The sources; none if nothing is recorded.
    pub claims: &'static [Claim],
}

/// The content of a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Body {
    /// What the cause is, in words for everyone or in exact terms.
    Opening(Option<&'static Statement>),
    /// How soon the cause needs attention, and what to do.
    Urgency(Option<&'static Urgency>),
    /// The jerks among the findings in patients, from the annotations of rare diseases.
    Jerks(Option<&'static AnnotatedDisease>),
    /// That it causes myoclonus; the claims say the rest.
    Listed,
    /// What the jerks are like on one axis.
    Axis(&'static Cause, AxisId),
    /// Parts of the body.
    Parts(&'static [BodyPart]),
    /// Lengths and rates, one for each source.
    Timings(&'static [Timing]),
    /// Shares of people with jerks, one for each source.
    Shares(&'static [Share]),
    /// What a treatment does to the jerks of types and causes.
    Effects(&'static [Effect]),
    /// How soon.
    Due(&'static [Due]),
    /// Exposures and situations.
    Situations(&'static [ContextId]),
    /// Whether the jerks go away when the cause is treated.
    Reversible(Option<&'static Reversible>),
    /// Genes linked with the disease.
    Genes(Option<&'static AnnotatedDisease>),
    /// Terms of the ontology.
    Terms(&'static [TermId]),
    /// Terms of the ontology, with how often each is found.
    Found(&'static [FoundFeature]),
    /// Phrases that may name other entries.
    Phrases(&'static [Phrase]),
    /// Medicines that make the disease worse.
    WorsenedBy(Option<&'static WorsenedBy>),
    /// A sentence.
    Statement(Option<&'static Statement>),
    /// Features that a curator recorded.
    Features(&'static [FoundFeature]),
    /// Findings in patients, from the annotations of rare diseases.
    Annotations(Option<&'static AnnotatedDisease>),
}

impl Body {
    /// Whether the sources say anything.
    pub fn is_recorded(self) -> bool {
        match self {
            Self::Listed => true,
            Self::Urgency(urgency) => urgency.is_some(),
            Self::Axis(cause, axis) => cause.axis(axis).is_recorded(),
            Self::Parts(parts) => !parts.is_empty(),
            Self::Timings(timings) => !timings.is_empty(),
            Self::Shares(shares) => !shares.is_empty(),
            Self::Effects(effects) => !effects.is_empty(),
            Self::Due(due) => !due.is_empty(),
            Self::Situations(ids) => !ids.is_empty(),
            Self::Reversible(reversible) => reversible.is_some(),
            Self::Genes(disease) => disease.is_some_and(|disease| disease.genes().next().is_some()),
            Self::Terms(terms) => !terms.is_empty(),
            Self::Found(found) | Self::Features(found) => !found.is_empty(),
            Self::Phrases(phrases) => !phrases.is_empty(),
            Self::WorsenedBy(medicines) => medicines.is_some(),
            Self::Opening(statement) | Self::Statement(statement) => statement.is_some(),
            Self::Jerks(disease) | Self::Annotations(disease) => disease.is_some(),
        }
    }

    /// The values as a reader sees them, one by one. Findings are given by their labels.
    pub fn words(self, catalogue: &'static Catalogue) -> Vec<&'static str> {
        let labels = |found: &'static [FoundFeature]| {
            found.iter().map(|found| catalogue.term(found.term).label).collect()
        };
        match self {
            Self::Listed => Vec::new(),
            Self::Urgency(urgency) => urgency.iter().map(|urgency| urgency.grade.label()).collect(),
            Self::Axis(cause, axis) => cause.on_axis(axis).map(|value| value.label).collect(),
            Self::Parts(parts) => parts.iter().map(|part| part.label()).collect(),
            Self::Timings(timings) => timings.iter().map(|timing| timing.words).collect(),
            Self::Shares(shares) => shares.iter().map(|share| share.words).collect(),
            Self::Effects(effects) => {
                effects.iter().map(|effect| catalogue.name_of(effect.on)).collect()
            }
            Self::Due(due) => due.iter().map(|due| due.by.label()).collect(),
            Self::Situations(ids) => ids.iter().map(|id| catalogue.context(*id).meaning).collect(),
            Self::Reversible(reversible) => reversible
                .map(|it| it.said_of_group.unwrap_or(it.value.label()))
                .into_iter()
                .collect(),
            Self::Genes(disease) => disease.into_iter().flat_map(AnnotatedDisease::genes).collect(),
            Self::Terms(terms) => terms.iter().map(|id| catalogue.term(*id).label).collect(),
            Self::Found(found) | Self::Features(found) => labels(found),
            Self::Phrases(phrases) => phrases.iter().map(|phrase| phrase.words).collect(),
            Self::WorsenedBy(worsened) => {
                worsened.iter().flat_map(|it| it.medicines).map(|phrase| phrase.words).collect()
            }
            Self::Opening(statement) | Self::Statement(statement) => {
                statement.iter().map(|said| said.text).collect()
            }
            Self::Jerks(disease) => present(catalogue, disease)
                .filter(|term| catalogue.ontology().is_myoclonus(*term))
                .map(|term| catalogue.term(term).label)
                .collect(),
            Self::Annotations(disease) => {
                present(catalogue, disease).map(|term| catalogue.term(term).label).collect()
            }
        }
    }
}

/// The features that were found in patients with a rare disease.
fn present(
    catalogue: &'static Catalogue,
    disease: Option<&'static AnnotatedDisease>,
) -> impl Iterator<Item = TermId> {
    let all = disease.into_iter().flat_map(|disease| catalogue.annotations(disease));
    all.filter(|annotation| !annotation.absent).map(|annotation| annotation.found.term)
}

/// The fields of a cause, always the same ones, in reading order.
///
/// A new field of [`Cause`] does not compile until this function names it, so none can be left out
/// of the references.
pub fn fields(catalogue: &Catalogue, cause: &'static Cause) -> Vec<Field> {
    let Cause {
        // The head of an entry: names, its place among the causes, and marks without claims.
        slug: _,
        name: _,
        synonyms: _,
        lay_names: _,
        category: _,
        division: _,
        subcategory: _,
        is_group: _,
        weakness: _,
        same_as: _,
        lead: _,
        imported: _,
        types: _,
        glossary: _,
        plain,
        clinical,
        claims,
        axes,
        parts,
        timings,
        shares,
        reversible,
        features,
        urgency,
        context,
        first_tests,
        management,
        worsened_by,
        note,
        annotated,
    } = cause;
    let (disease, urgency, reversible) = (*annotated, urgency.as_ref(), reversible.as_ref());
    let worsened_by = worsened_by.as_ref();
    // Where genes, inheritance and onset do not apply, a gap means nothing.
    let of_inherited = |missing| Some(missing).filter(|_| catalogue.may_be_inherited(cause));
    let annotated = |said: bool| if said { catalogue.claims_of_annotations() } else { &[] };
    let inheritance = disease.map_or(&[][..], |disease| disease.inheritance);
    let onset = disease.map_or(&[][..], |disease| disease.onset);
    let disease_course = disease.map_or(&[][..], |disease| disease.course);
    let claims_of = |said: &'static Option<Statement>| -> &'static [Claim] {
        said.as_ref().map_or(&[], |said| said.claims)
    };
    let field = |question, key, label, missing, body, claims| Field {
        key,
        label,
        missing,
        question,
        body,
        claims,
    };
    let opening = |name: FieldName, said: &'static Option<Statement>| {
        field(None, name.key(), name.label(), None, Body::Opening(said.as_ref()), claims_of(said))
    };
    let sentence = |question, key, label, missing, said: &'static Option<Statement>| {
        let body = Body::Statement(said.as_ref());
        field(Some(question), key, label, missing, body, claims_of(said))
    };
    let of_axis = |(axis, recorded): (AxisId, &'static Recorded<_>)| {
        let Axis { key, label, missing, .. } = axis.axis();
        let question = if axis == AxisId::AGE_GROUPS { Question::Who } else { Question::Jerks };
        let body = Body::Axis(cause, axis);
        field(Some(question), *key, *label, Some(*missing), body, recorded.claims)
    };

    let mut fields = vec![
        opening(FieldName::Plain, plain),
        field(
            None,
            "urgency",
            label::URGENCY,
            None,
            Body::Urgency(urgency),
            urgency.map_or(&[], |urgency| urgency.claims),
        ),
        opening(FieldName::Clinical, clinical),
    ];
    fields.extend(AxisId::all().zip(axes.iter()).map(of_axis));
    let jerks = Some(Question::Jerks);
    let who = Some(Question::Who);
    let found = Some(Question::Else);
    let help = Some(Question::Help);
    fields.extend([
        field(
            jerks,
            "jerks",
            label::JERKS,
            None,
            Body::Jerks(disease),
            annotated(disease.is_some()),
        ),
        parts_of(parts),
        timings_of(timings),
        field(jerks, "shares", label::SHARES, None, Body::Shares(shares.values), shares.claims),
        field(
            who,
            "context",
            label::CONTEXT,
            Some("exposures and situations"),
            Body::Situations(context.values),
            context.claims,
        ),
        field(
            who,
            "genes",
            "Genes linked with it",
            of_inherited("genes"),
            Body::Genes(disease),
            disease.map_or(&[], |disease| catalogue.claims_of_genes(disease)),
        ),
        field(
            who,
            "inheritance",
            label::INHERITANCE,
            of_inherited("inheritance"),
            Body::Terms(inheritance),
            annotated(!inheritance.is_empty()),
        ),
        field(
            who,
            "onset",
            label::ONSET,
            of_inherited("onset of the disease"),
            Body::Found(onset),
            annotated(!onset.is_empty()),
        ),
        field(
            who,
            "disease_course",
            "Course of the disease",
            None,
            Body::Found(disease_course),
            annotated(!disease_course.is_empty()),
        ),
        field(
            found,
            "features",
            label::FEATURES,
            // The annotations are findings too.
            Some("what else is found").filter(|_| disease.is_none()),
            Body::Features(features.values),
            features.claims,
        ),
        field(
            found,
            "annotations",
            label::FINDINGS,
            None,
            Body::Annotations(disease),
            annotated(disease.is_some()),
        ),
        field(
            Some(Question::Tests),
            "first_tests",
            "First tests",
            Some("first tests"),
            Body::Phrases(first_tests.values),
            first_tests.claims,
        ),
        sentence(
            Question::Help,
            "management",
            "What is done",
            Some("what is done about it"),
            management,
        ),
        field(
            help,
            "reversible",
            label::REVERSIBLE,
            Some("whether it is reversible"),
            Body::Reversible(reversible),
            reversible.map_or(&[], |reversible| reversible.claims),
        ),
        field(
            help,
            "worsened_by",
            label::WORSENED_BY,
            // Most causes have nothing to say here, so a gap means nothing.
            None,
            Body::WorsenedBy(worsened_by),
            worsened_by.map_or(&[], |medicines| medicines.claims),
        ),
        field(Some(Question::Sure), "claims", label::WHY_LISTED, None, Body::Listed, claims),
        sentence(Question::Sure, "note", "Note", None, note),
    ]);
    // Stable: within a section, the order above.
    fields.sort_by_key(|field| field.question);
    fields
}

/// The fields of a topic that are no sentences, always the same ones, in reading order. The others
/// are [`Topic::fields`].
pub fn figures(topic: &'static Topic) -> [Field; 4] {
    [
        Field {
            key: "due",
            label: label::HOW_SOON,
            missing: None,
            question: Some(Question::Who),
            body: Body::Due(topic.due),
            // Where a source says how soon, it is a source of the act.
            claims: &[],
        },
        parts_of(&topic.parts),
        timings_of(&topic.timings),
        Field {
            key: "effects",
            label: label::EFFECTS,
            missing: None,
            question: Some(Question::Help),
            body: Body::Effects(topic.effects.values),
            claims: topic.effects.claims,
        },
    ]
}

const fn parts_of(parts: &'static Recorded<BodyPart>) -> Field {
    Field {
        key: "parts",
        label: label::PARTS,
        missing: Some("parts of the body"),
        question: Some(Question::Jerks),
        body: Body::Parts(parts.values),
        claims: parts.claims,
    }
}

const fn timings_of(timings: &'static Recorded<Timing>) -> Field {
    Field {
        key: "timings",
        label: label::TIMINGS,
        missing: None,
        question: Some(Question::Jerks),
        body: Body::Timings(timings.values),
        claims: timings.claims,
    }
}
