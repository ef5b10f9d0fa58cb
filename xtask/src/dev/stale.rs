//! Whether `dist/` is older than what it is built from.
//!
//! Compares times of files. Does not know what is built, nor how.

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

/// Why the published files must be built again; `None` if they are there and up to date.
pub(crate) fn reason(root: &Path) -> Result<Option<String>> {
    let Ok(built) = root.join(BUILT).metadata() else {
        return Ok(Some(format!("{BUILT} is missing")));
    };
    let built = built.modified().context("the system keeps no times of files")?;
    for source in SOURCES {
        if let Some(newer) = newer(root, &root.join(source), built)? {
            return Ok(Some(format!("{newer} is newer than {BUILT}")));
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
    use std::fs::{self, File};
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_build_is_stale_once_a_source_is_newer() -> Result<()> {
        let root = tempfile::tempdir()?;
        let path = |name: &str| root.path().join(name);
        for folder in SOURCES.iter().filter(|source| !source.contains('.')) {
            fs::create_dir_all(path(folder))?;
        }
        for file in SOURCES.iter().filter(|source| source.contains('.')) {
            fs::write(path(file), "")?;
        }
        fs::write(path("src/lib.rs"), "")?;
        assert_eq!(reason(root.path())?, Some(format!("{BUILT} is missing")));

        fs::create_dir(path("dist"))?;
        fs::write(path(BUILT), "")?;
        let later = SystemTime::now() + Duration::from_secs(60);
        File::options().write(true).open(path(BUILT))?.set_modified(later)?;
        assert_eq!(reason(root.path())?, None);

        let even_later = later + Duration::from_secs(60);
        File::options().write(true).open(path("src/lib.rs"))?.set_modified(even_later)?;
        assert_eq!(reason(root.path())?, Some(format!("src/lib.rs is newer than {BUILT}")));
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
