//! Everything said about a cause, field by field, in reading order.
//!
//! The one list that references, the entry, comparison, export, open data and search walk. Knows
//! what is said and by which sources, not how it is shown.

use super::label;
use super::question::Question;
use crate::catalogue::{
    AnnotatedDisease, Axis, AxisId, BodyPart, Catalogue, Cause, Claim, ContextId, Due, Effect,
    FieldName, FoundFeature, Phrase, Recorded, Reversible, Share, Statement, TermId, Timing, Topic,
    Urgency, WorsenedBy, each_once,
};
use crate::sorted;

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
    Jerks(&'static Cause),
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
    Genes(&'static Cause),
    /// How the disease is inherited.
    Inheritance(&'static Cause),
    /// When the disease begins.
    Onset(&'static Cause),
    /// How the disease runs.
    Course(&'static Cause),
    /// Phrases that may name other entries.
    Phrases(&'static [Phrase]),
    /// Medicines that make the disease worse.
    WorsenedBy(Option<&'static WorsenedBy>),
    /// A sentence.
    Statement(Option<&'static Statement>),
    /// Features that a curator recorded.
    Features(&'static [FoundFeature]),
    /// Findings in patients, from the annotations of rare diseases.
    Annotations(&'static Cause),
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
            Self::Genes(cause) => !cause.genes().is_empty(),
            Self::Inheritance(cause) => !cause.inheritance().is_empty(),
            Self::Onset(_) | Self::Course(_) => self.timed().next().is_some(),
            Self::Features(found) => !found.is_empty(),
            Self::Phrases(phrases) => !phrases.is_empty(),
            Self::WorsenedBy(medicines) => medicines.is_some(),
            Self::Opening(statement) | Self::Statement(statement) => statement.is_some(),
            Self::Jerks(cause) | Self::Annotations(cause) => !cause.annotated.is_empty(),
        }
    }

    /// The values as a reader sees them, one by one. Findings are given by their labels.
    pub fn words(self, catalogue: &'static Catalogue) -> Vec<&'static str> {
        let label = |term| catalogue.term(term).label;
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
            Self::Reversible(reversible) => reversible.iter().map(|it| it.words()).collect(),
            Self::Genes(cause) => cause.genes(),
            Self::Inheritance(cause) => cause.inheritance().into_iter().map(label).collect(),
            Self::Onset(_) | Self::Course(_) => {
                each_once(self.timed().map(|(_, found)| label(found.term)))
            }
            Self::Features(found) => found.iter().map(|found| label(found.term)).collect(),
            Self::Phrases(phrases) => phrases.iter().map(|phrase| phrase.words).collect(),
            Self::WorsenedBy(worsened) => {
                worsened.iter().flat_map(|it| it.medicines).map(|phrase| phrase.words).collect()
            }
            Self::Opening(statement) | Self::Statement(statement) => {
                statement.iter().map(|said| said.text).collect()
            }
            Self::Jerks(cause) => each_once(
                present(catalogue, cause)
                    .filter(|term| catalogue.ontology().is_myoclonus(*term))
                    .map(label),
            ),
            Self::Annotations(cause) => each_once(present(catalogue, cause).map(label)),
        }
    }

    /// The onsets or courses with their counts, each with the disease that it belongs to: counts of
    /// several diseases never add up. Empty for other fields.
    pub fn timed(self) -> impl Iterator<Item = (&'static AnnotatedDisease, &'static FoundFeature)> {
        let diseases: &[&AnnotatedDisease] = match self {
            Self::Onset(cause) | Self::Course(cause) => cause.annotated,
            _ => &[],
        };
        diseases.iter().flat_map(move |disease| {
            let found = match self {
                Self::Onset(_) => disease.onset,
                _ => disease.course,
            };
            found.iter().map(|found| (*disease, found))
        })
    }
}

/// The features that were found in patients with the rare diseases of a cause.
fn present(catalogue: &'static Catalogue, cause: &'static Cause) -> impl Iterator<Item = TermId> {
    let all = cause.annotated.iter().flat_map(|disease| catalogue.annotations(disease));
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
        treatments: _,
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
        recorded_genes,
        management,
        worsened_by,
        note,
        annotated,
    } = cause;
    let (urgency, reversible) = (urgency.as_ref(), reversible.as_ref());
    let worsened_by = worsened_by.as_ref();
    // Where genes, inheritance and onset do not apply, a gap means nothing.
    let of_inherited = |missing| Some(missing).filter(|_| catalogue.may_be_inherited(cause));
    // The diseases that say something are the source.
    let annotated = |says: fn(&AnnotatedDisease) -> bool| {
        let say: Vec<_> = annotated.iter().copied().filter(|disease| says(disease)).collect();
        catalogue.claims_of_annotations(&say)
    };
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
        field(jerks, "jerks", label::JERKS, None, Body::Jerks(cause), annotated(|_| true)),
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
            Body::Genes(cause),
            match recorded_genes.claims {
                [] => catalogue.claims_of_genes(cause.annotated),
                claims => claims,
            },
        ),
        field(
            who,
            "inheritance",
            label::INHERITANCE,
            of_inherited("inheritance").filter(|_| cause.inheritance_by_name().is_none()),
            Body::Inheritance(cause),
            annotated(|disease| !disease.inheritance.is_empty()),
        ),
        field(
            who,
            "onset",
            label::ONSET,
            of_inherited("onset of the disease"),
            Body::Onset(cause),
            annotated(|disease| !disease.onset.is_empty()),
        ),
        field(
            who,
            "disease_course",
            "Course of the disease",
            None,
            Body::Course(cause),
            annotated(|disease| !disease.course.is_empty()),
        ),
        field(
            found,
            "features",
            label::FEATURES,
            // The annotations are findings too.
            Some("what else is found").filter(|_| cause.annotated.is_empty()),
            Body::Features(features.values),
            features.claims,
        ),
        field(
            found,
            "annotations",
            label::FINDINGS,
            None,
            Body::Annotations(cause),
            annotated(|_| true),
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
    sorted::sort_by_key(&mut fields, |field| field.question);
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
