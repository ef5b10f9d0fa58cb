//! One cause in the list: what it is, what sets it apart, how sure and how urgent.
//!
//! Everything that does not depend on the search; `rows` adds why it was found.

use leptos::prelude::*;

use crate::catalogue::{AxisId, Catalogue, Cause, CauseId, Grade, Link, RareDisease, UrgencyGrade};
use crate::entry::classmates;
use crate::ui::browse::rows::compare_button;
use crate::ui::browser::focus::row_id;
use crate::ui::edition::Edition;
use crate::ui::element::grade_badge::GradeBadge;
use crate::ui::element::link;

/// How many genes are named.
const MOST_GENES: usize = 3;

/// How many others of a class are named.
const MOST_OTHERS: usize = 3;

/// One cause in the list; with the button that puts it aside where it is `comparable`.
pub(crate) fn cause_row(id: CauseId, comparable: bool) -> impl IntoView {
    let catalogue = Catalogue::embedded();
    let cause: &'static Cause = catalogue.cause(id);
    let grade = Grade::of(catalogue, cause);
    let apart = sets_apart(cause);
    let printed = Edition::is_printed();
    view! {
        <li class="cause-row">
            <a
                id=row_id(cause.slug)
                class="cause-row__name"
                href=link::href(Link::Cause(id))
                data-slug=cause.slug
            >
                {cause.name}
            </a>
            {(!printed).then(|| view! { <p class="cause-row__why" hidden></p> })}
            {(!apart.is_empty()).then(|| view! { <p class="cause-row__apart">{apart}</p> })}
            // It answers a search, and a static list cannot be searched.
            {(!printed).then(|| others_of_class(id, cause))}
            <p class="cause-row__about">
                {urgency(cause)}
                <span class="cause-row__shelf">
                    {catalogue.category(cause.category).name}
                    {cause.subgroup.map(|subgroup| format!(" › {subgroup}"))}
                    {cause.umbrella.then_some(" · group")}
                </span>
                <GradeBadge grade />
            </p>
            {comparable.then(|| compare_button(cause.slug, cause.name))}
        </li>
    }
}

/// What cannot wait says so; the rest stays quiet, because not graded does not mean harmless.
fn urgency(cause: &'static Cause) -> Option<impl IntoView> {
    let (word, level) = match cause.urgency.as_ref()?.grade {
        UrgencyGrade::Emergency => ("Emergency", "emergency"),
        UrgencyGrade::Soon => ("Soon", "soon"),
        UrgencyGrade::Routine => return None,
    };
    Some(view! {
        <span class="cause-row__urgency" data-grade=level>
            {word}
        </span>
    })
}

/// What is recorded of the jerks, and the genes, in as few words as can be.
fn sets_apart(cause: &'static Cause) -> String {
    let shorts = |axis| cause.on_axis(axis).map(|value| value.short).collect::<Vec<_>>().join(", ");
    let mut parts: Vec<String> =
        AxisId::all().map(shorts).filter(|part: &String| !part.is_empty()).collect();
    if let Some(reversible) = &cause.reversible {
        // Of a sentence on the whole group, the part before the colon says whose it is.
        let value = reversible.said_of_group.unwrap_or(reversible.value.label());
        let short = value.split(':').next().unwrap_or(value);
        parts.push(format!("goes away: {}", short.to_ascii_lowercase()));
    }
    let rare = cause.rare.filter(|_| Catalogue::embedded().may_be_inherited(cause));
    let genes: Vec<&str> = rare.into_iter().flat_map(RareDisease::genes).collect();
    match genes.len() {
        0 => {}
        1..=MOST_GENES => parts.push(format!("gene {}", genes.join(", "))),
        many => parts.push(format!("{many} genes")),
    }
    parts.join(" · ")
}

/// Whether the shelf's finer parts are classes of drugs.
fn is_drug(cause: &Cause) -> bool {
    Catalogue::embedded().category(cause.category).slug == "drug"
}

/// What is listed of the same class of drugs, with its evidence and whether it goes away again, so
/// that a look-up needs no opening. Shown while something is searched.
fn others_of_class(id: CauseId, cause: &'static Cause) -> Option<impl IntoView> {
    let catalogue = Catalogue::embedded();
    let class = cause.subgroup.filter(|_| is_drug(cause))?;
    let others: Vec<CauseId> = classmates(catalogue, id).collect();
    if others.is_empty() {
        return None;
    }
    let named: Vec<String> = others
        .iter()
        .take(MOST_OTHERS)
        .map(|other| {
            let other = catalogue.cause(*other);
            let grade = Grade::of(catalogue, other).label();
            match &other.reversible {
                Some(own) if own.said_of_group.is_none() => {
                    format!("{} ({grade}; goes away: {})", other.name, own.value.label())
                }
                _ => format!("{} ({grade})", other.name),
            }
        })
        .collect();
    let more = others.len().saturating_sub(MOST_OTHERS);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let words = format!("Others of this class ({class}): {}{more}.", named.join(", "));
    Some(view! { <p class="cause-row__class">{words}</p> })
}
