//! Medicines that are here and of the same class as one that is not.
//!
//! They are no results: they are below a heading of their own, outside the list.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Link, MedicineClass, each_once};
use crate::explorer::Remark;
use crate::ui::element::link;

/// The classes of what was searched for and is not here, each with its members.
pub(crate) fn same_class(remarks: &[Remark]) -> impl IntoView + use<> {
    let not_here = remarks.iter().filter_map(|remark| match remark {
        Remark::NotHere(word) => Some(word),
        _ => None,
    });
    let classes: Vec<&'static MedicineClass> =
        each_once(not_here.flat_map(|word| Catalogue::bundled().classes_of(word)));
    let sections = classes.into_iter().enumerate().map(|(at, class)| {
        let id = format!("same-class-{at}");
        let members = class.members.iter().map(|id| Link::Cause(*id)).map(|entry| {
            view! { <li><a href=link::href(entry)>{link::name(entry)}</a></li> }
        });
        view! {
            <div class="row">
                <span id=id.clone()>"Other " {class.name} " that are here: "</span>
                <ul class="row" role="list" aria-labelledby=id>
                    {members.collect_view()}
                </ul>
            </div>
        }
    });
    sections.collect_view()
}
