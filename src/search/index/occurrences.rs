//! The words of all texts where they occur, collected and sorted for the index.
//!
//! Knows texts and their words. Knows no query.

use std::ops::Range;

use super::{IndexedText, Posting, TextId, small};
use crate::search::stop_words::is_stop_word;
use crate::text;

/// All words of all texts, as they occur.
pub(super) struct Occurrences {
    /// The letters of all occurrences, one after the other.
    letters: String,
    /// The occurrences, by the first byte of their words: none of these lists is long to sort.
    pub(super) found: [Vec<Occurrence>; FIRST_BYTES],
}

/// How many first bytes a word may have.
pub(super) const FIRST_BYTES: usize = u8::MAX as usize + 1;

/// A word where it occurs in a text.
pub(super) struct Occurrence {
    /// Its first eight letters as a number, which sorts as they do.
    beginning: u64,
    /// Where it is in `Occurrences::letters`.
    word: Range<u32>,
    pub(super) posting: Posting,
    /// Whether a misspelt word may match it.
    pub(super) allows_fuzzy: bool,
}

impl Occurrences {
    pub(super) fn none() -> Self {
        Self { letters: String::new(), found: std::array::from_fn(|_| Vec::new()) }
    }

    /// Adds the words of a text, and counts them in it.
    ///
    /// Stop words are left out unless the text is a name, which may consist of nothing else.
    pub(super) fn collect(&mut self, id: TextId, text: &mut IndexedText, written: &str) {
        let (mut position, mut content_words) = (0_u16, 0_u16);
        let mut last_word = String::new();
        let mut last_end = 0;
        let is_name = text.field.is_name();
        text::each_word(written, |word, place| {
            let is_stop_word = is_stop_word(word);
            content_words = content_words.saturating_add(u16::from(!is_stop_word));
            if !is_name && is_stop_word {
                position = position.saturating_add(1);
                return;
            }
            let posting = Posting { text: id, position, field: text.field, owner: text.owner };
            let allows_fuzzy = text.field.allows_fuzzy() && !is_symbol(&written[place.clone()]);
            self.add(&[word], posting, allows_fuzzy);
            if let Some(spelling) = text::spelling(word) {
                self.add(&[&spelling], posting, allows_fuzzy);
            }
            let hyphenated = position > 0 && written.get(last_end..place.start) == Some("-");
            if hyphenated && is_name {
                let first = Posting { position: position - 1, ..posting };
                self.add(&[&last_word, word], first, allows_fuzzy);
            }
            last_word.clear();
            last_word.push_str(word);
            last_end = place.end;
            position = position.saturating_add(1);
        });
        (text.words, text.content_words) = (position, content_words);
        let is_named_kind = || [" syndrome", " disease"].iter().any(|it| written.ends_with(it));
        text.is_eponym =
            is_name && position == 2 && is_named_kind() && written.starts_with(char::is_uppercase);
    }

    /// Adds a word, given in one or more parts.
    fn add(&mut self, parts: &[&str], posting: Posting, allows_fuzzy: bool) {
        let start = self.letters.len();
        self.letters.extend(parts.iter().copied());
        let word = &self.letters.as_bytes()[start..];
        let (first, beginning) = (usize::from(word[0]), beginning(word));
        let word = small(start)..small(self.letters.len());
        self.found[first].push(Occurrence { beginning, word, posting, allows_fuzzy });
    }

    /// Sorts the words with this first byte by word, then by posting, and drops duplicates.
    pub(super) fn sort(&mut self, first: usize) {
        let Self { letters, found } = self;
        let found = &mut found[first];
        let word = |it: &Occurrence| &letters[it.word.start as usize..it.word.end as usize];
        found.sort_unstable_by(|left, right| {
            // Eight letters tell most words apart.
            let words = left.beginning.cmp(&right.beginning);
            let words = words.then_with(|| word(left).cmp(word(right)));
            words.then_with(|| left.posting.cmp(&right.posting))
        });
        found.dedup_by(|left, right| left.posting == right.posting && word(left) == word(right));
    }

    pub(super) fn word(&self, occurrence: &Occurrence) -> &str {
        &self.letters[occurrence.word.start as usize..occurrence.word.end as usize]
    }
}

/// Whether a word, as written, is a number or an abbreviation in capitals such as a gene.
pub(crate) fn is_symbol(written: &str) -> bool {
    let mut characters = written.chars();
    written.chars().any(|character| character.is_ascii_digit())
        || characters.all(|character| !character.is_lowercase())
}

/// The first eight bytes of a word as a number, which sorts as they do.
fn beginning(word: &[u8]) -> u64 {
    (0..8).fold(0, |number, at| number << 8 | u64::from(word.get(at).copied().unwrap_or(0)))
}
