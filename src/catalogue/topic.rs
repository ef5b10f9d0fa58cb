//! A topic: any entry that is not a cause, such as a type, a test or a look-alike.
//!
//! All kinds of topics have one form, a name and fields with claims, so one page can show them all.
//! A record is inert data; it does not know what refers to it.

use super::claim::{Claim, Due, Effect, Recorded, Timing};
use super::id::{CategoryId, CauseId, SectionId, TopicId};
use super::kind::Kind;
use super::vocabulary::{Basis, BodyPart, FieldName, Theme};

/// One topic.
#[derive(Debug, PartialEq)]
pub struct Topic {
    /// Its kind.
    pub kind: Kind,
    /// The stable name used in addresses; unique among the topics of one page.
    pub slug: &'static str,
    /// The name shown.
    pub name: &'static str,
    /// Other names. They make no clinical claim.
    pub synonyms: &'static [&'static str],
    /// Everyday names, which people type and specialists do not use.
    pub lay_names: &'static [&'static str],
    /// The group in which it is listed; `None` for kinds without groups.
    pub section: Option<SectionId>,
    /// The wider topic of the same kind: the one under which it is listed, though others may fit
    /// too.
    pub parent: Option<TopicId>,
    /// Other entries that this one names or is mistaken for; our mapping.
    pub related: &'static [Link],
    /// The words of the glossary that occur in its texts.
    pub glossary: &'static [TopicId],
    /// The term of the Human Phenotype Ontology, such as `HP:0001336`.
    pub hpo: Option<&'static str>,
    /// What it is, in one line; our wording, derived from its other texts.
    pub lead: Option<&'static str>,
    /// A title in a few words, for a list of red flags or steps; our wording.
    pub short: Option<&'static str>,
    /// What a red flag is about; our mapping.
    pub themes: &'static [Theme],
    /// How soon a red flag needs help, or a test is due: the usual case, then the others.
    pub due: &'static [Due],
    /// Which parts of the body jerk in a type.
    pub parts: Recorded<BodyPart>,
    /// How long and how fast the jerks of a type are on recordings; one row for each source.
    pub timings: Recorded<Timing>,
    /// What a treatment does to the jerks of types and causes.
    pub effects: Recorded<Effect>,
    /// What is said about it, in reading order.
    pub fields: &'static [TopicField],
}

impl Topic {
    /// What is said on this, if anything is.
    pub fn field(&self, name: FieldName) -> Option<&'static TopicField> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The main caution; only treatments have one.
    pub fn caution(&self) -> Option<&'static str> {
        self.field(FieldName::Caution)?.body.first().map(|said| said.words)
    }
}

/// A statement about a topic.
#[derive(Debug, PartialEq)]
pub struct TopicField {
    /// What it is about.
    pub name: FieldName,
    /// One sentence, or a list of phrases.
    pub body: &'static [Phrase],
    /// What it rests on; `Editorial` if and only if there is no claim.
    pub basis: Basis,
    /// The sources.
    pub claims: &'static [Claim],
}

/// Words that may name other entries.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// The words, as the sources write them or our own.
    pub words: &'static str,
    /// The entries that the words name, the most exact first; mapped by curators, never guessed.
    pub links: &'static [Link],
}

/// A link to an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Link {
    /// A cause.
    Cause(CauseId),
    /// A whole category of causes.
    Category(CategoryId),
    /// A topic.
    Topic(TopicId),
}

/// A group in which topics are listed. The grouping is ours.
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
