//! Saving and printing the view. Files are read from the disk, as a reader would open them.

use anyhow::{Context, Result, ensure};
use browser_tests::{Setting, known, landmark, visit, wording};
use serde_json::{Value, json};

/// How many lines a file has.
fn lines(text: &str) -> usize {
    text.matches("\r\n").count()
}

#[tokio::test]
async fn a_table_holds_the_list_in_view() -> Result<()> {
    let acute = known::count_with("course", "acute");
    visit("save-csv", "#/causes?course=acute&sort=name", Setting::Wide, async |page| {
        page.expect_count(acute).await?;
        page.unfold_saving().await?;
        page.keep_picture("save-wide").await?;
        page.expect_accessible().await?;
        let (name, table) = page.save("CSV").await?;
        ensure!(name.starts_with("myoclonus-causes-20") && name.ends_with(".csv"), "{name}");
        ensure!(table.starts_with("\u{feff}fit,id,name,"), "{table:.60}");
        ensure!(
            lines(&table) == 1 + acute + known::count_without("course"),
            "{} lines",
            lines(&table)
        );
        let first = page.listed().await?.into_iter().next().context("a row")?;
        let row = table.lines().nth(1).context("a line")?;
        ensure!(row.starts_with("matches,") && row.contains(&first), "{row} is {first}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_press_says_what_was_made_and_offers_its_text() -> Result<()> {
    // A browser that ignores the press, as some viewers within other programs do.
    let ignoring = Setting::Changed("HTMLAnchorElement.prototype.click = () => {};");
    visit("save-ignored", "#/causes?q=hiccup", ignoring, async |page| {
        page.expect_first(known::name("phys-hiccup")).await?;
        let listed = page.listed().await?.len();
        page.unfold_saving().await?;
        page.press("button", "CSV").await?;
        page.expect_text(&format!(".csv with {listed} entries. It should be among")).await?;
        // Where spreadsheets expect semicolons.
        page.expect_text("choose the comma").await?;
        page.expect_accessible().await?;
        page.press("button", "It did not come: show its text to copy").await?;
        page.find_beginning("textbox", "The text of myoclonus-causes-").await?;
        let text = "return document.querySelector('textarea').value";
        let text = page.run(text, vec![]).await?;
        ensure!(lines(text.as_str().unwrap_or_default()) <= 1 + listed, "{text}");
        ensure!(text.as_str().is_some_and(|text| text.contains(known::name("phys-hiccup"))));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn each_press_is_answered_also_the_same_one_again() -> Result<()> {
    visit("save-twice", "#/causes?q=hiccup", Setting::Wide, async |page| {
        page.expect_first(known::name("phys-hiccup")).await?;
        page.unfold_saving().await?;
        page.save("JSON").await?;
        page.expect_text("It should be among").await?;
        let listen = "window.said = 0;
            new MutationObserver(() => { window.said += 1; })
                .observe(document.querySelector('.save [role=status]'),
                    { childList: true, subtree: true })";
        page.run(listen, vec![]).await?;
        page.save("JSON").await?;
        page.wait_for("the press is answered", "return window.said > 0").await?;
        page.expect_text("It should be among").await
    })
    .await
}

#[tokio::test]
async fn all_sources_are_saved_with_one_press() -> Result<()> {
    visit("save-all-sources", "#/sources", Setting::Wide, async |page| {
        let (name, sources) = page.save("BibTeX").await?;
        ensure!(name.starts_with("myoclonus-sources-20") && name.ends_with(".bib"), "{name}");
        let records = sources.lines().filter(|line| line.starts_with('@')).count();
        page.expect_text(&format!("{name} with {records} sources.")).await?;
        let rows = "return document.querySelectorAll('[aria-labelledby^=kind-] > ul > li').length";
        ensure!(page.run(rows, vec![]).await? == json!(records), "every source is saved");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn hidden_entries_are_not_saved() -> Result<()> {
    let acute = known::count_with("course", "acute");
    visit("save-hidden", "#/causes?course=acute&hide=not-recorded", Setting::Wide, async |page| {
        page.expect_count(acute).await?;
        page.unfold_saving().await?;
        let (_, table) = page.save("CSV").await?;
        ensure!(lines(&table) == 1 + acute, "{} lines", lines(&table));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn json_names_its_address_and_holds_what_is_found() -> Result<()> {
    let hiccup = known::name("phys-hiccup");
    visit("save-json", "#/causes", Setting::Wide, async |page| {
        page.search("hiccup").await?;
        page.expect_first(hiccup).await?;
        // The link by which a reader came is private.
        let came = "history.replaceState(history.state, '', '?utm_source=mail' + location.hash)";
        page.run(came, vec![]).await?;
        page.unfold_saving().await?;
        let (name, text) = page.save("JSON").await?;
        ensure!(name.ends_with(".json"), "{name}");
        let data: Value = serde_json::from_str(&text)?;
        let address = data["address"].as_str().context("an address")?;
        ensure!(
            address.starts_with("http://127.0.0.1:") && address.ends_with("/#/causes?q=hiccup")
        );
        ensure!(data["causes"][0]["name"] == hiccup);
        ensure!(data["matches"] == json!(page.listed().await?.len()));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn topics_are_saved_with_the_sources_of_the_page() -> Result<()> {
    visit("save-topics", "#/types?axis=generator", Setting::Narrow, async |page| {
        page.unfold_saving().await?;
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
        let numbered = page.run("return document.querySelectorAll(REFERENCES).length", vec![]);
        let records = sources.lines().filter(|line| line.starts_with('@')).count();
        ensure!(numbered.await? == json!(records), "{records} records");
        let (name, sources) = page.save("RIS").await?;
        ensure!(name.ends_with(".ris") && sources.matches("TY  - ").count() == records);
        page.run("document.querySelector(SAVE_SOURCES).scrollIntoView()", vec![]).await?;
        page.keep_picture("save-entry-dark").await?;
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn the_keyboard_reaches_the_formats() -> Result<()> {
    visit("save-keys", "#/causes?q=hiccup", Setting::Wide, async |page| {
        let focus = "document.querySelector(SAVE_LIST).focus()";
        page.run(focus, vec![]).await?;
        page.key(browser_tests::Key::Enter).await?;
        page.key(browser_tests::Key::Tab).await?;
        page.expect_focus_on("CSV").await
    })
    .await
}

#[tokio::test]
async fn paper_says_where_it_comes_from() -> Result<()> {
    let acute = known::count_with("course", "acute");
    visit("save-paper", "#/causes?course=acute", Setting::Paper, async |page| {
        page.expect_count(acute).await?;
        page.expect_text(&format!("{}. Myoclonus Explorer, data as of 20", wording::NOT_REVIEWED))
            .await?;
        page.expect_text("/#/causes?course=acute").await?;
        // An entry that is opened afterwards is printed with its own address.
        page.go_to("#/causes/phys-hiccup").await?;
        page.expect_text("/#/causes/phys-hiccup").await?;
        let buttons = ["nav", landmark::SAVE, landmark::ENTRY_COMPARE, landmark::SKIP];
        ensure!(page.seen(&buttons).await?.is_empty());
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn the_screen_does_not_show_the_note_for_paper() -> Result<()> {
    visit("save-screen", "#/causes", Setting::Wide, async |page| {
        ensure!(page.seen(&[landmark::PAPER_NOTE]).await?.is_empty());
        page.keep_picture("save-folded-wide").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn an_entry_is_handed_on_by_its_own_address() -> Result<()> {
    visit("hand-on", "#/causes/phys-hiccup?q=hic&group=medicines", Setting::Wide, async |page| {
        let unfold = "[...document.querySelectorAll('main summary')]
                        .find((it) => it.textContent === 'Link to copy').click()";
        page.run(unfold, vec![]).await?;
        let shown = page.find("textbox", "The address of this entry").await?;
        let address = shown.prop("value").await?.unwrap_or_default();
        ensure!(address.ends_with("/#/causes/phys-hiccup"), "{address}");
        page.open(&address).await?;
        page.wait_until_started().await?;
        page.find("article", known::name("phys-hiccup")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn an_entry_is_printed_by_a_press() -> Result<()> {
    visit("hand-paper", "#/types/cortical", Setting::Wide, async |page| {
        page.run("window.print = () => { window.sheets = (window.sheets ?? 0) + 1; }", vec![])
            .await?;
        page.press("button", "Print").await?;
        ensure!(page.run("return window.sheets", vec![]).await? == 1);
        Ok(())
    })
    .await
}
