//! Finds the words of the glossary, and treatments, in the texts of an entry.
//!
//! A topic is found where one of its names occurs in a text as whole words. Knows nothing of tables
//! and code.

use std::collections::BTreeSet;

use crate::pipeline::kind::Kind;
use crate::pipeline::read::load::Raw;
use crate::pipeline::read::schema::{RawCause, RawTopic};
use crate::pipeline::text;

/// The topics that texts may name.
#[derive(Debug)]
pub struct Glossary {
    /// The folded words of a name, and the position of its topic.
    names: Vec<(Vec<String>, usize)>,
}

impl Glossary {
    /// Collects the names of all terms.
    pub fn new(raw: &Raw) -> Self {
        let terms = raw.topics.iter().enumerate().filter(|(_, (kind, _))| *kind == Kind::Glossary);
        let mut names = Vec::new();
        for (position, (_, term)) in terms {
            let RawTopic { name, synonyms, lay_names, .. } = &term.entry;
            // Text in brackets after a name explains the name and is not part of it.
            let name = name.split(" (").next().unwrap_or(name).to_owned();
            let all = std::iter::once(&name).chain(synonyms).chain(lay_names);
            names.extend(all.map(|name| (text::words(name), position)));
        }
        names.retain(|(words, _)| !words.is_empty());
        Self { names }
    }

    /// Collects the words by which texts name treatments.
    pub fn of_treatments(raw: &Raw) -> Self {
        let topics = raw.topics.iter().enumerate();
        let names = topics.flat_map(|(position, (_, topic))| {
            topic.entry.said_as.iter().map(move |words| (text::words(words), position))
        });
        Self { names: names.collect() }
    }

    /// The positions of the topics that occur in the texts, ascending, each once.
    pub fn terms_in<'t>(&self, texts: impl Iterator<Item = &'t String>) -> Vec<usize> {
        let texts: Vec<Vec<String>> = texts.map(|each| text::words(each)).collect();
        let occurs = |name: &[String]| {
            texts.iter().any(|words| words.windows(name.len()).any(|window| window == name))
        };
        let found: BTreeSet<usize> =
            self.names.iter().filter(|(name, _)| occurs(name)).map(|(_, term)| *term).collect();
        found.into_iter().collect()
    }
}

/// The texts of a cause that are its own: name, opening texts, urgency, details of its claims,
/// first tests, management, what makes it worse, note.
pub fn texts_of(cause: &RawCause) -> Vec<&String> {
    let said = [&cause.plain, &cause.clinical, &cause.management, &cause.note];
    let said = said.into_iter().flatten();
    let mut texts: Vec<&String> = vec![&cause.name];
    texts.extend(said.filter_map(|said| said.text.as_ref()));
    texts.extend(cause.first_tests.iter().flat_map(|tests| &tests.values));
    texts.extend(cause.worsened_by.iter().map(|medicines| &medicines.text));
    texts.extend(cause.claims.iter().filter_map(|claim| claim.detail.as_ref()));
    if let Some(urgency) = &cause.urgency {
        texts.extend([&urgency.why, &urgency.act]);
    }
    texts
}

/// The texts of a topic: those of its fields.
pub fn texts_of_topic(topic: &RawTopic) -> Vec<&String> {
    let fields = topic.fields.values();
    fields.flat_map(|field| field.text.iter().chain(&field.values)).collect()
}
