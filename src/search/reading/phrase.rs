//! Everyday phrases in a typed text: words in this order, with at most three words between two of
//! them that say nothing. The longest phrase goes first, and a word belongs to one phrase only.
//!
//! Knows the phrases, not what they lead to.

use super::token::{self, Token};
use crate::catalogue::{Catalogue, SayingId};
use crate::search::stop_words::is_stop_word;
use crate::sorted;

/// A phrase that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heard {
    /// What it leads to.
    pub(crate) saying: SayingId,
    /// The phrase as the list has it.
    pub(crate) said: &'static str,
    /// As it was typed.
    pub(crate) typed: String,
}

/// A phrase in the text.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) heard: Heard,
    /// The words that it consists of, by their positions in the text.
    pub(super) tokens: Vec<usize>,
}

impl Heard {
    /// Whether it is an abbreviation that counts only in capitals.
    pub(crate) fn is_abbreviation(&self) -> bool {
        self.said.starts_with(|it: char| it.is_ascii_uppercase())
    }
}

/// How many words may be between two words of a phrase.
const MOST_BETWEEN: usize = 3;

/// The phrases of a text, the longest first.
pub(super) fn find(typed: &str, tokens: &[Token]) -> Vec<Found> {
    let language = Catalogue::bundled().language();
    let mut all: Vec<Found> = Vec::new();
    for (start, first) in tokens.iter().enumerate() {
        let written = &typed[first.place.clone()];
        let in_capitals = !written.chars().any(char::is_lowercase);
        let capitals = in_capitals.then(|| language.beginning_with(written));
        let phrases = language.beginning_with(&first.word);
        for (said, saying) in phrases.chain(capitals.into_iter().flatten()) {
            let is_capital = said.starts_with(|it: char| it.is_ascii_uppercase());
            let rest = &tokens[start..];
            if let Some(spans) = spans(typed, rest, said, is_capital) {
                let last = spans.last().copied().unwrap_or(first.at);
                let end = rest.iter().position(|token| token.at == last).unwrap_or(0);
                let heard = Heard { saying, said, typed: token::written(typed, &rest[..=end]) };
                all.push(Found { heard, tokens: spans });
            }
        }
    }
    // Stable: of two phrases of the same length the first goes first.
    sorted::sort_by_key(&mut all, |found| std::cmp::Reverse(found.tokens.len()));
    let mut taken: Vec<usize> = Vec::new();
    all.retain(|found| {
        let is_free = !found.tokens.iter().any(|token| taken.contains(token));
        if is_free {
            taken.extend(&found.tokens);
        }
        is_free
    });
    all
}

/// The words that a phrase has in a text, if the text begins with it. A single word must be the
/// same; of several, each may have another ending, and small words may be missing.
fn spans(typed: &str, tokens: &[Token], said: &str, is_capital: bool) -> Option<Vec<usize>> {
    let several = said.contains(' ');
    let language = Catalogue::bundled().language();
    let is_same = |token: &Token, wanted: &str| {
        if is_capital {
            &typed[token.place.clone()] == wanted
        } else {
            token.word == wanted || several && language.root(&token.word) == language.root(wanted)
        }
    };
    let mut found = Vec::new();
    let mut at = 0;
    for wanted in said.split(' ') {
        let mut next = at;
        let same = loop {
            let token = tokens.get(next);
            match token {
                Some(token) if is_same(token, wanted) => break Some(token.at),
                Some(token)
                    if !found.is_empty()
                        && next - at < MOST_BETWEEN
                        && is_stop_word(&token.word) =>
                {
                    next += 1;
                }
                _ => break None,
            }
        };
        match same {
            Some(same) => {
                found.push(same);
                at = next + 1;
            }
            None if SMALL.contains(&wanted) && !found.is_empty() => {}
            None => return None,
        }
    }
    Some(found)
}

/// Words of a phrase that may be missing.
const SMALL: [&str; 25] = [
    "a", "an", "and", "are", "at", "during", "for", "from", "had", "has", "have", "her", "his",
    "in", "is", "my", "of", "on", "our", "the", "their", "to", "was", "with", "your",
];
