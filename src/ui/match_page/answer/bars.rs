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

    /// The bar for one sum.
    pub(super) fn bar(self, sum: &[Contribution]) -> impl IntoView + use<> {
        let zero = self.percent(self.against);
        let (mut right, mut left) = (zero, zero);
        let pieces = sum.iter().filter(|it| it.points != Points::default()).map(|it| {
            let width = self.percent(it.points.value().abs());
            let (class, from) = if it.points > Points::default() {
                right += width;
                ("v", right - width)
            } else {
                left -= width;
                ("neg", left)
            };
            let drawn = (width - GAP).max(width / 2.0);
            rect(class, from, drawn)
        });
        let pieces = pieces.collect::<Vec<_>>();
        view! {
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                {pieces}
                {axis(zero)}
            </svg>
        }
    }

    /// The bar for one contribution.
    pub(super) fn single(self, points: Points) -> impl IntoView + use<> {
        let zero = self.percent(self.against);
        let width = self.percent(points.value().abs());
        let piece = if points < Points::default() {
            rect("neg", zero - width, width)
        } else {
            rect("v", zero, width)
        };
        view! {
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                {piece}
                {axis(zero)}
            </svg>
        }
    }
}

fn axis(at: f64) -> impl IntoView {
    view! { <path class="q0" d=format!("M{at:.1} 0V10")></path> }
}

fn rect(class: &'static str, from: f64, width: f64) -> AnyView {
    view! {
        <rect
            class=class
            x=format!("{from:.1}")
            y="2"
            width=format!("{width:.1}")
            height="6"
        ></rect>
    }
    .into_any()
}
