//! Packages that pip installs into an environment of their own, beside Cargo's tools.
//!
//! What is installed is fixed with its hashes by a lock file in `xtask/python/`. Knows no
//! particular package.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use xshell::cmd;

use crate::project::root;
use crate::step::{shell, step};
use crate::tool;

/// The oldest Python that the locked packages run on.
const PYTHON: (u32, u32) = (3, 11);

/// Whether a Python is there that is new enough and can make environments.
pub(crate) fn can_install() -> bool {
    let (major, minor) = PYTHON;
    let test =
        format!("import ensurepip, sys, venv; sys.exit(sys.version_info < ({major}, {minor}))");
    let shell = shell().ok();
    shell
        .is_some_and(|shell| cmd!(shell, "python3 -c {test}").quiet().ignore_stderr().run().is_ok())
}

/// Installs the packages of `xtask/python/<name>.txt`, unless they are there. Returns the Python
/// that finds them.
pub(crate) fn packages(name: &str, why: &str) -> Result<PathBuf> {
    let lock = root().join("xtask/python").join(format!("{name}.txt"));
    let locked = fs::read(&lock).with_context(|| lock.display().to_string())?;
    // Other packages, or other versions, are another environment.
    let hash: String =
        Sha256::digest(&locked).iter().take(6).map(|it| format!("{it:02x}")).collect();
    let folder = tool::cargo_home()?.join("python-tools").join(format!("{name}-{hash}"));
    let python = "bin/python";
    if folder.is_dir() {
        return Ok(folder.join(python));
    }
    step(&format!("Install the packages of {name} with pip: {why}"), || {
        // Only a complete installation gets its final name. Nothing in it knows its place but the
        // commands in `bin`, which are not used.
        let parent = folder.parent().context("the folder is in Cargo's home")?;
        fs::create_dir_all(parent).with_context(|| format!("creating {}", parent.display()))?;
        let unfinished = tempfile::Builder::new().prefix("unfinished-").tempdir_in(parent)?;
        let (path, shell) = (unfinished.path(), shell()?);
        let by_hand = || {
            let (folder, lock) = (folder.display(), lock.display());
            format!(
                "by hand: python3 -m venv {folder}, then {folder}/{python} -m pip install \
                 --require-hashes -r {lock}"
            )
        };
        cmd!(shell, "python3 -m venv {path}").quiet().run().with_context(by_hand)?;
        let installed = path.join(python);
        cmd!(shell, "{installed} -m pip install --quiet --disable-pip-version-check")
            .args(["--require-hashes", "--only-binary=:all:", "--requirement"])
            .arg(&lock)
            .quiet()
            .run()
            .with_context(by_hand)?;
        fs::rename(unfinished.keep(), &folder)
            .with_context(|| format!("naming {}", folder.display()))
    })?;
    Ok(folder.join(python))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_is_locked_in_one_version_with_hashes() -> Result<()> {
        for entry in fs::read_dir(root().join("xtask/python"))? {
            let path = entry?.path();
            if path.extension().is_none_or(|ending| ending != "txt") {
                continue;
            }
            let text = fs::read_to_string(&path)?;
            let joined = text.replace("\\\n", "");
            let packages: Vec<_> =
                joined.lines().filter(|line| line.starts_with(char::is_alphanumeric)).collect();
            assert!(!packages.is_empty(), "{}", path.display());
            for package in packages {
                assert!(package.contains("=="), "{}: {package}", path.display());
                assert!(package.contains("--hash=sha256:"), "{}: {package}", path.display());
            }
            // What is asked for is what is locked.
            for wanted in fs::read_to_string(path.with_extension("in"))?.lines() {
                let locked = wanted.starts_with('#') || joined.contains(&format!("{wanted} "));
                assert!(locked, "{}: {wanted} is not locked: make it again", path.display());
            }
        }
        Ok(())
    }
}
