//! Names that people type for a medicine or a gene, besides those in the records.
//!
//! Unpacks what `build/write/emit_names.rs` packed: as rows of a table, hundreds of short texts
//! would be larger. Does not know who has the names.

use xorf::{BinaryFuse8Ref, Filter, FilterRef};

use super::fingerprint;
use crate::catalogue::id::CauseId;
use crate::catalogue::ontology::packed::Packed;
use crate::text;

/// Brands and other names of a medicine or another substance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MedicineNames {
    brands: &'static str,
    others: &'static str,
}

impl MedicineNames {
    /// Names under which it is or was sold, somewhere.
    pub fn brands(self) -> impl Iterator<Item = &'static str> {
        listed(self.brands)
    }

    /// Its names in other languages, and older names.
    pub fn others(self) -> impl Iterator<Item = &'static str> {
        listed(self.others)
    }
}

/// Former and other symbols of a gene.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GeneSymbols {
    former: &'static str,
    others: &'static str,
}

impl GeneSymbols {
    /// Symbols that the present one has replaced.
    pub fn former(self) -> impl Iterator<Item = &'static str> {
        listed(self.former)
    }

    /// Other abbreviations in use, mostly of the protein.
    pub fn others(self) -> impl Iterator<Item = &'static str> {
        listed(self.others)
    }
}

/// Medicines with the same stem in their names.
#[derive(Debug, PartialEq, Eq)]
pub struct MedicineClass {
    /// What they are called together, in the plural.
    pub name: &'static str,
    /// The stems with which the names begin.
    pub begins: &'static [&'static str],
    /// The stems with which the names end.
    pub ends: &'static [&'static str],
    /// Those that are causes here; never empty.
    pub members: &'static [CauseId],
}

impl MedicineClass {
    /// Whether a folded name has a stem of the class.
    pub fn has(&self, name: &str) -> bool {
        self.begins.iter().any(|stem| name.starts_with(stem))
            || self.ends.iter().any(|stem| name.ends_with(stem))
    }
}

/// The names of medicines and genes that no entry has, as a filter.
#[derive(Clone, Debug)]
pub(in crate::catalogue) struct OtherNames {
    pub(in crate::catalogue) shape: &'static [u8],
    pub(in crate::catalogue) fingerprints: &'static [u8],
}

impl OtherNames {
    /// Whether a name is among them, in any spelling. A word that is not is taken for one in some
    /// 250 times.
    pub(in crate::catalogue) fn contains(&self, name: &str) -> bool {
        let filter = BinaryFuse8Ref::from_dma(self.shape, self.fingerprints);
        filter.contains(&fingerprint::of(&text::common(name)))
    }
}

fn listed(names: &'static str) -> impl Iterator<Item = &'static str> {
    names.split('|').filter(|name| !name.is_empty())
}

/// The names of medicines, in the order of the causes.
pub(in crate::catalogue) fn unpack_medicines(
    causes: &'static [u8],
    names: &'static str,
) -> Vec<(CauseId, MedicineNames)> {
    let mut causes = Packed::new(causes);
    let mut position = 0;
    let rows = names.lines().map(|line| {
        position += causes.number();
        let (brands, others) = line.split_once(';').unwrap_or((line, ""));
        (CauseId::at(position), MedicineNames { brands, others })
    });
    rows.collect()
}

/// The symbols of genes, in the order of the present symbols.
pub(in crate::catalogue) fn unpack_genes(names: &'static str) -> Vec<(&'static str, GeneSymbols)> {
    let rows = names.lines().map(|line| {
        let (symbol, rest) = line.split_once(';').unwrap_or((line, ""));
        let (former, others) = rest.split_once(';').unwrap_or((rest, ""));
        (symbol, GeneSymbols { former, others })
    });
    rows.collect()
}
