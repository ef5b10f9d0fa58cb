//! What programs do to an address on its way to a reader, undone.
//!
//! Chat and mail programs encode its signs, once or more often, wrap it, leave the escapes of mail
//! in it, change the case of its letters and add the full stop or the bracket that came after it.
//! Knows the signs of an address, not its pages and ids.

use super::percent::{MAILED_EQUALS, Plus, decode};

/// How many times one address is encoded at most. Each program on its way may add a layer.
const LAYERS: usize = 8;

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
    let mut whole = unescaped(fragment);
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
    let path: String = path.chars().map(plain).collect();
    let path = path.rsplit_once("#/").map_or(&*path, |(_, path)| path).trim_start_matches('#');
    let path = path.split('#').next().unwrap_or_default();
    let is_around = |letter: char| !letter.is_alphanumeric();
    let path = path.trim_matches(is_around);
    let path = path.strip_suffix(".html").unwrap_or(path);
    let parameters = rest.strip_prefix(['?', '&']).unwrap_or_default().split('&');
    Parts { path: path.to_owned(), parameters: parameters.flat_map(parameter).collect() }
}

/// A fragment without the escapes that HTML, JSON and mail have for signs. None of them is ours: we
/// encode every sign of a text that is typed.
fn unescaped(fragment: &str) -> String {
    let mut plain = String::with_capacity(fragment.len());
    let mut rest = fragment;
    while let Some(at) = rest.find(['&', '\\']) {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let (sign, length) = escape(from).unwrap_or((&from[..1], 1));
        plain.push_str(sign);
        rest = &from[length..];
    }
    plain.push_str(rest);
    // A path has no equals sign. In the rest it stands before numbers.
    let (path, rest) = divided(&plain);
    unmailed(path) + rest
}

/// A text that has no equals sign of its own, without those of mail programs: `=2F` for a sign, and
/// one at the end of each line.
fn unmailed(text: &str) -> String {
    let mut parts = text.split('=');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let line = part.strip_prefix("%0D").unwrap_or(part);
        let line = line.strip_prefix("%0A").unwrap_or(line);
        if line.len() == part.len() {
            let is_digit = |it: &u8| it.is_ascii_digit() || (b'A'..=b'F').contains(it);
            let is_escape = part.bytes().take(2).filter(is_digit).count() == 2;
            plain.push(if is_escape { '%' } else { '=' });
        }
        plain.push_str(line);
    }
    plain
}

/// The sign that an escape such as `&#47;` or `\u0026` stands for, and the length of the escape.
fn escape(text: &str) -> Option<(&'static str, usize)> {
    let (code, length) = if let Some(number) = text.strip_prefix("&#") {
        let (number, _) = number.split_once(';')?;
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u8::from_str_radix(digits, 16),
            None => number.parse(),
        };
        (code, number.len() + "&#;".len())
    } else {
        let digits = text.strip_prefix("\\u00")?.get(..2)?;
        (u8::from_str_radix(digits, 16), "\\u0000".len())
    };
    let code = usize::from(code.ok()?);
    Some((SIGNS.get(code.checked_sub(usize::from(b' '))?..)?.get(..1)?, length))
}

/// The signs of ASCII from the blank on, as far as the first capital.
const SIGNS: &str = " !\"#$%&'()*+,-./0123456789:;<=>?@";

/// A sign as keyboards of other scripts and other systems write it, in the form that addresses
/// have.
fn plain(letter: char) -> char {
    match letter {
        '\\' | '\u{2044}' | '\u{2215}' => '/',
        // Full width: the same order as in ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    }
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
    if let Some((key, value)) = written.split_once('=') {
        // No value has an equals sign of its own, so a program has encoded others than that.
        if let Some(mailed) = value.strip_prefix(MAILED_EQUALS) {
            written = format!("{key}={}", mailed.replace("=26", "&").replace("=3D", "="));
        } else if value.contains('=') {
            written = written.replace("%26", "&").replace("%u0026", "&");
        }
    }
    // At the end of an address HTML may have escaped what came after it, such as `&gt;`.
    let is_sign = |it: &str| {
        let behind = it.split_once(';').filter(|_| !it.contains('='));
        behind.is_some_and(|(_, behind)| !behind.contains(char::is_alphanumeric))
    };
    let each = written.split('&').filter(|it| !it.is_empty() && !is_sign(it));
    let parameters = each.map(|parameter| {
        let (key, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        let key = decode(key, Plus::IsPlus);
        // HTML writes `&amp;` for the sign between two parameters.
        let key = key.rsplit(';').next().unwrap_or_default().to_owned();
        (key, unmailed(value))
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

/// What comes before the first sign that no id has. A name, a tag, an ending or a sentence may have
/// been left behind it.
pub(super) fn leading(text: &str) -> &str {
    let is_own = |letter: char| letter.is_alphanumeric() || "-_".contains(letter);
    text.split(|letter| !is_own(letter)).next().unwrap_or_default()
}

/// The letters, digits, hyphens and underscores of a text: all that ids and keys differ by. Line
/// breaks, blanks, invisible signs and punctuation around it are gone.
pub(super) fn id(text: &str) -> String {
    own(text).collect::<String>().trim_matches(BARS).to_owned()
}

/// Whether the id of a text is this one. Compared without making it: an address may have a hundred
/// values that mean nothing, and there are thousands to compare each with.
pub(super) fn has_id(text: &str, id: &str) -> bool {
    // Most differ in the first letter.
    if let ([one, ..], [other, ..]) = (text.as_bytes(), id.as_bytes())
        && one.is_ascii_alphanumeric()
        && one.to_ascii_lowercase() != *other
    {
        return false;
    }
    let is_bar = |letter: &char| BARS.contains(letter);
    let mut letters = own(text).skip_while(is_bar);
    id.chars().all(|letter| letters.next() == Some(letter)) && letters.all(|it| is_bar(&it))
}

/// What no id begins or ends with.
const BARS: [char; 2] = ['-', '_'];

/// The signs of a text that ids have, in small letters.
fn own(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter_map(|letter| match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '-' | '_' => Some(letter),
        _ => letter.is_ascii_alphanumeric().then(|| letter.to_ascii_lowercase()),
    })
}
