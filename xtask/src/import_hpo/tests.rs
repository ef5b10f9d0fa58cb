//! Tests of every oddity in the files and its report, and of the statistics against a second,
//! plainer computation.

use std::collections::{BTreeMap, BTreeSet};

use super::candidates::Import;
use super::candidates::merge;
use super::ids::{DiseaseId, TermId};
use super::read::annotations::Annotations;
use super::read::genes;
use super::read::ontology::Ontology;
use super::read::release::Release;
use super::{lines, lost, read, write};

#[allow(unreachable_pub, dead_code, reason = "shared with the tests of the core")]
#[path = "../../../tests/fuzz/mutate.rs"]
mod mutate;

const ONTOLOGY: &str = r#"format-version: 1.2
data-version: hp/releases/2024-02-30

[Term]
id: HP:0000001
name: All

[Term]
id: HP:0000118
name: Phenotypic abnormality
is_a: HP:0000001 ! All

[Term]
id: HP:0000005
name: Mode of inheritance
is_a: HP:0000001 ! All

[Term]
id: HP:0000007
name: Autosomal recessive inheritance
alt_id: HP:0001526
is_a: HP:0000005 ! Mode of inheritance

[Term]
id: HP:0003674
name: Onset
is_a: HP:0000001 ! All

[Term]
id: HP:0003593
name: Infantile onset
is_a: HP:0003674 ! Onset

[Term]
id: HP:0001336
name: Myoclonus
alt_id: HP:0002530
def: "A sentence of others." [PMID:1]
synonym: "Involuntary jerking movements" EXACT layperson []
synonym: "Jerk, \"small\"" EXACT []
synonym: "Ramsay Hunt" EXACT obsolete_synonym []
synonym: "Twitch" RELATED []
is_a: HP:0000118 ! Phenotypic abnormality

[Term]
id: HP:0045084
name: Limb myoclonus
is_a: HP:0001336 ! Myoclonus

[Term]
id: HP:0001250
name: Seizure
is_a: HP:0000118 ! Phenotypic abnormality

[Term]
id: HP:0032794
name: Myoclonic seizure
is_a: HP:0001250 ! Seizure

[Term]
id: HP:0009999
name: obsolete Jerking
is_obsolete: true
replaced_by: HP:0001336

[Term]
id: HP:0009998
name: obsolete Nothing
is_obsolete: true

[Typedef]
id: part_of
name: part of
"#;

const HEADING: &str = "database_id\tdisease_name\tqualifier\thpo_id\treference\tevidence\tonset\t\
                       frequency\tsex\tmodifier\taspect\tbiocuration";

/// A row of annotations: disease, name, qualifier, term, reference, frequency, aspect.
fn row(cells: [&str; 7]) -> String {
    let [disease, name, qualifier, term, reference, frequency, aspect] = cells;
    format!(
        "{disease}\t{name}\t{qualifier}\t{term}\t{reference}\tPCS\t\t{frequency}\t\t\t{aspect}\tx"
    )
}

fn annotations(rows: &[String]) -> String {
    format!("#version: 2024-02-30\n{HEADING}\n{}\n", rows.join("\n"))
}

const GENES: &str = "ncbi_gene_id\tgene_symbol\thpo_id\thpo_name\tfrequency\tdisease_id\n\
                     1\tAAA1\tHP:0001336\tMyoclonus\t-\tOMIM:100100\n\
                     1\tAAA1\tHP:0001336\tMyoclonus\t-\tORPHA:11\n\
                     2\t-\tHP:0001336\tMyoclonus\t-\tOMIM:100200\n";

const CURATED: &str = "[[feature]]\nlabel = \"Seizure\"\nhpo = \"HP:0001250\"\n";

/// A supplement without a disease.
const NONE_LATER: &str = "# release: 2024-03-01\ndisease\tname\tterms\n";

fn import(rows: &[String]) -> Import {
    let release = release(&annotations(rows));
    read(&release, "", NONE_LATER).unwrap_or_else(|faults| panic!("{}", lines(&faults)))
}

fn release(annotations: &str) -> Release {
    Release {
        ontology: ONTOLOGY.to_owned(),
        annotations: annotations.to_owned(),
        genes: GENES.to_owned(),
        hashes: vec![("hp.obo", "0".to_owned())],
    }
}

const OMIM: DiseaseId = DiseaseId::Omim(100_100);

/// The frequency of one term in the file of annotations.
#[track_caller]
fn frequency(import: &Import, disease: DiseaseId, term: &str) -> String {
    let files = write::files(import, &release(""));
    let (_, text) = files.iter().find(|(name, _)| *name == "annotations.tsv").expect("the file");
    let start = format!("{disease}\t{term}\t");
    let line = text.lines().find(|line| line.starts_with(&start));
    line.unwrap_or_else(|| panic!("{start:?} in {text}"))[start.len()..].to_owned()
}

#[test]
fn counts_classes_and_percentages_of_one_disease_add_up() {
    let jerks =
        |frequency: &str| row(["OMIM:100100", "A", "", "HP:0001336", "PMID:1", frequency, "P"]);
    let import =
        import(&[jerks("3/7"), jerks("1/1"), jerks("HP:0040281"), jerks("50%"), jerks("")]);
    // The row without a frequency adds nothing.
    assert_eq!(frequency(&import, OMIM, "HP:0001336"), "4/8+very frequent+50%\tyes");
    let pooled = &import.diseases[&OMIM].profile.present[&TermId(1336)];
    // 3 + 1 + 0.895 of 8 + 0.5 of 8, of 7 + 1 + 8 + 8.
    assert!((pooled.found() - 15.16).abs() < 1e-9 && pooled.examined() == 24.0);
}

#[test]
fn old_ids_are_replaced_by_those_in_use() {
    for old in ["HP:0002530", "HP:0009999"] {
        let import = import(&[row(["OMIM:100100", "A", "", old, "OMIM:1", "", "P"])]);
        assert_eq!(frequency(&import, OMIM, "HP:0001336"), "\t", "{old}");
        assert_eq!(import.dropped.renamed, 1);
    }
}

#[test]
fn what_was_never_found_is_absent() {
    let import = import(&[
        row(["OMIM:100100", "A", "", "HP:0001336", "", "2/3", "P"]),
        row(["OMIM:100100", "A", "", "HP:0001250", "", "0/4", "P"]),
        row(["OMIM:100200", "B", "", "HP:0001336", "", "", "P"]),
        row(["OMIM:100200", "B", "NOT", "HP:0001250", "", "", "P"]),
        // Counted by one source and denied by another: found. Denied and never counted: absent.
        row(["OMIM:100100", "A", "NOT", "HP:0001336", "", "", "P"]),
        row(["OMIM:100300", "C", "", "HP:0001336", "", "", "P"]),
        row(["OMIM:100300", "C", "NOT", "HP:0001336", "", "", "P"]),
    ]);
    assert_eq!(frequency(&import, OMIM, "HP:0001250"), "0/4\t");
    assert_eq!(frequency(&import, DiseaseId::Omim(100_200), "HP:0001250"), "absent\t");
    assert_eq!(frequency(&import, OMIM, "HP:0001336"), "2/3\t");
    assert_eq!(import.never_found.len(), 1, "C");
}

#[test]
fn a_disease_in_which_myoclonus_was_never_found_is_left_out() {
    let import = import(&[
        row(["OMIM:100100", "A", "", "HP:0045084", "", "1/3", "P"]),
        row(["OMIM:100200", "B", "", "HP:0001336", "", "0/3", "P"]),
        row(["OMIM:100300", "C", "NOT", "HP:0001336", "", "", "P"]),
        row(["OMIM:100400", "D", "", "HP:0001250", "", "", "P"]),
    ]);
    assert_eq!(import.diseases.keys().copied().collect::<Vec<_>>(), [OMIM]);
    assert_eq!(import.never_found.len(), 1, "B; C and D were never candidates");
    assert_eq!(import.candidates, 2);
}

#[test]
fn inheritance_and_onset_are_not_features() {
    let import = import(&[
        row(["OMIM:100100", "A", "", "HP:0001336", "", "", "P"]),
        row(["OMIM:100100", "A", "", "HP:0001526", "", "", "I"]),
        row(["OMIM:100100", "A", "", "HP:0003593", "", "2/5", "C"]),
        row(["OMIM:100100", "A", "", "HP:0000007", "", "", "P"]),
        row(["OMIM:100100", "A", "", "HP:0003593", "", "", "M"]),
    ]);
    let files = write::files(&import, &release(""));
    let diseases = &files.iter().find(|(name, _)| *name == "diseases.tsv").expect("the file").1;
    assert!(
        diseases.contains("OMIM:100100\tA\tother\tA\tAAA1\tHP:0000007\tHP:0003593=2/5\t"),
        "{diseases}"
    );
    assert_eq!((import.dropped.misplaced, import.dropped.modifiers), (1, 1));
}

#[test]
fn repeated_rows_unknown_terms_and_line_ends_are_handled() {
    let jerks = row(["OMIM:100100", "A", "", "HP:0001336", "", "1/2", "P"]);
    let unknown = row(["OMIM:100100", "A", "", "HP:0777777", "", "", "P"]);
    let discarded = row(["OMIM:100100", "A", "", "HP:0009998", "", "", "P"]);
    let text = annotations(&[jerks.clone(), jerks, unknown, discarded]).replace('\n', "\r\n");
    let import =
        read(&release(&text), "", NONE_LATER).unwrap_or_else(|faults| panic!("{}", lines(&faults)));
    assert_eq!(frequency(&import, OMIM, "HP:0001336"), "1/2\t");
    assert_eq!(import.duplicates, 1);
    let unknown: Vec<_> = import.dropped.unknown_terms.iter().collect();
    assert_eq!(unknown, [(&TermId(9998), &(1, 6)), (&TermId(777_777), &(1, 5))]);
    let files = write::files(&import, &release(""));
    let receipt = &files.iter().find(|(name, _)| *name == "receipt.toml").expect("the file").1;
    assert!(receipt.contains("unknown_terms = 2"), "{receipt}");
    toml::from_str::<toml::Table>(receipt).expect("the receipt can be read");
}

#[test]
fn counts_of_two_numbers_for_one_disease_add_up() {
    let import = import(&[
        row(["OMIM:100100", "Jerks, familial, type II", "", "HP:0001336", "PMID:1", "1/3", "P"]),
        row(["ORPHA:11", "Familial jerks type 2", "", "HP:0001336", "ORPHA:11", "HP:0040280", "P"]),
        row(["ORPHA:11", "Familial jerks type 2", "", "HP:0001250", "ORPHA:11", "", "P"]),
        row(["ORPHA:12", "Other jerks", "", "HP:0001336", "ORPHA:12", "", "P"]),
    ]);
    assert_eq!(frequency(&import, OMIM, "HP:0001336"), "1/3+obligate\tyes");
    assert_eq!(frequency(&import, OMIM, "HP:0001250"), "\t");
    assert_eq!(import.diseases.len(), 2);
    let names: Vec<&str> = import.diseases[&OMIM].names.iter().map(|(_, name)| &**name).collect();
    assert_eq!(names, ["Jerks, familial, type II", "Familial jerks type 2"], "both unaltered");
}

#[test]
fn names_of_two_registries_are_compared_by_words() {
    let same = |one: &str, other: &str| merge::words(one) == merge::words(other);
    assert!(same("Gaucher disease, type III", "Gaucher disease type 3"));
    assert!(same("Epilepsy, pyridoxine-dependent", "Pyridoxine-dependent epilepsy"));
    assert!(!same("Spinocerebellar ataxia 13", "Spinocerebellar ataxia type 14"));
}

#[test]
fn terms_have_names_and_old_ids_but_no_definitions() {
    let import = import(&[row(["OMIM:100100", "A", "", "HP:0045084", "", "", "P"])]);
    let files = write::files(&import, &release(""));
    let terms = &files.iter().find(|(name, _)| *name == "terms.tsv").expect("the file").1;
    let jerks = "HP:0001336\tMyoclonus\tHP:0000118\tJerk, \"small\"\t\
                 Involuntary jerking movements\tHP:0002530,HP:0009999\t";
    assert!(terms.contains(jerks), "{terms}");
    assert!(!terms.contains("sentence"), "{terms}");
    assert!(!terms.contains("Seizure"), "nothing uses it: {terms}");
}

#[test]
fn terms_of_curated_causes_change_no_statistics() {
    let rows = [row(["OMIM:100100", "A", "", "HP:0001336", "", "1/2", "P"])];
    let release = release(&annotations(&rows));
    let with = read(&release, CURATED, NONE_LATER).expect("it is whole");
    let without = read(&release, "", NONE_LATER).expect("it is whole");
    let seizure = TermId(1250);
    assert!(with.terms.contains(&seizure) && !without.terms.contains(&seizure));
    assert_eq!(with.numbers, without.numbers);
    assert_eq!(with.diseases, without.diseases);
    for (curated, expected) in [
        ("feature = ", "data/shared/features.toml:0: TOML: "),
        (
            "[[feature]]\nlabel = \"Fit\"\nhpo = \"HP:0001250\"\n",
            "data/shared/features.toml:0: label: \"HP:0001250 Fit, not Seizure\": write the label",
        ),
        (
            "[[feature]]\nlabel = \"Jerking\"\nhpo = \"HP:0009999\"\n",
            "data/shared/features.toml:0: hpo: \"HP:0009999 Jerking\": name a term",
        ),
    ] {
        let faults = read(&release, curated, NONE_LATER).expect_err("it is damaged");
        assert!(faults[0].to_string().starts_with(expected), "{}", faults[0]);
    }
}

#[test]
fn only_diseases_missing_from_a_newer_release_are_lost() {
    let before = "ids\tname\nOMIM:1\tA\nOMIM:2\tB\nORPHA:3\tC\n";
    let now = "ids\tname\nOMIM:1,ORPHA:3\tA\n";
    assert_eq!(lost(before, now), ["OMIM:2"]);
    assert_eq!(lost("", now), Vec::<&str>::new());
}

#[test]
fn the_same_release_gives_the_same_bytes() {
    let rows = generated().0;
    let files = || write::files(&import(&rows), &release(""));
    assert_eq!(files(), files());
}

#[test]
fn imported_diseases_are_on_the_expected_shelves() {
    let root = crate::project::root();
    let text = std::fs::read_to_string(root.join("data/hpo/diseases.tsv")).expect("it is there");
    let rows: Vec<Vec<&str>> =
        text.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    for (id, shelf) in [
        ("OMIM:254780,ORPHA:501", "progressive-myoclonus-epilepsy"),
        ("OMIM:254800,ORPHA:308", "progressive-myoclonus-epilepsy"),
        ("OMIM:204500", "progressive-myoclonus-epilepsy"),
        ("OMIM:607208,ORPHA:33069", "developmental-epileptic-encephalopathy"),
        ("OMIM:159900,ORPHA:36899", "movement-disorder"),
        ("OMIM:606777,ORPHA:71277", "metabolic"),
        ("OMIM:123400,ORPHA:282166", "prion"),
        ("OMIM:607136", "ataxia"),
    ] {
        let row = rows.iter().find(|row| row[0] == id);
        assert_eq!(row.map(|row| row[2]), Some(shelf), "{id}");
    }
    let other = rows.iter().filter(|row| row[2] == "other").count();
    assert!(other * 100 < rows.len() * 15, "{other} of {} fit nowhere", rows.len());
    assert!(rows.iter().all(|row| !row[1].is_empty()), "each has a readable name");
}

/// Checks the first fault of a damaged file.
#[track_caller]
fn refused(release: &Release, expected: &str) {
    let faults = read(release, CURATED, NONE_LATER).expect_err("it is damaged");
    let lines = lines(&faults);
    assert!(lines.starts_with(expected), "{lines}");
    assert!(lines.ends_with("nothing was written"), "{lines}");
}

#[test]
fn damage_is_reported_with_file_line_field_and_remedy() {
    let good = row(["OMIM:100100", "A", "", "HP:0001336", "", "", "P"]);
    let damaged = |cells| release(&annotations(&[good.clone(), row(cells)]));
    let name = "phenotype.hpoa:4: ";
    for (cells, expected) in [
        (["OMM:1", "A", "", "HP:0001336", "", "", "P"], "database_id: \"OMM:1\": write a number"),
        (["OMIM:1", "A", "", "HP:1", "", "", "P"], "hpo_id: \"HP:1\": write an id"),
        (["OMIM:1", "A", "NO", "HP:0001336", "", "", "P"], "qualifier: \"NO\": write NOT or"),
        (["OMIM:1", "A", "", "HP:0001336", "", "8/7", "P"], "frequency: \"8/7\": write a count"),
        (["OMIM:1", "A", "", "HP:0001336", "", "0/0", "P"], "frequency: \"0/0\": write a count"),
        (["OMIM:1", "A", "", "HP:0001336", "", "140%", "P"], "frequency: \"140%\": write a"),
        (["OMIM:1", "A", "", "HP:0001336", "", "", "Q"], "aspect: \"Q\": write P, I, C, M or H"),
    ] {
        refused(&damaged(cells), &format!("{name}{expected}"));
    }
    let cut = annotations(&[good.clone(), good[..20].to_owned()]);
    refused(
        &release(&cut),
        "phenotype.hpoa:4: row: \"OMIM:100100\\tA\\t\\tHP:00\": a row has twelve",
    );
    refused(&release(""), "phenotype.hpoa:0: row: \"\": give the annotations");
    refused(&release("#version: x\nno heading\n"), "phenotype.hpoa:2: heading");
    let with_ontology = |ontology: &str| Release {
        ontology: ontology.to_owned(),
        ..release(&annotations(std::slice::from_ref(&good)))
    };
    refused(&with_ontology(""), "hp.obo:0: [Term]: \"\": give a release");
    let circle = ONTOLOGY.replace("name: All\n", "name: All\nis_a: HP:0001336\n");
    refused(&with_ontology(&circle), "hp.obo:0: is_a: ");
    let missing = ONTOLOGY.replace("is_a: HP:0000118 ! P", "is_a: HP:0000119 ! P");
    refused(&with_ontology(&missing), "hp.obo:0: is_a: \"HP:0001250 is_a HP:0000119\"");
    let open = ONTOLOGY.replace("synonym: \"Twitch\"", "synonym: \"Twitch");
    refused(&with_ontology(&open), "hp.obo:42: synonym");
    let with_genes = |genes: &str| Release {
        genes: genes.to_owned(),
        ..release(&annotations(std::slice::from_ref(&good)))
    };
    refused(&with_genes(""), "genes_to_phenotype.txt:0: row");
    refused(&with_genes("h\n1\tA\n"), "genes_to_phenotype.txt:2: row: \"1\\tA\": a row has six");
}

#[test]
fn no_truncated_file_makes_reading_panic() {
    let rows = annotations(&generated().0[..30]);
    for end in (0..rows.len()).step_by(7) {
        // Any result is fine, but there must be one.
        let _ = Annotations::parse(&rows[..end]);
    }
    for end in (0..ONTOLOGY.len()).step_by(3) {
        let _ = Ontology::parse(&ONTOLOGY[..end]);
    }
    for end in 0..GENES.len() {
        let _ = genes::parse(&GENES[..end]);
    }
}

/// Everything from the files to what would be written, with damage in one of them.
#[test]
fn no_damaged_file_makes_the_import_panic() {
    let rows = annotations(&generated().0[..30]);
    let whole = [ONTOLOGY, rows.as_str(), GENES, CURATED, NONE_LATER];
    let run = mutate::run(
        500,
        |_| (),
        |(), seed| {
            let mut damage = mutate::Mutator::new(seed);
            let at = damage.below(whole.len());
            let mut files = whole.map(str::to_owned);
            files[at] = damage.damaged_part(whole[at], &whole);
            let [ontology, annotations, genes, curated, later] = files;
            let hashes = vec![("hp.obo", "0".to_owned())];
            let release = Release { ontology, annotations, genes, hashes };
            // Any result is fine, but there must be one.
            let _ = read(&release, &curated, &later);
        },
    );
    if mutate::is_long() {
        println!("imports: {run}");
    }
}

/// Forty diseases with up to six features each, as rows and as plain lists: the counts for every
/// disease and term, or none if the row gives no frequency.
type Plain = BTreeMap<u32, BTreeMap<u32, Option<(f64, f64)>>>;

fn generated() -> (Vec<String>, Plain) {
    const TERMS: [u32; 4] = [1336, 45_084, 1250, 32_794];
    let mut seed: u32 = 42;
    let mut next = |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) % below
    };
    let mut rows = Vec::new();
    let mut plain = Plain::new();
    for disease in 0..40 {
        for _ in 0..=next(6) {
            let term = TERMS[next(4) as usize];
            let number = 200_000 + disease;
            let examined = next(9);
            let found = if examined > 0 { 1 + next(examined) } else { 0 };
            let frequency =
                if examined > 0 { format!("{found}/{examined}") } else { String::new() };
            let cells = [
                &format!("OMIM:{number}"),
                &format!("Disease {disease}"),
                "",
                &format!("HP:{term:07}"),
                "PMID:1",
                &frequency,
                "P",
            ];
            let row = row(cells);
            if rows.contains(&row) {
                continue;
            }
            rows.push(row);
            let counts = plain.entry(number).or_default().entry(term).or_default();
            if examined > 0 {
                let before = counts.unwrap_or((0.0, 0.0));
                *counts = Some((before.0 + f64::from(found), before.1 + f64::from(examined)));
            }
        }
    }
    (rows, plain)
}

/// A term and its ancestors, written down by hand.
fn wider(term: u32) -> Vec<u32> {
    match term {
        45_084 => vec![45_084, 1336, 118, 1],
        1336 => vec![1336, 118, 1],
        32_794 => vec![32_794, 1250, 118, 1],
        1250 => vec![1250, 118, 1],
        other => panic!("{other} is not used"),
    }
}

#[test]
fn statistics_equal_those_of_a_plainer_computation() {
    let (rows, plain) = generated();
    let import = import(&rows);
    let diseases = plain.len();
    assert!(diseases >= 30);
    let count = f64::from(u32::try_from(diseases).expect("few"));
    let share = |counts: &Option<(f64, f64)>| counts.map_or(1.0, |(found, of)| found / of);
    // How often a disease has a term or a descendant; 0 if it has neither.
    let closure = |disease: &BTreeMap<u32, Option<(f64, f64)>>, term: u32| {
        let below = disease.iter().filter(|(own, _)| wider(**own).contains(&term));
        below.map(|(_, counts)| share(counts)).fold(0.0, f64::max)
    };
    let information = |term: u32| {
        let having = plain.values().filter(|disease| closure(disease, term) > 0.0).count();
        -(f64::from(u32::try_from(having).expect("few")) / count).max(0.5 / count).ln()
    };
    for term in [1, 118, 1336, 45_084, 1250, 32_794] {
        let numbers = import.numbers[&TermId(term)];
        let background: f64 = plain.values().map(|disease| closure(disease, term)).sum();
        assert!((numbers.information - information(term)).abs() < 1e-12, "{term}");
        assert!((numbers.background - background / count).abs() < 1e-12, "{term}");
    }
    // The candidates: those with any kind of myoclonus.
    let candidates: Vec<(&u32, _)> = plain
        .iter()
        .filter(|(_, disease)| [1336, 32_794].iter().any(|term| closure(disease, *term) > 0.0))
        .collect();
    let known: Vec<u32> = candidates.iter().map(|(number, _)| **number).collect();
    let imported: Vec<DiseaseId> = import.diseases.keys().copied().collect();
    assert_eq!(imported, known.iter().map(|number| DiseaseId::Omim(*number)).collect::<Vec<_>>());
    let findings: Vec<u32> =
        candidates.iter().flat_map(|(_, disease)| disease.keys().copied()).collect();
    for (number, disease) in &candidates {
        let best = |term: u32| {
            let common = wider(term).into_iter().filter(|wider| closure(disease, *wider) > 0.0);
            common.map(information).fold(0.0, f64::max)
        };
        let sum: f64 = findings.iter().map(|term| best(*term)).sum();
        let expected = sum / f64::from(u32::try_from(findings.len()).expect("few"));
        let imported = import.diseases[&DiseaseId::Omim(**number)].expected;
        assert!((imported - expected).abs() < 1e-12, "{number}: {imported} {expected}");
    }
}

#[test]
fn another_disease_of_the_release_changes_only_statistics() {
    // Statistics are based on all diseases of the release, also those without myoclonus.
    let (mut rows, _) = generated();
    let before = import(&rows);
    rows.push(row(["OMIM:300000", "Z", "", "HP:0001250", "", "", "P"]));
    let after = import(&rows);
    assert_eq!(before.diseases.len(), after.diseases.len());
    assert_eq!(before.annotated + 1, after.annotated);
    let ids = |import: &Import| import.terms.iter().copied().collect::<BTreeSet<_>>();
    assert_eq!(ids(&before), ids(&after));
    assert!(before.numbers[&TermId(1336)].background > after.numbers[&TermId(1336)].background);
}

#[test]
fn a_supplement_adds_diseases_without_frequencies() {
    let rows = [
        row(["OMIM:100100", "A", "", "HP:0001336", "", "2/3", "P"]),
        row(["OMIM:100200", "B", "", "HP:0001336", "", "0/3", "P"]),
        row(["OMIM:100300", "C", "", "HP:0001250", "", "0/4", "P"]),
    ];
    let all = "HP:0001336;HP:0001250;HP:0000007;HP:0003593;HP:7777777";
    let later = format!(
        "{NONE_LATER}OMIM:100100\tA\t{all}\nOMIM:100200\tB\t{all}\nOMIM:100300\tC\t{all}\n\
         OMIM:100400\tD\tHP:0001250\nORPHA:11\tE\tHP:0002530\n"
    );
    let import = read(&release(&annotations(&rows)), "", &later)
        .unwrap_or_else(|faults| panic!("{}", lines(&faults)));
    let releases: Vec<_> =
        import.diseases.iter().map(|(id, it)| (id.to_string(), &*it.release)).collect();
    let expected = [("OMIM:100100", "2024-02-30"), ("OMIM:100300", "2024-03-01")]
        .into_iter()
        .chain([("ORPHA:11", "2024-03-01")]);
    assert!(releases.iter().map(|(id, release)| (&**id, *release)).eq(expected), "{releases:?}");
    // What the release has says how often; what the supplement adds does not.
    assert_eq!(frequency(&import, OMIM, "HP:0001336"), "2/3\t");
    let added = DiseaseId::Omim(100_300);
    assert_eq!(frequency(&import, added, "HP:0001336"), "\t");
    assert_eq!(frequency(&import, DiseaseId::Orpha(11), "HP:0001336"), "\t", "an old id");
    let profile = &import.diseases[&added].profile;
    assert!(profile.inheritance.contains(&TermId(7)) && profile.course.contains_key(&TermId(3593)));
    // C was examined for seizures, and none were found.
    assert!(!profile.present.contains_key(&TermId(1250)));
    assert!(import.supplement.not_taken.denied.contains(&(added, TermId(1250))));
    assert!(import.supplement.not_taken.unknown.contains(&TermId(7_777_777)));
    assert_eq!(import.diseases[&DiseaseId::Orpha(11)].genes.len(), 1, "genes of the release");
    // A is in the release, B was found without myoclonus, D has none.
    assert_eq!(import.supplement.left_out.len(), 3);
}

#[test]
fn a_damaged_supplement_is_refused() {
    let release =
        release(&annotations(&[row(["OMIM:100100", "A", "", "HP:0001336", "", "", "P"])]));
    for (text, field) in [
        (NONE_LATER.replace("# release: 2024-03-01\n", ""), "release"),
        (NONE_LATER.replace("disease", "id"), "heading"),
        (format!("{NONE_LATER}OMIM:1\tA\n"), "row"),
        (format!("{NONE_LATER}OMIM:x\tA\tHP:0001336\n"), "disease"),
        (format!("{NONE_LATER}OMIM:1\tA\tHP:1\n"), "terms"),
        (format!("{NONE_LATER}OMIM:1\tA\tHP:0001336\nOMIM:1\tA\tHP:0001336\n"), "disease"),
    ] {
        let faults = read(&release, "", &text).expect_err("it is damaged");
        assert!(faults.iter().any(|fault| fault.field == field), "{field}: {}", lines(&faults));
    }
}
