//! Full-text search: which entries match a query, how well, and through which text.
//!
//! Knows entries only by their position. Knows no facet, no order but relevance, and no page.

mod boosts;
pub(crate) mod documents;
mod edit_distance;
mod index;
mod matching;
mod query;
mod rank;
mod snippet;
mod stop_words;
#[cfg(test)]
mod tests;

pub use self::index::SearchField;
pub use self::snippet::snippet;

pub(crate) use self::index::Index;
pub(crate) use self::query::{Query, WordMatches};
pub(crate) use self::rank::{Ranked, Reasons, rank};
