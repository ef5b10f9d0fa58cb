//! Everything said about a cause, field by field, in reading order.
//!
//! The one list that references, the entry, comparison, export, open data and search walk. Knows
//! what is said and by which sources, not how it is shown.

use super::label;
use crate::catalogue::{
    AnnotatedDisease, AxisId, Catalogue, Cause, Claim, ContextId, FieldName, FoundFeature, Phrase,
    Reversible, Statement, Urgency, WorsenedBy, each_once,
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
    /// That it causes myoclonus; the claims say the rest.
    Listed,
    /// What the jerks are like on one axis.
    Axis(&'static Cause, AxisId),
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
            Self::Situations(ids) => !ids.is_empty(),
            Self::Reversible(reversible) => reversible.is_some(),
            Self::Genes(cause) => !cause.genes().is_empty(),
            Self::Inheritance(cause) => !cause.inheritance().is_empty(),
            Self::Onset(_) | Self::Course(_) => self.timed().next().is_some(),
            Self::Features(found) => !found.is_empty(),
            Self::Phrases(phrases) => !phrases.is_empty(),
            Self::WorsenedBy(medicines) => medicines.is_some(),
            Self::Opening(statement) | Self::Statement(statement) => statement.is_some(),
            Self::Annotations(cause) => !cause.annotated.is_empty(),
        }
    }

    /// The values as a reader sees them, one by one. Findings are given by their labels.
    pub fn words(self, catalogue: &'static Catalogue) -> Vec<&'static str> {
        let label = |term| catalogue.term(term).label;
        match self {
            Self::Listed => Vec::new(),
            Self::Urgency(urgency) => urgency.iter().map(|urgency| urgency.grade.label()).collect(),
            Self::Axis(cause, axis) => cause.on_axis(axis).map(|value| value.label).collect(),
            Self::Situations(ids) => ids.iter().map(|id| catalogue.context(*id).meaning).collect(),
            Self::Reversible(reversible) => reversible
                .map(|it| it.said_of_group.unwrap_or(it.value.label()))
                .into_iter()
                .collect(),
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
            Self::Annotations(cause) => {
                let all = cause.annotated.iter().flat_map(|disease| catalogue.annotations(disease));
                let present = all.filter(|annotation| !annotation.absent);
                each_once(present.map(|annotation| label(annotation.found.term)))
            }
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
    let opening = |key, label, said: &'static Option<Statement>| Field {
        key,
        label,
        missing: None,
        body: Body::Opening(said.as_ref()),
        claims: claims_of(said),
    };
    let sentence = |key, label, missing, said: &'static Option<Statement>| Field {
        key,
        label,
        missing,
        body: Body::Statement(said.as_ref()),
        claims: claims_of(said),
    };

    let mut fields = vec![
        opening(FieldName::Plain.key(), FieldName::Plain.label(), plain),
        opening(FieldName::Clinical.key(), FieldName::Clinical.label(), clinical),
        Field {
            key: "urgency",
            label: label::URGENCY,
            missing: None,
            body: Body::Urgency(urgency),
            claims: urgency.map_or(&[], |urgency| urgency.claims),
        },
        Field {
            key: "claims",
            label: label::WHY_LISTED,
            missing: None,
            body: Body::Listed,
            claims,
        },
    ];
    fields.extend(AxisId::all().zip(axes.iter()).map(|(axis, recorded)| Field {
        key: axis.axis().key,
        label: axis.axis().label,
        missing: Some(axis.axis().missing),
        body: Body::Axis(cause, axis),
        claims: recorded.claims,
    }));
    fields.extend([
        Field {
            key: "context",
            label: label::CONTEXT,
            missing: Some("exposures and situations"),
            body: Body::Situations(context.values),
            claims: context.claims,
        },
        Field {
            key: "reversible",
            label: label::REVERSIBLE,
            missing: Some("whether it is reversible"),
            body: Body::Reversible(reversible),
            claims: reversible.map_or(&[], |reversible| reversible.claims),
        },
        Field {
            key: "genes",
            label: "Genes linked with it",
            missing: of_inherited("genes"),
            body: Body::Genes(cause),
            claims: match recorded_genes.claims {
                [] => catalogue.claims_of_genes(cause.annotated),
                claims => claims,
            },
        },
        Field {
            key: "inheritance",
            label: label::INHERITANCE,
            missing: of_inherited("inheritance"),
            body: Body::Inheritance(cause),
            claims: annotated(|disease| !disease.inheritance.is_empty()),
        },
        Field {
            key: "onset",
            label: label::ONSET,
            missing: of_inherited("onset of the disease"),
            body: Body::Onset(cause),
            claims: annotated(|disease| !disease.onset.is_empty()),
        },
        Field {
            key: "disease_course",
            label: "Course of the disease",
            missing: None,
            body: Body::Course(cause),
            claims: annotated(|disease| !disease.course.is_empty()),
        },
        Field {
            key: "annotations",
            label: label::FINDINGS,
            missing: None,
            body: Body::Annotations(cause),
            claims: annotated(|_| true),
        },
        Field {
            key: "first_tests",
            label: "First tests",
            missing: Some("first tests"),
            body: Body::Phrases(first_tests.values),
            claims: first_tests.claims,
        },
        sentence("management", "What is done", Some("what is done about it"), management),
        Field {
            key: "worsened_by",
            label: label::WORSENED_BY,
            // Most causes have nothing to say here, so a gap means nothing.
            missing: None,
            body: Body::WorsenedBy(worsened_by),
            claims: worsened_by.map_or(&[], |medicines| medicines.claims),
        },
        sentence("note", "Note", None, note),
        Field {
            key: "features",
            label: label::FEATURES,
            // The annotations are findings too.
            missing: Some("what else is found").filter(|_| cause.annotated.is_empty()),
            body: Body::Features(features.values),
            claims: features.claims,
        },
    ]);
    fields
}
