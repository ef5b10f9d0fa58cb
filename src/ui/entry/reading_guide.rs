//! How to read an entry: shown while none is open.

use leptos::prelude::*;

use crate::catalogue::Grade;
use crate::ui::element::grade_badge::GradeBadge;

/// The grades explained, from the strongest to the weakest.
const GRADES: [Grade; 4] =
    [Grade::SeveralReviews, Grade::OneReview, Grade::Cases, Grade::Annotation];

/// How to read an entry.
#[component]
pub(crate) fn ReadingGuide() -> impl IntoView {
    let grades = GRADES.map(|grade| {
        view! {
            <dt>
                <GradeBadge grade />
            </dt>
            <dd>{grade.explanation()}</dd>
        }
    });
    view! {
        <section class="reading-guide" aria-labelledby="reading-guide-heading">
            <h2 id="reading-guide-heading">"How to read an entry"</h2>
            <p>"Open a cause to read it here."</p>
            <p>
                "Small raised numbers lead to the sources. What no source says stands under "
                <em>"not recorded"</em>
                "; it does not mean no. Wording that is ours and not tied to a source of its own is marked "
                <span class="mark-editorial">"editorial"</span> "."
            </p>
            <p>
                "Causes that only rare-disease data name, which nobody has curated, come after the others "
                "where nothing else decides. Genes are linked with a disease as its cause, a risk or a "
                "modifier; the data do not say which."
            </p>
            <h3>"What stands behind an entry"</h3>
            <dl class="reading-guide__grades">{grades}</dl>
            <p>
                "The grade says how much was written about a cause, not how often it makes people "
                "jerk. Entries that rest on a product label or a single line say so."
            </p>
        </section>
    }
}
