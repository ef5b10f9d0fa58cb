//! Prints the static pages, and what the first page says without the program.
//!
//! The pages come from the library's own components; this knows where they go, and what a host that is
//! told its address gets besides.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use myoclonus_explorer::catalogue::Catalogue;

use super::html::escaped;
use super::names::{INDEX, published};
use crate::build::SITE_URL;
use crate::step::{command, dist, run};

/// Where the first page is empty until this fills it; Trunk leaves out the quotes.
const OPENING: &str = "<div id=opening></div>";

/// Prints all pages anew beside what is published already.
pub(crate) fn pages() -> Result<()> {
    write(&dist())
}

/// Prints all pages into a folder.
pub(crate) fn write(folder: &Path) -> Result<()> {
    let site_url = std::env::var(SITE_URL).ok();
    let mut print = command("cargo");
    print.args(["run", "--quiet", "--locked", "--no-default-features", "--features", "ssr"]);
    print.args(["--bin", "print-pages", "--"]).arg(folder);
    print.args([published(folder, "explorer.css")?, published(folder, "icon.svg")?]);
    print.args(&site_url);
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
    if let Some(site) = &site_url {
        page = page.replacen(
            "<title>",
            &format!("<link rel=\"canonical\" href=\"{}\"><title>", escaped(site)),
            1,
        );
        site_map(folder, site)?;
    }
    fs::write(&index, page).with_context(|| format!("writing {INDEX}"))
}

/// The site map of all pages, and the file by which robots find it.
fn site_map(folder: &Path, site: &str) -> Result<()> {
    let mut paths = vec![String::new()];
    for list in fs::read_dir(folder)? {
        let list = list?;
        let name = list.file_name().to_string_lossy().into_owned();
        if !list.path().is_dir() {
            continue;
        }
        for page in fs::read_dir(list.path())? {
            let page = page?.file_name().to_string_lossy().into_owned();
            if page.ends_with(".html") {
                paths.push(format!("{name}/{page}"));
            }
        }
    }
    paths.sort_unstable();
    let date = Catalogue::embedded().date;
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in paths {
        let address = escaped(&format!("{site}{path}"));
        writeln!(map, "<url><loc>{address}</loc><lastmod>{date}</lastmod></url>")?;
    }
    map += "</urlset>\n";
    fs::write(folder.join("sitemap.xml"), map)?;
    let robots = format!("User-agent: *\nAllow: /\nSitemap: {site}sitemap.xml\n");
    fs::write(folder.join("robots.txt"), robots).context("writing robots.txt")
}
