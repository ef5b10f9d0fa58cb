//! Scores and what they consist of.
//!
//! Points are whole thousandths, so a sum does not depend on the order of its terms and is what a
//! reader gets who adds the printed numbers. Knows no formula.

use std::fmt;
use std::iter::Sum;
use std::ops::{AddAssign, Sub};

use crate::catalogue::{AxisId, ContextId, TermId};

/// A number of points, in thousandths. One point is one unit of the natural logarithm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(pub i32);

/// One term of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// What it is for.
    pub reason: Reason,
    /// How much it adds.
    pub points: Points,
}

/// What points are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A finding of the patient.
    Present(TermId),
    /// A finding that the patient does not have.
    Absent(TermId),
    /// How common the cause is among patients with jerks.
    Commonness,
    /// An exposure or situation of the patient.
    Told(ContextId),
    /// The medicine of this cause is among those taken, by its name.
    Taken,
    /// An exposure or situation without an answer.
    NotTold(ContextId),
    /// An exposure or situation that the patient does not have.
    Denied(ContextId),
    /// A finding says the same as an exposure or situation, and both together count once.
    CountedOnce(ContextId),
    /// A finding that defines the cause, and that the patient does not have.
    DefiningAbsent(TermId),
    /// The age.
    Age,
    /// What the jerks are like.
    Axis(AxisId),
}

impl Points {
    /// The nearest thousandth.
    pub(super) fn of(value: f64) -> Self {
        Self((value * 1000.0).round() as i32)
    }

    /// As a number.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

impl AddAssign for Points {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Points {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        Self(points.map(|each| each.0).sum())
    }
}

impl fmt::Display for Points {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "−" } else { "" };
        let size = self.0.unsigned_abs();
        write!(to, "{sign}{}.{:03}", size / 1000, size % 1000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_print_with_three_decimals() {
        for (points, printed) in [(3439, "3.439"), (-5, "−0.005"), (0, "0.000"), (-6750, "−6.750")]
        {
            assert_eq!(Points(points).to_string(), printed);
        }
        assert_eq!(Points::of(-0.0005001), Points(-1));
    }
}
