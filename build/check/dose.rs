//! Finds doses in text: amounts in digits or in words, and schedules. The explorer gives no doses,
//! so the data may contain none.
//!
//! A dose is an amount of a medicine or how often it is taken. Concentrations (`mmol/l`),
//! percentages, ages and durations are not doses. Knows nothing of entries and fields.

/// Units in which medicines are measured out.
const UNITS: &[&str] = &[
    "mg",
    "g",
    "mcg",
    "µg",
    "μg",
    "ug",
    "ng",
    "ml",
    "cl",
    "iu",
    "meq",
    "mmol",
    "milligram",
    "milligrams",
    "microgram",
    "micrograms",
    "gram",
    "grams",
    "millilitre",
    "millilitres",
    "milliliter",
    "milliliters",
    "unit",
    "units",
    "tablet",
    "tablets",
    "capsule",
    "capsules",
    "pill",
    "pills",
    "drop",
    "drops",
    "puff",
    "puffs",
    "teaspoon",
    "teaspoons",
    "ampoule",
    "ampoules",
    "vial",
    "vials",
];

/// Numbers as words.
const NUMBERS: &[&str] = &[
    "half", "one", "two", "three", "four", "five", "six", "eight", "ten", "twelve", "twenty",
    "hundred",
];

/// Words that make a number before them a schedule.
const SCHEDULES: &[&[&str]] =
    &[&["times", "a", "day"], &["times", "daily"], &["times", "per", "day"], &["x", "daily"]];

/// Phrases that are schedules by themselves.
const PHRASES: &[&[&str]] = &[
    &["once", "daily"],
    &["twice", "daily"],
    &["once", "a", "day"],
    &["twice", "a", "day"],
    &["thrice", "daily"],
    &["every", "other", "day"],
    &["per", "kg"],
    &["mg", "kg"],
];

/// The first dose in a text, as written there.
pub fn find(text: &str) -> Option<String> {
    let words = words(text);
    (0..words.len()).find_map(|at| {
        let here = &words[at..];
        let length = amount(here).or_else(|| schedule(here))?;
        Some(here[..length].iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" "))
    })
}

/// The number of leading words that are an amount such as `20 mg` or `1,5 g`.
fn amount(words: &[Word]) -> Option<usize> {
    let [number, unit, ..] = words else { return None };
    let concentration = unit.followed_by == Some('/')
        && words.get(2).is_some_and(|per| matches!(per.text.as_str(), "l" | "dl" | "ml"));
    (number.counts() && UNITS.contains(&unit.text.as_str()) && !concentration).then_some(2)
}

/// The number of leading words that say how often something is taken.
fn schedule(words: &[Word]) -> Option<usize> {
    let starts = |phrase: &[&str], from: usize| {
        let rest = words.get(from..).unwrap_or_default();
        rest.len() >= phrase.len() && phrase.iter().zip(rest).all(|(want, word)| *want == word.text)
    };
    let counted = words
        .first()?
        .counts()
        .then(|| SCHEDULES.iter().find(|phrase| starts(phrase, 1)).map(|phrase| phrase.len() + 1));
    let phrase = PHRASES.iter().find(|phrase| starts(phrase, 0)).map(|phrase| phrase.len());
    counted.flatten().or(phrase)
}

/// A number, or a run of letters, in lower case.
struct Word {
    text: String,
    /// The character right after the word.
    followed_by: Option<char>,
}

impl Word {
    fn is_number(&self) -> bool {
        self.text.starts_with(|first: char| first.is_ascii_digit())
    }

    /// A number, in digits or as a word.
    fn counts(&self) -> bool {
        self.is_number() || NUMBERS.contains(&self.text.as_str())
    }
}

/// Splits a text into numbers and words; `20mg` is two words.
fn words(text: &str) -> Vec<Word> {
    let text = text.to_lowercase();
    let mut words: Vec<Word> = Vec::new();
    let mut previous = ' ';
    for character in text.chars() {
        let digit = character.is_ascii_digit();
        let separator = matches!(character, '.' | ',') && previous.is_ascii_digit();
        let joins = words.last().is_some_and(|word| {
            word.followed_by.is_none()
                && ((digit || separator) && word.is_number()
                    || character.is_alphabetic() && !word.is_number())
        });
        match words.last_mut() {
            Some(word) if joins => word.text.push(character),
            last => {
                if let Some(word) = last
                    && word.followed_by.is_none()
                {
                    word.followed_by = Some(character);
                }
                if digit || character.is_alphabetic() {
                    words.push(Word { text: character.to_string(), followed_by: None });
                }
            }
        }
        previous = character;
    }
    words
}
