//! Full-text search: which entries match a query, how well, and through which text.
//!
//! Knows entries only by their position. Knows no facet, no order but relevance, and no page.

pub mod boosts;
pub mod documents;
pub mod edit_distance;
pub mod index;
pub mod matching;
pub mod query;
pub mod rank;
pub mod snippet;
pub mod stop_words;
#[cfg(test)]
mod tests;
