//! Packages that npm installs, each version in a folder of its own beside Cargo's tools.
//!
//! What a package needs is fixed with its hashes by the lock file in `xtask/npm/`. Knows no
//! particular package.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::cmd;

use crate::project::root;
use crate::step::{shell, step};
use crate::tool;

/// What npm installs from.
const LOCKED: [&str; 2] = ["package.json", "package-lock.json"];

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
        let (path, locked) = (unfinished.path(), root().join("xtask/npm").join(package));
        for file in LOCKED {
            fs::copy(locked.join(file), path.join(file))
                .with_context(|| format!("copying {file} from {}", locked.display()))?;
        }
        let shell = shell()?;
        cmd!(shell, "npm ci --silent --ignore-scripts --prefix {path}")
            .quiet()
            .run()
            .with_context(|| {
                let (folder, locked) = (folder.display(), locked.display());
                format!("by hand: copy {locked} to {folder}, then npm ci --ignore-scripts there")
            })?;
        fs::rename(unfinished.keep(), &folder)
            .with_context(|| format!("naming {}", folder.display()))
    })?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::tool::{AXE_CORE, BENCH, BINARYEN, LIGHTHOUSE, TYPESCRIPT, VNU};

    #[test]
    fn every_tool_is_locked_in_its_version_and_with_hashes() -> Result<()> {
        for (package, version) in [
            ("axe-core", AXE_CORE),
            ("bench", BENCH),
            ("binaryen", BINARYEN),
            ("lighthouse", LIGHTHOUSE),
            ("typescript", TYPESCRIPT),
            ("vnu-jar", VNU),
        ] {
            let file = root().join("xtask/npm").join(package).join("package-lock.json");
            let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
            let lock: Value = serde_json::from_str(&text)?;
            let packages = lock["packages"].as_object().context("packages")?;
            // A list of packages has a version of its own.
            let own = packages.get(&format!("node_modules/{package}")).unwrap_or(&packages[""]);
            assert_eq!(own["version"], version, "{package}: make the lock file again");
            for (name, locked) in packages.iter().filter(|(name, _)| !name.is_empty()) {
                assert!(locked["integrity"].is_string(), "{package}: {name} has no hash");
            }
        }
        Ok(())
    }
}
