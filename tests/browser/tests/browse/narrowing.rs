//! Filters: none leads to a dead end, and each number is how many entries the filter shows.

use anyhow::{Result, ensure};
use browser_tests::landmark::{LIST_HEADING_ID, RESULTS_ID};
use browser_tests::wording::{self, facet};
use browser_tests::{Key, Setting, known, visit};
use serde_json::Value;

/// How many causes are in a category within a wide group.
fn in_category(wide_group: &str, category: &str) -> usize {
    known::those(|cause| cause["wide_group"] == wide_group && cause["category"] == category).len()
}

/// How many causes are in a wide group.
fn in_wide_group(id: &str) -> usize {
    known::those(|cause| cause["wide_group"] == id).len()
}

fn wide_group(id: &str) -> &'static str {
    known::text(known::wide_group(id), "name")
}

#[tokio::test]
async fn every_facet_narrows_the_list_by_its_count() -> Result<()> {
    let urgent = known::those(|cause| cause["urgency"]["grade"] == "emergency").len();
    let partly = known::those(|cause| cause["reversible"]["value"] == "partly").len();
    let reported = known::those(|cause| cause["evidence"]["grade"] == "case reports").len();
    let has_inheritance = |disease: &Value| !disease["inheritance"].is_null();
    let inherited = known::those(|cause| {
        cause["rare_diseases"]
            .as_array()
            .is_some_and(|diseases| diseases.iter().any(has_inheritance))
    });
    let inherited = inherited.len();
    visit("facets", "#/causes", Setting::Wide, async |page| {
        // Folded, because its values have the names of the age groups.
        page.press("button", facet::BEGINS).await?;
        for (facet, value, count, key) in [
            (facet::GROUP, wide_group("infection"), in_wide_group("infection"), "group=infection"),
            (facet::URGENCY, wording::EMERGENCY, urgent, "urgency=emergency"),
            (facet::COURSE, "acute", known::count_with("course", "acute"), "course=acute"),
            (facet::AGE, "newborn", known::count_with("age_groups", "neonate"), "age=neonate"),
            (
                facet::CONTRACTION,
                "negative (muscle tone lapses, as in asterixis)",
                known::count_with("contraction", "negative"),
                "jerk=negative",
            ),
            (
                facet::DISTRIBUTION,
                "axial (trunk)",
                known::count_with("distribution", "axial"),
                "where=axial",
            ),
            (
                facet::GENERATOR,
                "spinal cord",
                known::count_with("generator", "spinal"),
                "origin=spinal",
            ),
            (
                facet::PROVOCATION,
                "sleep or falling asleep",
                known::count_with("provocation", "sleep"),
                "trigger=sleep",
            ),
            (facet::REVERSIBLE, "partly", partly, "reversible=partly"),
            (facet::INHERITANCE, known::term(MENDELIAN), inherited, "inheritance=HP:0034345"),
            (
                facet::CONTEXT,
                context("kidney-failure"),
                known::count_with("context", "kidney-failure"),
                "context=kidney-failure",
            ),
            (facet::EVIDENCE, "case reports", reported, "evidence=case-reports"),
        ] {
            if !UNFOLDED.contains(&facet) {
                page.press("button", facet).await?;
            }
            let said = page.choose_value(value).await?;
            page.expect_count(said).await?;
            // Some recorded inheritance is not Mendelian.
            let fits = if facet == facet::INHERITANCE { said <= count } else { said == count };
            ensure!(fits, "{facet}: {said} are {value:?}, not {count} as in the data");
            page.expect_fragment(&format!("#/causes?{key}")).await?;
            page.press("button", wording::CLEAR_ALL).await?;
            page.expect_all().await?;
            // Folds it again, so no other facet shows a value with the same name.
            page.press("button", facet).await?;
        }
        Ok(())
    })
    .await
}

/// The facets that are unfolded at first.
const UNFOLDED: &[&str] = &[facet::GROUP, facet::BEGINS, facet::URGENCY, facet::COURSE];

/// Mendelian inheritance, the wider term of dominant and recessive ones.
const MENDELIAN: &str = "HP:0034345";

/// The meaning of a context.
fn context(id: &str) -> &'static str {
    let causes = known::those(|cause| known::has(cause, "context", id));
    let mut values = causes.into_iter().flat_map(|cause| known::values(cause, "context"));
    let value = values.find(|value| value["id"] == id);
    known::text(value.unwrap_or_else(|| panic!("no cause has the context {id:?}")), "meaning")
}

#[tokio::test]
async fn the_groups_are_a_tree_and_a_part_can_be_chosen_alone() -> Result<()> {
    visit("tree", "#/causes", Setting::Wide, async |page| {
        page.press("button", &wording::parts_of(wide_group("genetic"))).await?;
        let category = known::text(known::category("essential"), "name");
        let count = page.choose_value(category).await?;
        ensure!(count == in_category("genetic", "essential"));
        page.expect_fragment("#/causes?group=genetic.essential").await?;
        page.expect_count(count).await?;
        let of_category = known::those(|cause| {
            cause["wide_group"] == "genetic" && cause["category"] == "essential"
        });
        let names: Vec<_> = of_category.iter().map(|cause| known::text(cause, "name")).collect();
        page.expect_listed(&names).await
    })
    .await
}

#[tokio::test]
async fn one_value_per_facet_is_enough_but_every_facet_must_match() -> Result<()> {
    let soon = known::those(|cause| {
        (cause["wide_group"] == "infection" || cause["wide_group"] == "functional")
            && cause["urgency"]["grade"] == "soon"
    });
    visit("or-and", "#/causes", Setting::Wide, async |page| {
        let infections = page.choose_value(wide_group("infection")).await?;
        let functional = page.choose_value(wide_group("functional")).await?;
        page.expect_count(infections + functional).await?;
        ensure!(page.choose_value(wording::SOON).await? == soon.len());
        page.expect_count(soon.len()).await
    })
    .await
}

#[tokio::test]
async fn a_finding_includes_its_narrower_findings() -> Result<()> {
    visit("findings", "#/causes", Setting::Wide, async |page| {
        page.press("button", facet::FEATURE).await?;
        page.press("button", &wording::parts_of(known::term("HP:0000707"))).await?;
        page.type_into("textbox", &wording::look_for_one(facet::FEATURE), "ataxia").await?;
        let ataxia = known::term("HP:0001251");
        page.choose_value(ataxia).await?;
        page.expect_fragment("#/causes?feature=HP:0001251").await?;
        page.find("button", &wording::remove_filter(facet::FEATURE, ataxia)).await?;
        // This cause has no record of ataxia itself, only of a narrower term on gait.
        let gait = known::name("gen-sialidosis-1");
        page.search(gait).await?;
        page.expect_first(gait).await
    })
    .await
}

#[tokio::test]
async fn a_finding_is_looked_for_by_its_everyday_name() -> Result<()> {
    visit("seek", "#/causes", Setting::Wide, async |page| {
        page.press("button", facet::FEATURE).await?;
        let look = wording::look_for_one(facet::FEATURE);
        page.type_into("textbox", &look, "loss of developmental milest").await?;
        let regression = known::term("HP:0002376");
        page.choose_value(regression).await?;
        page.find("button", &wording::remove_filter(facet::FEATURE, regression)).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn values_without_hits_stay_and_say_so() -> Result<()> {
    visit("zero", "#/causes", Setting::Wide, async |page| {
        let without_number = |names: Vec<String>| -> Vec<String> {
            names.iter().filter_map(|it| Some(it.rsplit_once(' ')?.0.to_owned())).collect()
        };
        let before = without_number(page.names("checkbox", "").await?);
        page.search("hiccup").await?;
        page.expect_counted(known::causes()).await?;
        let after = page.names("checkbox", "").await?;
        ensure!(after.iter().any(|name| name.ends_with(" 0")), "{after:?}");
        ensure!(without_number(after) == before, "the same values are offered");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn hiding_the_causes_without_a_record_keeps_the_focus() -> Result<()> {
    visit("hide-focus", "#/causes?q=hiccup&age=infant", Setting::Wide, async |page| {
        page.press("button", wording::HIDE_NOT_RECORDED).await?;
        page.expect_focus_on(wording::SHOW_NOT_RECORDED).await?;
        page.key(Key::Enter).await?;
        page.expect_focus_on(wording::HIDE_NOT_RECORDED).await?;
        // Of a long list only the first part is shown again, so the button is not there.
        page.go_to("#/causes?course=acute").await?;
        page.show_all().await?;
        page.press("button", wording::HIDE_NOT_RECORDED).await?;
        page.expect_focus_on_id(LIST_HEADING_ID).await
    })
    .await
}

#[tokio::test]
async fn causes_without_a_record_are_a_second_group_to_hide() -> Result<()> {
    let (acute, unknown) = (known::count_with("course", "acute"), known::count_without("course"));
    visit("second-group", "#/causes?course=acute", Setting::Wide, async |page| {
        page.expect_text(&wording::entries_and_more(acute, known::causes(), unknown)).await?;
        page.show_all().await?;
        ensure!(page.listed().await?.len() == acute + unknown);
        page.press("button", wording::HIDE_NOT_RECORDED).await?;
        page.expect_fragment("#/causes?course=acute&hide=not-recorded").await?;
        page.show_all().await?;
        ensure!(page.listed().await?.len() == acute);
        page.reload().await?;
        page.show_all().await?;
        page.find("heading", &wording::not_recorded(unknown)).await?;
        ensure!(page.listed().await?.len() == acute);
        page.press("button", wording::SHOW_NOT_RECORDED).await?;
        page.expect_fragment("#/causes?course=acute").await
    })
    .await
}

#[tokio::test]
async fn a_chip_removes_its_filter_and_one_press_removes_all() -> Result<()> {
    let address = "#/causes?q=a&group=infection&course=acute,chronic";
    visit("chips", address, Setting::Wide, async |page| {
        page.press("button", &wording::remove_filter(facet::COURSE, "acute")).await?;
        page.expect_fragment("#/causes?q=a&group=infection&course=chronic").await?;
        page.press("button", wording::CLEAR_ALL).await?;
        page.expect_fragment("#/causes").await?;
        page.expect_all().await
    })
    .await
}

#[tokio::test]
async fn an_empty_list_offers_filters_to_remove() -> Result<()> {
    let address = "#/causes?q=hiccup&group=sleep-normal&urgency=emergency";
    visit("ways-out", address, Setting::Wide, async |page| {
        page.expect_text("What was found for hiccup does not match the chosen filters.").await?;
        let lift = page.run("return document.querySelector(WAY_OUT).textContent", vec![]);
        let lift = lift.await?;
        let lift = lift.as_str().unwrap_or_default();
        let (words, count) = lift.rsplit_once(": ").unwrap_or_default();
        ensure!(words.starts_with("Without the "), "{lift}");
        page.press("button", lift).await?;
        page.expect_count(count.parse()?).await
    })
    .await
}

/// The place of a cause in the order of urgency.
fn grade(id: &str) -> usize {
    let grade = &known::cause(id)["urgency"]["grade"];
    let order = ["emergency", "soon", "routine"];
    order.iter().position(|it| grade == it).unwrap_or(order.len())
}

#[tokio::test]
async fn the_order_can_be_chosen_and_is_in_the_address() -> Result<()> {
    visit("order", "#/causes", Setting::Wide, async |page| {
        let before = page.listed_ids().await?;
        let grades: Vec<usize> = before.iter().map(|id| grade(id)).collect();
        ensure!(grades.is_sorted(), "the most urgent come first: {grades:?}");
        page.choose(wording::ORDER, wording::BY_NAME).await?;
        page.expect_fragment("#/causes?sort=name").await?;
        let names: Vec<_> = page.listed().await?.iter().map(|it| it.to_lowercase()).collect();
        ensure!(names.is_sorted(), "{names:?}");
        page.back().await?;
        page.expect_first(known::name(&before[0])).await?;
        ensure!(page.listed_ids().await? == before);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn on_a_phone_the_filters_lead_back_to_the_list() -> Result<()> {
    visit("done", "#/causes", Setting::Narrow, async |page| {
        page.press("button", wording::FILTERS).await?;
        let count = page.choose_value(wide_group("functional")).await?;
        page.press("button", &format!("Show {count}")).await?;
        page.expect_focus_on_id(RESULTS_ID).await?;
        ensure!(page.names("checkbox", "").await?.is_empty(), "the filters are folded");
        Ok(())
    })
    .await
}
