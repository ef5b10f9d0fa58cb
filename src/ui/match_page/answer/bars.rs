//! What speaks for a cause and against it, drawn as pieces of one bar.
//!
//! The table of the sum has the same numbers. Knows points, not what they are for.

use leptos::prelude::*;

use crate::differential::{Contribution, Points};

/// What all bars of one answer have in common, so they can be compared.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    /// The most points against a cause.
    against: f64,
    /// All points from the left end to the right.
    whole: f64,
}

/// The space between two pieces, in percent.
const GAP: f64 = 0.7;

impl Scale {
    /// The scale for these sums.
    pub(super) fn of(sums: &[Vec<Contribution>]) -> Self {
        let most = |side: fn(f64) -> f64| {
            let sums = sums.iter().map(|sum| sum.iter().map(|it| side(it.points.value())).sum());
            sums.fold(0.0, f64::max)
        };
        let against = most(|points| (-points).max(0.0));
        let whole = (against + most(|points| points.max(0.0))).max(1.0);
        Self { against, whole }
    }

    fn percent(self, points: f64) -> f64 {
        100.0 * points / self.whole
    }

    /// The bar for one sum. One shape for each side, because every answer draws dozens of bars.
    pub(super) fn bar(self, sum: &[Contribution]) -> impl IntoView + use<> {
        let zero = self.percent(self.against);
        let (mut right, mut left) = (zero, zero);
        let (mut above, mut below) = (String::new(), String::new());
        for it in sum.iter().filter(|it| it.points != Points::default()) {
            let width = self.percent(it.points.value().abs());
            let length = (width - GAP).max(width / 2.0);
            if it.points > Points::default() {
                above += &piece(right, length);
                right += width;
            } else {
                left -= width;
                below += &piece(left, length);
            }
        }
        drawn(above, below, zero)
    }

    /// The bar for one contribution.
    pub(super) fn single(self, points: Points) -> impl IntoView + use<> {
        let zero = self.percent(self.against);
        let width = self.percent(points.value().abs());
        if points < Points::default() {
            drawn(String::new(), piece(zero - width, width), zero)
        } else {
            drawn(piece(zero, width), String::new(), zero)
        }
    }
}

/// A bar with these pieces for and against, and the line between the two sides.
fn drawn(above: String, below: String, zero: f64) -> impl IntoView {
    let shape = |class: &'static str, pieces: String| {
        (!pieces.is_empty()).then(|| view! { <path class=class d=pieces></path> })
    };
    view! {
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            {shape("v", above)}
            {shape("neg", below)}
            <path class="q0" d=format!("M{zero:.1} 0V10")></path>
        </svg>
    }
}

/// A piece of a bar.
fn piece(from: f64, length: f64) -> String {
    format!("M{from:.1} 2h{length:.1}v6h-{length:.1}z")
}
