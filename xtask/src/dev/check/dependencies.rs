//! Checks the licences and the sources of all code of others against `deny.toml`.
//!
//! Asks Cargo for the packages. cargo-deny reads the same file, and looks for known weaknesses too;
//! that needs a network and a large tool, so it runs on GitHub only.

use std::fs;

use anyhow::{Context, Result, ensure};
use cargo_metadata::{CargoOpt, MetadataCommand};
use serde::Deserialize;

use crate::project::root;

/// The file with the rules.
const RULES: &str = "deny.toml";

#[derive(Deserialize)]
struct Rules {
    licenses: Licences,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
}

/// Fails if a package is under another licence or from another place than the rules allow.
pub(crate) fn check() -> Result<()> {
    let rules = fs::read_to_string(root().join(RULES)).with_context(|| RULES.to_owned())?;
    let rules: Rules = toml::from_str(&rules).with_context(|| RULES.to_owned())?;
    let mut metadata = MetadataCommand::new();
    metadata.current_dir(root()).features(CargoOpt::AllFeatures);
    let packages = metadata.other_options(["--locked".to_owned()]).exec()?.packages;
    let mut faults = Vec::new();
    for package in packages {
        // Our own packages have no source.
        let Some(source) = &package.source else { continue };
        let name = format!("{} {}", package.name, package.version);
        let place = source.repr.trim_start_matches("registry+");
        if !rules.sources.allow_registry.iter().any(|allowed| allowed == place) {
            faults.push(format!("{name} comes from {place}"));
        }
        let licence = package.license.as_deref().unwrap_or_default();
        if !allows(&rules.licenses.allow, licence) {
            faults.push(format!("{name} is under {licence:?}"));
        }
    }
    ensure!(
        faults.is_empty(),
        "{RULES} does not allow: {}. Use another package, or add a licence that fits ours",
        faults.join("; ")
    );
    Ok(())
}

/// Whether a licence in the words of SPDX can be met by licences that are allowed.
fn allows(allowed: &[String], licence: &str) -> bool {
    // Some packages write a slash for OR.
    let spaced = licence.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    either(allowed, &mut words) && words.next().is_none()
}

type Words<'a, 'b> = &'b mut std::iter::Peekable<std::str::SplitWhitespace<'a>>;

/// Licences of which one is enough.
fn either(allowed: &[String], words: Words<'_, '_>) -> bool {
    let mut met = both(allowed, words);
    while words.next_if_eq(&"OR").is_some() {
        met |= both(allowed, words);
    }
    met
}

/// Licences that all apply.
fn both(allowed: &[String], words: Words<'_, '_>) -> bool {
    let mut met = one(allowed, words);
    while words.next_if_eq(&"AND").is_some() {
        met &= one(allowed, words);
    }
    met
}

/// One licence, or several in brackets.
fn one(allowed: &[String], words: Words<'_, '_>) -> bool {
    match words.next() {
        Some("(") => either(allowed, words) && words.next() == Some(")"),
        Some(licence) => {
            // An exception allows more, never less.
            if words.next_if_eq(&"WITH").is_some() {
                words.next();
            }
            allowed.iter().any(|allowed| allowed == licence)
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_allowed_if_it_can_be_met() {
        let allowed = ["MIT".to_owned(), "Zlib".to_owned()];
        for licence in [
            "MIT",
            "MIT OR Apache-2.0",
            "Apache-2.0/MIT",
            "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT",
            "MIT AND Zlib",
            "(GPL-3.0 OR MIT) AND Zlib",
        ] {
            assert!(allows(&allowed, licence), "{licence}");
        }
        for licence in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT", "MIT Zlib", "MIT-0"] {
            assert!(!allows(&allowed, licence), "{licence}");
        }
    }
}
