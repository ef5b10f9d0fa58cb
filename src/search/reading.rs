//! What a typed text is taken for: words to look for, phrases, numbers, an age, and what is left
//! out.
//!
//! Names come first: a text that is a name of an entry is read word by word. Everything that is not
//! looked for as it was typed has a remark. Knows the index and the language, but no order.

mod age;
mod amount;
mod contraction;
mod loose;
mod negation;
mod number;
mod phrase;
mod token;

use std::collections::BTreeSet;

pub(crate) use self::amount::{amount, is_form, is_schedule};
pub(crate) use self::number::Number;
pub(crate) use self::phrase::Heard;
use self::token::divide;
pub(crate) use self::token::{Token, tokens};
use crate::catalogue::{AxisValueId, Catalogue};
use crate::search::index::{Index, TextId};
use crate::search::matching::FuzzyLimits;
use crate::search::stop_words::is_stop_word;
use crate::text;

/// The most words of a query that are searched; further words are ignored.
pub(crate) const MAX_WORDS: usize = 18;

/// The most phrases of a query that count.
const MAX_HEARD: usize = 10;

/// A typed text, not yet read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Query {
    /// The text.
    pub(crate) typed: String,
    /// Whether it has any word.
    pub(crate) has_words: bool,
}

/// A typed text, read against an index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The words to search, as typed but folded; at most [`MAX_WORDS`].
    pub(crate) words: Vec<QueryWord>,
    /// Whether the text is a whole name of an entry.
    pub(crate) is_name: bool,
    /// The phrases that were understood.
    pub(crate) heard: Vec<Heard>,
    /// The numbers of diseases and terms.
    pub(crate) numbers: Vec<Number>,
    /// The age that was named: its values on the axis, the closest first.
    pub(crate) age: Vec<AxisValueId>,
    /// Whether an entry need not have more than one of the words.
    pub(crate) any_is_enough: bool,
    /// What was read in another way than as words, in the order of reading.
    pub(crate) remarks: Vec<Remark>,
    /// How many further words are ignored.
    pub(crate) ignored: usize,
}

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct QueryWord {
    /// The word, folded.
    pub(crate) word: String,
    /// Whether it says something: an entry should have it.
    pub(crate) required: bool,
    /// The phrase that the word belongs to, by its position in `Reading::heard`.
    pub(crate) heard: Option<usize>,
    /// Whether it may be misspelt: a short word in capitals is an abbreviation.
    pub(crate) may_be_misspelt: bool,
    /// Whether it was typed to its end, with an error or without.
    pub(crate) is_finished: bool,
    /// Whether it was misspelt, and is already corrected.
    pub(crate) is_corrected: bool,
}

/// Something in a typed text that was not looked for as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// A name that no entry has, of a medicine, a substance or a gene.
    NotHere(String),
    /// A number of a registry or a term that no entry has.
    NumberNotHere(String),
    /// A misspelling, and the word that was looked for.
    Misspelt(String, &'static str),
    /// An age, and what it was taken for.
    Age(String, &'static str),
    /// An amount of a medicine.
    Amount(String),
    /// Words after a negation.
    LeftOut(String),
    /// A gene or a disease that was looked for and not found.
    Excluded(String),
    /// A word such as AND, which has no meaning here.
    Operator(String),
    /// The word OR: entries with any of the words are listed.
    AnyIsEnough(String),
    /// A phrase, and what it was taken for.
    TakenFor(String, &'static str),
}

impl Query {
    /// Takes a typed text. Any text is a query.
    pub(crate) fn parse(typed: &str) -> Self {
        Self { typed: typed.to_owned(), has_words: !tokens(typed).is_empty() }
    }
}

impl Reading {
    /// The phrase that a reason is, as the list of phrases has it. `None` for a text.
    pub(crate) fn said(&self, reason: TextId) -> Option<&'static str> {
        Some(self.heard.get(reason.as_heard()?)?.said)
    }

    /// Reads a query.
    pub(crate) fn of(query: &Query, index: &Index) -> Self {
        let mut reading = Self::default();
        let known =
            |word: &str| !index.prefix(word).is_empty() || Catalogue::bundled().is_other_name(word);
        let mut tokens = divide(&query.typed, tokens(&query.typed), &known);
        if index.is_name(tokens.iter().map(|token| token.word.as_str())) {
            let words = tokens.into_iter().map(|token| QueryWord::plain(token.word)).collect();
            reading.words = words;
            reading.is_name = true;
            reading.shorten();
            reading.require_some();
            return reading;
        }
        number::take(&query.typed, &mut tokens, index, &mut reading);
        amount::take(&query.typed, &mut tokens, &mut reading);
        age::take(&query.typed, &mut tokens, &mut reading);
        contraction::join(&mut tokens);
        negation::take_operators(&query.typed, &mut tokens, &mut reading);
        let corrected = correct(&query.typed, &mut tokens, index, &mut reading);
        let mut found = phrase::find(&query.typed, &tokens);
        negation::take(&query.typed, &mut tokens, &mut found, &mut reading);
        negation::take_excluded(&query.typed, &mut tokens, &mut found, index, &mut reading);
        if let Some(last) = tokens.last().filter(|last| is_stop_word(&last.word)) {
            // It may be the beginning of a word that is being typed.
            let is_begun = index.begins_label(&last.word);
            found.retain(|it| !is_begun || it.tokens != [last.at] || it.heard.is_abbreviation());
        }
        loose::add(&query.typed, &tokens, &mut found);
        found.truncate(MAX_HEARD);
        for token in &tokens {
            let at = found.iter().position(|heard| heard.tokens.contains(&token.at));
            let written = &query.typed[token.place.clone()];
            // AS is an abbreviation; as a word it would find everything that begins so.
            if at.is_some_and(|at| found[at].heard.is_abbreviation()) && is_stop_word(&token.word) {
                continue;
            }
            reading.words.push(QueryWord {
                word: token.word.clone(),
                required: !is_stop_word(&token.word),
                heard: at,
                may_be_misspelt: !is_abbreviation(written),
                is_finished: false,
                is_corrected: corrected.contains(&token.at),
            });
        }
        reading.heard = found.into_iter().map(|found| found.heard).collect();
        reading.shorten();
        reading.rejoin(index);
        reading.require_some();
        reading.forgive(index);
        reading
    }

    /// Whether so many words say something that they may describe an entry in the words of people.
    /// What people say is no fact: one or two words find what is recorded.
    pub(crate) fn describes(&self) -> bool {
        self.words.iter().filter(|word| word.required).count() >= PARTS_OF_A_SENTENCE as usize
    }

    /// Shortens a long text.
    fn shorten(&mut self) {
        if self.words.len() > MAX_WORDS {
            // A whole sentence: stop words and repetitions make room for the other words.
            let mut seen = BTreeSet::new();
            self.words.retain(|it| it.required && seen.insert(it.word.clone()));
        }
        self.ignored = self.words.len().saturating_sub(MAX_WORDS);
        self.words.truncate(MAX_WORDS);
    }

    /// Joins words typed apart where labels have them as one, such as `b 12`.
    fn rejoin(&mut self, index: &Index) {
        let known = |word: &str| index.any_in_label(index.exact(word));
        let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let mut words: Vec<QueryWord> = Vec::new();
        for word in self.words.drain(..) {
            if let Some(before) = words.last_mut() {
                let joined = format!("{}{}", before.word, word.word);
                let are_words = before.word.len() > 2
                    && word.word.len() > 2
                    && known(&before.word)
                    && known(&word.word);
                // 2,4 in the name of a substance is not 24.
                let are_numbers = is_number(&before.word) && is_number(&word.word);
                let with_stop_word = is_stop_word(&before.word) || is_stop_word(&word.word);
                if !are_words && !are_numbers && !with_stop_word && known(&joined) {
                    *before = QueryWord {
                        heard: before.heard.or(word.heard),
                        ..QueryWord::plain(joined)
                    };
                    continue;
                }
            }
            words.push(word);
        }
        self.words = words;
    }

    /// Says which words an entry need not have beside the others.
    fn forgive(&mut self, index: &Index) {
        // A salt or a form beside the name of a medicine.
        let named = self.words.iter().any(|it| index.is_name(std::iter::once(it.word.as_str())));
        // A letter alone: vitamin B, cystatin B.
        let several = self.words.iter().any(|it| it.required && it.word.len() > 1);
        let is_letter =
            |word: &str| word.len() == 1 && word.bytes().all(|it| it.is_ascii_lowercase());
        // A number in a sentence counts something, unless a word before it asks for it.
        let required = self.words.iter().filter(|it| it.required).count();
        let is_sentence = required > PARTS_OF_A_SENTENCE as usize;
        let is_number = |word: &str| word.bytes().all(|it| it.is_ascii_digit());
        let mut before = "";
        for word in &mut self.words {
            let counts = is_sentence && is_number(&word.word) && !NUMBERED.contains(&before);
            let is_beside =
                named && amount::is_form(&word.word) || several && is_letter(&word.word);
            if counts || is_beside {
                word.required = false;
            }
            before = &word.word;
        }
        if is_sentence {
            // Among many words a short one is similar to something by chance, and all but the last
            // are typed to their ends.
            let last = self.words.len().saturating_sub(1);
            for (at, word) in self.words.iter_mut().enumerate() {
                word.may_be_misspelt &= word.word.len() > SHORT_IN_A_SENTENCE;
                word.is_finished = at < last;
            }
        }
        self.require_some();
    }

    /// A query of words that say nothing requires each of them.
    fn require_some(&mut self) {
        if self.words.iter().all(|word| !word.required) {
            self.words.iter_mut().for_each(|word| word.required = true);
        }
    }
}

impl QueryWord {
    /// A word that stands for itself.
    pub(crate) fn plain(word: String) -> Self {
        Self {
            required: !is_stop_word(&word),
            word,
            heard: None,
            may_be_misspelt: true,
            is_finished: false,
            is_corrected: false,
        }
    }
}

/// Whether a word as written is a short word in capitals, such as a gene. A misspelt abbreviation
/// would be another abbreviation.
fn is_abbreviation(written: &str) -> bool {
    written.len() <= LONGEST_ABBREVIATION && !written.chars().any(char::is_lowercase)
}

/// A query with more words than this that say something is a sentence.
pub(crate) const PARTS_OF_A_SENTENCE: u32 = 3;

/// The most letters of a word of a sentence that is never taken for another.
const SHORT_IN_A_SENTENCE: usize = 5;

/// Words after which a number is a part of a name.
const NUMBERED: [&str; 8] =
    ["chromosome", "disease", "grade", "group", "stage", "syndrome", "type", "vitamin"];

/// The longest word in capitals that is never corrected.
const LONGEST_ABBREVIATION: usize = 7;

/// Replaces known misspellings, unless a label has the word. Returns the positions in the text of
/// those that are wrong in every country.
fn correct(typed: &str, tokens: &mut [Token], index: &Index, reading: &mut Reading) -> Vec<usize> {
    let language = Catalogue::bundled().language();
    let mut corrected = Vec::new();
    for at in 0..tokens.len() {
        let is_within = at + 1 < tokens.len();
        let is_before = tokens.get(at + 1).is_some_and(|next| is_syndrome(&next.word));
        let token = &mut tokens[at];
        let written = &typed[token.place.clone()];
        let is_word = !is_abbreviation(written) && !is_stop_word(&token.word);
        if is_before
            && is_word
            && let Some(meant) = similar_eponym(&token.word, index)
        {
            reading.remarks.push(Remark::Misspelt(written.to_owned(), meant));
            corrected.push(token.at);
            token.word = text::words(meant).concat();
            continue;
        }
        if is_within && lacks_final_e(&token.word, index) {
            token.word.push('e');
            continue;
        }
        let Some(spelling) = language.spelling(&token.word) else { continue };
        if index.any_in_label(index.exact(&token.word)) {
            continue;
        }
        if !spelling.is_pair {
            let written = typed[token.place.clone()].to_owned();
            reading.remarks.push(Remark::Misspelt(written, spelling.meant));
            corrected.push(token.at);
        }
        token.word = text::words(spelling.meant).concat();
    }
    corrected
}

/// Whether a word is a name without its last letter, an *e* that other languages do not write:
/// *Cefepim*, *Morphin*. The last word of a query may be unfinished anyway.
fn lacks_final_e(word: &str, index: &Index) -> bool {
    let is_long = word.len() > SHORT && word.bytes().all(|it| it.is_ascii_lowercase());
    let is_known = || index.knows(word) || Catalogue::bundled().is_other_name(word);
    let whole = || format!("{word}e");
    is_long && !is_known() && index.is_name(std::iter::once(whole().as_str()))
}

/// Whether a word means *syndrome* or *disease*, perhaps misspelt or unfinished.
fn is_syndrome(word: &str) -> bool {
    ["diseas", "deseas", "syndr", "sindr"].iter().any(|it| word.starts_with(it))
}

/// The longest word that is too short for a misspelling elsewhere.
const SHORT: usize = 4;

/// The name before *syndrome* or *disease* that a short word is a misspelling of, if there is only
/// one. Elsewhere a short word is never taken for another.
fn similar_eponym(word: &str, index: &Index) -> Option<&'static str> {
    let is_short =
        (3..=SHORT).contains(&word.len()) && word.bytes().all(|it| it.is_ascii_lowercase());
    if !is_short || index.knows(word) || Catalogue::bundled().is_other_name(word) {
        return None;
    }
    let mut found: Option<&'static str> = None;
    for (at, _) in index.fuzzy(word, FuzzyLimits { whole: 1, prefix: None }) {
        if index.word(at).len() < SHORT {
            continue;
        }
        let Some(eponym) = index.eponym(at) else { continue };
        if found.is_some_and(|it| it != eponym) {
            return None;
        }
        found = Some(eponym);
    }
    found
}
