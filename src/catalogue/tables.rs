//! The one place where the tables that the build wrote become part of the program.
//!
//! Adds nothing to them. What finds an entry is in the program. What is read once it is open is in
//! a file of its own, which a browser fetches; natively it is embedded as well.

mod unpack;

use std::sync::{LazyLock, OnceLock};

use self::unpack::{Records, records};
use super::Catalogue;
use super::id::CauseId;
use super::language::Language;
use super::language::fingerprint;
use super::language::other_names::{self, GeneSymbols, MedicineNames, OtherNames};
use super::ontology::Ontology;
use super::ontology::annotated_disease::{self, Annotation};

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// What finds an entry.
static FINDING: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/finding.bin"));

/// What is read once an entry is open.
#[cfg(not(target_arch = "wasm32"))]
pub(super) static READING: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/reading.bin"));

static ONTOLOGY: LazyLock<Ontology> =
    LazyLock::new(|| Ontology::unpack(TERM_NUMBERS, TERM_PARENTS, TERM_LABELS, TERM_LAY_NAMES));

static ANNOTATIONS: LazyLock<Vec<Annotation>> = LazyLock::new(|| {
    let Catalogue { annotated_diseases, frequencies, .. } = present();
    annotated_disease::unpack(
        annotated_diseases,
        ANNOTATION_TERMS,
        ANNOTATION_FREQUENCIES,
        frequencies,
    )
});

static MEDICINES: LazyLock<Vec<(CauseId, MedicineNames)>> =
    LazyLock::new(|| other_names::unpack_medicines(MEDICINE_CAUSES, MEDICINE_NAMES));

static GENES: LazyLock<Vec<(&str, GeneSymbols)>> =
    LazyLock::new(|| other_names::unpack_genes(GENE_SYMBOLS));

/// How people speak, without phrases.
static FIRST_LANGUAGE: LazyLock<Language> = LazyLock::new(|| language(first()));

/// The same with all phrases. Asked for only once they have arrived.
static LANGUAGE: LazyLock<Language> = LazyLock::new(|| language(present()));

fn language(Catalogue { said, sayings, .. }: &Catalogue) -> Language {
    Language::unpack(said, sayings, SPELLINGS, ALIKE, FILLERS)
}

/// What finds an entry, without what is read.
static FIRST: LazyLock<Catalogue> = LazyLock::new(|| catalogue(None));

/// Everything, once it has arrived.
static WHOLE: OnceLock<Catalogue> = OnceLock::new();

/// The tables as one value.
fn catalogue(reading: Option<&'static [u8]>) -> Catalogue {
    let Records {
        divisions,
        subcategories,
        categories,
        sections,
        unverified,
        topics,
        contexts,
        sources,
        retired,
        claims_of_annotations,
        claims_of_genes,
        frequencies,
        annotated_diseases,
        causes,
        said,
        sayings,
        medicine_classes,
        described,
        weights,
    } = records(FINDING, reading);
    Catalogue {
        date: DATE,
        hpo_release: HPO_RELEASE,
        is_whole: reading.is_some(),
        divisions,
        subcategories,
        categories,
        sections,
        topics,
        contexts,
        sources,
        unverified,
        retired,
        causes,
        ontology: &ONTOLOGY,
        annotated_diseases,
        annotations: &ANNOTATIONS,
        frequencies,
        claims_of_annotations,
        claims_of_genes,
        medicine_names: &MEDICINES,
        gene_symbols: &GENES,
        other_names: OtherNames { shape: OTHER_NAMES_SHAPE, fingerprints: OTHER_NAMES },
        medicine_classes,
        described,
        weights,
        said,
        sayings,
        language: if reading.is_some() { &LANGUAGE } else { &FIRST_LANGUAGE },
    }
}

/// What finds an entry, without what is read.
pub(super) fn first() -> &'static Catalogue {
    &FIRST
}

/// Everything if it has arrived, else what finds an entry.
pub(super) fn present() -> &'static Catalogue {
    #[cfg(not(target_arch = "wasm32"))]
    return WHOLE.get_or_init(|| catalogue(Some(READING)));
    #[cfg(target_arch = "wasm32")]
    WHOLE.get().unwrap_or_else(|| first())
}

/// Takes what is read, which then lives as long as the program. `false` if it is not what the build
/// wrote together with this program.
pub(super) fn complete(reading: Vec<u8>) -> bool {
    let is_ours = fingerprint::of_file(&reading) == READING_FINGERPRINT;
    if is_ours {
        WHOLE.get_or_init(|| catalogue(Some(reading.leak())));
    }
    is_ours
}
