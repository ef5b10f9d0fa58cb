//! Keeps the rows of a list in step with the results without redrawing them.
//!
//! Every row is in the page soon after the start, so a browser can search, print and scroll it at
//! once. A key only hides, moves and marks what it changes. This module changes the document
//! directly, because a signal for each of hundreds of rows costs more than the change.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use leptos::html::Div;
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement, MouseEvent};
use wasm_bindgen::JsCast;

use crate::catalogue::Link;
use crate::explorer::{Results, Row, SearchField};
use crate::reordering::{Reordering, reordering};
use crate::search::snippet;
use crate::ui::actions;
use crate::ui::browse::list::row::{COMPARE, NAME, ROW, WHY};
use crate::ui::browser::location;
use crate::ui::context::{ExploreContext, explorer};
use crate::ui::element::link::slug;
use crate::view::Page;

/// The rows of one list, found when the list is in the page.
pub(crate) type Kept = Rc<RefCell<Option<Rows>>>;

/// The rows of a list, by their positions among all entries of the list.
pub(crate) struct Rows {
    /// `None` until the row is drawn.
    rows: Vec<Option<RowNodes>>,
    /// The rows in the order of the page, list by list.
    order: Vec<Vec<usize>>,
}

/// One row in the page, and what it showed last.
struct RowNodes {
    item: HtmlElement,
    name: Element,
    why: HtmlElement,
    hidden: bool,
    /// The list that the row is in.
    list: usize,
    /// Whether its spelling is only similar to what was typed.
    is_guess: bool,
    /// The marked parts of the name.
    marks: Vec<Range<usize>>,
    /// The texts by which it was found, with the marked parts of each.
    reasons: Vec<(SearchField, &'static str, Vec<Range<usize>>)>,
}

impl Rows {
    /// Finds the rows below an element, in the order of the page.
    pub(crate) fn find(within: &Element) -> Self {
        let found = within.get_elements_by_class_name(ROW);
        let mut rows = Self::none(found.length() as usize);
        for (at, item) in (0..).zip((0..found.length()).filter_map(|at| found.item(at))) {
            rows.take(at, item);
        }
        rows
    }

    /// A list with this many entries and no rows yet.
    pub(crate) fn none(size: usize) -> Self {
        Self { rows: (0..size).map(|_| None).collect(), order: vec![Vec::new(), Vec::new()] }
    }

    /// Takes a drawn row as the last one of the first list.
    pub(crate) fn take(&mut self, at: usize, item: Element) {
        let nodes = || {
            let item: HtmlElement = item.dyn_into().ok()?;
            let name = item.query_selector(&format!(".{NAME}")).ok()??;
            let why = item.query_selector(&format!(".{WHY}")).ok()??.dyn_into().ok()?;
            Some(RowNodes {
                item,
                name,
                why,
                hidden: false,
                list: 0,
                is_guess: false,
                marks: Vec::new(),
                reasons: Vec::new(),
            })
        };
        if self.rows[at].is_none() {
            self.rows[at] = nodes();
            self.order[0].push(at);
        }
    }

    /// How many rows are drawn.
    pub(crate) fn count(&self) -> usize {
        self.order.iter().map(Vec::len).sum()
    }

    /// Whether a row is drawn.
    pub(crate) fn has(&self, at: usize) -> bool {
        self.rows[at].is_some()
    }

    /// Hides a row, or shows it again.
    pub(crate) fn show(&mut self, row: usize, shown: bool) {
        if let Some(row) = &mut self.rows[row]
            && row.hidden == shown
        {
            row.hidden = !shown;
            row.item.set_hidden(!shown);
        }
    }

    /// Puts these drawn rows into one of the two lists, in this order and with as few moves as
    /// possible. All other rows stay where they are.
    pub(crate) fn order(&mut self, list: usize, parent: &Element, wanted: &[usize]) {
        let Some(Reordering { moves, order }) =
            reordering(&self.order[list], wanted, self.rows.len())
        else {
            return;
        };
        for (row, before) in moves {
            let before = before.and_then(|before| self.rows[before].as_ref());
            let before = before.map(|before| before.item.clone());
            let Some(nodes) = &mut self.rows[row] else { continue };
            // A row of this page can always be moved within it.
            let _ = parent.insert_before(&nodes.item, before.as_ref().map(AsRef::as_ref));
            let from = std::mem::replace(&mut nodes.list, list);
            if from != list {
                self.order[from].retain(|other| *other != row);
            }
        }
        self.order[list] = order;
    }

    /// Marks the parts of a row that match the query, and writes why the row was found.
    pub(crate) fn draw(&mut self, at: usize, page: Page, name: &str, row: Row, results: &Results) {
        let Some(nodes) = &mut self.rows[at] else { return };
        let marks = explorer().marks(results, page, name);
        if marks != nodes.marks {
            nodes.name.set_text_content(None);
            append_marked(&nodes.name, name, 0..name.len(), &marks);
            nodes.marks = marks;
        }
        let reasons: Vec<_> = explorer()
            .reasons(row)
            .map(|reason| {
                let marks = explorer().marks(results, page, reason.text);
                (reason.field, reason.text, marks)
            })
            .collect();
        if reasons != nodes.reasons || row.is_guess != nodes.is_guess {
            nodes.why.set_text_content(None);
            if row.is_guess {
                append_text(&nodes.why, ONLY_SIMILAR);
                append_text(&nodes.why, if reasons.is_empty() { "" } else { "; " });
            }
            for (position, (field, text, marks)) in reasons.iter().enumerate() {
                if position > 0 {
                    append_text(&nodes.why, "; ");
                }
                append_text(&nodes.why, found_in(*field));
                let part = snippet(text, marks.first().cloned());
                if part.start > 0 {
                    append_text(&nodes.why, "… ");
                }
                append_marked(&nodes.why, text, part.clone(), marks);
                if part.end < text.len() {
                    append_text(&nodes.why, " …");
                }
            }
            nodes.why.set_hidden(reasons.is_empty() && !row.is_guess);
            nodes.reasons = reasons;
            nodes.is_guess = row.is_guess;
        }
    }

    /// Marks the row of the open entry, or removes the mark.
    pub(crate) fn mark_current(&self, row: usize, current: bool) {
        let Some(RowNodes { item, name, .. }) = &self.rows[row] else { return };
        let item: &Element = item;
        for (element, attribute) in [(name, "aria-current"), (item, "data-current")] {
            // Fails only for invalid attribute names.
            let _ = if current {
                element.set_attribute(attribute, "true")
            } else {
                element.remove_attribute(attribute)
            };
        }
    }
}

/// Keeps the marks of a list up to date: which entry is open, and which entries are chosen to be
/// compared. `made` is the number of rows so far.
pub(crate) fn keep_marks(
    context: ExploreContext,
    whole: NodeRef<Div>,
    kept: Kept,
    made: Signal<usize>,
    position: impl Fn(&str) -> Option<usize> + 'static,
) {
    Effect::new(move |before: Option<Option<usize>>| {
        // Runs again after the rows have been found.
        whole.track();
        made.track();
        let now = context.open.with(|slug| position(slug.as_deref()?));
        if let Some(rows) = kept.borrow().as_ref() {
            before.flatten().into_iter().for_each(|row| rows.mark_current(row, false));
            now.into_iter().for_each(|row| rows.mark_current(row, true));
        }
        now
    });
    Effect::new(move |before: Option<Vec<&'static str>>| {
        let compared: Vec<&'static str> =
            context.compared.with(|compared| compared.iter().map(|it| slug(*it)).collect());
        made.track();
        let Some(whole) = whole.get() else { return compared };
        // New rows are drawn as not chosen.
        if compared.is_empty() && before.is_none_or(|before| before.is_empty()) {
            return compared;
        }
        let buttons = whole.get_elements_by_class_name(COMPARE);
        for button in (0..buttons.length()).filter_map(|at| buttons.item(at)) {
            let slug = button.get_attribute("data-slug").unwrap_or_default();
            // Fails only for invalid attribute names.
            let _ = button.set_attribute("aria-pressed", &compared.contains(&&*slug).to_string());
        }
        compared
    });
}

/// Handles a press anywhere on a list: opens an entry without losing the search, or chooses one to
/// be compared.
pub(crate) fn pressed(
    context: ExploreContext,
    event: &MouseEvent,
    link: impl Fn(&str) -> Option<Link>,
) {
    // In a frame, links are left to the browser.
    if !location::is_plain(event) || context.embedded.get_untracked() {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let pressed = target.and_then(|target| target.closest("[data-slug]").ok().flatten());
    let slug = pressed.as_ref().and_then(|pressed| pressed.get_attribute("data-slug"));
    let Some((pressed, slug)) = pressed.zip(slug) else { return };
    event.prevent_default();
    if pressed.tag_name() == "A" {
        actions::open(context, &slug);
    } else if let Some(entry) = link(&slug) {
        actions::compare(context, entry);
    }
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
        SearchField::Text => "in its text: ",
        SearchField::Said => "said like this: ",
    }
}

/// Appends a part of a text to an element, with marks.
fn append_marked(to: &Element, text: &str, part: Range<usize>, marks: &[Range<usize>]) {
    let mut at = part.start;
    for mark in marks.iter().filter(|mark| part.start <= mark.start && mark.end <= part.end) {
        append_text(to, &text[at..mark.start]);
        if let Ok(element) = document().create_element("mark") {
            element.set_text_content(Some(&text[mark.clone()]));
            append(to, &element);
        }
        at = mark.end;
    }
    append_text(to, &text[at..part.end]);
}

fn append_text(to: &Element, text: &str) {
    if !text.is_empty() {
        append(to, &document().create_text_node(text));
    }
}

fn append(to: &Element, node: &leptos::web_sys::Node) {
    // Fails only for nodes that cannot be in an element.
    let _ = to.append_child(node);
}
