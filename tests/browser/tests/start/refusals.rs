//! A browser or a network that refuses something: the explorer starts all the same, or the page
//! says who can help and leads to what can be read.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::wording::{COULD_NOT_START, ORDER_SAYS_NOTHING, RELOAD};
use browser_tests::{Fault, Page, Server, Setting, in_browser, known, visit};
use serde_json::json;

use super::SOON;
use super::offline::wait_until_kept;
use crate::copy::{address, copy};

const HICCUP: &str = "#/causes/phys-hiccup?q=hic";
const READ: &str = "Read this entry without the program";
const ONE_FILE: &str = "Save the explorer as one file, for another browser or device";

/// Expects these words, and below them a way to the very entry that was asked for.
async fn expect_way_on(page: &Page, words: &'static str) -> Result<()> {
    page.expect_text(words).await?;
    page.find("link", ONE_FILE).await?;
    let first = "return document.querySelector('#boot-state a').textContent";
    ensure!(page.run(first, vec![]).await? == json!(READ), "the entry comes first");
    page.expect_accessible().await?;
    page.follow(READ).await?;
    page.expect_text(known::name("phys-hiccup")).await?;
    page.expect_text("Sources").await
}

/// Runs a test at an entry, in a browser that this script has changed.
async fn changed(
    name: &str,
    script: &'static str,
    test: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    let server = Server::start(Server::published()?).await?;
    in_browser(name, &server.address(HICCUP), Setting::Changed(script), test).await
}

#[tokio::test]
async fn where_web_assembly_is_switched_off_the_entry_can_be_read() -> Result<()> {
    changed("no-wasm", "delete globalThis.WebAssembly;", async |page| {
        page.expect_text(COULD_NOT_START).await?;
        ensure!(!page.has("button", RELOAD).await?, "what cannot help is not offered");
        page.keep_picture("fault-no-wasm").await?;
        expect_way_on(page, "Lockdown Mode").await
    })
    .await
}

#[tokio::test]
async fn without_web_assembly_and_network_no_link_leads_in_a_circle() -> Result<()> {
    let off = "if (localStorage.getItem('off')) delete globalThis.WebAssembly;";
    let folder = copy()?;
    let server = Server::start(&folder).await?;
    in_browser("no-wasm-offline", &server.address(HICCUP), Setting::Changed(off), async |page| {
        page.wait_until_started().await?;
        wait_until_kept(page).await?;
        page.run("localStorage.setItem('off', 'yes')", vec![]).await?;
        page.open(&server.address("?a#/causes/phys-hiccup")).await?;
        page.expect_text("Lockdown Mode").await?;
        page.follow(READ).await?;
        page.find("article", known::name("phys-hiccup")).await?;
        server.stop()?;
        // What was read is kept; the rest is said to be missing.
        page.open(&server.address("?b#/causes/phys-hiccup")).await?;
        page.expect_text("Lockdown Mode").await?;
        page.follow(READ).await?;
        page.find("article", known::name("phys-hiccup")).await?;
        page.open(&server.address("?c#/causes/gen-wilson")).await?;
        page.expect_text("Lockdown Mode").await?;
        page.follow(READ).await?;
        page.expect_text("This page is not on the device").await?;
        page.follow("causes/phys-hiccup").await?;
        page.find("article", known::name("phys-hiccup")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_browser_that_is_too_old_hears_which_are_not() -> Result<()> {
    let old = "WebAssembly.compile = WebAssembly.compileStreaming = async () => {
        throw new WebAssembly.CompileError(\"invalid value type 'externref'\"); };";
    changed("old-wasm", old, async |page| {
        page.expect_text("from the last two years will do").await?;
        expect_way_on(page, "This browser is too old").await
    })
    .await
}

#[tokio::test]
async fn too_little_memory_is_not_called_an_old_browser() -> Result<()> {
    for (name, script) in [
        (
            "memory-compile",
            "WebAssembly.compile = WebAssembly.compileStreaming = async () => {
                throw new RangeError('Out of memory: cannot allocate'); };",
        ),
        (
            "memory-start",
            "WebAssembly.instantiate = async () => {
                throw new RangeError('Out of memory: cannot allocate'); };",
        ),
    ] {
        changed(name, script, async |page| {
            page.find("button", RELOAD).await?;
            expect_way_on(page, "too little free memory").await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn where_an_entry_has_no_page_of_its_own_its_list_can_be_read() -> Result<()> {
    let server = Server::start(Server::published()?).await?;
    let off = Setting::Changed("delete globalThis.WebAssembly;");
    let address = server.address("#/causes/omim-254780");
    let tested = in_browser("no-wasm-number", &address, off, async |page| {
        page.expect_text(COULD_NOT_START).await?;
        page.follow(READ).await?;
        page.follow("Open what this address seems to mean").await?;
        page.expect_text(ORDER_SAYS_NOTHING).await
    });
    // The console names the page that is not there.
    let error = format!("{:#}", tested.await.err().context("the console names the page")?);
    ensure!(error.contains("the browser complained") && error.contains("404"), "{error}");
    Ok(())
}

#[tokio::test]
async fn streams_that_a_browser_does_not_have_are_not_needed() -> Result<()> {
    let without = "delete globalThis.TransformStream;
        WebAssembly.compileStreaming = () => { throw new TypeError('not supported'); };";
    visit("no-streams", HICCUP, Setting::Changed(without), async |page| {
        page.find("article", known::name("phys-hiccup")).await.map(drop)
    })
    .await?;
    let without = "delete WebAssembly.compileStreaming;";
    visit("no-streaming", HICCUP, Setting::Changed(without), async |page| {
        page.find("article", known::name("phys-hiccup")).await.map(drop)
    })
    .await
}

/// Runs a test at an entry of a host whose program meets this fault.
async fn faulty(
    name: &str,
    fault: Fault,
    setting: Setting,
    test: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    faulty_part(".wasm", name, fault, setting, test).await
}

/// The same, where another part of the program meets it.
async fn faulty_part(
    part: &'static str,
    name: &str,
    fault: Fault,
    setting: Setting,
    test: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    let folder = copy()?;
    let is_program =
        move |path: &str| path.starts_with("/myoclonus-explorer") && path.ends_with(part);
    let server =
        Server::with_faults(&folder, move |path, _| is_program(path).then_some(fault)).await?;
    in_browser(name, &server.address(HICCUP), setting, test).await
}

#[tokio::test]
async fn a_log_in_page_in_place_of_the_program_asks_to_sign_in() -> Result<()> {
    faulty("log-in", Fault::LogIn, Setting::Wide, async |page| {
        page.find("button", RELOAD).await?;
        expect_way_on(page, "Sign in, then reload the page.").await
    })
    .await
}

#[tokio::test]
async fn a_filter_is_named_as_one() -> Result<()> {
    let tested = faulty("filter", Fault::Forbidden, Setting::Wide, async |page| {
        expect_way_on(page, "a filter may hold the explorer back").await
    });
    let error = tested.await.err().context("the console names the failed request")?;
    ensure!(format!("{error:#}").contains("403"), "{error:#}");
    Ok(())
}

#[tokio::test]
async fn a_load_that_stands_still_says_so() -> Result<()> {
    for (name, fault) in [("stall", Fault::Stall), ("silence", Fault::Silence)] {
        faulty(name, fault, Setting::Changed(SOON), async |page| {
            page.expect_text("Nothing has come from the network").await?;
            page.find("button", RELOAD).await?;
            page.keep_picture(&format!("fault-{name}")).await?;
            expect_way_on(page, "Nothing has come from the network").await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_small_part_that_stands_still_says_so_after_the_large_one_has_come() -> Result<()> {
    faulty_part(".js", "stall-small", Fault::Stall, Setting::Changed(SOON), async |page| {
        page.wait_for(
            "the program has come",
            "return performance.getEntriesByType('resource')
                .some((it) => it.name.endsWith('.wasm') && it.responseEnd > 0)",
        )
        .await?;
        expect_way_on(page, "Nothing has come from the network").await
    })
    .await
}

#[tokio::test]
async fn a_promise_that_ends_the_program_is_reported() -> Result<()> {
    visit("rejected", "", Setting::Wide, async |page| {
        let rejected = "const reason = new WebAssembly.RuntimeError('unreachable');
            const promise = Promise.resolve();
            dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise, reason }))";
        page.run(rejected, vec![]).await?;
        page.expect_text("The explorer has stopped because of an internal error.").await?;
        page.find("button", RELOAD).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_full_stack_in_the_program_is_reported_and_no_error_of_others() -> Result<()> {
    visit("stack", "", Setting::Wide, async |page| {
        let throws = |stack: &str| {
            format!(
                "const error = new RangeError('Maximum call stack size exceeded');
                error.stack = 'RangeError\\n    at {stack}';
                dispatchEvent(new ErrorEvent('error', {{ error }}))"
            )
        };
        page.run(&throws("chrome-extension://x/content.js:1:2"), vec![]).await?;
        ensure!(!page.text().await?.contains("has stopped"), "it is not ours");
        page.run(&throws("wasm://wasm/0123:wasm-function[7]:0x1f"), vec![]).await?;
        page.expect_text("The explorer has stopped because of an internal error.").await
    })
    .await
}

#[tokio::test]
async fn a_locked_frame_shows_the_list_and_its_links_work() -> Result<()> {
    let explorer = Server::with_faults(Server::published()?, |_, _| Some(Fault::OpenToAll)).await?;
    let folder = tempfile::tempdir()?;
    let source = explorer.address("#/causes?q=hiccup&embed");
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>A clinic</title>\
         <link rel=icon href=data:,><h1>A clinic</h1>\
         <iframe title=Causes sandbox=allow-scripts src=\"{source}\" width=700 height=600></iframe>"
    );
    fs::write(folder.path().join("index.html"), page)?;
    let server = Server::start(&folder).await?;
    in_browser("locked-frame", &server.address(""), Setting::Wide, async |page| {
        page.enter_frame().await?;
        page.wait_until_started().await?;
        page.expect_first(known::name("phys-hiccup")).await?;
        let styled = "return document.styleSheets.length > 0 \
            && !document.querySelector('saved-copy').checkVisibility()";
        ensure!(page.run(styled, vec![]).await? == json!(true), "the list has its style");
        page.press("link", known::name("phys-hiccup")).await?;
        page.find("article", known::name("phys-hiccup")).await.map(drop)
    })
    .await
}

/// As browsers save a page with its files: what is drawn, and the scripts in a folder beside it.
#[tokio::test]
async fn a_copy_of_the_running_page_says_what_it_is() -> Result<()> {
    let folder = copy()?;
    let server = Server::start(&folder).await?;
    let mut drawn = String::new();
    in_browser("copy-drawn", &server.address(HICCUP), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        let text = page.text().await?;
        ensure!(!text.contains("This page was saved"), "nothing is said while it runs");
        let whole = "return '<!doctype html>' + document.documentElement.outerHTML";
        drawn = page.run(whole, vec![]).await?.as_str().unwrap_or_default().to_owned();
        Ok(())
    })
    .await?;
    let file = folder.path().join("saved.html");
    fs::write(&file, drawn)?;
    let one_file = format!("{}myoclonus.html", server.address(""));
    let tested = in_browser("copy-saved", &address(&file), Setting::Wide, async |page| {
        page.expect_text("This page was saved without the parts that make it work").await?;
        let link = "return document.querySelector('saved-copy a[href$=\"myoclonus.html\"]').href";
        ensure!(page.run(link, vec![]).await? == json!(one_file), "the link is whole");
        Ok(())
    })
    .await;
    // The browser says in the console that scripts of files are refused.
    match tested {
        Err(error) if !format!("{error:#}").contains("the browser complained") => Err(error),
        _ => Ok(()),
    }
}
