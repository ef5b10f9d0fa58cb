//! The whole explorer as one file, opened from a disk, as by a double click.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::{
    Engine, Key, Server, Setting, in_browser, in_each_engine, in_engine, known, visit, wording,
};
use serde_json::json;
use tempfile::TempDir;

use crate::copy::address;
use crate::matching::{RESIDENT_LINK, expect_among};

/// The file alone in a folder, as a reader has saved it.
struct Saved {
    _folder: TempDir,
    address: String,
}

fn saved() -> Result<Saved> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("my copy.html");
    fs::copy(Server::published()?.join("myoclonus.html"), &file)?;
    Ok(Saved { address: address(&file), _folder: folder })
}

in_each_engine! {
    a_saved_file_is_the_whole_explorer,
    files_of_a_host_opened_from_a_disk_say_what_to_do,
}

async fn a_saved_file_is_the_whole_explorer(engine: Engine) -> Result<()> {
    let name = engine.named("single-file");
    let Saved { address, .. } = &saved()?;
    in_engine(engine, &name, &format!("{address}#/causes?q=ceft"), async |page| {
        page.wait_until_started().await?;
        page.keep_picture(&name).await?;
        page.press("button", &wording::compare(known::name("drug-ceftazidime"))).await?;
        page.press("button", &wording::compare(known::name("drug-ceftriaxone"))).await?;
        page.press("link", wording::COMPARE_SIDE_BY_SIDE).await?;
        page.find("table", wording::COMPARE).await?;
        page.expect_fragment("#/compare?causes=drug-ceftazidime,drug-ceftriaxone").await?;
        page.back().await?;
        page.press("button", wording::CLEAR_ALL).await?;
        page.expect_all().await?;
        // Clearing has taken the focus to the search box.
        page.type_keys("hiccup").await?;
        page.expect_first(known::name("phys-hiccup")).await?;
        page.key(Key::Down).await?;
        page.key(Key::Enter).await?;
        page.find("article", known::name("phys-hiccup")).await?;
        page.expect_fragment(
            "#/causes/phys-hiccup?q=hiccup&causes=drug-ceftazidime,drug-ceftriaxone",
        )
        .await?;
        page.reload().await?;
        page.find("article", known::name("phys-hiccup")).await?;
        page.go_to(RESIDENT_LINK).await?;
        expect_among(page, "by-score", "drug-cefepime", 2).await
    })
    .await
}

async fn files_of_a_host_opened_from_a_disk_say_what_to_do(engine: Engine) -> Result<()> {
    let page = address(&Server::published()?.join("index.html"));
    let tested = in_engine(engine, &engine.named("disk"), &page, async |page| {
        page.expect_text("or the page was opened as a file").await
    })
    .await;
    // Some browsers say why in the console.
    match tested {
        Err(error) if !format!("{error:#}").contains("the browser complained") => Err(error),
        _ => Ok(()),
    }
}

#[tokio::test]
async fn the_file_requests_nothing_and_has_no_dead_links() -> Result<()> {
    let Saved { address, .. } = &saved()?;
    in_browser("single-about", &format!("{address}#/about"), Setting::Wide, async |page| {
        page.expect_text("pack it as a ZIP file first").await?;
        page.wait_until_started().await?;
        page.expect_text(wording::ONE_FILE).await?;
        page.expect_accessible().await?;
        let asked = "return performance.getEntriesByType('resource').map(entry => entry.name)";
        let asked = page.run(asked, vec![]).await?;
        ensure!(asked == json!([]), "it asks for {asked}");
        let links = "return [...document.querySelectorAll('a[href]')]
            .map(link => link.getAttribute('href'))
            .filter(href => !href.startsWith('#') && !href.startsWith('http'))";
        let links = page.run(links, vec![]).await?;
        ensure!(links == json!([]), "it offers {links}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_viewer_that_runs_nothing_says_how_to_open_the_file() -> Result<()> {
    let Saved { address, .. } = &saved()?;
    in_browser("single-no-script", address, Setting::WithoutScript, async |page| {
        page.expect_text("This program shows the file without running it").await?;
        page.expect_text("Red flags first").await?;
        page.expect_text("share it to a browser").await
    })
    .await
}

/// Some viewers run no script of a page and do not say so.
#[tokio::test]
async fn a_viewer_that_hides_that_it_runs_nothing_says_how_to_open_the_file() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("viewed.html");
    let page = fs::read_to_string(Server::published()?.join("myoclonus.html"))?;
    let allowed = page.find("script-src 'sha256-").context("the policy names the script")?;
    let allowed = allowed + "script-src ".len();
    let end = allowed + page[allowed..].find(';').context("the policy goes on")?;
    fs::write(&file, format!("{}'none'{}", &page[..allowed], &page[end..]))?;
    let tested = in_browser("single-refused", &address(&file), Setting::Wide, async |page| {
        page.expect_text("this program may show the file without running it").await?;
        page.expect_text("share it to a browser").await
    })
    .await;
    // The console names what the viewer refuses.
    match tested {
        Err(error) if !format!("{error:#}").contains("the browser complained") => Err(error),
        _ => Ok(()),
    }
}

/// As browsers save a page: with everything that is drawn, and the script that drew it.
#[tokio::test]
async fn a_file_saved_while_it_runs_opens_again() -> Result<()> {
    let Saved { address, .. } = &saved()?;
    let mut drawn = String::new();
    in_browser("draw", &format!("{address}#/causes/phys-hiccup"), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        let whole = "return '<!doctype html>' + document.documentElement.outerHTML";
        drawn = page.run(whole, vec![]).await?.as_str().unwrap_or_default().to_owned();
        Ok(())
    })
    .await?;
    ensure!(drawn.contains(wording::NOT_REVIEWED), "the page was drawn");
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("drawn.html");
    fs::write(&file, drawn)?;
    let again = format!("{}#/causes/phys-hiccup", self::address(&file));
    in_browser("drawn-again", &again, Setting::Wide, async |page| {
        page.wait_until_started().await?;
        page.find("article", known::name("phys-hiccup")).await?;
        page.find("main", "").await?;
        page.go_to_page(wording::ABOUT.0).await?;
        page.expect_text(wording::ONE_FILE).await
    })
    .await
}

/// The path names the reader and folders.
#[tokio::test]
async fn saved_files_and_paper_do_not_name_the_folder() -> Result<()> {
    let saved = saved()?;
    let address = format!("{}#/causes?q=hiccup", saved.address);
    in_browser("single-private", &address, Setting::Wide, async |page| {
        page.wait_until_started().await?;
        page.expect_first(known::name("phys-hiccup")).await?;
        page.unfold_saving().await?;
        let (_, text) = page.save("JSON").await?;
        let data: serde_json::Value = serde_json::from_str(&text)?;
        ensure!(data["address"] == json!("#/causes?q=hiccup"), "{}", data["address"]);
        let (_, table) = page.save("CSV").await?;
        ensure!(!text.contains("file:") && !table.contains("file:"));
        let paper = "return document.querySelector(PAPER_ADDRESS).textContent";
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
