//! Phrases that a text has in another order, with other words between or not in full: *fell and is
//! on blood thinners* for *blood thinners and fell*.
//!
//! One that is there with nearly all that it says is read like a phrase; of the others the best
//! count less. Knows the phrases, not what they lead to.

use super::phrase::{Found, Heard};
use super::token::{self, Token};
use crate::catalogue::{Catalogue, Shared};
use crate::search::stop_words::is_stop_word;
use crate::sorted;

/// The fewest words of a text that say something: few words are a name or a keyword.
const FEWEST: usize = 3;

/// How much of a phrase a text must have, in percent.
const LEAST: u32 = 55;

/// With this much of a phrase a text says the same.
const SAME: u32 = 85;

/// How many phrases count if a text has only a part of each.
const MOST: usize = 4;

/// Words that deny what follows.
const DENIALS: [&str; 22] = [
    "arent", "cannot", "cant", "couldnt", "didnt", "doesnt", "dont", "hadnt", "hasnt", "havent",
    "isnt", "never", "no", "none", "nor", "not", "nothing", "unable", "wasnt", "werent", "without",
    "wont",
];

/// Adds such phrases to those that were found word by word. One that says as much as a text takes
/// the place of shorter ones among its words.
pub(super) fn add(typed: &str, tokens: &[Token], found: &mut Vec<Found>) {
    if tokens.iter().filter(|it| !is_stop_word(&it.word)).count() < FEWEST {
        return;
    }
    let language = Catalogue::bundled().language();
    let roots: Vec<_> = tokens.iter().map(|it| language.root(&it.word)).collect();
    let shared = language.sharing(&roots).into_iter().filter(|it| it.share >= LEAST);
    let mut all: Vec<Found> =
        shared.filter_map(|shared| in_other_words(typed, tokens, found, shared)).collect();
    let says = |it: &Found| it.heard.share * u32::try_from(it.tokens.len()).unwrap_or_default();
    sorted::sort_by_key(&mut all, |it| std::cmp::Reverse(says(it)));
    let mut parts: Vec<Found> = Vec::new();
    for mut one in all {
        let is_there = |it: &Found| it.heard.saying == one.heard.saying;
        if parts.iter().any(is_there) || found.iter().any(is_there) {
            continue;
        }
        let meets = |it: &Found| it.tokens.iter().any(|at| one.tokens.contains(at));
        let is_longest = |it: &Found| !meets(it) || it.tokens.len() < one.tokens.len();
        if one.heard.is_whole() && found.iter().all(is_longest) {
            found.retain(|it| !meets(it));
            found.push(one);
        } else if parts.len() < MOST {
            one.heard.share = one.heard.share.min(99);
            one.tokens.clear();
            parts.push(one);
        }
    }
    found.extend(parts);
}

/// A phrase with the words that a text has of it, if these say something and are close together.
fn in_other_words(typed: &str, tokens: &[Token], found: &[Found], shared: Shared) -> Option<Found> {
    let Shared { said, saying, has, share } = shared;
    let has = |place: usize| place < 32 && has >> place & 1 != 0;
    let says = |place: &usize| !is_stop_word(&tokens[*place].word);
    let places: Vec<usize> = (0..tokens.len()).filter(|place| has(*place) && says(place)).collect();
    let [first, .., last] = places[..] else { return None };
    let own: Vec<usize> = places.iter().map(|place| tokens[*place].at).collect();
    let is_within = |it: &Found| own.iter().all(|at| it.tokens.contains(at));
    if found.iter().any(|it| it.heard.saying == saying || is_within(it)) {
        return None;
    }
    let between = (first..last).filter(|place| says(place) && !has(*place)).count();
    if between > places.len() {
        return None;
    }
    // *Speaks* is not *does not speak*, nor the other way round.
    let denies = |word: &str| DENIALS.contains(&word);
    let is_denied = |at: usize| denies(&tokens[at].word) && (has(at + 1) || has(at + 2));
    if said.split(' ').any(denies) != (0..tokens.len()).any(is_denied) {
        return None;
    }
    let is_same = share >= SAME && between < places.len();
    let share = if is_same { 100 } else { share.min(99) };
    let typed = token::written(typed, &tokens[first..=last]);
    Some(Found { heard: Heard { saying, said, typed, share }, tokens: own })
}
