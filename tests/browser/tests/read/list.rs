//! The list of causes: search, filters, and the way back to it.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use browser_tests::wording::{CAUSES, CLEAR_ALL};
use browser_tests::{Key, Setting, known, landmark, visit, wait, wording};
use serde_json::json;

#[tokio::test]
async fn the_page_shows_every_cause() -> Result<()> {
    visit("list", "#/causes", Setting::Wide, async |page| {
        page.expect_all().await?;
        let first = page.listed().await?.len();
        ensure!(first <= 60, "{first} rows are drawn at once");
        page.press("button", "Show the next 50").await?;
        page.expect_focus_on(&page.listed().await?[first]).await?;
        page.show_all().await?;
        let listed = page.listed_ids().await?;
        let ids: BTreeSet<&str> = listed.iter().map(String::as_str).collect();
        ensure!(ids == known::ids() && listed.len() == ids.len(), "{listed:?} are listed");
        ensure!(page.has("heading", CAUSES.1).await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn search_finds_lance_adams() -> Result<()> {
    visit("search", "#/causes", Setting::Wide, async |page| {
        page.search("lance adams").await?;
        page.expect_first(known::name("hyp-lance-adams")).await?;
        page.expect_counted(known::causes()).await?;
        page.expect_fragment("#/causes?q=lance%20adams").await
    })
    .await
}

#[tokio::test]
async fn going_back_restores_the_search_words() -> Result<()> {
    visit("typed", "#/causes", Setting::Wide, async |page| {
        // Faster than any pause: the address must not lag behind when the link is pressed.
        let type_and_press = include_str!("../../src/scripts/type_and_press.js");
        let name = page.call(type_and_press, vec![]).await?;
        let name = name.as_str().context("the name of the row")?;
        page.find("article", name).await?;
        page.back().await?;
        page.expect_first(name).await?;
        ensure!(page.searched().await? == name, "the words are in the search box");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn erasing_the_words_restores_the_whole_list_in_order() -> Result<()> {
    visit("erased", "#/causes", Setting::Wide, async |page| {
        let before = page.listed().await?;
        page.run("document.querySelectorAll(ROW).forEach(row => { row.seen = true })", vec![])
            .await?;
        page.search("post").await?;
        page.expect_counted(known::causes()).await?;
        for _ in 0..4 {
            page.key(Key::Backspace).await?;
        }
        page.expect_all().await?;
        ensure!(page.listed().await? == before, "the order is the same as before");
        let same = "return [...document.querySelectorAll(ROW)].every(row => row.seen)";
        ensure!(page.run(same, vec![]).await? == true, "no row is made anew");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_count_is_announced_once_typing_pauses() -> Result<()> {
    visit("announced", "#/causes", Setting::Wide, async |page| {
        page.expect_announced("").await?;
        page.search("lance").await?;
        let count = page.expect_counted(known::causes()).await?;
        let count = wording::entries(count, known::causes());
        page.expect_announced(&format!("{count} for “lance”.")).await
    })
    .await
}

#[tokio::test]
async fn the_same_count_for_other_words_is_announced_again() -> Result<()> {
    visit("announced-again", "#/causes", Setting::Wide, async |page| {
        page.search("hiccup").await?;
        let count = page.expect_counted(known::causes()).await?;
        let count = wording::entries(count, known::causes());
        page.expect_announced(&format!("{count} for “hiccup”.")).await?;
        page.type_keys("s").await?;
        let again = page.expect_counted(known::causes()).await?;
        let again = wording::entries(again, known::causes());
        page.expect_announced(&format!("{again} for “hiccups”.")).await
    })
    .await
}

#[tokio::test]
async fn the_same_answer_to_another_press_is_announced_again() -> Result<()> {
    visit("announced-same", "#/causes", Setting::Wide, async |page| {
        page.choose(wording::ORDER, wording::BY_NAME).await?;
        let region = "return document.querySelector(ANNOUNCED).textContent";
        page.wait_for("the list is announced", &format!("{region} !== ''")).await?;
        let all = page.run(region, vec![]).await?;
        let listen = "new MutationObserver(() => { window.said = true; })
            .observe(document.querySelector(ANNOUNCED), { childList: true, subtree: true })";
        page.run(listen, vec![]).await?;
        page.choose(wording::ORDER, wording::BY_CATEGORY).await?;
        page.wait_for("something is announced", "return window.said === true").await?;
        page.expect_announced(all.as_str().unwrap_or_default()).await
    })
    .await
}

#[tokio::test]
async fn a_search_for_sources_or_genes_is_answered_to_a_screen_reader() -> Result<()> {
    let answers = [("#/sources", "0 sources for “zzzz”."), ("#/genes", " genes for “zzzz”.")];
    for (address, answer) in answers {
        visit("announced-lists", address, Setting::Wide, async |page| {
            page.run("document.querySelector('input[type=search]').focus()", vec![]).await?;
            page.type_keys("zzzz").await?;
            let region = "document.querySelector(ANNOUNCED).textContent";
            let said = format!("return {region}.endsWith('{answer}')");
            page.wait_for("the answer is announced", &said).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_row_found_by_another_name_says_so() -> Result<()> {
    visit("synonym", "#/causes", Setting::Wide, async |page| {
        page.search("post-hypoxic action").await?;
        page.expect_first(known::name("hyp-lance-adams")).await?;
        let synonym = known::cause("hyp-lance-adams")["synonyms"][0].as_str();
        page.expect_text(&format!("also called {}", synonym.unwrap_or_default())).await
    })
    .await
}

#[tokio::test]
async fn everyday_words_find_the_cause() -> Result<()> {
    visit("everyday", "#/causes", Setting::Wide, async |page| {
        page.search("liver failure").await?;
        page.expect_text("also called liver failure").await
    })
    .await
}

#[tokio::test]
async fn a_category_narrows_the_list_and_says_what_it_holds() -> Result<()> {
    visit("category", "#/causes", Setting::Wide, async |page| {
        let metabolic = known::text(known::wide_group("metabolic"), "name");
        page.press("button", &wording::parts_of(metabolic)).await?;
        let vitamins = known::category("nutritional");
        let (name, meaning) = (known::text(vitamins, "name"), known::text(vitamins, "explanation"));
        let lacking = page.choose_value(name).await?;
        page.expect_count(lacking).await?;
        page.expect_text(&format!("{name}: {meaning}")).await?;
        page.expect_fragment("#/causes?group=metabolic.nutritional").await?;
        let functional = known::text(known::wide_group("functional"), "name");
        let functional = page.choose_value(functional).await?;
        page.expect_count(lacking + functional).await?;
        page.back().await?;
        page.expect_count(lacking).await?;
        page.press("button", CLEAR_ALL).await?;
        page.expect_all().await?;
        page.expect_focus_on_id(landmark::SEARCH_ID).await
    })
    .await
}

#[tokio::test]
async fn a_shared_address_and_a_reload_restore_the_view() -> Result<()> {
    let address = "#/causes?q=functional&group=functional,unknown";
    visit("reload", address, Setting::Wide, async |page| {
        let restored = async || {
            page.expect_first(known::name("fun-functional")).await?;
            page.expect_counted(known::causes()).await?;
            for id in page.listed_ids().await? {
                let group = &known::cause(&id)["wide_group"];
                ensure!(group == "functional" || group == "unknown", "{id} is in {group}");
            }
            let shown = "return [document.querySelector(SEARCH).value, \
                         document.querySelectorAll(CHOSEN).length]";
            ensure!(page.run(shown, vec![]).await? == json!(["functional", 2]));
            Ok(())
        };
        restored().await?;
        page.reload().await?;
        restored().await?;
        page.expect_fragment(address).await
    })
    .await
}

#[tokio::test]
async fn a_registry_number_leads_to_its_disease() -> Result<()> {
    visit("number", "#/causes", Setting::Wide, async |page| {
        page.search("ORPHA:501").await?;
        page.expect_listed(&[known::name("ep-lafora")]).await
    })
    .await
}

#[tokio::test]
async fn the_keyboard_skips_to_the_content_and_past_the_filters() -> Result<()> {
    visit("keyboard", "#/causes?q=hiccup", Setting::Wide, async |page| {
        page.key(Key::Tab).await?;
        page.expect_focus_on("Skip to the content").await?;
        page.key(Key::Enter).await?;
        page.expect_fragment("#/causes?q=hiccup").await?;
        let on_skip = "return document.activeElement.textContent === 'Skip the filters'";
        wait::until("the Tab key reaches the link past the filters", async || {
            page.key(Key::Tab).await?;
            Ok(page.run(on_skip, vec![]).await? == true)
        })
        .await?;
        page.key(Key::Enter).await?;
        page.expect_focus_on_id(landmark::RESULTS_ID).await?;
        page.key(Key::Tab).await?;
        page.key(Key::Enter).await?;
        page.expect_focus_on(known::name("phys-hiccup")).await
    })
    .await
}

#[tokio::test]
async fn an_entry_takes_the_place_of_its_list() -> Result<()> {
    visit("phone", "#/causes?q=hiccup", Setting::Narrow, async |page| {
        page.press("link", known::name("phys-hiccup")).await?;
        page.find("article", known::name("phys-hiccup")).await?;
        ensure!(!page.has("heading", CAUSES.1).await?, "the list makes room");
        page.run("document.querySelector(BACK).click()", vec![]).await?;
        page.find("heading", CAUSES.1).await?;
        page.press("button", wording::FILTERS).await?;
        page.choose_value(known::text(known::wide_group("sleep-normal"), "name")).await?;
        page.expect_fragment("#/causes?q=hiccup&group=sleep-normal").await
    })
    .await
}
