//! Findings as people write them: one on each line, with a word for *no* or *unsure*.
//!
//! Understands terms by their ids in every form people write, and terms, exposures and medicines by
//! their names. Guesses nothing: what is not understood comes back with its line. Knows no file.

use std::collections::BTreeMap;

use crate::catalogue::{Catalogue, CauseId, ContextId, TermId, Weights};
use crate::differential::{Answer, Findings};
use crate::entry::is_medicine;
use crate::text;

/// What a list says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What was understood.
    pub findings: Findings,
    /// Lines that were not taken, or not as they stand.
    pub remarks: Vec<Remark>,
}

/// A line that was not taken, or not as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The number of the line, from 1.
    pub line: usize,
    /// What it says.
    pub text: String,
    /// Why.
    pub why: Why,
}

/// Why a line was not taken as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No term, exposure or medicine has this name or id.
    Unknown,
    /// Of the family, not of the patient; not taken.
    Family,
    /// An old number; the present term was taken.
    OldNumber,
    /// Another line gives another answer; taken as unsure.
    Contradiction,
    /// Every line begins with a dash, which may be a bullet or mean no; not taken.
    Dash,
}

/// Everything that a line can name, by its words.
#[derive(Debug)]
pub struct Names {
    catalogue: &'static Catalogue,
    named: BTreeMap<String, Named>,
}

/// What a line names.
#[derive(Clone, Copy, Debug)]
enum Named {
    Term(TermId),
    Context(ContextId),
    Medicine(CauseId),
}

/// Words before a finding that the patient does not have. Longer ones come first.
const NO: [&str; 13] = [
    "no evidence of ",
    "no history of ",
    "no signs of ",
    "negative for ",
    "absence of ",
    "denies ",
    "denied ",
    "without ",
    "absent: ",
    "excluded: ",
    "absent ",
    "not ",
    "no ",
];

/// Words before a finding that is not of the patient.
const FAMILY: [&str; 4] = ["family history", "fh of ", "fh: ", "familial history"];

/// Words for people who are not the patient. A son or a daughter may be: parents tell of them.
const RELATIVES: [&str; 29] = [
    "family",
    "mother",
    "mum",
    "mom",
    "mummy",
    "father",
    "dad",
    "daddy",
    "parent",
    "brother",
    "sister",
    "sibling",
    "uncle",
    "aunt",
    "auntie",
    "cousin",
    "nephew",
    "niece",
    "grandmother",
    "grandfather",
    "grandma",
    "grandpa",
    "grandad",
    "granddad",
    "granny",
    "gran",
    "grandparent",
    "stepmother",
    "stepfather",
];

/// Children, who are relatives after *his*, *her* and *their*.
const CHILDREN: [&str; 5] = ["son", "daughter", "child", "children", "baby"];

/// What a healthy person has. After *no* it is lost, and that is a finding of its own.
const HEALTHY: [&str; 30] = [
    "alcohol",
    "appetite",
    "balance",
    "concentration",
    "drink",
    "drinking",
    "drinks",
    "drug",
    "drugs",
    "eating",
    "energy",
    "hearing",
    "interest",
    "medication",
    "medications",
    "medicine",
    "medicines",
    "memory",
    "pulse",
    "reflexes",
    "response",
    "sensation",
    "sleep",
    "sleeping",
    "smile",
    "speaking",
    "speech",
    "strength",
    "talking",
    "walking",
];

/// Words after *no* with which nothing is denied.
const UNDENIED: [&str; 4] = ["longer", "worse", "better", "change"];

/// Words that may follow something healthy and add nothing to it: *no sleep for days*.
const AFTER_HEALTHY: [&str; 10] =
    ["after", "any", "at", "during", "for", "in", "of", "or", "since", "when"];

/// Words that say *no* themselves, with what they deny.
const SAY_NO: [(&str, &str); 3] =
    [("afebrile", "fever"), ("apyrexial", "fever"), ("apyrexic", "fever")];

/// Words before a finding that is not sure.
const UNSURE: [&str; 4] = ["possible ", "possibly ", "questionable ", "suspected "];

impl Names {
    /// The names in a catalogue. A name that two things have leads to the first.
    pub fn of(catalogue: &'static Catalogue) -> Self {
        let mut names = BTreeMap::new();
        let mut add = |name: &str, it: Named| _ = names.entry(key(name)).or_insert(it);
        for (id, term) in catalogue.ontology().terms() {
            add(term.label, Named::Term(id));
        }
        for id in catalogue.cause_ids().filter(|id| is_medicine(catalogue, catalogue.cause(*id))) {
            let other = catalogue.medicine_names(id);
            let all = catalogue.cause(id).names().chain(other.brands()).chain(other.others());
            all.for_each(|name| add(name, Named::Medicine(id)));
        }
        for (id, context) in catalogue.contexts() {
            add(context.meaning, Named::Context(id));
            add(&context.slug.replace('-', " "), Named::Context(id));
        }
        for (id, term) in catalogue.ontology().terms() {
            term.lay_names().for_each(|name| add(name, Named::Term(id)));
        }
        Self { catalogue, named: names }
    }

    /// Reads a list.
    pub fn read(&self, list: &str) -> Reading {
        let catalogue = self.catalogue;
        let mut reading = Reading::default();
        let lines = || list.lines().zip(1..).map(|(line, number)| (line.trim(), number));
        let filled = || lines().filter(|(line, _)| !line.is_empty());
        let all_dashes = filled().count() > 1 && filled().all(|(line, _)| dash(line).is_some());
        for (line, number) in filled() {
            let mut remark = |why| {
                reading.remarks.push(Remark { line: number, text: line.to_owned(), why });
            };
            if all_dashes {
                remark(Why::Dash);
                continue;
            }
            let is_name = self.named.contains_key(&key(line));
            let (answer, rest) = match answer_of(line) {
                Some(state) => state,
                None if is_name => (Answer::Present, line),
                None => {
                    remark(Why::Family);
                    continue;
                }
            };
            let by_number = hpo_number(rest);
            let term =
                by_number.and_then(|number| numbered(catalogue, number)).map(|(term, is_old)| {
                    if is_old {
                        remark(Why::OldNumber);
                    }
                    term
                });
            let named = match by_number {
                Some(_) => term.map(Named::Term),
                None => self.named.get(&key(rest)).copied(),
            };
            let Some(named) = named else {
                remark(Why::Unknown);
                continue;
            };
            let findings = &mut reading.findings;
            let before = match named {
                Named::Term(term) => findings.term(term),
                Named::Context(context) => findings.context(context),
                Named::Medicine(medicine) => {
                    findings.medicines().find(|(id, _)| *id == medicine).map(|(_, answer)| answer)
                }
            };
            let is_contradiction = before.is_some_and(|before| before != answer);
            let answer = if is_contradiction { Answer::Unsure } else { answer };
            if is_contradiction {
                remark(Why::Contradiction);
            }
            match named {
                Named::Term(term) => findings.answer_term(term, answer),
                Named::Context(context) => findings.answer_context(context, answer),
                Named::Medicine(medicine) => findings.answer_medicine(medicine, answer),
            }
        }
        reading
    }
}

/// The answer that a line gives, and what it names; `None` if it is about the family.
pub fn answer_of(line: &str) -> Option<(Answer, &str)> {
    let mut answer = Answer::Present;
    let mut rest = line.trim_start_matches(['*', '•', '+']).trim();
    if let Some(after) = dash(rest) {
        (answer, rest) = (Answer::Absent, after);
    }
    let before = rest;
    rest = rest.trim_matches('?').trim();
    let is_asked = before.len() != rest.len();
    if starts(rest, &FAMILY).is_some() || is_of_a_relative(rest) {
        return None;
    }
    if let Some((_, denied)) = SAY_NO.iter().find(|(word, _)| rest.eq_ignore_ascii_case(word)) {
        let is_plain = answer == Answer::Present && !is_asked;
        return Some((if is_plain { Answer::Absent } else { Answer::Unsure }, denied));
    }
    if denies_what_is_healthy(rest) {
        let answer = if is_asked { Answer::Unsure } else { answer };
        return Some((answer, rest));
    }
    if let Some(after) = starts(rest, &NO) {
        // A double negation is not taken for a yes.
        answer = if answer == Answer::Absent { Answer::Unsure } else { Answer::Absent };
        rest = after;
    }
    if let Some(after) = starts(rest, &UNSURE) {
        (answer, rest) = (Answer::Unsure, after);
    }
    if starts(rest, &NO).is_some() {
        answer = Answer::Unsure;
    }
    let answer = if is_asked { Answer::Unsure } else { answer };
    if starts(rest, &FAMILY).is_some() { None } else { Some((answer, rest)) }
}

/// Whether a text tells of a relative of the patient. What happened to a mother in pregnancy is of
/// the patient.
pub(crate) fn is_of_a_relative(text: &str) -> bool {
    let words = text::words(text);
    let is = |word: &str, all: &[&str]| {
        all.contains(&word) || word.strip_suffix('s').is_some_and(|it| all.contains(&it))
    };
    let is_child = |pair: &[String]| {
        ["his", "her", "their"].contains(&pair[0].as_str()) && is(&pair[1], &CHILDREN)
    };
    let is_relative = words.iter().any(|it| it == "relatives" || is(it, &RELATIVES))
        || words.windows(2).any(is_child);
    is_relative && !words.iter().any(|it| it == "pregnancy" || it == "pregnant")
}

/// Whether a text says *no* of something healthy, as *no sleep* and *no longer smiles* do. *No
/// memory loss* denies the loss.
pub(crate) fn denies_what_is_healthy(text: &str) -> bool {
    let Some(after) = starts(text, &NO) else { return false };
    let words = text::words(after);
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let ends = word(1).is_empty() || AFTER_HEALTHY.contains(&word(1));
    UNDENIED.contains(&word(0)) || HEALTHY.contains(&word(0)) && ends
}

/// Words that say *no* themselves, written with *no*.
pub(crate) fn with_no(text: &str) -> String {
    let words = text.split_whitespace().map(|word| {
        let denied = SAY_NO.iter().find(|(it, _)| word.eq_ignore_ascii_case(it));
        denied.map_or_else(|| word.to_owned(), |(_, denied)| format!("no {denied}"))
    });
    words.collect::<Vec<_>>().join(" ")
}

/// What follows a dash.
fn dash(line: &str) -> Option<&str> {
    line.strip_prefix(['-', '–', '−']).map(str::trim)
}

/// What follows one of these words, in whatever case.
fn starts<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| {
        let start = text.get(..word.len())?;
        start.eq_ignore_ascii_case(word).then(|| text[word.len()..].trim())
    })
}

/// The number of a term, as `HP:0001336`, `hp_1336`, `HP0001336`, an address that ends so, or seven
/// digits. A label may follow it.
pub(crate) fn hpo_number(text: &str) -> Option<u32> {
    let text = text.rsplit('/').next().unwrap_or(text);
    let upper = text.to_ascii_uppercase();
    let prefix = upper.strip_prefix("HPO").or_else(|| upper.strip_prefix("HP"));
    let digits = prefix.unwrap_or(&upper).trim_start_matches([':', '_', '-', ' ']);
    let end = digits.find(|it: char| !it.is_ascii_digit()).unwrap_or(digits.len());
    let (digits, after) = digits.split_at(end);
    let is_whole = match prefix {
        Some(_) => (1..=7).contains(&digits.len()),
        None => digits.len() == 7,
    };
    let ends = !after.starts_with(|it: char| it.is_alphanumeric());
    (is_whole && ends).then(|| digits.parse().ok())?
}

/// The term with a number, and whether the number is an old one.
pub(crate) fn numbered(catalogue: &'static Catalogue, number: u32) -> Option<(TermId, bool)> {
    let known = catalogue.ontology().find(&format!("HP:{number:07}"));
    let present = known.map(|term| (term, false));
    present.or_else(|| Weights::bundled().successor(number).map(|term| (term, true)))
}

/// The words of a name.
fn key(name: &str) -> String {
    text::words(name).join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn answers(list: &str) -> Vec<(String, Answer)> {
        let catalogue = Catalogue::bundled();
        let findings = Names::of(catalogue).read(list).findings;
        let terms = findings.terms().map(|(id, it)| (catalogue.term(id).hpo(), it));
        terms.collect()
    }

    #[test]
    fn ids_are_read_in_every_form() {
        for id in [
            "HP:0001336",
            "hp:1336",
            "HP_0001336",
            "HP 1336",
            "HP0001336",
            "HPO:0001336",
            "0001336",
            "http://purl.obolibrary.org/obo/HP_0001336",
            "HP:0001336 Myoclonus",
            "HP:0001336, jerks",
            "Myoclonus",
            "  myoclonus ",
            "* MYOCLONUS",
        ] {
            let expected = vec![("HP:0001336".to_owned(), Answer::Present)];
            assert_eq!(answers(id), expected, "{id}");
        }
        for other in ["HP:00013366", "HP:0001336x", "HPX", "1336", "12 years"] {
            assert_eq!(answers(other), [], "{other}");
        }
    }

    #[test]
    fn words_for_no_and_unsure_are_understood() {
        use Answer::{Absent, Unsure};
        for (line, answer) in [
            ("no seizure", Absent),
            ("No Seizure", Absent),
            ("not seizure", Absent),
            ("- seizure", Absent),
            ("–seizure", Absent),
            ("denies seizure", Absent),
            ("without seizure", Absent),
            ("no evidence of seizure", Absent),
            ("no HP:0001250", Absent),
            ("seizure?", Unsure),
            ("? seizure", Unsure),
            ("possible seizure", Unsure),
            ("no possible seizure", Unsure),
            ("- no seizure", Unsure),
            ("no seizure?", Unsure),
        ] {
            assert_eq!(answers(line), [("HP:0001250".to_owned(), answer)], "{line}");
        }
    }

    #[test]
    fn what_is_not_taken_comes_back_with_its_line() {
        let catalogue = Catalogue::bundled();
        let whys = |list: &str| -> Vec<(usize, Why)> {
            Names::of(catalogue).read(list).remarks.iter().map(|it| (it.line, it.why)).collect()
        };
        assert_eq!(whys("myoclonus\n\nfamily history of seizure"), [(3, Why::Family)]);
        assert_eq!(whys("myoclonus\ngibberish of a kind"), [(2, Why::Unknown)]);
        assert_eq!(whys("seizure\nno seizure"), [(2, Why::Contradiction)]);
        assert_eq!(whys("- seizure\n- myoclonus"), [(1, Why::Dash), (2, Why::Dash)]);
        let (old, _) = Weights::bundled().old_numbers().next().expect("an old number");
        assert_eq!(whys(&format!("HP:{old:07}")), [(1, Why::OldNumber)]);
        assert_eq!(answers("- seizure\n- myoclonus"), []);
    }

    #[test]
    fn medicines_and_exposures_are_understood() {
        let findings =
            Names::of(Catalogue::bundled()).read("Gabapentin\nno lithium\nkidney failure");
        assert_eq!(findings.findings.medicines().count(), 2);
        assert_eq!(findings.findings.contexts().count(), 1);
        assert!(findings.remarks.is_empty(), "{:?}", findings.remarks);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_answered_line_by_line(list in "(\\PC{0,12}\n){0,6}") {
            let _ = Names::of(Catalogue::bundled()).read(&list);
        }
    }
}
