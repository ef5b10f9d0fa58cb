//! How to read an entry, on the page about the explorer.

use leptos::prelude::*;

use crate::catalogue::Grade;
use crate::ui::element::grade_badge::GradeBadge;

/// The grades explained, from the strongest to the weakest.
const GRADES: [Grade; 4] =
    [Grade::SeveralReviews, Grade::OneReview, Grade::Cases, Grade::Annotation];

/// How to read an entry.
pub(crate) fn reading_guide() -> impl IntoView {
    let grades = GRADES.map(|grade| {
        view! {
            <dt>
                <GradeBadge grade />
            </dt>
            <dd>{grade.explanation()}</dd>
        }
    });
    view! {
        <section class="stack" aria-labelledby="reading-guide-heading">
            <h2 id="reading-guide-heading">"How to read an entry"</h2>
            <p>
                "Small raised numbers lead to the sources. What the sources do not mention is "
                "listed as " <em>"not recorded"</em>
                ". That does not mean no. Our own wording, without its own source, is marked "
                <span class="tag">"our wording"</span> "."
            </p>
            <p>
                "Some causes come from rare-disease data alone, and no one has curated them. If "
                "nothing else decides the order, they come after the others. A gene may be linked "
                "with a disease as its cause, a risk or a modifier. The data do not say which."
            </p>
            <h3>"The evidence for an entry"</h3>
            <dl class="facts">{grades}</dl>
            <p>
                "The grade says how much has been written about a cause, not how often it makes "
                "people jerk. Entries that rest on a product label or a single line say so."
            </p>
        </section>
    }
}
