//! Without a network, and with a new version: what the service worker is for.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::copy::{copy, replace};
use anyhow::{Context, Result, bail, ensure};
use browser_tests::{
    Engine, Page, Profile, Server, Setting, in_browser, in_each_engine, in_engine, in_profile,
    visit,
};
use serde_json::json;

/// Waits until the explorer is kept on the device.
async fn wait_until_kept(page: &Page) -> Result<()> {
    let kept = "
        const [done] = arguments;
        navigator.serviceWorker.ready.then(async () => {
            const names = await caches.keys();
            done(names.filter(name => name.startsWith('myoclonus-explorer')).length);
        });";
    ensure!(page.run_async(kept, vec![]).await? == json!(1), "one version is kept");
    Ok(())
}

/// Uses what a reader uses.
async fn use_everything(page: &Page) -> Result<()> {
    page.search("cruetzfeldt").await?;
    page.expect_first("Creutzfeldt-Jakob disease, inherited").await?;
    page.press("link", "Creutzfeldt-Jakob disease, inherited").await?;
    page.find("article", "Creutzfeldt-Jakob disease, inherited").await?;
    page.press("link", "Close and go to the list").await?;
    page.press("button", "Clear all").await?;
    page.press("checkbox", "acute 67").await?;
    page.expect_text("67 of 780 entries").await?;
    page.press("link", "Types").await?;
    page.find("heading", "Types of myoclonus").await?;
    page.press("link", "Sources").await?;
    page.expect_text("All sources").await?;
    page.press("link", "About").await?;
    page.find("heading", "About this explorer").await.map(|_| ())
}

in_each_engine! {
    everything_works_without_a_network: chromium_everything_works_without_a_network,
        firefox_everything_works_without_a_network, webkit_everything_works_without_a_network;
}

async fn everything_works_without_a_network(engine: Engine) -> Result<()> {
    // As published: without its server, no page could be given a script of the tests.
    let server = Server::start(Server::published()?).await?;
    in_engine(engine, &engine.named("offline"), &server.address(""), async |page| {
        page.wait_until_started().await?;
        wait_until_kept(page).await?;
        server.stop()?;
        page.open(&server.address("?from=a-link#/causes")).await?;
        page.wait_until_started().await?;
        use_everything(page).await?;
        // A page that is read without the program leads to the same entry in it.
        page.open(&server.address("causes/phys-hiccup.html")).await?;
        page.wait_until_started().await?;
        page.find("article", "Hiccup").await?;
        page.expect_fragment("#/causes/phys-hiccup").await
    })
    .await
}

#[tokio::test]
async fn a_new_process_of_the_browser_needs_no_network() -> Result<()> {
    let (server, profile) = (Server::start(Server::published()?).await?, Profile::new()?);
    let first = async |page: &Page| {
        page.wait_until_started().await?;
        wait_until_kept(page).await
    };
    in_profile(Engine::Chromium, &profile, "keep", &server.address(""), first).await?;
    server.stop()?;
    let again = async |page: &Page| {
        page.wait_until_started().await?;
        use_everything(page).await
    };
    in_profile(Engine::Chromium, &profile, "kept", &server.address(""), again).await
}

#[tokio::test]
async fn what_is_kept_is_the_explorer_and_nothing_else() -> Result<()> {
    visit("cache", "", Setting::Wide, async |page| {
        wait_until_kept(page).await?;
        let names = "
            const [done] = arguments;
            caches.keys().then(([name]) => caches.open(name)).then(cache => cache.keys()).then(kept =>
                done(kept.map(request => new URL(request.url).pathname.slice(1)).sort()));";
        let kept: Vec<String> = serde_json::from_value(page.run_async(names, vec![]).await?)?;
        let dist = Server::published()?;
        let mut expected = vec![String::new()];
        for file in fs::read_dir(&dist)? {
            let name = file?.file_name().to_string_lossy().into_owned();
            let beside = ["index.html", "404.html", "myoclonus.html", "sw.js", "_headers"];
            let is_copy = name.ends_with(".br") || name.ends_with(".gz");
            let is_text = name.ends_with(".txt") || name.ends_with(".xml") || name.starts_with('.');
            if !is_copy && !is_text && !beside.contains(&&*name) && !dist.join(&name).is_dir() {
                expected.push(name);
            }
        }
        expected.sort();
        ensure!(kept == expected, "{kept:?} are kept, {expected:?} make the explorer");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn it_can_be_installed() -> Result<()> {
    visit("install", "", Setting::Wide, async |page| {
        let manifest = page.ask_chromium("Page.getAppManifest").await?;
        ensure!(manifest["errors"] == json!([]), "{manifest}");
        let hindrances = page.ask_chromium("Page.getInstallabilityErrors").await?;
        ensure!(hindrances["installabilityErrors"] == json!([]), "{hindrances}");
        Ok(())
    })
    .await
}

/// Waits until the browser has given up a worker that cannot be installed.
async fn wait_until_given_up(page: &Page) -> Result<()> {
    let given_up = "
        const [done] = arguments;
        navigator.serviceWorker.getRegistration().then(registration =>
            done(!registration || !(registration.installing ?? registration.waiting ?? registration.active)));";
    for _ in 0..100 {
        if page.run_async(given_up, vec![]).await? == json!(true) {
            return Ok(());
        }
    }
    bail!("the worker is still there")
}

/// Nothing is kept of a host that serves a part of another version, and the reader does not notice.
async fn keeps_nothing(name: &str, folder: PathBuf) -> Result<()> {
    let server = Server::start(folder).await?;
    in_browser(name, &server.address(""), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        for _ in 0..100 {
            if server.requests().iter().any(|path| path == "/sw.js") {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        ensure!(server.requests().iter().any(|path| path == "/sw.js"), "the worker is tried");
        wait_until_given_up(page).await?;
        let kept = page.run_async("caches.keys().then(arguments[0])", vec![]).await?;
        ensure!(kept == json!([]), "{kept} is kept");
        page.search("hiccup").await?;
        page.expect_first("Hiccup").await
    })
    .await
}

#[tokio::test]
async fn a_page_of_another_version_is_not_kept() -> Result<()> {
    let folder = copy("other-page")?;
    let style =
        fs::read_dir(&folder)?.flatten().map(|it| it.file_name().to_string_lossy().into_owned());
    let style = style.into_iter().find(|name| name.ends_with(".css")).context("a style sheet")?;
    let other = "explorer-0000000000000000.css";
    fs::copy(folder.join(&style), folder.join(other))?;
    replace(&folder.join("index.html"), &style, other)?;
    keeps_nothing("other-page", folder).await
}

#[tokio::test]
async fn a_script_of_another_version_is_not_kept() -> Result<()> {
    let folder = copy("other-script")?;
    replace(&folder.join("boot.js"), "let started = false;", "let started = false; // Another.")?;
    keeps_nothing("other-script", folder).await
}

/// Runs a test where the explorer is kept on the device and the host has another version since, in a page
/// that was opened after that.
async fn beside_a_new_version(
    name: &str,
    fragment: &str,
    test: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    let folder = copy(&format!("new-version-{name}"))?;
    let server = Server::start(folder.clone()).await?;
    in_browser(name, &server.address(""), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        wait_until_kept(page).await?;
        renew(&folder)?;
        page.open(&server.address(&format!("?again{fragment}"))).await?;
        page.wait_until_started().await?;
        test(page).await
    })
    .await
}

#[tokio::test]
async fn no_other_tab_loads_this_one_again() -> Result<()> {
    beside_a_new_version("two-tabs", "#/causes/phys-hiccup", async |page| {
        page.expect_text("A new version of the explorer is ready.").await?;
        // What another tab does whose reader takes the new version.
        let elsewhere = "
            const [done] = arguments;
            window.before = true;
            navigator.serviceWorker.getRegistration().then(registration => {
                const next = registration.waiting;
                next.addEventListener('statechange', () => next.state === 'activated' && done());
                next.postMessage('use');
            });";
        page.run_async(elsewhere, vec![]).await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        ensure!(
            page.run("return window.before", vec![]).await? == json!(true),
            "it stays as it is"
        );
        page.press("button", "Use the new version").await?;
        page.wait_for("the page is loaded again", "return window.before === undefined").await?;
        page.wait_until_started().await?;
        page.find("article", "Hiccup").await.map(|_| ())
    })
    .await
}

/// Makes of a copy of the published files another version, which says so in its title.
fn renew(folder: &Path) -> Result<()> {
    replace(&folder.join("index.html"), "<title>", "<title>New: ")?;
    let worker = fs::read_to_string(folder.join("sw.js"))?;
    let version = worker.lines().find(|line| line.starts_with("const VERSION = "));
    let version = version.context("the worker has a version")?;
    replace(&folder.join("sw.js"), version, "const VERSION = \"another\";")
}

#[tokio::test]
async fn a_new_version_is_told_and_comes_when_it_is_asked_for() -> Result<()> {
    beside_a_new_version("renew", "#/causes/phys-hiccup", async |page| {
        page.run("window.before = true", vec![]).await?;
        page.expect_text("A new version of the explorer is ready.").await?;
        page.keep_picture("new-version").await?;
        page.expect_accessible().await?;
        ensure!(
            page.run("return window.before", vec![]).await? == json!(true),
            "nothing is loaded by itself"
        );
        let versions = "caches.keys().then(arguments[0])";
        let waiting = page.run_async(versions, vec![]).await?;
        ensure!(waiting.as_array().map(Vec::len) == Some(2), "both versions are there: {waiting}");

        page.press("button", "Use the new version").await?;
        page.wait_for("the page is loaded again", "return window.before === undefined").await?;
        page.wait_until_started().await?;
        page.find("article", "Hiccup").await?;
        let left = page.run_async(versions, vec![]).await?;
        let left: Vec<String> = serde_json::from_value(left)?;
        ensure!(left.len() == 1 && left[0].ends_with(" another"), "the old one is gone: {left:?}");
        ensure!(!page.has("button", "Use the new version").await?);
        let title = "const [done] = arguments; fetch('./').then(it => it.text()).then(done)";
        let shown = page.run_async(title, vec![]).await?;
        ensure!(
            shown.as_str().is_some_and(|page| page.contains("<title>New: ")),
            "it is the new one"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_new_version_can_wait() -> Result<()> {
    beside_a_new_version("wait", "", async |page| {
        page.expect_text("A new version of the explorer is ready.").await?;
        page.press("button", "Later").await?;
        ensure!(!page.has("button", "Use the new version").await?);
        page.search("hiccup").await?;
        page.expect_first("Hiccup").await
    })
    .await
}

#[tokio::test]
async fn another_copy_on_the_same_host_keeps_its_own_files() -> Result<()> {
    let host = Path::new(env!("CARGO_TARGET_TMPDIR")).join("two-copies");
    let _ = fs::remove_dir_all(&host);
    fs::create_dir_all(&host)?;
    for name in ["one", "two"] {
        fs::rename(copy(&format!("copy-{name}"))?, host.join(name))?;
    }
    let server = Server::start(host).await?;
    in_browser("copies", &server.address("one/"), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        wait_until_kept(page).await?;
        page.open(&server.address("two/#/causes/phys-hiccup")).await?;
        page.wait_until_started().await?;
        let ready = "navigator.serviceWorker.ready.then(() => arguments[0](true))";
        page.run_async(ready, vec![]).await?;
        server.stop()?;
        for folder in ["one", "two"] {
            page.open(&server.address(&format!("{folder}/?x#/causes/phys-hiccup"))).await?;
            page.wait_until_started().await?;
            page.find("article", "Hiccup").await?;
        }
        Ok(())
    })
    .await
}

/// A clock that is so many days fast.
const FAST: &str = "const now = Date.now; Date.now = () => now() + 400 * 24 * 60 * 60 * 1000;";

#[tokio::test]
async fn old_data_say_so() -> Result<()> {
    visit("old", "", Setting::Changed(FAST), async |page| {
        page.expect_text("more than a year ago").await?;
        page.keep_picture("old-data").await?;
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn new_data_say_nothing_of_their_age() -> Result<()> {
    let young = "Date.now = () => Date.UTC(2026, 11, 24);";
    visit("young", "", Setting::Changed(young), async |page| {
        let page_text = page.run("return document.body.innerText", vec![]).await?;
        ensure!(!page_text.to_string().contains("more than a year ago"));
        Ok(())
    })
    .await
}
