//! Drives real browsers through the published build, as a reader would.
//!
//! [`visit`] gives a test its own browser on the built page, from its own server, and fails the
//! test if the browser's console or the security policy reported anything. The page is acted on by
//! role and label. Nothing here knows the program behind it.
//!
//! What tests share about the page has one place each: its texts in [`wording`], its selectors in
//! [`landmark`], the numbers and names of the data in [`known`].
//!
//! Chromium is driven unless a test names another [`Engine`].

mod browser;
mod engine;
pub mod known;
pub mod landmark;
mod page;
mod profile;
mod server;
pub mod wait;
pub mod wording;

pub use browser::Setting;
pub use engine::Engine;
pub use page::Page;
pub use profile::Profile;
pub use server::{Fault, Server};
pub use thirtyfour::Key;

use std::panic::AssertUnwindSafe;

use anyhow::{Context, Result, bail, ensure};
use futures::FutureExt;

use browser::Browser;

/// Runs a test on the published page, opened at a fragment such as `#/causes`.
///
/// Fails with the test, and also if anything was written to the console or the policy was
/// violated. A picture of a failure is kept under `name`.
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

/// Like [`visit`], in a desktop window of any engine.
pub async fn visit_in(
    engine: Engine,
    name: &str,
    fragment: &str,
    test: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    let server = Server::for_engine(engine, Server::published()?).await?;
    in_engine(engine, name, &server.address(fragment), async |page| {
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
    run(Engine::Chromium, setting, &Profile::new()?, name, address, test).await
}

/// Like [`in_browser`], in a desktop window of any engine.
///
/// Complaints of Firefox and WebKit while a page is loaded are noticed only if the page comes from
/// [`Server::for_engine`].
pub async fn in_engine(
    engine: Engine,
    name: &str,
    address: &str,
    test: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    run(engine, Setting::Wide, &Profile::new()?, name, address, test).await
}

/// Like [`in_engine`], in a new process of a browser that remembers what is in this profile. WebKit
/// remembers nothing while it is driven.
pub async fn in_profile(
    engine: Engine,
    profile: &Profile,
    name: &str,
    address: &str,
    test: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    ensure!(engine.keeps_profiles(), "{engine:?} keeps nothing from one process to the next");
    run(engine, Setting::Wide, profile, name, address, test).await
}

/// Runs a test in its own browser, and always ends that browser.
async fn run(
    engine: Engine,
    setting: Setting,
    profile: &Profile,
    name: &str,
    address: &str,
    test: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    let browser = Browser::start(engine, setting, profile).await?;
    let page = Page::new(browser.driver.clone(), engine);
    let tested = AssertUnwindSafe(async {
        page.open(address).await?;
        test(&page).await
    })
    .catch_unwind()
    .await;
    let complaints = page.complaints().await;
    if !matches!(tested, Ok(Ok(()))) {
        // The test has failed already, with or without a picture.
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
