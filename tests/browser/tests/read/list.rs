//! What a reader does: search, filter, open, follow, go back.

use anyhow::{Result, ensure};
use browser_tests::{Key, Setting, visit};
use serde_json::json;

const LANCE_ADAMS: &str = "Chronic post-hypoxic myoclonus (Lance-Adams syndrome)";

#[tokio::test]
async fn the_page_shows_every_cause() -> Result<()> {
    visit("list", "", Setting::Wide, async |page| {
        page.expect_text("All 780 entries").await?;
        let listed = page.listed().await?;
        ensure!(listed.len() == 780, "{} causes are listed", listed.len());
        ensure!(page.has("heading", "Causes of myoclonus").await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn search_finds_lance_adams() -> Result<()> {
    visit("search", "", Setting::Wide, async |page| {
        page.search("lance adams").await?;
        page.expect_first(LANCE_ADAMS).await?;
        page.expect_text("2 of 780 entries").await?;
        page.expect_fragment("#/causes?q=lance%20adams").await
    })
    .await
}

#[tokio::test]
async fn what_was_typed_is_there_again_after_going_back() -> Result<()> {
    visit("typed", "", Setting::Wide, async |page| {
        // Faster than any pause: the address must not lag behind when the link is pressed.
        let type_and_press = "
            const input = document.querySelector('input[type=search]');
            input.value = 'hiccup';
            input.dispatchEvent(new InputEvent('input', { bubbles: true }));
            document.querySelector('#row-phys-hiccup').click();";
        page.run(type_and_press, vec![]).await?;
        page.find("article", "Hiccup").await?;
        page.back().await?;
        page.expect_fragment("#/causes?q=hiccup").await?;
        page.expect_first("Hiccup").await
    })
    .await
}

#[tokio::test]
async fn erasing_what_was_typed_brings_back_the_whole_list_in_order() -> Result<()> {
    visit("erased", "", Setting::Wide, async |page| {
        let before = page.listed().await?;
        page.search("post").await?;
        page.expect_text("105 of 780 entries").await?;
        for _ in 0..4 {
            page.key(Key::Backspace).await?;
        }
        page.expect_text("All 780 entries").await?;
        ensure!(page.listed().await? == before, "the order is the same as before");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_count_is_announced_once_typing_pauses() -> Result<()> {
    visit("announced", "", Setting::Wide, async |page| {
        page.expect_announced("").await?;
        page.search("lance").await?;
        page.expect_announced("2 of 780 entries").await
    })
    .await
}

#[tokio::test]
async fn a_row_found_by_another_name_says_so() -> Result<()> {
    visit("synonym", "", Setting::Wide, async |page| {
        page.search("post-hypoxic action").await?;
        page.expect_listed(&[LANCE_ADAMS]).await?;
        page.expect_text("also called post-hypoxic action myoclonus").await
    })
    .await
}

#[tokio::test]
async fn an_entry_opens_by_a_press() -> Result<()> {
    visit("press", "#/causes?q=lance", Setting::Wide, async |page| {
        page.press("link", LANCE_ADAMS).await?;
        page.find("article", LANCE_ADAMS).await?;
        page.expect_focus_on(LANCE_ADAMS).await?;
        page.expect_fragment("#/causes/hyp-lance-adams?q=lance").await?;
        ensure!(page.title().await? == format!("{LANCE_ADAMS} – Myoclonus Explorer"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_entry_opens_by_its_address() -> Result<()> {
    visit("address", "#/causes/hyp-lance-adams", Setting::Wide, async |page| {
        page.find("article", LANCE_ADAMS).await?;
        page.expect_text("Not reviewed by a clinician").await?;
        page.expect_text("7 of 14 patients (50%)").await?;
        page.expect_text("action in 14 of 14, stimulus in 11 of 14").await
    })
    .await
}

#[tokio::test]
async fn a_statement_on_medicines_as_a_group_is_no_plain_yes() -> Result<()> {
    visit("class", "#/causes/drug-cefepime", Setting::Wide, async |page| {
        page.expect_text("Usually, for medicines as a group").await
    })
    .await
}

#[tokio::test]
async fn a_reference_number_leads_to_the_reference_and_leaves_the_address() -> Result<()> {
    visit("reference", "#/causes/phys-hiccup", Setting::Wide, async |page| {
        page.find("article", "Hiccup").await?;
        let first = page.run("return document.querySelector('#ref-1').textContent", vec![]).await?;
        let number = "document.querySelector('a[href=\"#ref-1\"]').focus()";
        page.run(number, vec![]).await?;
        page.key(Key::Enter).await?;
        page.expect_focus_on(first.as_str().unwrap_or_default().trim()).await?;
        page.expect_fragment("#/causes/phys-hiccup").await
    })
    .await
}

#[tokio::test]
async fn back_and_forward_follow_the_entries() -> Result<()> {
    visit("back", "#/causes?q=lance", Setting::Wide, async |page| {
        page.press("link", LANCE_ADAMS).await?;
        page.find("article", LANCE_ADAMS).await?;
        page.back().await?;
        page.expect_fragment("#/causes?q=lance").await?;
        page.expect_focus_on(LANCE_ADAMS).await?;
        ensure!(!page.has("article", LANCE_ADAMS).await?, "the entry is closed");
        page.forward().await?;
        page.find("article", LANCE_ADAMS).await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn a_category_narrows_the_list_and_says_what_it_holds() -> Result<()> {
    visit("category", "", Setting::Wide, async |page| {
        page.press("button", "Parts of Metabolic disorders and organ failure").await?;
        page.press("checkbox", "Vitamin deficiencies 4").await?;
        page.expect_text("4 of 780 entries").await?;
        page.expect_text("Vitamin deficiencies: Too little of a vitamin.").await?;
        page.expect_fragment("#/causes?group=metabolic.nutritional").await?;
        page.press("checkbox", "Functional 2").await?;
        page.expect_text("6 of 780 entries").await?;
        page.back().await?;
        page.expect_text("4 of 780 entries").await?;
        page.press("button", "Clear all").await?;
        page.expect_text("All 780 entries").await?;
        page.expect_focus_on_id("search").await
    })
    .await
}

#[tokio::test]
async fn a_shared_address_and_a_reload_restore_the_view() -> Result<()> {
    let address = "#/causes?q=functional&group=functional,unknown";
    visit("reload", address, Setting::Wide, async |page| {
        let restored = async || {
            page.expect_listed(&[
                "Functional (psychogenic) myoclonus",
                "Functional propriospinal myoclonus",
            ])
            .await?;
            let shown = "return [document.querySelector('input[type=search]').value, \
                         document.querySelectorAll('.chip input:checked').length]";
            ensure!(page.run(shown, vec![]).await? == json!(["functional", 2]));
            Ok(())
        };
        restored().await?;
        page.reload().await?;
        restored().await?;
        page.expect_fragment(address).await
    })
    .await
}

#[tokio::test]
async fn an_address_that_leads_nowhere_says_so_and_keeps_the_list() -> Result<()> {
    visit("unknown", "#/causes/no-such-thing", Setting::Wide, async |page| {
        page.find("article", "No such entry").await?;
        page.expect_text("There is no entry no-such-thing").await?;
        ensure!(page.listed().await?.len() == 780);
        page.press("link", "Close and go to the list").await?;
        page.expect_focus_on_id("list-heading").await
    })
    .await
}

#[tokio::test]
async fn a_retired_address_leads_on() -> Result<()> {
    visit("retired", "#/causes/pn-meningioma", Setting::Wide, async |page| {
        page.find("article", "This entry was taken out").await?;
        page.press("link", "open Hemifacial spasm").await?;
        page.find("article", "Hemifacial spasm").await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn on_a_telephone_the_entry_takes_the_place_of_the_list() -> Result<()> {
    visit("telephone", "#/causes?q=hiccup", Setting::Narrow, async |page| {
        page.press("link", "Hiccup").await?;
        page.find("article", "Hiccup").await?;
        ensure!(!page.has("heading", "Causes of myoclonus").await?, "the list makes room");
        page.press("link", "Close and go to the list").await?;
        page.find("heading", "Causes of myoclonus").await?;
        page.press("button", "Filters").await?;
        page.press("checkbox", "Sleep and healthy people 1").await?;
        page.expect_fragment("#/causes?q=hiccup&group=sleep-normal").await
    })
    .await
}

#[tokio::test]
async fn everything_can_be_done_by_keyboard() -> Result<()> {
    visit("keyboard", "#/causes?q=hiccup", Setting::Wide, async |page| {
        page.key(Key::Tab).await?;
        page.expect_focus_on("Skip to the content").await?;
        page.key(Key::Enter).await?;
        page.expect_fragment("#/causes?q=hiccup").await?;
        let on_skip = "return document.activeElement.textContent === 'Skip the filters'";
        for _ in 0..30 {
            page.key(Key::Tab).await?;
            if page.run(on_skip, vec![]).await? == true {
                page.key(Key::Enter).await?;
                page.expect_focus_on_id("results").await?;
                page.key(Key::Tab).await?;
                page.key(Key::Enter).await?;
                return page.expect_focus_on("Hiccup").await;
            }
        }
        anyhow::bail!("the way past the filters was not reached by the Tab key")
    })
    .await
}

#[tokio::test]
async fn every_page_is_reached_from_every_other() -> Result<()> {
    visit("pages", "", Setting::Wide, async |page| {
        for (link, heading) in [
            ("Types", "Types of myoclonus"),
            ("Work-up", "Work-up"),
            ("Treatments", "Treatments"),
            ("Look-alikes", "Look-alikes"),
            ("Words", "Words explained"),
            ("Sources", "Sources"),
            ("About", "About this explorer"),
            ("Causes", "Causes of myoclonus"),
        ] {
            page.press("link", link).await?;
            page.find("heading", heading).await?;
            ensure!(page.title().await? == format!("{heading} – Myoclonus Explorer"));
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_type_leads_to_its_causes_and_back() -> Result<()> {
    visit("type", "#/types/lance-adams", Setting::Wide, async |page| {
        page.find("article", LANCE_ADAMS).await?;
        page.expect_text("Causes that are examples").await?;
        page.expect_fragment("#/types/lance-adams").await?;
        let press =
            "document.querySelector('article a[href=\"#/causes/hyp-lance-adams\"]').click()";
        page.run(press, vec![]).await?;
        page.expect_fragment("#/causes/hyp-lance-adams").await?;
        page.expect_text("Types it is an example of").await
    })
    .await
}

#[tokio::test]
async fn an_emergency_says_so_and_what_to_do() -> Result<()> {
    visit("emergency", "#/causes/drug-serotonin-syndrome", Setting::Narrow, async |page| {
        page.find("heading", "Emergency: hours matter").await?;
        page.expect_text("What to do: emergency department or emergency number now").await
    })
    .await
}

#[tokio::test]
async fn a_cause_without_a_grade_is_not_called_harmless() -> Result<()> {
    visit("not-graded", "#/causes/ai-coeliac", Setting::Wide, async |page| {
        page.expect_text("Not graded. That does not mean harmless").await
    })
    .await
}

#[tokio::test]
async fn everyday_words_find_the_cause() -> Result<()> {
    visit("everyday", "", Setting::Wide, async |page| {
        page.search("liver failure").await?;
        page.expect_text("also called liver failure").await
    })
    .await
}

#[tokio::test]
async fn the_sources_tell_who_cites_them_and_what_could_not_be_verified() -> Result<()> {
    visit("sources", "#/sources", Setting::Wide, async |page| {
        page.expect_text("Barlow KH, 2020").await?;
        page.expect_text("Cited by").await
    })
    .await
}

#[tokio::test]
async fn a_look_alike_stands_beside_myoclonus_with_the_telling_sign() -> Result<()> {
    visit("look-alike", "#/look-alikes/tics", Setting::Wide, async |page| {
        page.find("article", "Tics").await?;
        page.expect_text("In myoclonus").await?;
        page.expect_text("Tells them apart").await
    })
    .await
}

#[tokio::test]
async fn a_link_to_another_page_takes_the_focus_and_the_view_to_the_entry() -> Result<()> {
    visit("across", "#/types/hiccup", Setting::Narrow, async |page| {
        page.find("article", "Hiccup").await?;
        let press = "scrollTo(0, document.body.scrollHeight); \
                     document.querySelector('article a[href=\"#/causes/phys-hiccup\"]').click()";
        page.run(press, vec![]).await?;
        page.expect_fragment("#/causes/phys-hiccup").await?;
        page.expect_focus_on_id("entry-heading").await?;
        let top = "return document.querySelector('#entry-heading').getBoundingClientRect().top";
        let top = page.run(top, vec![]).await?.as_f64().unwrap_or(f64::MAX);
        ensure!((0.0..844.0).contains(&top), "the heading is in view, not at {top}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn everything_can_be_taken_away_as_one_file() -> Result<()> {
    visit("open-data", "#/about", Setting::Wide, async |page| {
        page.find("link", "myoclonus.json").await?;
        let read = "
            const done = arguments[0];
            const links = [...document.querySelectorAll('a[download][href^=data]')].map(link => link.href);
            Promise.all(links.map(link => fetch(link).then(answer => answer.json())))
                .then(([data, schema]) => done([data.causes.length, data.topics.length, schema.title]));";
        let read = page.run_async(read, vec![]).await?;
        ensure!(read == json!([780, 236, "The data of Myoclonus Explorer"]), "{read}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_rare_disease_tells_genes_inheritance_onset_findings_and_how_often() -> Result<()> {
    visit("rare", "#/causes/ep-dravet", Setting::Wide, async |page| {
        page.find("article", "Dravet syndrome").await?;
        page.expect_text("Autosomal dominant inheritance").await?;
        page.expect_text("Infantile onset, 7 of 7 patients").await?;
        page.find("heading", "The jerks themselves (4)").await?;
        page.expect_text("Photosensitive myoclonic seizure").await?;
        page.expect_text("15 of 17 patients (88%) · published").await?;
        page.expect_text("Head or neck").await?;
        page.find("link", "OMIM:607208").await?;
        page.find("link", "ORPHA:33069").await?;
        page.expect_accessible().await?;
        page.press("link", "SCN1A").await?;
        page.expect_fragment("#/causes?gene=SCN1A").await?;
        page.find("button", "Remove filter: Gene: SCN1A").await.map(|_| ())
    })
    .await
}

#[tokio::test]
async fn a_disease_that_nobody_curated_says_where_its_name_and_its_findings_come_from() -> Result<()>
{
    visit("imported", "#/causes/omim-204500", Setting::Wide, async |page| {
        page.find("article", "Neuronal ceroid lipofuscinosis 2").await?;
        page.expect_text("Found in patients, by rare-disease data: Myoclonus").await?;
        page.expect_text("Ceroid lipofuscinosis, neuronal, 2").await?;
        page.expect_text("The name above is written by us").await?;
        page.expect_text("Human Phenotype Ontology annotations (phenotype.hpoa)").await?;
        page.expect_text("Not graded. That does not mean harmless").await
    })
    .await
}

#[tokio::test]
async fn a_number_of_a_registry_leads_to_its_disease() -> Result<()> {
    visit("number", "", Setting::Wide, async |page| {
        page.search("ORPHA:501").await?;
        page.expect_listed(&["Lafora disease"]).await
    })
    .await
}

#[tokio::test]
async fn the_folded_findings_are_unfolded_by_a_press() -> Result<()> {
    visit("folded", "#/causes/ep-dravet", Setting::Narrow, async |page| {
        let folded = "return document.querySelector('.findings__rest .feature-list')
            .checkVisibility();";
        ensure!(page.run(folded, vec![]).await? == json!(false));
        page.run("document.querySelector('.findings__rest summary').click()", vec![]).await?;
        ensure!(page.run(folded, vec![]).await? == json!(true));
        Ok(())
    })
    .await
}
