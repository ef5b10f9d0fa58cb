//! What a person takes away from a ranking: a paragraph for a letter, a table, and what the
//! medicines of the patient do.
//!
//! Plain texts and values. Knows no browser and no clock: the caller names the day and the version
//! of the data. `view::address::findings` has the findings as an address.

mod letter;
mod medicines;
mod table;
mod words;

use crate::catalogue::Catalogue;
use crate::differential::{Differential, Findings, Ranked};

pub use self::letter::letter;
pub use self::medicines::{Checked, medicines};
pub use self::table::table;
pub use self::words::{age, reason, speaks_for};

/// A patient and the order of the causes.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// The causes.
    pub catalogue: &'static Catalogue,
    /// The formula.
    pub differential: &'a Differential,
    /// What was found.
    pub findings: &'a Findings,
    /// The order for these findings.
    pub ranked: &'a Ranked,
}

/// What a ranking is, said beside every ranking.
pub const NO_DIAGNOSIS: &str = "This orders possibilities. It is no diagnosis.";

/// Where a text comes from, and what it is not.
fn provenance(date: &str, version: &str) -> String {
    format!("Myoclonus Explorer, data {version}, {date}. {NO_DIAGNOSIS}")
}
