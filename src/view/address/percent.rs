//! Percent-encoding, and the form `%u002F` that some programs still write.
//!
//! Knows bytes and texts, not what they mean in an address.

/// The meaning of `+`: a blank in a query, as forms write it, and a plus sign elsewhere.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Plus {
    /// A blank.
    IsBlank,
    /// Itself.
    IsPlus,
}

/// The equals sign as mail programs write it, without its own sign: what they leave of it.
pub(super) const MAILED_EQUALS: &str = "3D";

/// Percent-encodes everything but letters, digits and `-._~:`. A colon before a tilde is encoded
/// too: what follows `:~:` in an address is for the browser, which takes it away. So is the first
/// letter of a text that begins as mail programs begin what they damaged.
pub(super) fn encode(text: &str, into: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let bytes = text.as_bytes();
    let looks_mailed = text.starts_with(MAILED_EQUALS);
    for (at, &byte) in bytes.iter().enumerate() {
        let is_plain = match byte {
            _ if at == 0 && looks_mailed => false,
            b':' => bytes.get(at + 1) != Some(&b'~'),
            b'-' | b'.' | b'_' | b'~' => true,
            _ => byte.is_ascii_alphanumeric(),
        };
        if is_plain {
            into.push(char::from(byte));
        } else {
            into.push('%');
            into.push(char::from(HEX[usize::from(byte >> 4)]));
            into.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

/// Decodes percent-encoding. A `%` without two hexadecimal digits, or without `u` and four, stays
/// as it is; bytes that are not UTF-8 and halves of a pair become U+FFFD.
pub(super) fn decode(text: &str, plus: Plus) -> String {
    let mut rest = text.as_bytes();
    let mut decoded = Vec::with_capacity(rest.len());
    while let Some(&byte) = rest.first() {
        let length = if let Some(value) = escaped(rest, "%", 2) {
            decoded.push(value as u8);
            3
        } else if let Some((letter, length)) = wide(rest) {
            decoded.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
            length
        } else {
            decoded.push(if byte == b'+' && plus == Plus::IsBlank { b' ' } else { byte });
            1
        };
        rest = &rest[length..];
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// The letter that a text begins with in the form `%u002F`, and the length of that form: two in a
/// row for letters beyond U+FFFF.
fn wide(text: &[u8]) -> Option<(char, usize)> {
    const LENGTH: usize = "%u0000".len();
    let first = escaped(text, "%u", 4)?;
    let second = text.get(LENGTH..).and_then(|rest| escaped(rest, "%u", 4));
    let letter = char::decode_utf16([first].into_iter().chain(second)).next()?;
    let letter = letter.unwrap_or(char::REPLACEMENT_CHARACTER);
    Some((letter, LENGTH * letter.len_utf16()))
}

/// The number that a text begins with, as a mark and so many hexadecimal digits.
fn escaped(text: &[u8], mark: &str, digits: usize) -> Option<u16> {
    let digits = text.strip_prefix(mark.as_bytes())?.get(..digits)?;
    digits.iter().try_fold(0, |value, digit| {
        Some(value * 16 + u16::try_from(char::from(*digit).to_digit(16)?).ok()?)
    })
}
