//! The findings in patients with a cause: tables, each with one drawn column.

pub(crate) mod frequency;

use std::mem::discriminant;

use leptos::prelude::*;

use self::frequency::parts;
use crate::catalogue::{
    AnnotatedDisease, Annotation, Catalogue, Cause, FoundFeature, Frequency, Recorded,
};
use crate::entry::{FindingGroup, References, finding_groups, label};
use crate::sorted;
use crate::ui::element::table::bar::{Part, axis, bar};
use crate::ui::entry::citation::{citations, details};
use crate::ui::wording::entry::{absent, frequency};

/// How many findings of a group are shown before the rest is folded, and how many must remain to
/// make folding worthwhile.
const SHOWN: usize = 7;
const WORTH_FOLDING: usize = 2;

/// One row: a finding, how often, and whether it was looked for and absent.
#[derive(Clone, Copy)]
struct Row {
    found: FoundFeature,
    published: bool,
    absent: bool,
    /// Where on this page it is said how often, if it is not said here.
    elsewhere: Option<&'static str>,
}

impl From<&Annotation> for Row {
    fn from(of: &Annotation) -> Self {
        Self { found: of.found, published: of.published, absent: of.absent, elsewhere: None }
    }
}

/// The features that curators recorded for a cause; nothing if there are none.
pub(crate) fn feature_list(cause: &'static Cause, references: &References) -> Option<AnyView> {
    let features: &'static Recorded<FoundFeature> = &cause.features;
    features.is_recorded().then(|| {
        let row = |found: &FoundFeature| Row {
            found: *found,
            published: false,
            absent: false,
            elsewhere: said_elsewhere(cause, *found),
        };
        let mut rows: Vec<Row> = features.values.iter().map(row).collect();
        // Stable: what is equally frequent keeps the curator's order.
        sorted::sort_by_key(&mut rows, |row| {
            std::cmp::Reverse(Frequency::range(row.found.frequency))
        });
        let (how_to_read, drawn) = if is_silent(&rows) {
            let how = if rows.iter().any(|row| row.elsewhere == Some(IN_DATA)) {
                "These sources name the findings without saying how often each is found; the \
                 numbers that are known are in the rare-disease data. "
            } else {
                "How often each is found is not recorded. "
            };
            (how, names(&rows).into_any())
        } else {
            let drawn = view! { {key(&rows)} {table(label::FEATURES, &rows)} };
            let how = "Frequencies refer to patients with this cause, not to everyone who jerks. ";
            (how, drawn.into_any())
        };
        view! {
            <p class="small soft">{how_to_read} {citations(references, features.claims)}</p>
            {drawn}
            {details(references, features.claims)}
        }
        .into_any()
    })
}

/// The name by which a disease is told from the others of the same cause. `None` if it is the only
/// one.
pub(crate) fn which(cause: &Cause, disease: &AnnotatedDisease) -> Option<String> {
    let (number, name) = (disease.numbers.first()?, disease.names.first()?);
    (cause.annotated.len() > 1).then(|| format!("{name}, {number}"))
}

/// An onset or a course of a disease of a cause, and how often it is seen. Names the disease if the
/// cause has several.
pub(crate) fn timed(cause: &Cause, disease: &AnnotatedDisease, found: &FoundFeature) -> String {
    let mut words = Catalogue::bundled().term(found.term).label.to_owned();
    if !found.frequency.is_empty() {
        words = format!("{words}, {}", frequency(found.frequency));
    }
    which(cause, disease).map_or(words.clone(), |which| format!("{words} ({which})"))
}

/// The jerks in the annotations of the rare diseases of a cause; nothing if there are none.
pub(crate) fn jerks(cause: &'static Cause, references: &References) -> Option<AnyView> {
    each_disease(cause, |disease| jerks_of(cause, disease, references))
}

/// Everything else in these annotations, in groups; nothing if there is nothing.
pub(crate) fn annotated_features(
    cause: &'static Cause,
    references: &References,
) -> Option<AnyView> {
    each_disease(cause, |disease| features_of(disease, which(cause, disease), references))
}

/// What is drawn for each disease of a cause, one after the other: counts of several diseases never
/// add up.
fn each_disease(
    cause: &'static Cause,
    draw: impl Fn(&'static AnnotatedDisease) -> Option<AnyView>,
) -> Option<AnyView> {
    let drawn: Vec<AnyView> = cause.annotated.iter().filter_map(|disease| draw(disease)).collect();
    (!drawn.is_empty()).then(|| drawn.into_any())
}

/// What is said of a curated finding that the rare-disease data count.
const IN_DATA: &str = "how often: see the rare-disease data";

/// Where the page says how often something is found, if a curated row does not.
fn said_elsewhere(cause: &'static Cause, found: FoundFeature) -> Option<&'static str> {
    let catalogue = Catalogue::bundled();
    let of_jerks = catalogue.ontology().is_myoclonus(found.term) && cause.shares.is_recorded();
    let annotations = || cause.annotated.iter().flat_map(|it| catalogue.annotations(it));
    let has_number =
        |it: &Annotation| it.found.term == found.term && !it.found.frequency.is_empty();
    match found.frequency {
        [] if of_jerks => Some("how often: see “How many have jerks”"),
        [] if annotations().any(has_number) => Some(IN_DATA),
        _ => None,
    }
}

/// A jerk in the annotations.
fn jerk(cause: &'static Cause, of: &Annotation) -> Row {
    let elsewhere = said_elsewhere(cause, of.found).filter(|_| !of.absent);
    Row { elsewhere, ..Row::from(of) }
}

fn jerks_of(
    cause: &'static Cause,
    disease: &'static AnnotatedDisease,
    references: &References,
) -> Option<AnyView> {
    let catalogue = Catalogue::bundled();
    let which = which(cause, disease);
    let rows: Vec<Row> =
        finding_groups(catalogue, disease).jerks.into_iter().map(|it| jerk(cause, it)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <p class="small soft">
                "Found in patients" {which.map(|which| format!(" with {which}"))}
                ", according to rare-disease data "
                {citations(references, catalogue.claims_of_annotations(&[disease]))}
            </p>
            {table(label::JERKS, &rows)}
        }
        .into_any()
    })
}

fn features_of(
    disease: &'static AnnotatedDisease,
    which: Option<String>,
    references: &References,
) -> Option<AnyView> {
    let catalogue = Catalogue::bundled();
    let found = finding_groups(catalogue, disease);
    let count: usize = found.groups.iter().map(|group| group.findings.len()).sum();
    let absent: Vec<Row> = found.absent.into_iter().map(Row::from).collect();
    let all = found.groups.iter().flat_map(|group| &group.findings);
    let all: Vec<Row> = all.map(|it| Row::from(*it)).chain(absent.iter().copied()).collect();
    let silent = is_silent(&all);
    let groups = found.groups.into_iter().map(|FindingGroup { name, findings }| {
        group(name, &findings.into_iter().map(Row::from).collect::<Vec<_>>(), silent)
    });
    let how_to_read = if catalogue.is_of_later_release(disease) {
        "How often each is found is not said, and what was looked for and not found is not known. "
    } else if silent {
        "How often they are found is not recorded. "
    } else {
        "In each group, findings that are certain to be frequent come first. Frequencies refer to \
         patients with this disease, not to everyone who jerks. Counts of few patients leave much \
         uncertain. “Published” means that the data name a publication. "
    };
    (!all.is_empty()).then(|| {
        view! {
            <p class="small soft">
                {which.map(|which| format!("{which}: "))} {count}
                {if count == 1 { " finding" } else { " findings" }}
                " from rare-disease data, release " {disease.release}
                " of the Human Phenotype Ontology. " {how_to_read}
                {citations(references, catalogue.claims_of_annotations(&[disease]))}
            </p>
            {(!silent).then(|| key(&all))}
            {groups.collect_view()}
            {(!absent.is_empty()).then(|| group("Looked for and absent", &absent, false))}
        }
        .into_any()
    })
}

/// Whether no row says how often, so bars would be empty.
fn is_silent(rows: &[Row]) -> bool {
    rows.iter().all(|row| !row.absent && row.found.frequency.is_empty())
}

/// Findings by their names alone.
fn names(rows: &[Row]) -> impl IntoView + use<> {
    let names = rows.iter().map(|row| view! { <li title=hpo(*row)>{named(*row)}</li> });
    view! { <ul class="values">{names.collect_view()}</ul> }
}

/// What the parts of the bars mean, as far as they occur.
fn key(rows: &[Row]) -> impl IntoView + use<> {
    let drawn: Vec<Part> =
        rows.iter().flat_map(|row| parts(row.found.frequency, row.absent)).collect();
    let means = [
        (Part::Value(100.0), "counted in patients, or always"),
        (Part::OfFew(100.0), "counted in fewer than five patients"),
        (Part::Range(0.0, 100.0), "range that the word stands for"),
        (Part::Unknown, "how often is not recorded"),
        (Part::Absent, "looked for and absent"),
    ];
    let is_used = |(meant, _): &(Part, &str)| {
        drawn.iter().any(|part| discriminant(part) == discriminant(meant))
    };
    let used = means.into_iter().filter(is_used);
    let used = used.map(|(part, words)| view! { <span>{bar(&[part])} {words}</span> });
    view! { <p class="key">{used.collect_view()}</p> }
}

/// A group under its heading, the rest folded. Where nothing says how often, only names.
fn group(name: &'static str, rows: &[Row], silent: bool) -> AnyView {
    let drawn = |rows: &[Row]| {
        if silent { names(rows).into_any() } else { table(name, rows).into_any() }
    };
    let folded = rows.len() >= SHOWN + WORTH_FOLDING;
    let (first, rest) = rows.split_at(if folded { SHOWN } else { rows.len() });
    view! {
        <div class="stack tight">
            <h3>{name} " " <span class="soft small">{rows.len()}</span></h3>
            {drawn(first)}
            {folded
                .then(|| {
                    view! {
                        <details>
                            <summary>
                                {rest.len()} " more" <span class="vh">": " {name}</span>
                            </summary>
                            {drawn(rest)}
                        </details>
                    }
                })}
        </div>
    }
    .into_any()
}

/// A table with one drawn column. On a narrow screen its rows fold, and the roles keep it a table.
fn table(name: &'static str, rows: &[Row]) -> impl IntoView + use<> {
    let rows = rows.iter().map(|row| line(*row)).collect_view();
    view! {
        <table class="plot plot--tall" role="table">
            <caption class="vh">{name}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">
                        "Finding"
                    </th>
                    <th scope="col" role="columnheader" class="draw">
                        {axis()}
                    </th>
                    <th scope="col" role="columnheader">
                        "How often"
                    </th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
}

/// One finding: its label, an everyday name, the drawing, and how often in words.
fn line(row: Row) -> impl IntoView {
    let Row { found, published, absent: is_absent, elsewhere } = row;
    let often = match (is_absent, found.frequency) {
        (false, []) if elsewhere.is_some() => elsewhere.into_any(),
        (true, frequency) => absent(frequency).into_any(),
        (false, []) => view! { <span class="none">"how often: not recorded"</span> }.into_any(),
        (false, said) => frequency(said).into_any(),
    };
    let published = published.then_some(" · published");
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" title=hpo(row)>
                {named(row)}
                // Without style, the label would run into the frequency.
                <span class="vh">": "</span>
            </th>
            <td class="draw" role="cell">
                {bar(&parts(found.frequency, is_absent))}
            </td>
            <td role="cell">{often} {published}</td>
        </tr>
    }
}

/// The label of a finding, with an everyday name.
fn named(row: Row) -> impl IntoView {
    let term = Catalogue::bundled().term(row.found.term);
    let everyday = term.everyday_name();
    let everyday = everyday.map(|name| view! { <span class="tiny soft">" " {name}</span> });
    view! { {term.label} {everyday} }
}

fn hpo(row: Row) -> String {
    Catalogue::bundled().term(row.found.term).hpo()
}
