//! Starting without script, a program that breaks, and whether these tests would notice a complaint.

use anyhow::{Context, Result, ensure};
use browser_tests::{Server, Setting, in_browser, visit};

#[tokio::test]
async fn a_panic_is_told_once_with_two_ways_on() -> Result<()> {
    visit("panic", "#/causes/phys-hiccup", Setting::Wide, async |page| {
        let panic = "dispatchEvent(new ErrorEvent('error', \
                     { error: new WebAssembly.RuntimeError('unreachable') }))";
        page.run(panic, vec![]).await?;
        page.run(panic, vec![]).await?;
        page.expect_text("The explorer has stopped because of an error in it.").await?;
        page.find("button", "Load the page again").await?;
        page.press("button", "Start afresh").await?;
        page.wait_until_started().await?;
        page.expect_text("All 780 entries").await?;
        ensure!(page.fragment().await? == "#/causes", "the view is let go");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_script_the_page_leads_to_what_can_be_read() -> Result<()> {
    let server = Server::start(Server::published()?).await?;
    in_browser("no-script", &server.address(""), Setting::WithoutScript, async |page| {
        page.expect_text("it is a sign, not a disease").await?;
        page.expect_text("Searching, filtering and comparing need JavaScript").await?;
        page.follow("Causes").await?;
        page.expect_text("The order says nothing about how likely a cause is.").await?;
        page.follow("Cefepime").await?;
        page.expect_text("Emergency: hours matter").await
    })
    .await
}

#[tokio::test]
async fn a_policy_violation_fails_a_test() -> Result<()> {
    let tested = visit("violation", "", Setting::Wide, async |page| {
        page.run("document.querySelector('main').setAttribute('style', 'color: red')", vec![])
            .await?;
        Ok(())
    });
    let error = tested.await.err().context("the violation fails the test")?;
    ensure!(format!("{error:#}").contains("policy: style-src-attr"), "{error:#}");
    Ok(())
}

#[tokio::test]
async fn an_error_in_the_console_fails_a_test() -> Result<()> {
    let tested = visit("console", "", Setting::Wide, async |page| {
        page.run("console.error('a test of the tests')", vec![]).await?;
        Ok(())
    });
    let error = tested.await.err().context("the error fails the test")?;
    ensure!(format!("{error:#}").contains("a test of the tests"), "{error:#}");
    Ok(())
}
