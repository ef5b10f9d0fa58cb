//! The inverted index: which texts contain which word, and where.
//!
//! Built once. Answers "where are the words with this prefix" and "which words are spelt like this
//! one". Knows nothing of whole queries, boosts, filters or order.

pub(super) mod occurrences;

use std::ops::Range;

use self::occurrences::{FIRST_BYTES, Occurrences};
use crate::catalogue::{Catalogue, Link};
use crate::entry_set::EntrySet;
use crate::search::matching::{FuzzyLimits, MatchKind, edit_distance};
use crate::search::stop_words::is_stop_word;
use crate::steps::pause;
use crate::text;

/// The role of a text in its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SearchField {
    /// The name shown.
    Name,
    /// Another name.
    Synonym,
    /// An everyday name, which a specialist would not use.
    LayName,
    /// A brand of a medicine.
    Brand,
    /// A name of a medicine in another language, or an older one.
    MedicineName,
    /// A number in a registry.
    Identifier,
    /// The symbol of a gene.
    Gene,
    /// A symbol that the gene had before.
    FormerSymbol,
    /// Another abbreviation of the gene.
    OtherSymbol,
    /// The subcategory, such as the class of a drug.
    Class,
    /// The category.
    Category,
    /// Another finding in patients.
    Feature,
    /// An exposure or situation that points to the entry.
    Context,
    /// A word of an axis: course, distribution, generator and so on.
    Axis,
    /// A medicine that makes the disease worse.
    WorsenedBy,
    /// What it is, in plain words.
    Plain,
    /// Further text: tests, treatment, notes, the reason for urgency.
    Text,
    /// A word with which people describe the entry; or, as a reason, everyday words that lead to
    /// it. No fact about the entry.
    Said,
}

impl SearchField {
    /// Whether the text is a name of the entry.
    pub const fn is_name(self) -> bool {
        matches!(
            self,
            Self::Name | Self::Synonym | Self::LayName | Self::Brand | Self::MedicineName
        )
    }

    /// Whether the text is the symbol of a gene.
    pub(crate) const fn is_symbol(self) -> bool {
        matches!(self, Self::Gene | Self::FormerSymbol | Self::OtherSymbol)
    }

    /// Whether the text says what the entry is: a name, the description in plain words, or a word
    /// with which people describe it.
    pub(crate) const fn tells(self) -> bool {
        self.is_name() || matches!(self, Self::Plain | Self::Said)
    }

    /// Whether the text is a name or another label: no sentence, and nothing that people say.
    pub(crate) const fn is_label(self) -> bool {
        !matches!(self, Self::Plain | Self::Text | Self::Said)
    }

    /// Whether a misspelt word may match. Not in plain text or in what people say. Not in names of
    /// medicines other than the name shown either: the name of another medicine is often one letter
    /// away.
    pub(crate) const fn allows_fuzzy(self) -> bool {
        !matches!(
            self,
            Self::Plain
                | Self::Text
                | Self::Said
                | Self::WorsenedBy
                | Self::Brand
                | Self::MedicineName
        )
    }
}

/// An entry, by its position, or a list of entries that share a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Owner(u32);

impl Owner {
    /// The entry or the list at a position.
    pub(crate) fn at(position: usize) -> Self {
        Self(small(position))
    }

    /// The position.
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// One text of one entry, or of several entries that share it: all but its letters, so that many of
/// them are near each other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct IndexedText {
    /// The entry. For a shared text, the number of entries plus the position of their list in
    /// `shared`. Names are never shared.
    pub(crate) owner: Owner,
    /// What the text is.
    pub(crate) field: SearchField,
    /// How many words it has.
    pub(crate) words: u16,
    /// How many of these are not stop words.
    pub(crate) content_words: u16,
    /// Whether it is a name of two words such as *Dravet syndrome*: the first has a capital, the
    /// last is *syndrome* or *disease*.
    pub(crate) is_eponym: bool,
}

/// A text, by its position in the index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TextId(u32);

impl TextId {
    /// The text at a position.
    pub(crate) fn at(position: usize) -> Self {
        Self(small(position))
    }

    /// A phrase of a query instead of a text, by its position there.
    pub(crate) fn heard(position: usize) -> Self {
        Self(HEARD | small(position))
    }

    /// The position of the phrase, if it is one.
    pub(crate) const fn as_heard(self) -> Option<usize> {
        if self.0 & HEARD == 0 { None } else { Some((self.0 & !HEARD) as usize) }
    }

    /// The position; names come first.
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The bit that sets a phrase apart from a text.
const HEARD: u32 = 1 << 31;

/// One place where a word occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Posting {
    /// The text.
    pub(crate) text: TextId,
    /// Zero-based position of the word in the text.
    pub(crate) position: u16,
    /// What the text is, and who has it. Here as well, because a word may begin with one letter in
    /// most texts, and looking each of them up is what takes long.
    pub(crate) field: SearchField,
    /// See [`IndexedText::owner`].
    pub(crate) owner: Owner,
}

/// All words in order, each with its postings.
#[derive(Debug)]
pub(crate) struct Index {
    /// How many entries are indexed.
    entry_count: usize,
    /// The entries whose names count less.
    demoted: EntrySet,
    /// The entries that are single medicines.
    medicines: EntrySet,
    /// How many genes each entry has.
    genes: Vec<u16>,
    /// Lists of entries that share texts.
    shared: Vec<Vec<Owner>>,
    /// The names of all entries, then their other texts.
    texts: Vec<IndexedText>,
    /// Their letters.
    written: Vec<&'static str>,
    /// How many of the texts are names.
    name_count: usize,
    /// The position of the first shared text; all after it are shared.
    first_shared: usize,
    /// The position of an entry among those indexed.
    position: fn(Link) -> Option<usize>,
    /// The letters of all words, one word after the other.
    letters: String,
    /// The words, in order.
    words: Vec<Word>,
    /// The postings of the first word, then of the second and so on.
    postings: Vec<Posting>,
}

/// A word of the index.
#[derive(Clone, Copy, Debug)]
struct Word {
    /// Where it begins in `Index::letters`.
    letters: u32,
    /// Where its postings begin in `Index::postings`.
    postings: u32,
    /// Which letters it has, one bit each, to rule out most fuzzy matches quickly.
    signature: u32,
    /// Whether it is in a label.
    in_label: bool,
    /// Whether a misspelt word may match it: it is in a label, and not as a number or an
    /// abbreviation in capitals, where every letter counts.
    allows_fuzzy: bool,
}

/// How many texts are indexed in one step.
const STEP: u32 = 64;

impl Index {
    /// Indexes the texts of entries, each given with its owner. A text that many entries have is
    /// given once: its owner is then a position past the entries and means a list in `shared`. The
    /// names of `demoted` entries count less.
    ///
    /// Where a word has another spelling in American English, the form in which both meet is
    /// indexed too; so are the parts of a hyphenated name as one word. Pauses often: see `steps`.
    pub(crate) async fn build(
        entry_count: usize,
        demoted: EntrySet,
        shared: Vec<Vec<Owner>>,
        texts: Vec<(Owner, SearchField, &'static str)>,
        position: fn(Link) -> Option<usize>,
    ) -> Self {
        let (mut texts, others): (Vec<_>, Vec<_>) =
            texts.into_iter().partition(|(_, field, _)| field.is_name());
        let name_count = texts.len();
        texts.extend(others);
        let written: Vec<&'static str> = texts.iter().map(|(.., text)| *text).collect();
        let texts = texts.into_iter().map(|(owner, field, _)| IndexedText {
            owner,
            field,
            words: 0,
            content_words: 0,
            is_eponym: false,
        });
        let mut texts: Vec<IndexedText> = texts.collect();
        let is_own = |text: &IndexedText| text.owner.index() < entry_count;
        let first_shared = texts.partition_point(is_own);
        let mut occurrences = Occurrences::none();
        for (id, (text, written)) in (0..).zip(texts.iter_mut().zip(&written)) {
            occurrences.collect(TextId(id), text, written);
            if id % STEP == 0 {
                pause().await;
            }
        }
        let mut index = Self {
            entry_count,
            demoted,
            medicines: EntrySet::none(entry_count),
            genes: vec![0; entry_count],
            shared,
            texts,
            written,
            name_count,
            first_shared,
            position,
            letters: String::new(),
            words: Vec::new(),
            postings: Vec::with_capacity(occurrences.found.iter().map(Vec::len).sum()),
        };
        for first in 0..FIRST_BYTES {
            if !occurrences.found[first].is_empty() {
                occurrences.sort(first);
                index.write_postings(&occurrences, first);
                pause().await;
            }
        }
        for text in index.texts.iter().filter(|text| text.field == SearchField::Gene) {
            if let Some(genes) = index.genes.get_mut(text.owner.index()) {
                *genes += 1;
            }
        }
        index
    }

    /// The same index, where these entries are single medicines.
    pub(crate) fn with_medicines(self, medicines: impl Iterator<Item = usize>) -> Self {
        let mut index = self;
        medicines.for_each(|entry| index.medicines.insert(entry));
        index
    }

    /// Adds the words with this first byte and their postings, from sorted occurrences.
    fn write_postings(&mut self, occurrences: &Occurrences, first: usize) {
        let mut last: Option<&str> = None;
        for occurrence in &occurrences.found[first] {
            let word = occurrences.word(occurrence);
            let posting = occurrence.posting;
            if last != Some(word) {
                self.words.push(Word {
                    letters: small(self.letters.len()),
                    postings: small(self.postings.len()),
                    signature: signature(word),
                    in_label: false,
                    allows_fuzzy: false,
                });
                self.letters.push_str(word);
                last = Some(word);
            }
            if let Some(word) = self.words.last_mut() {
                word.in_label |= posting.field.is_label();
                word.allows_fuzzy |= occurrence.allows_fuzzy;
            }
            self.postings.push(posting);
        }
    }

    /// How many entries are indexed.
    pub(crate) const fn entry_count(&self) -> usize {
        self.entry_count
    }

    /// How many of the texts are names; these come first.
    pub(crate) const fn name_count(&self) -> usize {
        self.name_count
    }

    /// How many texts there are.
    pub(crate) const fn text_count(&self) -> usize {
        self.texts.len()
    }

    /// The position of an entry; `None` if it is not in this index.
    pub(crate) fn position(&self, entry: Link) -> Option<Owner> {
        let position = (self.position)(entry)?;
        (position < self.entry_count).then(|| Owner::at(position))
    }

    /// The text of a label that several entries share: by its first word that is indexed, if
    /// it has any.
    pub(crate) fn label(&self, field: SearchField, label: &str) -> Option<TextId> {
        let mut first = None;
        text::each_word(label, |word, _| {
            if first.is_none() && !is_stop_word(word) {
                first = Some(self.exact(word));
            }
        });
        let is_it = |id: &TextId| {
            let text = self.text(*id);
            id.index() >= self.first_shared && text.field == field && self.written(*id) == label
        };
        match first {
            Some(first) => self.postings(first).iter().map(|posting| posting.text).find(is_it),
            // *Myoclonus* alone: a stop word in such a text is not indexed.
            None => (self.first_shared..self.texts.len()).map(TextId::at).find(is_it),
        }
    }

    /// The texts that have a number of a registry or of a term, such as `HP:0001336`.
    pub(crate) fn numbered(&self, number: &str) -> Vec<TextId> {
        let ontology = Catalogue::bundled().ontology();
        let term = ontology.find(number).map(|id| ontology.term(id).label);
        let of_term = term.and_then(|label| self.label(SearchField::Feature, label));
        let texts = self.texts.iter().zip(&self.written).enumerate();
        let own = texts.filter(|(_, (text, written))| {
            text.field == SearchField::Identifier && **written == number
        });
        own.map(|(at, _)| TextId::at(at)).chain(of_term).collect()
    }

    /// Whether these folded words are a whole name.
    pub(crate) fn is_name<'w>(&self, words: impl Iterator<Item = &'w str> + Clone) -> bool {
        self.all_names(words).next().is_some()
    }

    /// The texts of the names that consist of these folded words.
    pub(crate) fn names<'w>(&self, words: impl Iterator<Item = &'w str> + Clone) -> Vec<TextId> {
        self.all_names(words).collect()
    }

    fn all_names<'w>(
        &self,
        words: impl Iterator<Item = &'w str> + Clone,
    ) -> impl Iterator<Item = TextId> {
        let first = words.clone().next().unwrap_or_default();
        let count = words.clone().count();
        let postings = self.postings(self.exact(first)).iter();
        let begins = postings.filter(|posting| posting.position == 0).map(|posting| posting.text);
        begins.filter(move |id| {
            let text = self.text(*id);
            text.field.is_name()
                && usize::from(text.words) == count
                && text::words(self.written(*id)).iter().map(String::as_str).eq(words.clone())
        })
    }

    /// The entries whose shown name begins with a folded word, none of them demoted.
    pub(crate) fn beginning_names(&self, word: &str) -> Vec<Owner> {
        let postings = self.postings(self.exact(word)).iter();
        let begins = postings.filter(|posting| posting.position == 0);
        let texts = begins.map(|posting| self.text(posting.text));
        let shown = texts.filter(|text| text.field == SearchField::Name);
        let mut entries: Vec<Owner> = shown.map(|text| text.owner).collect();
        entries.retain(|entry| !self.is_demoted(*entry));
        entries.dedup();
        entries
    }

    /// The word at a position as written in a name in which *syndrome* or *disease* follows it.
    pub(crate) fn eponym(&self, position: usize) -> Option<&'static str> {
        let first = self.postings(position..position + 1).iter().filter(|it| it.position == 0);
        first.filter(|it| it.field.is_name()).find_map(|it| {
            let mut words = self.written(it.text).split(' ');
            let first = words.next()?;
            matches!(words.next()?, "syndrome" | "disease").then_some(first)
        })
    }

    /// Whether any word of a label begins with this folded one.
    pub(crate) fn begins_label(&self, word: &str) -> bool {
        self.any_in_label(self.prefix(word))
    }

    /// A text.
    pub(crate) fn text(&self, id: TextId) -> &IndexedText {
        &self.texts[id.index()]
    }

    /// A text as it is written.
    pub(crate) fn written(&self, id: TextId) -> &'static str {
        self.written[id.index()]
    }

    /// Whether the names of an entry count less than those of others.
    pub(crate) fn is_demoted(&self, entry: Owner) -> bool {
        self.demoted.contains(entry.index())
    }

    /// Whether an entry is a single medicine.
    pub(crate) fn is_medicine(&self, entry: Owner) -> bool {
        self.medicines.contains(entry.index())
    }

    /// How many genes an entry has.
    pub(crate) fn genes_of(&self, entry: usize) -> u16 {
        self.genes[entry]
    }

    /// The entries that have a text: one, unless it is shared.
    pub(crate) fn entries_with(&self, id: TextId) -> &[Owner] {
        self.entries_of(&self.texts[id.index()].owner)
    }

    /// The entries of an owner: itself, unless it is a list.
    pub(crate) fn entries_of<'o>(&'o self, owner: &'o Owner) -> &'o [Owner] {
        match owner.index().checked_sub(self.entry_count) {
            Some(list) => &self.shared[list],
            None => std::slice::from_ref(owner),
        }
    }

    /// All texts, for the scan oracle; names come first.
    #[cfg(test)]
    pub(crate) fn texts(&self) -> &[IndexedText] {
        &self.texts
    }

    /// The words with this prefix, which must be folded.
    pub(crate) fn prefix(&self, prefix: &str) -> Range<usize> {
        let bytes = prefix.as_bytes();
        let start = self.partition(|word| word < bytes);
        let end = self.partition(|word| word < bytes || word.starts_with(bytes));
        start..end
    }

    /// The word that is exactly this folded one: a range of one, or empty.
    pub(crate) fn exact(&self, word: &str) -> Range<usize> {
        let start = self.partition(|other| other < word.as_bytes());
        let found = start < self.words.len() && self.word(start) == word;
        start..start + usize::from(found)
    }

    /// Whether any of these words is in a label.
    pub(crate) fn any_in_label(&self, words: Range<usize>) -> bool {
        self.words[words].iter().any(|word| word.in_label)
    }

    /// Whether a label has this folded word.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.any_in_label(self.exact(word))
    }

    /// The words of labels that `typed` may be a misspelling of, and how they match.
    pub(crate) fn fuzzy(&self, typed: &str, limits: FuzzyLimits) -> Vec<(usize, MatchKind)> {
        // Most words begin with another letter, and hardly any of them is near enough.
        let same = self.prefix(typed.get(..1).unwrap_or(typed));
        let others = limits.for_another_beginning();
        let (before, after) = (0..same.start, same.end..self.words.len());
        let mut found = Vec::new();
        for (limits, words) in [(others, before), (Some(limits), same), (others, after)] {
            if let Some(limits) = limits {
                self.add_fuzzy(typed, limits, words, &mut found);
            }
        }
        found
    }

    /// Adds those of some words that are within the limits.
    fn add_fuzzy(
        &self,
        typed: &str,
        limits: FuzzyLimits,
        words: Range<usize>,
        found: &mut Vec<(usize, MatchKind)>,
    ) {
        let mine = signature(typed);
        let most = limits.whole.max(limits.prefix.unwrap_or(0));
        let bytes = typed.as_bytes();
        for position in words {
            let word = &self.words[position];
            // Each typed letter that the word does not have costs at least one error.
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
    }

    /// The postings of these words: word by word, each in the order of texts.
    pub(crate) fn postings(&self, words: Range<usize>) -> &[Posting] {
        let start = |word: usize| {
            self.words.get(word).map_or(self.postings.len(), |word| word.postings as usize)
        };
        &self.postings[start(words.start)..start(words.end)]
    }

    /// The word at a position.
    pub(crate) fn word(&self, position: usize) -> &str {
        let start = self.words[position].letters as usize;
        let end =
            self.words.get(position + 1).map_or(self.letters.len(), |next| next.letters as usize);
        &self.letters[start..end]
    }

    /// How many words fulfil a condition that holds for the first words and for none after them.
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

/// A position as a small number, which is large enough for the whole catalogue.
pub(crate) fn small(position: usize) -> u32 {
    u32::try_from(position).expect("the catalogue has fewer than four billion of each thing")
}
