//! When causes begin: a table of the times of life, with a bar for each.

use leptos::prelude::*;

use crate::catalogue::Catalogue;
use crate::facet::Facet;
use crate::ui::browser::location;
use crate::ui::context::explorer;
use crate::view::{Page, ViewState};

/// The table. A time of life leads to its list.
pub(super) fn ages() -> impl IntoView {
    let ages = explorer().facets().table(Facet::BEGINS);
    let all = Catalogue::bundled().cause_count();
    let recorded = ages.recorded.count();
    let most = ages.values.iter().map(|age| age.entries.count()).max().unwrap_or(0).max(1);
    let rows = ages.choices().zip(&ages.values).map(|(choice, age)| {
        let to = ViewState::at(Page::Causes).choosing(vec![choice]);
        let count = age.entries.count();
        let width = (1000 * count / most) as f32 / 10.0;
        view! {
            <tr>
                <th scope="row">
                    <a href=location::href(&to)>{age.label}</a>
                </th>
                <td class="draw">
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                        <rect class="v" x="0" y="2" width=width.to_string() height="6"></rect>
                    </svg>
                </td>
                <td class="n">{count}</td>
            </tr>
        }
    });
    view! {
        <section class="stack" aria-labelledby="ages">
            <h2 id="ages">"When it begins"</h2>
            <p class="soft small">
                {format!(
                    "{recorded} of {all} entries say so. One entry can stand in several rows. For \
                     {} it is not recorded, which is not “any age”.",
                    all - recorded,
                )}
            </p>
            <table class="plot">
                <thead class="vh">
                    <tr>
                        <th scope="col">"Age"</th>
                        <th scope="col">"Drawn"</th>
                        <th scope="col">"Entries"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
}
