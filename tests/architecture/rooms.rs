//! Which room may use which: the matrix of ARCHITECTURE.md, and no import circles.

use std::collections::{BTreeMap, BTreeSet};

use crate::sources::{Tree, imports};

/// A room and the rooms that it may use, in one list or several. Every row names only rooms above
/// it, so no circle of rooms can be written down.
type Row = (&'static str, &'static [&'static [&'static str]]);

const SRC: Tree = Tree { folder: "src", prefix: "crate::" };
const BUILD: Tree = Tree { folder: "build", prefix: "crate::pipeline::" };
const XTASK: Tree = Tree { folder: "xtask/src", prefix: "crate::" };

/// What most rooms that draw may use.
const DRAWING: &[&str] = &["ui/browser", "ui/context", "ui/edition", "ui/landmark", "view"];

/// What rooms that draw with words and small parts may use besides.
const PARTS: &[&str] = &["ui/element", "ui/wording"];

/// The library. `ui` is a house of its own, so each of its rooms has a row.
const SRC_ROOMS: &[Row] = &[
    ("sorted", &[]),
    ("steps", &[]),
    ("text", &[]),
    ("entry_set", &[]),
    ("json", &[]),
    ("catalogue", &[&["sorted", "steps", "text"]]),
    ("entry", &[&["catalogue", "sorted"]]),
    ("facet", &[&["catalogue", "entry", "entry_set", "sorted", "text"]]),
    ("search", &[&["catalogue", "entry", "entry_set", "sorted", "steps", "text"]]),
    ("differential", &[&["catalogue", "entry", "entry_set", "sorted", "steps", "text"]]),
    ("finding_list", &[&["catalogue", "differential", "entry", "text"]]),
    ("phenopacket", &[&["catalogue", "differential"]]),
    (
        "finding_search",
        &[
            &["catalogue", "differential", "entry", "entry_set", "finding_list", "search"],
            &["steps", "text"],
        ],
    ),
    ("view", &[&["catalogue", "differential", "facet", "sorted"]]),
    (
        "explorer",
        &[
            &["catalogue", "entry", "entry_set", "facet", "search", "sorted", "steps", "text"],
            &["view"],
        ],
    ),
    ("picture", &[&["catalogue", "entry"]]),
    ("genes", &[&["catalogue", "entry", "entry_set", "facet", "sorted", "text", "view"]]),
    ("sources", &[&["catalogue", "entry", "text"]]),
    ("export", &[&["catalogue", "entry", "explorer", "genes", "json", "view"]]),
    ("patient", &[&["catalogue", "differential", "entry", "export", "sorted"]]),
    ("ui/edition", &[]),
    ("ui/landmark", &[]),
    ("ui/wording", &[&["catalogue", "entry", "explorer", "view"]]),
    (
        "ui/context",
        &[
            &["catalogue", "differential", "entry", "explorer", "facet", "finding_search"],
            &["steps", "ui/edition", "view"],
        ],
    ),
    ("ui/deferred", &[&["ui/context", "view"]]),
    (
        "ui/browser",
        &[
            &["catalogue", "export", "ui/context", "ui/deferred", "ui/edition", "ui/landmark"],
            &["view"],
        ],
    ),
    ("ui/actions", &[&["catalogue", "facet", "sorted", "ui/browser", "ui/context", "view"]]),
    ("ui/element", &[DRAWING, &["catalogue", "differential", "entry", "export", "ui/actions"]]),
    ("ui/picture", &[DRAWING, &["catalogue", "entry", "facet", "picture", "ui/element"]]),
    ("ui/entry", &[DRAWING, PARTS, &["catalogue", "entry", "facet", "sorted"]]),
    (
        "ui/browse",
        &[
            DRAWING,
            PARTS,
            &["catalogue", "entry", "explorer", "export", "facet", "search", "sorted", "text"],
            &["ui/actions", "ui/deferred"],
        ],
    ),
    (
        "ui/match_page",
        &[
            DRAWING,
            PARTS,
            &["catalogue", "differential", "entry", "explorer", "export", "facet", "finding_list"],
            &["finding_search", "patient", "phenopacket", "sorted", "ui/actions", "ui/browse"],
        ],
    ),
    ("ui/shell", &[DRAWING, PARTS, &["catalogue", "genes", "sources", "ui/actions", "ui/browse"]]),
    (
        "ui/page",
        &[
            DRAWING,
            PARTS,
            &["catalogue", "entry", "explorer", "export", "facet", "genes", "picture", "sources"],
            &["sorted", "ui/actions", "ui/browse", "ui/deferred", "ui/entry", "ui/match_page"],
            &["ui/picture"],
        ],
    ),
    (
        "ui/framed",
        &[PARTS, &["ui/browse", "ui/browser", "ui/context", "ui/entry", "ui/page", "view"]],
    ),
    ("ui/app", &[DRAWING, PARTS, &["ui/browse", "ui/framed", "ui/page", "ui/shell"]]),
    (
        "ui/print",
        &[DRAWING, PARTS, &["catalogue", "entry", "ui/browse", "ui/entry", "ui/page", "ui/shell"]],
    ),
];

/// The build script. The files that it shares with the library are not rooms of `build/`.
const BUILD_ROOMS: &[Row] = &[
    ("fault", &[]),
    ("read", &[&["fault"]]),
    ("check", &[&["fault", "read"]]),
    ("resolve", &[&["check", "fault", "read"]]),
    ("write", &[&["read", "resolve"]]),
];

/// The commands.
const XTASK_ROOMS: &[Row] = &[
    ("project", &[]),
    ("tool", &[&["project"]]),
    ("step", &[&["project", "tool"]]),
    ("service", &[&["project"]]),
    ("setup", &[&["project", "step", "tool"]]),
    ("publish", &[&["project", "step"]]),
    ("browser", &[&["project", "publish", "service", "setup", "step", "tool"]]),
    ("dev", &[&["browser", "project", "publish", "setup", "step", "tool"]]),
    ("import_hpo", &[&["project", "step", "tool"]]),
    ("links", &[]),
    ("evaluate", &[&["project"]]),
];

/// Files that put rooms together and so may use any: façades and programs.
const WHOLE: &[&str] = &["lib", "main", "ui", "bin::print_pages", "pipeline"];

/// The room of a module; `None` for a file that puts rooms together.
fn room(module: &str) -> Option<String> {
    if WHOLE.contains(&module) {
        return None;
    }
    let mut parts = module.split("::");
    let first = parts.next()?;
    let room = match (first, parts.next()) {
        ("ui", Some(second)) => format!("ui/{second}"),
        _ => first.to_owned(),
    };
    Some(room)
}

#[track_caller]
fn check(tree: &Tree, rows: &[Row]) {
    let rooms: BTreeMap<&str, Vec<&str>> =
        rows.iter().map(|(name, uses)| (*name, uses.concat())).collect();
    let mut faults = Vec::new();
    let mut above = BTreeSet::new();
    for (name, uses) in rows {
        for used in uses.concat().iter().filter(|used| !above.contains(*used)) {
            faults.push(format!("the row of {name} names {used}, which is not a row above it"));
        }
        above.insert(*name);
    }
    let graph = imports(tree);
    let there: BTreeSet<String> = graph.keys().filter_map(|module| room(module)).collect();
    for name in rooms.keys().filter(|name| !there.contains(**name)) {
        faults.push(format!("{name} has a row, and {} has no such room", tree.folder));
    }
    for (module, named) in &graph {
        let Some(own) = room(module) else { continue };
        let Some(allowed) = rooms.get(own.as_str()) else {
            faults.push(format!("{}: {module} is in a room without a row: {own}", tree.folder));
            continue;
        };
        for other in named {
            match room(other) {
                Some(other) if other == own || allowed.contains(&other.as_str()) => {}
                _ => faults.push(format!("{module} uses {other}, which {own} may not")),
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn rooms_of_the_library_use_only_what_their_row_allows() {
    check(&SRC, SRC_ROOMS);
}

#[test]
fn rooms_of_the_build_use_only_what_their_row_allows() {
    check(&BUILD, BUILD_ROOMS);
}

#[test]
fn rooms_of_the_commands_use_only_what_their_row_allows() {
    check(&XTASK, XTASK_ROOMS);
}

/// A circle of modules, if there is one. A folder belongs to its façade, so an arrow between a
/// module and a façade above it does not count.
fn circle(graph: &BTreeMap<String, Vec<String>>) -> Option<Vec<String>> {
    let is_above =
        |one: &str, other: &str| other.strip_prefix(one).is_some_and(|rest| rest.starts_with("::"));
    // Modules that name no module left are removed until none is left or a circle remains.
    let mut left: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (module, named) in graph {
        let named = named.iter().map(String::as_str);
        let apart = named.filter(|other| !is_above(other, module) && !is_above(module, other));
        left.insert(module, apart.collect());
    }
    loop {
        let done: Vec<&str> = left
            .iter()
            .filter(|(_, named)| !named.iter().any(|other| left.contains_key(other)))
            .map(|(module, _)| *module)
            .collect();
        if done.is_empty() {
            break;
        }
        done.iter().for_each(|module| _ = left.remove(module));
    }
    (!left.is_empty()).then(|| {
        let arrows = left.iter().flat_map(|(module, named)| {
            let named = named.iter().filter(|other| left.contains_key(*other));
            named.map(move |other| format!("{module} -> {other}"))
        });
        arrows.collect()
    })
}

#[test]
fn no_module_is_in_an_import_circle() {
    for tree in [SRC, BUILD, XTASK] {
        let found = circle(&imports(&tree));
        assert_eq!(found, None, "an import circle in {}", tree.folder);
    }
}

#[test]
fn an_import_circle_would_be_found() {
    let graph = |arrows: &[(&str, &[&str])]| {
        let named = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect();
        arrows.iter().map(|(from, to)| ((*from).to_owned(), named(to))).collect()
    };
    let round = graph(&[("a", &["b"]), ("b", &["c::d"]), ("c::d", &["a"]), ("e", &["a"])]);
    let found = circle(&round).expect("a, b and c::d are a circle");
    assert!(found.contains(&"c::d -> a".to_owned()), "{found:?}");
    let tree = graph(&[("a", &["a::b"]), ("a::b", &["a", "c"]), ("c", &[])]);
    assert_eq!(circle(&tree), None, "a façade and its folder are one");
}

#[test]
fn a_folder_has_about_ten_siblings_at_most() {
    const MOST: usize = 12;
    /// The library and its page: every sibling is a room with a row of its own above.
    const HOUSES: [&str; 2] = ["src/", "src/ui"];
    for tree in [SRC, BUILD, XTASK] {
        let mut folders: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for module in imports(&tree).into_keys() {
            let (folder, name) = module.rsplit_once("::").unwrap_or(("", &module));
            let folder = format!("{}/{}", tree.folder, folder.replace("::", "/"));
            folders.entry(folder).or_default().insert(name.to_owned());
        }
        folders.retain(|folder, _| !HOUSES.contains(&folder.as_str()));
        for (folder, names) in folders {
            assert!(names.len() <= MOST, "divide {folder} by idea: {names:?}");
        }
    }
}
