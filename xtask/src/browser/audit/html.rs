//! Checks published HTML with the Nu HTML checker.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use xshell::cmd;

use crate::publish::pages::site;
use crate::publish::single_file;
use crate::setup::ForAudits;
use crate::step::shell;

/// How many entries of each list are checked: the longest ones.
const ENTRIES: usize = 5;

/// What the checker reports although it is right. Some screen readers take no table for one when a
/// style folds its rows, so such rows and cells name their roles; and the checker does not know a
/// property of SVG.
const RIGHT: [&str; 2] =
    ["element which has a “table” ancestor with no “role” attribute", "CSS: “vector-effect”"];

/// Checks a page of each kind, and reports every fault.
pub(crate) fn check(tools: &ForAudits, dist: &Path) -> Result<()> {
    let (vnu, files) = (&tools.vnu, pages_of_each_kind(dist)?);
    let shell = shell()?;
    // Warnings are left out: some of them are about the page's policy, and no browser agrees.
    let checker = cmd!(shell, "java -jar {vnu} --errors-only --format json --stdout");
    // It fails if it finds faults. Whether it failed itself shows in what it prints.
    let checked = checker.args(&files).quiet().ignore_status().output()?;
    let faults = faults(&checked.stdout).with_context(|| {
        format!("the HTML checker failed: {}", String::from_utf8_lossy(&checked.stderr).trim())
    })?;
    let has_ended_well = checked.status.success() || !faults.is_empty();
    ensure!(has_ended_well, "the HTML checker ended with {}", checked.status);
    let is_right = |fault: &String| RIGHT.iter().any(|right| fault.contains(right));
    let faults: Vec<String> = faults.into_iter().filter(|fault| !is_right(fault)).collect();
    if !faults.is_empty() {
        bail!("{} faults in the HTML:\n  {}", faults.len(), faults.join("\n  "));
    }
    println!("  {} files have no faults", files.len());
    Ok(())
}

/// The first page, the single file, the page for wrong addresses, and of the static pages every
/// list and its longest entries.
fn pages_of_each_kind(dist: &Path) -> Result<Vec<PathBuf>> {
    let mut pages: Vec<_> =
        ["index.html", single_file::FILE, "404.html"].iter().map(|name| dist.join(name)).collect();
    let lists = site::lists(dist)?;
    ensure!(!lists.is_empty(), "{} has no static pages", dist.display());
    for list in lists {
        let list = dist.join(list);
        pages.push(list.join("index.html"));
        let mut entries = Vec::new();
        for entry in fs::read_dir(&list)? {
            let entry = entry?;
            let is_page = entry.path().extension().is_some_and(|ending| ending == "html");
            if is_page && entry.file_name() != "index.html" {
                entries.push((entry.metadata()?.len(), entry.path()));
            }
        }
        entries.sort_unstable();
        pages.extend(entries.into_iter().rev().take(ENTRIES).map(|(_, path)| path));
    }
    Ok(pages)
}

/// The faults that the checker found, one line each.
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
        // Minified pages are one long line, so the column matters more than the line.
        let number = |number: Option<u32>| number.map_or_else(|| "?".to_owned(), |n| n.to_string());
        format!("{file}:{}:{}: {message}", number(last_line), number(last_column))
    };
    Ok(report.messages.into_iter().map(fault).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_reported_with_its_place() -> Result<()> {
        let report = br#"{"messages":[{"type":"error","url":"file:/dist/index.html","lastLine":1,
            "lastColumn":44,"message":"Element title must not be empty."}]}"#;
        assert_eq!(faults(report)?, ["/dist/index.html:1:44: Element title must not be empty."]);
        assert!(faults(br#"{"messages":[]}"#)?.is_empty());
        assert!(faults(b"").is_err());
        Ok(())
    }
}
