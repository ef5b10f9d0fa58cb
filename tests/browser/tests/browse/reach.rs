//! Every cause can be reached by its address, by search and by scrolling.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use browser_tests::{Setting, known, visit};
use serde_json::{Value, json};

/// Every cause with its name.
fn causes() -> Value {
    known::ids().into_iter().map(|id| json!([id, known::name(id)])).collect()
}

#[tokio::test]
async fn every_cause_is_reached_by_its_address() -> Result<()> {
    visit("reach-address", "", Setting::Wide, async |page| {
        let open_each = include_str!("../../src/scripts/open_each.js");
        let wrong = page.call(open_each, vec![causes()]).await?;
        ensure!(wrong == json!([]), "not shown by their addresses: {wrong}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_cause_is_reached_by_searching_for_its_name() -> Result<()> {
    visit("reach-search", "", Setting::Wide, async |page| {
        let search_each = include_str!("../../src/scripts/search_each.js");
        let wrong = page.call(search_each, vec![causes()]).await?;
        ensure!(wrong == json!([]), "not first when searched by their whole names: {wrong}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_cause_is_reached_by_scrolling() -> Result<()> {
    visit("reach-scroll", "", Setting::Narrow, async |page| {
        let scroll = include_str!("../../src/scripts/scroll_through.js");
        let seen: Vec<String> = serde_json::from_value(page.call(scroll, vec![]).await?)?;
        let seen: BTreeSet<&str> = seen.iter().map(String::as_str).collect();
        let missed: Vec<_> = known::ids().difference(&seen).copied().collect();
        ensure!(missed.is_empty(), "never in view: {missed:?}");
        Ok(())
    })
    .await
}
