//! Prints the size of each published file, and checks it against its budget.
//!
//! The budget is `xtask/size-budget.toml`. Sizes are those of a transfer: uncompressed, and of the
//! compressed copies that are published beside each file.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;

use crate::project;
use crate::publish::names::without_hash;
use crate::publish::{packed, worker};

/// The budget, from the project's root.
const BUDGET: &str = "xtask/size-budget.toml";

/// The largest sizes allowed.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    /// All files of the explorer together, in bytes after brotli.
    explorer: usize,
    /// Single files by their name without the hash, in bytes after brotli.
    files: BTreeMap<String, usize>,
    /// Single files by their name without the hash, in bytes uncompressed.
    uncompressed: BTreeMap<String, usize>,
    /// All static pages together, in bytes after brotli.
    static_pages: usize,
}

/// The sizes of one file, or of several together, in bytes.
#[derive(Clone, Copy, Default)]
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl std::ops::AddAssign for Sizes {
    fn add_assign(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
}

/// Measures `dist/` and fails if a budget is exceeded.
pub(crate) fn size() -> Result<()> {
    let budget = fs::read_to_string(project::root().join(BUDGET)).context(BUDGET)?;
    let budget: Budget = toml::from_str(&budget).context(BUDGET)?;
    let dist = project::dist();
    let explorer = worker::explorer_files(&dist)?;
    let measured = measure(&dist)?;
    println!("{:>10} {:>10} {:>10} {:>10}  file", "raw", "gzip", "brotli", "budget");
    let (mut whole, mut pages) = (Sizes::default(), Sizes::default());
    let mut faults = Vec::new();
    let mut check = |name: &str, size: usize, allowed: Option<usize>| {
        if let Some(allowed) = allowed.filter(|allowed| size > *allowed) {
            faults.push(format!("{name}: {size} bytes, but only {allowed} are allowed"));
        }
    };
    let named = budget.files.keys().chain(budget.uncompressed.keys());
    let mut budgeted: Vec<_> = named.map(String::as_str).collect();
    for (name, sizes) in &measured {
        if explorer.contains(name) {
            whole += *sizes;
        }
        if name.contains('/') && name.ends_with(".html") {
            pages += *sizes;
            continue;
        }
        let plain = without_hash(name);
        let allowed = budget.files.get(&plain).copied();
        budgeted.retain(|other| *other != plain);
        row(&plain, sizes, allowed);
        check(&plain, sizes.brotli, allowed);
        if let Some(most) = budget.uncompressed.get(&*plain) {
            check(&plain, sizes.raw, Some(*most));
            println!("{:>10} {most:>32}  {plain}, uncompressed", sizes.raw);
        }
    }
    row("the static pages", &pages, Some(budget.static_pages));
    check("the static pages", pages.brotli, Some(budget.static_pages));
    row("the explorer", &whole, Some(budget.explorer));
    check("the explorer", whole.brotli, Some(budget.explorer));
    faults.extend(budgeted.iter().map(|name| format!("{name} has a budget but does not exist")));
    if !faults.is_empty() {
        bail!(
            "{}; make it smaller, or raise the budget in {BUDGET} and say why in the commit",
            faults.join("; ")
        );
    }
    Ok(())
}

fn row(name: &str, sizes: &Sizes, allowed: Option<usize>) {
    let allowed = allowed.map(|allowed| allowed.to_string()).unwrap_or_default();
    println!("{:>10} {:>10} {:>10} {allowed:>10}  {name}", sizes.raw, sizes.gzip, sizes.brotli);
}

/// The sizes of all files in and below a folder, by their paths in it. A file without a compressed
/// copy is sent as it is.
fn measure(folder: &Path) -> Result<BTreeMap<String, Sizes>> {
    let mut measured = BTreeMap::new();
    for file in WalkDir::new(folder) {
        let file = file.with_context(|| {
            format!("{} cannot be read: run `cargo xtask build` first", folder.display())
        })?;
        let path = file.path().strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        if !file.file_type().is_file() || packed::is_copy(&path) {
            continue;
        }
        let length = |path: &Path| fs::metadata(path).ok().and_then(|it| it.len().try_into().ok());
        let raw = length(file.path()).unwrap_or(0);
        let copy = |ending: &str| length(&folder.join(format!("{path}.{ending}")));
        let sizes =
            Sizes { raw, gzip: copy("gz").unwrap_or(raw), brotli: copy("br").unwrap_or(raw) };
        measured.insert(path, sizes);
    }
    Ok(measured)
}
