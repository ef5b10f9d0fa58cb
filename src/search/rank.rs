//! Which entries match a query, how well, and by which of their texts.
//!
//! Adds up the boosts. Knows no filters and not what an entry is.

mod other_number;
mod told;

use crate::catalogue::AxisId;
use crate::entry_set::EntrySet;
use crate::search::boosts::BOOSTS;
use crate::search::concept::{self, Lead};
use crate::search::index::{Index, IndexedText, Posting, SearchField, TextId};
use crate::search::matching::MatchKind;
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

/// Why an entry was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// One of its texts matches.
    Text(TextId),
    /// A phrase leads to it.
    Said(&'static str),
}

/// The texts besides the name by which an entry was found: none, one or two.
pub(crate) type Reasons = [Option<Why>; 2];

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
    let covered = |entry: usize| tally.weight_of(tally.has[entry] & needed);
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
        let by_labels = candidates.positions().map(|at| tally.covered_by_labels(at, needed)).max();
        let is_sentence = needed.count_ones() > 2 || reading.words.len() > 4;
        let is_open = is_sentence && by_labels < Some(tally.weight_of(needed));
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
        let enough = best > 0 && covered(entry) >= least || tally.led[entry] != 0;
        if enough || tally.wholly_named.contains(entry) {
            entries.insert(entry);
            matched |= tally.has[entry];
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
        if tally.led[entry] & needed != 0 {
            ranked.led_to.insert(entry);
        }
        if tally.guessed[entry] & tally.content != 0 {
            ranked.guessed.insert(entry);
        }
        let coverage = BOOSTS.coverage * covered(entry) / tally.weight_of(needed).max(1);
        ranked.scores[entry] = tally.word_score(entry)
            + name.score.max(tally.symbol_score(entry))
            + coverage
            + close[entry]
            + tally.told_score(entry)
            + tally.age[entry];
        ranked.reasons[entry] = tally.reasons(entry, name);
    }
    ranked.reading = reading;
    ranked
}

/// A word that more than this part of all entries have in a label says little alone.
pub(crate) const FEW_OF_ALL: usize = 8;

/// A set of positions, one bit each: the words of a query, then its phrases, then its numbers.
type Words = u32;

/// The positions, below a number of them, for which a condition holds.
fn mask(count: usize, holds: impl Fn(usize) -> bool) -> Words {
    (0..count).filter(|position| holds(*position)).fold(0, |bits, at| bits | 1 << at)
}

/// What every entry has for each word, phrase and number of a query.
struct Tally<'i> {
    index: &'i Index,
    reading: &'i Reading,
    /// How many words the query has.
    words: usize,
    /// How many words, phrases and numbers.
    positions: usize,
    /// The words that say something.
    content: Words,
    /// What an entry should have: a phrase instead of its words.
    needed: Words,
    /// How much each position weighs: at most 256, for the rarest.
    weights: [u32; 32],
    /// The most points of each position in each entry, and the text: entry by entry.
    best: Vec<Best>,
    /// What each entry has.
    has: Vec<Words>,
    /// The words that each entry has in its names or its plain description.
    told: Vec<Words>,
    /// The words that each entry has itself, and not only a word that is alike.
    itself: Vec<Words>,
    /// The words that each entry has in other than long texts.
    labelled: Vec<Words>,
    /// The phrases that lead to each entry, not only to one of its labels.
    led: Vec<Words>,
    /// The words that each entry only has if they are misspelt.
    guessed: Vec<Words>,
    /// The words that each entry has as the symbol of a gene.
    symbols: Vec<Words>,
    /// The points for the age in each entry.
    age: Vec<u32>,
    /// Which words each name has.
    names: Vec<NameTally>,
    /// Which words each text has, if there are several.
    texts: Vec<Words>,
    /// The texts that have any, none of them names.
    touched: Vec<TextId>,
    /// The entries with a name that the query contains in full.
    wholly_named: EntrySet,
    /// The words of each phrase that is taken at its word.
    phrases: Vec<Words>,
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

/// What an entry has for one position of a query.
#[derive(Clone, Copy, Default)]
struct Best {
    /// The most points of all its texts; 0 if none has it.
    points: u32,
    /// The text that is shown as the reason: recorded, if any recorded one has it.
    text: TextId,
    /// The points of this text.
    of_text: u32,
}

/// The best of the names of one entry.
#[derive(Clone, Copy, Default)]
struct BestName {
    /// Its points; 0 if no name has any word.
    score: u32,
    /// The name.
    text: TextId,
    /// Whether it has all the words that the entry has.
    has_all: bool,
    /// Whether the name shown has all the words that the entry has.
    is_shown: bool,
    /// Whether any name has all required words.
    has_required: bool,
}

impl<'i> Tally<'i> {
    /// Walks the postings of all matches once.
    fn new(index: &'i Index, reading: &'i Reading, matches: &[WordMatches]) -> Self {
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
            has: vec![0; entries],
            told: vec![0; entries],
            itself: vec![0; entries],
            labelled: vec![0; entries],
            led: vec![0; entries],
            guessed: vec![0; entries],
            symbols: vec![0; entries],
            age: vec![0; entries],
            names: vec![NameTally::default(); index.name_count()],
            texts: vec![0; if several { index.text_count() } else { 0 }],
            touched: Vec::new(),
            wholly_named: EntrySet::none(entries),
            phrases: Vec::new(),
        };
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
                    let field = index.text(posting.text).field;
                    if !counts(field, *kind, typed) {
                        continue;
                    }
                    // NM is an abbreviation before it is the beginning of NMDA.
                    let only_begins = *kind == MatchKind::Prefix && is_abbreviation;
                    tally.add(position, posting.text, *kind, only_begins);
                    if only_begins {
                        continue;
                    }
                    if field.is_name() {
                        tally.names[posting.text.index()].add(position, posting, *kind, last);
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
        tally.find_wholly_named();
        tally.hear();
        tally.number();
        tally.weigh();
        tally.count_age();
        tally
    }

    /// Counts a word of the query for all entries that have a text; hardly, if a word there only
    /// begins with an abbreviation that is a phrase.
    fn add(&mut self, position: usize, id: TextId, kind: MatchKind, only_begins: bool) {
        let points = self.demote(id, BOOSTS.word(self.index.text(id).field, kind));
        let points = if only_begins { points / BOOSTS.only_begins } else { points };
        for entry in self.index.entries_with(id) {
            let entry = usize::from(*entry);
            let best = &mut self.best[entry * self.positions + position];
            let text = self.index.text(id);
            let is_told = text.field.tells() && !kind.is_fuzzy();
            self.told[entry] |= Words::from(is_told) << position;
            self.itself[entry] |= Words::from(kind != MatchKind::Alike) << position;
            self.labelled[entry] |= Words::from(text.field.is_label()) << position;
            if kind == MatchKind::Exact && text.field.is_symbol() && text.words == 1 {
                self.symbols[entry] |= 1 << position;
            }
            // Why an entry was found is rather something recorded than something that people say.
            let is_said = |id| self.index.text(id).field == SearchField::Said;
            let is_better = match (best.points > 0 && is_said(best.text), is_said(id)) {
                (true, false) => kind.is_whole(),
                (false, true) => best.points == 0,
                _ => points > best.of_text,
            };
            if is_better {
                (best.text, best.of_text) = (id, points);
            }
            if points > best.points {
                best.points = points;
                self.has[entry] |= 1 << position;
                self.guessed[entry] &= !(1 << position);
                let is_guess = kind.is_fuzzy() || self.reading.words[position].is_corrected;
                self.guessed[entry] |= Words::from(is_guess) << position;
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
                        self.lead(usize::from(entry), position, points, TextId::heard(at));
                        self.led[usize::from(entry)] |= 1 << position;
                    }
                    Lead::Label(id) => {
                        for entry in index.entries_with(id) {
                            self.lead(usize::from(*entry), position, points, id);
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
                let with_label = || self.labelled.iter().filter(|it| *it & own == own).count();
                let is_common = is_one_of_several && with_label() > self.has.len() / FEW_OF_ALL;
                let words = if is_common { all } else { own };
                for entry in 0..self.has.len() {
                    let labelled = !is_one_of_several || self.labelled[entry] & own == own;
                    let has = self.has[entry] & self.itself[entry];
                    if own != 0 && labelled && has & words == words {
                        self.has[entry] |= 1 << position;
                    }
                }
            }
        }
        self.needed = needed;
    }

    /// Counts a phrase for one entry.
    fn lead(&mut self, entry: usize, position: usize, points: u32, why: TextId) {
        let best = &mut self.best[entry * self.positions + position];
        let points = if self.index.is_demoted(small(entry)) {
            points * BOOSTS.demoted_lead / 100
        } else {
            points
        };
        if points > best.points {
            *best = Best { points, text: why, of_text: points };
            self.has[entry] |= 1 << position;
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
                    let entry = usize::from(*entry);
                    let points = BOOSTS.identifier;
                    self.best[entry * self.positions + position] =
                        Best { points, text: *id, of_text: points };
                    self.has[entry] |= 1 << position;
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
        for has in &self.has {
            let mut left = *has;
            while left != 0 {
                having[left.trailing_zeros() as usize] += 1;
                left &= left - 1;
            }
        }
        let all = small(self.has.len()).into();
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
            let points = BOOSTS.age / (small(place).saturating_add(1));
            let label = self.index.label(SearchField::Axis, axis.value(*value).short);
            for entry in label.into_iter().flat_map(|id| self.index.entries_with(id)) {
                let age = &mut self.age[usize::from(*entry)];
                *age = (*age).max(points.into());
            }
        }
    }

    /// How much some positions weigh together.
    fn weight_of(&self, positions: Words) -> u32 {
        let mut left = positions;
        let mut weight = 0;
        while left != 0 {
            weight += self.weights[left.trailing_zeros() as usize];
            left &= left - 1;
        }
        weight
    }

    /// How much of some positions an entry has in other than long texts.
    fn covered_by_labels(&self, entry: usize, positions: Words) -> u32 {
        let words = mask(self.words, |_| true);
        let labelled = self.labelled[entry] | !words;
        self.weight_of(self.has[entry] & positions & labelled)
    }

    /// Finds the entries with a name that the query contains in full.
    fn find_wholly_named(&mut self) {
        for (position, name) in self.names.iter().enumerate() {
            let text = self.index.text(TextId::at(position));
            let all = name.exact.count_ones() >= u32::from(text.words);
            if all && name.exact & self.content != 0 {
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

    /// The best name of each entry.
    fn best_names(&self) -> Vec<BestName> {
        let mut names = vec![BestName::default(); self.has.len()];
        let all = self.weight_of(self.content).max(1);
        for (position, name) in self.names.iter().enumerate() {
            if name.has == 0 {
                continue;
            }
            let id = TextId::at(position);
            let text = self.index.text(id);
            let entry = usize::from(text.owner);
            let wanted = self.has[entry] & self.content;
            let has_all = name.has & wanted == wanted;
            let score = self.name_score(id, name, wanted, all);
            let best = &mut names[entry];
            best.is_shown |= has_all && text.field == SearchField::Name;
            best.has_required |= name.has & self.content == self.content;
            if score > best.score {
                (best.score, best.text, best.has_all) = (score, id, has_all);
            }
        }
        names
    }

    /// Whether some words are only a part of a phrase that leads elsewhere: the fits of *fits with
    /// every fever* are no name.
    fn is_part_of_phrase(&self, entry: u16, words: Words) -> bool {
        let led = self.led[usize::from(entry)] >> self.words;
        let mut phrases = self.phrases.iter().enumerate();
        phrases.any(|(at, phrase)| {
            let has_more = words & !phrase == 0 && phrase & !words & self.content != 0;
            has_more && led >> at & 1 == 0
        })
    }

    /// The points of a name as a whole; its entry has the `wanted` words. `all_weigh` is what all
    /// words weigh together.
    fn name_score(&self, id: TextId, name: &NameTally, wanted: Words, all_weigh: u32) -> u32 {
        let all = mask(self.words, |_| true);
        let text = self.index.text(id);
        let content = self.content.count_ones();
        let begins = name.in_place == all && self.words > 0;
        let is_query = begins && name.whole == all && usize::from(text.words) == self.words;
        // Or the query has exactly the content words of the name: a long name may have more words
        // than a query.
        let is_content = content > 1
            && u32::from(text.content_words) == content
            && name.exact & self.content == self.content;
        let is_whole = is_query || is_content;
        let is_medicine = self.index.is_medicine(text.owner);
        let percent = if is_whole {
            BOOSTS.whole
        } else if begins {
            BOOSTS.begins
        } else if self.covers(name, text)
            && (is_medicine || !self.is_part_of_phrase(text.owner, name.exact))
        {
            if is_medicine {
                BOOSTS.medicine
            } else if text.words > 1 {
                BOOSTS.covered
            } else {
                // Beside words that weigh more, *fits* alone names little.
                let rest = all_weigh.saturating_sub(self.weight_of(name.exact & self.content));
                BOOSTS.covered - BOOSTS.covered_beside * rest / all_weigh
            }
        } else if is_medicine && name.complete.count_ones() >= u32::from(text.words) {
            BOOSTS.medicine * BOOSTS.one_error / 100
        } else {
            BOOSTS.together * self.weight_of(name.has & self.content) / all_weigh
        };
        let points = BOOSTS.word(text.field, MatchKind::Exact);
        // A reader who types a whole name wants that entry, even a demoted one.
        let points = if is_whole { points } else { self.demote(id, points) };
        let is_typed = name.complete & wanted == wanted;
        let share = BOOSTS.share * name.has.count_ones() / u32::from(text.words.max(1));
        points * percent / 100 + if is_typed { share } else { 0 }
    }

    /// Whether the query has all words of a name that say something: *Dravet* of *Dravet syndrome*.
    fn covers(&self, name: &NameTally, text: &IndexedText) -> bool {
        let has = |words: u16, typed: Words| typed.count_ones() >= u32::from(words);
        let is_kind = |word: &str| matches!(word, "syndrome" | "disease" | "disorder");
        let is_named_kind = [" syndrome", " disease"].iter().any(|it| text.text.ends_with(it));
        let is_eponym = is_named_kind
            && text.words == 2
            && text.text.starts_with(char::is_uppercase)
            && !self.index.is_demoted(text.owner);
        let kinds = || mask(self.words, |word| is_kind(&self.reading.words[word].word));
        has(text.words, name.exact)
            || text.content_words > 1 && has(text.content_words, name.exact & self.content)
            || is_eponym && has(1, name.exact & self.content & !kinds())
    }

    /// The points of each entry for words that are together in one of its other texts.
    fn closeness(&self) -> Vec<u32> {
        let mut close = vec![0; self.has.len()];
        let all = self.weight_of(self.content).max(1);
        for id in &self.touched {
            // A phrase says more than its words.
            let has = self.texts[id.index()] & self.content & self.needed;
            if has.count_ones() > 1 {
                let points = BOOSTS.closeness * self.weight_of(has) / all;
                for entry in self.index.entries_with(*id) {
                    let close = &mut close[usize::from(*entry)];
                    *close = points.max(*close);
                }
            }
        }
        close
    }

    /// The points of an entry for a symbol as a whole; as for a whole name if it is all that was
    /// typed. Who types one among other words asks about the gene, as with a medicine. Of several
    /// entries with the gene, the one that has fewest others comes first.
    fn symbol_score(&self, entry: usize) -> u32 {
        let share = BOOSTS.only_gene / u32::from(self.index.genes_of(entry).max(1));
        match self.symbols[entry] {
            0 => 0,
            all if all & self.content == self.content => BOOSTS.gene * BOOSTS.whole / 100 + share,
            // The GFAP of *GFAP antibodies* is not the gene.
            all if self.is_part_of_phrase(small(entry), all) => 0,
            _ => BOOSTS.gene * BOOSTS.medicine / 100 + share,
        }
    }

    /// The points of the single words and phrases of an entry.
    fn word_score(&self, entry: usize) -> u32 {
        let best = &self.best[entry * self.positions..(entry + 1) * self.positions];
        best.iter().zip(self.weights).map(|(best, weight)| best.points * weight / 256).sum()
    }

    /// Why an entry was found, unless the name shown has all the words.
    fn reasons(&self, entry: usize, name: &BestName) -> Reasons {
        let best = &self.best[entry * self.positions..(entry + 1) * self.positions];
        let of = |wanted: Words| {
            let best = best.iter().enumerate();
            best.filter(move |(position, best)| wanted & 1 << position != 0 && best.points > 0)
                .map(|(_, best)| best.text)
        };
        let phrases = self.needed & !self.content;
        if name.is_shown && self.has[entry] & self.content != 0 {
            return self.first_two(of(phrases & self.led[entry]));
        }
        if name.has_all && name.score > 0 {
            return self.first_two(std::iter::once(name.text).chain(of(phrases)));
        }
        let wanted = self.has[entry] & self.needed;
        let rare = mask(self.positions, |position| self.weights[position] >= 128);
        self.first_two(of(wanted & rare).chain(of(wanted & !rare)))
    }

    /// The first two different texts other than the name shown.
    fn first_two(&self, texts: impl Iterator<Item = TextId>) -> Reasons {
        let mut reasons = [None; 2];
        let whys = texts.filter_map(|id| match id.as_heard() {
            Some(heard) => Some(Why::Said(self.reading.heard.get(heard)?.said)),
            None if self.index.text(id).field == SearchField::Name => None,
            None => Some(Why::Text(id)),
        });
        for why in whys {
            match reasons {
                [None, _] => reasons[0] = Some(why),
                [Some(first), None] if first != why => reasons[1] = Some(why),
                _ => {}
            }
        }
        reasons
    }

    /// Some words, phrases and numbers of the query, as typed.
    fn said(&self, which: Words) -> Vec<String> {
        let words = self.reading.words.iter().map(|word| word.word.clone());
        let heard = self.reading.heard.iter().map(|heard| heard.typed.clone());
        let numbers = self.reading.numbers.iter().map(|number| number.typed.clone());
        // A very long query has more than are counted.
        let all = words.chain(heard).chain(numbers).enumerate().take(self.positions);
        all.filter(|(position, _)| which & 1 << position != 0).map(|(_, said)| said).collect()
    }
}

/// The position of an entry as a small number.
fn small(position: usize) -> u16 {
    u16::try_from(position).unwrap_or(u16::MAX)
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
