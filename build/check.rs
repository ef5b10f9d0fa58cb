//! The rules of the data that need no table. Knows nothing of positions and generated code.

pub mod basis;
pub mod dose;
pub mod figures;
pub mod language;
pub mod names;
pub mod opening;
pub mod single_reports;
pub mod urgency;
pub mod validate;
pub mod wording;
