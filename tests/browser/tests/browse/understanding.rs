//! What a search says about how it read a text: what is not here, guesses, amounts, negation.

use anyhow::{Result, ensure};
use browser_tests::{Page, Setting, known, visit, wording};
use serde_json::json;

/// A medicine that is not in this collection, and what the page says about it.
const NOT_HERE: &str = "cefixime";
const NOT_HERE_SAID: &str = "“cefixime” is not in this collection. That says nothing about whether \
                             it can cause jerks.";
/// The heading of its class mates, and one of them.
const CLASS: &str = "Other cephalosporins that are here";
const MATE: &str = "drug-cefepime";

/// What a row says if a word only matches as a misspelling.
const ONLY_SIMILAR: &str = "only similar in spelling to what was typed";

#[tokio::test]
async fn a_medicine_that_is_not_here_is_not_taken_for_another() -> Result<()> {
    visit("not-here", "#/causes", Setting::Wide, async |page| {
        page.search(NOT_HERE).await?;
        page.expect_text(NOT_HERE_SAID).await?;
        page.expect_count(0).await?;
        ensure!(page.listed().await?.is_empty(), "class mates are no results");
        page.find("heading", CLASS).await?;
        page.keep_picture("not-here-wide").await?;
        page.expect_accessible().await?;
        page.press("link", known::name(MATE)).await?;
        page.find("article", known::name(MATE)).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_medicine_that_is_not_here_is_said_on_a_phone_and_at_the_start() -> Result<()> {
    visit("not-here-narrow", "#/causes?q=cefixime", Setting::Narrow, async |page| {
        page.expect_text(NOT_HERE_SAID).await?;
        page.find("heading", CLASS).await?;
        page.keep_picture("not-here-narrow").await?;
        page.expect_accessible().await
    })
    .await?;
    visit("not-here-home", "#/", Setting::Wide, async |page| {
        page.type_into("searchbox", wording::SEARCH_EVERYTHING, NOT_HERE).await?;
        page.expect_text(NOT_HERE_SAID).await?;
        page.find("heading", CLASS).await?;
        page.expect_announced(&format!("0 entries for “{NOT_HERE}”. {NOT_HERE_SAID}")).await?;
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn class_mates_are_not_embedded() -> Result<()> {
    visit("not-here-embed", "#/causes?q=cefixime&embed", Setting::Wide, async |page| {
        page.expect_text(&format!("{} cefixime", wording::NOTHING_FOUND)).await?;
        page.expect_text("Something that is not listed here can still cause jerks").await?;
        page.expect_count(0).await?;
        let text = page.text().await?;
        ensure!(!text.contains(CLASS) && !text.contains(known::name(MATE)), "{text}");
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn another_type_of_a_disease_is_no_answer() -> Result<()> {
    visit("other-type", "#/causes", Setting::Wide, async |page| {
        page.search("citrullinaemia type I").await?;
        page.expect_text("“citrullinaemia type 1” is not in this collection.").await?;
        page.expect_count(0).await?;
        page.find("heading", "Other types that are here").await?;
        page.press("link", known::name("orpha-247585")).await?;
        page.find("article", known::name("orpha-247585")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_remark_is_announced_once() -> Result<()> {
    visit("told-not-here", "#/causes", Setting::Wide, async |page| {
        let watch = "window.told = [];
            const region = document.querySelector(ANNOUNCED);
            const tell = () => told.push(region.textContent);
            new MutationObserver(tell)
                .observe(region, { childList: true, characterData: true, subtree: true })";
        page.run(watch, vec![]).await?;
        page.search(NOT_HERE).await?;
        let count = wording::entries(0, known::causes());
        page.expect_announced(&format!("{count} for “{NOT_HERE}”. {NOT_HERE_SAID}")).await?;
        let times = "return [
            told.filter(words => words.includes('not in this collection')).length,
            [...document.querySelectorAll('[aria-live], [role=status], [role=alert]')]
                .filter(it => it.textContent.includes('not in this collection')).length,
        ]";
        let times = page.run(times, vec![]).await?;
        ensure!(times == json!([1, 1]), "changes and regions: {times}");
        Ok(())
    })
    .await
}

/// Checks that the first row says that its spelling is only similar.
async fn expect_guess(page: &Page) -> Result<()> {
    page.expect_first(known::name("phys-hiccup")).await?;
    let first = "return document.querySelector(ROW).textContent";
    let first = page.run(first, vec![]).await?;
    ensure!(first.as_str().is_some_and(|row| row.contains(ONLY_SIMILAR)), "{first}");
    Ok(())
}

#[tokio::test]
async fn a_row_that_is_only_similar_says_so_wherever_it_is_shown() -> Result<()> {
    for (name, fragment) in [
        ("similar", "#/causes?q=hicccup"),
        ("similar-embed", "#/causes?q=hicccup&embed"),
        ("corrected", "#/causes?q=hicup"),
        ("corrected-embed", "#/causes?q=hicup&embed"),
    ] {
        visit(name, fragment, Setting::Wide, expect_guess).await?;
    }
    visit("not-similar", "#/causes?q=hiccup", Setting::Wide, async |page| {
        page.expect_first(known::name("phys-hiccup")).await?;
        ensure!(!page.text().await?.contains(ONLY_SIMILAR));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn amounts_find_nothing_and_that_is_said() -> Result<()> {
    visit("amounts", "#/causes", Setting::Wide, async |page| {
        page.search("gabapentin 300 mg").await?;
        page.expect_first(known::name("drug-gabapentin")).await?;
        page.expect_text("Amounts are not searched: “300 mg”.").await?;
        page.go_to("#/causes?q=ramipril%205%20mg").await?;
        page.expect_text("“ramipril” is not in this collection.").await?;
        page.expect_count(0).await
    })
    .await
}

#[tokio::test]
async fn what_is_denied_is_left_out_and_that_is_said() -> Result<()> {
    visit("denied", "#/causes", Setting::Wide, async |page| {
        page.search("startle NOT drug").await?;
        page.expect_first(known::name("ess-hyperekplexia")).await?;
        page.expect_text("Left out: “NOT drug”.").await
    })
    .await
}

#[tokio::test]
async fn an_embedded_list_of_medicines_says_what_it_lists() -> Result<()> {
    let list = "#/causes?medicines=cefixime,gabapentin&embed";
    visit("medicines-embed", list, Setting::Wide, async |page| {
        page.expect_listed(&[known::name("drug-gabapentin")]).await?;
        page.expect_text("list of medicines: cefixime, gabapentin").await?;
        page.expect_accessible().await
    })
    .await
}
