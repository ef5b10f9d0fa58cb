//! The parts of a test run.
//!
//! Knows their names, not how they are run.

use std::fmt;
use std::str::FromStr;

use anyhow::{Result, bail};

use crate::tool::browsers::Browsers;

/// A part of a test run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// What needs no page: format, lints, native tests, instruction counts.
    Core,
    /// The build, its size budget and the browser tests.
    Page,
    /// What other programs report about the published files.
    Audit,
}

impl Part {
    /// All parts, in the order in which they run.
    pub(crate) const ALL: [Self; 3] = [Self::Core, Self::Page, Self::Audit];

    /// The parts of a run, in order: one part alone, or else all that go with these browsers.
    pub(crate) fn chosen(only: Option<Self>, browsers: Browsers) -> Vec<Self> {
        // A quick run in Chromium leaves the audits out, unless they are what was asked for.
        let goes = |part: &Self| match only {
            Some(only) => *part == only,
            None => browsers == Browsers::All || *part != Self::Audit,
        };
        Self::ALL.into_iter().filter(goes).collect()
    }
}

impl fmt::Display for Part {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(match self {
            Self::Core => "core (format, lints, native tests, instruction counts)",
            Self::Page => "page (build, size budget, browser tests)",
            Self::Audit => "audit (HTML, Lighthouse, scripts, saved files)",
        })
    }
}

impl FromStr for Part {
    type Err = anyhow::Error;

    fn from_str(word: &str) -> Result<Self> {
        match word {
            "core" => Ok(Self::Core),
            "page" => Ok(Self::Page),
            "audit" => Ok(Self::Audit),
            _ => bail!("{word:?} names no part of the tests: give `core`, `page` or `audit`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_has_all_parts_unless_fewer_are_asked_for() {
        assert_eq!(Part::chosen(None, Browsers::All), Part::ALL);
        assert_eq!(Part::chosen(None, Browsers::Chromium), [Part::Core, Part::Page]);
        for browsers in [Browsers::All, Browsers::Chromium] {
            for part in Part::ALL {
                assert_eq!(Part::chosen(Some(part), browsers), [part]);
            }
        }
    }

    #[test]
    fn every_part_can_be_named() {
        for part in Part::ALL {
            let text = part.to_string();
            let word = text.split(' ').next().unwrap_or_default();
            assert_eq!(word.parse::<Part>().ok(), Some(part));
        }
        assert!("everything".parse::<Part>().is_err());
    }
}
