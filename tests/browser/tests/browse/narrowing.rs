//! Filters as a reader meets them: nothing traps, every number is what is then shown.

use anyhow::{Result, ensure};
use browser_tests::{Setting, visit};

const ALL: &str = "All 780 entries";

#[tokio::test]
async fn every_facet_narrows_the_list_by_its_count() -> Result<()> {
    visit("facets", "", Setting::Wide, async |page| {
        for (facet, unfolded, value, shown, key) in [
            ("Kind of cause", true, "Infections 35", "35 of 780", "group=infection"),
            ("Urgency", true, "Emergency: hours matter 88", "88 of 780", "urgency=emergency"),
            ("Course", true, "acute 67", "67 of 780", "course=acute"),
            ("Time of life", false, "newborn 6", "6 of 780", "age=neonate"),
            (
                "Kind of jerk",
                false,
                "negative (muscle tone lapses, as in asterixis) 31",
                "31 of 780",
                "jerk=negative",
            ),
            ("Where on the body", false, "axial (trunk) 11", "11 of 780", "where=axial"),
            ("Where it arises", false, "spinal cord 20", "20 of 780", "origin=spinal"),
            ("Set off by", false, "sleep or falling asleep 7", "7 of 780", "trigger=sleep"),
            ("Goes away again", false, "partly", "", "reversible=partly"),
            ("Inheritance", false, "Mendelian inheritance", "", "inheritance=HP:0034345"),
            (
                "Think of it with",
                false,
                "Kidney failure or poor kidney function 17",
                "17 of 780",
                "context=kidney-failure",
            ),
            ("Evidence", false, "case reports", "", "evidence=case-reports"),
        ] {
            if !unfolded {
                page.press("button", facet).await?;
            }
            if shown.is_empty() {
                page.press_beginning("checkbox", value).await?;
            } else {
                page.press("checkbox", value).await?;
                page.expect_text(shown).await?;
            }
            page.expect_fragment(&format!("#/causes?{key}")).await?;
            page.press("button", "Clear all").await?;
            page.expect_text(ALL).await?;
            // Folded again, so that no other facet has a value of the same name in sight.
            page.press("button", facet).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_shelves_are_a_tree_and_a_part_is_chosen_alone() -> Result<()> {
    visit("tree", "", Setting::Wide, async |page| {
        page.press("button", "Parts of Genetic disorders").await?;
        page.press("checkbox", "Essential and inherited movement disorders 32").await?;
        page.expect_fragment("#/causes?group=genetic.essential").await?;
        page.expect_text("32 of 780 entries").await?;
        page.expect_first("Hereditary geniospasm (chin trembling)").await
    })
    .await
}

#[tokio::test]
async fn within_a_facet_any_value_will_do_across_facets_all_must() -> Result<()> {
    visit("or-and", "", Setting::Wide, async |page| {
        page.press("checkbox", "Infections 35").await?;
        page.press("checkbox", "Functional 2").await?;
        page.expect_text("37 of 780 entries").await?;
        page.press("checkbox", "Soon: days matter 13").await?;
        page.expect_text("13 of 780 entries").await
    })
    .await
}

#[tokio::test]
async fn findings_are_a_tree_in_which_one_finds_every_kind_of_ataxia() -> Result<()> {
    visit("findings", "", Setting::Wide, async |page| {
        page.press("button", "What else is found").await?;
        page.press("button", "Parts of Abnormality of the nervous system").await?;
        let look = "What else is found: Look for one of";
        page.type_into_beginning("textbox", look, "ataxia").await?;
        page.press_beginning("checkbox", "Ataxia ").await?;
        page.expect_fragment("#/causes?feature=HP:0001251").await?;
        page.find("button", "Remove filter: What else is found: Ataxia").await?;
        // He has no row that says ataxia, but one on the way he walks.
        page.search("sialidosis").await?;
        page.expect_first("Sialidosis type I (cherry-red spot myoclonus)").await
    })
    .await
}

#[tokio::test]
async fn a_finding_is_looked_for_by_its_everyday_name() -> Result<()> {
    visit("seek", "", Setting::Wide, async |page| {
        page.press("button", "What else is found").await?;
        let look = "What else is found: Look for one of";
        page.type_into_beginning("textbox", look, "loss of developmental milest").await?;
        page.press_beginning("checkbox", "Developmental regression ").await?;
        page.find("button", "Remove filter: What else is found: Developmental regression")
            .await
            .map(|_| ())
    })
    .await
}

#[tokio::test]
async fn values_without_hits_stay_and_say_so() -> Result<()> {
    visit("zero", "", Setting::Wide, async |page| {
        page.search("hiccup").await?;
        page.find("checkbox", "Epilepsies 0").await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn what_is_not_recorded_is_a_second_group_that_can_be_hidden() -> Result<()> {
    visit("second-group", "#/causes?course=acute", Setting::Wide, async |page| {
        page.expect_text("67 of 780 entries; of 635 more it is not recorded").await?;
        ensure!(page.listed().await?.len() == 67 + 635);
        page.press("button", "Hide these entries").await?;
        page.expect_fragment("#/causes?course=acute&hide=not-recorded").await?;
        ensure!(page.listed().await?.len() == 67);
        page.reload().await?;
        page.find("heading", "Not recorded (635)").await?;
        ensure!(page.listed().await?.len() == 67);
        page.press("button", "Show these entries").await?;
        page.expect_fragment("#/causes?course=acute").await
    })
    .await
}

#[tokio::test]
async fn a_chip_lets_its_filter_go_and_one_press_clears_all() -> Result<()> {
    let address = "#/causes?q=a&group=infection&course=acute,chronic";
    visit("chips", address, Setting::Wide, async |page| {
        page.press("button", "Remove filter: Course: acute").await?;
        page.expect_fragment("#/causes?q=a&group=infection&course=chronic").await?;
        page.press("button", "Clear all").await?;
        page.expect_fragment("#/causes").await?;
        page.expect_text(ALL).await
    })
    .await
}

#[tokio::test]
async fn an_empty_list_offers_the_filters_to_lift() -> Result<()> {
    let address = "#/causes?q=hiccup&group=sleep-normal&urgency=emergency";
    visit("ways-out", address, Setting::Wide, async |page| {
        page.expect_text("What is found for hiccup does not fit the chosen filters.").await?;
        let lift = page.run(
            "return [...document.querySelectorAll('.cause-list__ways-out button')][0].textContent",
            vec![],
        );
        let lift = lift.await?;
        let lift = lift.as_str().unwrap_or_default();
        let (words, count) = lift.rsplit_once(": ").unwrap_or_default();
        ensure!(words.starts_with("Without the "), "{lift}");
        page.press("button", lift).await?;
        page.expect_text(&format!("{count} of 780 entries")).await
    })
    .await
}

#[tokio::test]
async fn the_order_can_be_chosen_and_stands_in_the_address() -> Result<()> {
    visit("order", "", Setting::Wide, async |page| {
        page.expect_first("Aciclovir").await?;
        page.choose("Order", "most urgent first").await?;
        page.expect_fragment("#/causes?sort=urgency").await?;
        page.expect_first("Acute post-hypoxic myoclonus (status myoclonus in coma)").await?;
        page.back().await?;
        page.expect_first("Aciclovir").await
    })
    .await
}

#[tokio::test]
async fn on_a_telephone_the_filters_lead_back_to_the_list() -> Result<()> {
    visit("done", "", Setting::Narrow, async |page| {
        page.press("button", "Filters").await?;
        page.press("checkbox", "Functional 2").await?;
        page.press("button", "Show 2 entries").await?;
        page.expect_focus_on_id("results").await?;
        ensure!(!page.has("checkbox", "Functional 2").await?, "the filters are folded");
        Ok(())
    })
    .await
}
