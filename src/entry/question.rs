//! The questions that an entry answers, in the order of the page.
//!
//! Knows the questions and their headings, not the answers: each field says which one it answers.

/// A question of a reader: one section of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// What the jerks look like, where they arise, what sets them off.
    Jerks,
    /// At which age, in which situation, with which genes.
    Who,
    /// What else is found in patients.
    Else,
    /// Tests, and what the jerks can be mistaken for.
    Tests,
    /// What is done, and what makes it worse.
    Help,
    /// The evidence, and what is not recorded.
    Sure,
    /// The numbered references.
    Sources,
}

impl Question {
    /// Every question, in the order of the page.
    pub const ALL: &'static [Self] =
        &[Self::Jerks, Self::Who, Self::Else, Self::Tests, Self::Help, Self::Sure, Self::Sources];

    /// The id of its section.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Jerks => "jerks",
            Self::Who => "who",
            Self::Else => "else",
            Self::Tests => "tests",
            Self::Help => "help",
            Self::Sure => "sure",
            Self::Sources => "sources",
        }
    }

    /// The heading of its section in the entry of a cause.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Jerks => "What are the jerks like?",
            Self::Who => "Who gets it?",
            Self::Else => "What else is found?",
            Self::Tests => "What to test?",
            Self::Help => "What helps, what harms?",
            Self::Sure => "How sure is this?",
            Self::Sources => "Sources",
        }
    }
}
