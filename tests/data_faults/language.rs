//! Mistakes in how people speak: phrases, spellings, lists of words, classes of medicines.

use super::check;

/// Faultless files: name and content.
pub(super) const SOUND: &[(&str, &str)] = &[
    ("names/other_medicines.txt", "# Others.\ncefixime\nramipril\n"),
    ("names/other_symbols.txt", "march\n"),
    (
        "names/classes.toml",
        "[[class]]\nname = \"drugs\"\nends = [\"drug\"]\nmembers = [\"drug-a\"]\n",
    ),
    (
        "phrases/phrases.toml",
        "[[phrase]]\nwords = [\"at night\", \"AN\"]\n\
         means = [\"provocation:sleep\", \"part:ear\"]\nstrength = \"sure\"\ncapitals = true\n",
    ),
    (
        "phrases/described/drug.toml",
        "[[described]]\nof = \"cause:drug-a\"\nwords = [\"cannot sit still\", \"Brandname\"]\n",
    ),
    (
        "phrases/parts.toml",
        "[[part]]\nid = \"head\"\nname = \"Head\"\nleads = [\"type:acute\"]\n\
         [[part]]\nid = \"ear\"\nname = \"Ear\"\nwider = \"head\"\n",
    ),
    ("phrases/spelling.toml", "[[spelling]]\ntyped = \"jurk\"\nmeant = \"jerk\"\n"),
    ("phrases/alike.toml", "[[alike]]\nwords = [\"mum\", \"mother\"]\n"),
    ("phrases/fillers.toml", "[[fillers]]\nwords = [\"a\", \"at\"]\nphrases = [\"help me\"]\n"),
];

#[test]
fn a_phrase_that_leads_nowhere_or_is_listed_twice_is_reported() {
    let file = "phrases/phrases.toml";
    for target in ["part:nose", "cause:drug-z", "course:slow", "feature:Comma", "night"] {
        let expected = &["data/phrases/phrases.toml: at night: means", target, "part:ear"];
        check("phrase", file, "part:ear", target, expected);
    }
    check("phrase-twice", file, "\"AN\"", "\"At night\"", &["at night: words", "list them once"]);
    check("strength", file, "\"sure\"", "\"surely\"", &["at night: strength", "sure, likely or"]);
    let expected = &["data/phrases/parts.toml: ear: wider", "\"nose\"", "data/phrases/parts.toml"];
    check("part", "phrases/parts.toml", "wider = \"head\"", "wider = \"nose\"", expected);
}

#[test]
fn a_description_of_no_entry_or_of_one_twice_is_reported() {
    let file = "phrases/described/drug.toml";
    for target in ["cause:drug-z", "drug-a", "category:drug"] {
        let expected = &["data/phrases/described/drug.toml", ": of", target, "cause:phys-hiccup"];
        check("described", file, "cause:drug-a", target, expected);
    }
    let more = "\"Brandname\"]\n[[described]]\nof = \"cause:drug-a\"\nwords = [\"restless\"]";
    let expected = &["data/phrases/described/drug.toml: cause:drug-a: of", "join the two"];
    check("described-twice", file, "\"Brandname\"]", more, expected);
    let expected = &["data/phrases/described/drug.toml: cause:drug-a: words", "write words"];
    check("described-empty", file, "cannot sit still", "-", expected);
}

#[test]
fn a_word_that_is_alike_to_two_groups_is_reported() {
    let file = "phrases/alike.toml";
    let more = "\"mother\"]\n[[alike]]\nwords = [\"nan\", \"mum\"]";
    let expected = &["data/phrases/alike.toml: nan: words", "\"mum\"", "another group"];
    check("alike-twice", file, "\"mother\"]", more, expected);
    let expected = &["data/phrases/alike.toml: mum: words", "that it is like"];
    check("alike-alone", file, "\"mum\", \"mother\"", "\"mum\"", expected);
}

#[test]
fn a_list_of_words_out_of_order_is_reported() {
    let expected = &["data/names/other_medicines.txt: abacavir: line", "alphabetical order"];
    check("other-order", "names/other_medicines.txt", "ramipril\n", "abacavir\n", expected);
    let expected = &["data/names/other_symbols.txt: march 6: line", "one plain word"];
    check("other-form", "names/other_symbols.txt", "march", "march 6", expected);
    let expected = &["data/phrases/fillers.toml: fillers: words", "alphabetical order"];
    check("fillers", "phrases/fillers.toml", "\"a\", \"at\"", "\"at\", \"a\"", expected);
}

#[test]
fn a_class_or_a_spelling_that_does_nothing_is_reported() {
    let expected =
        &["data/names/classes.toml: drugs: members", "\"drug-z\"", "a cause that exists"];
    check("class", "names/classes.toml", "[\"drug-a\"]", "[\"drug-z\"]", expected);
    check("stem", "names/classes.toml", "[\"drug\"]", "[]", &["drugs: begins", "give the stem"]);
    let expected = &["data/phrases/spelling.toml: jerk: typed", "differs"];
    check("spelling", "phrases/spelling.toml", "\"jurk\"", "\"jerk\"", expected);
    let expected = &["data/phrases/spelling.toml: ramipril: typed", "other_medicines.txt"];
    check("spelling-name", "phrases/spelling.toml", "\"jurk\"", "\"ramipril\"", expected);
}
