//! What rare-disease data say about a cause.

use anyhow::{Context, Result, ensure};
use browser_tests::wording::{self, NOT_GRADED, facet};
use browser_tests::{Setting, known, visit};
use serde_json::json;

#[tokio::test]
async fn a_rare_disease_shows_genes_inheritance_onset_and_findings() -> Result<()> {
    let disease = known::cause("ep-dravet");
    let rare = &disease["rare_diseases"][0];
    let counted = rare["annotations"].as_array().context("annotations")?;
    let counted = counted.iter().filter(|it| it["published"] == true && it["absent"].is_null());
    let counted = counted.filter_map(known::patients).next().context("a count of patients")?;
    visit("rare", "#/causes/ep-dravet", Setting::Wide, async |page| {
        page.find("article", known::text(disease, "name")).await?;
        page.expect_text(known::text(&known::values(rare, "inheritance")[0], "label")).await?;
        let onset = &known::values(rare, "onset")[0];
        let patients = known::patients(onset).context("how often")?;
        page.expect_text(&format!("{}, {patients}", known::text(onset, "label"))).await?;
        page.find_beginning("heading", "Seizures ").await?;
        page.expect_text(known::term("HP:0001327")).await?;
        page.expect_text(&counted).await?;
        page.expect_text("%) · published").await?;
        for registry in rare["registries"].as_array().context("registries")? {
            page.find("link", known::text(registry, "number")).await?;
        }
        page.expect_accessible().await?;
        page.follow_in_entry("#/causes?gene=SCN1A").await?;
        page.expect_fragment("#/causes?gene=SCN1A").await?;
        page.find("button", &wording::remove_filter(facet::GENE, "SCN1A")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn an_imported_disease_says_where_its_data_come_from() -> Result<()> {
    let disease = known::cause("omim-256731");
    visit("imported", "#/causes/omim-256731", Setting::Wide, async |page| {
        page.find("article", known::text(disease, "name")).await?;
        let myoclonus = known::term("HP:0001336");
        page.expect_text("Found in patients, according to rare-disease data").await?;
        page.expect_text(myoclonus).await?;
        page.expect_text(known::text(&disease["rare_diseases"][0]["registries"][0], "name"))
            .await?;
        page.expect_text("The name above is our own wording").await?;
        page.run("document.querySelector(UNFOLD_REFERENCES).click()", vec![]).await?;
        page.expect_text(known::text(known::source("hpoa2025"), "title")).await?;
        page.expect_text(NOT_GRADED).await
    })
    .await
}

#[tokio::test]
async fn the_folded_findings_are_unfolded_by_a_press() -> Result<()> {
    visit("folded", "#/causes/ep-dravet", Setting::Narrow, async |page| {
        let folded = "return document.querySelector(FOLDED_FINDINGS).checkVisibility()";
        ensure!(page.run(folded, vec![]).await? == json!(false));
        page.run("document.querySelector(UNFOLD_FINDINGS).click()", vec![]).await?;
        ensure!(page.run(folded, vec![]).await? == json!(true));
        Ok(())
    })
    .await
}
