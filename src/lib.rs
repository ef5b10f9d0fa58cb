//! Myoclonus Explorer: what causes myoclonus, every statement with its source, in the browser.
//!
//! Read the modules in this order. The first ones are the core: plain data and pure functions that
//! know neither browser nor framework. [`explorer::Explorer::explore`] is its one door.

pub mod catalogue;
pub mod text;

pub mod common_words;
pub mod edit_distance;
pub mod index;
pub mod likeness;
pub mod query;
pub mod rank;

pub mod comparison;
pub mod entry_set;
pub mod excerpt;
pub mod facet;
pub mod relations;
pub mod reordering;
pub mod view_state;

pub mod explorer;
pub mod url;

pub mod export;

#[cfg(feature = "ui")]
#[allow(unreachable_pub, reason = "the component macro makes functions public")]
pub mod ui;
