//! Everyday words that the ontology lacks, medicines that can only be entered by their class, and
//! words that say nothing about a patient's jerks.
//!
//! Only for what is known of one patient: the search of causes has phrases of its own. The choice
//! is ours. Knows no index.

/// A term by its number, a situation by its name or a value of an axis, with its everyday names.
type Names = (&'static str, &'static [&'static str]);

/// Everyday names. A name with *for some time* is meant with a length of time after it.
pub(super) const NAMES: &[Names] = &[
    (
        "HP:0001336",
        &[
            "Jerks",
            "Jerking",
            "Jerky",
            "Twitching",
            "Jumps",
            "Leg jerks",
            "Foot jerks",
            "Arm jerks",
            "Jerks of the arms, the legs or the face",
        ],
    ),
    ("HP:0012164", &["Flapping hands", "Flap", "Flapping"]),
    ("HP:0001250", &["Fits", "Convulsions"]),
    ("HP:0002133", &["Fits that do not stop", "Seizures that do not stop"]),
    ("HP:0001945", &["Febrile"]),
    ("HP:0000975", &["Sweats", "Sweating", "Sweaty"]),
    ("HP:0001324", &["Weak", "Weakness"]),
    ("HP:0001337", &["Shakes", "Shaky"]),
    ("HP:0001251", &["Unsteady"]),
    ("HP:0001289", &["Muddled"]),
    ("HP:0001350", &["Slurred", "Slurring"]),
    ("HP:0001649", &["Fast pulse", "Rapid pulse"]),
    ("HP:0002527", &["Knees give way", "Legs give way"]),
    ("HP:0002367", &["Sees things", "Sees insects"]),
    ("HP:0100785", &["Cannot sleep", "Sleepless"]),
    ("HP:0002354", &["Cannot remember", "Amnesia", "Forgetful"]),
    ("HP:0002300", &["Does not speak", "No longer speaks", "Mute"]),
    ("HP:0002310", &["Mouth movements", "Lip smacking"]),
    ("HP:0000709", &["Psychotic"]),
    ("HP:0000961", &["Blue spells"]),
    ("HP:0002901", &["Low calcium", "Hypocalcaemia"]),
    ("HP:0001943", &["Hypoglycaemia"]),
    ("HP:0002902", &["Hyponatraemia"]),
    ("HP:0002376", &["Lost sitting", "Lost milestones"]),
    ("HP:0001252", &["Floppy"]),
    ("HP:0000980", &["Pale"]),
    ("HP:0030357", &["Small cell lung cancer", "SCLC"]),
    ("HP:0012416", &["High CO2", "CO2 high", "CO2 retention", "High pCO2"]),
    ("HP:0002094", &["Breathless"]),
    (
        "known-cancer",
        &[
            "Cancer",
            "Lung cancer",
            "Breast cancer",
            "Ovarian cancer",
            "Lymphoma",
            "Leukaemia",
            "Melanoma",
        ],
    ),
    (
        "alcohol-withdrawal",
        &[
            "Alcohol withdrawal",
            "Delirium tremens",
            "Stopped drinking",
            "No alcohol for some time",
            "No drink for some time",
        ],
    ),
    (
        "malnutrition-or-vitamin-deficiency",
        &["Vegan", "Low B12", "B12 deficiency", "Low vitamin B12", "Vitamin B12 deficiency"],
    ),
    (
        "sedative-or-sleeping-drug",
        &["Sleeping tablet", "Sleeping tablets", "Sleeping pill", "Sleeping pills"],
    ),
    ("provocation=sleep", &["Jerks in sleep", "Jerking in sleep"]),
    ("course=progressive", &["Worse for some time", "Getting worse for some time"]),
];

/// Medicines that cannot be entered themselves, below their class.
pub(super) const CLASSES: &[Names] = &[
    (
        "antipsychotic-use",
        &[
            "Haloperidol",
            "Haldol",
            "Chlorpromazine",
            "Levomepromazine",
            "Zuclopenthixol",
            "Flupentixol",
            "Fluphenazine",
        ],
    ),
    (
        "benzodiazepine-use",
        &[
            "Diazepam",
            "Valium",
            "Lorazepam",
            "Temazepam",
            "Alprazolam",
            "Xanax",
            "Clonazepam",
            "Oxazepam",
            "Nitrazepam",
            "Midazolam",
        ],
    ),
    ("sedative-or-sleeping-drug", &["Zopiclone", "Eszopiclone"]),
    ("antihistamine-use", &["Promethazine"]),
    ("antiseizure-drug", &["Levetiracetam", "Keppra"]),
];

/// Words that say nothing about the jerks, but look like names of findings.
const NOTHING: [&str; 5] = ["awake", "alert", "breast fed", "breastfed", "breastfeeding"];

/// Whether a text says nothing about the jerks: *breast-fed*, *normal MRI*.
pub(super) fn says_nothing(words: &[String]) -> bool {
    let is_normal = words.len() > 1 && words.first().is_some_and(|word| word == "normal");
    is_normal || NOTHING.contains(&words.join(" ").as_str())
}

/// Names that say something else before another word: *weak kidneys* are no weak muscles.
pub(super) const ALONE: [&str; 3] = ["floppy", "pale", "weak"];

/// Whether a text is the name of a medicine that only leads to its class.
pub(super) fn is_of_a_class(name: &str) -> bool {
    CLASSES.iter().any(|(_, names)| names.contains(&name))
}
