//! The kinds of topics, and everything that holds for a kind as a whole.
//!
//! A new kind is one variant and one [`Definition`] here, its data file, and the page that shows it
//! (`view/page.rs`). The build script compiles this same file, so it uses nothing but the standard
//! library and the vocabularies.

use super::vocabulary::FieldName;

/// The kind of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A type of myoclonus.
    Type,
    /// A sign that needs help soon.
    RedFlag,
    /// A step of the work-up.
    Step,
    /// A test.
    Test,
    /// A treatment.
    Treatment,
    /// Something that can be mistaken for myoclonus.
    LookAlike,
    /// A word explained.
    Glossary,
}

/// What all topics of a kind have in common.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// The word for the kind in `data/`, in the open data and in links such as `test:eeg`.
    pub key: &'static str,
    /// The name of one entry.
    pub label: &'static str,
    /// The name of several entries.
    pub plural: &'static str,
    /// The heading and introduction of their list, if the list is not divided into groups.
    pub heading: Option<(&'static str, &'static str)>,
    /// The page that shows them, by its key in addresses.
    pub page: &'static str,
    /// The file that holds them, from the project's root.
    pub file: &'static str,
    /// The name of an entry in that file.
    pub entry: &'static str,
    /// The fields that every entry has.
    pub needed: &'static [FieldName],
    /// The schema.org type of an entry, if there is one.
    pub schema_type: Option<&'static str>,
}

impl Kind {
    /// Every kind, in the order of their tables.
    pub const ALL: &'static [Self] = &[
        Self::Type,
        Self::RedFlag,
        Self::Step,
        Self::Test,
        Self::Treatment,
        Self::LookAlike,
        Self::Glossary,
    ];

    /// What all topics of this kind have in common.
    pub const fn definition(self) -> Definition {
        match self {
            Self::Type => Definition {
                key: "type",
                label: "type",
                plural: "Types",
                heading: None,
                page: "types",
                file: "data/topics/types.toml",
                entry: "type",
                needed: &[FieldName::Definition],
                schema_type: Some("MedicalSignOrSymptom"),
            },
            Self::RedFlag => Definition {
                key: "red-flag",
                label: "red flag",
                plural: "Red flags",
                heading: Some((
                    "Red flags first",
                    "Signs that need help soon, whatever the cause.",
                )),
                page: "work-up",
                file: "data/topics/red_flags.toml",
                entry: "red_flag",
                needed: &[FieldName::Why, FieldName::Act],
                schema_type: None,
            },
            Self::Step => Definition {
                key: "step",
                label: "step",
                plural: "Steps",
                heading: Some((
                    "The steps, in order",
                    "The order is ours; every step has its sources.",
                )),
                page: "work-up",
                file: "data/topics/steps.toml",
                entry: "step",
                needed: &[FieldName::Text],
                schema_type: None,
            },
            Self::Test => Definition {
                key: "test",
                label: "test",
                plural: "Tests",
                heading: None,
                page: "work-up",
                file: "data/topics/tests.toml",
                entry: "test",
                needed: &[FieldName::LooksFor],
                schema_type: Some("MedicalTest"),
            },
            Self::Treatment => Definition {
                key: "treatment",
                label: "treatment",
                plural: "Treatments",
                heading: None,
                page: "treatments",
                file: "data/topics/treatments.toml",
                entry: "treatment",
                needed: &[FieldName::Evidence, FieldName::Caution],
                schema_type: Some("MedicalTherapy"),
            },
            Self::LookAlike => Definition {
                key: "look-alike",
                label: "look-alike",
                plural: "Look-alikes",
                heading: None,
                page: "look-alikes",
                file: "data/topics/look_alikes.toml",
                entry: "look_alike",
                needed: &[FieldName::Difference],
                schema_type: Some("MedicalCondition"),
            },
            Self::Glossary => Definition {
                key: "term",
                label: "word explained",
                plural: "Words explained",
                heading: None,
                page: "glossary",
                file: "data/topics/glossary.toml",
                entry: "term",
                needed: &[FieldName::Meaning],
                schema_type: Some("DefinedTerm"),
            },
        }
    }

    /// The word for the kind in `data/` and in the open data.
    pub const fn key(self) -> &'static str {
        self.definition().key
    }

    /// The name of one entry.
    pub const fn label(self) -> &'static str {
        self.definition().label
    }

    /// The name of several entries.
    pub const fn plural(self) -> &'static str {
        self.definition().plural
    }

    /// The kind with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key() == key)
    }
}
