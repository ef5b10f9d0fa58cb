//! Why an entry was found: the texts that have what its name does not show.
//!
//! Knows what each entry has. Knows no order.

use super::name::BestName;
use super::tally::{Tally, Words, mask};
use crate::search::index::{SearchField, TextId};

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
}
