//! What else is found in patients with a cause, and how often.

use leptos::prelude::*;

use super::citation::{citations, details};
use crate::catalogue::{Catalogue, FoundFeature, Frequency, Recorded, References};

/// The features of an entry; nothing where none is recorded.
pub(crate) fn feature_list(
    features: &'static Recorded<FoundFeature>,
    references: &References,
) -> impl IntoView + use<> {
    features.is_recorded().then(|| {
        let rows = features.values.iter().map(row).collect_view();
        view! {
            <section aria-labelledby="features-heading">
                <h2 id="features-heading">"What else is found"</h2>
                <p class="entry__remark">
                    "How often, among patients with this cause; not among all people who jerk. "
                    {citations(references, features.claims)}
                </p>
                <ul class="feature-list">{rows}</ul>
                {details(references, features.claims)}
            </section>
        }
    })
}

fn row(found: &'static FoundFeature) -> impl IntoView {
    let feature = Catalogue::embedded().feature(found.feature);
    let frequency = found.frequency.map_or_else(|| "how often: not recorded".to_owned(), in_words);
    view! {
        <li class="feature-list__row">
            <span class="feature-list__label" title=feature.hpo>{feature.label}</span>
            <span class="feature-list__frequency" data-recorded=found.frequency.is_some().to_string()>
                {frequency}
            </span>
        </li>
    }
}

/// A frequency for a reader; a count also as a percentage, since a class is one.
fn in_words(frequency: Frequency) -> String {
    match frequency {
        Frequency::Class(class) => class.label().to_owned(),
        Frequency::Counted { found, examined } => {
            let percent = (u32::from(found) * 100 + u32::from(examined) / 2) / u32::from(examined);
            format!("{found} of {examined} patients ({percent}%)")
        }
    }
}
