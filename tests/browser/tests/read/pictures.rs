//! The pictures, and the pages built on them: what is drawn stands in words beside it, leads where
//! it says, and counts what the list counts.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Setting, visit};

/// The page of the sources.
const SOURCES: &str = "#/sources";

/// The pages with pictures.
const PAGES: [&str; 6] =
    ["#/types", "#/work-up", "#/treatments", "#/look-alikes", "#/genes", SOURCES];

/// Checks that each drawing is hidden beside words or has a name, and that no style is inline.
async fn expect_words_beside_drawings(page: &Page) -> Result<()> {
    let silent = "return [...document.querySelectorAll('main svg')].filter((drawing) =>
        drawing.getAttribute('aria-hidden') !== 'true' && !drawing.getAttribute('aria-label')
    ).length";
    ensure!(page.run(silent, vec![]).await? == 0, "a drawing has neither words nor a name");
    let mute = "return [...document.querySelectorAll('main svg[aria-hidden]')].filter((drawing) =>
        !(drawing.closest('tr') ?? drawing.closest('p, a, figure, li, dd, .search, .key'))
            ?.textContent.trim()
    ).length";
    ensure!(page.run(mute, vec![]).await? == 0, "a drawing stands without words");
    let styled = "return document.querySelectorAll('main [style], main style').length";
    ensure!(page.run(styled, vec![]).await? == 0, "an inline style");
    Ok(())
}

#[tokio::test]
async fn drawings_have_words_on_every_page_wide_and_narrow_and_dark() -> Result<()> {
    for setting in [Setting::Wide, Setting::Narrow, Setting::Dark] {
        visit("pictures", "#/types", setting, async |page| {
            for (at, address) in PAGES.into_iter().enumerate() {
                page.show(address).await?;
                expect_words_beside_drawings(page).await?;
                // Hundreds of like rows take axe-core seconds; `look` has them on a phone.
                if address != SOURCES {
                    page.expect_accessible().await?;
                }
                page.keep_picture(&format!("pictures-{at}-{setting:?}").to_lowercase()).await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_place_in_the_head_shows_as_many_causes_as_it_says() -> Result<()> {
    visit("head", "#/types", Setting::Wide, async |page| {
        let said = page.names("link", "Cortex: ").await?;
        let said = said.first().context("a link named by the cortex")?.clone();
        let count: usize = said.split(' ').nth(1).context("a number")?.parse()?;
        page.press_beginning("link", "Cortex: ").await?;
        page.expect_fragment("#/causes?origin=cortical").await?;
        page.expect_count(count).await
    })
    .await
}

#[tokio::test]
async fn each_mark_of_the_matrix_says_what_it_means() -> Result<()> {
    visit("matrix", "#/treatments", Setting::Wide, async |page| {
        let mute = "return [...document.querySelectorAll('.matrix td.c svg')].filter((mark) =>
            !mark.closest('td').textContent.trim()).length";
        ensure!(page.run(mute, vec![]).await? == 0, "a mark without words");
        let marks = "return document.querySelectorAll('.matrix td.c svg').length";
        ensure!(page.run(marks, vec![]).await?.as_u64() > Some(0));
        page.expect_text("which does not mean that it does not help").await
    })
    .await
}

#[tokio::test]
async fn a_narrow_matrix_says_in_words_what_helps() -> Result<()> {
    visit("matrix-narrow", "#/treatments", Setting::Narrow, async |page| {
        page.expect_text("helps:").await?;
        page.expect_text("may worsen:").await
    })
    .await
}

#[tokio::test]
async fn the_work_up_begins_with_what_needs_help_now() -> Result<()> {
    visit("path", "#/work-up", Setting::Wide, async |page| {
        let headings = "return [...document.querySelectorAll('main section h3')]
            .map((heading) => heading.textContent.trim().replace(/ \\d+$/, ''))";
        let headings = page.run(headings, vec![]).await?;
        let first: Vec<&str> = headings
            .as_array()
            .context("headings")?
            .iter()
            .filter_map(|heading| heading.as_str())
            .take(4)
            .collect();
        let expected =
            ["Emergency help now", "The same day", "Soon, by the right doctor", "Is it myoclonus?"];
        ensure!(first == expected, "{first:?}");
        page.press("link", "Red flags").await
    })
    .await
}

#[tokio::test]
async fn a_gene_is_found_by_a_former_symbol_and_the_list_is_saved() -> Result<()> {
    visit("genes", "#/genes", Setting::Wide, async |page| {
        page.type_into("searchbox", "Search by symbol", "AARS").await?;
        page.expect_text("AARS1").await?;
        page.run("document.querySelector('main details.save summary').click()", vec![]).await?;
        let (name, table) = page.save("Table (CSV)").await?;
        ensure!(name.starts_with("myoclonus-genes-20") && name.ends_with(".csv"), "{name}");
        ensure!(table.contains("AARS1"), "{table}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn genes_are_found_by_a_finding_and_the_address_keeps_the_filter() -> Result<()> {
    visit("genes-finding", "#/genes", Setting::Wide, async |page| {
        page.type_into("searchbox", "Search by symbol", "ataxia").await?;
        page.expect_text("by a finding of a disease").await?;
        page.expect_text("found with: Ataxia").await?;
        let choose = "const menu = [...document.querySelectorAll('main select')]
            .find((menu) => menu.closest('label')?.textContent.startsWith('Begins'));
            menu.value = 'child';
            menu.dispatchEvent(new Event('change', { bubbles: true }));";
        page.run(choose, vec![]).await?;
        page.expect_fragment("#/genes?q=ataxia&begins=child").await?;
        page.back().await?;
        page.expect_fragment("#/genes?q=ataxia").await?;
        page.forward().await?;
        let chosen = "return [...document.querySelectorAll('main select')]
            .some((menu) => menu.value === 'child')";
        page.wait_for("the menu shows what the address says", chosen).await
    })
    .await
}

#[tokio::test]
async fn the_sources_are_searched_and_saved_as_a_table() -> Result<()> {
    visit("all-sources", "#/sources", Setting::Wide, async |page| {
        let (name, table) = page.save("CSV").await?;
        ensure!(name.starts_with("myoclonus-sources-20") && name.ends_with(".csv"), "{name}");
        ensure!(table.contains("Caviness"), "{name} holds sources");
        page.type_into("searchbox", "Search the sources", "Caviness").await?;
        page.expect_text("sources found").await
    })
    .await
}
