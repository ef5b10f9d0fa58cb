//! Which entries are medicines.
//!
//! Knows the keys under which medicines are listed, and nothing about their effects.

use crate::catalogue::{Catalogue, Cause, Topic};

/// The key of the category of causes, and of the group of treatments, that list medicines.
const LISTED_UNDER: &str = "drug";

/// Whether a cause is listed with the medicines, where the subcategories are classes of medicines.
pub fn is_listed_as_medicine(catalogue: &Catalogue, cause: &Cause) -> bool {
    catalogue.category(cause.category).slug == LISTED_UNDER
}

/// Whether a cause is a single medicine. A state caused by a medicine is listed there too and has a
/// longer name.
pub fn is_medicine(catalogue: &Catalogue, cause: &Cause) -> bool {
    let listed = is_listed_as_medicine(catalogue, cause);
    listed && !cause.is_group && cause.subcategory.is_some() && is_one_substance(cause.name)
}

/// Whether a cause has the name of a single medicine, whatever is said of it in brackets.
pub fn is_named_as_medicine(catalogue: &Catalogue, cause: &Cause) -> bool {
    let name = cause.name.split_once(" (").map_or(cause.name, |(name, _)| name);
    is_listed_as_medicine(catalogue, cause) && !cause.is_group && is_one_substance(name)
}

/// Whether a treatment is a single medicine.
pub fn treats_as_medicine(catalogue: &Catalogue, topic: &Topic) -> bool {
    let mut groups = catalogue.sections(topic.kind).filter(|(id, _)| topic.section == Some(*id));
    groups.any(|(_, group)| group.slug == LISTED_UNDER) && is_one_substance(topic.name)
}

/// Whether a name is one word in the singular.
fn is_one_substance(name: &str) -> bool {
    name.chars().all(char::is_alphabetic) && !name.ends_with('s')
}
