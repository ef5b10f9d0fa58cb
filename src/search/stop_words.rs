//! Stop words: words that say nothing about a cause.
//!
//! Jerks are among them, because every entry causes them, and so are the names of registries,
//! because the number is enough. An entry need not contain them if the query has other words. The
//! list is in `data/phrases/`.

use crate::catalogue::Catalogue;

/// Whether a folded word is a stop word.
pub(crate) fn is_stop_word(word: &str) -> bool {
    Catalogue::bundled().language().is_filler(word)
}
