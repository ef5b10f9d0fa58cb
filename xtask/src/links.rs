//! Lists the words of the data that lead to no entry.
//!
//! Reads the catalogue through the library, as the page does. Which words lead where is decided by
//! `data/mapping/links.toml` and the build.

use std::collections::BTreeMap;

use anyhow::Result;
use myoclonus_explorer::catalogue::{Catalogue, Phrase};

/// The words of a field, and whether they lead to an entry.
type Words = BTreeMap<&'static str, bool>;

/// Prints the words without a link, field by field.
pub(crate) fn links() -> Result<()> {
    for (field, words) in words_by_field(Catalogue::bundled()) {
        let linked = words.values().filter(|is_linked| **is_linked).count();
        println!("{field}: {linked} of {} lead to an entry", words.len());
        for (words, _) in words.iter().filter(|(_, is_linked)| !**is_linked) {
            println!("  {words}");
        }
    }
    Ok(())
}

/// The words of every field with at least one link. Fields without any are sentences.
fn words_by_field(catalogue: &'static Catalogue) -> BTreeMap<&'static str, Words> {
    let mut fields: BTreeMap<&'static str, Words> = BTreeMap::new();
    let mut add = |field: &'static str, phrases: &'static [Phrase]| {
        let words = phrases.iter().map(|phrase| (phrase.words, !phrase.links.is_empty()));
        fields.entry(field).or_default().extend(words);
    };
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        add("first_tests", cause.first_tests.values);
        cause.worsened_by.iter().for_each(|it| add("worsened_by", it.medicines));
    }
    for (_, topic) in catalogue.all_topics() {
        topic.fields.iter().for_each(|field| add(field.name.key(), field.body));
    }
    fields.retain(|_, words| words.values().any(|is_linked| *is_linked));
    fields
}
