//! How a word of the index can match a typed word: spellings, prefixes, typing errors.
//!
//! Compares two words at a time. Knows nothing of the index.

pub(crate) mod edit_distance;

use crate::sorted;
use crate::text;

/// How a word of the index matches a word of the query, from the best kind of match to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum MatchKind {
    /// It is the same word.
    Exact,
    /// It is another spelling of the word, or its singular.
    Variant,
    /// People say it for the typed word.
    Alike,
    /// It begins with the typed word.
    Prefix,
    /// It differs from the typed word by this many errors.
    Fuzzy(u8),
    /// It has a prefix that differs from the typed word by this many errors.
    FuzzyPrefix(u8),
}

impl MatchKind {
    /// Whether the word was typed in full and without an error.
    pub(crate) const fn is_whole(self) -> bool {
        matches!(self, Self::Exact | Self::Variant)
    }

    /// Whether the word was typed in full, with an error or without.
    pub(crate) const fn is_close(self) -> bool {
        matches!(self, Self::Exact | Self::Variant | Self::Fuzzy(_))
    }

    /// Whether the word was typed with an error.
    pub(crate) const fn is_fuzzy(self) -> bool {
        matches!(self, Self::Fuzzy(_) | Self::FuzzyPrefix(_))
    }
}

/// Other spellings of a folded word, its singular, its other forms and what people say instead,
/// each once.
pub(crate) fn variants(word: &str) -> Vec<String> {
    let singular = text::singular(word);
    let spellings = [text::spelling(word), singular.and_then(text::spelling)];
    let singular = singular.map(str::to_owned).into_iter();
    let exchanged = exchanged(word).into_iter().map(str::to_owned);
    let variants = singular.chain(spellings.into_iter().flatten()).chain(forms(word));
    // Lipidoses.
    let greek = word.strip_suffix("oses").filter(|base| base.len() >= SHORTEST_BASE);
    let variants = variants.chain(exchanged).chain(greek.map(|base| format!("{base}osis")));
    sorted::once(variants.filter(|variant| variant != word))
}

/// The word of names that people mean by another one: Gaucher syndrome, Rett disease, an insomnia
/// in the family.
fn exchanged(word: &str) -> Option<&'static str> {
    match word {
        "disease" | "disorder" => Some("syndrome"),
        "syndrome" => Some("disease"),
        "family" => Some("familial"),
        "inherited" => Some("hereditary"),
        "hereditary" => Some("inherited"),
        _ => None,
    }
}

/// Other forms of an English word that has an ending: of *itches*, *itch* and *itching*. Words
/// that begin with the typed one are found anyway.
fn forms(word: &str) -> Vec<String> {
    let mut endings = ["ing", "ed", "es", "e"].iter();
    let bases = endings.find_map(|ending| Some((word.strip_suffix(ending)?, *ending)));
    let Some((base, ending)) = bases.filter(|(it, _)| it.len() >= SHORTEST_BASE && it.is_ascii())
    else {
        return Vec::new();
    };
    // Gabapentine is a misspelling, not a form, of gabapentin.
    let others: &[&str] =
        if ending == "e" { &["ed", "ing", "y"] } else { &["", "e", "s", "es", "ed", "ing", "y"] };
    let mut forms: Vec<String> = others.iter().map(|other| format!("{base}{other}")).collect();
    // Stopped, stopping.
    if let [.., one, other] = base.as_bytes()
        && one == other
    {
        let base = &base[..base.len() - 1];
        forms.extend([base.to_owned(), format!("{base}s")]);
    }
    forms
}

/// The fewest letters of a word without its ending.
const SHORTEST_BASE: usize = 4;

/// How many errors a typed word may contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FuzzyLimits {
    /// Errors in the whole word.
    pub(crate) whole: u8,
    /// Errors in a prefix; `None` where the word must also have been typed in full.
    pub(crate) prefix: Option<u8>,
}

impl FuzzyLimits {
    /// The limits for a word, by its length. `None` for words of up to four letters, for numbers
    /// and for words in other scripts: these must match without an error. Among hundreds of symbols
    /// of genes with four letters most are one letter away from some word.
    pub(crate) fn of(word: &str) -> Option<Self> {
        if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        let (whole, prefix) = match word.len() {
            0..=4 => return None,
            5 => (1, None),
            6 | 7 => (1, Some(1)),
            8 | 9 => (2, Some(1)),
            _ => (2, Some(2)),
        };
        Some(Self { whole, prefix })
    }

    /// The limits for words that begin with another letter, `None` if none of them may match: a
    /// misspelling begins with the same letter, unless it is a single error in a long word.
    pub(crate) fn for_another_beginning(self) -> Option<Self> {
        (self.whole > 1).then_some(Self { whole: 1, prefix: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_and_numbers_must_be_typed_without_error() {
        for word in ["oms", "acad", "sca17", "миоклонус"] {
            assert_eq!(FuzzyLimits::of(word), None, "{word}");
        }
        for (word, whole, prefix) in
            [("krabe", 1, None), ("failure", 1, Some(1)), ("creutzfeldt", 2, Some(2))]
        {
            assert_eq!(FuzzyLimits::of(word), Some(FuzzyLimits { whole, prefix }), "{word}");
        }
    }
}
