//! Adds the files that hosts look for beside the page: rules for headers, and a page for wrong
//! addresses.
//!
//! Knows neither what is in these files nor what else is published.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::project;

/// The files of `hosting/` that are published as they are.
const PUBLISHED: [&str; 2] = ["_headers", "404.html"];

/// Tells GitHub Pages to publish files as they are instead of running a site generator that leaves
/// out names with an underscore.
const AS_THEY_ARE: &str = ".nojekyll";

/// Adds these files to a folder that will be published.
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
    use crate::publish::html::source_hash;

    #[test]
    fn the_page_for_wrong_addresses_allows_its_own_script_only() -> Result<()> {
        let page = fs::read_to_string(project::root().join("hosting/404.html"))?;
        let (_, script) = page.split_once("<script>").context("it has a script")?;
        let (script, _) = script.split_once("</script>").context("the script ends")?;
        let policy = format!("script-src '{}';", source_hash(script));
        assert!(page.contains(&policy), "404.html needs {policy}");
        Ok(())
    }

    #[test]
    fn a_host_finds_its_rules_and_the_page_for_wrong_addresses() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let dist = folder.path();
        publish(dist)?;
        let rules = fs::read_to_string(dist.join("_headers"))?;
        assert!(rules.contains("\n/*\n"), "there are rules for all addresses");
        assert!(fs::read_to_string(dist.join("404.html"))?.contains("nothing at this address"));
        assert_eq!(fs::read(dist.join(AS_THEY_ARE))?, b"");
        let missing = dist.join("missing");
        let error = publish(&missing).expect_err("there is no such folder");
        let error = format!("{error:#}");
        assert!(error.contains("_headers") && error.contains("missing"), "{error}");
        Ok(())
    }
}
