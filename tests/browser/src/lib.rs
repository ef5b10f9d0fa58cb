//! Drives real browsers through the published build, as a reader would.
//!
//! [`visit`] gives a test its own tab on the built page, from its own server, and fails the test if
//! the browser's console or the security policy reported anything. The page is acted on by role and
//! label. Nothing here knows the program behind it.
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
mod shared;
pub mod wait;
pub mod wording;

pub use browser::Setting;
pub use engine::{Engine, once_more_if_webkit_failed};
pub use page::Page;
pub use profile::Profile;
pub use server::{Fault, Server};
pub use thirtyfour::Key;

use std::panic::AssertUnwindSafe;

use anyhow::{Context, Result, bail, ensure};
use futures::FutureExt;

use browser::{Apart, Browser};

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
    run_anywhere(Engine::Chromium, setting, name, address, test).await
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
    run_anywhere(engine, Setting::Wide, name, address, test).await
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
    run(engine, Setting::Wide, Apart::Process(profile), name, address, test).await
}

/// Runs a test in a process that others use too, if the page cannot meet what they leave behind.
async fn run_anywhere(
    engine: Engine,
    setting: Setting,
    name: &str,
    address: &str,
    test: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    match Server::origin(address) {
        Some(origin) if engine == Engine::Chromium => {
            run(engine, setting, Apart::Tab { origin }, name, address, test).await
        }
        _ => {
            let profile = Profile::new()?;
            run(engine, setting, Apart::Process(&profile), name, address, test).await
        }
    }
}

/// Runs a test in a browser. A browser whose test has failed is always ended.
async fn run(
    engine: Engine,
    setting: Setting,
    apart: Apart<'_>,
    name: &str,
    address: &str,
    test: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    let browser = Browser::start(engine, setting, apart).await?;
    let page = Page::new(browser.driver.clone(), engine);
    let tested = AssertUnwindSafe(async {
        page.open(address).await?;
        test(&page).await
    })
    .catch_unwind()
    .await;
    let complaints = page.complaints().await;
    let ended = if matches!(tested, Ok(Ok(()))) {
        browser.leave().await
    } else {
        // The test has failed already, with or without a picture.
        let _ = page.keep_picture(&format!("failed-{name}")).await;
        // Without this the browser would outlive its driver.
        browser.quit().await
    };
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
