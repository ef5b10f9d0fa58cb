//! The other entries that name this one: every relation from its other end.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::catalogue::Link;
use crate::ui::context::relations;
use crate::ui::element::link::named;
use crate::ui::wording;

/// The entries that name these, grouped by the kind of relation.
pub(crate) fn related(entries: &[Link]) -> impl IntoView + use<> {
    let mut by_words: BTreeMap<String, Vec<Link>> = BTreeMap::new();
    for relation in entries.iter().flat_map(|entry| relations().to(*entry)) {
        let list =
            by_words.entry(wording::entry::relation(relation.from, relation.says)).or_default();
        if !list.contains(&relation.from) {
            list.push(relation.from);
        }
    }
    let groups = by_words
        .into_iter()
        .map(|(words, from)| {
            view! {
                <div class="fact">
                    <dt class="fact__name">{words}</dt>
                    <dd class="fact__value">
                        {named(from)}
                    </dd>
                </div>
            }
        })
        .collect_view();
    (!groups.is_empty()).then(|| {
        view! {
            <section aria-labelledby="related-heading">
                <h2 id="related-heading">"Mentioned in other entries"</h2>
                <dl class="facts">{groups}</dl>
            </section>
        }
    })
}
