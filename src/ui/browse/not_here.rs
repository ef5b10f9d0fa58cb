//! What was asked and is not in this collection, and what is here of the same kind: medicines of
//! its class, other types of a disease.
//!
//! They are no results: they are below headings of their own, outside the list.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Link, MedicineClass, each_once};
use crate::explorer::Remark;
use crate::ui::element::link;
use crate::ui::wording;

/// A box that says what is not here; nothing if everything is.
pub(crate) fn not_here(remarks: &[Remark], other_types: &[Link]) -> Option<AnyView> {
    let said = wording::remarks::not_here(remarks)?;
    let names = remarks.iter().filter_map(|remark| match remark {
        Remark::NotHere(word) => Some(word),
        _ => None,
    });
    let classes: Vec<&'static MedicineClass> =
        each_once(names.flat_map(|word| Catalogue::bundled().classes_of(word)));
    let classes = classes.into_iter().enumerate().map(|(at, class)| {
        let members: Vec<Link> = class.members.iter().map(|id| Link::Cause(*id)).collect();
        let heading = format!("Other {} that are here", class.name);
        relatives(format!("same-class-{at}"), heading, &members)
    });
    let types = (!other_types.is_empty()).then(|| {
        relatives("other-types".to_owned(), "Other types that are here".to_owned(), other_types)
    });
    let drawn = view! {
        <div class="box stack tight">
            <p dir="auto">
                <b>{said}</b>
            </p>
            {classes.collect_view()}
            {types}
        </div>
    };
    Some(drawn.into_any())
}

/// Entries of the same kind, below their heading.
fn relatives(id: String, heading: String, entries: &[Link]) -> impl IntoView + use<> {
    let links = entries.iter().map(|entry| {
        view! { <li><a href=link::href(*entry)>{link::name(*entry)}</a></li> }
    });
    let named = id.clone();
    view! {
        <section aria-labelledby=named>
            <h2 class="small" id=id>
                {heading}
            </h2>
            <ul class="row" role="list">
                {links.collect_view()}
            </ul>
        </section>
    }
}
