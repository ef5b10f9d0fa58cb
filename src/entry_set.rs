//! Sets of entries as rows of bits, for counting what many filters would show.
//!
//! Knows positions, not what stands there.

/// A set of entries, given by their positions below a number that is fixed when the set is made.
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
    pub fn all(size: usize) -> Self {
        let mut set = Self::none(size);
        for position in 0..size {
            set.insert(position);
        }
        set
    }

    /// Puts a position in.
    pub fn insert(&mut self, position: usize) {
        self.bits[position / 64] |= 1 << (position % 64);
    }

    /// Whether a position is in it.
    pub fn contains(&self, position: usize) -> bool {
        self.bits[position / 64] & (1 << (position % 64)) != 0
    }

    /// The positions in it, ascending.
    pub fn positions(&self) -> impl Iterator<Item = usize> {
        self.bits.iter().enumerate().flat_map(|(at, bits)| {
            let mut left = *bits;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros() as usize;
                // The lowest bit goes.
                left &= left.checked_sub(1)?;
                Some(at * 64 + bit)
            })
        })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.bits.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// How many are in both sets.
    pub fn count_common(&self, other: &Self) -> usize {
        let both = self.bits.iter().zip(&other.bits);
        both.map(|(left, right)| (left & right).count_ones() as usize).sum()
    }

    /// Keeps those that are in the other set, too.
    pub fn keep(&mut self, other: &Self) {
        for (left, right) in self.bits.iter_mut().zip(&other.bits) {
            *left &= right;
        }
    }

    /// Takes out those that are in the other set.
    pub fn remove(&mut self, other: &Self) {
        for (left, right) in self.bits.iter_mut().zip(&other.bits) {
            *left &= !right;
        }
    }

    /// Adds those of the other set.
    pub fn add(&mut self, other: &Self) {
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
        fn it_does_what_a_tree_does(left in positions(), right in positions()) {
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
            prop_assert!((0..SIZE).all(|position| one.contains(position) == left.contains(&position)));
            prop_assert!(one.positions().eq(left.iter().copied()));
            prop_assert_eq!(EntrySet::all(SIZE).count(), SIZE);
        }
    }
}
