//! What the explorer is and is not, and how to report an error.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Kind, Link};
use crate::entry::References;
use crate::ui::edition::Edition;
use crate::ui::element::link;
use crate::ui::element::provenance::BUILD_ID;
use crate::ui::entry::citation::citations;
use crate::ui::entry::reference_list::reference_list;

/// The page about the explorer.
#[component]
pub(crate) fn AboutPage() -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let myoclonus =
        catalogue.topics(Kind::Glossary).find(|(_, topic)| topic.slug == "myoclonus").map(|(id, topic)| {
            let references = References::of_topic(topic);
            let meaning = topic.fields.first().map(|field| {
                view! { {field.body.first().map(|phrase| phrase.words)} {citations(&references, field.claims)} }
            });
            view! {
                <p>
                    <a href=link::href(Link::Topic(id))>"Myoclonus"</a> ": " {meaning}
                </p>
                {reference_list(&references)}
            }
        });
    view! {
        <div class="reading entry">
            <h1 class="entry__name">"About this explorer"</h1>
            {myoclonus}
            <h2>"What it is for"</h2>
            <p>
                "To look through what can cause sudden muscle jerks, which types there are, what is "
                "done to find the cause and what is done about it; each statement with its source."
            </p>
            <h2>"What it is not"</h2>
            <p>
                "It makes no diagnosis, gives no doses and replaces no doctor or pharmacist. "
                <strong>"No clinician has reviewed it."</strong>
            </p>
            <h2>"How it is made"</h2>
            <p>
                "Facts were collected from sources that were really seen, mostly abstracts and "
                "openings of papers, and put into our own words. What the sources seen do not say is "
                "shown as not recorded. Where sources disagree, both stand side by side. Two short "
                "web texts started the project; one of them lists causes that were found by a "
                "program, without sources: nothing here rests on that list."
            </p>
            <p>
                {catalogue.annotated_diseases().len()}
                " rare diseases come from the annotations of the Human Phenotype Ontology, by a program and "
                "with what these say, no more: genes, inheritance, onset, and what was found in patients "
                "and how often. A disease that was curated, too, is one entry with both."
            </p>
            <h2>"Your data"</h2>
            <p>
                "Everything happens in your browser. There is no account, no cookie, no counter, and "
                "nothing you type is sent anywhere."
            </p>
            {one_file()}
            <h2>"Open data"</h2>
            <p>
                "Everything here as one file for other programs: "
                {download("data/myoclonus.json", "myoclonus.json")} ", with "
                {download("data/myoclonus.schema.json", "its schema")}
                ". Ids are stable: an entry that is taken out leaves its id behind, with the one that took "
                "its place. A field that is left out is not recorded, which does not mean no. Our data may "
                "be used under CC BY 4.0; terms of the Human Phenotype Ontology stand in it unaltered, "
                "under its own licence, and numbers and names of OMIM and Orphanet are theirs."
            </p>
            <h2>"Something wrong?"</h2>
            <p>
                "Note the address of the entry, the sentence and what is wrong with it, if possible "
                "with a source, and tell whoever gave you this copy, or the project it comes from. "
                "Nothing is sent by itself."
            </p>
            <h2>"Version and licences"</h2>
            <p>
                "Data of " {catalogue.date} "; Human Phenotype Ontology, release "
                {catalogue.hpo_release} ", its terms unaltered; build " {BUILD_ID}
                ". Code: MIT or Apache-2.0. Our data: CC BY 4.0. The page of sources tells whose the data "
                "on rare diseases are."
            </p>
        </div>
    }
}

/// The explorer as one file, which opens without a host and without a network.
fn one_file() -> AnyView {
    const NAME: &str = "myoclonus.html";
    match Edition::current().file(NAME) {
        Some(address) => view! {
            <h2>"To keep"</h2>
            <p>
                <a class="button" href=address download=NAME>
                    "Save this explorer as one file"
                </a>
            </p>
            <p>
                "The file holds everything and opens by a double click in a current browser, without a network. "
                "It can be passed on, on a stick or by mail. It does not renew itself: it says so when its "
                "data are more than a year old."
            </p>
        }
        .into_any(),
        None => view! {
            <h2>"To keep"</h2>
            <p>
                "This is the explorer as one file: it holds everything, needs no network and can be passed on. It "
                "does not renew itself: it says so when its data are more than a year old."
            </p>
        }
        .into_any(),
    }
}

/// A file to be saved, or its name where the file is not beside the page.
fn download(path: &'static str, words: &'static str) -> AnyView {
    match Edition::current().file(path) {
        Some(address) => view! { <a href=address download="">{words}</a> }.into_any(),
        None => view! { {words} " (beside the explorer where a host has it)" }.into_any(),
    }
}
