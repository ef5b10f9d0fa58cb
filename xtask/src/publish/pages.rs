//! Prints the static pages, and the text of the first page without the program.
//!
//! The library's own components draw them. This knows only where they go.

pub(crate) mod site;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use super::html::{escaped, replaced};
use super::names::{INDEX, published};
use super::notices::bill;
use super::{packed, style, worker};
use crate::project::dist;
use crate::step::{shell, step};
use site::{ensure_folder, site_map};

/// The empty place in the first page for the opening. Trunk removes the quotes.
const OPENING: &str = "<div id=opening></div>";

/// Prints all pages again into `dist/`, for an address if there is one.
pub(crate) fn pages(site_url: Option<&str>) -> Result<()> {
    site_url.map_or(Ok(()), ensure_folder)?;
    let folder = dist();
    write(&folder, site_url)?;
    // The first page may have changed, and its version is part of the worker's.
    worker::write(&folder)?;
    bill::write_sums(&folder)?;
    // Hosts send the compressed copies, so old ones would hide the new pages.
    step("Write compressed copies", || packed::write(&folder))
}

/// Prints all pages into a folder, for an address if there is one.
pub(crate) fn write(folder: &Path, site_url: Option<&str>) -> Result<()> {
    let shell = shell()?;
    let (sheet, icon) = (published(folder, style::FILE)?, published(folder, "icon.svg")?);
    cmd!(shell, "cargo run --quiet --locked --no-default-features --features ssr")
        .args(["--bin", "print-pages", "--"])
        .arg(folder)
        .args([sheet, icon])
        .args(site_url)
        // These flags are for the WebAssembly.
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .quiet()
        .run()?;

    let opening = folder.join("opening.html");
    let words = fs::read_to_string(&opening).context("the opening was not printed")?;
    fs::remove_file(&opening)?;
    let index = folder.join(INDEX);
    let mut page = fs::read_to_string(&index).with_context(|| INDEX.to_owned())?;
    // A page of an earlier printing has its opening already.
    if let Some(at) = page.find(OPENING) {
        page.insert_str(at + OPENING.len() - "</div>".len(), &words);
    }
    ensure!(page.contains("<nav"), "{INDEX} has no {OPENING}: the lists would not be linked");
    page = with_address(&page, site_url);
    if let Some(site) = site_url {
        site_map(folder, site)?;
    }
    fs::write(&index, page).with_context(|| format!("writing {INDEX}"))
}

/// The first page with this address as its own, instead of that of an earlier printing.
fn with_address(page: &str, site_url: Option<&str>) -> String {
    let page = replaced(page, "link", |link| {
        (link.attribute("rel") == Some("canonical")).then(String::new)
    });
    match site_url {
        Some(site) => {
            let link = format!("<link rel=\"canonical\" href=\"{}\"><title>", escaped(site));
            page.replacen("<title>", &link, 1)
        }
        None => page,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_printed_again_has_one_address() {
        let page = "<head><title>Causes</title></head>";
        let one = with_address(page, Some("https://one.example/"));
        assert!(one.contains("href=\"https://one.example/\"><title>"), "{one}");
        let other = with_address(&one, Some("https://other.example/"));
        assert_eq!(other, with_address(page, Some("https://other.example/")));
        assert_eq!(with_address(&other, None), page);
    }
}
