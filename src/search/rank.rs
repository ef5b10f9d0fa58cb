//! Which entries match a query, how well, and by which of their texts.
//!
//! Adds up the boosts. Knows no filters and not what an entry is.

mod name;
mod other_number;
mod reason;
mod tally;
mod told;

pub(crate) use self::reason::Reasons;
#[cfg(test)]
pub(super) use self::tally::{FEW_OF_ALL, Typed, counts, rarity};
use self::tally::{Tally, Words, mask};
use crate::entry_set::EntrySet;
use crate::search::boosts::BOOSTS;
use crate::search::concept;
use crate::search::index::Index;
use crate::search::query::WordMatches;
use crate::search::reading::{Query, Reading, Remark};

/// The entries that match a query.
#[derive(Clone, Debug)]
pub(crate) struct Ranked {
    /// The entries.
    pub(crate) entries: EntrySet,
    /// Of these, the entries with a single name that has every required word.
    pub(crate) by_name: EntrySet,
    /// Of these, the entries that a phrase leads to.
    pub(crate) led_to: EntrySet,
    /// Of these, the entries for which some word only matches if it is misspelt.
    pub(crate) guessed: EntrySet,
    /// The entries of another number than the one that was asked, if no entry has it: other types.
    pub(crate) other_types: EntrySet,
    /// The score of each entry, by its position; 0 for those that do not match.
    pub(crate) scores: Vec<u32>,
    /// The texts by which each entry was found, where its name does not show it.
    pub(crate) reasons: Vec<Reasons>,
    /// Whether no entry has all the words.
    pub(crate) partial: bool,
    /// Required words and phrases that none of the entries has.
    pub(crate) unmatched_words: Vec<String>,
    /// Words for which only misspellings match.
    pub(crate) fuzzy_words: Vec<String>,
    /// What was not looked for as it was typed.
    pub(crate) remarks: Vec<Remark>,
    /// The words of the index that match each word of the query.
    pub(crate) matches: Vec<WordMatches>,
    /// What the query was taken for.
    pub(crate) reading: Reading,
}

/// Finds and ranks the entries of `among` that match a query. The texts of other entries make no
/// difference.
///
/// Rare words and phrases weigh more. An entry matches if what it has of the query weighs nearly as
/// much as what the best entry has, or if the query contains one of its names in full: a list of
/// medicines finds each of them.
///
/// A word that is `known` to another index is no misspelling in this one.
pub(crate) fn rank(
    index: &Index,
    query: &Query,
    among: &EntrySet,
    known: &dyn Fn(&str) -> bool,
) -> Ranked {
    let reading = Reading::of(query, index);
    let matches: Vec<WordMatches> =
        reading.words.iter().map(|word| WordMatches::find(index, word, known)).collect();
    let mut tally = Tally::new(index, &reading, &matches);
    let others = tally.other_numbers();
    // Without its name a number would find any type of any disease.
    tally.needed &= !others.without_entry;
    let needed = tally.needed;
    let mut candidates = among.clone();
    candidates.remove(&others.entries);
    let covered = |entry: usize| tally.weight_of(tally.of[entry].has & needed);
    let best = candidates.positions().map(covered).max().unwrap_or(0);
    let least = if reading.any_is_enough {
        1
    } else {
        let percent = BOOSTS.least_covered(reading.words.len(), needed.count_ones());
        let have = |percent| {
            candidates.positions().filter(|at| covered(*at) >= percent * best / 100).count()
        };
        // A sentence that no entry answers by its names and labels may mean one that has less of it
        // than a long text that happens to have its words.
        let by_labels = |at| tally.covered_by_labels(at, needed);
        let is_sentence = needed.count_ones() > 2 || reading.words.len() > 4;
        let whole = tally.weight_of(needed);
        let is_open = is_sentence && !candidates.positions().any(|at| by_labels(at) >= whole);
        let percent = if is_open && best > 0 && have(percent) < BOOSTS.few_entries {
            BOOSTS.least_if_few
        } else {
            percent
        };
        percent * best / 100
    };
    let mut entries = EntrySet::none(index.entry_count());
    let mut matched: Words = 0;
    for entry in candidates.positions() {
        let enough = best > 0 && covered(entry) >= least || tally.of[entry].led != 0;
        if enough || tally.wholly_named.contains(entry) {
            entries.insert(entry);
            matched |= tally.of[entry].has;
        }
    }
    let nothing = entries.count() == 0;
    let unmatched = if nothing { 0 } else { needed & !matched };
    let fuzzy = matched & mask(matches.len(), |position| matches[position].is_only_fuzzy());
    let other_names = reading.words.iter().zip(&matches).filter(|(_, it)| it.is_other_name);
    let mut remarks: Vec<Remark> =
        other_names.map(|(word, _)| Remark::NotHere(word.word.clone())).collect();
    let unmatched = unmatched & !mask(matches.len(), |position| matches[position].is_other_name);
    remarks.extend(others.not_here.iter().cloned().map(Remark::NotHere));
    remarks.extend(reading.remarks.iter().cloned());
    for (position, heard) in (reading.words.len()..).zip(&reading.heard) {
        let is_taken = needed & 1 << position != 0;
        if let Some(meaning) = concept::taken_for(heard).filter(|_| is_taken) {
            remarks.push(Remark::TakenFor(heard.typed.clone(), meaning));
        }
    }
    let partial = !nothing
        && if reading.any_is_enough { unmatched != 0 } else { best < tally.weight_of(needed) };
    let mut other_types = others.entries;
    other_types.keep(among);
    if others.not_here.is_empty() {
        other_types = EntrySet::none(index.entry_count());
    }
    let best_names = tally.best_names();
    let close = tally.closeness();
    let mut ranked = Ranked {
        by_name: EntrySet::none(index.entry_count()),
        led_to: EntrySet::none(index.entry_count()),
        guessed: EntrySet::none(index.entry_count()),
        other_types,
        scores: vec![0; index.entry_count()],
        reasons: vec![[None; 2]; index.entry_count()],
        partial,
        unmatched_words: tally.said(unmatched),
        fuzzy_words: tally.said(fuzzy),
        remarks,
        matches,
        reading: Reading::default(),
        entries,
    };
    for entry in ranked.entries.positions() {
        let name = &best_names[entry];
        if name.has_required {
            ranked.by_name.insert(entry);
        }
        if tally.of[entry].led & needed != 0 {
            ranked.led_to.insert(entry);
        }
        if tally.of[entry].guessed & tally.content != 0 {
            ranked.guessed.insert(entry);
        }
        let coverage = BOOSTS.coverage * covered(entry) / tally.weight_of(needed).max(1);
        ranked.scores[entry] = tally.word_score(entry)
            + name.score.max(tally.symbol_score(entry))
            + coverage
            + close[entry]
            + tally.told_score(entry)
            + tally.of[entry].age;
        ranked.reasons[entry] = tally.reasons(entry, name);
    }
    ranked.reading = reading;
    ranked
}
