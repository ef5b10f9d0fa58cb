//! When causes begin, over a life: a table whose rows are times of life.

use leptos::prelude::*;

use crate::catalogue::{AxisId, Catalogue};
use crate::picture::{AgeCounts, ages, percent_of};
use crate::ui::picture::filter::causes;

/// The rows, and how many causes say when they begin.
#[component]
pub(crate) fn Ages() -> impl IntoView {
    let AgeCounts { ages, recorded, all } = ages(Catalogue::bundled());
    let largest = ages.iter().copied().max().unwrap_or_default();
    let rows = AxisId::AGE_GROUPS.axis().values.iter().zip(ages).map(|(age, count)| {
        view! {
            <tr>
                <th scope="row">{age.label}</th>
                <td class="draw">
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                        <rect
                            class="v"
                            x="0"
                            y="2"
                            width=percent_of(count, largest).to_string()
                            height="6"
                        />
                        <path class="g" d="M0 0V10" />
                    </svg>
                </td>
                <td class="n">{causes(count)}</td>
            </tr>
        }
    });
    view! {
        <table class="plot">
            <tbody>{rows.collect_view()}</tbody>
        </table>
        <p class="small soft">
            {recorded} " of " {all}
            " entries say when the jerks or the disease begin; many begin at several times of "
            "life. For the other " {all - recorded} " it is not recorded."
        </p>
    }
}
