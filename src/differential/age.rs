//! Ages and the groups of life that the catalogue distinguishes.
//!
//! Knows no cause.

use crate::catalogue::{AxisId, AxisValueId};
use crate::text;

/// An age: in days, or no more exact than a group of life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Age {
    /// Days since birth.
    Days(u32),
    /// Before birth.
    BeforeBirth,
    /// Some time in this group of life.
    Group(AgeGroup),
}

/// A group of life, by its position among the values of the axis `age_groups`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgeGroup(u8);

/// The days of a year here. Leap days make no difference to a group of life.
const YEAR: u32 = 365;

/// The first day after each group; the last group has no end.
const ENDS: [u32; 6] = [28, YEAR, 12 * YEAR, 18 * YEAR, 30 * YEAR, 60 * YEAR];

/// The onsets of the Human Phenotype Ontology by number, each with its group.
const ONSETS: [(u32, u8); 19] = [
    (30_674, 0),
    (11_460, 0),
    (11_461, 0),
    (34_199, 0),
    (34_198, 0),
    (34_197, 0),
    (3577, 0),
    (3623, 0),
    (3593, 1),
    (11_463, 2),
    (3621, 3),
    (11_462, 4),
    (25_708, 4),
    (25_709, 4),
    (25_710, 4),
    (3581, 5),
    (3596, 5),
    (3584, 6),
    (410_280, 2),
];

impl Age {
    /// An age in whole years.
    pub const fn years(years: u16) -> Self {
        Self::Days(years as u32 * YEAR)
    }

    /// An age in years, months, weeks and days, which may have fractions. An age that no patient
    /// has is `None`.
    pub fn new(years: f64, months: f64, weeks: f64, days: f64) -> Option<Self> {
        let year = f64::from(YEAR);
        let days = years * year + months * year / 12.0 + weeks * 7.0 + days;
        // A month is no whole number of days; twelve are a year nevertheless.
        let days = (days + 1e-6).floor();
        (0.0..=150.0 * year).contains(&days).then_some(Self::Days(days as u32))
    }

    /// An age as ISO 8601 writes a duration, such as `P3Y6M` or `P12D`. What is shorter than a day
    /// is left out.
    pub fn from_iso8601(text: &str) -> Option<Self> {
        let (date, time) = text.strip_prefix('P')?.split_once('T').unwrap_or((&text[1..], ""));
        let is_time = |letter: char| letter.is_ascii_digit() || ".,HMS".contains(letter);
        if date.is_empty() && time.is_empty() || !time.chars().all(is_time) {
            return None;
        }
        let mut parts = [0.0; 4];
        let mut next = 0;
        let mut left = date;
        while !left.is_empty() {
            let end = left.find(|letter: char| !(letter.is_ascii_digit() || ".,".contains(letter)));
            let (number, rest) = left.split_at(end?);
            let unit = ["Y", "M", "W", "D"].iter().position(|unit| rest.starts_with(unit))?;
            if unit < next {
                return None;
            }
            next = unit + 1;
            parts[unit] = number.replace(',', ".").parse().ok()?;
            left = &rest[1..];
        }
        let [years, months, weeks, days] = parts;
        Self::new(years, months, weeks, days)
    }

    /// An age as people write it, such as `72`, `6 months`, `2 years 6 months`, `nine days old`,
    /// `child` or `before birth`. Without a unit it is in years. A length of time, such as
    /// `3 days ago`, is no age.
    pub fn from_words(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if text == "before birth" || text == "prenatal" {
            return Some(Self::BeforeBirth);
        }
        let group = AgeGroup::from_key(&text).or_else(|| AgeGroup::from_label(&text));
        if let Some(group) = group {
            return Some(Self::Group(group));
        }
        let mut parts = [0.0; 4];
        let mut next = 0;
        let mut left = text.as_str();
        while let Some((number, rest)) = leading_number(left) {
            let rest = rest.trim_start_matches([' ', '-', '\u{a0}']);
            let end = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            let unit = UNITS.iter().position(|units| units.contains(&word)).filter(|_| end > 0);
            let is_bare = unit.is_none() && next == 0 && (word.is_empty() || word == "old");
            let unit = if is_bare { 0 } else { unit? };
            if unit < next {
                return None;
            }
            (parts[unit], next) = (number, unit + 1);
            left = if is_bare { rest } else { after };
            left = left.trim_start_matches([' ', '-', ',', '.', '/', '\u{a0}']);
            left = left.strip_prefix("and ").unwrap_or(left);
        }
        let [years, months, weeks, days] = parts;
        let is_age = next > 0 && matches!(left, "" | "old" | "o" | "of age");
        if is_age { Self::new(years, months, weeks, days) } else { None }
    }

    /// The age in months, if [`Age::new`] makes it of a whole number of them.
    pub fn in_months(self) -> Option<u32> {
        let Self::Days(days) = self else { return None };
        let months = (days + 1) * 12 / YEAR;
        (months * YEAR / 12 == days).then_some(months)
    }

    /// The age as ISO 8601 writes a duration. Ages in groups have none, and are written as `P0D`.
    pub fn to_iso8601(self) -> String {
        match self {
            Self::Days(days) if days >= YEAR && days % YEAR == 0 => format!("P{}Y", days / YEAR),
            Self::Days(days) if days >= YEAR => format!("P{}Y{}D", days / YEAR, days % YEAR),
            Self::Days(days) => format!("P{days}D"),
            Self::BeforeBirth | Self::Group(_) => "P0D".to_owned(),
        }
    }

    /// The age that an onset of the ontology means, by its number.
    pub fn of_onset(number: u32) -> Option<Self> {
        const BEFORE_BIRTH: [u32; 6] = [30_674, 11_460, 11_461, 34_199, 34_198, 34_197];
        if BEFORE_BIRTH.contains(&number) {
            return Some(Self::BeforeBirth);
        }
        AgeGroup::of_onset(number).map(Self::Group)
    }

    /// The number of the widest onset of the ontology in the same group of life.
    pub fn onset_number(self) -> u32 {
        const ONSETS: [u32; 7] = [3623, 3593, 11_463, 3621, 11_462, 3581, 3584];
        match self {
            Self::BeforeBirth => 30_674,
            other => ONSETS[usize::from(other.group().index())],
        }
    }

    /// The group of life.
    pub fn group(self) -> AgeGroup {
        match self {
            Self::BeforeBirth => AgeGroup(0),
            Self::Group(group) => group,
            Self::Days(days) => {
                let before = ENDS.iter().filter(|end| days >= **end).count();
                AgeGroup(before as u8)
            }
        }
    }
}

/// The units of an age as people write them: years, months, weeks, days.
const UNITS: [&[&str]; 4] = [
    &["y", "yr", "yrs", "yo", "year", "years"],
    &["m", "mo", "mos", "mth", "mths", "month", "months"],
    &["w", "wk", "wks", "week", "weeks"],
    &["d", "day", "days"],
];

/// The number that a text begins with, in digits or in a word, and what follows it.
fn leading_number(text: &str) -> Option<(f64, &str)> {
    let end = text.find(|letter: char| !(letter.is_ascii_digit() || ".,".contains(letter)));
    let (digits, rest) = text.split_at(end.unwrap_or(text.len()));
    if !digits.is_empty() {
        let digits = digits.trim_end_matches([',', '.']);
        return Some((digits.replace(',', ".").parse().ok()?, rest));
    }
    let end = text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    Some((f64::from(text::number(word)?), rest))
}

impl AgeGroup {
    /// The axis of the groups of life.
    pub fn axis() -> Option<AxisId> {
        AxisId::from_key("age_groups")
    }

    /// The group with this position on the axis.
    pub fn of_value(value: AxisValueId) -> Self {
        Self(value.0)
    }

    /// The group of a word of the axis, such as `child`.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::axis()?.value_from_key(key).map(Self::of_value)
    }

    /// The group of a label of the axis, such as `newborn`.
    fn from_label(label: &str) -> Option<Self> {
        let axis = Self::axis()?;
        axis.values().find(|value| axis.value(*value).short == label).map(Self::of_value)
    }

    /// The group of an onset of the ontology, by its number.
    pub fn of_onset(number: u32) -> Option<Self> {
        ONSETS.iter().find(|(onset, _)| *onset == number).map(|(_, group)| Self(*group))
    }

    /// Its word on the axis, such as `older adult`.
    pub fn key(self) -> &'static str {
        Self::axis().map_or("", |axis| axis.value(AxisValueId(self.0)).key)
    }

    /// Its position, from birth on.
    pub const fn index(self) -> u8 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_fall_into_the_groups_of_the_axis() {
        let group = |age: Option<Age>| age.map(|age| age.group().index());
        for (age, expected) in [
            (Age::new(0.0, 0.0, 0.0, 27.0), 0),
            (Age::new(0.0, 0.0, 4.0, 0.0), 1),
            (Age::new(0.0, 1.0, 0.0, 0.0), 1),
            (Age::new(0.0, 11.0, 0.0, 0.0), 1),
            (Age::new(0.0, 12.0, 0.0, 0.0), 2),
            (Age::new(11.9, 0.0, 0.0, 0.0), 2),
            (Age::new(12.0, 0.0, 0.0, 0.0), 3),
            (Age::new(29.0, 0.0, 0.0, 0.0), 4),
            (Some(Age::years(30)), 5),
            (Some(Age::years(60)), 6),
            (Some(Age::BeforeBirth), 0),
        ] {
            assert_eq!(group(age), Some(expected), "{age:?}");
        }
        let axis = AgeGroup::axis().expect("the catalogue has groups of life");
        assert_eq!(axis.axis().values.len(), ENDS.len() + 1);
        assert_eq!(AgeGroup::from_key("older adult").map(AgeGroup::index), Some(6));
    }

    #[test]
    fn ages_are_read_as_iso_8601_writes_them() {
        let days = |text: &str| match Age::from_iso8601(text) {
            Some(Age::Days(days)) => Some(days),
            _ => None,
        };
        for (text, expected) in [
            ("P3Y6M", Some(3 * 365 + 182)),
            ("P12M", Some(365)),
            ("P2W", Some(14)),
            ("P0D", Some(0)),
            ("P1DT12H", Some(1)),
            ("PT5H", Some(0)),
            ("P0.5Y", Some(182)),
            ("P", None),
            ("", None),
            ("3Y", None),
            ("P3", None),
            ("PY", None),
            ("P6M3Y", None),
            ("P3Y3Y", None),
            ("P-3Y", None),
            ("P3Yé", None),
            ("P1DTé", None),
            ("P999Y", None),
            ("P1.2.3Y", None),
        ] {
            assert_eq!(days(text), expected, "{text:?}");
        }
    }

    #[test]
    fn ages_are_read_as_people_write_them() {
        for (text, expected) in [
            ("72", Age::new(72.0, 0.0, 0.0, 0.0)),
            (" 72 years old ", Age::new(72.0, 0.0, 0.0, 0.0)),
            ("72-year-old", Age::new(72.0, 0.0, 0.0, 0.0)),
            ("1.5 y", Age::new(1.5, 0.0, 0.0, 0.0)),
            ("1,5y", Age::new(1.5, 0.0, 0.0, 0.0)),
            ("6 months", Age::new(0.0, 6.0, 0.0, 0.0)),
            ("2 years 6 months", Age::new(2.0, 6.0, 0.0, 0.0)),
            ("2 years and 6 months", Age::new(2.0, 6.0, 0.0, 0.0)),
            ("2y6m", Age::new(2.0, 6.0, 0.0, 0.0)),
            ("72 y/o", Age::new(72.0, 0.0, 0.0, 0.0)),
            ("72 old", Age::new(72.0, 0.0, 0.0, 0.0)),
            ("nine days old", Age::new(0.0, 0.0, 0.0, 9.0)),
            ("ten months", Age::new(0.0, 10.0, 0.0, 0.0)),
            ("3 days ago", None),
            ("10 years of lithium", None),
            ("6 months 2 years", None),
            ("6 2", None),
            ("3w", Age::new(0.0, 0.0, 3.0, 0.0)),
            ("10 days", Age::new(0.0, 0.0, 0.0, 10.0)),
            ("Newborn", AgeGroup::from_key("neonate").map(Age::Group)),
            ("older adult", AgeGroup::from_key("older adult").map(Age::Group)),
            ("before birth", Some(Age::BeforeBirth)),
            ("", None),
            ("old", None),
            ("-3", None),
            ("999", None),
            ("5 parsecs", None),
            ("1.2.3", None),
        ] {
            assert_eq!(Age::from_words(text), expected, "{text:?}");
        }
    }

    #[test]
    fn an_age_that_no_patient_has_is_refused() {
        for years in [-1.0, 151.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Age::new(years, 0.0, 0.0, 0.0), None, "{years}");
        }
    }
}
