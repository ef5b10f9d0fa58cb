//! Mistakes in what pictures are drawn from.

use crate::{DRUG, NOTE, check};

/// Checks a row of figures: `[[cause.<field>]]` with these lines and a sound claim.
#[track_caller]
fn check_row(name: &str, field: &str, lines: &str, expected: &[&str]) {
    let row = format!("{NOTE}\n[[cause.{field}]]\n{lines}\nclaims = [{{ source = \"paper\" }}]");
    check(name, DRUG, NOTE, &row, expected);
}

#[test]
fn numbers_of_pictures_are_possible() {
    let group = "group = \"people\"\ndenominator = \"cases\"";
    for (name, field, lines, expected) in [
        ("no-number", "timings", "measured = \"burst\"".to_owned(), "low, high or both"),
        ("low", "timings", "measured = \"burst\"\nlow = 9.0\nhigh = 3.0".to_owned(), "above high"),
        ("zero", "timings", "measured = \"rate\"\nlow = 0.0".to_owned(), "above 0"),
        ("measured", "timings", "measured = \"hum\"\nlow = 1.0".to_owned(), "use one of: burst"),
        ("more", "shares", format!("found = 3\nof = 2\n{group}"), "at least `found`"),
        ("of", "shares", format!("found = 3\n{group}"), "at least `found`"),
        ("none", "shares", group.to_owned(), "found and of, percent"),
        ("twice", "shares", format!("found = 1\nof = 2\npercent = 50.0\n{group}"), "once"),
        ("over", "shares", format!("percent = 101.0\n{group}"), "write 0 to 100"),
        (
            "among",
            "shares",
            "percent = 5.0\ngroup = \"people\"\ndenominator = \"friends\"".to_owned(),
            "use one of: cases",
        ),
    ] {
        let place = format!("drug-a: {field}");
        check_row(&format!("figure-{name}"), field, &lines, &[&place, expected]);
    }
}

#[test]
fn rows_of_pictures_have_sources_and_no_dose() {
    let rows = [
        ("timings", "measured = \"burst\"\nlow = 10.0"),
        ("shares", "percent = 5.0\ngroup = \"people\"\ndenominator = \"cases\""),
    ];
    for (field, lines) in rows {
        let place = format!("drug-a: {field}.claims");
        let bare = format!("{NOTE}\n[[cause.{field}]]\n{lines}");
        check("figure-bare", DRUG, NOTE, &bare, &[&place, "at least one source"]);
        let dose = format!("{bare}\nclaims = [{{ source = \"paper\", detail = \"20 mg\" }}]");
        check("figure-dose", DRUG, NOTE, &dose, &[&place, "is a dose"]);
    }
}

#[test]
fn effects_name_a_type_or_a_cause_once() {
    const REST: &str = "[treatment.evidence]";
    let effect = |on: &str, note: &str| {
        format!(
            "[[treatment.effects]]\non = \"{on}\"\neffect = \"helps\"\nevidence = \"trial\"\n\
             {note}claims = [{{ source = \"paper\" }}]\n"
        )
    };
    let file = "topics/treatments.toml";
    for (name, rows, expected) in [
        ("unknown", effect("type:none", ""), "type:id or cause:id"),
        ("other", effect("category:drug", ""), "type:id or cause:id"),
        ("twice", effect("cause:drug-a", "").repeat(2), "give each entry once"),
        ("dose", effect("cause:drug-a", "note = \"20 mg\"\n"), "is a dose"),
    ] {
        let rows = format!("{rows}{REST}");
        check(&format!("effect-{name}"), file, REST, &rows, &["rest: effects", expected]);
    }
}

#[test]
fn a_red_flag_says_how_soon() {
    const DUE: &str = "due = [{ by = \"now\" }]";
    let file = "topics/red_flags.toml";
    let long = format!("{DUE}\nshort = \"{}\"", "a ".repeat(40).trim_end());
    for (name, instead, expected) in [
        ("missing", "", "how soon every red flag"),
        ("word", "due = [{ by = \"later\" }]", "use one of: now, same day"),
        ("theme", "due = [{ by = \"now\" }]\nthemes = [\"luck\"]", "use one of: confusion"),
        ("long", &long, "at most 60"),
    ] {
        check(&format!("due-{name}"), file, DUE, instead, &["red_flags.toml: fever", expected]);
    }
    const EEG: &str = "section = \"blood\"";
    let other = format!("{EEG}\nthemes = [\"fever\"]");
    check("due-kind", "topics/tests.toml", EEG, &other, &["eeg: themes", "only for a red flag"]);
}
