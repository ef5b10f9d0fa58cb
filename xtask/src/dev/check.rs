//! Checks format, lints and boundaries.

use anyhow::{Result, bail};

use crate::setup;
use crate::step::{command, output, run, step};

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
    setup::for_checks()?;
    for (what, how) in CHECKS {
        step(what, how)?;
    }
    Ok(())
}

fn cargo(arguments: &[&str]) -> Result<()> {
    run(command("cargo").args(arguments))
}

/// What the core must not depend on: frameworks, browsers, parsers of data.
const REFUSED: &[&str] =
    &["leptos", "web-sys", "js-sys", "wasm-bindgen", "regex", "serde", "serde_json", "toml"];

/// The core's own dependencies hold nothing that is refused.
fn core_alone() -> Result<()> {
    let arguments = ["tree", "--no-default-features", "--edges", "normal", "--prefix", "none"];
    let tree = output(command("cargo").args(arguments))?;
    if let Some(found) = refused_in(&tree) {
        bail!(
            "the core depends on {found}: take it out of what `--no-default-features` builds \
             (cargo tree --no-default-features --edges normal --invert {found} shows the way)"
        );
    }
    Ok(())
}

/// The first refused package in what `cargo tree --prefix none` prints.
fn refused_in(tree: &str) -> Option<&str> {
    let mut packages = tree.lines().filter_map(|line| line.split(' ').next());
    packages.find(|package| REFUSED.contains(package))
}

#[cfg(test)]
mod tests {
    use super::refused_in;

    #[test]
    fn a_core_that_depends_on_leptos_is_found_out() {
        let tree = "myoclonus-explorer v0.1.0 (/explorer)\nleptos v0.8.23\nserde v1.0.229";
        assert_eq!(refused_in(tree), Some("leptos"));
    }

    #[test]
    fn a_core_that_stands_alone_passes() {
        assert_eq!(refused_in("myoclonus-explorer v0.1.0 (/explorer)"), None);
    }
}
