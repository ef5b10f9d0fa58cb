//! `data/hpo/supplement.tsv`: diseases with a myoclonus term in a later release, without how often.
//!
//! A later release is not always to be had whole. This file has what could be had of one: the
//! terms of each disease, with no frequency, no publication and nothing that was looked for in
//! vain. Does not know which of its diseases are imported.

use std::collections::BTreeSet;

use crate::import_hpo::fault::{Fault, Faults};
use crate::import_hpo::ids::{DiseaseId, TermId};

/// The file, from the project's root.
pub(crate) const FILE: &str = "data/hpo/supplement.tsv";

/// The SHA-256 of the file. The file changes only together with it.
pub(crate) const HASH: &str = "0a8d5181e4475a99f4418f3092c184b03f8097bc455d1dae5cf3881f7816bebd";

/// The columns.
const COLUMNS: [&str; 3] = ["disease", "name", "terms"];

/// The rows of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Supplement {
    /// The release that the rows come from, such as `2025-11-24`.
    pub(crate) release: String,
    /// The diseases, in the order of the file.
    pub(crate) rows: Vec<Row>,
}

/// One disease.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Its number.
    pub(crate) disease: DiseaseId,
    /// The registry's name for it, unaltered.
    pub(crate) name: String,
    /// Its terms of every kind, perhaps by old ids.
    pub(crate) terms: BTreeSet<TermId>,
}

impl Supplement {
    /// Reads the file.
    pub(crate) fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        let mut supplement = Self::default();
        let mut seen = BTreeSet::new();
        let mut heading = false;
        for (line, number) in text.lines().zip(1..) {
            if let Some(remark) = line.strip_prefix('#') {
                if let Some(release) = remark.trim().strip_prefix("release:") {
                    release.trim().clone_into(&mut supplement.release);
                }
                continue;
            }
            let cells: Vec<&str> = line.split('\t').collect();
            if !heading {
                heading = true;
                if cells != COLUMNS {
                    let remedy = "the first line after the comments must name the three columns";
                    faults.add(FILE, number, "heading", line, remedy);
                }
                continue;
            }
            let [disease, name, terms] = cells[..] else {
                let remedy = "a row has three columns; the file may have been cut off";
                faults.add(FILE, number, "row", line, remedy);
                continue;
            };
            let Some(disease) = DiseaseId::parse(disease) else {
                faults.add(FILE, number, "disease", disease, "write a number of OMIM or ORPHA");
                continue;
            };
            if !seen.insert(disease) {
                faults.add(FILE, number, "disease", line, "list each disease once");
            }
            let mut row = Row { disease, name: name.to_owned(), terms: BTreeSet::new() };
            for term in terms.split(';') {
                match TermId::parse(term) {
                    Some(id) => _ = row.terms.insert(id),
                    None => faults.add(FILE, number, "terms", term, "write ids joined by ;"),
                }
            }
            supplement.rows.push(row);
        }
        if supplement.release.is_empty() {
            let remedy = "name the release in a comment: # release: and the date";
            faults.add(FILE, 0, "release", "", remedy);
        }
        faults.or(supplement)
    }
}
