//! How people speak: what phrases lead to, other spellings, and words that say nothing.
//!
//! Unpacks what `build/write/emit_language.rs` packed. Knows no sentence.

mod by_word;
pub(super) mod fingerprint;
pub(super) mod other_names;
mod stem;

use std::borrow::Cow;
use std::sync::OnceLock;

use self::by_word::ByWord;
pub use self::by_word::Shared;
pub use self::stem::spelt_stem;
use super::axis::{AxisId, AxisValueId};
use super::id::{ContextId, TermId};
use super::topic::Link;
use super::vocabulary::Strength;
use crate::sorted;
use crate::steps::InSteps;

/// Everything about how people speak.
#[derive(Debug)]
pub struct Language {
    /// Phrases, each with its saying.
    said: Vec<(&'static str, SayingId)>,
    /// The root of the first word of each phrase; the phrases are in the order of these.
    roots: Vec<Cow<'static, str>>,
    /// The root of the second word of each phrase, in the same order; empty if there is none.
    seconds: Vec<Cow<'static, str>>,
    /// Stems of words that people exchange, in order.
    alike: Vec<Alike>,
    sayings: &'static [Saying],
    /// In the order of the typed words.
    spellings: Vec<(&'static str, Spelling)>,
    /// In order.
    fillers: Vec<&'static str>,
    /// A bit for each filler, by its fingerprint. It tells most other words apart without a
    /// comparison: each word of all texts is looked up when the index is made.
    filler_bits: [u64; 64],
    /// Made with the index: see `prepare`.
    by_word: OnceLock<InSteps<ByWord>>,
}

/// The stem of a word that people exchange for others.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Alike {
    stem: Cow<'static, str>,
    /// The stem of the first word of its group.
    first: Cow<'static, str>,
    /// Whether the group counts in phrases alone.
    only_in_phrases: bool,
}

/// What some phrases lead to; nothing for a phrase that only fills a sentence.
#[derive(Debug, PartialEq)]
pub struct Saying {
    /// How sure that is.
    pub strength: Strength,
    /// What they lead to, the likeliest first.
    pub means: &'static [Meaning],
}

/// A saying, by its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SayingId(u16);

/// One thing that a phrase leads to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meaning {
    /// A cause, a category or a topic.
    Entry(Link),
    /// An exposure or situation.
    Context(ContextId),
    /// A finding in patients.
    Feature(TermId),
    /// What the jerks are like.
    Axis(AxisId, AxisValueId),
    /// A part of the body.
    Part(&'static NamedPart),
}

/// A part of the body by the name that people give it.
#[derive(Debug, PartialEq)]
pub struct NamedPart {
    /// Its name.
    pub name: &'static str,
    /// The entries that it leads to, the likeliest first. The choice is ours.
    pub leads: &'static [Link],
}

/// A word with which people may describe entries without naming them. The choice is ours, and the
/// word is no fact about them.
#[derive(Debug, PartialEq)]
pub struct Described {
    /// The word, folded.
    pub word: &'static str,
    /// The causes, in order.
    pub causes: Positions,
    /// The topics, in order.
    pub topics: Positions,
}

/// Positions in a table, in order.
#[derive(Debug, PartialEq)]
pub struct Positions(pub Vec<u16>);

/// Another spelling of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The word that is meant.
    pub meant: &'static str,
    /// Whether both are right.
    pub is_pair: bool,
}

impl Language {
    /// Unpacks the tables.
    pub(super) fn unpack(
        said: &[(&'static str, u16)],
        sayings: &'static [Saying],
        spellings: &'static str,
        alike: &'static str,
        fillers: &'static str,
    ) -> Self {
        let spelling = |line: &'static str| {
            let (typed, meant) = line.split_once(';')?;
            let is_pair = meant.starts_with('=');
            Some((typed, Spelling { meant: meant.trim_start_matches('='), is_pair }))
        };
        let groups = alike.lines().flat_map(|group| {
            let only_in_phrases = group.starts_with('=');
            let group = group.trim_start_matches('=');
            let first = group.split(' ').next().unwrap_or(group);
            group.split(' ').map(move |word| Alike {
                stem: spelt_stem(word),
                first: spelt_stem(first),
                only_in_phrases,
            })
        });
        let mut alike: Vec<_> = groups.collect();
        sorted::sort(&mut alike);
        let said = said.iter().map(|(words, saying)| (*words, SayingId(*saying)));
        let mut language = Self {
            said: Vec::new(),
            roots: Vec::new(),
            seconds: Vec::new(),
            alike,
            sayings,
            spellings: spellings.lines().filter_map(spelling).collect(),
            fillers: fillers.split(' ').collect(),
            filler_bits: [0; 64],
            by_word: OnceLock::new(),
        };
        for filler in fillers.split(' ') {
            let (at, bit) = bit_of(filler);
            language.filler_bits[at] |= bit;
        }
        let mut said: Vec<_> = said.map(|said| (language.root_of_word(said.0, 0), said)).collect();
        sorted::sort_by(&mut said, |(one, _), (other, _)| one.cmp(other));
        (language.roots, language.said) = said.into_iter().unzip();
        language.seconds =
            language.said.iter().map(|(words, _)| language.root_of_word(words, 1)).collect();
        language
    }

    /// What a word has in common with its forms, its other spellings and the words that people
    /// exchange for it. It only serves to compare.
    pub fn root<'w>(&self, word: &'w str) -> Cow<'w, str> {
        let stem = spelt_stem(word);
        match self.group(&stem) {
            Some(alike) => alike.first.clone(),
            None => stem,
        }
    }

    /// The stem of a word as one of a group.
    fn group(&self, stem: &str) -> Option<&Alike> {
        let at = self.alike.partition_point(|alike| *alike.stem < *stem);
        self.alike.get(at).filter(|alike| alike.stem == stem)
    }

    /// The stems of the words that people say for a word.
    pub fn alike<'l>(&'l self, word: &str) -> impl Iterator<Item = &'l str> + use<'l> {
        let own = self.group(&spelt_stem(word)).filter(|own| !own.only_in_phrases);
        let all = if own.is_some() { self.alike.as_slice() } else { &[] };
        let others = all.iter().filter(move |other| {
            own.is_some_and(|own| own.first == other.first && own.stem != other.stem)
        });
        others.map(|other| &*other.stem)
    }

    /// The root of a word of a phrase; empty if it has fewer words.
    fn root_of_word(&self, said: &'static str, at: usize) -> Cow<'static, str> {
        self.root(said.split(' ').nth(at).unwrap_or_default())
    }

    /// What a saying leads to.
    pub fn saying(&self, id: SayingId) -> &'static Saying {
        &self.sayings[usize::from(id.0)]
    }

    /// All phrases.
    pub fn said(&self) -> &[(&'static str, SayingId)] {
        &self.said
    }

    /// The phrases that may begin with a word of this root, each with the root of its second word.
    pub fn beginning_with<'l>(
        &'l self,
        root: &str,
    ) -> impl Iterator<Item = (&'static str, SayingId, &'l str)> + use<'l> {
        let start = self.roots.partition_point(|other| **other < *root);
        let end = start + self.roots[start..].partition_point(|other| **other == *root);
        let said = self.said[start..end].iter().copied();
        said.zip(&self.seconds[start..end])
            .map(|((said, saying), second)| (said, saying, &**second))
    }

    /// Another spelling of a folded word.
    pub fn spelling(&self, word: &str) -> Option<Spelling> {
        let at = self.spellings.binary_search_by_key(&word, |(typed, _)| *typed).ok()?;
        Some(self.spellings[at].1)
    }

    /// Whether a folded word says nothing about a cause.
    pub fn is_filler(&self, word: &str) -> bool {
        let (at, bit) = bit_of(word);
        self.filler_bits[at] & bit != 0 && self.fillers.binary_search(&word).is_ok()
    }
}

/// The bit of a word, and in which number it is.
fn bit_of(word: &str) -> (usize, u64) {
    let number = fingerprint::of(word);
    ((number >> 6 & 63) as usize, 1 << (number & 63))
}
