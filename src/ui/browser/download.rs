//! Hands a file to the browser to save it. Only this file knows blobs and their addresses.
//!
//! Nothing leaves the browser. Does not know what the file contains.

use std::time::Duration;

use leptos::prelude::*;
use leptos::web_sys::js_sys::Array;
use leptos::web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};
use wasm_bindgen::{JsCast, JsValue};

use crate::export::File;

/// How long a file can be fetched by its address. The browser starts at once, but may first ask the
/// reader where to put the file.
const KEPT: Duration = Duration::from_secs(60);

/// Saves a file under its own name.
pub(crate) fn save(file: &File) {
    // Fails only if the browser is out of memory. Then there is nothing to save.
    let Ok(address) = address(file) else { return };
    let link = document().create_element("a").map(JsCast::dyn_into::<HtmlAnchorElement>);
    if let Ok(Ok(link)) = link {
        link.set_href(&address);
        link.set_download(&file.name);
        link.click();
    }
    set_timeout(move || drop(Url::revoke_object_url(&address)), KEPT);
}

/// An address within the browser that leads to the file.
fn address(file: &File) -> Result<String, JsValue> {
    let parts = Array::of1(&JsValue::from_str(&file.text));
    let options = BlobPropertyBag::new();
    options.set_type(file.media_type);
    Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &options)?)
}
