//! Names files by their content.
//!
//! Trunk names some files before wasm-bindgen and wasm-opt have changed them, so files with the
//! same name could differ. A cache that keeps a file for ever would then be wrong. Knows the page's
//! links, not what the files are for.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use super::html::{Tag, tags};
use super::packed;

/// The page, whose name is fixed.
pub(crate) const INDEX: &str = "index.html";

/// The script that starts the program. Its name is fixed: a page that a cache has kept finds it
/// still.
pub(crate) const START: &str = "boot.js";

/// How many hexadecimal digits of the hash are in a name: 64 bits.
const DIGITS: usize = 16;

/// Names every hashed file of the page by its content.
pub(crate) fn name_by_content(folder: &Path) -> Result<()> {
    let index = folder.join(INDEX);
    let mut html = fs::read_to_string(&index).with_context(|| index.display().to_string())?;
    // Longer names first: one name may begin with another.
    let mut names = hashed_names(folder)?;
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for name in names {
        let content = fs::read(folder.join(&name))?;
        let new = with_hash(&without_hash(&name), &content);
        fs::rename(folder.join(&name), folder.join(&new))?;
        html = html.replace(&name, &new);
    }
    html = without_integrity(&html)?;
    html = ask_for_own_start(folder, &html)?;
    fs::write(&index, html)?;
    Ok(())
}

/// The page without any `integrity`. The names contain the hash. In a locked frame, and in a folder
/// on a disk, a browser cannot check the value and refuses the file.
fn without_integrity(html: &str) -> Result<String> {
    let mut page = html.to_owned();
    for link in tags(html, "link").iter().rev().filter(|link| link.attribute("integrity").is_some())
    {
        let name = link.file("href").context("a link with integrity and without an address")?;
        let rel = link.attribute("rel").unwrap_or_default();
        page.replace_range(link.range.clone(), &format!("<link href=./{name} rel={rel}>"));
    }
    Ok(page)
}

/// The page with the hash of its start script behind the address of it. Otherwise a browser may
/// give a new page the script of an earlier version, from its own cache.
fn ask_for_own_start(folder: &Path, html: &str) -> Result<String> {
    let range = program(html)?.range;
    let tag = &html[range.clone()];
    let address = format!("src=./{START}");
    ensure!(tag.contains(&address), "{INDEX} does not start by {START}: {tag}");
    let script = fs::read(folder.join(START)).with_context(|| format!("reading {START}"))?;
    let mut page = html.to_owned();
    page.replace_range(range, &tag.replace(&address, &format!("{address}?{}", hash(&script))));
    Ok(page)
}

/// The tag of the page that starts the program.
pub(crate) fn program(page: &str) -> Result<Tag<'_>> {
    let mut scripts = tags(page, "script").into_iter();
    let program = scripts.find(|tag| tag.attribute("data-wasm").is_some());
    program.with_context(|| format!("{INDEX} starts no program"))
}

/// The page with one more file named in the tag that starts the program.
pub(crate) fn with_file(page: &str, attribute: &str, name: &str) -> Result<String> {
    let start = program(page)?.range.start + "<script".len();
    let mut page = page.to_owned();
    page.insert_str(start, &format!(" data-{attribute}=./{name}"));
    Ok(page)
}

/// The names in a folder that contain a hash, sorted.
pub(crate) fn hashed_names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for file in fs::read_dir(folder)? {
        let name = file?.file_name().to_string_lossy().into_owned();
        if without_hash(&name) != name {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// Fails unless every hashed name matches the file's content.
pub(crate) fn ensure_true(folder: &Path) -> Result<()> {
    for name in hashed_names(folder)? {
        // A compressed copy has the hash of the original in its name.
        if packed::is_copy(&name) {
            continue;
        }
        let content = fs::read(folder.join(&name))?;
        ensure!(name.contains(&hash(&content)), "{name} does not match its content");
    }
    Ok(())
}

/// The hash of a file's content, as used in names.
pub(crate) fn hash(content: &[u8]) -> String {
    sha256(content)[..DIGITS].to_owned()
}

/// The SHA-256 of a file's content, in hexadecimal digits.
pub(crate) fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `base.css` with the hash of its content: `base-f4ef273861321d99.css`.
pub(crate) fn with_hash(name: &str, content: &[u8]) -> String {
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    format!("{stem}-{}.{ending}", hash(content))
}

/// `base-f4ef273861321d99.css` is `base.css`: the hash changes with the content.
pub(crate) fn without_hash(name: &str) -> String {
    let hash = name.match_indices('-').find_map(|(at, _)| {
        let digits = name[at + 1..].find(|c: char| !c.is_ascii_hexdigit())?;
        // Trunk leaves out leading zeros of its 64 bits.
        (12..=DIGITS).contains(&digits).then_some(at..at + 1 + digits)
    });
    hash.map_or_else(
        || name.to_owned(),
        |hash| format!("{}{}", &name[..hash.start], &name[hash.end..]),
    )
}

/// The published name, with its hash, of the file with this name.
pub(crate) fn published(folder: &Path, name: &str) -> Result<String> {
    let mut found: Vec<_> =
        hashed_names(folder)?.into_iter().filter(|hashed| without_hash(hashed) == name).collect();
    ensure!(
        found.len() == 1,
        "{} has {} files named {name} with a hash, not one: run `cargo xtask build`",
        folder.display(),
        found.len()
    );
    Ok(found.remove(0))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn only_the_hash_is_removed_from_a_name() {
        for (name, expected) in [
            ("base-f4ef273861321d99.css", "base.css"),
            ("myoclonus-explorer-ed9c809569f3dc19_bg.wasm", "myoclonus-explorer_bg.wasm"),
            ("myoclonus-explorer_bg-ed9c809569f3dc19.wasm", "myoclonus-explorer_bg.wasm"),
            ("tokens-2765e0812d4dc37.css", "tokens.css"),
            ("third-party-notices.txt", "third-party-notices.txt"),
            ("boot.js", "boot.js"),
        ] {
            assert_eq!(without_hash(name), expected);
        }
    }

    /// A folder as Trunk leaves it, with this program.
    fn built(program: &str) -> TempDir {
        let folder = tempfile::tempdir().expect("a folder for the test");
        for (file, content) in [
            ("icon-0123456789abcde2.svg", "<svg/>"),
            ("p-0123456789abcde3.js", "export default 1"),
            ("p-0123456789abcde3_bg.wasm", program),
            (START, "start()"),
            (
                INDEX,
                "<link href=./icon-0123456789abcde2.svg integrity=sha384-old rel=icon>\
                 <link href=./p-0123456789abcde3.js rel=modulepreload>\
                 <script data-wasm=./p-0123456789abcde3_bg.wasm src=./boot.js></script>",
            ),
        ] {
            fs::write(folder.path().join(file), content).expect("a file for the test");
        }
        name_by_content(folder.path()).expect("the files are named");
        folder
    }

    #[test]
    fn every_name_contains_the_hash_of_its_content() {
        let built = built("one");
        let folder = built.path();
        let names = hashed_names(folder).expect("the folder is read");
        assert_eq!(names.len(), 3, "{names:?}");
        let html = fs::read_to_string(folder.join(INDEX)).expect("the page");
        for name in names {
            let content = fs::read(folder.join(&name)).expect("the file");
            assert!(name.contains(&hash(&content)), "{name}");
            assert!(html.contains(&format!("./{name}")), "{name} is not linked: {html}");
        }
        assert!(!html.contains("0123456789abcde"), "an old name is left: {html}");
    }

    #[test]
    fn a_name_that_does_not_match_its_content_is_refused() {
        let built = built("one");
        let folder = built.path();
        ensure_true(folder).expect("as it was built");
        let icon = published(folder, "icon.svg").expect("one icon");
        fs::write(folder.join(icon), "<svg />").expect("the icon");
        let error = ensure_true(folder).expect_err("the name is no longer true");
        assert!(error.to_string().contains("icon-"), "{error}");
    }

    #[test]
    fn names_differ_exactly_where_contents_differ() {
        let (one, again, two) = (built("one"), built("one"), built("two"));
        let wasm = |folder: &TempDir| published(folder.path(), "p_bg.wasm").expect("one program");
        assert_eq!(wasm(&one), wasm(&again));
        assert_ne!(wasm(&one), wasm(&two));
    }

    #[test]
    fn the_page_asks_for_its_own_start_script() {
        let built = built("one");
        let html = fs::read_to_string(built.path().join(INDEX)).expect("the page");
        let address = format!("src=./boot.js?{}>", hash(b"start()"));
        assert!(html.contains(&address), "{html}");
        assert!(built.path().join(START).is_file(), "the file keeps its name");
    }

    #[test]
    fn a_locked_frame_gets_every_file() {
        let built = built("one");
        let html = fs::read_to_string(built.path().join(INDEX)).expect("the page");
        assert!(!html.contains("integrity"), "{html}");
    }
}
