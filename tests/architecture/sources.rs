//! The source files as text: paths, lines of code, and the modules that they name.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

/// A source file: its path from the project's root, and its text.
pub(crate) struct SourceFile {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// Every file with this ending below a folder.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = WalkDir::new(root.join(folder)).sort_by_file_name().into_iter();
    let files: Vec<SourceFile> = entries
        .map(|entry| entry.expect("the project's folders can be read"))
        .filter(|entry| entry.file_type().is_file())
        .filter(|entry| entry.path().to_string_lossy().ends_with(ending))
        .map(|entry| {
            let text = fs::read_to_string(entry.path()).expect("sources are UTF-8");
            let path = entry.path().strip_prefix(root).expect("the file is below the root");
            SourceFile { path: path.to_string_lossy().replace('\\', "/"), text }
        })
        .collect();
    assert!(!files.is_empty(), "there are {ending} files in {folder}");
    files
}

/// The numbered lines of code, without comments and documentation.
pub(crate) fn code(file: &SourceFile) -> impl Iterator<Item = (usize, &str)> {
    let lines = file.text.lines().zip(1..).filter(|(line, _)| !line.trim_start().starts_with("//"));
    lines.map(|(line, number)| (number, line))
}

/// Whether a line holds a word as a whole identifier.
pub(crate) fn names(line: &str, word: &str) -> bool {
    let identifier = |character: char| character.is_alphanumeric() || character == '_';
    line.match_indices(word).any(|(at, _)| {
        !line[..at].ends_with(identifier) && !line[at + word.len()..].starts_with(identifier)
    })
}

/// A tree of modules: a folder, and the path under which the crate knows it.
pub(crate) struct Tree {
    /// The folder, such as `src`.
    pub(crate) folder: &'static str,
    /// What stands before the modules in a path, such as `crate::`.
    pub(crate) prefix: &'static str,
}

/// The modules that each module names outside its tests: `a::b` for `src/a/b.rs`.
pub(crate) fn imports(tree: &Tree) -> BTreeMap<String, Vec<String>> {
    let files = files(tree.folder, ".rs");
    let modules: Vec<String> = files.iter().map(|file| module(tree, &file.path)).collect();
    let graph = files.iter().zip(&modules).map(|(file, own)| {
        let mut named = Vec::new();
        let lines = code(file).map(|(_, line)| line);
        // Tests at the end of a file may use what they like.
        for line in lines.take_while(|line| !line.starts_with("#[cfg(test)]")) {
            named.extend(paths(tree, own, line).filter_map(|path| deepest(&modules, &path)));
        }
        named.sort_unstable();
        named.dedup();
        named.retain(|other| other != own);
        (own.clone(), named)
    });
    graph.collect()
}

/// The module that a file is.
fn module(tree: &Tree, path: &str) -> String {
    let below = path.strip_prefix(tree.folder).and_then(|rest| rest.strip_prefix('/'));
    below.unwrap_or(path).trim_end_matches(".rs").replace('/', "::")
}

/// The paths in a line of code, from the root of the tree.
fn paths<'a>(tree: &'a Tree, own: &'a str, line: &'a str) -> impl Iterator<Item = String> + 'a {
    let whole = |start: usize| -> &str {
        let rest = &line[start..];
        let end = rest.find(|it: char| !(it.is_alphanumeric() || it == '_' || it == ':'));
        &rest[..end.unwrap_or(rest.len())]
    };
    let absolute = line
        .match_indices(tree.prefix)
        .map(move |(at, _)| whole(at + tree.prefix.len()).to_owned());
    let parent = own.rsplit_once("::").map_or("", |(parent, _)| parent);
    let relative = line.match_indices("super::").map(move |(at, _)| {
        let path = whole(at + "super::".len());
        if parent.is_empty() { path.to_owned() } else { format!("{parent}::{path}") }
    });
    absolute.chain(relative)
}

/// The deepest module that a path leads into.
fn deepest(modules: &[String], path: &str) -> Option<String> {
    let mut path = path.trim_end_matches(':');
    loop {
        if modules.iter().any(|module| module == path) {
            return Some(path.to_owned());
        }
        path = path.rsplit_once("::")?.0;
    }
}

#[test]
fn paths_lead_to_the_deepest_module() {
    let tree = Tree { folder: "src", prefix: "crate::" };
    let modules = ["a", "a::b", "c"].map(str::to_owned);
    let found = |own: &str, line: &str| -> Vec<String> {
        paths(&tree, own, line).filter_map(|path| deepest(&modules, &path)).collect()
    };
    assert_eq!(found("c", "use crate::a::b::{Thing, other};"), ["a::b"]);
    assert_eq!(found("c", "let it = crate::a::Thing::new();"), ["a"]);
    assert_eq!(found("a::d", "use super::b::Thing;"), ["a::b"]);
    assert_eq!(found("c", "use crate::unknown::Thing;"), Vec::<String>::new());
}
