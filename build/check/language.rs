//! The rules for how people speak: lists in order, classes with members, spellings that change
//! something.
//!
//! Does not know what a phrase means.

use std::collections::BTreeSet;

use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::read::load::Raw;
use crate::pipeline::read::paths;
use crate::pipeline::text;

/// Checks all rules.
pub fn check(raw: &Raw, faults: &mut Faults) {
    other_names(raw, faults);
    classes(raw, faults);
    spellings(raw, faults);
    alike(raw, faults);
    for filed in &raw.fillers {
        let place = filed.place("fillers");
        for (field, list) in [("words", &filed.entry.words), ("phrases", &filed.entry.phrases)] {
            for pair in list.windows(2).filter(|pair| pair[0] >= pair[1]) {
                place.fault(faults, field, &pair[1], "keep this list in alphabetical order");
            }
        }
        for word in filed.entry.words.iter().filter(|word| text::words(word) != [word.as_str()]) {
            place.fault(faults, "words", word, "write one plain word in small letters");
        }
    }
}

/// Words that are alike are plain words, each in one group.
fn alike(raw: &Raw, faults: &mut Faults) {
    let mut seen = BTreeSet::new();
    for filed in &raw.alike {
        let words = &filed.entry.words;
        let place = filed.place(words.first().map_or("", String::as_str));
        if words.len() < 2 {
            place.fault(faults, "words", &words.join(", "), "name the words that it is like");
        }
        for word in words {
            if text::words(word) != [word.as_str()] {
                place.fault(faults, "words", word, "write one plain word in small letters");
            }
            if !seen.insert(word) {
                place.fault(faults, "words", word, "another group has this word; list it once");
            }
        }
    }
}

/// Other names are plain words, in order, each once in its file.
fn other_names(raw: &Raw, faults: &mut Faults) {
    let mut last: Option<&(&str, String)> = None;
    for item in &raw.other_names {
        let (file, name) = item;
        let place = Place { file, entry: name };
        if text::words(name) != [name.as_str()] {
            place.fault(faults, "line", name, "write one plain word in small letters");
        }
        if last.is_some_and(|(other, before)| other == file && before >= name) {
            place.fault(faults, "line", name, "keep the lines in alphabetical order, each once");
        }
        last = Some(item);
    }
}

/// A class has a stem, and members that exist.
fn classes(raw: &Raw, faults: &mut Faults) {
    let causes: BTreeSet<&str> = raw.causes.iter().map(|(_, it)| it.entry.id.as_str()).collect();
    for filed in &raw.classes {
        let class = &filed.entry;
        let place = filed.place(&class.name);
        if class.begins.is_empty() && class.ends.is_empty() {
            place.fault(faults, "begins", "", "give the stem with which the names begin or end");
        }
        if class.members.is_empty() {
            place.fault(faults, "members", "", "name a cause, or remove the class");
        }
        for id in class.members.iter().filter(|id| !causes.contains(id.as_str())) {
            place.fault(faults, "members", id, "name the id of a cause that exists");
        }
    }
}

/// A spelling changes one word, and no other name is taken for a misspelling.
fn spellings(raw: &Raw, faults: &mut Faults) {
    let others: BTreeSet<&str> = raw.other_names.iter().map(|(_, name)| name.as_str()).collect();
    let mut seen = BTreeSet::new();
    for filed in &raw.spellings {
        let entry = &filed.entry;
        let place = filed.place(&entry.typed);
        if text::words(&entry.typed).len() != 1 || entry.typed == entry.meant {
            place.fault(
                faults,
                "typed",
                &entry.typed,
                "write one word that differs from the other",
            );
        }
        if !seen.insert(&entry.typed) {
            place.fault(faults, "typed", &entry.typed, "this file has it already; remove it here");
        }
        if !entry.pair && others.contains(entry.typed.as_str()) {
            let remedy = format!("this is a name in {}; remove it here", paths::OTHER_MEDICINES);
            place.fault(faults, "typed", &entry.typed, remedy);
        }
    }
}
