//! Tools that Cargo installs from source, beside its own.
//!
//! Knows no particular tool.

use std::path::Path;
use std::{fs, process};

use anyhow::{Context, Result};

use crate::step::{command, run, step};
use crate::tool;

/// A tool that Cargo installs from source.
pub(crate) struct CargoTool<'a> {
    /// What it is called in the registry.
    pub(crate) crate_name: &'a str,
    /// What it is called on the command line.
    pub(crate) command: &'a str,
    /// The version, and no other.
    pub(crate) version: &'a str,
    /// Whether it is built with the versions that its own lock file names.
    pub(crate) locked: bool,
    /// What it is for.
    pub(crate) why: &'a str,
}

/// Installs those that are not there.
pub(crate) fn install(tools: &[CargoTool]) -> Result<()> {
    let missing: Vec<_> = tools.iter().filter(|tool| !tool.is_there()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    // Two checkouts may install at the same time, each into a folder of its own.
    let target = tool::cargo_home()?.join(format!("tool-build-{}", process::id()));
    let installed = missing.iter().try_for_each(|tool| tool.install(&target));
    // What tools were built from is of no more use; what cannot be removed does no harm.
    let _ = fs::remove_dir_all(&target);
    installed
}

impl CargoTool<'_> {
    /// Whether this very version is there.
    fn is_there(&self) -> bool {
        let told = tool::version(self.command);
        told.is_some_and(|told| told.split_whitespace().any(|word| word == self.version))
    }

    fn install(&self, target: &Path) -> Result<()> {
        let Self { crate_name, version, why, .. } = self;
        let instead = tool::version(self.command)
            .and_then(|other| other.lines().next().map(|line| format!(", in place of {line}")))
            .unwrap_or_default();
        let what = format!(
            "Install {crate_name} {version} with Cargo{instead}: {why} \
             (some minutes, once per machine)"
        );
        let locked = if self.locked { " --locked" } else { "" };
        step(&what, || {
            let mut install = command("cargo");
            install
                .args(["install", crate_name, "--version", version, "--force", "--quiet", "--root"])
                .arg(tool::cargo_home()?)
                .current_dir(tool::cargo_home()?)
                .env("CARGO_TARGET_DIR", target)
                // A tool that is used a few times a day need not be fast, but soon be there.
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
            if self.locked {
                install.arg("--locked");
            }
            run(&mut install).with_context(|| {
                format!("by hand: cargo install {crate_name} --version {version}{locked}")
            })
        })
    }
}
