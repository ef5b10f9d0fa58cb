//! Which file may name what: the boundaries of ARCHITECTURE.md, checked by reading the sources.

mod rooms;
mod sources;

use std::fs;
use std::path::Path;

use sources::{SourceFile, code, files, names};

/// The lines of a source file that name one of these words outside comments and documentation.
fn naming(file: &SourceFile, words: &[&str]) -> Vec<String> {
    code(file)
        .filter(|(_, line)| words.iter().any(|word| names(line, word)))
        .map(|(number, line)| format!("{}:{number}: {}", file.path, line.trim()))
        .collect()
}

/// Checks that only files of `src` for which `allowed` holds name any of these words.
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
fn only_one_file_knows_files_that_a_reader_gives() {
    only(
        |path| path == "src/ui/browser/file.rs",
        &["DataTransfer", "FileList", "HtmlInputElement"],
    );
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
fn no_line_of_code_or_comment_is_too_long_to_read() {
    /// The width in `rustfmt.toml`, which leaves comments and long texts as they are.
    const WIDTH: usize = 100;
    let mut long = Vec::new();
    for folder in ["src", "build", "tests", "xtask/src"] {
        for file in files(folder, ".rs") {
            let lines = file.text.lines().zip(1..).filter(|(line, _)| line.chars().count() > WIDTH);
            long.extend(lines.map(|(_, number)| format!("{}:{number}", file.path)));
        }
    }
    assert!(long.is_empty(), "more than {WIDTH} characters:\n{}", long.join("\n"));
}

#[test]
fn every_style_sheet_is_linked_from_the_page() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html"))
        .expect("the page is there");
    for file in files("style", ".css") {
        assert!(page.contains(&format!("href=\"{}\"", file.path)), "{} is linked", file.path);
    }
}
