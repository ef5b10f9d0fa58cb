//! Look-alikes as cards: what is seen there, what is seen in myoclonus, and what tells them apart.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, FieldName, Kind, Link, Topic, TopicId};
use crate::ui::element::link::link;

/// All look-alikes, in the order of the data.
#[component]
pub(crate) fn LookAlikeCards() -> impl IntoView {
    cards(Catalogue::bundled().topics(Kind::LookAlike))
}

/// Some look-alikes.
pub(crate) fn cards(topics: impl Iterator<Item = (TopicId, &'static Topic)>) -> AnyView {
    let cards: Vec<AnyView> = topics.filter_map(|(id, topic)| card(id, topic)).collect();
    view! { <div class="cols">{cards}</div> }.into_any()
}

fn card(id: TopicId, topic: &'static Topic) -> Option<AnyView> {
    let difference = topic.field(FieldName::Difference)?;
    let [there, here, sign] = difference.body else { return None };
    let card = view! {
        <div class="pair">
            <div>
                <b>{link(Link::Topic(id))}</b>
                <p>{there.words}</p>
            </div>
            <div>
                <b>"Myoclonus"</b>
                <p>{here.words}</p>
            </div>
            <div>
                <b>"What tells them apart: "</b>
                {sign.words}
            </div>
        </div>
    };
    Some(card.into_any())
}
