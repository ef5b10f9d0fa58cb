//! The headings of the fields that several parts of the page show: entries, facets and comparisons.
//!
//! Words only. The keys of the same fields in addresses and in exports are declared elsewhere.

/// How soon the cause needs attention.
pub const URGENCY: &str = "Urgency";

/// The sources that name it as a cause.
pub const WHY_LISTED: &str = "Why it is listed";

/// The category of a cause.
pub const KIND_OF_CAUSE: &str = "Kind of cause";

/// The evidence grade.
pub const EVIDENCE: &str = "Evidence";

/// Parts of the body.
pub const PARTS: &str = "Parts that jerk";

/// Lengths and rates on recordings.
pub const TIMINGS: &str = "How long and how fast";

/// Shares of people with jerks.
pub const SHARES: &str = "How many have jerks";

/// What a treatment does to the jerks of types and causes.
pub const EFFECTS: &str = "Which jerks it helps or may worsen";

/// How soon a red flag needs help, or a test is due.
pub const HOW_SOON: &str = "How soon";

/// Exposures and situations.
pub const CONTEXT: &str = "Consider with";

/// Whether the jerks go when the cause is dealt with.
pub const REVERSIBLE: &str = "Reversible";

/// Modes of inheritance.
pub const INHERITANCE: &str = "Inheritance";

/// The time of life in which it begins, on one scale.
pub const BEGINS: &str = "Begins at";

/// When the disease begins.
pub const ONSET: &str = "Onset of the disease";

/// The medicines that make a disease worse.
pub const WORSENED_BY: &str = "Made worse by";

/// Features that a curator recorded.
pub const FEATURES: &str = "What else is found";

/// Findings from the annotations of rare diseases.
pub const FINDINGS: &str = "Findings in patients, from rare-disease data";

/// The kinds of myoclonus among these findings.
pub const JERKS: &str = "The jerks themselves";

/// The findings that belong to no group.
pub const OTHER_FINDINGS: &str = "Everything else";
