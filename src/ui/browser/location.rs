//! The browser's address and history. Only this file knows them.
//!
//! Writes views into the address and reads them from it. Does not know what a view means.

use std::cell::Cell;
use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::catalogue::Catalogue;
use crate::ui::browser::focus::refocus_soon;
use crate::ui::context::{ExploreContext, Reading, explorer};
use crate::ui::edition::Edition;
use crate::ui::landmark;
use crate::view::ViewState;
use crate::view::address::{self, Parsed};

/// The view in the browser's address. An anchor within the page means the default view.
pub fn current() -> Parsed {
    let fragment =
        Some(fragment()).filter(|fragment| !landmark::is_anchor(fragment)).unwrap_or_default();
    parse(&fragment)
}

/// The view in an address.
fn parse(fragment: &str) -> Parsed {
    address::parse(Catalogue::bundled(), explorer().facets(), fragment)
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

/// The link from a static page to a view of the explorer.
pub(crate) fn from_static_page(view: &ViewState) -> String {
    let address = address::print(Catalogue::bundled(), explorer().facets(), view);
    format!("../index.html{address}")
}

/// The path of the static page that shows a view, if there is one.
#[cfg(feature = "ssr")]
pub(crate) fn static_page(view: &ViewState) -> Option<String> {
    address::static_page(view)
}

/// The address of the explorer itself, without a view. Empty for a file on a disk.
pub(crate) fn site() -> String {
    let page = window().location();
    address::site(&page.origin().unwrap_or_default(), &page.pathname().unwrap_or_default())
}

/// The whole address of a view, for paper. Only the fragment for a file on a disk.
pub(crate) fn address(view: &ViewState) -> String {
    site() + &href(view)
}

/// How long typing must pause before the address follows. Browsers refuse to rewrite the address at
/// every key: Safari after 100 times in half a minute, Chromium after 200 in ten seconds.
const PAUSE: Duration = Duration::from_millis(250);

thread_local! {
    /// The pending rewrite of the address, which waits for typing to pause.
    static PENDING: Cell<Option<TimeoutHandle>> = const { Cell::new(None) };
}

/// How long the page waits before it asks a browser again that has refused to write the address.
const AGAIN: Duration = Duration::from_secs(2);

/// How often it asks: for 40 seconds, longer than the half minute over which Safari counts.
const TIMES: u32 = 20;

/// Shows a view and adds it to the history: Back leads to the view before.
pub(crate) fn push(context: ExploreContext, view: ViewState) {
    settle(context);
    // The same view again would make the next press of Back do nothing.
    if context.view.with_untracked(|shown| *shown == view) {
        return;
    }
    if is_pending() {
        // What the browser has refused to write would stay in the history. The view takes its
        // place.
        context.view.set(view);
        return;
    }
    let pushed = window()
        .history()
        .and_then(|history| history.push_state_with_url(&visited(), "", Some(&href(&view))));
    context.view.set(view);
    if pushed.is_err() {
        // The address then follows in place of the one before.
        ask_again(context, TIMES);
    }
}

/// Shows a view in place of the present one, for example while typing. The address follows after a
/// pause.
pub(crate) fn replace(context: ExploreContext, view: ViewState) {
    context.view.set(view);
    forget_pending();
    PENDING.set(set_timeout_with_handle(move || settle(context), PAUSE).ok());
}

/// Writes the view into the address now, if that is still pending.
pub(crate) fn settle(context: ExploreContext) {
    if forget_pending() {
        write_shown(context);
    }
}

/// Writes the view that is shown into the present address.
fn write_shown(context: ExploreContext) {
    context.view.with_untracked(|view| write(context, view));
}

/// Writes a view into the present address. If the browser refuses, the page works on under the old
/// address and asks again: what a reader has forgotten must leave the address.
fn write(context: ExploreContext, view: &ViewState) {
    if !is_written(view) {
        ask_again(context, TIMES);
    }
}

/// Asks a browser that has refused to write the view again after a while, at most `times` times.
fn ask_again(context: ExploreContext, times: u32) {
    forget_pending();
    let ask = move || {
        if forget_pending() && !context.view.with_untracked(is_written) && times > 1 {
            ask_again(context, times - 1);
        }
    };
    PENDING.set(set_timeout_with_handle(ask, AGAIN).ok());
}

/// Writes a view into the present address. Returns whether the browser has done it.
fn is_written(view: &ViewState) -> bool {
    let history = window().history();
    history.is_ok_and(|it| it.replace_state_with_url(&visited(), "", Some(&href(view))).is_ok())
}

/// The mark in the history on addresses that we wrote. They contain the whole view. An address
/// without the mark was just followed or typed.
fn visited() -> JsValue {
    JsValue::TRUE
}

/// Whether the address was just followed or typed, not returned to.
fn is_new() -> bool {
    window().history().and_then(|history| history.state()).is_ok_and(|state| state.is_null())
}

/// Whether the address is older than the view.
fn is_pending() -> bool {
    let pending = PENDING.take();
    let is_pending = pending.is_some();
    PENDING.set(pending);
    is_pending
}

/// Cancels the pending rewrite. Returns whether there was one.
fn forget_pending() -> bool {
    PENDING.take().inspect(TimeoutHandle::clear).is_some()
}

/// Follows the address: links, Back, Forward and edited addresses change the view. Parts that mean
/// nothing are reported to the reader.
pub(crate) fn follow(context: ExploreContext) {
    // Rewrites the address in its normal form, without the parts that mean nothing. From now on
    // every address in the history contains its view, so Back always leads to one.
    if !may_mean_more(context) {
        write_shown(context);
    }
    let handle = window_event_listener(ev::hashchange, move |_| {
        if leads_to_element(&fragment()) {
            // The browser has scrolled there. The view stays, and its address with it.
            write_shown(context);
            return;
        }
        read(context);
    });
    on_cleanup(move || handle.remove());
}

/// Shows the view in the address.
fn read(context: ExploreContext) {
    // The new address wins over a pending one.
    forget_pending();
    show(context, current(), is_new());
}

/// Shows a view that was read, and says which parts of its address mean nothing. A new one was just
/// followed or typed.
fn show(context: ExploreContext, parsed: Parsed, is_new: bool) {
    let Parsed { mut view, unknown, nearest } = parsed;
    context.unknown.set(unknown);
    context.nearest.set(nearest);
    if is_new {
        // A link without a comparison leaves the present one unchanged.
        if view.compared.is_empty() {
            view.compared = context.compared.get_untracked();
        }
        if !may_mean_more(context) {
            write(context, &view);
        }
    }
    // The same view again, for example by a link to itself, must not run everything again.
    if context.view.with_untracked(|shown| *shown != view) {
        let stays = |shown: &ViewState| (shown.page, &shown.open) == (view.page, &view.open);
        if context.view.with_untracked(stays) {
            // The page stays, but the element that has the focus may go: the advice for an empty
            // list of red flags leads to all red flags. Back does the same.
            refocus_soon(&[landmark::ENTRY_HEADING, landmark::LIST_HEADING]);
        }
        context.view.set(view);
    }
}

/// Reads the address again, now that everything that it can name is there; but not one that is
/// older than the view.
pub(crate) fn read_again(context: ExploreContext) {
    if !is_pending() && context.unknown.with_untracked(|unknown| !unknown.is_empty()) {
        read(context);
    }
}

/// Whether the address has parts that mean nothing yet: it may name a source, and sources come with
/// what is read in entries.
fn may_mean_more(context: ExploreContext) -> bool {
    let is_awaited = context.reading.with_untracked(Reading::is_awaited);
    is_awaited && context.unknown.with_untracked(|unknown| !unknown.is_empty())
}

/// Whether a fragment is the id of an element that is shown now, and no view.
fn leads_to_element(fragment: &str) -> bool {
    let id = fragment.strip_prefix('#').unwrap_or(fragment);
    landmark::is_anchor(fragment) || document().get_element_by_id(id).is_some()
}

/// Whether the page around has locked the frame of this one. Links then open in the frame itself:
/// in another window the browser would refuse them without a word.
pub(crate) fn is_locked() -> bool {
    window().origin() == "null" && window().location().protocol().is_ok_and(|it| it != "file:")
}

/// Opens every link of an embedded view in a new window, so the page around it stays. The base
/// element of the document sets this for all links. Links to entries do not contain the mark of
/// embedding, so they lead to the whole explorer.
pub(crate) fn leave_host_alone(context: ExploreContext) {
    Effect::new(move |base: Option<Option<web_sys::Element>>| {
        let embedded = context.embedded.get();
        if let Some(base) = base.flatten() {
            base.remove();
        }
        let head = document().query_selector("head").ok().flatten();
        let (head, base) = head.zip(document().create_element("base").ok())?;
        let wanted = embedded && !is_locked() && base.set_attribute("target", "_blank").is_ok();
        (wanted && head.append_child(&base).is_ok()).then_some(base)
    });
}

/// Makes links within the page (the skip link, reference numbers) scroll there without touching the
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
            // The view that the reader leaves must be in the address, for Back.
            settle(context);
            if is_pending() && !context.embedded.get_untracked() {
                // What the browser has refused to write would stay in the history. The view that
                // the link leads to takes its place.
                event.prevent_default();
                show(context, parse(&anchor), true);
            }
            return;
        }
        let place = document().get_element_by_id(anchor.trim_start_matches('#'));
        if let Some(place) = place.and_then(|place| place.dyn_into::<web_sys::HtmlElement>().ok()) {
            event.prevent_default();
            unfold(&place);
            place.scroll_into_view();
            // An element that cannot take the focus changes nothing.
            let _ = place.focus();
        }
    });
    on_cleanup(move || handle.remove());
}

/// Opens whatever folds a place away, as browsers do for an address.
fn unfold(place: &web_sys::Element) {
    while let Ok(Some(folded)) = place.closest("details:not([open])") {
        if folded.set_attribute("open", "").is_err() {
            return;
        }
    }
}

/// Whether a press is a plain one. A press that opens another tab or window is left to the browser.
pub(crate) fn is_plain(event: &web_sys::MouseEvent) -> bool {
    let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
    !event.default_prevented() && event.button() == 0 && !elsewhere
}

/// The fragment with its `#`, or an empty string.
fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}
