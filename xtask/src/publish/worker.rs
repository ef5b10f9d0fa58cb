//! Writes the service worker, which keeps the explorer on a reader's device.
//!
//! Knows the files of the explorer itself. What the worker does with them is in `sw.js`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::names::{INDEX, START, hash, hashed_names, program, sha256, with_file};
use super::pages::site;
use super::{packed, scripts};
use crate::project::root;

/// The worker's file.
pub(crate) const FILE: &str = "sw.js";

/// The files of the explorer without a hash in their names.
const UNHASHED: [&str; 7] = [
    INDEX,
    START,
    "offline.js",
    "manifest.webmanifest",
    "icon-192.png",
    "icon-512.png",
    "icon-maskable-512.png",
];

/// The files of the explorer itself, sorted: neither the static pages nor what is there to
/// download.
pub(crate) fn explorer_files(folder: &Path) -> Result<Vec<String>> {
    let mut files = hashed_names(folder)?;
    files.retain(|name| !packed::is_copy(name));
    files.extend(UNHASHED.map(str::to_owned));
    files.sort_unstable();
    Ok(files)
}

/// Writes the worker for the files in a folder, and names it in their page.
pub(crate) fn write(folder: &Path) -> Result<()> {
    register(folder)?;
    let template = fs::read_to_string(root().join(FILE)).with_context(|| FILE.to_owned())?;
    let template = scripts::without_comments(&template);
    let mut content = template.clone().into_bytes();
    let mut files = Vec::new();
    for name in explorer_files(folder)? {
        let bytes = fs::read(folder.join(&name))
            .with_context(|| format!("{name} belongs to the explorer but is missing"))?;
        content.extend_from_slice(name.as_bytes());
        content.extend_from_slice(&bytes);
        // The page is requested by its folder, as readers do.
        let address = if name == INDEX { "./".to_owned() } else { format!("./{name}") };
        files.push((address, sha256(&bytes)));
    }
    let mut worker = template;
    for (name, value) in [
        ("VERSION", serde_json::to_string(&hash(&content))?),
        ("FILES", serde_json::to_string(&files)?),
        ("LISTS", serde_json::to_string(&site::lists(folder)?)?),
    ] {
        let start = format!("const {name} = ");
        let at = worker.find(&start).with_context(|| format!("{FILE} has no {start:?}"))?;
        let at = at + start.len();
        let end = worker[at..].find(';').with_context(|| format!("{start:?} does not end"))?;
        worker.replace_range(at..at + end, &value);
    }
    fs::write(folder.join(FILE), worker).with_context(|| format!("writing {FILE}"))
}

/// Names the worker in the page. A development build has none.
fn register(folder: &Path) -> Result<()> {
    let index = folder.join(INDEX);
    let page = fs::read_to_string(&index)?;
    // A page that was published before names it already.
    if program(&page)?.attribute("data-worker").is_some() {
        return Ok(());
    }
    fs::write(&index, with_file(&page, "worker", FILE)?).with_context(|| format!("writing {INDEX}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The worker and the page of a small published folder with this style.
    fn written(style: &str) -> (String, String) {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let folder = folder.path();
        fs::create_dir(folder.join("causes")).expect("a folder for the test");
        for file in UNHASHED.into_iter().chain([
            "explorer-0123456789abcdef.css",
            "explorer-0123456789abcdef.css.br",
            "myoclonus-explorer_bg-0123456789abcdef.wasm",
            "myoclonus.html",
            "causes/index.html",
        ]) {
            fs::write(folder.join(file), style).expect("a file for the test");
        }
        fs::write(folder.join(INDEX), "<script data-wasm=./p.wasm></script>").expect("the page");
        write(folder).expect("the worker is written");
        let read = |file| fs::read_to_string(folder.join(file)).expect("it is there");
        (read(FILE), read(INDEX))
    }

    #[test]
    fn it_keeps_only_the_explorer() {
        let (worker, page) = written("a{}");
        let files = worker.lines().find_map(|line| line.strip_prefix("const FILES = "));
        let files: Vec<(String, String)> = files
            .and_then(|files| serde_json::from_str(files.trim_end_matches(';')).ok())
            .expect("the files are a list");
        assert_eq!(files.len(), UNHASHED.len() + 2, "{files:?}");
        let digest = |name: &str| {
            let file = files.iter().find(|(file, _)| file == name);
            file.map(|(_, digest)| digest.clone()).unwrap_or_else(|| panic!("{name} in {files:?}"))
        };
        // Every file is checked, the page with the worker's name in it as well.
        assert_eq!(digest("./"), sha256(page.as_bytes()));
        assert_eq!(digest("./explorer-0123456789abcdef.css"), sha256(b"a{}"));
        assert_eq!(digest("./boot.js"), sha256(b"a{}"));
        assert!(files.iter().all(|(file, _)| !file.contains("causes") && !file.ends_with(".br")));
        assert!(worker.contains("const LISTS = [\"causes\"];"), "{worker}");
        assert_eq!(page, "<script data-worker=./sw.js data-wasm=./p.wasm></script>");
    }

    #[test]
    fn other_content_is_another_version() {
        let version = |style| {
            let (worker, _) = written(style);
            worker.lines().find(|line| line.starts_with("const VERSION")).map(str::to_owned)
        };
        assert_eq!(version("a{}"), version("a{}"));
        assert_ne!(version("a{}"), version("b{}"));
        assert_ne!(version("a{}").as_deref(), Some("const VERSION = \"development\";"));
    }
}
