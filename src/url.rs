//! The address of a view: the part after `#`, such as `#/causes/phys-hiccup?q=hic&category=drug`.
//!
//! The parser is total: it drops what it does not know and never fails. The printer is canonical:
//! one view has one address. Knows the syntax, not the browser.

use crate::catalogue::Catalogue;
use crate::facet::Facet;
use crate::view_state::{Page, ViewState};

/// Whether a fragment is an address of ours. Any other fragment is an anchor within the page and
/// says nothing about the view.
pub fn is_route(fragment: &str) -> bool {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    fragment.is_empty() || fragment.starts_with('/')
}

/// The view that a fragment, with or without its `#`, asks for.
pub fn parse(catalogue: &Catalogue, fragment: &str) -> ViewState {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let (path, parameters) = fragment.split_once('?').unwrap_or((fragment, ""));
    let mut view = ViewState::default();
    let (page, slug) = path.trim_start_matches('/').split_once('/').unwrap_or((path, ""));
    let page = page.trim_start_matches('/');
    if let Some(known) = Page::ALL.iter().find(|known| known.key() == page) {
        view.page = *known;
        view.open =
            Some(slug).filter(|slug| !slug.is_empty()).map(|slug| decode(slug, Plus::IsPlus));
    }
    for parameter in parameters.split('&') {
        match parameter.split_once('=') {
            Some(("q", value)) => view.query = decode(value, Plus::IsBlank),
            Some((key, values)) => {
                let facet = Facet::ALL.iter().find(|facet| facet.key() == key);
                // Programs that pass addresses on may have encoded the commas.
                let values = decode(values, Plus::IsPlus);
                let chosen = facet.into_iter().flat_map(|facet| {
                    values.split(',').filter_map(|value| facet.choice(catalogue, value))
                });
                view.chosen.extend(chosen);
            }
            None => {}
        }
    }
    view.chosen.sort_unstable();
    view.chosen.dedup();
    view
}

/// The address of a view, beginning with `#`.
pub fn print(catalogue: &Catalogue, view: &ViewState) -> String {
    let mut address = format!("#/{}", view.page.key());
    if let Some(slug) = &view.open {
        address.push('/');
        encode(slug, &mut address);
    }
    let mut separator = '?';
    if !view.query.is_empty() {
        address.push(separator);
        address.push_str("q=");
        encode(&view.query, &mut address);
        separator = '&';
    }
    for facet in Facet::ALL {
        let chosen = view.chosen.iter().filter(|choice| choice.facet == *facet);
        let keys: Vec<&str> = chosen.map(|choice| choice.key(catalogue)).collect();
        if !keys.is_empty() {
            address.push(separator);
            address.push_str(facet.key());
            address.push('=');
            encode_list(&keys, &mut address);
            separator = '&';
        }
    }
    address
}

/// Encodes keys, joined by commas, which stay readable.
fn encode_list(keys: &[&str], into: &mut String) {
    for (position, key) in keys.iter().enumerate() {
        if position > 0 {
            into.push(',');
        }
        encode(key, into);
    }
}

/// What `+` stands for: a blank in a query, where forms write it so, and itself in a path.
#[derive(Clone, Copy, PartialEq)]
enum Plus {
    IsBlank,
    IsPlus,
}

/// Percent-encodes everything but letters, digits and `-._~`.
fn encode(text: &str, into: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            into.push(char::from(byte));
        } else {
            into.push('%');
            into.push(char::from(HEX[usize::from(byte >> 4)]));
            into.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

/// Decodes percent-encoding. A `%` without two hexadecimal digits stays as it is; bytes that are
/// no UTF-8 become U+FFFD.
fn decode(text: &str, plus: Plus) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = || {
            let high = char::from(*bytes.get(at + 1)?).to_digit(16)?;
            let low = char::from(*bytes.get(at + 2)?).to_digit(16)?;
            u8::try_from(high * 16 + low).ok()
        };
        match (byte, escaped()) {
            (b'%', Some(value)) => {
                decoded.push(value);
                at += 2;
            }
            (b'+', _) if plus == Plus::IsBlank => decoded.push(b' '),
            _ => decoded.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&decoded).into_owned()
}
