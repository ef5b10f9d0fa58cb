//! After the start the explorer requests nothing, whatever a reader does.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Page, Server, Setting, in_browser, known, wait, wording};
use serde_json::json;

use crate::matching::{MATCH, RESIDENT, add, to_the_box};

/// Everything that a reader can do.
pub(super) async fn use_every_feature(page: &Page) -> Result<()> {
    let gabapentin = known::name("drug-gabapentin");
    let (ceftazidime, ceftriaxone) =
        (known::name("drug-ceftazidime"), known::name("drug-ceftriaxone"));
    page.search(gabapentin).await?;
    page.expect_first(gabapentin).await?;
    page.press("link", gabapentin).await?;
    page.find("article", gabapentin).await?;
    page.back().await?;
    page.choose_value(known::text(known::wide_group("medicines"), "name")).await?;
    page.choose(wording::ORDER, wording::BY_NAME).await?;
    page.press("button", wording::CLEAR_ALL).await?;
    page.search("ceft").await?;
    page.press("button", &wording::compare(ceftazidime)).await?;
    page.run("scrollBy(0, 300)", vec![]).await?;
    page.press("button", &wording::compare(ceftriaxone)).await?;
    page.press("link", wording::COMPARE_SIDE_BY_SIDE).await?;
    page.find("table", wording::COMPARE).await?;
    for (link, heading) in wording::PAGES {
        page.go_to_page(link).await?;
        page.find("heading", heading).await?;
    }
    page.open_more().await?;
    page.press_beginning("button", wording::KEYS).await?;
    page.press("button", wording::CLOSE).await?;
    page.unfold_saving().await?;
    for format in ["CSV", "JSON", "Sources as RIS", "Sources as BibTeX"] {
        save(page, format).await?;
    }
    match_a_patient(page).await?;
    page.back().await?;
    page.forward().await
}

/// Presses a button that saves. Only Chromium's driver says where the file is.
async fn save(page: &Page, button: &str) -> Result<()> {
    if page.engine() == Engine::Chromium {
        return page.save(button).await.map(drop);
    }
    // What was made says so above the buttons and moves them, so a driver may miss one.
    let press = "[...document.querySelectorAll('main button')].find((it) => it.checkVisibility() \
                 && it.textContent.trim() === arguments[0]).click()";
    page.run(press, vec![json!(button)]).await?;
    page.expect_text("It should be among your downloads").await
}

/// Enters a patient, answers, takes everything along, and has it all forgotten.
async fn match_a_patient(page: &Page) -> Result<()> {
    page.go_to(MATCH).await?;
    page.wait_for("Match is shown", "return !!document.querySelector('.match')").await?;
    to_the_box(page).await?;
    for typed in RESIDENT {
        add(page, typed).await?;
    }
    page.press("button", "Fever").await?;
    let question = "document.querySelector('.ask .chip--main').click()";
    page.run(question, vec![]).await?;
    let unfold = "document.querySelectorAll('main details').forEach((it) => it.open = true)";
    page.run(unfold, vec![]).await?;
    for format in ["Phenopacket", "Table (CSV)"] {
        save(page, format).await?;
    }
    page.wait_for("the age is in the address", "return location.hash.includes('age=P72Y')").await?;
    page.press("button", "Forget everything").await?;
    page.expect_fragment(MATCH).await
}

#[tokio::test]
async fn nothing_is_requested_after_the_start() -> Result<()> {
    let server = Server::start(Server::published()?).await?;
    in_browser("silence", &server.address("#/causes"), Setting::Wide, async |page| {
        page.wait_until_started().await?;
        // The files that the worker keeps for later belong to the start.
        page.call("() => navigator.serviceWorker.ready.then(() => true)", vec![]).await?;
        let (start, resources) = (settled(page, &server).await?, loaded(page).await?);
        ensure!(
            start.iter().any(|path| path.ends_with(".wasm")),
            "the start is counted: {start:?}"
        );
        use_every_feature(page).await?;
        let after = settled(page, &server).await?;
        ensure!(after == start, "asked for later: {:?}", &after[start.len()..]);
        ensure!(loaded(page).await? == resources, "nothing is loaded from elsewhere either");
        Ok(())
    })
    .await
}

/// A file that the page itself never asks for.
const QUESTION: &str = "/404.html";

/// The requests that reached the server, once none is pending: between two requests of the test,
/// both answered, there was no other.
async fn settled(page: &Page, server: &Server) -> Result<Vec<String>> {
    let ask = "async (path) => (await fetch(path, { cache: 'no-store' })).text()";
    let mut asked = server.requests();
    wait::until("the server is asked for nothing else", async || {
        let before = asked.len();
        page.call(ask, vec![QUESTION.into()]).await?;
        asked = server.requests();
        Ok(before > 0 && asked.len() == before + 1)
    })
    .await?;
    Ok(asked.into_iter().filter(|path| path != QUESTION).collect())
}

/// Everything that the page has loaded itself, all from its own host.
async fn loaded(page: &Page) -> Result<Vec<String>> {
    let names = "return performance.getEntriesByType('resource').map(entry => entry.name)";
    let names: Vec<String> = serde_json::from_value(page.run(names, vec![]).await?)?;
    let origin = page.run("return location.origin", vec![]).await?;
    let origin = origin.as_str().unwrap_or_default();
    let foreign: Vec<_> = names.iter().filter(|name| !name.starts_with(origin)).collect();
    ensure!(foreign.is_empty(), "loaded from elsewhere: {foreign:?}");
    let own = |name: &String| !name.starts_with("blob:") && !name.ends_with(QUESTION);
    Ok(names.into_iter().filter(own).collect())
}
