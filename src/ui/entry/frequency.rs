//! How often a feature is found, as words and as a bar.

use leptos::prelude::*;

use crate::catalogue::Frequency;

/// From so many patients on a percentage says more than it pretends.
const MANY: u16 = 10;

/// A frequency for a reader; a count of many patients also as a percentage, since a class is one.
pub(crate) fn in_words(frequency: &[Frequency]) -> String {
    if frequency.is_empty() {
        return "not recorded how often".to_owned();
    }
    let words = frequency.iter().map(|each| match each {
        Frequency::Class(class) => class.label().to_owned(),
        Frequency::PerMille(share) => {
            let (whole, tenth) = (share / 10, share % 10);
            if tenth == 0 { format!("{whole}%") } else { format!("{whole}.{tenth}%") }
        }
        Frequency::Counted { found, examined: 1 } => format!("{found} of 1 patient"),
        Frequency::Counted { found, examined } if *examined < MANY => {
            format!("{found} of {examined} patients")
        }
        Frequency::Counted { found, examined } => {
            let percent = each.percent();
            format!("{found} of {examined} patients ({percent}%)")
        }
    });
    words.collect::<Vec<_>>().join("; ")
}

/// A bar from nobody to everybody; what is sure is full, and what may be is pale. The words beside it say
/// the same, so that it is no more than a picture.
pub(crate) fn bar(frequency: &[Frequency]) -> impl IntoView + use<> {
    let (sure, most) = Frequency::range(frequency)?;
    Some(view! {
        <svg
            class="frequency-bar"
            viewBox="0 0 100 6"
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            <rect class="frequency-bar__all" width="100" height="6"></rect>
            <rect class="frequency-bar__most" width=most.to_string() height="6"></rect>
            <rect class="frequency-bar__sure" width=sure.to_string() height="6"></rect>
        </svg>
    })
}
