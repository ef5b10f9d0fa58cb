//! Builds what is published into `dist/`.
//!
//! Trunk does the work; this adds the build's name and the notices of others' code.

use std::process::Command;

use anyhow::Result;

use super::step::{self, command, run, step};
use super::{notices, setup, size};

/// The environment variable that names the build; shown on every page.
const BUILD_ID: &str = "MYOCLONUS_BUILD_ID";

/// Builds, and tells the sizes.
pub(crate) fn build() -> Result<()> {
    setup::for_build()?;
    step("Build dist/ (release, optimised by wasm-opt)", publish)?;
    size::size()
}

/// Builds `dist/`.
pub(crate) fn publish() -> Result<()> {
    run(trunk("build", true).args(["--offline", "--log=warn"]))?;
    notices::write(&step::dist())
}

/// Trunk with one of its commands, for a release or a development build.
pub(crate) fn trunk(trunk_command: &str, release: bool) -> Command {
    let mut trunk = command("trunk");
    trunk.arg(trunk_command);
    if release {
        trunk.arg("--release").env(BUILD_ID, build_id());
    }
    // Trunk takes NO_COLOR for a flag of its own and refuses values other than true and false.
    trunk.env_remove("NO_COLOR");
    trunk
}

/// The commit, with a mark if the checkout differs from it; `unknown` outside of git.
fn build_id() -> String {
    let arguments = ["describe", "--always", "--dirty", "--abbrev=10", "--exclude=*"];
    step::output(command("git").args(arguments))
        .map_or_else(|_| "unknown".to_owned(), |id| id.trim().to_owned())
}
