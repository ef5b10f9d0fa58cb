//! A pasted list of medicines: each item found, known and not here, or not understood.
//!
//! Takes lines, commas and one long line alike. Amounts and how often a medicine is taken are left
//! out and never kept. Knows no page and no order but that of the list.

use crate::catalogue::Catalogue;
use crate::search::index::{Index, TextId};
use crate::search::query::WordMatches;
use crate::search::reading::{QueryWord, Token, amount, is_form, is_schedule, tokens};
use crate::search::stop_words::is_stop_word;
use crate::sorted;

/// The most items of a list that are read.
const MOST_ITEMS: usize = 60;

/// The most letters of an item that are kept.
const LONGEST_ITEM: usize = 48;

/// The most words of a name.
const LONGEST_NAME: usize = 5;

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// As typed, without amounts.
    pub(crate) typed: String,
    /// What it is.
    pub(crate) what: What,
}

/// What an item of a list is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Entries with this name, by their positions.
    Found(Vec<u16>),
    /// Entries with a name that is only similar.
    Similar(Vec<u16>),
    /// The name of something that no entry has.
    NotHere,
    /// No name that is known.
    Unknown,
}

/// Reads a list.
pub(crate) fn read(text: &str, index: &Index) -> Vec<Item> {
    let lines = text.split(['\n', '\r', ',', ';', '•', '|', '\t']);
    let mut items: Vec<Item> = Vec::new();
    for chunk in lines.flat_map(chunks) {
        let before = items.len();
        read_chunk(&chunk, index, &mut items);
        // A word beside a name that is known says how the medicine is given.
        let is_known = |item: &Item| item.what != What::Unknown;
        if items[before..].iter().any(is_known) {
            let mut at = 0;
            items.retain(|item| {
                at += 1;
                at <= before || is_known(item)
            });
        }
    }
    items.dedup_by(|one, other| one.typed == other.typed);
    items.truncate(MOST_ITEMS);
    items
}

/// Whether a typed text is a list of medicines: three or more are in it, or two with amounts, and
/// nearly everything is one.
pub(crate) fn is_list(text: &str, index: &Index) -> bool {
    let parts = text.split([',', ';', '\n']).filter(|part| !part.trim().is_empty()).count();
    let all = tokens(text);
    let amounts = (0..all.len()).filter(|at| amount(&all[*at..]) > 0).count();
    if parts < 3 && amounts < 2 {
        return false;
    }
    let items = read(text, index);
    let known = items.iter().filter(|item| item.what != What::Unknown).count();
    known >= 2 && (known >= 3 || amounts >= 2) && known * 3 >= items.len() * 2
}

/// The words of a line, without amounts, in groups: an amount ends the item before it.
fn chunks(line: &str) -> Vec<Vec<(String, String)>> {
    let all: Vec<Token> = tokens(line);
    let mut groups: Vec<Vec<(String, String)>> = vec![Vec::new()];
    let mut at = 0;
    let mut after_amount = false;
    while at < all.len() {
        let length = amount(&all[at..]);
        if length > 0 {
            at += length;
            after_amount = true;
            continue;
        }
        let Token { word, place, .. } = &all[at];
        at += 1;
        let says_how = is_schedule(word) || word.bytes().all(|it| it.is_ascii_digit());
        if after_amount && (says_how || is_form(word) || is_stop_word(word)) {
            continue;
        }
        if after_amount {
            groups.push(Vec::new());
            after_amount = false;
        }
        if let Some(group) = groups.last_mut() {
            group.push((word.clone(), line[place.clone()].to_owned()));
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// Reads the words of one or more medicines.
fn read_chunk(words: &[(String, String)], index: &Index, items: &mut Vec<Item>) {
    let mut at = 0;
    let mut unknown: Vec<&str> = Vec::new();
    let written = |part: &[(String, String)]| -> String {
        let words = part.iter().map(|(_, written)| written.as_str()).collect::<Vec<_>>().join(" ");
        words.chars().take(LONGEST_ITEM).collect()
    };
    let flush = |unknown: &mut Vec<&str>, items: &mut Vec<Item>| {
        if !unknown.is_empty() {
            let typed = unknown.join(" ").chars().take(LONGEST_ITEM).collect();
            items.push(Item { typed, what: What::Unknown });
            unknown.clear();
        }
    };
    while at < words.len() {
        let rest = &words[at..];
        let named = (1..=rest.len().min(LONGEST_NAME)).rev().find_map(|length| {
            let entries = named(index, &rest[..length]);
            (!entries.is_empty()).then_some((length, entries))
        });
        if let Some((length, entries)) = named {
            flush(&mut unknown, items);
            items.push(Item { typed: written(&rest[..length]), what: What::Found(entries) });
            at += length;
            continue;
        }
        let (word, shown) = &rest[0];
        at += 1;
        if is_form(word) || is_schedule(word) || is_stop_word(word) {
            continue;
        }
        let what = one_word(index, word);
        if what == What::Unknown {
            unknown.push(shown);
        } else {
            flush(&mut unknown, items);
            items.push(Item { typed: written(&rest[..1]), what });
        }
    }
    flush(&mut unknown, items);
}

/// The entries that have these words as a whole name.
fn named(index: &Index, words: &[(String, String)]) -> Vec<u16> {
    let folded = words.iter().map(|(word, _)| word.as_str());
    sorted::once(index.names(folded).iter().map(|id: &TextId| index.text(*id).owner))
}

/// What a word is that is no whole name.
fn one_word(index: &Index, word: &str) -> What {
    let begins = index.beginning_names(word);
    if !begins.is_empty() {
        return What::Found(begins);
    }
    if Catalogue::bundled().is_other_name(word) {
        return What::NotHere;
    }
    let typed = QueryWord::plain(word.to_owned());
    let matches = WordMatches::find(index, &typed);
    let mut similar: Vec<u16> = Vec::new();
    for (range, _) in matches.ranges.iter().filter(|(_, kind)| kind.is_close()) {
        for at in range.clone() {
            let entries = index.names(std::iter::once(index.word(at)));
            similar.extend(entries.iter().map(|id| index.text(*id).owner));
        }
    }
    let similar = sorted::once(similar);
    if similar.is_empty() { What::Unknown } else { What::Similar(similar) }
}
