//! What a reader might type: pieces of real names, misspelt or not, or anything at all.
//!
//! The tests inside the library use it, too; it therefore names the catalogue as its user has it.

use proptest::prelude::*;

use super::Catalogue;

/// A query as a reader might type it.
pub(crate) fn query() -> impl Strategy<Value = String> {
    let catalogue = Catalogue::embedded();
    let names: Vec<&'static str> =
        catalogue.cause_ids().flat_map(|id| catalogue.cause(id).names()).collect();
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
