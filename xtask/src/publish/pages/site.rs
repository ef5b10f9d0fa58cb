//! The address at which a build will be published, and what robots look for there.
//!
//! Does not know what the pages say.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use myoclonus_explorer::catalogue::Catalogue;

use crate::publish::html::escaped;
use crate::publish::names::INDEX;

/// The environment variable with the address at which the build will be published.
pub(crate) const SITE_URL: &str = "MYOCLONUS_SITE_URL";

/// Fails unless the paths of pages can be appended to the address.
pub(crate) fn ensure_folder(address: &str) -> Result<()> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let is_folder = rest.is_some_and(|rest| {
        !rest.starts_with('/') && rest.ends_with('/') && !rest.contains(['?', '#'])
    });
    ensure!(
        is_folder,
        "--site-url {address}: give the address of a folder: it begins with https:// or http://, \
         ends with a slash and has neither ? nor #, for instance https://example.org/myoclonus/"
    );
    Ok(())
}

/// The folders of the static pages, by name.
pub(crate) fn lists(folder: &Path) -> Result<Vec<String>> {
    let mut lists = Vec::new();
    for list in fs::read_dir(folder)? {
        let list = list?;
        if list.path().join(INDEX).is_file() {
            lists.push(list.file_name().to_string_lossy().into_owned());
        }
    }
    lists.sort_unstable();
    Ok(lists)
}

/// Writes the site map of all pages, and the file by which robots find it.
pub(crate) fn site_map(folder: &Path, site: &str) -> Result<()> {
    let mut paths = vec![String::new()];
    for list in lists(folder)? {
        for page in fs::read_dir(folder.join(&list))? {
            let page = page?.file_name().to_string_lossy().into_owned();
            if page.ends_with(".html") {
                paths.push(format!("{list}/{page}"));
            }
        }
    }
    paths.sort_unstable();
    let date = Catalogue::bundled().date;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_address_of_a_folder_is_taken() {
        for address in ["https://example.org/", "http://localhost:8080/a/b/"] {
            assert!(ensure_folder(address).is_ok(), "{address}");
        }
        for address in [
            "https://example.org",
            "example.org/",
            "httpx://example.org/",
            "https:///",
            "https://example.org/?a=/",
            "https://example.org/#/",
        ] {
            let error = ensure_folder(address).err().map(|error| error.to_string());
            assert!(error.is_some_and(|error| error.contains(address)), "{address}");
        }
    }
}
