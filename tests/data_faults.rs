//! The build reports each kind of mistake in `data/` to a curator: file, entry, value and remedy.

#[allow(unreachable_pub, dead_code, missing_docs, reason = "the build script's own modules")]
#[path = "../build/pipeline.rs"]
mod pipeline;

#[path = "data_faults/figures.rs"]
mod figures;

use std::fs;
use std::path::{Path, PathBuf};

use pipeline::check::{dose, wording};
use pipeline::kind::{Definition, Kind};
use pipeline::read::frequency::{self, Frequency};
use pipeline::vocabulary::FrequencyClass;

/// A small, faultless data folder: file name and content. The topics that no test is about are
/// added by [`topics_of`].
const SOUND: &[(&str, &str)] = &[
    (
        "release.toml",
        "date = \"2026-11-22\"\nhpo_release = \"2025-01-16\"\nsources_read = \"2026-11\"\n",
    ),
    (
        "order/categories.toml",
        "[[category]]\nid = \"drug\"\nname = \"Medicines\"\ndivision = \"all\"\n\
         explanation = \"A medicine.\"\n",
    ),
    (
        "order/divisions.toml",
        "[[division]]\nid = \"all\"\nname = \"All\"\nexplanation = \"All of them.\"\n",
    ),
    (
        "topics/sections.toml",
        "[[section]]\nof = \"type\"\nid = \"axis\"\nname = \"Axis\"\nexplanation = \"An axis.\"\n\
         [[section]]\nof = \"test\"\nid = \"blood\"\nname = \"Blood\"\nexplanation = \"Blood.\"\n\
         [[section]]\nof = \"treatment\"\nid = \"drug\"\nname = \"Drug\"\n\
         explanation = \"A drug.\"\n",
    ),
    (
        "topics/types.toml",
        "[[type]]\nid = \"acute\"\nname = \"Acute myoclonus\"\nsection = \"axis\"\n\
         [type.definition]\ntext = \"A jerk.\"\n\
         [type.typical_causes]\nvalues = [\"the drug\"]\nclaims = [{ source = \"paper\" }]\n",
    ),
    (
        "topics/red_flags.toml",
        "[[red_flag]]\nid = \"fever\"\nname = \"Fever\"\n\
         due = [{ by = \"now\" }]\n[red_flag.act]\ntext = \"Help.\"\n\
         [red_flag.why]\ntext = \"It.\"\n",
    ),
    (
        "topics/tests.toml",
        "[[test]]\nid = \"eeg\"\nname = \"EEG\"\nsection = \"blood\"\n[test.looks_for]\n\
         text = \"Soon.\"\n",
    ),
    (
        "topics/treatments.toml",
        "[[treatment]]\nid = \"rest\"\nname = \"Rest\"\nsection = \"drug\"\n[treatment.evidence]\n\
         text = \"Rest.\"\n",
    ),
    (
        "topics/look_alikes.toml",
        "[[look_alike]]\nid = \"tic\"\nname = \"Tic\"\n[look_alike.difference]\n\
         values = [\"a\", \"b\", \"c\"]\n",
    ),
    (
        "topics/glossary.toml",
        "[[term]]\nid = \"jerk\"\nname = \"Jerk\"\n[term.meaning]\ntext = \"A jerk.\"\n",
    ),
    ("mapping/links.toml", "[[link]]\nwords = \"the drug\"\nto = [\"cause:drug-a\"]\n"),
    (
        "mapping/derived_types.toml",
        "derived = [{ field = \"course\", value = \"acute\", type = \"acute\" }]\n",
    ),
    (
        "sources/unverified.toml",
        "[[unverified]]\nid = \"doe\"\nnamed = \"Doe, 2000\"\nremark = \"Not found.\"\n",
    ),
    ("mapping/named_types.toml", "named = [{ cause = \"drug-a\", type = \"acute\" }]\n"),
    (
        "names/medicines.toml",
        "[[medicine]]\ncause = \"drug-a\"\nbrands = [\"Alpha\"]\nnames = [\"gamma\"]\n",
    ),
    (
        "names/former_symbols.toml",
        "[[gene]]\nsymbol = \"AAA1\"\nformer = [\"AAAB\"]\nothers = [\"AAAC\"]\n",
    ),
    ("shared/features.toml", "[[feature]]\nlabel = \"Coma\"\nhpo = \"HP:0001259\"\n"),
    ("shared/context.toml", "[[context]]\nid = \"dialysis\"\nmeaning = \"Dialysis\"\n"),
    (
        "retired.toml",
        "[[retired]]\nid = \"old\"\nmerged_into = \"drug-a\"\nreason = \"the same\"\n",
    ),
    (
        "shared/shared_statements.toml",
        "[[statement]]\nid = \"stops\"\nfield = \"reversible\"\nvalue = \"yes\"\n\
         basis = \"class\"\n\
         text = \"It usually stops.\"\nclaims = [{ source = \"paper\" }]\n",
    ),
    (
        "sources/review.toml",
        "[[source]]\nid = \"paper\"\ntitle = \"A paper\"\nseen_as = \"abstract\"\n",
    ),
    (
        "sources/dataset.toml",
        "[[source]]\nid = \"hpoa2025\"\ntitle = \"Annotations\"\nseen_as = \"rows\"\n\
         [[source]]\nid = \"hpoa202511\"\ntitle = \"Later\"\nseen_as = \"rows\"\n\
         [[source]]\nid = \"hpog2025\"\ntitle = \"Genes\"\nseen_as = \"rows\"\n",
    ),
    ("order/subcategories.toml", "[[subcategory]]\nid = \"ataxias\"\nname = \"Ataxias\"\n"),
    ("order/shelves.toml", "[[shelf]]\nid = \"ataxia\"\nname = \"Ataxias\"\ncategory = \"drug\"\n"),
    (
        "hpo/terms.tsv",
        "id\tlabel\tparents\tsynonyms\tlay_synonyms\told_ids\tinformation\tbackground\n\
         HP:0000118\tPhenotypic abnormality\t\t\t\t\t0.1\t0.9\n\
         HP:0001259\tComa\tHP:0000118\t\tUnarousable|In a coma\t\t3.1\t0.1\n\
         HP:0001336\tMyoclonus\tHP:0000118\t\tJerks\t\t3.0\t0.1\n",
    ),
    (
        "hpo/diseases.tsv",
        "ids\tname\tshelf\tnames\tgenes\tinheritance\tcourse\texpected_match\trelease\n\
         OMIM:100100,ORPHA:11\tJerks 1\tataxia\tJerks, type 1|Familial jerks\t\
         AAA1\t\tHP:0001259=1/2\t0.5\t2025-01-16\n",
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

/// The file of a kind of topics, with one entry that has the fields it needs.
fn topics_of(kind: Kind) -> (&'static str, String) {
    let Definition { file, entry, key, needed, .. } = kind.definition();
    let mut text = format!("[[{entry}]]\nid = \"{key}\"\nname = \"A {key}\"\n");
    for field in needed {
        // A difference has three values; the other fields take any number.
        text += &format!("[{entry}.{}]\nvalues = [\"a\", \"b\", \"c\"]\n", field.key());
    }
    (file.strip_prefix("data/").expect("a path begins with data/"), text)
}

/// A folder of its own for each test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, change: impl Fn(&str, String) -> String) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("data-faults-{name}"));
        let _ = fs::remove_dir_all(&folder);
        let written = SOUND.iter().map(|(file, text)| (*file, (*text).to_owned()));
        let others = Kind::ALL.iter().map(|kind| topics_of(*kind));
        let others = others.filter(|(file, _)| SOUND.iter().all(|(there, _)| there != file));
        for (file, text) in written.chain(others) {
            let text = change(file, text);
            let path = folder.join(file);
            let parent = path.parent().expect("every file is in a folder");
            fs::create_dir_all(parent).expect("the test folder can be created");
            fs::write(path, text).expect("the test folder can be written");
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

/// Checks that replacing `from` by `to` in one file gives a fault that contains all of `expected`.
#[track_caller]
fn check(name: &str, file: &str, from: &str, to: &str, expected: &[&str]) {
    let folder = Folder::new(name, |this, text| {
        if this == file {
            assert!(text.contains(from), "{from:?} is in {file}");
            text.replace(from, to)
        } else {
            text
        }
    });
    let faults = folder.faults();
    let fits = |fault: &String| expected.iter().all(|words| fault.contains(words));
    assert!(faults.iter().any(fits), "{expected:?} in one of {faults:#?}");
}

const DRUG: &str = "causes/drug.toml";

#[test]
fn sound_data_has_no_fault() {
    assert_eq!(Folder::new("sound", |_, text| text).faults(), Vec::<String>::new());
}

#[test]
fn an_unknown_word_is_reported_with_the_known_ones() {
    let expected = &["data/causes/drug.toml: drug-a: course.values", "\"acut\"", "acute, subacute"];
    check("word", DRUG, "[\"acute\"]", "[\"acut\"]", expected);
}

#[test]
fn an_unknown_source_is_reported() {
    let expected = &["drug-a: claims", "\"papre\"", "data/sources/"];
    check(
        "source",
        DRUG,
        "name = \"A\"\nclaims = [{ source = \"paper\" }]",
        "name = \"A\"\nclaims = [{ source = \"papre\" }]",
        expected,
    );
}

#[test]
fn an_unknown_feature_or_context_is_reported() {
    check(
        "feature",
        DRUG,
        "\"Coma\"",
        "\"Comma\"",
        &["drug-a: features.values", "\"Comma\"", "shared/features.toml"],
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
fn a_value_without_a_source_is_reported() {
    let expected = &["drug-a: course.claims", "name at least one source"];
    check(
        "unsourced",
        DRUG,
        "values = [\"acute\"]\nclaims = [{ source = \"paper\" }]",
        "values = [\"acute\"]\nclaims = []",
        expected,
    );
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
fn a_dose_is_refused_wherever_a_reader_would_see_it() {
    let expected = &["drug-a: note", "20 mg", "is a dose"];
    check("dose", DRUG, "A note.", "Give 20 mg.", expected);
    let expected = &["stops: text", "twice daily", "is a dose"];
    check(
        "schedule",
        "shared/shared_statements.toml",
        "It usually stops.",
        "Taken twice daily.",
        expected,
    );
}

#[test]
fn a_dose_is_refused_in_the_claims_of_every_field() {
    for (field, value) in [
        ("course", "values = [\"acute\"]"),
        ("age_groups", "values = [\"adult\"]"),
        ("contraction", "values = [\"positive\"]"),
        ("distribution", "values = [\"focal\"]"),
        ("generator", "values = [\"cortical\"]"),
        ("provocation", "values = [\"rest\"]"),
        ("features", "values = [{ feature = \"Coma\" }]"),
        ("context", "values = [\"dialysis\"]"),
        ("first_tests", "values = [\"EEG\"]"),
        ("parts", "values = [\"face\"]"),
        ("reversible", "value = \"yes\""),
        ("urgency", "grade = \"soon\"\nwhy = \"It.\"\nact = \"Help.\"\nact_basis = \"source\""),
        ("plain", "text = \"A drug.\""),
        ("clinical", "text = \"A drug.\""),
        ("management", "text = \"Rest.\""),
        ("worsened_by", "values = [\"a drug\"]\ntext = \"It.\""),
        ("note", "text = \"A note.\""),
    ] {
        let first = "[[cause]]\nid = \"drug-a\"";
        let other = format!(
            "[[cause]]\nid = \"drug-b\"\nname = \"B\"\nclaims = [{{ source = \"paper\" }}]\n\
             [cause.{field}]\n{value}\nclaims = [{{ source = \"paper\", detail = \"20 mg\" }}]\n\
             {first}"
        );
        let expected = &[&*format!("drug-b: {field}.claims: \"20 mg\""), "is a dose"];
        check("dose-of-claim", DRUG, first, &other, expected);
    }
}

/// A note, so that the sound data can have another text in its place.
const NOTE: &str = "[cause.note]\ntext = \"A note.\"";

#[test]
fn the_act_of_an_emergency_says_now() {
    let urgency = |grade: &str, act: &str| {
        format!(
            "{NOTE}\n[cause.urgency]\ngrade = \"{grade}\"\nwhy = \"It is.\"\nact = \"{act}\"\n\
             act_basis = \"editorial\"\nclaims = [{{ source = \"paper\" }}]"
        )
    };
    let late = "See a doctor; nowadays soon.";
    let expected = &["data/causes/drug.toml: drug-a: urgency.act", late, "\"now\" or \"at once\""];
    check("act-late", DRUG, NOTE, &urgency("emergency", late), expected);
    for (grade, act) in [
        ("emergency", "Emergency number now."),
        ("emergency", "Tell the team at once."),
        ("soon", "See a doctor soon."),
    ] {
        let folder = Folder::new("act-now", |file, text| match file {
            DRUG => text.replace(NOTE, &urgency(grade, act)),
            _ => text,
        });
        assert_eq!(folder.faults(), Vec::<String>::new(), "{grade}: {act}");
    }
}

#[test]
fn remarks_to_curators_are_refused_wherever_a_reader_would_see_them() {
    for (file, from, to, field) in [
        (DRUG, "\"A note.\"", "\"Normal tests in that case.\"", "drug-a: note"),
        (DRUG, "\"A note.\"", "\"Rest helps; that advice is ours.\"", "drug-a: note"),
        (DRUG, "\"A note.\"", "\"Rest helped in the published case.\"", "drug-a: note"),
        (DRUG, "\"A note.\"", "\"It is a sign; how often is not told.\"", "drug-a: note"),
        (DRUG, "name = \"A\"", "name = \"A, list entry\"", "drug-a: name"),
        (
            DRUG,
            "name = \"A\"\nclaims = [{ source = \"paper\" }]",
            "name = \"A\"\nclaims = [{ source = \"paper\", detail = \"coma in that man\" }]",
            "drug-a: claims",
        ),
        ("topics/look_alikes.toml", "\"b\"", "\"the text seen does not say\"", "tic: difference"),
        ("topics/types.toml", "\"A jerk.\"", "\"A browsing label.\"", "acute: definition"),
        (
            "topics/sections.toml",
            "\"An axis.\"",
            "\"This is not supported by the literature reviewed.\"",
            "axis: explanation",
        ),
        (
            "shared/shared_statements.toml",
            "\"It usually stops.\"",
            "\"The source adds that it stops.\"",
            "stops: text",
        ),
    ] {
        let expected = &[&*format!("data/{file}: {field}"), "is a remark to curators; "];
        check("remark", file, from, to, expected);
    }
}

#[test]
fn a_text_without_a_subject_is_refused() {
    for text in ["Responds to rest.", "Usually resists drugs.", "Called rare; it passes."] {
        let expected = &["drug-a: note", text, "has no subject"];
        check("subject", DRUG, "A note.", text, expected);
    }
    let expected = &["data/topics/look_alikes.toml: tic: note", "\"Also counted\" has no subject"];
    let noted = "[look_alike.note]\ntext = \"Also counted here.\"\n[look_alike.difference]";
    check(
        "subject-of-topic",
        "topics/look_alikes.toml",
        "[look_alike.difference]",
        noted,
        expected,
    );
    for text in ["The jerks respond to rest.", "Often the jerks pass.", "Usually a vessel is near."]
    {
        assert_eq!(wording::without_subject(text), None, "{text}");
    }
}

#[test]
fn sentences_begin_with_a_capital_and_end_with_a_full_stop() {
    for (file, from, to, field, remedy) in [
        (DRUG, "\"A note.\"", "\"a note.\"", "drug-a: note", "begin with a capital"),
        (DRUG, "\"A note.\"", "\"A note\"", "drug-a: note", "end with a full stop"),
        ("topics/red_flags.toml", "\"Help.\"", "\"Help\"", "fever: act", "end with a full stop"),
        ("topics/red_flags.toml", "\"It.\"", "\"it.\"", "fever: why", "begin with a capital"),
    ] {
        let expected = &[&*format!("data/{file}: {field}"), remedy];
        check("unfinished", file, from, to, expected);
    }
}

#[test]
fn words_that_only_look_like_a_remark_are_no_remark() {
    for text in [
        "jerks are seen in sleep",
        "removal from the source limits damage",
        "the EEG in that state is slow",
        "a checklist entry",
        "rest helped the one reported man",
    ] {
        assert_eq!(wording::remark(text), None, "{text}");
    }
}

#[test]
fn a_yes_from_case_reports_says_how_many_people_stand_behind_it() {
    let reversible = |value: &str, claim: &str| {
        let folder = Folder::new("reports", |file, text| match file {
            DRUG => text.replace(
                "shared = \"stops\"",
                &format!("shared = \"stops\"\nvalue = \"{value}\"\nclaims = [{claim}]"),
            ),
            _ => text,
        });
        let sources = folder.0.join("sources");
        fs::rename(sources.join("review.toml"), sources.join("case-series.toml"))
            .expect("the file can be renamed");
        folder.faults()
    };
    for claim in [
        "{ source = \"paper\" }",
        "{ source = \"paper\", detail = \"gone after two days\" }",
        "{ source = \"paper\", detail = \"the man was well\" }",
    ] {
        let faults = reversible("yes", claim);
        let start = "data/causes/drug.toml: drug-a: reversible.claims";
        assert!(faults.len() == 1 && faults[0].starts_with(start), "{claim}: {faults:#?}");
        assert!(faults[0].contains("how many people"), "{faults:#?}");
    }
    for (value, claim) in [
        ("yes", "{ source = \"paper\", detail = \"one man: gone after two days\" }"),
        ("yes", "{ source = \"paper\", detail = \"12 of 14 infants\" }"),
        ("partly", "{ source = \"paper\" }"),
    ] {
        assert_eq!(reversible(value, claim), Vec::<String>::new(), "{value}: {claim}");
    }
}

#[test]
fn an_opening_text_is_short_and_ends_with_a_full_stop() {
    let types = "topics/types.toml";
    let full_stop = "end with a full stop";
    for (field, text, remedy) in [
        ("plain", "A sudden jerk", full_stop),
        ("clinical", "Abrupt myoclonus", full_stop),
        ("plain", &*format!("Jerk {}jerk.", "jerk ".repeat(59)), "61 words; write at most 60"),
    ] {
        let of_type = format!("[type.{field}]\ntext = \"{text}\"\n[type.definition]");
        let expected = &[&*format!("acute: {field}: "), remedy];
        check("opening", types, "[type.definition]", &of_type, expected);
        let of_cause = format!("[cause.{field}]\ntext = \"{text}\"\n[cause.note]");
        let expected = &[&*format!("drug-a: {field}: "), remedy];
        check("opening", DRUG, "[cause.note]", &of_cause, expected);
    }
    let long = "Jerk ".repeat(22) + ".";
    for (lead, remedy) in [
        ("A sudden jerk", full_stop),
        ("Give 20 mg.", "is a dose"),
        (&*long, "111 characters; write at most 110"),
    ] {
        let after = |name: &str| format!("{name}\nlead = \"{lead}\"");
        let name = "name = \"Acute myoclonus\"";
        check("lead", types, name, &after(name), &["acute: lead: ", remedy]);
        let name = "name = \"A\"";
        check("lead", DRUG, name, &after(name), &["drug-a: lead: ", remedy]);
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
fn a_shared_statement_on_reversibility_is_never_editorial() {
    let expected = &["stops: basis", "\"editorial\"", "only \"class\""];
    check(
        "editorial",
        "shared/shared_statements.toml",
        "basis = \"class\"\ntext = \"It usually stops.\"\nclaims = [{ source = \"paper\" }]",
        "basis = \"editorial\"\ntext = \"It usually stops.\"",
        expected,
    );
}

#[test]
fn a_statement_on_the_group_is_no_source_for_the_cause() {
    let expected = &["drug-a: note.basis", "needs a claim of this very cause"];
    check(
        "passing",
        DRUG,
        "text = \"A note.\"",
        "text = \"A note.\"\nbasis = \"source\"",
        expected,
    );
}

#[test]
fn a_repeated_or_malformed_id_is_reported() {
    let twice =
        "[[context]]\nid = \"dialysis\"\nmeaning = \"Again\"\n[[context]]\nid = \"dialysis\"";
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
fn a_source_is_in_one_file_only() {
    let expected = &["data/sources/", ": paper: id: \"paper\"", "has this id already"];
    check("source-twice", "sources/dataset.toml", "\"hpoa2025\"", "\"paper\"", expected);
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

#[test]
fn a_retired_id_must_lead_somewhere() {
    let expected = &["data/retired.toml: old: merged_into", "\"gone\""];
    check("retired", "retired.toml", "drug-a", "gone", expected);
}

#[test]
fn a_link_without_a_target_or_an_origin_is_reported() {
    let expected = &["data/mapping/links.toml: the drug: to", "\"cause:gone\""];
    check("link-to", "mapping/links.toml", "cause:drug-a", "cause:gone", expected);
    let expected = &["a drug: words", "no entry has these words"];
    check("link-from", "mapping/links.toml", "the drug", "a drug", expected);
}

#[test]
fn an_unknown_field_group_or_parent_of_a_topic_is_reported() {
    let file = "topics/types.toml";
    let expected = &["data/topics/types.toml: acute: typical_cuases", "use one of"];
    check("topic-field", file, "typical_causes", "typical_cuases", expected);
    check("topic-group", file, "\"axis\"", "\"axes\"", &["acute: group", "\"axes\""]);
    let parent = "section = \"axis\"\nparent = \"none\"";
    check("topic-parent", file, "section = \"axis\"", parent, &["acute: parent", "\"none\""]);
}

#[test]
fn a_look_alike_needs_a_contrast_of_three_parts() {
    let expected = &["data/topics/look_alikes.toml: tic: difference", "three values"];
    check("contrast", "topics/look_alikes.toml", "\"a\", ", "", expected);
    let expected =
        &["data/topics/look_alikes.toml: tic: difference", "every look-alike needs this field"];
    check(
        "needed",
        "topics/look_alikes.toml",
        "[look_alike.difference]",
        "[look_alike.note]",
        expected,
    );
}

#[test]
fn a_type_map_without_a_match_is_reported() {
    let expected = &["chronic: course", "no cause has this value"];
    check(
        "map",
        "mapping/derived_types.toml",
        "value = \"acute\"",
        "value = \"chronic\"",
        expected,
    );
    check("named", "mapping/named_types.toml", "drug-a", "drug-b", &["drug-b: cause", "exists"]);
}

#[test]
fn a_subcategory_is_written_once_and_used() {
    let cause = "causes/drug.toml";
    let unknown = "id = \"drug-a\"\nsubcategory = \"opioids\"";
    let expected = &["drug-a: subcategory", "\"opioids\"", "data/order/subcategories.toml"];
    check("subcategory-unknown", cause, "id = \"drug-a\"", unknown, expected);
    let file = "order/subcategories.toml";
    let first = "[[subcategory]]\nid = \"ataxias\"\nname = \"Ataxias\"\n";
    let unused = format!("{first}[[subcategory]]\nid = \"opioid\"\nname = \"opioid\"\n");
    check("subcategory-unused", file, first, &unused, &["opioid: name", "no cause uses it"]);
    let twice = format!("{first}[[subcategory]]\nid = \"other\"\nname = \"Ataxias\"\n");
    check("subcategory-twice", file, first, &twice, &["other: name", "\"Ataxias\"", "this name"]);
}

#[test]
fn an_unknown_category_is_reported() {
    check(
        "category",
        "order/categories.toml",
        "\"drug\"",
        "\"drugs\"",
        &["drug-a: category", "drugs"],
    );
}

#[test]
fn an_unused_feature_is_reported() {
    let expected = &["data/shared/features.toml: Coma: label", "no cause uses it"];
    check(
        "unused",
        DRUG,
        "[cause.features]\nvalues = [{ feature = \"Coma\", frequency = \"7/14\" }]\n\
         claims = [{ source = \"paper\" }]\n",
        "",
        expected,
    );
}

#[test]
fn all_faults_are_reported_in_one_run() {
    let folder = Folder::new("all", |file, text| match file {
        "causes/drug.toml" => text.replace("acute", "acut").replace("Coma", "Comma"),
        "sources/review.toml" => text.replace("A paper", " "),
        "release.toml" => text.replace("2026-11-22", "yesterday"),
        _ => text,
    });
    let faults = folder.faults().join("\n");
    for word in ["acut", "Comma", " ", "yesterday"] {
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
fn counts_concentrations_ages_and_durations_are_not_doses() {
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
