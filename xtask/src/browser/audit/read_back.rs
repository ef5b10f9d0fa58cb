//! Reads saved files with the programs that people open them with: RIS with rispy, BibTeX with
//! bibtexparser and LaTeX, tables with pandas.
//!
//! The library writes the files, as it does for the page. What arrives is compared with the open
//! data: by `xtask/python/read-back.py`, and here for LaTeX.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use myoclonus_explorer::catalogue::Catalogue;
use myoclonus_explorer::explorer::Explorer;
use myoclonus_explorer::export::{Format, Origin, all_sources, list};
use myoclonus_explorer::view::{Page, ViewState};
use serde_json::Value;
use xshell::cmd;

use crate::project::root;
use crate::setup::ForAudits;
use crate::step::shell;

/// The open data within `dist/`.
const OPEN_DATA: &str = "data/myoclonus.json";

/// The styles that journals and universities ask for most, and the packages that they need.
const STYLES: [(&str, &str); 5] = [
    ("plain", "url"),
    ("alpha", "url"),
    ("abbrv", "url"),
    ("unsrt", "url"),
    ("plainnat", "natbib,url"),
];

/// Reads the files back. The programs print what differs.
pub(crate) fn check(tools: &ForAudits, dist: &Path) -> Result<()> {
    let folder = tempfile::tempdir().context("creating a folder for the files")?;
    write(folder.path())?;
    let (python, open_data, folder) = (&tools.python, dist.join(OPEN_DATA), folder.path());
    let shell = shell()?;
    let script = root().join("xtask/python/read-back.py");
    cmd!(shell, "{python} {script} {open_data} {folder}")
        .quiet()
        .run()
        .context("another program reads the saved files otherwise than they were meant")?;
    let open_data = fs::read(&open_data).with_context(|| open_data.display().to_string())?;
    let open_data: Value = serde_json::from_slice(&open_data)?;
    let sources = open_data["sources"].as_array().context("the open data have sources")?;
    for (style, packages) in STYLES {
        typeset(folder, sources, style, packages)
            .with_context(|| format!("LaTeX with the style {style}"))?;
    }
    println!("  LaTeX prints {} sources in {} styles without a fault", sources.len(), STYLES.len());
    Ok(())
}

/// Writes all sources, and the list of each page as a table.
fn write(folder: &Path) -> Result<()> {
    let catalogue = Catalogue::bundled();
    let explorer = Explorer::new(catalogue);
    let origin = Origin { site: "https://example.org/myoclonus/", build: "read-back" };
    for (name, format) in [("sources.ris", Format::Ris), ("sources.bib", Format::BibTex)] {
        fs::write(folder.join(name), all_sources(catalogue, format, origin.build).text)?;
    }
    for page in Page::ALL.iter().copied().filter(|page| page.has_entries()) {
        let view = ViewState::at(page);
        let table = list(&explorer, &view, &explorer.explore(&view), origin, Format::Csv);
        fs::write(folder.join(format!("{}.csv", page.key())), table.text)?;
    }
    Ok(())
}

/// Lets LaTeX and BibTeX print all sources in a style. Fails on any error, on any warning but of a
/// field that is not recorded, and on any source that is missing.
fn typeset(folder: &Path, sources: &[Value], style: &str, packages: &str) -> Result<()> {
    let shell = shell()?;
    shell.change_dir(folder);
    fs::write(folder.join(format!("{style}.tex")), document(sources, style, packages))?;
    // Twice after BibTeX: labels are read from what the run before wrote.
    for program in ["pdflatex", "bibtex", "pdflatex", "pdflatex"] {
        let command = if program == "bibtex" {
            cmd!(shell, "bibtex {style}")
        } else {
            // Fonts are not needed: only what is written about them is read.
            cmd!(shell, "pdflatex -draftmode -interaction=nonstopmode -no-shell-escape {style}")
        };
        // The logs say more than the status. Their lines are left whole: cut at 79 letters, one may
        // begin with an exclamation mark of a title, as errors do.
        let command = command.env("max_print_line", "10000");
        command.quiet().ignore_status().ignore_stdout().ignore_stderr().run()?;
    }
    let read = |ending: &str| -> Result<String> {
        let file = folder.join(format!("{style}.{ending}"));
        let bytes = fs::read(&file).with_context(|| format!("no file {style}.{ending}"))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    };
    let mut faults = bibtex_faults(&read("blg")?, sources);
    faults.extend(latex_faults(&read("log")?));
    ensure!(faults.is_empty(), "{} faults:\n  {}", faults.len(), faults.join("\n  "));
    let printed = read("bbl")?.matches("\\bibitem").count();
    let expected = sources.len();
    ensure!(printed == expected, "{printed} sources are printed, not {expected}");
    Ok(())
}

/// A document that cites every source.
fn document(sources: &[Value], style: &str, packages: &str) -> String {
    // One at a time: TeX has no room for a line of them all.
    let keys = sources.iter().filter_map(|source| source["id"].as_str());
    let cited: Vec<String> = keys.map(|key| format!("\\cite{{{key}}}")).collect();
    format!(
        "\\documentclass{{article}}\n\\usepackage[T1]{{fontenc}}\n\\usepackage{{{packages}}}\n\
         \\begin{{document}}\n{}\n\\bibliographystyle{{{style}}}\n\\bibliography{{sources}}\n\
         \\end{{document}}\n",
        cited.join("\n")
    )
}

/// The errors and warnings in a log of BibTeX, except of fields that the sources do not record.
fn bibtex_faults(log: &str, sources: &[Value]) -> Vec<String> {
    let is_fault = |line: &&str| {
        line.starts_with("Warning--") && !is_unrecorded(line, sources)
            || line.starts_with("I couldn't")
            || line.contains("---line ")
            || line.starts_with("A bad cross reference")
            || line.starts_with("Repeated entry")
    };
    log.lines().filter(is_fault).map(str::to_owned).collect()
}

/// Whether a warning of BibTeX says that a field is empty which the source does not record.
fn is_unrecorded(warning: &str, sources: &[Value]) -> bool {
    let said = warning.strip_prefix("Warning--empty ").and_then(|it| it.split_once(" in "));
    said.is_some_and(|(field, key)| {
        let field = match field {
            "author" => "authors",
            "journal" | "booktitle" => "container",
            // No source records the publisher of a book.
            other => other,
        };
        let source = sources.iter().find(|source| source["id"] == key);
        source.is_some_and(|source| source[field].is_null())
    })
}

/// The errors in a log of LaTeX, and what is cited but not found. How lines break is not counted.
fn latex_faults(log: &str) -> Vec<String> {
    let is_fault = |line: &&str| {
        line.starts_with('!')
            || line.starts_with("Missing character")
            || line.contains("Citation") && line.contains("undefined")
            || line.contains("Warning: There were undefined")
            || line.contains("Warning: Label(s) may have changed")
            || line.contains("multiply defined")
    };
    log.lines().filter(is_fault).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_wrong_with_a_bibliography_is_found_in_the_logs() {
        let bibtex = "Warning--empty journal in a\nWas expecting a `,'---line 3 of file b.bib\n";
        let source = |container: Option<&str>| [json!({ "id": "a", "container": container })];
        assert_eq!(bibtex_faults(bibtex, &source(Some("Mov Disord"))).len(), 2);
        assert_eq!(bibtex_faults(bibtex, &source(None)).len(), 1, "it is not recorded");
        assert!(bibtex_faults("This is BibTeX\nThe style file: plain.bst\n", &[]).is_empty());
        let latex = "! Missing $ inserted.\nLaTeX Warning: Citation `a' on page 1 undefined on \
                     input line 5.\nUnderfull \\hbox (badness 10000)\n";
        assert_eq!(latex_faults(latex).len(), 2);
        assert!(latex_faults("Underfull \\hbox (badness 10000)\n").is_empty());
    }

    #[test]
    fn each_page_of_entries_is_written_as_a_table() -> Result<()> {
        let folder = tempfile::tempdir()?;
        write(folder.path())?;
        for page in Page::ALL.iter().filter(|page| page.has_entries()) {
            let table = fs::read_to_string(folder.path().join(format!("{}.csv", page.key())))?;
            assert!(table.lines().count() > 1, "{page:?}");
        }
        Ok(())
    }
}
