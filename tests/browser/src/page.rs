//! The page as a reader and a screen reader meet it: by role and label.
//!
//! Knows the page's roles, [landmarks](crate::landmark) and [wording](crate::wording), and nothing
//! of the program behind it.

mod act;
mod expect;
mod roles;
mod script;

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::engine::Engine;
use crate::landmark::LOADING;
use crate::server::HOOK;
use crate::wait;

/// The page in one browser.
#[derive(Debug)]
pub struct Page {
    driver: WebDriver,
    engine: Engine,
}

impl Page {
    pub(crate) fn new(driver: WebDriver, engine: Engine) -> Self {
        Self { driver, engine }
    }

    /// The engine that shows it.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Opens an address.
    pub async fn open(&self, address: &str) -> Result<()> {
        self.driver.goto(address).await.with_context(|| format!("opening {address}"))?;
        self.listen().await
    }

    /// Reloads the page.
    pub async fn reload(&self) -> Result<()> {
        self.driver.refresh().await?;
        self.listen().await?;
        self.wait_until_started().await
    }

    /// Notes what the browser complains of from now on. A page that its server has given the script
    /// does so already. One that is opened as a file or without its server has none, so complaints
    /// while it is loaded are missed.
    async fn listen(&self) -> Result<()> {
        if !self.engine.reports_console() {
            self.run(HOOK, vec![]).await.context("listening for complaints")?;
        }
        Ok(())
    }

    /// Waits until the explorer has replaced the loading message and what is read in entries has
    /// come or is lost, unless the test holds it back.
    pub async fn wait_until_started(&self) -> Result<()> {
        let started = format!(
            "const is_explorer = document.querySelector('script[type=module]') !== null;
            const awaits = is_explorer && typeof letGo === 'undefined'
                && !performance.getEntriesByName('reading').length;
            return !awaits && !document.querySelector('{LOADING}')
                && !!document.querySelector('main')"
        );
        self.wait_for("the explorer runs", &started).await
    }

    /// Waits until a script returns true; `what` completes "waited in vain until …".
    pub async fn wait_for(&self, what: &str, script: &str) -> Result<()> {
        wait::until(what, async || Ok(self.run(script, vec![]).await? == json!(true))).await
    }

    /// The fragment in the address bar.
    pub async fn fragment(&self) -> Result<String> {
        let address = self.driver.current_url().await?;
        Ok(address.fragment().map(|fragment| format!("#{fragment}")).unwrap_or_default())
    }

    /// The title of the window.
    pub async fn title(&self) -> Result<String> {
        Ok(self.driver.title().await?)
    }

    /// The visible text of the page, with single spaces.
    pub async fn text(&self) -> Result<String> {
        // A driver that is asked for the text of an element goes through all its parts by itself,
        // which takes seconds where hundreds of entries are listed.
        let text = self.run("return document.body.innerText", vec![]).await?;
        let words: Vec<&str> = text.as_str().unwrap_or_default().split_whitespace().collect();
        Ok(words.join(" "))
    }

    /// Waits until the keys rest: the rows below the window and the numbers of the filters follow.
    pub async fn wait_until_whole(&self) -> Result<()> {
        let is_whole = "return !document.querySelector('[aria-busy=true]')";
        self.wait_for("the list is whole", is_whole).await
    }

    /// The names in the list that can be seen, in order.
    pub async fn listed(&self) -> Result<Vec<String>> {
        self.wait_until_whole().await?;
        let names = "return [...document.querySelectorAll(`${LIST} a`)]\
                     .filter(link => link.checkVisibility()).map(link => link.textContent)";
        Ok(serde_json::from_value(self.run(names, vec![]).await?)?)
    }

    /// The ids of the entries in the list that can be seen, in order.
    pub async fn listed_ids(&self) -> Result<Vec<String>> {
        let ids = "return [...document.querySelectorAll(`${LIST} a`)]\
                   .filter(link => link.checkVisibility())\
                   .map(link => link.id.slice(ROW_ID.length))";
        Ok(serde_json::from_value(self.run(ids, vec![]).await?)?)
    }

    /// Which of these parts can be seen.
    pub async fn seen(&self, parts: &[&str]) -> Result<Vec<String>> {
        let seen = "return arguments[0]\
                    .filter(part => document.querySelector(part)?.checkVisibility())";
        Ok(serde_json::from_value(self.run(seen, vec![json!(parts)]).await?)?)
    }

    /// The answer of Chromium to a command of its own protocol.
    pub async fn ask_chromium(&self, command: &str) -> Result<Value> {
        Ok(self.driver.cdp().send_raw(command, json!({})).await?)
    }

    /// Keeps a picture of the window among the test's output; returns where.
    pub async fn keep_picture(&self, name: &str) -> Result<PathBuf> {
        let folder = std::env::var_os("PICTURES").context(
            "PICTURES names no folder for pictures: run these tests with `cargo xtask test`",
        )?;
        std::fs::create_dir_all(&folder)?;
        let file = PathBuf::from(folder).join(format!("{name}.png"));
        self.drawn().await?;
        self.driver.screenshot(&file).await?;
        Ok(file)
    }

    /// Waits until what is on the page has been drawn.
    pub async fn drawn(&self) -> Result<()> {
        self.call(include_str!("scripts/drawn.js"), vec![]).await.map(drop)
    }

    /// Everything that the console and the security policy reported since the page was opened.
    pub(crate) async fn complaints(&self) -> Result<Vec<String>> {
        if !self.engine.reports_console() {
            let noted = "return JSON.parse(sessionStorage.getItem('test-complaints') ?? '[]')";
            return Ok(serde_json::from_value(self.run(noted, vec![]).await?)?);
        }
        let log = self.driver.browser_log().await?;
        let mut complaints: Vec<String> =
            log.into_iter().map(|entry| format!("{:?}: {}", entry.level, entry.message)).collect();
        let violations = self.run("return window.__violations ?? []", vec![]).await?;
        let violations: Vec<String> = serde_json::from_value(violations)?;
        complaints.extend(violations.into_iter().map(|it| format!("policy: {it}")));
        Ok(complaints)
    }
}
