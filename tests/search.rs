//! Search and filters do what a plain scan of everything would do, only faster.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use myoclonus_explorer::catalogue::{Catalogue, Kind as Topics, Link, UrgencyGrade};
use myoclonus_explorer::common_words::says_little;
use myoclonus_explorer::explorer::{Explorer, Results, Row};
use myoclonus_explorer::facet::{Choice, Facet};
use myoclonus_explorer::index::{Field, Index, is_symbol};
use myoclonus_explorer::query::{self, Kind, Query};
use myoclonus_explorer::rank::counts;
use myoclonus_explorer::text;
use myoclonus_explorer::view_state::{Page, Sort, ViewState};
use proptest::prelude::*;

static EXPLORER: LazyLock<Explorer> = LazyLock::new(|| Explorer::new(Catalogue::embedded()));

fn explore(query: &str) -> Results {
    EXPLORER.explore(&ViewState { query: query.to_owned(), ..ViewState::default() })
}

/// The positions of entries among the causes, or among the topics.
fn positions(rows: &[Row]) -> BTreeSet<usize> {
    let position = |row: &Row| match row.entry {
        Link::Cause(id) => id.index(),
        Link::Topic(id) => id.index(),
        Link::Category(_) => panic!("categories are not listed"),
    };
    rows.iter().map(position).collect()
}

fn found(results: &Results) -> Vec<&'static str> {
    let catalogue = Catalogue::embedded();
    let slug = |row: &Row| match row.entry {
        Link::Cause(id) => catalogue.cause(id).slug,
        Link::Topic(id) => catalogue.topic(id).slug,
        Link::Category(id) => catalogue.category(id).slug,
    };
    results.rows.iter().map(slug).collect()
}

fn choice(facet: Facet, key: &str) -> Choice {
    let found = EXPLORER.facets().choice(facet, key);
    found.unwrap_or_else(|| panic!("no {} {key}", facet.key()))
}

#[test]
fn every_cause_is_found_by_each_of_its_names() {
    let catalogue = Catalogue::embedded();
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        for name in cause.names() {
            let results = explore(name);
            assert!(found(&results).contains(&cause.slug), "{} by {name:?}", cause.slug);
        }
    }
}

#[test]
fn every_cause_is_found_by_the_beginning_of_its_name_while_typing() {
    let catalogue = Catalogue::embedded();
    for id in catalogue.cause_ids() {
        let cause = catalogue.cause(id);
        for (end, _) in cause.name.char_indices() {
            let typed = &cause.name[..end];
            assert!(found(&explore(typed)).contains(&cause.slug), "{} by {typed:?}", cause.slug);
        }
    }
}

#[test]
fn every_topic_is_found_by_each_of_its_names_on_its_page() {
    for (_, topic) in Catalogue::embedded().all_topics() {
        let names = topic.synonyms.iter().chain(topic.lay_names).chain([&topic.name]);
        for name in names {
            let view =
                ViewState { query: (*name).to_owned(), ..ViewState::at(Page::of(topic.kind)) };
            let results = EXPLORER.explore(&view);
            assert!(found(&results).contains(&topic.slug), "{} by {name:?}", topic.slug);
        }
    }
}

#[test]
fn a_row_says_by_which_text_it_was_found_unless_its_name_shows_it() {
    let why = |query: &str| -> Vec<(Field, &'static str)> {
        let results = explore(query);
        let row = results.rows.first().expect("something is found");
        EXPLORER.reasons(*row).map(|reason| (reason.field, reason.text)).collect()
    };
    assert_eq!(why("lance"), []);
    assert_eq!(why("jerks when falling asleep"), [(Field::LayName, "jerks when falling asleep")]);
    assert_eq!(why("opioid kidney"), [(Field::Context, "Kidney failure or poor kidney function")]);
}

#[test]
fn the_words_that_answer_are_marked_whatever_their_spelling() {
    let marked = |query: &str, text: &'static str| -> Vec<&'static str> {
        let marks = EXPLORER.marks(&explore(query), Page::Causes, text);
        marks.into_iter().map(|mark| &text[mark]).collect()
    };
    assert_eq!(marked("cruetzfeldt", "Creutzfeldt-Jakob disease, sporadic"), ["Creutzfeldt"]);
    assert_eq!(marked("tumor brain", "Brain tumour"), ["Brain", "tumour"]);
    assert_eq!(marked("", "Brain tumour"), Vec::<&str>::new());
}

#[test]
fn an_empty_query_shows_everything_in_the_order_of_names() {
    for query in ["", "   ", "–", "\t"] {
        let results = explore(query);
        assert_eq!(results.rows.len(), 324, "{query:?}");
        assert!(results.rows.is_sorted_by_key(|row| row.entry), "{query:?}");
    }
}

#[test]
fn words_that_stand_nowhere_find_nothing_and_the_way_out_is_told() {
    for query in ["zzzz", "肌阵挛"] {
        let results = explore(query);
        assert_eq!(found(&results), Vec::<&str>::new(), "{query:?}");
        assert_eq!(results.ways_out.len(), 1, "only the query can be lifted");
        assert_eq!(results.ways_out[0].count, 324);
    }
}

#[test]
fn an_empty_list_tells_which_filter_to_lift_and_what_that_would_show() {
    let chosen = vec![choice(Facet::Group, "genetic"), choice(Facet::Urgency, "emergency")];
    let view = ViewState { query: "hiccup".into(), chosen, ..ViewState::default() };
    let results = EXPLORER.explore(&view);
    assert_eq!(results.rows, []);
    for way in results.ways_out {
        let lifted = match way.lifting {
            Some(facet) => view.lifting(facet),
            None => view.asking(String::new()),
        };
        assert_eq!(EXPLORER.explore(&lifted).rows.len(), way.count, "{:?}", way.lifting);
        assert!(way.count > 0);
    }
}

#[test]
fn a_query_finds_entries_of_other_pages_by_name() {
    let elsewhere = |page: Page, query: &str| -> Vec<&'static str> {
        let view = ViewState { query: query.to_owned(), ..ViewState::at(page) };
        let catalogue = Catalogue::embedded();
        let name = |link: Link| match link {
            Link::Cause(id) => catalogue.cause(id).name,
            Link::Topic(id) => catalogue.topic(id).name,
            Link::Category(id) => catalogue.category(id).name,
        };
        EXPLORER.explore(&view).elsewhere.into_iter().map(name).collect()
    };
    assert_eq!(elsewhere(Page::Causes, "piracetam"), ["Piracetam"]);
    assert_eq!(elsewhere(Page::Treatments, "hiccup"), ["Hiccup", "Hiccup"]);
    assert_eq!(elsewhere(Page::Causes, "lafora"), Vec::<&str>::new(), "likeness leads nowhere");
}

#[test]
fn the_list_can_be_ordered_by_what_cannot_wait_and_by_evidence() {
    let catalogue = Catalogue::embedded();
    let ordered = |sort: Sort| {
        let results = EXPLORER.explore(&ViewState { sort, ..ViewState::default() });
        assert_eq!(results.rows.len(), 324);
        let causes = results.rows.into_iter().map(|row| match row.entry {
            Link::Cause(id) => (id, catalogue.cause(id)),
            other => panic!("{other:?} among the causes"),
        });
        causes.collect::<Vec<_>>()
    };
    let urgency = ordered(Sort::Urgency);
    let grade = |at: usize| urgency[at].1.urgency.as_ref().map(|urgency| urgency.grade);
    assert_eq!(grade(0), Some(UrgencyGrade::Emergency));
    assert_eq!(grade(323), None, "not graded comes last");
    let categories = ordered(Sort::Category);
    assert!(categories.is_sorted_by_key(|(id, cause)| (cause.category, *id)));
    let evidence = ordered(Sort::Evidence);
    assert!(evidence[323].1.weakness.is_some(), "the weakest evidence comes last");
}

/// A word of the index, as it stands in a text.
fn words_of(field: Field, text: &'static str) -> Vec<(String, bool)> {
    let mut words: Vec<(String, bool)> = Vec::new();
    let mut last: Option<(String, usize)> = None;
    text::each_word(text, |word, place| {
        let symbol = is_symbol(&text[place.clone()]);
        if field.is_name() || !says_little(word) {
            words.push((word.to_owned(), symbol));
            words.extend(text::spelling(word).map(|one| (one, symbol)));
        }
        if field.is_name()
            && let Some((before, end)) = &last
            && text.get(*end..place.start) == Some("-")
        {
            words.push((format!("{before}{word}"), symbol));
        }
        last = Some((word.to_owned(), place.end));
    });
    words
}

/// The edit distance by the whole matrix: between two words, and to the nearest beginning.
fn distances(typed: &str, word: &str) -> (usize, usize) {
    let (typed, word) = (typed.as_bytes(), word.as_bytes());
    let mut cells = vec![vec![0; word.len() + 1]; typed.len() + 1];
    for row in 0..=typed.len() {
        for column in 0..=word.len() {
            cells[row][column] = if row == 0 || column == 0 {
                row.max(column)
            } else {
                let differs = usize::from(typed[row - 1] != word[column - 1]);
                let mut errors = (cells[row - 1][column - 1] + differs)
                    .min(cells[row - 1][column] + 1)
                    .min(cells[row][column - 1] + 1);
                let swapped = row > 1
                    && column > 1
                    && typed[row - 1] == word[column - 2]
                    && typed[row - 2] == word[column - 1];
                if swapped {
                    errors = errors.min(cells[row - 2][column - 2] + 1);
                }
                errors
            };
        }
    }
    let last = &cells[typed.len()];
    (last[word.len()], last.iter().copied().min().unwrap_or_default())
}

/// How a word answers a typed one, without any index.
fn kind(typed: &str, word: &str, loosely: bool) -> Option<Kind> {
    if word == typed {
        return Some(Kind::Exact);
    }
    if word.starts_with(typed) {
        return Some(Kind::Beginning);
    }
    if query::variants(typed).iter().any(|variant| variant == word) {
        return Some(Kind::Variant);
    }
    let (limit, beginnings) = query::leniency(typed).filter(|_| loosely)?;
    let same_start = word.as_bytes().first() == typed.as_bytes().first();
    if word.len() > 40 || typed.len() > 40 || !(same_start || typed.len() > query::SHORT) {
        return None;
    }
    let (whole, beginning) = distances(typed, word);
    if whole <= usize::from(limit) {
        Some(Kind::Near(0))
    } else if beginnings && beginning <= usize::from(limit) {
        Some(Kind::NearBeginning(0))
    } else {
        None
    }
}

/// The entries that have a typed word, by a scan of all texts.
fn having(index: &Index, typed: &str, loosely: bool) -> BTreeSet<usize> {
    let mut having = BTreeSet::new();
    // Only words of labels that are no symbols are taken for misspelt ones.
    let forgiving: BTreeSet<String> = index
        .texts()
        .iter()
        .filter(|text| text.field != Field::Text)
        .flat_map(|text| words_of(text.field, text.text))
        .filter_map(|(word, symbol)| (!symbol).then_some(word))
        .collect();
    for text in index.texts() {
        for (word, _) in words_of(text.field, text.text) {
            let Some(kind) = kind(typed, &word, loosely) else { continue };
            let near = matches!(kind, Kind::Near(_) | Kind::NearBeginning(_));
            let little = says_little(typed);
            if (!near || forgiving.contains(&word)) && counts(text.field, kind, little, typed.len())
            {
                having.insert(usize::from(text.entry));
            }
        }
    }
    having
}

/// Whether a label has a word that is or begins like the typed one, or is another form of it.
fn known(index: &Index, typed: &str) -> bool {
    let labels = index.texts().iter().filter(|text| text.field != Field::Text);
    let mut words = labels.flat_map(|text| words_of(text.field, text.text));
    words.any(|(word, _)| kind(typed, &word, false).is_some())
}

/// The entries that have all of the words.
fn all_of(index: &Index, words: &[String], loosely: impl Fn(&str) -> bool) -> BTreeSet<usize> {
    let mut found: BTreeSet<usize> = (0..index.entries()).collect();
    for word in words {
        let having = having(index, word, loosely(word));
        found.retain(|entry| having.contains(entry));
    }
    found
}

/// What a query finds, by a scan of all texts: with all its words, or else with those of them that
/// were not left out.
fn scan(index: &Index, typed: &str, left_out: &[String]) -> BTreeSet<usize> {
    let query = Query::parse(typed);
    let required = query.words.iter().filter(|asked| asked.required);
    let mut words: Vec<String> = required.map(|asked| asked.word.clone()).collect();
    let unknown: BTreeSet<String> =
        words.iter().filter(|word| !known(index, word)).cloned().collect();
    let strict = all_of(index, &words, |word| unknown.contains(word));
    if !strict.is_empty() {
        return strict;
    }
    let loose = all_of(index, &words, |_| true);
    if !loose.is_empty() {
        return loose;
    }
    words.retain(|word| !left_out.contains(word));
    if words.is_empty() { BTreeSet::new() } else { all_of(index, &words, |_| true) }
}

/// A query as a reader might type it: pieces of real names, misspelt or not, or anything at all.
fn query() -> impl Strategy<Value = String> {
    let names: Vec<&'static str> = {
        let catalogue = Catalogue::embedded();
        catalogue.cause_ids().flat_map(|id| catalogue.cause(id).names()).collect()
    };
    let piece = (prop::sample::select(names), 0..40_usize, 1..12_usize, 0..40_usize).prop_map(
        |(name, skip, take, slip)| {
            let mut piece: Vec<char> = name.chars().skip(skip).take(take).collect();
            // Every other piece has a typing error.
            if slip + 1 < piece.len() {
                piece.swap(slip, slip + 1);
            }
            piece.into_iter().collect::<String>()
        },
    );
    prop_oneof![
        3 => prop::collection::vec(piece, 1..3).prop_map(|pieces| pieces.join(" ")),
        1 => any::<String>(),
    ]
}

fn chosen() -> impl Strategy<Value = Vec<Choice>> {
    let facets = EXPLORER.facets();
    let all: Vec<Choice> = facets.of(Page::Causes).flat_map(|table| table.choices()).collect();
    prop::sample::subsequence(all, 0..6)
}

/// Whether an entry has a chosen value of a facet, or nothing is chosen in it.
fn fits(facet: Facet, chosen: &[Choice], entry: usize) -> bool {
    let mut own = chosen.iter().filter(|choice| choice.facet == facet).peekable();
    own.peek().is_none()
        || own.any(|choice| EXPLORER.facets().value(*choice).entries.contains(entry))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_index_finds_what_a_scan_of_all_texts_finds(query in query()) {
        let results = explore(&query);
        let index = EXPLORER.causes();
        if Query::parse(&query).words.is_empty() {
            prop_assert_eq!(results.rows.len(), index.entries());
        } else {
            prop_assert_eq!(positions(&results.rows), scan(index, &query, &results.left_out));
        }
    }
}

proptest! {
    #[test]
    fn the_filters_count_what_a_naive_count_counts(query in query(), chosen in chosen()) {
        let found = positions(&explore(&query).rows);
        let view = ViewState { query, chosen: chosen.clone(), ..ViewState::default() };
        let results = EXPLORER.explore(&view);
        let facets = EXPLORER.facets();
        let tables: Vec<_> = facets.of(Page::Causes).collect();
        let all = |entry: &usize| tables.iter().all(|table| fits(table.facet, &chosen, *entry));
        let shown: BTreeSet<usize> = found.iter().copied().filter(all).collect();
        prop_assert_eq!(positions(&results.rows), shown.clone());
        let unknown: BTreeSet<usize> = found
            .difference(&shown)
            .copied()
            .filter(|entry| tables.iter().all(|table| {
                fits(table.facet, &chosen, *entry) || !table.recorded.contains(*entry)
            }))
            .collect();
        prop_assert_eq!(positions(&results.not_recorded), unknown);
        prop_assert_eq!(results.found, found.len());
        for table in &tables {
            for choice in table.choices() {
                let naive = found.iter().filter(|entry| {
                    let mut others = tables.iter().filter(|other| other.facet != table.facet);
                    facets.value(choice).entries.contains(**entry)
                        && others.all(|other| fits(other.facet, &chosen, **entry))
                });
                prop_assert_eq!(results.count(choice), naive.count(), "its own choice lifted");
            }
        }
    }

    #[test]
    fn no_text_makes_the_search_fail(query in any::<String>(), page in prop::sample::select(Page::ALL)) {
        let view = ViewState { query, ..ViewState::at(page) };
        let results = EXPLORER.explore(&view);
        for row in results.rows.iter().chain(&results.not_recorded) {
            for reason in EXPLORER.reasons(*row) {
                for mark in EXPLORER.marks(&results, page, reason.text) {
                    prop_assert!(reason.text.get(mark).is_some(), "marks whole letters");
                }
            }
        }
    }
}

#[test]
fn a_page_pasted_into_the_box_is_searched_by_its_first_words() {
    let pasted = "hiccup ".repeat(1_500);
    assert!(pasted.len() > 10_000);
    let results = explore(&pasted);
    assert_eq!(found(&results).first(), Some(&"phys-hiccup"));
    assert_eq!(results.left_out.len(), 1_500 - query::MOST_WORDS);
}

#[test]
fn facets_hold_what_the_catalogue_records() {
    let catalogue = Catalogue::embedded();
    let facets = EXPLORER.facets();
    let count = |facet: Facet, key: &str| facets.value(choice(facet, key)).entries.count();
    assert_eq!(count(Facet::Course, "acute"), 67);
    assert_eq!(count(Facet::Group, "medicines"), 101);
    assert_eq!(count(Facet::Group, "medicines.opioid"), 10);
    assert_eq!(count(Facet::Group, "genetic.essential"), 3);
    assert_eq!(count(Facet::Feature, "HP:0001250"), 66, "seizure");
    assert_eq!(count(Facet::Context, "opioid-use"), 12);
    assert_eq!(count(Facet::Contraction, "negative"), 31);
    assert_eq!(facets.table(Facet::Course).recorded.count(), 145);
    assert_eq!(facets.table(Facet::Urgency).recorded.count(), 252);
    assert_eq!(facets.table(Facet::Evidence).recorded.count(), 324);
    // A sentence on a whole group is no yes.
    let yes = count(Facet::Reversible, "yes");
    let own = catalogue.cause_ids().filter(|id| {
        let reversible = catalogue.cause(*id).reversible.as_ref();
        reversible.is_some_and(|it| it.said_of_group.is_none() && it.value.key() == "yes")
    });
    assert_eq!(yes, own.count());
    assert!(count(Facet::Reversible, "group") > 0);
    assert_eq!(count(Facet::Axis, "generator"), 8);
    assert_eq!(facets.table(Facet::Axis).recorded.count(), catalogue.topics(Topics::Type).count());
}

#[test]
fn the_parts_of_a_shelf_add_up_and_every_key_is_used_once() {
    for facet in Facet::ALL {
        let table = EXPLORER.facets().table(*facet);
        let mut keys: Vec<&str> = table.values.iter().map(|value| value.key.as_str()).collect();
        keys.sort_unstable();
        assert!(keys.is_sorted_by(|left, right| left < right), "{facet:?}: {keys:?}");
        for (position, value) in table.values.iter().enumerate() {
            assert!(value.parent.is_none_or(|parent| usize::from(parent) < position));
            assert!(value.entries.count() > 0 || value.parent.is_none(), "{:?}", value.key);
        }
    }
    let groups = EXPLORER.facets().table(Facet::Group);
    let wide = groups.values.iter().filter(|value| value.parent.is_none());
    assert_eq!(wide.map(|value| value.entries.count()).sum::<usize>(), 324);
}

#[test]
fn a_category_is_chosen_with_all_its_parts() {
    let catalogue = Catalogue::embedded();
    for (id, category) in catalogue.categories() {
        let view = ViewState { chosen: EXPLORER.facets().category(id), ..ViewState::default() };
        let in_it = catalogue.cause_ids().filter(|cause| catalogue.cause(*cause).category == id);
        let results = EXPLORER.explore(&view);
        let shown: Vec<_> = results.rows.iter().map(|row| row.entry).collect();
        for cause in in_it {
            assert!(shown.contains(&Link::Cause(cause)), "{}", category.slug);
        }
    }
}
