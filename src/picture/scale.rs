//! Scales: milliseconds on a scale of equal ratios, and shares of a whole.

use crate::catalogue::{Measured, Timing};

/// The ends of the scale, in milliseconds.
const FIRST: f32 = 10.0;
const LAST: f32 = 1000.0;

/// A length on the scale, in percent of its width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Where it begins.
    pub from: f32,
    /// Where it ends.
    pub to: f32,
    /// Whether the source gives no lower limit; `from` is then the end of the scale.
    pub open_below: bool,
    /// Whether the source gives no upper limit; `to` is then the end of the scale.
    pub open_above: bool,
}

/// The bar of a length; `None` for a rate, which has another scale.
pub fn bar(timing: &Timing) -> Option<Bar> {
    (timing.measured != Measured::Rate).then(|| Bar {
        from: timing.low.map_or(0.0, place),
        to: timing.high.map_or(100.0, place),
        open_below: timing.low.is_none(),
        open_above: timing.high.is_none(),
    })
}

/// The place of a length on the scale, in percent. What lies beyond an end is drawn at the end.
fn place(milliseconds: f32) -> f32 {
    let share = (milliseconds / FIRST).ln() / (LAST / FIRST).ln();
    (share.clamp(0.0, 1.0) * 1000.0).round() / 10.0
}

/// A share of the largest, in percent; 0 if there is nothing.
pub fn percent_of(count: usize, largest: usize) -> f32 {
    (count * 1000).checked_div(largest).map_or(0.0, |share| share as f32 / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timing(low: Option<f32>, high: Option<f32>) -> Timing {
        Timing { measured: Measured::Burst, low, high, measure: None, words: "", claims: &[] }
    }

    #[test]
    fn equal_ratios_are_equally_far_apart() {
        let bar = |low, high| bar(&timing(Some(low), Some(high))).expect("a length has a bar");
        assert_eq!((bar(10.0, 100.0).from, bar(10.0, 100.0).to), (0.0, 50.0));
        assert_eq!((bar(100.0, 1000.0).from, bar(100.0, 1000.0).to), (50.0, 100.0));
        assert_eq!(bar(1.0, 5000.0).from, 0.0, "what lies below the scale is at its end");
        assert_eq!(bar(1.0, 5000.0).to, 100.0);
    }

    #[test]
    fn a_missing_limit_is_open_and_never_a_value() {
        let below = bar(&timing(None, Some(100.0))).expect("a length has a bar");
        assert!(below.open_below && !below.open_above);
        let above = bar(&timing(Some(70.0), None)).expect("a length has a bar");
        assert!(above.open_above && !above.open_below);
    }

    #[test]
    fn a_rate_is_on_no_scale_of_lengths() {
        let rate = Timing { measured: Measured::Rate, ..timing(Some(3.0), Some(5.0)) };
        assert_eq!(bar(&rate), None);
    }

    #[test]
    fn nothing_is_a_bar_without_length() {
        assert_eq!(percent_of(0, 0), 0.0);
        assert_eq!(percent_of(3, 4), 75.0);
    }
}
