//! The core, tested from outside, in one program that links the catalogue once.
//!
//! Knows what users of the library know. The oracles of internals live beside what they check.

mod address;
mod annotated_diseases;
mod bundled;
mod catalogue;
mod comparison;
mod corrections;
mod data;
mod differential;
mod distinctive;
mod export;
mod facets;
mod figures;
mod finding_search;
mod genes;
mod medicines;
mod openings;
mod patient;
mod phenopackets;
mod pictures;
mod ranking;
mod reading;
mod relations;
mod search;
mod sources;
mod statements;
mod steps;
mod table;
mod typed;
