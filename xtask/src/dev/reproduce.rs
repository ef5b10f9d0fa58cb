//! Checks that a build can be reproduced: the last commit, built in two new folders with different
//! names, gives the same bytes.
//!
//! Takes as long as two builds from nothing, so the tests do not run it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use walkdir::WalkDir;
use xshell::cmd;

use crate::project::root;
use crate::publish::names::sha256;
use crate::setup;
use crate::step::{shell, step};

/// The names of the folders. One is longer, so paths in the files would differ in length too.
const FOLDERS: [&str; 2] = ["a", "another-folder"];

/// The command that builds. Whether the files are small enough says nothing about their bytes.
const BUILD: [&str; 2] = ["build", "--any-size"];

/// Builds twice, and compares every file.
pub(crate) fn reproduce() -> Result<()> {
    setup::for_build()?;
    let place = tempfile::tempdir().context("creating a folder for the clones")?;
    let mut builds = Vec::new();
    for name in FOLDERS {
        let folder = place.path().join(name);
        step(&format!("Build the last commit in {}", folder.display()), || build(&folder))?;
        builds.push(hashes(&folder.join("dist"))?);
        // Two targets need more room than many machines have.
        fs::remove_dir_all(&folder)?;
    }
    let differ = different(&builds[0], &builds[1]);
    ensure!(differ.is_empty(), "{} files differ: {}", differ.len(), differ.join(", "));
    println!("{} files, and every byte is the same", builds[0].len());
    Ok(())
}

/// Clones the last commit into a folder, and builds it there from nothing.
fn build(folder: &Path) -> Result<()> {
    let (shell, root) = (shell()?, root());
    cmd!(shell, "git clone --quiet --no-hardlinks {root} {folder}").quiet().run()?;
    shell.change_dir(folder);
    // A target that clones share would hide what depends on the folder.
    let build = cmd!(shell, "cargo xtask").args(BUILD).env_remove("CARGO_TARGET_DIR");
    Ok(build.quiet().run()?)
}

/// The hash of every file in a folder, by its path.
fn hashes(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut hashes = BTreeMap::new();
    for file in WalkDir::new(folder) {
        let file = file?;
        if file.file_type().is_file() {
            let path = file.path().strip_prefix(folder)?.display().to_string();
            hashes.insert(path, sha256(&fs::read(file.path())?));
        }
    }
    Ok(hashes)
}

/// The files that are missing on one side or not the same.
fn different<'a>(
    one: &'a BTreeMap<String, String>,
    other: &'a BTreeMap<String, String>,
) -> Vec<&'a str> {
    let of_one = one.iter().filter(|(path, hash)| other.get(*path) != Some(hash));
    let of_other = other.iter().filter(|(path, _)| !one.contains_key(*path));
    of_one.chain(of_other).map(|(path, _)| path.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Xtask, XtaskCmd};

    #[test]
    fn a_file_over_its_budget_does_not_keep_two_builds_from_being_compared() {
        let command = Xtask::from_vec(BUILD.map(Into::into).to_vec()).expect("it is understood");
        let XtaskCmd::Build(build) = command.subcommand else { panic!("it builds") };
        assert!(build.any_size);
    }

    #[test]
    fn every_changed_missing_or_new_file_is_named() -> Result<()> {
        let (one, other) = (tempfile::tempdir()?, tempfile::tempdir()?);
        for (folder, files) in [
            (&one, [("same", "1"), ("changed", "1"), ("gone", "1")]),
            (&other, [("same", "1"), ("changed", "2"), ("new", "1")]),
        ] {
            for (name, text) in files {
                fs::write(folder.path().join(name), text)?;
            }
        }
        let (one, other) = (hashes(one.path())?, hashes(other.path())?);
        assert_eq!(different(&one, &other), ["changed", "gone", "new"]);
        assert!(different(&one, &one).is_empty());
        Ok(())
    }
}
