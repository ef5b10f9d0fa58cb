//! What ties a statement to its source.
//!
//! Knows nothing of numbering or grading: see `references` and `grade` for these.

mod figures;

pub use figures::{Due, Effect, Share, Timing};

use super::id::SourceId;
use super::vocabulary::{Basis, Reversibility, UrgencyGrade};

/// One source that says so.
#[derive(Debug, PartialEq)]
pub struct Claim {
    /// Where it was read.
    pub source: SourceId,
    /// What exactly the source says, in our words; `None` if the value says it all.
    pub detail: Option<&'static str>,
}

/// The values recorded for one field of a cause, with the claims behind them.
///
/// Either both lists are empty (not recorded: the sources seen do not say) or neither is.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded<T: 'static> {
    /// The values, in the curator's order.
    pub values: &'static [T],
    /// The sources; at least one if there is a value.
    pub claims: &'static [Claim],
}

impl<T> Recorded<T> {
    /// Whether the sources seen say anything on this field.
    pub const fn is_recorded(&self) -> bool {
        !self.values.is_empty()
    }
}

/// A sentence shown to readers.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The sentence, in our words.
    pub text: &'static str,
    /// What it rests on; `Editorial` if and only if there is no claim.
    pub basis: Basis,
    /// The sources.
    pub claims: &'static [Claim],
}

/// Whether the jerks go away when the cause is treated.
#[derive(Clone, Debug, PartialEq)]
pub struct Reversible {
    /// Yes, partly or no.
    pub value: Reversibility,
    /// The words to show instead of the value if the sources say it only of the whole group. Such a
    /// statement is never shown as a plain yes.
    pub said_of_group: Option<&'static str>,
    /// The words to show instead of the value if it was seen in very few people: a yes that rests
    /// on one report is no promise.
    pub said_of_few: Option<&'static str>,
    /// The sources; never empty.
    pub claims: &'static [Claim],
}

impl Reversible {
    /// The words to show.
    pub fn words(&self) -> &'static str {
        self.said_of_group.or(self.said_of_few).unwrap_or_else(|| self.value.label())
    }
}

/// How soon a cause needs attention, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Urgency {
    /// How soon.
    pub grade: UrgencyGrade,
    /// Why.
    pub why: &'static str,
    /// What to do. It never advises a patient to stop a medicine alone.
    pub act: &'static str,
    /// Whether `act` comes from a source or is our own caution.
    pub act_basis: Basis,
    /// The sources of `why`, and of `act` if it rests on one; never empty.
    pub claims: &'static [Claim],
}
