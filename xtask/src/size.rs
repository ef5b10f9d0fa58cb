//! Tells the size of each published file, and holds it against the recorded budget.
//!
//! The budget is `xtask/size-budget.toml`. Sizes are those of a transfer: raw, gzip at its best
//! level, brotli at its best level.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::step;

/// The file as published, from the project's root.
const BUDGET: &str = "xtask/size-budget.toml";

/// What was allowed, in bytes after brotli.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    /// All files of the page together.
    total: usize,
    /// Single files by their name without the hash.
    files: BTreeMap<String, usize>,
}

/// The sizes of one file, in bytes.
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Measures `dist/` and fails if a budget is exceeded. What stands in a folder of its own is for
/// downloading and no part of the page: it does not count into the total.
pub(crate) fn size() -> Result<()> {
    let budget = fs::read_to_string(step::root().join(BUDGET)).context(BUDGET)?;
    let budget: Budget = toml::from_str(&budget).context(BUDGET)?;
    let measured = measure(&step::dist())?;
    println!("{:>10} {:>10} {:>10} {:>10}  file", "raw", "gzip", "brotli", "budget");
    let mut total = Sizes { raw: 0, gzip: 0, brotli: 0 };
    let mut faults = Vec::new();
    for (name, sizes) in &measured {
        let allowed = budget.files.get(name).copied();
        row(name, sizes, allowed);
        faults.extend(allowed.filter(|allowed| sizes.brotli > *allowed).map(|allowed| {
            format!("{name} has {} bytes after brotli, {allowed} are allowed", sizes.brotli)
        }));
        if !name.contains('/') {
            total.raw += sizes.raw;
            total.gzip += sizes.gzip;
            total.brotli += sizes.brotli;
        }
    }
    row("the page", &total, Some(budget.total));
    if total.brotli > budget.total {
        faults.push(format!(
            "the page has {} bytes after brotli, {} are allowed",
            total.brotli, budget.total
        ));
    }
    let absent = budget.files.keys().filter(|name| !measured.contains_key(*name));
    faults.extend(absent.map(|name| format!("{name} has a budget and is not there")));
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

/// The sizes of all files in a folder and the folders in it, by their names without hashes.
fn measure(folder: &Path) -> Result<BTreeMap<String, Sizes>> {
    let listing = fs::read_dir(folder).with_context(|| {
        format!("{} is not there: run `cargo xtask build` first", folder.display())
    })?;
    let mut measured = BTreeMap::new();
    for file in listing {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        if file.path().is_dir() {
            let within = measure(&file.path())?.into_iter();
            measured.extend(within.map(|(inner, sizes)| (format!("{name}/{inner}"), sizes)));
            continue;
        }
        let bytes = fs::read(file.path()).with_context(|| file.path().display().to_string())?;
        let sizes =
            Sizes { raw: bytes.len(), gzip: gzip(&bytes)?.len(), brotli: brotli(&bytes)?.len() };
        measured.insert(without_hash(&name), sizes);
    }
    Ok(measured)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// `base-f4ef273861321d99.css` is `base.css`: the hash changes with every build.
fn without_hash(name: &str) -> String {
    let hash = name.match_indices('-').find_map(|(at, _)| {
        let digits = name[at + 1..].find(|c: char| !c.is_ascii_hexdigit())?;
        // 64 bits in hexadecimal, without leading zeros.
        (12..=16).contains(&digits).then_some(at..at + 1 + digits)
    });
    hash.map_or_else(
        || name.to_owned(),
        |hash| format!("{}{}", &name[..hash.start], &name[hash.end..]),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_taken_out_of_a_name_and_nothing_else() {
        for (name, expected) in [
            ("base-f4ef273861321d99.css", "base.css"),
            ("myoclonus-explorer-ed9c809569f3dc19_bg.wasm", "myoclonus-explorer_bg.wasm"),
            ("tokens-2765e0812d4dc37.css", "tokens.css"),
            ("third-party-notices.txt", "third-party-notices.txt"),
            ("boot.js", "boot.js"),
        ] {
            assert_eq!(without_hash(name), expected);
        }
    }
}
