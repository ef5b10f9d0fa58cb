//! The number of a disease in a registry, such as `OMIM:254780`, and its form in an address,
//! `omim-254780`.
//!
//! The build script compiles this file too, so it uses nothing but the standard library. It does
//! not know which diseases exist, nor where a registry is on the web.

use std::fmt;
use std::str::FromStr;

/// A registry of diseases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Registry {
    /// Online Mendelian Inheritance in Man.
    Omim,
    /// Orphanet.
    Orpha,
}

impl Registry {
    /// All registries.
    pub const ALL: [Self; 2] = [Self::Omim, Self::Orpha];

    /// The prefix of its numbers.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Omim => "OMIM",
            Self::Orpha => "ORPHA",
        }
    }
}

/// A disease as one registry counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegistryId {
    /// The registry.
    pub registry: Registry,
    /// The number there.
    pub number: u32,
}

impl RegistryId {
    /// The id that an address writes as `omim-254780`, in capitals or not.
    pub fn from_slug(slug: &str) -> Option<Self> {
        let (prefix, digits) = slug.split_once('-')?;
        let mut registries = Registry::ALL.into_iter();
        let registry = registries.find(|each| each.prefix().eq_ignore_ascii_case(prefix))?;
        Some(Self { registry, number: number(digits)? })
    }

    /// The id as an address writes it, in lower case.
    pub fn slug(self) -> String {
        format!("{}-{}", self.registry.prefix().to_ascii_lowercase(), self.number)
    }
}

/// A number that begins with no sign and no zero, so that each id has one spelling.
fn number(digits: &str) -> Option<u32> {
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    plain.then(|| digits.parse().ok()).flatten()
}

impl FromStr for RegistryId {
    type Err = NotARegistryId;

    fn from_str(text: &str) -> Result<Self, NotARegistryId> {
        let (prefix, digits) = text.split_once(':').ok_or(NotARegistryId)?;
        let mut registries = Registry::ALL.into_iter();
        let registry = registries.find(|each| each.prefix() == prefix).ok_or(NotARegistryId)?;
        Ok(Self { registry, number: number(digits).ok_or(NotARegistryId)? })
    }
}

impl fmt::Display for RegistryId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}:{}", self.registry.prefix(), self.number)
    }
}

/// The error for a text that is not a number in a registry. It prints the form that would be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotARegistryId;

impl fmt::Display for NotARegistryId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("write OMIM: or ORPHA: and the number, such as OMIM:254780")
    }
}

impl std::error::Error for NotARegistryId {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_prints_as_it_was_read() {
        for (text, slug) in [("OMIM:254780", "omim-254780"), ("ORPHA:11", "orpha-11")] {
            let id: RegistryId = text.parse().expect("this is an id");
            assert_eq!((id.to_string(), id.slug()), (text.to_owned(), slug.to_owned()));
            assert_eq!(RegistryId::from_slug(slug), Some(id));
            assert_eq!(RegistryId::from_slug(&slug.to_uppercase()), Some(id));
        }
    }

    #[test]
    fn only_a_known_registry_and_a_plain_number_are_an_id() {
        for text in ["", "OMIM", "OMIM:", "OMIM:+1", "OMIM:012", "OMIM:0", "OMIM: 1", "OMIM:1x"] {
            assert_eq!(text.parse::<RegistryId>(), Err(NotARegistryId), "{text}");
        }
        for text in ["omim:1", "MONDO:1", "OMIM-1", "OMIM:4294967296", "OMIM:1:2"] {
            assert_eq!(text.parse::<RegistryId>(), Err(NotARegistryId), "{text}");
        }
        for slug in ["", "omim", "omim-", "omim-01", "omim-+1", "drug-1", "omim:1"] {
            assert_eq!(RegistryId::from_slug(slug), None, "{slug}");
        }
    }
}
