//! A page that others write into: what is shown is always the present view.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Page, in_each_engine, known, landmark, visit_in, wait, wording};
use serde_json::json;

/// What a reader sees of the list or the entry: everything in the content, without what is only
/// drawn.
async fn content(page: &Page) -> Result<String> {
    let text = page.run("return document.querySelector('main').innerText", vec![]).await?;
    // The elements of a translator change the spaces, not the words.
    Ok(text.as_str().unwrap_or_default().split_whitespace().collect())
}

/// The views of a reader, one after the other, from the list of causes.
const VIEWS: &[&str] = &[
    "#/causes?q=hiccup",
    "#/causes?q=hiccup&urgency=soon",
    "#/causes?q=startle",
    "#/causes/phys-hiccup",
    "#/causes/met-hyponatraemia",
    "#/types/negative",
    "#/compare?causes=phys-hiccup,gen-wilson",
    "#/types?q=spinal",
    "#/work-up",
    "#/causes?q=zzzz",
    "#/?q=EPM2A",
    "#/",
    "#/causes",
];

/// What each view shows in a tab that nobody translates.
async fn shown(page: &Page) -> Result<Vec<String>> {
    let mut shown = Vec::new();
    for view in VIEWS {
        page.go_to(view).await?;
        shown.push(settled(page).await?);
    }
    Ok(shown)
}

/// The content, once it stays the same.
async fn settled(page: &Page) -> Result<String> {
    let mut before = content(page).await?;
    wait::until("the content stays the same", async || {
        page.drawn().await?;
        let now = content(page).await?;
        Ok(std::mem::replace(&mut before, now.clone()) == now)
    })
    .await?;
    Ok(before)
}

async fn a_translated_page_shows_what_the_original_shows(engine: Engine) -> Result<()> {
    // What is chosen to be compared stays from view to view, so it is chosen from the start.
    let chosen = "#/causes?causes=phys-hiccup,gen-wilson";
    visit_in(engine, "translated", chosen, async |page| {
        let original = shown(page).await?;
        page.call(include_str!("../../src/scripts/translate.js"), vec![]).await?;
        let translated = shown(page).await?;
        for ((view, original), translated) in VIEWS.iter().zip(original).zip(translated) {
            ensure!(original == translated, "{view}\noriginal: {original}\nnow: {translated}");
        }
        let replaced = page.run("return document.querySelectorAll('main font').length > 0", vec![]);
        ensure!(replaced.await? == json!(true), "the script has translated");
        Ok(())
    })
    .await
}

async fn what_others_remove_and_add_goes_with_the_view(engine: Engine) -> Result<()> {
    visit_in(engine, "meddled", "#/causes", async |page| {
        let meddle = include_str!("../../src/scripts/meddle.js");
        for seed in 1..6 {
            page.call(meddle, vec![json!(seed), json!(60)]).await?;
            page.go_to("#/causes?q=hiccup").await?;
            page.call(meddle, vec![json!(seed + 10), json!(60)]).await?;
            page.go_to("#/about").await?;
            page.call(meddle, vec![json!(seed + 20), json!(60)]).await?;
            page.go_to("#/causes/phys-hiccup").await?;
            page.find("article", known::name("phys-hiccup")).await?;
            page.go_to("#/causes?q=wilson").await?;
            page.expect_first(known::name("gen-wilson")).await?;
            page.go_to("#/causes").await?;
            page.expect_all().await?;
            // The frame around the content is drawn once: what others have taken of it is gone.
            page.reload().await?;
        }
        Ok(())
    })
    .await
}

in_each_engine! {
    a_translated_page_shows_what_the_original_shows,
    what_others_remove_and_add_goes_with_the_view,
}

/// The red flags and the filters are those of the present view as well.
#[tokio::test]
async fn the_numbers_of_the_filters_follow_a_search_in_a_translated_page() -> Result<()> {
    visit_in(Engine::Chromium, "translated-filters", "#/causes", async |page| {
        page.call(include_str!("../../src/scripts/translate.js"), vec![]).await?;
        page.search("hiccup").await?;
        let count = page.expect_counted(known::causes()).await?;
        let numbers = "return [...document.querySelectorAll('#facet-urgency .opt .soft')] \
                       .map(it => Number(it.textContent)).reduce((a, b) => a + b)";
        let sum = page.run(numbers, vec![]).await?.as_u64().unwrap_or(u64::MAX);
        ensure!(sum <= count as u64, "{sum} of {count} are graded");
        ensure!(page.seen(&[landmark::FILTERS]).await?.len() == 1);
        page.expect_text(&wording::entries(count, known::causes())).await
    })
    .await
}
