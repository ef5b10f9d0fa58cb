//! The link from what is read to the page that compares a patient with the causes.
//!
//! Knows which view it leads to, not how the page ranks.

use leptos::prelude::*;

use crate::catalogue::{AxisId, Catalogue, CauseId, Topic};
use crate::differential::{Answer, Finding, Findings};
use crate::ui::browser::location;
use crate::view::{Page, ViewState};

/// From a cause: the patient beside it. None for a group, which is not ranked.
pub(crate) fn beside(id: CauseId) -> Option<AnyView> {
    let is_group = Catalogue::bundled().cause(id).is_group;
    let view = ViewState { beside: Some(id), ..ViewState::at(Page::Match) };
    (!is_group).then(|| to(&view, "Compare a patient with this"))
}

/// From a type: a patient with such jerks. None where no finding says the same.
pub(crate) fn of_type(topic: &Topic) -> Option<AnyView> {
    let findings = Findings::of(finding(topic)?);
    let view = ViewState::at(Page::Match).finding(findings);
    Some(to(&view, "Match a patient with such jerks"))
}

/// What a type is among the findings of a patient: a term, or a value of an axis.
fn finding(topic: &Topic) -> Option<Finding> {
    let term = topic.hpo.and_then(|hpo| Catalogue::bundled().ontology().find(hpo));
    let on_axis = || {
        let mut axes = AxisId::all().filter(|axis| *axis != AxisId::AGE_GROUPS);
        axes.find_map(|axis| Some(Finding::Axis(axis, axis.value_from_key(topic.slug)?)))
    };
    on_axis().or(term.map(Finding::Term))
}

/// From a list of medicines: a patient who takes them. None if none is a cause here.
pub(crate) fn taking(medicines: impl Iterator<Item = CauseId>) -> Option<AnyView> {
    let mut findings = Findings::default();
    medicines.for_each(|id| findings.answer_medicine(id, Answer::Present));
    let is_empty = findings.is_empty();
    let view = ViewState::at(Page::Match).finding(findings);
    (!is_empty).then(|| to(&view, "Match a patient who takes these"))
}

/// From a sentence about a patient: what it says, ready to be checked.
pub(crate) fn of_sentence(typed: &str) -> AnyView {
    let view = ViewState::at(Page::Match).asking(typed.to_owned());
    to(&view, "Match this patient: order the causes by how well they fit")
}

fn to(view: &ViewState, words: &'static str) -> AnyView {
    view! {
        <p class="small noprint">
            <a href=location::href(view)>{words}</a>
        </p>
    }
    .into_any()
}
