//! How the page looks: wide, narrow, narrowest, at 200 %, dark, in forced colours, on paper.

use anyhow::{Result, ensure};
use browser_tests::{Setting, visit};
use serde_json::json;

use super::MATCH;

/// The resident's case as a link.
const RESIDENT: &str = "#/match?has=1289,drug-cefepime,kidney-failure&no=1945&where=multifocal&\
                        age=P72Y";

#[tokio::test]
async fn the_page_fits_every_screen_and_is_accessible_in_each() -> Result<()> {
    for (name, fragment, setting) in [
        ("match-empty-wide", MATCH, Setting::Wide),
        ("match-wide", RESIDENT, Setting::Wide),
        ("match-dark", RESIDENT, Setting::Dark),
        ("match-phone", RESIDENT, Setting::Narrow),
        ("match-narrowest", RESIDENT, Setting::Narrowest),
        ("match-zoomed", RESIDENT, Setting::Zoomed),
        ("match-forced", RESIDENT, Setting::ForcedColours),
    ] {
        visit(name, fragment, setting, async |page| {
            page.keep_picture(name).await?;
            let beyond = page.call(include_str!("../../src/scripts/too_wide.js"), vec![]).await?;
            ensure!(beyond == json!([0, []]), "{name}: wider than the screen: {beyond}");
            page.expect_accessible().await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn on_paper_the_answers_stay_and_the_controls_go() -> Result<()> {
    visit("match-paper", RESIDENT, Setting::Paper, async |page| {
        let gone = page.seen(&[".ask", "[role=combobox]", "button", "textarea"]).await?;
        ensure!(gone.is_empty(), "{gone:?} is on paper");
        ensure!(page.seen(&[".fit", ".finding", ".four span"]).await?.len() == 3);
        page.keep_picture("match-paper").await.map(drop)
    })
    .await
}
