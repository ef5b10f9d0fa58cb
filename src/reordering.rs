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

/// How a list comes into another order.
#[derive(Debug, PartialEq, Eq)]
pub struct Reordering {
    /// What moves, in this order, and before which item it goes; at the end where there is none.
    pub moves: Vec<(usize, Option<usize>)>,
    /// The list afterwards.
    pub order: Vec<usize>,
}

/// How the `wanted` items come into their order in a list with as few moves as possible; nothing
/// where they have it. Wanted items that are not in the list are put into it; items that are not
/// wanted stay where they are. All items are below `size` and each is listed once.
pub fn reordering(list: &[usize], wanted: &[usize], size: usize) -> Option<Reordering> {
    let mut place = vec![usize::MAX; size];
    for (at, item) in list.iter().enumerate() {
        place[*item] = at;
    }
    let here: Vec<usize> =
        wanted.iter().copied().filter(|item| place[*item] != usize::MAX).collect();
    let stays = longest_increasing_run(&here.iter().map(|item| place[*item]).collect::<Vec<_>>());
    if here.len() == wanted.len() && stays.iter().all(|stays| *stays) {
        return None;
    }
    let mut fixed = vec![false; size];
    for (item, stays) in here.iter().zip(&stays) {
        fixed[*item] = *stays;
    }
    // From the end on, each moved item goes before the next wanted one, which is in its place by
    // then.
    let mut moves = Vec::new();
    // The moved items before each item that stays, the last one first; `size` is the end.
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); size + 1];
    let mut moved = vec![false; size];
    let mut next: Option<usize> = None;
    let mut anchor = size;
    for &item in wanted.iter().rev() {
        if fixed[item] {
            anchor = item;
        } else {
            moves.push((item, next));
            before[anchor].push(item);
            moved[item] = true;
        }
        next = Some(item);
    }
    let mut order = Vec::with_capacity(size);
    for item in list.iter().copied().filter(|item| !moved[*item]) {
        order.extend(before[item].iter().rev());
        order.push(item);
    }
    order.extend(before[size].iter().rev());
    Some(Reordering { moves, order })
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
        /// Doing the moves one by one leads to the order that is promised: the wanted items as they
        /// are wanted, all others in their old order, and no move more than necessary.
        #[test]
        fn moves_lead_to_the_wanted_order(
            all in Just((0..9).collect::<Vec<usize>>()).prop_shuffle(),
            listed in 0..=9_usize,
            wanted in Just((0..9).collect::<Vec<usize>>()).prop_shuffle(),
            named in 0..=9_usize,
        ) {
            let (list, wanted) = (&all[..listed], &wanted[..named]);
            let mut page = list.to_vec();
            let Some(Reordering { moves, order }) = reordering(list, wanted, 9) else {
                let there: Vec<usize> =
                    page.into_iter().filter(|item| wanted.contains(item)).collect();
                prop_assert_eq!(there, wanted);
                return Ok(());
            };
            for (item, before) in &moves {
                page.retain(|other| other != item);
                let at = before.map_or(Some(page.len()), |before| {
                    page.iter().position(|other| *other == before)
                });
                prop_assert!(at.is_some(), "{before:?} is in its place before {item} goes there");
                page.insert(at.unwrap_or_default(), *item);
            }
            prop_assert_eq!(&page, &order);
            let is_wanted = |item: &&usize| wanted.contains(item);
            let there: Vec<usize> = page.iter().filter(is_wanted).copied().collect();
            prop_assert_eq!(there, wanted);
            let others = |items: &[usize]| -> Vec<usize> {
                items.iter().copied().filter(|item| !wanted.contains(item)).collect()
            };
            prop_assert_eq!(others(&page), others(list));
            let here = wanted.iter().filter_map(|item| list.iter().position(|other| other == item));
            prop_assert_eq!(moves.len(), wanted.len() - most(&here.collect::<Vec<_>>()));
        }

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
