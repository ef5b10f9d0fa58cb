//! Which browsers a run of the tests drives.
//!
//! Knows their names, not where they are on this machine nor how they are driven.

use std::fmt;
use std::str::FromStr;

use anyhow::bail;

/// Which browsers a run of the tests drives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Browsers {
    /// Every engine.
    #[default]
    All,
    /// Chromium alone, for a quick run: nothing that only the others and the audits need is installed.
    Chromium,
}

impl Browsers {
    /// The beginnings of the names of the tests that are not to be run.
    pub(crate) fn left_out(self) -> &'static [&'static str] {
        match self {
            Browsers::All => &[],
            Browsers::Chromium => &["firefox_", "webkit_"],
        }
    }
}

impl fmt::Display for Browsers {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(match self {
            Browsers::All => "Chromium, Firefox and WebKit",
            Browsers::Chromium => "Chromium",
        })
    }
}

impl FromStr for Browsers {
    type Err = anyhow::Error;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        match word {
            "all" => Ok(Browsers::All),
            "chromium" => Ok(Browsers::Chromium),
            _ => bail!("{word:?} names no browsers: say `all` or `chromium`"),
        }
    }
}
