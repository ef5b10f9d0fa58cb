//! `genes_to_phenotype.txt`: which genes belong to which disease.
//!
//! Knows genes by their symbols only.

use std::collections::{BTreeMap, BTreeSet};

use crate::import_hpo::fault::{Fault, Faults};
use crate::import_hpo::ids::DiseaseId;

/// The file's name.
pub(crate) const FILE: &str = "genes_to_phenotype.txt";

/// The symbols of the genes of each disease.
pub(crate) type Genes = BTreeMap<DiseaseId, BTreeSet<String>>;

/// Reads the file.
pub(crate) fn parse(text: &str) -> Result<Genes, Vec<Fault>> {
    let mut faults = Faults::default();
    let mut genes = Genes::new();
    for (line, number) in text.lines().zip(1..).skip(1) {
        let line = line.trim_end_matches('\r');
        if line.is_empty() {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        let [_, symbol, _, _, _, disease] = cells[..] else {
            let remedy = "a row has six columns; the file may have been cut off";
            faults.add(FILE, number, "row", line, remedy);
            continue;
        };
        match DiseaseId::parse(disease) {
            // A dash means a gene without a symbol.
            Some(id) if symbol != "-" => {
                genes.entry(id).or_default().insert(symbol.to_owned());
            }
            Some(_) => {}
            None => {
                let remedy = "write a number of OMIM, ORPHA or DECIPHER";
                faults.add(FILE, number, "disease_id", disease, remedy);
            }
        }
    }
    if genes.is_empty() {
        faults.add(FILE, 0, "row", "", "give the genes of a release; this has no rows");
    }
    faults.or(genes)
}
