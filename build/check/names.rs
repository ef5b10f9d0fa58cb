//! The rules for the other names of medicines and genes: each leads to one of them only.
//!
//! Does not know what a name means.

use std::collections::{BTreeMap, BTreeSet};

use super::dose;
use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::read::load::Raw;
use crate::pipeline::read::schema::{RawGene, RawMedicine};
use crate::pipeline::text;

/// Checks all rules.
pub fn check(raw: &Raw, faults: &mut Faults) {
    medicines(raw, faults);
    genes(raw, faults);
}

/// A medicine's other name is no name of any entry yet, and given once.
fn medicines(raw: &Raw, faults: &mut Faults) {
    let mut taken: BTreeMap<String, &str> = BTreeMap::new();
    for (_, cause) in &raw.causes {
        let cause = &cause.entry;
        for name in [&cause.name].into_iter().chain(&cause.synonyms).chain(&cause.lay_names) {
            taken.insert(spelt(name), &cause.id);
        }
    }
    let mut causes: BTreeSet<&str> = BTreeSet::new();
    for filed in &raw.medicines {
        let RawMedicine { cause, brands, names } = &filed.entry;
        let place = filed.place(cause);
        if !raw.causes.iter().any(|(_, it)| it.entry.id == *cause) {
            place.fault(faults, "cause", cause, "name the id of a cause that exists");
        }
        if !causes.insert(cause) {
            place.fault(faults, "cause", cause, "this file has it already; join the two entries");
        }
        if brands.is_empty() && names.is_empty() {
            place.fault(faults, "names", "", "give a brand or a name, or remove the entry");
        }
        for (field, names) in [("brands", brands), ("names", names)] {
            for name in names {
                form(place, faults, field, name);
                match taken.insert(spelt(name), cause) {
                    Some(other) if other == cause => {
                        let remedy = "this entry has this name already; remove it here";
                        place.fault(faults, field, name, remedy);
                    }
                    Some(other) => {
                        let remedy = format!(
                            "{other} has this name already; a name belongs to one entry only"
                        );
                        place.fault(faults, field, name, remedy);
                    }
                    None => {}
                }
            }
        }
    }
}

/// A symbol belongs to one gene, and that gene is one of a cause.
fn genes(raw: &Raw, faults: &mut Faults) {
    let curated = raw.causes.iter().filter_map(|(_, filed)| filed.entry.genes.as_ref());
    let curated = curated.flat_map(|genes| &genes.values);
    let imported = raw.hpo.diseases.iter().flat_map(|it| &it.genes);
    let known: BTreeSet<&str> = curated.chain(imported).map(String::as_str).collect();
    let mut taken: BTreeMap<String, &str> =
        known.iter().map(|symbol| (folded(symbol), *symbol)).collect();
    let mut genes: BTreeSet<&str> = BTreeSet::new();
    for filed in &raw.genes {
        let RawGene { symbol, former, others } = &filed.entry;
        let place = filed.place(symbol);
        if !known.contains(&**symbol) {
            place.fault(
                faults,
                "symbol",
                symbol,
                "no cause and no disease of data/hpo/ has this gene",
            );
        }
        if !genes.insert(symbol) {
            place.fault(faults, "symbol", symbol, "this file has it already; join the two entries");
        }
        if former.is_empty() && others.is_empty() {
            place.fault(faults, "former", "", "give a symbol, or remove the entry");
        }
        for (field, symbols) in [("former", former), ("others", others)] {
            for other in symbols {
                form(place, faults, field, other);
                if other.chars().count() < SHORTEST_SYMBOL {
                    let remedy = "a symbol this short finds too much; remove it";
                    place.fault(faults, field, other, remedy);
                }
                if let Some(gene) = taken.insert(folded(other), symbol) {
                    let remedy =
                        format!("{gene} has this symbol already; a symbol names one gene only");
                    place.fault(faults, field, other, remedy);
                }
            }
        }
    }
}

/// The fewest characters of a gene's other symbol.
const SHORTEST_SYMBOL: usize = 3;

/// A name is filled, contains no dose and none of the characters that join names in the tables.
fn form(place: Place<'_>, faults: &mut Faults, field: &str, name: &str) {
    if name.trim().is_empty() || name.trim() != name || name.contains(['|', ';', '\n']) {
        let remedy = "write a name, without blanks at its ends and without | and ;";
        place.fault(faults, field, name, remedy);
    }
    if let Some(found) = dose::find(name) {
        let remedy = format!("{found:?} is a dose; give the name alone");
        place.fault(faults, field, name, remedy);
    }
}

/// A name as the search compares it: British, American and simpler spellings are the same.
fn spelt(name: &str) -> String {
    let words = text::words(name).into_iter();
    let words = words.map(|word| text::spelling(&word).unwrap_or(word));
    words.collect::<Vec<_>>().join(" ")
}

/// A symbol, in any case and with any signs between its parts.
fn folded(symbol: &str) -> String {
    text::words(symbol).join(" ")
}
