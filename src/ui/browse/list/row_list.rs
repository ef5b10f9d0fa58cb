//! A list of rows that follows the results. A row that shows something else is another element.
//!
//! Rows that stay are not touched, so a browser that has translated them need not do it again. The
//! rows are put into the page as a whole: what others have removed from it comes back, and what
//! they have added goes. The rows of a list that no one searches are kept while others are shown:
//! emptying the box brings them back as they were. Knows no results, only what each row shows.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use leptos::html::Ul;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::web_sys::js_sys::Array;
use leptos::web_sys::{Element, HtmlElement};
use wasm_bindgen::{JsCast, JsValue};

use crate::catalogue::Link;
use crate::ui::browse::list::found::Found;
use crate::ui::browse::list::row;
use crate::ui::context::ExploreContext;
use crate::ui::edition::Edition;

/// Up to this length a list is kept while others are shown.
const MOST_KEPT: usize = 60;

/// A row in the page. When it is dropped, it leaves the page.
struct Drawn {
    found: Found,
    element: Option<Element>,
    _row: UnmountHandle<<AnyView as Render>::State>,
}

/// The rows, each drawn by a function.
#[component]
pub(crate) fn RowList(
    /// What the rows show, in order.
    rows: Signal<Vec<Found>>,
    /// Draws a row.
    draw: fn(&Found) -> AnyView,
) -> impl IntoView {
    let list = NodeRef::<Ul>::new();
    let drawn = Rc::new(RefCell::new(Vec::<Drawn>::new()));
    let kept = Rc::new(RefCell::new(HashMap::<Link, Drawn>::new()));
    keep_pressed(Rc::clone(&drawn), Rc::clone(&kept));
    // Rows outlive the effect that draws them.
    let owner = Owner::current().unwrap_or_default();
    Effect::new(move || {
        let Some(list) = list.get() else { return };
        let list: HtmlElement = list.unchecked_into();
        // New rows enter the page together.
        let Ok(aside) = list.clone_node().map(JsCast::unchecked_into) else { return };
        let rows = rows.get();
        let mut before: HashMap<Link, Drawn> =
            drawn.take().into_iter().map(|row| (row.found.entry, row)).collect();
        let now = rows.into_iter().map(|found| {
            let same = |rows: &mut HashMap<Link, Drawn>| {
                let is_same = rows.get(&found.entry).is_some_and(|row| row.found == found);
                if is_same { rows.remove(&found.entry) } else { None }
            };
            let same = same(&mut before).or_else(|| same(&mut kept.borrow_mut()));
            same.unwrap_or_else(|| untrack(|| owner.with(|| drawn_into(&aside, found, draw))))
        });
        let now: Vec<Drawn> = now.collect();
        arrange(&list, &now);
        before.retain(|_, row| !row.found.sought);
        let mut kept = kept.borrow_mut();
        if kept.len() + before.len() > MOST_KEPT {
            kept.clear();
        }
        if before.len() <= MOST_KEPT {
            kept.extend(before);
        }
        *drawn.borrow_mut() = now;
    });
    let printed =
        Edition::is_printed().then(|| rows.get_untracked().iter().map(draw).collect_view());
    view! {
        // Without the role, Safari announces no list, because the style removes the bullets.
        <ul node_ref=list class=row::LIST role="list">
            {printed}
        </ul>
    }
}

/// Keeps the compare buttons of all rows true, also of those that are not in the page now.
fn keep_pressed(drawn: Rc<RefCell<Vec<Drawn>>>, kept: Rc<RefCell<HashMap<Link, Drawn>>>) {
    let compared = ExploreContext::expect().compared;
    Effect::new(move || {
        let compared = compared.get();
        let (drawn, kept) = (drawn.borrow(), kept.borrow());
        for row in drawn.iter().chain(kept.values()) {
            if let Some(element) = &row.element {
                row::press(element, compared.contains(&row.found.entry));
            }
        }
    });
}

/// Draws a row at the end of a list.
fn drawn_into(list: &HtmlElement, found: Found, draw: fn(&Found) -> AnyView) -> Drawn {
    let shown = found.clone();
    let row = mount_to(list.clone(), move || draw(&shown));
    Drawn { element: list.last_element_child(), found, _row: row }
}

/// Makes a list have these rows in this order, and nothing else. Rows that are in their place are
/// left alone: moving a row would take the focus from it.
fn arrange(list: &HtmlElement, rows: &[Drawn]) {
    let wanted: Array = rows.iter().filter_map(|row| row.element.as_ref()).collect();
    let there = list.children();
    let is_there = |at: u32| {
        there.item(at).as_ref().is_some_and(|it| &wanted.get(at) == AsRef::<JsValue>::as_ref(it))
    };
    let count = there.length();
    // A longer list begins with the one before it, once the rest of it follows.
    if count > wanted.length() || !(0..count).all(is_there) {
        list.replace_children_with_node(&wanted);
    } else if count < wanted.length() {
        // An element takes any element but one that contains it.
        let _ = list.append_with_node(&wanted.slice(count, wanted.length()));
    }
}
