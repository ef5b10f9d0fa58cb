//! Reads `data/hpo/`: the terms, diseases and annotations that `cargo xtask import-hpo` wrote.
//!
//! Knows the form of these files, and not what the catalogue makes of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::pipeline::fault::{Fault, Faults, Place};
use crate::pipeline::read::filed::Filed;
use crate::pipeline::read::schema::RawFeature;
use crate::pipeline::vocabulary::FrequencyClass;

/// Everything in the folder, terms in the order of their ids.
#[derive(Debug, Default)]
pub struct Hpo {
    pub terms: Vec<Term>,
    pub diseases: Vec<Disease>,
}

/// A term of the ontology.
#[derive(Debug)]
pub struct Term {
    /// The number in `HP:0001336`.
    pub number: u32,
    pub label: String,
    /// Everyday names.
    pub lay_names: Vec<String>,
    /// The wider terms, by their positions.
    pub parents: Vec<usize>,
}

/// A rare disease.
#[derive(Debug)]
pub struct Disease {
    /// Its numbers, such as `OMIM:254780`, the one that stays first.
    pub numbers: Vec<String>,
    /// A name that reads well; ours.
    pub name: String,
    pub shelf: String,
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
    pub frequency: Vec<Often>,
}

/// A feature that was found or looked for.
#[derive(Debug)]
pub struct Annotation {
    pub found: Found,
    pub published: bool,
}

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Often {
    Counted {
        found: u16,
        examined: u16,
    },
    Class(FrequencyClass),
    /// Tenths of a percent.
    PerMille(u16),
}

/// The first column of a file's rows, and how many columns there are.
const TERMS: (&str, &str, usize) = ("terms.tsv", "id", 8);
const DISEASES: (&str, &str, usize) = ("diseases.tsv", "ids", 8);
const ANNOTATIONS: (&str, &str, usize) = ("annotations.tsv", "disease", 4);

/// The term below which all onsets stand.
const ONSET: u32 = 3674;

/// Reads the folder `hpo` of `data`; the terms of the curated features are added.
pub fn load(data: &Path, features: &[Filed<RawFeature>], faults: &mut Faults) -> Hpo {
    let terms = terms(&rows(data, TERMS, faults), features, faults);
    let onsets = below(&terms, ONSET);
    let known: BTreeMap<u32, usize> =
        terms.iter().enumerate().map(|(position, term)| (term.number, position)).collect();
    let mut diseases = Vec::new();
    let mut by_number: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows(data, DISEASES, faults) {
        let mut reader = Reader { known: &known, row: &row, faults };
        let list = |column: usize, separator: char| -> Vec<String> {
            let parts = row.cells[column].split(separator).filter(|part| !part.is_empty());
            parts.map(str::to_owned).collect()
        };
        let numbers = list(0, ',');
        let (onset, course) = list(6, ',')
            .iter()
            .filter_map(|each| reader.found("course", each))
            .partition(|found| onsets[found.term]);
        let disease = Disease {
            name: row.cells[1].clone(),
            shelf: row.cells[2].clone(),
            names: list(3, '|'),
            genes: list(4, ','),
            inheritance: list(5, ',')
                .iter()
                .filter_map(|id| reader.term("inheritance", id))
                .collect(),
            onset,
            course,
            annotations: Vec::new(),
            numbers,
        };
        if disease.numbers.is_empty() || disease.numbers.len() != disease.names.len() {
            reader.fault("names", &row.cells[3], "give one name for each number, joined by |");
        }
        for number in &disease.numbers {
            if by_number.insert(number.clone(), diseases.len()).is_some() {
                reader.fault("ids", number, "a number stands with one disease");
            }
        }
        diseases.push(disease);
    }
    for row in rows(data, ANNOTATIONS, faults) {
        let mut reader = Reader { known: &known, row: &row, faults };
        let [disease, term, often, published] = &row.cells[..] else { continue };
        let Some(position) = by_number.get(disease) else {
            reader.fault("disease", disease, "name a number that stands in diseases.tsv");
            continue;
        };
        let Some(term) = reader.term("term", term) else { continue };
        if !matches!(&**published, "" | "yes") {
            reader.fault("published", published, "write yes, or nothing");
        }
        // Nobody was counted, and nobody had it.
        let frequency = if often == "absent" {
            vec![Often::PerMille(0)]
        } else {
            reader.often("frequency", often)
        };
        let annotations: &mut Vec<Annotation> = &mut diseases[*position].annotations;
        if annotations.last().is_some_and(|last| last.found.term >= term) {
            reader.fault("term", &row.cells[1], "the terms of a disease stand in order, each once");
        }
        annotations
            .push(Annotation { found: Found { term, frequency }, published: published == "yes" });
    }
    Hpo { terms, diseases }
}

/// The terms of the file, and those of the curated features. Such a one that is not in the file stands
/// beside the tree until the next import puts it in its place, which the tests demand.
fn terms(rows: &[Row], features: &[Filed<RawFeature>], faults: &mut Faults) -> Vec<Term> {
    let mut rows_by_number: BTreeMap<u32, &Row> = BTreeMap::new();
    let mut terms: BTreeMap<u32, Term> = BTreeMap::new();
    for row in rows {
        let id = &row.cells[0];
        let Some(number) = number(id) else {
            row.fault(faults, "id", id, "write HP: and seven digits");
            continue;
        };
        let lay_names = row.cells[4].split('|').filter(|name| !name.is_empty());
        let term = Term {
            number,
            label: row.cells[1].clone(),
            lay_names: lay_names.map(str::to_owned).collect(),
            parents: Vec::new(),
        };
        if terms.insert(number, term).is_some() {
            row.fault(faults, "id", id, "a term stands here once");
        }
        rows_by_number.insert(number, row);
    }
    for filed in features {
        let RawFeature { label, hpo } = &filed.entry;
        let place = Place { file: &filed.file, entry: label };
        let Some(number) = number(hpo) else {
            place.fault(faults, "hpo", hpo, "a term is HP: and seven digits");
            continue;
        };
        let loose =
            Term { number, label: label.clone(), lay_names: Vec::new(), parents: Vec::new() };
        let term = terms.entry(number).or_insert(loose);
        if term.label != *label {
            let remedy = format!("the ontology's label is {:?}; write that", term.label);
            place.fault(faults, "label", label, remedy);
        }
    }
    let known: BTreeMap<u32, usize> =
        terms.keys().enumerate().map(|(position, number)| (*number, position)).collect();
    for (number, row) in &rows_by_number {
        for parent in row.cells[2].split(',').filter(|parent| !parent.is_empty()) {
            let position = self::number(parent).and_then(|number| known.get(&number));
            match (position, terms.get_mut(number)) {
                (Some(position), Some(term)) => term.parents.push(*position),
                _ => row.fault(faults, "parents", parent, "name a term of this file"),
            }
        }
    }
    let terms: Vec<Term> = terms.into_values().collect();
    // A walk from the widest terms comes upon all of them, unless some are wider than themselves.
    let reached: BTreeSet<usize> = walk(&terms).into_iter().collect();
    for (at, term) in terms.iter().enumerate().filter(|(at, _)| !reached.contains(at)) {
        if let Some(row) = rows_by_number.get(&term.number) {
            let parents = terms[at].parents.iter().map(|parent| terms[*parent].label.as_str());
            let parents = parents.collect::<Vec<_>>().join(", ");
            row.fault(faults, "parents", &parents, "no term is wider than itself");
        }
    }
    terms
}

/// The terms as a walk through the tree comes upon them, narrower ones in the order of their numbers.
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

/// The number in `HP:0001336`.
pub fn number(hpo: &str) -> Option<u32> {
    let digits = hpo.strip_prefix("HP:").filter(|digits| digits.len() == 7)?;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// Which terms stand below one.
fn below(terms: &[Term], top: u32) -> Vec<bool> {
    let mut below = vec![false; terms.len()];
    // Wider terms have no smaller or greater ids, so this goes on until nothing is new.
    loop {
        let mut new = false;
        for at in 0..terms.len() {
            let is = terms[at].parents.iter().any(|parent| {
                below[*parent] || terms.get(*parent).is_some_and(|term| term.number == top)
            });
            new |= is && !below[at];
            below[at] |= is;
        }
        if !new {
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
        faults.push(Fault {
            file: format!("data/hpo/{}", self.file),
            entry: format!("line {}", self.line),
            field: field.to_owned(),
            value: value.to_owned(),
            remedy: format!("{remedy}; `cargo xtask import-hpo` writes this file anew"),
        });
    }
}

/// The rows of a file, each with all its cells, without its heading.
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
            row(0, "").fault(faults, "reading", &error.to_string(), "the file must be there");
            return Vec::new();
        }
    };
    let mut rows: Vec<Row> = text.lines().enumerate().map(|(at, line)| row(at + 1, line)).collect();
    match rows.first() {
        Some(heading) if heading.cells[0] == first => drop(rows.remove(0)),
        _ => row(1, "").fault(faults, "heading", "", "the first line names the columns"),
    }
    rows.retain(|row| {
        let whole = row.cells.len() == columns;
        if !whole {
            let remedy = format!("a row has {columns} cells");
            row.fault(faults, "row", &row.cells.join(" "), &remedy);
        }
        whole
    });
    rows
}

/// Reads the cells of one row.
struct Reader<'a> {
    known: &'a BTreeMap<u32, usize>,
    row: &'a Row,
    faults: &'a mut Faults,
}

impl Reader<'_> {
    fn fault(&mut self, field: &str, value: &str, remedy: &str) {
        self.row.fault(self.faults, field, value, remedy);
    }

    /// The position of the term with this id.
    fn term(&mut self, field: &str, id: &str) -> Option<usize> {
        let position = number(id).and_then(|number| self.known.get(&number).copied());
        if position.is_none() {
            self.fault(field, id, "name a term that stands in terms.tsv");
        }
        position
    }

    /// A term and, behind `=`, how often.
    fn found(&mut self, field: &str, text: &str) -> Option<Found> {
        let (id, often) = text.split_once('=').unwrap_or((text, ""));
        let term = self.term(field, id)?;
        Some(Found { term, frequency: self.often(field, often) })
    }

    /// How often: nothing, or parts joined by `+`.
    fn often(&mut self, field: &str, text: &str) -> Vec<Often> {
        let mut parts = Vec::new();
        for part in text.split('+').filter(|part| !part.is_empty()) {
            match often(part) {
                Some(often) => parts.push(often),
                None => {
                    let remedy = "write a count such as 3/7, a class of frequency, or percent with \
                                  one digit behind the point";
                    self.fault(field, part, remedy);
                }
            }
        }
        parts
    }
}

fn often(text: &str) -> Option<Often> {
    if let Some((found, examined)) = text.split_once('/') {
        let (found, examined) = (found.parse().ok()?, examined.parse().ok()?);
        return (examined > 0 && found <= examined).then_some(Often::Counted { found, examined });
    }
    if let Some(percent) = text.strip_suffix('%') {
        let (whole, tenths) = percent.split_once('.').unwrap_or((percent, "0"));
        let (whole, tenths): (u16, u16) = (whole.parse().ok()?, tenths.parse().ok()?);
        let known = whole <= 100 && percent.split('.').nth(1).is_none_or(|tenth| tenth.len() == 1);
        return known.then_some(Often::PerMille(whole * 10 + tenths));
    }
    FrequencyClass::from_key(text).map(Often::Class)
}
