//! What a test waits for on the page.

use anyhow::Result;
use serde_json::json;

use super::Page;
use crate::{known, wait, wording};

impl Page {
    /// Waits until a text can be read on the page.
    pub async fn expect_text(&self, text: &str) -> Result<()> {
        let what = format!("{text:?} can be read");
        wait::until(&what, async || Ok(self.text().await?.contains(text))).await
    }

    /// Waits until the list of causes is whole, and says so.
    pub async fn expect_all(&self) -> Result<()> {
        self.expect_text(&wording::all_entries(known::causes())).await
    }

    /// Waits until the page says that this many causes match.
    pub async fn expect_count(&self, shown: usize) -> Result<()> {
        self.expect_text(&wording::entries(shown, known::causes())).await
    }

    /// Waits until the list has some of all entries and the page gives their count. Returns the
    /// count.
    pub async fn expect_counted(&self, total: usize) -> Result<usize> {
        let mut shown = 0;
        wait::until(&format!("some of {total} entries are listed and counted"), async || {
            let listed = self.listed().await?.len();
            let text = self.text().await?;
            let (before, _) = text.split_once(&format!(" of {total} entries")).unwrap_or_default();
            shown = before.rsplit(' ').next().and_then(|count| count.parse().ok()).unwrap_or(0);
            Ok(listed > 0 && listed <= shown && shown < total)
        })
        .await?;
        Ok(shown)
    }

    /// Waits until the list has these names, in any order.
    pub async fn expect_listed(&self, expected: &[&str]) -> Result<()> {
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        wait::until(&format!("{expected:?} are listed"), async || {
            let mut listed = self.listed().await?;
            listed.sort_unstable();
            Ok(listed == expected)
        })
        .await
    }

    /// Waits until the list begins with this name.
    pub async fn expect_first(&self, name: &str) -> Result<()> {
        wait::until(&format!("the list begins with {name:?}"), async || {
            Ok(self.listed().await?.first().is_some_and(|first| first == name))
        })
        .await
    }

    /// Waits until the element with the focus has this text.
    pub async fn expect_focus_on(&self, text: &str) -> Result<()> {
        wait::until(&format!("the focus is on {text:?}"), async || {
            let focused = self.run("return document.activeElement.textContent", vec![]).await?;
            Ok(focused.as_str().is_some_and(|focused| focused.trim() == text))
        })
        .await
    }

    /// Waits until the focus is on the element with this id.
    pub async fn expect_focus_on_id(&self, id: &str) -> Result<()> {
        wait::until(&format!("the focus is on #{id}"), async || {
            Ok(self.run("return document.activeElement.id", vec![]).await? == json!(id))
        })
        .await
    }

    /// Waits until a screen reader has announced this.
    pub async fn expect_announced(&self, text: &str) -> Result<()> {
        let region = "return document.querySelector(ANNOUNCED).textContent";
        wait::until(&format!("{text:?} is announced"), async || {
            Ok(self.run(region, vec![]).await? == json!(text))
        })
        .await
    }

    /// Waits until the address ends in this fragment.
    pub async fn expect_fragment(&self, expected: &str) -> Result<()> {
        let what = format!("the address ends in {expected}");
        wait::until(&what, async || Ok(self.fragment().await? == expected)).await
    }
}
