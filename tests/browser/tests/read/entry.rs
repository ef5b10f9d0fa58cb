//! Entries of causes: how they open and close, and what they say.

use anyhow::{Context, Result, ensure};
use browser_tests::wording::{
    CLOSE_ENTRY, EMERGENCY, FOR_MEDICINES_AS_A_GROUP, MADE_WORSE_BY, NOT_GRADED, NOT_MILD,
    NOT_REVIEWED,
};
use browser_tests::{Key, Setting, known, landmark, visit, wording};
use serde_json::{Value, json};

#[tokio::test]
async fn an_entry_opens_by_a_press() -> Result<()> {
    let name = known::name("hyp-lance-adams");
    visit("press", "#/causes?q=lance", Setting::Wide, async |page| {
        page.press("link", name).await?;
        page.find("article", name).await?;
        page.expect_focus_on(name).await?;
        page.expect_fragment("#/causes/hyp-lance-adams?q=lance").await?;
        ensure!(page.title().await? == wording::title(name));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_entry_opens_by_its_address() -> Result<()> {
    visit("address", "#/causes/hyp-lance-adams", Setting::Wide, async |page| {
        page.find("article", known::name("hyp-lance-adams")).await?;
        page.expect_text(NOT_REVIEWED).await?;
        let cause = known::cause("hyp-lance-adams");
        for finding in known::values(cause, "features") {
            page.expect_text(known::text(finding, "label")).await?;
            if let Some(patients) = known::patients(finding) {
                page.expect_text(&patients).await?;
            }
        }
        let claims = cause["provocation"]["claims"].as_array().context("claims")?;
        for detail in claims.iter().filter_map(|claim| claim["detail"].as_str()) {
            page.expect_text(detail).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn back_and_forward_follow_the_entries() -> Result<()> {
    let name = known::name("hyp-lance-adams");
    visit("back", "#/causes?q=lance", Setting::Wide, async |page| {
        page.press("link", name).await?;
        page.find("article", name).await?;
        page.back().await?;
        page.expect_fragment("#/causes?q=lance").await?;
        page.expect_focus_on(name).await?;
        ensure!(!page.has("article", name).await?, "the entry is closed");
        page.forward().await?;
        page.find("article", name).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_reference_number_leads_to_its_reference() -> Result<()> {
    visit("reference", "#/causes/phys-hiccup", Setting::Wide, async |page| {
        page.find("article", known::name("phys-hiccup")).await?;
        let first = page.run("return document.querySelector('#ref-1').textContent", vec![]).await?;
        let number = "document.querySelector('a[href=\"#ref-1\"]').focus()";
        page.run(number, vec![]).await?;
        page.key(Key::Enter).await?;
        page.expect_focus_on(first.as_str().unwrap_or_default().trim()).await?;
        page.expect_fragment("#/causes/phys-hiccup").await
    })
    .await
}

#[tokio::test]
async fn the_list_of_the_page_leads_to_each_section() -> Result<()> {
    visit("contents", "#/causes/ep-lafora", Setting::Wide, async |page| {
        page.find("article", known::name("ep-lafora")).await?;
        let led = "const links = [...document.querySelectorAll(CONTENTS)].filter(
                (link) => link.checkVisibility());
            const headings = [...document.querySelectorAll(SECTION_HEADINGS)];
            return [links.map((link) => link.textContent),
                headings.map((heading) => heading.textContent),
                links.every((link) => document.querySelector(link.hash))]";
        let led = page.run(led, vec![]).await?;
        ensure!(led[0] == led[1] && led[2] == true, "{led}");
        ensure!(led[0].as_array().is_some_and(|links| links.len() > 4), "{led}");
        page.run("document.querySelector(CONTENTS).click()", vec![]).await?;
        page.expect_fragment("#/causes/ep-lafora").await
    })
    .await
}

#[tokio::test]
async fn the_list_one_came_from_leads_on_and_back() -> Result<()> {
    visit("neighbours", "#/causes?q=ceft", Setting::Wide, async |page| {
        let listed = page.listed().await?;
        ensure!(listed.len() > 1, "{listed:?}");
        page.press("link", &listed[0]).await?;
        page.find("article", &listed[0]).await?;
        page.expect_text(&format!("1 of {}", listed.len())).await?;
        page.press("link", &format!("{} ›", listed[1])).await?;
        page.find("article", &listed[1]).await?;
        page.expect_text(&format!("2 of {}", listed.len())).await?;
        page.find("link", &format!("‹ {}", listed[0])).await?;
        page.run("document.querySelector(BACK).click()", vec![]).await?;
        page.expect_fragment("#/causes?q=ceft").await
    })
    .await
}

#[tokio::test]
async fn on_a_phone_the_act_of_an_emergency_is_seen_without_scrolling() -> Result<()> {
    let emergencies = known::those(|cause| cause["urgency"]["grade"] == "emergency");
    let emergencies: Value = emergencies
        .into_iter()
        .map(|it| json!([it["id"], known::name(known::text(it, "id"))]))
        .collect();
    ensure!(emergencies.as_array().is_some_and(|all| !all.is_empty()), "there are emergencies");
    visit("act", "#/causes", Setting::Narrow, async |page| {
        let below_the_fold = include_str!("../../src/scripts/below_the_fold.js");
        let below = page.call(below_the_fold, vec![emergencies]).await?;
        ensure!(below == json!([]), "not shown, or below the fold by these pixels: {below}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_statement_on_a_group_of_medicines_is_not_a_plain_yes() -> Result<()> {
    visit("class", "#/causes/drug-cefepime", Setting::Wide, async |page| {
        page.expect_text(FOR_MEDICINES_AS_A_GROUP).await
    })
    .await
}

#[tokio::test]
async fn an_emergency_says_what_to_do() -> Result<()> {
    visit("emergency", "#/causes/drug-serotonin-syndrome", Setting::Narrow, async |page| {
        page.find("heading", EMERGENCY).await?;
        let act = known::text(&known::cause("drug-serotonin-syndrome")["urgency"], "act");
        page.expect_text(&format!("What to do: {act}")).await
    })
    .await
}

#[tokio::test]
async fn an_entry_says_what_makes_the_disease_worse() -> Result<()> {
    visit("worse", "#/causes/ep-dravet", Setting::Narrow, async |page| {
        page.find("heading", MADE_WORSE_BY).await?;
        page.expect_text(known::text(&known::cause("ep-dravet")["worsened_by"], "text")).await
    })
    .await
}

#[tokio::test]
async fn care_that_can_be_planned_is_not_called_a_mild_illness() -> Result<()> {
    visit("planned", "#/causes/nd-msa", Setting::Narrow, async |page| {
        page.expect_text(NOT_MILD).await
    })
    .await
}

#[tokio::test]
async fn a_cause_without_a_grade_is_not_called_harmless() -> Result<()> {
    visit("not-graded", "#/causes/met-polycythaemia", Setting::Wide, async |page| {
        page.expect_text(NOT_GRADED).await
    })
    .await
}

#[tokio::test]
async fn an_address_without_an_entry_says_so_and_keeps_the_list() -> Result<()> {
    visit("unknown", "#/causes/no-such-thing", Setting::Wide, async |page| {
        page.find("article", "No such entry").await?;
        page.expect_text("There is no entry no-such-thing").await?;
        page.press("link", CLOSE_ENTRY).await?;
        page.expect_focus_on_id(landmark::LIST_HEADING_ID).await
    })
    .await
}

#[tokio::test]
async fn a_retired_address_leads_to_what_replaced_it() -> Result<()> {
    visit("retired", "#/causes/pn-meningioma", Setting::Wide, async |page| {
        page.find("article", "This entry was removed").await?;
        let other = known::merged_into("pn-meningioma").strip_prefix("cause:");
        let other = known::name(other.context("it was merged into a cause")?);
        page.press("link", &format!("open {other}")).await?;
        page.find("article", other).await.map(drop)
    })
    .await
}
