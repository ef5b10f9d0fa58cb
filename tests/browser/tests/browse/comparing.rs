//! Entries side by side: what is chosen stays, and nothing is pushed away.

use anyhow::{Result, ensure};
use browser_tests::{Setting, visit};

#[tokio::test]
async fn two_causes_are_compared_by_a_link_that_can_be_shared() -> Result<()> {
    visit("compare", "#/causes?q=ceft", Setting::Wide, async |page| {
        page.press("button", "Compare Ceftazidime").await?;
        page.expect_text("Chosen to compare; choose one to three more:").await?;
        page.press("button", "Compare Ceftriaxone").await?;
        page.expect_fragment("#/causes?q=ceft&causes=drug-ceftazidime,drug-ceftriaxone").await?;
        page.press("link", "Compare side by side").await?;
        page.expect_fragment("#/compare?causes=drug-ceftazidime,drug-ceftriaxone").await?;
        page.find("table", "Compare").await?;
        page.expect_text("What differs").await?;
        page.expect_text("not recorded").await?;
        page.reload().await?;
        page.expect_text("What is alike").await?;
        page.press("button", "Remove Ceftriaxone").await?;
        page.expect_text("So far there is only Ceftazidime").await
    })
    .await
}

#[tokio::test]
async fn what_is_put_aside_stays_while_entries_are_read() -> Result<()> {
    visit("aside", "#/causes/phys-hiccup", Setting::Wide, async |page| {
        page.press("button", "Compare").await?;
        page.expect_fragment("#/causes/phys-hiccup?causes=phys-hiccup").await?;
        page.run("location.hash = '#/causes/gen-wilson'", vec![]).await?;
        page.find("article", "Wilson disease").await?;
        page.expect_fragment("#/causes/gen-wilson?causes=phys-hiccup").await?;
        page.press("button", "Compare").await?;
        page.press("link", "See them side by side").await?;
        page.expect_fragment("#/compare?causes=phys-hiccup,gen-wilson").await
    })
    .await
}

#[tokio::test]
async fn types_are_searched_filtered_by_axis_and_compared() -> Result<()> {
    visit("types", "#/types", Setting::Wide, async |page| {
        page.expect_text("All 63 entries").await?;
        page.search_in("Search the types", "asterixs").await?;
        page.expect_text(" of 63 entries").await?;
        let listed = page.listed().await?;
        ensure!(listed.contains(&"Asterixis".to_owned()) && listed.len() < 10, "{listed:?}");
        page.press("button", "Clear all").await?;
        page.press("button", "Parts of By where it arises").await?;
        page.press_beginning("checkbox", "Cortical myoclonus").await?;
        page.expect_text("5 of 63 entries").await?;
        page.press_beginning("checkbox", "By where it arises").await?;
        page.expect_text("8 of 63 entries").await?;
        page.expect_fragment("#/types?axis=generator").await?;
        page.run("location.hash = '#/compare?types=cortical,spinal-segmental'", vec![]).await?;
        page.find("table", "Compare").await?;
        page.expect_text("What differs").await
    })
    .await
}

#[tokio::test]
async fn back_undoes_a_choice_to_compare_and_forward_brings_it_again() -> Result<()> {
    visit("compare-back", "#/causes?q=hiccup", Setting::Wide, async |page| {
        page.press("button", "Compare Hiccup").await?;
        page.expect_fragment("#/causes?q=hiccup&causes=phys-hiccup").await?;
        page.back().await?;
        page.expect_fragment("#/causes?q=hiccup").await?;
        ensure!(!page.has("button", "Do not compare Hiccup").await?, "nothing is compared");
        page.forward().await?;
        page.find("button", "Do not compare Hiccup").await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn a_fifth_entry_and_one_of_another_kind_push_none_away() -> Result<()> {
    let four = "#/causes?q=cefepime&causes=phys-hiccup,gen-wilson,gen-rett,ep-lafora";
    visit("compare-full", four, Setting::Wide, async |page| {
        page.expect_text("Chosen to compare, the most that fit side by side:").await?;
        page.press("button", "Compare Cefepime").await?;
        page.expect_fragment(four).await?;
        page.run("location.hash = '#/causes?q=cefepime&types=cortical'", vec![]).await?;
        page.expect_text("causes cannot be compared with them").await?;
        page.press("button", "Compare Cefepime").await?;
        page.expect_fragment("#/causes?q=cefepime&types=cortical").await
    })
    .await
}

#[tokio::test]
async fn the_list_stays_where_it_is_when_an_entry_is_chosen_to_compare() -> Result<()> {
    visit("compare-still", "", Setting::Wide, async |page| {
        let top = "return document.querySelector('ul.cause-list').getBoundingClientRect().top";
        let before = page.run(top, vec![]).await?;
        page.press("button", "Compare Aciclovir").await?;
        page.find("button", "Do not compare Aciclovir").await?;
        ensure!(page.run(top, vec![]).await? == before);
        Ok(())
    })
    .await
}
