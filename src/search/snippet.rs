//! The part of a long text around the first match.
//!
//! Cuts between words and leaves short texts whole. Knows nothing of the query.

use std::ops::Range;

/// How many bytes are shown before the first mark at most.
const BEFORE: usize = 40;

/// How many bytes a snippet has, give or take a word.
const LENGTH: usize = 110;

/// The part of `text`, in bytes, that shows the first mark; the whole text where it is short.
pub fn snippet(text: &str, first: Option<Range<usize>>) -> Range<usize> {
    if text.len() <= LENGTH + BEFORE {
        return 0..text.len();
    }
    let mark = first.unwrap_or(0..0);
    let blank_from = |at: usize| {
        let from = (at..text.len()).find(|at| text.as_bytes()[*at] == b' ');
        from.unwrap_or(text.len())
    };
    let start = if mark.start <= BEFORE {
        0
    } else {
        // After a blank, to keep the first word whole; never past the mark.
        (blank_from(mark.start - BEFORE) + 1).min(mark.start)
    };
    let end = blank_from((start + LENGTH).max(mark.end).min(text.len()));
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_stays_whole() {
        assert_eq!(snippet("Jerks after a fit", Some(0..5)), 0..17);
    }

    #[test]
    fn a_long_text_is_cut_between_words_around_the_mark() {
        let text = "The team looks for kidney failure ".repeat(20);
        let at =
            text.match_indices("kidney").nth(7).map(|(at, _)| at).expect("the text has twenty");
        let cut = snippet(&text, Some(at..at + 6));
        let shown = &text[cut.clone()];
        assert!(cut.contains(&at) && shown.len() < 170, "{shown}");
        assert!(text[..cut.start].ends_with(' ') && text[cut.end..].starts_with(' '), "{shown}");
    }

    #[test]
    fn a_cut_never_splits_a_letter_of_several_bytes() {
        let text = "œdème cérébral, ".repeat(30);
        for at in text.char_indices().map(|(at, _)| at) {
            let letter = text[at..].chars().next().map_or(0, char::len_utf8);
            let cut = snippet(&text, Some(at..at + letter));
            assert!(text.get(cut.clone()).is_some() && cut.contains(&at), "{cut:?}");
        }
    }
}
