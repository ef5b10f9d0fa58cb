//! Audits with Lighthouse how the published page loads on a telephone.
//!
//! Only what is the same on every machine can fail: points for accessibility, good practice and
//! search engines, and what is loaded and drawn. The score for speed depends on the machine and on
//! what else it does, so it is printed and no more.

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use xshell::cmd;

use crate::setup::ForAudits;
use crate::step::shell;

/// The categories in which no point may be lost.
const PERFECT: [&str; 3] = ["accessibility", "best-practices", "seo"];

/// A figure in a report that does not depend on the machine.
struct Figure {
    name: &'static str,
    /// The greatest value allowed.
    limit: f64,
    value: fn(&Value) -> Option<f64>,
}

/// What is loaded and drawn until the page is at rest. The service worker's own requests do not
/// count. Each limit has room for more knowledge, but not for another way of loading or drawing it.
const FIGURES: [Figure; 4] = [
    // Nearly all that the size budget allows for the explorer after brotli, and headers on top.
    // Uncompressed files would be four times as long.
    Figure {
        name: "bytes transferred",
        limit: 1_274_000.0,
        value: |report| report["audits"]["total-byte-weight"]["numericValue"].as_f64(),
    },
    // There were 10. One for each part of the program or the style would soon be more.
    Figure { name: "requests", limit: 20.0, value: requests },
    // There were 657 on the start. With every row of a list there would be 20,000.
    Figure {
        name: "elements",
        limit: 2_000.0,
        value: |report| report["audits"]["dom-size"]["numericValue"].as_f64(),
    },
    // There was none. Lighthouse calls up to 0.1 good.
    Figure {
        name: "layout shift",
        limit: 0.05,
        value: |report| report["audits"]["cumulative-layout-shift"]["numericValue"].as_f64(),
    },
];

/// Loads the page at an address, prints what Lighthouse reports, and fails if a point is lost or a
/// limit is exceeded.
pub(crate) fn check(tools: &ForAudits, address: &str) -> Result<()> {
    let report = recorded(|| read(&run(tools, address)?))?;
    let speed = score(&report, "performance")?;
    println!("  speed {speed:.2} on this machine now; it is printed, not checked");
    let faults = faults(&report)?;
    ensure!(faults.is_empty(), "{}", faults.join("\n  "));
    Ok(())
}

/// How often Lighthouse may try to record the page.
const ATTEMPTS: usize = 3;

/// The first report that Lighthouse can make. On a busy machine it may fail to record the page and
/// ask to be run again. It has judged nothing then. A page that cannot be loaded fails each time.
fn recorded(mut record: impl FnMut() -> Result<Value>) -> Result<Value> {
    for attempt in 1..ATTEMPTS {
        match record() {
            Ok(report) => return Ok(report),
            Err(error) => println!("  attempt {attempt} of {ATTEMPTS} gave no report: {error:#}"),
        }
    }
    record()
}

/// The points lost and the limits exceeded in a report. Prints every score and figure.
fn faults(report: &Value) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for category in PERFECT {
        let score = score(report, category)?;
        println!("  {category} {score:.2}");
        if score < 1.0 {
            faults.push(format!("{category} {score:.2} is below 1.00"));
            faults.extend(lost(report, category));
        }
    }
    for Figure { name, limit, value } in FIGURES {
        let value = value(report).with_context(|| format!("Lighthouse counts no {name}"))?;
        println!("  {name} {value}, of {limit} allowed");
        if value > limit {
            faults.push(format!("{name}: {value}, but only {limit} are allowed"));
        }
    }
    Ok(faults)
}

/// The report on a page, loaded by a browser with a new profile.
fn run(tools: &ForAudits, address: &str) -> Result<String> {
    let profile = tempfile::tempdir().context("creating a folder for the browser's profile")?;
    let flags = format!(
        "--chrome-flags=--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
         --disable-background-networking --disable-component-update --disable-sync \
         --user-data-dir={}",
        profile.path().display()
    );
    let (lighthouse, shell) = (&tools.lighthouse, shell()?);
    let lighthouse = cmd!(shell, "node {lighthouse} {address} --quiet --no-enable-error-reporting");
    let lighthouse = lighthouse.args(["--output=json", "--output-path=stdout", &flags]);
    Ok(lighthouse.env("CHROME_PATH", &tools.chromium.browser).quiet().read()?)
}

/// Reads a report. Fails if Lighthouse did.
fn read(report: &str) -> Result<Value> {
    let report: Value = serde_json::from_str(report).context("reading the report of Lighthouse")?;
    if let Some(error) = report["runtimeError"]["message"].as_str() {
        bail!("Lighthouse failed: {error}");
    }
    Ok(report)
}

/// The score of a category, from 0 to 1.
fn score(report: &Value, category: &str) -> Result<f64> {
    let score = report["categories"][category]["score"].as_f64();
    score.with_context(|| format!("Lighthouse gives no score for {category}"))
}

/// The audits that cost points in a category.
fn lost(report: &Value, category: &str) -> Vec<String> {
    let audits = report["categories"][category]["auditRefs"].as_array().into_iter().flatten();
    let lost = audits.filter_map(|audit| {
        let id = audit["id"].as_str()?;
        let weighs = audit["weight"].as_f64()? > 0.0;
        let audit = &report["audits"][id];
        let loses = weighs && audit["score"].as_f64()? < 1.0;
        loses.then(|| format!("{category}: {id}: {}", audit["title"].as_str().unwrap_or_default()))
    });
    lost.collect()
}

/// How many requests were made.
fn requests(report: &Value) -> Option<f64> {
    let kinds = report["audits"]["resource-summary"]["details"]["items"].as_array()?;
    kinds.iter().find(|kind| kind["resourceType"] == "total")?["requestCount"].as_f64()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// A report in which every point is reached and nothing exceeds a limit, however slow it was.
    fn good() -> Value {
        json!({
            "categories": {
                "performance": { "score": 0.1 },
                "accessibility": { "score": 1 },
                "best-practices": { "score": 1 },
                "seo": {
                    "score": 1,
                    "auditRefs": [{ "id": "title", "weight": 1 }, { "id": "hint", "weight": 0 }],
                },
            },
            "audits": {
                "title": { "score": 1, "title": "No title" },
                "hint": { "score": 0, "title": "A hint" },
                "total-byte-weight": { "numericValue": 1000 },
                "dom-size": { "numericValue": 100 },
                "cumulative-layout-shift": { "numericValue": 0 },
                "resource-summary": { "details": { "items": [
                    { "resourceType": "total", "requestCount": 8 },
                    { "resourceType": "script", "requestCount": 2 },
                ] } },
            },
        })
    }

    #[test]
    fn a_slow_page_without_faults_passes() -> Result<()> {
        assert!(faults(&good())?.is_empty());
        Ok(())
    }

    #[test]
    fn a_lost_point_is_a_fault_and_is_named() -> Result<()> {
        let mut report = good();
        report["categories"]["seo"]["score"] = json!(0.9);
        report["audits"]["title"]["score"] = json!(0);
        assert_eq!(faults(&report)?, ["seo 0.90 is below 1.00", "seo: title: No title"]);
        Ok(())
    }

    #[test]
    fn a_figure_above_its_limit_is_a_fault() -> Result<()> {
        for (pointer, value) in [
            ("/audits/total-byte-weight/numericValue", json!(1e9)),
            ("/audits/dom-size/numericValue", json!(1e9)),
            ("/audits/cumulative-layout-shift/numericValue", json!(1)),
            ("/audits/resource-summary/details/items/0/requestCount", json!(1e9)),
        ] {
            let mut report = good();
            *report.pointer_mut(pointer).context("it is there")? = value;
            assert_eq!(faults(&report)?.len(), 1, "{pointer}");
            *report.pointer_mut(pointer).context("it is there")? = Value::Null;
            assert!(faults(&report).is_err(), "{pointer}");
        }
        Ok(())
    }

    #[test]
    fn lighthouse_is_run_again_until_it_makes_a_report() -> Result<()> {
        let mut runs = 0;
        let mut fails = |times| {
            runs = 0;
            recorded(|| {
                runs += 1;
                if runs <= times { bail!("no trace, run {runs}") } else { Ok(good()) }
            })
        };
        assert_eq!(fails(0)?, good());
        assert_eq!(fails(ATTEMPTS - 1)?, good());
        let error = fails(ATTEMPTS).err().map(|error| error.to_string()).unwrap_or_default();
        assert_eq!(error, "no trace, run 3");
        assert_eq!(runs, ATTEMPTS);
        Ok(())
    }

    #[test]
    fn a_failure_of_lighthouse_is_reported() {
        let failed = read(r#"{"runtimeError":{"message":"no first paint"},"categories":{}}"#);
        let error = failed.err().map(|error| error.to_string()).unwrap_or_default();
        assert_eq!(error, "Lighthouse failed: no first paint");
        assert!(read("").is_err());
    }
}
