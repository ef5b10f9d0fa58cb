//! The address, the history, the keyboard and the focus: a reader never gets lost.

use anyhow::{Result, bail, ensure};
use browser_tests::landmark::{ENTRY_HEADING_ID, LIST_HEADING_ID, SEARCH_ID};
use browser_tests::wording::{CAUSES, CLOSE, KEYS, SINGLE_LETTERS, TYPES};
use browser_tests::{Key, Page, Setting, known, visit, wording};
use serde_json::json;

/// How many entries the history of the window has.
async fn history(page: &Page) -> Result<i64> {
    let length = page.run("return history.length", vec![]).await?;
    Ok(length.as_i64().unwrap_or_default())
}

#[tokio::test]
async fn an_address_restores_all_it_can_and_reports_the_rest() -> Result<()> {
    let address = "#/causes?q=disease&group=genetic&sort=evidence&colour=red&course=slow";
    visit("restored", address, Setting::Wide, async |page| {
        page.expect_text(wording::UNKNOWN_PARTS).await?;
        page.expect_text("colour=red").await?;
        page.expect_text("course=slow").await?;
        page.press("button", wording::CLOSE_NOTE).await?;
        let shown = "return [document.querySelector(SEARCH).value, \
                     document.querySelectorAll(CHOSEN).length, \
                     document.querySelector(ORDER).value]";
        ensure!(page.run(shown, vec![]).await? == json!(["disease", 1, "evidence"]));
        let before = page.listed().await?;
        page.reload().await?;
        ensure!(page.listed().await? == before, "a reload shows the same list");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_address_that_leads_nowhere_offers_the_nearest() -> Result<()> {
    visit("nearest", "#/causes/phys-hicup", Setting::Wide, async |page| {
        page.expect_text(wording::PERHAPS_MEANT).await?;
        page.expect_accessible().await?;
        let spoken = "return !!document.querySelector('[role=status] .note--left-out')";
        ensure!(page.run(spoken, vec![]).await? == json!(true), "the note is spoken");
        page.follow(known::name("phys-hiccup")).await?;
        page.expect_fragment("#/causes/phys-hiccup").await?;
        page.find("article", known::name("phys-hiccup")).await?;
        ensure!(!page.text().await?.contains(wording::PERHAPS_MEANT), "the note is gone");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn back_leads_to_every_view_whatever_its_address_was() -> Result<()> {
    for (name, address, fragment) in [
        ("back-encoded", "#%2Fcauses%3Fq%3Dhiccup", "#/causes?q=hiccup"),
        ("back-slash", "#causes/phys-hiccup", "#/causes/phys-hiccup"),
        ("back-anchor", "#main", "#/"),
        ("back-unknown", "#nonsense", "#/causes"),
    ] {
        visit(name, address, Setting::Wide, async |page| {
            page.expect_fragment(fragment).await?;
            page.press("link", TYPES.0).await?;
            page.find("heading", TYPES.1).await?;
            page.back().await?;
            page.expect_fragment(fragment).await?;
            page.wait_for("the causes are shown", "return document.title.length > 0").await?;
            ensure!(!page.has("heading", TYPES.1).await?, "the types are gone");
            // An address that is typed over this one counts as well.
            page.go_to(address).await?;
            page.expect_fragment(fragment).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_link_that_goes_with_the_list_it_changes_leaves_the_focus_to_the_list() -> Result<()> {
    visit("link-gone", "#/work-up?q=lafora", Setting::Wide, async |page| {
        page.expect_text(wording::NOTHING_FOUND).await?;
        page.press("link", "See the red flags").await?;
        page.expect_fragment("#/work-up").await?;
        page.expect_focus_on_id(LIST_HEADING_ID).await
    })
    .await
}

#[tokio::test]
async fn an_edited_address_is_followed() -> Result<()> {
    visit("edited", "#/causes", Setting::Wide, async |page| {
        page.go_to("#/causes?q=lance&group=injury").await?;
        page.expect_first(known::name("hyp-lance-adams")).await?;
        ensure!(page.searched().await? == "lance");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn typing_replaces_and_choosing_adds_to_the_history() -> Result<()> {
    visit("history", "#/causes", Setting::Wide, async |page| {
        let before = history(page).await?;
        page.search("kidney").await?;
        page.expect_fragment("#/causes?q=kidney").await?;
        ensure!(history(page).await? == before, "typing adds nothing");
        let medicines = known::text(known::wide_group("medicines"), "name");
        page.press("button", &wording::parts_of(medicines)).await?;
        page.choose_value(known::text(known::cause("drug-opioids-group"), "finer_group")).await?;
        page.expect_fragment("#/causes?q=kidney&group=medicines.opioid").await?;
        ensure!(history(page).await? == before + 1);
        page.back().await?;
        page.expect_fragment("#/causes?q=kidney").await?;
        page.forward().await?;
        page.expect_fragment("#/causes?q=kidney&group=medicines.opioid").await
    })
    .await
}

#[tokio::test]
async fn the_keyboard_alone_searches_walks_opens_and_comes_back() -> Result<()> {
    visit("keys", "#/causes", Setting::Wide, async |page| {
        page.type_keys("/").await?;
        page.expect_focus_on_id(SEARCH_ID).await?;
        page.type_keys("cruetz").await?;
        page.expect_fragment("#/causes?q=cruetz").await?;
        page.expect_counted(known::causes()).await?;
        let (listed, ids) = (page.listed().await?, page.listed_ids().await?);
        let [first, second, third, ..] = &listed[..] else { bail!("only {listed:?} are found") };
        page.key(Key::Down).await?;
        page.expect_focus_on(first).await?;
        page.type_keys("j").await?;
        page.expect_focus_on(second).await?;
        page.key(Key::Down).await?;
        page.expect_focus_on(third).await?;
        page.type_keys("k").await?;
        page.expect_focus_on(second).await?;
        page.key(Key::Down).await?;
        page.key(Key::Enter).await?;
        page.find("article", third).await?;
        page.expect_focus_on_id(ENTRY_HEADING_ID).await?;
        page.expect_fragment(&format!("#/causes/{}?q=cruetz", ids[2])).await?;
        page.key(Key::Escape).await?;
        page.expect_fragment("#/causes?q=cruetz").await?;
        page.expect_focus_on(third).await?;
        page.key(Key::Escape).await?;
        page.expect_focus_on_id(SEARCH_ID).await?;
        page.key(Key::Escape).await?;
        page.expect_all().await
    })
    .await
}

#[tokio::test]
async fn keys_are_explained_and_single_letters_can_be_turned_off() -> Result<()> {
    visit("keys-dialog", "#/causes", Setting::Wide, async |page| {
        page.type_keys("?").await?;
        page.find("dialog", KEYS).await?;
        page.expect_accessible().await?;
        page.keep_picture("keys-wide").await?;
        page.press("checkbox", SINGLE_LETTERS).await?;
        page.press("button", CLOSE).await?;
        page.type_keys("/").await?;
        page.type_keys("?").await?;
        ensure!(!page.has("dialog", KEYS).await?, "the signs do nothing any more");
        page.reload().await?;
        page.type_keys("?").await?;
        ensure!(!page.has("dialog", KEYS).await?, "the choice is kept");
        page.open_more().await?;
        page.press_beginning("button", KEYS).await?;
        page.find("dialog", KEYS).await?;
        page.press("button", CLOSE).await?;
        page.expect_focus_on("More").await
    })
    .await
}

#[tokio::test]
async fn closing_an_entry_outside_the_list_focuses_the_list() -> Result<()> {
    visit("closed", "#/causes/phys-hiccup?q=cefepime", Setting::Wide, async |page| {
        page.find("article", known::name("phys-hiccup")).await?;
        page.run("document.querySelector(ENTRY_HEADING).focus()", vec![]).await?;
        page.key(Key::Escape).await?;
        page.expect_fragment("#/causes?q=cefepime").await?;
        page.expect_focus_on_id(LIST_HEADING_ID).await
    })
    .await
}

#[tokio::test]
async fn a_slash_leads_from_an_entry_to_the_one_search() -> Result<()> {
    visit("slash", "#/causes/phys-hiccup", Setting::Wide, async |page| {
        page.find("article", known::name("phys-hiccup")).await?;
        page.type_keys("/").await?;
        page.expect_focus_on_id(SEARCH_ID).await?;
        page.expect_fragment("#/").await
    })
    .await
}

/// A reader who dictates, or whose keys go astray, with a row in focus.
#[tokio::test]
async fn letters_typed_on_a_row_change_nothing() -> Result<()> {
    visit("letters", "#/causes", Setting::Wide, async |page| {
        page.type_keys("j").await?;
        page.expect_focus_on(&page.listed().await?[0]).await?;
        page.type_keys("jack can kick").await?;
        ensure!(page.searched().await?.is_empty(), "nothing is typed into the search box");
        ensure!(page.fragment().await? == "#/causes", "nothing is chosen to be compared");
        page.expect_all().await
    })
    .await
}

#[tokio::test]
async fn the_menu_leads_back_to_a_page_as_it_was_left() -> Result<()> {
    visit("left", "#/causes?q=hiccup&group=sleep-normal", Setting::Wide, async |page| {
        page.go_to_page(TYPES.0).await?;
        page.find("heading", TYPES.1).await?;
        page.go_to_page(CAUSES.0).await?;
        page.expect_fragment("#/causes?q=hiccup&group=sleep-normal").await?;
        page.expect_first(known::name("phys-hiccup")).await?;
        page.go_to_page(CAUSES.0).await?;
        page.expect_all().await
    })
    .await
}
