//! The page of sources: each with its kind, how much of it was read, and the entries that cite it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Link, SourceId};
use crate::entry::References;
use crate::ui::element::link::named;
use crate::ui::element::save_sources::SaveAllSources;
use crate::ui::entry::reference_list::source_line;
use crate::ui::wording;
use crate::view::Page;

/// The page of sources.
#[component]
pub(crate) fn SourcesPage() -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let mut cited: BTreeMap<SourceId, Vec<Link>> = BTreeMap::new();
    for id in catalogue.cause_ids() {
        for source in References::of(catalogue, catalogue.cause(id)).sources() {
            cited.entry(*source).or_default().push(Link::Cause(id));
        }
    }
    for (id, topic) in catalogue.all_topics() {
        for source in References::of_topic(topic).sources() {
            cited.entry(*source).or_default().push(Link::Topic(id));
        }
    }
    let rows = catalogue
        .source_ids()
        .map(|id| {
            let by = cited.remove(&id).unwrap_or_default();
            let count = by.len();
            let entries = if count == 1 { " entry" } else { " entries" };
            view! {
                <li class="source-row">
                    {source_line(catalogue.source(id))}
                    {(count > 0)
                        .then(|| {
                            view! {
                                " "
                                <details>
                                    <summary>"Cited by " {count} {entries}</summary>
                                    {named(by)}
                                </details>
                            }
                        })}
                </li>
            }
        })
        .collect_view();
    let unverified = catalogue
        .unverified()
        .iter()
        .map(|one| {
            view! {
                <li class="source-row">
                    {one.named} ". " <span class="reference-list__kind">{one.remark}</span>
                </li>
            }
        })
        .collect_view();
    let words = wording::page(Page::Sources);
    view! {
        <div class="reading">
            <h1 class="list-head__heading">{words.heading}</h1>
            <p class="list-head__intro">
                {words.about} " " {catalogue.sources().len()}
                " sources. Each is cited only for the part of it that we have seen. Titles link to "
                "the DOI, PubMed or the publisher. Sources known only from copies on other sites "
                "have no link."
            </p>
            <section aria-labelledby="unverified-heading">
                <h2 id="unverified-heading">"Named in a web text, not verified"</h2>
                <p class="list-head__intro">
                    "These references come from one of the two web texts that the project began "
                    "with. They are listed as written there and are not used as evidence."
                </p>
                <ul role="list">{unverified}</ul>
            </section>
            <section aria-labelledby="hpo-heading">
                <h2 id="hpo-heading">"Credits for the rare-disease data"</h2>
                <p class="list-head__intro">
                    "This explorer uses the "
                    <a href="https://hpo.jax.org/" rel="external noreferrer">
                        "Human Phenotype Ontology"
                    </a>
                    ", release " {catalogue.hpo_release} ". Its terms and the annotations of "
                    {catalogue.annotated_diseases().len()}
                    " rare diseases are shown unaltered, as "
                    <a href="https://hpo.jax.org/app/license" rel="external noreferrer">
                        "its licence"
                    </a>
                    " asks. We chose which of them are listed, joined the numbers of the two "
                    "registries and added up the counts of several rows."
                </p>
                <p class="list-head__intro">
                    "Numbers and names of diseases come from "
                    <a href="https://omim.org/" rel="external noreferrer">"OMIM"</a> " and "
                    <a href="https://www.orpha.net/" rel="external noreferrer">"Orphanet"</a>
                    ", as given in the annotations. Each entry shows them. The names above the "
                    "entries of rare diseases are our own wording, for easier reading."
                </p>
            </section>
            <h2>"All sources"</h2>
            <SaveAllSources />
            <ul class="source-list" role="list">{rows}</ul>
        </div>
    }
}
