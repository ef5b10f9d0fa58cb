//! The id of a term of the Human Phenotype Ontology, such as `HP:0001336`.
//!
//! The build script compiles this file too, so it uses nothing but the standard library. It does
//! not know which terms exist.

use std::fmt;
use std::str::FromStr;

/// An id as the ontology writes it: `HP:` and exactly seven digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HpoId(u32);

impl HpoId {
    /// The number: 1336 in `HP:0001336`.
    pub const fn number(self) -> u32 {
        self.0
    }
}

impl FromStr for HpoId {
    type Err = NotAnHpoId;

    fn from_str(text: &str) -> Result<Self, NotAnHpoId> {
        let digits = text.strip_prefix("HP:").ok_or(NotAnHpoId)?;
        if digits.len() != 7 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotAnHpoId);
        }
        digits.parse().map(Self).map_err(|_| NotAnHpoId)
    }
}

impl fmt::Display for HpoId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "HP:{:07}", self.0)
    }
}

/// The error for a text that is not the id of a term. It prints the form that would be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnHpoId;

impl fmt::Display for NotAnHpoId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("write HP: and seven digits, such as HP:0001336")
    }
}

impl std::error::Error for NotAnHpoId {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_prints_as_it_was_read() {
        for text in ["HP:0001336", "HP:0000000", "HP:9999999"] {
            assert_eq!(text.parse::<HpoId>().map(|id| id.to_string()).as_deref(), Ok(text));
        }
        assert_eq!("HP:0001336".parse().map(HpoId::number), Ok(1336));
    }

    #[test]
    fn only_seven_digits_are_an_id() {
        for text in ["", "HP:", "1336", "HP:1", "HP:+001336", "HP:00013366", "hp:0001336"] {
            assert_eq!(text.parse::<HpoId>(), Err(NotAnHpoId), "{text}");
        }
        for text in ["HP:+1336", "HP:000133x", " HP:0001336", "HP:0001336 ", "HP:٠٠٠١٣٣٦"] {
            assert_eq!(text.parse::<HpoId>(), Err(NotAnHpoId), "{text}");
        }
    }
}
