//! What programs of others say about the published files: their HTML, and how the page loads.
//!
//! Knows what is demanded of them, not how they got there nor what they hold.

use std::path::PathBuf;
use std::{fs, process};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use crate::setup::ForAudits;
use crate::step::{command, output};

/// Checks HTML files with the Nu HTML checker, and tells every fault.
pub(crate) fn html(tools: &ForAudits, files: &[PathBuf]) -> Result<()> {
    ensure!(!files.is_empty(), "there is no HTML to be checked");
    let mut checker = command("java");
    checker.arg("-jar").arg(&tools.vnu);
    // Warnings are left out: of a page's own policy it is told what no browser does.
    checker.args(["--errors-only", "--format", "json", "--stdout"]).args(files);
    // It ends with a failure where it finds faults; what it prints tells that from its own failing.
    let checked = checker.output().context("java could not be started")?;
    let faults = faults(&checked.stdout).with_context(|| {
        format!("the HTML checker failed: {}", String::from_utf8_lossy(&checked.stderr).trim())
    })?;
    if !faults.is_empty() {
        bail!("{} faults in the HTML:\n  {}", faults.len(), faults.join("\n  "));
    }
    ensure!(checked.status.success(), "the HTML checker ended with {}", checked.status);
    println!("  {} files are free of faults", files.len());
    Ok(())
}

/// What the checker finds wrong, one line each.
fn faults(report: &[u8]) -> Result<Vec<String>> {
    #[derive(Deserialize)]
    struct Report {
        messages: Vec<Message>,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Message {
        url: Option<String>,
        last_line: Option<u32>,
        last_column: Option<u32>,
        message: String,
    }
    let report: Report = serde_json::from_slice(report).context("reading its report")?;
    let fault = |Message { url, last_line, last_column, message }: Message| {
        let file = url.as_deref().map_or("?", |url| url.strip_prefix("file:").unwrap_or(url));
        // Minified pages are one long line: the column says more than the line.
        let number = |number: Option<u32>| number.map_or_else(|| "?".to_owned(), |n| n.to_string());
        format!("{file}:{}:{}: {message}", number(last_line), number(last_column))
    };
    Ok(report.messages.into_iter().map(fault).collect())
}

/// How well a page does, each from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Scores {
    /// How fast it loads.
    pub(crate) performance: f64,
    /// What a program can see of its accessibility.
    pub(crate) accessibility: f64,
    /// What good pages do.
    pub(crate) best_practices: f64,
    /// What search engines ask for.
    pub(crate) seo: f64,
    /// The audits that cost points, except for speed.
    pub(crate) lost: Vec<String>,
}

/// What is aimed at for the speed of loading on a middling telephone.
const AIM: f64 = 0.95;

/// What it must not fall below. The aim is no limit: the speed is measured on whatever machine this
/// is, while others work on it.
const FLOOR: f64 = 0.85;

/// How often it is measured; an odd number, so that one run is the one in the middle.
const RUNS: usize = 3;

/// Loads a page several times as Lighthouse does for a telephone, and returns the scores: of the
/// speed the median, of what does not depend on the machine the lowest.
pub(crate) fn lighthouse(tools: &ForAudits, address: &str) -> Result<Scores> {
    let runs: Vec<Scores> =
        (0..RUNS).map(|_| lighthouse_once(tools, address)).collect::<Result<_>>()?;
    middle(&runs).context("it was measured at least once")
}

/// Fails unless the scores are what is demanded, and tells them.
pub(crate) fn demand(scores: &Scores) -> Result<()> {
    let &Scores { performance, accessibility, best_practices, seo, ref lost } = scores;
    println!(
        "  performance {performance:.2} (median of {RUNS}), accessibility {accessibility:.2}, \
         best practices {best_practices:.2}, search engines {seo:.2}"
    );
    for (what, score) in [
        ("accessibility", accessibility),
        ("best practices", best_practices),
        ("search engines", seo),
    ] {
        ensure!(score >= 1.0, "{what} {score:.2} is below 1.00:\n  {}", lost.join("\n  "));
    }
    ensure!(performance >= FLOOR, "performance {performance:.2} is below {FLOOR}");
    if performance < AIM {
        println!("warning: performance {performance:.2} is below {AIM}, which is aimed at");
    }
    Ok(())
}

/// One run in a browser of its own that has never seen the page.
fn lighthouse_once(tools: &ForAudits, address: &str) -> Result<Scores> {
    let profile = std::env::temp_dir().join(format!("explorer-lighthouse-{}", process::id()));
    let flags = format!(
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
         --disable-background-networking --disable-component-update --disable-sync \
         --user-data-dir={}",
        profile.display()
    );
    let mut lighthouse = command("node");
    lighthouse.arg(&tools.lighthouse).arg(address).args([
        "--quiet",
        "--output=json",
        "--output-path=stdout",
    ]);
    lighthouse.args(["--no-enable-error-reporting", &format!("--chrome-flags={flags}")]);
    lighthouse.env("CHROME_PATH", &tools.chromium.browser);
    let report = output(&mut lighthouse);
    // A profile that cannot be removed lies in the system's folder for such files.
    let _ = fs::remove_dir_all(&profile);
    scores(&report?)
}

/// The scores in a report.
fn scores(report: &str) -> Result<Scores> {
    let report: serde_json::Value = serde_json::from_str(report).context("reading its report")?;
    if let Some(failed) = report["runtimeError"]["message"].as_str() {
        bail!("Lighthouse failed: {failed}");
    }
    let score = |category: &str| {
        let score = report["categories"][category]["score"].as_f64();
        score.with_context(|| format!("Lighthouse says nothing of {category}"))
    };
    Ok(Scores {
        performance: score("performance")?,
        accessibility: score("accessibility")?,
        best_practices: score("best-practices")?,
        seo: score("seo")?,
        lost: lost(&report),
    })
}

/// The audits that cost points where none may be lost.
fn lost(report: &serde_json::Value) -> Vec<String> {
    let mut lost = Vec::new();
    for category in ["accessibility", "best-practices", "seo"] {
        let audits = report["categories"][category]["auditRefs"].as_array();
        for audit in audits.into_iter().flatten() {
            let Some(id) = audit["id"].as_str() else { continue };
            let weighs = audit["weight"].as_f64().is_some_and(|weight| weight > 0.0);
            let score = report["audits"][id]["score"].as_f64();
            if weighs && score.is_some_and(|score| score < 1.0) {
                let title = report["audits"][id]["title"].as_str().unwrap_or_default();
                lost.push(format!("{category}: {id}: {title}"));
            }
        }
    }
    lost
}

/// The median of the speed, and the lowest of everything else.
fn middle(runs: &[Scores]) -> Option<Scores> {
    let mut speeds: Vec<f64> = runs.iter().map(|run| run.performance).collect();
    speeds.sort_unstable_by(f64::total_cmp);
    let mut lost: Vec<_> = runs.iter().flat_map(|run| run.lost.clone()).collect();
    lost.sort_unstable();
    lost.dedup();
    let lowest = |of: fn(&Scores) -> f64| runs.iter().map(of).fold(1.0, f64::min);
    Some(Scores {
        performance: *speeds.get(speeds.len() / 2)?,
        accessibility: lowest(|run| run.accessibility),
        best_practices: lowest(|run| run.best_practices),
        seo: lowest(|run| run.seo),
        lost,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_with_its_place() -> Result<()> {
        let report = br#"{"messages":[{"type":"error","url":"file:/dist/index.html","lastLine":1,
            "lastColumn":44,"message":"Element title must not be empty."}]}"#;
        assert_eq!(faults(report)?, ["/dist/index.html:1:44: Element title must not be empty."]);
        assert!(faults(br#"{"messages":[]}"#)?.is_empty());
        assert!(faults(b"").is_err());
        Ok(())
    }

    fn run(performance: f64, seo: f64) -> Scores {
        Scores { performance, accessibility: 1.0, best_practices: 1.0, seo, lost: Vec::new() }
    }

    #[test]
    fn a_slow_run_counts_less_than_a_lost_point() {
        let runs = [run(0.5, 1.0), run(0.97, 0.9), run(0.96, 1.0)];
        assert_eq!(middle(&runs), Some(run(0.96, 0.9)));
        assert_eq!(middle(&[]), None);
    }

    #[test]
    fn every_point_counts_except_for_speed() {
        assert!(demand(&run(0.9, 1.0)).is_ok());
        assert!(demand(&run(0.8, 1.0)).is_err());
        assert!(demand(&run(1.0, 0.99)).is_err());
    }

    #[test]
    fn what_costs_points_is_named_once() {
        let lost = vec!["seo: meta-description: Document has a description".to_owned()];
        let one = Scores { lost: lost.clone(), ..run(1.0, 0.9) };
        let both = middle(&[one.clone(), one]).map(|both| both.lost);
        assert_eq!(both, Some(lost));
    }

    #[test]
    fn scores_are_read_and_a_failure_is_told() -> Result<()> {
        let report = r#"{"categories":{"performance":{"score":0.98},"accessibility":{"score":1},
            "best-practices":{"score":1},"seo":{"score":0.9,
            "auditRefs":[{"id":"title","weight":1},{"id":"hint","weight":0}]}},
            "audits":{"title":{"score":0,"title":"No title"},"hint":{"score":0}}}"#;
        let lost = vec!["seo: title: No title".to_owned()];
        assert_eq!(scores(report)?, Scores { lost, ..run(0.98, 0.9) });
        let failed = scores(r#"{"runtimeError":{"message":"no first paint"},"categories":{}}"#);
        let told = failed.err().map(|error| error.to_string()).unwrap_or_default();
        assert_eq!(told, "Lighthouse failed: no first paint");
        Ok(())
    }
}
