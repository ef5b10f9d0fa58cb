//! Which parts jerk: five bodies, each a link to its causes.

use leptos::prelude::*;

use crate::catalogue::{AxisId, Catalogue};
use crate::picture::{AxisCounts, on_axis};
use crate::ui::picture::filter::{causes, filtered};

/// The axis of patterns.
const AXIS: &str = "distribution";

/// The limbs of the body: forearms and upper arms, then legs.
const LIMBS: [&str; 6] = [
    "M9 22 6 34",
    "M6 35 4.5 46",
    "M31 22l3 12",
    "M34 35l1.5 11",
    "M16.5 49 14 80",
    "M23.5 49 26 80",
];

/// What jerks in a pattern: its key, its name, in words, the head, the trunk, the limbs.
type Pattern = (&'static str, &'static str, &'static str, bool, bool, &'static [usize]);

const PATTERNS: [Pattern; 5] = [
    ("focal", "Focal", "one small area", false, false, &[3]),
    ("segmental", "Segmental", "neighbouring parts", false, false, &[2, 3]),
    ("multifocal", "Multifocal", "several parts, not together", true, false, &[1, 5]),
    ("generalised", "Generalised", "the whole body at once", true, true, &[0, 1, 2, 3, 4, 5]),
    ("axial", "Axial", "trunk and neck", false, true, &[]),
];

/// The bodies, and how many causes say which parts.
#[component]
pub(crate) fn Bodies() -> impl IntoView {
    let Some(axis) = AxisId::from_key(AXIS) else { return ().into_any() };
    let AxisCounts { values, recorded, all } = on_axis(Catalogue::bundled(), axis);
    let bodies = PATTERNS.map(|(key, name, words, head, trunk, hot)| {
        let place = axis.value_from_key(key).map(|value| usize::from(value.0));
        let count = place.and_then(|place| values.get(place).copied()).unwrap_or_default();
        let part = |is_hot| if is_hot { "part hot" } else { "part" };
        let limb = |at| if hot.contains(&at) { "limb hot" } else { "limb" };
        view! {
            <a href=filtered(axis.axis().address, key)>
                <svg viewBox="0 0 40 86" width="56" height="120" aria-hidden="true">
                    <circle class=part(head) cx="20" cy="9" r="6.5" />
                    <rect class=part(trunk) x="13.5" y="19" width="13" height="25" rx="5" />
                    <path class=limb(0) d=LIMBS[0] />
                    <path class=limb(1) d=LIMBS[1] />
                    <path class=limb(2) d=LIMBS[2] />
                    <path class=limb(3) d=LIMBS[3] />
                    <path class=limb(4) d=LIMBS[4] />
                    <path class=limb(5) d=LIMBS[5] />
                </svg>
                <b>{name}</b>
                " "
                <span class="small">{words}</span>
                " "
                <span class="tiny soft">{causes(count)}</span>
            </a>
        }
    });
    view! {
        <div class="men">{bodies.into_iter().collect_view()}</div>
        <p class="small soft">
            "Schematic. " {recorded} " of " {all}
            " entries say which parts; some say more than one. For the other " {all - recorded}
            " it is not recorded."
        </p>
    }
    .into_any()
}
