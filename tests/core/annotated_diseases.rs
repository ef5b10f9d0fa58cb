//! The bundled annotations of diseases equal `data/hpo/`: complete and unaltered.

use std::collections::{BTreeMap, BTreeSet};

use myoclonus_explorer::catalogue::{
    AnnotatedDisease, Annotation, Catalogue, FoundFeature, Frequency, FrequencyClass, TermId,
};
use myoclonus_explorer::entry::fields;

use crate::bundled::{curated, record};
use crate::data;

/// The rows of a file, cell by cell, without the heading.
fn rows(file: &str) -> Vec<Vec<String>> {
    let row = |line: &str| line.split('\t').map(str::to_owned).collect();
    data::imported(file).lines().skip(1).map(row).collect()
}

fn list(cell: &str, separator: char) -> Vec<String> {
    cell.split(separator).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn hpo(id: TermId) -> String {
    Catalogue::bundled().term(id).hpo()
}

/// A frequency, as the files write it.
fn written(frequency: &[Frequency]) -> String {
    let parts = frequency.iter().map(|each| match each {
        Frequency::Counted { found, examined } => format!("{found}/{examined}"),
        Frequency::Class(class) => class.key().to_owned(),
        Frequency::PerMille(share) => format!("{}%", f64::from(*share) / 10.0),
    });
    parts.collect::<Vec<_>>().join("+")
}

#[test]
fn every_term_has_its_label_wider_terms_and_everyday_names() {
    let ontology = Catalogue::bundled().ontology();
    let rows = rows("terms.tsv");
    assert_eq!(ontology.len(), rows.len());
    for ((id, term), row) in ontology.terms().zip(&rows) {
        assert_eq!((term.hpo(), term.label), (row[0].clone(), row[1].as_str()));
        assert_eq!(ontology.find(&row[0]), Some(id));
        let parents: BTreeSet<String> = ontology.parents(id).iter().map(|id| hpo(*id)).collect();
        assert_eq!(parents, list(&row[2], ',').into_iter().collect(), "{}", row[0]);
        let names = list(&row[4], '|');
        assert!(term.lay_names().all(|name| names.iter().any(|own| own == name)), "{}", row[0]);
        for parent in ontology.parents(id) {
            assert!(ontology.children(*parent).contains(&id), "{}", row[0]);
        }
    }
    assert_eq!(ontology.find("HP:9999999"), None);
    for text in ["1336", "HP:1336", "HP:+001336", "HP:00001336"] {
        assert_eq!(ontology.find(text), None, "{text}");
    }
}

#[test]
fn an_everyday_name_is_left_out_only_if_it_adds_no_word() {
    let catalogue = Catalogue::bundled();
    let words = |name: &str| -> Vec<String> {
        let lower = name.to_lowercase().replace('\'', "");
        let words = lower.split(|letter: char| !letter.is_alphanumeric());
        words
            .map(|word| match word {
                "i" => "1",
                "ii" => "2",
                word => word.trim_end_matches('s'),
            })
            .map(str::to_owned)
            .filter(|it| !it.is_empty())
            .collect()
    };
    let annotations =
        catalogue.annotated_diseases().iter().flat_map(|it| catalogue.annotations(it));
    let used: BTreeSet<TermId> = annotations.map(|annotation| annotation.found.term).collect();
    let mut kept = 0;
    for ((id, term), row) in catalogue.ontology().terms().zip(rows("terms.tsv")) {
        let said: BTreeSet<String> = term.lay_names().chain([term.label]).flat_map(words).collect();
        kept += term.lay_names().count();
        for name in list(&row[4], '|').iter().filter(|_| used.contains(&id)) {
            assert!(words(name).iter().all(|word| said.contains(word)), "{}: {name}", row[0]);
        }
    }
    assert!(kept > 1_000, "{kept} everyday names");
}

#[test]
fn every_disease_has_everything_that_was_imported() {
    let catalogue = Catalogue::bundled();
    let mut annotations: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for row in rows("annotations.tsv") {
        annotations.entry(row[0].clone()).or_default().push(row[1..].to_vec());
    }
    let rows = rows("diseases.tsv");
    assert_eq!(catalogue.annotated_diseases().len(), rows.len());
    let timed = |field: &[FoundFeature]| -> Vec<String> {
        let each = field.iter().map(|found| match written(found.frequency) {
            often if often.is_empty() => hpo(found.term),
            often => format!("{}={often}", hpo(found.term)),
        });
        each.collect()
    };
    for (rare, row) in catalogue.annotated_diseases().iter().zip(&rows) {
        let name = &row[1];
        assert_eq!(rare.numbers, list(&row[0], ','), "{name}");
        assert_eq!(rare.names, list(&row[3], '|'), "{name}");
        assert_eq!(rare.release, row[8], "{name}");
        assert_eq!(rare.genes().collect::<Vec<_>>(), list(&row[4], ','), "{name}");
        let inheritance = rare.inheritance.iter().map(|id| hpo(*id));
        assert_eq!(inheritance.collect::<Vec<_>>(), list(&row[5], ','), "{name}");
        let course: BTreeSet<String> =
            timed(rare.onset).into_iter().chain(timed(rare.course)).collect();
        assert_eq!(course, list(&row[6], ',').into_iter().collect(), "{name}");
        let own: Vec<Vec<String>> = catalogue
            .annotations(rare)
            .iter()
            .map(|it| {
                let often = written(it.found.frequency);
                let often = if often == "0%" { "absent".to_owned() } else { often };
                let published = if it.published { "yes" } else { "" };
                vec![hpo(it.found.term), often, published.to_owned()]
            })
            .collect();
        assert_eq!(Some(&own), annotations.get(rare.numbers[0]), "{name}");
        for field in [catalogue.claims_of_annotations(&[rare]), catalogue.claims_of_genes(&[rare])]
        {
            assert!(
                field.iter().all(|claim| catalogue.source(claim.source).slug.starts_with("hpo"))
            );
        }
    }
}

#[test]
fn each_disease_is_one_cause_with_its_numbers_and_source() {
    let catalogue = Catalogue::bundled();
    let mut causes: BTreeMap<&str, &str> = BTreeMap::new();
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        for rare in cause.annotated {
            let other = causes.insert(rare.numbers[0], cause.slug);
            assert_eq!(other, None, "{} is the same disease", cause.slug);
            let has = |number| cause.same_as.contains(number);
            assert!(rare.numbers.iter().all(has), "{}", cause.slug);
        }
        if cause.annotated.is_empty() {
            continue;
        }
        let sources = cause.claims.iter().map(|claim| catalogue.source(claim.source).slug);
        assert!(sources.into_iter().any(|slug| slug.starts_with("hpoa2025")), "{}", cause.slug);
        assert!(!cause.name.is_empty());
    }
    assert_eq!(causes.len(), catalogue.annotated_diseases().len());
    assert!(
        curated().any(|cause| !cause.annotated.is_empty()),
        "some imported diseases are curated"
    );
}

/// Curated causes with a registry number that the import does not have, and why.
const NOT_IMPORTED: &[(&str, &str)] = &[
    ("gen-menkes", "the release has no myoclonus-related row for it"),
    ("gen-rett", "the release has no myoclonus-related row for it"),
    ("gen-wilson", "the release has no myoclonus-related row for it"),
    ("nd-friedreich", "the release has no myoclonus-related row for it"),
    ("nd-pkan", "the release has no myoclonus-related row for it"),
];

#[test]
fn a_curated_cause_with_a_number_joins_its_disease() {
    let catalogue = Catalogue::bundled();
    let causes = catalogue.cause_ids().map(|id| catalogue.cause(id));
    let mut alone: Vec<&str> = causes
        .filter(|cause| !cause.same_as.is_empty() && cause.annotated.is_empty())
        .map(|cause| cause.slug)
        .collect();
    alone.sort_unstable();
    assert_eq!(alone, NOT_IMPORTED.iter().map(|(slug, _)| *slug).collect::<Vec<_>>());
}

#[test]
fn every_disease_has_jerks_and_every_finding_a_system() {
    let catalogue = Catalogue::bundled();
    let ontology = catalogue.ontology();
    for rare in catalogue.annotated_diseases() {
        let jerks = |rare: &AnnotatedDisease| {
            let present = catalogue.annotations(rare).iter().filter(|it| !it.absent);
            present.filter(|it| ontology.is_myoclonus(it.found.term)).count()
        };
        assert!(jerks(rare) > 0, "{:?}", rare.names);
    }
    for id in catalogue.cause_ids() {
        for found in catalogue.cause(id).features.values {
            let term = catalogue.term(found.term);
            let remedy = "run `cargo xtask import-hpo`";
            assert!(
                ontology.system(found.term).is_some(),
                "{} {}: {remedy}",
                term.hpo(),
                term.label
            );
        }
    }
}

#[test]
fn well_known_diseases_read_as_in_the_release() {
    let catalogue = Catalogue::bundled();
    let often = |slug: &str, label: &str| {
        let rare = record(slug).annotated[0];
        let mut all = catalogue.annotations(rare).iter();
        let found = all.find(|it| catalogue.term(it.found.term).label == label);
        written(found.unwrap_or_else(|| panic!("{slug} has {label}")).found.frequency)
    };
    assert_eq!(often("ep-lafora", "Myoclonus"), "occasional");
    assert_eq!(often("ep-unverricht-lundborg", "Myoclonus"), "42/42+very frequent");
    let genes = |slug: &str| record(slug).genes();
    assert!(genes("ep-unverricht-lundborg").contains(&"CSTB"));
    assert!(genes("ess-myoclonus-dystonia").contains(&"SGCE"));
    assert!(genes("ep-merrf").contains(&"MT-TK"));
    assert_eq!(genes("omim-256731"), ["CLN5"]);
    assert_eq!(genes("phys-hiccup"), Vec::<&str>::new());
    // The import has no gene for the numbers of these.
    assert_eq!(genes("gen-tay-sachs"), ["HEXA"]);
    assert_eq!(genes("gen-npc"), ["NPC1", "NPC2"]);
    assert_eq!(genes("gen-menkes"), ["ATP7A"]);
    // A curator adds one to those of the import.
    assert_eq!(genes("gen-mocd"), ["MOCS1", "MOCS2", "GPHN", "SUOX"]);
    assert_eq!(genes("gen-rett"), ["MECP2"]);
}

#[test]
fn several_diseases_of_one_cause_stay_apart() {
    let catalogue = Catalogue::bundled();
    let lafora = record("ep-lafora");
    let numbers: Vec<_> = lafora.annotated.iter().map(|rare| rare.numbers[0]).collect();
    assert_eq!(numbers, ["OMIM:254780", "OMIM:620681"]);
    let findings = |rare: &AnnotatedDisease| catalogue.annotations(rare).len();
    assert!(lafora.annotated.iter().all(|rare| findings(rare) > 0));
    let genes = lafora.genes();
    assert_eq!(genes.iter().collect::<BTreeSet<_>>().len(), genes.len(), "{genes:?}: each once");
    assert!(genes.contains(&"EPM2A") && genes.contains(&"NHLRC1"), "{genes:?}");
    // The annotations give an onset for one number, and a course for the other.
    let of = |key: &str| -> BTreeSet<&str> {
        let field = fields(catalogue, lafora).into_iter().find(|field| field.key == key);
        let body = field.expect("the field").body;
        body.timed().map(|(rare, _)| rare.numbers[0]).collect()
    };
    assert_eq!(of("onset"), BTreeSet::from(["OMIM:620681"]));
    assert_eq!(of("disease_course"), BTreeSet::from(["OMIM:254780"]));
}

#[test]
fn the_address_of_a_number_leads_to_the_cause_that_has_it() {
    for (address, slug) in [
        ("omim-254780", "ep-lafora"),
        ("orpha-501", "ep-lafora"),
        ("omim-620681", "ep-lafora"),
        ("omim-300672", "gen-cdkl5"),
        ("omim-252160", "gen-mocd"),
        ("omim-149400", "ess-hyperekplexia"),
        ("orpha-352596", "ep-tbc1d24"),
        ("orpha-79500", "gen-doors"),
        ("OMIM-256731", "omim-256731"),
        ("omim-545000", "ep-merrf"),
    ] {
        assert_eq!(record(address).slug, slug);
    }
    for nowhere in ["omim-1", "omim-", "-501", "orpha", "omim:254780"] {
        assert_eq!(Catalogue::bundled().find(nowhere), None, "{nowhere}");
    }
}

#[test]
fn an_absent_finding_keeps_how_many_were_examined() {
    let catalogue = Catalogue::bundled();
    let receipt: toml::Table = data::imported("receipt.toml").parse().expect("the receipt is TOML");
    let annotations =
        catalogue.annotated_diseases().iter().flat_map(|it| catalogue.annotations(it));
    let absent: Vec<_> = annotations.filter(|annotation| annotation.absent).collect();
    let written = receipt["features_absent"].as_integer().expect("the receipt has a count");
    assert_eq!(i64::try_from(absent.len()), Ok(written));
    let counted =
        |it: &&&Annotation| matches!(it.found.frequency, [Frequency::Counted { found: 0, .. }]);
    let rows = rows("annotations.tsv");
    let written = rows.iter().filter(|row| row[2].starts_with("0/") && !row[2].contains('+'));
    assert_eq!(absent.iter().filter(counted).count(), written.count());
}

#[test]
fn a_few_patients_leave_a_wide_range() {
    let very_rare = Frequency::Class(FrequencyClass::VeryRare);
    assert_eq!(Frequency::range(&[very_rare]), Some((1, 4)), "a class has its own range");
    let range = |found, examined| Frequency::range(&[Frequency::Counted { found, examined }]);
    assert_eq!(range(1, 1), Some((21, 100)));
    assert_eq!(range(3, 7), Some((16, 75)));
    assert_eq!(range(37, 37), Some((91, 100)));
    assert_eq!(range(0, 50), Some((0, 7)));
}

#[test]
fn no_curated_finding_repeats_a_frequency_of_the_import() {
    let catalogue = Catalogue::bundled();
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        let annotated = cause.features.claims.iter().filter(|_| !cause.annotated.is_empty());
        let copied = annotated.filter(|claim| catalogue.source(claim.source).slug == "hpoa2025");
        let copied: Vec<_> = copied.filter_map(|claim| claim.detail).collect();
        let of_another_entry = cause.slug == "nd-ataxia-telangiectasia";
        assert!(copied.is_empty() || of_another_entry, "{}: {copied:?}", cause.slug);
    }
}
