//! Who may name what: the boundaries of ARCHITECTURE.md, checked by reading the sources.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file: its path from the project's root, and its text.
struct SourceFile {
    path: String,
    text: String,
}

/// Every file with this ending below a folder.
fn files(folder: &str, ending: &str) -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open: Vec<PathBuf> = vec![root.join(folder)];
    let mut files = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let listing = fs::read_dir(&path).expect("the project's folders can be read");
            open.extend(listing.map(|file| file.expect("a folder can be listed").path()));
        } else if path.to_string_lossy().ends_with(ending) {
            let text = fs::read_to_string(&path).expect("sources are UTF-8");
            let path = path.strip_prefix(root).expect("the file is below the root");
            files.push(SourceFile { path: path.to_string_lossy().replace('\\', "/"), text });
        }
    }
    assert!(!files.is_empty(), "there are {ending} files in {folder}");
    files
}

/// The lines of a source file that name one of these words outside comments and documentation.
fn naming(file: &SourceFile, words: &[&str]) -> Vec<String> {
    let code = file.text.lines().zip(1..).filter(|(line, _)| !line.trim_start().starts_with("//"));
    // How far an item can be seen names no module.
    let code = code.map(|(line, number)| (line.replace("pub(crate) ", "pub "), number));
    code.filter(|(line, _)| words.iter().any(|word| names(line, word)))
        .map(|(line, number)| format!("{}:{number}: {}", file.path, line.trim()))
        .collect()
}

/// Whether a line holds a word as a whole identifier.
fn names(line: &str, word: &str) -> bool {
    let identifier = |character: char| character.is_alphanumeric() || character == '_';
    line.match_indices(word).any(|(at, _)| {
        !line[..at].ends_with(identifier) && !line[at + word.len()..].starts_with(identifier)
    })
}

/// No file of `src` but those for which `allowed` holds names any of these words.
#[track_caller]
fn only(allowed: impl Fn(&str) -> bool, words: &[&str]) {
    let offending: Vec<String> = files("src", ".rs")
        .iter()
        .filter(|file| !allowed(&file.path))
        .flat_map(|file| naming(file, words))
        .collect();
    assert!(offending.is_empty(), "{words:?} named outside their place:\n{}", offending.join("\n"));
}

const BROWSER: &[&str] = &["leptos", "web_sys", "js_sys", "wasm_bindgen"];

fn is_ui(path: &str) -> bool {
    path == "src/main.rs" || path == "src/ui.rs" || path.starts_with("src/ui/")
}

#[test]
fn the_core_names_no_framework_and_no_browser() {
    only(is_ui, BROWSER);
}

#[test]
fn a_core_file_that_names_leptos_would_be_caught() {
    let file = SourceFile {
        path: "src/catalogue.rs".into(),
        text: "//! leptos in a comment is fine.\nuse leptos::prelude::*;\nlet leptosy = 1;".into(),
    };
    assert_eq!(naming(&file, BROWSER), ["src/catalogue.rs:2: use leptos::prelude::*;"]);
}

#[test]
fn only_location_knows_the_history_and_the_address() {
    let history = &["history", "push_state_with_url", "hashchange", "popstate", "hash"];
    only(|path| path == "src/ui/browser/location.rs" || !is_ui(path), history);
}

#[test]
fn only_storage_knows_the_local_storage() {
    only(|path| path == "src/ui/browser/storage.rs", &["local_storage", "session_storage"]);
}

#[test]
fn only_download_knows_blobs() {
    only(|path| path == "src/ui/browser/download.rs", &["Blob", "Url"]);
}

#[test]
fn the_views_know_no_index_and_no_address_syntax() {
    let search = &["crate::index", "crate::query", "crate::rank", "crate::url"];
    only(|path| path == "src/ui/browser/location.rs" || !is_ui(path), search);
}

#[test]
fn the_catalogue_knows_nothing_of_search_and_views() {
    let outside = |path: &str| !path.starts_with("src/catalogue");
    only(
        outside,
        &[
            "crate::text",
            "crate::index",
            "crate::facet",
            "crate::explorer",
            "crate::view_state",
            "crate::url",
        ],
    );
}

#[test]
fn the_core_is_one_way() {
    const SEARCH: &[&str] = &["crate::index", "crate::query", "crate::rank"];
    const DOORS: &[&str] = &["crate::explorer", "crate::url", "crate::ui"];
    for (module, unknown) in [
        ("src/text.rs", &[&["crate"], DOORS][..]),
        ("src/common_words.rs", &[&["crate"]]),
        ("src/likeness.rs", &[SEARCH, DOORS, &["crate::catalogue"]]),
        ("src/edit_distance.rs", &[&["crate"]]),
        ("src/entry_set.rs", &[&["crate"]]),
        ("src/excerpt.rs", &[&["crate"]]),
        ("src/reordering.rs", &[&["crate"]]),
        ("src/index.rs", &[&["crate::catalogue", "crate::query", "crate::rank"], DOORS]),
        ("src/query.rs", &[&["crate::catalogue", "crate::rank", "crate::facet"], DOORS]),
        ("src/rank.rs", &[&["crate::catalogue", "crate::facet", "crate::view_state"], DOORS]),
        ("src/facet.rs", &[SEARCH, DOORS]),
        ("src/facet/shelves.rs", &[SEARCH, DOORS]),
        ("src/facet/topics.rs", &[SEARCH, DOORS]),
        ("src/relations.rs", &[SEARCH, DOORS, &["crate::facet"]]),
        ("src/comparison.rs", &[SEARCH, DOORS, &["crate::facet"]]),
        ("src/view_state.rs", &[SEARCH, DOORS]),
        ("src/export/bibliography.rs", &[SEARCH, DOORS, &["crate::facet", "crate::view_state"]]),
        ("src/export/ris.rs", &[SEARCH, DOORS, &["crate::facet", "crate::view_state"]]),
        ("src/export/bibtex.rs", &[SEARCH, DOORS, &["crate::facet", "crate::view_state"]]),
        ("src/export/csv.rs", &[&["crate"]]),
        ("src/export/json.rs", &[&["crate"]]),
    ] {
        for words in unknown {
            only(|path| path != module, words);
        }
    }
    only(is_ui, &["crate::ui"]);
}

#[test]
fn no_view_writes_html_or_inline_style() {
    let mut offending = Vec::new();
    for file in files("src/ui", ".rs") {
        for (line, number) in file.text.lines().zip(1..) {
            if ["inner_html", "style=", "style:"].iter().any(|word| line.contains(word)) {
                offending.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    assert!(offending.is_empty(), "the policy blocks this:\n{}", offending.join("\n"));
}

#[test]
fn every_module_opens_by_saying_what_it_is() {
    for folder in ["src", "build", "tests", "xtask/src"] {
        for file in files(folder, ".rs") {
            assert!(file.text.starts_with("//! "), "{} opens with a `//!` line", file.path);
        }
    }
}

#[test]
fn no_source_file_grows_beyond_reading() {
    for folder in ["src", "build", "tests", "xtask/src", "style"] {
        for ending in [".rs", ".css"] {
            if folder == "style" && ending == ".rs" || folder != "style" && ending == ".css" {
                continue;
            }
            for file in files(folder, ending) {
                let lines = file.text.lines().count();
                assert!(lines < 1000, "{} has {lines} lines; split it by idea", file.path);
            }
        }
    }
}

#[test]
fn every_style_sheet_is_linked_from_the_page() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html"))
        .expect("the page is there");
    for file in files("style", ".css") {
        assert!(page.contains(&format!("href=\"{}\"", file.path)), "{} is linked", file.path);
    }
}
