//! What pictures draw: counts, scales and outlines.
//!
//! Pure functions of the catalogue and of numbers. Every count comes with how many entries say
//! nothing. Knows no element, no colour and no address.

mod counts;
mod matrix;
mod scale;

pub use counts::{AgeCounts, AxisCounts, ages, on_axis, parts};
pub use matrix::{Column, Treated, columns, treatments};
pub use scale::{Bar, bar, percent_of};
