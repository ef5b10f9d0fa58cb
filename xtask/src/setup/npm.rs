//! Packages that npm installs, each version in a folder of its own beside Cargo's tools.
//!
//! Knows no particular package.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::cmd;

use crate::step::{shell, step};
use crate::tool;

/// Installs an npm package in exactly this version, unless it is there. Returns its folder.
pub(crate) fn package(package: &str, version: &str, why: &str) -> Result<PathBuf> {
    let folder = tool::npm_folder(package, version)?;
    if folder.is_dir() {
        return Ok(folder);
    }
    step(&format!("Install {package} {version} with npm: {why}"), || {
        // Only a complete installation gets its final name.
        let parent = folder.parent().context("the folder is in Cargo's home")?;
        fs::create_dir_all(parent).with_context(|| format!("creating {}", parent.display()))?;
        let unfinished = tempfile::Builder::new().prefix("unfinished-").tempdir_in(parent)?;
        let (name, path) = (format!("{package}@{version}"), unfinished.path());
        let shell = shell()?;
        cmd!(shell, "npm install --silent --no-save --ignore-scripts --prefix {path} {name}")
            .quiet()
            .run()
            .with_context(|| {
                let folder = folder.display();
                format!("by hand: npm install --ignore-scripts --prefix {folder} {name}")
            })?;
        fs::rename(unfinished.keep(), &folder)
            .with_context(|| format!("naming {}", folder.display()))
    })?;
    Ok(folder)
}
