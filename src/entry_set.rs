//! Sets of entries as bits, to count quickly what many filters would show.
//!
//! Knows positions, not entries.

/// A set of entries, by position. All positions are below a size that is fixed when the set is
/// built.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntrySet {
    bits: Vec<u64>,
}

impl EntrySet {
    /// The empty set, for positions below `size`.
    pub fn none(size: usize) -> Self {
        Self { bits: vec![0; size.div_ceil(64)] }
    }

    /// The set of all positions below `size`.
    pub(crate) fn all(size: usize) -> Self {
        let mut set = Self::none(size);
        for position in 0..size {
            set.insert(position);
        }
        set
    }

    /// Adds a position.
    pub fn insert(&mut self, position: usize) {
        self.bits[position / 64] |= 1 << (position % 64);
    }

    /// Whether the set has a position.
    pub fn contains(&self, position: usize) -> bool {
        self.bits[position / 64] & (1 << (position % 64)) != 0
    }

    /// The positions in the set, ascending.
    pub fn positions(&self) -> impl Iterator<Item = usize> {
        self.bits.iter().enumerate().flat_map(|(at, bits)| {
            let mut left = *bits;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros() as usize;
                // Clears the lowest bit.
                left &= left.checked_sub(1)?;
                Some(at * 64 + bit)
            })
        })
    }

    /// The number of positions in the set.
    pub fn count(&self) -> usize {
        self.bits.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// The number of positions that both sets have.
    pub(crate) fn count_common(&self, other: &Self) -> usize {
        let both = self.bits.iter().zip(&other.bits);
        both.map(|(left, right)| (left & right).count_ones() as usize).sum()
    }

    /// Keeps only the positions that are also in the other set.
    pub(crate) fn keep(&mut self, other: &Self) {
        for (left, right) in self.bits.iter_mut().zip(&other.bits) {
            *left &= right;
        }
    }

    /// Removes the positions of the other set.
    pub(crate) fn remove(&mut self, other: &Self) {
        for (left, right) in self.bits.iter_mut().zip(&other.bits) {
            *left &= !right;
        }
    }

    /// Adds the positions of the other set.
    pub(crate) fn add(&mut self, other: &Self) {
        for (left, right) in self.bits.iter_mut().zip(&other.bits) {
            *left |= right;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    const SIZE: usize = 150;

    fn positions() -> impl Strategy<Value = BTreeSet<usize>> {
        prop::collection::btree_set(0..SIZE, 0..SIZE)
    }

    fn set(positions: &BTreeSet<usize>) -> EntrySet {
        let mut set = EntrySet::none(SIZE);
        for position in positions {
            set.insert(*position);
        }
        set
    }

    proptest! {
        #[test]
        fn a_bit_set_does_what_a_tree_set_does(left in positions(), right in positions()) {
            let (one, other) = (set(&left), set(&right));
            prop_assert_eq!(one.count(), left.len());
            prop_assert_eq!(one.count_common(&other), left.intersection(&right).count());
            let mut kept = one.clone();
            kept.keep(&other);
            prop_assert_eq!(kept, set(&left.intersection(&right).copied().collect()));
            let mut rest = one.clone();
            rest.remove(&other);
            prop_assert_eq!(rest, set(&left.difference(&right).copied().collect()));
            let mut added = one.clone();
            added.add(&other);
            prop_assert_eq!(added, set(&left.union(&right).copied().collect()));
            prop_assert!((0..SIZE).all(|at| one.contains(at) == left.contains(&at)));
            prop_assert!(one.positions().eq(left.iter().copied()));
            prop_assert_eq!(EntrySet::all(SIZE).count(), SIZE);
        }
    }
}
