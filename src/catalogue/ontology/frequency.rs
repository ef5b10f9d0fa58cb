//! How often a feature is found, as the sources state it: a count of patients, a class, a share.
//!
//! Knows no cause and no wording.

use crate::catalogue::id::TermId;
use crate::catalogue::vocabulary::FrequencyClass;

/// A feature found in patients with a cause.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FoundFeature {
    /// Which one.
    pub term: TermId,
    /// How often, among patients with this cause (not among patients with myoclonus): counts,
    /// shares stated without a count, or both. Empty if the sources seen do not say.
    pub frequency: &'static [Frequency],
}

/// How often a feature is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// Counted: `found` of `examined` patients, with `found <= examined` and `examined > 0`.
    Counted {
        /// Patients with the feature.
        found: u16,
        /// Patients looked at.
        examined: u16,
    },
    /// A frequency class.
    Class(FrequencyClass),
    /// Tenths of a percent.
    PerMille(u16),
}

impl Frequency {
    /// How many patients must have been examined before a count says how often a finding is found.
    pub const ENOUGH_EXAMINED: u16 = 5;

    /// The share of patients in percent, rounded; for a class, the middle of its range.
    pub fn percent(self) -> u32 {
        self.in_percent().round() as u32
    }

    /// The share of patients in percent; for a class, the middle of its range.
    pub fn in_percent(self) -> f64 {
        match self {
            Self::Counted { found, examined } => 100.0 * f64::from(found) / f64::from(examined),
            Self::Class(FrequencyClass::Obligate) => 100.0,
            Self::Class(FrequencyClass::VeryFrequent) => 89.5,
            Self::Class(FrequencyClass::Frequent) => 54.5,
            Self::Class(FrequencyClass::Occasional) => 17.0,
            Self::Class(FrequencyClass::VeryRare) => 2.5,
            Self::PerMille(share) => f64::from(share) / 10.0,
        }
    }

    /// The lowest and the highest share of patients, in percent, that these frequencies allow;
    /// `None` if there are none. A class gives the ends of its range, a count the ends of Wilson's
    /// interval (95%), which is wide for few patients.
    pub fn range(frequencies: &[Self]) -> Option<(u32, u32)> {
        let ends = frequencies.iter().map(|each| match *each {
            Self::Class(FrequencyClass::Obligate) => (100, 100),
            Self::Class(FrequencyClass::VeryFrequent) => (80, 99),
            Self::Class(FrequencyClass::Frequent) => (30, 79),
            Self::Class(FrequencyClass::Occasional) => (5, 29),
            Self::Class(FrequencyClass::VeryRare) => (1, 4),
            Self::PerMille(_) => (each.percent(), each.percent()),
            Self::Counted { found, examined } => wilson(f64::from(found), f64::from(examined)),
        });
        ends.reduce(|(least, most), (low, high)| (least.min(low), most.max(high)))
    }

    /// How many patients were examined, if these frequencies are counts and nothing else.
    pub fn examined(frequencies: &[Self]) -> Option<u16> {
        let counted = |each: &Self| match *each {
            Self::Counted { examined, .. } => Some(examined),
            Self::Class(_) | Self::PerMille(_) => None,
        };
        frequencies.iter().map(counted).sum()
    }

    /// Whether these frequencies say that no patient has the feature: there is at least one, and
    /// each is zero.
    pub(super) fn all_zero(frequencies: &[Self]) -> bool {
        let zero = |each: &Self| matches!(each, Self::Counted { found: 0, .. } | Self::PerMille(0));
        !frequencies.is_empty() && frequencies.iter().all(zero)
    }
}

/// Wilson's interval (95%) for `found` of `examined` patients, in percent.
fn wilson(found: f64, examined: f64) -> (u32, u32) {
    const Z: f64 = 1.96;
    let share = found / examined;
    let square = Z * Z / examined;
    let middle = share + square / 2.0;
    let half = Z * (share * (1.0 - share) / examined + square / (4.0 * examined)).sqrt();
    let percent = |value: f64| (100.0 * value / (1.0 + square)).round().clamp(0.0, 100.0) as u32;
    (percent(middle - half), percent(middle + half))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE_OF_FOUR: Frequency = Frequency::Counted { found: 0, examined: 4 };

    #[test]
    fn a_feature_is_absent_only_if_every_frequency_is_zero() {
        for absent in [&[NONE_OF_FOUR][..], &[Frequency::PerMille(0)]] {
            assert!(Frequency::all_zero(absent), "{absent:?}");
        }
        assert!(Frequency::all_zero(&[NONE_OF_FOUR, Frequency::PerMille(0)]));
        let very_rare = Frequency::Class(FrequencyClass::VeryRare);
        let one_of_four = Frequency::Counted { found: 1, examined: 4 };
        for present in [&[][..], &[very_rare], &[NONE_OF_FOUR, very_rare], &[one_of_four]] {
            assert!(!Frequency::all_zero(present), "{present:?}");
        }
        assert!(!Frequency::all_zero(&[Frequency::PerMille(1)]));
    }

    #[test]
    fn a_share_is_rounded_to_whole_percent() {
        for (frequency, percent) in [
            (Frequency::Counted { found: 3, examined: 7 }, 43),
            (Frequency::PerMille(763), 76),
            (Frequency::PerMille(145), 15),
            (Frequency::Class(FrequencyClass::Occasional), 17),
        ] {
            assert_eq!(frequency.percent(), percent, "{frequency:?}");
        }
    }
}
