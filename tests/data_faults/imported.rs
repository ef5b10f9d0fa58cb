//! Mistakes in the import, and where it meets what curators wrote.

use crate::{DRUG, Folder, check};

#[test]
fn a_damaged_import_is_reported_with_its_line_and_the_remedy() {
    let rewritten = "`cargo xtask import-hpo` rewrites this file";
    for (name, file, from, to, expected) in [
        ("hpo-id", "hpo/terms.tsv", "HP:0001336\tM", "HP:1336\tM", "line 4: id: \"HP:1336\""),
        (
            "hpo-twice",
            "hpo/terms.tsv",
            "HP:0001336\tM",
            "HP:0001259\tM",
            "line 4: id: \"HP:0001259\"",
        ),
        (
            "hpo-parent",
            "hpo/terms.tsv",
            "Coma\tHP:0000118",
            "Coma\tHP:0000119",
            "line 3: parents: \"HP:0000119\"",
        ),
        ("hpo-row", "hpo/terms.tsv", "\t3.0\t0.1", "\t3.0", "line 4: row: "),
        ("hpo-heading", "hpo/terms.tsv", "id\tlabel", "label\tid", "line 1: heading: "),
        (
            "hpo-names",
            "hpo/diseases.tsv",
            "|Familial jerks",
            "",
            "line 2: names: \"Jerks, type 1\": give one name for each number",
        ),
        (
            "hpo-course",
            "hpo/diseases.tsv",
            "=1/2",
            "=2/1",
            "line 2: course: \"2/1\": at least one patient",
        ),
        ("hpo-often", "hpo/annotations.tsv", "3/7", "3 of 7", "line 3: frequency: \"3 of 7\""),
        ("hpo-class", "hpo/annotations.tsv", "+frequent", "+often", "line 3: frequency: \"often\""),
        (
            "hpo-disease",
            "hpo/annotations.tsv",
            "OMIM:100100\tHP:0001336",
            "OMIM:100101\tHP:0001336",
            "line 3: disease: \"OMIM:100101\"",
        ),
        ("hpo-term", "hpo/annotations.tsv", "HP:0001336", "HP:0001337", "line 3: term: "),
        (
            "hpo-published",
            "hpo/annotations.tsv",
            "\tyes",
            "\ty",
            "line 3: published: \"y\": write yes",
        ),
        (
            "hpo-circle",
            "hpo/terms.tsv",
            "Coma\tHP:0000118",
            "Coma\tHP:0001259",
            "line 3: parents: \"Coma\": no term is wider than itself",
        ),
        ("hpo-order", "hpo/annotations.tsv", "HP:0001336", "HP:0001259", "line 3: term: "),
    ] {
        check(name, file, from, to, &[&format!("data/{file}: "), expected, rewritten]);
    }
}

#[test]
fn an_import_must_fit_the_curated_data() {
    check(
        "shelf-unknown",
        "order/shelves.toml",
        "id = \"ataxia\"",
        "id = \"ataxias\"",
        &["data/hpo/diseases.tsv: OMIM:100100: shelf: \"ataxia\": use an id of \
             data/order/shelves.toml"],
    );
    check(
        "shelf-category",
        "order/shelves.toml",
        "category = \"drug\"",
        "category = \"drugs\"",
        &["data/order/shelves.toml: ataxia: category: \"drugs\": use an id of \
             data/order/categories.toml"],
    );
    check(
        "shelf-group",
        "order/shelves.toml",
        "category = \"drug\"",
        "category = \"drug\"\ndivision = \"some\"",
        &["data/order/shelves.toml: ataxia: division: \"some\": use an id of \
             data/order/divisions.toml"],
    );
    check(
        "shelf-empty",
        "order/shelves.toml",
        "[[shelf]]",
        "[[shelf]]\nid = \"prion\"\nname = \"Prion\"\ncategory = \"drug\"\n[[shelf]]",
        &["data/order/shelves.toml: prion: id: \"prion\": no imported disease has this shelf; \
             remove it"],
    );
    check(
        "source-of-import",
        "sources/dataset.toml",
        "id = \"hpog2025\"",
        "id = \"hpog2024\"",
        &["data/sources: hpog2025: id: \"hpog2025\": add this source: the import in data/hpo/ \
             cites it"],
    );
    check(
        "label-of-term",
        "shared/features.toml",
        "label = \"Coma\"",
        "label = \"Stupor\"",
        &["data/shared/features.toml: Stupor: label: \"Stupor\": the ontology's label is \"Coma\""],
    );
}

#[test]
fn a_curated_cause_joins_its_imported_disease_once() {
    let numbered = |number: &str| format!("name = \"A\"\nsame_as = [\"{number}\"]\n");
    let meets = Folder::new("meets", |file, text| match file {
        DRUG => text.replace("name = \"A\"\n", &numbered("ORPHA:11")),
        _ => text,
    });
    assert_eq!(meets.faults(), Vec::<String>::new());
    let twice = Folder::new("meets-twice", |file, text| match file {
        DRUG => format!(
            "{}\n[[cause]]\nid = \"drug-b\"\nname = \"B\"\nsame_as = [\"OMIM:100100\"]\n\
             claims = [{{ source = \"paper\" }}]\n",
            text.replace("name = \"A\"\n", &numbered("ORPHA:11"))
        ),
        _ => text,
    });
    let expected =
        "data/causes/drug.toml: drug-b: same_as: \"OMIM:100100, ORPHA:11\": drug-a is the same";
    assert!(twice.faults()[0].starts_with(expected), "{:?}", twice.faults());
}

#[test]
fn a_background_that_is_no_number_is_reported() {
    let file = "hpo/terms.tsv";
    for (name, old, new, field) in [
        ("information", "\t3.1\t0.1", "\tmuch\t0.1", "information: \"much\""),
        ("share", "\t3.1\t0.1", "\t3.1\t1.5", "background: \"1.5\""),
        ("old number", "In a coma\t\t", "In a coma\tHP:1\t", "old_ids: \"HP:1\""),
    ] {
        check(name, file, old, new, &["line 3", field]);
    }
    let expected = &["data/hpo/receipt.toml: file: annotated_diseases", "import-hpo"];
    check("receipt", "hpo/receipt.toml", "annotated_diseases", "diseases", expected);
}
