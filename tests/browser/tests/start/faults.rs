//! What can go wrong at the start, with the host, the browser or the address: the page stays
//! useful, or says what is wrong and what to do.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::wording::{self, COULD_NOT_START, KEYS, ORDER_SAYS_NOTHING, RELOAD};
use browser_tests::{Engine, Server, Setting, in_browser, in_each_engine, known, visit, visit_in};

use crate::copy::{copy, program, replace};

/// The complaint of the browser about a page that shows this text.
async fn complaint(name: &str, address: &str, text: &'static str) -> Result<String> {
    let shown = in_browser(name, address, Setting::Wide, async |page| page.expect_text(text).await);
    let error = shown.await.err().context("the browser's complaint fails the test")?;
    Ok(format!("{error:#}"))
}

#[tokio::test]
async fn a_missing_program_is_reported() -> Result<()> {
    let folder = copy()?;
    fs::remove_file(program(folder.path())?)?;
    let server = Server::start(&folder).await?;
    let complaint = complaint("missing", &server.address(""), COULD_NOT_START).await?;
    ensure!(complaint.contains("404"), "the console names the failed request: {complaint}");
    Ok(())
}

#[tokio::test]
async fn a_truncated_program_is_reported_with_what_to_do() -> Result<()> {
    let folder = copy()?;
    let wasm = program(folder.path())?;
    let bytes = fs::read(&wasm)?;
    fs::write(&wasm, &bytes[..bytes.len() / 2])?;
    let server = Server::start(&folder).await?;
    in_browser("damaged", &server.address(""), Setting::Wide, async |page| {
        page.expect_text(COULD_NOT_START).await?;
        page.find("button", RELOAD).await?;
        page.keep_picture("fault-damaged").await?;
        page.expect_accessible().await?;
        page.follow(wording::CAUSES.0).await?;
        page.expect_text(ORDER_SAYS_NOTHING).await
    })
    .await
}

#[tokio::test]
async fn the_program_runs_with_a_wrong_type_from_the_host() -> Result<()> {
    let folder = copy()?;
    let wasm = program(folder.path())?;
    // With this ending the host serves the program as a text.
    fs::rename(&wasm, wasm.with_extension("txt"))?;
    let name = wasm.file_name().context("it has a name")?.to_string_lossy().into_owned();
    replace(&folder.path().join("index.html"), &name, &name.replace(".wasm", ".txt"))?;
    let server = Server::start(&folder).await?;
    in_browser("wrong-type", &server.address("#/causes"), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        page.expect_all().await
    })
    .await
}

#[tokio::test]
async fn a_policy_that_refuses_web_assembly_is_reported() -> Result<()> {
    let folder = copy()?;
    replace(&folder.path().join("index.html"), " 'wasm-unsafe-eval'", "")?;
    let server = Server::start(&folder).await?;
    let complaint = complaint("refused", &server.address(""), COULD_NOT_START).await?;
    ensure!(complaint.contains("script-src"), "the policy is named: {complaint}");
    Ok(())
}

/// A very old browser runs no module, and shows the same page.
#[tokio::test]
async fn without_the_start_script_the_page_can_be_read() -> Result<()> {
    let folder = copy()?;
    fs::remove_file(folder.path().join("boot.js"))?;
    let server = Server::start(&folder).await?;
    let address = server.address("");
    let read = in_browser("no-boot", &address, Setting::Wide, async |page| {
        page.expect_text("If this message stays, reload the page.").await?;
        page.follow(wording::CAUSES.0).await?;
        page.expect_text(ORDER_SAYS_NOTHING).await
    });
    let error = read.await.err().context("the console names the missing file")?;
    ensure!(format!("{error:#}").contains("boot.js"), "{error:#}");
    Ok(())
}

#[tokio::test]
async fn without_script_the_page_can_be_read() -> Result<()> {
    let server = Server::start(Server::published()?).await?;
    in_browser("no-script", &server.address(""), Setting::WithoutScript, async |page| {
        page.expect_text("it is a sign, not a disease").await?;
        page.expect_text("Searching, filtering and comparing need JavaScript").await?;
        page.follow(wording::CAUSES.0).await?;
        page.expect_text(ORDER_SAYS_NOTHING).await?;
        page.follow(known::name("drug-cefepime")).await?;
        page.expect_text(wording::EMERGENCY).await
    })
    .await
}

#[tokio::test]
async fn a_panic_is_reported_once_with_two_ways_out() -> Result<()> {
    visit("panic", "#/causes/phys-hiccup", Setting::Wide, async |page| {
        let panic = "dispatchEvent(new ErrorEvent('error', \
                     { error: new WebAssembly.RuntimeError('unreachable') }))";
        page.run(panic, vec![]).await?;
        page.run(panic, vec![]).await?;
        page.expect_text("The explorer has stopped because of an internal error.").await?;
        page.find("button", RELOAD).await?;
        page.press("button", "Start over").await?;
        page.wait_until_started().await?;
        page.find("heading", wording::HOME).await?;
        ensure!(page.fragment().await? == "#/", "the view is let go");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_browser_that_stores_nothing_shows_everything() -> Result<()> {
    let refusing = Setting::Changed(
        "for (const storage of ['localStorage', 'sessionStorage']) {
            const get = () => { throw new DOMException('refused'); };
            Object.defineProperty(window, storage, { get });
        }",
    );
    visit("no-storage", "#/causes", refusing, async |page| {
        page.search("hiccup").await?;
        page.expect_first(known::name("phys-hiccup")).await?;
        page.open_more().await?;
        page.press_beginning("button", KEYS).await?;
        page.press("checkbox", wording::SINGLE_LETTERS).await?;
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
    visit("no-worker", "#/causes", refusing, async |page| {
        page.search("hiccup").await?;
        page.expect_first(known::name("phys-hiccup")).await
    })
    .await
}

#[tokio::test]
async fn a_browser_without_workers_shows_everything() -> Result<()> {
    let without = Setting::Changed("delete Navigator.prototype.serviceWorker;");
    visit("unknown-worker", "#/causes", without, async |page| {
        page.search("hiccup").await?;
        page.expect_first(known::name("phys-hiccup")).await
    })
    .await
}

/// Takes away what some browsers, modes and extensions do not give, and the explorer does not need.
const LACKING: &str = "
    const take = (from, names) => names.split(' ').forEach((name) => {
        delete from[name];
        if (name in from) Object.defineProperty(from, name, { value: undefined });
    });
    take(globalThis, 'customElements structuredClone AbortController AbortSignal crypto caches \
        BigInt BigInt64Array BigUint64Array matchMedia requestIdleCallback \
        queueMicrotask FinalizationRegistry WeakRef IntersectionObserver ResizeObserver \
        MutationObserver MessageChannel SharedArrayBuffer PromiseRejectionEvent localStorage \
        sessionStorage DecompressionStream TransformStream');
    for (const list of [Array, String, Uint8Array]) take(list.prototype, 'at findLast replaceAll');
    take(Promise, 'allSettled any');
    take(Object, 'hasOwn');
    take(Navigator.prototype, 'serviceWorker clipboard locks storage');
    take(Response.prototype, 'body');
    take(WebAssembly, 'compileStreaming instantiateStreaming');";

#[tokio::test]
async fn a_browser_without_what_is_not_needed_shows_everything() -> Result<()> {
    visit("lacking", "#/causes/phys-hiccup", Setting::Changed(LACKING), async |page| {
        page.find("article", known::name("phys-hiccup")).await?;
        page.expect_text("Sources").await?;
        ensure!(!page.text().await?.contains("This page was saved"), "it is no saved copy");
        page.go_to("#/causes").await?;
        page.search("hiccup").await?;
        page.expect_first(known::name("phys-hiccup")).await
    })
    .await
}

#[tokio::test]
async fn a_browser_without_what_is_needed_says_so() -> Result<()> {
    for (name, without) in [
        ("without-decoder", "delete globalThis.TextDecoder;"),
        ("without-frames", "delete globalThis.requestAnimationFrame;"),
        ("without-fetch", "delete globalThis.fetch;"),
    ] {
        let server = Server::start(Server::published()?).await?;
        let address = server.address("#/causes/phys-hiccup");
        in_browser(name, &address, Setting::Changed(without), async |page| {
            page.expect_text(COULD_NOT_START).await?;
            page.expect_text("or try a current browser").await?;
            page.follow("Read this entry without the program").await?;
            page.find("article", known::name("phys-hiccup")).await.map(drop)
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_broken_worker_changes_nothing() -> Result<()> {
    let folder = copy()?;
    fs::write(folder.path().join("sw.js"), "throw new Error('broken');")?;
    let server = Server::start(&folder).await?;
    in_browser("broken-worker", &server.address("#/causes"), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        let register = "() => navigator.serviceWorker.register('sw.js')
            .then(() => 'kept', () => 'refused')";
        let answer = page.call(register, vec![]).await?;
        ensure!(answer == "refused", "the browser has tried it: {answer}");
        page.search("hiccup").await?;
        page.expect_first(known::name("phys-hiccup")).await
    })
    .await
}

in_each_engine! { any_address_shows_the_page }

async fn any_address_shows_the_page(engine: Engine) -> Result<()> {
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
            page.go_to(fragment).await?;
            page.find_beginning("searchbox", "Search ").await?;
            page.reload().await?;
            page.find_beginning("searchbox", "Search ").await?;
        }
        page.go_to("#/causes?q=hiccup").await?;
        page.expect_first(known::name("phys-hiccup")).await
    })
    .await
}
