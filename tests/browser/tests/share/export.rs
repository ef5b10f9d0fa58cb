//! Saving and printing what is in view. Files are read from the disk, as a reader would open them.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Setting, visit};
use serde_json::{Value, json};

/// Unfolds what can be saved of a list.
async fn unfold(page: &Page) -> Result<()> {
    page.run("document.querySelector('.list-head .save summary').click()", vec![]).await.map(drop)
}

/// How many lines a file has.
fn lines(text: &str) -> usize {
    text.matches("\r\n").count()
}

#[tokio::test]
async fn a_table_holds_the_list_in_view() -> Result<()> {
    visit("save-csv", "#/causes?course=acute&sort=name", Setting::Wide, async |page| {
        page.expect_text("67 of 780 entries").await?;
        unfold(page).await?;
        page.keep_picture("save-wide").await?;
        page.expect_accessible().await?;
        let (name, table) = page.save("CSV").await?;
        ensure!(name.starts_with("myoclonus-causes-20") && name.ends_with(".csv"), "{name}");
        ensure!(table.starts_with("\u{feff}fit,id,name,"), "{table:.60}");
        ensure!(lines(&table) == 1 + 67 + 635, "{} lines", lines(&table));
        let first = page.listed().await?.into_iter().next().context("a row")?;
        let row = table.lines().nth(1).context("a line")?;
        ensure!(row.starts_with("matches,") && row.contains(&first), "{row} is {first}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_the_reader_hides_is_not_saved() -> Result<()> {
    visit("save-hidden", "#/causes?course=acute&hide=not-recorded", Setting::Wide, async |page| {
        page.expect_text("67 of 780 entries").await?;
        unfold(page).await?;
        let (_, table) = page.save("CSV").await?;
        ensure!(lines(&table) == 1 + 67, "{} lines", lines(&table));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn json_says_what_it_is_and_follows_what_is_typed() -> Result<()> {
    visit("save-json", "", Setting::Wide, async |page| {
        page.search("hiccup").await?;
        page.expect_first("Hiccup").await?;
        // By which link somebody came is nobody else's affair.
        let came = "history.replaceState(history.state, '', '?utm_source=mail' + location.hash)";
        page.run(came, vec![]).await?;
        unfold(page).await?;
        let (name, text) = page.save("JSON").await?;
        ensure!(name.ends_with(".json"), "{name}");
        let data: Value = serde_json::from_str(&text)?;
        let address = data["address"].as_str().context("an address")?;
        ensure!(
            address.starts_with("http://127.0.0.1:") && address.ends_with("/#/causes?q=hiccup")
        );
        ensure!(data["causes"][0]["name"] == "Hiccup");
        ensure!(data["matches"] == json!(page.listed().await?.len()));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn topics_are_saved_with_the_sources_of_the_page() -> Result<()> {
    visit("save-topics", "#/types?axis=generator", Setting::Narrow, async |page| {
        unfold(page).await?;
        page.keep_picture("save-narrow").await?;
        page.expect_accessible().await?;
        let (name, table) = page.save("CSV").await?;
        ensure!(name.starts_with("myoclonus-types-20"), "{name}");
        ensure!(lines(&table) == 1 + page.listed().await?.len());
        let (name, sources) = page.save("Sources as RIS").await?;
        ensure!(name.starts_with("myoclonus-types-sources-20") && name.ends_with(".ris"), "{name}");
        ensure!(sources.starts_with("TY  - ") && sources.ends_with("ER  - \r\n"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_entry_gives_its_sources_in_the_order_of_their_numbers() -> Result<()> {
    visit("save-entry", "#/causes/hyp-lance-adams", Setting::Dark, async |page| {
        let (name, sources) = page.save("BibTeX").await?;
        ensure!(name.starts_with("myoclonus-hyp-lance-adams-sources-20"), "{name}");
        let numbered =
            page.run("return document.querySelectorAll('.reference-list > li').length", vec![]);
        let records = sources.lines().filter(|line| line.starts_with('@')).count();
        ensure!(numbered.await? == json!(records), "{records} records");
        let (name, sources) = page.save("RIS").await?;
        ensure!(name.ends_with(".ris") && sources.matches("TY  - ").count() == records);
        page.run("document.querySelector('#save-sources').scrollIntoView()", vec![]).await?;
        page.keep_picture("save-entry-dark").await?;
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn the_keyboard_reaches_it() -> Result<()> {
    visit("save-keys", "#/causes?q=hiccup", Setting::Wide, async |page| {
        let focus = "document.querySelector('.list-head .save summary').focus()";
        page.run(focus, vec![]).await?;
        page.key(browser_tests::Key::Enter).await?;
        page.key(browser_tests::Key::Tab).await?;
        page.expect_focus_on("CSV").await
    })
    .await
}

#[tokio::test]
async fn paper_says_where_it_comes_from() -> Result<()> {
    visit("save-paper", "#/causes?course=acute", Setting::Paper, async |page| {
        page.expect_text("67 of 780 entries").await?;
        page.expect_text("Not reviewed by a clinician. Myoclonus Explorer, data of 20").await?;
        page.expect_text("/#/causes?course=acute").await?;
        // What is opened afterwards is printed with its own address.
        page.run("location.hash = '#/causes/phys-hiccup'", vec![]).await?;
        page.expect_text("/#/causes/phys-hiccup").await?;
        let shown = "return ['nav', '.save', '.compare-button', '.entry__back', '.skip-link']
            .filter(part => document.querySelector(part)?.checkVisibility());";
        ensure!(page.run(shown, vec![]).await? == json!([]));
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn the_screen_does_not_show_what_is_for_paper() -> Result<()> {
    visit("save-screen", "", Setting::Wide, async |page| {
        let note = "return document.querySelector('.paper-note').checkVisibility()";
        ensure!(page.run(note, vec![]).await? == json!(false));
        page.keep_picture("save-folded-wide").await.map(drop)
    })
    .await
}
