//! One cause in the list: its name, what it is, its evidence and its urgency.
//!
//! Holds everything that does not depend on the search. `rows` adds why the cause was found.

use leptos::prelude::*;

use crate::catalogue::{AxisId, Catalogue, Cause, CauseId, Grade, Link};
use crate::entry::label;
use crate::ui::browse::list::row::row;
use crate::ui::edition::Edition;
use crate::ui::element::grade_badge::GradeBadge;
use crate::ui::wording;

/// How many genes are named at most. With more, only their number is given.
const MOST_GENES: usize = 3;

/// One cause in the list, with a compare button if it is `comparable`.
pub(crate) fn cause_row(id: CauseId, comparable: bool) -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let cause: &'static Cause = catalogue.cause(id);
    let grade = Grade::of(catalogue, cause);
    // A curator's sentence says more than fragments; they are all in the entry.
    let apart = cause.lead.map_or_else(|| sets_apart(cause), str::to_owned);
    let worsens = wording::entry::worsens(id);
    // They are for a reader who searches, and a static list cannot be searched.
    let others = if Edition::is_printed() { None } else { wording::entry::others_of_class(id) };
    let about = view! {
        {(!apart.is_empty()).then(|| view! { <p class="row__apart">{apart}</p> })}
        {worsens.map(|worsens| view! { <p class="row__worsens">{worsens}</p> })}
        {others.map(|others| view! { <p class="row__class">{others}</p> })}
        <p class="row__about">
            {urgency(cause)}
            <span class="row__shelf">
                {catalogue.category(cause.category).name}
                {cause.subcategory.map(|it| format!(" › {}", it.name))}
                {cause.is_group.then_some(" · group")}
            </span>
            <GradeBadge grade />
        </p>
    };
    row(Link::Cause(id), comparable, about)
}

/// How soon the cause needs attention, in one word. Causes without a grade get none, because not
/// graded does not mean harmless.
fn urgency(cause: &'static Cause) -> Option<impl IntoView> {
    let grade = cause.urgency.as_ref()?.grade;
    Some(view! {
        <span class="row__urgency" data-grade=grade.key()>
            {grade.short()}
        </span>
    })
}

/// The recorded facts about the jerks, and the genes, in as few words as possible.
fn sets_apart(cause: &'static Cause) -> String {
    let shorts = |axis| cause.on_axis(axis).map(|value| value.short).collect::<Vec<_>>().join(", ");
    let mut parts: Vec<String> =
        AxisId::all().map(shorts).filter(|part: &String| !part.is_empty()).collect();
    if let Some(reversible) = &cause.reversible {
        // In a sentence on the whole group, the part before the colon names the group.
        let value = reversible.said_of_group.unwrap_or(reversible.value.label());
        let short = value.split(':').next().unwrap_or(value);
        let label = label::REVERSIBLE.to_ascii_lowercase();
        parts.push(format!("{label}: {}", short.to_ascii_lowercase()));
    }
    let may_be_inherited = Catalogue::bundled().may_be_inherited(cause);
    let genes = if may_be_inherited { cause.genes() } else { Vec::new() };
    match genes.len() {
        0 => {}
        1..=MOST_GENES => parts.push(format!("gene {}", genes.join(", "))),
        many => parts.push(format!("{many} genes")),
    }
    parts.join(" · ")
}
