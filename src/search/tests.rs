//! Oracles of the search: the index finds what a plain scan of all texts finds.
//!
//! Knows the texts of the bundled catalogue. Knows no page and no filter.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::prelude::*;

use super::index::{Index, SearchField, TextId, is_symbol};
use super::matching::{FuzzyLimits, MatchKind, variants};
use super::query::Query;
use super::rank::{counts, rank};
use super::stop_words::is_stop_word;
use super::{documents, edit_distance};
use crate::catalogue::Catalogue;
use crate::entry_set::EntrySet;
use crate::text;

#[path = "../../tests/core/typed.rs"]
mod typed;

/// The index of the causes and, for the scan, their words.
struct Indexed {
    index: Index,
    /// All words, each once: they are compared with what is typed once, not in every text.
    words: Vec<String>,
    /// For each text, the positions of its words in `words`.
    texts: Vec<Vec<usize>>,
    /// Whether a misspelt word may match: some label has the word, and not as a symbol.
    allows_fuzzy: Vec<bool>,
    /// Whether any label has the word.
    in_label: Vec<bool>,
}

static CAUSES: LazyLock<Indexed> = LazyLock::new(|| {
    let catalogue = Catalogue::bundled();
    let size = catalogue.cause_count();
    let (shared, texts) = documents::of_causes(catalogue);
    let index = Index::build(size, EntrySet::none(size), shared, texts);
    let mut positions: BTreeMap<String, usize> = BTreeMap::new();
    let mut indexed = Indexed {
        index,
        words: Vec::new(),
        texts: Vec::new(),
        allows_fuzzy: Vec::new(),
        in_label: Vec::new(),
    };
    for text in indexed.index.texts() {
        let mut words = Vec::new();
        for (word, is_symbol) in words_of(text.field, text.text) {
            let position = *positions.entry(word).or_insert_with_key(|word| {
                indexed.words.push(word.clone());
                indexed.allows_fuzzy.push(false);
                indexed.in_label.push(false);
                indexed.words.len() - 1
            });
            let in_label = text.field != SearchField::Text;
            indexed.in_label[position] |= in_label;
            indexed.allows_fuzzy[position] |= text.field.allows_fuzzy() && !is_symbol;
            words.push(position);
        }
        indexed.texts.push(words);
    }
    indexed
});

/// The words of a text, and whether each is a number or an abbreviation in capitals.
fn words_of(field: SearchField, text: &'static str) -> Vec<(String, bool)> {
    let mut words: Vec<(String, bool)> = Vec::new();
    let mut last: Option<(String, usize)> = None;
    text::each_word(text, |word, place| {
        let is_symbol = is_symbol(&text[place.clone()]);
        let mut add = |word: String| words.push((word, is_symbol));
        if field.is_name() || !is_stop_word(word) {
            add(word.to_owned());
            text::spelling(word).into_iter().for_each(&mut add);
        }
        if field.is_name()
            && let Some((before, end)) = &last
            && text.get(*end..place.start) == Some("-")
        {
            add(format!("{before}{word}"));
        }
        last = Some((word.to_owned(), place.end));
    });
    words
}

/// The names of all causes.
fn names() -> Vec<&'static str> {
    let catalogue = Catalogue::bundled();
    catalogue.cause_ids().flat_map(|id| catalogue.cause(id).names()).collect()
}

/// How a word matches a typed one, without any index.
fn kind(typed: &str, word: &str, fuzzy: bool) -> Option<MatchKind> {
    if word == typed {
        return Some(MatchKind::Exact);
    }
    if word.starts_with(typed) {
        return Some(MatchKind::Prefix);
    }
    if variants(typed).iter().any(|variant| variant == word) {
        return Some(MatchKind::Variant);
    }
    let limits = FuzzyLimits::of(typed).filter(|_| fuzzy)?;
    let (typed_letters, letters) = (typed.as_bytes(), word.as_bytes());
    let whole = edit_distance::between(typed_letters, letters, limits.whole);
    let prefix = || edit_distance::to_prefix(typed_letters, letters, limits.prefix?);
    let kind = whole.map(MatchKind::Fuzzy).or_else(|| prefix().map(MatchKind::FuzzyPrefix));
    kind.filter(|kind| limits.allows(typed, word, *kind))
}

/// How each word of the texts matches a typed one. Misspellings match where no label has the typed
/// word, a variant of it or a longer word.
fn kinds(indexed: &Indexed, typed: &str) -> Vec<Option<MatchKind>> {
    let kinds = |fuzzy: bool| -> Vec<Option<MatchKind>> {
        let words = indexed.words.iter().zip(&indexed.allows_fuzzy);
        words.map(|(word, allows)| kind(typed, word, fuzzy && *allows)).collect()
    };
    let exact = kinds(false);
    let known = exact.iter().zip(&indexed.in_label).any(|(kind, label)| kind.is_some() && *label);
    if known { exact } else { kinds(true) }
}

/// The entries that a query finds, by a scan of all texts: those with the most of its words, and
/// those with a name that the query contains in full.
fn scan(indexed: &Indexed, typed: &str) -> BTreeSet<usize> {
    let index = &indexed.index;
    let query = Query::parse(typed).rejoined(index);
    let kinds: Vec<_> = query.words.iter().map(|typed| kinds(indexed, &typed.word)).collect();
    let mut has: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); index.entry_count()];
    let mut found = BTreeSet::new();
    for (id, (text, words)) in index.texts().iter().zip(&indexed.texts).enumerate() {
        let mut whole = BTreeSet::new();
        for (position, typed) in query.words.iter().enumerate() {
            let last = position + 1 == query.words.len();
            for kind in words.iter().filter_map(|word| kinds[position][*word]) {
                if counts(text.field, kind, &typed.word, last) {
                    for entry in index.entries_with(TextId::at(id)) {
                        has[usize::from(*entry)].insert(position);
                    }
                    whole.extend(kind.is_whole().then_some(position));
                }
            }
        }
        let required = whole.iter().any(|position: &usize| query.words[*position].required);
        if text.field.is_name() && whole.len() >= usize::from(text.words) && required {
            found.insert(usize::from(text.owner));
        }
    }
    let required = |has: &BTreeSet<usize>| {
        has.iter().filter(|position| query.words[**position].required).count()
    };
    let most = has.iter().map(required).max().unwrap_or_default();
    let entries = 0..index.entry_count();
    found.extend(entries.filter(|entry| most > 0 && required(&has[*entry]) == most));
    found
}

proptest! {
    #[test]
    fn the_index_finds_what_a_scan_of_all_texts_finds(query in typed::query(names())) {
        let size = CAUSES.index.entry_count();
        let parsed = Query::parse(&query);
        let found = rank(&CAUSES.index, &parsed, &EntrySet::all(size)).entries;
        if parsed.words.is_empty() {
            prop_assert_eq!(found.count(), size);
        } else {
            prop_assert_eq!(found.positions().collect::<BTreeSet<_>>(), scan(&CAUSES, &query));
        }
    }
}

#[test]
fn every_name_can_be_typed_in_plain_letters() {
    let catalogue = Catalogue::bundled();
    for cause in catalogue.cause_ids().map(|id| catalogue.cause(id)) {
        for name in std::iter::once(&cause.name).chain(cause.synonyms) {
            let folded = text::words(name).join(" ");
            assert!(folded.is_ascii(), "{}: {name:?} folds to {folded:?}", cause.slug);
        }
    }
}
