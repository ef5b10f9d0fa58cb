//! Where a jerk can start: a head in outline, each place a link to its causes.

use leptos::prelude::*;
use leptos::svg;

use crate::catalogue::{AxisId, Catalogue};
use crate::picture::{AxisCounts, on_axis};
use crate::ui::picture::filter::{causes, filtered};

/// The axis of places.
const AXIS: &str = "generator";

/// The outline of head and neck, from the side.
const OUTLINE: &str = "M92 326v-52c0-16-4-26-12-30l-26-1c-12-1-17-8-15-19l1-8\
    c-5-2-6-5-4-9-4-3-4-7-2-11-8 0-11-4-8-10 5-10 10-18 12-28 0-6-2-11-1-20\
    C42 80 84 34 146 34c66 0 104 44 104 96 0 38-24 56-28 84-3 22 4 34 20 44v68z";

/// The surface of the brain.
const CORTEX: &str = "M62 142\
    c-6-20 2-34 12-38 0-18 16-32 32-30 8-16 36-20 48-10 18-6 38 4 42 20 18 4 28 22 22 38 \
    8 16 0 32-16 34-6 10-24 12-34 4\
    H92c-14 2-28-6-30-18z";

/// Its folds.
const FOLDS: &str = "M84 130c10-4 14-12 10-24M112 150c-2-14 4-22 16-24M124 104\
    c2-14 10-20 22-22M160 116\
    c14 0 22-8 22-22M176 150c-2-12 6-20 18-22";

/// A place: its key on the axis, its name, and what is drawn for it.
type Place = (&'static str, &'static str, &'static [Shape]);

/// What is drawn: the class and the path.
type Shape = (&'static str, &'static str);

/// The places, from above. The lines of the names beside them are as far apart.
const PLACES: [Place; 5] = [
    ("cortical", "Cortex", &[("part part--on", CORTEX), ("lead-line", FOLDS)]),
    (
        "subcortical",
        "Deep brain",
        &[("part part--on", "M119 150a27 15 0 1 0 54 0a27 15 0 1 0-54 0z")],
    ),
    ("brainstem", "Brainstem", &[("part part--on", "M138 165h24l6 40c1 8-16 9-18 1z")]),
    (
        "spinal",
        "Spinal cord",
        &[("part part--on", "M152 212h16c2 30 12 60 12 114h-14c0-52-12-82-14-114z")],
    ),
    ("peripheral", "Nerve, root", &[("nerve", "M170 268c-20 2-34 12-46 34l-10 24")]),
];

/// The lines from the places to their names.
const LINES: &str = "M222 100h34M173 146h83M164 190h92M174 244h82M146 288l110 8";

/// The head with its places, and how many causes say where.
#[component]
pub(crate) fn Head() -> impl IntoView {
    let Some(axis) = AxisId::from_key(AXIS) else { return ().into_any() };
    let AxisCounts { values, recorded, all } = on_axis(Catalogue::bundled(), axis);
    let count = |key: &str| {
        let place = axis.value_from_key(key).map(|value| usize::from(value.0));
        place.and_then(|place| values.get(place).copied()).unwrap_or_default()
    };
    let href = |key: &str| filtered(axis.axis().address, key);
    let drawn = PLACES.map(|(key, _, shapes)| {
        let shapes = shapes.iter().map(|(class, path)| view! { <path class=*class d=*path /> });
        // Written out, because the macro takes a link for one of HTML, which draws nothing here.
        // The names beside the drawing are the links for the keyboard and for screen readers.
        svg::a().attr("href", href(key)).attr("tabindex", "-1").child(shapes.collect_view())
    });
    let named = PLACES.map(|(key, name, _)| {
        view! {
            <li>
                <a href=href(key)>
                    <b>{name}</b>
                    ": "
                    <span class="tiny soft">{causes(count(key))}</span>
                </a>
            </li>
        }
    });
    view! {
        <figure>
            <div class="places">
                <svg viewBox="0 0 256 330" aria-hidden="true">
                    <path class="part" d=OUTLINE />
                    {drawn.into_iter().collect_view()}
                    <ellipse class="part" cx="196" cy="180" rx="20" ry="15" />
                    <path class="lead-line" d=LINES />
                </svg>
                <ul role="list" aria-label="Where a jerk can start">
                    {named.into_iter().collect_view()}
                </ul>
            </div>
            <figcaption class="small soft">
                {recorded} " of " {all} " entries say where; it is not recorded for the other "
                {all - recorded} ". Choose a place to see its causes."
            </figcaption>
        </figure>
    }
    .into_any()
}
