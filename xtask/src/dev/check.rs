//! Checks format, lints and boundaries.

mod dependencies;

use anyhow::{Result, bail};
use xshell::cmd;

use crate::setup;
use crate::step::{shell, step};

/// One check: its name, and how to run it.
pub(crate) type Check = (&'static str, fn() -> Result<()>);

/// All checks, cheap ones first.
pub(crate) const CHECKS: &[Check] = &[
    ("Check the format", || cargo("fmt --all --check")),
    ("Check that the core depends on no framework", core_alone),
    ("Check the licences and sources of dependencies", dependencies::check),
    ("Lint the core", || cargo("clippy --no-default-features --all-targets -- -Dwarnings")),
    ("Lint the commands, the browser tests and the benchmarks", || {
        cargo("clippy -p xtask -p browser-tests -p instructions --all-targets -- -Dwarnings")
    }),
    ("Lint the page as it runs in a browser", || {
        cargo("clippy --target wasm32-unknown-unknown -- -Dwarnings")
    }),
    ("Lint the page as it is printed", || {
        cargo("clippy --no-default-features --features ssr --all-targets -- -Dwarnings")
    }),
];

/// Runs all checks, and stops at the first that fails.
pub(crate) fn check() -> Result<()> {
    setup::for_checks()?;
    for (name, run) in CHECKS {
        step(name, run)?;
    }
    Ok(())
}

/// Runs Cargo with arguments that have no spaces in them.
fn cargo(arguments: &str) -> Result<()> {
    let shell = shell()?;
    Ok(cmd!(shell, "cargo").args(arguments.split(' ')).quiet().run()?)
}

/// What the core must not depend on: frameworks, browsers, parsers of data. It reads JSON, because
/// patients come as JSON.
const REFUSED: &[&str] = &["leptos", "web-sys", "js-sys", "wasm-bindgen", "regex", "toml"];

/// Fails if the core depends on anything in [`REFUSED`].
fn core_alone() -> Result<()> {
    let shell = shell()?;
    let tree = cmd!(shell, "cargo tree --no-default-features --edges normal --prefix none");
    let tree = tree.quiet().read()?;
    if let Some(found) = refused_in(&tree) {
        bail!(
            "the core depends on {found}: take it out of what `--no-default-features` builds \
             (cargo tree --no-default-features --edges normal --invert {found} shows what needs it)"
        );
    }
    Ok(())
}

/// The first refused package in the output of `cargo tree --prefix none`.
fn refused_in(tree: &str) -> Option<&str> {
    let mut packages = tree.lines().filter_map(|line| line.split(' ').next());
    packages.find(|package| REFUSED.contains(package))
}

#[cfg(test)]
mod tests {
    use super::refused_in;

    #[test]
    fn a_core_that_depends_on_leptos_is_refused() {
        let tree = "myoclonus-explorer v0.1.0 (/explorer)\nleptos v0.8.23\nserde v1.0.229";
        assert_eq!(refused_in(tree), Some("leptos"));
    }

    #[test]
    fn a_core_that_stands_alone_passes() {
        assert_eq!(refused_in("myoclonus-explorer v0.1.0 (/explorer)"), None);
    }
}
