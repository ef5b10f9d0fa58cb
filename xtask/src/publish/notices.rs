//! Collects the licences of all code of others that is compiled into the page.
//!
//! Asks Cargo for the packages. The texts come from the packages themselves.

pub(crate) mod bill;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId, TargetKind};

use crate::project::{root, staging};

/// The file's name within `dist/`.
const FILE: &str = "third-party-notices.txt";

/// Writes the notices beside the page that Trunk has just built or, called by hand, into `dist/`.
pub(crate) fn notices() -> Result<()> {
    let folder = staging();
    let text = text(&shipped_packages()?)?;
    fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
    fs::write(folder.join(FILE), text).with_context(|| format!("writing {FILE}"))
}

/// The packages that are compiled into the page, by name.
fn shipped_packages() -> Result<Vec<Package>> {
    let metadata = MetadataCommand::new()
        .current_dir(root())
        .other_options(["--filter-platform=wasm32-unknown-unknown".to_owned()])
        .exec()?;
    let packages: BTreeMap<&PackageId, &Package> =
        metadata.packages.iter().map(|package| (&package.id, package)).collect();
    let ids = shipped(&metadata, &packages)?;
    let mut shipped: Vec<Package> = ids.into_iter().map(|id| packages[id].clone()).collect();
    shipped.sort_by_key(|package| (package.name.to_string(), package.version.to_string()));
    Ok(shipped)
}

fn text(shipped: &[Package]) -> Result<String> {
    // Many packages have the same text. Each text is printed once, below all that have it.
    let mut names_by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    names_by_text.insert(
        "The Rust standard library is under MIT or Apache-2.0, with parts under other licences; \
         their texts come with every Rust toolchain and stand at \
         https://github.com/rust-lang/rust/blob/master/COPYRIGHT."
            .to_owned(),
        vec!["The Rust standard library".to_owned()],
    );
    for package in shipped {
        let licence = package.license.as_deref().unwrap_or("see its text");
        let name = format!("{} {} ({licence})", package.name, package.version);
        let mut texts = licence_texts(package)?;
        if texts.is_empty() {
            texts.push(format!(
                "The package carries no text of its own; its licence is {licence}.\n"
            ));
        }
        for text in texts {
            names_by_text.entry(text).or_default().push(name.clone());
        }
    }
    let mut notices = String::from(
        "Myoclonus Explorer contains the work of others under these licences.\n\
         Our own code is under MIT or Apache-2.0, our data under CC BY 4.0.\n",
    );
    let mut by_name: Vec<_> =
        names_by_text.into_iter().map(|(text, names)| (names, text)).collect();
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

/// The ids of all packages that are compiled into the page: those that ours needs at run time.
/// Procedural macros, and what only they need, run at compile time.
fn shipped<'a>(
    metadata: &'a Metadata,
    packages: &BTreeMap<&PackageId, &Package>,
) -> Result<BTreeSet<&'a PackageId>> {
    let resolve = metadata.resolve.as_ref().context("cargo metadata resolves no packages")?;
    let root = resolve.root.as_ref().context("cargo metadata names no root package")?;
    let nodes: BTreeMap<_, _> = resolve.nodes.iter().map(|node| (&node.id, node)).collect();
    let is_macro = |id: &PackageId| {
        let targets = packages.get(id).map(|package| &package.targets).into_iter().flatten();
        targets.flat_map(|target| &target.kind).any(|kind| *kind == TargetKind::ProcMacro)
    };
    let mut open = vec![root];
    let mut seen = BTreeSet::from([root]);
    while let Some(id) = open.pop() {
        for dependency in nodes.get(id).map(|node| &node.deps).into_iter().flatten() {
            let mut kinds = dependency.dep_kinds.iter().map(|kind| kind.kind);
            let runs = kinds.any(|kind| kind == DependencyKind::Normal);
            if runs && !is_macro(&dependency.pkg) && seen.insert(&dependency.pkg) {
                open.push(&dependency.pkg);
            }
        }
    }
    seen.remove(root);
    Ok(seen)
}

/// The licence and notice texts in a package's folder.
fn licence_texts(package: &Package) -> Result<Vec<String>> {
    let folder = package.manifest_path.parent().context("a manifest is in a folder")?;
    let mut files: Vec<_> = fs::read_dir(folder)
        .with_context(|| folder.to_string())?
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
