//! The corrections of the fact check that matter most, each read on the printed page.
//!
//! Runs with the feature `ssr`. Reads text, not fields: `tests/core/corrections.rs` has those.
#![cfg(feature = "ssr")]

use std::collections::HashMap;
use std::sync::LazyLock;

use myoclonus_explorer::ui::print::{Frame, StaticPage, static_pages};

/// The text of each page, without marks, by its path.
static TEXTS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let frame = Frame { style_sheet: "a.css".into(), icon: "a.svg".into(), site_url: None };
    let pages = static_pages(&frame).filter(|page| page.path.contains('/'));
    pages.map(|StaticPage { path, html }| (path, text(&html))).collect()
});

/// What is outside tags and inside the main part of the page.
fn text(html: &str) -> String {
    let (_, main) = html.split_once("<main").unwrap_or_default();
    let outside = main.split('<').map(|part| part.split_once('>').map_or(part, |(_, it)| it));
    let text = outside.collect::<Vec<_>>().join(" ");
    let text = text.replace("&quot;", "\"").replace("&#x27;", "'").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The number of the correction, the page, and what is read there.
const READ: &[(u8, &str, &[&str])] = &[
    (1, "causes/ep-alpers", &["Emergency: act now", "before any seizure medicine is given"]),
    (1, "causes/gen-melas", &["Emergency: act now", "valproate is avoided"]),
    (1, "causes/ep-merrf", &["Made worse by", "valproate"]),
    (1, "causes/drug-valproate", &["It is contraindicated in POLG disease (liver failure)"]),
    (2, "causes/ai-posttransplant-limbic", &["Emergency: act now", "an antiviral"]),
    (2, "causes/inf-hhv6", &["after a transplant antivirals are started at once on suspicion"]),
    (3, "causes/sleep-benign-infant", &["Soon: today or within days", "called benign only after"]),
    (3, "causes/phys-infant-feeding", &["emergency number for a first fit"]),
    (4, "causes/drug-risperidone", &["emergency department now for fever with stiff muscles"]),
    (4, "causes/drug-levodopa", &["never leave it off or miss it on your own"]),
    (4, "causes/drug-nms", &["Emergency: act now"]),
    (5, "treatments/avoid-gaba", &["goes on with it until the specialist stops it"]),
    (5, "causes/drug-vigabatrin", &["the medicine is not stopped at home"]),
    (6, "treatments/lamotrigine", &["life-threatening rash", "a doctor the same day"]),
    (7, "treatments/piracetam", &["never stopped suddenly in myoclonus", "Huntington disease"]),
    (7, "causes/nd-huntington", &["Piracetam, a medicine against jerks, is not used"]),
    (8, "causes/drug-clozapine", &["Carbamazepine, added in an old series, is avoided today"]),
    (9, "causes/met-hypoglycaemia", &["nothing by mouth, lay on the side", "never insulin"]),
    (10, "causes/inf-enterovirus-a71", &["five of the 37 children", "not the share of all"]),
    (11, "causes/drug-ifosfamide", &["lasting damage and death occur"]),
    (12, "causes/ep-dravet", &["Made worse by", "carbamazepine", "lamotrigine"]),
    (12, "causes/ep-jme", &["Made worse by", "myoclonic status"]),
    (13, "causes/ai-rasmussen", &["Emergency: act now", "also with clear awareness"]),
    (13, "causes/str-mcd", &["Emergency: act now", "also with clear awareness"]),
    (14, "causes/ep-bmei", &["children's doctor the same day", "EEG within a day or so"]),
    (15, "causes/drug-checkpoint-inhibitors", &["Emergency: act now", "24-hour line now"]),
    (15, "causes/drug-opioids-group", &["naloxone if it is at hand"]),
    (15, "causes/drug-imipenem", &["In hospital: tell the team now"]),
];

#[test]
fn each_of_the_fifteen_gravest_corrections_is_read_on_its_page() {
    for number in 1..=15 {
        assert!(READ.iter().any(|(it, ..)| *it == number), "A{number} is read");
    }
    for (number, path, words) in READ {
        let path = format!("{path}.html");
        let text = TEXTS.get(&path).unwrap_or_else(|| panic!("{path} is printed"));
        let lower = text.to_lowercase();
        for words in *words {
            assert!(lower.contains(&words.to_lowercase()), "A{number}: {words:?} is on {path}");
        }
    }
}
