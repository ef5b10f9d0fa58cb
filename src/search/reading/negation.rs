//! Words of negation, and words such as OR: what they deny is left out, and that is said.
//!
//! The search cannot leave entries out, so what a reader denies is never looked for either.

use super::phrase::Found;
use super::token::{Token, written};
use super::{Reading, Remark};
use crate::search::index::Index;
use crate::search::stop_words::is_stop_word;

/// Words after which something is denied.
const DENIALS: [&str; 7] = ["denies", "denied", "never", "no", "nor", "not", "without"];

/// Short forms with *not* that deny an ability unless a word such as *have* follows.
const SHORT_DENIALS: [&str; 10] =
    ["arent", "didnt", "doesnt", "dont", "hadnt", "hasnt", "havent", "isnt", "wasnt", "werent"];

/// Words after which a finding or a medicine is denied: *does not have a fever*.
const HAVING: [&str; 12] =
    ["any", "been", "drink", "get", "gets", "got", "had", "has", "have", "take", "taking", "use"];

/// Words after *no* and *not* with which nothing is denied.
const NOT_DENIED: [&str; 8] =
    ["idea", "just", "longer", "matter", "more", "only", "reason", "sure"];

/// How many words may be between a denial and what it denies.
const MOST_BETWEEN: usize = 2;

/// Takes out words in capitals that connect others in the language of other search programs. OR is
/// honoured: any of the words is enough. AND and NEAR ask for what the search does anyway.
pub(super) fn take_operators(typed: &str, tokens: &mut Vec<Token>, reading: &mut Reading) {
    // In a sentence in capitals these are words like others.
    if tokens.len() > MOST_IN_CAPITALS && !typed.chars().any(char::is_lowercase) {
        return;
    }
    let ends = [tokens.first(), tokens.last()].map(|end| end.map(|token| token.at));
    tokens.retain(|token| {
        let written = &typed[token.place.clone()];
        let is_within = !ends.contains(&Some(token.at));
        match written {
            "OR" if is_within => {
                reading.any_is_enough = true;
                reading.remarks.push(Remark::AnyIsEnough(written.to_owned()));
            }
            "AND" | "NEAR" if is_within => {
                reading.remarks.push(Remark::Operator(written.to_owned()));
            }
            _ => return true,
        }
        false
    });
}

/// The most words of a text in capitals that may be abbreviations.
const MOST_IN_CAPITALS: usize = 4;

/// Takes out what is denied: the next phrase, or the next word that says something.
pub(super) fn take(
    typed: &str,
    tokens: &mut Vec<Token>,
    found: &mut Vec<Found>,
    reading: &mut Reading,
) {
    let mut denied: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let in_phrase = found.iter().any(|it| it.tokens.contains(&tokens[at].at));
        let start = if has_minus(typed, &tokens[at]) {
            at
        } else if !in_phrase && is_denial(tokens, at) {
            at + 1
        } else {
            at += 1;
            continue;
        };
        let Some(last) = end_of_next(tokens, start, found) else {
            at += 1;
            continue;
        };
        // No fever or headache: both are denied.
        let last = match tokens.get(last + 1).map(|it| it.word.as_str()) {
            Some("or" | "nor") => end_of_next(tokens, last + 2, found).unwrap_or(last),
            _ => last,
        };
        reading.remarks.push(Remark::LeftOut(written(typed, &tokens[at..=last])));
        denied.extend(tokens[at..=last].iter().map(|it| it.at));
        at = last + 1;
    }
    tokens.retain(|token| !denied.contains(&token.at));
}

/// Takes out genes and named diseases with a word after them that says that they were looked for
/// and not found: *SGCE test negative*, *Rett syndrome excluded*.
pub(super) fn take_excluded(
    typed: &str,
    tokens: &mut Vec<Token>,
    found: &mut Vec<Found>,
    index: &Index,
    reading: &mut Reading,
) {
    let mut excluded: Vec<usize> = Vec::new();
    for at in 0..tokens.len() {
        if !EXCLUDED.contains(&tokens[at].word.as_str()) || !ends_clause(typed, tokens, at) {
            continue;
        }
        let is_apart = |at: usize| {
            let between = &typed[tokens[at].place.end..tokens[at + 1].place.start];
            between.contains(['.', ',', ';', ':'])
        };
        let mut first = at;
        let mut before = at;
        while before > 0 && !is_apart(before - 1) {
            before -= 1;
            let token = &tokens[before];
            if is_named(index, &token.word) {
                first = before;
            } else if !OF_TEST.split_whitespace().any(|word| word == token.word) {
                break;
            }
        }
        if first < at {
            reading.remarks.push(Remark::Excluded(written(typed, &tokens[first..=at])));
            excluded.extend(tokens[first..=at].iter().map(|token| token.at));
        }
    }
    tokens.retain(|token| !excluded.contains(&token.at));
    found.retain(|it| !it.tokens.iter().any(|token| excluded.contains(token)));
}

/// Words after a name that say that it was looked for and not found.
const EXCLUDED: [&str; 2] = ["excluded", "negative"];

/// Words between a name and such a word.
const OF_TEST: &str = "all also and antibodies antibody are back been both came gene genes is \
                       disease nor or screen syndrome test tested tests too was were";

/// Whether a clause ends with this word. In *negative myoclonus* it does not: that is no result of
/// a test.
fn ends_clause(typed: &str, tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return true };
    let between = &typed[tokens[at].place.end..next.place.start];
    let goes_on =
        ["and", "but", "so", "too", "also", "both", "by", "in", "now", "on", "with", "yet"];
    between.contains('\n') || between.trim() != "" || goes_on.contains(&next.word.as_str())
}

/// Whether a word is the symbol of a gene, or the name of a person in that of a disease.
fn is_named(index: &Index, word: &str) -> bool {
    let mut texts = index.postings(index.exact(word)).iter().map(|it| index.text(it.text));
    texts.any(|text| text.words == 1 && text.field.is_symbol())
        || index
            .exact(word)
            .any(|at| index.eponym(at).is_some_and(|name| name.starts_with(char::is_uppercase)))
}

/// The end of the phrase or word that says something and is at a position, or right after it.
fn end_of_next(tokens: &[Token], start: usize, found: &mut Vec<Found>) -> Option<usize> {
    let in_phrase =
        |it: &Token, found: &[Found]| found.iter().position(|one| one.tokens.contains(&it.at));
    let next = (start..tokens.len().min(start + MOST_BETWEEN + 1))
        .find(|at| !is_stop_word(&tokens[*at].word) || in_phrase(&tokens[*at], found).is_some())?;
    match in_phrase(&tokens[next], found) {
        Some(phrase) => {
            let last = found.remove(phrase).tokens.last().copied()?;
            tokens.iter().position(|it| it.at == last)
        }
        None => Some(next),
    }
}

/// Whether a word denies what follows. *Cannot speak* and *does not speak* deny an ability, which
/// is a finding; *does not have a fever* denies a finding.
fn is_denial(tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1).map_or("", |token| &token.word);
    if NOT_DENIED.contains(&next) {
        return false;
    }
    match tokens[at].word.as_str() {
        "arent" | "isnt" | "wasnt" | "werent" => true,
        this if SHORT_DENIALS.contains(&this) => HAVING.contains(&next),
        this => DENIALS.contains(&this),
    }
}

/// Whether a minus is right before a word, and a blank before the minus.
fn has_minus(typed: &str, token: &Token) -> bool {
    let before = &typed[..token.place.start];
    before
        .strip_suffix('-')
        .is_some_and(|rest| rest.ends_with(char::is_whitespace) && !rest.trim_end().is_empty())
}
