//! Words of negation, and words such as OR: what they deny is left out, and that is said.
//!
//! The search cannot leave entries out, so what a reader denies is never looked for either.

use super::phrase::Found;
use super::token::{Token, written};
use super::{Reading, Remark};
use crate::search::stop_words::is_stop_word;

/// Words after which something is denied.
const DENIALS: [&str; 7] = ["denies", "denied", "never", "no", "nor", "not", "without"];

/// How many words may be between a denial and what it denies.
const MOST_BETWEEN: usize = 2;

/// Takes out words that only connect others in the language of other search programs.
pub(super) fn take_operators(typed: &str, tokens: &mut Vec<Token>, reading: &mut Reading) {
    tokens.retain(|token| {
        let written = &typed[token.place.clone()];
        let is_operator = matches!(written, "OR" | "AND" | "NEAR");
        if is_operator {
            reading.remarks.push(Remark::Operator(written.to_owned()));
        }
        !is_operator
    });
}

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
        let said = |token: &Token| {
            !is_stop_word(&token.word) || found.iter().any(|it| it.tokens.contains(&token.at))
        };
        let within = tokens.iter().enumerate().skip(start).take(MOST_BETWEEN + 1);
        let Some(first) = within.clone().find(|(_, it)| said(it)).map(|(position, _)| position)
        else {
            at += 1;
            continue;
        };
        let phrase = found.iter().position(|it| it.tokens.contains(&tokens[first].at));
        let last = match phrase {
            Some(phrase) => {
                let last = found.remove(phrase).tokens.last().copied().unwrap_or_default();
                tokens.iter().position(|it| it.at == last).unwrap_or(first)
            }
            None => first,
        };
        reading.remarks.push(Remark::LeftOut(written(typed, &tokens[at..=last])));
        denied.extend(tokens[at..=last].iter().map(|it| it.at));
        at = last + 1;
    }
    tokens.retain(|token| !denied.contains(&token.at));
}

/// Whether a word denies what follows. *Cannot* denies an ability, not a finding.
fn is_denial(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| tokens[before].word.as_str());
    DENIALS.contains(&tokens[at].word.as_str()) && !matches!(before, "can" | "could")
}

/// Whether a minus is right before a word, and a blank before the minus.
fn has_minus(typed: &str, token: &Token) -> bool {
    let before = &typed[..token.place.start];
    before
        .strip_suffix('-')
        .is_some_and(|rest| rest.ends_with(char::is_whitespace) && !rest.trim_end().is_empty())
}
