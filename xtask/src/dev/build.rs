//! Builds the explorer for publication, into `dist/`.
//!
//! Trunk does the work. This adds the build's name, and keeps paths of the building machine out of
//! the published files.

use std::fs;
use std::time::SystemTime;

use anyhow::{Result, ensure};
use walkdir::WalkDir;
use xshell::{Cmd, Shell, cmd};

use super::{size, stale};
use crate::publish::names;
use crate::publish::pages::site::{SITE_URL, ensure_folder};
use crate::step::{shell, step};
use crate::{project, setup, tool};

/// The environment variable with the build's name, which every page shows.
pub(crate) const BUILD_ID: &str = "MYOCLONUS_BUILD_ID";

/// Builds, for an address if there is one, and checks the sizes unless any will do.
pub(crate) fn build(site_url: Option<&str>, any_size: bool) -> Result<()> {
    site_url.map_or(Ok(()), ensure_folder)?;
    setup::for_build()?;
    step("Build dist/ (release, optimised by wasm-opt)", || publish(site_url))?;
    if any_size { Ok(()) } else { size::size() }
}

/// Builds `dist/` for no address in particular, unless it is up to date.
pub(crate) fn renew() -> Result<()> {
    match stale::reason(project::root(), &built_as(None)?)? {
        Some(reason) => {
            println!("dist/ is not up to date: {reason}");
            setup::for_build()?;
            publish(None)
        }
        None => {
            println!("dist/ is up to date");
            Ok(())
        }
    }
}

/// What a build is built as: its name, its address, and the compiler.
fn built_as(site_url: Option<&str>) -> Result<String> {
    let shell = shell()?;
    let compiler = cmd!(shell, "rustc --version").quiet().read()?;
    let address = site_url.unwrap_or("any address");
    Ok(format!("{}, for {address}, by {compiler}", build_id()?))
}

/// Builds `dist/`.
fn publish(site_url: Option<&str>) -> Result<()> {
    let (began, built_as) = (SystemTime::now(), built_as(site_url)?);
    let shell = shell()?;
    let trunk = trunk(&shell, "build", true)?.arg("--log=warn");
    match site_url {
        Some(address) => trunk.env(SITE_URL, address),
        None => trunk.env_remove(SITE_URL),
    }
    .run()?;
    names::ensure_true(&project::dist())?;
    no_machine_paths(&shell)?;
    stale::note(project::root(), &built_as, began)
}

/// One of Trunk's commands, for a release or a development build.
pub(crate) fn trunk<'a>(shell: &'a Shell, command: &str, release: bool) -> Result<Cmd<'a>> {
    // Trunk itself runs offline, so that it downloads no tools of its own.
    cmd!(shell, "cargo fetch --locked --quiet").quiet().run()?;
    // Trunk reads NO_COLOR as a flag of its own and refuses values other than true and false.
    let trunk = cmd!(shell, "trunk {command} --offline").quiet().env_remove("NO_COLOR");
    if !release {
        return Ok(trunk);
    }
    // Panic messages name source files. The same build on another machine must have the same bytes
    // and must not reveal where it was made.
    let paths = machine_paths(shell)?;
    let flags = paths.iter().map(|(path, name)| format!("--remap-path-prefix={path}={name}"));
    // Flags given here replace those in `.cargo/config.toml`, which gives the reason for this one.
    let flags = flags.chain(["--cfg=erase_components".to_owned()]).collect::<Vec<_>>();
    Ok(trunk
        .arg("--release")
        .env(BUILD_ID, build_id()?)
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")))
}

/// The folders of this machine that source files are compiled from, each with a name for it. If
/// several match, the compiler takes the last.
fn machine_paths(shell: &Shell) -> Result<Vec<(String, &'static str)>> {
    let cargo = tool::cargo_home()?;
    let mut paths = vec![
        (project::root().display().to_string(), "explorer"),
        (cargo.display().to_string(), "cargo"),
        (cmd!(shell, "rustc --print sysroot").quiet().read()?, "rust"),
    ];
    // One folder for each registry, named after it.
    for registry in fs::read_dir(cargo.join("registry/src")).into_iter().flatten() {
        paths.push((registry?.path().display().to_string(), "crates"));
    }
    Ok(paths)
}

/// Fails if a published file names a folder of this machine.
fn no_machine_paths(shell: &Shell) -> Result<()> {
    let paths = machine_paths(shell)?;
    for file in WalkDir::new(project::dist()) {
        let file = file?;
        if !file.file_type().is_file() {
            continue;
        }
        let bytes = fs::read(file.path())?;
        for (path, _) in &paths {
            let found = bytes.windows(path.len()).any(|window| window == path.as_bytes());
            ensure!(!found, "{} names {path}, a folder of this machine", file.path().display());
        }
    }
    Ok(())
}

/// The commit, marked if the checkout differs from it; `unknown` outside git.
pub(crate) fn build_id() -> Result<String> {
    let shell = shell()?;
    let describe = cmd!(shell, "git describe --always --dirty --abbrev=10 --exclude=*");
    Ok(describe.quiet().ignore_stderr().read().unwrap_or_else(|_| "unknown".to_owned()))
}
