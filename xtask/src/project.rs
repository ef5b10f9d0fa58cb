//! The folders of the project.
//!
//! Knows where things are, not what is in them.

use std::path::{Path, PathBuf};

/// The project's root folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the project")
}

/// The folder of the published files.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder of the files to be published. While Trunk builds this is a folder of its own, which
/// takes the place of `dist/` at the end.
pub(crate) fn staging() -> PathBuf {
    std::env::var_os("TRUNK_STAGING_DIR").map_or_else(dist, PathBuf::from)
}
