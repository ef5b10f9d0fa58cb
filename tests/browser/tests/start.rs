//! Starting, and what a reader is told when that fails; and whether these tests would notice.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use browser_tests::{Server, Setting, in_browser, visit};

/// A copy of the published files that a test may damage.
fn copy(name: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    for file in fs::read_dir(Server::published()?)? {
        let file = file?;
        // The data for other programs are no part of the page.
        if file.path().is_dir() {
            continue;
        }
        fs::copy(file.path(), folder.join(file.file_name()))?;
    }
    Ok(folder)
}

/// The published WebAssembly in a folder.
fn wasm(folder: &Path) -> Result<PathBuf> {
    let files = fs::read_dir(folder)?.flatten().map(|file| file.path());
    let mut wasm = files.filter(|file| file.extension().is_some_and(|ending| ending == "wasm"));
    wasm.next().context("there is a WebAssembly file")
}

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
async fn a_damaged_program_is_told_with_what_to_do() -> Result<()> {
    let folder = copy("damaged-wasm")?;
    let wasm = wasm(&folder)?;
    let bytes = fs::read(&wasm)?;
    fs::write(&wasm, &bytes[..bytes.len() / 2])?;
    let server = Server::start(folder).await?;
    in_browser("damaged", &server.address(""), Setting::Wide, async |page| {
        page.expect_text("The explorer could not start").await?;
        page.find("button", "Load the page again").await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn a_panic_is_told_once_with_two_ways_on() -> Result<()> {
    visit("panic", "#/causes/phys-hiccup", Setting::Wide, async |page| {
        let panic = "dispatchEvent(new ErrorEvent('error', \
                     { error: new WebAssembly.RuntimeError('unreachable') }))";
        page.run(panic, vec![]).await?;
        page.run(panic, vec![]).await?;
        page.expect_text("The explorer has stopped because of an error in it.").await?;
        page.find("button", "Load the page again").await?;
        page.press("button", "Start afresh").await?;
        page.wait_until_started().await?;
        page.expect_text("All 780 entries").await?;
        ensure!(page.fragment().await? == "#/causes", "the view is let go");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_web_assembly_the_page_says_so() -> Result<()> {
    let server = Server::start(Server::published()?).await?;
    in_browser("no-wasm", &server.address(""), Setting::WithoutWebAssembly, async |page| {
        page.expect_text("this browser has no WebAssembly").await
    })
    .await
}

#[tokio::test]
async fn without_script_the_page_leads_to_what_can_be_read() -> Result<()> {
    let server = Server::start(Server::published()?).await?;
    in_browser("no-script", &server.address(""), Setting::WithoutScript, async |page| {
        page.expect_text("it is a sign, not a disease").await?;
        page.expect_text("Searching, filtering and comparing need JavaScript").await?;
        page.follow("Causes").await?;
        page.expect_text("The order says nothing about how likely a cause is.").await?;
        page.follow("Cefepime").await?;
        page.expect_text("Emergency: hours matter").await
    })
    .await
}

#[tokio::test]
async fn a_policy_violation_fails_a_test() -> Result<()> {
    let tested = visit("violation", "", Setting::Wide, async |page| {
        page.run("document.querySelector('main').setAttribute('style', 'color: red')", vec![])
            .await?;
        Ok(())
    });
    let error = tested.await.err().context("the violation fails the test")?;
    ensure!(format!("{error:#}").contains("policy: style-src-attr"), "{error:#}");
    Ok(())
}

#[tokio::test]
async fn an_error_in_the_console_fails_a_test() -> Result<()> {
    let tested = visit("console", "", Setting::Wide, async |page| {
        page.run("console.error('a test of the tests')", vec![]).await?;
        Ok(())
    });
    let error = tested.await.err().context("the error fails the test")?;
    ensure!(format!("{error:#}").contains("a test of the tests"), "{error:#}");
    Ok(())
}
