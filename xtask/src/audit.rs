//! What programs of others say about the published files.
//!
//! Knows what is demanded of them, not how they got there nor what they hold.

use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use super::setup::ForAudits;
use super::step::command;

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
}
