//! Treatments against kinds of jerks, and the medicines that make a disease worse.
//!
//! The list of all treatments follows them.

use leptos::prelude::*;

use crate::catalogue::{Basis, Catalogue, CauseId, Link};
use crate::entry::{References, worsened};
use crate::ui::element::link::{item, link};
use crate::ui::entry::citation::{citations, details};
use crate::ui::entry::fact::basis_mark;
use crate::ui::entry::reference_list::reference_list;
use crate::ui::landmark;
use crate::ui::picture::effects::EffectMatrix;

/// The id of the heading of the medicines that harm.
const HARMS: &str = "harms";

/// The table of effects, then each disease with what makes it worse.
#[component]
pub(crate) fn TreatmentsInPictures() -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let diseases = worsened(catalogue);
    let claims = diseases.iter().filter_map(|id| catalogue.cause(*id).worsened_by.as_ref());
    let references = References::of_claims(claims.flat_map(|it| it.claims));
    let count = diseases.len();
    let boxes = diseases.into_iter().filter_map(|id| disease(id, &references)).collect_view();
    view! {
        <div class="stack wide">
            <p class="read">
                <a href=landmark::link_to(HARMS)>"Medicines that make a disease worse"</a>
                ": "
                {count}
                " diseases, below the table."
            </p>
            <EffectMatrix />
            <section class="stack" aria-labelledby=HARMS>
                <h2 id=HARMS tabindex="-1">
                    "Medicines that make a disease worse"
                </h2>
                <p class="read">
                    "Some medicines that help one person with jerks harm another, depending on the "
                    "disease behind the jerks. "
                    <b>
                        "No one should stop or change a prescribed medicine without the prescriber."
                    </b>
                    " "
                    {basis_mark(Basis::Editorial)}
                </p>
                <div class="cols">{boxes}</div>
                {reference_list(&references)}
            </section>
        </div>
    }
}

/// A disease with the medicines that make it worse, how, and the sources.
fn disease(id: CauseId, references: &References) -> Option<impl IntoView + use<>> {
    let worsened = Catalogue::bundled().cause(id).worsened_by.as_ref()?;
    let medicines = worsened.medicines.iter().map(|medicine| {
        view! { <li>{item(medicine, Link::Cause(id))}</li> }
    });
    Some(view! {
        <div class="box stack tight" data-u="s">
            <h3>{link(Link::Cause(id))}</h3>
            <ul class="worse">{medicines.collect_view()}</ul>
            <p>{worsened.text} " " {citations(references, worsened.claims)}</p>
            {details(references, worsened.claims)}
        </div>
    })
}
