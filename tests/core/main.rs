//! The core, tested from outside: one program, so that the catalogue is linked once.
//!
//! Knows what users of the library know. The oracles of internals live beside what they check.

mod address;
mod annotated_diseases;
mod catalogue;
mod comparison;
mod entries;
mod export;
mod ranking;
mod search;
mod statements;
mod table;
mod typed;

use myoclonus_explorer::catalogue::Catalogue;
