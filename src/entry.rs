//! What can be derived from the records: fields, plain sentences, reference numbers, relations,
//! comparisons, and which entries are medicines.
//!
//! Pure functions of the catalogue. Knows no query, no facet and no page.

mod comparison;
mod fields;
mod from_annotations;
pub mod label;
mod medicine;
mod references;
mod relations;

pub use comparison::{Comparison, Line, Part, compare};
pub use fields::{Body, Field, fields};
pub use from_annotations::plain_from_annotations;
pub use medicine::{is_listed_as_medicine, is_medicine, treats_as_medicine};
pub use references::References;
pub use relations::{Relation, Relations, Says, classmates, worsens};
