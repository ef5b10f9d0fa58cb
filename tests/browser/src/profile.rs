//! A folder in which a browser keeps what it remembers, such as its cache and its service workers.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result};

/// A new profile in the system's folder for temporary files, removed when it is dropped.
#[derive(Debug)]
pub struct Profile {
    folder: PathBuf,
}

/// Numbers the profiles of one run.
static MADE: AtomicU32 = AtomicU32::new(0);

impl Profile {
    /// Makes an empty profile.
    pub fn new() -> Result<Self> {
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("explorer-test-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        // One of an earlier run, whose process had the same number, would be no new one.
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir(&folder).with_context(|| format!("making {}", folder.display()))?;
        Ok(Self { folder })
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // A browser still writes for a moment after it has said that it ended. What remains then
        // lies in the system's folder for such files.
        for _ in 0..40 {
            if std::fs::remove_dir_all(&self.folder).is_ok() {
                break;
            }
            sleep(Duration::from_millis(50));
        }
    }
}
