//! A pasted list of medicines: each item found, known and not here, or not understood.
//!
//! Takes lines, commas and one long line alike. Amounts and how often a medicine is taken are left
//! out and never kept. Knows no page and no order but that of the list.

use crate::catalogue::{Catalogue, CauseId};
use crate::entry::is_listed_as_medicine;
use crate::search::index::{Index, Owner, TextId};
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
    Found(Vec<Owner>),
    /// Entries with a name that is only similar.
    Similar(Vec<Owner>),
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

/// The items of a typed text if it is a list of medicines: three or more of them, or two with
/// amounts, and hardly anything else. Without commas, lines and amounts it must be nothing else.
pub(crate) fn listed(text: &str, index: &Index) -> Option<Vec<Item>> {
    let parts = text.split([',', ';', '\n']).filter(|part| !part.trim().is_empty()).count();
    let all = tokens(text);
    let amounts = (0..all.len()).filter(|at| amount(&all[*at..]) > 0).count();
    let is_divided = parts >= FEWEST || amounts > 1;
    if !is_divided && (all.len() < FEWEST || !all.iter().all(|it| is_of_a_list(index, &it.word))) {
        return None;
    }
    let items = read(text, index);
    let medicines = items.iter().filter(|item| item.is_medicine()).count();
    let is_enough = medicines >= FEWEST || medicines > 1 && amounts > 1;
    let others = items.len() - medicines;
    (is_enough && (others == 0 || is_divided && medicines >= 2 * others)).then_some(items)
}

/// How many medicines are a list, whatever else they are written with.
const FEWEST: usize = 3;

/// Whether a word alone is a name or says how a medicine is given.
fn is_of_a_list(index: &Index, word: &str) -> bool {
    is_form(word)
        || is_schedule(word)
        || Catalogue::bundled().is_other_name(word)
        || index.is_name(std::iter::once(word))
}

impl Item {
    /// Whether it is a medicine, here or not. A disease has a name that can be typed, too.
    fn is_medicine(&self) -> bool {
        let catalogue = Catalogue::bundled();
        match &self.what {
            What::NotHere => true,
            What::Found(causes) | What::Similar(causes) => causes.iter().any(|position| {
                let cause = catalogue.cause(CauseId::at(position.index()));
                is_listed_as_medicine(catalogue, cause)
            }),
            What::Unknown => false,
        }
    }
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
    let says_how = |(word, _): &(String, String)| is_form(word) || is_schedule(word);
    while at < words.len() {
        let rest = &words[at..];
        // *Inh* behind a medicine is an inhaler; alone it is isoniazid.
        if at > 0 && rest.iter().all(says_how) {
            break;
        }
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
        if says_how(&rest[0]) || is_stop_word(word) {
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
fn named(index: &Index, words: &[(String, String)]) -> Vec<Owner> {
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
    let matches = WordMatches::find(index, &typed, &|_| false);
    let mut similar: Vec<Owner> = Vec::new();
    for (range, _) in matches.ranges.iter().filter(|(_, kind)| kind.is_close()) {
        for at in range.clone() {
            let entries = index.names(std::iter::once(index.word(at)));
            similar.extend(entries.iter().map(|id| index.text(*id).owner));
        }
    }
    let similar = sorted::once(similar);
    if similar.is_empty() { What::Unknown } else { What::Similar(similar) }
}
