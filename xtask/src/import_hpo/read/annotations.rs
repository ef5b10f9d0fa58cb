//! `phenotype.hpoa`: which findings are present or absent in which disease.
//!
//! Reads the rows as they are. Does not know what they add up to.

use std::fmt;

use crate::import_hpo::fault::{Fault, Faults};
use crate::import_hpo::ids::{DiseaseId, TermId};

/// The file's name.
pub(crate) const FILE: &str = "phenotype.hpoa";

/// The columns, as in the file's own heading.
const COLUMNS: [&str; 12] = [
    "database_id",
    "disease_name",
    "qualifier",
    "hpo_id",
    "reference",
    "evidence",
    "onset",
    "frequency",
    "sex",
    "modifier",
    "aspect",
    "biocuration",
];

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Aspect {
    /// A feature.
    Phenotype,
    /// How it is inherited.
    Inheritance,
    /// When it begins, and how it runs.
    Course,
    /// A modifier.
    Modifier,
    /// The history of the patient.
    History,
}

/// How often a feature was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Frequency {
    /// In `found` of `examined` patients; `examined` is not 0.
    Counted {
        /// Patients with the feature.
        found: u32,
        /// Patients looked at.
        examined: u32,
    },
    /// In a share of the patients, without a count.
    Stated(Stated),
}

/// A share of patients, as stated in a row.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub(crate) enum Stated {
    /// A class of frequency.
    Class(Class),
    /// Percent.
    Percent(f64),
}

/// A class of frequency, from always to very rarely.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub(crate) enum Class {
    Obligate,
    VeryFrequent,
    Frequent,
    Occasional,
    VeryRare,
}

impl Stated {
    /// The share, from 0 to 1. For a class, the middle of its range.
    pub(crate) fn share(self) -> f64 {
        match self {
            Self::Class(Class::Obligate) => 1.0,
            Self::Class(Class::VeryFrequent) => 0.895,
            Self::Class(Class::Frequent) => 0.545,
            Self::Class(Class::Occasional) => 0.17,
            Self::Class(Class::VeryRare) => 0.025,
            Self::Percent(percent) => percent / 100.0,
        }
    }
}

impl fmt::Display for Stated {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let class = match self {
            Self::Class(Class::Obligate) => "obligate",
            Self::Class(Class::VeryFrequent) => "very frequent",
            Self::Class(Class::Frequent) => "frequent",
            Self::Class(Class::Occasional) => "occasional",
            Self::Class(Class::VeryRare) => "very rare",
            // One decimal is more than any study can tell apart.
            Self::Percent(percent) => return write!(to, "{}%", (percent * 10.0).round() / 10.0),
        };
        to.write_str(class)
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    /// The line in the file, from 1.
    pub(crate) line: usize,
    /// The disease.
    pub(crate) disease: DiseaseId,
    /// The registry's name for it, unaltered.
    pub(crate) name: String,
    /// Whether the feature was looked for and not found.
    pub(crate) not: bool,
    /// The term, perhaps by an old id.
    pub(crate) term: TermId,
    /// Whether the row cites a publication.
    pub(crate) published: bool,
    /// How often, if the row says so.
    pub(crate) frequency: Option<Frequency>,
    /// What the row is about.
    pub(crate) aspect: Aspect,
}

/// The rows of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Annotations {
    /// The release, such as `2025-01-16`.
    pub(crate) release: String,
    /// All rows, in the order of the file, each once.
    pub(crate) rows: Vec<Row>,
    /// How many rows repeat another one word for word.
    pub(crate) duplicates: usize,
}

impl Annotations {
    /// Reads the file.
    pub(crate) fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        let mut annotations = Self::default();
        let mut seen = std::collections::BTreeSet::new();
        let mut heading = false;
        for (line, number) in text.lines().zip(1..) {
            let line = line.trim_end_matches('\r');
            if let Some(remark) = line.strip_prefix('#') {
                if let Some(release) = remark.strip_prefix("version:") {
                    release.trim().clone_into(&mut annotations.release);
                }
                continue;
            }
            if line.is_empty() {
                continue;
            }
            let cells: Vec<&str> = line.split('\t').collect();
            if !heading {
                heading = true;
                if cells != COLUMNS {
                    let remedy = "the first line after the comments must name the twelve columns";
                    faults.add(FILE, number, "heading", line, remedy);
                }
                continue;
            }
            let Ok(cells) = <[&str; 12]>::try_from(cells) else {
                let remedy = "a row has twelve columns; the file may have been cut off";
                faults.add(FILE, number, "row", line, remedy);
                continue;
            };
            if !seen.insert(line) {
                annotations.duplicates += 1;
                continue;
            }
            annotations.rows.extend(row(cells, number, &mut faults));
        }
        if annotations.rows.is_empty() {
            faults.add(FILE, 0, "row", "", "give the annotations of a release; this has no rows");
        }
        faults.or(annotations)
    }
}

fn row(cells: [&str; 12], line: usize, faults: &mut Faults) -> Option<Row> {
    let [disease, name, qualifier, term, reference, _, _, frequency, _, _, aspect, _] = cells;
    let mut fault = |field, value: &str, remedy| faults.add(FILE, line, field, value, remedy);
    let disease_id = DiseaseId::parse(disease);
    if disease_id.is_none() {
        fault("database_id", disease, "write a number of OMIM, ORPHA or DECIPHER");
    }
    let term_id = TermId::parse(term);
    if term_id.is_none() {
        fault("hpo_id", term, "write an id such as HP:0001250");
    }
    if !matches!(qualifier, "" | "NOT") {
        fault("qualifier", qualifier, "write NOT or nothing");
    }
    let aspect_read = match aspect {
        "P" => Some(Aspect::Phenotype),
        "I" => Some(Aspect::Inheritance),
        "C" => Some(Aspect::Course),
        "M" => Some(Aspect::Modifier),
        "H" => Some(Aspect::History),
        _ => {
            fault("aspect", aspect, "write P, I, C, M or H");
            None
        }
    };
    let read = if frequency.is_empty() { None } else { Some(self::frequency(frequency)) };
    if read == Some(None) {
        fault("frequency", frequency, "write a count such as 3/7, percent, or a term of frequency");
    }
    Some(Row {
        line,
        disease: disease_id?,
        name: name.to_owned(),
        not: qualifier == "NOT",
        term: term_id?,
        published: reference.split(';').any(|each| each.trim().starts_with("PMID:")),
        frequency: read.flatten(),
        aspect: aspect_read?,
    })
}

/// A frequency in one of its three forms.
fn frequency(text: &str) -> Option<Frequency> {
    if let Some((found, examined)) = text.split_once('/') {
        let (found, examined) = (found.trim().parse().ok()?, examined.trim().parse().ok()?);
        return (examined > 0 && found <= examined)
            .then_some(Frequency::Counted { found, examined });
    }
    if let Some(percent) = text.strip_suffix('%') {
        let percent: f64 = percent.trim().parse().ok()?;
        let stated = Frequency::Stated(Stated::Percent(percent));
        return (0.0..=100.0).contains(&percent).then_some(stated);
    }
    let class = match TermId::parse(text)?.0 {
        40_280 => Class::Obligate,
        40_281 => Class::VeryFrequent,
        40_282 => Class::Frequent,
        40_283 => Class::Occasional,
        40_284 => Class::VeryRare,
        // "Excluded" is not a class like the others. It means never.
        40_285 => return Some(Frequency::Stated(Stated::Percent(0.0))),
        _ => return None,
    };
    Some(Frequency::Stated(Stated::Class(class)))
}
