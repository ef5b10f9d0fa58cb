//! Percent-encoding.
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

/// Percent-encodes everything but letters, digits and `-._~:`. A colon before a tilde is encoded
/// too: what follows `:~:` in an address is for the browser, which takes it away.
pub(super) fn encode(text: &str, into: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let bytes = text.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let is_plain = match byte {
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

/// Decodes percent-encoding. A `%` without two hexadecimal digits stays as it is; bytes that are
/// not UTF-8 become U+FFFD.
pub(super) fn decode(text: &str, plus: Plus) -> String {
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
