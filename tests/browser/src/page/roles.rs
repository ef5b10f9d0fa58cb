//! Elements by role and accessible name, and what an accessibility audit finds.
//!
//! Both come from axe-core, which computes them alike in every browser.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::WebElement;

use super::Page;
use crate::wait;

/// Finds elements by role and name.
const FIND: &str = include_str!("../scripts/find.js");

/// Which names fit: the whole name, or its beginning.
#[derive(Clone, Copy)]
enum Named<'a> {
    Exactly(&'a str),
    Beginning(&'a str),
}

impl Named<'_> {
    fn arguments(self, role: &str) -> Vec<Value> {
        match self {
            Self::Exactly(name) => vec![json!(role), json!(name), json!(false)],
            Self::Beginning(name) => vec![json!(role), json!(name), json!(true)],
        }
    }
}

impl Page {
    /// The element with this role and accessible name; waits for it, and refuses two.
    pub async fn find(&self, role: &str, name: &str) -> Result<WebElement> {
        self.find_one(role, Named::Exactly(name), name).await
    }

    /// The element with this role whose name begins so; waits for it, and refuses two.
    pub async fn find_beginning(&self, role: &str, beginning: &str) -> Result<WebElement> {
        self.find_one(role, Named::Beginning(beginning), &format!("{beginning}…")).await
    }

    async fn find_one(&self, role: &str, named: Named<'_>, shown: &str) -> Result<WebElement> {
        let mut found = Vec::new();
        wait::until(&format!("a {role} named {shown:?} is on the page"), async || {
            found = self.find_all(role, named).await?;
            Ok(!found.is_empty())
        })
        .await?;
        ensure!(found.len() == 1, "{} elements are {role} {shown:?}", found.len());
        Ok(found.remove(0))
    }

    async fn find_all(&self, role: &str, named: Named<'_>) -> Result<Vec<WebElement>> {
        self.load_axe().await?;
        let find = format!("return ({FIND})(...arguments).map(([element]) => element)");
        self.elements(&find, named.arguments(role)).await
    }

    /// Whether such an element is on the page now.
    pub async fn has(&self, role: &str, name: &str) -> Result<bool> {
        Ok(!self.find_all(role, Named::Exactly(name)).await?.is_empty())
    }

    /// The names of all elements with this role that begin so, in the order of the page.
    pub async fn names(&self, role: &str, beginning: &str) -> Result<Vec<String>> {
        self.load_axe().await?;
        let names = format!("return ({FIND})(...arguments).map(([, name]) => name)");
        let names = self.run(&names, Named::Beginning(beginning).arguments(role)).await?;
        Ok(serde_json::from_value(names)?)
    }

    /// What axe-core finds wrong with the page as it is now: one line per rule and element.
    async fn accessibility_violations(&self) -> Result<Vec<String>> {
        self.load_axe().await?;
        let violations = self.call(include_str!("../scripts/audit.js"), vec![]).await?;
        Ok(serde_json::from_value(violations)?)
    }

    /// Fails unless axe-core finds nothing wrong.
    pub async fn expect_accessible(&self) -> Result<()> {
        let violations = self.accessibility_violations().await?;
        ensure!(violations.is_empty(), "axe-core: {}", violations.join("\n"));
        Ok(())
    }

    /// Loads axe-core into the page; the policy does not bind the driver's scripts.
    async fn load_axe(&self) -> Result<()> {
        if self.run("return typeof axe", vec![]).await? == json!("object") {
            return Ok(());
        }
        let file = std::env::var_os("AXE")
            .context("AXE does not name axe-core: run these tests with `cargo xtask test`")?;
        let axe = std::fs::read_to_string(&file).context("reading axe-core")?;
        self.run(&axe, vec![]).await.map(drop)
    }
}
