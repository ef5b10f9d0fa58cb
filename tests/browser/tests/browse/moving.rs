//! The address, the history, the keyboard and the focus: a reader is never lost.

use anyhow::{Result, ensure};
use browser_tests::{Key, Setting, visit};
use serde_json::json;

const LANCE_ADAMS: &str = "Chronic post-hypoxic myoclonus (Lance-Adams syndrome)";
const ALL: &str = "All 780 entries";

#[tokio::test]
async fn an_address_restores_everything_and_tells_what_it_does_not_know() -> Result<()> {
    let address = "#/causes?q=disease&group=genetic&sort=evidence&colour=red&course=slow";
    visit("restored", address, Setting::Wide, async |page| {
        page.expect_text("Some parts of the address could not be used here").await?;
        page.expect_text("colour=red").await?;
        page.expect_text("course=slow").await?;
        page.press("button", "Close this note").await?;
        let shown = "return [document.querySelector('input[type=search]').value, \
                     document.querySelectorAll('.chip input:checked').length, \
                     document.querySelector('select').value]";
        ensure!(page.run(shown, vec![]).await? == json!(["disease", 1, "evidence"]));
        let before = page.listed().await?;
        page.reload().await?;
        ensure!(page.listed().await? == before, "a reload shows the same list");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_edited_address_is_followed() -> Result<()> {
    visit("edited", "", Setting::Wide, async |page| {
        page.run("location.hash = '#/causes?q=lance&group=injury'", vec![]).await?;
        page.expect_first(LANCE_ADAMS).await?;
        let typed = "return document.querySelector('input[type=search]').value";
        ensure!(page.run(typed, vec![]).await? == json!("lance"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn typing_replaces_and_choosing_adds_to_the_history() -> Result<()> {
    visit("history", "", Setting::Wide, async |page| {
        let entries = async || page.run("return history.length", vec![]).await;
        let before = entries().await?;
        page.search("kidney").await?;
        page.expect_fragment("#/causes?q=kidney").await?;
        ensure!(entries().await? == before, "typing adds nothing");
        page.press("button", "Parts of Medicines").await?;
        page.press_beginning("checkbox", "opioid ").await?;
        page.expect_fragment("#/causes?q=kidney&group=medicines.opioid").await?;
        ensure!(entries().await? == json!(before.as_i64().unwrap_or_default() + 1));
        page.back().await?;
        page.expect_fragment("#/causes?q=kidney").await?;
        page.forward().await?;
        page.expect_fragment("#/causes?q=kidney&group=medicines.opioid").await
    })
    .await
}

#[tokio::test]
async fn the_keyboard_alone_searches_walks_opens_and_comes_back() -> Result<()> {
    visit("keys", "", Setting::Wide, async |page| {
        page.type_keys("/").await?;
        page.expect_focus_on_id("search").await?;
        page.type_keys("cruetz").await?;
        page.expect_first("Creutzfeldt-Jakob disease, acquired and variant").await?;
        page.key(Key::Down).await?;
        page.expect_focus_on("Creutzfeldt-Jakob disease, acquired and variant").await?;
        page.type_keys("j").await?;
        page.expect_focus_on("Creutzfeldt-Jakob disease, inherited").await?;
        page.key(Key::Down).await?;
        page.expect_focus_on("Creutzfeldt-Jakob disease, sporadic").await?;
        page.type_keys("k").await?;
        page.expect_focus_on("Creutzfeldt-Jakob disease, inherited").await?;
        page.key(Key::Down).await?;
        page.key(Key::Enter).await?;
        page.find("article", "Creutzfeldt-Jakob disease, sporadic").await?;
        page.expect_focus_on_id("entry-heading").await?;
        page.expect_fragment("#/causes/inf-cjd-sporadic?q=cruetz").await?;
        page.key(Key::Escape).await?;
        page.expect_fragment("#/causes?q=cruetz").await?;
        page.expect_focus_on("Creutzfeldt-Jakob disease, sporadic").await?;
        page.key(Key::Escape).await?;
        page.expect_focus_on_id("search").await?;
        page.key(Key::Escape).await?;
        page.expect_text(ALL).await
    })
    .await
}

#[tokio::test]
async fn the_keys_are_explained_and_single_letters_can_be_turned_off() -> Result<()> {
    visit("keys-dialog", "", Setting::Wide, async |page| {
        page.type_keys("?").await?;
        page.find("dialog", "Keys").await?;
        page.expect_accessible().await?;
        page.keep_picture("keys-wide").await?;
        page.press("checkbox", "Single letters and signs are shortcuts").await?;
        page.press("button", "Close").await?;
        page.type_keys("/").await?;
        page.type_keys("?").await?;
        ensure!(!page.has("dialog", "Keys").await?, "the signs do nothing any more");
        page.reload().await?;
        page.type_keys("?").await?;
        ensure!(!page.has("dialog", "Keys").await?, "the choice is kept");
        page.press("button", "Keys").await?;
        page.find("dialog", "Keys").await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn closing_an_entry_whose_row_is_filtered_out_leads_the_focus_to_the_list() -> Result<()> {
    visit("closed", "#/causes/phys-hiccup?q=cefepime", Setting::Wide, async |page| {
        page.find("article", "Hiccup").await?;
        page.run("document.querySelector('#entry-heading').focus()", vec![]).await?;
        page.key(Key::Escape).await?;
        page.expect_fragment("#/causes?q=cefepime").await?;
        page.expect_focus_on_id("list-heading").await
    })
    .await
}

#[tokio::test]
async fn escape_in_the_empty_search_box_closes_the_entry() -> Result<()> {
    visit("escape", "#/causes/phys-hiccup?q=hiccup", Setting::Wide, async |page| {
        page.find("article", "Hiccup").await?;
        page.type_keys("/").await?;
        page.expect_focus_on_id("search").await?;
        page.key(Key::Escape).await?;
        page.expect_text(ALL).await?;
        page.key(Key::Escape).await?;
        page.expect_fragment("#/causes").await
    })
    .await
}

#[tokio::test]
async fn opening_what_is_open_adds_nothing_to_the_history() -> Result<()> {
    visit("again", "#/causes/phys-hiccup?q=hiccup", Setting::Wide, async |page| {
        page.find("article", "Hiccup").await?;
        let entries = async || page.run("return history.length", vec![]).await;
        let before = entries().await?;
        page.run("document.querySelector('#row-phys-hiccup').click()", vec![]).await?;
        ensure!(entries().await? == before);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_left_by_the_menu_is_found_as_it_was_left() -> Result<()> {
    visit("left", "#/causes?q=hiccup&group=sleep-normal", Setting::Wide, async |page| {
        page.press("link", "Types").await?;
        page.find("heading", "Types of myoclonus").await?;
        page.press("link", "Causes").await?;
        page.expect_fragment("#/causes?q=hiccup&group=sleep-normal").await?;
        page.expect_first("Hiccup").await?;
        page.press("link", "Causes").await?;
        page.expect_text(ALL).await
    })
    .await
}

#[tokio::test]
async fn what_is_typed_while_the_list_is_still_being_made_is_answered_in_order() -> Result<()> {
    visit("early", "#/about", Setting::Wide, async |page| {
        // The list of causes is made anew when its page is opened; nothing waits for its rows here.
        let type_at_once = "
            const given = arguments;
            (async () => {
                const [done] = given;
                location.hash = '#/causes/toxin-scorpion';
                const turn = () => new Promise(resolve => setTimeout(resolve));
                while (!document.querySelector('li.cause-row')) await turn();
                const early = document.querySelectorAll('li.cause-row').length;
                const input = document.querySelector('input[type=search]');
                input.value = 'venom';
                input.dispatchEvent(new InputEvent('input', { bubbles: true }));
                while (document.querySelector('[aria-busy]')) await turn();
                await turn();
                const shown = [...document.querySelectorAll('li.cause-row:not([hidden]) a')];
                done([early, shown.map(link => link.textContent),
                    document.querySelector('#row-toxin-scorpion').getAttribute('aria-current')]);
            })()";
        let seen = page.run_async(type_at_once, vec![]).await?;
        let early = seen[0].as_u64().unwrap_or_default();
        ensure!(early < 780, "{early} rows were there when it was typed");
        ensure!(seen[1][0] == "Scorpion envenomation", "{}", seen[1]);
        ensure!(seen[2] == "true", "the open entry is marked: {}", seen[2]);
        page.press("button", "Clear all").await?;
        page.expect_text(ALL).await
    })
    .await
}

#[tokio::test]
async fn a_page_left_while_its_list_is_still_being_made_leaves_nothing_behind() -> Result<()> {
    visit("left-early", "#/about", Setting::Wide, async |page| {
        let leave = "
            const [done] = arguments;
            location.hash = '#/causes';
            setTimeout(() => { location.hash = '#/sources'; }, 30);
            setTimeout(() => done(document.querySelectorAll('li.cause-row').length), 700);";
        ensure!(page.run_async(leave, vec![]).await? == json!(0));
        page.find("heading", "Sources").await.map(|_| ())
    })
    .await
}
