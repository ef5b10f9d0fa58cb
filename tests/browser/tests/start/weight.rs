//! What a start and the list cost, in counts that do not depend on the machine.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use browser_tests::{Setting, visit};

/// The two parts of the program and its two scripts, what is read, the script for the worker, the
/// manifest, two icons.
const FILES: usize = 9;

/// A row has a name with its urgency, a sentence, three marks with their words, a drawing of the
/// times of life, a button, and a `mark` for each match.
const ELEMENTS_OF_A_ROW: f64 = 26.0;

/// How many rows a list has at first.
const ROWS: i64 = 60;

/// The style in the page, in characters. The page that compares a patient takes 3,000 of them, and
/// what keeps everything in its place at the start 300.
const STYLE: usize = 23_700;

/// How much of a page may move, as browsers count it: nothing that can be seen. A line that another
/// one pushes down by its height is some hundredths.
const SHIFT: f64 = 0.005;

/// Addresses of every kind of page, with what is read after the program and without.
const ADDRESSES: [&str; 9] = [
    "",
    "#/causes",
    "#/causes?q=lafora",
    "#/causes/drug-cefepime",
    "#/types",
    "#/work-up",
    "#/treatments",
    "#/match",
    "#/sources",
];

#[tokio::test]
async fn a_start_requests_few_files_and_each_only_once() -> Result<()> {
    visit("weight-files", "#/causes", Setting::Wide, async |page| {
        let files = "return performance.getEntriesByType('resource').map(entry => entry.name)";
        let files: Vec<String> = serde_json::from_value(page.run(files, vec![]).await?)?;
        ensure!(files.iter().any(|file| file.ends_with(".wasm")), "the start is seen: {files:?}");
        ensure!(files.len() <= FILES, "{} files: {files:?}", files.len());
        ensure!(files.iter().collect::<BTreeSet<_>>().len() == files.len(), "{files:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_list_has_few_elements_for_each_row() -> Result<()> {
    visit("weight-elements", "#/causes", Setting::Wide, async |page| {
        let elements = "return document.querySelectorAll(`${LIST} *`).length \
                        / document.querySelectorAll(ROW).length";
        let elements = page.run(elements, vec![]).await?.as_f64().unwrap_or(f64::INFINITY);
        let rows = page.run("return document.querySelectorAll(ROW).length", vec![]).await?;
        println!("elements of a row: {elements:.1}, rows: {rows}");
        ensure!(rows.as_i64().is_some_and(|rows| rows <= ROWS), "{rows} rows");
        ensure!(elements <= ELEMENTS_OF_A_ROW, "{elements:.1} elements for each row");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_has_one_small_style_and_asks_for_none() -> Result<()> {
    visit("weight-style", "#/", Setting::Wide, async |page| {
        let style = "const styles = [...document.querySelectorAll('style, link[rel=stylesheet]')];
            return styles.map((style) => style.textContent.length)";
        let style: Vec<usize> = serde_json::from_value(page.run(style, vec![]).await?)?;
        println!("style: {style:?} characters");
        ensure!(matches!(style[..], [1..=STYLE]), "{style:?} characters of style");
        let inline = "return document.querySelectorAll('[style]').length";
        ensure!(page.run(inline, vec![]).await? == 0, "no element has a style of its own");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_moves_by_itself_while_the_page_starts() -> Result<()> {
    let measure = include_str!("../../src/scripts/layout_shift.js");
    for (name, setting) in [("shift-wide", Setting::Wide), ("shift-narrow", Setting::Narrow)] {
        for address in ADDRESSES {
            visit(name, address, setting, async |page| {
                let shift = page.call(measure, vec![]).await?.as_f64().unwrap_or(f64::INFINITY);
                println!("{name} {address}: {shift:.4} of the page has moved");
                ensure!(shift <= SHIFT, "{address}: {shift:.4} of the page has moved");
                Ok(())
            })
            .await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_drawing_at_the_start_stays_while_the_rest_of_it_arrives() -> Result<()> {
    visit("shift-drawing", "", Setting::Wide, async |page| {
        // As it is before the words below it have come.
        let moved = "const figure = document.querySelector('.hero figure');
            const top = () => figure.getBoundingClientRect().top;
            const whole = top();
            figure.lastElementChild.remove();
            return top() - whole";
        let moved = page.run(moved, vec![]).await?.as_f64();
        ensure!(moved == Some(0.0), "the drawing moves by {moved:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_that_moves_by_itself_is_noticed() -> Result<()> {
    let measure = include_str!("../../src/scripts/layout_shift.js");
    visit("shift-pushed", "", Setting::Wide, async |page| {
        let push = "const line = document.createElement('h1');
            line.textContent = 'This pushes everything down. '.repeat(20);
            document.body.prepend(line)";
        page.run(push, vec![]).await?;
        let pushed = page.call(measure, vec![]).await?.as_f64().unwrap_or_default();
        ensure!(pushed > SHIFT, "{pushed:.4} after a push");
        Ok(())
    })
    .await
}
