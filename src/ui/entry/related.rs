//! Where an entry is named by others: every relation from its other end.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Kind, Link};
use crate::entry::Says;
use crate::ui::context::relations;
use crate::ui::element::link::named;

/// Who names an entry, by what they say.
pub(crate) fn related(entries: &[Link]) -> impl IntoView + use<> {
    let mut by_words: BTreeMap<String, Vec<Link>> = BTreeMap::new();
    for relation in entries.iter().flat_map(|entry| relations().to(*entry)) {
        let list = by_words.entry(words(relation.from, relation.says)).or_default();
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
                <h2 id="related-heading">"Named by other entries"</h2>
                <dl class="facts">{groups}</dl>
            </section>
        }
    })
}

/// What a relation says, in a few words.
fn words(from: Link, says: Says) -> String {
    let catalogue = Catalogue::embedded();
    let kind = match from {
        Link::Cause(_) | Link::Category(_) => "Causes",
        Link::Topic(id) => match catalogue.topic(id).kind {
            Kind::Type => "Types",
            Kind::Test => "Tests",
            Kind::Step => "Steps",
            Kind::Treatment => "Treatments",
            Kind::LookAlike => "Look-alikes",
            Kind::RedFlag => "Red flags",
            Kind::Term => "Words explained",
        },
    };
    match says {
        Says::Names(field) => format!("{kind}, under “{field}”"),
        Says::GoesWith => kind.to_owned(),
        Says::Uses => format!("{kind} in whose texts it stands"),
        Says::IsExample => "Causes that are examples".to_owned(),
        Says::IsNarrower => format!("{kind} that are narrower"),
    }
}
