//! Content that is made anew when what it shows changes, and never rewritten.
//!
//! A browser's translator and extensions replace, wrap and remove text and elements that we drew. A
//! change written into our own nodes would then be seen by no one. The frame here is emptied and
//! filled again, so whatever has become of the old content goes with it. Does not know what is
//! shown.

use std::rc::Rc;

use leptos::html::{Div, ElementType, Span, div, span};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use wasm_bindgen::JsCast;

use crate::ui::edition::Edition;

/// A block with what `draw` makes of a value. Made anew when the value changes.
pub(crate) fn remade<K, V>(
    value: impl Fn() -> K + Send + Sync + 'static,
    draw: impl Fn(K) -> V + 'static,
) -> impl IntoView
where
    K: Clone + PartialEq + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let frame = NodeRef::<Div>::new();
    let content = filled(frame, value, draw);
    div().class("remade").node_ref(frame).child(content)
}

/// The same within a line of text.
pub(crate) fn remade_words<K, V>(
    value: impl Fn() -> K + Send + Sync + 'static,
    draw: impl Fn(K) -> V + 'static,
) -> impl IntoView
where
    K: Clone + PartialEq + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let frame = NodeRef::<Span>::new();
    let content = filled(frame, value, draw);
    span().class("remade").node_ref(frame).child(content)
}

/// A text within a line, which one call empties and fills: for what changes at every key.
pub(crate) fn remade_text(words: impl Fn() -> String + Send + Sync + 'static) -> impl IntoView {
    let frame = NodeRef::<Span>::new();
    let printed = Edition::is_printed().then(&words);
    let words = Memo::new(move |_| words());
    Effect::new(move || {
        let Some(frame) = frame.get() else { return };
        frame.set_text_content(Some(&words.get()));
    });
    span().class("remade").node_ref(frame).child(printed)
}

/// Keeps an element filled with what `draw` makes of a value. Returns the content to put into it
/// where no program runs; the element has no other content.
pub(crate) fn filled<E, K, V>(
    frame: NodeRef<E>,
    value: impl Fn() -> K + Send + Sync + 'static,
    draw: impl Fn(K) -> V + 'static,
) -> Option<AnyView>
where
    E: ElementType + 'static,
    E::Output: JsCast + Clone + 'static,
    K: Clone + PartialEq + Send + Sync + 'static,
    V: IntoView + 'static,
{
    if Edition::is_printed() {
        return Some(draw(value()).into_any());
    }
    let value = Memo::new(move |_| value());
    let draw = Rc::new(draw);
    let next = move || -> Content {
        let value = value.get();
        let draw = Rc::clone(&draw);
        Box::new(move || draw(value).into_any())
    };
    keep_filled(Box::new(move || frame.get().map(JsCast::unchecked_into)), Box::new(next));
    None
}

/// Makes content, which is mounted at once.
type Content = Box<dyn FnOnce() -> AnyView>;

/// Keeps an element filled with the next content. Apart from what is generic, because dozens of
/// places would each bring a copy of it into the program.
fn keep_filled(frame: Box<dyn Fn() -> Option<HtmlElement>>, next: Box<dyn Fn() -> Content>) {
    Effect::new(move |before| {
        let frame = frame()?;
        // The old content is removed as a whole, not node by node: others may have moved its nodes.
        // What is dropped after that has left the page, which costs the browser less.
        frame.set_text_content(None);
        drop(before);
        let content = next();
        Some(untrack(|| mount_to(frame, content)))
    });
}
