//! What can be derived from the records: fields, plain sentences, reference numbers, relations,
//! comparisons, and which entries are medicines.
//!
//! Pure functions of the catalogue. Knows no query, no facet and no page.

mod begins;
mod comparison;
mod distinctive;
mod fields;
mod finding_groups;
mod from_annotations;
mod glance;
pub mod label;
mod medicine;
mod question;
mod references;
mod relations;

pub use begins::{AGES, Begins, begins};
pub use comparison::{Comparison, Line, Part, Shared, SharedCell, compare};
pub use distinctive::{Rarity, distinctive, is_found_often};
pub use fields::{Body, Field, fields, figures};
pub use finding_groups::{FindingGroup, Findings, finding_groups};
pub use from_annotations::{dangers_from_annotations, plain_from_annotations};
pub use glance::{Answer, Cell, glance};
pub use medicine::{is_listed_as_medicine, is_medicine, is_named_as_medicine, treats_as_medicine};
pub use question::Question;
pub use references::References;
pub use relations::{Relation, Relations, Says, classmates, effects_on, worsened, worsens};
