//! A walk at random: whatever is pressed, typed or changed from outside, address and page agree,
//! the numbers are true, the focus is never lost, and the console is silent.
//!
//! `cargo xtask walk --seed --steps` walks for longer than the tests do.

use anyhow::{Context, Result, bail};
use browser_tests::{Key, Page, Setting, visit, wait};
use serde_json::{Value, json};

/// How many steps a walk has, and where its random numbers begin.
const STEPS: (&str, u64) = ("WALK_STEPS", 150);
const SEED: (&str, u64) = ("WALK_SEED", 2);

/// After so many steps the page is loaded again, and must show the same.
const BETWEEN_LOADS: u64 = 40;

/// What is typed.
const WORDS: &[&str] = &[
    "",
    "",
    "hiccup",
    "startle",
    "zzzz",
    "opioid",
    "lafora",
    "jerks after cardiac arrest",
    "kuru",
    "Gaucher type II",
    "metformin 500 mg",
    "CIC",
    "%",
    "<b>",
    "no seizures",
];

/// What is typed into the fields of Match.
const FINDINGS: &[&str] = &[
    "",
    "confused",
    "kidney failure",
    "cefepime",
    "no fever",
    "? ataxia",
    "multifocal",
    "72",
    "onset 10",
    "6 months",
    "HP:0001250",
    "zzzz",
    "<b>",
    "Cefepime 2 g TDS IV\nno seizures\nHP:1289\nkuru\n- fever\nmother: tremor",
];

fn number((name, otherwise): (&str, u64)) -> u64 {
    std::env::var(name).ok().and_then(|it| it.parse().ok()).unwrap_or(otherwise)
}

#[tokio::test]
async fn a_walk_at_random_never_breaks_the_page() -> Result<()> {
    let (steps, seed) = (number(STEPS), number(SEED));
    // Paper is not for a browser without a screen.
    let setting = Setting::Changed("window.print = () => {};");
    visit("walk", "#/causes", setting, async |page| {
        let mut trail = Vec::new();
        for step in 0..steps {
            let walked = walk(page, seed.wrapping_mul(1_000_003) + step, &mut trail).await;
            let last = trail.iter().rev().take(8).rev().cloned().collect::<Vec<_>>();
            walked.with_context(|| format!("step {step} of seed {seed}, after {last:#?}"))?;
            if step % BETWEEN_LOADS == BETWEEN_LOADS - 1 {
                let loaded = same_after_loading(page).await;
                loaded.with_context(|| format!("step {step} of seed {seed}, after {last:#?}"))?;
            }
        }
        Ok(())
    })
    .await
}

/// Takes one step, and checks what must always hold.
async fn walk(page: &Page, random: u64, trail: &mut Vec<String>) -> Result<()> {
    let had_focus = has_focus(page).await?;
    let script = include_str!("../../src/scripts/walk.js");
    let step = page
        .call(script, vec![json!(random % 2_147_483_647), json!(WORDS), json!(FINDINGS)])
        .await?;
    trail.push(format!("{} at {}", step, page.fragment().await?));
    let mut keeps_focus = had_focus;
    if let Some(key) = step["key"].as_str() {
        page.key(named(key)?).await?;
        if key == "Tab" && had_focus && !has_focus(page).await? {
            // From the last element the key leads out of the page, and then back to its beginning.
            page.key(Key::Tab).await?;
        }
    } else if let Some(way) = step["history"].as_str() {
        if way == "back" {
            page.back().await?
        } else {
            page.forward().await?
        }
        // Beyond the first entry of the history is another page.
        if page.run("return location.protocol === 'http:'", vec![]).await? != json!(true) {
            page.forward().await?;
            page.wait_until_started().await?;
        }
        keeps_focus = false;
    } else if let Some([width, height]) = step["size"].as_array().map(Vec::as_slice) {
        page.resize(width.as_u64().unwrap_or(0), height.as_u64().unwrap_or(0)).await?;
        // What a narrow window does not show cannot have the focus.
        keeps_focus = false;
    } else if let Some(did) = step["did"].as_str() {
        // A reader who edits the address has left the page.
        keeps_focus = did.starts_with("press ") || had_focus && !did.starts_with("go to ");
    }
    agree(page, &step["count"]).await?;
    if keeps_focus {
        wait::until("something has the focus", async || has_focus(page).await).await?;
    }
    Ok(())
}

async fn has_focus(page: &Page) -> Result<bool> {
    let script = "return ![null, document.body].includes(document.activeElement)";
    Ok(page.run(script, vec![]).await? == json!(true))
}

fn named(key: &str) -> Result<Key> {
    Ok(match key {
        "Tab" => Key::Tab,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Down" => Key::Down,
        "Up" => Key::Up,
        "Home" => Key::Home,
        "End" => Key::End,
        "Space" => Key::Space,
        _ => bail!("no key {key}"),
    })
}

/// Waits until the page agrees with its address, or fails with what does not.
async fn agree(page: &Page, count: &Value) -> Result<()> {
    let mut faults = Value::Null;
    let agreed = wait::until("the page agrees with its address", async || {
        let agrees = include_str!("../../src/scripts/agrees.js");
        faults = page.call(agrees, vec![count.clone()]).await?;
        if faults == json!([]) {
            let matches = include_str!("../../src/scripts/agrees_match.js");
            faults = page.call(matches, vec![]).await?;
        }
        Ok(faults == json!([]))
    })
    .await;
    agreed.with_context(|| format!("{faults:#}"))
}

/// What the page shows of its address: the heading, the count, the first rows, the entry.
async fn shown(page: &Page) -> Result<Value> {
    let shown = "
        const main = document.querySelector('main');
        const bare = (it) => it?.textContent.replace(/\\s+/g, '') ?? '';
        const count = main.innerText.match(/\\b(?:All \\d+|\\d+ of \\d+) entries/)?.[0];
        const rows = [...main.querySelectorAll('a[id^=row-]')].map((it) => it.id);
        const sections = [...main.querySelectorAll('article h2')].map(bare);
        const heading = bare(document.querySelector('h1'));
        const known = [...main.querySelectorAll('.finding')].map(bare);
        const lanes = [...main.querySelectorAll('.lane')].map((lane) =>
            [...lane.querySelectorAll('.fit h4')].slice(0, 10).map(bare));
        const start = rows.slice(0, 20);
        return { heading, title: document.title, count, rows: start, sections, known, lanes };";
    page.run(shown, vec![]).await
}

async fn same_after_loading(page: &Page) -> Result<()> {
    // While a reader types, a list shows fewer rows; in Match the last rows follow the first.
    wait::until("the list is whole", async || {
        let waits = "[aria-busy=true], .lane li[aria-hidden]";
        let is_whole = format!("return !document.querySelector('{waits}')");
        Ok(page.run(&is_whole, vec![]).await? == json!(true))
    })
    .await?;
    let before = shown(page).await?;
    page.reload().await?;
    agree(page, &Value::Null).await?;
    let mut after = Value::Null;
    let same = wait::until("the same is shown after loading", async || {
        after = shown(page).await?;
        // On a narrow screen unfolded filters cover the list. Loaded again, they are folded.
        if before["count"].is_null() {
            after["count"] = Value::Null;
        }
        Ok(before == after)
    })
    .await;
    same.with_context(|| format!("loaded again, it shows {after:#} instead of {before:#}"))
}
