//! Reads a file that the reader has chosen or dropped. Only this file knows files.
//!
//! The bytes stay in the page. Does not know what they mean.

use leptos::prelude::*;
use leptos::web_sys::js_sys::Uint8Array;
use leptos::web_sys::{DragEvent, File, HtmlInputElement};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Gives the bytes of the file that was chosen in a field to a function. The field is then empty
/// again, so the same file can be chosen once more.
pub(crate) fn chosen(event: &leptos::ev::Event, most: usize, take: impl FnOnce(Bytes) + 'static) {
    let field = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return };
    if let Some(file) = field.files().and_then(|files| files.get(0)) {
        read(&file, most, take);
    }
    field.set_value("");
}

/// The same for a file that was dropped on the page.
pub(crate) fn dropped(event: &DragEvent, most: usize, take: impl FnOnce(Bytes) + 'static) {
    let files = event.data_transfer().and_then(|dropped| dropped.files());
    if let Some(file) = files.and_then(|files| files.get(0)) {
        // The browser would leave the page and show the file.
        event.prevent_default();
        read(&file, most, take);
    }
}

/// The bytes of a file, or how many there are, if these are too many to be read.
pub(crate) type Bytes = Result<Vec<u8>, usize>;

fn read(file: &File, most: usize, take: impl FnOnce(Bytes) + 'static) {
    // A size is a whole number far below the limits of the type.
    let size = file.size() as usize;
    if size > most {
        take(Err(size));
        return;
    }
    let owner = Owner::current();
    let taken = Closure::once(move |bytes: JsValue| {
        let take = move || take(Ok(Uint8Array::new(&bytes).to_vec()));
        match owner {
            Some(owner) => owner.with(take),
            None => take(),
        }
    });
    // A file that has gone in the meantime gives nothing.
    let _ = file.array_buffer().then(&taken);
    taken.forget();
}
