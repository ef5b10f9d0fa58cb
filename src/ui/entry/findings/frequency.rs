//! How often a finding is found, as a bar.

use crate::catalogue::{Frequency, FrequencyClass};
use crate::sorted;
use crate::ui::element::table::bar::Part;

/// The parts of the bar: counts and shares are values, and a word is the range that it means.
pub(crate) fn parts(frequency: &[Frequency], absent: bool) -> Vec<Part> {
    if absent {
        return vec![Part::Absent];
    }
    if frequency.is_empty() {
        return vec![Part::Unknown];
    }
    let drawn = frequency.iter().map(|each| match *each {
        Frequency::Class(FrequencyClass::Obligate) => Part::Value(100.0),
        Frequency::Class(_) => {
            let (low, high) = Frequency::range(&[*each]).unwrap_or_default();
            Part::Range(low as f32, high as f32)
        }
        Frequency::Counted { found, examined } => {
            let share = 100.0 * f32::from(found) / f32::from(examined);
            let few = examined < Frequency::ENOUGH_EXAMINED;
            if few { Part::OfFew(share) } else { Part::Value(share) }
        }
        Frequency::PerMille(share) => Part::Value(f32::from(share) / 10.0),
    });
    let mut drawn: Vec<Part> = drawn.collect();
    // A value lies over a range, so it is drawn last.
    sorted::sort_by_key(&mut drawn, |part| matches!(part, Part::Value(_) | Part::OfFew(_)));
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;

    #[test]
    fn a_word_is_drawn_as_its_range_and_a_count_over_it() {
        let often = Frequency::Class(FrequencyClass::Frequent);
        let counted = Frequency::Counted { found: 3, examined: 4 };
        let drawn = [Part::Range(30.0, 79.0), Part::OfFew(75.0)];
        assert_eq!(parts(&[counted, often], false), drawn);
        let many = Frequency::Counted { found: 6, examined: 8 };
        assert_eq!(parts(&[many], false), [Part::Value(75.0)]);
        assert_eq!(parts(&[], false), [Part::Unknown]);
    }

    #[test]
    fn what_is_absent_is_never_drawn_as_present() {
        let catalogue = Catalogue::bundled();
        let all = catalogue.annotated_diseases().iter().flat_map(|it| catalogue.annotations(it));
        let mut absent = 0;
        for annotation in all {
            let drawn = parts(annotation.found.frequency, annotation.absent);
            assert_eq!(drawn == [Part::Absent], annotation.absent, "{annotation:?}");
            absent += usize::from(annotation.absent);
        }
        assert!(absent > 50, "{absent} findings were looked for and absent");
    }
}
