//! Tests of the tests: any complaint of a browser fails a test.

use anyhow::{Context, Result, ensure};
use browser_tests::{Engine, Setting, in_each_engine, visit, visit_in};

#[tokio::test]
async fn a_policy_violation_fails_a_test() -> Result<()> {
    let tested = visit("violation", "", Setting::Wide, async |page| {
        page.run("document.querySelector('main').setAttribute('style', 'color: red')", vec![])
            .await
            .map(drop)
    });
    let error = tested.await.err().context("the violation fails the test")?;
    ensure!(format!("{error:#}").contains("policy: style-src-attr"), "{error:#}");
    Ok(())
}

#[tokio::test]
async fn an_error_in_the_console_fails_a_test() -> Result<()> {
    let tested = visit("console", "", Setting::Wide, async |page| {
        page.run("console.error('a test of the tests')", vec![]).await.map(drop)
    });
    let error = tested.await.err().context("the error fails the test")?;
    ensure!(format!("{error:#}").contains("a test of the tests"), "{error:#}");
    Ok(())
}

in_each_engine! { a_complaint_fails_a_test }

async fn a_complaint_fails_a_test(engine: Engine) -> Result<()> {
    let name = engine.named("complaints");
    let tested = visit_in(engine, &name, "", async |page| {
        page.run("console.error('before the reload')", vec![]).await?;
        page.reload().await?;
        let inline = "document.querySelector('main').setAttribute('style', 'color: red')";
        page.run(inline, vec![]).await?;
        let missing = "() => new Promise((answered) => {
            const script = document.createElement('script');
            script.src = 'missing.js';
            script.onerror = () => answered();
            document.head.append(script);
        })";
        page.call(missing, vec![]).await.map(drop)
    });
    let error = tested.await.err().context("the complaints fail the test")?;
    let complaints = format!("{error:#}");
    for complaint in ["before the reload", "policy: style-src", "missing.js"] {
        ensure!(complaints.contains(complaint), "{complaint:?} is missing in: {complaints}");
    }
    Ok(())
}
