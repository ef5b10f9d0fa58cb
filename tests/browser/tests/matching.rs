//! Match: findings of one patient in, causes in order out, and nothing left behind.

mod answering;
mod away;
mod entering;
mod look;

use anyhow::{Result, ensure};
use browser_tests::{Key, Page, known, landmark, wait};
use serde_json::json;

/// The page, empty.
pub(crate) const MATCH: &str = "#/match";

/// The heading of the page.
const HEADING: &str = "Match findings with causes";

/// What the box is called.
const BOX: &str = "Add a finding, a situation, a medicine or what the jerks are like";

/// The resident's case: 72 years, kidney failure, cefepime, confused, jerks of several parts.
pub(crate) const RESIDENT: [&str; 5] =
    ["72", "kidney failure", "cefepime", "confused", "multifocal"];

/// The same as a link.
pub(crate) const RESIDENT_LINK: &str =
    "#/match?has=1289,drug-cefepime,kidney-failure&where=multifocal&age=P72Y";

/// The geneticist's case: 10 years at onset, action myoclonus, seizures, ataxia, slow decline.
const GENETICIST: [&str; 6] =
    ["onset 10", "action myoclonus", "seizures", "ataxia", "mental deterioration", "progressive"];

/// Adds something by the keyboard alone: types it, waits until it is understood, presses Enter.
pub(crate) async fn add(page: &Page, typed: &str) -> Result<()> {
    add_with(page, typed, async || page.key(Key::Enter).await).await
}

/// The same with other keys than Enter.
async fn add_with(page: &Page, typed: &str, press: impl AsyncFn() -> Result<()>) -> Result<()> {
    page.expect_focus_on_id(landmark::SEARCH_ID).await?;
    page.type_keys(typed).await?;
    let understood = "const box = document.activeElement; \
                      return box.value === arguments[0] && box.ariaExpanded === 'true' \
                      && !!document.getElementById(box.getAttribute('aria-activedescendant'))";
    wait::until(&format!("{typed:?} is understood"), async || {
        Ok(page.run(understood, vec![json!(typed)]).await? == json!(true))
    })
    .await?;
    press().await?;
    page.wait_for("the box is empty", "return document.activeElement.value === ''").await
}

/// Goes to the box by its key.
pub(crate) async fn to_the_box(page: &Page) -> Result<()> {
    page.type_keys("/").await?;
    page.expect_focus_on_id(landmark::SEARCH_ID).await
}

/// The causes of a lane, in order.
async fn lane(page: &Page, lane: &str) -> Result<Vec<String>> {
    page.wait_for("all rows have come", "return !document.querySelector('.lane li[aria-hidden]')")
        .await?;
    let names = "return [...document.querySelectorAll( \
                 `section[aria-labelledby=${arguments[0]}] h4 a`)].map(link => link.textContent)";
    Ok(serde_json::from_value(page.run(names, vec![json!(lane)]).await?)?)
}

/// Waits until a cause is among the first of a lane.
pub(crate) async fn expect_among(page: &Page, name: &str, cause: &str, first: usize) -> Result<()> {
    let mut all = Vec::new();
    let found = wait::until(&format!("{cause} is among the first {first} of {name}"), async || {
        all = lane(page, name).await?;
        Ok(all.iter().take(first).any(|it| it == known::name(cause)))
    })
    .await;
    ensure!(found.is_ok(), "{cause} is not among the first {first} of {name}: {all:?}");
    Ok(())
}
