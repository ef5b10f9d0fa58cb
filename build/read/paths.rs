//! Where each kind of entry is, from the project's root. Faults name the same paths.

pub const RELEASE: &str = "data/release.toml";
pub const RETIRED: &str = "data/retired.toml";

pub const DIVISIONS: &str = "data/order/divisions.toml";
pub const CATEGORIES: &str = "data/order/categories.toml";
pub const SUBCATEGORIES: &str = "data/order/subcategories.toml";
pub const SHELVES: &str = "data/order/shelves.toml";

pub const CONTEXT: &str = "data/shared/context.toml";
pub const FEATURES: &str = "data/shared/features.toml";
pub const SHARED_STATEMENTS: &str = "data/shared/shared_statements.toml";

pub const LINKS: &str = "data/mapping/links.toml";
pub const DERIVED_TYPES: &str = "data/mapping/derived_types.toml";
pub const NAMED_TYPES: &str = "data/mapping/named_types.toml";

pub const MEDICINES: &str = "data/names/medicines.toml";
pub const FORMER_SYMBOLS: &str = "data/names/former_symbols.toml";

pub const OTHER_MEDICINES: &str = "data/names/other_medicines.txt";
pub const OTHER_SYMBOLS: &str = "data/names/other_symbols.txt";
pub const CLASSES: &str = "data/names/classes.toml";

pub const PHRASES: &str = "data/phrases/phrases.toml";
/// One file for each category of causes, for imported diseases and for each kind of topics.
pub const DESCRIBED: &str = "data/phrases/described";
pub const PARTS: &str = "data/phrases/parts.toml";
pub const SPELLING: &str = "data/phrases/spelling.toml";
pub const ALIKE: &str = "data/phrases/alike.toml";
pub const FILLERS: &str = "data/phrases/fillers.toml";

pub const SECTIONS: &str = "data/topics/sections.toml";

/// One file for each category, with its name.
pub const CAUSES: &str = "data/causes";

/// One file for each kind of source, with its name; beside them, `UNVERIFIED`.
pub const SOURCES: &str = "data/sources";
pub const UNVERIFIED: &str = "data/sources/unverified.toml";

pub const TERMS: &str = "data/hpo/terms.tsv";
pub const DISEASES: &str = "data/hpo/diseases.tsv";
pub const ANNOTATIONS: &str = "data/hpo/annotations.tsv";
