//! Every cause can be reached by its address, by search and by scrolling.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Setting, known, visit};
use serde_json::{Value, json};

/// How many causes a script goes through in one call. A call has only so much patience, and a busy
/// machine must not fail a run because the knowledge has grown.
const AT_A_TIME: usize = 50;

/// Gives every cause with its name to a script, some at a time. Returns what the script found
/// wrong.
async fn wrong_of_all(page: &Page, script: &str) -> Result<Vec<Value>> {
    let ids: Vec<_> = known::ids().into_iter().collect();
    let mut wrong = Vec::new();
    for some in ids.chunks(AT_A_TIME) {
        let causes: Value = some.iter().map(|id| json!([id, known::name(id)])).collect();
        let found = page.call(script, vec![causes]).await?;
        wrong.extend(found.as_array().context("the script returns a list")?.iter().cloned());
    }
    Ok(wrong)
}

#[tokio::test]
async fn every_cause_is_reached_by_its_address_and_fits_a_phone() -> Result<()> {
    visit("reach-address", "#/causes", Setting::Narrow, async |page| {
        let open_each = include_str!("../../src/scripts/open_each.js");
        let wrong = wrong_of_all(page, open_each).await?;
        ensure!(wrong.is_empty(), "not shown by their addresses, or too wide: {wrong:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_cause_is_reached_by_searching_for_its_name() -> Result<()> {
    visit("reach-search", "#/causes", Setting::Wide, async |page| {
        let search_each = include_str!("../../src/scripts/search_each.js");
        let wrong = wrong_of_all(page, search_each).await?;
        ensure!(wrong.is_empty(), "not first when searched by their whole names: {wrong:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_cause_is_reached_by_scrolling() -> Result<()> {
    visit("reach-scroll", "#/causes", Setting::Narrow, async |page| {
        page.show_all().await?;
        let scroll = include_str!("../../src/scripts/scroll_through.js");
        let seen: Vec<String> = serde_json::from_value(page.call(scroll, vec![]).await?)?;
        let seen: BTreeSet<&str> = seen.iter().map(String::as_str).collect();
        let missed: Vec<_> = known::ids().difference(&seen).copied().collect();
        ensure!(missed.is_empty(), "never in view: {missed:?}");
        Ok(())
    })
    .await
}
