//! What every entry has for each word, phrase and number of a query, and how much each of these
//! weighs.
//!
//! Knows postings and boosts. Knows no filters and no order.

use crate::catalogue::AxisId;
use crate::entry_set::EntrySet;
use crate::search::boosts::BOOSTS;
use crate::search::concept::{self, Lead};
use crate::search::index::{Index, Owner, Posting, SearchField, TextId, small};
use crate::search::matching::MatchKind;
use crate::search::query::WordMatches;
use crate::search::reading::Reading;

/// A word that more than this part of all entries have in a label says little alone.
pub(crate) const FEW_OF_ALL: usize = 8;

/// A set of positions, one bit each: the words of a query, then its phrases, then its numbers.
pub(super) type Words = u32;

/// The positions, below a number of them, for which a condition holds.
pub(super) fn mask(count: usize, holds: impl Fn(usize) -> bool) -> Words {
    (0..count).filter(|position| holds(*position)).fold(0, |bits, at| bits | 1 << at)
}

/// What every entry has for each word, phrase and number of a query.
pub(super) struct Tally<'i> {
    pub(super) index: &'i Index,
    pub(super) reading: &'i Reading,
    /// How many words the query has.
    pub(super) words: usize,
    /// How many words, phrases and numbers.
    pub(super) positions: usize,
    /// The words that say something.
    pub(super) content: Words,
    /// What an entry should have: a phrase instead of its words.
    pub(super) needed: Words,
    /// How much each position weighs: at most 256, for the rarest.
    pub(super) weights: [u32; 32],
    /// The most points of each position in each entry, and the text: entry by entry.
    pub(super) best: Vec<Best>,
    /// What each entry has.
    pub(super) of: Vec<OfEntry>,
    /// Which words names have: those that have any, in their order.
    pub(super) names: Vec<(TextId, NameTally)>,
    /// Which words each text has, if there are several.
    texts: Vec<Words>,
    /// The texts that have any, none of them names.
    touched: Vec<TextId>,
    /// The entries with a name that the query contains in full.
    pub(super) wholly_named: EntrySet,
    /// The words of each phrase that is taken at its word.
    pub(super) phrases: Vec<Words>,
}

/// What one entry has of a query. All of it together, because a word may be in most entries, and
/// looking an entry up is what takes long.
#[derive(Clone, Copy, Default)]
pub(super) struct OfEntry {
    /// What it has.
    pub(super) has: Words,
    /// The words that it has in its names or its plain description.
    pub(super) told: Words,
    /// The words that it has itself, and not only a word that is alike.
    itself: Words,
    /// The words that it has in other than long texts.
    labelled: Words,
    /// The phrases that lead to it, not only to one of its labels.
    pub(super) led: Words,
    /// The words that it only has if they are misspelt.
    pub(super) guessed: Words,
    /// The words that it has as the symbol of a gene.
    pub(super) symbols: Words,
    /// The points for the age.
    pub(super) age: u32,
}

/// Which words of a query one name has.
#[derive(Clone, Copy, Default)]
pub(super) struct NameTally {
    /// Which words it has at all.
    pub(super) has: Words,
    /// Which words have the same position in the name as in the query, and no error.
    pub(super) in_place: Words,
    /// Which of these were typed in full.
    pub(super) whole: Words,
    /// Which words it has that were typed in full, with or without errors, wherever they are.
    pub(super) complete: Words,
    /// Which of these have no error.
    pub(super) exact: Words,
}

/// What an entry has for one position of a query.
#[derive(Clone, Copy, Default)]
pub(super) struct Best {
    /// The most points of all its texts; 0 if none has it.
    pub(super) points: u32,
    /// The text that is shown as the reason: recorded, if any recorded one has it.
    pub(super) text: TextId,
    /// The points of this text.
    of_text: u32,
    /// Whether this text is what people say.
    is_said: bool,
}

impl<'i> Tally<'i> {
    /// Walks the postings of all matches once.
    pub(super) fn new(index: &'i Index, reading: &'i Reading, matches: &[WordMatches]) -> Self {
        let words = reading.words.len();
        let positions = (words + reading.heard.len() + reading.numbers.len()).min(32);
        let entries = index.entry_count();
        let several = reading.words.iter().filter(|word| word.required).count() > 1;
        let mut tally = Self {
            index,
            reading,
            words,
            positions,
            content: mask(words, |position| reading.words[position].required),
            needed: 0,
            weights: [0; 32],
            best: vec![Best::default(); entries * positions],
            of: vec![OfEntry::default(); entries],
            names: Vec::new(),
            texts: vec![0; if several { index.text_count() } else { 0 }],
            touched: Vec::new(),
            wholly_named: EntrySet::none(entries),
            phrases: Vec::new(),
        };
        // The names as they are met, and where each of all names is among them, from 1.
        let mut met: Vec<(TextId, NameTally)> = Vec::new();
        let mut places = vec![0_u32; index.name_count()];
        for (position, (word, matches)) in reading.words.iter().zip(matches).enumerate() {
            let last = position + 1 == words;
            let is_abbreviation = word.heard.is_some_and(|at| reading.heard[at].is_abbreviation());
            let typed = Typed {
                length: word.word.len(),
                says_nothing: matches.is_stop_word,
                last,
                describes: reading.describes() || !matches.in_label,
            };
            for (range, kind) in &matches.ranges {
                for posting in index.postings(range.clone()) {
                    let field = posting.field;
                    if !counts(field, *kind, typed) {
                        continue;
                    }
                    // NM is an abbreviation before it is the beginning of NMDA.
                    let only_begins = *kind == MatchKind::Prefix && is_abbreviation;
                    tally.add(position, posting, *kind, only_begins);
                    if only_begins {
                        continue;
                    }
                    if field.is_name() {
                        let place = &mut places[posting.text.index()];
                        if *place == 0 {
                            met.push((posting.text, NameTally::default()));
                            *place = small(met.len());
                        }
                        met[*place as usize - 1].1.add(position, posting, *kind, last);
                    } else if several && *kind != MatchKind::Alike {
                        // Words that are only alike stand together by chance.
                        let has = &mut tally.texts[posting.text.index()];
                        if *has == 0 {
                            tally.touched.push(posting.text);
                        }
                        *has |= 1 << position;
                    }
                }
            }
        }
        tally.names = places.iter().filter(|it| **it > 0).map(|it| met[*it as usize - 1]).collect();
        tally.find_wholly_named();
        tally.hear();
        tally.number();
        tally.weigh();
        tally.count_age();
        tally
    }

    /// Counts a word of the query for all entries that have a text; hardly, if a word there only
    /// begins with an abbreviation that is a phrase.
    fn add(&mut self, position: usize, posting: &Posting, kind: MatchKind, only_begins: bool) {
        let Posting { text: id, field, owner, .. } = *posting;
        let points = self.demote(field, owner, BOOSTS.word(field, kind));
        let points = if only_begins { points / BOOSTS.only_begins } else { points };
        let word: Words = 1 << position;
        let if_so = |holds: bool| if holds { word } else { 0 };
        let told = if_so(field.tells() && !kind.is_fuzzy());
        let itself = if_so(kind != MatchKind::Alike);
        let labelled = if_so(field.is_label());
        let is_symbol = kind == MatchKind::Exact && field.is_symbol();
        let symbol = if_so(is_symbol && self.index.text(id).words == 1);
        let guessed = if_so(kind.is_fuzzy() || self.reading.words[position].is_corrected);
        let is_said = field == SearchField::Said;
        for entry in self.index.entries_of(&owner) {
            let entry = entry.index();
            let of = &mut self.of[entry];
            of.told |= told;
            of.itself |= itself;
            of.labelled |= labelled;
            of.symbols |= symbol;
            let best = &mut self.best[entry * self.positions + position];
            // Why an entry was found is rather something recorded than something that people say.
            let is_better = if best.points > 0 && best.is_said != is_said {
                best.is_said && kind.is_whole()
            } else {
                points > best.of_text
            };
            if is_better {
                (best.text, best.of_text, best.is_said) = (id, points, is_said);
            }
            if points > best.points {
                best.points = points;
                of.has |= word;
                of.guessed = of.guessed & !word | guessed;
            }
        }
    }

    /// Counts the phrases: for the entries that they lead to, and for those that have all the words
    /// of a phrase.
    fn hear(&mut self) {
        let mut needed = self.content;
        let index = self.index;
        let reading = self.reading;
        for (at, heard) in reading.heard.iter().enumerate() {
            let position = self.words + at;
            if position >= self.positions {
                break;
            }
            let all = mask(self.words, |word| reading.words[word].heard == Some(at));
            let own = all & self.content;
            self.phrases.push(if concept::is_said(heard) { all } else { 0 });
            let mut leads_somewhere = false;
            concept::leads(index, heard, |lead, points| {
                leads_somewhere = true;
                match lead {
                    Lead::Entry(entry) => {
                        self.lead(entry.index(), position, points, TextId::heard(at));
                        self.of[entry.index()].led |= 1 << position;
                    }
                    Lead::Label(id) => {
                        for entry in index.entries_with(id) {
                            self.lead(entry.index(), position, points, id);
                        }
                    }
                }
            });
            if !concept::is_said(heard) {
                continue;
            }
            needed &= !own;
            if leads_somewhere {
                needed |= 1 << position;
                // Of several words one alone says little: in a text, or if many entries have it.
                let is_one_of_several = own.count_ones() == 1 && all != own;
                let with_label = || self.of.iter().filter(|it| it.labelled & own == own).count();
                let is_common = is_one_of_several && with_label() > self.of.len() / FEW_OF_ALL;
                let words = if is_common { all } else { own };
                for of in &mut self.of {
                    let labelled = !is_one_of_several || of.labelled & own == own;
                    if own != 0 && labelled && of.has & of.itself & words == words {
                        of.has |= 1 << position;
                    }
                }
            }
        }
        self.needed = needed;
    }

    /// Counts a phrase for one entry.
    fn lead(&mut self, entry: usize, position: usize, points: u32, why: TextId) {
        let best = &mut self.best[entry * self.positions + position];
        let points = if self.index.is_demoted(Owner::at(entry)) {
            points * BOOSTS.demoted_lead / 100
        } else {
            points
        };
        if points > best.points {
            *best = Best { points, text: why, of_text: points, is_said: false };
            self.of[entry].has |= 1 << position;
        }
    }

    /// Counts the numbers: exactly for the entries that have them.
    fn number(&mut self) {
        let index = self.index;
        let first = self.words + self.reading.heard.len();
        for (position, number) in (first..self.positions).zip(&self.reading.numbers) {
            self.needed |= 1 << position;
            for id in &number.texts {
                for entry in index.entries_with(*id) {
                    let entry = entry.index();
                    let points = BOOSTS.identifier;
                    self.best[entry * self.positions + position] =
                        Best { points, text: *id, of_text: points, is_said: false };
                    self.of[entry].has |= 1 << position;
                }
            }
        }
        if self.needed == 0 {
            // A query of phrases that lead nowhere here is searched by its words.
            self.needed = self.content;
        }
    }

    /// Weighs each position by how few entries have it.
    fn weigh(&mut self) {
        let mut having = [0_u32; 32];
        for of in &self.of {
            let mut left = of.has;
            while left != 0 {
                having[left.trailing_zeros() as usize] += 1;
                left &= left - 1;
            }
        }
        let all = u32::try_from(self.of.len()).unwrap_or(u32::MAX);
        let rarity = |at: usize| rarity(all, having[at]);
        // What no entry has makes no difference.
        let there = mask(self.positions, |at| having[at] > 0);
        let counted = |at: &usize| (self.needed & there) >> at & 1 != 0;
        let most = (0..self.positions).filter(counted).map(rarity).max().unwrap_or(64);
        for at in 0..self.positions {
            let weight = (256 * rarity(at) / most).clamp(BOOSTS.least_weight, 256);
            // In a whole name each word counts.
            let words = if self.reading.is_name { &[] } else { self.reading.words.as_slice() };
            let says_nothing = words.get(at).is_some_and(|word| !word.required);
            self.weights[at] = if says_nothing { BOOSTS.least_weight } else { weight };
        }
    }

    /// Counts the age for the entries that have it.
    fn count_age(&mut self) {
        let Some(axis) = AxisId::from_key("age_groups") else { return };
        for (place, value) in self.reading.age.iter().enumerate() {
            let points = BOOSTS.age / u16::try_from(place + 1).unwrap_or(u16::MAX);
            let label = self.index.label(SearchField::Axis, axis.value(*value).short);
            for entry in label.into_iter().flat_map(|id| self.index.entries_with(id)) {
                let age = &mut self.of[entry.index()].age;
                *age = (*age).max(points.into());
            }
        }
    }

    /// How much some positions weigh together.
    pub(super) fn weight_of(&self, positions: Words) -> u32 {
        let mut left = positions;
        let mut weight = 0;
        while left != 0 {
            weight += self.weights[left.trailing_zeros() as usize];
            left &= left - 1;
        }
        weight
    }

    /// How much of some positions an entry has in other than long texts.
    pub(super) fn covered_by_labels(&self, entry: usize, positions: Words) -> u32 {
        let words = mask(self.words, |_| true);
        let labelled = self.of[entry].labelled | !words;
        self.weight_of(self.of[entry].has & positions & labelled)
    }

    /// Finds the entries with a name that the query contains in full.
    fn find_wholly_named(&mut self) {
        for (id, name) in self.names.iter().filter(|(_, it)| it.exact & self.content != 0) {
            let text = self.index.text(*id);
            if name.exact.count_ones() >= u32::from(text.words) {
                self.wholly_named.insert(text.owner.index());
            }
        }
    }

    /// The points for a match in a text; fewer in a name of a demoted entry.
    pub(super) fn demote(&self, field: SearchField, owner: Owner, points: u32) -> u32 {
        let demoted = field.is_name() && self.index.is_demoted(owner);
        if demoted { points * BOOSTS.demoted / 100 } else { points }
    }

    /// The points of each entry for words that are together in one of its other texts.
    pub(super) fn closeness(&self) -> Vec<u32> {
        let mut close = vec![0; self.of.len()];
        let all = self.weight_of(self.content).max(1);
        for id in &self.touched {
            // A phrase says more than its words.
            let has = self.texts[id.index()] & self.content & self.needed;
            if has.count_ones() > 1 {
                let points = BOOSTS.closeness * self.weight_of(has) / all;
                for entry in self.index.entries_with(*id) {
                    let close = &mut close[entry.index()];
                    *close = points.max(*close);
                }
            }
        }
        close
    }

    /// The points of the single words and phrases of an entry.
    pub(super) fn word_score(&self, entry: usize) -> u32 {
        let best = &self.best[entry * self.positions..(entry + 1) * self.positions];
        best.iter().zip(self.weights).map(|(best, weight)| best.points * weight / 256).sum()
    }

    /// Some words, phrases and numbers of the query, as typed.
    pub(super) fn said(&self, which: Words) -> Vec<String> {
        let words = self.reading.words.iter().map(|word| word.word.clone());
        let heard = self.reading.heard.iter().map(|heard| heard.typed.clone());
        let numbers = self.reading.numbers.iter().map(|number| number.typed.clone());
        // A very long query has more than are counted.
        let all = words.chain(heard).chain(numbers).enumerate().take(self.positions);
        all.filter(|(position, _)| which & 1 << position != 0).map(|(_, said)| said).collect()
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

/// How rare something is that some of all entries have: the logarithm of their share, in steps of
/// 1/64, and one more, so that nothing weighs nothing.
pub(crate) fn rarity(all: u32, having: u32) -> u32 {
    let log = |number: u32| {
        let whole = number.max(1).ilog2();
        64 * whole + ((number.max(1) << 6) >> whole) - 64
    };
    64 + log(all.max(1)) - log(having.clamp(1, all.max(1)))
}

/// What decides whether a typed word counts in a field.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Typed {
    /// How many bytes it has.
    pub(crate) length: usize,
    /// Whether it is a stop word.
    pub(crate) says_nothing: bool,
    /// Whether it is the last word of the query, which may be unfinished.
    pub(crate) last: bool,
    /// Whether it counts as a word with which people describe an entry: among several words, or if
    /// no label has it.
    pub(crate) describes: bool,
}

/// Whether a word that matches in a field counts.
///
/// A registry number must be exact. A short prefix matches too many words; it counts only in names
/// and for the last word. A stop word counts only in names. What people say is no fact, so a word
/// alone that any label has finds no entry by it.
pub(crate) fn counts(field: SearchField, kind: MatchKind, typed: Typed) -> bool {
    let specific = kind != MatchKind::Prefix || typed.length > SHORT_PREFIX;
    match field {
        _ if field.is_name() => specific || typed.last,
        _ if typed.says_nothing => false,
        SearchField::Identifier => kind == MatchKind::Exact,
        SearchField::Said => specific && typed.describes,
        _ => specific,
    }
}

/// The most letters of a short prefix.
const SHORT_PREFIX: usize = 3;
