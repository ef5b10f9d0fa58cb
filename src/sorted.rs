//! Sorting that is compiled once for all lists.
//!
//! The standard library's sort is compiled anew for every type of list, which was a tenth of the
//! program. Here only positions are sorted. For short lists; what is sorted at every key is left to
//! the standard library.

use std::cmp::Ordering;

/// Sorts a list by a key. Items with the same key keep their order.
pub(crate) fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = list.iter().map(key).collect();
    arrange(list, &order(keys.len(), &|one, other| keys[one] > keys[other]));
}

/// Sorts a list by comparing. Items that are equal keep their order.
pub(crate) fn sort_by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let sorted = order(list.len(), &|one, other| compare(&list[one], &list[other]).is_gt());
    arrange(list, &sorted);
}

/// Sorts a list. Equal items keep their order.
pub(crate) fn sort<T: Ord>(list: &mut [T]) {
    let sorted = order(list.len(), &|one, other| list[one] > list[other]);
    arrange(list, &sorted);
}

/// The items in order, each once.
pub(crate) fn once<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.into_iter().collect();
    sort(&mut items);
    items.dedup();
    items
}

/// The positions of a list in the order of their items: pairs of sorted runs are merged.
fn order(count: usize, comes_after: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..count).collect();
    let mut width = 1;
    while width < count {
        let mut merged = Vec::with_capacity(count);
        for start in (0..count).step_by(2 * width) {
            let (middle, end) = ((start + width).min(count), (start + 2 * width).min(count));
            let (mut left, mut right) = (start, middle);
            while left < middle || right < end {
                let is_right_next =
                    left == middle || right < end && comes_after(sorted[left], sorted[right]);
                let next = if is_right_next { &mut right } else { &mut left };
                merged.push(sorted[*next]);
                *next += 1;
            }
        }
        sorted = merged;
        width *= 2;
    }
    sorted
}

/// Puts the items into an order, given by their present positions.
fn arrange<T>(list: &mut [T], order: &[usize]) {
    for (place, from) in order.iter().enumerate() {
        let mut from = *from;
        // Whatever was before this place has been exchanged for the item that it made room for.
        while from < place {
            from = order[from];
        }
        list.swap(place, from);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(
            list in prop::collection::vec((0..9u8, 0..99u8), 0..70)
        ) {
            let (mut ours, mut theirs) = (list.clone(), list.clone());
            sort_by_key(&mut ours, |(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&ours, &theirs, "items with the same key keep their order");
            sort(&mut ours);
            theirs.sort_unstable();
            prop_assert_eq!(&ours, &theirs);
            theirs.dedup();
            prop_assert_eq!(once(list), theirs);
        }
    }
}
