//! What the forms of an English word have in common.
//!
//! Knows no dictionary: it cuts endings.

use std::borrow::Cow;

use crate::text;

/// The beginning of an English word that its forms have in common: of *jerking*, *jerk*. It only
/// serves to compare.
fn ending_cut(word: &str) -> &str {
    let stem = ["ing", "ed", "es", "s", "e"].iter().find_map(|ending| word.strip_suffix(ending));
    let stem = stem.filter(|stem| stem.len() >= SHORTEST_STEM && stem.is_ascii()).unwrap_or(word);
    // Stopped, stopping.
    match stem.as_bytes() {
        [.., one, other]
            if one == other && stem.len() < word.len() && stem.len() > SHORTEST_STEM =>
        {
            &stem[..stem.len() - 1]
        }
        _ => stem,
    }
}

/// The stem of the common spelling of a word: of *tumours* and *tumors*, *tumor*.
pub fn spelt_stem(word: &str) -> Cow<'_, str> {
    match text::common(word) {
        Cow::Owned(common) => Cow::Owned(ending_cut(&common).to_owned()),
        Cow::Borrowed(word) => Cow::Borrowed(ending_cut(word)),
    }
}

/// The fewest letters of a stem.
const SHORTEST_STEM: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_a_word_have_one_stem() {
        for (word, expected) in [
            ("jerk", "jerk"),
            ("jerks", "jerk"),
            ("jerking", "jerk"),
            ("twitches", "twitch"),
            ("stopped", "stop"),
            ("stop", "stop"),
            ("waking", "wak"),
            ("wake", "wak"),
            ("gas", "gas"),
            ("his", "his"),
            ("off", "off"),
            ("bed", "bed"),
        ] {
            assert_eq!(ending_cut(word), expected, "{word}");
        }
    }
}
