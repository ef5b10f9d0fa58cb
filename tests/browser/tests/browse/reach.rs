//! Every cause can be reached, by each of the ways there are.

use anyhow::{Result, ensure};
use browser_tests::{Setting, visit};
use serde_json::json;

/// Every row with its slug and name, as the list shows them.
const ROWS: &str = "return [...document.querySelectorAll('ul.cause-list a')]\
                    .map(link => [link.id.replace('row-', ''), link.textContent])";

#[tokio::test]
async fn every_cause_is_reached_by_its_address() -> Result<()> {
    visit("reach-address", "", Setting::Wide, async |page| {
        let rows = page.run(ROWS, vec![]).await?;
        let open_each = "
            const [rows, done] = arguments;
            // Chromium refuses more than 200 navigations in ten seconds, and each is two: the explorer
            // marks the address that was followed as its own.
            const drawn = () => new Promise(resolve => setTimeout(resolve, 110));
            const wrong = [];
            for (const [slug, name] of rows) {
                location.hash = `#/causes/${slug}`;
                await drawn();
                const shown = document.querySelector('article h1')?.textContent;
                const references = document.querySelectorAll('article ol li').length;
                if (shown !== name || references === 0) wrong.push([slug, shown, references]);
            }
            done(wrong);";
        let open_each =
            format!("(async () => {{ {} }})()", open_each.replace("arguments", "given"));
        let script = format!("const given = arguments; {open_each}");
        let wrong = page.run_async(&script, vec![rows.clone()]).await?;
        ensure!(wrong == json!([]), "not shown by their addresses: {wrong}");
        ensure!(rows.as_array().map(Vec::len) == Some(780));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_cause_is_reached_by_searching_for_its_name() -> Result<()> {
    visit("reach-search", "", Setting::Wide, async |page| {
        let rows = page.run(ROWS, vec![]).await?;
        let search_each = "
            const given = arguments;
            (async () => {
                const [rows, done] = given;
                const input = document.querySelector('input[type=search]');
                const drawn = () => new Promise(resolve => requestAnimationFrame(resolve));
                const wrong = [];
                for (const [slug, name] of rows) {
                    input.value = name;
                    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
                    await drawn();
                    const first = document.querySelector('li.cause-row:not([hidden]) a');
                    if (first?.textContent !== name) wrong.push([name, first?.textContent]);
                }
                done(wrong);
            })()";
        let wrong = page.run_async(search_each, vec![rows]).await?;
        ensure!(wrong == json!([]), "not first when searched by their whole names: {wrong}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_cause_is_reached_by_scrolling() -> Result<()> {
    visit("reach-scroll", "", Setting::Narrow, async |page| {
        let scroll = "
            const given = arguments;
            (async () => {
                const [done] = given;
                const drawn = () => new Promise(resolve => requestAnimationFrame(resolve));
                const seen = new Set();
                for (;;) {
                    await drawn();
                    const at = scrollY;
                    for (const link of document.querySelectorAll('ul.cause-list a')) {
                        const box = link.getBoundingClientRect();
                        if (box.height > 0 && box.top < innerHeight && box.bottom > 0) seen.add(link.id);
                    }
                    scrollBy(0, innerHeight / 2);
                    await drawn();
                    if (scrollY === at) return done(seen.size);
                }
            })()";
        let seen = page.run_async(scroll, vec![]).await?;
        ensure!(seen == json!(780), "{seen} causes came into view");
        Ok(())
    })
    .await
}
