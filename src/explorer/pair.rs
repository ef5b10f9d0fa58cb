//! Two entries that a question sets against each other: "cortical or spinal", "how do I tell Lafora
//! from Unverricht-Lundborg".
//!
//! Knows the words that set two things against each other, not how they are compared.

use super::Explorer;
use super::collection::Collection;
use crate::catalogue::{Kind, Link};
use crate::entry_set::EntrySet;
use crate::search::Query;
use crate::text;

/// Words between two things that alone set them against each other.
const AGAINST: [&str; 4] = ["or", "vs", "versus", "against"];

/// Words between two things that do so in a question for a difference.
const BETWEEN: [&str; 3] = ["and", "from", "with"];

/// Words of a question for a difference.
const ASKS: [&str; 9] = [
    "tell",
    "difference",
    "differences",
    "differ",
    "differs",
    "distinguish",
    "differentiate",
    "compare",
    "apart",
];

/// Words around the two things that name neither.
const AROUND: [&str; 14] = [
    "how",
    "do",
    "does",
    "can",
    "to",
    "i",
    "we",
    "you",
    "what",
    "is",
    "are",
    "the",
    "between",
    "myoclonus",
];

impl Explorer {
    /// The two types, or else the two causes, that a question sets against each other; `None` if it
    /// does not, or if a name of one of them is not here.
    pub fn pair(&self, question: &str) -> Option<[Link; 2]> {
        let words = text::words(question);
        let is = |list: &[&str], word: &String| list.contains(&word.as_str());
        let asks = words.iter().any(|word| is(&ASKS, word));
        let parts = |at: usize| {
            let part = |words: &[String]| {
                let named = words.iter().filter(|word| !is(&ASKS, word) && !is(&AROUND, word));
                named.cloned().collect::<Vec<_>>().join(" ")
            };
            [part(&words[..at]), part(&words[at + 1..])]
        };
        let at = words.iter().position(|word| is(&AGAINST, word) || asks && is(&BETWEEN, word))?;
        let parts = parts(at);
        let types: Vec<usize> =
            self.catalogue.topics(Kind::Type).map(|(id, _)| id.index()).collect();
        let mut among = EntrySet::none(self.topics.size);
        types.into_iter().for_each(|at| among.insert(at));
        self.both(&self.topics, &among, &parts)
            .or_else(|| self.both(&self.causes, &self.causes.all(), &parts))
    }

    /// The best entry for each part by its name, if they are two.
    fn both(
        &self,
        collection: &Collection,
        among: &EntrySet,
        parts: &[String; 2],
    ) -> Option<[Link; 2]> {
        let first = |part: &String| {
            let query = Query::parse(part);
            collection.named(&query, among, 1).first().copied()
        };
        let [one, other] = [first(&parts[0])?, first(&parts[1])?];
        (one != other).then_some([one, other])
    }
}
