//! The foot of every page: what the explorer is for, what it is not for, and its versions and
//! licences.

use leptos::prelude::*;

use crate::catalogue::Catalogue;
use crate::ui::element::provenance::{BUILD_ID, IS_NOT, NO_CLINICIAN};

/// The foot of every page.
#[component]
pub(crate) fn SiteFooter() -> impl IntoView {
    let catalogue = Catalogue::bundled();
    view! {
        <footer class="foot">
            <div class="stack tight">
                <h2 class="vh">"In short"</h2>
                <p>
                    "For clinicians, patients and students, for reading and orientation. "
                    <strong>{NO_CLINICIAN}</strong> " " {IS_NOT}
                    " Never stop a medicine on your own because of what you read here. Ask the "
                    "person who prescribed it. In an emergency, call your local emergency number."
                </p>
                <p>
                    "Everything happens in your browser: what you type and open is not sent "
                    "anywhere. “Not recorded” means that the sources we have seen do not say. It "
                    "does not mean no."
                </p>
                <p>
                    "Data as of " {catalogue.date} "; clinical features are terms of the Human "
                    "Phenotype Ontology, release " {catalogue.hpo_release} ", unaltered. Build "
                    {BUILD_ID} ". Code: MIT or Apache-2.0. Our data: CC BY 4.0."
                </p>
            </div>
        </footer>
    }
}
