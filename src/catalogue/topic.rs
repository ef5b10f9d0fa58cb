//! A topic: anything that is read besides the causes, such as a type, a test or a look-alike.
//!
//! All kinds of topics have one form, a name and fields with claims, so that one page can show
//! them all. A record is inert data; it does not know who refers to it.

use super::claim::Claim;
use super::id::{CategoryId, CauseId, SectionId, TopicId};
use super::kind::Kind;
use super::vocabulary::{Basis, FieldName};

/// One topic.
#[derive(Debug, PartialEq)]
pub struct Topic {
    /// What it is.
    pub kind: Kind,
    /// The stable name used in addresses; unique among the topics of one page.
    pub slug: &'static str,
    /// The name shown.
    pub name: &'static str,
    /// Other names: no clinical claim of their own.
    pub synonyms: &'static [&'static str],
    /// Names that people type and that the field would not use.
    pub lay_names: &'static [&'static str],
    /// The group in which it is listed; absent for kinds that have none.
    pub section: Option<SectionId>,
    /// The wider topic of the same kind. It gives one place only: a topic can have others.
    pub parent: Option<TopicId>,
    /// Other entries that this one names or is mistaken for; our mapping.
    pub related: &'static [Link],
    /// The words explained that stand in its texts.
    pub glossary: &'static [TopicId],
    /// The term of the Human Phenotype Ontology, such as `HP:0001336`.
    pub hpo: Option<&'static str>,
    /// What is said of it, in reading order.
    pub fields: &'static [Field],
}

/// Something said of a topic.
#[derive(Debug, PartialEq)]
pub struct Field {
    /// What it is about.
    pub name: FieldName,
    /// One sentence, or a list of phrases.
    pub body: &'static [Phrase],
    /// On what it rests; `Editorial` exactly where there is no claim.
    pub basis: Basis,
    /// The sources.
    pub claims: &'static [Claim],
}

/// Words that may name other entries.
#[derive(Debug, PartialEq)]
pub struct Phrase {
    /// The words as the sources have them, or ours.
    pub words: &'static str,
    /// What the words name, the most exact first; by curated mapping, never by likeness.
    pub links: &'static [Link],
}

/// An entry that words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// A cause.
    Cause(CauseId),
    /// A whole category of causes.
    Category(CategoryId),
    /// A topic.
    Topic(TopicId),
}

/// A group in which topics are listed. The division is ours.
#[derive(Debug, PartialEq)]
pub struct Section {
    /// The kind of topics in it.
    pub of: Kind,
    /// The stable name.
    pub slug: &'static str,
    /// The name shown.
    pub name: &'static str,
    /// How to read the group, in plain words.
    pub explanation: &'static str,
}
