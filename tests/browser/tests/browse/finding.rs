//! Search: it finds what a reader means, and every result says why.

use anyhow::{Result, ensure};
use browser_tests::{Setting, known, landmark, visit, wording};
use serde_json::json;

#[tokio::test]
async fn misspelt_words_find_the_right_entry_and_are_marked() -> Result<()> {
    visit("typos", "#/causes", Setting::Wide, async |page| {
        page.search("cruetzfeldt").await?;
        page.expect_first(known::name("inf-cjd-inherited")).await?;
        let marked = "return document.querySelector(`${ROW} mark`).textContent";
        ensure!(page.run(marked, vec![]).await? == json!("Creutzfeldt"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_row_says_which_other_text_matched() -> Result<()> {
    visit("why", "#/causes", Setting::Wide, async |page| {
        page.search("opioid kidney").await?;
        page.expect_first(known::name("drug-opioids-group")).await?;
        page.expect_text("consider with: Kidney failure or poor kidney function").await?;
        page.expect_text("kind: opioid").await
    })
    .await
}

#[tokio::test]
async fn a_word_without_entries_is_left_out_and_reported() -> Result<()> {
    visit("left-out", "#/causes", Setting::Wide, async |page| {
        page.search("lance adams kryptonite").await?;
        page.expect_first(known::name("hyp-lance-adams")).await?;
        page.expect_text(&format!("{}“kryptonite”.", wording::NO_ENTRY_HAS_ALL)).await
    })
    .await
}

#[tokio::test]
async fn entries_of_other_pages_are_linked() -> Result<()> {
    visit("elsewhere", "#/causes", Setting::Wide, async |page| {
        page.search("piracetam").await?;
        page.expect_text("On other pages: ").await?;
        let piracetam = known::topic("piracetam");
        page.press("link", &format!("{piracetam} (treatment)")).await?;
        page.find("article", piracetam).await?;
        page.expect_fragment("#/treatments/piracetam").await
    })
    .await
}

#[tokio::test]
async fn the_row_of_a_drug_says_what_it_is_and_sums_up_its_class() -> Result<()> {
    visit("class-mates", "#/causes", Setting::Wide, async |page| {
        let cefepime = known::cause("drug-cefepime");
        page.search("cefepime").await?;
        page.expect_first(known::text(cefepime, "name")).await?;
        let class = known::text(cefepime, "finer_group");
        page.expect_text(known::text(cefepime, "lead")).await?;
        page.expect_text(&format!("Others in this class ({class}): ")).await
    })
    .await
}

#[tokio::test]
async fn the_row_of_a_medicine_names_the_diseases_that_it_makes_worse() -> Result<()> {
    visit("worsens", "#/causes", Setting::Wide, async |page| {
        let phenytoin = known::text(known::cause("drug-phenytoin"), "name");
        page.search(phenytoin).await?;
        page.expect_first(phenytoin).await?;
        page.expect_text("Worsens: ").await?;
        page.expect_text("made worse by phenytoin").await
    })
    .await
}

#[tokio::test]
async fn words_that_no_entry_has_get_advice() -> Result<()> {
    visit("nowhere", "#/causes", Setting::Wide, async |page| {
        page.search("zzzz").await?;
        page.expect_text(&format!("{} zzzz.", wording::NOTHING_FOUND)).await?;
        page.press("button", &format!("Without the search words: {}", known::causes())).await?;
        page.expect_all().await
    })
    .await
}

#[tokio::test]
async fn the_list_does_not_move_while_a_reader_types() -> Result<()> {
    visit("still", "#/causes", Setting::Wide, async |page| {
        let top = async || {
            let top = "return document.querySelector(LIST).getBoundingClientRect().top";
            page.run(top, vec![]).await
        };
        let before = top().await?;
        page.run("document.querySelector(SEARCH).focus()", vec![]).await?;
        for letter in "serotonin zz".chars() {
            page.type_keys(&letter.to_string()).await?;
            let now = top().await?;
            ensure!(now == before, "after {letter:?} the list begins at {now}, not at {before}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_word_is_not_searched_while_it_is_being_composed() -> Result<()> {
    visit("composing", "#/causes", Setting::Wide, async |page| {
        let before = page.listed().await?;
        let compose = include_str!("../../src/scripts/compose.js");
        page.call(compose, vec![json!("hiccup")]).await?;
        ensure!(page.listed().await? == before, "nothing is looked for yet");
        let end = "document.querySelector(SEARCH)
            .dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))";
        page.run(end, vec![]).await?;
        page.expect_first(known::name("phys-hiccup")).await
    })
    .await
}

#[tokio::test]
async fn a_pasted_page_is_kept_and_searched_by_its_first_words() -> Result<()> {
    visit("pasted", "#/causes", Setting::Wide, async |page| {
        let pasted = "hiccup ".repeat(1500);
        page.search_at_once(&pasted).await?;
        page.expect_first(known::name("phys-hiccup")).await?;
        ensure!(page.searched().await? == pasted);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn words_from_right_to_left_do_not_reverse_the_page() -> Result<()> {
    visit("rtl", "#/causes", Setting::Wide, async |page| {
        page.search("رمع عضلي").await?;
        page.expect_text(wording::NOTHING_FOUND).await?;
        page.expect_accessible().await?;
        let directions = "return [getComputedStyle(document.querySelector(SEARCH)).direction, \
                          getComputedStyle(document.querySelector('main')).direction]";
        ensure!(page.run(directions, vec![]).await? == json!(["rtl", "ltr"]));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn paper_has_the_whole_list_and_no_buttons() -> Result<()> {
    let (acute, unknown) = (known::count_with("course", "acute"), known::count_without("course"));
    visit("paper", "#/causes?course=acute", Setting::Paper, async |page| {
        page.expect_count(acute).await?;
        // A browser says so before it prints.
        page.run("dispatchEvent(new Event('beforeprint'))", vec![]).await?;
        let rows = format!("return document.querySelectorAll(ROW).length > {acute}");
        page.wait_for("all rows are there", &rows).await?;
        ensure!(page.listed().await?.len() == acute + unknown);
        let buttons = [landmark::FILTERS, landmark::SEARCH, landmark::ROW_COMPARE, landmark::ORDER];
        ensure!(page.seen(&buttons).await?.is_empty());
        // On a broad sheet too, the filters leave no empty column.
        let share = "return document.querySelector(ROW).getBoundingClientRect().width / innerWidth";
        let share = page.run(share, vec![]).await?.as_f64();
        ensure!(share.is_some_and(|share| share > 0.9), "rows take {share:?} of the width");
        page.keep_picture("list-paper").await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn a_drug_that_is_not_listed_is_not_called_harmless() -> Result<()> {
    visit("not-listed", "#/causes", Setting::Wide, async |page| {
        page.search("amiodarone").await?;
        page.expect_text("Something that is not listed here can still cause jerks").await
    })
    .await
}

#[tokio::test]
async fn a_screen_reader_announces_which_words_were_left_out() -> Result<()> {
    visit("told", "#/causes", Setting::Wide, async |page| {
        page.search("lance adams kryptonite").await?;
        let count = page.expect_counted(known::causes()).await?;
        let count = wording::entries(count, known::causes());
        let asked = "“lance adams kryptonite”";
        let left_out = wording::NO_ENTRY_HAS_ALL;
        page.expect_announced(&format!("{count} for {asked}. {left_out}“kryptonite”.")).await
    })
    .await
}

#[tokio::test]
async fn a_pasted_list_of_medicines_opens_as_a_list() -> Result<()> {
    for (name, start) in [("medicines", "#/causes"), ("medicines-home", "#/")] {
        visit(name, start, Setting::Wide, async |page| {
            page.search_at_once("Ramipril, gabapentin, cefepime, lithium carbonate").await?;
            page.press_beginning("link", "Open the 4 medicines as a list").await?;
            page.find("heading", "Your list of medicines").await?;
            page.expect_text("Ramipril: known, not in this collection").await?;
            page.expect_text(&format!("gabapentin: {}", known::name("drug-gabapentin"))).await?;
            ensure!(page.fragment().await?.starts_with("#/causes?medicines=Ramipril"));
            page.press("button", wording::CLEAR_ALL).await?;
            page.expect_all().await
        })
        .await?;
    }
    Ok(())
}
