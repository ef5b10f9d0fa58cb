//! Finds wording that speaks to curators, not to readers: remarks on what was read, words that
//! point at a text that the reader does not have, and sentences without a subject.
//!
//! Knows nothing of entries and fields.

/// Phrases that readers cannot use, each with what to write in its place.
const REMARKS: &[(&str, &str)] = &[
    ("text seen", WHAT_IS_KNOWN),
    ("texts seen", WHAT_IS_KNOWN),
    ("source seen", WHAT_IS_KNOWN),
    ("sources seen", WHAT_IS_KNOWN),
    ("report seen", WHAT_IS_KNOWN),
    ("reports seen", WHAT_IS_KNOWN),
    ("in myoclonus seen", WHAT_IS_KNOWN),
    ("trial seen", WHAT_IS_KNOWN),
    ("data seen", WHAT_IS_KNOWN),
    ("trial was seen", WHAT_IS_KNOWN),
    ("were not seen", WHAT_IS_KNOWN),
    ("report was visible", WHAT_IS_KNOWN),
    ("text that was read", WHAT_IS_KNOWN),
    ("text was read", WHAT_IS_KNOWN),
    ("source that was read", WHAT_IS_KNOWN),
    ("only the title", WHAT_IS_KNOWN),
    ("literature reviewed", WHAT_IS_KNOWN),
    ("no fuller source", WHAT_IS_KNOWN),
    ("sources support it", WHAT_IS_KNOWN),
    ("the source names", WHAT_IS_SAID),
    ("the source adds", WHAT_IS_SAID),
    ("the source says", WHAT_IS_SAID),
    ("the source describes", WHAT_IS_SAID),
    ("the abstract does not", WHAT_IS_SAID),
    ("the same list", WHAT_IS_SAID),
    ("the same paper", WHAT_IS_SAID),
    ("list entry", WHAT_IS_SAID),
    ("label entry", WHAT_IS_SAID),
    ("label statement", WHAT_IS_SAID),
    ("data set does not", WHAT_IS_SAID),
    ("data set lists", WHAT_IS_SAID),
    ("data set marks", WHAT_IS_SAID),
    ("browsing label", WHAT_IS_SAID),
    ("of this project", "write \"our\", or leave it out"),
    ("in that case", WHO),
    ("in that patient", WHO),
    ("in that man", WHO),
    ("in that woman", WHO),
    ("in that child", WHO),
    ("that series", WHO),
    ("that follow-up", WHO),
    ("in that study", WHO),
    ("in that trial", WHO),
    ("in that report", WHO),
    ("in that review", WHO),
    ("in that paper", WHO),
    ("in this case", WHO),
    ("of this case", WHO),
    ("in this patient", WHO),
    ("in this series", WHO),
    ("of this series", WHO),
    ("in the case", WHO),
    ("in the one case", WHO),
    ("in the published case", WHO),
    ("in the reported case", WHO),
    ("the one report", WHO),
    ("the abstract", WHAT_IS_SAID),
    ("abstract reviews", WHAT_IS_SAID),
    ("interaction text", WHAT_IS_SAID),
    ("from the title", WHAT_IS_SAID),
    ("the title", WHAT_IS_SAID),
    ("whose title", WHAT_IS_SAID),
    ("one title", WHAT_IS_SAID),
    ("this page does not", WHAT_IS_SAID),
    ("the annotations", "write \"the rare-disease data\""),
    ("was not visible", WHAT_IS_KNOWN),
    ("figure was not seen", WHAT_IS_KNOWN),
    ("are ours", ADDED),
    ("is ours", ADDED),
    ("names ours", ADDED),
    ("wording ours", ADDED),
    ("of ours", ADDED),
    ("our wording", ADDED),
    ("is not told", "write \"is not known\""),
    ("stands in a list", "write \"is on a list\""),
    ("nobody stops", "write \"do not stop it on your own\""),
    ("nobody", "write \"no one\""),
    ("somebody", "write \"someone\""),
    ("anybody", "write \"anyone\""),
    ("class entry", "say it of the medicines themselves"),
    ("is cited", WHAT_IS_SAID),
];

const WHAT_IS_KNOWN: &str = "say what is known, or that we know of none, not what was read";
const WHAT_IS_SAID: &str = "state the fact itself; the claim names its source";
const ADDED: &str = "write \"we add\" and what, or leave it out";
const WHO: &str = "readers have not read it: say who, such as \"in the reported man\"";

/// Words that open a sentence whose subject is missing.
const VERBS: &[&str] = &[
    "appears",
    "begins",
    "called",
    "can",
    "controlled",
    "counted",
    "depends",
    "given",
    "imitates",
    "improved",
    "improves",
    "linked",
    "listed",
    "looks",
    "may",
    "mistaken",
    "must",
    "named",
    "overlaps",
    "recovered",
    "related",
    "reported",
    "resists",
    "resolved",
    "resolves",
    "responds",
    "rests",
    "seen",
    "starts",
    "supported",
    "treated",
    "used",
];

/// Words that may come before such a verb.
const ADVERBS: &[&str] =
    &["also", "mostly", "often", "only", "partly", "rarely", "usually", "weakly"];

/// The first remark to curators in a text, and what to write in its place.
pub fn remark(text: &str) -> Option<(&'static str, &'static str)> {
    let text = text.to_lowercase();
    let is_whole = |at: usize, words: &str| {
        let (before, after) = (&text[..at], &text[at + words.len()..]);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    };
    let says = |words: &str| text.match_indices(words).any(|(at, _)| is_whole(at, words));
    REMARKS.iter().copied().find(|(words, _)| says(words))
}

/// Words that belong to a description of a text, not to its title.
const DESCRIBES: &[&str] = &[
    "article", "chapter", "copy", "excerpt", "handbook", "letter", "page", "pages", "passage",
    "section", "shown", "table", "tables", "text", "title",
];

/// A remark of ours in a title: round brackets with a word such as "chapter", or the words "not
/// shown" anywhere.
pub fn remark_in_title(title: &str) -> Option<&str> {
    if title.contains("not shown") {
        return Some("not shown");
    }
    let in_brackets = title.split('(').skip(1).filter_map(|rest| rest.split(')').next());
    let mut words = in_brackets.flat_map(|text| text.split(|it: char| !it.is_alphabetic()));
    words.find(|word| DESCRIBES.contains(&&*word.to_lowercase()))
}

/// What a text lacks that is shown as sentences of their own: a capital at its start, a full stop
/// at its end.
pub fn unfinished(text: &str) -> Option<&'static str> {
    if text.starts_with(char::is_lowercase) {
        return Some("begin with a capital");
    }
    (!text.ends_with('.')).then_some("write whole sentences and end with a full stop")
}

/// The opening of the first sentence of a text, if that sentence has no subject.
pub fn without_subject(text: &str) -> Option<String> {
    let words = text.split_whitespace().map(|word| word.trim_end_matches(','));
    let mut opening: Vec<&str> = Vec::new();
    for word in words {
        opening.push(word);
        let word = word.to_lowercase();
        if VERBS.contains(&&*word) {
            return Some(opening.join(" "));
        }
        if !ADVERBS.contains(&&*word) {
            return None;
        }
    }
    None
}
