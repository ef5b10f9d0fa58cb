//! How many entries say something, and how many say nothing.

use crate::catalogue::{AxisId, BodyPart, Catalogue};
use crate::entry::{AGES, begins};

/// How many causes have each value of an axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisCounts {
    /// For each value, in the order of the axis. A cause may have several.
    pub values: Vec<usize>,
    /// How many causes have any value.
    pub recorded: usize,
    /// How many causes there are, groups included.
    pub all: usize,
}

/// Counts the causes on an axis.
pub fn on_axis(catalogue: &Catalogue, axis: AxisId) -> AxisCounts {
    let mut values = vec![0; axis.axis().values.len()];
    let mut recorded = 0;
    for id in catalogue.cause_ids() {
        let own = catalogue.cause(id).axis(axis).values;
        own.iter().for_each(|value| values[usize::from(value.0)] += 1);
        recorded += usize::from(!own.is_empty());
    }
    AxisCounts { values, recorded, all: catalogue.cause_count() }
}

/// Counts the causes by the parts of the body that were seen to jerk.
pub fn parts(catalogue: &Catalogue) -> AxisCounts {
    let mut values = vec![0; BodyPart::ALL.len()];
    let mut recorded = 0;
    for id in catalogue.cause_ids() {
        let own = catalogue.cause(id).parts.values;
        own.iter().for_each(|part| values[part.index()] += 1);
        recorded += usize::from(!own.is_empty());
    }
    AxisCounts { values, recorded, all: catalogue.cause_count() }
}

/// How many causes begin in each time of life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgeCounts {
    /// For each time of life. A cause may begin in several.
    pub ages: [usize; AGES],
    /// How many causes say when they begin.
    pub recorded: usize,
    /// How many causes there are, groups included.
    pub all: usize,
}

/// Counts the causes by when they begin.
pub fn ages(catalogue: &Catalogue) -> AgeCounts {
    let mut counts = AgeCounts { ages: [0; AGES], recorded: 0, all: catalogue.cause_count() };
    for id in catalogue.cause_ids() {
        let Some(begins) = begins(catalogue, catalogue.cause(id)) else { continue };
        counts.recorded += 1;
        for (count, is_there) in counts.ages.iter_mut().zip(begins.ages) {
            *count += usize::from(is_there);
        }
    }
    counts
}
