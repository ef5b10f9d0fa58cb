//! What the page says: answers, kinds, lists to ask for, reasons and remarks.
//!
//! Values in words. Knows no signal.

use leptos::prelude::*;

use crate::catalogue::{AxisId, Catalogue, CauseId, Checklist, ContextId, Link, TermId};
use crate::differential::{Answer, Finding, Lint, Reason};
use crate::facet::Facet;
use crate::finding_list::Why;
use crate::finding_search::Note;
use crate::patient;
use crate::ui::browser::location;
use crate::ui::context::{differential, explorer};
use crate::ui::element::link;
use crate::view::{Page, ViewState};

/// The answers that a reader can give, with their words.
pub(super) const ANSWERS: [(Answer, &str); 3] =
    [(Answer::Present, "yes"), (Answer::Absent, "no"), (Answer::Unsure, "unsure")];

/// An answer in a sentence.
pub(super) const fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Present => "present",
        Answer::Absent => "absent",
        Answer::Unsure => "unsure, does not count",
    }
}

/// Which cause fits best.
pub(super) fn first_fits(first: Option<CauseId>) -> String {
    first.map_or_else(
        || "Not enough to rank yet.".to_owned(),
        |id| format!("{} fits best.", Catalogue::bundled().cause(id).name),
    )
}

/// The kinds of findings, as headings, in the order of the page.
pub(super) const KINDS: [&str; 4] =
    ["Findings", "Exposures and situations", "Medicines", "What the jerks are like"];

/// The kind of a finding, as a heading.
pub(super) const fn kind(finding: Finding) -> &'static str {
    let [terms, contexts, medicines, axes] = KINDS;
    match finding {
        Finding::Term(_) => terms,
        Finding::Context(_) => contexts,
        Finding::Medicine(_) => medicines,
        Finding::Axis(..) => axes,
    }
}

/// The small words after the name of a finding.
pub(super) fn beside(finding: Finding) -> String {
    let catalogue = Catalogue::bundled();
    match finding {
        Finding::Term(term) => {
            let term = catalogue.term(term);
            let everyday = term.everyday_name().map(|name| format!("{name} · "));
            format!("{}{}", everyday.unwrap_or_default(), term.hpo())
        }
        Finding::Context(_) | Finding::Medicine(_) => String::new(),
        Finding::Axis(axis, _) => axis.axis().label.to_lowercase(),
    }
}

/// What to ask for with a list.
pub(super) const fn asked(list: Checklist) -> &'static str {
    match list {
        Checklist::Medicines => "Which medicines are taken, or were given?",
        Checklist::Events => "What happened lately?",
        Checklist::Illnesses => "Which illnesses are known?",
        Checklist::Body => "What is the state of the body?",
        Checklist::Substances => "Which other substances?",
        Checklist::Situations => "When do the jerks come?",
    }
}

/// Why a line of a pasted list was not taken as it stands.
pub(super) const fn remark(why: Why) -> &'static str {
    match why {
        Why::Unknown => "not understood",
        Why::Family => "of the family, so not taken",
        Why::OldNumber => "an old number; the present term was taken",
        Why::Contradiction => "another line says something else; taken as unsure",
        Why::Dash => "every line begins with a dash, which may mean no; not taken",
    }
}

/// Why nothing is offered for what was typed.
pub(super) const fn note(note: Option<Note>) -> &'static str {
    match note {
        None => "Nothing here has this name. Try another word for it, or a wider one.",
        Some(Note::Family) => "This is of the family, not of the patient. It is not taken.",
        Some(Note::Length) => {
            "A length of time is no age. Ages are such as 72 years or 6 months old."
        }
        Some(Note::Healthy) => {
            "“No” before this is not understood. If something was lost, type the finding, such as \
             insomnia."
        }
        Some(Note::OneOfAClass) => {
            "Only the class of this medicine can be entered, and another of it may be taken."
        }
    }
}

/// What is said where a quality of the jerks is denied.
pub(super) const NO_JERK_ABSENT: &str =
    "What the jerks are like cannot be entered as absent. Nothing was changed.";

/// That not a medicine itself was taken.
pub(super) fn only_class(medicine: &str) -> String {
    format!("{medicine}: only its class can be entered")
}

/// What does not fit together.
pub(super) fn lint(lint: Lint) -> String {
    let catalogue = Catalogue::bundled();
    let term = |term: TermId| catalogue.term(term).label;
    let meaning = |context: ContextId| catalogue.context(context).meaning;
    match lint {
        Lint::Implied { term: wider, by } => {
            format!("“{}” adds nothing: “{}” says more.", term(wider), term(by))
        }
        Lint::Contradicted { absent, present } => format!(
            "“{}” is absent, but “{}” is present. The present one counts.",
            term(absent),
            term(present)
        ),
        Lint::AbsentAnyway { term: narrower, by } => {
            format!("“{}” adds nothing: “{}” is absent.", term(narrower), term(by))
        }
        Lint::DeniedButFound { context, by } => format!(
            "“{}” is denied, but “{}” says the same. The finding counts.",
            meaning(context),
            term(by)
        ),
        Lint::DeniedButTaken { context, by } => format!(
            "“{}” is denied, but {} belongs to it. The medicine counts.",
            meaning(context),
            catalogue.cause(by).name
        ),
        Lint::IsOnset { term: onset, .. } => {
            format!("“{}” is no finding: it says when the disease began.", term(onset))
        }
        Lint::NoFinding { term: other } => {
            format!("“{}” is no finding of a patient and does not count.", term(other))
        }
        Lint::NoMedicine { cause } => {
            format!("{} is not a single medicine.", catalogue.cause(cause).name)
        }
        Lint::YoungerThanOnset => "The age at onset is above the age now.".to_owned(),
    }
}

/// What points are for, with a link to the entries that have the same.
pub(super) fn reason(reason: Reason, cause: CauseId) -> AnyView {
    let catalogue = Catalogue::bundled();
    let words = patient::reason(catalogue, reason);
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
    let words = first.unwrap_or_default() + letters.as_str();
    let to = match reason {
        Reason::Present(term) | Reason::Absent(term) | Reason::DefiningAbsent(term) => {
            narrowed("feature", &catalogue.term(term).hpo())
        }
        Reason::Told(context)
        | Reason::NotTold(context)
        | Reason::Denied(context)
        | Reason::CountedOnce(context) => narrowed("context", catalogue.context(context).slug),
        Reason::Taken => Some(link::href(Link::Cause(cause))),
        Reason::Commonness | Reason::Age | Reason::Axis(_) => None,
    };
    let name = match to {
        Some(to) => view! { <a href=to>{words}</a> }.into_any(),
        None => words.into_any(),
    };
    let through = match reason {
        Reason::Present(term) => through(term, cause),
        _ => None,
    };
    view! {
        {name}
        {through.map(|words| view! { " " <span class="tiny soft">{words}</span> })}
    }
    .into_any()
}

/// Through which term a finding speaks for a cause, if it is another one.
fn through(term: TermId, cause: CauseId) -> Option<String> {
    match differential().matched(term, cause) {
        Some(matched) if matched == term => None,
        Some(matched) => Some(format!("through: {}", Catalogue::bundled().term(matched).label)),
        None => Some("not mentioned in this entry".to_owned()),
    }
}

/// The list of causes with a value of a facet, if the facet has it.
fn narrowed(facet: &str, key: &str) -> Option<String> {
    let facet = Facet::all().find(|it| it.key() == facet)?;
    let choice = explorer().facets().choice(facet, key)?;
    Some(location::href(&ViewState::at(Page::Causes).choosing(vec![choice])))
}

/// A value of an axis by their keys.
pub(super) fn on_axis(axis: &str, value: &str) -> Option<Finding> {
    let axis = AxisId::from_key(axis)?;
    Some(Finding::Axis(axis, axis.value_from_key(value)?))
}

/// An exposure or situation by its name.
pub(super) fn context(slug: &str) -> Option<Finding> {
    let mut contexts = Catalogue::bundled().contexts();
    contexts.find(|(_, it)| it.slug == slug).map(|(id, _)| Finding::Context(id))
}
