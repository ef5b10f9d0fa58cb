//! The start: what it shows at once, and how few presses lead to an answer.

use anyhow::{Result, ensure};
use browser_tests::wording::{self, HOME};
use browser_tests::{Page, Setting, known, visit};
use serde_json::json;

/// Where elements end, from the top of the window, in pixels.
async fn bottoms(page: &Page, selector: &str) -> Result<Vec<f64>> {
    let bottoms = "return [...document.querySelectorAll(arguments[0])] \
                   .map(it => it.getBoundingClientRect().bottom)";
    Ok(serde_json::from_value(page.run(bottoms, vec![json!(selector)]).await?)?)
}

#[tokio::test]
async fn the_first_screen_of_a_phone_has_the_search_and_a_red_flag() -> Result<()> {
    visit("home-narrow", "#/", Setting::Narrow, async |page| {
        page.find("heading", HOME).await?;
        page.find("searchbox", wording::SEARCH_EVERYTHING).await?;
        let flags = bottoms(page, ".flags a").await?;
        ensure!(flags.first().is_some_and(|first| *first <= 640.0), "{flags:?}");
        page.keep_picture("home-narrow").await?;
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn the_first_screen_of_a_desktop_has_the_red_flags_and_three_ways_in() -> Result<()> {
    visit("home-wide", "#/", Setting::Wide, async |page| {
        page.find("heading", HOME).await?;
        // The window of the tests is not as high as a usual one.
        let (flags, doors) = (bottoms(page, ".flags a").await?, bottoms(page, "a.door").await?);
        println!("flags end at {flags:?}, ways in at {doors:?}");
        ensure!(flags.len() == 4 && flags.iter().all(|end| *end <= 900.0), "{flags:?}");
        ensure!(doors.len() == 6 && doors[..3].iter().all(|end| *end <= 900.0), "{doors:?}");
        page.keep_picture("home-wide").await?;
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn the_start_in_the_dark() -> Result<()> {
    visit("home-dark", "#/", Setting::Dark, async |page| {
        page.keep_picture("home-dark").await?;
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn one_search_finds_every_kind_of_entry() -> Result<()> {
    visit("home-search", "#/", Setting::Wide, async |page| {
        page.type_into("searchbox", wording::SEARCH_EVERYTHING, "cefepime").await?;
        page.expect_fragment("#/?q=cefepime").await?;
        page.expect_first(known::name("drug-cefepime")).await?;
        page.press("link", known::name("drug-cefepime")).await?;
        page.find("article", known::name("drug-cefepime")).await?;
        page.back().await?;
        page.expect_fragment("#/?q=cefepime").await?;
        page.go_to("#/?q=piracetam").await?;
        page.expect_text(wording::TREATMENTS.0).await?;
        page.expect_first(known::topic("piracetam")).await
    })
    .await
}

#[tokio::test]
async fn a_question_for_a_difference_leads_to_the_comparison() -> Result<()> {
    visit("home-difference", "#/", Setting::Wide, async |page| {
        let question = "how do I tell cortical from spinal";
        page.type_into("searchbox", wording::SEARCH_EVERYTHING, question).await?;
        let (one, other) = (known::topic("cortical"), known::topic("spinal-segmental"));
        page.press("link", &format!("Compare {one} and {other}")).await?;
        page.find("heading", "Compare").await?;
        page.expect_text("What differs").await?;
        ensure!(page.fragment().await?.starts_with("#/compare?types=cortical,"));
        Ok(())
    })
    .await
}

/// Two presses from the start: an example or a typed word, and a row.
#[tokio::test]
async fn an_example_leads_to_its_answer() -> Result<()> {
    visit("home-examples", "#/", Setting::Wide, async |page| {
        for (example, id) in [("cefepime", "drug-cefepime"), ("EPM2A", "ep-lafora")] {
            page.press("link", example).await?;
            page.expect_first(known::name(id)).await?;
            page.press("link", known::name(id)).await?;
            page.find("article", known::name(id)).await?;
            page.go_to("#/").await?;
            page.find("heading", HOME).await?;
        }
        page.press("link", "baby jerks asleep").await?;
        page.expect_first(known::name("sleep-bnsm")).await
    })
    .await
}

#[tokio::test]
async fn the_map_filters_by_kind_and_counts_what_it_draws() -> Result<()> {
    visit("home-map", "#/", Setting::Wide, async |page| {
        let infections = known::those(|cause| cause["wide_group"] == "infection").len();
        let name = known::text(known::wide_group("infection"), "name");
        let drawn = "const row = [...document.querySelectorAll('.units')].map(it => it.parentNode) \
                     .find(row => row.querySelector('a').textContent === arguments[0]); \
                     return [...row.querySelectorAll('path')].map(path => \
                     path.getAttribute('d').split('M').length - 1).reduce((a, b) => a + b)";
        ensure!(page.run(drawn, vec![json!(name)]).await? == json!(infections), "one mark each");
        page.press("link", name).await?;
        page.expect_fragment("#/causes?group=infection").await?;
        page.expect_count(infections).await
    })
    .await
}

#[tokio::test]
async fn the_start_fits_every_screen() -> Result<()> {
    for (name, setting) in [
        ("home-narrowest", Setting::Narrowest),
        ("home-zoomed", Setting::Zoomed),
        ("home-fits", Setting::Narrow),
    ] {
        visit(name, "#/", setting, async |page| {
            let beyond = page.call(include_str!("../../src/scripts/too_wide.js"), vec![]).await?;
            ensure!(beyond == json!([0, []]), "wider than the screen: {beyond}");
            let header = "return document.querySelector(HEADER).getBoundingClientRect().height";
            let height = page.run(header, vec![]).await?.as_f64().unwrap_or(f64::INFINITY);
            ensure!(height <= 64.0, "the header is {height} high");
            let tops = "return new Set([...document.querySelectorAll( \
                        `${PLACES} > ul > li > a, ${PLACES} summary`)] \
                        .filter(it => it.checkVisibility()) \
                        .map(it => Math.round(it.getBoundingClientRect().top))).size";
            ensure!(page.run(tops, vec![]).await? == json!(1), "the places are in one line");
            page.keep_picture(name).await.map(drop)
        })
        .await?;
    }
    Ok(())
}

/// The rows that are whole on the first screen of a list.
#[tokio::test]
async fn the_first_screen_of_a_list_has_rows() -> Result<()> {
    for (name, setting, least) in
        [("list-first-wide", Setting::Wide, 7), ("list-first-narrow", Setting::Narrow, 3)]
    {
        visit(name, "#/causes", setting, async |page| {
            let whole = "const bar = document.querySelector(PLACES).getBoundingClientRect(); \
                         const end = bar.top > innerHeight / 2 ? bar.top : 900; \
                         return [...document.querySelectorAll(ROW)].filter(row => \
                         row.getBoundingClientRect().bottom <= end).length";
            let whole = page.run(whole, vec![]).await?;
            println!("{name}: {whole} whole rows");
            ensure!(whole.as_i64().is_some_and(|whole| whole >= least), "{whole} whole rows");
            page.keep_picture(name).await.map(drop)
        })
        .await?;
    }
    Ok(())
}

/// Where a system replaces all colours, marks are not told apart by colour, but they are seen.
#[tokio::test]
async fn in_forced_colours_marks_and_the_present_page_are_seen() -> Result<()> {
    visit("home-forced", "#/", Setting::ForcedColours, async |page| {
        let seen = "const ground = getComputedStyle(document.body).backgroundColor; \
                    return ['.ue', '.us', '.q', '.plot .v'].filter(mark => { \
                    const fill = getComputedStyle(document.querySelector(mark)).fill; \
                    return fill !== ground && fill !== 'none'; }).length";
        ensure!(page.run(seen, vec![]).await? == json!(4), "a mark has the colour of the page");
        page.go_to("#/causes").await?;
        page.expect_all().await?;
        let bordered = "const colour = (link) => getComputedStyle(link).borderBottomColor; \
                        const [here, other] = document.querySelectorAll(`${PLACES} > ul a`); \
                        return colour(here) !== colour(other)";
        ensure!(page.run(bordered, vec![]).await? == json!(true), "the present page is marked");
        page.keep_picture("list-forced").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn on_paper_the_start_has_its_pictures_and_no_menu() -> Result<()> {
    visit("home-paper", "#/", Setting::Paper, async |page| {
        let gone = ["nav", "input", "button"];
        ensure!(page.seen(&gone).await?.is_empty(), "what paper cannot do is left out");
        ensure!(page.seen(&[".units svg", ".flags"]).await?.len() == 2, "pictures are kept");
        page.keep_picture("home-paper").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_place_where_jerks_start_is_one_press_away() -> Result<()> {
    visit("home-head", "#/", Setting::Wide, async |page| {
        page.press_beginning("link", "Cortex: ").await?;
        page.expect_fragment("#/causes?origin=cortical").await?;
        page.expect_count(known::count_with("generator", "cortical")).await
    })
    .await
}
