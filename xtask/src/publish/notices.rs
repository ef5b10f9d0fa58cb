//! Collects the licences of everybody's code that is compiled into the page.
//!
//! Asks Cargo which packages these are; the texts come from the packages themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::project::staging;
use crate::step::{command, output};

/// The file's name within `dist/`.
const FILE: &str = "third-party-notices.txt";

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    manifest_path: String,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Resolve {
    root: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// Absent for an ordinary dependency; `build` or `dev` otherwise.
    kind: Option<String>,
}

/// Writes the notices beside the page that Trunk has just built, or, called by hand, into `dist/`.
pub(crate) fn notices() -> Result<()> {
    let folder = staging();
    let arguments = ["metadata", "--format-version=1", "--filter-platform=wasm32-unknown-unknown"];
    let metadata: Metadata = serde_json::from_str(&output(command("cargo").args(arguments))?)
        .context("reading what cargo metadata says")?;
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(FILE), text(&metadata)?).context(FILE)
}

fn text(metadata: &Metadata) -> Result<String> {
    let packages: BTreeMap<&str, &Package> =
        metadata.packages.iter().map(|package| (package.id.as_str(), package)).collect();
    let mut shipped: Vec<&Package> = shipped(metadata, &packages)
        .into_iter()
        .filter_map(|id| packages.get(id).copied())
        .collect();
    shipped.sort_by_key(|package| (&package.name, &package.version));
    // Many packages carry the same text; each text is printed once, below all who carry it.
    let mut carriers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    carriers.insert(
        "The Rust standard library is under MIT or Apache-2.0, with parts under other licences; \
         their texts come with every Rust toolchain and stand at \
         https://github.com/rust-lang/rust/blob/master/COPYRIGHT."
            .to_owned(),
        vec!["The Rust standard library".to_owned()],
    );
    for package in shipped {
        let licence = package.license.as_deref().unwrap_or("see its text");
        let name = format!("{} {} ({licence})", package.name, package.version);
        let texts = licence_texts(package)?;
        if texts.is_empty() {
            let none =
                format!("The package carries no text of its own; its licence is {licence}.\n");
            carriers.entry(none).or_default().push(name);
        } else {
            for text in texts {
                carriers.entry(text).or_default().push(name.clone());
            }
        }
    }
    let mut notices = String::from(
        "Myoclonus Explorer contains the work of others under these licences.\n\
         Our own code is under MIT or Apache-2.0, our data under CC BY 4.0.\n",
    );
    let mut by_name: Vec<_> = carriers.into_iter().map(|(text, names)| (names, text)).collect();
    by_name.sort();
    for (names, text) in by_name {
        notices.push_str(&format!(
            "\n{}\n{}\n\n{}\n",
            "=".repeat(80),
            names.join("\n"),
            text.trim()
        ));
    }
    Ok(notices)
}

/// The ids of all packages that are compiled into the page: reached from ours by ordinary
/// dependencies, procedural macros and what only they need left out.
fn shipped<'a>(metadata: &'a Metadata, packages: &BTreeMap<&str, &Package>) -> BTreeSet<&'a str> {
    let nodes: BTreeMap<&str, &Node> =
        metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let is_macro = |id: &str| {
        let targets = packages.get(id).map(|package| &package.targets).into_iter().flatten();
        targets.flat_map(|target| &target.kind).any(|kind| kind == "proc-macro")
    };
    let root = metadata.resolve.root.as_str();
    let mut open = vec![root];
    let mut seen = BTreeSet::from([root]);
    while let Some(id) = open.pop() {
        let dependencies = nodes.get(id).map(|node| &node.deps).into_iter().flatten();
        for dependency in dependencies {
            let ordinary = dependency.dep_kinds.iter().any(|kind| kind.kind.is_none());
            if ordinary && !is_macro(&dependency.pkg) && seen.insert(&dependency.pkg) {
                open.push(&dependency.pkg);
            }
        }
    }
    seen.remove(root);
    seen
}

/// The licence and notice texts that lie in a package's folder.
fn licence_texts(package: &Package) -> Result<Vec<String>> {
    let folder = Path::new(&package.manifest_path).parent().context("a manifest has a folder")?;
    let mut files: Vec<_> = fs::read_dir(folder)
        .with_context(|| folder.display().to_string())?
        .flatten()
        .filter(|file| {
            let name = file.file_name().to_string_lossy().to_uppercase();
            file.path().is_file()
                && ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"]
                    .iter()
                    .any(|start| name.starts_with(start))
        })
        .map(|file| file.path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| fs::read_to_string(file).with_context(|| file.display().to_string()))
        .collect()
}
