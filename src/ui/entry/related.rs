//! The other entries that name this one: every relation from its other end, by the question that it
//! answers here.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Link};
use crate::entry::{Question, Relation};
use crate::ui::context::relations;
use crate::ui::element::link::named as side_by_side;
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
    by_words.into_iter().map(|(words, from)| line(words, side_by_side(from))).collect()
}
