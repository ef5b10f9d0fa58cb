//! Lists the code of others that is compiled into the page, as a bill of materials in the form of
//! CycloneDX, and every published file with its hash.
//!
//! Asks Cargo for the packages. Both lists are the same for the same build, so they name no time.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use cargo_metadata::Package;
use serde::Deserialize;
use serde_json::{Value, json};
use walkdir::WalkDir;

use super::shipped_packages;
use crate::project::root;
use crate::publish::names::sha256;
use crate::publish::packed;

/// The bill within `dist/`.
const BILL: &str = "data/sbom.cdx.json";

/// The hashes within `dist/`.
const SUMS: &str = "sha256sums.txt";

/// The part of `Cargo.lock` that holds the checksums of packages.
#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    checksum: Option<String>,
}

/// Writes the bill of materials.
pub(crate) fn write_bill(folder: &Path) -> Result<()> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("reading Cargo.lock")?;
    let lock: Lock = toml::from_str(&lock).context("reading Cargo.lock")?;
    let sums: BTreeMap<(String, String), String> = lock
        .package
        .into_iter()
        .filter_map(|package| Some(((package.name, package.version), package.checksum?)))
        .collect();
    let packages = shipped_packages()?;
    let components = packages.iter().map(|package| component(package, &sums)).collect::<Vec<_>>();
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application",
            "name": "myoclonus-explorer",
            "version": env!("CARGO_PKG_VERSION"),
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": components,
    });
    let file = folder.join(BILL);
    fs::write(&file, serde_json::to_string_pretty(&bill)?)
        .with_context(|| format!("writing {}", file.display()))
}

fn component(package: &Package, sums: &BTreeMap<(String, String), String>) -> Value {
    let (name, version) = (package.name.to_string(), package.version.to_string());
    let purl = format!("pkg:cargo/{name}@{version}");
    let mut component = json!({
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "purl": purl,
    });
    if let Some(licence) = &package.license {
        // Some packages write a slash, which is no word of SPDX.
        component["licenses"] = json!([{ "expression": licence.replace('/', " OR ") }]);
    }
    if let Some(sum) = sums.get(&(name, version)) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
    }
    component
}

/// Writes the hash of every published file, in the form that `sha256sum --check` reads. Compressed
/// copies are left out: a host sends them in place of the files, and browsers unpack them.
pub(crate) fn write_sums(folder: &Path) -> Result<()> {
    let mut sums = BTreeMap::new();
    for file in WalkDir::new(folder) {
        let file = file?;
        let name = file.path().strip_prefix(folder)?.to_string_lossy().into_owned();
        if file.file_type().is_file() && name != SUMS && !packed::is_copy(&name) {
            sums.insert(name, sha256(&fs::read(file.path())?));
        }
    }
    let mut text = String::new();
    for (name, sum) in sums {
        writeln!(text, "{sum}  {name}")?;
    }
    fs::write(folder.join(SUMS), text).with_context(|| format!("writing {SUMS}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bill_names_what_is_shipped_with_its_checksum() -> Result<()> {
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("data"))?;
        write_bill(folder.path())?;
        let bill: Value = serde_json::from_slice(&fs::read(folder.path().join(BILL))?)?;
        let components = bill["components"].as_array().context("components")?;
        let named = |name: &str| components.iter().find(|it| it["name"] == name);
        let leptos = named("leptos").context("the framework is shipped")?;
        assert_eq!(leptos["hashes"][0]["content"].as_str().map(str::len), Some(64));
        assert!(leptos["licenses"][0]["expression"] == "MIT", "{leptos}");
        assert!(named("proptest").is_none(), "what only tests is not shipped");
        assert!(named("myoclonus-explorer").is_none(), "it is not a part of itself");
        for component in components {
            assert!(component["licenses"].is_array(), "{component}");
            assert!(component["hashes"].is_array(), "{component}");
        }
        Ok(())
    }

    #[test]
    fn every_file_but_the_list_and_copies_has_its_hash() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let folder = folder.path();
        fs::create_dir(folder.join("causes"))?;
        for name in ["index.html", "index.html.br", "causes/a.html", SUMS] {
            fs::write(folder.join(name), "a{}")?;
        }
        write_sums(folder)?;
        let sum = sha256(b"a{}");
        let text = fs::read_to_string(folder.join(SUMS))?;
        assert_eq!(text, format!("{sum}  causes/a.html\n{sum}  index.html\n"));
        Ok(())
    }
}
