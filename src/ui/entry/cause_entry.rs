//! A cause to be read: what it is, what is recorded, what is not, and who says so.

use leptos::prelude::*;

use crate::catalogue::{
    AgeGroup, Catalogue, Cause, CauseId, Contraction, Course, Distribution, FoundFeature,
    Generator, Grade, Link, Provocation, RareDisease, Recorded, Statement, TermId,
};
use crate::entry::References;
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
use crate::ui::entry::fact::{basis_mark, fact, listed};
use crate::ui::entry::findings::{annotated_features, feature_list};
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
    /// Which one.
    id: CauseId,
) -> impl IntoView {
    let catalogue = Catalogue::embedded();
    let cause: &'static Cause = catalogue.cause(id);
    let also: Vec<_> = cause.names().skip(1).collect();
    let references = References::of(cause);
    let grade = Grade::of(catalogue, cause);
    let category = catalogue.category(cause.category);
    let super_group = catalogue.super_group(cause.super_group).name;

    view! {
        <header class="entry__header">
            <p class="entry__shelf">
                {(super_group != category.name).then(|| format!("{super_group} › "))}
                {link(Link::Category(cause.category))}
                {cause.subgroup.map(|subgroup| format!(" › {subgroup}"))}
            </p>
            <h1 id=landmark::ENTRY_HEADING class="entry__name" tabindex="-1">{cause.name}</h1>
            {(!also.is_empty())
                .then(|| {
                    view! { <p class="entry__synonyms">"Also called " {also.join("; ")} "."</p> }
                })}
            <p class="entry__grade">
                <GradeBadge grade />
            </p>
            <p class="entry__remark">{grade.explanation()}</p>
            <CompareButton entry=Link::Cause(id) />
            {cause
                .umbrella
                .then(|| {
                    view! {
                        <p class="entry__remark">
                            "This is a group that stands beside its members, not a cause of its own."
                        </p>
                    }
                })}
        </header>
        {urgency_box(cause.urgency.as_ref(), &references)}
        {evidence(cause, &references)}
        {facts(id, cause, &references)}
        {feature_list(&cause.features, &references)}
        {cause.rare.map(|rare| annotated_features(rare, &references))}
        {examples(cause)}
        {related(&named_as(id, cause))}
        {not_recorded(cause)}
        {registries(cause)}
        {words_explained(cause.terms)}
        {reference_list(&references)}
        <footer class="entry__footer">
            <SaveSources of=Link::Cause(id) />
            <p>{provenance::in_full()} " Category and order are ours."</p>
        </footer>
    }
}

/// The links under which other entries name a cause: the cause and, if it is curated, its category.
/// The categories were named without the hundreds of imported diseases in mind.
fn named_as(id: CauseId, cause: &Cause) -> Vec<Link> {
    let category = (!cause.imported).then_some(Link::Category(cause.category));
    std::iter::once(Link::Cause(id)).chain(category).collect()
}

/// Who says that this causes myoclonus, and what exactly.
fn evidence(cause: &'static Cause, references: &References) -> impl IntoView + use<> {
    view! {
        <section aria-labelledby="evidence-heading">
            <h2 id="evidence-heading">"Why it is listed"</h2>
            {details(references, cause.claims)}
            {cause.rare.map(|rare| jerks(rare, references))}
            {also_cited(
                "Named as a cause, without more:",
                references,
                cause.claims,
                cause.rare.map_or(&[], RareDisease::claims),
            )}
        </section>
    }
}

/// The jerks that the annotations of rare diseases have, and how often.
fn jerks(rare: &'static RareDisease, references: &References) -> impl IntoView + use<> {
    let catalogue = Catalogue::embedded();
    let annotations = catalogue.annotations(rare).iter().filter(|annotation| !annotation.absent);
    let jerks = annotations
        .filter(|annotation| catalogue.ontology().is_myoclonus(annotation.found.term))
        .map(|annotation| labelled(&annotation.found))
        .collect::<Vec<_>>();
    view! {
        <p>
            "Found in patients, by rare-disease data: " {jerks.join("; ")} ". "
            {citations(references, rare.claims())}
        </p>
    }
}

/// A term with how often it is found.
fn labelled(found: &FoundFeature) -> String {
    let label = Catalogue::embedded().term(found.term).label;
    if found.frequency.is_empty() {
        label.to_owned()
    } else {
        format!("{label}, {}", frequency(found.frequency))
    }
}

/// Everything that is recorded, as a description list; nothing where nothing is.
fn facts(id: CauseId, cause: &'static Cause, references: &References) -> impl IntoView + use<> {
    let catalogue = Catalogue::embedded();
    let context = |context| catalogue.context(context).meaning;
    let facts: Vec<AnyView> = [
        recorded("Kind of jerk", &cause.contraction, Contraction::label, references),
        recorded("Where on the body", &cause.distribution, Distribution::label, references),
        recorded("Where it arises", &cause.generator, Generator::label, references),
        recorded("Set off by", &cause.provocation, Provocation::label, references),
        recorded("Course", &cause.course, Course::label, references),
        recorded("Time of life", &cause.age_groups, AgeGroup::label, references),
        phrases("Think of it with", &cause.context, context, references),
        cause.reversible.as_ref().map(|reversible| {
            let value = reversible.said_of_group.unwrap_or(reversible.value.label());
            fact("Goes away again", value, references, reversible.claims).into_any()
        }),
        cause.rare.and_then(|rare| genes(rare, references)),
        cause.rare.and_then(|rare| {
            let label = |id: &TermId| catalogue.term(*id).label.to_owned();
            let lines = rare.inheritance.iter().map(label).collect();
            annotated("Inheritance", lines, rare, references)
        }),
        cause.rare.and_then(|rare| {
            let lines = rare.onset.iter().map(labelled).collect();
            annotated("Onset of the disease", lines, rare, references)
        }),
        cause.rare.and_then(|rare| {
            let lines = rare.course.iter().map(labelled).collect();
            annotated("Course of the disease", lines, rare, references)
        }),
        cause.first_tests.is_recorded().then(|| {
            let lines = cause
                .first_tests
                .values
                .iter()
                .map(|test| view! { <li>{phrase(test, Link::Cause(id))}</li> });
            let value = view! { <ul class="fact__phrases">{lines.collect_view()}</ul> };
            fact("First tests", value, references, cause.first_tests.claims).into_any()
        }),
        cause.management.as_ref().map(|said| statement("What is done", said, references)),
        cause.note.as_ref().map(|said| statement("Note", said, references)),
    ]
    .into_iter()
    .flatten()
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

/// A field with values, if it has any.
fn recorded<T: Copy + 'static>(
    name: &'static str,
    field: &'static Recorded<T>,
    label: impl Fn(T) -> &'static str,
    references: &References,
) -> Option<AnyView> {
    field
        .is_recorded()
        .then(|| fact(name, listed(field.values, label), references, field.claims).into_any())
}

/// A field whose values are phrases of their own, one line each.
fn phrases<T: Copy + 'static>(
    name: &'static str,
    field: &'static Recorded<T>,
    phrase: impl Fn(T) -> &'static str,
    references: &References,
) -> Option<AnyView> {
    field.is_recorded().then(|| {
        let lines = field.values.iter().map(|value| view! { <li>{phrase(*value)}</li> });
        let value = view! { <ul class="fact__phrases">{lines.collect_view()}</ul> };
        fact(name, value, references, field.claims).into_any()
    })
}

/// The genes, each a link to all causes of this gene.
fn genes(rare: &'static RareDisease, references: &References) -> Option<AnyView> {
    rare.genes().next()?;
    let links = rare.genes().map(|gene| {
        if Edition::is_printed() {
            // All causes of one gene are found by the program only.
            return view! { <li>{gene}</li> }.into_any();
        }
        let chosen = explorer().facets().choice(Facet::Gene, gene).into_iter().collect();
        let href = location::href(&ViewState { chosen, ..ViewState::default() });
        view! { <li><a href=href>{gene}</a></li> }.into_any()
    });
    let value = view! { <ul class="named" role="list">{links.collect_view()}</ul> };
    Some(fact("Genes linked with it", value, references, rare.claims_on_genes()).into_any())
}

/// What the annotations say of a disease, one line each; nothing where they say nothing.
fn annotated(
    name: &'static str,
    lines: Vec<String>,
    rare: &'static RareDisease,
    references: &References,
) -> Option<AnyView> {
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        let value = view! { <ul class="fact__phrases">{lines}</ul> };
        fact(name, value, references, rare.claims()).into_any()
    })
}

/// A sentence with the mark of what it rests on.
fn statement(name: &'static str, said: &'static Statement, references: &References) -> AnyView {
    let value = view! { {said.text} " " {basis_mark(said.basis)} };
    fact(name, value, references, said.claims).into_any()
}

/// The types of myoclonus that this cause is an example of.
fn examples(cause: &'static Cause) -> impl IntoView + use<> {
    let links: Vec<Link> = cause.types.iter().map(|id| Link::Topic(*id)).collect();
    (!cause.types.is_empty()).then(|| {
        view! {
            <section aria-labelledby="types-heading">
                <h2 id="types-heading">"Types it is an example of"</h2>
                {named(links)}
                <p class="entry__remark">
                    "By what is recorded above, or because it is the same syndrome; the mapping is ours."
                </p>
            </section>
        }
    })
}

/// What the sources seen do not say.
fn not_recorded(cause: &'static Cause) -> impl IntoView + use<> {
    let acquired = !Catalogue::embedded().may_be_inherited(cause);
    let rare = cause.rare;
    let missing: Vec<&str> = [
        ("kind of jerk (positive or negative)", cause.contraction.is_recorded()),
        ("where on the body", cause.distribution.is_recorded()),
        ("where it arises", cause.generator.is_recorded()),
        ("what sets it off", cause.provocation.is_recorded()),
        ("how the jerks run over time", cause.course.is_recorded()),
        ("the time of life of the jerks", cause.age_groups.is_recorded()),
        ("exposures and situations", cause.context.is_recorded()),
        ("whether it goes away again", cause.reversible.is_some()),
        ("first tests", cause.first_tests.is_recorded()),
        ("what is done about it", cause.management.is_some()),
        ("genes", acquired || rare.is_some_and(|rare| rare.genes().next().is_some())),
        ("inheritance", acquired || rare.is_some_and(|rare| !rare.inheritance.is_empty())),
        ("onset of the disease", acquired || rare.is_some_and(|rare| !rare.onset.is_empty())),
        ("what else is found", cause.features.is_recorded() || cause.rare.is_some()),
    ]
    .into_iter()
    .filter_map(|(name, recorded)| (!recorded).then_some(name))
    .collect();
    (!missing.is_empty()).then(|| {
        view! {
            <section aria-labelledby="not-recorded-heading">
                <h2 id="not-recorded-heading">"Not recorded"</h2>
                <p class="entry__remark">
                    "The sources seen do not say, which does not mean no: " {missing.join(", ")} "."
                </p>
            </section>
        }
    })
}
