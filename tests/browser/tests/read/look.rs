//! Accessibility in every state of the page, and pictures of it to look at.

use anyhow::{Result, ensure};
use browser_tests::{Setting, visit};
use serde_json::json;

/// Audits the page at an address and keeps a picture.
async fn look(name: &str, fragment: &str, setting: Setting) -> Result<()> {
    visit(name, fragment, setting, async |page| {
        page.keep_picture(name).await?;
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn the_list_wide() -> Result<()> {
    look("list-wide", "#/causes", Setting::Wide).await
}

#[tokio::test]
async fn the_list_narrow() -> Result<()> {
    look("list-narrow", "#/causes", Setting::Narrow).await
}

#[tokio::test]
async fn the_list_dark() -> Result<()> {
    look("list-dark", "#/causes", Setting::Dark).await
}

#[tokio::test]
async fn an_entry_wide() -> Result<()> {
    look("entry-wide", "#/causes/hyp-lance-adams?q=post", Setting::Wide).await
}

#[tokio::test]
async fn an_entry_narrow() -> Result<()> {
    look("entry-narrow", "#/causes/drug-cefepime", Setting::Narrow).await
}

#[tokio::test]
async fn an_entry_dark() -> Result<()> {
    look("entry-dark", "#/causes/drug-etomidate?group=medicines", Setting::Dark).await
}

#[tokio::test]
async fn nothing_found() -> Result<()> {
    look("nothing-wide", "#/causes?q=hiccup&group=genetic", Setting::Wide).await
}

/// Every state that search, filters and comparison can lead to.
#[tokio::test]
async fn every_state_of_the_list() -> Result<()> {
    for (name, fragment, setting) in [
        ("found-wide", "#/causes?q=cefepime", Setting::Wide),
        ("found-dark", "#/causes?q=opioid%20kidney%20zzzz", Setting::Dark),
        ("found-narrow", "#/causes?q=serotonin", Setting::Narrow),
        (
            "filtered-wide",
            "#/causes?group=medicines.opioid&course=acute&feature=HP:0001250&sort=urgency&x=1",
            Setting::Wide,
        ),
        (
            "not-recorded-dark",
            "#/causes?course=subacute&causes=phys-hiccup,gen-wilson",
            Setting::Dark,
        ),
        ("hidden-narrow", "#/causes?course=acute&hide=not-recorded&q=drug", Setting::Narrow),
        (
            "compare-wide",
            "#/compare?causes=drug-cefepime,drug-ceftazidime,ai-coeliac",
            Setting::Wide,
        ),
        ("compare-dark", "#/compare?types=cortical,spinal-segmental", Setting::Dark),
        ("compare-narrow", "#/compare?causes=phys-hiccup,gen-wilson", Setting::Narrow),
        ("compare-one-narrow", "#/compare?causes=phys-hiccup", Setting::Narrow),
        ("types-filtered-wide", "#/types?axis=generator&q=cortical", Setting::Wide),
        ("types-nothing-narrow", "#/types?q=zzzz", Setting::Narrow),
    ] {
        look(name, fragment, setting).await?;
    }
    Ok(())
}

#[tokio::test]
async fn every_state_fits_the_narrowest_screen_and_200_percent() -> Result<()> {
    for (name, fragment) in [
        ("found", "#/causes?q=opioid%20kidney%20zzzz&course=acute,chronic&x=1"),
        ("compare", "#/compare?causes=drug-cefepime,drug-ceftazidime,ai-coeliac,phys-hiccup"),
        ("types", "#/types?axis=generator&types=cortical,spinal-segmental"),
        ("nothing", "#/causes?q=hiccup&group=genetic&urgency=emergency"),
    ] {
        fits(&format!("{name}-narrowest"), fragment).await?;
        fits_in(&format!("{name}-zoomed"), fragment, Setting::Zoomed).await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_address_that_leads_nowhere() -> Result<()> {
    look("unknown-narrow", "#/causes/no-such-thing", Setting::Narrow).await
}

/// Every page and an entry of every kind, wide, narrow and dark.
#[tokio::test]
async fn every_kind_of_page() -> Result<()> {
    for (name, fragment, setting) in [
        ("types-wide", "#/types/negative", Setting::Wide),
        ("types-narrow", "#/types", Setting::Narrow),
        ("work-up-wide", "#/work-up/eeg", Setting::Wide),
        ("red-flag-narrow", "#/work-up/serotonin", Setting::Narrow),
        ("step-dark", "#/work-up/step-3", Setting::Dark),
        ("treatments-dark", "#/treatments/clonazepam", Setting::Dark),
        ("look-alikes-wide", "#/look-alikes/tics", Setting::Wide),
        ("glossary-narrow", "#/glossary/myoclonus", Setting::Narrow),
        ("sources-narrow", "#/sources", Setting::Narrow),
        ("about-wide", "#/about", Setting::Wide),
        ("urgent-dark", "#/causes/drug-serotonin-syndrome", Setting::Dark),
        ("not-graded-narrow", "#/causes/met-polycythaemia", Setting::Narrow),
    ] {
        look(name, fragment, setting).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_pages_fit_the_narrowest_screen() -> Result<()> {
    for (name, fragment) in [
        ("types-narrowest", "#/types/cortical"),
        ("work-up-narrowest", "#/work-up"),
        ("sources-narrowest", "#/sources"),
        ("about-narrowest", "#/about"),
    ] {
        fits(name, fragment).await?;
    }
    Ok(())
}

/// Every page in the menu and an entry, as they are seen on each screen and on paper. The pictures
/// are for people to look at; the test holds that nothing is wider than the screen.
#[tokio::test]
async fn every_page_on_every_screen_is_kept_as_a_picture() -> Result<()> {
    for (screen, setting) in [
        ("wide", Setting::Wide),
        ("tablet", Setting::Tablet),
        ("phone", Setting::Narrow),
        ("dark", Setting::Dark),
        ("paper", Setting::Paper),
    ] {
        visit(&format!("pages-{screen}"), "#/", setting, async |page| {
            for address in [
                "#/",
                "#/causes",
                "#/causes/ep-lafora",
                "#/types",
                "#/work-up",
                "#/treatments",
                "#/look-alikes",
                "#/genes",
                "#/compare?causes=ep-lafora,ep-unverricht-lundborg",
                "#/sources",
                "#/glossary",
                "#/about",
            ] {
                page.go_to(address).await?;
                page.wait_for(address, "return !!document.querySelector('main h1')").await?;
                let name = address.trim_start_matches("#/").replace(['/', '?', '=', ','], "-");
                page.keep_picture(&format!("page-{name}-{screen}")).await?;
                let sideways = "const page = document.documentElement; \
                     return page.scrollWidth - page.clientWidth";
                let sideways = page.run(sideways, vec![]).await?;
                ensure!(sideways.as_i64().is_some_and(|it| it <= 0), "{address}: {sideways}");
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// Readers may widen lines, words and letters (WCAG 1.4.12).
#[tokio::test]
async fn wider_spacing_of_text_cuts_nothing_off() -> Result<()> {
    const SPACED: &str = "const spaced = new CSSStyleSheet();
        spaced.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
            word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
        document.adoptedStyleSheets = [spaced];";
    for (name, fragment) in [
        ("home", "#/"),
        ("list", "#/causes?q=opioid&course=acute"),
        ("entry", "#/causes/drug-cefepime"),
        ("types", "#/types"),
        ("work-up", "#/work-up"),
        ("treatments", "#/treatments"),
        ("genes", "#/genes"),
    ] {
        visit(&format!("{name}-spaced"), fragment, Setting::Narrow, async |page| {
            page.run(SPACED, vec![]).await?;
            page.keep_picture(&format!("{name}-spaced")).await?;
            let beyond = page.call(include_str!("../../src/scripts/too_wide.js"), vec![]).await?;
            ensure!(beyond == json!([0, []]), "wider than the screen: {beyond}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// Nothing is cut off, and nothing has to be scrolled sideways, on the narrowest screen.
async fn fits(name: &str, fragment: &str) -> Result<()> {
    fits_in(name, fragment, Setting::Narrowest).await
}

/// The same on another screen.
async fn fits_in(name: &str, fragment: &str, setting: Setting) -> Result<()> {
    visit(name, fragment, setting, async |page| {
        page.keep_picture(name).await?;
        let beyond = page.call(include_str!("../../src/scripts/too_wide.js"), vec![]).await?;
        ensure!(beyond == json!([0, []]), "wider than the screen: {beyond}");
        page.expect_accessible().await
    })
    .await
}

#[tokio::test]
async fn the_list_fits_the_narrowest_screen() -> Result<()> {
    fits("list-narrowest", "#/causes").await
}

#[tokio::test]
async fn an_entry_fits_the_narrowest_screen() -> Result<()> {
    fits("entry-narrowest", "#/causes/drug-etomidate").await
}
