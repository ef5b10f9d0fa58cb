//! What is read in entries, and the code that shows it, come after the program: what works before,
//! what a reader sees meanwhile, and what happens if one of them is lost or damaged.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, ensure};
use browser_tests::wording::{ON_THEIR_WAY, TRY_AGAIN};
use browser_tests::{Fault, Page, Server, Setting, in_browser, known, visit, wording};

use super::SOON;

/// The browser gets the file only once a test lets it.
const HELD: &str = "{
    const real = globalThis.fetch;
    const let_go = new Promise((resolve) => { globalThis.letGo = resolve; });
    globalThis.fetch = async (address, options) => {
        if (/reading-[0-9a-f]{16}\\.bin/.test(String(address?.url ?? address))) await let_go;
        return real(address, options);
    };
}";

/// What is said of texts that stand still.
const SHOWN_WHEN_THEY_COME: &str = "The texts and their sources are shown as soon as they come.";

/// What the names of the files that come after the program begin with: texts, and code.
const LATER: [&str; 2] = ["/reading-", "/deferred-"];

/// A host with a fault in the files whose names begin like this, for as long as the flag is up.
async fn host_with(file: &'static str, fault: Fault) -> Result<(Server, Arc<AtomicBool>)> {
    let lasts = Arc::new(AtomicBool::new(true));
    let flag = lasts.clone();
    let server = Server::with_faults(Server::published()?, move |path, _| {
        (path.contains(file) && flag.load(Ordering::Relaxed)).then_some(fault)
    })
    .await?;
    Ok((server, lasts))
}

/// Lets what is read come.
async fn let_go(page: &Page) -> Result<()> {
    page.run("letGo()", vec![]).await.map(drop)
}

/// A text of an entry that no list shows.
fn text_of(id: &str) -> &'static str {
    known::cause(id)["plain"]["text"].as_str().expect("the entry opens with plain words")
}

#[tokio::test]
async fn an_entry_shows_its_head_at_once_and_its_texts_when_they_come() -> Result<()> {
    visit("reading-head", "#/causes/drug-cefepime", Setting::Changed(HELD), async |page| {
        page.find("heading", known::name("drug-cefepime")).await?;
        page.expect_text(ON_THEIR_WAY).await?;
        page.expect_text(wording::EMERGENCY).await?;
        let text = page.text().await?;
        ensure!(
            !text.contains(", which does not mean no"),
            "what has not come is not called missing"
        );
        ensure!(!text.contains(text_of("drug-cefepime")), "the texts are held back");
        page.expect_accessible().await?;
        page.keep_picture("reading-awaited").await?;
        let_go(page).await?;
        page.expect_text(text_of("drug-cefepime")).await?;
        page.find("heading", "Sources").await?;
        ensure!(!page.text().await?.contains(ON_THEIR_WAY), "the note has gone");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_focus_stays_on_the_heading_when_the_texts_come() -> Result<()> {
    let name = known::name("drug-cefepime");
    visit("reading-focus", "#/causes?q=cefepime", Setting::Changed(HELD), async |page| {
        page.press("link", name).await?;
        page.expect_focus_on(name).await?;
        let_go(page).await?;
        page.expect_text(text_of("drug-cefepime")).await?;
        page.expect_focus_on(name).await
    })
    .await
}

#[tokio::test]
async fn the_search_answers_before_the_texts_and_keeps_its_order_when_they_come() -> Result<()> {
    visit("reading-search", "#/causes", Setting::Changed(HELD), async |page| {
        page.search("cefepim").await?;
        page.expect_first(known::name("drug-cefepime")).await?;
        // A finding.
        page.search_at_once("ataxia").await?;
        page.expect_counted(known::causes()).await?;
        let before = page.listed().await?;
        let_go(page).await?;
        let here = "const save = document.querySelector('details.save');
            return !save.hidden && save.querySelector('button') !== null";
        page.wait_for("the texts are here", here).await?;
        ensure!(page.listed().await? == before, "the rows stay as they were");
        // A whole sentence of a text is found once the texts have come.
        let said: String =
            text_of("drug-cefepime").split_whitespace().take(8).collect::<Vec<_>>().join(" ");
        page.search_at_once(&said).await?;
        page.expect_first(known::name("drug-cefepime")).await
    })
    .await
}

#[tokio::test]
async fn what_only_a_text_says_is_found_as_soon_as_the_texts_come() -> Result<()> {
    visit("reading-none", "#/causes", Setting::Changed(HELD), async |page| {
        page.search("cyproheptadine").await?;
        page.expect_text("Nothing found").await?;
        let_go(page).await?;
        page.wait_for("rows come", "return document.querySelector(ROW) !== null").await
    })
    .await
}

/// How many causes are found, on the list and on the start.
const FOUND: &str = "const [, list, start] = document.querySelector('main').innerText
    .match(/^(\\d+) of \\d+ entries$|All (\\d+) in Causes/m) ?? [];
    const found = Number(list ?? start ?? 0);";

#[tokio::test]
async fn a_view_that_no_one_has_touched_is_searched_again_when_the_texts_come() -> Result<()> {
    for (name, address) in [("again", "#/causes?q=kidney"), ("again-home", "#/?q=kidney")] {
        visit(name, address, Setting::Changed(HELD), async |page| {
            page.wait_for("some are found", &format!("{FOUND} return found > 0")).await?;
            let first = page.run(&format!("{FOUND} return found"), vec![]).await?;
            let_go(page).await?;
            let more = format!("{FOUND} return found > {first}");
            page.wait_for(&format!("more than {first} are found"), &more).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_address_that_names_a_source_is_understood_when_the_sources_come() -> Result<()> {
    let address = "#/causes?source=statpearls_myoclonus";
    visit("reading-source", address, Setting::Changed(HELD), async |page| {
        page.find("heading", wording::CAUSES.1).await?;
        page.expect_text(ON_THEIR_WAY).await?;
        let note = page.text().await?;
        ensure!(!note.contains(wording::UNKNOWN_PARTS), "nothing is reported too early");
        ensure!(!note.contains(" entries"), "no list is shown that is not narrowed");
        let_go(page).await?;
        let title = known::text(known::source("statpearls_myoclonus"), "title");
        page.expect_text(title).await?;
        page.expect_fragment(address).await?;
        ensure!(!page.text().await?.contains(wording::UNKNOWN_PARTS), "it is understood");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_old_number_of_a_finding_is_understood_when_the_old_numbers_come() -> Result<()> {
    // The number that seizures once had.
    visit("reading-old-number", "#/match?has=1275", Setting::Changed(HELD), async |page| {
        page.expect_text(ON_THEIR_WAY).await?;
        ensure!(!page.text().await?.contains(wording::UNKNOWN_PARTS), "not reported too early");
        let_go(page).await?;
        page.expect_text("Seizure").await?;
        page.expect_fragment("#/match?has=1250").await?;
        ensure!(!page.text().await?.contains(wording::UNKNOWN_PARTS), "it is understood");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_list_of_one_kind_of_source_waits_for_the_sources() -> Result<()> {
    let address = "#/causes?source=kind:secondary-web";
    visit("reading-kind", address, Setting::Changed(HELD), async |page| {
        page.find("heading", wording::CAUSES.1).await?;
        page.expect_text(ON_THEIR_WAY).await?;
        ensure!(!page.text().await?.contains("0 of "), "no list is called empty too early");
        let_go(page).await?;
        page.expect_text(" entries").await?;
        page.expect_fragment(address).await
    })
    .await
}

#[tokio::test]
async fn lost_texts_are_reported_and_come_at_a_press() -> Result<()> {
    for (picture, file) in ["reading-lost", "deferred-lost"].into_iter().zip(LATER) {
        let (server, is_lost) = host_with(file, Fault::Forbidden).await?;
        let seen = AtomicBool::new(false);
        let address = server.address("#/causes/drug-cefepime");
        let shown = in_browser(picture, &address, Setting::Wide, async |page| {
            page.find("heading", known::name("drug-cefepime")).await?;
            page.expect_text("The network or the host does not let it through").await?;
            page.expect_accessible().await?;
            page.keep_picture(picture).await?;
            is_lost.store(false, Ordering::Relaxed);
            page.press("button", TRY_AGAIN).await?;
            page.expect_text(text_of("drug-cefepime")).await?;
            ensure!(!page.has("button", TRY_AGAIN).await?, "the note has gone");
            seen.store(true, Ordering::Relaxed);
            Ok(())
        });
        let complaint = format!("{:#}", shown.await.err().context("the console names the file")?);
        ensure!(seen.load(Ordering::Relaxed), "the texts come: {complaint}");
        ensure!(complaint.contains(file), "{complaint}");
    }
    Ok(())
}

#[tokio::test]
async fn texts_that_stand_still_say_so_and_come_at_a_press() -> Result<()> {
    let name = known::name("drug-cefepime");
    for (picture, file, fault) in [
        ("reading-stalled", LATER[0], Fault::Stall),
        ("reading-silent", LATER[0], Fault::Silence),
        ("deferred-stalled", LATER[1], Fault::Stall),
    ] {
        let (server, stands) = host_with(file, fault).await?;
        let address = server.address("#/causes/drug-cefepime");
        in_browser(picture, &address, Setting::Changed(SOON), async |page| {
            page.find("heading", name).await?;
            page.expect_text(SHOWN_WHEN_THEY_COME).await?;
            page.expect_accessible().await?;
            page.keep_picture(picture).await?;
            stands.store(false, Ordering::Relaxed);
            page.press("button", TRY_AGAIN).await?;
            page.expect_text(text_of("drug-cefepime")).await?;
            page.expect_focus_on(name).await?;
            ensure!(!page.has("button", TRY_AGAIN).await?, "the note has gone");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn texts_that_stood_still_come_by_themselves() -> Result<()> {
    let held: &'static str = format!("{SOON}\n{HELD}").leak();
    visit("reading-late", "#/causes/drug-cefepime", Setting::Changed(held), async |page| {
        page.expect_text(SHOWN_WHEN_THEY_COME).await?;
        // What is asked for again stands still as well, and says so again.
        page.press("button", TRY_AGAIN).await?;
        page.expect_text(SHOWN_WHEN_THEY_COME).await?;
        let_go(page).await?;
        page.expect_text(text_of("drug-cefepime")).await?;
        ensure!(!page.has("button", TRY_AGAIN).await?, "the note has gone");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_earlier_request_that_fails_does_not_hide_a_later_one() -> Result<()> {
    // Two requests break off when the test says so; the third is answered when it says so.
    let first_fails = "{
        const real = globalThis.fetch;
        Object.assign(globalThis, { times: 0, letGo: null });
        globalThis.fetch = (address, options) => {
            if (!/reading-[0-9a-f]{16}\\.bin/.test(String(address?.url ?? address))) {
                return real(address, options);
            }
            globalThis.times += 1;
            if (times > 2) return new Promise((resolve) => {
                globalThis.letGo = () => resolve(real(address, options));
            });
            return new Promise((_, reject) => {
                globalThis.breakOff = () => reject(new TypeError('Failed to fetch'));
            });
        };
    }";
    let script: &'static str = format!("{SOON}\n{first_fails}").leak();
    visit("reading-first-fails", "#/causes/drug-cefepime", Setting::Changed(script), async |page| {
        page.expect_text(SHOWN_WHEN_THEY_COME).await?;
        // The start tries once more by itself.
        page.run("breakOff()", vec![]).await?;
        page.wait_for("it is asked for again", "return globalThis.times === 2").await?;
        page.press("button", TRY_AGAIN).await?;
        page.wait_for("a press asks for it", "return !!globalThis.letGo").await?;
        page.run("breakOff()", vec![]).await?;
        page.expect_text(SHOWN_WHEN_THEY_COME).await?;
        ensure!(!page.text().await?.contains("have not come"), "it is still on its way");
        let_go(page).await?;
        page.expect_text(text_of("drug-cefepime")).await
    })
    .await
}

#[tokio::test]
async fn damaged_texts_are_not_shown_and_come_at_a_press() -> Result<()> {
    for (name, file) in ["reading-damaged", "deferred-damaged"].into_iter().zip(LATER) {
        let (server, is_hidden) = host_with(file, Fault::LogIn).await?;
        let address = server.address("#/causes/drug-cefepime");
        let said = match file {
            "/reading-" => "came incomplete or changed",
            _ => "answered with something else than the explorer",
        };
        in_browser(name, &address, Setting::Wide, async |page| {
            page.expect_text(said).await?;
            // What needs no texts works all the same.
            page.go_to("#/causes").await?;
            page.search("hicccup").await?;
            page.expect_first(known::name("phys-hiccup")).await?;
            page.go_to("#/sources").await?;
            is_hidden.store(false, Ordering::Relaxed);
            page.press("button", TRY_AGAIN).await?;
            let drawn = "return !document.querySelector('main .note')";
            page.wait_for("the page is drawn", drawn).await?;
            page.go_to("#/causes/drug-cefepime").await?;
            page.expect_text(text_of("drug-cefepime")).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_the_means_to_check_a_damaged_file_is_still_refused() -> Result<()> {
    // On plain http a browser calculates no hashes; the program knows its texts by themselves, and
    // code begins with a sign of its own.
    let off = "Object.defineProperty(crypto, 'subtle', { value: undefined });";
    let said = ["They came damaged", "answered with something else than the explorer"];
    for (file, said) in LATER.into_iter().zip(said) {
        let (server, _) = host_with(file, Fault::LogIn).await?;
        let address = server.address("#/causes/drug-cefepime");
        in_browser("reading-unchecked", &address, Setting::Changed(off), async |page| {
            page.expect_text(said).await?;
            page.find("button", TRY_AGAIN).await.map(drop)
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn pages_that_are_read_wait_with_their_heading() -> Result<()> {
    visit("reading-pages", "#/sources", Setting::Changed(HELD), async |page| {
        page.find("heading", wording::SOURCES.1).await?;
        page.expect_text(ON_THEIR_WAY).await?;
        page.go_to("#/treatments").await?;
        page.expect_text(ON_THEIR_WAY).await?;
        page.go_to("#/genes").await?;
        page.expect_text(ON_THEIR_WAY).await?;
        page.go_to("#/compare?causes=drug-cefepime,phys-hiccup").await?;
        page.expect_text(ON_THEIR_WAY).await?;
        let_go(page).await?;
        page.find("table", wording::COMPARE).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn an_embedded_entry_waits_for_its_texts_too() -> Result<()> {
    let address = "#/causes/drug-cefepime?embed";
    visit("reading-embedded", address, Setting::Changed(HELD), async |page| {
        page.find("heading", known::name("drug-cefepime")).await?;
        page.expect_text(ON_THEIR_WAY).await?;
        let_go(page).await?;
        page.expect_text(text_of("drug-cefepime")).await
    })
    .await
}
