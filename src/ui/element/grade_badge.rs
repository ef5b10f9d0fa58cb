//! The evidence grade in a few words, with a mark of its weakness for the eye.

use leptos::prelude::*;

use crate::catalogue::Grade;

/// The evidence grade.
#[component]
pub(crate) fn GradeBadge(
    /// The grade.
    grade: Grade,
) -> impl IntoView {
    // The dots repeat for the eye what the words say; they carry no meaning of their own.
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
