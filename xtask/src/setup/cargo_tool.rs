//! Tools that Cargo installs from source, beside its own.
//!
//! Knows no particular tool.

use std::path::Path;

use anyhow::{Context, Result};
use xshell::cmd;

use crate::step::{shell, step};
use crate::tool;

/// A tool that Cargo installs from source.
pub(crate) struct CargoTool<'a> {
    /// Its name in the registry.
    pub(crate) crate_name: &'a str,
    /// Its name on the command line.
    pub(crate) command: &'a str,
    /// The version, and no other.
    pub(crate) version: &'a str,
    /// Whether it is built with the versions in its own lock file.
    pub(crate) locked: bool,
    /// What it is for.
    pub(crate) why: &'a str,
}

/// Installs the tools that are missing.
pub(crate) fn install(tools: &[CargoTool]) -> Result<()> {
    let missing: Vec<_> = tools.iter().filter(|tool| !tool.is_there()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    // Two checkouts may install at the same time, so each has a folder of its own. Both tools of
    // one run share it, and with it the packages that both need.
    let home = tool::cargo_home()?;
    let target = tempfile::Builder::new().prefix("tool-build-").tempdir_in(home)?;
    missing.iter().try_for_each(|tool| tool.install(target.path()))
}

impl CargoTool<'_> {
    /// Whether exactly this version is there.
    fn is_there(&self) -> bool {
        let text = tool::version(self.command);
        text.is_some_and(|text| text.split_whitespace().any(|word| word == self.version))
    }

    fn install(&self, target: &Path) -> Result<()> {
        let Self { crate_name, version, why, .. } = self;
        let instead = tool::version(self.command)
            .and_then(|other| other.lines().next().map(|line| format!(", replacing {line}")))
            .unwrap_or_default();
        let name = format!(
            "Install {crate_name} {version} with Cargo{instead}: {why} \
             (some minutes, once per machine)"
        );
        let locked = self.locked.then_some("--locked");
        step(&name, || {
            let (shell, home) = (shell()?, tool::cargo_home()?);
            // Outside the project, whose configuration is not for tools.
            shell.change_dir(&home);
            cmd!(shell, "cargo install {crate_name} --version {version} --force --quiet")
                .args(locked)
                .args(["--root".as_ref(), home.as_os_str()])
                .env("CARGO_TARGET_DIR", target)
                // A tool that runs a few times a day need not be fast, but it should be there soon.
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
                .quiet()
                .run()
                .with_context(|| {
                    let locked = locked.unwrap_or_default();
                    format!("by hand: cargo install {crate_name} --version {version} {locked}")
                })
        })
    }
}
