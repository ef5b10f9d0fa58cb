//! Prints the static pages, and what the first page says without the program.
//!
//! The pages come from the library's own components; this knows where they go, and what a host that is
//! told its address gets besides.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::html::{escaped, replaced};
use super::names::{INDEX, published};
use super::site::{ensure_folder, site_map};
use super::{packed, worker};
use crate::project::dist;
use crate::step::{command, run, step};

/// Where the first page is empty until this fills it; Trunk leaves out the quotes.
const OPENING: &str = "<div id=opening></div>";

/// Prints all pages anew beside what is published already, for this address if there is one.
pub(crate) fn pages(site_url: Option<&str>) -> Result<()> {
    site_url.map_or(Ok(()), ensure_folder)?;
    let folder = dist();
    write(&folder, site_url)?;
    // The first page may have changed, and its version is part of the worker's.
    worker::write(&folder)?;
    // Hosts send the compressed copies, so an earlier one would hide what has been printed.
    step("Write compressed copies", || packed::write(&folder))
}

/// Prints all pages into a folder, for this address if there is one.
pub(crate) fn write(folder: &Path, site_url: Option<&str>) -> Result<()> {
    let mut print = command("cargo");
    print.args(["run", "--quiet", "--locked", "--no-default-features", "--features", "ssr"]);
    print.args(["--bin", "print-pages", "--"]).arg(folder);
    print.args([published(folder, "explorer.css")?, published(folder, "icon.svg")?]);
    print.args(site_url);
    // Those are the flags of the WebAssembly.
    print.env_remove("CARGO_ENCODED_RUSTFLAGS");
    run(&mut print)?;

    let opening = folder.join("opening.html");
    let words = fs::read_to_string(&opening).context("the opening was not printed")?;
    fs::remove_file(&opening)?;
    let index = folder.join(INDEX);
    let mut page = fs::read_to_string(&index).with_context(|| INDEX.to_owned())?;
    // Printed again into what is published, the first page has its words already.
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

/// The first page with this address as its own, in place of that of an earlier printing.
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
