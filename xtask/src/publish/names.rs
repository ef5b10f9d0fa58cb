//! Names files by their content, and joins the style sheets.
//!
//! Trunk names some files before wasm-bindgen and wasm-opt have made them what they are, so that the
//! same name could have different bytes; a cache that keeps a name for ever would then be wrong. Knows
//! the page's links, and nothing of what the files are for.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use super::html::{Tag, tags};
use super::packed;

/// The page, whose name is fixed.
pub(crate) const INDEX: &str = "index.html";

/// What the one style sheet is called before its hash.
const STYLE: &str = "explorer.css";

/// How many hexadecimal digits of the hash a name has: 64 bits.
const DIGITS: usize = 16;

/// Joins the style sheets of the page and gives every hashed file the hash of what is in it.
pub(crate) fn name_by_content(folder: &Path) -> Result<()> {
    let index = folder.join(INDEX);
    let mut html = fs::read_to_string(&index).with_context(|| index.display().to_string())?;
    html = join_styles(folder, &html)?;
    // Longer names first: one may be how another begins.
    let mut names = hashed_names(folder)?;
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for name in names {
        let content = fs::read(folder.join(&name))?;
        let new = with_hash(&without_hash(&name), &content);
        fs::rename(folder.join(&name), folder.join(&new))?;
        html = html.replace(&name, &new);
    }
    html = with_true_integrity(folder, &html)?;
    fs::write(&index, html)?;
    Ok(())
}

/// One style sheet in place of many: each is a request before the first picture. The order stays.
fn join_styles(folder: &Path, html: &str) -> Result<String> {
    let links = tags(html, "link");
    let sheets: Vec<_> =
        links.iter().filter(|link| link.attribute("rel") == Some("stylesheet")).collect();
    let [first, .., _] = sheets[..] else {
        return Ok(html.to_owned());
    };
    let mut joined = String::new();
    for sheet in &sheets {
        let name = sheet.file("href").context("a style sheet without an address")?;
        let file = folder.join(name);
        joined += &fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        joined.push('\n');
        fs::remove_file(&file)?;
    }
    let name = with_hash(STYLE, joined.as_bytes());
    fs::write(folder.join(&name), &joined)?;
    let mut page = html.to_owned();
    for sheet in sheets.iter().rev() {
        let link = format!("<link href=./{name} integrity=\"\" rel=stylesheet>");
        let instead = if sheet.range == first.range { link.as_str() } else { "" };
        page.replace_range(sheet.range.clone(), instead);
    }
    Ok(page)
}

/// Every `integrity` of the page made that of the file it stands for.
fn with_true_integrity(folder: &Path, html: &str) -> Result<String> {
    let mut page = html.to_owned();
    for link in tags(html, "link").iter().rev().filter(|link| link.attribute("integrity").is_some())
    {
        let name = link.file("href").context("a link with integrity and without an address")?;
        let content = fs::read(folder.join(name)).with_context(|| name.to_owned())?;
        let rel = link.attribute("rel").unwrap_or_default();
        // Browsers check style sheets and scripts only; said of an icon, it is an error of the page.
        let integrity = match rel {
            "stylesheet" => {
                format!(" integrity=sha384-{}", STANDARD.encode(Sha384::digest(content)))
            }
            _ => String::new(),
        };
        let with = format!("<link href=./{name}{integrity} rel={rel}>");
        page.replace_range(link.range.clone(), &with);
    }
    Ok(page)
}

/// The tag of the page that starts the program.
pub(crate) fn program(page: &str) -> Result<Tag<'_>> {
    let mut scripts = tags(page, "script").into_iter();
    let program = scripts.find(|tag| tag.attribute("data-wasm").is_some());
    program.with_context(|| format!("{INDEX} starts no program"))
}

/// The names of the files of a folder that have a hash.
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

/// Fails unless every hashed name is that of its content, and every `integrity` true.
pub(crate) fn hold_true(folder: &Path) -> Result<()> {
    for name in hashed_names(folder)? {
        // A compressed copy has the name of what it is a copy of.
        if packed::is_copy(&name) {
            continue;
        }
        let content = fs::read(folder.join(&name))?;
        ensure!(name.contains(&hash(&content)), "{name} has other content than its name says");
    }
    let html = fs::read_to_string(folder.join(INDEX)).with_context(|| INDEX.to_owned())?;
    let true_html = with_true_integrity(folder, &html)?;
    ensure!(html == true_html, "{INDEX} has an integrity that is not that of the file");
    Ok(())
}

/// The hash of some content, as names have it.
pub(crate) fn hash(content: &[u8]) -> String {
    sha256(content)[..DIGITS].to_owned()
}

/// SHA-256 of some content, in hexadecimal digits.
pub(crate) fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `base.css` with the hash of its content: `base-f4ef273861321d99.css`.
fn with_hash(name: &str, content: &[u8]) -> String {
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

/// The name of the one published file whose name without hash is this.
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
    use super::*;

    #[test]
    fn the_hash_is_taken_out_of_a_name_and_nothing_else() {
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
    fn built(name: &str, program: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("names-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder for the test");
        for (file, content) in [
            ("a-0123456789abcde0.css", "a{}"),
            ("b-0123456789abcde1.css", "b{}"),
            ("icon-0123456789abcde2.svg", "<svg/>"),
            ("p-0123456789abcde3.js", "export default 1"),
            ("p-0123456789abcde3_bg.wasm", program),
            (
                INDEX,
                "<link href=./icon-0123456789abcde2.svg integrity=sha384-old rel=icon>\
                 <link href=./a-0123456789abcde0.css integrity=sha384-old rel=stylesheet>\
                 <link href=./b-0123456789abcde1.css integrity=sha384-old rel=stylesheet>\
                 <link href=./p-0123456789abcde3.js rel=modulepreload>\
                 <script data-wasm=./p-0123456789abcde3_bg.wasm></script>",
            ),
        ] {
            fs::write(folder.join(file), content).expect("a file for the test");
        }
        name_by_content(&folder).expect("the files are named");
        folder
    }

    #[test]
    fn every_name_has_the_hash_of_its_content() {
        let folder = built("content", "one");
        let names = hashed_names(&folder).expect("the folder is read");
        assert_eq!(names.len(), 4, "{names:?}");
        let html = fs::read_to_string(folder.join(INDEX)).expect("the page");
        for name in names {
            let content = fs::read(folder.join(&name)).expect("the file");
            assert!(name.contains(&hash(&content)), "{name}");
            assert!(html.contains(&format!("./{name}")), "{name} is not linked: {html}");
        }
        assert!(!html.contains("0123456789abcde"), "an old name is left: {html}");
        fs::remove_dir_all(folder).expect("the folder goes");
    }

    #[test]
    fn a_name_that_is_no_longer_true_is_refused() {
        let folder = built("untrue", "one");
        hold_true(&folder).expect("as it was built");
        let style = published(&folder, STYLE).expect("one style sheet");
        fs::write(folder.join(style), "c{}").expect("the style sheet");
        let error = hold_true(&folder).expect_err("the name is no longer true");
        assert!(error.to_string().contains("explorer-"), "{error}");
        fs::remove_dir_all(folder).expect("the folder goes");
    }

    #[test]
    fn other_content_has_another_name_and_the_same_the_same() {
        let (one, again, two) = (built("one", "one"), built("again", "one"), built("two", "two"));
        let wasm = |folder: &Path| published(folder, "p_bg.wasm").expect("one program");
        assert_eq!(wasm(&one), wasm(&again));
        assert_ne!(wasm(&one), wasm(&two));
        for folder in [one, again, two] {
            fs::remove_dir_all(folder).expect("the folder goes");
        }
    }

    #[test]
    fn style_sheets_are_joined_in_their_order_and_integrity_is_true() {
        let folder = built("style", "one");
        let style = published(&folder, STYLE).expect("one style sheet");
        let text = fs::read(folder.join(&style)).expect("the style sheet");
        assert_eq!(text, b"a{}\nb{}\n");
        let html = fs::read_to_string(folder.join(INDEX)).expect("the page");
        let integrity = STANDARD.encode(Sha384::digest(&text));
        let link = format!("<link href=./{style} integrity=sha384-{integrity} rel=stylesheet>");
        assert!(html.contains(&link), "{html}");
        assert!(!html.contains("sha384-old"), "{html}");
        fs::remove_dir_all(folder).expect("the folder goes");
    }
}
