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
        Steps = "steps", "Steps in the work-up";
        BestFor = "best_for", "Best for";
        Advice = "advice", "What the sources say";
        Evidence = "evidence", "Evidence";
        DrugClass = "class", "Class";
        TreatmentResponse = "treatment_response", "Response to treatment";
        MayWorsen = "may_worsen", "May worsen";
        Caution = "caution", "Main caution";
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
        Emergency = "emergency", "Emergency: act now";
        Soon = "soon", "Soon: today or within days";
        Routine = "routine", "Not urgent by itself: planned care";
    }
}

vocabulary! {
    /// How soon a red flag needs help, or a test is due.
    HowSoon {
        Now = "now", "now";
        SameDay = "same day", "the same day";
        Days = "days", "within days";
        Soon = "soon", "soon";
        Planned = "planned", "planned";
    }
}

vocabulary! {
    /// What a red flag is about.
    Theme {
        Confusion = "confusion", "confusion";
        Memory = "memory", "memory";
        Seizure = "seizure", "fits";
        Stroke = "stroke", "stroke";
        CardiacArrest = "cardiac arrest", "cardiac arrest";
        Eyes = "eyes", "eyes";
        Medicine = "medicine", "medicine";
        Withdrawal = "withdrawal", "withdrawal";
        Poison = "poison", "poison";
        Organs = "organs", "organs";
        Salts = "salts", "salts";
        Fever = "fever", "fever";
        Breathing = "breathing", "breathing";
        HeadInjury = "head injury", "head injury";
        Cord = "cord", "spinal cord";
        Wound = "wound", "wound";
        Baby = "baby", "baby";
        Child = "child", "child";
        Pregnancy = "pregnancy", "pregnancy";
        OlderPeople = "older people", "older people";
    }
}

vocabulary! {
    /// Where red flags are looked for: one of a few wide themes.
    ThemeArea {
        Mind = "mind", "Mind, fits, sudden loss";
        Intake = "intake", "Medicine, withdrawal, poison";
        Body = "body", "Body, wound, spine";
        Ages = "ages", "Baby, child, pregnancy, old age";
    }
}

impl Theme {
    /// The wide theme of this one; our grouping.
    pub const fn area(self) -> ThemeArea {
        match self {
            Self::Confusion
            | Self::Memory
            | Self::Seizure
            | Self::Stroke
            | Self::CardiacArrest
            | Self::Eyes => ThemeArea::Mind,
            Self::Medicine | Self::Withdrawal | Self::Poison => ThemeArea::Intake,
            Self::Organs
            | Self::Salts
            | Self::Fever
            | Self::Breathing
            | Self::HeadInjury
            | Self::Cord
            | Self::Wound => ThemeArea::Body,
            Self::Baby | Self::Child | Self::Pregnancy | Self::OlderPeople => ThemeArea::Ages,
        }
    }
}

vocabulary! {
    /// A part of the body that jerks.
    BodyPart {
        Face = "face", "face";
        Eyelid = "eyelid", "eyelid";
        Jaw = "jaw", "jaw";
        Palate = "palate", "palate";
        Tongue = "tongue", "tongue";
        VoiceBox = "voice box", "voice box";
        Ear = "ear", "ear";
        Neck = "neck", "neck";
        Arm = "arm", "arm";
        Hand = "hand", "hand";
        Trunk = "trunk", "trunk";
        BellyWall = "belly wall", "belly wall";
        Diaphragm = "diaphragm", "diaphragm";
        Leg = "leg", "leg";
        WholeBody = "whole body", "whole body";
        OneSide = "one side", "one side";
    }
}

vocabulary! {
    /// What a recording of the muscles measures.
    Measured {
        Burst = "burst", "burst";
        Silence = "silence", "silence";
        Rate = "rate", "rate";
    }
}

vocabulary! {
    /// How a measured number is meant, where it is not the range of single bursts or pauses.
    Measure {
        Mean = "mean", "mean";
        Definition = "definition", "by definition";
        Jerk = "jerk", "length of the jerk";
    }
}

vocabulary! {
    /// The people among whom a share was counted. Only shares of the same group can be compared.
    Denominator {
        Cases = "cases", "people with the disease or the poisoning";
        Exposed = "exposed", "people who met the medicine or the event";
        MovementDisorders = "movement disorders", "people chosen for abnormal movements";
        Reports = "reports", "reports to an authority";
        Complaint = "complaint", "people with one complaint";
        Population = "population", "the population";
    }
}

vocabulary! {
    /// What a treatment does to the jerks of a type or a cause.
    EffectKind {
        Helps = "helps", "helps";
        MayWorsen = "may worsen", "may worsen";
        Disputed = "disputed", "sources disagree";
    }
}

vocabulary! {
    /// The best evidence that the claims on an effect show.
    EffectEvidence {
        Trial = "trial", "trial";
        Series = "series", "series of patients";
        CaseReports = "case reports", "case reports";
        Expert = "expert", "expert opinion";
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
