//! The inverted index: which texts hold which word, and where.
//!
//! Built once. Answers "where do words stand that begin so" and "which words are spelt nearly so";
//! knows nothing of whole queries, weights, filters or order.

use std::ops::Range;

use crate::entry_set::EntrySet;
use crate::search::edit_distance;
use crate::search::matching::{FuzzyLimits, MatchKind};
use crate::search::stop_words::is_stop_word;
use crate::text;

/// What a text is to its entry, from the one that says most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SearchField {
    /// The name shown.
    Name,
    /// Another name.
    Synonym,
    /// A name that people type and that the field would not use.
    LayName,
    /// A number in a registry.
    Identifier,
    /// The symbol of a gene.
    Gene,
    /// The finer shelf, such as the class of a drug.
    Class,
    /// The shelf.
    Category,
    /// What else is found in patients.
    Feature,
    /// An exposure or situation that points to it.
    Context,
    /// Words of the axes: course, distribution, generator and so on.
    Axis,
    /// Plain text: what is done, tests, notes, why it is urgent.
    Text,
}

impl SearchField {
    /// Whether the text is a name of the entry.
    pub const fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::Synonym | Self::LayName)
    }
}

/// One text of one entry, or of several that share it.
#[derive(Clone, Copy, Debug)]
pub struct IndexedText {
    /// The position of the entry among those indexed; of a text that several entries share, the
    /// position of their list behind all entries. Names are never shared.
    pub owner: u16,
    /// What the text is.
    pub field: SearchField,
    /// How many words it has.
    pub words: u16,
    /// How many of these say something about a cause.
    pub content_words: u16,
    /// The text itself.
    pub text: &'static str,
}

/// A text, by its position in the index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextId(u32);

impl TextId {
    /// The text at a position.
    pub fn at(position: usize) -> Self {
        Self(small(position))
    }

    /// The position; names come first.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A place where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Posting {
    /// In which text.
    pub text: TextId,
    /// The how-manieth word of it, from 0.
    pub position: u16,
}

/// Words in order, each with the places where it stands.
#[derive(Debug)]
pub struct Index {
    /// How many entries are indexed.
    entries: usize,
    /// The entries whose names weigh less.
    demoted: EntrySet,
    /// Entries that share texts, list by list.
    shared: Vec<Vec<u16>>,
    /// The names of all entries, then their other texts.
    texts: Vec<IndexedText>,
    /// How many of the texts are names.
    names: usize,
    /// All words, in order, one after the other.
    letters: String,
    /// The words, in order.
    words: Vec<Word>,
    /// The places of the first word, then of the second and so on.
    postings: Vec<Posting>,
}

/// A word of the index.
#[derive(Clone, Copy, Debug)]
struct Word {
    /// Where it begins among all letters.
    letters: u32,
    /// Where its places begin among all places.
    postings: u32,
    /// Which letters it has, one bit each, for telling quickly that it is not near another.
    signature: u32,
    /// Whether it stands in any text but plain text.
    in_label: bool,
    /// Whether misspelt words may be taken for it: it stands in a label, and not as a number or an
    /// abbreviation in capitals, in which every letter counts.
    allows_fuzzy: bool,
}

/// A word as it is found while indexing.
struct Occurrence {
    /// Its first eight letters, as a number in the same order.
    beginning: u64,
    /// Where it stands among all letters found.
    word: Range<u32>,
    posting: Posting,
    /// Whether a misspelt word may be taken for it.
    allows_fuzzy: bool,
}

impl Index {
    /// Indexes the texts of entries, of which the names of the `demoted` ones weigh less, each text with its
    /// owner; an owner behind the entries is a list in
    /// `shared`, so that what thousands have is indexed once.
    ///
    /// A word that is spelt otherwise in American English stands there in the form in which both
    /// meet, too, and the parts of a hyphenated word also as one.
    pub fn build(
        entries: usize,
        demoted: EntrySet,
        shared: Vec<Vec<u16>>,
        texts: impl IntoIterator<Item = (u16, SearchField, &'static str)>,
    ) -> Self {
        let mut texts: Vec<IndexedText> = texts
            .into_iter()
            .map(|(owner, field, text)| IndexedText {
                owner,
                field,
                words: 0,
                content_words: 0,
                text,
            })
            .collect();
        // Stable: the names of an entry keep their order.
        texts.sort_by_key(|text| !text.field.is_name());
        let names = texts.partition_point(|text| text.field.is_name());
        let mut letters = String::new();
        let mut found: Vec<Occurrence> = Vec::new();
        for (id, text) in (0..).zip(&mut texts) {
            let (mut position, mut content_words) = (0_u16, 0_u16);
            let mut last_word = String::new();
            let mut last_end = 0;
            let is_name = text.field.is_name();
            text::each_word(text.text, |word, place| {
                let little = is_stop_word(word);
                content_words = content_words.saturating_add(u16::from(!little));
                if !is_name && little {
                    position = position.saturating_add(1);
                    return;
                }
                let posting = Posting { text: TextId(id), position };
                let allows_fuzzy =
                    text.field != SearchField::Text && !is_symbol(&text.text[place.clone()]);
                let mut add = |word: &[&str], posting| {
                    let start = letters.len();
                    letters.extend(word.iter().copied());
                    let beginning = beginning(&letters.as_bytes()[start..]);
                    let word = small(start)..small(letters.len());
                    found.push(Occurrence { beginning, word, posting, allows_fuzzy });
                };
                add(&[word], posting);
                if let Some(one) = text::spelling(word) {
                    add(&[&one], posting);
                }
                let hyphenated = position > 0 && text.text.get(last_end..place.start) == Some("-");
                if hyphenated && is_name {
                    let first = last_word.as_str();
                    add(&[first, word], Posting { position: position - 1, ..posting });
                }
                last_word.clear();
                last_word.push_str(word);
                last_end = place.end;
                position = position.saturating_add(1);
            });
            (text.words, text.content_words) = (position, content_words);
        }
        let word =
            |found: &Occurrence| &letters[found.word.start as usize..found.word.end as usize];
        found.sort_unstable_by(|left, right| {
            // Eight letters tell most words apart.
            let words = left.beginning.cmp(&right.beginning);
            let words = words.then_with(|| word(left).cmp(word(right)));
            words.then_with(|| left.posting.cmp(&right.posting))
        });
        found.dedup_by(|left, right| left.posting == right.posting && word(left) == word(right));
        let mut index = Self {
            entries,
            demoted,
            shared,
            texts,
            names,
            letters: String::new(),
            words: Vec::new(),
            postings: Vec::with_capacity(found.len()),
        };
        let mut last: Option<&str> = None;
        for each in &found {
            let word = word(each);
            let (posting, allows_fuzzy) = (each.posting, each.allows_fuzzy);
            if last != Some(word) {
                index.words.push(Word {
                    letters: small(index.letters.len()),
                    postings: small(index.postings.len()),
                    signature: signature(word),
                    in_label: false,
                    allows_fuzzy: false,
                });
                index.letters.push_str(word);
                last = Some(word);
            }
            if let Some(word) = index.words.last_mut() {
                word.in_label |= index.texts[posting.text.index()].field != SearchField::Text;
                word.allows_fuzzy |= allows_fuzzy;
            }
            index.postings.push(posting);
        }
        index
    }

    /// How many entries are indexed.
    pub const fn entries(&self) -> usize {
        self.entries
    }

    /// How many of the texts are names; these come first.
    pub const fn names(&self) -> usize {
        self.names
    }

    /// A text.
    pub fn text(&self, id: TextId) -> &IndexedText {
        &self.texts[id.index()]
    }

    /// Whether the names of an entry weigh less than those of others.
    pub fn is_demoted(&self, entry: u16) -> bool {
        self.demoted.contains(usize::from(entry))
    }

    /// The entries that have a text: one, unless it is shared.
    pub fn entries_with(&self, id: TextId) -> &[u16] {
        let owner = &self.texts[id.index()].owner;
        match usize::from(*owner).checked_sub(self.entries) {
            Some(list) => &self.shared[list],
            None => std::slice::from_ref(owner),
        }
    }

    /// All texts; names come first.
    pub fn texts(&self) -> &[IndexedText] {
        &self.texts
    }

    /// The words that begin with `prefix`, which must be folded.
    pub fn prefix(&self, prefix: &str) -> Range<usize> {
        let bytes = prefix.as_bytes();
        let start = self.partition(|word| word < bytes);
        let end = self.partition(|word| word < bytes || word.starts_with(bytes));
        start..end
    }

    /// The words that are exactly this, which must be folded: one or none.
    pub fn exact(&self, word: &str) -> Range<usize> {
        let start = self.partition(|other| other < word.as_bytes());
        let found = start < self.words.len() && self.word(start) == word;
        start..start + usize::from(found)
    }

    /// Whether any of these words stands in a text that is not plain text.
    pub fn any_in_label(&self, words: Range<usize>) -> bool {
        self.words[words].iter().any(|word| word.in_label)
    }

    /// The words of labels that `typed` may be a misspelling of, and how they are near.
    pub fn fuzzy(&self, typed: &str, limits: FuzzyLimits) -> Vec<(usize, MatchKind)> {
        let mine = signature(typed);
        let most = limits.whole.max(limits.prefix.unwrap_or(0));
        let bytes = typed.as_bytes();
        let mut found = Vec::new();
        for (position, word) in self.words.iter().enumerate() {
            // A letter that the word lacks was put in or exchanged: one error each.
            if !word.allows_fuzzy || (mine & !word.signature).count_ones() > u32::from(most) {
                continue;
            }
            let other = self.word(position).as_bytes();
            if let Some(errors) = edit_distance::between(bytes, other, limits.whole) {
                found.push((position, MatchKind::Fuzzy(errors)));
            } else if let Some(limit) = limits.prefix
                && let Some(errors) = edit_distance::to_prefix(bytes, other, limit)
            {
                found.push((position, MatchKind::FuzzyPrefix(errors)));
            }
        }
        found
    }

    /// Where these words stand: word by word, each in the order of texts.
    pub fn postings(&self, words: Range<usize>) -> &[Posting] {
        let start = |word: usize| {
            self.words.get(word).map_or(self.postings.len(), |word| word.postings as usize)
        };
        &self.postings[start(words.start)..start(words.end)]
    }

    /// A word.
    pub fn word(&self, position: usize) -> &str {
        let start = self.words[position].letters as usize;
        let end =
            self.words.get(position + 1).map_or(self.letters.len(), |next| next.letters as usize);
        &self.letters[start..end]
    }

    /// How many words come before, by a condition that holds for the first words and no later.
    fn partition(&self, before: impl Fn(&[u8]) -> bool) -> usize {
        let (mut low, mut high) = (0, self.words.len());
        while low < high {
            let middle = low.midpoint(high);
            if before(self.word(middle).as_bytes()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// Whether a word, as written, is a number or an abbreviation in capitals such as a gene.
pub fn is_symbol(written: &str) -> bool {
    let mut characters = written.chars();
    written.chars().any(|character| character.is_ascii_digit())
        || characters.all(|character| !character.is_lowercase())
}

/// The first eight bytes of a word as a number that sorts as they do.
fn beginning(word: &[u8]) -> u64 {
    (0..8).fold(0, |number, at| number << 8 | u64::from(word.get(at).copied().unwrap_or(0)))
}

/// Which letters and digits a word has, one bit each.
fn signature(word: &str) -> u32 {
    word.bytes().fold(0, |bits, byte| {
        bits | match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'0'..=b'9' => 1 << 26,
            _ => 1 << 27,
        }
    })
}

/// A position in a table; the whole catalogue is far smaller than this holds.
fn small(position: usize) -> u32 {
    u32::try_from(position).expect("the catalogue has fewer than four thousand million letters")
}
