//! How often a feature is found, as the sources say it: patients counted, a class, a share.
//!
//! Knows no cause and no wording.

use crate::catalogue::id::TermId;
use crate::catalogue::vocabulary::FrequencyClass;

/// A feature found in patients with a cause.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FoundFeature {
    /// Which one.
    pub term: TermId,
    /// How often, among patients with this cause (not among patients with myoclonus): patients
    /// counted, shares stated with nobody counted, or both. Empty: the sources seen do not say.
    pub frequency: &'static [Frequency],
}

/// How often a feature is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// Counted: `found` of `examined` patients, with `found <= examined` and
    /// `examined > 0`.
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

/// A class of frequency, and a share, counts as so many patients.
const PATIENTS_OF_A_SHARE: f64 = 8.0;

impl Frequency {
    /// How many patients have it, of how many: those counted, or as many as a share counts for; of a
    /// class the middle of the range that it names.
    fn patients(self) -> (f64, f64) {
        let share = match self {
            Self::Counted { found, examined } => return (f64::from(found), f64::from(examined)),
            Self::Class(FrequencyClass::Obligate) => 1.0,
            Self::Class(FrequencyClass::VeryFrequent) => 0.895,
            Self::Class(FrequencyClass::Frequent) => 0.545,
            Self::Class(FrequencyClass::Occasional) => 0.17,
            Self::Class(FrequencyClass::VeryRare) => 0.025,
            Self::PerMille(share) => f64::from(share) / 1000.0,
        };
        (share * PATIENTS_OF_A_SHARE, PATIENTS_OF_A_SHARE)
    }

    /// The share of patients in percent, rounded.
    pub fn percent(self) -> u32 {
        let (found, examined) = self.patients();
        (100.0 * found / examined).round() as u32
    }

    /// The least and the greatest share of patients, in percent, that some frequencies allow; none where
    /// there is none. Of a class these are the ends of its range, of patients counted those of Wilson's
    /// interval (95%): of one patient little is sure.
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

    /// The share of patients, from 0 to 1, that some frequencies add up to; none where there is none.
    pub fn pooled(frequencies: &[Self]) -> Option<f64> {
        let add = |(found, examined): (f64, f64), each: &Self| {
            let (more, of) = each.patients();
            (found + more, examined + of)
        };
        let (found, examined) = frequencies.iter().fold((0.0, 0.0), add);
        (examined > 0.0).then_some(found / examined)
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
