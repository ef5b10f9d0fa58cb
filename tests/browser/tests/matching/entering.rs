//! Findings are entered by keys, by touch, from a list and from a link.

use anyhow::{Result, ensure};
use browser_tests::{Key, Setting, known, landmark, visit, wait};
use serde_json::json;

use super::{
    BOX, GENETICIST, HEADING, MATCH, RESIDENT, RESIDENT_LINK, add, add_with, expect_among,
    to_the_box,
};

#[tokio::test]
async fn a_resident_gets_there_by_the_keyboard_alone() -> Result<()> {
    visit("match-resident", MATCH, Setting::Wide, async |page| {
        page.find("heading", HEADING).await?;
        to_the_box(page).await?;
        for typed in RESIDENT {
            add(page, typed).await?;
        }
        expect_among(page, "by-score", "drug-cefepime", 2).await?;
        expect_among(page, "do-not-miss", "drug-cefepime", 2).await?;
        page.expect_text("This orders possibilities. It is no diagnosis.").await?;
        // The reason is a part of the accessibility tree.
        let name = known::name("drug-cefepime");
        let row = "const row = [...document.querySelectorAll('.fit')] \
                   .find(row => row.querySelector('h4 a').textContent === arguments[0]); \
                   return row.innerText";
        let row = page.run(row, vec![json!(name)]).await?;
        let row = row.as_str().unwrap_or_default();
        ensure!(row.contains("fits best") && row.contains("For: "), "{row}");
        ensure!(row.contains("the medicine is taken"), "{row}");
        page.expect_accessible().await?;
        page.keep_picture("match-resident").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_geneticist_finds_the_gene_among_the_first() -> Result<()> {
    visit("match-geneticist", MATCH, Setting::Wide, async |page| {
        to_the_box(page).await?;
        for typed in GENETICIST {
            add(page, typed).await?;
        }
        expect_among(page, "by-score", "ep-lafora", 5).await?;
        // The address follows when the reader pauses.
        page.wait_for("the age is in the address", "return location.hash.includes('onset=P10Y')")
            .await?;
        page.expect_accessible().await?;
        page.keep_picture("match-geneticist").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_reader_who_types_before_the_box_can_search_loses_nothing() -> Result<()> {
    let at_once = include_str!("../../src/scripts/type_at_once.js");
    visit("match-at-once", "#/causes", Setting::Wide, async |page| {
        page.expect_all().await?;
        let typed = vec![json!(MATCH), json!("seizures")];
        page.call(at_once, [typed, vec![json!("Enter")]].concat()).await?;
        page.expect_fragment("#/match?has=1250").await
    })
    .await?;
    visit("match-a-little-later", "#/causes", Setting::Wide, async |page| {
        page.expect_all().await?;
        page.call(at_once, vec![json!(MATCH), json!("ataxia")]).await?;
        page.find_beginning("option", "Ataxia").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn ages_can_be_recorded_without_counting() -> Result<()> {
    let newborn = "#/match?has=1289,1336,drug-cefepime&onset=P1D";
    visit("match-ages", newborn, Setting::Wide, async |page| {
        expect_among(page, "by-score", "drug-cefepime", 2).await?;
        page.press("checkbox", "Let the ages count").await?;
        page.expect_fragment(&format!("{newborn}&ages=off")).await?;
        page.expect_text("Ages do not count.").await?;
        page.reload().await?;
        let is_off = "const box = document.querySelector('.match input[type=checkbox]'); \
                      return !!box && !box.checked";
        page.wait_for("the link brings the switch back", is_off).await?;
        page.press("checkbox", "Let the ages count").await?;
        page.expect_fragment(newborn).await
    })
    .await
}

#[tokio::test]
async fn a_pressed_option_leads_the_focus_from_the_answer_to_the_box() -> Result<()> {
    visit("match-pressed", RESIDENT_LINK, Setting::Wide, async |page| {
        to_the_box(page).await?;
        page.type_keys("fever").await?;
        page.find_beginning("option", "Fever").await?;
        page.run("document.querySelector('.fit summary').focus()", vec![]).await?;
        page.press_beginning("option", "Fever").await?;
        page.expect_focus_on_id(landmark::SEARCH_ID).await?;
        page.wait_for("the box is empty", "return document.activeElement.value === ''").await
    })
    .await
}

#[tokio::test]
async fn the_keys_of_the_list_choose_and_the_focus_stays_in_the_box() -> Result<()> {
    visit("match-keys", MATCH, Setting::Wide, async |page| {
        to_the_box(page).await?;
        page.type_keys("seiz").await?;
        let chosen = "return document.querySelector('[role=option][aria-selected=true]')?.id";
        let chosen = async || page.run(chosen, vec![]).await;
        wait::until("the first is chosen", async || Ok(chosen().await? == "may-mean-0")).await?;
        page.key(Key::Down).await?;
        wait::until("the next is chosen", async || Ok(chosen().await? == "may-mean-1")).await?;
        page.key(Key::Up).await?;
        page.key(Key::Up).await?;
        wait::until("the last is chosen", async || {
            let last = "const all = document.querySelectorAll('[role=option]'); \
                        return all[all.length - 1].id";
            Ok(chosen().await? == page.run(last, vec![]).await?)
        })
        .await?;
        page.expect_focus_on_id(landmark::SEARCH_ID).await?;
        page.expect_accessible().await?;
        page.key(Key::Escape).await?;
        page.wait_for("the list is gone", "return !document.querySelector('[role=option]')")
            .await?;
        page.expect_fragment(MATCH).await
    })
    .await
}

#[tokio::test]
async fn what_is_absent_is_entered_by_a_second_key_or_a_word() -> Result<()> {
    visit("match-absent", MATCH, Setting::Wide, async |page| {
        to_the_box(page).await?;
        add_with(page, "fever", async || page.shift(Key::Enter).await).await?;
        add(page, "no seizures").await?;
        page.expect_fragment("#/match?no=1250,1945").await?;
        let fever = known::term("HP:0001945");
        page.find("group", fever).await?;
        // One press changes an answer, and the row stays.
        let radios = "const row = [...document.querySelectorAll('.finding fieldset')] \
                      .find(it => it.ariaLabel === arguments[0]); \
                      row.querySelectorAll('input')[arguments[1]].click()";
        page.run(radios, vec![json!(fever), json!(0)]).await?;
        page.expect_fragment("#/match?has=1945&no=1250").await?;
        page.run(radios, vec![json!(fever), json!(2)]).await?;
        page.expect_fragment("#/match?no=1250&unsure=1945").await?;
        page.press("button", &format!("Remove {fever}")).await?;
        page.expect_fragment("#/match?no=1250").await
    })
    .await
}

#[tokio::test]
async fn an_answer_stays_while_one_of_another_kind_comes() -> Result<()> {
    visit("match-stays", MATCH, Setting::Wide, async |page| {
        page.press("button", "Confused").await?;
        page.find("group", known::term("HP:0001289")).await?;
        page.run("window.answered = document.querySelector('.finding')", vec![]).await?;
        page.press("button", "Weak kidneys").await?;
        page.wait_for("both answers", "return document.querySelectorAll('.finding').length === 2")
            .await?;
        ensure!(page.run("return answered.isConnected", vec![]).await? == json!(true));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn on_a_phone_findings_are_entered_by_touch() -> Result<()> {
    visit("match-narrow", MATCH, Setting::Narrow, async |page| {
        page.press("button", "Confused").await?;
        page.press("button", "Weak kidneys").await?;
        page.type_into("combobox", BOX, "cefepime").await?;
        page.press_beginning("option", known::name("drug-cefepime")).await?;
        expect_among(page, "by-score", "drug-cefepime", 2).await?;
        let beyond = page.call(include_str!("../../src/scripts/too_wide.js"), vec![]).await?;
        ensure!(beyond == json!([0, []]), "wider than the screen: {beyond}");
        page.expect_accessible().await?;
        page.keep_picture("match-narrow").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_pasted_list_says_what_it_did_not_understand() -> Result<()> {
    visit("match-paste", MATCH, Setting::Wide, async |page| {
        let open = "document.querySelector('.match textarea').closest('details').open = true";
        page.run(open, vec![]).await?;
        let list = "HP:0001336\nno fever\ncefepime 2 g twice daily\nconfusd\n\
                    family history of seizure\nflumpish gronk";
        let paste = "const field = document.querySelector('.match textarea'); \
                     field.value = arguments[0]; \
                     field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
        page.run(paste, vec![json!(list)]).await?;
        page.press("button", "Add these").await?;
        page.expect_text("3 understood and added.").await?;
        page.expect_fragment("#/match?has=1336,drug-cefepime&no=1945").await?;
        page.expect_text("of the family, so not taken").await?;
        page.expect_text("flumpish gronk").await?;
        page.expect_focus_on_id("list-report").await?;
        page.press_beginning("button", &format!("Add {}", known::term("HP:0001289"))).await?;
        page.expect_text("4 understood and added.").await?;
        page.expect_focus_on_id("list-report").await?;
        page.expect_fragment("#/match?has=1289,1336,drug-cefepime&no=1945").await
    })
    .await
}

#[tokio::test]
async fn a_link_brings_the_findings_back() -> Result<()> {
    let link = "#/match?has=1289,drug-cefepime,kidney-failure&where=multifocal&age=P72Y";
    visit("match-link", link, Setting::Wide, async |page| {
        expect_among(page, "by-score", "drug-cefepime", 1).await?;
        page.find("group", known::term("HP:0001289")).await?;
        page.run("document.querySelector('.fit h4 a').click()", vec![]).await?;
        page.find("article", known::name("drug-cefepime")).await?;
        page.back().await?;
        page.expect_fragment(link).await?;
        expect_among(page, "by-score", "drug-cefepime", 1).await
    })
    .await
}

#[tokio::test]
async fn answers_do_not_pile_up_in_the_history() -> Result<()> {
    visit("match-steps", "#/work-up", Setting::Wide, async |page| {
        page.go_to_page("Match").await?;
        page.find("heading", HEADING).await?;
        let steps = page.run("return history.length", vec![]).await?;
        to_the_box(page).await?;
        add(page, "seizures").await?;
        add(page, "ataxia").await?;
        page.expect_fragment("#/match?has=1250,1251").await?;
        ensure!(page.run("return history.length", vec![]).await? == steps, "no entry was added");
        page.back().await?;
        page.expect_fragment("#/work-up").await
    })
    .await
}

#[tokio::test]
async fn a_list_pasted_into_the_box_is_read_line_by_line() -> Result<()> {
    visit("match-paste-box", MATCH, Setting::Wide, async |page| {
        to_the_box(page).await?;
        let paste = "const clipboardData = new DataTransfer(); \
                     clipboardData.setData('text', 'no fever\\nconfusion\\ncefepime 2 g\\ngronk'); \
                     document.activeElement.dispatchEvent(new ClipboardEvent('paste', \
                     { clipboardData, bubbles: true, cancelable: true }))";
        page.run(paste, vec![]).await?;
        page.expect_text("3 understood and added.").await?;
        page.expect_text("gronk").await?;
        page.expect_fragment("#/match?has=1289,drug-cefepime&no=1945").await
    })
    .await
}

#[tokio::test]
async fn a_composed_word_is_looked_for_when_it_is_finished() -> Result<()> {
    visit("match-compose", MATCH, Setting::Wide, async |page| {
        to_the_box(page).await?;
        let compose = "const box = document.activeElement;
                       box.dispatchEvent(new CompositionEvent('compositionstart'));
                       box.value = 'fever';
                       const typed = { bubbles: true, isComposing: true };
                       box.dispatchEvent(new InputEvent('input', typed))";
        page.run(compose, vec![]).await?;
        ensure!(!page.has("option", known::term("HP:0001945")).await?, "it is still composed");
        let finish = "document.activeElement.dispatchEvent(new CompositionEvent('compositionend'))";
        page.run(finish, vec![]).await?;
        page.find_beginning("option", known::term("HP:0001945")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_sentence_that_tells_of_a_patient_is_matched() -> Result<()> {
    let list = "#/causes?q=72%20year%20old%20confused%20on%20cefepime";
    visit("match-sentence", list, Setting::Wide, async |page| {
        page.press("link", "Match this patient: order the causes by how well they fit").await?;
        page.find("heading", HEADING).await?;
        page.expect_fragment("#/match?has=1289,drug-cefepime&age=P72Y").await?;
        page.expect_text("Check each answer, and add what was not understood.").await?;
        expect_among(page, "by-score", "drug-cefepime", 1).await?;
        page.expect_accessible().await?;
        page.keep_picture("match-sentence").await?;
        page.back().await?;
        page.expect_fragment(list).await
    })
    .await
}

#[tokio::test]
async fn a_search_for_jerks_is_not_taken_for_a_patient() -> Result<()> {
    visit("match-no-patient", "#/causes?q=leg%20jerks%20at%20night", Setting::Wide, async |page| {
        wait::until("the list has rows", async || Ok(!page.listed().await?.is_empty())).await?;
        ensure!(page.names("link", "Match this patient").await?.is_empty());
        Ok(())
    })
    .await
}
