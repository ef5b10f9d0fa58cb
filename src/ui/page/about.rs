//! What the explorer is and is not, and how to report an error.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Kind, Link};
use crate::entry::References;
use crate::ui::edition::Edition;
use crate::ui::element::link;
use crate::ui::element::provenance::{BUILD_ID, IS_NOT, NO_CLINICIAN};
use crate::ui::entry::citation::citations;
use crate::ui::entry::reading_guide::reading_guide;
use crate::ui::entry::reference_list::reference_list;
use crate::ui::landmark;

/// The page about the explorer.
#[component]
pub(crate) fn AboutPage() -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let mut terms = catalogue.topics(Kind::Glossary);
    let myoclonus = terms.find(|(_, topic)| topic.slug == "myoclonus").map(|(id, topic)| {
        let references = References::of_topic(topic);
        let meaning = topic.fields.first().map(|field| {
            let words = field.body.first().map(|phrase| phrase.words);
            view! { {words} {citations(&references, field.claims)} }
        });
        view! {
            <p>
                {meaning} " " <a href=link::href(Link::Topic(id))>"The word explained"</a>
            </p>
            {reference_list(&references)}
        }
        .into_any()
    });
    view! {
        <div class="stack read entry">
            <h1 id=landmark::LIST_HEADING tabindex="-1">
                "About this explorer"
            </h1>
            {myoclonus}
            <h2>"What it is for"</h2>
            <p>
                "To explore what can cause sudden muscle jerks, which types exist, how the cause "
                "is found and what is done about it. Each statement has its source."
            </p>
            <h2>"What it is not"</h2>
            <p>
                {IS_NOT} " " <strong>{NO_CLINICIAN}</strong>
            </p>
            <h2>"How it was made"</h2>
            <p>
                "The facts come from sources that we have really seen, mostly abstracts and "
                "openings of papers, and are put in our own words. What these sources do not "
                "mention is shown as not recorded. Where sources disagree, both views are shown. "
                "The project began with two short web texts. One of them lists causes that a "
                "program found, without sources. Nothing here rests on that list."
            </p>
            <p>
                {catalogue.annotated_diseases().len()}
                " rare diseases were imported by a program from the annotations of the Human "
                "Phenotype Ontology. Their entries say only what these annotations say: genes, "
                "inheritance, onset, and what was found in patients and how often. A disease that "
                "was also curated has one entry with both."
            </p>
            <p>
                "The search also knows words that people may use for an entry without naming it. "
                "We chose these words. They help to find the entry and are not facts about it."
            </p>
            {reading_guide()}
            <h2>"Your data"</h2>
            <p>
                "Everything happens in your browser. There is no account, no cookie and no visitor "
                "counter. Nothing you type is sent anywhere."
            </p>
            {one_file()}
            <h2>"Open data"</h2>
            <p>
                "Everything here as one file for other programs: "
                {download("data/myoclonus.json", "myoclonus.json")} ", with "
                {download("data/myoclonus.schema.json", "its schema")}
                ". Ids are stable: the id of a removed entry stays, with the id of the entry that "
                "replaced it. A missing field means not recorded. It does not mean no. You may use "
                "our data under CC BY 4.0. Terms of the Human Phenotype Ontology are included "
                "unaltered, under its own licence. Numbers and names of OMIM and Orphanet belong "
                "to them."
            </p>
            <h2>"Something wrong?"</h2>
            <p>
                "Note the address of the entry, the sentence and what is wrong with it, if "
                "possible with a source. Send this to the person who gave you this copy, or to the "
                "project it comes from. Nothing is sent automatically."
            </p>
            <h2>"Version and licences"</h2>
            <p>
                "Data as of " {catalogue.date} "; Human Phenotype Ontology, release "
                {catalogue.hpo_release} ", its terms unaltered; build " {BUILD_ID}
                ". Code: MIT or Apache-2.0. Our data: CC BY 4.0. The Sources page credits the "
                "rare-disease data."
            </p>
        </div>
    }
}

/// How to keep the explorer as one file, which opens without a host and without a network.
fn one_file() -> AnyView {
    const NAME: &str = "myoclonus.html";
    const UPDATES: &str = "It does not update itself, but it shows a note once its data are more \
                           than a year old.";
    const PASS_ON: &str = "You can pass it on, on a USB stick or by email. Many mail programs \
                           refuse such a file: pack it as a ZIP file first";
    match Edition::current().file(NAME) {
        Some(address) => view! {
            <h2>"Keep a copy"</h2>
            <p>
                <a class="btn" href=address download=NAME>
                    "Save this explorer as one file"
                </a>
            </p>
            <p>
                "The file contains everything. Double-click it to open it in a current browser, "
                "without a network. " {PASS_ON} ", or send the address of this page. " {UPDATES}
            </p>
            <p>
                "After one visit, the browser also keeps the explorer, so this address opens "
                "without a network. A browser may drop what it keeps, for example when space is "
                "short, when you clear its data, or after weeks without a visit. The next visit "
                "with a network brings it back. The file is not affected."
            </p>
        }
        .into_any(),
        None => view! {
            <h2>"Keep a copy"</h2>
            <p>
                "This is the explorer as one file. It contains everything and needs no network. "
                {PASS_ON} ". " {UPDATES}
            </p>
        }
        .into_any(),
    }
}

/// A link that saves a file, or only its name if the file is not beside the page.
fn download(path: &'static str, words: &'static str) -> AnyView {
    match Edition::current().file(path) {
        Some(address) => view! { <a href=address download="">{words}</a> }.into_any(),
        None => view! { {words} " (beside the explorer, if its host has it)" }.into_any(),
    }
}
