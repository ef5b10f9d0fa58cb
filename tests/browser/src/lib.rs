//! Drives a real browser through the published build, as a reader would.
//!
//! [`visit`] gives a test a browser of its own on the built page, served by a server of its own,
//! and fails the test if the browser's console or the security policy had anything to say. The
//! page is acted on by role and label; nothing here knows the program behind it.

mod browser;
mod page;
mod server;

pub use browser::Setting;
pub use page::Page;
pub use server::Server;
pub use thirtyfour::Key;

use std::panic::AssertUnwindSafe;

use anyhow::{Context, Result, bail};
use futures::FutureExt;

use browser::Browser;

/// Runs a test on the published page, opened at a fragment such as `#/causes`.
///
/// Fails with the test, and also if anything was written to the console or the policy was
/// violated. `name` names the picture that is kept of a failure.
pub async fn visit(
    name: &str,
    fragment: &str,
    setting: Setting,
    test: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    let server = Server::start(Server::published()?).await?;
    in_browser(name, &server.address(fragment), setting, async |page| {
        page.wait_until_started().await?;
        test(page).await
    })
    .await
}

/// Like [`visit`], at any address and without waiting for the explorer to start.
pub async fn in_browser(
    name: &str,
    address: &str,
    setting: Setting,
    test: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    let browser = Browser::start(setting).await?;
    let page = Page::new(browser.driver.clone());
    let tested = AssertUnwindSafe(async {
        page.open(address).await?;
        test(&page).await
    })
    .catch_unwind()
    .await;
    let complaints = page.complaints().await;
    if !matches!(tested, Ok(Ok(()))) {
        // The test has failed already; a picture that cannot be taken changes nothing.
        let _ = page.keep_picture(&format!("failed-{name}")).await;
    }
    // Without this the browser would outlive its driver.
    let ended = browser.quit().await;
    match tested {
        Ok(result) => result?,
        Err(panic) => std::panic::resume_unwind(panic),
    }
    ended?;
    let complaints = complaints.context("reading the console")?;
    if !complaints.is_empty() {
        bail!("the browser complained:\n{}", complaints.join("\n"));
    }
    Ok(())
}
