//! What pictures are drawn from: lengths, rates, shares, effects and how soon.
//!
//! Every number keeps the words in which a reader gets it. Does not know how it is drawn.

use super::Claim;
use crate::catalogue::topic::Link;
use crate::catalogue::vocabulary::{
    Basis, Denominator, EffectEvidence, EffectKind, HowSoon, Measure, Measured,
};

/// How long bursts or pauses are, or how fast they follow, as one source says.
#[derive(Clone, Debug, PartialEq)]
pub struct Timing {
    /// What was measured: milliseconds for bursts and silences, times per second for rates.
    pub measured: Measured,
    /// The lower limit; `None` if the source gives none.
    pub low: Option<f32>,
    /// The upper limit; `None` if the source gives none.
    pub high: Option<f32>,
    /// How the number is meant; `None` if it is the plain range of single bursts or pauses.
    pub measure: Option<Measure>,
    /// The number in words, with its unit.
    pub words: &'static str,
    /// The sources; never empty.
    pub claims: &'static [Claim],
}

/// The share of people with jerks, as one source counted it.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// How many had jerks, of how many; `None` if the source gives no count.
    pub counted: Option<(u16, u16)>,
    /// The lowest share in percent; `None` if the source gives only a bound above.
    pub low: Option<f32>,
    /// The highest share in percent.
    pub high: f32,
    /// The share in words, with of whom.
    pub words: &'static str,
    /// Among whom it was counted.
    pub denominator: Denominator,
    /// The sources; never empty.
    pub claims: &'static [Claim],
}

/// What a treatment does to the jerks of one type or cause.
#[derive(Debug, PartialEq)]
pub struct Effect {
    /// The type or cause.
    pub on: Link,
    /// Whether it helps.
    pub kind: EffectKind,
    /// The best evidence that the claims show.
    pub evidence: EffectEvidence,
    /// The members of the group of medicines that are meant; empty if all are.
    pub medicines: &'static [&'static str],
    /// A limit or an exception.
    pub note: Option<&'static str>,
    /// The sources; never empty.
    pub claims: &'static [Claim],
}

/// How soon something is due, and in which case.
#[derive(Debug, PartialEq)]
pub struct Due {
    /// How soon.
    pub by: HowSoon,
    /// In which case; `None` if always.
    pub when: Option<&'static str>,
    /// Whether a source says so, or it is our own wording.
    pub basis: Basis,
}
