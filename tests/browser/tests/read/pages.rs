//! The pages beside the list of causes, and the ways between them.

use anyhow::{Result, ensure};
use browser_tests::wording::{self, PAGES};
use browser_tests::{Setting, known, landmark, visit};
use serde_json::json;

#[tokio::test]
async fn the_menu_leads_from_page_to_page() -> Result<()> {
    visit("pages", "#/causes", Setting::Wide, async |page| {
        for (link, heading) in PAGES {
            page.go_to_page(link).await?;
            page.find("heading", heading).await?;
            ensure!(page.title().await? == wording::title(heading));
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_type_leads_to_its_causes_and_back() -> Result<()> {
    visit("type", "#/types/lance-adams", Setting::Wide, async |page| {
        page.find("article", known::topic("lance-adams")).await?;
        page.expect_text("Causes that are examples").await?;
        page.expect_fragment("#/types/lance-adams").await?;
        page.follow_in_entry("#/causes/hyp-lance-adams").await?;
        page.expect_fragment("#/causes/hyp-lance-adams").await?;
        page.expect_text("The mapping is ours.").await
    })
    .await
}

#[tokio::test]
async fn a_look_alike_is_compared_with_myoclonus() -> Result<()> {
    visit("look-alike", "#/look-alikes/tics", Setting::Wide, async |page| {
        page.find("article", known::topic("tics")).await?;
        page.expect_text("In myoclonus").await?;
        page.expect_text("How to tell them apart").await
    })
    .await
}

#[tokio::test]
async fn a_link_to_another_page_takes_focus_and_view_to_the_entry() -> Result<()> {
    visit("across", "#/types/hiccup", Setting::Narrow, async |page| {
        page.find("article", known::topic("hiccup")).await?;
        page.run("scrollTo(0, document.body.scrollHeight)", vec![]).await?;
        page.follow_in_entry("#/causes/phys-hiccup").await?;
        page.expect_fragment("#/causes/phys-hiccup").await?;
        page.expect_focus_on_id(landmark::ENTRY_HEADING_ID).await?;
        let top = "return document.querySelector(ENTRY_HEADING).getBoundingClientRect().top";
        let top = page.run(top, vec![]).await?.as_f64().unwrap_or(f64::MAX);
        ensure!((0.0..844.0).contains(&top), "the heading is in view, not at {top}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_sources_list_who_cites_them_and_which_are_unverified() -> Result<()> {
    visit("sources", "#/sources", Setting::Wide, async |page| {
        page.find("link", known::text(known::source("gupta2016"), "title")).await?;
        page.expect_text("Cited by").await?;
        page.find("heading", "Named in a web text, not verified").await?;
        let unverified =
            "return document.querySelectorAll('[aria-labelledby=unverified-heading] li').length";
        ensure!(page.run(unverified, vec![]).await?.as_u64() > Some(0));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn all_data_can_be_downloaded_as_one_file() -> Result<()> {
    visit("open-data", "#/about", Setting::Wide, async |page| {
        page.find("link", "myoclonus.json").await?;
        let read = "async () => {
            const links = [...document.querySelectorAll('a[download][href^=data]')];
            const files = links.map(async (link) => (await fetch(link.href)).json());
            const [data, schema] = await Promise.all(files);
            return [data.causes.length, data.topics.length, schema.title];
        }";
        let read = page.call(read, vec![]).await?;
        let expected = json!([known::causes(), known::topics(), "The data of Myoclonus Explorer"]);
        ensure!(read == expected, "{read}");
        page.press("link", wording::CAUSES.0).await?;
        page.expect_all().await
    })
    .await
}
