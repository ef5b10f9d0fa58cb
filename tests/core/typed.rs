//! What a reader might type: pieces of names, misspelt or not, or anything at all.
//!
//! Used from outside and inside the library, and therefore given the names by its user.

use proptest::prelude::*;

/// A query as a reader who knows some of these names might type it.
pub(crate) fn query(names: Vec<&'static str>) -> impl Strategy<Value = String> {
    let piece = (prop::sample::select(names), 0..40_usize, 1..12_usize, 0..40_usize).prop_map(
        |(name, skip, take, slip)| {
            let mut piece: Vec<char> = name.chars().skip(skip).take(take).collect();
            // A slip beyond the piece makes no error.
            if slip + 1 < piece.len() {
                piece.swap(slip, slip + 1);
            }
            piece.into_iter().collect::<String>()
        },
    );
    prop_oneof![
        3 => prop::collection::vec(piece, 1..3).prop_map(|pieces| pieces.join(" ")),
        1 => any::<String>(),
    ]
}
