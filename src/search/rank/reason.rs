//! Why an entry was found: the texts that have what its name does not show.
//!
//! Knows what each entry has. Knows no order.

use super::name::BestName;
use super::tally::{Tally, Words, mask};
use crate::search::index::{SearchField, TextId};

/// The texts besides the name by which an entry was found, and the phrases of the query that lead
/// to it: none, one or two.
pub(crate) type Reasons = [Option<TextId>; 2];

impl Tally<'_> {
    /// Why an entry was found, unless the name shown has all the words.
    pub(super) fn reasons(&self, entry: usize, name: &BestName) -> Reasons {
        let best = &self.best[entry * self.positions..(entry + 1) * self.positions];
        let of = |wanted: Words| {
            let best = best.iter().enumerate();
            best.filter(move |(position, best)| wanted & 1 << position != 0 && best.points > 0)
                .map(|(_, best)| best.text)
        };
        let phrases = self.needed & !self.content;
        if name.is_shown && self.of[entry].has & self.content != 0 {
            return self.first_two(of(phrases & self.of[entry].led));
        }
        if name.has_all && name.score > 0 {
            return self.first_two(std::iter::once(name.text).chain(of(phrases)));
        }
        let wanted = self.of[entry].has & self.needed;
        let rare = mask(self.positions, |position| self.weights[position] >= 128);
        self.first_two(of(wanted & rare).chain(of(wanted & !rare)))
    }

    /// The first two different texts other than the name shown.
    fn first_two(&self, texts: impl Iterator<Item = TextId>) -> Reasons {
        let mut reasons = [None; 2];
        let said = |id| self.reading.said(id);
        // A phrase has no text in the index.
        let is_name = |id| said(id).is_none() && self.index.text(id).field == SearchField::Name;
        let is_same = |one, other| one == other || said(one).is_some() && said(one) == said(other);
        for id in texts.filter(|id| !is_name(*id)) {
            match reasons {
                [None, _] => reasons[0] = Some(id),
                [Some(first), None] if !is_same(first, id) => reasons[1] = Some(id),
                _ => {}
            }
        }
        reasons
    }
}
