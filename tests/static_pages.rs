//! The static pages: everything can be read and followed without a program.
//!
//! Runs with the feature `ssr`: `cargo test --no-default-features --features ssr --test
//! static_pages`.
#![cfg(feature = "ssr")]

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use myoclonus_explorer::catalogue::{Catalogue, EffectKind, Kind, Link, TopicId};
use myoclonus_explorer::entry::{
    Body, Question, dangers_from_annotations, effects_on, fields, plain_from_annotations,
};
use myoclonus_explorer::facet::Facets;
use myoclonus_explorer::ui::print::{Frame, StaticPage, opening, static_pages};
use myoclonus_explorer::view::{Page, address};
use serde_json::{Value, json};

/// All pages, printed once, for a site whose address is known.
static PAGES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let frame = frame(Some("https://example.org/m/"));
    static_pages(&frame).map(|StaticPage { path, html }| (path, html)).collect()
});

static FACETS: LazyLock<Facets> = LazyLock::new(|| Facets::new(Catalogue::bundled()));

fn frame(site_url: Option<&str>) -> Frame {
    Frame {
        style_sheet: "explorer-0.css".into(),
        icon: "icon-0.svg".into(),
        site_url: site_url.map(str::to_owned),
    }
}

fn page(path: &str) -> &'static str {
    PAGES.get(path).unwrap_or_else(|| panic!("{path} is not printed"))
}

/// The values of an attribute, in their order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The structured data of a page, for search engines.
fn structured(path: &str) -> Option<Value> {
    let (_, rest) = page(path).split_once("<script type=\"application/ld+json\">")?;
    let (data, _) = rest.split_once("</script>").expect("the element ends");
    Some(serde_json::from_str(data).unwrap_or_else(|error| panic!("{path}: {error}")))
}

#[test]
fn every_entry_and_every_list_has_a_page() {
    let catalogue = Catalogue::bundled();
    let entries = catalogue.cause_count() + catalogue.all_topics().count();
    let lists: Vec<_> = Page::ALL.iter().filter(|page| page.is_printed()).collect();
    assert_eq!(PAGES.len(), entries + lists.len(), "no two share a path");
    for list in lists {
        assert!(page(&format!("{}/index.html", list.key())).contains("<h1"), "{list:?}");
    }
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        let html = page(&format!("causes/{}.html", cause.slug));
        assert!(html.contains("id=\"entry-heading\""), "{} has a heading", cause.slug);
    }
}

#[test]
fn the_list_has_every_cause_once() {
    let html = page("causes/index.html");
    let rows: Vec<_> =
        values(html, "href").into_iter().filter(|href| href.starts_with("../causes/")).collect();
    let distinct: HashSet<_> = rows.iter().filter(|href| !href.contains('#')).collect();
    // One of the links leads to the list itself, from the head of the page.
    assert_eq!(distinct.len(), Catalogue::bundled().cause_count() + 1);
    assert_eq!(html.matches(" class=\"item\"").count(), Catalogue::bundled().cause_count());
}

#[test]
fn an_entry_prints_with_its_references_and_notice() {
    let html = page("causes/hyp-lance-adams.html");
    assert!(html.contains("Chronic post-hypoxic myoclonus (Lance-Adams syndrome)</h1>"));
    assert!(html.contains("id=\"ref-1\""));
    assert!(html.contains("Not reviewed by a clinician"));
    assert!(
        html.contains("href=\"../index.html#/causes/hyp-lance-adams\""),
        "it links to the explorer"
    );
}

#[test]
fn every_kind_of_page_prints() {
    for (path, text) in [
        ("types/negative.html", "Negative myoclonus</h1>"),
        ("work-up/eeg.html", "Electroencephalography"),
        ("treatments/clonazepam.html", "Clonazepam</h1>"),
        ("look-alikes/tics.html", "Tics</h1>"),
        ("glossary/myoclonus.html", "Myoclonus</h1>"),
        ("work-up/index.html", "Red flags first"),
        ("sources/index.html", "Barlow KH, 2020"),
        ("about/index.html", "No clinician has reviewed it."),
    ] {
        assert!(page(path).contains(text), "{path}: {text}");
    }
}

/// The text of a page after this, up to that.
fn between<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = html.split_once(start).unwrap_or_else(|| panic!("{start:?} is printed"));
    rest.split_once(end).map_or(rest, |(part, _)| part)
}

/// The main caution of a treatment.
fn caution(treatment: TopicId) -> &'static str {
    let topic = Catalogue::bundled().topic(treatment);
    topic.caution().unwrap_or_else(|| panic!("{} has a caution", topic.slug))
}

#[test]
fn no_treatment_is_named_without_its_main_caution() {
    let catalogue = Catalogue::bundled();
    let (mut rows, mut in_text) = (0, 0);
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        let html = page(&format!("causes/{}.html", cause.slug));
        let help = html.split_once("id=\"help\"").map_or("", |(_, rest)| rest);
        let help = help.split("</section>").next().unwrap_or_default();
        let effects = effects_on(catalogue, id);
        for (treatment, effect) in &effects {
            let slug = catalogue.topic(*treatment).slug;
            let row = help.split("<tr>").find(|row| {
                row.contains(&format!("treatments/{slug}.html"))
                    && row.contains(effect.kind.label())
            });
            let row = text(row.unwrap_or_else(|| panic!("{}: {slug} has a row", cause.slug)));
            assert!(row.contains(caution(*treatment)), "{}: {row}", cause.slug);
            rows += usize::from(effect.kind == EffectKind::Helps);
        }
        for treatment in cause.treatments {
            assert!(text(help).contains(caution(*treatment)), "{}", cause.slug);
            in_text += 1;
        }
        let drawn = help.matches("/treatments/").count();
        let treatments = catalogue.topics(Kind::Treatment);
        // What makes a disease worse is not named as a treatment.
        let named = without(help, "<ul class=\"worse\">", "</ul><p>");
        let linked =
            treatments.filter(|(_, it)| named.contains(&format!("treatments/{}.html", it.slug)));
        for (treatment, _) in linked {
            assert!(text(help).contains(caution(treatment)), "{}: {drawn} links", cause.slug);
        }
    }
    assert!(rows > 300 && in_text > 20, "{rows} rows, {in_text} in texts");
    let all = text(page("treatments/index.html"));
    for (treatment, topic) in catalogue.topics(Kind::Treatment) {
        assert!(all.contains(caution(treatment)), "{}", topic.slug);
    }
}

/// A text without the first part that begins and ends so.
fn without(text: &str, begins: &str, ends: &str) -> String {
    let cut = text.split_once(begins).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(ends)?;
        Some(format!("{before}{after}"))
    });
    cut.unwrap_or_else(|| text.to_owned())
}

#[test]
fn what_was_seen_in_one_person_reads_so() {
    let catalogue = Catalogue::bundled();
    let mut few = 0;
    for cause in catalogue.cause_ids().map(|id| catalogue.cause(id)) {
        let Some(said) = cause.reversible.as_ref().and_then(|it| it.said_of_few) else { continue };
        let html = text(page(&format!("causes/{}.html", cause.slug)));
        assert_eq!(html.matches(said).count(), 2, "{}: at a glance and below", cause.slug);
        few += 1;
    }
    assert!(few > 0);
}

#[test]
fn no_number_is_called_not_recorded_beside_it() {
    const NOT: &str = "How often each is found is not recorded.";
    let catalogue = Catalogue::bundled();
    for cause in catalogue.cause_ids().map(|id| catalogue.cause(id)) {
        let annotations = || cause.annotated.iter().flat_map(|it| catalogue.annotations(it));
        let counted =
            |term| annotations().any(|it| it.found.term == term && !it.found.frequency.is_empty());
        let unsaid = cause.features.values.iter().filter(|it| it.frequency.is_empty());
        if unsaid.map(|it| it.term).any(counted) {
            let html = text(page(&format!("causes/{}.html", cause.slug)));
            assert!(!html.contains(NOT), "{}", cause.slug);
            assert!(html.contains("rare-disease data"), "{}", cause.slug);
        }
    }
}

#[test]
fn two_links_of_an_entry_with_one_text_lead_to_one_place() {
    let catalogue = Catalogue::bundled();
    for cause in catalogue.cause_ids().map(|id| catalogue.cause(id)) {
        let html = page(&format!("causes/{}.html", cause.slug));
        let mut led: HashMap<String, &str> = HashMap::new();
        for link in html.split("<a ").skip(1) {
            let Some((_, rest)) = link.split_once("href=\"") else { continue };
            let href = rest.split('"').next().unwrap_or_default();
            let is_entry = ["/causes/", "/types/", "/treatments/", "/look-alikes/"];
            if !is_entry.iter().any(|page| href.contains(page)) || href.contains("index.html") {
                continue;
            }
            let words = link.split_once('>').map_or("", |(_, rest)| rest);
            let words = text(words.split("</a>").next().unwrap_or_default());
            let first = *led.entry(words.clone()).or_insert(href);
            assert_eq!(first, href, "{}: {words}", cause.slug);
        }
    }
}

#[test]
fn treatments_name_the_medicines_that_make_a_disease_worse_with_their_sources() {
    let catalogue = Catalogue::bundled();
    let html = page("treatments/index.html");
    assert!(html.contains("href=\"#harms\""), "the top of the page leads there");
    let harms = between(html, "id=\"harms\"", "<footer");
    assert!(harms.contains("without the prescriber"));
    let mut diseases = 0;
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        let address = format!("<h3><a href=\"../causes/{}.html\">", cause.slug);
        let Some(worsened) = &cause.worsened_by else {
            assert!(!harms.contains(&address), "{}", cause.slug);
            continue;
        };
        diseases += 1;
        let told = between(harms, &address, "<h3>");
        let words = text(told);
        assert!(words.contains(worsened.text), "{}: {words}", cause.slug);
        for medicine in worsened.medicines {
            assert!(words.contains(medicine.words), "{}: {}", cause.slug, medicine.words);
            for link in medicine.links {
                let slug = match *link {
                    Link::Cause(id) => catalogue.cause(id).slug,
                    Link::Topic(id) => catalogue.topic(id).slug,
                    Link::Category(id) => catalogue.category(id).slug,
                };
                assert!(told.contains(slug), "{}: {} leads to {slug}", cause.slug, medicine.words);
            }
        }
        for claim in worsened.claims {
            assert!(claim.detail.is_none_or(|detail| words.contains(detail)), "{}", cause.slug);
            let title = escaped(catalogue.source(claim.source).title);
            assert!(harms.contains(&title), "{}: {title}", cause.slug);
        }
        assert!(told.contains("href=\"#ref-"), "{} leads to its sources", cause.slug);
    }
    assert_eq!(harms.matches("<h3><a href=\"../causes/").count(), diseases);
    assert!(diseases > 10, "{diseases} diseases");
}

/// The corrections of texts are tested where the texts are; here each text is on its page.
#[test]
fn every_recorded_sentence_is_on_the_page_of_its_entry() {
    let catalogue = Catalogue::bundled();
    let mut walked = 0;
    let mut all_printed = |path: &str, said: Vec<&str>| {
        let words = text(page(path));
        for said in said {
            let said = escaped(said).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(words.contains(&said), "{path}: {said}");
            walked += 1;
        }
    };
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        let mut said = Vec::new();
        for field in fields(catalogue, cause) {
            match field.body {
                Body::Urgency(Some(urgency)) => said.extend([urgency.act, urgency.why]),
                Body::WorsenedBy(Some(worsened)) => said.push(worsened.text),
                Body::Opening(Some(opening)) | Body::Statement(Some(opening)) => {
                    said.push(opening.text);
                }
                Body::Phrases(phrases) => said.extend(phrases.iter().map(|it| it.words)),
                _ => continue,
            }
            said.extend(field.claims.iter().filter_map(|claim| claim.detail));
        }
        all_printed(&format!("causes/{}.html", cause.slug), said);
    }
    for (_, topic) in catalogue.all_topics() {
        let said = topic.fields.iter().flat_map(|field| {
            let details = field.claims.iter().filter_map(|claim| claim.detail);
            field.body.iter().map(|it| it.words).chain(details)
        });
        let path = format!("{}/{}.html", Page::of(topic.kind).key(), topic.slug);
        all_printed(&path, said.collect());
    }
    assert!(walked > 5000, "{walked} texts");
}

#[test]
fn what_is_said_of_one_form_or_a_few_patients_is_not_said_of_a_whole_disease() {
    for (slug, said) in [
        ("omim-620024", "Neonatal death, 1 of 3 patients"),
        ("ess-hyperekplexia", "Progressive (Hyperekplexia 4, OMIM:618011)"),
    ] {
        let html = page(&format!("causes/{slug}.html"));
        let glance = text(between(html, "<dl class=\"glance\">", "</dl>"));
        assert!(glance.contains(said), "{slug}: {glance}");
    }
    // Medicines as a whole can cause types that this one is not known to cause.
    let jerks = between(page("causes/drug-nms.html"), "id=\"jerks-heading\"", "</section>");
    assert!(jerks.contains("Drug-induced myoclonus"));
    assert!(!jerks.contains("Orthostatic myoclonus"), "{jerks}");
}

#[test]
fn findings_without_any_frequency_are_a_list_and_not_a_table_of_empty_bars() {
    let catalogue = Catalogue::bundled();
    let (mut listed, mut drawn) = (0, 0);
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        let features = cause.features.values;
        if features.is_empty() || !cause.annotated.is_empty() {
            continue;
        }
        let html = page(&format!("causes/{}.html", cause.slug));
        let found = between(html, "id=\"else-heading\"", "</section>");
        for feature in features {
            assert!(text(found).contains(catalogue.term(feature.term).label), "{}", cause.slug);
        }
        if features.iter().all(|feature| feature.frequency.is_empty()) {
            listed += 1;
            assert!(found.contains("How often each is found is not recorded."), "{}", cause.slug);
            assert!(!found.contains("<table"), "{}", cause.slug);
        } else {
            drawn += 1;
            assert!(found.contains("<table"), "{}", cause.slug);
        }
    }
    assert!(listed > 20 && drawn > 20, "{listed} lists, {drawn} tables");
}

#[test]
fn a_red_flag_has_the_colour_of_how_soon_it_needs_help() {
    for (path, level) in [("work-up/serotonin.html", "e"), ("work-up/new-drug.html", "s")] {
        let boxed = format!("<div data-u=\"{level}\" class=\"box stack tight\">");
        assert!(page(path).contains(&boxed), "{path}");
    }
}

#[test]
fn a_source_says_who_wrote_it_once_and_what_is_our_description() {
    let html = page("sources/index.html");
    assert!(html.contains("A title in square brackets is our description"));
    assert!(!html.contains("not shown"));
    let listed = text(html);
    assert!(listed.contains("Juvenile Myoclonic Epilepsy. Epilepsy Foundation."));
    assert!(!listed.contains("Epilepsy Foundation. Epilepsy Foundation."));
}

/// Every link leads to a page that is printed, a file that is published beside the pages, an
/// address of the explorer, a place on the same page, or out of the site.
#[test]
fn no_link_leads_nowhere() {
    let published = [
        "index.html",
        "explorer-0.css",
        "icon-0.svg",
        "myoclonus.html",
        "data/myoclonus.json",
        "data/myoclonus.schema.json",
    ];
    let ids: HashMap<&str, HashSet<&str>> = PAGES
        .iter()
        .map(|(path, html)| (path.as_str(), values(html, "id").into_iter().collect()))
        .collect();
    for (path, html) in PAGES.iter() {
        for href in values(html, "href").into_iter().filter(|href| !href.starts_with("http")) {
            let (file, anchor) = href.split_once('#').map_or((href, ""), |(file, at)| (file, at));
            let target = match file.strip_prefix("../") {
                Some("index.html") if anchor.is_empty() => continue,
                Some("index.html") => {
                    let view = address::parse(Catalogue::bundled(), &FACETS, anchor);
                    assert_eq!(view.unknown, [""; 0], "{path}: {href} leads nowhere");
                    continue;
                }
                Some(file) => file,
                None => {
                    assert_eq!(file, "", "{path}: {href} leads nowhere");
                    path.as_str()
                }
            };
            if !published.contains(&target) {
                let ids = ids.get(target).unwrap_or_else(|| panic!("{path}: {href} leads nowhere"));
                assert!(anchor.is_empty() || ids.contains(anchor), "{path}: {href} leads nowhere");
            }
        }
    }
}

#[test]
fn ids_are_used_once_on_a_page() {
    for (path, html) in PAGES.iter() {
        let ids = values(html, "id");
        let distinct: HashSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), distinct.len(), "{path}: an id is used twice in {ids:?}");
    }
}

/// What a text browser, without style sheets, shows.
fn text(html: &str) -> String {
    let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn without_style_nothing_runs_together() {
    let hiccup = text(page("causes/phys-hiccup.html"));
    assert!(hiccup.contains("1 2 3 web pages"), "references 1 and 2 are not 12: {hiccup}");
    let lafora = text(page("causes/ep-lafora.html"));
    let finding = "Generalized myoclonic seizure: frequent";
    assert!(lafora.contains(finding), "a finding is not its frequency: {lafora}");
    let sources = text(page("sources/index.html"));
    assert!(!sources.contains("readCited") && !sources.contains(".page"), "{:.2000}", sources);
}

#[test]
fn no_control_that_needs_the_program_is_printed() {
    for (path, html) in PAGES.iter() {
        for dead in ["<button", "<input", "<select", "href=\"#/", " style=\"", "<!>"] {
            assert!(!html.contains(dead), "{path} contains {dead}");
        }
        assert_eq!(
            html.matches("<script").count(),
            html.matches("<script type=\"application/ld+json\">").count(),
            "{path} contains a script"
        );
    }
}

#[test]
fn an_entry_opens_with_what_it_is_and_its_row_says_so_in_a_line() {
    for path in ["types/asterixis.html", "work-up/eeg.html", "treatments/valproate.html"] {
        let html = page(path);
        let opening = html.find("<div class=\"lead\">");
        let facts = html.find("<dl class=\"facts\">");
        assert!(opening.is_some() && opening < facts, "{path}");
    }
    let lead = "Jerks from the spinal cord keep to one stretch of the body, almost in rhythm";
    assert!(page("causes/index.html").contains(lead));
    let description = format!("content=\"Segmental spinal myoclonus, cause not found: {lead}");
    assert!(page("causes/str-spinal-idiopathic.html").contains(&description));
}

/// A text as it stands in a document.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn every_entry_is_read_from_plain_words_to_its_sources() {
    let catalogue = Catalogue::bundled();
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        let slug = cause.slug;
        let html = page(&format!("causes/{slug}.html"));
        let (_, entry) = html.split_once("<h1 id=\"entry-heading\"").expect("a heading");
        let plain = cause.plain.as_ref().map(|plain| plain.text.to_owned());
        let plain = plain.or_else(|| plain_from_annotations(catalogue, cause));
        let plain = plain.unwrap_or_else(|| panic!("{slug} has plain words"));
        assert!(plain.ends_with('.'), "{slug}: a sentence ends in a full stop: {plain}");
        let at = |part: &str| entry.find(part);
        let lead = at(&format!("<div class=\"lead\"><p>{} ", escaped(&plain)));
        let headings = Question::ALL.iter().map(|question| {
            let (id, heading) = (question.id(), question.heading());
            at(&format!("<h2 id=\"{id}-heading\">{heading}</h2>"))
        });
        let sections: Vec<usize> = headings.flatten().collect();
        assert_eq!(sections.len(), entry.matches("class=\"sect stack\"").count(), "{slug}");
        assert!(sections.len() >= 2 && sections.is_sorted(), "{slug}: {sections:?}");
        let urgency = at("<h2 id=\"urgency-heading\">").filter(|urgency| *urgency < sections[0]);
        assert!(lead.is_some() && lead < urgency, "{slug}: {lead:?}, {urgency:?}");
        let clinical = at("<div class=\"clinical\">");
        assert_eq!(clinical.is_some(), cause.clinical.is_some(), "{slug}");
        assert!(clinical.is_none_or(|at| urgency < Some(at) && at < sections[0]), "{slug}");
        for section in sections {
            let section = entry[section..].split("</section>").next().unwrap_or_default();
            let (_, body) = section.split_once("</h2>").unwrap_or_default();
            assert!(!text(body).is_empty(), "{slug}: {section}");
        }
    }
}

#[test]
fn a_drawing_stands_beside_words_and_what_is_absent_is_not_drawn_as_present() {
    let mut absent = 0;
    for (path, html) in PAGES.iter() {
        for drawing in html.split("<svg").skip(1) {
            let start = drawing.split('>').next().unwrap_or_default();
            let named = start.contains("aria-hidden=\"true\"") || start.contains("aria-label=");
            assert!(named, "{path}: <svg{start}>");
        }
        for row in html.split("<tr ").skip(1) {
            let row = row.split("</tr>").next().unwrap_or_default();
            let often = row.rsplit("<td").next().unwrap_or_default();
            if often.contains("absent") {
                absent += 1;
                let present = row.contains("class=\"v\"") || row.contains("class=\"r\"");
                assert!(!present, "{path}: {row}");
            }
        }
    }
    assert!(absent > 50, "{absent} rows");
}

#[test]
fn every_page_has_its_own_title_and_a_description() {
    let mut titles = HashMap::new();
    for (path, html) in PAGES.iter() {
        let title = html.split("<title>").nth(1).and_then(|rest| rest.split('<').next());
        let title = title.expect("a page has a title");
        let page = path.split_once('/').map(|(page, _)| page);
        let before = titles.insert((page, title), path);
        assert_eq!(before, None, "{path} has the title {title:?} too");
        let description = html.split("name=\"description\" content=\"").nth(1);
        let description = description.and_then(|rest| rest.split('"').next()).unwrap_or_default();
        let length = description.chars().count();
        assert!((30..=160).contains(&length), "{path}: {description:?}");
    }
}

#[test]
fn a_page_names_its_address_only_if_it_is_known() {
    let canonical =
        "<link rel=\"canonical\" href=\"https://example.org/m/causes/phys-hiccup.html\">";
    assert!(page("causes/phys-hiccup.html").contains(canonical));
    let frame = frame(None);
    let unknown = static_pages(&frame).next().expect("there is a page");
    assert!(!unknown.html.contains("canonical"));
}

#[test]
fn search_engines_learn_what_an_entry_is_and_no_more() {
    let about = |path: &str| structured(path).map(|data| data["about"].clone());
    let cause =
        |path: &str| about(path).map(|about| about[1].clone()).expect("a cause is described");
    assert_eq!(cause("causes/drug-cefepime.html")["@type"], json!("Drug"));
    assert_eq!(cause("causes/drug-cefepime.html")["alternateName"], json!(["Maxipime"]));
    for (path, kind) in [
        // A class of medicines, an everyday thing and a disease.
        ("causes/drug-salicylates.html", "MedicalCause"),
        ("causes/phys-hiccup.html", "MedicalCause"),
        ("causes/gen-wilson.html", "MedicalCondition"),
    ] {
        assert_eq!(cause(path)["@type"], json!(kind), "{path}");
    }
    let codes = &cause("causes/gen-wilson.html")["code"];
    let number = json!({ "@type": "MedicalCode", "codingSystem": "Orphanet", "codeValue": "905" });
    assert_eq!(*codes, json!([number]));
    assert_eq!(
        about("treatments/clonazepam.html").map(|it| it["@type"].clone()),
        Some(json!("Drug"))
    );
    assert_eq!(structured("causes/index.html"), None);
}

/// Medicines by name, and entries that are listed with them and are no substance of their own.
#[test]
fn an_entry_called_a_drug_is_one_substance() {
    let is_drug = |path: &str| {
        let about = structured(path)?["about"].clone();
        let thing = if about.is_array() { about[1].clone() } else { about };
        (thing["@type"] == json!("Drug")).then(|| thing["name"].as_str().map(str::to_owned))
    };
    for path in ["causes/drug-cefepime.html", "causes/drug-lithium.html"] {
        assert!(is_drug(path).is_some(), "{path}");
    }
    for path in ["causes/drug-opioids-group.html", "causes/drug-serotonin-syndrome.html"] {
        assert!(PAGES.contains_key(path), "{path} is there");
        assert!(is_drug(path).is_none(), "{path} is a group or a state");
    }
    // Classes of medicines are named in the plural or by several words.
    for name in PAGES.keys().filter_map(|path| is_drug(path)).flatten() {
        assert!(!name.contains(' ') && !name.ends_with('s'), "{name} is one substance");
    }
}

#[test]
fn imported_diseases_open_with_plain_words_made_from_data() {
    let catalogue = Catalogue::bundled();
    let mut made = 0;
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        let html = page(&format!("causes/{}.html", cause.slug));
        let Some(plain) = plain_from_annotations(catalogue, cause) else {
            assert!(!html.contains("made from rare-disease data"), "{}", cause.slug);
            continue;
        };
        made += 1;
        let text = plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let (before, after) = html.split_once("made from rare-disease data").unwrap_or_default();
        assert!(before.contains(&format!("<p>{text} ")), "{}: {plain}", cause.slug);
        assert!(before.contains("<div class=\"lead\">"), "{}", cause.slug);
        let paragraph = after.split("</p>").next().unwrap_or_default();
        assert!(paragraph.contains("class=\"citations\""), "{} names its source", cause.slug);
        let start: String = plain.chars().take(100).collect();
        let start = start.rsplit_once(' ').map_or("", |(start, _)| start).replace('"', "&quot;");
        let description = format!("name=\"description\" content=\"{start}");
        assert!(html.contains(&description), "{} is described by it", cause.slug);
    }
    assert!(made > 0);
}

#[test]
fn an_entry_without_a_grade_says_what_is_an_emergency_whatever_the_cause() {
    let catalogue = Catalogue::bundled();
    let (mut told, mut dangerous) = (0, 0);
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        let html = page(&format!("causes/{}.html", cause.slug));
        let says = html.contains("Whatever the cause: </b>Call the emergency number");
        assert_eq!(says, cause.urgency.is_none(), "{}", cause.slug);
        told += usize::from(says);
        let Some(dangers) = dangers_from_annotations(catalogue, cause) else { continue };
        let text = between(html, "id=\"urgency-heading\"", "</section>");
        assert!(text.contains("our wording"), "{}: it is marked as ours", cause.slug);
        assert!(text.contains(&dangers), "{}: {dangers}", cause.slug);
        dangerous += 1;
    }
    assert!(told > dangerous && dangerous > 0, "{told}, {dangerous}");
}

#[test]
fn the_opening_explains_myoclonus_and_links_to_every_list() {
    let html = opening();
    assert!(html.contains("it is a sign, not a disease"), "{html}");
    let hrefs = values(&html, "href");
    for href in &hrefs {
        let is_known = match href.split_once('#') {
            Some(("", fragment)) if fragment.starts_with('/') => {
                let parsed = address::parse(Catalogue::bundled(), &FACETS, fragment);
                parsed.unknown.is_empty()
            }
            Some(("", anchor)) => values(&html, "id").contains(&anchor),
            _ => *href == "index.html" || PAGES.contains_key(*href),
        };
        assert!(is_known, "{href} leads nowhere");
    }
    for list in Page::ALL.iter().filter(|page| page.is_printed()) {
        let address = format!("{}/index.html", list.key());
        assert!(hrefs.contains(&address.as_str()), "{address} is linked");
    }
    for dead in ["<button", "<input", "<select", " style=\""] {
        assert!(!html.contains(dead), "the opening contains {dead}");
    }
}
