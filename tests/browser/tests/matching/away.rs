//! Files in and out, and leaving nothing behind.

use anyhow::{Result, ensure};
use browser_tests::wording::TYPES;
use browser_tests::{Page, Setting, known, visit};
use serde_json::{Value, json};

use super::{HEADING, MATCH, expect_among};

/// The resident's case as a link.
const RESIDENT: &str = "#/match?has=1289,drug-cefepime,kidney-failure&no=1945&age=P72Y";

/// A phenopacket of version 2 in the shape of the examples of its schema.
const PACKET: &str = r#"{
  "id": "case-1",
  "subject": { "id": "proband", "sex": "FEMALE", "timeAtLastEncounter": { "age": {
      "iso8601duration": "P14Y" } } },
  "phenotypicFeatures": [
    { "type": { "id": "HP:0001336", "label": "Myoclonus" },
      "onset": { "age": { "iso8601duration": "P10Y" } } },
    { "type": { "id": "HP:0001250", "label": "Seizure" } },
    { "type": { "id": "HP:0001251", "label": "Ataxia" } },
    { "type": { "id": "HP:0001945", "label": "Fever" }, "excluded": true }
  ],
  "metaData": { "created": "2024-01-01T00:00:00Z", "createdBy": "a test",
    "phenopacketSchemaVersion": "2.0" }
}"#;

/// Gives a text to the field for files, as if it had been chosen.
const CHOOSE: &str = "const field = document.querySelector('input[type=file]'); \
                      const all = new DataTransfer(); \
                      all.items.add(new File([arguments[0]], 'case.json')); \
                      field.files = all.files; \
                      field.dispatchEvent(new Event('change', { bubbles: true }))";

#[tokio::test]
async fn a_phenopacket_is_opened_and_saved_again() -> Result<()> {
    visit("match-packet", MATCH, Setting::Wide, async |page| {
        page.find("heading", HEADING).await?;
        page.run(CHOOSE, vec![json!(PACKET)]).await?;
        let taken = "#/match?has=1250,1251,1336&no=1945&onset=P10Y&age=P14Y&sex=f";
        page.expect_fragment(taken).await?;
        let (name, text) = page.save("Phenopacket").await?;
        ensure!(name.ends_with(".json"), "{name}");
        let packet: Value = serde_json::from_str(&text)?;
        ensure!(packet["phenotypicFeatures"].as_array().map(Vec::len) == Some(4), "{text}");
        ensure!(packet["subject"]["sex"] == "FEMALE");
        // What was saved opens again.
        page.press("button", "Forget everything").await?;
        page.expect_fragment(MATCH).await?;
        page.run(CHOOSE, vec![json!(text)]).await?;
        page.expect_fragment(taken).await
    })
    .await
}

#[tokio::test]
async fn a_file_that_is_no_phenopacket_says_so_and_changes_nothing() -> Result<()> {
    visit("match-no-packet", "#/match?has=1250", Setting::Wide, async |page| {
        page.find("heading", HEADING).await?;
        page.run(CHOOSE, vec![json!("not JSON")]).await?;
        page.expect_text("The file is not JSON").await?;
        page.expect_fragment("#/match?has=1250").await
    })
    .await
}

#[tokio::test]
async fn several_patients_stand_in_a_table() -> Result<()> {
    visit("match-cohort", MATCH, Setting::Wide, async |page| {
        page.find("heading", HEADING).await?;
        let cohort = format!("{{\"members\": [{PACKET}, {PACKET}]}}");
        page.run(CHOOSE, vec![json!(cohort)]).await?;
        page.find("region", "Patients of the file").await?;
        page.expect_fragment(MATCH).await?;
        page.expect_accessible().await?;
        page.run("document.querySelector('td .chip').click()", vec![]).await?;
        page.expect_fragment("#/match?has=1250,1251,1336&no=1945&onset=P10Y&age=P14Y&sex=f").await
    })
    .await
}

/// Unfolds parts of the page by their summaries.
async fn unfold(page: &Page, summaries: &[&str]) -> Result<()> {
    for summary in summaries {
        let press = "[...document.querySelectorAll('main summary')] \
                     .find((it) => it.textContent === arguments[0]).click()";
        page.run(press, vec![json!(summary)]).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_table_and_the_letter_say_what_they_are_not() -> Result<()> {
    visit("match-away", RESIDENT, Setting::Wide, async |page| {
        expect_among(page, "by-score", "drug-cefepime", 1).await?;
        let (name, text) = page.save("Table (CSV)").await?;
        ensure!(name.ends_with(".csv") && text.contains("drug-cefepime"), "{name}");
        ensure!(text.contains("It is no diagnosis."), "the table says what it is not");
        unfold(page, &["A paragraph for a letter", "Links to copy"]).await?;
        page.find("textbox", "The paragraph, to copy").await?;
        let letter = "return [...document.querySelectorAll('textarea')].map(it => it.value) \
                      .find(text => text.startsWith('Patient: '))";
        let letter = page.run(letter, vec![]).await?;
        let letter = letter.as_str().unwrap_or_default();
        for part in ["age 72 years", known::name("drug-cefepime"), known::date(), "no diagnosis"] {
            ensure!(letter.contains(part), "{part:?} is not in the letter: {letter}");
        }
        page.find("textbox", "With the findings").await?;
        let links = "return [...document.querySelectorAll('textarea')].map(it => it.value) \
                     .filter(text => text.includes('#/match'))";
        let links: Vec<String> = serde_json::from_value(page.run(links, vec![]).await?)?;
        ensure!(links.len() == 2 && links[0].ends_with(RESIDENT), "{links:?}");
        ensure!(links[1].ends_with("#/match"), "{links:?}");
        Ok(())
    })
    .await
}

/// Browsers refuse to write the address too often: Safari after a hundred times in half a minute.
#[tokio::test]
async fn what_is_forgotten_leaves_the_address_of_a_browser_that_has_refused_to_write_it()
-> Result<()> {
    let refusing = Setting::Changed(
        "const write = History.prototype.replaceState;
         window.refused = 0;
         History.prototype.replaceState = function(...view) {
            if (window.refuses && window.refused++ < 2) throw new DOMException('refused');
            return write.apply(this, view);
         };",
    );
    visit("match-forget-refused", RESIDENT, refusing, async |page| {
        expect_among(page, "by-score", "drug-cefepime", 1).await?;
        page.run("window.refuses = true", vec![]).await?;
        page.press("button", "Forget everything").await?;
        page.expect_fragment(MATCH).await?;
        ensure!(page.run("return window.refused > 2", vec![]).await? == json!(true));
        Ok(())
    })
    .await?;
    visit("match-forget-link", RESIDENT, refusing, async |page| {
        expect_among(page, "by-score", "drug-cefepime", 1).await?;
        let before = page.run("return history.length", vec![]).await?;
        page.run("window.refuses = true", vec![]).await?;
        page.press("button", "Forget everything").await?;
        page.press("link", TYPES.0).await?;
        page.find("heading", TYPES.1).await?;
        page.expect_fragment("#/types").await?;
        let after = page.run("return history.length", vec![]).await?;
        ensure!(before == after, "what was forgotten is still in the history");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn forgetting_leaves_nothing() -> Result<()> {
    visit("match-forget", RESIDENT, Setting::Wide, async |page| {
        expect_among(page, "by-score", "drug-cefepime", 1).await?;
        page.run("document.querySelector('[role=combobox]').focus()", vec![]).await?;
        page.type_keys("seiz").await?;
        page.press("button", "Forget everything").await?;
        page.expect_fragment(MATCH).await?;
        let left = "const fields = [...document.querySelectorAll('main input, main textarea')]; \
                    const isText = it => !['radio', 'checkbox'].includes(it.type); \
                    return fields.filter(it => isText(it) && it.value !== '') \
                    .map(it => it.value)";
        let left: Vec<String> = serde_json::from_value(page.run(left, vec![]).await?)?;
        ensure!(left.is_empty(), "left: {left:?}");
        page.expect_text("Not enough to rank yet.").await?;
        // The menu, which remembers the last view of each page, has forgotten it too.
        let links = "return [...document.querySelectorAll('a')].map(it => it.hash) \
                     .filter(hash => hash.startsWith('#/match?'))";
        page.go_to("#/about").await?;
        page.find("heading", browser_tests::wording::ABOUT.1).await?;
        ensure!(page.run(links, vec![]).await? == json!([]), "a link still has findings");
        let kept = "return [...Object.values(localStorage), ...Object.values(sessionStorage)]";
        let kept = page.run(kept, vec![]).await?.to_string();
        ensure!(!kept.contains("1289") && !kept.contains("cefepime"), "{kept}");
        Ok(())
    })
    .await
}
