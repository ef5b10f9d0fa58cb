//! Whether `dist/` is older than what it is built from, or was built as something else.
//!
//! Compares times of files and what the last build noted. Does not know what is built, nor how.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result};
use walkdir::WalkDir;

/// What `dist/` is built from, in the project's root.
const SOURCES: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "boot.js",
    "build",
    "build.rs",
    "data",
    "hosting",
    "index.html",
    "offline.js",
    "src",
    "style",
    "sw.js",
    "xtask/src/publish",
];

/// The last file that a build writes or changes.
const BUILT: &str = "dist/index.html.br";

/// Where a finished build notes what it was built as.
const NOTE: &str = "target/built-as.txt";

/// Notes what `dist/` was built as, in one line. Call it when the build has finished. Notes nothing
/// if a source has changed since the build began: the build may or may not have that change.
pub(crate) fn note(root: &Path, built_as: &str, began: SystemTime) -> Result<()> {
    match newer_source(root, began)? {
        Some(_) => Ok(()),
        None => fs::write(root.join(NOTE), built_as).with_context(|| format!("writing {NOTE}")),
    }
}

/// Why the published files must be built again; `None` if they are there, up to date, and built as
/// this.
pub(crate) fn reason(root: &Path, built_as: &str) -> Result<Option<String>> {
    let Ok(built) = root.join(BUILT).metadata() else {
        return Ok(Some(format!("{BUILT} is missing")));
    };
    let built = built.modified().context("the system keeps no times of files")?;
    let note = root.join(NOTE);
    // A build by Trunk alone notes nothing.
    match note.metadata() {
        Ok(noted) if noted.modified()? >= built => {}
        _ => return Ok(Some(format!("{NOTE} does not say what it was built as"))),
    }
    let noted = fs::read_to_string(&note).with_context(|| format!("reading {NOTE}"))?;
    if noted != built_as {
        return Ok(Some(format!("it was built as {noted}, not as {built_as}")));
    }
    Ok(newer_source(root, built)?.map(|newer| format!("{newer} is newer than {BUILT}")))
}

/// The first source that was changed after this time.
fn newer_source(root: &Path, time: SystemTime) -> Result<Option<String>> {
    for source in SOURCES {
        if let Some(newer) = newer(root, &root.join(source), time)? {
            return Ok(Some(newer));
        }
    }
    Ok(None)
}

/// The first file or folder, at or below a path, that was changed after this time. A folder changes
/// when something is added to it or removed.
fn newer(root: &Path, path: &Path, time: SystemTime) -> Result<Option<String>> {
    for entry in WalkDir::new(path).sort_by_file_name() {
        let entry = entry?;
        if entry.metadata()?.modified()? > time {
            let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
            return Ok(Some(path.display().to_string()));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::time::Duration;

    use tempfile::TempDir;

    use super::*;

    /// What the builds of the tests are built as.
    const AS: &str = "commit 0123456789";

    /// A project with every source, and `dist/` built from them a minute from now.
    fn built() -> Result<(TempDir, SystemTime)> {
        let root = tempfile::tempdir()?;
        let path = |name: &str| root.path().join(name);
        for folder in SOURCES.iter().filter(|source| !source.contains('.')) {
            fs::create_dir_all(path(folder))?;
        }
        for file in SOURCES.iter().filter(|source| source.contains('.')) {
            fs::write(path(file), "")?;
        }
        fs::write(path("src/lib.rs"), "")?;
        for folder in ["dist", "target"] {
            fs::create_dir(path(folder))?;
        }
        fs::write(path(BUILT), "")?;
        note(root.path(), AS, SystemTime::now())?;
        let later = SystemTime::now() + Duration::from_secs(60);
        for file in [BUILT, NOTE] {
            touch(&path(file), later)?;
        }
        Ok((root, later))
    }

    /// Says that a file was changed at this time.
    fn touch(file: &Path, time: SystemTime) -> Result<()> {
        Ok(File::options().write(true).open(file)?.set_modified(time)?)
    }

    #[test]
    fn a_build_is_stale_once_a_source_is_newer() -> Result<()> {
        let (root, built) = built()?;
        assert_eq!(reason(root.path(), AS)?, None);
        touch(&root.path().join("src/lib.rs"), built + Duration::from_secs(60))?;
        assert_eq!(reason(root.path(), AS)?, Some(format!("src/lib.rs is newer than {BUILT}")));
        Ok(())
    }

    #[test]
    fn a_build_that_is_not_there_is_stale() -> Result<()> {
        let (root, _) = built()?;
        fs::remove_file(root.path().join(BUILT))?;
        assert_eq!(reason(root.path(), AS)?, Some(format!("{BUILT} is missing")));
        Ok(())
    }

    #[test]
    fn a_build_of_another_commit_is_stale() -> Result<()> {
        let (root, _) = built()?;
        let stale = reason(root.path(), "commit 9876543210")?;
        assert_eq!(stale, Some(format!("it was built as {AS}, not as commit 9876543210")));
        Ok(())
    }

    #[test]
    fn a_build_is_stale_if_a_source_was_changed_meanwhile() -> Result<()> {
        let (root, _) = built()?;
        fs::remove_file(root.path().join(NOTE))?;
        let began = SystemTime::now();
        touch(&root.path().join("sw.js"), began + Duration::from_secs(1))?;
        note(root.path(), AS, began)?;
        let unknown = Some(format!("{NOTE} does not say what it was built as"));
        assert_eq!(reason(root.path(), AS)?, unknown);
        Ok(())
    }

    #[test]
    fn a_build_without_a_note_is_stale() -> Result<()> {
        let (root, built) = built()?;
        let unknown = Some(format!("{NOTE} does not say what it was built as"));
        touch(&root.path().join(BUILT), built + Duration::from_secs(1))?;
        assert_eq!(reason(root.path(), AS)?, unknown, "the note is of a build before");
        fs::remove_file(root.path().join(NOTE))?;
        assert_eq!(reason(root.path(), AS)?, unknown);
        Ok(())
    }

    #[test]
    fn every_source_is_a_file_or_folder_of_the_project() {
        let root = crate::project::root();
        for source in SOURCES {
            assert!(root.join(source).exists(), "{source}");
        }
    }
}
