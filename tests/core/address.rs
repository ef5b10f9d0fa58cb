//! Addresses: what a link says is what a reader sees, and no address breaks the page.

use myoclonus_explorer::catalogue::{Catalogue, Kind, Link};
use myoclonus_explorer::facet::Choice;
use myoclonus_explorer::view::address::{self, Parsed};
use myoclonus_explorer::view::{Order, Page, ViewState};
use proptest::prelude::*;

use crate::bundled::{EXPLORER, a_type, cause, choice, facet};

fn parse(fragment: &str) -> Parsed {
    address::parse(Catalogue::bundled(), EXPLORER.facets(), fragment)
}

fn print(view: &ViewState) -> String {
    address::print(Catalogue::bundled(), EXPLORER.facets(), view)
}

/// Checks that a fragment means this view and that no part of it is unknown.
#[track_caller]
fn check(fragment: &str, expected: ViewState) {
    let Parsed { view, unknown } = parse(fragment);
    assert_eq!(view, expected, "{fragment}");
    assert_eq!(unknown, Vec::<String>::new(), "{fragment}");
}

/// Checks that these parts of a fragment are unknown and that the rest means this view.
#[track_caller]
fn check_damaged(fragment: &str, expected: ViewState, unknown: &[&str]) {
    let parsed = parse(fragment);
    assert_eq!(parsed.view, expected, "{fragment}");
    assert_eq!(parsed.unknown, unknown, "{fragment}");
}

#[test]
fn a_page_from_disk_has_no_address_to_share() {
    for (origin, path, site) in [
        ("https://host.example", "/explorer/", "https://host.example/explorer/"),
        ("http://127.0.0.1:8080", "/index.html", "http://127.0.0.1:8080/index.html"),
        // The same file, as different browsers name its origin.
        ("null", "/home/ada/copy.html", ""),
        ("file://", "/C:/Users/ada/copy.html", ""),
        ("", "", ""),
    ] {
        assert_eq!(address::site(origin, path), site, "{origin} {path}");
    }
}

#[test]
fn an_address_says_everything_about_a_view() {
    let view = ViewState {
        page: Page::Causes,
        open: Some("hyp-lance-adams".into()),
        query: "lance adams".into(),
        medicines: Vec::new(),
        chosen: vec![
            choice(facet("group"), "medicines"),
            choice(facet("group"), "infection"),
            choice(facet("feature"), "HP:0001250"),
        ],
        order: Order::Urgency,
        hides_not_recorded: true,
        compared: vec![cause("phys-hiccup"), cause("hyp-lance-adams")],
        embed: false,
    };
    let address = "#/causes/hyp-lance-adams?q=lance%20adams&group=medicines,infection\
                   &feature=HP:0001250&sort=urgency&hide=not-recorded\
                   &causes=phys-hiccup,hyp-lance-adams";
    check(address, view.clone());
    assert_eq!(print(&view), address);
    assert_eq!(print(&ViewState::default()), "#/causes");
    let types = ViewState {
        chosen: vec![choice(facet("axis"), "generator")],
        compared: vec![a_type("cortical"), a_type("spinal-segmental")],
        ..ViewState::at(Page::Types)
    };
    check("#/types?axis=generator&types=cortical,spinal-segmental", types);
}

#[test]
fn a_view_to_be_embedded_says_so_last() {
    let embedded = |view: ViewState| ViewState { embed: true, ..view };
    let acute =
        ViewState { chosen: vec![choice(facet("course"), "acute")], ..ViewState::default() };
    for (address, view) in [
        ("#/causes?embed", ViewState::default()),
        ("#/causes?course=acute&embed", acute.clone()),
        ("#/work-up/eeg?embed", ViewState::at(Page::WorkUp).opening("eeg")),
    ] {
        check(address, embedded(view.clone()));
        assert_eq!(print(&embedded(view.clone())), address);
        assert!(!print(&embedded(view).standing_alone()).contains("embed"));
    }
    check("#/causes?embed=&course=acute", embedded(acute));
    check_damaged("#/causes?embed=no", ViewState::default(), &["embed=no"]);
    let word = ViewState { query: "embed".into(), ..ViewState::default() };
    check("#/causes?q=embed", word);
}

#[test]
fn at_most_four_entries_of_one_kind_are_compared() {
    let two = vec![cause("phys-hiccup"), cause("gen-wilson")];
    let view = ViewState { compared: two, ..ViewState::at(Page::Compare) };
    check("#/compare?causes=phys-hiccup,gen-wilson,phys-hiccup", view.clone());
    check_damaged(
        "#/compare?causes=phys-hiccup,gen-wilson&types=cortical",
        view,
        &["types=cortical"],
    );
    let parsed = parse("#/compare?causes=phys-hiccup,gen-wilson,gen-rett,ep-lafora,ep-jme");
    assert_eq!((parsed.view.compared.len(), parsed.unknown), (4, vec!["causes=ep-jme".to_owned()]));
}

#[test]
fn a_retired_entry_is_compared_as_its_successor() {
    let parsed = parse("#/compare?causes=pn-meningioma");
    assert_eq!(parsed.view.compared, [cause("per-hemifacial")]);
}

#[test]
fn every_page_has_its_address() {
    for page in Page::ALL {
        let address = format!("#/{}", page.key());
        check(&address, ViewState::at(*page));
        if *page == Page::Home {
            // It has no word of its own to stand before an entry.
            continue;
        }
        if page.has_entries() {
            check(&format!("{address}/entry"), ViewState::at(*page).opening("entry"));
        } else {
            check_damaged(&format!("{address}/entry"), ViewState::at(*page), &["entry"]);
        }
    }
}

/// Pages, facets and their keys, as addresses that readers have shared contain them. Keys may be
/// added when the data grows; none may be changed or removed. Genes, terms and sources are left
/// out: their keys are names and numbers given by others.
const SHARED_KEYS: &[(&str, &str, &str)] = &[
    (
        "causes",
        "group",
        "neurological neurological.peripheral neurological.neurodegenerative \
         neurological.neurodegenerative.ataxias \
         neurological.neurodegenerative.other-degeneration-of-the-brain \
         neurological.neurodegenerative.prion-diseases metabolic metabolic.metabolic-systemic \
         metabolic.nutritional medicines medicines.anaesthetic medicines.analgesic \
         medicines.antiarrhythmic medicines.antibiotic-aminoglycoside \
         medicines.antibiotic-beta-lactam medicines.antibiotic-carbapenem \
         medicines.antibiotic-cephalosporin medicines.antibiotic-fluoroquinolone \
         medicines.antibiotic-nitroimidazole medicines.antibiotic-oxazolidinone \
         medicines.antibiotic-penicillin medicines.antibiotic-sulfonamide \
         medicines.antidepressant-mao-inhibitor medicines.antiemetic medicines.antipsychotic \
         medicines.antiseizure medicines.antiseizure-or-neuropathic-pain medicines.antiviral \
         medicines.anxiolytic medicines.benzodiazepine medicines.calcium-channel-blocker \
         medicines.cancer-immunotherapy medicines.cholinesterase-inhibitor \
         medicines.cough-medicine medicines.cytotoxic medicines.dopaminergic \
         medicines.drug-syndrome medicines.gaba-b-agonist medicines.gastrointestinal \
         medicines.glutamate-antagonist medicines.hypnotic medicines.immunosuppressant \
         medicines.inotrope medicines.intravenous-anaesthetic \
         medicines.local-anaesthetic-intrathecal medicines.medication-error-intrathecal \
         medicines.monoamine-oxidase-inhibitor medicines.mood-stabiliser medicines.opioid \
         medicines.opioid-intrathecal medicines.other-antidepressant \
         medicines.snri-antidepressant medicines.ssri-antidepressant \
         medicines.tardive-syndrome medicines.tricyclic-antidepressant medicines.withdrawal \
         poisons poisons.drug poisons.drug.withdrawal poisons.toxin poisons.toxin.mushroom \
         poisons.toxin.recreational-drug infection infection.metabolic-systemic \
         infection.infection infection.infection.post-infectious \
         infection.infection.prion-diseases infection.infection.spinal-cord immune \
         immune.autoimmune-inflammatory immune.malignancy-paraneoplastic \
         immune.malignancy-paraneoplastic.spinal-cord \
         immune.malignancy-paraneoplastic.tumours injury injury.hypoxia-ischaemia \
         injury.malignancy-paraneoplastic injury.structural-trauma \
         injury.structural-trauma.brainstem injury.structural-trauma.spinal-cord \
         injury.structural-trauma.vascular injury.peripheral epilepsy \
         epilepsy.developmental-and-epileptic-encephalopathies epilepsy.focal-motor-status \
         epilepsy.other-epilepsies epilepsy.progressive-myoclonus-epilepsies genetic \
         genetic.epileptic genetic.epileptic.progressive-myoclonus-epilepsies \
         genetic.neurodegenerative genetic.neurodegenerative.ataxias \
         genetic.neurodegenerative.other-degeneration-of-the-brain \
         genetic.neurodegenerative.prion-diseases genetic.genetic-metabolic \
         genetic.genetic-metabolic.lysosomal-diseases \
         genetic.genetic-metabolic.malformation-syndromes \
         genetic.genetic-metabolic.mitochondrial-diseases \
         genetic.genetic-metabolic.neurodevelopmental-syndromes \
         genetic.genetic-metabolic.other-inborn-errors-of-metabolism \
         genetic.genetic-metabolic.other-rare-diseases genetic.essential \
         genetic.essential.dystonias-and-other-movement-disorders sleep-normal \
         sleep-normal.sleep-related sleep-normal.physiological functional unknown \
         unknown.essential unknown.essential.dystonias-and-other-movement-disorders \
         unknown.syndrome",
    ),
    ("causes", "urgency", "emergency soon routine"),
    ("causes", "course", "acute subacute transient recurrent chronic progressive"),
    ("causes", "age", "neonate infant child adolescent young-adult adult older-adult"),
    ("causes", "jerk", "positive negative"),
    ("causes", "where", "focal segmental multifocal axial generalised"),
    ("causes", "origin", "cortical subcortical brainstem spinal peripheral"),
    ("causes", "trigger", "rest action posture stimulus sleep exercise emotion fatigue"),
    ("causes", "reversible", "yes partly no group"),
    (
        "causes",
        "context",
        "electrolyte-disturbance exercise antibiotic-aminoglycoside limb-amputation \
         animal-bite anxiety-or-stress star-fruit-ingestion mushroom-ingestion \
         baclofen-withdrawal hypoxia car-t-therapy antibiotic-carbapenem \
         recent-cardiac-arrest antibiotic-cephalosporin pesticide-exposure mercury-exposure \
         chemotherapy dehydration rapidly-progressive-dementia uncontrolled-diabetes \
         down-syndrome inotrope-infusion antiemetic-drug fainting anaesthesia \
         antibiotic-fluoroquinolone benzodiazepine-use hiv-infection head-injury \
         heart-failure immunotherapy-cancer recent-infection spinal-injection nerve-injury \
         diabetes-treatment after-feeding kidney-failure known-parkinson-disease \
         known-autoimmune-disease coeliac-disease known-dementia spinal-cord-disease \
         known-multiple-sclerosis known-cancer liver-failure mosquito-borne-infection-area \
         low-blood-glucose rapid-sodium-correction respiratory-failure past-measles \
         antibiotic-nitroimidazole dialysis opioid-withdrawal transplant antidepressant-other \
         antibiotic-penicillin malnutrition-or-vitamin-deficiency pregnancy recent-covid19 \
         recent-malaria recent-surgery recreational-drug-use antidepressant-snri \
         antidepressant-ssri scorpion-sting serotonergic-drug-started critical-illness \
         spinal-cord-injury after-injury-or-fright alcohol-withdrawal stroke \
         antibiotic-sulfonamide antifreeze-ingestion calcium-channel-blocker \
         dopaminergic-drug dementia-drug antiarrhythmic-drug maoi-use amantadine-use \
         antipsychotic-use antiseizure-drug antiviral-drug immunosuppressant-drug opioid-use \
         salicylate-use baclofen-use bismuth-use anxiolytic-buspirone gabapentinoid-use \
         lithium-use glutamate-antagonist-drug thyroid-disease tick-bite \
         antidepressant-tricyclic two-serotonergic-drugs immunosuppression falling-asleep \
         solvent-or-industrial-exposure contrast-injection",
    ),
    (
        "causes",
        "evidence",
        "several-reviews review-or-textbook case-reports rare-disease-data product-label \
         web-pages unsourced-text asterixis-list-only one-weak-data-row \
         rare-disease-data-only product-label-only named-only group-statement-only",
    ),
    (
        "types",
        "axis",
        "contraction contraction.negative distribution distribution.focal \
         distribution.segmental distribution.axial provocation provocation.action \
         provocation.stimulus-sensitive provocation.postural provocation.sleep rhythm \
         rhythm.rhythmic rhythm.arrhythmic rhythm.myoclonic-tremor generator \
         generator.cortical generator.cortical-subcortical generator.subcortical-nonsegmental \
         aetiology aetiology.physiologic aetiology.epileptic aetiology.symptomatic \
         named-syndrome acuity seed-class",
    ),
];

#[test]
fn every_key_in_a_shared_address_still_works() {
    for (page, facet, keys) in SHARED_KEYS {
        for key in keys.split(' ') {
            let address = format!("#/{page}?{facet}={key}");
            let Parsed { view, unknown } = parse(&address);
            assert_eq!(unknown, Vec::<String>::new(), "{address}");
            assert_eq!((view.chosen.len(), print(&view)), (1, address));
        }
    }
    for page in ["causes", "types", "work-up", "treatments", "look-alikes", "glossary", "compare"] {
        assert_eq!(print(&parse(&format!("#/{page}")).view), format!("#/{page}"));
    }
    for order in ["name", "category", "evidence", "urgency"] {
        let address = format!("#/causes?sort={order}");
        assert_eq!(print(&parse(&address).view), address);
    }
}

#[test]
fn unknown_parts_are_reported_and_the_rest_is_kept() {
    for start in ["", "#", "#/", "#/?&&"] {
        check(start, ViewState::at(Page::Home));
    }
    for nothing in ["#/causes/", "#/causes?&&"] {
        check(nothing, ViewState::default());
    }
    // Before there was a start, these were the causes.
    for list in ["#/?sort=name", "#/?group=infection", "#/?embed", "#/?hide=not-recorded"] {
        check(list, parse(&list.replace("#/", "#/causes")).view);
    }
    check_damaged("#/elsewhere/deep", ViewState::default(), &["elsewhere/deep"]);
    check_damaged("#/causes?nonsense&x=1", ViewState::default(), &["nonsense=", "x=1"]);
    let hiccup = ViewState { query: "hiccup".into(), ..ViewState::default() };
    check_damaged(
        "#/causes?x=1&q=hiccup&group=nothing,medicine",
        hiccup.clone(),
        &["x=1", "group=nothing", "group=medicine"],
    );
    check_damaged("#/causes?q=hiccup&sort=colour", hiccup.clone(), &["sort=colour"]);
    check_damaged("#/causes?q=hiccup&axis=generator", hiccup.clone(), &["axis=generator"]);
    check_damaged("#/causes?q=hiccup&causes=no-such", hiccup.clone(), &["causes=no-such"]);
    check("/causes?q=hiccup", hiccup);
    let odd = ViewState { query: "100% \u{fffd}%zz".into(), ..ViewState::default() };
    check("#/causes?q=100%25+%ff%zz", odd);
}

#[test]
fn values_keep_their_own_order_in_any_address() {
    let chosen = vec![choice(facet("group"), "medicines"), choice(facet("group"), "infection")];
    check(
        "#/causes?group=infection,medicines,infection",
        ViewState { chosen: chosen.clone(), ..ViewState::default() },
    );
    check("#/causes?group=medicines%2Cinfection", ViewState { chosen, ..ViewState::default() });
}

#[test]
fn only_a_fragment_with_a_slash_is_a_route() {
    for route in ["", "#", "#/causes", "/causes", "#/anything"] {
        assert!(address::is_route(route), "{route:?}");
    }
    for anchor in ["#main", "#ref-3", "ref-3"] {
        assert!(!address::is_route(anchor), "{anchor:?}");
    }
}

/// Any view that the explorer can show.
fn view() -> impl Strategy<Value = ViewState> {
    let catalogue = Catalogue::bundled();
    let causes: Vec<Link> = catalogue.cause_ids().map(Link::Cause).collect();
    let types: Vec<Link> = catalogue.topics(Kind::Type).map(|(id, _)| Link::Topic(id)).collect();
    let compared = prop_oneof![
        prop::sample::subsequence(causes, 0..=4).prop_shuffle(),
        prop::sample::subsequence(types, 0..=4).prop_shuffle(),
    ];
    let page = prop::sample::select(Page::ALL).prop_flat_map(|page| {
        let all: Vec<Choice> =
            page.facets().flat_map(|facet| EXPLORER.facets().table(facet).choices()).collect();
        let most = all.len().min(20);
        (Just(page), prop::sample::subsequence(all, 0..=most))
    });
    let open = prop::option::of("\\PC{1,30}");
    let order = prop::sample::select(Order::ALL);
    let medicines = prop::collection::vec("[a-zé+%&=][a-z +%&=-]{0,8}[a-z]", 0..4);
    (page, open, any::<String>(), medicines, order, any::<[bool; 2]>(), compared).prop_map(
        |((page, chosen), open, query, medicines, order, [hides_not_recorded, embed], compared)| {
            // The start has no list to order, to hide from or to embed.
            let lists = page != Page::Home;
            ViewState {
                page,
                open: open.filter(|_| page.has_entries()),
                query,
                medicines: if page == Page::Causes { medicines } else { Vec::new() },
                chosen,
                order: if lists { order } else { Order::default() },
                hides_not_recorded: lists && hides_not_recorded,
                compared,
                embed: lists && embed,
            }
        },
    )
}

proptest! {
    #[test]
    fn every_view_survives_its_own_address(view in view()) {
        let address = print(&view);
        prop_assert!(address.is_ascii());
        prop_assert_eq!(parse(&address), Parsed { view, unknown: Vec::new() });
    }

    #[test]
    fn no_fragment_breaks_the_parser_and_printing_is_canonical(
        fragment in "(#/(causes|types|compare))?(\\?(embed|q=|group=|sort=|causes=|hide=))?.*",
    ) {
        let view = parse(&fragment).view;
        prop_assert_eq!(parse(&print(&view)).view, view);
    }
}
