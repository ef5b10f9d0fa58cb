//! The answer: lanes, sums, the next question, medicines.

use anyhow::{Result, ensure};
use browser_tests::{Setting, known, visit, wait};
use serde_json::json;

use super::{BOX, MATCH, RESIDENT_LINK, expect_among, lane};

#[tokio::test]
async fn without_enough_there_is_no_order() -> Result<()> {
    visit("match-empty", "#/match?has=1336", Setting::Wide, async |page| {
        page.expect_text("Not enough to rank yet.").await?;
        ensure!(lane(page, "by-score").await?.is_empty());
        page.expect_accessible().await
    })
    .await
}

/// The points that a row and its unfolded sum show, in thousandths.
#[tokio::test]
async fn every_sum_adds_up() -> Result<()> {
    visit("match-sums", RESIDENT_LINK, Setting::Wide, async |page| {
        expect_among(page, "by-score", "drug-cefepime", 1).await?;
        let unfold = "document.querySelectorAll('.fit details').forEach(it => it.open = true)";
        page.run(unfold, vec![]).await?;
        let all = "return [...document.querySelectorAll('.fit')].every(it => \
                   it.querySelector('table'))";
        page.wait_for("every sum is shown", all).await?;
        let sums = "const points = (cell) => Math.round(1000 * \
                    Number(cell.textContent.replace('−', '-').replace('+', ''))); \
                    return [...document.querySelectorAll('.fit table')].map(table => \
                    [...table.querySelectorAll('td.n')].map(points)) \
                    .filter(all => all.slice(0, -1).reduce((a, b) => a + b, 0) !== all.at(-1)) \
                    .length";
        ensure!(page.run(sums, vec![]).await? == json!(0), "a sum is not what its rows add up to");
        let linked = "return document.querySelectorAll('.fit th[scope=row] a').length > 0";
        ensure!(page.run(linked, vec![]).await? == json!(true), "reasons are links");
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn an_unfolded_sum_stays_while_answers_change() -> Result<()> {
    visit("match-unfolded", RESIDENT_LINK, Setting::Wide, async |page| {
        expect_among(page, "by-score", "drug-cefepime", 1).await?;
        let unfold = "document.querySelector('section[aria-labelledby=by-score] details').open = \
                      true";
        page.run(unfold, vec![]).await?;
        let shown = "return !!document.querySelector( \
                     'section[aria-labelledby=by-score] details[open] table')";
        page.wait_for("the sum is shown", shown).await?;
        page.press("button", "Fever").await?;
        let rows = "return document.querySelector('section[aria-labelledby=by-score] table')\
                    ?.textContent.includes('Fever')";
        page.wait_for("the sum has the new finding", rows).await?;
        page.wait_for("the sum is shown", shown).await
    })
    .await
}

#[tokio::test]
async fn a_list_asked_to_the_end_is_shown_and_can_be_asked_again() -> Result<()> {
    let link = "#/match?has=1250,1251,1289&all=medicines";
    visit("match-ask-again", link, Setting::Wide, async |page| {
        page.press_beginning("button", "Remove Medicines: none of the others").await?;
        page.expect_fragment("#/match?has=1250,1251,1289").await
    })
    .await
}

#[tokio::test]
async fn a_quality_of_the_jerks_is_never_entered_as_absent() -> Result<()> {
    visit("match-no-axis", "#/match?has=1250", Setting::Wide, async |page| {
        page.type_into("combobox", BOX, "multifocal").await?;
        page.find_beginning("option", "multifocal").await?;
        let keys = "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', \
                    { key: 'Enter', shiftKey: true, bubbles: true, cancelable: true }))";
        page.run(keys, vec![]).await?;
        page.expect_text("What the jerks are like cannot be entered as absent.").await?;
        page.expect_fragment("#/match?has=1250").await
    })
    .await
}

#[tokio::test]
async fn lists_to_ask_for_come_first_and_then_findings() -> Result<()> {
    visit("match-ask", "#/match?has=1250,1251,1289", Setting::Wide, async |page| {
        let heading = "return document.querySelector('#ask-next').textContent";
        for beginning in ["Which medicines", "What happened", "Which illnesses", "What is the"] {
            let asked = format!("Ask next: {beginning}");
            wait::until(&format!("{asked:?} is asked"), async || {
                let now = page.run(heading, vec![]).await?;
                Ok(now.as_str().is_some_and(|now| now.starts_with(&asked)))
            })
            .await?;
            page.press("button", "None of the others").await?;
        }
        page.wait_for(
            "a finding is asked for",
            "return document.querySelector('#ask-next').textContent.endsWith('?') \
             && document.querySelector('.ask').textContent.includes('If yes')",
        )
        .await?;
        page.expect_focus_on_id("ask-next").await?;
        page.expect_accessible().await?;
        let before = page.run(heading, vec![]).await?;
        page.run("document.querySelector('.ask .chip--main').click()", vec![]).await?;
        wait::until("another question is asked", async || {
            Ok(page.run(heading, vec![]).await? != before)
        })
        .await?;
        // The address follows when the reader pauses.
        let all = "return location.hash.includes('all=medicines,events,illnesses,body')";
        page.wait_for("the answer is in the address", all).await
    })
    .await
}

#[tokio::test]
async fn medicines_are_checked() -> Result<()> {
    let link = "#/match?has=1289,drug-cefepime,drug-carbamazepine";
    visit("match-medicines", link, Setting::Wide, async |page| {
        page.find("region", "The medicines").await?;
        page.expect_text("says nothing about whether it can cause jerks").await?;
        let named = "return [...document.querySelectorAll('section table.matrix th[scope=row] a')]\
                     .map(link => link.textContent)";
        let named: Vec<String> = serde_json::from_value(page.run(named, vec![]).await?)?;
        let mut both = ["drug-carbamazepine", "drug-cefepime"].map(known::name).to_vec();
        both.retain(|name| !named.iter().any(|it| it == name));
        ensure!(both.is_empty(), "{both:?} are not among {named:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_does_not_fit_together_is_mended_by_a_press() -> Result<()> {
    visit("match-lints", "#/match?has=1250,32794", Setting::Wide, async |page| {
        page.expect_text("This does not fit together").await?;
        page.press_beginning("button", "Mend: ").await?;
        page.expect_fragment("#/match?has=32794").await
    })
    .await
}

#[tokio::test]
async fn a_cause_leads_to_the_patient_beside_it() -> Result<()> {
    visit("match-beside", "#/causes/ep-lafora", Setting::Wide, async |page| {
        page.press("link", "Compare a patient with this").await?;
        page.expect_fragment("#/match?beside=ep-lafora").await?;
        page.expect_text("not enough to rank yet").await?;
        let yes = "document.querySelector('[aria-labelledby=beside] .chip').click()";
        for _ in 0..3 {
            page.run(yes, vec![]).await?;
        }
        wait::until("the cause has a place", async || {
            let said = "return document.querySelector('[aria-labelledby=beside] b').textContent";
            let said = page.run(said, vec![]).await?;
            Ok(said.as_str().is_some_and(|said| said.contains(", place ")))
        })
        .await?;
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn the_answer_is_there_without_a_jump_of_what_is_above_it() -> Result<()> {
    visit("match-still", MATCH, Setting::Wide, async |page| {
        let top = "return document.querySelector('#lanes').getBoundingClientRect().top + scrollY";
        page.press("button", "Seizures").await?;
        page.press("button", "Confused").await?;
        page.wait_for("causes are ranked", "return !!document.querySelector('.fit')").await?;
        let before = page.run(top, vec![]).await?;
        page.press("button", "Unsteady").await?;
        page.expect_fragment("#/match?has=1250,1251,1289").await?;
        ensure!(page.run(top, vec![]).await? == before, "the lanes have moved");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_gets_no_shorter_until_the_last_rows_of_an_answer_have_come() -> Result<()> {
    visit("match-height", MATCH, Setting::Wide, async |page| {
        let rows = "return document.querySelectorAll('[aria-labelledby=by-score] .fit').length > 5";
        page.press("button", "Seizures").await?;
        page.press("button", "Confused").await?;
        page.wait_for("the last rows are there", rows).await?;
        let watch = "const height = () => document.documentElement.scrollHeight;
            const old = document.querySelector('.fit');
            const [before, heights] = [height(), []];
            const look = () => {
                if (!old.isConnected) heights.push(height());
                if (heights.length < 10) return requestAnimationFrame(look);
                window.share = Math.min(...heights) / before;
            };
            look()";
        page.run(watch, vec![]).await?;
        page.press("button", "Unsteady").await?;
        page.wait_for("ten frames have been seen", "return window.share > 0").await?;
        let share = page.run("return window.share", vec![]).await?.as_f64().unwrap_or(0.0);
        ensure!(share > 0.9, "the page has shrunk to {share} of its height");
        page.wait_for("the last rows are there again", rows).await
    })
    .await
}

#[tokio::test]
async fn filters_narrow_the_order_but_not_what_must_not_be_missed() -> Result<()> {
    visit("match-narrowed", RESIDENT_LINK, Setting::Wide, async |page| {
        expect_among(page, "by-score", "drug-cefepime", 1).await?;
        let urgent = lane(page, "do-not-miss").await?;
        let unfold = "[...document.querySelectorAll('main summary')]
                        .find((it) => it.textContent === 'Show only some causes').click()";
        page.run(unfold, vec![]).await?;
        page.choose("Kind of cause", known::text(known::wide_group("infection"), "name")).await?;
        page.wait_for("the filter is in the address", "return location.hash.includes('group=')")
            .await?;
        let first = lane(page, "by-score").await?;
        let infections = known::those(|cause| cause["wide_group"] == "infection");
        let is_infection = |name: &String| infections.iter().any(|it| it["name"] == name.as_str());
        ensure!(!first.is_empty() && first.iter().all(is_infection), "{first:?}");
        ensure!(lane(page, "do-not-miss").await? == urgent, "emergencies of all kinds stay");
        page.expect_accessible().await?;
        page.press_beginning("button", "Remove filter").await?;
        expect_among(page, "by-score", "drug-cefepime", 1).await
    })
    .await
}
