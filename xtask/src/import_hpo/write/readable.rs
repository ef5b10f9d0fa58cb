//! A name of a disease as one says it. The registries' own names are kept beside it.
//!
//! Orphanet writes names that way. OMIM puts the head first, as in an index: "Epilepsy, progressive
//! myoclonic 3". The rule moves what is certainly a modifier to the front, mends capitals and one
//! misspelt word, and changes nothing else.

use crate::import_hpo::ids::DiseaseId;

/// Words that come before the head when one says the name.
const MODIFIERS: &[&str] = &[
    "acute",
    "adult",
    "adult-onset",
    "and",
    "atypical",
    "autosomal",
    "axonal",
    "b6-dependent",
    "benign",
    "bh4-deficient",
    "childhood",
    "childhood-onset",
    "complex",
    "congenital",
    "cortical",
    "dominant",
    "early",
    "early-onset",
    "familial",
    "female-restricted",
    "focal",
    "generalized",
    "hereditary",
    "hypomyelinating",
    "idiopathic",
    "infantile",
    "infantile-onset",
    "infection-induced",
    "intractable",
    "juvenile",
    "juvenile-onset",
    "late",
    "late-onset",
    "lethal",
    "mild",
    "mitochondrial",
    "motor",
    "myoclonic",
    "neonatal",
    "neuronal",
    "nocturnal",
    "nonprogressive",
    "or",
    "paroxysmal",
    "permanent",
    "photogenic",
    "primary",
    "progressive",
    "pyridoxine-dependent",
    "recessive",
    "rolandic",
    "sensory",
    "severe",
    "sideroblastic",
    "sporadic",
    "syndromic",
    "torsion",
    "vitamin",
    "x-linked",
];

/// First words of heads that become lower case after a modifier. All others may be names of people.
const COMMON: &[&str] = &[
    "Anemia",
    "Ataxia",
    "Cerebellar",
    "Ceroid",
    "Coenzyme",
    "Convulsive",
    "Cortical",
    "Cranial",
    "Developmental",
    "Diabetes",
    "Dyskinesia",
    "Dystonia",
    "Encephalopathy",
    "Epilepsy",
    "Epileptic",
    "Faciomandibular",
    "Generalized",
    "Hemifacial",
    "Hydroxylysinuria",
    "Hyperphenylalaninemia",
    "Hypoparathyroidism",
    "Intellectual",
    "Leukodystrophy",
    "Leukoencephalopathy",
    "Microcephaly",
    "Mitochondrial",
    "Muscular",
    "Myoclonic",
    "Myoclonus",
    "Neuroblastoma",
    "Neurodegeneration",
    "Neurodegenerative",
    "Neurodevelopmental",
    "Neuropathy",
    "Nystagmus",
    "Optic",
    "Polymyoclonus",
    "Restless",
    "Rigidity",
    "Spastic",
    "Spinal",
    "Spinocerebellar",
    "Striatonigral",
];

/// The name for reading: Orphanet's or, without one, OMIM's with its modifiers moved.
pub(crate) fn readable(names: &[(DiseaseId, String)]) -> String {
    let orphanet = names.iter().find(|(id, _)| matches!(id, DiseaseId::Orpha(_)));
    let name = match orphanet.or(names.first()) {
        Some((DiseaseId::Orpha(_), name)) => name.clone(),
        Some((_, name)) => turned(name),
        None => String::new(),
    };
    // The older word hurts. It stays in the names of the annotations, so it can be searched.
    name.replace("mental retardation", "intellectual disability")
}

/// OMIM's name with its modifiers before the head.
fn turned(name: &str) -> String {
    let name = quiet(name).replace("Mental retardation", "Intellectual developmental disorder");
    let name = MENDED.iter().fold(name, |name, (as_it_is, mended)| name.replace(as_it_is, mended));
    let name = with_symbols(&name);
    let mut parts = split(&name).into_iter();
    let (head, after_head) = without_modifiers(parts.next().unwrap_or_default());
    let mut head = head.to_owned();
    let mut before: Vec<&str> = after_head.into_iter().collect();
    let mut is_risk = false;
    for part in parts {
        if part == RISK {
            is_risk = true;
            continue;
        }
        let (words, number) = match part.rsplit_once(' ') {
            Some((words, last)) if is_number(last) => (words, Some(last)),
            _ if is_number(part) => ("", Some(part)),
            _ => (part, None),
        };
        if are_modifiers(words) {
            before.push(words);
        } else if part.starts_with("type ") {
            head = format!("{head} {part}");
            continue;
        } else if part.starts_with("and ") && !before.is_empty() && !head.contains(',') {
            // A second head: "Anemia, sideroblastic, and spinocerebellar ataxia".
            head = format!("{head} {part}");
            continue;
        } else if words.is_empty() {
            // Only the number.
        } else if ["with ", "without ", "due to "].iter().any(|start| part.starts_with(start)) {
            head = format!("{head} {part}");
            continue;
        } else {
            head = format!("{head}, {part}");
            continue;
        }
        if let Some(number) = number {
            head = format!("{head} {number}");
        }
    }
    if is_risk {
        before.insert(0, RISK);
    }
    if before.is_empty() {
        return head;
    }
    // That it is a risk comes first, then the mode of inheritance. The others keep their order.
    before.sort_by_key(|words| {
        let inherited = words.starts_with("autosomal") || words.starts_with("X-linked");
        (*words != RISK, !inherited)
    });
    let first = head.split([' ', ',']).next().unwrap_or_default();
    if COMMON.contains(&first) {
        head = lowered(&head);
    }
    raised(&format!("{} {head}", before.join(" ")))
}

/// How OMIM says that a name stands for a raised risk of a disease.
const RISK: &str = "susceptibility to";

/// What is written in another way than one writes it within a name.
const MENDED: &[(&str, &str)] = &[
    ("due to A ", "due to a "),
    ("Peho", "PEHO"),
    ("-Like", "-like"),
    ("-Capillary", "-capillary"),
    ("-Hydroxy", "-hydroxy"),
    ("impairement", "impairment"),
];

/// Whether these are words that come before the head.
fn are_modifiers(words: &str) -> bool {
    !words.is_empty()
        && words.split(' ').all(|word| MODIFIERS.contains(&word.to_lowercase().as_str()))
}

/// A head without the modifiers that follow it where the comma is missing: "Epilepsy idiopathic
/// generalized".
fn without_modifiers(head: &str) -> (&str, Option<&str>) {
    match head.split_once(' ') {
        Some((first, after)) if COMMON.contains(&first) && are_modifiers(after) => {
            (first, Some(after))
        }
        _ => (head, None),
    }
}

/// The name with its symbols of genes and vitamins in capitals: "mecp2", "b6-dependent".
fn with_symbols(name: &str) -> String {
    let is_symbol = |word: &str| {
        let letters = word.trim_end_matches(|at: char| at.is_ascii_digit());
        let ends_in_figures = letters.len() < word.len();
        ends_in_figures && !letters.is_empty() && letters.chars().all(|at| at.is_ascii_lowercase())
    };
    let parts = name.split_inclusive([' ', '-']).map(|part| {
        let word = part.trim_end_matches([' ', '-']);
        if is_symbol(word) { part.to_uppercase() } else { part.to_owned() }
    });
    parts.collect()
}

/// The parts of a name between commas outside brackets.
fn split(name: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (at, character) in name.char_indices() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 && name[at..].starts_with(", ") => {
                parts.push(&name[start..at]);
                start = at + 2;
            }
            _ => {}
        }
    }
    parts.push(&name[start..]);
    parts
}

/// Whether a word is a number, such as 3, 1B or II, or a letter in its place.
fn is_number(word: &str) -> bool {
    let is_letter = word.len() == 1 && word.chars().all(|letter| letter.is_ascii_uppercase());
    let figures = word.trim_end_matches(|character: char| character.is_ascii_uppercase());
    let arabic = !figures.is_empty() && figures.chars().all(|figure| figure.is_ascii_digit());
    arabic || is_letter || !word.is_empty() && word.chars().all(|letter| "IVX".contains(letter))
}

/// A name that is all in capitals becomes lower case.
fn quiet(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        name.to_owned()
    } else {
        raised(&name.to_lowercase())
    }
}

fn raised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(omim: &str, expected: &str) {
        assert_eq!(readable(&[(DiseaseId::Omim(1), omim.to_owned())]), expected);
    }

    #[test]
    fn modifiers_come_before_the_head_and_numbers_after_it() {
        check("Epilepsy, progressive myoclonic 3", "Progressive myoclonic epilepsy 3");
        check("Epilepsy, familial adult myoclonic, 5", "Familial adult myoclonic epilepsy 5");
        check(
            "Parkinson disease 14, autosomal recessive",
            "Autosomal recessive Parkinson disease 14",
        );
        check(
            "Ceroid lipofuscinosis, neuronal, 4B, autosomal dominant",
            "Autosomal dominant neuronal ceroid lipofuscinosis 4B",
        );
        check(
            "Epilepsy, idiopathic generalized, susceptibility to, 9",
            "Susceptibility to idiopathic generalized epilepsy 9",
        );
        check("Mental retardation, X-linked 94", "X-linked intellectual developmental disorder 94");
        check(
            "Hyperphosphatasia with mental retardation syndrome 3",
            "Hyperphosphatasia with intellectual disability syndrome 3",
        );
        check(
            "Neurodegenerative disorder, X-linked, with parkinsonism",
            "X-linked neurodegenerative disorder with parkinsonism",
        );
        check("Pontocerebellar hypoplasia, type 2B", "Pontocerebellar hypoplasia type 2B");
        check(
            "Epilepsy, progressive myoclonic, 4, with or without renal failure",
            "Progressive myoclonic epilepsy 4 with or without renal failure",
        );
    }

    #[test]
    fn symbols_are_capitals() {
        check(
            "Encephalopathy, neonatal severe, due to mecp2 mutations",
            "Neonatal severe encephalopathy due to MECP2 mutations",
        );
        check(
            "Epilepsy, early-onset, vitamin b6-dependent",
            "Early-onset vitamin B6-dependent epilepsy",
        );
        check("Peho-Like syndrome", "PEHO-like syndrome");
        check("D-2-Hydroxyglutaric aciduria 1", "D-2-hydroxyglutaric aciduria 1");
        check("Spinocerebellar ataxia 2", "Spinocerebellar ataxia 2");
    }

    #[test]
    fn several_modifiers_come_before_the_head() {
        check(
            "Neuropathy, hereditary motor and sensory, type VIB",
            "Hereditary motor and sensory neuropathy type VIB",
        );
        check("Faciomandibular myoclonus, nocturnal", "Nocturnal faciomandibular myoclonus");
        check(
            "Encephalopathy, acute, infection-induced, susceptibility to, 9",
            "Susceptibility to acute infection-induced encephalopathy 9",
        );
        check(
            "Microcephaly, seizures, spasticity, and brain calcifications",
            "Microcephaly, seizures, spasticity, and brain calcifications",
        );
    }

    #[test]
    fn a_raised_risk_is_called_that_first() {
        check("Neuroblastoma, susceptibility to", "Susceptibility to neuroblastoma");
        check(
            "Restless legs syndrome, susceptibility to, 1",
            "Susceptibility to restless legs syndrome 1",
        );
        check(
            "Epilepsy idiopathic generalized, susceptibility to, 8",
            "Susceptibility to idiopathic generalized epilepsy 8",
        );
    }

    #[test]
    fn a_second_head_and_a_letter_follow_the_first_head() {
        check(
            "Anemia, sideroblastic, and spinocerebellar ataxia",
            "Sideroblastic anemia and spinocerebellar ataxia",
        );
        check("Hyperphenylalaninemia, bh4-deficient, C", "BH4-deficient hyperphenylalaninemia C");
    }

    #[test]
    fn other_parts_keep_their_places() {
        check(
            "Sensory ataxic neuropathy, dysarthria, and ophthalmoparesis",
            "Sensory ataxic neuropathy, dysarthria, and ophthalmoparesis",
        );
        check("Spastic ataxia (Charlevoix, Saguenay)", "Spastic ataxia (Charlevoix, Saguenay)");
        check("CARNOSINEMIA", "Carnosinemia");
        check("", "");
    }

    #[test]
    fn a_name_of_orphanet_is_preferred() {
        let both = [
            (DiseaseId::Omim(254_780), "Myoclonic epilepsy of Lafora".to_owned()),
            (DiseaseId::Orpha(501), "Lafora disease".to_owned()),
        ];
        assert_eq!(readable(&both), "Lafora disease");
    }
}
