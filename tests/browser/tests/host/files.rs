//! What a real nginx with the project's own configuration sends, file by file, and whether the
//! rules for other hosts suit the published files.
//!
//! Knows the names of published files, and nothing about the explorer. A test of the core checks
//! that the configurations of all hosts say the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::copy::is_packed;

use super::nginx::{Answer, Nginx, project_file};
use anyhow::{Context, Result, bail, ensure};
use browser_tests::{Server, Setting, in_browser, wording};
use walkdir::WalkDir;

const KEPT: &str = "public, max-age=31536000, immutable";
const ASKED_AGAIN: &str = "no-cache";

/// The encodings that a browser of today accepts.
const BROWSER: (&str, &str) = ("Accept-Encoding", "gzip, deflate, br, zstd");

/// The published files without their packed forms, as paths from the start.
fn published() -> Result<Vec<String>> {
    let dist = Server::published()?;
    let mut files = Vec::new();
    for file in WalkDir::new(&dist) {
        let file = file?;
        if file.file_type().is_file() && !is_packed(file.path()) {
            files.push(format!("/{}", file.path().strip_prefix(&dist)?.to_string_lossy()));
        }
    }
    files.sort();
    ensure!(files.len() > 10, "{} has next to no files", dist.display());
    Ok(files)
}

/// The file behind a path, in one of its forms: `""`, `".br"`, `".gz"`.
fn file(path: &str, form: &str) -> Result<PathBuf> {
    Ok(Server::published()?.join(format!("{}{form}", &path[1..])))
}

/// The first part of the published program.
fn wasm() -> Result<String> {
    let mut files = published()?.into_iter();
    let is_program = |path: &String| path.contains("_bg-") && path.ends_with(".wasm");
    files.find(is_program).context("there is a program")
}

/// Whether a file's name holds a hash of its content: `-`, then 12 to 16 hexadecimal digits
/// (leading zeros are left out), then the ending. Pages have names that people chose.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some((stem, ending)) = name.split_once('.') else { return false };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    let digits = hash.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    ending != "html" && digits && (12..=16).contains(&hash.len())
}

/// The types that browsers expect, by the file's ending; none if a file is not for browsers.
fn types(path: &str) -> Result<&'static [&'static str]> {
    let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.'));
    Ok(match ending {
        Some((_, "bin")) => &["application/octet-stream"],
        Some((_, "css")) => &["text/css"],
        Some((_, "html")) => &["text/html; charset=utf-8"],
        Some((_, "js")) => {
            &["application/javascript; charset=utf-8", "text/javascript; charset=utf-8"]
        }
        Some((_, "json")) => &["application/json"],
        Some((_, "png")) => &["image/png"],
        Some((_, "svg")) => &["image/svg+xml"],
        Some((_, "txt")) => &["text/plain; charset=utf-8"],
        Some((_, "wasm")) => &["application/wasm"],
        Some((_, "webmanifest")) => &["application/manifest+json"],
        Some((_, "xml")) => &["text/xml; charset=utf-8", "application/xml"],
        // Rules for hosts.
        None | Some(("", _)) => &[],
        Some(_) => bail!("{path}: add to this test which type it must have"),
    })
}

/// The headers that the configuration adds to every answer.
fn on_every_answer() -> Result<BTreeMap<String, String>> {
    let text = project_file("hosting/nginx.conf")?;
    let added = text.lines().filter_map(|line| line.trim().strip_prefix("add_header "));
    let fixed = added.filter_map(|rest| {
        let (name, rest) = rest.split_once(" \"")?;
        Some((name.to_owned(), rest.split_once('"')?.0.to_owned()))
    });
    let headers: BTreeMap<_, _> = fixed.collect();
    ensure!(headers.len() >= 6, "only {:?} are added", headers.keys());
    Ok(headers)
}

/// The answer has all of them, each once and as configured.
fn ensure_secured(what: &str, answer: &Answer) -> Result<()> {
    for (name, value) in on_every_answer()? {
        let sent = answer.header(&name)?;
        ensure!(sent == Some(value.as_str()), "{what}: {name} is {sent:?} instead of {value:?}");
    }
    Ok(())
}

#[test]
fn every_file_has_the_type_that_browsers_expect() -> Result<()> {
    let nginx = Nginx::start(&Server::published()?, &[])?;
    for path in published()? {
        let answer = nginx.ask("HEAD", &path, &[BROWSER])?;
        ensure!(answer.status == 200, "{path} is answered with {}", answer.status);
        let sent = answer.header("Content-Type")?.unwrap_or_default();
        let types = types(&path)?;
        ensure!(types.is_empty() || types.contains(&sent), "{path} is sent as {sent:?}");
    }
    Ok(())
}

#[test]
fn clients_that_can_unpack_get_the_packed_files() -> Result<()> {
    let nginx = Nginx::start(&Server::published()?, &[])?;
    for path in ["/index.html", &wasm()?] {
        for form in [".br", ".gz"] {
            let packed = file(path, form)?;
            ensure!(packed.is_file(), "{} is missing: `cargo xtask build` packs", packed.display());
        }
    }
    // The headers of a request, and the forms that may answer it, the best first.
    type Pairs = &'static [(&'static str, &'static str)];
    let accepts: [(Pairs, Pairs); 5] = [
        (&[BROWSER], &[(".br", "br"), (".gz", "gzip")]),
        (&[("Accept-Encoding", "br")], &[(".br", "br")]),
        (&[("Accept-Encoding", "gzip")], &[(".gz", "gzip")]),
        // As a proxy asks for a client.
        (&[("Accept-Encoding", "gzip"), ("Via", "1.1 proxy")], &[(".gz", "gzip")]),
        (&[], &[]),
    ];
    for path in published()? {
        let is_packed = file(&path, ".br")?.is_file() || file(&path, ".gz")?.is_file();
        for (headers, forms) in accepts {
            let mut expected = (file(&path, "")?, None);
            for (form, encoding) in forms.iter().rev() {
                let packed = file(&path, form)?;
                if packed.is_file() {
                    expected = (packed, Some(*encoding));
                }
            }
            let answer = nginx.get(&path, headers)?;
            let sent = answer.header("Content-Encoding")?;
            ensure!(sent == expected.1, "{path} for {headers:?} is packed by {sent:?}");
            ensure!(
                answer.body == fs::read(&expected.0)?,
                "{path} for {headers:?} is not {}",
                expected.0.display()
            );
            let vary = answer.header("Vary")?;
            ensure!(
                vary == is_packed.then_some("Accept-Encoding"),
                "{path} for {headers:?} varies by {vary:?}"
            );
        }
    }
    Ok(())
}

#[test]
fn only_files_named_by_their_hash_are_kept_without_asking() -> Result<()> {
    let nginx = Nginx::start(&Server::published()?, &[])?;
    let files = published()?;
    let kept = files.iter().filter(|path| is_hashed(path)).count();
    ensure!(kept > 2 && kept < files.len(), "{kept} of {} files have a hash", files.len());
    for path in files {
        let answer = nginx.ask("HEAD", &path, &[])?;
        let expected = if is_hashed(&path) { KEPT } else { ASKED_AGAIN };
        let sent = answer.header("Cache-Control")?;
        ensure!(sent == Some(expected), "{path}: {sent:?}");
    }
    Ok(())
}

#[test]
fn an_unchanged_page_is_not_sent_again() -> Result<()> {
    let nginx = Nginx::start(&Server::published()?, &[])?;
    let first = nginx.get("/", &[BROWSER])?;
    let tag = first.header("ETag")?.context("pages have a tag")?;
    let second = nginx.get("/", &[BROWSER, ("If-None-Match", tag)])?;
    ensure!(second.status == 304 && second.body.is_empty(), "answered with {}", second.status);
    ensure!(second.header("Cache-Control")? == Some(ASKED_AGAIN), "and asked for again");
    ensure_secured("304", &second)
}

#[test]
fn every_answer_is_secured_even_an_error() -> Result<()> {
    let nginx = Nginx::start(&Server::published()?, &[])?;
    let (program, data) = (wasm()?, "/data/myoclonus.json".to_owned());
    let kinds = [
        ("GET", "/".to_owned(), 200),
        ("GET", "/boot.js".to_owned(), 200),
        ("GET", program.clone(), 200),
        ("GET", data, 200),
        ("GET", "/data".to_owned(), 301),
        ("GET", "/no/such/page".to_owned(), 404),
        ("GET", "/data/".to_owned(), 404),
        ("GET", program.replace("_bg", "_gb"), 404),
        ("POST", "/".to_owned(), 405),
    ];
    for (method, path, status) in kinds {
        let answer = nginx.ask(method, &path, &[])?;
        ensure!(answer.status == status, "{method} {path} is answered with {}", answer.status);
        ensure_secured(&path, &answer)?;
        let server = answer.header("Server")?;
        ensure!(server == Some("nginx"), "{path}: the version is not disclosed: {server:?}");
    }
    Ok(())
}

#[test]
fn a_wrong_address_gets_the_404_page_and_is_not_kept() -> Result<()> {
    let nginx = Nginx::start(&Server::published()?, &[])?;
    let page = fs::read(file("/404.html", "")?).context("the build publishes a 404.html")?;
    // A folder without a page is not listed; a missing file with a hash may come back.
    for path in ["/none", "/a/b/c.html", "/data/", "/explorer-0123456789abcdef.js", "/none.wasm"] {
        let answer = nginx.get(path, &[])?;
        ensure!(answer.status == 404, "{path} is answered with {}", answer.status);
        ensure!(answer.body == page, "{path} shows another page");
        let sent = answer.header("Cache-Control")?;
        ensure!(sent == Some(ASKED_AGAIN), "{path}: {sent:?}");
    }
    let folder = nginx.get("/data", &[])?;
    ensure!(folder.header("Location")? == Some("/data/"), "behind a proxy the host is another");
    Ok(())
}

#[test]
fn other_sites_may_read_only_the_data() -> Result<()> {
    let nginx = Nginx::start(&Server::published()?, &[])?;
    for path in published()? {
        let is_data = path.starts_with("/data/") && path.ends_with(".json");
        let allowed = nginx.ask("HEAD", &path, &[])?;
        let allowed = allowed.header("Access-Control-Allow-Origin")?;
        ensure!(allowed == is_data.then_some("*"), "{path} is open to {allowed:?}");
    }
    Ok(())
}

#[test]
fn the_explorer_works_in_a_folder_of_a_larger_site() -> Result<()> {
    let dist = Server::published()?.canonicalize()?;
    let site = dist.parent().context("the published files lie in a folder")?;
    let name = dist.file_name().context("their folder has a name")?.to_string_lossy();
    let folder = format!("/{name}/");
    let changes =
        [("#location /some/folder/", "location /some/folder/"), ("/some/folder/", &folder)];
    let nginx = Nginx::start(site, &changes)?;
    let program = wasm()?;
    for (path, expected) in [("", "/index.html"), (&program[1..], &program)] {
        let path = format!("{folder}{path}");
        let answer = nginx.get(&path, &[BROWSER])?;
        ensure!(answer.status == 200, "{path} is answered with {}", answer.status);
        ensure!(answer.header("Content-Encoding")? == Some("br"), "{path} is packed");
        ensure!(answer.body == fs::read(file(expected, ".br")?)?, "{path} is {expected}");
        let kept = if is_hashed(expected) { KEPT } else { ASKED_AGAIN };
        ensure!(answer.header("Cache-Control")? == Some(kept), "{path} is kept as elsewhere");
        ensure_secured(&path, &answer)?;
    }
    for path in ["none", "data/", "a/b/c.html"] {
        let answer = nginx.get(&format!("{folder}{path}"), &[])?;
        ensure!(answer.status == 404, "{path} is answered with {}", answer.status);
        ensure!(answer.body == fs::read(file("/404.html", "")?)?, "{path} shows another page");
        ensure_secured(path, &answer)?;
    }
    let data = nginx.get(&format!("{folder}data/myoclonus.json"), &[])?;
    ensure!(
        data.header("Access-Control-Allow-Origin")? == Some("*"),
        "the data are open there, too"
    );
    Ok(())
}

#[test]
fn netlify_and_cloudflare_keep_only_files_named_by_their_hash() -> Result<()> {
    let text = project_file("hosting/_headers")?;
    let mut pattern = "";
    let mut keeping = Vec::new();
    for line in text.lines() {
        if line.starts_with('/') {
            pattern = line.trim();
        } else if line.trim() == format!("Cache-Control: {KEPT}") {
            keeping.push(pattern);
        }
    }
    ensure!(!keeping.is_empty(), "hosting/_headers keeps nothing");
    // An asterisk matches anything, folders too.
    let fits = |pattern: &str, path: &str| match pattern.split_once('*') {
        Some((start, end)) => {
            path.len() >= start.len() + end.len() && path.starts_with(start) && path.ends_with(end)
        }
        None => pattern == path,
    };
    for path in published()? {
        let rules: Vec<_> = keeping.iter().filter(|pattern| fits(pattern, &path)).collect();
        let expected = usize::from(is_hashed(&path));
        ensure!(rules.len() == expected, "hosting/_headers keeps {path} by {rules:?}");
    }
    Ok(())
}

/// The directives of a policy with their sources.
fn directives(policy: &str) -> BTreeMap<&str, Vec<&str>> {
    let parts = policy.split(';').map(|part| part.split_whitespace());
    parts.filter_map(|mut words| Some((words.next()?, words.collect()))).collect()
}

#[test]
fn hosts_allow_what_the_policy_of_each_page_allows() -> Result<()> {
    let headers = on_every_answer()?;
    let limit = directives(&headers["Content-Security-Policy"]);
    let otherwise = limit.get("default-src").context("the limit has a default-src")?;
    for path in published()?.iter().filter(|path| path.ends_with(".html")) {
        let text = fs::read_to_string(file(path, "")?)?;
        let (_, rest) = text.split_once("Content-Security-Policy").with_context(|| {
            format!("{path} brings no policy along, so any script would run there")
        })?;
        let after = rest.split_once("content=").map_or("", |(_, after)| after);
        let quote = after.chars().next().unwrap_or('"');
        let own = after.split(quote).nth(1).with_context(|| format!("{path} has a policy"))?;
        for (directive, sources) in directives(own) {
            let allowed = limit.get(directive).unwrap_or(otherwise);
            for source in sources.iter().filter(|source| **source != "'none'") {
                let named = source.starts_with("'sha") && allowed.contains(&"'unsafe-inline'");
                ensure!(
                    named || allowed.contains(source),
                    "{path} asks for {directive} {source}, which the policy of the hosts refuses: \
                     change it in all files of hosting/, or the page"
                );
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn pages_run_in_a_browser_as_nginx_sends_them() -> Result<()> {
    let nginx = Nginx::start(&Server::published()?, &[])?;
    for page in ["", "myoclonus.html"] {
        in_browser("hosted", &nginx.address(&format!("/{page}")), Setting::Wide, async |opened| {
            opened.wait_until_started().await
        })
        .await
        .with_context(|| format!("/{page}"))?;
    }
    for (page, words) in [("404.html", "nothing at this address"), ("causes/", wording::CAUSES.0)] {
        in_browser("hosted", &nginx.address(&format!("/{page}")), Setting::Wide, async |opened| {
            opened.expect_text(words).await
        })
        .await
        .with_context(|| format!("/{page}"))?;
    }
    Ok(())
}

#[tokio::test]
async fn other_sites_may_frame_it_only_if_the_policy_allows_it() -> Result<()> {
    let opened = ("frame-ancestors 'self'\"", "frame-ancestors *\"");
    let shut = Nginx::start(&Server::published()?, &[])?;
    let open = Nginx::start(&Server::published()?, &[opened])?;
    for (nginx, is_open) in [(shut, false), (open, true)] {
        let folder = tempfile::tempdir()?;
        let page = format!(
            "<!doctype html><html lang=\"en\"><title>Another site</title>\
             <link rel=\"icon\" href=\"data:,\"><p>Another site</p><iframe src=\"{}\"></iframe>",
            nginx.address("/#/causes")
        );
        fs::write(folder.path().join("index.html"), page)?;
        let site = Server::start(folder.path()).await?;
        let framed = in_browser("framed", &site.address(""), Setting::Wide, async |page| {
            page.expect_text("Another site").await
        })
        .await;
        match (is_open, framed) {
            (true, framed) => framed.context("frames are allowed")?,
            (false, framed) => {
                let error = framed.err().context("frames are refused unless they are allowed")?;
                ensure!(format!("{error:#}").contains("frame-ancestors"), "{error:#}");
            }
        }
    }
    Ok(())
}
