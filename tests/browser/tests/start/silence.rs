//! After the start the explorer asks nobody for anything, whatever a reader does.

use std::time::Duration;

use anyhow::{Result, ensure};
use browser_tests::{Page, Server, Setting, in_browser};
use serde_json::json;

/// Everything that a reader can do.
async fn use_every_feature(page: &Page) -> Result<()> {
    page.search("gabapentin").await?;
    page.expect_first("Gabapentin").await?;
    page.press("link", "Gabapentin").await?;
    page.find("article", "Gabapentin").await?;
    page.press_beginning("checkbox", "Medicines ").await?;
    page.choose("Order", "by name").await?;
    page.press("button", "Clear all").await?;
    page.search("ceft").await?;
    page.press("button", "Compare Ceftazidime").await?;
    page.run("scrollBy(0, 300)", vec![]).await?;
    page.press("button", "Compare Ceftriaxone").await?;
    page.press("link", "Compare side by side").await?;
    page.find("table", "Compare").await?;
    for (link, text) in [
        ("Types", "Types of myoclonus"),
        ("Work-up", "Red flags first"),
        ("Treatments", "Clonazepam"),
        ("Look-alikes", "Tics"),
        ("Words", "Words explained"),
        ("Sources", "All sources"),
        ("About", "About this explorer"),
        ("Causes", "Causes of myoclonus"),
    ] {
        page.press("link", link).await?;
        page.expect_text(text).await?;
    }
    page.press("button", "Keys").await?;
    page.press("button", "Close").await?;
    page.run("document.querySelector('.list-head .save summary').click()", vec![]).await?;
    for format in ["CSV", "JSON", "Sources as RIS", "Sources as BibTeX"] {
        page.save(format).await?;
    }
    page.back().await?;
    page.forward().await
}

#[tokio::test]
async fn nothing_is_asked_for_after_the_start() -> Result<()> {
    let server = Server::start(Server::published()?).await?;
    in_browser("silence", &server.address(""), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        // What the worker keeps for later belongs to the start.
        page.run_async("navigator.serviceWorker.ready.then(() => arguments[0]())", vec![]).await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        let (start, resources) = (server.requests(), loaded(page).await?);
        ensure!(
            start.iter().any(|path| path.ends_with(".wasm")),
            "the start is counted: {start:?}"
        );
        use_every_feature(page).await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        let after = server.requests();
        ensure!(after == start, "asked for later: {:?}", &after[start.len()..]);
        ensure!(loaded(page).await? == resources, "nothing is loaded from elsewhere either");
        Ok(())
    })
    .await
}

/// Everything that the page has loaded, from anywhere; all of it from its own host.
async fn loaded(page: &Page) -> Result<Vec<String>> {
    let names = "return performance.getEntriesByType('resource').map(entry => entry.name)";
    let names: Vec<String> = serde_json::from_value(page.run(names, vec![]).await?)?;
    let origin = page.run("return location.origin", vec![]).await?;
    let foreign: Vec<_> = names
        .iter()
        .filter(|name| !name.starts_with(origin.as_str().unwrap_or_default()))
        .collect();
    ensure!(json!(foreign) == json!([]), "loaded from elsewhere: {foreign:?}");
    Ok(names.into_iter().filter(|name| !name.starts_with("blob:")).collect())
}
