//! Where a jerk can start: a head in outline, each place a link to its causes.

use leptos::prelude::*;

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

/// The head with its places, and how many causes say where.
#[component]
pub(crate) fn Head() -> impl IntoView {
    let Some(axis) = AxisId::from_key(AXIS) else { return ().into_any() };
    let AxisCounts { values, recorded, all } = on_axis(Catalogue::bundled(), axis);
    let count = move |key: &str| {
        let place = axis.value_from_key(key).map(|value| usize::from(value.0));
        place.and_then(|place| values.get(place).copied()).unwrap_or_default()
    };
    let href = |key: &str| filtered(axis.axis().address, key);
    let zone = |key: &str, name: &str| (href(key), format!("{name}: {}", causes(count(key))));
    let [cortex, deep, stem, cord, nerve] = [
        zone("cortical", "Cortex"),
        zone("subcortical", "Deep brain"),
        zone("brainstem", "Brainstem"),
        zone("spinal", "Spinal cord"),
        zone("peripheral", "Nerve, plexus or root"),
    ];
    let counted = ["cortical", "subcortical", "brainstem", "spinal", "peripheral"].map(count);
    let [cortical, subcortical, brainstem, spinal, peripheral] = counted.map(causes);
    view! {
        <figure>
            <svg viewBox="0 0 360 330" role="group" aria-label="Where a jerk can start">
                <path
                    class="part"
                    d=OUTLINE
                />
                <a href=cortex.0 aria-label=cortex.1>
                    <path
                        class="part part--on"
                        d=CORTEX
                    />
                    <path
                        class="lead-line"
                        d=FOLDS
                    />
                </a>
                <a href=deep.0 aria-label=deep.1>
                    <ellipse class="part part--on" cx="146" cy="150" rx="27" ry="15" />
                </a>
                <ellipse class="part" cx="196" cy="180" rx="20" ry="15" />
                <a href=stem.0 aria-label=stem.1>
                    <path class="part part--on" d="M138 165h24l6 40c1 8-16 9-18 1z" />
                </a>
                <a href=cord.0 aria-label=cord.1>
                    <path
                        class="part part--on"
                        d="M152 212h16c2 30 12 60 12 114h-14c0-52-12-82-14-114z"
                    />
                </a>
                <a href=nerve.0 aria-label=nerve.1>
                    <path class="nerve" d="M170 268c-20 2-34 12-46 34l-10 24" />
                </a>
                <g aria-hidden="true">
                    <path
                        class="lead-line"
                        d="M222 100h30M173 146h79M164 190h88M174 244h78M146 288l106 8"
                    />
                    <text class="tx" x="258" y="100">"Cortex"</text>
                    <text class="tn" x="258" y="116">{cortical}</text>
                    <text class="tx" x="258" y="146">"Deep brain"</text>
                    <text class="tn" x="258" y="162">{subcortical}</text>
                    <text class="tx" x="258" y="192">"Brainstem"</text>
                    <text class="tn" x="258" y="208">{brainstem}</text>
                    <text class="tx" x="258" y="244">"Spinal cord"</text>
                    <text class="tn" x="258" y="260">{spinal}</text>
                    <text class="tx" x="258" y="296">"Nerve, root"</text>
                    <text class="tn" x="258" y="312">{peripheral}</text>
                </g>
            </svg>
            <figcaption>
                {recorded} " of " {all} " entries say where; it is not recorded for the other "
                {all - recorded} ". Choose a place to see its causes."
            </figcaption>
        </figure>
    }
    .into_any()
}
