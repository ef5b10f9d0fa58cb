//! The results of a search in sentences: the count, and notes on the words.

use crate::explorer::{Everywhere, Results};
use crate::ui::wording::quoted::quoted;
use crate::ui::wording::remarks::{not_here, on_reading};

/// The number of entries shown.
pub(crate) fn count_text(results: &Results) -> String {
    let (shown, total) = (results.rows.len(), results.total);
    let not_recorded = results.not_recorded.len();
    if not_recorded > 0 {
        format!("{shown} of {total} entries match; for {not_recorded} more this is not recorded")
    } else if shown == total && !results.medicines.is_empty() {
        let entries = if total == 1 { "entry" } else { "entries" };
        format!("{total} {entries} for your list of medicines")
    } else if shown == total {
        format!("All {total} entries")
    } else {
        format!("{shown} of {total} entries")
    }
}

/// The count and what was searched for, as a sentence to be spoken.
pub(crate) fn announced(count: &str, query: &str) -> String {
    format!("{count} for {}.", quoted(&[query.to_owned()]))
}

/// Everything that a search says about the typed words, to be spoken.
pub(crate) fn search_notes(results: &Results) -> Vec<String> {
    not_here(&results.remarks).into_iter().chain(notes_on_words(results)).collect()
}

/// Notes on what a search of everything has done with the words.
pub(crate) fn notes_everywhere(everywhere: &Everywhere) -> Vec<String> {
    let first = everywhere.found.first();
    first.map_or_else(|| on_reading(&everywhere.remarks), |(_, results)| notes_on_words(results))
}

/// Notes on how the typed words were used, one each; not on what is not here.
pub(crate) fn notes_on_words(results: &Results) -> Vec<String> {
    let mut notes: Vec<String> = on_reading(&results.remarks);
    if results.partial {
        let nowhere = if results.unmatched_words.is_empty() {
            String::new()
        } else {
            format!(" Not found: {}.", quoted(&results.unmatched_words))
        };
        notes.push(format!(
            "No entry has all of this. Those that have most of it come first.{nowhere}"
        ));
    }
    if !results.fuzzy_words.is_empty() {
        notes.push(format!(
            "No exact match for {}. Words that are only similar in spelling are shown.",
            quoted(&results.fuzzy_words)
        ));
    }
    if results.ignored > 0 {
        notes.push(format!("Only the first words are used. Left out: {}.", results.ignored));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::context::explorer;
    use crate::ui::wording::quoted::LONGEST;
    use crate::view::{Page, ViewState};

    /// The results of a search among the causes.
    fn results(query: &str) -> Results {
        explorer().explore(&ViewState::default().asking(query.to_owned()))
    }

    /// Results with the values that `set` gives them.
    fn made(set: impl FnOnce(&mut Results)) -> Results {
        let mut results = Results::default();
        set(&mut results);
        results
    }

    #[test]
    fn a_count_gives_shown_total_and_not_recorded() {
        let results = |shown: usize, not_recorded: usize| {
            let all = explorer().explore(&ViewState::at(Page::Causes)).rows;
            made(|results| {
                results.rows = all[..shown].to_vec();
                results.not_recorded = all[..not_recorded].to_vec();
                results.total = 9;
            })
        };
        assert_eq!(count_text(&results(9, 0)), "All 9 entries");
        assert_eq!(count_text(&results(2, 0)), "2 of 9 entries");
        let unknown = count_text(&results(2, 3));
        assert_eq!(unknown, "2 of 9 entries match; for 3 more this is not recorded");
    }

    #[test]
    fn the_entries_of_a_list_of_medicines_are_not_all_entries() {
        let counted = |names: &[&str]| {
            let names = names.iter().map(|name| (*name).to_owned()).collect();
            let view = ViewState::at(Page::Causes).listing(names);
            count_text(&explorer().explore(&view))
        };
        assert_eq!(counted(&["lithium", "tramadol"]), "2 entries for your list of medicines");
        assert_eq!(counted(&["lithium", "cefixime"]), "1 entry for your list of medicines");
    }

    #[test]
    fn a_search_that_matches_every_word_needs_no_note() {
        assert_eq!(search_notes(&results("hiccup")), [""; 0]);
        assert_eq!(search_notes(&results("")), [""; 0]);
    }

    #[test]
    fn notes_name_missing_misspelt_and_surplus_words() {
        let notes = search_notes(&made(|results| {
            results.partial = true;
            results.unmatched_words = vec!["kryptonite".into(), "x".repeat(LONGEST + 9)];
            results.fuzzy_words = vec!["hicup".into()];
            results.ignored = 3;
        }));
        let long = "x".repeat(LONGEST);
        assert_eq!(
            notes,
            [
                format!(
                    "No entry has all of this. Those that have most of it come first. Not found: \
                     “kryptonite”, “{long}”."
                ),
                "No exact match for “hicup”. Words that are only similar in spelling are shown."
                    .to_owned(),
                "Only the first words are used. Left out: 3.".to_owned(),
            ]
        );
    }

    #[test]
    fn a_misspelt_word_is_reported() {
        let notes = search_notes(&results("hicccup"));
        assert!(notes.iter().any(|note| note.contains("“hicccup”")), "{notes:?}");
    }
}
