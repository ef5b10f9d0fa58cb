//! What follows from the records of entries: their fields, reference numbers, relations, comparison.
//!
//! Pure functions of the catalogue. Knows no query, no facet and no page.

mod comparison;
mod fields;
mod references;
mod relations;

pub use comparison::{Comparison, Line, Part, compare};
pub use fields::{Body, Field, fields};
pub use references::References;
pub use relations::{Relation, Relations, Says, classmates};
