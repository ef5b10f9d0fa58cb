//! Mistakes in the form of files, ids and values.

use std::fs;
use std::path::Path;

use crate::pipeline::kind::{Definition, Kind};
use crate::pipeline::read::frequency::{self, Frequency};
use crate::pipeline::vocabulary::FrequencyClass;
use crate::{DRUG, Folder, check};

#[test]
fn an_unknown_word_is_reported_with_the_known_ones() {
    let expected = &["data/causes/drug.toml: drug-a: course.values", "\"acut\"", "acute, subacute"];
    check("word", DRUG, "[\"acute\"]", "[\"acut\"]", expected);
}

#[test]
fn an_impossible_frequency_is_reported() {
    check("count", DRUG, "7/14", "17/14", &["drug-a: features", "\"17/14\"", "no more are found"]);
    for wrong in ["0/0", "+7/14", "7 of 14", "100.5%", "40.25%", "often"] {
        let expected = &["drug-a: features.values.frequency", wrong];
        check("frequency", DRUG, "7/14", wrong, expected);
    }
}

#[test]
fn frequencies_are_counts_shares_or_classes() {
    for (text, expected) in [
        ("3/7", Frequency::Counted { found: 3, examined: 7 }),
        ("0/4", Frequency::Counted { found: 0, examined: 4 }),
        ("40%", Frequency::PerMille(400)),
        ("12.5%", Frequency::PerMille(125)),
        ("100%", Frequency::PerMille(1000)),
        ("very rare", Frequency::Class(FrequencyClass::VeryRare)),
    ] {
        assert_eq!(frequency::read(text), Ok(expected), "{text}");
    }
}

#[test]
fn an_unknown_field_is_reported() {
    check("field", DRUG, "name = \"A\"", "name = \"A\"\ncuorse = 1", &["drug-a: form", "cuorse"]);
}

#[test]
fn a_syntax_error_is_reported_with_its_line() {
    check(
        "syntax",
        "shared/features.toml",
        "hpo = ",
        "hpo ",
        &["data/shared/features.toml: line 3: TOML"],
    );
}

#[test]
fn an_entry_in_single_brackets_is_reported() {
    let expected = &["data/shared/context.toml: file: context", "[[context]]"];
    check("brackets", "shared/context.toml", "[[context]]", "[context]", expected);
}

#[test]
fn an_impossible_date_is_reported() {
    check("day", "release.toml", "2026-11-22", "2026-13-45", &["release: date", "2026-13-45"]);
}

#[test]
fn a_repeated_or_malformed_id_is_reported() {
    let twice = "[[context]]\nid = \"dialysis\"\nmeaning = \"Again\"\nkind = \"usual\"\n\
         commonness = \"rare\"\nchecklist = \"body\"\n[[context]]\nid = \"dialysis\"";
    check(
        "twice",
        "shared/context.toml",
        "[[context]]\nid = \"dialysis\"",
        twice,
        &["dialysis: id", "once"],
    );
    check("slug", DRUG, "id = \"drug-a\"", "id = \"Drug A\"", &["Drug A: id", "lower-case"]);
}

#[test]
fn ids_of_every_kind_of_topic_are_checked() {
    for kind in Kind::ALL {
        let Definition { file: path, entry: key, .. } = kind.definition();
        let file = path.strip_prefix("data/").expect("a path begins with data/");
        let first = format!("[[{key}]]\nid = \"");
        let expected = &[path, ": id: ", "lower-case"];
        check("topic-slug", file, &first, &format!("{first}Bad "), expected);
        let twice = Folder::new("topic-twice", |this, text| match this == file {
            true => text.repeat(2),
            false => text,
        });
        let repeated = format!("{path} has this id already");
        let faults = twice.faults();
        assert!(faults.iter().any(|fault| fault.contains(&repeated)), "{kind:?}: {faults:#?}");
    }
}

#[test]
fn kinds_that_share_a_page_share_their_ids() {
    let expected = &["data/topics/tests.toml: fever: id", "red_flags.toml has this id already"];
    check("one-page", "topics/tests.toml", "id = \"eeg\"", "id = \"fever\"", expected);
    let folder = Folder::new("two-pages", |file, text| match file {
        "topics/glossary.toml" => text.replace("id = \"jerk\"", "id = \"fever\""),
        _ => text,
    });
    assert_eq!(folder.faults(), Vec::<String>::new());
}

#[test]
fn a_source_file_is_named_after_a_kind_of_source() {
    let folder = Folder::new("source-kind", |_, text| text);
    let (from, to) = (folder.0.join("sources/review.toml"), folder.0.join("sources/revue.toml"));
    fs::rename(from, to).expect("the file can be renamed");
    let expected = "data/sources/revue.toml: file: name: \"revue\": name the file after a kind of \
                    source: review, guideline, ";
    let faults = folder.faults();
    assert!(faults.iter().any(|fault| fault.starts_with(expected)), "{faults:#?}");
}

#[test]
fn a_folder_of_entries_has_only_toml_files_and_a_readme() {
    let folder = Folder::new("stray", |_, text| text);
    for name in ["README.md", "notes.txt"] {
        fs::write(folder.0.join("causes").join(name), "").expect("the folder can be written");
    }
    let expected = "data/causes/notes.txt: file: name: \"notes.txt\": only TOML files and \
                    README.md belong here; rename or move it";
    assert_eq!(folder.faults(), [expected]);
}

#[test]
fn the_fields_of_an_entry_are_explained_in_its_folder() {
    let unknown = "hpo = \"HP:0001259\"\nlable = 1";
    let expected = &["Coma: form", "lable", "data/shared/README.md"];
    check("readme", "shared/features.toml", "hpo = \"HP:0001259\"", unknown, expected);
    for path in Kind::ALL.iter().map(|kind| kind.definition().file) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        assert!(folder.with_file_name("README.md").is_file(), "beside {path} is a README");
    }
}

#[test]
fn an_id_of_another_registry_or_ontology_is_reported() {
    for number in ["OMIM:+1", "OMIM:012", "MONDO:1", "254780"] {
        let same_as = format!("name = \"A\"\nsame_as = [\"{number}\"]");
        let expected = &["drug-a: same_as", number, "write OMIM: or ORPHA: and the number"];
        check("registry", DRUG, "name = \"A\"", &same_as, expected);
    }
    for id in ["HP:1259", "HP:+001259", "ORPHA:1"] {
        let expected = &["Coma: hpo", id, "write HP: and seven digits"];
        check("hpo-form", "shared/features.toml", "HP:0001259", id, expected);
    }
}
