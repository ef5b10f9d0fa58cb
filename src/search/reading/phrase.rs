//! Everyday phrases in a typed text: words in this order, with at most three words between two of
//! them that say nothing. The longest phrase goes first, and a word belongs to one phrase only.
//!
//! Knows the phrases, not what they lead to.

use std::borrow::Cow;

use super::token::{self, Token};
use crate::catalogue::{Catalogue, SayingId};
use crate::search::stop_words::is_stop_word;
use crate::sorted;
use crate::text;

/// A phrase that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heard {
    /// What it leads to.
    pub(crate) saying: SayingId,
    /// The phrase as the list has it.
    pub(crate) said: &'static str,
    /// As it was typed.
    pub(crate) typed: String,
    /// How much of the phrase was typed, in percent.
    pub(crate) share: u32,
}

/// A phrase in the text.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) heard: Heard,
    /// The words that it consists of, by their positions in the text.
    pub(super) tokens: Vec<usize>,
}

impl Heard {
    /// Whether the text says the same. Of another phrase it has only a part.
    pub(crate) fn is_whole(&self) -> bool {
        self.share == 100
    }

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
    let words: Vec<Typed<'_>> = tokens.iter().map(Typed::of).collect();
    for (start, first) in tokens.iter().enumerate() {
        let written = &typed[first.place.clone()];
        let in_capitals = !written.chars().any(char::is_lowercase);
        // Some phrases count only in capitals.
        let capitals = in_capitals.then(|| language.beginning_with(&language.root(written)));
        let phrases = language.beginning_with(&words[start].root);
        for (said, saying, second) in phrases.chain(capitals.into_iter().flatten()) {
            let rest = &tokens[start..];
            if let Some(spans) = spans(typed, &words[start..], said, second) {
                let last = spans.last().copied().unwrap_or(first.at);
                let end = rest.iter().position(|token| token.at == last).unwrap_or(0);
                let typed = token::written(typed, &rest[..=end]);
                let heard = Heard { saying, said, typed, share: 100 };
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

/// A word of the text, with what decides whether it is a word of a phrase.
struct Typed<'t> {
    token: &'t Token,
    /// Its common spelling.
    spelling: Cow<'t, str>,
    root: Cow<'t, str>,
}

impl<'t> Typed<'t> {
    fn of(token: &'t Token) -> Self {
        let root = Catalogue::bundled().language().root(&token.word);
        Self { token, spelling: text::common(&token.word), root }
    }
}

/// The words that a phrase has in a text, if the text begins with it; `second` is the root of its
/// second word. A single word must be the same in some spelling; of several, each may have another
/// ending, and small words may be missing.
fn spans(typed: &str, words: &[Typed<'_>], said: &str, second: &str) -> Option<Vec<usize>> {
    let several = said.contains(' ');
    let is_capital = said.starts_with(|it: char| it.is_ascii_uppercase());
    let language = Catalogue::bundled().language();
    let is_same = |word: &Typed<'_>, place: usize, wanted: &str| {
        if is_capital {
            &typed[word.token.place.clone()] == wanted
        } else if !several {
            word.spelling == text::common(wanted)
        } else if word.token.word == wanted {
            true
        } else if place == 1 {
            word.root == second
        } else {
            word.root == language.root(wanted)
        }
    };
    let mut found = Vec::new();
    let mut at = 0;
    for (place, wanted) in said.split(' ').enumerate() {
        let mut next = at;
        let same = loop {
            match words.get(next) {
                Some(word) if is_same(word, place, wanted) => break Some(word.token.at),
                Some(word)
                    if !found.is_empty()
                        && next - at < MOST_BETWEEN
                        && is_stop_word(&word.token.word) =>
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
