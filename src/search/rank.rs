//! Which entries answer a query, how well, and by which of their texts.
//!
//! One documented set of weights, added up; nothing else decides the order. Knows no filters, and
//! not what an entry is.

use crate::entry_set::EntrySet;
use crate::search::index::{Index, SearchField, TextId};
use crate::search::matching::MatchKind;
use crate::search::query::{Query, WordMatches};
use crate::search::stop_words::is_stop_word;

/// What an answer is worth. An entry's score is the sum of what its best text for each word is
/// worth, and of what the best of its names is worth as a whole.
#[derive(Clone, Copy, Debug)]
pub struct Boosts {
    /// A word in the name shown; in the other fields it is worth less. Any misspelt name outdoes
    /// any field that is no name, but for a number of a registry or a gene, so that names come first.
    pub name: u32,
    /// A word in another name of the field.
    pub synonym: u32,
    /// A word in an everyday name.
    pub lay_name: u32,
    /// A number in a registry.
    pub identifier: u32,
    /// The symbol of a gene.
    pub gene: u32,
    /// A word of the finer shelf, such as the class of a drug.
    pub class: u32,
    /// A word of the shelf.
    pub category: u32,
    /// A word of a feature.
    pub feature: u32,
    /// A word of an exposure or situation.
    pub context: u32,
    /// A word of an axis.
    pub axis: u32,
    /// A word in plain text.
    pub text: u32,
    /// Percent of the weight of a name for the names of demoted entries: of hundreds of diseases with long
    /// names that nobody has curated, some have any word.
    pub demoted: u32,
    /// Percent of the field's weight for another spelling of the word.
    pub variant: u32,
    /// Percent for a word that only begins so.
    pub beginning: u32,
    /// Percent for a word with one typing error.
    pub one_error: u32,
    /// Percent for a word with two.
    pub two_errors: u32,
    /// Percent for the beginning of a word with typing errors.
    pub misspelt_beginning: u32,
    /// Percent of the name's weight, added where the words are the whole name, in order, or all of its words
    /// that say something and no others.
    pub whole: u32,
    /// Percent added where the name begins with the words, in order, the last one perhaps unfinished.
    pub begins: u32,
    /// Percent added where the words are more than the whole name.
    pub covered: u32,
    /// Percent added where one name has all the words; of a part of the words, as large a part of it.
    pub together: u32,
    /// Points for a name that has no other words than those asked for, proportionally less for more;
    /// none while a word is still being typed, so that the order does not jump at every key.
    pub share: u32,
}

/// The weights in use.
pub const BOOSTS: Boosts = Boosts {
    name: 1_000,
    synonym: 900,
    lay_name: 840,
    identifier: 800,
    gene: 700,
    class: 300,
    category: 260,
    feature: 240,
    context: 200,
    axis: 180,
    text: 80,
    demoted: 20,
    variant: 97,
    beginning: 80,
    one_error: 55,
    two_errors: 48,
    misspelt_beginning: 40,
    whole: 2_000,
    begins: 400,
    covered: 300,
    together: 200,
    share: 100,
};

impl Boosts {
    /// What a word is worth in a field, if it was meant.
    fn word(&self, field: SearchField, kind: MatchKind) -> u32 {
        let field = match field {
            SearchField::Name => self.name,
            SearchField::Synonym => self.synonym,
            SearchField::LayName => self.lay_name,
            SearchField::Identifier => self.identifier,
            SearchField::Gene => self.gene,
            SearchField::Class => self.class,
            SearchField::Category => self.category,
            SearchField::Feature => self.feature,
            SearchField::Context => self.context,
            SearchField::Axis => self.axis,
            SearchField::Text => self.text,
        };
        let percent = match kind {
            MatchKind::Exact => 100,
            MatchKind::Variant => self.variant,
            MatchKind::Prefix => self.beginning,
            MatchKind::Fuzzy(0 | 1) => self.one_error,
            MatchKind::Fuzzy(_) => self.two_errors,
            MatchKind::FuzzyPrefix(_) => self.misspelt_beginning,
        };
        field * percent / 100
    }
}

/// The entries that answer a query.
#[derive(Clone, Debug)]
pub struct Ranked {
    /// Which ones.
    pub entries: EntrySet,
    /// Those of them of which one name has all the words.
    pub named: EntrySet,
    /// The score of each entry, by its position; 0 for those that do not answer.
    pub scores: Vec<u32>,
    /// The texts by which each entry was found, where its name does not show it.
    pub reasons: Vec<Reasons>,
    /// Whether no entry has all the words.
    pub partial: bool,
    /// Words that none of the entries has.
    pub unmatched_words: Vec<String>,
    /// Words that stand nowhere as typed, and for which similar ones were taken.
    pub fuzzy_words: Vec<String>,
    /// The words of the query, and which words of the index answer each.
    pub matches: Vec<WordMatches>,
}

/// The texts, besides the name, by which an entry was found: none, one or two.
pub type Reasons = [Option<TextId>; 2];

/// Finds and ranks those of some entries that answer a query; all of them, at 0, for an empty one.
/// What other entries have makes no difference.
///
/// An entry matches if it has every required word, or if one of its names is wholly among the words,
/// so that of several medicines each is found. If no entry has every word, those answer that have the
/// most.
pub fn rank(index: &Index, query: &Query, among: &EntrySet) -> Ranked {
    let query = query.rejoined(index);
    let matches: Vec<WordMatches> =
        query.words.iter().map(|asked| WordMatches::find(index, &asked.word)).collect();
    let required = mask(&query, |position| query.words[position].required);
    let tally = Tally::new(index, &query, &matches);
    let has = |entry: usize| tally.has[entry] & required;
    let most = among.positions().map(|entry| has(entry).count_ones()).max().unwrap_or(0);
    let mut found = EntrySet::none(index.entries());
    let mut somewhere = 0;
    for entry in among.positions() {
        let enough = has(entry).count_ones() == most && (most > 0 || required == 0);
        if enough || tally.wholly_named.contains(entry) {
            found.insert(entry);
            somewhere |= has(entry);
        }
    }
    let nowhere = required & !somewhere;
    let words = |which: &dyn Fn(usize) -> bool| -> Vec<String> {
        let words = query.words.iter().enumerate().filter(|(position, _)| which(*position));
        words.map(|(_, asked)| asked.word.clone()).collect()
    };
    let nothing = found.count() == 0;
    let unmatched_words = words(&|position| !nothing && nowhere & (1 << position) != 0);
    let fuzzy_words =
        words(&|position| somewhere & (1 << position) != 0 && matches[position].is_only_fuzzy());
    let partial = !nothing && most < required.count_ones();
    let (scores, named, reasons) = tally.scores(&found, required);
    Ranked {
        entries: found,
        named,
        scores,
        reasons,
        partial,
        unmatched_words,
        fuzzy_words,
        matches,
    }
}

/// A set of the query's words, one bit each.
type Words = u16;

fn mask(query: &Query, holds: impl Fn(usize) -> bool) -> Words {
    (0..query.words.len()).filter(|position| holds(*position)).fold(0, |bits, at| bits | 1 << at)
}

/// What every entry has of each word of a query.
struct Tally<'i> {
    index: &'i Index,
    /// How many words the query has.
    words: usize,
    /// The best worth of each word in each entry: entry by entry, word by word.
    best: Vec<(u32, TextId)>,
    /// Which words each entry has.
    has: Vec<Words>,
    /// What each name has.
    names: Vec<NameTally>,
    /// The entries one name of which is wholly among the words.
    wholly_named: EntrySet,
}

/// What one name has of the words of a query.
#[derive(Clone, Copy, Default)]
struct NameTally {
    /// Which words it has at all.
    has: Words,
    /// Which words stand where the query has them, not misspelt.
    in_place: Words,
    /// Which of these are whole words.
    whole: Words,
    /// Which words it has to their end, misspelt or not, wherever they stand.
    complete: Words,
    /// Which of these are not misspelt.
    exact: Words,
}

impl<'i> Tally<'i> {
    fn new(index: &'i Index, query: &Query, matches: &[WordMatches]) -> Self {
        let words = query.words.len();
        let nothing = (0, TextId::default());
        let mut tally = Self {
            index,
            words,
            best: vec![nothing; index.entries() * words],
            has: vec![0; index.entries()],
            names: vec![NameTally::default(); index.names()],
            wholly_named: EntrySet::none(index.entries()),
        };
        for (position, (asked, matches)) in query.words.iter().zip(matches).enumerate() {
            for (range, kind) in &matches.words {
                for posting in index.postings(range.clone()) {
                    let text = index.text(posting.text);
                    let last = position + 1 == words;
                    if !counts(text.field, *kind, &asked.word, last) {
                        continue;
                    }
                    tally.add(position, posting.text, *kind);
                    if text.field.is_name() {
                        let name = &mut tally.names[posting.text.index()];
                        name.has |= 1 << position;
                        let whole = kind.is_whole();
                        if whole || matches!(kind, MatchKind::Fuzzy(_)) {
                            name.complete |= 1 << position;
                            name.exact |= u16::from(whole) << position;
                        }
                        if usize::from(posting.position) == position
                            && (whole || last && *kind == MatchKind::Prefix)
                        {
                            name.in_place |= 1 << position;
                            name.whole |= u16::from(whole) << position;
                        }
                    }
                }
            }
        }
        let required = mask(query, |position| query.words[position].required);
        for (position, name) in tally.names.iter().enumerate() {
            let text = index.text(TextId::at(position));
            let all = name.exact.count_ones() >= u32::from(text.words);
            if all && name.exact & required != 0 {
                tally.wholly_named.insert(usize::from(text.owner));
            }
        }
        tally
    }

    fn add(&mut self, position: usize, id: TextId, kind: MatchKind) {
        let worth = self.weigh(id, BOOSTS.word(self.index.text(id).field, kind));
        for entry in self.index.entries_with(id) {
            let entry = usize::from(*entry);
            let best = &mut self.best[entry * self.words + position];
            if worth > best.0 {
                *best = (worth, id);
                self.has[entry] |= 1 << position;
            }
        }
    }

    /// What something is worth in a text, given what it is worth in any.
    fn weigh(&self, id: TextId, worth: u32) -> u32 {
        let text = self.index.text(id);
        let demoted = text.field.is_name() && self.index.is_demoted(text.owner);
        if demoted { worth * BOOSTS.demoted / 100 } else { worth }
    }

    /// What these words are worth in an entry.
    fn worth(&self, entry: usize, words: Words) -> u32 {
        let best = &self.best[entry * self.words..(entry + 1) * self.words];
        let each = best.iter().enumerate();
        each.filter(|(position, _)| words & (1 << position) != 0).map(|(_, (worth, _))| worth).sum()
    }

    /// The scores of the entries found, which of them were found by one name, and why each was.
    fn scores(&self, found: &EntrySet, required: Words) -> (Vec<u32>, EntrySet, Vec<Reasons>) {
        let all = !(Words::MAX << self.words);
        let mut names: Vec<(u32, TextId)> = vec![(0, TextId::default()); self.has.len()];
        let mut shows = EntrySet::none(self.has.len());
        let mut named = EntrySet::none(self.has.len());
        for (position, name) in self.names.iter().enumerate() {
            let id = TextId::at(position);
            let text = self.index.text(id);
            let entry = usize::from(text.owner);
            // Of the words that are required, the name must have those that its entry has.
            let kept = self.has[entry] & required;
            if name.has == 0 || name.has & kept != kept {
                continue;
            }
            let field = BOOSTS.word(text.field, MatchKind::Exact);
            let begins = name.in_place == all;
            let letter = begins && name.whole == all && usize::from(text.words) == self.words;
            // Or with all that the name tells and nothing else, as a long name is asked for that has more
            // words than are looked for.
            let asked = required.count_ones();
            let all_told = asked > 1 && u32::from(text.content_words) == asked;
            let whole = letter || all_told && name.exact & required == required;
            let covered = name.exact.count_ones() >= u32::from(text.words);
            let percent = if whole {
                BOOSTS.whole
            } else if begins {
                BOOSTS.begins
            } else if covered {
                BOOSTS.covered
            } else {
                BOOSTS.together * kept.count_ones() / required.count_ones().max(1)
            };
            // A whole name is what was asked for, whoever has it.
            let field = if whole { field } else { self.weigh(id, field) };
            let mut worth = field * percent / 100;
            if text.field == SearchField::Name {
                shows.insert(entry);
            }
            if kept == required {
                named.insert(entry);
            }
            if name.complete & kept == kept {
                worth += BOOSTS.share * name.has.count_ones() / u32::from(text.words.max(1));
            }
            let best = &mut names[entry];
            if worth > best.0 {
                *best = (worth, id);
            }
        }
        named.keep(found);
        let mut scores = vec![0; self.has.len()];
        let mut reasons = vec![[None; 2]; self.has.len()];
        for entry in found.positions() {
            let (name_worth, name) = names[entry];
            scores[entry] = self.worth(entry, self.has[entry]) + name_worth;
            // A name that shows all the words needs no other reason.
            reasons[entry] = if shows.contains(entry) {
                [None; 2]
            } else if name_worth > 0 {
                self.reasons([name].into_iter())
            } else {
                let kept = self.has[entry] & required;
                let words = (0..self.words).filter(|position| kept & (1 << position) != 0);
                self.reasons(words.map(|position| self.best[entry * self.words + position].1))
            };
        }
        (scores, named, reasons)
    }

    /// The first two different texts that are not the name shown.
    fn reasons(&self, texts: impl Iterator<Item = TextId>) -> Reasons {
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

/// Whether a word that is found in a field counts: `last` tells whether the typed word is the last
/// one, which may not have been typed to its end.
///
/// Numbers of registries count as a whole; a short word begins too many words to mean anything but a
/// name that is still being typed; and words that say little count only in names.
pub fn counts(field: SearchField, kind: MatchKind, typed: &str, last: bool) -> bool {
    let meant = kind != MatchKind::Prefix || typed.len() > SHORT_BEGINNING;
    match field {
        SearchField::Name | SearchField::Synonym | SearchField::LayName => meant || last,
        _ if is_stop_word(typed) => false,
        SearchField::Identifier => kind == MatchKind::Exact,
        _ => meant,
    }
}

/// The longest beginning of a word that is short.
const SHORT_BEGINNING: usize = 3;
