//! What ties a statement to its source.
//!
//! Knows nothing of numbering or grading: see `references` and `grade` for these.

use super::id::SourceId;
use super::vocabulary::{Basis, Reversibility, UrgencyGrade};

/// One source that says so.
#[derive(Debug, PartialEq)]
pub struct Claim {
    /// Where it was read.
    pub source: SourceId,
    /// What exactly the source says, in our words; absent where the value says it all.
    pub detail: Option<&'static str>,
}

/// The values recorded for one field of a cause, with the claims behind them.
///
/// Either both lists are empty (not recorded: the sources seen do not say) or neither is.
#[derive(Debug, PartialEq)]
pub struct Recorded<T: 'static> {
    /// What is recorded, in the curator's order.
    pub values: &'static [T],
    /// The sources; at least one where there is a value.
    pub claims: &'static [Claim],
}

impl<T> Recorded<T> {
    /// Whether the sources seen say anything on this field.
    pub const fn is_recorded(&self) -> bool {
        !self.values.is_empty()
    }
}

/// A sentence shown to readers.
#[derive(Debug, PartialEq)]
pub struct Statement {
    /// The sentence, in our words.
    pub text: &'static str,
    /// On what it rests; `Editorial` exactly where there is no claim.
    pub basis: Basis,
    /// The sources.
    pub claims: &'static [Claim],
}

/// Whether the jerks go when the cause is dealt with.
#[derive(Debug, PartialEq)]
pub struct Reversible {
    /// Yes, partly or no.
    pub value: Reversibility,
    /// The words to show in place of the value where only a sentence on the whole group says so;
    /// such a sentence is never shown as a plain yes.
    pub said_of_group: Option<&'static str>,
    /// The sources; never empty.
    pub claims: &'static [Claim],
}

/// How soon a cause needs attention, and what to do.
#[derive(Debug, PartialEq)]
pub struct Urgency {
    /// How soon.
    pub grade: UrgencyGrade,
    /// Why.
    pub why: &'static str,
    /// What to do. Nothing tells a patient to stop a medicine alone.
    pub act: &'static str,
    /// Whose words `act` are: those of a source, or our caution.
    pub act_basis: Basis,
    /// The sources of `why`, and of `act` where it rests on one; never empty.
    pub claims: &'static [Claim],
}
