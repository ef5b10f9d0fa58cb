//! The page of sources by kind: how many of each, a search, all of them as a file, and the entries
//! that cite each.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Link, SourceId, SourceKind};
use crate::picture::percent_of;
use crate::sources::{by_kind, cited_by};
use crate::ui::browse::search_box::SearchBox;
use crate::ui::context::ExploreContext;
use crate::ui::edition::Edition;
use crate::ui::element::link::named;
use crate::ui::element::remade::remade;
use crate::ui::element::save::sources::SaveAllSources;
use crate::ui::entry::reference_list::source_line;
use crate::ui::landmark;
use crate::ui::wording;
use crate::view::Page;

/// Sources of one kind.
type OfKind = (SourceKind, Vec<SourceId>);

/// The page of sources.
#[component]
pub(crate) fn SourcesPage() -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let words = wording::page(Page::Sources);
    let context = ExploreContext::expect();
    let is_searched = !Edition::is_printed() && !context.embedded.get_untracked();
    let asked = Memo::new(move |_| context.view.with(|view| view.query.clone()));
    view! {
        <div class="stack wide">
            <div class="stack">
                <h1 id=landmark::LIST_HEADING tabindex="-1">
                    {words.heading}
                </h1>
                <p class="lead">
                    {words.about} " " {catalogue.sources().len()}
                    " sources. Each is cited only for the part of it that we have seen."
                </p>
                <p class="small soft read">
                    "Titles link to the DOI, PubMed or the publisher. Sources known only from "
                    "copies on other sites have no link. A title in square brackets is our "
                    "description; brackets after a title say what kind or part of a text it is."
                </p>
                {is_searched.then(|| view! { <SearchBox label=words.search /> })}
                <SaveAllSources />
            </div>
            {remade(move || asked.get(), |asked| found(&asked))}
            {unverified()}
            {credits()}
        </div>
    }
}

/// The sources with some words: how many of each kind, then each kind.
fn found(words: &str) -> impl IntoView + use<> {
    let kinds = by_kind(Catalogue::bundled(), words);
    let cited = cited_by(Catalogue::bundled());
    let all: usize = kinds.iter().map(|(_, sources)| sources.len()).sum();
    let largest = kinds.iter().map(|(_, sources)| sources.len()).max().unwrap_or_default();
    let bars = kinds.iter().map(|kind| bar(kind, largest)).collect_view();
    let searched = !words.trim().is_empty();
    let lists = kinds.iter().map(|kind| list(kind, &cited)).collect_view();
    view! {
        <div class="stack wide">
            <p>
                {if searched { format!("{all} sources found") } else { format!("{all} sources") }}
            </p>
            <table class="plot">
                <tbody>{bars}</tbody>
            </table>
            {lists}
        </div>
    }
}

fn heading_id(kind: SourceKind) -> String {
    format!("kind-{}", kind.key())
}

fn bar((kind, sources): &OfKind, largest: usize) -> impl IntoView + use<> {
    let width = percent_of(sources.len(), largest).to_string();
    view! {
        <tr>
            <th scope="row">
                <a href=landmark::link_to(&heading_id(*kind))>{kind.label()}</a>
            </th>
            <td class="draw">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="v" x="0" y="2" width=width height="6" />
                    <path class="g" d="M0 0V10" />
                </svg>
            </td>
            <td class="n">{sources.len()}</td>
        </tr>
    }
}

fn list((kind, sources): &OfKind, cited: &BTreeMap<SourceId, Vec<Link>>) -> impl IntoView + use<> {
    let catalogue = Catalogue::bundled();
    let rows = sources.iter().map(|id| {
        let by = cited.get(id).cloned().unwrap_or_default();
        let count = by.len();
        let entries = if count == 1 { " entry" } else { " entries" };
        view! {
            <li class="source-row">
                {source_line(catalogue.source(*id))}
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
    });
    let id = heading_id(*kind);
    let heading = id.clone();
    view! {
        <section class="stack" aria-labelledby=id>
            <h2 id=heading tabindex="-1">
                {kind.label()} " " <span class="soft small">{sources.len()}</span>
            </h2>
            <ul role="list">{rows.collect_view()}</ul>
        </section>
    }
}

/// References that could not be verified.
fn unverified() -> impl IntoView {
    let unverified = Catalogue::bundled().unverified().iter().map(|one| {
        view! {
            <li class="source-row">
                {one.named} ". " <span class="soft">{one.remark}</span>
            </li>
        }
    });
    let unverified = unverified.collect_view();
    view! {
        <section class="stack" aria-labelledby="unverified-heading">
            <h2 id="unverified-heading">"Named in a web text, not verified"</h2>
            <p class="small soft read">
                "These references come from one of the two web texts that the project began "
                "with. They are listed as written there and are not used as evidence."
            </p>
            <ul role="list">{unverified}</ul>
        </section>
    }
}

/// Whose the rare-disease data are.
fn credits() -> impl IntoView {
    let catalogue = Catalogue::bundled();
    view! {
        <section class="stack" aria-labelledby="hpo-heading">
            <h2 id="hpo-heading">"Credits for the rare-disease data"</h2>
            <p class="small soft read">
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
            <p class="small soft read">
                "Numbers and names of diseases come from "
                <a href="https://omim.org/" rel="external noreferrer">"OMIM"</a> " and "
                <a href="https://www.orpha.net/" rel="external noreferrer">"Orphanet"</a>
                ", as given in the annotations. Each entry shows them. The names above the "
                "entries of rare diseases are our own wording, for easier reading."
            </p>
        </section>
    }
}
