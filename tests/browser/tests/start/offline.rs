//! Without a network: what the service worker keeps on the device.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Result, ensure};
use browser_tests::{
    Engine, Fault, Page, Profile, Server, Setting, in_browser, in_each_engine, in_engine,
    in_profile, known, visit, wording,
};
use serde_json::json;

use crate::copy::{copy, copy_to, is_packed, replace};
use crate::matching::{RESIDENT_LINK, expect_among};

/// Waits until the explorer is kept on the device.
pub(super) async fn wait_until_kept(page: &Page) -> Result<()> {
    let kept = "async () => {
        await navigator.serviceWorker.ready;
        const names = await caches.keys();
        return names.filter((name) => name.startsWith('myoclonus-explorer')).length;
    }";
    ensure!(page.call(kept, vec![]).await? == json!(1), "one version is kept");
    Ok(())
}

/// Uses what a reader uses.
async fn use_everything(page: &Page) -> Result<()> {
    let found = known::name("inf-cjd-inherited");
    page.go_to("#/causes").await?;
    page.search("cruetzfeldt").await?;
    page.expect_first(found).await?;
    page.press("link", found).await?;
    page.find("article", found).await?;
    page.run("document.querySelector(BACK).click()", vec![]).await?;
    page.press("button", wording::CLEAR_ALL).await?;
    page.choose_value("acute").await?;
    page.expect_count(known::count_with("course", "acute")).await?;
    page.go_to(RESIDENT_LINK).await?;
    expect_among(page, "by-score", "drug-cefepime", 2).await?;
    for (link, heading) in [wording::TYPES, wording::SOURCES, wording::ABOUT] {
        page.go_to_page(link).await?;
        page.find("heading", heading).await?;
    }
    Ok(())
}

in_each_engine! { everything_works_without_a_network }

async fn everything_works_without_a_network(engine: Engine) -> Result<()> {
    // Serves the files as published: offline, no server could add the script of the tests.
    let server = Server::start(Server::published()?).await?;
    in_engine(engine, &engine.named("offline"), &server.address(""), async |page| {
        page.wait_until_started().await?;
        wait_until_kept(page).await?;
        server.stop()?;
        page.open(&server.address("?from=a-link#/causes")).await?;
        page.wait_until_started().await?;
        use_everything(page).await?;
        // A static page leads to the same entry in the explorer.
        page.open(&server.address("causes/phys-hiccup.html")).await?;
        page.wait_until_started().await?;
        page.find("article", known::name("phys-hiccup")).await?;
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
async fn only_the_explorer_is_kept() -> Result<()> {
    visit("cache", "", Setting::Wide, async |page| {
        wait_until_kept(page).await?;
        let names = "async () => {
            const [name] = await caches.keys();
            const kept = await (await caches.open(name)).keys();
            return kept.map((request) => new URL(request.url).pathname.slice(1)).sort();
        }";
        let kept: Vec<String> = serde_json::from_value(page.call(names, vec![]).await?)?;
        let dist = Server::published()?;
        let mut expected = vec![String::new()];
        for file in fs::read_dir(&dist)? {
            let name = file?.file_name().to_string_lossy().into_owned();
            let beside = ["index.html", "404.html", "myoclonus.html", "sw.js", "_headers"];
            let is_text = name.ends_with(".txt") || name.ends_with(".xml") || name.starts_with('.');
            if !is_packed(Path::new(&name))
                && !is_text
                && !beside.contains(&&*name)
                && !dist.join(&name).is_dir()
            {
                expected.push(name);
            }
        }
        expected.sort();
        ensure!(kept == expected, "{kept:?} are kept, the explorer has {expected:?}");
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

/// Whether the browser keeps nothing. What a worker has kept goes a moment after the worker.
const NOTHING_KEPT: &str = "return caches.keys().then((names) => names.length === 0)";

/// Nothing is kept from a host that serves parts of two versions, and the reader does not notice.
async fn keeps_nothing(name: &str, folder: &Path) -> Result<()> {
    let server = Server::start(folder).await?;
    in_browser(name, &server.address(""), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        server.wait_until_asked("/sw.js").await?;
        let given_up = "return navigator.serviceWorker.getRegistration().then((it) =>
            !it || !(it.installing ?? it.waiting ?? it.active))";
        page.wait_for("the browser has given up the worker", given_up).await?;
        page.wait_for("nothing is kept", NOTHING_KEPT).await?;
        page.go_to("#/causes").await?;
        page.search("hiccup").await?;
        page.expect_first(known::name("phys-hiccup")).await
    })
    .await
}

#[tokio::test]
async fn a_page_of_another_version_is_not_kept() -> Result<()> {
    let folder = copy()?;
    let page = folder.path().join("index.html");
    fs::write(&page, fs::read_to_string(&page)? + "<!-- Another. -->\n")?;
    keeps_nothing("other-page", folder.path()).await
}

#[tokio::test]
async fn a_script_of_another_version_is_not_kept() -> Result<()> {
    let folder = copy()?;
    let script = folder.path().join("boot.js");
    fs::write(&script, fs::read_to_string(&script)? + "// Another.\n")?;
    keeps_nothing("other-script", folder.path()).await
}

#[tokio::test]
async fn another_copy_on_the_same_host_keeps_its_own_files() -> Result<()> {
    let host = tempfile::tempdir()?;
    for name in ["one", "two"] {
        copy_to(&host.path().join(name))?;
    }
    let server = Server::start(&host).await?;
    in_browser("copies", &server.address("one/"), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        wait_until_kept(page).await?;
        page.open(&server.address("two/#/causes/phys-hiccup")).await?;
        page.wait_until_started().await?;
        page.call("() => navigator.serviceWorker.ready.then(() => true)", vec![]).await?;
        server.stop()?;
        for folder in ["one", "two"] {
            page.open(&server.address(&format!("{folder}/?x#/causes/phys-hiccup"))).await?;
            page.wait_until_started().await?;
            page.find("article", known::name("phys-hiccup")).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_host_that_says_nothing_does_not_hide_what_is_on_the_device() -> Result<()> {
    let folder = copy()?;
    // The worker waits a hundredth of its time.
    replace(&folder.path().join("sw.js"), "PATIENCE = 10_000", "PATIENCE = 100")?;
    let is_silent = Arc::new(AtomicBool::new(false));
    let silent = is_silent.clone();
    let faults = move |_: &str, _| silent.load(Ordering::Relaxed).then_some(Fault::Silence);
    let server = Server::with_faults(&folder, faults).await?;
    in_browser("silent-host", &server.address(""), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        wait_until_kept(page).await?;
        page.open(&server.address("causes/phys-hiccup.html")).await?;
        is_silent.store(true, Ordering::Relaxed);
        // A page that was read, one that was not, and the explorer after a file was lost.
        page.open(&server.address("causes/phys-hiccup.html?again")).await?;
        page.find("article", known::name("phys-hiccup")).await?;
        let path = page.run("return location.pathname", vec![]).await?;
        ensure!(path == json!("/causes/phys-hiccup.html"), "{path}");
        page.open(&server.address("causes/gen-wilson.html")).await?;
        page.wait_until_started().await?;
        page.expect_fragment("#/causes/gen-wilson").await?;
        let lose = "async () => {
            const [name] = (await caches.keys()).filter((name) => !name.endsWith(' read'));
            return (await caches.open(name)).delete(location.origin + '/icon-512.png');
        }";
        ensure!(page.call(lose, vec![]).await? == json!(true));
        page.open(&server.address("?again#/causes/phys-hiccup")).await?;
        page.wait_until_started().await?;
        page.find("article", known::name("phys-hiccup")).await.map(drop)
    })
    .await
}
