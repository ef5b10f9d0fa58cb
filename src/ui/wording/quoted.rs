//! What a reader typed, in quotation marks. Knows no search.

/// How many characters of a typed word are repeated at most. A very long word would push everything
/// else away.
pub(super) const LONGEST: usize = 24;

/// Words in quotation marks, side by side.
pub(super) fn quoted(words: &[String]) -> String {
    let short = words.iter().map(|word| word.chars().take(LONGEST).collect::<String>());
    short.map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ")
}
