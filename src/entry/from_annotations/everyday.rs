//! Everyday words for the findings of rare diseases, as they fit after "people have".
//!
//! The words are ours and say the same as the terms, or something wider, never something narrower.
//! Knows no disease and no frequency.

/// Everyday words for the numbers of some terms and of everything narrower.
pub(super) type Row = (&'static str, &'static [u32]);

/// The jerks where the data say more than that there are some.
pub(super) const JERKS: &[Row] = &[
    ("jerks of the eyelids", &[25_097, 11_149, 32_678]),
    ("jerks of the arms or legs", &[45_084]),
    ("jerks at the back of the mouth", &[10_530]),
    ("jerks on one side of the face", &[10_828]),
    ("jerks in the morning", &[7000]),
    ("trembling with small jerks", &[33_054]),
    ("hands that drop or flap for a moment", &[12_164]),
];

/// What those who die at some time are called, the youngest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Whom {
    Babies,
    Children,
    People,
}

impl Whom {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Babies => "babies",
            Self::Children => "children",
            Self::People => "people",
        }
    }
}

/// How people die for whom no time of life is recorded.
pub(super) const SUDDENLY: &str = "suddenly";

/// When people with a disease die: the term, the words, and whom they fit. "Children die in
/// childhood" would say it twice.
pub(super) const DEATHS: &[(u32, &str, Whom)] = &[
    (3826, "before birth", Whom::Babies),
    (3811, "in the first weeks of life", Whom::Babies),
    (1522, "in the first two years of life", Whom::Children),
    (3819, "in childhood", Whom::People),
    (11_421, "in the teens", Whom::People),
    (100_613, "in young adulthood", Whom::People),
    (1645, SUDDENLY, Whom::People),
    (1699, SUDDENLY, Whom::People),
    (33_258, SUDDENLY, Whom::People),
];

/// What a reader calls seizures.
pub(super) const SEIZURES: &str = "seizures";

/// What calls for an emergency number whatever the cause. Of several words for seizures, the first
/// is enough. Hypsarrhythmia is how infantile spasms look on the EEG.
pub(super) const DANGERS: &[Row] = &[
    ("seizures that do not end by themselves", &[2133]),
    (SEIZURES, &[1250, 200_134, 2521]),
    ("pauses in breathing", &[2104]),
    ("trouble breathing", &[2093, 2098, 2094]),
    ("drowsiness or unconsciousness", &[4372]),
];

/// What must be known before an operation; a whole sentence.
pub(super) const ANAESTHETICS: Row = (
    "The record lists a dangerous reaction to some anaesthetics: tell the anaesthetist before any \
     operation.",
    &[2047],
);

/// How the names of tumours end.
pub(super) const TUMOURS: &[&str] = &["blastoma", "meningioma"];

/// Parts of the names of malformations of the brain.
pub(super) const MALFORMATIONS: &[&str] = &[
    "cortical dysplasia",
    "hemimegalenceph",
    "heterotopia",
    "lissenceph",
    "microhydranenceph",
    "polymicrogyria",
];

/// How the names of diseases begin that are not rare.
pub(super) const NOT_RARE: &[&str] = &["Idiopathic generalized epilepsy"];

/// Parts of the names of raised risks, what the risk is of, and what to call it after that.
pub(super) const RISKS: &[(&str, &str, &str)] = &[
    ("epilepsy", "an epilepsy", "epilepsy"),
    ("encephalopathy", "a disease of the brain", "disease"),
    ("restless legs", "restless legs syndrome", "syndrome"),
];

/// Words that mean nearly the same: a sentence has only one of each group.
pub(super) const ALIKE: &[&[&str]] = &[
    &["a decline over time", "a loss of skills once learned", "a loss of thinking skills"],
    &["trouble learning", "trouble thinking"],
    &["trouble thinking", "a loss of thinking skills"],
    &["frequent infections", "frequent nose or throat infections"],
];

/// Parts of the names of diseases, and the everyday words for what they are about.
pub(super) const NAMED: &[(&str, &str)] = &[
    ("adrenoleuko", "too little of the hormone cortisol"),
    ("anemia", "too few red blood cells"),
    ("ataxi", "unsteady movements"),
    ("autis", "autistic behaviour"),
    ("cardi", "heart problems"),
    ("cataract", "cloudy eye lenses"),
    ("chorea", "uncontrolled movements"),
    ("deaf", "hearing loss"),
    ("dementia", "a loss of thinking skills"),
    ("diabetes", "diabetes"),
    ("dysarthria", "slurred speech"),
    ("dyston", "twisting muscle spasms"),
    ("epilep", "seizures"),
    ("feeding", "trouble feeding"),
    ("gait", "trouble walking"),
    ("glucocorticoid", "too little of the hormone cortisol"),
    ("hearing", "hearing loss"),
    ("hypoton", "floppy muscles"),
    ("ichthy", "dry, scaly skin"),
    ("immunodef", "frequent infections"),
    ("intellectual", "trouble learning"),
    ("language", "little or no speech"),
    ("macroceph", "a large head"),
    ("microceph", "a small head"),
    ("nephropath", "kidney problems"),
    ("neuropath", "nerve damage"),
    ("optic atrophy", "damaged eye nerves"),
    ("parathyroid", "low calcium in the blood"),
    ("parkinson", "slow movements"),
    ("retin", "damage at the back of the eye"),
    ("seizure", "seizures"),
    ("short stature", "short stature"),
    ("spastic", "stiff muscles"),
    ("speech", "little or no speech"),
    ("tremor", "trembling"),
];

/// What a patient or a relative notices. The first row that fits a term counts, so a narrow term
/// comes before a wide one.
pub(super) const FELT: &[Row] = &[
    (SEIZURES, &[1250, 200_134]),
    ("little or no speech", &[1344]),
    // Delayed speech and late walking belong to it.
    ("delayed development", &[1263, 12_758]),
    ("trouble learning", &[1249]),
    ("a loss of skills once learned", &[2376]),
    ("trouble paying attention", &[7018, 736, 752]),
    ("memory problems", &[2354]),
    ("confusion", &[1289]),
    // The release files these two under mental deterioration.
    ("a decline over time", &[2344, 2333]),
    ("a loss of thinking skills", &[1268]),
    ("trouble thinking", &[100_543]),
    ("slurred speech", &[1260]),
    ("unsteady movements", &[1251]),
    ("trouble walking", &[2540, 2505, 1288]),
    ("floppy muscles", &[1252]),
    ("poor head control", &[2421]),
    ("weak muscles", &[1324]),
    ("stiff muscles", &[1276]),
    ("twisting muscle spasms", &[1332]),
    ("trembling", &[1337]),
    ("slow movements", &[2067, 1300]),
    ("a strong startle reaction", &[2267]),
    ("muscle twitches", &[2380]),
    ("muscle cramps", &[3394]),
    ("an urge to move the legs", &[12_452]),
    ("uncontrolled movements", &[4305, 100_660]),
    ("tooth grinding", &[3763]),
    ("repetitive movements", &[733]),
    ("frequent falls", &[2359]),
    ("trouble feeding", &[11_968]),
    ("trouble swallowing", &[2015]),
    ("drooling", &[2307]),
    ("vomiting", &[2013]),
    ("constipation", &[2019]),
    ("diarrhoea", &[2014]),
    ("acid reflux", &[2020]),
    ("poor weight gain", &[1508]),
    ("short stature", &[4322]),
    ("late puberty", &[823]),
    ("slow growth", &[1510]),
    ("a small head", &[252]),
    ("a large head", &[256]),
    ("distinctive facial features", &[1999]),
    ("a curved spine", &[2650]),
    ("stiff joints", &[1371, 2804]),
    ("very flexible joints", &[1382]),
    ("wasted muscles", &[3202]),
    ("nerve damage", &[9830]),
    ("eyes that flick to and fro", &[639]),
    ("eyes that point different ways", &[486]),
    ("drooping eyelids", &[508]),
    ("cloudy eye lenses", &[518]),
    ("poor eyesight", &[505]),
    ("damaged eye nerves", &[648, 543]),
    ("damage at the back of the eye", &[556, 510, 488]),
    ("unusual eye movements", &[496]),
    ("hearing loss", &[365]),
    ("autistic behaviour", &[729]),
    ("aggressive behaviour", &[718]),
    ("anxiety", &[739]),
    ("depression", &[716]),
    ("mood swings", &[712]),
    ("irritability", &[737]),
    ("hallucinations", &[738]),
    ("psychosis", &[709]),
    ("pauses in breathing", &[2104]),
    ("sleep problems", &[2360]),
    ("great tiredness", &[1254, 12_378]),
    ("drowsiness or unconsciousness", &[4372]),
    ("trouble breathing", &[2093, 2098, 2094]),
    ("frequent nose or throat infections", &[2788]),
    ("frequent infections", &[2719]),
    ("heart problems", &[1627, 11_675]),
    ("an enlarged liver", &[2240]),
    ("an enlarged spleen", &[1744]),
    ("liver problems", &[1392]),
    ("kidney problems", &[77]),
    ("an underactive thyroid from birth", &[851]),
    ("diabetes", &[819]),
    ("low blood sugar", &[1943]),
    ("too few red blood cells", &[1903]),
    ("too few blood platelets", &[1873]),
    ("headaches", &[2315]),
    ("fever", &[1945]),
    ("pain", &[12_531]),
    ("dry, scaly skin", &[8064]),
    ("a cleft palate", &[175]),
    ("a loss of smell", &[458]),
    ("low calcium in the blood", &[2901]),
    ("too much ammonia in the blood", &[1987]),
    ("too little of the hormone cortisol", &[846, 8163]),
];

/// What only a test shows; said where little else can be.
pub(super) const TESTED: &[Row] = &[
    ("changes in brain structure", &[12_443]),
    ("unusual brain waves", &[2353]),
    ("too much lactic acid in the body", &[2151, 3128, 2490]),
];
