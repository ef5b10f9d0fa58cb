//! Writes the other names of medicines and genes, packed into texts with one line for each.
//!
//! `src/catalogue/language/other_names.rs` unpacks them.

use std::collections::BTreeMap;

use super::code::{Bytes, item};
use super::pack;
use crate::pipeline::read::load::Raw;
use crate::pipeline::resolve::cause::Cause;

/// Appends the tables. `causes` are in the order of their table.
pub fn emit(code: &mut String, raw: &Raw, causes: &[Cause<'_>]) {
    let positions: BTreeMap<&str, usize> =
        causes.iter().enumerate().map(|(at, cause)| (&*cause.raw.id, at)).collect();
    let medicines: BTreeMap<usize, String> = raw
        .medicines
        .iter()
        .filter_map(|filed| {
            let medicine = &filed.entry;
            let at = *positions.get(&*medicine.cause)?;
            Some((at, format!("{};{}", medicine.brands.join("|"), medicine.names.join("|"))))
        })
        .collect();
    let mut of_causes = Vec::new();
    let mut last = 0;
    for at in medicines.keys() {
        pack::number(at - last, &mut of_causes);
        last = *at;
    }
    let names: Vec<&str> = medicines.values().map(String::as_str).collect();
    item(code, "MEDICINE_CAUSES", "&[u8]", &Bytes(&of_causes));
    item(code, "MEDICINE_NAMES", "&str", &names.join("\n"));
    let genes: BTreeMap<&str, String> = raw
        .genes
        .iter()
        .map(|filed| {
            let gene = &filed.entry;
            let line =
                format!("{};{};{}", gene.symbol, gene.former.join("|"), gene.others.join("|"));
            (&*gene.symbol, line)
        })
        .collect();
    let symbols: Vec<&str> = genes.values().map(String::as_str).collect();
    item(code, "GENE_SYMBOLS", "&str", &symbols.join("\n"));
}
