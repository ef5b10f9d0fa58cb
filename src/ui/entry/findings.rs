//! The findings in patients with a cause, and their frequencies.

use std::cmp::Reverse;

use leptos::prelude::*;

use crate::catalogue::{
    AnnotatedDisease, Annotation, Catalogue, Cause, FoundFeature, Frequency, Recorded, TermId,
};
use crate::entry::{References, label};
use crate::ui::entry::citation::{citations, details};
use crate::ui::entry::frequency::bar;
use crate::ui::wording::entry::frequency;

/// How many features of a system are shown before the rest is folded away, and how many must remain
/// to make folding worthwhile.
const SHOWN: usize = 10;
const WORTH_FOLDING: usize = 4;

/// The features that curators recorded for a cause. Empty if there are none.
pub(crate) fn feature_list(
    features: &'static Recorded<FoundFeature>,
    references: &References,
) -> impl IntoView + use<> {
    features.is_recorded().then(|| {
        let rows = features.values.iter().map(|found| row(found, false, false)).collect_view();
        view! {
            <section aria-labelledby="features-heading">
                <h2 id="features-heading">{label::FEATURES}</h2>
                <p class="entry__remark">
                    "Frequencies refer to patients with this cause, not to everyone who jerks. "
                    {citations(references, features.claims)}
                </p>
                <ul class="feature-list">{rows}</ul>
                {details(references, features.claims)}
            </section>
        }
    })
}

/// The name by which a disease is told from the others of the same cause. `None` if it is the only
/// one.
pub(crate) fn which(cause: &Cause, disease: &AnnotatedDisease) -> Option<String> {
    let (number, name) = (disease.numbers.first()?, disease.names.first()?);
    (cause.annotated.len() > 1).then(|| format!("{name}, {number}"))
}

/// The features in the annotations of rare diseases, one section for each disease of the cause.
pub(crate) fn annotated_features(
    cause: &'static Cause,
    references: &References,
) -> impl IntoView + use<> {
    let diseases = cause.annotated.iter().zip(1..);
    diseases
        .map(|(disease, number)| of_disease(disease, which(cause, disease), number, references))
        .collect_view()
}

/// The features of one disease: first the jerks, then the systems of the body, each with the most
/// frequent findings first.
fn of_disease(
    disease: &'static AnnotatedDisease,
    which: Option<String>,
    number: usize,
    references: &References,
) -> impl IntoView + use<> {
    let catalogue = Catalogue::bundled();
    let ontology = catalogue.ontology();
    let annotations = catalogue.annotations(disease);
    // The highest lower bound first, then the highest upper bound. Features without either come
    // last.
    let place = |annotation: &Annotation| Reverse(Frequency::range(annotation.found.frequency));
    let present = annotations.iter().enumerate().filter(|(_, annotation)| !annotation.absent);
    let mut present: Vec<_> = present.map(|(at, annotation)| (place(annotation), at)).collect();
    present.sort_unstable();
    let of = |belongs: &dyn Fn(TermId) -> bool| -> Vec<&'static Annotation> {
        let all = present.iter().map(|(_, at)| &annotations[*at]);
        all.filter(|annotation| belongs(annotation.found.term)).collect()
    };
    let jerks = of(&|term| ontology.is_myoclonus(term));
    let systems = ontology.systems().into_iter().map(Some).chain([None]).filter_map(|system| {
        let belongs = |term| !ontology.is_myoclonus(term) && ontology.system(term) == system;
        let features = Some(of(&belongs)).filter(|features| !features.is_empty())?;
        let label = system.map_or(label::OTHER_FINDINGS, |system| catalogue.term(system).label);
        let name = in_short(label);
        Some(group(name, &features, false))
    });
    let absent: Vec<String> =
        annotations.iter().filter(|it| it.absent).map(|it| not_found(&it.found)).collect();
    let how_to_read = if catalogue.is_of_later_release(disease) {
        "How often each is found is not said, and what was looked for and not found is not known. "
    } else {
        "Frequencies refer to patients with this disease, not to everyone who jerks. Findings that \
         are certain to be frequent come first. In each bar, the full part is certain and the pale \
         part is possible. Counts of few patients leave much uncertain. “Published” means that the \
         data name a publication. "
    };
    let heading = format!("annotated-heading-{number}");
    view! {
        <section aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>
                {label::FINDINGS} {which.map(|which| format!(": {which}"))}
            </h2>
            <p class="entry__remark">
                {present.len()} " findings, by part of the body, from release " {disease.release}
                " of the Human Phenotype Ontology. " {how_to_read}
                {citations(references, catalogue.claims_of_annotations(&[disease]))}
            </p>
            {(!jerks.is_empty()).then(|| group(label::JERKS.to_owned(), &jerks, true))}
            {systems.collect_view()}
            {(!absent.is_empty())
                .then(|| {
                    view! {
                        <h3 class="findings__heading">"Looked for but not found"</h3>
                        <p>{absent.join("; ")}</p>
                    }
                })}
        </section>
    }
}

/// The short heading of a system of the body: its label without the words that all of these labels
/// share. Any other label is returned unchanged.
pub(crate) fn in_short(label: &'static str) -> String {
    let short = ["Abnormality of the ", "Abnormality of ", "Abnormal "]
        .iter()
        .find_map(|start| label.strip_prefix(start))
        .unwrap_or(label);
    let mut letters = short.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The features of one system.
fn group(name: String, features: &[&'static Annotation], jerks: bool) -> AnyView {
    let rows = |features: &[&'static Annotation]| {
        let rows = features.iter().map(|it| row(&it.found, it.published, jerks)).collect_view();
        view! { <ul class="feature-list">{rows}</ul> }
    };
    let folded = features.len() >= SHOWN + WORTH_FOLDING;
    let (first, rest) = features.split_at(if folded { SHOWN } else { features.len() });
    view! {
        <h3 class="findings__heading">{name.clone()} " (" {features.len()} ")"</h3>
        {rows(first)}
        {folded
            .then(|| {
                view! {
                    <details class="findings__rest">
                        <summary>
                            {rest.len()} " more" <span class="visually-hidden">": " {name}</span>
                        </summary>
                        {rows(rest)}
                    </details>
                }
            })}
    }
    .into_any()
}

/// One feature: its label, an everyday name, and its frequency.
fn row(found: &FoundFeature, published: bool, is_jerk: bool) -> impl IntoView + use<> {
    let term = Catalogue::bundled().term(found.term);
    let published = published.then_some(" · published");
    view! {
        <li class="feature-list__row" data-jerk=is_jerk.then_some("true")>
            <span class="feature-list__label" title=term.hpo()>
                {term.label}
                {term
                    .lay_names()
                    .next()
                    .map(|name| view! { <span class="feature-list__plain">" " {name}</span> })}
            </span>
            // Without style, the label would run into the frequency.
            <span class="visually-hidden">": "</span>
            <span
                class="feature-list__frequency"
                data-recorded=(!found.frequency.is_empty()).to_string()
            >
                {frequency(found.frequency)} {published}
            </span>
            {bar(found.frequency)}
        </li>
    }
}

/// A feature that was looked for but found in no patient, with the number of patients examined if
/// known.
fn not_found(found: &FoundFeature) -> String {
    let label = Catalogue::bundled().term(found.term).label;
    match found.frequency {
        [Frequency::PerMille(0)] => label.to_owned(),
        counted => format!("{label}, {}", frequency(counted)),
    }
}
