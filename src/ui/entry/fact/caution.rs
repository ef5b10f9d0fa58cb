//! Treatments with their main cautions: no treatment is named without what to beware of.
//!
//! The words are those of the treatment's own entry, where their sources are.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, FieldName, Link, TopicId};
use crate::ui::element::link::link;
use crate::ui::entry::fact::basis_mark;

/// The main caution of a treatment; nothing for any other topic.
pub(crate) fn caution(of: TopicId) -> Option<AnyView> {
    let treatment = Catalogue::bundled().topic(of);
    let (words, field) = treatment.caution().zip(treatment.field(FieldName::Caution))?;
    Some(view! { <span class="small">{words} " " {basis_mark(field.basis)}</span> }.into_any())
}

/// Treatments, one below the other, each with its caution.
pub(crate) fn treatments(named: Vec<TopicId>) -> AnyView {
    let named = named.into_iter().map(|id| {
        view! { <li>{link(Link::Topic(id))} ": " {caution(id)}</li> }
    });
    view! { <ul class="values">{named.collect_view()}</ul> }.into_any()
}
