//! Accessibility in every state of the page, and pictures of it to be looked at.

use anyhow::Result;
use browser_tests::{Setting, visit};

/// Audits the page at an address and keeps a picture.
async fn look(name: &str, fragment: &str, setting: Setting) -> Result<()> {
    visit(name, fragment, setting, async |page| {
        page.keep_picture(name).await?;
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn the_list_wide() -> Result<()> {
    look("list-wide", "", Setting::Wide).await
}

#[tokio::test]
async fn the_list_narrow() -> Result<()> {
    look("list-narrow", "", Setting::Narrow).await
}

#[tokio::test]
async fn the_list_dark() -> Result<()> {
    look("list-dark", "", Setting::Dark).await
}

#[tokio::test]
async fn an_entry_wide() -> Result<()> {
    look("entry-wide", "#/causes/hyp-lance-adams?q=post", Setting::Wide).await
}

#[tokio::test]
async fn an_entry_narrow() -> Result<()> {
    look("entry-narrow", "#/causes/drug-cefepime", Setting::Narrow).await
}

#[tokio::test]
async fn an_entry_dark() -> Result<()> {
    look("entry-dark", "#/causes/drug-etomidate?category=drug", Setting::Dark).await
}

#[tokio::test]
async fn nothing_found() -> Result<()> {
    look("nothing-wide", "#/causes?q=hiccup&category=drug", Setting::Wide).await
}

#[tokio::test]
async fn an_address_that_leads_nowhere() -> Result<()> {
    look("unknown-narrow", "#/causes/no-such-thing", Setting::Narrow).await
}
