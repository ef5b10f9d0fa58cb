//! How well the names and the symbols of an entry fit a query.
//!
//! Knows which words each name has, and which of them were typed in full.

use super::tally::{NameTally, Tally, Words, mask};
use crate::search::boosts::BOOSTS;
use crate::search::index::{Owner, SearchField, TextId};
use crate::search::matching::MatchKind;

/// The best of the names of one entry.
#[derive(Clone, Copy, Default)]
pub(super) struct BestName {
    /// Its points; 0 if no name has any word.
    pub(super) score: u32,
    /// The name.
    pub(super) text: TextId,
    /// Whether it has all the words that the entry has.
    pub(super) has_all: bool,
    /// Whether the name shown has all the words that the entry has.
    pub(super) is_shown: bool,
    /// Whether any name has all required words.
    pub(super) has_required: bool,
}

impl Tally<'_> {
    /// The best name of each entry.
    pub(super) fn best_names(&self) -> Vec<BestName> {
        let mut names = vec![BestName::default(); self.of.len()];
        let all = self.weight_of(self.content).max(1);
        for (id, name) in &self.names {
            let id = *id;
            let text = self.index.text(id);
            let entry = text.owner.index();
            let wanted = self.of[entry].has & self.content;
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
    fn is_part_of_phrase(&self, entry: Owner, words: Words) -> bool {
        let led = self.of[entry.index()].led >> self.words;
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
        } else if self.covers(id, name)
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
        let points = if is_whole { points } else { self.demote(text.field, text.owner, points) };
        let is_typed = name.complete & wanted == wanted;
        let share = BOOSTS.share * name.has.count_ones() / u32::from(text.words.max(1));
        points * percent / 100 + if is_typed { share } else { 0 }
    }

    /// Whether the query has all words of a name that say something: *Dravet* of *Dravet syndrome*.
    fn covers(&self, id: TextId, name: &NameTally) -> bool {
        let text = self.index.text(id);
        let has = |words: u16, typed: Words| typed.count_ones() >= u32::from(words);
        let is_kind = |word: &str| matches!(word, "syndrome" | "disease" | "disorder");
        let is_eponym = || text.is_eponym && !self.index.is_demoted(text.owner);
        let kinds = || mask(self.words, |word| is_kind(&self.reading.words[word].word));
        has(text.words, name.exact)
            || text.content_words > 1 && has(text.content_words, name.exact & self.content)
            || is_eponym() && has(1, name.exact & self.content & !kinds())
    }

    /// The points of an entry for a symbol as a whole; as for a whole name if it is all that was
    /// typed. Who types one among other words asks about the gene, as with a medicine. Of several
    /// entries with the gene, the one that has fewest others comes first.
    pub(super) fn symbol_score(&self, entry: usize) -> u32 {
        let share = BOOSTS.only_gene / u32::from(self.index.genes_of(entry).max(1));
        match self.of[entry].symbols {
            0 => 0,
            all if all & self.content == self.content => BOOSTS.gene * BOOSTS.whole / 100 + share,
            // The GFAP of *GFAP antibodies* is not the gene.
            all if self.is_part_of_phrase(Owner::at(entry), all) => 0,
            _ => BOOSTS.gene * BOOSTS.medicine / 100 + share,
        }
    }
}
