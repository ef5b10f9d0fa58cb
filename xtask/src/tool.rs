//! The tools that the project needs but does not contain: their versions, and where they are.
//!
//! They lie beside Cargo's own, where every checkout on the machine finds them. `setup` installs
//! them.

pub(crate) mod browsers;
pub(crate) mod nginx;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::project;

/// Bundles the page. Later versions need a newer compiler.
pub(crate) const TRUNK: &str = "0.21.14";
/// The npm package with `wasm-opt`, which makes the WebAssembly smaller.
pub(crate) const BINARYEN: &str = "132.0.0";
/// The npm package with the accessibility audit.
pub(crate) const AXE_CORE: &str = "4.14.1";
/// Drives Firefox.
pub(crate) const GECKODRIVER: &str = "0.37.1";
/// The npm package with the Nu HTML checker.
pub(crate) const VNU: &str = "26.9.27";
/// The npm package that audits how the page loads. Later versions need a newer Node.
pub(crate) const LIGHTHOUSE: &str = "12.8.2";
/// The npm package that checks the types of the scripts. Later versions are a program for each
/// platform instead of a script for Node.
pub(crate) const TYPESCRIPT: &str = "6.0.3";
/// The list of npm packages of the benchmark, by its own version.
pub(crate) const BENCH: &str = "1.0.0";

/// Cargo's home. All tools are in its `bin` folder.
pub(crate) fn cargo_home() -> Result<PathBuf> {
    if let Some(home) = env::var_os("CARGO_HOME") {
        return Ok(home.into());
    }
    let home = env::var_os("HOME").context("neither CARGO_HOME nor HOME is set")?;
    Ok(Path::new(&home).join(".cargo"))
}

/// The search path for commands, with Cargo's own folder first.
pub(crate) fn path() -> OsString {
    let own = cargo_home().map(|home| home.join("bin")).into_iter();
    let inherited = env::var_os("PATH").unwrap_or_default();
    let folders = own.chain(env::split_paths(&inherited));
    env::join_paths(folders).unwrap_or(inherited)
}

/// The folder of an npm package in exactly this version.
pub(crate) fn npm_folder(package: &str, version: &str) -> Result<PathBuf> {
    Ok(cargo_home()?.join("npm-tools").join(format!("{package}-{version}")))
}

/// The path of a command, if it is on the search path.
pub(crate) fn find(command: &str) -> Option<PathBuf> {
    env::split_paths(&path()).map(|folder| folder.join(command)).find(|file| file.is_file())
}

/// The output of `command --version`, if the command is there and works.
pub(crate) fn version(command: &str) -> Option<String> {
    let output = Command::new(find(command)?).arg("--version").output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The version of `wasm-bindgen` in Cargo.lock. Its command line tool must have the same.
pub(crate) fn wasm_bindgen_version() -> Result<String> {
    #[derive(serde::Deserialize)]
    struct Lock {
        package: Vec<Package>,
    }
    #[derive(serde::Deserialize)]
    struct Package {
        name: String,
        version: String,
    }
    let file = project::root().join("Cargo.lock");
    let text = fs::read_to_string(&file).context("reading Cargo.lock")?;
    let lock: Lock = toml::from_str(&text).context("reading Cargo.lock")?;
    let found = lock.package.into_iter().find(|package| package.name == "wasm-bindgen");
    Ok(found.context("Cargo.lock names no wasm-bindgen")?.version)
}
