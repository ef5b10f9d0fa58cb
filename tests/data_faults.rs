//! What a curator is told: each kind of mistake in `data/`, with file, entry, value and remedy.

#[allow(unreachable_pub, dead_code, missing_docs, reason = "the build script's own modules")]
#[path = "../build/pipeline.rs"]
mod pipeline;

use std::fs;
use std::path::{Path, PathBuf};

use pipeline::check::dose;
use pipeline::read::frequency::{self, Frequency};
use pipeline::vocabulary::FrequencyClass;

/// A small, faultless data folder: file name and content.
const SOUND: &[(&str, &str)] = &[
    ("release.toml", "date = \"2026-11-22\"\nhpo_release = \"2025-01-16\"\n"),
    (
        "categories.toml",
        "[[category]]\nid = \"drug\"\nname = \"Medicines\"\nsuper_group = \"all\"\nexplanation = \"A medicine.\"\n",
    ),
    (
        "super_groups.toml",
        "[[super_group]]\nid = \"all\"\nname = \"All\"\nexplanation = \"All of them.\"\n",
    ),
    (
        "groups.toml",
        "[[group]]\nof = \"type\"\nid = \"axis\"\nname = \"Axis\"\nexplanation = \"An axis.\"\n\
         [[group]]\nof = \"test\"\nid = \"blood\"\nname = \"Blood\"\nexplanation = \"Blood.\"\n\
         [[group]]\nof = \"treatment\"\nid = \"drug\"\nname = \"Drug\"\nexplanation = \"A drug.\"\n",
    ),
    (
        "types.toml",
        "[[type]]\nid = \"acute\"\nname = \"Acute myoclonus\"\ngroup = \"axis\"\n\
         [type.definition]\ntext = \"A jerk.\"\n\
         [type.typical_causes]\nvalues = [\"the drug\"]\nclaims = [{ source = \"paper\" }]\n",
    ),
    (
        "red_flags.toml",
        "[[red_flag]]\nid = \"fever\"\nname = \"Fever\"\n[red_flag.act]\ntext = \"Help.\"\n[red_flag.why]\ntext = \"It.\"\n",
    ),
    ("steps.toml", "[[step]]\nid = \"step-1\"\nname = \"Step 1\"\n[step.text]\ntext = \"Look.\"\n"),
    (
        "tests.toml",
        "[[test]]\nid = \"eeg\"\nname = \"EEG\"\ngroup = \"blood\"\n[test.looks_for]\ntext = \"Soon.\"\n",
    ),
    (
        "treatments.toml",
        "[[treatment]]\nid = \"rest\"\nname = \"Rest\"\ngroup = \"drug\"\n[treatment.evidence]\ntext = \"Rest.\"\n",
    ),
    (
        "look_alikes.toml",
        "[[look_alike]]\nid = \"tic\"\nname = \"Tic\"\n[look_alike.difference]\nvalues = [\"a\", \"b\", \"c\"]\n",
    ),
    (
        "glossary.toml",
        "[[term]]\nid = \"jerk\"\nname = \"Jerk\"\n[term.meaning]\ntext = \"A jerk.\"\n",
    ),
    ("links.toml", "[[link]]\nwords = \"the drug\"\nto = [\"cause:drug-a\"]\n"),
    (
        "derived_types.toml",
        "derived = [{ field = \"course\", value = \"acute\", type = \"acute\" }]\n",
    ),
    (
        "unverified.toml",
        "[[unverified]]\nid = \"doe\"\nnamed = \"Doe, 2000\"\nremark = \"Not found.\"\n",
    ),
    ("named_types.toml", "named = [{ cause = \"drug-a\", type = \"acute\" }]\n"),
    ("features.toml", "[[feature]]\nlabel = \"Coma\"\nhpo = \"HP:0001259\"\n"),
    ("context.toml", "[[context]]\nid = \"dialysis\"\nmeaning = \"Dialysis\"\n"),
    (
        "retired.toml",
        "[[retired]]\nid = \"old\"\nmerged_into = \"drug-a\"\nreason = \"the same\"\n",
    ),
    (
        "shared_statements.toml",
        "[[statement]]\nid = \"stops\"\nfield = \"reversible\"\nvalue = \"yes\"\nbasis = \"class\"\n\
         text = \"It usually stops.\"\nclaims = [{ source = \"paper\" }]\n",
    ),
    (
        "sources.toml",
        "accessed = \"2026-11\"\n[[source]]\nid = \"paper\"\ntitle = \"A paper\"\nkind = \"review\"\n\
         seen_as = \"abstract\"\n\
         [[source]]\nid = \"hpoa2025\"\ntitle = \"Annotations\"\nkind = \"dataset\"\nseen_as = \"rows\"\n\
         [[source]]\nid = \"hpog2025\"\ntitle = \"Genes\"\nkind = \"dataset\"\nseen_as = \"rows\"\n",
    ),
    ("shelves.toml", "[[shelf]]\nid = \"ataxia\"\nname = \"Ataxias\"\ncategory = \"drug\"\n"),
    (
        "hpo/terms.tsv",
        "id\tlabel\tparents\tsynonyms\tlay_synonyms\told_ids\tinformation\tbackground\n\
         HP:0000118\tPhenotypic abnormality\t\t\t\t\t0.1\t0.9\n\
         HP:0001259\tComa\tHP:0000118\t\tUnarousable|In a coma\t\t3.1\t0.1\n\
         HP:0001336\tMyoclonus\tHP:0000118\t\tJerks\t\t3.0\t0.1\n",
    ),
    (
        "hpo/diseases.tsv",
        "ids\tname\tshelf\tnames\tgenes\tinheritance\tcourse\texpected_match\n\
         OMIM:100100,ORPHA:11\tJerks 1\tataxia\tJerks, type 1|Familial jerks\tAAA1\t\tHP:0001259=1/2\t0.5\n",
    ),
    (
        "hpo/annotations.tsv",
        "disease\tterm\tfrequency\tpublished\nOMIM:100100\tHP:0001259\tabsent\t\n\
         OMIM:100100\tHP:0001336\t3/7+frequent\tyes\n",
    ),
    (
        "causes/drug.toml",
        "[[cause]]\nid = \"drug-a\"\nname = \"A\"\nclaims = [{ source = \"paper\" }]\n\
         [cause.course]\nvalues = [\"acute\"]\nclaims = [{ source = \"paper\" }]\n\
         [cause.features]\nvalues = [{ feature = \"Coma\", frequency = \"7/14\" }]\n\
         claims = [{ source = \"paper\" }]\n\
         [cause.context]\nvalues = [\"dialysis\"]\nclaims = [{ source = \"paper\" }]\n\
         [cause.reversible]\nshared = \"stops\"\n\
         [cause.note]\ntext = \"A note.\"\n",
    ),
];

/// A folder of its own for each test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, change: impl Fn(&str, String) -> String) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("data-faults-{name}"));
        let _ = fs::remove_dir_all(&folder);
        for part in ["causes", "hpo"] {
            fs::create_dir_all(folder.join(part)).expect("the test folder can be made");
        }
        for (file, text) in SOUND {
            let text = change(file, (*text).to_owned());
            fs::write(folder.join(file), text).expect("the test folder can be written");
        }
        Self(folder)
    }

    fn faults(&self) -> Vec<String> {
        let faults = pipeline::compile(&self.0).err().unwrap_or_default();
        faults.iter().map(ToString::to_string).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Replacing `from` by `to` in one file gives one fault that says all of `told`.
#[track_caller]
fn check(name: &str, file: &str, from: &str, to: &str, told: &[&str]) {
    let folder = Folder::new(name, |this, text| {
        if this == file {
            assert!(text.contains(from), "{from:?} stands in {file}");
            text.replace(from, to)
        } else {
            text
        }
    });
    let faults = folder.faults();
    let fits = |fault: &String| told.iter().all(|words| fault.contains(words));
    assert!(faults.iter().any(fits), "{told:?} in one of {faults:#?}");
}

const DRUG: &str = "causes/drug.toml";

#[test]
fn sound_data_has_no_fault() {
    assert_eq!(Folder::new("sound", |_, text| text).faults(), Vec::<String>::new());
}

#[test]
fn a_word_outside_the_vocabulary_is_told_with_the_words_there_are() {
    let told = &["data/causes/drug.toml: drug-a: course.values", "\"acut\"", "acute, subacute"];
    check("word", DRUG, "[\"acute\"]", "[\"acut\"]", told);
}

#[test]
fn a_source_that_does_not_exist_is_told() {
    let told = &["drug-a: claims", "\"papre\"", "data/sources.toml"];
    check(
        "source",
        DRUG,
        "name = \"A\"\nclaims = [{ source = \"paper\" }]",
        "name = \"A\"\nclaims = [{ source = \"papre\" }]",
        told,
    );
}

#[test]
fn a_feature_or_context_that_does_not_exist_is_told() {
    check(
        "feature",
        DRUG,
        "\"Coma\"",
        "\"Comma\"",
        &["drug-a: features.values", "\"Comma\"", "features.toml"],
    );
    check(
        "context",
        DRUG,
        "[\"dialysis\"]",
        "[\"dyalisis\"]",
        &["drug-a: context.values", "\"dyalisis\""],
    );
}

#[test]
fn a_value_without_a_source_is_told() {
    let told = &["drug-a: course.claims", "name at least one source"];
    check(
        "unsourced",
        DRUG,
        "values = [\"acute\"]\nclaims = [{ source = \"paper\" }]",
        "values = [\"acute\"]\nclaims = []",
        told,
    );
}

#[test]
fn an_impossible_count_is_told() {
    check("count", DRUG, "7/14", "17/14", &["drug-a: features", "\"17/14\"", "no more are found"]);
    for wrong in ["0/0", "+7/14", "7 of 14", "100.5%", "40.25%", "often"] {
        let told = &["drug-a: features.values.frequency", wrong];
        check("frequency", DRUG, "7/14", wrong, told);
    }
}

#[test]
fn a_dose_is_refused_wherever_a_reader_would_see_it() {
    let told = &["drug-a: note", "20 mg", "is a dose"];
    check("dose", DRUG, "A note.", "Give 20 mg.", told);
    let told = &["stops: text", "twice daily", "is a dose"];
    check("schedule", "shared_statements.toml", "It usually stops.", "Taken twice daily.", told);
}

#[test]
fn an_unknown_field_is_told() {
    check("field", DRUG, "name = \"A\"", "name = \"A\"\ncuorse = 1", &["drug-a: form", "cuorse"]);
}

#[test]
fn a_file_that_is_no_toml_is_told_with_its_line() {
    check("syntax", "features.toml", "hpo = ", "hpo ", &["data/features.toml: line 3: TOML"]);
}

#[test]
fn an_entry_in_single_brackets_is_not_lost_in_silence() {
    let told = &["data/context.toml: file: context", "[[context]]"];
    check("brackets", "context.toml", "[[context]]", "[context]", told);
}

#[test]
fn a_day_that_does_not_exist_is_told() {
    check("day", "release.toml", "2026-11-22", "2026-13-45", &["release: date", "2026-13-45"]);
}

#[test]
fn a_shared_statement_on_reversibility_is_never_editorial() {
    let told = &["stops: basis", "\"editorial\"", "only \"class\""];
    check(
        "editorial",
        "shared_statements.toml",
        "basis = \"class\"\ntext = \"It usually stops.\"\nclaims = [{ source = \"paper\" }]",
        "basis = \"editorial\"\ntext = \"It usually stops.\"",
        told,
    );
}

#[test]
fn a_statement_of_the_group_cannot_pass_as_one_on_the_cause() {
    let told = &["drug-a: note.basis", "needs a claim of this very cause"];
    check("passing", DRUG, "text = \"A note.\"", "text = \"A note.\"\nbasis = \"source\"", told);
}

#[test]
fn an_id_used_twice_or_badly_formed_is_told() {
    let twice =
        "[[context]]\nid = \"dialysis\"\nmeaning = \"Again\"\n[[context]]\nid = \"dialysis\"";
    check(
        "twice",
        "context.toml",
        "[[context]]\nid = \"dialysis\"",
        twice,
        &["dialysis: id", "once"],
    );
    check("slug", DRUG, "id = \"drug-a\"", "id = \"Drug A\"", &["Drug A: id", "lower-case"]);
}

#[test]
fn a_retired_id_must_lead_somewhere() {
    let told = &["data/retired.toml: old: merged_into", "\"gone\""];
    check("retired", "retired.toml", "drug-a", "gone", told);
}

#[test]
fn a_link_that_leads_nowhere_or_comes_from_nowhere_is_told() {
    let told = &["data/links.toml: the drug: to", "\"cause:gone\""];
    check("link-to", "links.toml", "cause:drug-a", "cause:gone", told);
    let told = &["a drug: words", "no entry has these words"];
    check("link-from", "links.toml", "the drug", "a drug", told);
}

#[test]
fn a_topic_with_an_unknown_field_group_or_parent_is_told() {
    let file = "types.toml";
    let told = &["data/types.toml: acute: typical_cuases", "use one of"];
    check("topic-field", file, "typical_causes", "typical_cuases", told);
    check("topic-group", file, "\"axis\"", "\"axes\"", &["acute: group", "\"axes\""]);
    let parent = "group = \"axis\"\nparent = \"none\"";
    check("topic-parent", file, "group = \"axis\"", parent, &["acute: parent", "\"none\""]);
}

#[test]
fn a_look_alike_without_a_contrast_of_three_parts_is_told() {
    let told = &["data/look_alikes.toml: tic: difference", "three values"];
    check("contrast", "look_alikes.toml", "\"a\", ", "", told);
    let told = &["data/look_alikes.toml: tic: difference", "every look-alike needs this field"];
    check("needed", "look_alikes.toml", "[look_alike.difference]", "[look_alike.note]", told);
}

#[test]
fn a_type_map_that_fits_nothing_is_told() {
    let told = &["chronic: course", "no cause has this value"];
    check("map", "derived_types.toml", "value = \"acute\"", "value = \"chronic\"", told);
    check("named", "named_types.toml", "drug-a", "drug-b", &["drug-b: cause", "exists"]);
}

#[test]
fn a_category_that_does_not_exist_is_told() {
    check("category", "categories.toml", "\"drug\"", "\"drugs\"", &["drug-a: category", "drugs"]);
}

#[test]
fn what_no_entry_uses_is_told() {
    let told = &["data/features.toml: Coma: label", "no cause uses it"];
    check(
        "unused",
        DRUG,
        "[cause.features]\nvalues = [{ feature = \"Coma\", frequency = \"7/14\" }]\nclaims = [{ source = \"paper\" }]\n",
        "",
        told,
    );
}

#[test]
fn all_faults_are_told_in_one_run() {
    let folder = Folder::new("all", |file, text| match file {
        "causes/drug.toml" => text.replace("acute", "acut").replace("Coma", "Comma"),
        "sources.toml" => text.replace("review", "revue"),
        "release.toml" => text.replace("2026-11-22", "yesterday"),
        _ => text,
    });
    let faults = folder.faults().join("\n");
    for word in ["acut", "Comma", "revue", "yesterday"] {
        assert!(faults.contains(&format!("{word:?}")), "{word} in:\n{faults}");
    }
}

#[test]
fn the_projects_own_data_has_no_fault() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let faults = pipeline::compile(&data).err().unwrap_or_default();
    assert_eq!(faults, Vec::new());
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
fn amounts_and_schedules_are_doses() {
    for (text, expected) in [
        ("give 20 mg of it", "20 mg"),
        ("20mg/kg", "20 mg"),
        ("1,500 mcg", "1,500 mcg"),
        ("0.5 g at once", "0.5 g"),
        ("some 2 tablets", "2 tablets"),
        ("one tablet at night", "one tablet"),
        ("two drops", "two drops"),
        ("500 IU", "500 iu"),
        ("3 times a day", "3 times a day"),
        ("three times daily", "three times daily"),
        ("twice a day", "twice a day"),
        ("every other day", "every other day"),
        ("µg: 5 µg", "5 µg"),
    ] {
        assert_eq!(dose::find(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn counts_concentrations_ages_and_durations_are_no_doses() {
    for text in [
        "12 of 22 published cases",
        "sodium below 120 mmol/l",
        "glucose 3 g/dl",
        "64-year-old man",
        "in 42% of 135",
        "within 24 hours, every 10 s for an hour",
        "10-50 ms",
        "dose related",
        "the prescriber may lower the dose",
        "GM2 gangliosidosis",
    ] {
        assert_eq!(dose::find(text), None, "{text}");
    }
}

#[test]
fn damaged_imports_are_told_with_their_line_and_how_to_make_them_anew() {
    let anew = "`cargo xtask import-hpo` writes this file anew";
    for (name, file, from, to, told) in [
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
        check(name, file, from, to, &[&format!("data/{file}: "), told, anew]);
    }
}

#[test]
fn an_import_that_does_not_fit_the_curated_data_is_told() {
    check(
        "shelf-unknown",
        "shelves.toml",
        "id = \"ataxia\"",
        "id = \"ataxias\"",
        &["data/hpo/diseases.tsv: OMIM:100100: shelf: \"ataxia\": use an id of data/shelves.toml"],
    );
    check(
        "shelf-category",
        "shelves.toml",
        "category = \"drug\"",
        "category = \"drugs\"",
        &["data/shelves.toml: ataxia: category: \"drugs\": use an id of data/categories.toml"],
    );
    check(
        "shelf-group",
        "shelves.toml",
        "category = \"drug\"",
        "category = \"drug\"\nsuper_group = \"some\"",
        &["data/shelves.toml: ataxia: super_group: \"some\": use an id of data/super_groups.toml"],
    );
    check(
        "shelf-empty",
        "shelves.toml",
        "[[shelf]]",
        "[[shelf]]\nid = \"prion\"\nname = \"Prion\"\ncategory = \"drug\"\n[[shelf]]",
        &["data/shelves.toml: prion: id: \"prion\": no imported disease stands there; take it out"],
    );
    check(
        "source-of-import",
        "sources.toml",
        "id = \"hpog2025\"",
        "id = \"hpog2024\"",
        &[
            "data/sources.toml: hpog2025: id: \"hpog2025\": add this source: the import in data/hpo/ cites it",
        ],
    );
    check(
        "label-of-term",
        "features.toml",
        "label = \"Coma\"",
        "label = \"Stupor\"",
        &["data/features.toml: Stupor: label: \"Stupor\": the ontology's label is \"Coma\""],
    );
}

#[test]
fn a_curated_cause_meets_its_imported_disease_once() {
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
    let told =
        "data/causes/drug.toml: drug-b: same_as: \"OMIM:100100, ORPHA:11\": drug-a is the same";
    assert!(twice.faults()[0].starts_with(told), "{:?}", twice.faults());
}
