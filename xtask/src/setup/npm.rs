//! Packages that npm installs, each version in a folder of its own beside Cargo's tools.
//!
//! Knows no particular package.

use std::path::PathBuf;
use std::{fs, process};

use anyhow::{Context, Result};

use crate::step::{command, run, step};
use crate::tool;

/// An npm package of this very version in a folder of its own. Returns the folder.
pub(crate) fn package(package: &str, version: &str, why: &str) -> Result<PathBuf> {
    let folder = tool::npm_folder(package, version)?;
    if folder.is_dir() {
        return Ok(folder);
    }
    step(&format!("Install {package} {version} with npm: {why}"), || {
        // Only a whole installation gets the name under which it is looked for.
        let half = tool::npm_folder(package, &format!("half-{}", process::id()))?;
        fs::create_dir_all(&half)?;
        let name = format!("{package}@{version}");
        let mut install = command("npm");
        install.args(["install", "--silent", "--no-save", "--ignore-scripts", "--prefix"]);
        run(install.arg(&half).arg(&name)).with_context(|| {
            format!("by hand: npm install --ignore-scripts --prefix {} {name}", folder.display())
        })?;
        fs::rename(&half, &folder).with_context(|| format!("naming {}", folder.display()))
    })?;
    Ok(folder)
}
