//! Accessibility in every state of the page, and pictures of it to be looked at.

use anyhow::{Result, ensure};
use browser_tests::{Setting, visit};
use serde_json::json;

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

/// Every page and an entry of every kind, wide, narrow and dark.
#[tokio::test]
async fn every_kind_of_page() -> Result<()> {
    for (name, fragment, setting) in [
        ("types-wide", "#/types/negative", Setting::Wide),
        ("types-narrow", "#/types", Setting::Narrow),
        ("work-up-wide", "#/work-up/eeg", Setting::Wide),
        ("red-flag-narrow", "#/work-up/serotonin", Setting::Narrow),
        ("step-dark", "#/work-up/step-3", Setting::Dark),
        ("treatments-dark", "#/treatments/clonazepam", Setting::Dark),
        ("look-alikes-wide", "#/look-alikes/tics", Setting::Wide),
        ("glossary-narrow", "#/glossary/myoclonus", Setting::Narrow),
        ("sources-narrow", "#/sources", Setting::Narrow),
        ("about-wide", "#/about", Setting::Wide),
        ("urgent-dark", "#/causes/drug-serotonin-syndrome", Setting::Dark),
        ("not-graded-narrow", "#/causes/ai-coeliac", Setting::Narrow),
    ] {
        look(name, fragment, setting).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_pages_fit_the_narrowest_screen() -> Result<()> {
    for (name, fragment) in [
        ("types-narrowest", "#/types/cortical"),
        ("work-up-narrowest", "#/work-up"),
        ("sources-narrowest", "#/sources"),
        ("about-narrowest", "#/about"),
    ] {
        fits(name, fragment).await?;
    }
    Ok(())
}

/// Nothing is cut off, and nothing has to be scrolled sideways, on the narrowest screen.
async fn fits(name: &str, fragment: &str) -> Result<()> {
    visit(name, fragment, Setting::Narrowest, async |page| {
        page.keep_picture(name).await?;
        let beyond = "
            const wide = [...document.querySelectorAll('main *')].filter(element =>
                element.checkVisibility() && element.scrollWidth > element.clientWidth + 1
                && element.clientWidth > 1 && getComputedStyle(element).display !== 'inline');
            return [document.documentElement.scrollWidth,
                wide.map(element => element.className + ': ' + element.textContent.slice(0, 60))]";
        let beyond = page.run(beyond, vec![]).await?;
        ensure!(beyond == json!([320, []]), "wider than the screen: {beyond}");
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn the_list_fits_the_narrowest_screen() -> Result<()> {
    fits("list-narrowest", "").await
}

#[tokio::test]
async fn an_entry_fits_the_narrowest_screen() -> Result<()> {
    fits("entry-narrowest", "#/causes/drug-etomidate").await
}
