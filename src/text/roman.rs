//! Roman numbers: `type II` and `type 2` are the same.
//!
//! One that is also an English word or an abbreviation (I, V, IV, X) is a number only after a word
//! such as *type*. Knows two words at a time.

/// The Arabic number for a Roman one, with the letter that may follow it: `IIIb` is `3b`. Takes the
/// word as written and the folded word before it.
pub(super) fn number(written: &str, before: &str) -> Option<String> {
    if !written.starts_with(['I', 'V', 'X', 'i', 'v', 'x']) || written.len() > LONGEST {
        return None;
    }
    let counted = COUNTED.contains(&before);
    let (numeral, letter) = split(written)?;
    let value = VALUES.iter().position(|it| it.eq_ignore_ascii_case(numeral))? + 1;
    let is_capital = numeral.bytes().all(|it| it.is_ascii_uppercase());
    let is_small = numeral.bytes().all(|it| it.is_ascii_lowercase());
    let is_clear = match letter {
        _ if !is_capital && !is_small => false,
        // Small, it may also be the beginning of a word that is being typed.
        "" => counted || CLEAR.contains(&value) || is_capital && !AMBIGUOUS.contains(&value),
        // *In* and *is* are words, IIH is an abbreviation.
        _ if counted => is_capital || numeral.len() > 1,
        _ => is_capital && numeral.len() > 1 && letter.bytes().all(|it| it.is_ascii_lowercase()),
    };
    is_clear.then(|| format!("{value}{}", letter.to_ascii_lowercase()))
}

/// Words before a number.
const COUNTED: [&str; 13] = [
    "type", "types", "subtype", "grade", "stage", "class", "form", "group", "variant", "complex",
    "level", "factor", "nerve",
];

/// One to nineteen. XX is mostly two chromosomes.
const VALUES: [&str; 19] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
    "XVI", "XVII", "XVIII", "XIX",
];

/// The numbers that mean something else even in capitals.
const AMBIGUOUS: [usize; 4] = [1, 4, 5, 10];

/// The numbers that mean nothing else and begin no word.
const CLEAR: [usize; 4] = [2, 3, 7, 8];

/// The longest number with its letter.
const LONGEST: usize = 6;

/// The numeral and the letter behind it, if any.
fn split(written: &str) -> Option<(&str, &str)> {
    let is_numeral = |it: char| matches!(it, 'I' | 'V' | 'X' | 'i' | 'v' | 'x');
    let end = written.find(|it| !is_numeral(it)).unwrap_or(written.len());
    // Both in the same case, or the letter small.
    let letter = &written[end..];
    (letter.len() <= 1 && letter.is_ascii()).then_some((&written[..end], letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_roman_number_is_read_where_it_can_be_nothing_else() {
        for (before, written, expected) in [
            ("sialidosis", "II", Some("2")),
            ("sialidosis", "iii", Some("3")),
            ("type", "I", Some("1")),
            ("type", "iv", Some("4")),
            ("type", "Ia", Some("1a")),
            ("type", "In", Some("1n")),
            ("type", "VIIA", Some("7a")),
            ("type", "iib", Some("2b")),
            ("deficiency", "IIh", Some("2h")),
            ("type", "in", None),
            ("", "I", None),
            ("cefepime", "IV", None),
            ("", "IIH", None),
            ("", "X", None),
            ("", "VI", Some("6")),
            ("with", "vi", None),
            ("with", "Vi", None),
            ("", "via", None),
            ("SCA", "XVII", Some("17")),
            ("", "XX", None),
            ("", "HIV", None),
            ("", "IIX", None),
        ] {
            assert_eq!(number(written, before).as_deref(), expected, "{before} {written}");
        }
    }
}
