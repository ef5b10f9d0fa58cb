//! Writes the service worker, which keeps the explorer on a reader's device.
//!
//! Knows which files the explorer itself is made of. What the worker does with them stands in `sw.js`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::names::{INDEX, hash, hashed_names, program, sha256, without_hash};
use super::{packed, site};
use crate::project::root;

/// The worker's file.
pub(crate) const FILE: &str = "sw.js";

/// The files of the explorer whose names have no hash.
const UNHASHED: [&str; 7] = [
    INDEX,
    "boot.js",
    "offline.js",
    "manifest.webmanifest",
    "icon-192.png",
    "icon-512.png",
    "icon-maskable-512.png",
];

/// The files that the explorer itself is made of, in the order of their names: neither the static pages
/// nor what is there for downloading.
pub(crate) fn explorer_files(folder: &Path) -> Result<Vec<String>> {
    let mut files = hashed_names(folder)?;
    files.retain(|name| !packed::is_copy(name));
    files.extend(UNHASHED.map(str::to_owned));
    files.sort_unstable();
    Ok(files)
}

/// Writes the worker for the files of a folder, and lets their page know of it.
pub(crate) fn write(folder: &Path) -> Result<()> {
    register(folder)?;
    let template = fs::read_to_string(root().join(FILE)).with_context(|| FILE.to_owned())?;
    let mut content = template.clone().into_bytes();
    let mut files = Vec::new();
    for name in explorer_files(folder)? {
        let bytes = fs::read(folder.join(&name))
            .with_context(|| format!("{name} belongs to the explorer and is not there"))?;
        content.extend_from_slice(name.as_bytes());
        content.extend_from_slice(&bytes);
        // The page is asked for by its folder, as readers do. Hosts may add to it; what it names has to
        // be of this version all the same. A hashed name needs no more to be true.
        files.push(match name.as_str() {
            INDEX => ("./".to_owned(), None),
            name if without_hash(name) != name => (format!("./{name}"), None),
            name => (format!("./{name}"), Some(sha256(&bytes))),
        });
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

/// Lets the page know of the worker: a development build has none.
fn register(folder: &Path) -> Result<()> {
    let index = folder.join(INDEX);
    let mut page = fs::read_to_string(&index)?;
    let program = program(&page)?;
    // Of a page that is published already it knows.
    if program.attribute("data-worker").is_some() {
        return Ok(());
    }
    let start = program.range.start;
    page.insert_str(start + "<script".len(), &format!(" data-worker=./{FILE}"));
    fs::write(&index, page).with_context(|| format!("writing {INDEX}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The worker and the page of a small published folder with this style.
    fn made(name: &str, style: &str) -> (String, String) {
        let folder = std::env::temp_dir().join(format!("worker-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("causes")).expect("a folder for the test");
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
        write(&folder).expect("the worker is written");
        let read = |file| fs::read_to_string(folder.join(file)).expect("it is there");
        let made = (read(FILE), read(INDEX));
        fs::remove_dir_all(&folder).expect("the folder goes");
        made
    }

    #[test]
    fn it_keeps_the_explorer_and_nothing_else() {
        let (worker, page) = made("files", "a{}");
        let files = worker.lines().find_map(|line| line.strip_prefix("const FILES = "));
        let files: Vec<(String, Option<String>)> = files
            .and_then(|files| serde_json::from_str(files.trim_end_matches(';')).ok())
            .expect("the files are a list");
        assert_eq!(files.len(), UNHASHED.len() + 2, "{files:?}");
        let digest = |name: &str| {
            let file = files.iter().find(|(file, _)| file == name);
            file.map(|(_, digest)| digest.clone()).unwrap_or_else(|| panic!("{name} in {files:?}"))
        };
        assert_eq!(digest("./"), None);
        assert_eq!(digest("./explorer-0123456789abcdef.css"), None);
        assert_eq!(digest("./boot.js"), Some(sha256(b"a{}")));
        assert!(files.iter().all(|(file, _)| !file.contains("causes") && !file.ends_with(".br")));
        assert!(worker.contains("const LISTS = [\"causes\"];"), "{worker}");
        assert_eq!(page, "<script data-worker=./sw.js data-wasm=./p.wasm></script>");
    }

    #[test]
    fn other_content_is_another_version() {
        let version = |name, style| {
            let (worker, _) = made(name, style);
            worker.lines().find(|line| line.starts_with("const VERSION")).map(str::to_owned)
        };
        assert_eq!(version("same", "a{}"), version("again", "a{}"));
        assert_ne!(version("one", "a{}"), version("other", "b{}"));
        assert_ne!(version("set", "a{}").as_deref(), Some("const VERSION = \"development\";"));
    }
}
