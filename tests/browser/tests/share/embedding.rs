//! The explorer in a frame of another page: it shows the chosen view and changes nothing else.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Server, Setting, in_browser, known, landmark, visit, wording};
use serde_json::json;

/// The acute causes, and nothing else.
const ACUTE: &str = "#/causes?course=acute&hide=not-recorded&embed";

/// Two causes side by side.
const TWO: &str = "#/compare?causes=drug-cefepime,phys-hiccup&embed";

/// A host's page with the explorer in a frame with these attributes.
fn host(embedded: &str, attributes: &str) -> String {
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>A clinic</title>\
         <link rel=icon href=data:,><h1>A clinic</h1>\
         <iframe title=\"Acute causes of myoclonus\" src=\"{embedded}\" width=700 height=600 \
         {attributes}></iframe>"
    )
}

/// Runs a test in the frame of a host's page, which has another origin.
async fn in_frame(
    name: &str,
    fragment: &str,
    test: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    in_frame_with("", name, fragment, test).await
}

/// The same in a frame with these attributes.
async fn in_frame_with(
    attributes: &str,
    name: &str,
    fragment: &str,
    test: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    let explorer = Server::start(Server::published()?).await?;
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("index.html"), host(&explorer.address(fragment), attributes))?;
    let server = Server::start(&folder).await?;
    in_browser(name, &server.address(""), Setting::Wide, async |page| {
        page.enter_frame().await?;
        page.wait_until_started().await?;
        test(page).await
    })
    .await
}

/// The parts of the whole explorer that a frame leaves out.
const CHROME: &[&str] = &[
    landmark::HEADER,
    landmark::FOOTER,
    landmark::SKIP,
    "nav",
    "input",
    "select",
    "button",
    landmark::SAVE,
    landmark::COMPARE_BAR,
    landmark::FILTERS,
    landmark::BACK,
];

/// How many causes are acute.
fn acute() -> usize {
    known::count_with("course", "acute")
}

#[tokio::test]
async fn a_list_in_a_frame_has_nothing_around_it() -> Result<()> {
    in_frame("embed-frame", ACUTE, async |page| {
        page.expect_count(acute()).await?;
        page.expect_text(&format!("{}: acute", wording::facet::COURSE)).await?;
        page.expect_text(&format!("{}. Data as of 20", wording::NOT_REVIEWED)).await?;
        ensure!(page.listed().await?.len() == acute());
        let foot = "const foot = document.querySelector(FRAME_FOOT).getBoundingClientRect();
            return foot.bottom <= innerHeight + 1 && foot.height > 0";
        ensure!(page.run(foot, vec![]).await? == json!(true), "the foot is in sight at once");
        ensure!(page.seen(CHROME).await?.is_empty());
        page.leave_frame().await?;
        page.keep_picture("embed-frame").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn an_entry_opens_in_the_explorer_and_the_host_stays() -> Result<()> {
    in_frame("embed-row", ACUTE, async |page| {
        let first = page.listed().await?.remove(0);
        page.press("link", &first).await?;
        page.leave_frame().await?;
        ensure!(page.title().await? == "A clinic");
        page.enter_new_window().await?;
        page.wait_until_started().await?;
        page.find("article", &first).await?;
        page.expect_text("More").await?;
        ensure!(!page.fragment().await?.contains("embed"));
        ensure!(page.run("return window.opener === null", vec![]).await? == json!(true));
        Ok(())
    })
    .await
}

/// The sandbox exactly as the instructions for hosts give it.
fn advised_sandbox() -> Result<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../hosting/README.md");
    let text = fs::read_to_string(&file)?;
    let advised = text.split('`').find(|code| code.starts_with("allow-scripts "));
    let advised = advised.context("hosting/README.md says how to sandbox the frame")?;
    Ok(format!("sandbox=\"{advised}\""))
}

#[tokio::test]
async fn links_work_in_the_sandbox_that_hosts_are_advised() -> Result<()> {
    in_frame_with(&advised_sandbox()?, "embed-sandbox", ACUTE, async |page| {
        let first = page.listed().await?.remove(0);
        page.press("link", &first).await?;
        page.enter_new_window().await?;
        page.wait_until_started().await?;
        page.find("article", &first).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn the_foot_leads_to_the_same_view_in_the_explorer() -> Result<()> {
    in_frame("embed-foot", ACUTE, async |page| {
        page.press("link", "Open in Myoclonus Explorer").await?;
        page.enter_new_window().await?;
        page.wait_until_started().await?;
        page.expect_fragment("#/causes?course=acute&hide=not-recorded").await?;
        page.expect_count(acute()).await
    })
    .await
}

#[tokio::test]
async fn a_reference_is_reached_without_another_window() -> Result<()> {
    in_frame("embed-reference", "#/causes/hyp-lance-adams?embed", async |page| {
        page.run("document.querySelector('a[href=\"#ref-3\"]').click()", vec![]).await?;
        page.expect_focus_on_id("ref-3").await?;
        ensure!(page.seen(CHROME).await?.is_empty());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_wrong_part_of_the_address_is_reported_without_buttons() -> Result<()> {
    visit("embed-unknown", "#/causes?q=startle&colour=red&embed", Setting::Narrow, async |page| {
        page.expect_text(wording::UNKNOWN_PARTS).await?;
        page.expect_text("colour=red").await?;
        ensure!(page.seen(CHROME).await?.is_empty());
        page.expect_accessible().await?;
        // Outside the frame the note can be closed.
        page.go_to("#/causes?q=startle&colour=red").await?;
        page.find("button", wording::CLOSE_NOTE).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_comparison_of_too_few_does_not_say_how_to_choose() -> Result<()> {
    visit("embed-too-few", "#/compare?causes=drug-cefepime&embed", Setting::Wide, async |page| {
        page.expect_text("A comparison needs two to four causes or types.").await?;
        let text = page.text().await?;
        ensure!(!text.contains(&format!("press {}", wording::COMPARE)), "{text}");
        ensure!(page.seen(CHROME).await?.is_empty());
        Ok(())
    })
    .await
}

/// Lists, entries, a list without rows and the pages without a list.
#[tokio::test]
async fn everything_that_can_be_embedded_is_accessible() -> Result<()> {
    for (setting, places) in [
        (
            Setting::Wide,
            &[
                ("embed-wide", ACUTE),
                ("embed-entry-wide", "#/causes/drug-cefepime?embed"),
                ("embed-compare-wide", TWO),
            ][..],
        ),
        (
            Setting::Narrow,
            &[
                ("embed-narrow", "#/causes?q=opioid%20kidney&embed"),
                ("embed-types-narrow", "#/types?axis=generator&embed"),
                ("embed-nothing-narrow", "#/causes?q=zzzz&embed"),
                ("embed-compare-narrow", TWO),
                ("embed-sources-narrow", "#/sources?embed"),
            ],
        ),
        (
            Setting::Dark,
            &[
                ("embed-dark", "#/causes?course=subacute&embed"),
                ("embed-topic-dark", "#/work-up/eeg?embed"),
                ("embed-about-dark", "#/about?embed"),
            ],
        ),
    ] {
        visit(places[0].0, places[0].1, setting, async |page| {
            for (name, fragment) in places {
                page.show(fragment).await?;
                page.keep_picture(name).await?;
                ensure!(page.seen(CHROME).await?.is_empty(), "{name}");
                page.expect_accessible().await.with_context(|| format!("{name}: {fragment}"))?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}
