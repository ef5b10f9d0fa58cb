//! What a network, a host or a browser has broken heals, and nothing wrong is kept.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, ensure};
use browser_tests::wording::NEW_VERSION;
use browser_tests::{Fault, Page, Server, Setting, in_browser, known};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::offline::wait_until_kept;
use crate::copy::{copy, program, replace, rewrite};

/// Opens the explorer again, at an address that the browser has not shown yet.
async fn open_again(page: &Page, server: &Server, times: usize) -> Result<()> {
    page.open(&server.address(&format!("?again={times}#/causes/phys-hiccup"))).await
}

/// Waits until every file is kept, then needs no network.
async fn expect_offline(page: &Page, server: &Server) -> Result<()> {
    expect_all_kept(page).await?;
    server.stop()?;
    open_again(page, server, 99).await?;
    page.wait_until_started().await?;
    page.find("article", known::name("phys-hiccup")).await.map(drop)
}

/// Waits until every file of the explorer is kept, with the content that the worker names.
async fn expect_all_kept(page: &Page) -> Result<()> {
    let kept = "async () => {
        const worker = await (await fetch('sw.js')).text();
        const files = JSON.parse(worker.match(/const FILES = (.*);/)[1]);
        const hash = async (response) => [...new Uint8Array(await crypto.subtle.digest('SHA-256',
            await response.arrayBuffer()))].map((it) => it.toString(16).padStart(2, '0')).join('');
        for (const [file, digest] of files) {
            const found = await caches.match(new URL(file, location.origin));
            if (!found || await hash(found) !== digest) return false;
        }
        return files.length > 0;
    }";
    let all = async || Ok(page.call(kept, vec![]).await? == json!(true));
    browser_tests::wait::until("every file is kept", all).await
}

/// Turns a copy of the published files into another version, which says so in its title.
pub(super) fn renew(folder: &Path) -> Result<()> {
    let index = folder.join("index.html");
    let digest = || -> Result<String> {
        let hash = Sha256::digest(fs::read(&index)?);
        Ok(hash.iter().map(|byte| format!("{byte:02x}")).collect())
    };
    let before = digest()?;
    replace(&index, "<title>", "<title>New: ")?;
    let worker = fs::read_to_string(folder.join("sw.js"))?;
    let version = worker.lines().find(|line| line.starts_with("const VERSION = "));
    let version = version.context("the worker has a version")?;
    replace(&folder.join("sw.js"), version, "const VERSION = \"another\";")?;
    replace(&folder.join("sw.js"), &before, &digest()?)
}

#[tokio::test]
async fn the_page_of_a_network_is_not_kept_as_the_program() -> Result<()> {
    let folder = copy()?;
    let wasm = program(folder.path())?;
    let wasm = format!("/{}", wasm.file_name().context("a name")?.to_string_lossy());
    let signed_in = Arc::new(AtomicBool::new(false));
    let is_in = signed_in.clone();
    // The page gets the program, and the worker the log-in page.
    let server = Server::with_faults(&folder, move |path, times| {
        let hidden = path == wasm && times > 0 && !is_in.load(Ordering::Relaxed);
        hidden.then_some(Fault::LogIn)
    })
    .await?;
    in_browser("log-in-kept", &server.address(""), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        server.wait_until_asked("/sw.js").await?;
        let given_up = "return navigator.serviceWorker.getRegistration().then((it) =>
            !it || !(it.installing ?? it.waiting ?? it.active))";
        page.wait_for("the browser has given up the worker", given_up).await?;
        // What the worker has kept goes a moment after it.
        let empty = "return caches.keys().then((names) => names.length === 0)";
        page.wait_for("nothing is kept", empty).await?;
        signed_in.store(true, Ordering::Relaxed);
        open_again(page, &server, 1).await?;
        page.wait_until_started().await?;
        expect_offline(page, &server).await
    })
    .await
}

#[tokio::test]
async fn what_a_browser_has_dropped_is_fetched_anew() -> Result<()> {
    let folder = copy()?;
    let server = Server::start(&folder).await?;
    in_browser("dropped", &server.address(""), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        wait_until_kept(page).await?;
        let drop = "async () => {
            for (const name of await caches.keys()) await caches.delete(name);
            return (await caches.keys()).length;
        }";
        ensure!(page.call(drop, vec![]).await? == json!(0));
        open_again(page, &server, 1).await?;
        page.wait_until_started().await?;
        expect_offline(page, &server).await
    })
    .await
}

/// Puts a response in the place of every file that is kept. The response is an expression of
/// JavaScript, which may use the `bytes` and the `headers` of the file.
async fn replace_kept(page: &Page, response: &str) -> Result<()> {
    let replace = format!(
        "async () => {{
            const [name] = await caches.keys();
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {{
                const kept = await cache.match(request);
                const [bytes, headers] = [await kept.arrayBuffer(), kept.headers];
                await cache.put(request, {response});
            }}
            return true;
        }}"
    );
    page.call(&replace, vec![]).await.map(drop)
}

#[tokio::test]
async fn a_wrong_file_is_not_used_and_is_fetched_anew() -> Result<()> {
    let folder = copy()?;
    let server = Server::start(&folder).await?;
    in_browser("wrong-kept", &server.address(""), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        wait_until_kept(page).await?;
        // As an earlier worker may have kept what a network sent.
        let html = "{ headers: { 'Content-Type': 'text/html' } }";
        replace_kept(page, &format!("new Response('<h1>Please sign in</h1>', {html})")).await?;
        open_again(page, &server, 1).await?;
        page.wait_until_started().await?;
        page.find("article", known::name("phys-hiccup")).await?;
        open_again(page, &server, 2).await?;
        page.wait_until_started().await?;
        expect_offline(page, &server).await
    })
    .await
}

#[tokio::test]
async fn a_page_of_the_host_gets_no_parts_of_another_version() -> Result<()> {
    let folder = copy()?;
    // A browser does not ask again for what has long stayed the same, unless a host says so.
    let old = SystemTime::now() - Duration::from_secs(100 * 24 * 60 * 60);
    let script = fs::File::options().append(true).open(folder.path().join("boot.js"))?;
    script.set_modified(old)?;
    let server = Server::start(&folder).await?;
    in_browser("mixture", &server.address(""), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        wait_until_kept(page).await?;
        // The device has lost the page, and the host has another version, whose start script says
        // so. Neither the script that the worker keeps nor that in the browser's own cache must
        // start the host's page.
        renew(folder.path())?;
        let script = folder.path().join("boot.js");
        let own = fs::read_to_string(&script)? + "document.documentElement.dataset.own = '';\n";
        rewrite(&script, own)?;
        replace(&folder.path().join("index.html"), "boot.js?", "boot.js?of-another-version-")?;
        let lose = "async () => {
            const [name] = await caches.keys();
            return (await caches.open(name)).delete(location.origin + '/');
        }";
        ensure!(page.call(lose, vec![]).await? == json!(true));
        page.open(&server.address("?again")).await?;
        page.wait_until_started().await?;
        let own = "return 'own' in document.documentElement.dataset";
        page.wait_for("its own script has run", own).await
    })
    .await
}

#[tokio::test]
async fn right_bytes_that_a_browser_cannot_use_are_fetched_anew() -> Result<()> {
    let folder = copy()?;
    let server = Server::start(&folder).await?;
    in_browser("wrong-type-kept", &server.address(""), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        wait_until_kept(page).await?;
        for (time, response) in [
            "new Response(bytes, { headers: { 'Content-Type': 'text/plain' } })",
            "new Response(bytes, { status: 404, headers })",
        ]
        .iter()
        .enumerate()
        {
            replace_kept(page, response).await?;
            open_again(page, &server, time).await?;
            page.wait_until_started().await?;
            page.find("article", known::name("phys-hiccup")).await?;
        }
        open_again(page, &server, 2).await?;
        page.wait_until_started().await?;
        expect_offline(page, &server).await
    })
    .await
}

/// A worker that answers everything with nonsense.
const BROKEN: &str = "
    addEventListener('fetch', (event) => event.respondWith(new Response('broken',
        { headers: { 'Content-Type': 'text/html' } })));
    addEventListener('install', () => skipWaiting());
    addEventListener('activate', (event) => event.waitUntil(clients.claim()));";

#[tokio::test]
async fn a_broken_worker_heals_with_one_load() -> Result<()> {
    let folder = copy()?;
    let worker = folder.path().join("sw.js");
    let sound = fs::read_to_string(&worker)?;
    rewrite(&worker, BROKEN)?;
    let server = Server::start(&folder).await?;
    in_browser("heals", &server.address(""), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        page.wait_for("the worker serves it", "return !!navigator.serviceWorker.controller")
            .await?;
        rewrite(&worker, &sound)?;
        page.open(&server.address("?again#/causes/phys-hiccup")).await?;
        // Nobody does anything more.
        page.wait_until_started().await?;
        page.find("article", known::name("phys-hiccup")).await?;
        expect_offline(page, &server).await
    })
    .await
}

#[tokio::test]
async fn a_host_can_take_the_worker_back() -> Result<()> {
    let folder = copy()?;
    let worker = folder.path().join("sw.js");
    let sound = fs::read_to_string(&worker)?;
    let off = concat!(env!("CARGO_MANIFEST_DIR"), "/../../hosting/worker-off.js");
    let server = Server::start(&folder).await?;
    in_browser("worker-off", &server.address(""), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        wait_until_kept(page).await?;
        rewrite(&worker, fs::read(off)?)?;
        page.open(&server.address("?again")).await?;
        let gone = "return (async () => {
            const own = await navigator.serviceWorker.getRegistration();
            const kept = (await caches.keys()).length;
            return !own && !kept && !navigator.serviceWorker.controller;
        })()";
        page.wait_for("nothing is left on the device", gone).await?;
        page.wait_until_started().await?;
        rewrite(&worker, &sound)?;
        open_again(page, &server, 2).await?;
        page.wait_until_started().await?;
        expect_offline(page, &server).await
    })
    .await
}

#[tokio::test]
async fn a_page_that_is_looked_at_again_learns_of_a_new_version() -> Result<()> {
    let folder = copy()?;
    let server = Server::start(&folder).await?;
    in_browser("resumed", &server.address(""), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        wait_until_kept(page).await?;
        renew(folder.path())?;
        page.run("document.dispatchEvent(new Event('visibilitychange'))", vec![]).await?;
        page.expect_text(NEW_VERSION).await
    })
    .await
}
