//! Oracles of the search: the index finds what a plain scan of all texts finds.
//!
//! Knows the texts of the bundled catalogue. Knows no page and no filter.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::prelude::*;

use super::boosts::BOOSTS;
use super::concept::{self, Lead};
use super::documents;
use super::index::occurrences::is_symbol;
use super::index::{Index, IndexedText, SearchField, TextId};
use super::matching::{FuzzyLimits, MatchKind, edit_distance, variants};
use super::rank::{FEW_OF_ALL, Ranked, Typed, counts, rank, rarity};
use super::reading::{Query, QueryWord, Reading, Remark};
use super::stop_words::is_stop_word;
use crate::catalogue::{Catalogue, Link, spelt_stem};
use crate::entry_set::EntrySet;
use crate::steps::at_once;
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
    let (shared, texts) = at_once(documents::of_causes(catalogue));
    let position = |link| match link {
        Link::Cause(id) => Some(id.index()),
        Link::Topic(_) | Link::Category(_) => None,
    };
    let index = at_once(Index::build(size, EntrySet::none(size), shared, texts, position));
    let mut positions: BTreeMap<String, usize> = BTreeMap::new();
    let mut indexed = Indexed {
        index,
        words: Vec::new(),
        texts: Vec::new(),
        allows_fuzzy: Vec::new(),
        in_label: Vec::new(),
    };
    for (id, text) in indexed.index.texts().iter().enumerate() {
        let mut words = Vec::new();
        for (word, is_symbol) in words_of(text.field, indexed.index.written(TextId::at(id))) {
            let position = *positions.entry(word).or_insert_with_key(|word| {
                indexed.words.push(word.clone());
                indexed.allows_fuzzy.push(false);
                indexed.in_label.push(false);
                indexed.words.len() - 1
            });
            let in_label = text.field.is_label();
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
fn kind(typed: &QueryWord, word: &str, fuzzy: bool) -> Option<MatchKind> {
    let QueryWord { word: typed, is_finished, .. } = typed;
    if word == typed {
        return Some(MatchKind::Exact);
    }
    if word.starts_with(typed.as_str()) {
        return Some(MatchKind::Prefix);
    }
    if variants(typed).iter().any(|variant| variant == word) {
        return Some(MatchKind::Variant);
    }
    let catalogue = Catalogue::bundled();
    let may_be_alike = !is_stop_word(typed) && !catalogue.is_other_name(typed);
    let mut alike = catalogue.language().alike(typed);
    if may_be_alike && !is_stop_word(word) && alike.any(|stem| spelt_stem(word) == stem) {
        return Some(MatchKind::Alike);
    }
    let limits = FuzzyLimits::of(typed).filter(|_| fuzzy)?;
    let (typed_letters, letters) = (typed.as_bytes(), word.as_bytes());
    let whole = edit_distance::between(typed_letters, letters, limits.whole);
    let prefix = limits.prefix.filter(|_| !is_finished);
    let prefix = || edit_distance::to_prefix(typed_letters, letters, prefix?);
    let kind = whole.map(MatchKind::Fuzzy).or_else(|| prefix().map(MatchKind::FuzzyPrefix));
    // A misspelling begins with the same letter, unless it is a single error in a long word.
    let begins_alike = typed_letters.first() == letters.first();
    kind.filter(|kind| begins_alike || *kind == MatchKind::Fuzzy(1) && limits.whole > 1)
}

/// How each word of the texts matches a typed one. Misspellings match where no label has the typed
/// word, a variant of it or a longer word, and where it is no name of something else.
fn kinds(indexed: &Indexed, typed: &QueryWord) -> Vec<Option<MatchKind>> {
    let QueryWord { word, may_be_misspelt, .. } = typed;
    let kinds = |fuzzy: bool| -> Vec<Option<MatchKind>> {
        let words = indexed.words.iter().zip(&indexed.allows_fuzzy);
        words.map(|(other, allows)| kind(typed, other, fuzzy && *allows)).collect()
    };
    let exact = kinds(false);
    let known = is_in_label(indexed, &exact);
    let is_name = Catalogue::bundled().is_other_name(word);
    let guesses = *may_be_misspelt && !known && !is_name && !is_stop_word(word);
    if guesses { kinds(true) } else { exact }
}

/// Whether a label has a typed word, a variant of it or a word that begins with it.
fn is_in_label(indexed: &Indexed, kinds: &[Option<MatchKind>]) -> bool {
    let is_typed =
        |kind: &Option<MatchKind>| kind.is_some_and(|it| it.is_whole() || it == MatchKind::Prefix);
    kinds.iter().zip(&indexed.in_label).any(|(kind, label)| is_typed(kind) && *label)
}

/// The entries that a query finds, by a scan of all texts: those with what weighs nearly as much
/// as what the best one has, those with a name that the query contains in full, and those that a
/// phrase leads to.
fn scan(indexed: &Indexed, typed: &str) -> BTreeSet<usize> {
    let index = &indexed.index;
    let reading = Reading::of(&Query::parse(typed), index);
    let words = &reading.words;
    let kinds: Vec<_> = words.iter().map(|typed| kinds(indexed, typed)).collect();
    let is_in_label = |kinds: &Vec<Option<MatchKind>>| is_in_label(indexed, kinds);
    let describe: Vec<bool> =
        kinds.iter().map(|kinds| reading.describes() || !is_in_label(kinds)).collect();
    let mut has: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); index.entry_count()];
    let mut labelled = has.clone();
    let mut itself = has.clone();
    let (mut found, mut led, mut meant) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut names: Vec<((&IndexedText, &str), BTreeSet<usize>)> = Vec::new();
    for (id, (text, in_text)) in index.texts().iter().zip(&indexed.texts).enumerate() {
        let mut whole = BTreeSet::new();
        for (position, typed) in words.iter().enumerate() {
            let typed = Typed {
                length: typed.word.len(),
                says_nothing: is_stop_word(&typed.word),
                last: position + 1 == words.len(),
                describes: describe[position],
            };
            for kind in in_text.iter().filter_map(|word| kinds[position][*word]) {
                if counts(text.field, kind, typed) {
                    for entry in index.entries_with(TextId::at(id)) {
                        has[entry.index()].insert(position);
                        if kind != MatchKind::Alike {
                            itself[entry.index()].insert(position);
                        }
                        if text.field.is_label() {
                            labelled[entry.index()].insert(position);
                        }
                    }
                    whole.extend(kind.is_whole().then_some(position));
                }
            }
        }
        let required = whole.iter().any(|position: &usize| words[*position].required);
        if text.field.is_name() && whole.len() >= usize::from(text.words) && required {
            found.insert(text.owner.index());
        }
        if text.field.is_name() {
            names.push(((text, index.written(TextId::at(id))), whole));
        }
    }
    let content = (0..words.len()).filter(|position| words[*position].required);
    let mut needed: BTreeSet<usize> = content.clone().collect();
    for (at, heard) in reading.heard.iter().enumerate() {
        let own: Vec<usize> =
            content.clone().filter(|position| words[*position].heard == Some(at)).collect();
        let position = words.len() + at;
        let mut leads = false;
        concept::leads(index, heard, |lead, _| {
            leads = true;
            match lead {
                Lead::Entry(entry) => {
                    has[entry.index()].insert(position);
                    led.insert(entry.index());
                    if concept::is_said(heard) {
                        meant.insert(entry.index());
                    }
                }
                Lead::Label(id) => {
                    let entries = index.entries_with(id).iter();
                    entries.for_each(|entry| {
                        has[entry.index()].insert(position);
                    });
                }
            }
        });
        if concept::is_said(heard) {
            needed.retain(|position| !own.contains(position));
            if leads {
                needed.insert(position);
                let all: Vec<usize> =
                    (0..words.len()).filter(|word| words[*word].heard == Some(at)).collect();
                // Of several words one alone says little: in a text, or if many entries have it.
                let is_one_of_several = own.len() == 1 && all != own;
                let has_own = |has: &BTreeSet<usize>| own.iter().all(|word| has.contains(word));
                let with_label = labelled.iter().filter(|it| has_own(it)).count();
                let is_common = is_one_of_several && with_label > has.len() / FEW_OF_ALL;
                let wanted = if is_common { &all } else { &own };
                for ((has, itself), labelled) in has.iter_mut().zip(&itself).zip(&labelled) {
                    let is_labelled = !is_one_of_several || has_own(labelled);
                    let has_words = wanted.iter().all(|word| itself.contains(word));
                    if !own.is_empty() && is_labelled && has_words {
                        has.insert(position);
                    }
                }
            }
        }
    }
    for (at, number) in reading.numbers.iter().enumerate() {
        let position = words.len() + reading.heard.len() + at;
        needed.insert(position);
        for entry in number.texts.iter().flat_map(|id| index.entries_with(*id)) {
            has[entry.index()].insert(position);
        }
    }
    if needed.is_empty() {
        needed.extend(content);
    }
    let all = u32::try_from(has.len()).expect("there are few entries");
    let having = |position: usize| has.iter().filter(|has| has.contains(&position)).count();
    let rarity = |position: usize| rarity(all, u32::try_from(having(position)).unwrap_or(all));
    let positions = words.len() + reading.heard.len() + reading.numbers.len();
    let there = needed.iter().copied().filter(|position| having(*position) > 0);
    let most = there.map(rarity).max().unwrap_or(64);
    let weights: Vec<u32> = (0..positions)
        .map(|position| (256 * rarity(position) / most).clamp(BOOSTS.least_weight, 256))
        .collect();
    let covered = |has: &BTreeSet<usize>| -> u32 {
        has.intersection(&needed).map(|position| weights[*position]).sum()
    };
    let others = of_other_numbers(words, &names, &meant);
    let here: Vec<usize> = (0..has.len()).filter(|entry| !others.contains(entry)).collect();
    let best = here.iter().map(|entry| covered(&has[*entry])).max().unwrap_or_default();
    let count = u32::try_from(needed.len()).unwrap_or_default();
    let percent = BOOSTS.least_covered(words.len(), count);
    let have =
        |percent| here.iter().filter(|at| covered(&has[**at]) >= percent * best / 100).count();
    let is_label = |entry: usize, at: usize| at >= words.len() || labelled[entry].contains(&at);
    let by_labels = |entry: usize| -> u32 {
        let of_labels = has[entry].intersection(&needed).filter(|at| is_label(entry, **at));
        of_labels.map(|position| weights[*position]).sum()
    };
    let whole: u32 = needed.iter().map(|position| weights[*position]).sum();
    let is_open = (count > 2 || words.len() > 4) && here.iter().all(|at| by_labels(*at) < whole);
    let few = is_open && best > 0 && have(percent) < BOOSTS.few_entries;
    let share = if few { BOOSTS.least_if_few } else { percent } * best / 100;
    let least = if reading.any_is_enough { 1 } else { share };
    found.extend(led);
    found.retain(|entry| !others.contains(entry));
    found.extend(here.iter().filter(|entry| best > 0 && covered(&has[**entry]) >= least));
    found
}

/// The entries with another number in a name where the query has one, and with no name that has the
/// number. `names` come with the words of the query that each has in full.
fn of_other_numbers(
    words: &[QueryWord],
    names: &[((&IndexedText, &str), BTreeSet<usize>)],
    led: &BTreeSet<usize>,
) -> BTreeSet<usize> {
    let is_number = |word: &str| {
        let digits = word.trim_end_matches(|it: char| it.is_ascii_lowercase());
        !digits.is_empty()
            && digits.bytes().all(|it| it.is_ascii_digit())
            && word.len() - digits.len() < 2
    };
    let plain = |word: &str| {
        let word = text::singular(word).unwrap_or(word);
        text::common(word).into_owned()
    };
    // Beside a number without a letter the letter of another makes no difference.
    let differs = |one: &str, other: &str| {
        let (longer, shorter) = if one.len() > other.len() { (one, other) } else { (other, one) };
        let letter = longer.strip_prefix(shorter);
        one != other && !letter.is_some_and(|it| it.len() == 1 && !it.starts_with(char::is_numeric))
    };
    let types = ["form", "grade", "group", "stage", "subtype", "type"];
    let mut all = BTreeSet::new();
    for (at, number) in words.iter().enumerate().filter(|(_, it)| it.required) {
        let back = |steps: usize| at.checked_sub(steps).map(|place| (place, &words[place].word));
        let Some((_, before)) = back(1).filter(|_| is_number(&number.word)) else { continue };
        let steps = if types.contains(&before.as_str()) { 2 } else { 1 };
        let Some((named, _)) = back(steps).filter(|(_, word)| !is_stop_word(word)) else {
            continue;
        };
        let (mut others, mut right) = (BTreeSet::new(), led.clone());
        for ((name, written), has) in names.iter().filter(|(_, has)| has.contains(&named)) {
            let owner = name.owner.index();
            let in_name = text::words(written);
            let after = (1..in_name.len()).filter(|it| plain(&in_name[it - 1]) == plain(before));
            let other = after.map(|it| in_name[it].as_str()).find(|word| is_number(word));
            let may_be = |it: &str| at + 1 == words.len() && it.starts_with(number.word.as_str());
            if has.contains(&at) || other.is_some_and(may_be) {
                right.insert(owner);
            } else if other.is_some_and(|it| differs(it, &number.word)) {
                others.insert(owner);
            }
        }
        all.extend(others.difference(&right));
    }
    all
}

proptest! {
    #[test]
    fn the_index_finds_what_a_scan_of_all_texts_finds(query in typed::query(names())) {
        let size = CAUSES.index.entry_count();
        let parsed = Query::parse(&query);
        let found = rank(&CAUSES.index, &parsed, &EntrySet::all(size), &|_| false).entries;
        if parsed.has_words {
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

/// The lines of a list of names that no entry has.
fn other_names(file: &str) -> Vec<String> {
    let path = format!("{}/data/names/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

/// The index of the topics.
static TOPICS: LazyLock<Index> = LazyLock::new(|| {
    let catalogue = Catalogue::bundled();
    let size = catalogue.topic_count();
    let position = |link| match link {
        Link::Topic(id) => Some(id.index()),
        Link::Cause(_) | Link::Category(_) => None,
    };
    let (shared, texts) = documents::of_topics(catalogue);
    at_once(Index::build(size, EntrySet::none(size), shared, texts, position))
});

/// Checks that no entry of an index is found by a name only because the name is similar to another.
#[track_caller]
fn check_no_guess(index: &Index, name: &str) -> Ranked {
    let known = |word: &str| [&CAUSES.index, &*TOPICS].iter().any(|it| it.knows(word));
    let ranked = rank(index, &Query::parse(name), &EntrySet::all(index.entry_count()), &known);
    assert_eq!(ranked.guessed.count(), 0, "{name} is taken for another word");
    for matches in &ranked.matches {
        let guess = matches.ranges.iter().find(|(_, kind)| kind.is_fuzzy());
        let taken = guess.map(|(range, _)| index.word(range.start));
        assert_eq!(taken, None, "{name} is taken for another word");
    }
    ranked
}

#[test]
fn the_name_of_another_medicine_or_gene_is_never_a_guess() {
    let index = &CAUSES.index;
    let mut count = 0;
    for name in
        other_names("other_medicines.txt").into_iter().chain(other_names("other_symbols.txt"))
    {
        check_no_guess(&TOPICS, &name);
        check_no_guess(index, &format!("twitching since {name} 400 mg for two weeks"));
        let remarks = check_no_guess(index, &name).remarks;
        let said = remarks.contains(&Remark::NotHere(name.clone()));
        let is_known =
            index.begins_label(&name) || variants(&name).iter().any(|it| index.begins_label(it));
        assert!(said || is_known, "{name}");
        count += 1;
    }
    // None is left out: all lines of both files.
    assert!(count > 7_200, "{count} names");
}

#[test]
fn no_symbol_of_a_gene_is_taken_for_another_word() {
    let catalogue = Catalogue::bundled();
    let causes = catalogue.cause_ids().map(|id| catalogue.cause(id));
    let genes: BTreeSet<&str> = causes.flat_map(|cause| cause.genes()).collect();
    assert!(genes.len() > 400, "{} genes", genes.len());
    for gene in genes {
        let symbols = catalogue.gene_symbols(gene);
        for symbol in [gene].into_iter().chain(symbols.former()).chain(symbols.others()) {
            for typed in [symbol.to_owned(), symbol.to_lowercase()] {
                check_no_guess(&CAUSES.index, &typed);
                check_no_guess(&TOPICS, &typed);
            }
        }
    }
}

#[test]
fn hardly_any_misspelling_passes_for_a_name_of_something_else() {
    let catalogue = Catalogue::bundled();
    let names: BTreeSet<String> =
        names().into_iter().flat_map(text::words).filter(|word| word.len() > 5).collect();
    let (mut taken, mut all) = (0, 0);
    for name in &names {
        for at in 1..name.len() {
            let misspelt = format!("{}{}", &name[..at], name.get(at + 1..).unwrap_or_default());
            all += 1;
            taken += usize::from(catalogue.is_other_name(&misspelt));
        }
    }
    // The filter errs once in 256 times; some misspellings are names of something else.
    assert!(taken * 125 < all, "{taken} of {all} misspellings");
}
