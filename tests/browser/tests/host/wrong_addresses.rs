//! Addresses that programs have changed: a host shows the view that was meant, or a way to it.

use anyhow::{Result, ensure};
use browser_tests::{Page, Server, Setting, in_browser, known};
use serde_json::json;
use tempfile::TempDir;

use crate::copy::{copy, copy_to};

/// A host with the explorer in a folder, and its page for wrong addresses at the root, as hosts
/// have it.
fn host() -> Result<TempDir> {
    let host = copy()?;
    copy_to(&host.path().join("x"))?;
    Ok(host)
}

async fn expect_hiccup(page: &Page, fragment: &str) -> Result<()> {
    page.wait_until_started().await?;
    page.find("article", known::name("phys-hiccup")).await?;
    page.expect_fragment(fragment).await
}

#[tokio::test]
async fn an_encoded_sign_leads_to_the_view_that_was_meant() -> Result<()> {
    let host = host()?;
    let server = Server::start(&host).await?;
    let first = server.address("x/%23/causes/phys-hiccup");
    let tested = in_browser("encoded", &first, Setting::Wide, async |page| {
        expect_hiccup(page, "#/causes/phys-hiccup").await?;
        // Now with the worker.
        for (path, fragment) in [
            ("x/%23/causes/phys-hiccup", "#/causes/phys-hiccup"),
            ("x/%2523/causes/phys-hiccup?q=hic", "#/causes/phys-hiccup?q=hic"),
            ("x/%23%2Fcauses%2Fphys-hiccup%3Fq%3Dhic", "#/causes/phys-hiccup?q=hic"),
            ("x/index.html%23/causes/phys-hiccup).", "#/causes/phys-hiccup"),
            ("x/%u0023/causes/phys-hiccup", "#/causes/phys-hiccup"),
            // Behind a query.
            ("x/%3Futm=mail%23/causes/phys-hiccup", "#/causes/phys-hiccup"),
            ("x/%253Futm=mail%2523/causes/phys-hiccup", "#/causes/phys-hiccup"),
            ("x/index.html%3Fa=1&b=2%23/causes/phys-hiccup", "#/causes/phys-hiccup"),
            ("x/?utm=mail%23/causes/phys-hiccup?q=hic", "#/causes/phys-hiccup?q=hic"),
            ("x/?utm=mail%2523%252Fcauses%252Fphys-hiccup", "#/causes/phys-hiccup"),
            ("x/?%23/causes/phys-hiccup", "#/causes/phys-hiccup"),
        ] {
            page.open(&server.address(path)).await?;
            expect_hiccup(page, fragment).await?;
        }
        Ok(())
    })
    .await;
    // The console names the answer 404 of the first request.
    match tested {
        Err(error) if !format!("{error:#}").contains("the browser complained") => Err(error),
        _ => Ok(()),
    }
}

/// The first visit of a browser, at these addresses.
async fn first_visits(name: &str, paths: &[&str]) -> Result<()> {
    let host = host()?;
    let server = Server::start(&host).await?;
    for path in paths {
        let tested = in_browser(name, &server.address(path), Setting::Wide, async |page| {
            expect_hiccup(page, "#/causes/phys-hiccup").await
        })
        .await;
        // The console names the answer 404, where there is one.
        match tested {
            Err(error) if !format!("{error:#}").contains("the browser complained") => {
                return Err(error.context(format!("{path:?}")));
            }
            _ => {}
        }
    }
    Ok(())
}

#[tokio::test]
async fn an_encoded_sign_behind_a_query_leads_to_the_view_that_was_meant() -> Result<()> {
    let paths = [
        "x/%3Futm=mail%23/causes/phys-hiccup",
        "x/%253Futm=mail%2523/causes/phys-hiccup",
        "x/?utm=mail%23/causes/phys-hiccup",
        "x/index.html?utm=mail&to=%23%2Fcauses%2Fphys-hiccup",
    ];
    first_visits("encoded-behind-query", &paths).await
}

#[tokio::test]
async fn a_query_that_is_no_address_is_none() -> Result<()> {
    let server = Server::start(Server::published()?).await?;
    for query in ["?utm=%23tag", "?utm=mail", "?q=%23"] {
        in_browser("query", &server.address(query), Setting::Wide, async |page| {
            page.wait_until_started().await?;
            page.expect_fragment("#/").await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_damaged_address_of_a_static_page_offers_the_view() -> Result<()> {
    let host = host()?;
    let server = Server::start(&host).await?;
    let damaged = server.address("x/Causes/Phys-Hiccup.html).");
    let tested = in_browser("damaged-page", &damaged, Setting::Wide, async |page| {
        page.follow("Open what this address seems to mean").await?;
        expect_hiccup(page, "#/causes/phys-hiccup").await
    })
    .await;
    match tested {
        Err(error) if !format!("{error:#}").contains("the browser complained") => Err(error),
        _ => Ok(()),
    }
}

#[tokio::test]
async fn the_page_for_wrong_addresses_never_leads_to_another_host() -> Result<()> {
    let host = host()?;
    let server = Server::start(&host).await?;
    let hostile = server.address("/other.example/causes/x");
    let tested = in_browser("hostile", &hostile, Setting::Wide, async |page| {
        page.expect_text("Open what this address seems to mean").await?;
        let origins = "return [...document.links].every((a) => a.origin === location.origin)";
        ensure!(page.run(origins, vec![]).await? == json!(true));
        Ok(())
    })
    .await;
    match tested {
        Err(error) if !format!("{error:#}").contains("the browser complained") => Err(error),
        _ => Ok(()),
    }
}
