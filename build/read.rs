//! From the files of `data/` to records as they are written. Knows no rule about their content.

pub mod filed;
pub mod frequency;
pub mod hpo;
pub mod load;
pub mod paths;
pub mod schema;
