//! Puts beside the page what hosts look for there: rules for headers, and a page for wrong
//! addresses.
//!
//! Knows neither what these files say nor what else is published.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::project;

/// The files of `hosting/` that are published as they are.
const PUBLISHED: [&str; 2] = ["_headers", "404.html"];

/// Tells GitHub Pages to publish files as they are instead of running a site generator that leaves
/// out names with an underscore.
const AS_THEY_ARE: &str = ".nojekyll";

/// Adds them to the files to be published.
pub(crate) fn publish(dist: &Path) -> Result<()> {
    for name in PUBLISHED {
        let (from, to) = (project::root().join("hosting").join(name), dist.join(name));
        fs::copy(&from, &to).with_context(|| {
            format!("copying {} to {}: are both folders there?", from.display(), to.display())
        })?;
    }
    let file = dist.join(AS_THEY_ARE);
    fs::write(&file, "").with_context(|| format!("writing {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_finds_its_rules_and_the_page_for_wrong_addresses() -> Result<()> {
        let dist = std::env::temp_dir().join(format!("explorer-hosting-{}", std::process::id()));
        fs::create_dir_all(&dist)?;
        publish(&dist)?;
        let rules = fs::read_to_string(dist.join("_headers"))?;
        assert!(rules.contains("\n/*\n"), "there are rules for all addresses");
        assert!(fs::read_to_string(dist.join("404.html"))?.contains("nothing at this address"));
        assert_eq!(fs::read(dist.join(AS_THEY_ARE))?, b"");
        fs::remove_dir_all(&dist)?;

        let error = publish(&dist).expect_err("a folder that is not there is told");
        let told = format!("{error:#}");
        assert!(told.contains("_headers") && told.contains("explorer-hosting"), "{told}");
        Ok(())
    }
}
