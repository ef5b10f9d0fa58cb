//! The fewest moves that bring a list into a new order.
//!
//! Knows positions, not the items.

/// Which positions belong to a longest increasing run.
///
/// Given the present positions of items in their new order, these items can stay where they are;
/// all others must move.
pub fn longest_increasing_run(positions: &[usize]) -> Vec<bool> {
    // For each length of a run, the last item of the run that ends at the lowest position.
    let mut ends: Vec<usize> = Vec::new();
    // For each item, the item before it in the longest run that ends with it.
    let mut before: Vec<Option<usize>> = Vec::with_capacity(positions.len());
    for (item, position) in positions.iter().enumerate() {
        let length = ends.partition_point(|end| positions[*end] < *position);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(item);
        } else {
            ends[length] = item;
        }
    }
    let mut stays = vec![false; positions.len()];
    let mut item = ends.last().copied();
    while let Some(at) = item {
        stays[at] = true;
        item = before[at];
    }
    stays
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The length of the longest increasing run, by trying all choices.
    fn most(positions: &[usize]) -> usize {
        (0..1_u32 << positions.len())
            .filter_map(|choice| {
                let kept = positions.iter().enumerate();
                let kept = kept.filter(|(at, _)| choice & (1 << at) != 0);
                let kept: Vec<usize> = kept.map(|(_, position)| *position).collect();
                kept.is_sorted_by(|left, right| left < right).then_some(kept.len())
            })
            .max()
            .unwrap_or_default()
    }

    proptest! {
        #[test]
        fn the_run_increases_and_no_run_is_longer(
            positions in Just((0..9).collect::<Vec<usize>>()).prop_shuffle(),
        ) {
            let stays = longest_increasing_run(&positions);
            let kept = positions.iter().zip(&stays).filter(|(_, stays)| **stays);
            let kept: Vec<usize> = kept.map(|(at, _)| *at).collect();
            prop_assert!(kept.is_sorted());
            prop_assert_eq!(kept.len(), most(&positions));
        }
    }

    #[test]
    fn a_list_in_order_stays_and_an_empty_one_works() {
        assert_eq!(longest_increasing_run(&[2, 5, 9]), [true, true, true]);
        assert_eq!(longest_increasing_run(&[]), Vec::<bool>::new());
    }
}
