//! Tells the size of each published file, and holds it against the recorded budget.
//!
//! The budget is `xtask/size-budget.toml`. Sizes are those of a transfer: as it is, and of the compressed
//! copies that are published beside it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::project;
use crate::publish::names::without_hash;
use crate::publish::{packed, single_file, worker};

/// The file as published, from the project's root.
const BUDGET: &str = "xtask/size-budget.toml";

/// What was allowed.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    /// All files of the explorer together, in bytes after brotli.
    explorer: usize,
    /// Single files by their name without the hash, in bytes after brotli.
    files: BTreeMap<String, usize>,
    /// The one file that opens from a disk, in bytes as they lie there.
    single_file: usize,
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
    let mut measured = BTreeMap::new();
    measure(&dist, "", &mut measured)?;
    println!("{:>10} {:>10} {:>10} {:>10}  file", "raw", "gzip", "brotli", "budget");
    let (mut whole, mut pages) = (Sizes::default(), Sizes::default());
    let mut faults = Vec::new();
    let mut hold = |name: &str, size: usize, allowed: Option<usize>| {
        let allowed = allowed.filter(|allowed| size > *allowed);
        faults
            .extend(allowed.map(|allowed| format!("{name}: {size} bytes, {allowed} are allowed")));
    };
    let mut budgeted: Vec<_> = budget.files.keys().map(String::as_str).collect();
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
        hold(&plain, sizes.brotli, allowed);
        if name == single_file::FILE {
            hold(name, sizes.raw, Some(budget.single_file));
            println!("{:>10} {:>32}  {name}, as it lies on a disk", sizes.raw, budget.single_file);
        }
    }
    row("the static pages", &pages, Some(budget.static_pages));
    hold("the static pages", pages.brotli, Some(budget.static_pages));
    row("the explorer", &whole, Some(budget.explorer));
    hold("the explorer", whole.brotli, Some(budget.explorer));
    faults.extend(budgeted.iter().map(|name| format!("{name} has a budget and is not there")));
    if !faults.is_empty() {
        bail!(
            "{}; make it smaller, or raise the budget in {BUDGET} and say why",
            faults.join("; ")
        );
    }
    Ok(())
}

fn row(name: &str, sizes: &Sizes, allowed: Option<usize>) {
    let allowed = allowed.map(|allowed| allowed.to_string()).unwrap_or_default();
    println!("{:>10} {:>10} {:>10} {allowed:>10}  {name}", sizes.raw, sizes.gzip, sizes.brotli);
}

/// The sizes of all files in a folder and the folders in it, by their names. What has no compressed copy
/// is sent as it is.
fn measure(folder: &Path, within: &str, measured: &mut BTreeMap<String, Sizes>) -> Result<()> {
    let listing = fs::read_dir(folder).with_context(|| {
        format!("{} is not there: run `cargo xtask build` first", folder.display())
    })?;
    for file in listing {
        let file = file?.path();
        let Some(name) = file.file_name().map(|name| name.to_string_lossy().into_owned()) else {
            continue;
        };
        let length = |file: &Path| fs::metadata(file).ok().and_then(|it| it.len().try_into().ok());
        if file.is_dir() {
            measure(&file, &format!("{within}{name}/"), measured)?;
        } else if !packed::is_copy(&name) {
            let raw = length(&file).unwrap_or(0);
            let copy = |ending: &str| length(&folder.join(format!("{name}.{ending}")));
            let sizes =
                Sizes { raw, gzip: copy("gz").unwrap_or(raw), brotli: copy("br").unwrap_or(raw) };
            measured.insert(format!("{within}{name}"), sizes);
        }
    }
    Ok(())
}
