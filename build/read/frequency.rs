//! Reads how often a feature is found: `3/7`, `40%` or a class.
//!
//! Curated and imported files write it in the same forms. Knows nothing of files and entries.

use crate::pipeline::vocabulary::FrequencyClass;

/// How often a feature is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Frequency {
    /// Counted: `found` of `examined` patients.
    Counted { found: u16, examined: u16 },
    /// A class.
    Class(FrequencyClass),
    /// A share in tenths of a percent.
    PerMille(u16),
}

/// Reads one frequency. The error is the remedy.
pub fn read(text: &str) -> Result<Frequency, String> {
    if let Some((found, examined)) = text.split_once('/')
        && let (Some(found), Some(examined)) = (number(found), number(examined))
    {
        if examined == 0 || found > examined {
            let remedy = "at least one patient is examined, and no more are found than examined";
            return Err(remedy.to_owned());
        }
        return Ok(Frequency::Counted { found, examined });
    }
    let share = text.strip_suffix('%').and_then(per_mille).map(Frequency::PerMille);
    share.or_else(|| FrequencyClass::from_key(text).map(Frequency::Class)).ok_or_else(|| {
        let classes: Vec<_> = FrequencyClass::ALL.iter().map(|class| class.key()).collect();
        format!(
            "write a count such as 3/7, a percentage such as 40% or 12.5%, or one of: {}",
            classes.join(", ")
        )
    })
}

/// Tenths of a percent, from a percentage of at most one decimal place.
fn per_mille(percent: &str) -> Option<u16> {
    let (whole, tenths) = percent.split_once('.').unwrap_or((percent, "0"));
    let share = number(whole)?.checked_mul(10)?.checked_add(number(tenths)?)?;
    (tenths.len() == 1 && share <= 1000).then_some(share)
}

/// A number of digits only: no sign.
fn number(text: &str) -> Option<u16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}
