//! Which entries match a query, how well, and by which of their texts.
//!
//! Adds up the boosts. Knows no filters and not what an entry is.

use crate::entry_set::EntrySet;
use crate::search::boosts::BOOSTS;
use crate::search::index::{Index, Posting, SearchField, TextId};
use crate::search::matching::MatchKind;
use crate::search::query::{Query, WordMatches};
use crate::search::stop_words::is_stop_word;

/// The entries that match a query.
#[derive(Clone, Debug)]
pub(crate) struct Ranked {
    /// The entries.
    pub(crate) entries: EntrySet,
    /// Of these, the entries with a single name that has every required word.
    pub(crate) by_name: EntrySet,
    /// The score of each entry, by its position; 0 for those that do not match.
    pub(crate) scores: Vec<u32>,
    /// The texts by which each entry was found, where its name does not show it.
    pub(crate) reasons: Vec<Reasons>,
    /// Whether no entry has all the words.
    pub(crate) partial: bool,
    /// Required words that none of the entries has.
    pub(crate) unmatched_words: Vec<String>,
    /// Words for which only misspellings match.
    pub(crate) fuzzy_words: Vec<String>,
    /// The words of the index that match each word of the query.
    pub(crate) matches: Vec<WordMatches>,
}

/// The texts besides the name by which an entry was found: none, one or two.
pub(crate) type Reasons = [Option<TextId>; 2];

/// Finds and ranks the entries of `among` that match a query. An empty query matches all, with
/// score 0. The texts of other entries make no difference.
///
/// An entry matches if it has every required word, or if the query contains one of its names in
/// full: a list of medicines finds each of them. If no entry has every word, those with the most
/// match.
pub(crate) fn rank(index: &Index, query: &Query, among: &EntrySet) -> Ranked {
    let query = query.rejoined(index);
    let matches: Vec<WordMatches> =
        query.words.iter().map(|word| WordMatches::find(index, &word.word)).collect();
    let tally = Tally::new(index, &query, &matches);
    let required = tally.required;
    let has = |entry: usize| tally.has[entry] & required;
    let most = among.positions().map(|entry| has(entry).count_ones()).max().unwrap_or(0);
    let mut entries = EntrySet::none(index.entry_count());
    let mut matched: Words = 0;
    for entry in among.positions() {
        let enough = has(entry).count_ones() == most && (most > 0 || required == 0);
        if enough || tally.wholly_named.contains(entry) {
            entries.insert(entry);
            matched |= has(entry);
        }
    }
    let nothing = entries.count() == 0;
    let unmatched = if nothing { 0 } else { required & !matched };
    let fuzzy = matched & mask(matches.len(), |position| matches[position].is_only_fuzzy());
    let partial = !nothing && most < required.count_ones();
    let best_names = tally.best_names();
    let mut ranked = Ranked {
        by_name: EntrySet::none(index.entry_count()),
        scores: vec![0; index.entry_count()],
        reasons: vec![[None; 2]; index.entry_count()],
        partial,
        unmatched_words: words(&query, unmatched),
        fuzzy_words: words(&query, fuzzy),
        matches,
        entries,
    };
    for entry in ranked.entries.positions() {
        let name = &best_names[entry];
        if name.has_required {
            ranked.by_name.insert(entry);
        }
        ranked.scores[entry] = tally.word_score(entry) + name.score;
        ranked.reasons[entry] = tally.reasons(entry, name);
    }
    ranked
}

/// A set of the query's words, one bit each.
type Words = u16;

/// The words, below a number of them, for which a condition holds.
fn mask(count: usize, holds: impl Fn(usize) -> bool) -> Words {
    (0..count).filter(|position| holds(*position)).fold(0, |bits, at| bits | 1 << at)
}

/// Some words of a query.
fn words(query: &Query, which: Words) -> Vec<String> {
    let words = query.words.iter().enumerate();
    let words = words.filter(|(position, _)| which & (1 << position) != 0);
    words.map(|(_, word)| word.word.clone()).collect()
}

/// What every entry has for each word of a query.
struct Tally<'i> {
    index: &'i Index,
    /// How many words the query has.
    words: usize,
    /// Which of these are required.
    required: Words,
    /// The most points of each word in each entry, and the text: entry by entry, word by word.
    best: Vec<(u32, TextId)>,
    /// Which words each entry has.
    has: Vec<Words>,
    /// Which words each name has.
    names: Vec<NameTally>,
    /// The entries with a name that the query contains in full.
    wholly_named: EntrySet,
}

/// Which words of a query one name has.
#[derive(Clone, Copy, Default)]
struct NameTally {
    /// Which words it has at all.
    has: Words,
    /// Which words have the same position in the name as in the query, and no error.
    in_place: Words,
    /// Which of these were typed in full.
    whole: Words,
    /// Which words it has that were typed in full, with or without errors, wherever they are.
    complete: Words,
    /// Which of these have no error.
    exact: Words,
}

/// The best of the names of one entry.
#[derive(Clone, Copy, Default)]
struct BestName {
    /// Its points; 0 if no name has all the words that the entry has.
    score: u32,
    /// The name.
    text: TextId,
    /// Whether the name shown has all the words that the entry has.
    is_shown: bool,
    /// Whether any name has all required words.
    has_required: bool,
}

impl<'i> Tally<'i> {
    /// Walks the postings of all matches once.
    fn new(index: &'i Index, query: &Query, matches: &[WordMatches]) -> Self {
        let words = query.words.len();
        let nothing = (0, TextId::default());
        let mut tally = Self {
            index,
            words,
            required: mask(words, |position| query.words[position].required),
            best: vec![nothing; index.entry_count() * words],
            has: vec![0; index.entry_count()],
            names: vec![NameTally::default(); index.name_count()],
            wholly_named: EntrySet::none(index.entry_count()),
        };
        for (position, (word, matches)) in query.words.iter().zip(matches).enumerate() {
            let last = position + 1 == words;
            for (range, kind) in &matches.ranges {
                for posting in index.postings(range.clone()) {
                    let field = index.text(posting.text).field;
                    if !counts(field, *kind, &word.word, last) {
                        continue;
                    }
                    tally.add(position, posting.text, *kind);
                    if field.is_name() {
                        tally.names[posting.text.index()].add(position, posting, *kind, last);
                    }
                }
            }
        }
        tally.find_wholly_named();
        tally
    }

    /// Counts a word of the query for all entries that have a text.
    fn add(&mut self, position: usize, id: TextId, kind: MatchKind) {
        let points = self.demote(id, BOOSTS.word(self.index.text(id).field, kind));
        for entry in self.index.entries_with(id) {
            let entry = usize::from(*entry);
            let best = &mut self.best[entry * self.words + position];
            if points > best.0 {
                *best = (points, id);
                self.has[entry] |= 1 << position;
            }
        }
    }

    /// Finds the entries with a name that the query contains in full.
    fn find_wholly_named(&mut self) {
        for (position, name) in self.names.iter().enumerate() {
            let text = self.index.text(TextId::at(position));
            let all = name.exact.count_ones() >= u32::from(text.words);
            if all && name.exact & self.required != 0 {
                self.wholly_named.insert(usize::from(text.owner));
            }
        }
    }

    /// The points for a match in a text; fewer in a name of a demoted entry.
    fn demote(&self, id: TextId, points: u32) -> u32 {
        let text = self.index.text(id);
        let demoted = text.field.is_name() && self.index.is_demoted(text.owner);
        if demoted { points * BOOSTS.demoted / 100 } else { points }
    }

    /// The best name of each entry. A name takes part if it has all the required words that its
    /// entry has.
    fn best_names(&self) -> Vec<BestName> {
        let mut names = vec![BestName::default(); self.has.len()];
        for (position, name) in self.names.iter().enumerate() {
            let id = TextId::at(position);
            let text = self.index.text(id);
            let entry = usize::from(text.owner);
            let wanted = self.has[entry] & self.required;
            if name.has == 0 || name.has & wanted != wanted {
                continue;
            }
            let score = self.name_score(id, name, wanted);
            let best = &mut names[entry];
            best.is_shown |= text.field == SearchField::Name;
            best.has_required |= wanted == self.required;
            if score > best.score {
                (best.score, best.text) = (score, id);
            }
        }
        names
    }

    /// The points of a name as a whole; it has the `wanted` words.
    fn name_score(&self, id: TextId, name: &NameTally, wanted: Words) -> u32 {
        let all = !(Words::MAX << self.words);
        let text = self.index.text(id);
        let required = self.required.count_ones();
        let begins = name.in_place == all;
        let is_query = begins && name.whole == all && usize::from(text.words) == self.words;
        // Or the query has exactly the content words of the name: a long name may have more words
        // than a query.
        let is_content = required > 1
            && u32::from(text.content_words) == required
            && name.exact & self.required == self.required;
        let is_whole = is_query || is_content;
        let percent = if is_whole {
            BOOSTS.whole
        } else if begins {
            BOOSTS.begins
        } else if name.exact.count_ones() >= u32::from(text.words) {
            BOOSTS.covered
        } else {
            BOOSTS.together * wanted.count_ones() / required.max(1)
        };
        let points = BOOSTS.word(text.field, MatchKind::Exact);
        // A reader who types a whole name wants that entry, even a demoted one.
        let points = if is_whole { points } else { self.demote(id, points) };
        let is_typed = name.complete & wanted == wanted;
        let share = BOOSTS.share * name.has.count_ones() / u32::from(text.words.max(1));
        points * percent / 100 + if is_typed { share } else { 0 }
    }

    /// The points of the single words of an entry.
    fn word_score(&self, entry: usize) -> u32 {
        self.best_texts(entry, self.has[entry]).map(|(points, _)| points).sum()
    }

    /// The best text of an entry for each of some words, with its points.
    fn best_texts(&self, entry: usize, words: Words) -> impl Iterator<Item = (u32, TextId)> {
        let best = &self.best[entry * self.words..(entry + 1) * self.words];
        let best = best.iter().enumerate();
        best.filter(move |(position, _)| words & (1 << position) != 0).map(|(_, best)| *best)
    }

    /// Why an entry was found, unless the name shown has all the words.
    fn reasons(&self, entry: usize, name: &BestName) -> Reasons {
        if name.is_shown {
            [None; 2]
        } else if name.score > 0 {
            self.first_two([name.text].into_iter())
        } else {
            let best = self.best_texts(entry, self.has[entry] & self.required);
            self.first_two(best.map(|(_, text)| text))
        }
    }

    /// The first two different texts other than the name shown.
    fn first_two(&self, texts: impl Iterator<Item = TextId>) -> Reasons {
        let mut reasons = [None; 2];
        for id in texts.filter(|id| self.index.text(*id).field != SearchField::Name) {
            match reasons {
                [None, _] => reasons[0] = Some(id),
                [Some(first), None] if first != id => reasons[1] = Some(id),
                _ => {}
            }
        }
        reasons
    }
}

impl NameTally {
    /// Counts a word of the query, at `position` there, that matches in the name.
    fn add(&mut self, position: usize, posting: &Posting, kind: MatchKind, last: bool) {
        let word: Words = 1 << position;
        let whole = if kind.is_whole() { word } else { 0 };
        self.has |= word;
        if kind.is_whole() || matches!(kind, MatchKind::Fuzzy(_)) {
            self.complete |= word;
            self.exact |= whole;
        }
        let unfinished = last && kind == MatchKind::Prefix;
        if usize::from(posting.position) == position && (kind.is_whole() || unfinished) {
            self.in_place |= word;
            self.whole |= whole;
        }
    }
}

/// Whether a word that matches in a field counts. The `last` word of a query may be unfinished.
///
/// A registry number must be exact. A short prefix matches too many words; it counts only in names
/// and for the last word. A stop word counts only in names.
pub(crate) fn counts(field: SearchField, kind: MatchKind, typed: &str, last: bool) -> bool {
    let specific = kind != MatchKind::Prefix || typed.len() > SHORT_PREFIX;
    match field {
        _ if field.is_name() => specific || last,
        _ if is_stop_word(typed) => false,
        SearchField::Identifier => kind == MatchKind::Exact,
        _ => specific,
    }
}

/// The most letters of a short prefix.
const SHORT_PREFIX: usize = 3;
