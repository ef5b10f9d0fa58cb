//! Accessibility in every state of the page, and pictures of it to look at.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Setting, visit};
use serde_json::json;

/// Audits the page at an address and keeps a picture.
async fn look(name: &str, fragment: &str, setting: Setting) -> Result<()> {
    visit(name, fragment, setting, async |page| {
        page.keep_picture(name).await?;
        page.expect_accessible().await
    })
    .await
}

/// The same at each of these addresses in turn, in one tab.
async fn look_at_each(setting: Setting, places: &[(&str, &str)]) -> Result<()> {
    visit(&format!("each-{setting:?}").to_lowercase(), "#/", setting, async |page| {
        for (name, fragment) in places {
            page.show(fragment).await?;
            page.keep_picture(name).await?;
            page.expect_accessible().await.with_context(|| format!("{name}: {fragment}"))?;
        }
        Ok(())
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

/// States that search, filters and comparison can lead to.
#[tokio::test]
async fn every_state_of_the_list_wide() -> Result<()> {
    look_at_each(
        Setting::Wide,
        &[
            ("found-wide", "#/causes?q=cefepime"),
            (
                "filtered-wide",
                "#/causes?group=medicines.opioid&course=acute&feature=HP:0001250&sort=urgency&x=1",
            ),
            ("compare-wide", "#/compare?causes=drug-cefepime,drug-ceftazidime,ai-coeliac"),
            ("types-filtered-wide", "#/types?axis=generator&q=cortical"),
        ],
    )
    .await
}

#[tokio::test]
async fn every_state_of_the_list_dark() -> Result<()> {
    look_at_each(
        Setting::Dark,
        &[
            ("found-dark", "#/causes?q=opioid%20kidney%20zzzz"),
            ("not-recorded-dark", "#/causes?course=subacute&causes=phys-hiccup,gen-wilson"),
            ("compare-dark", "#/compare?types=cortical,spinal-segmental"),
        ],
    )
    .await
}

#[tokio::test]
async fn every_state_of_the_list_narrow() -> Result<()> {
    look_at_each(
        Setting::Narrow,
        &[
            ("found-narrow", "#/causes?q=serotonin"),
            ("hidden-narrow", "#/causes?course=acute&hide=not-recorded&q=drug"),
            ("compare-narrow", "#/compare?causes=phys-hiccup,gen-wilson"),
            ("compare-one-narrow", "#/compare?causes=phys-hiccup"),
            ("types-nothing-narrow", "#/types?q=zzzz"),
        ],
    )
    .await
}

/// States of lists that are wide or long.
const STATES: [(&str, &str); 4] = [
    ("found", "#/causes?q=opioid%20kidney%20zzzz&course=acute,chronic&x=1"),
    ("compare", "#/compare?causes=drug-cefepime,drug-ceftazidime,ai-coeliac,phys-hiccup"),
    ("types", "#/types?axis=generator&types=cortical,spinal-segmental"),
    ("nothing", "#/causes?q=hiccup&group=genetic&urgency=emergency"),
];

#[tokio::test]
async fn every_state_fits_the_narrowest_screen() -> Result<()> {
    all_fit(Setting::Narrowest, "narrowest", &STATES).await
}

#[tokio::test]
async fn every_state_fits_at_200_percent() -> Result<()> {
    all_fit(Setting::Zoomed, "zoomed", &STATES).await
}

#[tokio::test]
async fn an_address_that_leads_nowhere() -> Result<()> {
    look("unknown-narrow", "#/causes/no-such-thing", Setting::Narrow).await
}

/// Pages and entries of every kind.
#[tokio::test]
async fn every_kind_of_page_wide() -> Result<()> {
    look_at_each(
        Setting::Wide,
        &[
            ("types-wide", "#/types/negative"),
            ("work-up-wide", "#/work-up/eeg"),
            ("look-alikes-wide", "#/look-alikes/tics"),
            ("about-wide", "#/about"),
        ],
    )
    .await
}

#[tokio::test]
async fn every_kind_of_page_narrow() -> Result<()> {
    look_at_each(
        Setting::Narrow,
        &[
            ("types-narrow", "#/types"),
            ("red-flag-narrow", "#/work-up/serotonin"),
            ("glossary-narrow", "#/glossary/myoclonus"),
            ("sources-narrow", "#/sources"),
            ("not-graded-narrow", "#/causes/met-polycythaemia"),
        ],
    )
    .await
}

#[tokio::test]
async fn every_kind_of_page_dark() -> Result<()> {
    look_at_each(
        Setting::Dark,
        &[
            ("step-dark", "#/work-up/step-3"),
            ("treatments-dark", "#/treatments/clonazepam"),
            ("urgent-dark", "#/causes/drug-serotonin-syndrome"),
        ],
    )
    .await
}

#[tokio::test]
async fn the_pages_fit_the_narrowest_screen() -> Result<()> {
    let places = [
        ("types", "#/types/cortical"),
        ("work-up", "#/work-up"),
        ("sources", "#/sources"),
        ("about", "#/about"),
        ("list", "#/causes"),
        ("entry", "#/causes/drug-etomidate"),
    ];
    all_fit(Setting::Narrowest, "narrowest", &places).await
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
                page.show(address).await?;
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
    visit("spaced", "#/", Setting::Narrow, async |page| {
        page.run(SPACED, vec![]).await?;
        for (name, fragment) in [
            ("home", "#/"),
            ("list", "#/causes?q=opioid&course=acute"),
            ("entry", "#/causes/drug-cefepime"),
            ("types", "#/types"),
            ("work-up", "#/work-up"),
            ("treatments", "#/treatments"),
            ("genes", "#/genes"),
        ] {
            page.show(fragment).await?;
            page.keep_picture(&format!("{name}-spaced")).await?;
            let beyond = page.call(include_str!("../../src/scripts/too_wide.js"), vec![]).await?;
            ensure!(beyond == json!([0, []]), "{fragment} is wider than the screen: {beyond}");
        }
        Ok(())
    })
    .await
}

/// Nothing is cut off, and nothing has to be scrolled sideways, at any of these addresses.
async fn all_fit(setting: Setting, screen: &str, places: &[(&str, &str)]) -> Result<()> {
    visit(&format!("fits-{screen}"), "#/", setting, async |page| {
        for (name, fragment) in places {
            page.show(fragment).await?;
            page.keep_picture(&format!("{name}-{screen}")).await?;
            let beyond = page.call(include_str!("../../src/scripts/too_wide.js"), vec![]).await?;
            ensure!(beyond == json!([0, []]), "{fragment} is wider than the screen: {beyond}");
            page.expect_accessible().await.with_context(|| format!("{name}: {fragment}"))?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn on_a_phone_nothing_is_too_small_for_a_finger() -> Result<()> {
    let places = [
        "#/",
        "#/causes?q=fever",
        "#/causes/ep-lafora",
        "#/types",
        "#/types/cortical",
        "#/work-up",
        "#/treatments",
        "#/look-alikes",
        "#/genes",
        "#/sources",
        "#/about",
        "#/glossary",
        "#/match?has=1289,drug-cefepime,kidney-failure&age=P72Y",
        "#/compare?causes=drug-cefepime,phys-hiccup",
        "#/causes",
    ];
    visit("finger", "#/", Setting::Touched, async |page| {
        let is_coarse = "return matchMedia('(pointer: coarse)').matches";
        ensure!(page.run(is_coarse, vec![]).await? == json!(true), "the phone has a finger");
        for fragment in places {
            page.show(fragment).await?;
            nothing_too_small(page).await.with_context(|| fragment.to_owned())?;
        }
        page.run("document.querySelector('#show-filters').click()", vec![]).await?;
        page.wait_for("a part can be unfolded", "return !!document.querySelector('.branch .fold')")
            .await?;
        nothing_too_small(page).await.context("the filters")
    })
    .await
}

async fn nothing_too_small(page: &Page) -> Result<()> {
    let small = page.call(include_str!("../../src/scripts/too_small.js"), vec![]).await?;
    ensure!(small == json!([]), "too small: {small:#}");
    Ok(())
}
