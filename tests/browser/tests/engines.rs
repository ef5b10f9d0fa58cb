//! The main walk in every engine: what a reader does most works in all of them.

use anyhow::{Context, Result, ensure};
use browser_tests::{Engine, Key, Page, in_each_engine, visit_in};
use serde_json::json;

in_each_engine! {
    typing_finds_what_is_meant: chromium_typing_finds_what_is_meant,
        firefox_typing_finds_what_is_meant, webkit_typing_finds_what_is_meant;
    a_facet_narrows_and_back_undoes_it: chromium_a_facet_narrows_and_back_undoes_it,
        firefox_a_facet_narrows_and_back_undoes_it, webkit_a_facet_narrows_and_back_undoes_it;
    an_entry_is_opened_and_read: chromium_an_entry_is_opened_and_read,
        firefox_an_entry_is_opened_and_read, webkit_an_entry_is_opened_and_read;
    two_causes_are_compared: chromium_two_causes_are_compared,
        firefox_two_causes_are_compared, webkit_two_causes_are_compared;
    an_address_brings_the_view_back: chromium_an_address_brings_the_view_back,
        firefox_an_address_brings_the_view_back, webkit_an_address_brings_the_view_back;
    the_keyboard_alone_is_enough: chromium_the_keyboard_alone_is_enough,
        firefox_the_keyboard_alone_is_enough, webkit_the_keyboard_alone_is_enough;
    what_a_browser_complains_of_fails_a_test: chromium_what_a_browser_complains_of_fails_a_test,
        firefox_what_a_browser_complains_of_fails_a_test,
        webkit_what_a_browser_complains_of_fails_a_test;
}

async fn typing_finds_what_is_meant(engine: Engine) -> Result<()> {
    visit_in(engine, &engine.named("typing"), "", async |page| {
        page.keep_picture(&engine.named("start")).await?;
        page.search("cruetzfeldt").await?;
        page.expect_first("Creutzfeldt-Jakob disease, inherited").await?;
        page.expect_fragment("#/causes?q=cruetzfeldt").await?;
        page.expect_accessible().await
    })
    .await
}

async fn a_facet_narrows_and_back_undoes_it(engine: Engine) -> Result<()> {
    visit_in(engine, &engine.named("facet"), "", async |page| {
        page.press("checkbox", "acute 67").await?;
        page.expect_text("67 of 780 entries").await?;
        page.expect_fragment("#/causes?course=acute").await?;
        page.back().await?;
        page.expect_text("All 780 entries").await?;
        page.forward().await?;
        page.expect_text("67 of 780 entries").await
    })
    .await
}

async fn an_entry_is_opened_and_read(engine: Engine) -> Result<()> {
    visit_in(engine, &engine.named("entry"), "#/causes?q=hiccup", async |page| {
        page.press("link", "Hiccup").await?;
        page.find("article", "Hiccup").await?;
        page.expect_fragment("#/causes/phys-hiccup?q=hiccup").await?;
        page.expect_accessible().await?;
        page.keep_picture(&engine.named("entry")).await?;
        page.back().await?;
        page.expect_fragment("#/causes?q=hiccup").await?;
        ensure!(!page.has("article", "Hiccup").await?, "the entry is closed again");
        Ok(())
    })
    .await
}

async fn two_causes_are_compared(engine: Engine) -> Result<()> {
    visit_in(engine, &engine.named("compare"), "#/causes?q=ceft", async |page| {
        page.press("button", "Compare Ceftazidime").await?;
        page.press("button", "Compare Ceftriaxone").await?;
        page.press("link", "Compare side by side").await?;
        page.find("table", "Compare").await?;
        page.expect_text("What differs").await?;
        page.expect_fragment("#/compare?causes=drug-ceftazidime,drug-ceftriaxone").await?;
        page.keep_picture(&engine.named("compare")).await.map(|_| ())
    })
    .await
}

async fn an_address_brings_the_view_back(engine: Engine) -> Result<()> {
    let mut left = (String::new(), Vec::new());
    visit_in(engine, &engine.named("leave"), "", async |page| {
        page.search("kidney").await?;
        page.press_beginning("checkbox", "acute ").await?;
        page.choose("Order", "by name").await?;
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

/// The address, what is typed and what is listed.
async fn view(page: &Page) -> Result<(String, Vec<String>)> {
    let typed = "return document.querySelector('input[type=search]').value";
    ensure!(page.run(typed, vec![]).await? == json!("kidney"));
    Ok((page.fragment().await?, page.listed().await?))
}

async fn the_keyboard_alone_is_enough(engine: Engine) -> Result<()> {
    visit_in(engine, &engine.named("keys"), "", async |page| {
        page.type_keys("/").await?;
        page.expect_focus_on_id("search").await?;
        page.type_keys("cruetz").await?;
        page.expect_first("Creutzfeldt-Jakob disease, acquired and variant").await?;
        page.key(Key::Down).await?;
        page.expect_focus_on("Creutzfeldt-Jakob disease, acquired and variant").await?;
        page.key(Key::Down).await?;
        page.expect_focus_on("Creutzfeldt-Jakob disease, inherited").await?;
        page.key(Key::Up).await?;
        page.expect_focus_on("Creutzfeldt-Jakob disease, acquired and variant").await?;
        page.key(Key::Enter).await?;
        page.expect_focus_on_id("entry-heading").await?;
        page.key(Key::Escape).await?;
        page.expect_fragment("#/causes?q=cruetz").await?;
        page.expect_focus_on("Creutzfeldt-Jakob disease, acquired and variant").await?;
        page.key(Key::Escape).await?;
        page.expect_focus_on_id("search").await?;
        page.key(Key::Escape).await?;
        page.expect_text("All 780 entries").await
    })
    .await
}

async fn what_a_browser_complains_of_fails_a_test(engine: Engine) -> Result<()> {
    let name = engine.named("complaints");
    let tested = visit_in(engine, &name, "", async |page| {
        page.run("console.error('before the reload')", vec![]).await?;
        page.reload().await?;
        let inline = "document.querySelector('main').setAttribute('style', 'color: red'); \
                      const script = document.createElement('script'); \
                      script.src = 'missing.js'; document.head.append(script);";
        page.run(inline, vec![]).await?;
        // The answer that there is no such file takes a moment.
        let answered = "const [done] = arguments; setTimeout(done, 500)";
        page.run_async(answered, vec![]).await.map(|_| ())
    });
    let error = tested.await.err().context("the complaints fail the test")?;
    let told = format!("{error:#}");
    for complaint in ["before the reload", "policy: style-src", "missing.js"] {
        ensure!(told.contains(complaint), "{complaint:?} is missing in: {told}");
    }
    Ok(())
}
