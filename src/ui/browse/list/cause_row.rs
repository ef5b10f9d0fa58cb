//! One cause in the list: its name and urgency, what it is in a sentence, and its marks in columns
//! of their own.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Cause, CauseId, Grade, UrgencyGrade};
use crate::entry::{begins, distinctive};
use crate::ui::browse::list::found::Found;
use crate::ui::browse::list::row::{About, row};
use crate::ui::context::rarity;
use crate::ui::element::grade_badge::strength;
use crate::ui::element::life::life;
use crate::ui::wording::entry::{others_of_class, worsens};

/// How many genes are named at most. With more, only their number is given.
const MOST_GENES: usize = 3;

/// Shown where nothing is recorded.
const NOT_RECORDED: &str = "–";

/// How many findings are named.
const MOST_FINDINGS: usize = 3;

/// One cause in the list, with a compare button if it is `comparable`.
pub(crate) fn cause_row(id: CauseId, found: &Found, comparable: bool) -> AnyView {
    let catalogue = Catalogue::bundled();
    let cause: &'static Cause = catalogue.cause(id);
    let grade = cause.urgency.as_ref().map(|urgency| urgency.grade);
    let about = About {
        urgency: grade.map(letter),
        tag: grade.map(|grade| tag(grade).into_any()),
        sentence: sentence(cause),
        harms: worsens(id),
        more: if found.sought { others_of_class(id) } else { None },
        marks: Some(marks(cause).into_any()),
    };
    row(found, comparable, about).into_any()
}

/// What a cause is in a sentence: the curator's, or one that is composed.
pub(crate) fn sentence(cause: &'static Cause) -> Option<String> {
    cause.lead.map_or_else(|| composed(cause), |lead| Some(lead.to_owned()))
}

/// The letter of a grade in the style sheet.
pub(crate) const fn letter(grade: UrgencyGrade) -> &'static str {
    match grade {
        UrgencyGrade::Emergency => "e",
        UrgencyGrade::Soon => "s",
        UrgencyGrade::Routine => "b",
    }
}

/// How soon the cause needs attention, in one word. Causes without a grade get none, because not
/// graded does not mean harmless.
pub(crate) fn tag(grade: UrgencyGrade) -> impl IntoView {
    view! { <span class="tag" data-u=letter(grade)>{grade.short()}</span> }
}

/// When it begins, whether the jerks go away, and the evidence: drawn in columns, and read out as
/// one text: each hidden text is laid out apart, at every key.
fn marks(cause: &'static Cause) -> impl IntoView + use<> {
    let catalogue = Catalogue::bundled();
    let begins = begins(catalogue, cause);
    let ages = begins.as_ref().map(|begins| life(&begins.ages).into_any());
    let begins = begins.map_or_else(
        || "Age not recorded".to_owned(),
        |begins| format!("Begins: {}", begins.words.join(", ")),
    );
    let short = cause.reversible.as_ref().map(|reversible| {
        // In a sentence on the whole group, the part before the colon says how often.
        let words = reversible.words();
        words.split([':', ',']).next().unwrap_or(words).to_ascii_lowercase()
    });
    let goes_away = short.as_ref().map_or_else(
        || "Whether the jerks go away is not recorded".to_owned(),
        |short| format!("Jerks go away: {short}"),
    );
    let grade = Grade::of(catalogue, cause);
    let read_out = format!("{begins}. {goes_away}. Evidence: {}.", grade.label());
    view! {
        <div class="item__marks">
            <span class="vh">{read_out}</span>
            <span title=begins aria-hidden="true">
                {ages.unwrap_or_else(|| NOT_RECORDED.into_any())}
            </span>
            <span title=goes_away aria-hidden="true">
                {short.unwrap_or_else(|| NOT_RECORDED.to_owned())}
            </span>
            <span class="dots" title=grade.label() aria-hidden="true">
                {strength(grade)}
            </span>
        </div>
    }
}

/// A sentence about a cause without a curator's: its genes, how it is inherited, and the findings
/// that set it apart. `None` if nothing of it is recorded.
fn composed(cause: &'static Cause) -> Option<String> {
    let catalogue = Catalogue::bundled();
    let is_inherited = catalogue.may_be_inherited(cause);
    let genes = if is_inherited { cause.genes() } else { Vec::new() };
    let genes = match genes.len() {
        0 => None,
        1 => Some(format!("Gene {}", genes[0])),
        2..=MOST_GENES => Some(format!("Genes {}", genes.join(", "))),
        many => Some(format!("{many} genes")),
    };
    let modes = if is_inherited { cause.inheritance() } else { Vec::new() };
    let modes = modes.iter().map(|term| catalogue.term(*term).label);
    // "Typified by incomplete penetrance" is a remark on a mode.
    let modes = modes.filter(|label| !label.starts_with("Typified by"));
    let modes = modes.map(|label| label.strip_suffix(" inheritance").unwrap_or(label));
    let modes: Vec<String> = modes.map(in_a_sentence).collect();
    let inherited = (!modes.is_empty()).then(|| modes.join(", "));
    let findings = distinctive(catalogue, rarity(), cause, |_| false, MOST_FINDINGS);
    let findings = findings.iter().map(|found| catalogue.term(found.term).in_everyday_words());
    let findings: Vec<String> = findings.map(in_a_sentence).collect();
    let findings = (!findings.is_empty()).then(|| findings.join(", "));
    let parts: Vec<String> = [genes, inherited, findings].into_iter().flatten().collect();
    let sentence = parts.join("; ");
    let mut letters = sentence.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).chain(['.']).collect())
}

/// A label with a small first letter, unless it is a symbol such as *EEG* or *X-linked*. In a list,
/// "dementia, progressive" would be two things.
fn in_a_sentence(label: &str) -> String {
    if let Some((head, kind)) = label.split_once(", ").filter(|(_, kind)| !kind.contains(' ')) {
        return format!("{kind} {}", in_a_sentence(head));
    }
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain([second]).chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}
