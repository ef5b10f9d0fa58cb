//! Writes the imported diseases as tables, and terms and annotations packed.
//!
//! A row of a table for each of thousands of terms and annotations would be several times as large;
//! ARCHITECTURE.md has the figures. `src/catalogue/ontology.rs` and `rare_disease.rs` unpack them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::pipeline::read::hpo::{Annotation, Disease, Found, Hpo, Often, Term, walk};
use crate::pipeline::text;
use crate::pipeline::write::pack;

/// Appends the tables. `curated` are the terms that curated causes use; `sources` are the positions of
/// the sources of the annotations and of the genes.
pub fn emit(code: &mut String, hpo: &Hpo, curated: &BTreeSet<usize>, sources: [usize; 2]) {
    terms(code, hpo, curated);
    let frequencies = frequencies(hpo);
    let position: BTreeMap<&[Often], usize> =
        frequencies.iter().enumerate().map(|(at, frequency)| (*frequency, at)).collect();
    for (name, source) in ["ANNOTATED", "OF_GENES"].iter().zip(sources) {
        add(
            code,
            &format!(
                "pub(super) static {name}: [Claim; 1] = [Claim {{ source: SourceId({source}), detail: None }}];\n"
            ),
        );
    }
    add(code, "pub(super) static FREQUENCIES: &[&[Frequency]] = &[\n");
    for frequency in &frequencies {
        add(code, &format!("    {},\n", often(frequency)));
    }
    add(code, "];\n");
    let mut first = 0;
    add(code, "pub(super) static RARE_DISEASES: &[RareDisease] = &[\n");
    for each in &hpo.diseases {
        add(code, &format!("    {},\n", disease(each, first)));
        first += each.annotations.len();
    }
    add(code, "];\n");
    let mut of_terms = Vec::new();
    let mut of_frequencies = Vec::new();
    for each in &hpo.diseases {
        let mut last = 0;
        for Annotation { found, published } in &each.annotations {
            pack::number(found.term - last, &mut of_terms);
            last = found.term;
            let at = position[&found.frequency[..]] * 2 + usize::from(*published);
            pack::number(at, &mut of_frequencies);
        }
    }
    bytes(code, "ANNOTATION_TERMS", &of_terms);
    bytes(code, "ANNOTATION_FREQUENCIES", &of_frequencies);
}

fn terms(code: &mut String, hpo: &Hpo, curated: &BTreeSet<usize>) {
    let terms = &hpo.terms;
    let mut numbers = Vec::new();
    let mut parents = Vec::new();
    let mut last = 0;
    for (at, term) in terms.iter().enumerate() {
        pack::number((term.number - last) as usize, &mut numbers);
        last = term.number;
        pack::number(term.parents.len(), &mut parents);
        for parent in &term.parents {
            pack::signed(at as isize - *parent as isize, &mut parents);
        }
    }
    let of_diseases = hpo.diseases.iter().flat_map(|disease| &disease.annotations);
    let used = of_diseases.map(|annotation| annotation.found.term).chain(curated.iter().copied());
    let used: BTreeSet<usize> = used.collect();
    let order = walk(terms);
    let labels: Vec<&str> = order.iter().map(|at| &*terms[*at].label).collect();
    // Everyday names of terms that only hold others together would weigh more than they help.
    let names = |at: &usize| {
        if used.contains(at) { lay_names(&terms[*at]).join("|") } else { String::new() }
    };
    let lay_names: Vec<String> = order.iter().map(names).collect();
    bytes(code, "TERM_NUMBERS", &numbers);
    bytes(code, "TERM_PARENTS", &parents);
    for (name, lines) in
        [("TERM_LABELS", labels.join("\n")), ("TERM_LAY_NAMES", lay_names.join("\n"))]
    {
        add(code, &format!("pub(super) static {name}: &str = {lines:?};\n"));
    }
}

/// The everyday names of a term that have a word which its label and the names before do not have.
fn lay_names(term: &Term) -> Vec<&str> {
    let words = |name: &str| -> Vec<String> {
        let words = text::words(name).into_iter();
        words.map(|word| text::singular(&word).map_or(word.clone(), str::to_owned)).collect()
    };
    let mut said: BTreeSet<String> = words(&term.label).into_iter().collect();
    let mut names = Vec::new();
    for name in &term.lay_names {
        let before = said.len();
        said.extend(words(name));
        if said.len() > before {
            names.push(&**name);
        }
    }
    names
}

/// Every way in which annotations say how often, the most used first, so that its number is short.
fn frequencies(hpo: &Hpo) -> Vec<&[Often]> {
    let mut used: BTreeMap<&[Often], usize> = BTreeMap::new();
    for annotation in hpo.diseases.iter().flat_map(|disease| &disease.annotations) {
        *used.entry(&annotation.found.frequency).or_default() += 1;
    }
    let mut frequencies: Vec<&[Often]> = used.keys().copied().collect();
    frequencies.sort_by_key(|frequency| std::cmp::Reverse(used[frequency]));
    frequencies
}

fn disease(disease: &Disease, first: usize) -> String {
    let Disease { numbers, names, genes, inheritance, annotations, .. } = disease;
    let ids = inheritance.iter().map(|term| format!("TermId({term})"));
    let all_found = |all: &[Found]| -> String {
        let each = all.iter().map(|each| found(each.term, &each.frequency));
        each.collect::<Vec<_>>().join(", ")
    };
    format!(
        "RareDisease {{ numbers: &{numbers:?}, names: &{names:?}, genes: {:?}, inheritance: &[{}], \
         onset: &[{}], course: &[{}], annotations: ({first}, {}) }}",
        genes.join(","),
        ids.collect::<Vec<_>>().join(", "),
        all_found(&disease.onset),
        all_found(&disease.course),
        annotations.len(),
    )
}

/// The expression for a term that was found, and how often.
pub fn found(term: usize, frequency: &[Often]) -> String {
    format!("FoundFeature {{ term: TermId({term}), frequency: {} }}", often(frequency))
}

fn often(frequency: &[Often]) -> String {
    let each = frequency.iter().map(|often| match often {
        Often::Counted { found, examined } => {
            format!("Frequency::Counted {{ found: {found}, examined: {examined} }}")
        }
        Often::Class(class) => format!("Frequency::Class(FrequencyClass::{class:?})"),
        Often::PerMille(share) => format!("Frequency::PerMille({share})"),
    });
    format!("&[{}]", each.collect::<Vec<_>>().join(", "))
}

fn bytes(code: &mut String, name: &str, bytes: &[u8]) {
    let mut escaped = String::with_capacity(bytes.len() * 4);
    for byte in bytes {
        write!(escaped, "\\x{byte:02x}").expect("writing to a string cannot fail");
    }
    add(code, &format!("pub(super) static {name}: &[u8] = b\"{escaped}\";\n"));
}

fn add(code: &mut String, text: &str) {
    code.push_str(text);
}
