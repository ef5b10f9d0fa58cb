//! Writes the whole explorer as one file that opens from a disk: `myoclonus.html`.
//!
//! Program, style and icon are in the page itself, and the policy names them by their hashes. Knows
//! how the page refers to its parts, not what they do.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::html::{Tag, replaced, source_hash, tags};
use super::later::{reading, split};
use super::names::{INDEX, START, program, published};
use super::notices::bill;
use super::{packed, style};
use crate::project::dist;
use crate::step::step;

/// The file's name within `dist/`.
pub(crate) const FILE: &str = "myoclonus.html";

/// The attribute of elements that make sense on a host only, and their names.
const SERVED: &str = "data-served";
const SERVED_ELEMENTS: [&str; 4] = ["nav", "span", "p", "saved-copy"];

/// What the file says where it is shown but not run.
const NOT_RUN: &str = "<p><strong>This program shows the file without running it</strong>, as \
    viewers in mail and cloud programs do. To search, filter and compare, save the file, or share \
    it to a browser (Chrome, Edge, Firefox or Safari), and open it there. If it was a browser, \
    JavaScript is switched off in it. These signs of jerks need help soon, whatever the cause:</p>";

/// What the start says if it stays, on a host, and what it says in the file: some viewers run no
/// script of a page and do not say so, so nothing in `<noscript>` is shown.
const STAYS: [&str; 2] = [
    "reload the page. If it still stays, ",
    "this program may show the file without running it: save the file, or share it to a browser \
     (Chrome, Edge, Firefox or Safari), and open it there. If it is one, ",
];

/// Writes the one file into `dist/`.
pub(crate) fn single_file() -> Result<()> {
    let folder = dist();
    write(&folder)?;
    bill::write_sums(&folder)?;
    // Hosts send the compressed copies, so an old one would hide the new file.
    step("Write compressed copies", || packed::write(&folder))
}

/// Writes the one file into the folder with the page and its parts.
pub(crate) fn write(folder: &Path) -> Result<()> {
    let read = |name: &str| {
        let file = folder.join(name);
        fs::read_to_string(&file)
            .with_context(|| format!("reading {}: run `cargo xtask build` first", file.display()))
    };
    let mut page = read(INDEX)?;
    let style = read(&published(folder, style::FILE)?)?;
    let is_in_page = page.contains(&format!("<style>{style}</style>"));
    ensure!(is_in_page, "{INDEX} has another style than {}", style::FILE);
    let script = script(
        &read(&published(folder, "myoclonus-explorer.js")?)?,
        [
            ("bytes", &fs::read(folder.join(published(folder, "myoclonus-explorer_bg.wasm")?))?),
            ("reading", &fs::read(folder.join(published(folder, reading::FILE)?))?),
            ("deferred", &fs::read(folder.join(published(folder, split::FILE)?))?),
        ],
        &read(START)?,
    )?;
    let icon = STANDARD.encode(fs::read(folder.join(published(folder, "icon.svg")?))?);
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data:; \
         base-uri 'none'; form-action 'none'",
        source_hash(&script),
        source_hash(&style)
    );

    page = style::with_policy(&page, |_| policy.clone());
    page = replaced(&page, "link", |tag| match tag.attribute("rel") {
        Some("icon") => {
            Some(format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">"))
        }
        Some("manifest" | "apple-touch-icon" | "modulepreload" | "preload") => Some(String::new()),
        _ => None,
    });
    page = with_something_to_read(page, &read("work-up/index.html")?)?;
    let [on_a_host, in_a_file] = STAYS;
    ensure!(page.contains(on_a_host), "{INDEX} does not say {on_a_host:?}");
    page = page.replace(on_a_host, in_a_file);
    page = without_what_is_served(page)?;
    let start = program(&page)?.range.start;
    let end = page[start..].find("</script>").context("the page's <script> does not end")?;
    page.replace_range(
        start..start + end,
        &format!("<script type=\"module\" data-single>{script}"),
    );

    for name in ["a", "link", "script", "img"] {
        for tag in tags(&page, name) {
            let address = tag.attribute("href").or_else(|| tag.attribute("src")).unwrap_or("#");
            let within = ["#", "data:", "https://"].iter().any(|start| address.starts_with(start));
            ensure!(within, "{FILE} would lead to {address}, which is not beside it");
        }
    }
    fs::write(folder.join(FILE), page).with_context(|| format!("writing {FILE}"))
}

/// The page with words for viewers that run no script: how to open the file, and the first section
/// of a static list, the red flags.
fn with_something_to_read(mut page: String, list: &str) -> Result<String> {
    let end = page.find("</noscript>").context("the page has no <noscript>")?;
    let first = first_section(list).context("the list has no whole section")?;
    page.insert_str(end, &format!("{NOT_RUN}{first}"));
    Ok(page)
}

/// The first section of a page, with the sections in it.
fn first_section(page: &str) -> Option<&str> {
    const END: &str = "</section>";
    let start = page.find("<section")?;
    let (mut at, mut open) = (start, 0);
    loop {
        let end = at + page[at..].find(END)?;
        open += page[at..end].matches("<section").count();
        at = end + END.len();
        open -= 1;
        if open == 0 {
            return Some(&page[start..at]);
        }
    }
}

/// The page without links to files beside it, because there are none. Marked elements are removed;
/// other links become plain text.
fn without_what_is_served(mut page: String) -> Result<String> {
    for name in SERVED_ELEMENTS {
        let marked = |page: &str| {
            let tag = tags(page, name).into_iter().find(|tag| tag.attribute(SERVED).is_some());
            tag.map(|tag| tag.range.start)
        };
        while let Some(start) = marked(&page) {
            let ending = format!("</{name}>");
            let end = page[start..].find(&ending).with_context(|| format!("no {ending}"))?;
            page.replace_range(start..start + end + ending.len(), "");
        }
    }
    let leads_beside = |page: &str| {
        let beside = |tag: &Tag<'_>| {
            tag.attribute("href")
                .is_some_and(|href| !href.starts_with(['#']) && !href.contains(':'))
        };
        tags(page, "a").into_iter().find(beside).map(|tag| tag.range)
    };
    while let Some(link) = leads_beside(&page) {
        let end = page[link.end..].find("</a>").context("a link does not end")? + link.end;
        page.replace_range(end..end + "</a>".len(), "");
        page.replace_range(link, "");
    }
    Ok(page)
}

/// Program, what comes after it, and start script as one module. `boot.js` reads `inlined`.
fn script(glue: &str, files: [(&str, &Vec<u8>); 3], boot: &str) -> Result<String> {
    let mut inlined = String::new();
    for (name, file) in files {
        write!(inlined, ", {name}: \"{}\"", compressed(file)?)?;
    }
    // The braces keep the names of the two scripts apart.
    let script =
        format!("{glue}\nconst inlined = {{ start: __wbg_init{inlined} }};\n{{\n{boot}\n}}\n");
    for ending in ["</script", "<!--"] {
        ensure!(
            !script.contains(ending),
            "the program contains {ending:?}, which ends an inline script"
        );
    }
    Ok(script)
}

/// A file as a script can contain it.
fn compressed(file: &[u8]) -> Result<String> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(file)?;
    Ok(STANDARD.encode(packed.finish()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    /// The single file of a small published folder.
    fn written(glue: &str) -> Result<String> {
        let folder = tempfile::tempdir()?;
        let folder = folder.path();
        fs::create_dir(folder.join("work-up"))?;
        for (file, content) in [
            ("explorer-0123456789abcdef.css", "b{color:red}"),
            ("icon-0123456789abcdef.svg", "<svg/>"),
            ("myoclonus-explorer-0123456789abcdef.js", glue),
            ("myoclonus-explorer_bg-0123456789abcdef.wasm", "the program"),
            ("reading-0123456789abcdef.bin", "the texts"),
            ("deferred-0123456789abcdef.wasm", "the second part"),
            ("boot.js", "await inlined.start();"),
            (
                INDEX,
                "<meta content=\"default-src 'none'\" http-equiv=Content-Security-Policy>\
                 <link href=./icon-0123456789abcdef.svg integrity=x rel=icon>\
                 <link href=./manifest.webmanifest rel=manifest>\
                 <style>b{color:red}</style>\
                 <link href=./myoclonus-explorer-0123456789abcdef.js rel=modulepreload>\
                 <div id=opening><p><a href=\"glossary/x.html\">Words</a> of it</p>\
                 <nav data-served><a href=\"causes/index.html\">Causes</a></nav></div>\
                 <noscript><p data-served>Off.</p></noscript>\
                 <saved-copy data-served><a href=./>On the web</a></saved-copy>\
                 <p>Stays: reload the page. If it still stays, old\
                 <span data-served>, or opened as a file</span>.</p>\
                 <script data-wasm=./p.wasm src=./boot.js type=module></script></body>",
            ),
            (
                "work-up/index.html",
                "<p>All</p><section class=list><h2>Red flags</h2><section><h3>Now</h3>\
                 <a href=\"../work-up/a.html\">Fever</a></section><section>Soon</section>\
                 </section><section>Steps</section>",
            ),
        ] {
            fs::write(folder.join(file), content)?;
        }
        write(folder)?;
        Ok(fs::read_to_string(folder.join(FILE))?)
    }

    /// The text between two others.
    fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
        let (_, rest) = text.split_once(start).expect("the start is there");
        rest.split_once(end).expect("the end is there").0
    }

    #[test]
    fn it_needs_no_other_file() {
        let page = written("export { __wbg_init as default };").expect("it is written");
        for other in ["./", "manifest", "modulepreload", "causes/index.html", "glossary"] {
            assert!(!page.contains(other), "{other} in {page}");
        }
        assert!(page.contains("<p>Words of it</p>"), "the opening is kept: {page}");
        assert!(page.contains("If it is one, old.</p>"), "what applies on a host only: {page}");
        assert!(!page.contains("reload"), "to load it again is no help: {page}");
    }

    #[test]
    fn where_nothing_runs_there_is_something_to_read() {
        let page = written("").expect("it is written");
        let shown = between(&page, "<noscript>", "</noscript>");
        assert!(shown.contains("without running it"), "{shown}");
        assert!(
            shown.ends_with(
                "<section class=list><h2>Red flags</h2><section><h3>Now</h3>Fever</section>\
                 <section>Soon</section></section>"
            ),
            "{shown}"
        );
        assert!(!page.contains("Off.") && !page.contains("On the web"), "{page}");
    }

    #[test]
    fn its_policy_names_exactly_its_script_and_its_style() {
        let page = written("export { __wbg_init as default };").expect("it is written");
        let script = between(&page, "<script type=\"module\" data-single>", "</script>");
        let style = between(&page, "<style>", "</style>");
        let policy = between(&page, "Content-Security-Policy\" content=\"", "\"");
        assert!(
            policy.contains(&format!("script-src '{}' 'wasm-unsafe-eval';", source_hash(script)))
        );
        assert!(policy.contains(&format!("style-src '{}';", source_hash(style))));
        assert!(policy.starts_with("default-src 'none';"), "{policy}");
    }

    #[test]
    fn it_contains_the_whole_program_and_what_is_read() {
        let page = written("").expect("it is written");
        for (name, expected) in
            [("bytes", "the program"), ("reading", "the texts"), ("deferred", "the second part")]
        {
            let packed = between(&page, &format!("{name}: \""), "\"");
            let packed = STANDARD.decode(packed).expect("it is base64");
            let mut file = String::new();
            flate2::read::GzDecoder::new(&packed[..])
                .read_to_string(&mut file)
                .expect("it is gzip");
            assert_eq!(file, expected);
        }
    }

    #[test]
    fn a_program_that_would_end_the_script_is_refused() {
        let error = written("'</script>'").expect_err("it is refused");
        assert!(error.to_string().contains("</script"), "{error}");
    }
}
