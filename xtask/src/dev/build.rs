//! Builds what is published into `dist/`.
//!
//! Trunk does the work; this adds the build's name, and sees to it that no path of the machine
//! that built it is published.

use std::fs;
use std::process::Command;

use anyhow::{Result, ensure};

use super::size;
use crate::publish::names;
use crate::publish::site::{SITE_URL, ensure_folder};
use crate::step::{self, command, run, step};
use crate::{project, setup, tool};

/// The environment variable that names the build; shown on every page.
pub(crate) const BUILD_ID: &str = "MYOCLONUS_BUILD_ID";

/// Builds, for this address if there is one, and tells the sizes.
pub(crate) fn build(site_url: Option<&str>) -> Result<()> {
    site_url.map_or(Ok(()), ensure_folder)?;
    setup::for_build()?;
    step("Build dist/ (release, optimised by wasm-opt)", || publish(site_url))?;
    size::size()
}

/// Builds `dist/`.
pub(crate) fn publish(site_url: Option<&str>) -> Result<()> {
    let mut trunk = trunk("build", true)?;
    trunk.args(["--offline", "--log=warn"]);
    match site_url {
        Some(address) => trunk.env(SITE_URL, address),
        None => trunk.env_remove(SITE_URL),
    };
    run(&mut trunk)?;
    names::hold_true(&project::dist())?;
    no_machine_paths()
}

/// Trunk with one of its commands, for a release or a development build.
pub(crate) fn trunk(trunk_command: &str, release: bool) -> Result<Command> {
    // Trunk itself works without a network, so that it asks nobody for tools of its own.
    run(command("cargo").args(["fetch", "--locked", "--quiet"]))?;
    let mut trunk = command("trunk");
    trunk.arg(trunk_command);
    if release {
        trunk.arg("--release").env(BUILD_ID, build_id());
        // Messages of panics name source files; the same build on another machine must be the
        // same, and nobody need know where it was made.
        let places = machine_paths()?;
        let flags = places.iter().map(|(path, name)| format!("--remap-path-prefix={path}={name}"));
        // Flags given here take the place of those in `.cargo/config.toml`, which says why.
        let flags = flags.chain(["--cfg=erase_components".to_owned()]);
        trunk.env("CARGO_ENCODED_RUSTFLAGS", flags.collect::<Vec<_>>().join("\u{1f}"));
    }
    // Trunk takes NO_COLOR for a flag of its own and refuses values other than true and false.
    trunk.env_remove("NO_COLOR");
    Ok(trunk)
}

/// The folders of this machine that source files are compiled from, and what to call them. Where
/// several fit, the compiler takes the last.
fn machine_paths() -> Result<Vec<(String, &'static str)>> {
    let sysroot = step::output(command("rustc").args(["--print", "sysroot"]))?;
    let cargo = tool::cargo_home()?;
    let mut paths = vec![
        (project::root().display().to_string(), "explorer"),
        (cargo.display().to_string(), "cargo"),
        (sysroot.trim().to_owned(), "rust"),
    ];
    // One folder for each registry, named after it.
    for registry in fs::read_dir(cargo.join("registry/src")).into_iter().flatten() {
        paths.push((registry?.path().display().to_string(), "crates"));
    }
    Ok(paths)
}

/// Fails if a published file names a folder of this machine.
fn no_machine_paths() -> Result<()> {
    let paths = machine_paths()?;
    let mut open: Vec<_> = fs::read_dir(project::dist())?.collect();
    while let Some(file) = open.pop() {
        let file = file?.path();
        if file.is_dir() {
            open.extend(fs::read_dir(file)?);
            continue;
        }
        let bytes = fs::read(&file)?;
        for (path, _) in &paths {
            let found = bytes.windows(path.len()).any(|window| window == path.as_bytes());
            ensure!(!found, "{} names {path}, a folder of this machine", file.display());
        }
    }
    Ok(())
}

/// The commit, with a mark if the checkout differs from it; `unknown` outside of git.
pub(crate) fn build_id() -> String {
    let arguments = ["describe", "--always", "--dirty", "--abbrev=10", "--exclude=*"];
    step::output(command("git").args(arguments))
        .map_or_else(|_| "unknown".to_owned(), |id| id.trim().to_owned())
}
