//! The build reports each kind of mistake in `data/` to a curator: file, entry, value and remedy.

#[allow(unreachable_pub, dead_code, missing_docs, reason = "the build script's own modules")]
#[path = "../build/pipeline.rs"]
mod pipeline;

#[path = "data_faults/figures.rs"]
mod figures;
#[path = "data_faults/forms.rs"]
mod forms;
#[path = "data_faults/imported.rs"]
mod imported;
#[path = "data_faults/language.rs"]
mod language;
#[allow(unreachable_pub, dead_code, reason = "shared with other tests")]
#[path = "fuzz/mutate.rs"]
mod mutate;
#[path = "data_faults/names.rs"]
mod names;
#[path = "data_faults/references.rs"]
mod references;
#[path = "data_faults/texts.rs"]
mod texts;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use pipeline::kind::{Definition, Kind};

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
         text = \"Rest.\"\n[treatment.caution]\ntext = \"Rest makes weak.\"\n",
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
    (
        "shared/context.toml",
        "[[context]]\nid = \"dialysis\"\nmeaning = \"Dialysis\"\nkind = \"usual\"\n\
         commonness = \"rare\"\nchecklist = \"body\"\ntold_by = [\"HP:0001259\"]\n",
    ),
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
    ("hpo/receipt.toml", "annotated_diseases = 100\n"),
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
        let written =
            SOUND.iter().chain(language::SOUND).map(|(file, text)| (*file, (*text).to_owned()));
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

/// A note, so that the sound data can have another text in its place.
const NOTE: &str = "[cause.note]\ntext = \"A note.\"";

#[test]
fn sound_data_has_no_fault() {
    assert_eq!(Folder::new("sound", |_, text| text).faults(), Vec::<String>::new());
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
#[allow(clippy::print_stdout, reason = "who gives it time wants to see the result")]
fn no_damaged_file_makes_the_build_panic() {
    let texts: Vec<&str> = SOUND.iter().map(|(_, text)| *text).collect();
    let refused = AtomicU64::new(0);
    let folder = |worker: usize| Folder::new(&format!("damaged-{worker}"), |_, text| text);
    let run = mutate::run(300, folder, |folder, seed| {
        let (name, sound) = SOUND[mutate::Mutator::new(seed).below(SOUND.len())];
        let file = folder.0.join(name);
        let write = |text: &str| fs::write(&file, text).expect("the test folder can be written");
        write(&mutate::Mutator::new(seed).damaged_part(sound, &texts));
        refused.fetch_add(u64::from(!folder.faults().is_empty()), Ordering::Relaxed);
        write(sound);
    });
    if mutate::is_long() {
        println!("data files: {run}");
    }
    // Most damage is a fault; some leaves another valid text.
    let (refused, tried) = (refused.into_inner(), run.inputs);
    assert!(refused * 3 > tried, "{refused} of {tried}");
}
