//! The closed vocabularies of the catalogue: the values of fields that take one word.
//!
//! The build script compiles this same file to check what curators write, so it uses nothing but
//! the standard library and does not know the records, the tables or where data comes from.

/// Declares a vocabulary: an enum whose values have a key (what `data/` writes) and a label (what a
/// reader sees).
macro_rules! vocabulary {
    ($(#[$about:meta])* $name:ident { $($variant:ident = $key:literal, $label:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $(#[doc = $label] $variant,)+ }

        impl $name {
            /// Every value, in the order in which it is shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word for this value in `data/`.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }

            /// The words that a reader sees.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }

            /// The position among all values.
            pub const fn index(self) -> usize {
                self as usize
            }

            /// The value with this key, if there is one.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.key() == key)
            }
        }
    };
}

vocabulary! {
    /// Whether the jerks go away when the cause is treated.
    Reversibility {
        Yes = "yes", "yes";
        Partly = "partly", "partly";
        No = "no", "no";
    }
}

vocabulary! {
    /// How often a feature is found among patients with one cause, as a class of the Human
    /// Phenotype Ontology and Orphanet.
    FrequencyClass {
        Obligate = "obligate", "always (100%)";
        VeryFrequent = "very frequent", "very frequent (80–99%)";
        Frequent = "frequent", "frequent (30–79%)";
        Occasional = "occasional", "occasional (5–29%)";
        VeryRare = "very rare", "very rare (1–4%)";
    }
}

vocabulary! {
    /// What kind of text a source is.
    SourceKind {
        Review = "review", "review";
        Guideline = "guideline", "guideline";
        Trial = "trial", "clinical trial";
        CaseSeries = "case-series", "case report or series";
        ConferenceAbstract = "conference-abstract", "conference abstract";
        TrialRegister = "trial-register", "trial register";
        Textbook = "textbook", "textbook or reference work";
        ReferencePage = "reference-page", "reference page";
        PatientPage = "patient-page", "patient page";
        SecondaryWeb = "secondary-web", "page quoting papers we have not seen";
        Dataset = "dataset", "data set";
        Ontology = "ontology", "ontology";
        Label = "label", "product label";
        Seed = "seed", "unsourced web text";
    }
}

vocabulary! {
    /// The curator's mark on an entry whose evidence is weaker than its sources look.
    Weakness {
        AsterixisList = "asterixis list", "only named in a list or study of asterixis";
        WeakAnnotation = "weak annotation", "one weak row of a rare-disease data set";
        AnnotationOnly = "annotation only", "a row of a rare-disease data set and nothing else";
        LabelOnly = "label only", "a product label and nothing else";
        NamedOnly = "named only", "only named in one line of a list or review";
        ClassStatement = "class statement", "only stated for the group it belongs to";
    }
}

vocabulary! {
    /// What a statement rests on.
    Basis {
        Source = "source", "a source on this cause";
        Class = "class", "a source on the group as a whole";
        Editorial = "editorial", "our own wording, without its own source";
    }
}

vocabulary! {
    /// What a field of a topic is about.
    FieldName {
        Plain = "plain", "In plain words";
        Clinical = "clinical", "For clinicians";
        Meaning = "meaning", "In plain words";
        Definition = "definition", "What it is";
        Text = "text", "What is done";
        Why = "why", "Why it matters";
        Act = "act", "What to do";
        Difference = "difference", "How it differs from myoclonus";
        Signs = "signs", "What is seen";
        TypicalCauses = "typical_causes", "Typical causes";
        Electrophysiology = "electrophysiology", "On recordings";
        LooksFor = "looks_for", "What it looks for";
        Findings = "findings", "What findings point to";
        When = "when", "When";
        HowSoon = "how_soon", "How soon";
        Steps = "steps", "Steps in the work-up";
        BestFor = "best_for", "Best for";
        Advice = "advice", "What the sources say";
        Evidence = "evidence", "Evidence";
        DrugClass = "class", "Class";
        TreatmentResponse = "treatment_response", "Response to treatment";
        MayWorsen = "may_worsen", "May worsen";
        Cautions = "cautions", "Cautions";
        CautionsEditorial = "cautions_editorial", "Our own cautions";
        Note = "note", "Note";
    }
}

impl FieldName {
    /// Whether the field says in whole sentences what the entry is, and opens it.
    pub const fn is_opening(self) -> bool {
        matches!(self, Self::Plain | Self::Clinical)
    }
}

vocabulary! {
    /// How sure it is that everyday words mean something.
    Strength {
        Sure = "sure", "sure";
        Likely = "likely", "likely";
        Hint = "hint", "hint";
    }
}

vocabulary! {
    /// How soon a cause needs attention. A missing grade never means harmless.
    UrgencyGrade {
        Emergency = "emergency", "Emergency: hours matter";
        Soon = "soon", "Soon: days matter";
        Routine = "routine", "Not urgent by itself: planned care";
    }
}

impl UrgencyGrade {
    /// The grade in one word, for a row.
    pub const fn short(self) -> &'static str {
        match self {
            Self::Emergency => "Emergency",
            Self::Soon => "Soon",
            Self::Routine => "Planned",
        }
    }

    /// What a reader could wrongly take the grade to say.
    pub const fn caveat(self) -> Option<&'static str> {
        match self {
            Self::Emergency | Self::Soon => None,
            Self::Routine => Some(
                "This grade says how soon a doctor should look at it. It does not say that the \
                 illness is mild.",
            ),
        }
    }
}

vocabulary! {
    /// What an exposure or situation is to the causes that list it.
    ContextKind {
        Needed = "needed", "makes the cause";
        Usual = "usual", "favours the cause";
    }
}

vocabulary! {
    /// How common an exposure or situation is among people whose jerks have another cause. Our own
    /// judgement, in three steps.
    Commonness {
        Common = "common", "common (about one in ten)";
        Uncommon = "uncommon", "uncommon (about one in fifty)";
        Rare = "rare", "rare (fewer than one in two hundred)";
    }
}

vocabulary! {
    /// The list in which a patient is asked about an exposure or situation, in the order of asking.
    Checklist {
        Medicines = "medicines", "Medicines";
        Events = "events", "Recent events";
        Illnesses = "illnesses", "Known illnesses";
        Body = "body", "State of the body";
        Substances = "substances", "Other substances";
        Situations = "situations", "Situations";
    }
}
