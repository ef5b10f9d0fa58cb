//! Beside a new version, and with old data.

use anyhow::{Result, ensure};
use browser_tests::wording::{NEW_VERSION, OLD_DATA, USE_NEW_VERSION};
use browser_tests::{Page, Server, Setting, in_browser, known, visit};
use serde_json::json;

use super::mending::renew;
use super::offline::wait_until_kept;
use crate::copy::copy;

/// Runs a test on a device that has kept the explorer, in a page opened after the host got another
/// version.
async fn beside_a_new_version(
    name: &str,
    fragment: &str,
    test: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    let folder = copy()?;
    let server = Server::start(&folder).await?;
    in_browser(name, &server.address(""), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        wait_until_kept(page).await?;
        renew(folder.path())?;
        page.open(&server.address(&format!("?again{fragment}"))).await?;
        page.wait_until_started().await?;
        test(page).await
    })
    .await
}

#[tokio::test]
async fn a_new_version_starts_when_the_reader_asks_for_it() -> Result<()> {
    beside_a_new_version("renew", "#/causes/phys-hiccup", async |page| {
        page.run("window.before = true", vec![]).await?;
        page.expect_text(NEW_VERSION).await?;
        page.keep_picture("new-version").await?;
        page.expect_accessible().await?;
        ensure!(
            page.run("return window.before", vec![]).await? == json!(true),
            "nothing is loaded by itself"
        );
        let versions = "() => caches.keys()";
        let waiting = page.call(versions, vec![]).await?;
        ensure!(waiting.as_array().map(Vec::len) == Some(2), "both versions are there: {waiting}");

        page.press("button", USE_NEW_VERSION).await?;
        page.wait_for("the page is loaded again", "return window.before === undefined").await?;
        page.wait_until_started().await?;
        page.find("article", known::name("phys-hiccup")).await?;
        let left = page.call(versions, vec![]).await?;
        let left: Vec<String> = serde_json::from_value(left)?;
        ensure!(left.len() == 1 && left[0].ends_with(" another"), "the old one is gone: {left:?}");
        ensure!(!page.has("button", USE_NEW_VERSION).await?);
        let shown = page.call("async () => (await fetch('./')).text()", vec![]).await?;
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
    beside_a_new_version("wait", "#/causes", async |page| {
        page.expect_text(NEW_VERSION).await?;
        page.press("button", "Later").await?;
        ensure!(!page.has("button", USE_NEW_VERSION).await?);
        page.search("hiccup").await?;
        page.expect_first(known::name("phys-hiccup")).await
    })
    .await
}

#[tokio::test]
async fn another_tab_does_not_reload_this_one() -> Result<()> {
    beside_a_new_version("two-tabs", "#/causes/phys-hiccup", async |page| {
        page.expect_text(NEW_VERSION).await?;
        page.call(include_str!("../../src/scripts/renew_elsewhere.js"), vec![]).await?;
        // The button exists only until this page is reloaded.
        page.press("button", USE_NEW_VERSION).await?;
        page.wait_for("the page is loaded again", "return window.before === undefined").await?;
        page.wait_until_started().await?;
        page.find("article", known::name("phys-hiccup")).await?;
        let leavings = page.run("return sessionStorage.getItem('test-leavings')", vec![]).await?;
        ensure!(leavings == json!("1"), "only the reader has it loaded again: {leavings}");
        Ok(())
    })
    .await
}

/// A clock set to this many days after the date of the data.
fn days_after_the_data(days: u32) -> Setting {
    let date = known::date();
    let clock = format!("Date.now = () => Date.parse('{date}') + {days} * 24 * 60 * 60 * 1000;");
    Setting::Changed(clock.leak())
}

#[tokio::test]
async fn old_data_are_marked_as_old() -> Result<()> {
    visit("old", "#/causes", days_after_the_data(366), async |page| {
        page.expect_text(OLD_DATA).await?;
        page.keep_picture("old-data").await?;
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn data_of_this_year_get_no_note_on_their_age() -> Result<()> {
    visit("young", "#/causes", days_after_the_data(364), async |page| {
        let text = page.text().await?;
        ensure!(!text.contains(OLD_DATA), "{text}");
        Ok(())
    })
    .await
}
