//! What programs do to an address on its way to a reader, undone.
//!
//! Chat and mail programs encode its signs, once or more often, wrap it, change the case of its
//! letters and add the full stop or the bracket that came after it. Knows the signs of an address,
//! not its pages and ids.

use super::percent::{Plus, decode};

/// How many times one address is encoded at most. Each program on its way may add a layer.
const LAYERS: usize = 4;

/// An address in its parts.
pub(super) struct Parts {
    /// The path, decoded: a page, then perhaps a slash and an entry.
    pub(super) path: String,
    /// The parameters: the key, decoded, and the value, as written.
    pub(super) parameters: Vec<(String, String)>,
}

/// A fragment, with or without its `#`, in its parts.
pub(super) fn parts(fragment: &str) -> Parts {
    // A browser that does not know links to a text leaves the text in the fragment.
    let fragment = fragment.split(":~:").next().unwrap_or_default();
    let mut whole = fragment.to_owned();
    for _ in 0..LAYERS {
        let (path, rest) = divided(&whole);
        // We write no path that needs encoding, so a program has encoded the path or everything.
        if !path.contains('%') {
            break;
        }
        whole = if rest.starts_with('?') {
            decode(path, Plus::IsPlus) + rest
        } else {
            decode(&whole, Plus::IsPlus)
        };
    }
    let (path, rest) = divided(&whole);
    // A whole address may have been pasted behind the sign, and an anchor behind the path.
    let path = path.rsplit_once("#/").map_or(path, |(_, path)| path).trim_start_matches('#');
    let path = path.split('#').next().unwrap_or_default();
    let is_around = |letter: char| !letter.is_alphanumeric();
    let path = path.trim_matches(is_around);
    let path = path.strip_suffix(".html").unwrap_or(path);
    let parameters = rest.strip_prefix(['?', '&']).unwrap_or_default().split('&');
    Parts { path: path.to_owned(), parameters: parameters.flat_map(parameter).collect() }
}

/// The path, and the rest from its first sign on. Some writers forget the question mark.
fn divided(address: &str) -> (&str, &str) {
    address.split_at(address.find(['?', '&']).unwrap_or(address.len()))
}

/// The parameters in one that is as written: several if their signs were encoded.
fn parameter(written: &str) -> Vec<(String, String)> {
    let mut written = written.to_owned();
    for _ in 0..LAYERS {
        if written.contains('=') || !written.contains('%') {
            break;
        }
        written = decode(&written, Plus::IsPlus);
    }
    let each = written.split('&').filter(|parameter| !parameter.is_empty());
    let parameters = each.map(|parameter| {
        let (key, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        let key = decode(key, Plus::IsPlus);
        // HTML writes `&amp;` for the sign between two parameters.
        let key = key.rsplit(';').next().unwrap_or_default().to_owned();
        (key, value.to_owned())
    });
    parameters.collect()
}

/// A value that contains no percent sign of its own, without its layers of encoding.
pub(super) fn decoded(value: &str) -> String {
    let mut decoded = decode(value, Plus::IsPlus);
    for _ in 1..LAYERS {
        if !decoded.contains('%') {
            break;
        }
        decoded = decode(&decoded, Plus::IsPlus);
    }
    decoded
}

/// The letters, digits, hyphens and underscores of a text: all that ids and keys differ by. Line
/// breaks, blanks, invisible signs and punctuation around it are gone.
pub(super) fn id(text: &str) -> String {
    let kept = text.chars().filter_map(|letter| match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '-' | '_' => Some(letter),
        _ => letter.is_ascii_alphanumeric().then(|| letter.to_ascii_lowercase()),
    });
    kept.collect::<String>().trim_matches(['-', '_']).to_owned()
}
