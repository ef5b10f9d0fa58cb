//! The shelf on which a clinician would look for a disease.
//!
//! One rule, from top to bottom: the first entry that fits decides. It uses genes, then words of
//! the registries' names, then features. The division is ours, for browsing.

use std::collections::BTreeSet;

use crate::import_hpo::candidates::Disease;
use crate::import_hpo::ids::TermId;
use crate::import_hpo::read::ontology::Ontology;

/// A shelf: its key in the data, the genes and parts of names that put a disease there, and the
/// feature that decides if nothing else does.
struct Shelf {
    key: &'static str,
    genes: &'static [&'static str],
    names: &'static [&'static str],
    feature: Option<TermId>,
}

/// The shelves in the order of the rule. Names are compared in lower case.
const SHELVES: &[Shelf] = &[
    Shelf {
        key: "prion",
        genes: &["PRNP"],
        names: &["creutzfeldt", "prion", "fatal familial insomnia"],
        feature: None,
    },
    Shelf {
        key: "progressive-myoclonus-epilepsy",
        genes: &[],
        names: &[
            "progressive myoclon",
            "lafora",
            "unverricht",
            "sialidosis",
            "ragged",
            "ceroid lipofuscin",
            "cln12",
            "merrf",
        ],
        feature: None,
    },
    Shelf {
        key: "developmental-epileptic-encephalopathy",
        genes: &[],
        names: &[
            "developmental and epileptic",
            "epileptic encephalopath",
            "dravet",
            "infantile spasm",
            "epileptic spasm",
            "ohtahara",
            "lennox",
            "kohlschutter",
            "landau-kleffner",
            "doors",
        ],
        feature: None,
    },
    Shelf {
        key: "mitochondrial",
        genes: &["MT-ATP6", "MT-TK", "MT-TL1", "HSD17B10"],
        names: &[
            "mitochond",
            "oxidative phosphorylation",
            "coenzyme q",
            "ubiquinone",
            "leigh",
            "melas",
            "pyruvate dehydrogenase",
            "depletion syndrome",
            "sensory ataxic neuropathy",
            "alpers",
            "narp",
            "hsd10",
            "mepan",
        ],
        feature: None,
    },
    Shelf {
        key: "lysosomal",
        genes: &[],
        names: &[
            "gaucher",
            "niemann",
            "krabbe",
            "sandhoff",
            "tay-sachs",
            "gangliosid",
            "mucolipid",
            "mucopolysacc",
            "metachromatic",
            "farber",
            "fabry",
            "galactosialid",
            "schindler",
            "galactosaminidase",
            "lipogranulomat",
            "saposin",
        ],
        feature: None,
    },
    Shelf {
        key: "epilepsy",
        genes: &[],
        names: &[
            "epileps",
            "seizures plus",
            "absence",
            "febrile seizure",
            "convulsive",
            "seizure syndrome",
        ],
        feature: None,
    },
    Shelf {
        key: "metabolic",
        genes: &[],
        names: &[
            "uria",
            "emia",
            "deficien",
            "glycosylation",
            "cdg",
            "hyperglycin",
            "glycine enceph",
            "creatine",
            "purine",
            "ammon",
            "biotin",
            "folate",
            "folinic",
            "vitamin",
            "pyridox",
            "copper",
            "wilson",
            "menkes",
            "parathyroid",
            "porphyr",
            "glucose",
            "glut1",
            "lipodystrophy",
            "peroxisom",
            "zellweger",
            "xanthomatosis",
            "phosphatasia",
            "phosphatidylinositol",
            "insulinism",
            "diabetes",
            "aldosteron",
            "thyroid",
            "neurotransmitter",
            "phenylketon",
            "sulfite",
            "canavan",
            "homocyst",
            "glucocort",
            "cobalamin",
            "lathosterol",
            "segawa",
            "ferritin",
        ],
        feature: None,
    },
    Shelf { key: "tumour", genes: &[], names: &["neuroblastoma", "meningioma"], feature: None },
    // Diseases that do not get worse must not be among those that do, whatever else is in their
    // names.
    Shelf {
        key: "neurodevelopmental",
        genes: &[],
        names: &[
            "neurodevelopmental disorder",
            "intellectual developmental disorder",
            "nonprogressive",
            "non-progressive",
        ],
        feature: None,
    },
    Shelf {
        key: "malformation",
        genes: &[],
        names: &["pontocerebellar", "muscle-eye-brain", "dystroglycan", "joubert"],
        feature: None,
    },
    Shelf {
        key: "ataxia",
        genes: &[],
        names: &["ataxia", "spinocerebellar", "cerebellar", "dentatorubral", "gillespie"],
        feature: None,
    },
    Shelf {
        key: "movement-disorder",
        genes: &[],
        names: &[
            "dystoni",
            "dyskines",
            "chorea",
            "parkinson",
            "hyperekplexia",
            "startle",
            "tremor",
            "geniospasm",
            "myoclon",
            "restless",
            "tourette",
            "stiff",
            "kufor",
            "hemifacial",
        ],
        feature: None,
    },
    Shelf {
        key: "neurodegeneration",
        genes: &[],
        names: &[
            "alzheimer",
            "dementia",
            "huntington",
            "degenerat",
            "leukodystroph",
            "leukoenceph",
            "spastic",
            "spinal muscular",
            "neuropath",
            "palsy",
            "amyotroph",
            "lewy",
            "neuroserpin",
            "alexander disease",
            "pick disease",
            "brain iron",
            "myelin",
            "necrosis",
            "amyloid",
            "corticobasal",
            "optic atrophy",
            "muscular dystrophy",
        ],
        feature: None,
    },
    Shelf {
        key: "malformation",
        genes: &[],
        names: &[
            "lissenceph",
            "microceph",
            "holoprosenceph",
            "polymicrogyria",
            "cortical dysplas",
            "hydranenceph",
            "malformation",
            "heterotopia",
            "schizenceph",
            "encephalocele",
            "orofaciodigital",
            "hydroceph",
            "anomal",
            "dysplasia",
            "hemimegalenceph",
            "peho",
            "galloway",
            "microphthalmia",
            "dysostosis",
            "knobloch",
            "micro syndrome",
            "blepharophimosis",
        ],
        feature: None,
    },
    Shelf {
        key: "neurodevelopmental",
        genes: &[],
        names: &[
            "intellectual",
            "mental retardation",
            "neurodevelopmental",
            "autism",
            "rett",
            "angelman",
            "deletion",
            "duplication",
            "developmental",
            "mecp2",
            "disomy",
            "ring chromosome",
            "aneuploidy",
            "foxg1",
            "sotos",
            "snijders",
            "kinsship",
            "prune1",
            "neurological syndrome",
        ],
        // Global developmental delay.
        feature: Some(TermId(1263)),
    },
];

/// The shelf for everything else.
pub(crate) const OTHER: &str = "other";

/// The shelf of a disease.
pub(crate) fn shelf(ontology: &Ontology, disease: &Disease) -> &'static str {
    let names: Vec<String> = disease.names.iter().map(|(_, name)| name.to_lowercase()).collect();
    let named = |shelf: &&Shelf| {
        shelf.genes.iter().any(|gene| disease.genes.contains(*gene))
            || shelf.names.iter().any(|part| names.iter().any(|name| name.contains(part)))
    };
    if let Some(shelf) = SHELVES.iter().find(named) {
        return shelf.key;
    }
    let found: BTreeSet<TermId> =
        disease.profile.present.keys().flat_map(|term| ontology.with_ancestors(*term)).collect();
    let having = |shelf: &&Shelf| shelf.feature.is_some_and(|feature| found.contains(&feature));
    SHELVES.iter().find(having).map_or(OTHER, |shelf| shelf.key)
}
