//! A folder in which a browser keeps what it remembers, such as its cache and its service workers.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::Instant;

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::wait::{INTERVAL, PATIENCE};

/// A new profile, removed when it is dropped.
#[derive(Debug)]
pub struct Profile {
    folder: TempDir,
}

impl Profile {
    /// Creates an empty profile.
    pub fn new() -> Result<Self> {
        Ok(Self { folder: TempDir::new().context("creating a folder for a profile")? })
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // A browser may still write after its session has ended, so removing its folder can fail.
        // The folder's own drop would give up then.
        let start = Instant::now();
        while fs::remove_dir_all(self.folder()).is_err()
            && self.folder().exists()
            && start.elapsed() < PATIENCE
        {
            sleep(INTERVAL);
        }
    }
}
