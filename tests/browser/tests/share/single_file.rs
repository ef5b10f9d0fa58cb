//! The whole explorer as one file, opened from a disk as by a double click.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use browser_tests::{Engine, Key, Server, Setting, in_browser, in_each_engine, in_engine, visit};
use serde_json::json;

/// The file alone in a folder, as somebody has saved it.
fn saved(name: &str) -> Result<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("saved-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let file = folder.join("my copy.html");
    fs::copy(Server::published()?.join("myoclonus.html"), &file)?;
    Ok(format!("file://{}", file.display()).replace(' ', "%20"))
}

in_each_engine! {
    a_saved_file_is_the_whole_explorer: chromium_a_saved_file_is_the_whole_explorer,
        firefox_a_saved_file_is_the_whole_explorer, webkit_a_saved_file_is_the_whole_explorer;
    the_files_of_a_host_do_not_open_from_a_disk_and_say_so:
        chromium_the_files_of_a_host_do_not_open_from_a_disk_and_say_so,
        firefox_the_files_of_a_host_do_not_open_from_a_disk_and_say_so,
        webkit_the_files_of_a_host_do_not_open_from_a_disk_and_say_so;
}

async fn a_saved_file_is_the_whole_explorer(engine: Engine) -> Result<()> {
    let name = engine.named("single-file");
    let address = saved(&name)?;
    in_engine(engine, &name, &format!("{address}#/causes?q=ceft"), async |page| {
        page.wait_until_started().await?;
        page.keep_picture(&name).await?;
        page.press("button", "Compare Ceftazidime").await?;
        page.press("button", "Compare Ceftriaxone").await?;
        page.press("link", "Compare side by side").await?;
        page.find("table", "Compare").await?;
        page.expect_fragment("#/compare?causes=drug-ceftazidime,drug-ceftriaxone").await?;
        page.back().await?;
        page.press("button", "Clear all").await?;
        page.expect_text("All 780 entries").await?;
        // Clearing has taken the focus to the search box.
        page.type_keys("hiccup").await?;
        page.expect_first("Hiccup").await?;
        page.key(Key::Down).await?;
        page.key(Key::Enter).await?;
        page.find("article", "Hiccup").await?;
        page.expect_fragment(
            "#/causes/phys-hiccup?q=hiccup&causes=drug-ceftazidime,drug-ceftriaxone",
        )
        .await?;
        page.reload().await?;
        page.find("article", "Hiccup").await.map(|_| ())
    })
    .await
}

async fn the_files_of_a_host_do_not_open_from_a_disk_and_say_so(engine: Engine) -> Result<()> {
    let page = format!("file://{}", Server::published()?.join("index.html").display());
    let tested = in_engine(engine, &engine.named("disk"), &page, async |page| {
        page.expect_text("or the page was opened as a file").await
    })
    .await;
    // Browsers say why in the console, of what they can be asked for.
    match tested {
        Err(error) if !format!("{error:#}").contains("the browser complained") => Err(error),
        _ => Ok(()),
    }
}

#[tokio::test]
async fn the_file_asks_for_nothing_and_offers_nothing_that_is_not_there() -> Result<()> {
    let address = saved("about")?;
    in_browser("single-about", &format!("{address}#/about"), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        page.expect_text("This is the explorer as one file").await?;
        page.expect_accessible().await?;
        let asked = "return performance.getEntriesByType('resource').map(entry => entry.name)";
        let asked = page.run(asked, vec![]).await?;
        ensure!(asked == json!([]), "it asks for {asked}");
        let links = "return [...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'))
            .filter(href => !href.startsWith('#') && !href.startsWith('http'))";
        let links = page.run(links, vec![]).await?;
        ensure!(links == json!([]), "it offers {links}");
        Ok(())
    })
    .await
}

/// As browsers save a page: with what is drawn, and the script that drew it.
#[tokio::test]
async fn a_file_saved_while_it_runs_opens_again() -> Result<()> {
    let address = saved("drawn")?;
    let mut drawn = String::new();
    in_browser("draw", &format!("{address}#/causes/phys-hiccup"), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        let whole = "return '<!doctype html>' + document.documentElement.outerHTML";
        drawn = page.run(whole, vec![]).await?.as_str().unwrap_or_default().to_owned();
        Ok(())
    })
    .await?;
    ensure!(drawn.contains("Not reviewed by a clinician"), "the page was drawn");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("drawn.html");
    fs::write(&file, drawn)?;
    let again = format!("file://{}#/causes/phys-hiccup", file.display());
    in_browser("drawn-again", &again, Setting::Wide, async |page| {
        page.wait_until_started().await?;
        page.find("article", "Hiccup").await?;
        page.find("main", "").await?;
        page.press("link", "About").await?;
        page.expect_text("This is the explorer as one file").await
    })
    .await
}

/// The path names the reader and the folders.
#[tokio::test]
async fn neither_files_nor_paper_say_where_the_copy_lies() -> Result<()> {
    let address = format!("{}#/causes?q=hiccup", saved("private")?);
    in_browser("single-private", &address, Setting::Wide, async |page| {
        page.wait_until_started().await?;
        page.expect_first("Hiccup").await?;
        page.run("document.querySelector('.list-head .save summary').click()", vec![]).await?;
        let (_, text) = page.save("JSON").await?;
        let data: serde_json::Value = serde_json::from_str(&text)?;
        ensure!(data["address"] == json!("#/causes?q=hiccup"), "{}", data["address"]);
        let (_, table) = page.save("CSV").await?;
        ensure!(!text.contains("file:") && !table.contains("file:"));
        let paper = "return document.querySelector('.paper-note__address').textContent";
        let paper = page.run(paper, vec![]).await?;
        ensure!(paper == json!("#/causes?q=hiccup"), "{paper}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn about_saves_the_file() -> Result<()> {
    visit("save-explorer", "#/about", Setting::Wide, async |page| {
        let (name, text) = page.save_by("link", "Save this explorer as one file").await?;
        ensure!(name == "myoclonus.html", "{name}");
        let published = fs::read_to_string(Server::published()?.join("myoclonus.html"))?;
        ensure!(text == published, "the file is the one that is published");
        Ok(())
    })
    .await
}
