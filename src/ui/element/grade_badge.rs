//! The evidence grade in a few words, with dots that show its strength.

use leptos::prelude::*;

use crate::catalogue::Grade;

/// The evidence grade.
#[component]
pub(crate) fn GradeBadge(
    /// The grade.
    grade: Grade,
) -> impl IntoView {
    // The dots only repeat what the words say.
    let level = match grade {
        Grade::SeveralReviews => "4",
        Grade::OneReview => "3",
        Grade::Cases => "2",
        _ => "1",
    };
    view! {
        <span class="grade-badge" data-level=level>
            <span class="visually-hidden">"Evidence: "</span>
            {grade.label()}
        </span>
    }
}
