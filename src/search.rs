//! Full-text search: which entries match a query, how well, and through which text.
//!
//! Knows entries only by their position. Knows no facet, no order but relevance, and no page.

mod boosts;
mod concept;
pub(crate) mod documents;
mod index;
mod matching;
pub(crate) mod medicines;
mod query;
mod rank;
mod reading;
mod snippet;
mod stop_words;
#[cfg(test)]
mod tests;

pub(crate) use self::concept::is_said;
pub use self::index::SearchField;
pub use self::snippet::snippet;

pub(crate) use self::index::{Index, Owner};
pub(crate) use self::query::WordMatches;
pub(crate) use self::rank::{Ranked, Reasons, rank};
pub use self::reading::Remark;
pub(crate) use self::reading::{Query, Reading};
