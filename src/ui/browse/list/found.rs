//! What a search has found in an entry: the marked parts of its name, and why it is in the list.

use std::ops::Range;

use leptos::prelude::*;

use crate::catalogue::Link;
use crate::explorer::{Row, SearchField};
use crate::search::snippet;
use crate::ui::context::Searched;
use crate::ui::element::link;
use crate::view::Page;

/// Everything in a row that depends on the search. Two rows that are equal here show the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The entry.
    pub(crate) entry: Link,
    /// Whether words were searched for.
    pub(crate) sought: bool,
    /// Whether its spelling is only similar to what was typed.
    is_guess: bool,
    /// The marked parts of its name.
    marks: Vec<Range<usize>>,
    /// The texts by which it was found, with the marked parts of each.
    reasons: Vec<(SearchField, &'static str, Vec<Range<usize>>)>,
}

impl Found {
    /// An entry that nobody searched for.
    pub(crate) fn unsought(entry: Link) -> Self {
        Self { entry, sought: false, is_guess: false, marks: Vec::new(), reasons: Vec::new() }
    }

    /// What the results of a page say about one of their rows.
    pub(crate) fn of(results: &Searched, page: Page, row: Row) -> Self {
        let by = results.by;
        let reasons = by.reasons(results, row);
        let reasons =
            reasons.map(|reason| (reason.field, reason.text, by.marks(results, page, reason.text)));
        Self {
            entry: row.entry,
            sought: results.is_sought(),
            is_guess: row.is_guess,
            marks: by.marks(results, page, link::name(row.entry)),
            reasons: reasons.collect(),
        }
    }

    /// Whether the row gives a reason. It gives none if the name shows it, or without a search.
    pub(crate) fn has_reason(&self) -> bool {
        self.is_guess || !self.reasons.is_empty()
    }
}

/// The name of the entry, with marks.
pub(crate) fn name(found: &Found) -> AnyView {
    let name = link::name(found.entry);
    marked(name, 0..name.len(), &found.marks)
}

/// Why the entry was found. `None` if its name says it, or if nobody searched.
pub(crate) fn why(found: &Found) -> Option<AnyView> {
    let fields = found.reasons.iter().map(|(field, ..)| Some(*field));
    let fields_before = std::iter::once(None).chain(fields);
    let reasons = found.reasons.iter().zip(fields_before).map(|((field, text, marks), last)| {
        let part = snippet(text, marks.first().cloned());
        let before = if part.start > 0 { "… " } else { "" };
        let after = if part.end < text.len() { " …" } else { "" };
        let role = match last {
            Some(last) if last == *field => ", ".to_owned(),
            None if !found.is_guess => found_in(*field).to_owned(),
            _ => format!("; {}", found_in(*field)),
        };
        view! { {format!("{role}{before}")} {marked(text, part, marks)} {after} }
    });
    let guess = found.is_guess.then_some(ONLY_SIMILAR);
    found.has_reason().then(|| view! { {guess} {reasons.collect_view()} }.into_any())
}

/// A part of a text, with marks.
fn marked(text: &'static str, part: Range<usize>, marks: &[Range<usize>]) -> AnyView {
    let mut at = part.start;
    let mut pieces = Vec::new();
    for mark in marks.iter().filter(|mark| part.start <= mark.start && mark.end <= part.end) {
        pieces.push(text[at..mark.start].into_any());
        pieces.push(view! { <mark>{&text[mark.clone()]}</mark> }.into_any());
        at = mark.end;
    }
    pieces.push(text[at..part.end].into_any());
    pieces.into_any()
}

/// What a row says if a word only matches as a misspelling.
const ONLY_SIMILAR: &str = "only similar in spelling to what was typed";

/// The words before a text that say what it is to its entry.
const fn found_in(field: SearchField) -> &'static str {
    match field {
        SearchField::Name => "",
        SearchField::Synonym | SearchField::LayName => "also called ",
        SearchField::Brand => "brand: ",
        SearchField::MedicineName => "other name: ",
        SearchField::Identifier => "number ",
        SearchField::Gene => "gene ",
        SearchField::FormerSymbol => "former symbol: ",
        SearchField::OtherSymbol => "other symbol: ",
        SearchField::Class => "kind: ",
        SearchField::Category => "kind of cause: ",
        SearchField::Feature => "found with it: ",
        SearchField::Context => "consider with: ",
        SearchField::Axis => "recorded: ",
        SearchField::WorsenedBy => "made worse by ",
        SearchField::Plain => "in its description: ",
        SearchField::Text => "in its text: ",
        SearchField::Said => "people may say ",
    }
}
