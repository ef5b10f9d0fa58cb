//! Words that say nothing about a cause.
//!
//! Knows the language of questions, not what is asked.

/// Words that a whole question has and that say nothing about the cause, as every entry is a cause
/// of jerks, and the names of registries, whose numbers do. They need not be found where others are.
const SAYS_LITTLE: &[&str] = &[
    "a",
    "after",
    "an",
    "and",
    "are",
    "at",
    "be",
    "by",
    "cause",
    "caused",
    "causes",
    "due",
    "during",
    "for",
    "from",
    "has",
    "have",
    "he",
    "her",
    "his",
    "hp",
    "i",
    "in",
    "is",
    "it",
    "jerk",
    "jerking",
    "jerks",
    "mim",
    "my",
    "myoclonic",
    "myoclonus",
    "of",
    "omim",
    "on",
    "or",
    "orpha",
    "orphanet",
    "she",
    "that",
    "the",
    "to",
    "twitch",
    "twitches",
    "twitching",
    "what",
    "when",
    "while",
    "with",
];

/// Whether a folded word says nothing about the cause.
pub fn says_little(word: &str) -> bool {
    SAYS_LITTLE.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_say_little_can_be_found_by_halving() {
        assert!(SAYS_LITTLE.is_sorted());
    }
}
