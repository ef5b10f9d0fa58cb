//! What can go wrong at the start, by a host, a browser or an address: the page is of use, or says
//! what is wrong and what to do.

use std::fs;

use crate::copy::{copy, replace, wasm};
use anyhow::{Context, Result, ensure};
use browser_tests::{Engine, Server, Setting, in_browser, in_each_engine, visit, visit_in};

/// What in_browser says of a test that itself succeeds on a page that complains.
async fn complaint(name: &str, address: &str, text: &'static str) -> Result<String> {
    let told = in_browser(name, address, Setting::Wide, async |page| page.expect_text(text).await);
    let error = told.await.err().context("the browser's complaint fails the test")?;
    Ok(format!("{error:#}"))
}

#[tokio::test]
async fn a_missing_program_is_told_with_what_to_do() -> Result<()> {
    let folder = copy("without-wasm")?;
    fs::remove_file(wasm(&folder)?)?;
    let server = Server::start(folder).await?;
    let told = complaint("missing", &server.address(""), "The explorer could not start").await?;
    ensure!(told.contains("404"), "the console names the failed request: {told}");
    Ok(())
}

#[tokio::test]
async fn a_program_cut_short_is_told_with_what_to_do() -> Result<()> {
    let folder = copy("damaged-wasm")?;
    let wasm = wasm(&folder)?;
    let bytes = fs::read(&wasm)?;
    fs::write(&wasm, &bytes[..bytes.len() / 2])?;
    let server = Server::start(folder).await?;
    in_browser("damaged", &server.address(""), Setting::Wide, async |page| {
        page.expect_text("The explorer could not start").await?;
        page.find("button", "Load the page again").await?;
        page.keep_picture("fault-damaged").await?;
        page.expect_accessible().await?;
        page.follow("Causes").await?;
        page.expect_text("The order says nothing about how likely a cause is.").await
    })
    .await
}

#[tokio::test]
async fn a_host_that_does_not_know_web_assembly_can_serve_it() -> Result<()> {
    let folder = copy("wrong-type")?;
    let wasm = wasm(&folder)?;
    // By this ending the host takes the program for a text.
    fs::rename(&wasm, wasm.with_extension("txt"))?;
    let name = wasm.file_name().context("it has a name")?.to_string_lossy().into_owned();
    replace(&folder.join("index.html"), &name, &name.replace(".wasm", ".txt"))?;
    let server = Server::start(folder).await?;
    in_browser("wrong-type", &server.address(""), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        page.expect_text("All 780 entries").await
    })
    .await
}

#[tokio::test]
async fn a_policy_that_refuses_web_assembly_is_told() -> Result<()> {
    let folder = copy("refused-wasm")?;
    replace(&folder.join("index.html"), " 'wasm-unsafe-eval'", "")?;
    let server = Server::start(folder).await?;
    let told = complaint("refused", &server.address(""), "The explorer could not start").await?;
    ensure!(told.contains("script-src"), "the policy is named: {told}");
    Ok(())
}

#[tokio::test]
async fn without_web_assembly_the_page_says_so_and_can_be_read() -> Result<()> {
    let without = Setting::Changed("delete globalThis.WebAssembly;");
    let server = Server::start(Server::published()?).await?;
    in_browser("no-wasm", &server.address(""), without, async |page| {
        page.expect_text("this browser has no WebAssembly").await?;
        page.follow("Types").await?;
        page.expect_text("Types of myoclonus").await
    })
    .await
}

/// A very old browser runs no module: it is left with the same page.
#[tokio::test]
async fn without_the_start_script_the_page_can_be_read() -> Result<()> {
    let folder = copy("without-boot")?;
    fs::remove_file(folder.join("boot.js"))?;
    let server = Server::start(folder).await?;
    let address = server.address("");
    let told = in_browser("no-boot", &address, Setting::Wide, async |page| {
        page.expect_text("If this stays, the browser is too old for it").await?;
        page.follow("Causes").await?;
        page.expect_text("The order says nothing about how likely a cause is.").await
    });
    let error = told.await.err().context("the console names the missing file")?;
    ensure!(format!("{error:#}").contains("boot.js"), "{error:#}");
    Ok(())
}

#[tokio::test]
async fn a_browser_that_keeps_nothing_shows_everything() -> Result<()> {
    let refusing = Setting::Changed(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused'); } }); \
         Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('refused'); } });",
    );
    visit("no-storage", "", refusing, async |page| {
        page.search("hiccup").await?;
        page.expect_first("Hiccup").await?;
        page.press("button", "Keys").await?;
        page.press("checkbox", "Single letters and signs are shortcuts").await?;
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn a_browser_that_refuses_the_worker_shows_everything() -> Result<()> {
    let refusing = Setting::Changed(
        "ServiceWorkerContainer.prototype.register = \
         () => Promise.reject(new DOMException('refused', 'SecurityError'));",
    );
    visit("no-worker", "", refusing, async |page| {
        page.search("hiccup").await?;
        page.expect_first("Hiccup").await
    })
    .await
}

#[tokio::test]
async fn a_browser_that_knows_no_worker_shows_everything() -> Result<()> {
    let without = Setting::Changed("delete Navigator.prototype.serviceWorker;");
    visit("unknown-worker", "", without, async |page| {
        page.search("hiccup").await?;
        page.expect_first("Hiccup").await
    })
    .await
}

#[tokio::test]
async fn a_broken_worker_changes_nothing() -> Result<()> {
    let folder = copy("broken-worker")?;
    fs::write(folder.join("sw.js"), "throw new Error('broken');")?;
    let server = Server::start(folder).await?;
    in_browser("broken-worker", &server.address(""), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        let registration = "
            const [done] = arguments;
            navigator.serviceWorker.register('sw.js').then(() => done('kept'), () => done('refused'));";
        let told = page.run_async(registration, vec![]).await?;
        ensure!(told == "refused", "the browser has tried it: {told}");
        page.search("hiccup").await?;
        page.expect_first("Hiccup").await
    })
    .await
}

in_each_engine! {
    an_address_of_any_kind_shows_the_page: chromium_an_address_of_any_kind_shows_the_page,
        firefox_an_address_of_any_kind_shows_the_page, webkit_an_address_of_any_kind_shows_the_page;
}

async fn an_address_of_any_kind_shows_the_page(engine: Engine) -> Result<()> {
    let long = format!("#/causes?q={}", "a".repeat(10_000));
    let right_to_left = "#/causes/%E2%80%AE%E2%80%8Fgnp.exe?q=\u{202e}hiccup\u{200f}";
    visit_in(engine, &engine.named("hostile"), "", async |page| {
        for fragment in [
            &long,
            "#/causes?q=%zz%%%E0%A4%A&group=%C3%28",
            "#/causes/%00?q=%00&sort=%00",
            right_to_left,
            "#/%2e%2e/%2e%2e?<script>alert(1)</script>",
            "#/causes?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
            "#/causes?q=hiccup&q=cough&&&==&x",
        ] {
            page.run("location.hash = arguments[0]", vec![fragment.into()]).await?;
            page.find("searchbox", "Search by name, drug, sign or plain words").await?;
            page.reload().await?;
            page.find("searchbox", "Search by name, drug, sign or plain words").await?;
        }
        page.run("location.hash = '#/causes?q=hiccup'", vec![]).await?;
        page.expect_first("Hiccup").await
    })
    .await
}
