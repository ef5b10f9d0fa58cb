//! The evidence grade in a few words, with dots that show its strength.

use leptos::prelude::*;

use crate::catalogue::Grade;

/// The evidence grade.
#[component]
pub(crate) fn GradeBadge(
    /// The grade.
    grade: Grade,
) -> impl IntoView {
    view! {
        <span class="grade">
            {dots(grade)} <span class="vh">"Evidence: "</span> {grade.label()}
        </span>
    }
}

/// The strength alone, as dots. They only repeat what words beside them say.
pub(crate) fn dots(grade: Grade) -> impl IntoView {
    view! { <span class="dots" aria-hidden="true">{strength(grade)} " "</span> }
}

/// The strength of a grade as four dots.
pub(crate) const fn strength(grade: Grade) -> &'static str {
    match grade {
        Grade::SeveralReviews => "●●●●",
        Grade::OneReview => "●●●○",
        Grade::Cases => "●●○○",
        _ => "●○○○",
    }
}
