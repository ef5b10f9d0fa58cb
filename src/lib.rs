//! Myoclonus Explorer: what causes myoclonus, every statement with its source, in the browser.
//!
//! Read the modules in this order. The first ones are the core: plain data and pure functions that
//! know neither browser nor framework. [`explorer::Explorer::explore`] is its one door.

// The type of a page holds the types of all its parts.
#![recursion_limit = "256"]

pub mod catalogue;
pub mod entry;
pub mod entry_set;
pub(crate) mod sorted;
pub mod steps;
pub(crate) mod text;

pub mod differential;
pub mod facet;
pub mod search;
pub mod view;

pub mod explorer;

pub mod export;
pub mod finding_list;
pub mod finding_search;
pub mod genes;
pub mod json;
pub mod patient;
pub mod phenopacket;
pub mod picture;
pub mod sources;

#[cfg(feature = "ui")]
#[allow(unreachable_pub, reason = "the component macro makes functions public")]
pub mod ui;
