//! Compares the published page with pages that other tools build from the same records.
//!
//! What is measured, and how, is known to the scripts in `bench/`.

use std::fs;

use anyhow::{Context, Result};
use xshell::cmd;

use super::build;
use crate::project::{dist, root};
use crate::setup::{self, ForBench};
use crate::step::{shell, step};

/// Where the results are reported.
const REPORT: &str = "docs/benchmarks.md";

/// Measures so many rounds and writes the report. Builds the page first if it is not up to date.
pub(crate) fn bench(rounds: u64) -> Result<()> {
    build::renew()?;
    let ForBench { chromium, modules } = setup::for_bench()?;
    let (dist, scripts, into) = (dist(), root().join("bench"), root().join("target/bench"));
    fs::create_dir_all(&into).with_context(|| format!("creating {}", into.display()))?;
    let (rounds, chromium) = (rounds.to_string(), chromium.browser);
    let (measure, report) = (scripts.join("measure.mjs"), scripts.join("report.mjs"));
    let results = into.join("results.json");
    let shell = shell()?;
    step("Measure the explorer and its peers", || {
        cmd!(shell, "node {measure} --dist {dist} --into {into} --chromium {chromium}")
            .args(["--rounds", &rounds])
            .env("BENCH_MODULES", &modules)
            .quiet()
            .run()
            .context("measuring")
    })?;
    let tables = cmd!(shell, "node {report} --dist {dist} --results {results}").quiet().read()?;
    fs::write(root().join(REPORT), tables + "\n").context(REPORT)?;
    println!("{REPORT} has the results.");
    Ok(())
}
