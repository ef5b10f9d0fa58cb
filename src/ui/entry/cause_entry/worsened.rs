//! What makes a disease worse, with the weight that it needs: it is where harm can be avoided.

use leptos::prelude::*;

use crate::catalogue::{Basis, CauseId, Link, WorsenedBy};
use crate::entry::{References, label};
use crate::ui::element::link::item;
use crate::ui::entry::citation::{citations, details};
use crate::ui::entry::fact::basis_mark;

/// The medicines that make a disease worse, and how; nothing if none is recorded.
pub(super) fn worsened_by(
    worsened: Option<&'static WorsenedBy>,
    read: CauseId,
    references: &References,
) -> Option<AnyView> {
    worsened.map(|worsened| {
        let medicines = worsened.medicines.iter().map(|words| {
            view! { <li>{item(words, Link::Cause(read))}</li> }
        });
        view! {
            <div class="box stack tight" data-u="s">
                <h3>{label::WORSENED_BY}</h3>
                <ul class="worse">{medicines.collect_view()}</ul>
                <p>{worsened.text} " " {citations(references, worsened.claims)}</p>
                <p class="small">
                    "No one should stop or change a prescribed medicine without the prescriber. "
                    {basis_mark(Basis::Editorial)}
                </p>
                {details(references, worsened.claims)}
            </div>
        }
        .into_any()
    })
}
