//! The entry of a cause: its facts, its sources, and what is not recorded.

mod other_names;
mod worsened_box;

use leptos::prelude::*;

use self::other_names::{former_symbols, other_names};
use self::worsened_box::worsened_box;
use crate::catalogue::{AnnotatedDisease, Catalogue, Cause, CauseId, FoundFeature, Grade, Link};
use crate::entry::{Body, Field, References, fields, label, plain_from_annotations};
use crate::facet::Facet;
use crate::ui::browser::location;
use crate::ui::context::explorer;
use crate::ui::edition::Edition;
use crate::ui::element::compare_button::CompareButton;
use crate::ui::element::grade_badge::GradeBadge;
use crate::ui::element::link::{link, named, phrase, words_explained};
use crate::ui::element::provenance;
use crate::ui::element::save_sources::SaveSources;
use crate::ui::entry::citation::{also_cited, citations, details};
use crate::ui::entry::fact::opening::opening;
use crate::ui::entry::fact::{basis_mark, fact};
use crate::ui::entry::findings::{annotated_features, feature_list, which};
use crate::ui::entry::reference_list::reference_list;
use crate::ui::entry::registries::registries;
use crate::ui::entry::related::related;
use crate::ui::entry::urgency_box::urgency_box;
use crate::ui::landmark;
use crate::ui::wording::entry::frequency;
use crate::view::ViewState;

/// One cause.
#[component]
pub(crate) fn CauseEntry(
    /// The cause.
    id: CauseId,
) -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let cause: &'static Cause = catalogue.cause(id);
    let also: Vec<_> = cause.names().skip(1).collect();
    let fields = fields(catalogue, cause);
    let references = References::of(catalogue, cause);
    let grade = Grade::of(catalogue, cause);
    let category = catalogue.category(cause.category);
    let division = catalogue.division(cause.division).name;

    view! {
        <header class="entry__header">
            <p class="entry__shelf">
                {(division != category.name).then(|| format!("{division} › "))}
                {link(Link::Category(cause.category))}
                {cause.subcategory.map(|it| format!(" › {}", it.name))}
            </p>
            <h1 id=landmark::ENTRY_HEADING class="entry__name" tabindex="-1">{cause.name}</h1>
            {(!also.is_empty())
                .then(|| {
                    view! { <p class="entry__synonyms">"Also called " {also.join("; ")} "."</p> }
                })}
            {other_names(id)}
            <p class="entry__grade">
                <GradeBadge grade />
            </p>
            <p class="entry__remark">{grade.explanation()}</p>
            <CompareButton entry=Link::Cause(id) />
            {cause
                .is_group
                .then(|| {
                    view! {
                        <p class="entry__remark">
                            "This is a group, listed beside its members. It does not count as a "
                            "cause of its own."
                        </p>
                    }
                })}
        </header>
        {openings(&fields, &references)}
        {made_from_data(cause, &references)}
        {urgency_box(cause.urgency.as_ref(), &references)}
        {worsened_box(cause.worsened_by.as_ref(), &references)}
        {evidence(cause, &references)}
        {facts(id, &fields, &references)}
        {feature_list(&cause.features, &references)}
        {annotated_features(cause, &references)}
        {examples(cause)}
        {related(&named_as(id, cause))}
        {not_recorded(&fields)}
        {registries(cause)}
        {words_explained(cause.glossary)}
        {reference_list(&references)}
        <footer class="entry__footer">
            <SaveSources of=Link::Cause(id) />
            <p>{provenance::in_full()} " The category and the order are ours."</p>
        </footer>
    }
}

/// What the cause is, in plain words and for clinicians. A cause that only the import knows has no
/// text of a curator.
fn openings(fields: &[Field], references: &References) -> impl IntoView + use<> {
    let texts = fields.iter().filter_map(|field| match field.body {
        Body::Opening(Some(said)) => {
            let Field { key, label, claims, .. } = *field;
            Some(opening(key, label, said.text, said.basis, references, claims).into_any())
        }
        _ => None,
    });
    texts.collect_view()
}

/// The links under which other entries name a cause: the cause and, if it is curated, its category.
/// The categories were named before hundreds of diseases were imported.
fn named_as(id: CauseId, cause: &Cause) -> Vec<Link> {
    let category = (!cause.imported).then_some(Link::Category(cause.category));
    std::iter::once(Link::Cause(id)).chain(category).collect()
}

/// The plain sentences that a rule builds where no curator has written any. Empty elsewhere.
fn made_from_data(cause: &'static Cause, references: &References) -> impl IntoView + use<> {
    let catalogue = Catalogue::bundled();
    let claims = catalogue.claims_of_annotations(cause.annotated);
    plain_from_annotations(catalogue, cause).map(|text| {
        view! {
            <section aria-labelledby="plain-heading">
                <h2 id="plain-heading">"In plain words"</h2>
                <p>
                    {text} " "
                    <span
                        class="mark-editorial"
                        title="Built by a rule from the data below, not by a curator"
                    >
                        "made from rare-disease data"
                    </span> " " {citations(references, claims)}
                </p>
            </section>
        }
    })
}

/// The sources that name this as a cause of myoclonus, and what exactly they say.
fn evidence(cause: &'static Cause, references: &References) -> impl IntoView + use<> {
    view! {
        <section aria-labelledby="evidence-heading">
            <h2 id="evidence-heading">{label::WHY_LISTED}</h2>
            {details(references, cause.claims)}
            {cause
                .annotated
                .iter()
                .map(|rare| jerks(rare, which(cause, rare), references))
                .collect_view()}
            {also_cited(
                "Named as a cause, without details:",
                references,
                cause.claims,
                Catalogue::bundled().claims_of_annotations(cause.annotated),
            )}
        </section>
    }
}

/// The jerks in the annotations of one rare disease, with their frequencies.
fn jerks(
    disease: &'static AnnotatedDisease,
    which: Option<String>,
    references: &References,
) -> impl IntoView + use<> {
    let catalogue = Catalogue::bundled();
    let annotations = catalogue.annotations(disease).iter().filter(|annotation| !annotation.absent);
    let jerks = annotations
        .filter(|annotation| catalogue.ontology().is_myoclonus(annotation.found.term))
        .map(|annotation| labelled(&annotation.found))
        .collect::<Vec<_>>();
    view! {
        <p>
            "Found in patients" {which.map(|which| format!(" with {which}"))}
            ", according to rare-disease data: " {jerks.join("; ")} ". "
            {citations(references, catalogue.claims_of_annotations(&[disease]))}
        </p>
    }
}

/// A term with its frequency.
fn labelled(found: &FoundFeature) -> String {
    let label = Catalogue::bundled().term(found.term).label;
    if found.frequency.is_empty() {
        label.to_owned()
    } else {
        format!("{label}, {}", frequency(found.frequency))
    }
}

/// All recorded facts as a description list. Empty if there are none.
fn facts(id: CauseId, fields: &[Field], references: &References) -> impl IntoView + use<> {
    let facts: Vec<AnyView> = fields
        .iter()
        .filter(|field| field.body.is_recorded())
        .filter_map(|field| Some((field, value(id, field.body)?)))
        .map(|(field, value)| fact(field.label, value, references, field.claims).into_any())
        .collect();
    (!facts.is_empty()).then(|| {
        view! {
            <section aria-labelledby="facts-heading">
                <h2 id="facts-heading">"What is recorded"</h2>
                <dl class="facts">{facts}</dl>
            </section>
        }
    })
}

/// The value of a field. `None` for fields with a section of their own.
fn value(id: CauseId, body: Body) -> Option<AnyView> {
    let catalogue = Catalogue::bundled();
    Some(match body {
        Body::Opening(_)
        | Body::Urgency(_)
        | Body::Listed
        | Body::WorsenedBy(_)
        | Body::Features(_)
        | Body::Annotations(_) => return None,
        Body::Axis(..) => body.words(catalogue).join("; ").into_any(),
        Body::Reversible(_) => body.words(catalogue).join("").into_any(),
        Body::Situations(_) | Body::Inheritance(_) => lines(body.words(catalogue)),
        Body::Onset(cause) | Body::Course(cause) => {
            let line = |(disease, found)| match which(cause, disease) {
                Some(which) => format!("{} ({which})", labelled(found)),
                None => labelled(found),
            };
            lines(body.timed().map(line).collect())
        }
        Body::Genes(cause) => genes(cause),
        Body::Phrases(phrases) => {
            lines(phrases.iter().map(|test| phrase(test, Link::Cause(id))).collect())
        }
        Body::Statement(said) => {
            let said = said?;
            view! { {said.text} " " {basis_mark(said.basis)} }.into_any()
        }
    })
}

/// Values, one per line.
fn lines<V: IntoView + 'static>(values: Vec<V>) -> AnyView {
    let lines = values.into_iter().map(|value| view! { <li>{value}</li> }).collect_view();
    view! { <ul class="fact__phrases">{lines}</ul> }.into_any()
}

/// The genes, each linked to all causes with this gene.
fn genes(cause: &'static Cause) -> AnyView {
    let links = cause.genes().into_iter().map(|gene| {
        if Edition::is_printed() {
            // Only the program can find all causes of a gene.
            return view! { <li>{gene} {former_symbols(gene)}</li> }.into_any();
        }
        let chosen = explorer().facets().choice(Facet::GENE, gene).into_iter().collect();
        let href = location::href(&ViewState { chosen, ..ViewState::default() });
        view! { <li><a href=href>{gene}</a> {former_symbols(gene)}</li> }.into_any()
    });
    view! { <ul class="named" role="list">{links.collect_view()}</ul> }.into_any()
}

/// The types of myoclonus of which this cause is an example.
fn examples(cause: &'static Cause) -> impl IntoView + use<> {
    let links: Vec<Link> = cause.types.iter().map(|id| Link::Topic(*id)).collect();
    (!cause.types.is_empty()).then(|| {
        view! {
            <section aria-labelledby="types-heading">
                <h2 id="types-heading">"An example of these types"</h2>
                {named(links)}
                <p class="entry__remark">
                    "Because of the facts recorded above, or because it is the same syndrome. "
                    "The mapping is ours."
                </p>
            </section>
        }
    })
}

/// The fields that the sources do not mention.
fn not_recorded(fields: &[Field]) -> impl IntoView + use<> {
    let missing: Vec<&str> = fields
        .iter()
        .filter(|field| !field.body.is_recorded())
        .filter_map(|field| field.missing)
        .collect();
    (!missing.is_empty()).then(|| {
        view! {
            <section aria-labelledby="not-recorded-heading">
                <h2 id="not-recorded-heading">"Not recorded"</h2>
                <p class="entry__remark">
                    "The sources do not mention these. That does not mean no: "
                    {missing.join(", ")} "."
                </p>
            </section>
        }
    })
}
