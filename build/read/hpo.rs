//! Reads `data/hpo/`: the terms, diseases and annotations that `cargo xtask import-hpo` wrote.
//!
//! Knows the form of these files, not how the catalogue uses them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::filed::Filed;
use super::frequency::{self, Frequency};
use super::schema::RawFeature;
use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::hpo_id::HpoId;
use crate::pipeline::registry_id::RegistryId;

/// Everything in the folder, terms in the order of their ids.
#[derive(Debug, Default)]
pub struct Hpo {
    pub terms: Vec<Term>,
    pub diseases: Vec<Disease>,
    /// The number of diseases that the release annotates. Most are not imported.
    pub annotated_diseases: usize,
}

/// A term of the ontology.
#[derive(Debug)]
pub struct Term {
    pub id: HpoId,
    pub label: String,
    /// Everyday names.
    pub lay_names: Vec<String>,
    /// The positions of the terms directly above it.
    pub parents: Vec<usize>,
    /// Numbers that it once had, or that were merged into it.
    pub old_ids: Vec<HpoId>,
    /// How often it occurs among all annotated diseases of the release; `None` for a term that is
    /// no feature of patients.
    pub background: Option<Background>,
}

/// How often a term occurs among all annotated diseases, whether or not they are imported.
#[derive(Clone, Copy, Debug)]
pub struct Background {
    /// The natural logarithm of the share of diseases that have it, negated.
    pub information: f64,
    /// The mean share of patients who have it.
    pub share: f64,
}

/// An annotated disease.
#[derive(Debug)]
pub struct Disease {
    /// Its numbers in the registries. The first one never changes.
    pub numbers: Vec<RegistryId>,
    /// A readable name; ours.
    pub name: String,
    pub shelf: String,
    /// The release of the ontology that its annotations come from.
    pub release: String,
    /// The registries' own names, in the order of the numbers.
    pub names: Vec<String>,
    pub genes: Vec<String>,
    pub inheritance: Vec<usize>,
    pub onset: Vec<Found>,
    pub course: Vec<Found>,
    /// In the order of their terms.
    pub annotations: Vec<Annotation>,
}

/// A term that was found, and how often.
#[derive(Clone, Debug)]
pub struct Found {
    /// The term's position.
    pub term: usize,
    /// Empty where the source does not say.
    pub frequency: Vec<Frequency>,
}

/// A feature that was found, or looked for.
#[derive(Debug)]
pub struct Annotation {
    pub found: Found,
    pub published: bool,
}

/// A file, the heading of its first column, and the number of its columns.
const TERMS: (&str, &str, usize) = ("terms.tsv", "id", 8);
const DISEASES: (&str, &str, usize) = ("diseases.tsv", "ids", 9);
const ANNOTATIONS: (&str, &str, usize) = ("annotations.tsv", "disease", 4);

/// The number of the term *Onset*.
const ONSET: u32 = 3674;

/// Reads the folder `hpo` of `data`, and adds the terms of the curated features.
pub fn load(data: &Path, features: &[Filed<RawFeature>], faults: &mut Faults) -> Hpo {
    let terms = terms(&rows(data, TERMS, faults), features, faults);
    let known: BTreeMap<HpoId, usize> =
        terms.iter().enumerate().map(|(position, term)| (term.id, position)).collect();
    let mut diseases = diseases(&rows(data, DISEASES, faults), &terms, &known, faults);
    annotate(&mut diseases, &rows(data, ANNOTATIONS, faults), &known, faults);
    let annotated_diseases = annotated_diseases(data, faults);
    Hpo { terms, diseases, annotated_diseases }
}

/// What the receipt says of the number of annotated diseases.
fn annotated_diseases(data: &Path, faults: &mut Faults) -> usize {
    let text = fs::read_to_string(data.join("hpo/receipt.toml")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("annotated_diseases = "));
    let number = line.and_then(|number| number.parse().ok()).filter(|number| *number > 0);
    if number.is_none() {
        let place = Place { file: "data/hpo/receipt.toml", entry: "file" };
        let remedy = "run `cargo xtask import-hpo`, which counts them";
        place.fault(faults, "annotated_diseases", line.unwrap_or_default(), remedy);
    }
    number.unwrap_or(1)
}

fn diseases(
    rows: &[Row],
    terms: &[Term],
    known: &BTreeMap<HpoId, usize>,
    faults: &mut Faults,
) -> Vec<Disease> {
    let onsets = below(terms, ONSET);
    let mut seen: BTreeSet<RegistryId> = BTreeSet::new();
    let mut diseases = Vec::with_capacity(rows.len());
    for row in rows {
        let mut reader = Reader { known, row, faults };
        let list = |column: usize, separator: char| -> Vec<String> {
            let parts = row.cells[column].split(separator).filter(|part| !part.is_empty());
            parts.map(str::to_owned).collect()
        };
        let numbers: Vec<RegistryId> =
            list(0, ',').iter().filter_map(|number| reader.number(number)).collect();
        let (onset, course) = list(6, ',')
            .iter()
            .filter_map(|each| reader.found("course", each))
            .partition(|found| onsets[found.term]);
        let names = list(3, '|');
        if numbers.is_empty() || numbers.len() != names.len() {
            reader.fault("names", &row.cells[3], "give one name for each number, joined by |");
        }
        for number in &numbers {
            if !seen.insert(*number) {
                let remedy = "give each number to one disease only";
                reader.fault("ids", &number.to_string(), remedy);
            }
        }
        diseases.push(Disease {
            numbers,
            name: row.cells[1].clone(),
            shelf: row.cells[2].clone(),
            release: row.cells[8].clone(),
            names,
            genes: list(4, ','),
            inheritance: list(5, ',')
                .iter()
                .filter_map(|id| reader.term("inheritance", id))
                .collect(),
            onset,
            course,
            annotations: Vec::new(),
        });
    }
    diseases
}

/// Adds to each disease its annotations.
fn annotate(
    diseases: &mut [Disease],
    rows: &[Row],
    known: &BTreeMap<HpoId, usize>,
    faults: &mut Faults,
) {
    let of_disease = |(at, disease): (usize, &Disease)| -> Vec<(RegistryId, usize)> {
        disease.numbers.iter().map(|number| (*number, at)).collect()
    };
    let positions: BTreeMap<RegistryId, usize> =
        diseases.iter().enumerate().flat_map(of_disease).collect();
    for row in rows {
        let mut reader = Reader { known, row, faults };
        let [number, term, frequency, published] = &row.cells[..] else { continue };
        let position = number.parse().ok().and_then(|number: RegistryId| positions.get(&number));
        let Some(position) = position else {
            reader.fault("disease", number, "name a number of diseases.tsv");
            continue;
        };
        let Some(term) = reader.term("term", term) else { continue };
        if !matches!(&**published, "" | "yes") {
            reader.fault("published", published, "write yes, or nothing");
        }
        // Stated without a count: no patient had it.
        let frequency = if frequency == "absent" {
            vec![Frequency::PerMille(0)]
        } else {
            reader.frequency("frequency", frequency)
        };
        let annotations = &mut diseases[*position].annotations;
        if annotations.last().is_some_and(|last| last.found.term >= term) {
            let remedy = "list the terms of a disease in order, each once";
            reader.fault("term", &row.cells[1], remedy);
        }
        annotations
            .push(Annotation { found: Found { term, frequency }, published: published == "yes" });
    }
}

/// The terms of the file and those of the curated features. A feature that is not in the file has
/// no wider term until the next import; a test then asks for one.
fn terms(rows: &[Row], features: &[Filed<RawFeature>], faults: &mut Faults) -> Vec<Term> {
    let mut rows_by_id: BTreeMap<HpoId, &Row> = BTreeMap::new();
    let mut terms: BTreeMap<HpoId, Term> = BTreeMap::new();
    for row in rows {
        let text = &row.cells[0];
        let id: HpoId = match text.parse() {
            Ok(id) => id,
            Err(error) => {
                row.fault(faults, "id", text, &error.to_string());
                continue;
            }
        };
        let lay_names = row.cells[4].split('|').filter(|name| !name.is_empty());
        let term = Term {
            id,
            label: row.cells[1].clone(),
            lay_names: lay_names.map(str::to_owned).collect(),
            parents: Vec::new(),
            old_ids: old_ids(row, faults),
            background: background(row, faults),
        };
        if terms.insert(id, term).is_some() {
            row.fault(faults, "id", text, "list each term once");
        }
        rows_by_id.insert(id, row);
    }
    for filed in features {
        let RawFeature { label, hpo } = &filed.entry;
        let place = filed.place(label);
        let id: HpoId = match hpo.parse() {
            Ok(id) => id,
            Err(error) => {
                place.fault(faults, "hpo", hpo, error.to_string());
                continue;
            }
        };
        let alone = Term {
            id,
            label: label.clone(),
            lay_names: Vec::new(),
            parents: Vec::new(),
            old_ids: Vec::new(),
            background: None,
        };
        let term = terms.entry(id).or_insert(alone);
        if term.label != *label {
            let remedy = format!("the ontology's label is {:?}; write that", term.label);
            place.fault(faults, "label", label, remedy);
        }
    }
    let known: BTreeMap<HpoId, usize> =
        terms.keys().enumerate().map(|(position, id)| (*id, position)).collect();
    for (id, row) in &rows_by_id {
        for parent in row.cells[2].split(',').filter(|parent| !parent.is_empty()) {
            let position = parent.parse().ok().and_then(|parent: HpoId| known.get(&parent));
            match (position, terms.get_mut(id)) {
                (Some(position), Some(term)) => term.parents.push(*position),
                _ => row.fault(faults, "parents", parent, "name a term of this file"),
            }
        }
    }
    let terms: Vec<Term> = terms.into_values().collect();
    // A walk from the widest terms reaches all of them, unless some are wider than themselves.
    let reached: BTreeSet<usize> = walk(&terms).into_iter().collect();
    for (at, term) in terms.iter().enumerate().filter(|(at, _)| !reached.contains(at)) {
        if let Some(row) = rows_by_id.get(&term.id) {
            let parents = terms[at].parents.iter().map(|parent| terms[*parent].label.as_str());
            let parents = parents.collect::<Vec<_>>().join(", ");
            row.fault(faults, "parents", &parents, "no term is wider than itself");
        }
    }
    terms
}

/// The old numbers of a term.
fn old_ids(row: &Row, faults: &mut Faults) -> Vec<HpoId> {
    let ids = row.cells[5].split(',').filter(|id| !id.is_empty());
    ids.filter_map(|id| match id.parse() {
        Ok(id) => Some(id),
        Err(error) => {
            row.fault(faults, "old_ids", id, &format!("{error}"));
            None
        }
    })
    .collect()
}

/// How often a term occurs among all annotated diseases.
fn background(row: &Row, faults: &mut Faults) -> Option<Background> {
    let [information, share] = [&row.cells[6], &row.cells[7]];
    if information.is_empty() && share.is_empty() {
        return None;
    }
    let number = |text: &str, most: f64| {
        let number: Option<f64> = text.parse().ok();
        number.filter(|number| (-1e-4..=most).contains(number))
    };
    match (number(information, 100.0), number(share, 1.0)) {
        (Some(information), Some(share)) => Some(Background { information, share }),
        (None, _) => {
            row.fault(faults, "information", information, "write a number from 0 on");
            None
        }
        (_, None) => {
            row.fault(faults, "background", share, "write a share from 0 to 1");
            None
        }
    }
}

/// The positions of all terms in pre-order, each once; siblings in the order of their ids.
pub fn walk(terms: &[Term]) -> Vec<usize> {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); terms.len()];
    for (at, term) in terms.iter().enumerate() {
        for parent in &term.parents {
            children[*parent].push(at);
        }
    }
    let mut order = Vec::new();
    let mut seen = vec![false; terms.len()];
    let roots = (0..terms.len()).rev().filter(|at| terms[*at].parents.is_empty());
    let mut left: Vec<usize> = roots.collect();
    while let Some(at) = left.pop() {
        if !std::mem::replace(&mut seen[at], true) {
            order.push(at);
            left.extend(children[at].iter().rev());
        }
    }
    order
}

/// For each term, whether it is narrower than the term with this number.
fn below(terms: &[Term], top: u32) -> Vec<bool> {
    let mut below = vec![false; terms.len()];
    // A wider term may have a smaller or a greater id, so this repeats until nothing changes.
    loop {
        let mut changed = false;
        for at in 0..terms.len() {
            let is_below =
                terms[at].parents.iter().any(|at| below[*at] || terms[*at].id.number() == top);
            changed |= is_below && !below[at];
            below[at] |= is_below;
        }
        if !changed {
            return below;
        }
    }
}

/// One line of a file.
struct Row {
    file: &'static str,
    line: usize,
    cells: Vec<String>,
}

impl Row {
    fn fault(&self, faults: &mut Faults, field: &str, value: &str, remedy: &str) {
        let file = format!("data/hpo/{}", self.file);
        let entry = format!("line {}", self.line);
        let remedy = format!("{remedy}; `cargo xtask import-hpo` rewrites this file");
        Place { file: &file, entry: &entry }.fault(faults, field, value, remedy);
    }
}

/// The complete rows of a file, without its heading.
fn rows(
    data: &Path,
    (file, first, columns): (&'static str, &'static str, usize),
    faults: &mut Faults,
) -> Vec<Row> {
    let row = |line: usize, text: &str| Row {
        file,
        line,
        cells: text.split('\t').map(str::to_owned).collect(),
    };
    let text = match fs::read_to_string(data.join("hpo").join(file)) {
        Ok(text) => text,
        Err(error) => {
            row(0, "").fault(faults, "reading", &error.to_string(), "this file must exist");
            return Vec::new();
        }
    };
    let mut rows: Vec<Row> = text.lines().enumerate().map(|(at, line)| row(at + 1, line)).collect();
    match rows.first() {
        Some(heading) if heading.cells[0] == first => drop(rows.remove(0)),
        _ => row(1, "").fault(faults, "heading", "", "the first line must name the columns"),
    }
    rows.retain(|row| {
        let is_complete = row.cells.len() == columns;
        if !is_complete {
            let remedy = format!("a row has {columns} cells");
            row.fault(faults, "row", &row.cells.join(" "), &remedy);
        }
        is_complete
    });
    rows
}

/// Reads the cells of one row.
struct Reader<'a> {
    known: &'a BTreeMap<HpoId, usize>,
    row: &'a Row,
    faults: &'a mut Faults,
}

impl Reader<'_> {
    fn fault(&mut self, field: &str, value: &str, remedy: &str) {
        self.row.fault(self.faults, field, value, remedy);
    }

    /// A number in a registry.
    fn number(&mut self, text: &str) -> Option<RegistryId> {
        let number = text.parse::<RegistryId>();
        number.map_err(|error| self.fault("ids", text, &error.to_string())).ok()
    }

    /// The position of the term with this id.
    fn term(&mut self, field: &str, id: &str) -> Option<usize> {
        let position = id.parse().ok().and_then(|id: HpoId| self.known.get(&id).copied());
        if position.is_none() {
            self.fault(field, id, "name a term of terms.tsv");
        }
        position
    }

    /// A term, followed by `=` and its frequency where that is known.
    fn found(&mut self, field: &str, text: &str) -> Option<Found> {
        let (id, frequency) = text.split_once('=').unwrap_or((text, ""));
        let term = self.term(field, id)?;
        Some(Found { term, frequency: self.frequency(field, frequency) })
    }

    /// Frequencies joined by `+`, or nothing.
    fn frequency(&mut self, field: &str, text: &str) -> Vec<Frequency> {
        let mut frequencies = Vec::new();
        for part in text.split('+').filter(|part| !part.is_empty()) {
            match frequency::read(part) {
                Ok(frequency) => frequencies.push(frequency),
                Err(remedy) => self.fault(field, part, &remedy),
            }
        }
        frequencies
    }
}
