//! The views whose ids are most like a text that is no id.
//!
//! Compares spelling only. Does not know why the text is wrong.

use crate::catalogue::{Catalogue, Kind};
use crate::sorted;
use crate::view::{Page, ViewState};

/// How many views are offered at most.
const MOST: usize = 3;

/// How much of two ids must agree, in percent.
const LEAST: usize = 60;

/// How many bytes of the text are compared. No id is longer.
const LONGEST: usize = 80;

/// The pages and entries whose ids are most like a text, the likeliest first.
pub(super) fn views(catalogue: &'static Catalogue, text: &str) -> Vec<ViewState> {
    let text = &text.as_bytes()[..text.len().min(LONGEST)];
    let pages = Page::ALL.iter().map(|page| (page.key(), *page, false));
    let causes = catalogue.cause_ids().map(|id| catalogue.cause(id).slug);
    let retired = catalogue.retired().iter().map(|retired| retired.slug);
    let causes = causes.chain(retired).map(|slug| (slug, Page::Causes, true));
    let topics = Kind::ALL.iter().flat_map(|kind| {
        catalogue.topics(*kind).map(|(_, topic)| (topic.slug, Page::of(topic.kind), true))
    });
    let mut alike: Vec<_> = pages
        .chain(causes)
        .chain(topics)
        .map(|candidate| (agreement(text, candidate.0.as_bytes()), candidate))
        .filter(|(agreement, _)| *agreement >= LEAST)
        .collect();
    sorted::sort_by_key(&mut alike, |(agreement, (slug, ..))| {
        (std::cmp::Reverse(*agreement), *slug)
    });
    alike.truncate(MOST);
    let views = alike.into_iter().map(|(_, (slug, page, is_entry))| {
        if is_entry { ViewState::at(page).opening(slug) } else { ViewState::at(page) }
    });
    views.collect()
}

/// How many pairs of neighbouring letters two texts share, in percent of the pairs in both (Dice's
/// coefficient); 0 if their lengths alone keep them from agreeing enough. A text that breaks off
/// agrees with all that begin with it.
fn agreement(one: &[u8], other: &[u8]) -> usize {
    if one.len() < 3 || other.len() < 3 {
        return 0;
    }
    let (all, most) = (one.len() + other.len() - 2, one.len().min(other.len()) - 1);
    if 200 * most / all < LEAST {
        return 0;
    }
    let mut pairs: Vec<&[u8]> = other.windows(2).collect();
    let is_shared = |pair: &&[u8]| {
        let found = pairs.iter().position(|it| it == pair);
        found.map(|at| pairs.swap_remove(at)).is_some()
    };
    let shared = one.windows(2).filter(is_shared).count();
    200 * shared / all
}
