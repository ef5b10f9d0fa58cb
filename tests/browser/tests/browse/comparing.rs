//! Entries side by side: the choice stays, and nothing pushes it away.

use anyhow::{Result, ensure};
use browser_tests::wording::{COMPARE, DIFFERS, compare, do_not_compare};
use browser_tests::{Setting, known, visit, wait, wording};

#[tokio::test]
async fn two_causes_are_compared_by_a_link_that_can_be_shared() -> Result<()> {
    visit("compare", "#/causes?q=ceft", Setting::Wide, async |page| {
        page.press("button", &compare(known::name("drug-ceftazidime"))).await?;
        page.expect_text("Chosen to compare. Choose one to three more:").await?;
        page.press("button", &compare(known::name("drug-ceftriaxone"))).await?;
        page.expect_fragment("#/causes?q=ceft&causes=drug-ceftazidime,drug-ceftriaxone").await?;
        page.press("link", wording::COMPARE_SIDE_BY_SIDE).await?;
        page.expect_fragment("#/compare?causes=drug-ceftazidime,drug-ceftriaxone").await?;
        page.find("table", COMPARE).await?;
        page.expect_text(DIFFERS).await?;
        page.expect_text("not recorded").await?;
        page.reload().await?;
        page.expect_text(wording::ALIKE).await?;
        page.press("button", &wording::remove(known::name("drug-ceftriaxone"))).await?;
        let only = format!("So far only one is chosen: {}", known::name("drug-ceftazidime"));
        page.expect_text(&only).await
    })
    .await
}

#[tokio::test]
async fn the_choice_stays_while_entries_are_read() -> Result<()> {
    visit("aside", "#/causes/phys-hiccup", Setting::Wide, async |page| {
        page.press("button", COMPARE).await?;
        page.expect_fragment("#/causes/phys-hiccup?causes=phys-hiccup").await?;
        page.go_to("#/causes/gen-wilson").await?;
        page.find("article", known::name("gen-wilson")).await?;
        page.expect_fragment("#/causes/gen-wilson?causes=phys-hiccup").await?;
        page.press("button", COMPARE).await?;
        page.press("link", "See them side by side").await?;
        page.expect_fragment("#/compare?causes=phys-hiccup,gen-wilson").await
    })
    .await
}

#[tokio::test]
async fn types_are_searched_filtered_by_axis_and_compared() -> Result<()> {
    visit("types", "#/types", Setting::Wide, async |page| {
        page.expect_text(&wording::all_entries(known::types())).await?;
        page.type_into("searchbox", wording::SEARCH_TYPES, "asterixs").await?;
        let asterixis = known::topic("asterixis");
        wait::until("asterixis is found", async || {
            page.expect_counted(known::types()).await?;
            Ok(page.listed().await?.iter().any(|listed| listed == asterixis))
        })
        .await?;
        page.press("button", wording::CLEAR_ALL).await?;
        let axis = known::text(known::group("generator"), "name");
        page.press("button", &wording::parts_of(axis)).await?;
        let part = page.choose_value(known::topic("cortical")).await?;
        ensure!(page.expect_counted(known::types()).await? == part);
        page.expect_fragment("#/types?axis=generator.cortical").await?;
        let whole = page.choose_value(axis).await?;
        page.expect_fragment("#/types?axis=generator").await?;
        page.expect_text(&wording::entries(whole, known::types())).await?;
        ensure!(page.listed().await?.len() == whole && whole > part);
        page.go_to("#/compare?types=cortical,spinal-segmental").await?;
        page.find("table", COMPARE).await?;
        page.expect_text(DIFFERS).await
    })
    .await
}

#[tokio::test]
async fn back_undoes_a_choice_to_compare_and_forward_redoes_it() -> Result<()> {
    visit("compare-back", "#/causes?q=hiccup", Setting::Wide, async |page| {
        page.press("button", &compare(known::name("phys-hiccup"))).await?;
        page.expect_fragment("#/causes?q=hiccup&causes=phys-hiccup").await?;
        page.back().await?;
        page.expect_fragment("#/causes?q=hiccup").await?;
        ensure!(
            !page.has("button", &do_not_compare(known::name("phys-hiccup"))).await?,
            "nothing is compared"
        );
        page.forward().await?;
        page.find("button", &do_not_compare(known::name("phys-hiccup"))).await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn a_fifth_entry_or_another_kind_pushes_none_away() -> Result<()> {
    let four = "#/causes?q=cefepime&causes=phys-hiccup,gen-wilson,gen-rett,ep-lafora";
    visit("compare-full", four, Setting::Wide, async |page| {
        page.expect_text("Chosen to compare. No more fit side by side:").await?;
        page.press("button", &compare(known::name("drug-cefepime"))).await?;
        page.expect_fragment(four).await?;
        page.go_to("#/causes?q=cefepime&types=cortical").await?;
        page.expect_text("Causes cannot be compared with types.").await?;
        page.press("button", &compare(known::name("drug-cefepime"))).await?;
        page.expect_fragment("#/causes?q=cefepime&types=cortical").await
    })
    .await
}

#[tokio::test]
async fn the_list_does_not_move_when_an_entry_is_chosen() -> Result<()> {
    visit("compare-still", "#/causes", Setting::Wide, async |page| {
        let top = "return document.querySelector(LIST).getBoundingClientRect().top";
        let before = page.run(top, vec![]).await?;
        let first = page.listed().await?.remove(0);
        page.press("button", &compare(&first)).await?;
        page.expect_text("Chosen to compare.").await?;
        ensure!(page.run(top, vec![]).await? == before);
        Ok(())
    })
    .await
}
