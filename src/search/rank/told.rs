//! How much of a sentence an entry tells in plain words.
//!
//! Knows which words the entries have, not where.

use super::tally::Tally;
use crate::search::boosts::BOOSTS;
use crate::search::reading::PARTS_OF_A_SENTENCE;

impl Tally<'_> {
    /// The points of an entry that tells much of a sentence; fewer words are found by its labels.
    /// The more of the sentence it tells, the more each word is worth.
    pub(super) fn told_score(&self, entry: usize) -> u32 {
        if self.needed.count_ones() <= PARTS_OF_A_SENTENCE {
            return 0;
        }
        let there = self.of[entry].has & self.needed;
        let told = there & (self.of[entry].told | self.of[entry].led);
        let elsewhere = self.weight_of(there & !told) * BOOSTS.told_elsewhere / 100;
        let weight = self.weight_of(told) + elsewhere;
        BOOSTS.told * weight / 256 * weight / self.weight_of(self.needed).max(1)
    }
}
