//! Mistakes in the other names of medicines and genes.

use crate::{DRUG, Folder, check};

#[test]
fn a_name_of_a_medicine_leads_to_one_entry() {
    const FILE: &str = "names/medicines.toml";
    let place = "data/names/medicines.toml: drug-a: ";
    let (brand, twice) = ("\"Alpha\"", "[[medicine]]\ncause = \"drug-a\"\nnames = [\"b\"]\n");
    for (name, from, to, expected) in [
        ("own", brand, "\"a\"", &["brands: \"a\"", "has this name already; remove it"][..]),
        ("taken", brand, "\"Jerks 1\"", &["brands: \"Jerks 1\"", "omim-100100 has this name"]),
        ("repeated", brand, "\"Gamma\"", &["names: \"gamma\"", "has this name already"]),
        ("joined", brand, "\"Alpha|Beta\"", &["brands: \"Alpha|Beta\"", "without |"]),
        ("dosed", brand, "\"Alpha 20 mg\"", &["brands", "\"20 mg\" is a dose"]),
        ("twice", "[[medicine]]", &format!("{twice}[[medicine]]"), &["cause", "join the two"]),
        ("none", "brands = [\"Alpha\"]\nnames = [\"gamma\"]", "", &["names", "give a brand"]),
    ] {
        let expected: Vec<&str> = std::iter::once(place).chain(expected.iter().copied()).collect();
        check(&format!("medicine-{name}"), FILE, from, to, &expected);
    }
    let expected = &["medicines.toml: drug-z: cause", "\"drug-z\"", "a cause that exists"];
    check("medicine-unknown", FILE, "\"drug-a\"", "\"drug-z\"", expected);
}

#[test]
fn a_name_shared_by_two_medicines_is_reported_with_the_other_one() {
    let folder = Folder::new("medicine-shared", |file, text| match file {
        DRUG => text.clone() + &text.replace("drug-a", "drug-b").replace("\"A\"", "\"B\""),
        "names/medicines.toml" => text.clone() + &text.replace("drug-a", "drug-b"),
        _ => text,
    });
    let faults = folder.faults();
    for (field, name) in [("brands", "Alpha"), ("names", "gamma")] {
        let expected = format!(
            "data/names/medicines.toml: drug-b: {field}: {name:?}: drug-a has this name already; \
             a name belongs to one entry only"
        );
        assert!(faults.contains(&expected), "{expected} in {faults:#?}");
    }
}

#[test]
fn a_symbol_names_one_gene() {
    const FILE: &str = "names/former_symbols.toml";
    let place = "data/names/former_symbols.toml: AAA1: ";
    let (former, twice) = ("\"AAAB\"", "[[gene]]\nsymbol = \"AAA1\"\nothers = [\"BBB\"]\n");
    for (name, from, to, expected) in [
        ("current", former, "\"AAA1\"", &["former: \"AAA1\"", "AAA1 has this symbol already"][..]),
        ("repeated", former, "\"aaac\"", &["others: \"AAAC\"", "has this symbol already"]),
        ("short", former, "\"AB\"", &["former: \"AB\"", "too much"]),
        ("joined", former, "\"A;B\"", &["former: \"A;B\"", "without | and ;"]),
        ("twice", "[[gene]]", &format!("{twice}[[gene]]"), &["symbol", "join the two"]),
        ("none", "former = [\"AAAB\"]\nothers = [\"AAAC\"]", "", &["former", "give a symbol"]),
    ] {
        let expected: Vec<&str> = std::iter::once(place).chain(expected.iter().copied()).collect();
        check(&format!("gene-{name}"), FILE, from, to, &expected);
    }
    let expected = &["former_symbols.toml: ZZZ9: symbol", "\"ZZZ9\"", "no disease"];
    check("gene-unknown", FILE, "\"AAA1\"", "\"ZZZ9\"", expected);
}
