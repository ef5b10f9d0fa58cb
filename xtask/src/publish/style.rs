//! Writes the style into the page, so that the first picture waits for one answer of the host only.
//!
//! The static pages share it as a file. Knows the page's links and its policy, not what the style
//! says.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::html::{Tag, escaped, replaced, source_hash, tags};
use super::names::{INDEX, with_hash};

/// The name of the file, without its hash.
pub(crate) const FILE: &str = "explorer.css";

/// Joins the style sheets of the page in their order: as one file, named by its content, and as a
/// part of the page.
pub(crate) fn write(folder: &Path) -> Result<()> {
    let index = folder.join(INDEX);
    let page = fs::read_to_string(&index).with_context(|| index.display().to_string())?;
    let mut sheets = tags(&page, "link");
    sheets.retain(is_sheet);
    let first = sheets.first().with_context(|| format!("{INDEX} links no style sheet"))?;
    let mut style = String::new();
    for sheet in &sheets {
        let file = folder.join(sheet.file("href").context("a style sheet without an address")?);
        style += &fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        style.push('\n');
        fs::remove_file(&file)?;
    }
    ensure!(!style.contains("</style"), "the style would end the element that it is in");
    fs::write(folder.join(with_hash(FILE, style.as_bytes())), &style)?;

    let page = replaced(&page, "link", |tag| {
        let written = if tag == first { format!("<style>{style}</style>") } else { String::new() };
        is_sheet(tag).then_some(written)
    });
    let own = format!("style-src '{}'", source_hash(&style));
    let page = with_policy(&page, |policy| policy.replace("style-src 'self'", &own));
    ensure!(page.contains(&own), "the policy of {INDEX} does not allow its style");
    fs::write(&index, page)?;
    Ok(())
}

/// The page with its policy changed.
pub(crate) fn with_policy(page: &str, change: impl Fn(&str) -> String) -> String {
    replaced(page, "meta", |tag| {
        let is_policy = tag.attribute("http-equiv") == Some("Content-Security-Policy");
        is_policy.then(|| {
            let policy = escaped(&change(tag.attribute("content").unwrap_or_default()));
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
        })
    })
}

fn is_sheet(link: &Tag<'_>) -> bool {
    link.attribute("rel") == Some("stylesheet")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::names::published;

    /// The page of a folder as Trunk leaves it, with this policy and style.
    fn written(policy: &str, style: &str) -> Result<(String, String)> {
        let folder = tempfile::tempdir()?;
        let folder = folder.path();
        let page = format!(
            "<meta content=\"{policy}\" http-equiv=Content-Security-Policy>\
             <link href=./icon.svg rel=icon>\
             <link href=./a-0123456789abcde0.css integrity=sha384-old rel=stylesheet>\
             <link href=./b-0123456789abcde1.css integrity=sha384-old rel=stylesheet>"
        );
        fs::write(folder.join("a-0123456789abcde0.css"), style)?;
        fs::write(folder.join("b-0123456789abcde1.css"), "b{}")?;
        fs::write(folder.join(INDEX), page)?;
        write(folder)?;
        let read = |file: &str| fs::read_to_string(folder.join(file));
        Ok((read(INDEX)?, read(&published(folder, FILE)?)?))
    }

    #[test]
    fn the_page_has_its_style_within_and_allows_no_other() -> Result<()> {
        let (page, file) = written("style-src 'self'; img-src 'self'", "a{}")?;
        assert_eq!(file, "a{}\nb{}\n");
        let policy = format!("style-src '{}'; img-src 'self'", source_hash(&file));
        assert_eq!(
            page,
            format!(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
                 <link href=./icon.svg rel=icon><style>{file}</style>"
            )
        );
        Ok(())
    }

    #[test]
    fn a_style_that_would_not_work_is_refused() {
        let not_allowed = written("style-src 'none'", "a{}").expect_err("it is refused");
        assert!(not_allowed.to_string().contains("does not allow"), "{not_allowed}");
        let ended = written("style-src 'self'", "a{}</style>").expect_err("it is refused");
        assert!(ended.to_string().contains("end the element"), "{ended}");
    }
}
