//! The drawn column of a table: a share of people as a bar from none to all, and things counted as
//! squares.
//!
//! The words in the same row say the same, so a drawing is hidden from screen readers. Knows
//! numbers, not what they are of.

use leptos::prelude::*;

/// One part of a bar, in percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Part {
    /// A measured share.
    Value(f32),
    /// A share of very few people: a thin bar, because it says little.
    OfFew(f32),
    /// The range that a word means.
    Range(f32, f32),
    /// A share that is not recorded.
    Unknown,
    /// Looked for, and found in no one.
    Absent,
}

/// A bar with lines at each quarter.
pub(crate) fn bar(parts: &[Part]) -> impl IntoView + use<> {
    let drawn = parts.iter().map(|part| match *part {
        Part::Value(share) => rect("v", THICK, 0.0, share),
        Part::OfFew(share) => rect("v", THIN, 0.0, share),
        Part::Range(low, high) => rect("r", THICK, low, high - low),
        Part::Unknown => view! { <path class="g" d="M0 5H100"></path> }.into_any(),
        Part::Absent => rect("g", THICK, 0.0, 100.0),
    });
    view! {
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <path class="g" d="M0 0V10M25 0V10M50 0V10M75 0V10"></path>
            {drawn.collect_view()}
        </svg>
    }
}

/// Where a bar begins and how high it is.
const THICK: (&str, &str) = ("2", "6");
const THIN: (&str, &str) = ("4", "2");

fn rect(
    class: &'static str,
    (y, height): (&'static str, &'static str),
    from: f32,
    width: f32,
) -> AnyView {
    view! {
        <rect class=class x=from.to_string() y=y width=width.to_string() height=height></rect>
    }
    .into_any()
}

/// The head of the drawn column.
pub(crate) fn axis() -> impl IntoView {
    view! {
        <p class="axis" aria-hidden="true">
            <span>"0"</span>
            <span>"50%"</span>
            <span>"100%"</span>
        </p>
        <span class="vh">"drawn"</span>
    }
}

/// A square for each of some things.
pub(crate) fn squares(count: usize) -> impl IntoView {
    const STEP: usize = 14;
    // At least as wide as a dozen, so squares of different rows have one size.
    let view_box = format!("0 0 {} 10", STEP * count.max(12));
    let path: String = (0..count).map(|at| format!("M{} 0h10v10h-10z", STEP * at)).collect();
    view! {
        <svg viewBox=view_box preserveAspectRatio="xMinYMid meet" aria-hidden="true">
            <path class="v" d=path></path>
        </svg>
    }
}
