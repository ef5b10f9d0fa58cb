//! The browser's address and history: the only file that knows them.
//!
//! Carries views in and out of the address. Does not know what a view means.

use std::cell::Cell;
use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::catalogue::Catalogue;
use crate::ui::context::{ExploreContext, explorer};
use crate::ui::edition::Edition;
use crate::view::ViewState;
use crate::view::address::{self, Parsed};

/// What the browser's address says; an anchor within the page says nothing.
pub fn current() -> Parsed {
    let fragment =
        Some(fragment()).filter(|fragment| address::is_route(fragment)).unwrap_or_default();
    address::parse(Catalogue::bundled(), explorer().facets(), &fragment)
}

/// The address of a view, for links.
pub(crate) fn href(view: &ViewState) -> String {
    let address = address::print(Catalogue::bundled(), explorer().facets(), view);
    if !Edition::is_printed() {
        return address;
    }
    let page = address::static_page(view).map(|path| format!("../{path}"));
    page.unwrap_or_else(|| from_static_page(view))
}

/// The way from a static page into the explorer at a view.
pub(crate) fn from_static_page(view: &ViewState) -> String {
    let address = address::print(Catalogue::bundled(), explorer().facets(), view);
    format!("../index.html{address}")
}

/// The path of the static page that shows a view, if one does.
#[cfg(feature = "ssr")]
pub(crate) fn static_page(view: &ViewState) -> Option<String> {
    address::static_page(view)
}

/// The address of the explorer itself, without what it shows; empty where it is a file on a disk.
pub(crate) fn site() -> String {
    let page = window().location();
    address::site(&page.origin().unwrap_or_default(), &page.pathname().unwrap_or_default())
}

/// The whole address of a view, for paper; the fragment alone where the explorer is a file on a
/// disk.
pub(crate) fn address(view: &ViewState) -> String {
    site() + &href(view)
}

/// How long typing must pause before the address follows. Browsers refuse to rewrite the address
/// at every key: Safari from 100 times in half a minute on, Chromium from 200 in ten seconds on.
const PAUSE: Duration = Duration::from_millis(250);

thread_local! {
    /// The rewriting of the address that waits for typing to pause.
    static PENDING: Cell<Option<TimeoutHandle>> = const { Cell::new(None) };
}

/// Shows a view and adds it to the history: Back leads to the view before.
pub(crate) fn push(context: ExploreContext, view: ViewState) {
    settle(context);
    // The same view again would make the next press of Back do nothing.
    if context.view.with_untracked(|shown| *shown == view) {
        return;
    }
    if let Ok(history) = window().history() {
        // A browser may refuse; the page then works on under the old address.
        let _ = history.push_state_with_url(&visited(), "", Some(&href(&view)));
    }
    context.view.set(view);
}

/// Shows a view in place of the present one, as while typing. The address follows after a pause.
pub(crate) fn replace(context: ExploreContext, view: ViewState) {
    context.view.set(view);
    forget_pending();
    PENDING.set(set_timeout_with_handle(move || settle(context), PAUSE).ok());
}

/// Writes the view into the address now, if that is still waiting.
pub(crate) fn settle(context: ExploreContext) {
    if forget_pending() {
        context.view.with_untracked(write);
    }
}

/// Writes a view into the present address.
fn write(view: &ViewState) {
    if let Ok(history) = window().history() {
        // A browser may refuse; the page then works on under the old address.
        let _ = history.replace_state_with_url(&visited(), "", Some(&href(view)));
    }
}

/// The mark on an address in the history that says all of its view. An address without it was just
/// followed or typed.
fn visited() -> JsValue {
    JsValue::TRUE
}

/// Whether the address was just followed or typed, and not come back to.
fn is_new() -> bool {
    window().history().and_then(|history| history.state()).is_ok_and(|state| state.is_null())
}

/// Stops the waiting; whether there was any.
fn forget_pending() -> bool {
    PENDING.take().inspect(TimeoutHandle::clear).is_some()
}

/// Follows the address: links, Back, Forward and edited addresses change the view. The parts that
/// mean nothing are reported to the reader.
pub(crate) fn follow(context: ExploreContext) {
    if address::is_route(&fragment()) {
        // The view as its one address has it, without what was not understood.
        context.view.with_untracked(write);
    }
    let handle = window_event_listener(ev::hashchange, move |_| {
        if address::is_route(&fragment()) {
            // The address has spoken last.
            forget_pending();
            let Parsed { mut view, unknown } = current();
            context.unknown.set(unknown);
            if is_new() {
                // A link that says nothing of a comparison leaves it as it is.
                if view.compared.is_empty() {
                    view.compared = context.compared.get_untracked();
                }
                write(&view);
            }
            // The same view again, as a link to itself leads to, must not run everything anew.
            if context.view.with_untracked(|shown| *shown != view) {
                context.view.set(view);
            }
        }
    });
    on_cleanup(move || handle.remove());
}

/// Lets every link of an embedded view open a window of its own, however it is pressed, so that the
/// page around it stays where it is: the base of the document says so for all of them. Links to
/// entries do not say that they are embedded, and so lead to the whole explorer.
pub(crate) fn leave_host_alone(context: ExploreContext) {
    Effect::new(move |base: Option<Option<web_sys::Element>>| {
        let embedded = context.embedded.get();
        if let Some(base) = base.flatten() {
            base.remove();
        }
        let head = document().query_selector("head").ok().flatten();
        let (head, base) = head.zip(document().create_element("base").ok())?;
        let wanted = embedded && base.set_attribute("target", "_blank").is_ok();
        (wanted && head.append_child(&base).is_ok()).then_some(base)
    });
}

/// Lets links within the page (the skip link, reference numbers) move there without touching the
/// address, which belongs to the view.
pub(crate) fn keep_anchors_in_page(context: ExploreContext) {
    let handle = window_event_listener(ev::click, move |event| {
        if !is_plain(&event) {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^='#']").ok().flatten());
        let Some(anchor) = link.and_then(|link| link.get_attribute("href")) else { return };
        if address::is_route(&anchor) {
            // The view that the link leaves behind must be in the address when Back is pressed.
            settle(context);
            return;
        }
        let place = document().get_element_by_id(anchor.trim_start_matches('#'));
        if let Some(place) = place.and_then(|place| place.dyn_into::<web_sys::HtmlElement>().ok()) {
            event.prevent_default();
            place.scroll_into_view();
            // An element that cannot take the focus keeps the page as it is.
            let _ = place.focus();
        }
    });
    on_cleanup(move || handle.remove());
}

/// Whether a press asks for nothing special: a link that is opened in another tab or window is the
/// browser's affair.
pub(crate) fn is_plain(event: &web_sys::MouseEvent) -> bool {
    let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
    !event.default_prevented() && event.button() == 0 && !elsewhere
}

/// The fragment with its `#`, or nothing.
fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}
