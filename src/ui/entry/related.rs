//! The other entries that name this one: every relation from its other end, by the question that it
//! answers here.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Kind, Link, TopicId};
use crate::entry::{Question, Relation};
use crate::ui::context::relations;
use crate::ui::element::link::named as side_by_side;
use crate::ui::entry::fact::caution::treatments;
use crate::ui::entry::fact::line;
use crate::ui::wording;

/// The entries that name these and answer a question, grouped by the kind of relation. Those that
/// the section has `named` already are left out.
pub(crate) fn related(entries: &[Link], question: Question, named: &[Link]) -> Vec<AnyView> {
    let mut by_words: BTreeMap<String, Vec<Link>> = BTreeMap::new();
    let relations = entries.iter().flat_map(|entry| relations().to(*entry));
    let is_new =
        |it: &&Relation| it.question(Catalogue::bundled()) == question && !named.contains(&it.from);
    for relation in relations.filter(is_new) {
        let list = by_words
            .entry(wording::entry::relation(relation.from, relation.says, relation.to))
            .or_default();
        if !list.contains(&relation.from) {
            list.push(relation.from);
        }
    }
    by_words.into_iter().map(|(words, from)| line(words, entries_named(question, from))).collect()
}

/// Treatments come with their cautions where it is about what helps.
fn entries_named(question: Question, links: Vec<Link>) -> AnyView {
    let treatment = |link: &Link| match *link {
        Link::Topic(id) if Catalogue::bundled().topic(id).kind == Kind::Treatment => Some(id),
        _ => None,
    };
    let all: Option<Vec<TopicId>> = links.iter().map(treatment).collect();
    match all.filter(|_| question == Question::Help) {
        Some(all) => treatments(all),
        None => side_by_side(links).into_any(),
    }
}
