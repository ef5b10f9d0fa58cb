//! When a cause begins, on one scale from birth to old age.
//!
//! Knows the ages of curators and those of the rare-disease data, not how they are drawn.

use std::ops::RangeInclusive;

use crate::catalogue::{AXES, AxisId, Catalogue, Cause, TermId};
use crate::sorted;

/// How many times of life the scale has.
pub const AGES: usize = AXES[AxisId::AGE_GROUPS.index()].values.len();

/// When a cause begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begins {
    /// Whether it begins in each time of life, in the order of [`AxisId::AGE_GROUPS`].
    pub ages: [bool; AGES],
    /// The same in words, as the source has them.
    pub words: Vec<&'static str>,
    /// Whether the source says it of the disease, not of the jerks.
    pub of_disease: bool,
}

/// The times of life in which the onsets of the ontology fall: the number of the term, the first
/// and the last time. A narrower term falls within its wider one.
const ONSETS: [(u32, usize, usize); 10] = [
    // Before birth and at birth.
    (30_674, 0, 0),
    (3577, 0, 0),
    (3623, 0, 0),
    (3593, 1, 1),
    // From 1 to 5, and from 5 to 15 years.
    (11_463, 2, 2),
    (3621, 2, 3),
    // From 16 to 40, from 40 to 60, and later.
    (11_462, 4, 4),
    (3596, 5, 5),
    (3584, 6, 6),
    // Adult, without more.
    (3581, 4, 6),
];

/// When a cause begins; `None` if it is not recorded. What a curator recorded of the jerks comes
/// before what the rare-disease data say of the disease.
pub fn begins(catalogue: &Catalogue, cause: &'static Cause) -> Option<Begins> {
    let groups = cause.axis(AxisId::AGE_GROUPS).values;
    let mut ages = [false; AGES];
    if !groups.is_empty() {
        groups.iter().for_each(|group| ages[usize::from(group.0)] = true);
        let words = cause.on_axis(AxisId::AGE_GROUPS).map(|group| group.short).collect();
        return Some(Begins { ages, words, of_disease: false });
    }
    let mut onsets = Vec::new();
    for found in cause.annotated.iter().flat_map(|disease| disease.onset) {
        if let Some(times) = times_of_life(catalogue, found.term) {
            ages[times.clone()].fill(true);
            onsets.push(((*times.start(), *times.end()), catalogue.term(found.term).label));
        }
    }
    let words: Vec<_> = sorted::once(onsets).into_iter().map(|(_, label)| label).collect();
    (!words.is_empty()).then_some(Begins { ages, words, of_disease: true })
}

/// The times of life in which an onset of the ontology falls; `None` for other terms.
fn times_of_life(catalogue: &Catalogue, onset: TermId) -> Option<RangeInclusive<usize>> {
    let ontology = catalogue.ontology();
    let is_kind_of = |number: u32| {
        let wider = ontology.find(&format!("HP:{number:07}"));
        wider.is_some_and(|wider| ontology.is_kind_of(onset, wider))
    };
    let found = ONSETS.iter().find(|(number, ..)| is_kind_of(*number));
    found.map(|(_, first, last)| *first..=*last)
}
