//! The rules that the grade of a cause and what to do about it say the same.
//!
//! Knows nothing of claims.

use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::vocabulary::UrgencyGrade;

/// The act of an emergency says that it is to be done now.
pub fn grade_fits_act(place: Place<'_>, faults: &mut Faults, grade: &str, act: &str) {
    let words: Vec<String> = act
        .split(|character: char| !character.is_alphabetic())
        .map(str::to_lowercase)
        .filter(|word| !word.is_empty())
        .collect();
    let is_now = words.iter().any(|word| word == "now")
        || words.windows(2).any(|pair| pair == ["at", "once"]);
    if grade == UrgencyGrade::Emergency.key() && !is_now {
        let remedy = "the act of an emergency says \"now\" or \"at once\"; or grade it \"soon\"";
        place.fault(faults, "urgency.act", act, remedy);
    }
}

/// The shared statement that leaves everything to the prescriber, as if there were time.
const REVIEW: &str = "drugs-review-with-prescriber";

/// Who manages an emergency is not sent to the prescriber alone.
pub fn grade_fits_management(place: Place<'_>, faults: &mut Faults, grade: &str, shared: &str) {
    if grade == UrgencyGrade::Emergency.key() && shared == REVIEW {
        let remedy = "an emergency needs more than a review by the prescriber: say what is done \
                      at once; or grade it \"soon\"";
        place.fault(faults, "management.shared", shared, remedy);
    }
}
