//! Checks format, lints and boundaries.

use anyhow::{Result, bail};

use super::setup;
use super::step::{command, output, run, step};

/// One check: what it is, and how it is done.
pub(crate) type Check = (&'static str, fn() -> Result<()>);

/// All checks, cheap ones first.
pub(crate) const CHECKS: &[Check] = &[
    ("Check the format", || cargo(&["fmt", "--all", "--check"])),
    ("Check that the core depends on no framework", core_alone),
    ("Lint the core", || {
        cargo(&["clippy", "--no-default-features", "--all-targets", "--", "-Dwarnings"])
    }),
    ("Lint the commands and the browser tests", || {
        let packages = ["-p", "xtask", "-p", "browser-tests"];
        cargo(&[&["clippy"], &packages[..], &["--all-targets", "--", "-Dwarnings"]].concat())
    }),
    ("Lint the page as it runs in a browser", || {
        cargo(&["clippy", "--target", "wasm32-unknown-unknown", "--", "-Dwarnings"])
    }),
    ("Lint the page as it is printed", || {
        let features = ["--no-default-features", "--features", "ssr"];
        cargo(&[&["clippy"], &features[..], &["--all-targets", "--", "-Dwarnings"]].concat())
    }),
];

/// Checks everything, and stops at the first fault.
pub(crate) fn check() -> Result<()> {
    setup::for_build()?;
    for (what, how) in CHECKS {
        step(what, how)?;
    }
    Ok(())
}

fn cargo(arguments: &[&str]) -> Result<()> {
    run(command("cargo").args(arguments))
}

/// The core's own dependencies hold no framework, no browser and no parser.
fn core_alone() -> Result<()> {
    for refused in ["leptos", "web-sys", "js-sys", "wasm-bindgen", "regex", "serde", "toml"] {
        let arguments = ["tree", "--no-default-features", "--edges", "normal", "--prefix", "none"];
        let tree = output(command("cargo").args(arguments))?;
        let found = tree.lines().find(|line| line.split(' ').next() == Some(refused));
        if let Some(found) = found {
            bail!(
                "the core depends on {found}: take it out of what `--no-default-features` builds \
                 (cargo tree --no-default-features --edges normal --invert {refused} shows the way)"
            );
        }
    }
    Ok(())
}
