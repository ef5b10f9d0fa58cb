//! How deep the values of a JSON text are nested, without recursion.
//!
//! A reader of JSON calls itself for every level. This runs first, so no file can exhaust the
//! stack.

/// The line on which values are nested deeper than `most`, if there is one. Brackets in texts do
/// not count. The text need not be JSON.
pub(super) fn too_deep(text: &str, most: usize) -> Option<usize> {
    let (mut depth, mut line) = (0_usize, 1);
    let (mut in_text, mut is_escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            b'\n' => line += 1,
            _ if is_escaped => {
                is_escaped = false;
                continue;
            }
            b'\\' if in_text => is_escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => depth += 1,
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > most {
            return Some(line);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_outside_texts_are_counted() {
        for (text, most, expected) in [
            ("[[1], [2]]", 2, None),
            ("[\n[\n[", 2, Some(3)),
            (r#"["[[[\"[[["]"#, 1, None),
            (r#"["\\", [["#, 2, Some(1)),
            ("]]][", 1, None),
        ] {
            assert_eq!(too_deep(text, most), expected, "{text}");
        }
        assert_eq!(too_deep(&"[".repeat(100_000), 64), Some(1));
    }
}
