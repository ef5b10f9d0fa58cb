//! The number of typing errors between two words, counted up to a limit.
//!
//! A missing, an added or a wrong letter and two swapped neighbours are one error each (optimal
//! string alignment). Works on bytes: the words are folded, and words in other scripts are never
//! matched with errors. Knows nothing of the index.

/// The longest word, in bytes, that is compared; a longer one matches nothing.
pub(crate) const MAX_LENGTH: usize = 40;

/// The errors between two words, or `None` for more than `limit`.
pub(crate) fn between(typed: &[u8], word: &[u8], limit: u8) -> Option<u8> {
    if typed.len().abs_diff(word.len()) > usize::from(limit) {
        return None;
    }
    Some(aligned(typed, word, limit)?.whole).filter(|errors| *errors <= limit)
}

/// The errors between the typed letters and the most similar prefix of a word, or `None` for more
/// than `limit`: the word may not have been typed in full.
pub(crate) fn to_prefix(typed: &[u8], word: &[u8], limit: u8) -> Option<u8> {
    if typed.len() > word.len() + usize::from(limit) {
        return None;
    }
    Some(aligned(typed, word, limit)?.prefix).filter(|errors| *errors <= limit)
}

struct Aligned {
    whole: u8,
    prefix: u8,
}

/// One row of the matrix: the errors between one prefix of the word and every prefix of the typed
/// letters.
type Row = [u8; MAX_LENGTH + 1];

/// Fills the matrix row by row and stops once no later row can be within the limit.
fn aligned(typed: &[u8], word: &[u8], limit: u8) -> Option<Aligned> {
    let length = typed.len();
    if length > MAX_LENGTH || word.len() > MAX_LENGTH {
        return None;
    }
    let mut before_last: Row = [0; MAX_LENGTH + 1];
    let mut last: Row = [0; MAX_LENGTH + 1];
    for (errors, cell) in (0..).zip(&mut last[..=length]) {
        *cell = errors;
    }
    let mut prefix = last[length];
    let mut least_before = 0;
    for (at, &letter) in word.iter().enumerate() {
        let mut row: Row = [0; MAX_LENGTH + 1];
        // Both words are shorter than a byte can count.
        row[0] = last[0] + 1;
        let mut least = row[0];
        for (from, &typed_letter) in typed.iter().enumerate() {
            let exchanged = last[from] + u8::from(typed_letter != letter);
            let mut errors = exchanged.min(last[from + 1] + 1).min(row[from] + 1);
            if at > 0 && from > 0 && typed_letter == word[at - 1] && typed[from - 1] == letter {
                errors = errors.min(before_last[from - 1] + 1);
            }
            row[from + 1] = errors;
            least = least.min(errors);
        }
        prefix = prefix.min(row[length]);
        if least > limit && least_before >= limit {
            return (prefix <= limit).then_some(Aligned { whole: u8::MAX, prefix });
        }
        least_before = least;
        before_last = last;
        last = row;
    }
    Some(Aligned { whole: last[length], prefix })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The whole matrix, as a textbook has it.
    fn matrix(typed: &[u8], word: &[u8]) -> Vec<Vec<u8>> {
        let mut cells = vec![vec![0_u8; word.len() + 1]; typed.len() + 1];
        for row in 0..=typed.len() {
            for column in 0..=word.len() {
                cells[row][column] = if row == 0 || column == 0 {
                    u8::try_from(row.max(column)).expect("words are short")
                } else {
                    let differs = u8::from(typed[row - 1] != word[column - 1]);
                    let mut errors = (cells[row - 1][column - 1] + differs)
                        .min(cells[row - 1][column] + 1)
                        .min(cells[row][column - 1] + 1);
                    if row > 1
                        && column > 1
                        && typed[row - 1] == word[column - 2]
                        && typed[row - 2] == word[column - 1]
                    {
                        errors = errors.min(cells[row - 2][column - 2] + 1);
                    }
                    errors
                };
            }
        }
        cells
    }

    #[track_caller]
    fn check(typed: &str, word: &str, whole: Option<u8>, prefix: Option<u8>) {
        assert_eq!(between(typed.as_bytes(), word.as_bytes(), 2), whole, "{typed} {word}");
        assert_eq!(to_prefix(typed.as_bytes(), word.as_bytes(), 2), prefix, "{typed} {word}");
    }

    #[test]
    fn each_kind_of_error_counts_once() {
        check("hiccup", "hiccup", Some(0), Some(0));
        check("hicup", "hiccup", Some(1), Some(1));
        check("hicccup", "hiccup", Some(1), Some(1));
        check("hickup", "hiccup", Some(1), Some(1));
        check("cruetzfeldt", "creutzfeldt", Some(1), Some(1));
        check("gabapentine", "gabapentin", Some(1), Some(1));
        check("cruetz", "creutzfeldt", None, Some(1));
        check("", "hi", Some(2), Some(0));
        check("zzz", "hiccup", None, None);
    }

    #[test]
    fn a_very_long_word_matches_nothing() {
        let long = "a".repeat(MAX_LENGTH + 1);
        check(&long, &long, None, None);
    }

    proptest! {
        #[test]
        fn the_bounded_distance_equals_the_whole_matrix(
            typed in "[ab c]{0,9}", word in "[ab c]{0,9}", limit in 0..4_u8,
        ) {
            let (typed, word) = (typed.as_bytes(), word.as_bytes());
            let cells = matrix(typed, word);
            let whole = cells[typed.len()][word.len()];
            prop_assert_eq!(between(typed, word, limit), (whole <= limit).then_some(whole));
            let nearest = *cells[typed.len()].iter().min().expect("there is the empty prefix");
            prop_assert_eq!(to_prefix(typed, word, limit), (nearest <= limit).then_some(nearest));
        }
    }
}
