//! The main walk: what readers do most works in every engine.

use anyhow::{Result, bail, ensure};
use browser_tests::{Engine, Key, Page, in_each_engine, known, landmark, visit_in, wording};

use crate::matching::{MATCH, RESIDENT, add, expect_among, to_the_box};

in_each_engine! {
    typing_finds_what_is_meant,
    a_facet_narrows_and_back_undoes_it,
    an_entry_is_opened_and_read,
    two_causes_are_compared,
    an_address_brings_the_view_back,
    the_keyboard_alone_is_enough,
    a_patient_is_matched,
}

async fn typing_finds_what_is_meant(engine: Engine) -> Result<()> {
    visit_in(engine, &engine.named("typing"), "#/causes", async |page| {
        page.keep_picture(&engine.named("start")).await?;
        page.search("cruetzfeldt").await?;
        page.expect_first(known::name("inf-cjd-inherited")).await?;
        page.expect_fragment("#/causes?q=cruetzfeldt").await?;
        page.expect_accessible().await
    })
    .await
}

async fn a_facet_narrows_and_back_undoes_it(engine: Engine) -> Result<()> {
    let acute = known::count_with("course", "acute");
    visit_in(engine, &engine.named("facet"), "#/causes", async |page| {
        ensure!(page.choose_value("acute").await? == acute);
        page.expect_count(acute).await?;
        page.expect_fragment("#/causes?course=acute").await?;
        page.back().await?;
        page.expect_all().await?;
        page.forward().await?;
        page.expect_count(acute).await
    })
    .await
}

async fn an_entry_is_opened_and_read(engine: Engine) -> Result<()> {
    let hiccup = known::name("phys-hiccup");
    visit_in(engine, &engine.named("entry"), "#/causes?q=hiccup", async |page| {
        page.press("link", hiccup).await?;
        page.find("article", hiccup).await?;
        page.expect_fragment("#/causes/phys-hiccup?q=hiccup").await?;
        page.expect_accessible().await?;
        page.keep_picture(&engine.named("entry")).await?;
        page.back().await?;
        page.expect_fragment("#/causes?q=hiccup").await?;
        ensure!(!page.has("article", hiccup).await?, "the entry is closed again");
        Ok(())
    })
    .await
}

async fn two_causes_are_compared(engine: Engine) -> Result<()> {
    visit_in(engine, &engine.named("compare"), "#/causes?q=ceft", async |page| {
        page.press("button", &wording::compare(known::name("drug-ceftazidime"))).await?;
        page.press("button", &wording::compare(known::name("drug-ceftriaxone"))).await?;
        page.press("link", wording::COMPARE_SIDE_BY_SIDE).await?;
        page.find("table", wording::COMPARE).await?;
        page.expect_text(wording::DIFFERS).await?;
        page.expect_fragment("#/compare?causes=drug-ceftazidime,drug-ceftriaxone").await?;
        page.keep_picture(&engine.named("compare")).await.map(|_| ())
    })
    .await
}

async fn an_address_brings_the_view_back(engine: Engine) -> Result<()> {
    let mut left = (String::new(), Vec::new());
    visit_in(engine, &engine.named("leave"), "#/causes", async |page| {
        page.search("kidney").await?;
        page.choose_value("acute").await?;
        page.choose(wording::ORDER, wording::BY_NAME).await?;
        page.expect_fragment("#/causes?q=kidney&course=acute&sort=name").await?;
        left = view(page).await?;
        page.reload().await?;
        ensure!(view(page).await? == left, "a reload shows the same");
        Ok(())
    })
    .await?;
    visit_in(engine, &engine.named("return"), &left.0, async |page| {
        let back = view(page).await?;
        ensure!(back == left, "{back:?} is shown, {left:?} was left");
        Ok(())
    })
    .await
}

/// The address and the list; checks the text in the search box.
async fn view(page: &Page) -> Result<(String, Vec<String>)> {
    ensure!(page.searched().await? == "kidney");
    Ok((page.fragment().await?, page.listed().await?))
}

async fn the_keyboard_alone_is_enough(engine: Engine) -> Result<()> {
    visit_in(engine, &engine.named("keys"), "#/causes", async |page| {
        page.type_keys("/").await?;
        page.expect_focus_on_id(landmark::SEARCH_ID).await?;
        page.type_keys("cruetz").await?;
        page.expect_fragment("#/causes?q=cruetz").await?;
        page.expect_counted(known::causes()).await?;
        let listed = page.listed().await?;
        let [first, second, ..] = &listed[..] else { bail!("only {listed:?} are found") };
        page.key(Key::Down).await?;
        page.expect_focus_on(first).await?;
        page.key(Key::Down).await?;
        page.expect_focus_on(second).await?;
        page.key(Key::Up).await?;
        page.expect_focus_on(first).await?;
        page.key(Key::Enter).await?;
        page.expect_focus_on_id(landmark::ENTRY_HEADING_ID).await?;
        page.key(Key::Escape).await?;
        page.expect_fragment("#/causes?q=cruetz").await?;
        page.expect_focus_on(first).await?;
        page.key(Key::Escape).await?;
        page.expect_focus_on_id(landmark::SEARCH_ID).await?;
        page.key(Key::Escape).await?;
        page.expect_all().await
    })
    .await
}

async fn a_patient_is_matched(engine: Engine) -> Result<()> {
    let mut left = String::new();
    visit_in(engine, &engine.named("match"), MATCH, async |page| {
        to_the_box(page).await?;
        for typed in RESIDENT {
            add(page, typed).await?;
        }
        expect_among(page, "by-score", "drug-cefepime", 2).await?;
        page.wait_for("the age is in the address", "return location.hash.includes('age=P72Y')")
            .await?;
        page.expect_accessible().await?;
        page.keep_picture(&engine.named("match")).await?;
        left = page.fragment().await?;
        Ok(())
    })
    .await?;
    visit_in(engine, &engine.named("match-link"), &left, async |page| {
        expect_among(page, "by-score", "drug-cefepime", 2).await?;
        page.press("button", "Forget everything").await?;
        page.expect_fragment(MATCH).await
    })
    .await
}
