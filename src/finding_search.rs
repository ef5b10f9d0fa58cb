//! What can be known of a patient, found by what is typed: findings, exposures and situations,
//! medicines, what the jerks are like.
//!
//! Reads a text by the rules of the one search: spellings, typing errors, everyday phrases, numbers
//! of terms. A word for *no* or *unsure* before it is an answer. Knows no patient and no page.

mod sentence;

use std::collections::BTreeSet;

use crate::catalogue::{AxisId, Catalogue, CauseId, Link, TermId};
use crate::differential::{Answer, Finding};
use crate::entry::is_medicine;
use crate::entry_set::EntrySet;
use crate::finding_list;
use crate::search::{Index, Query, SearchField, Why, rank};

/// Everything that can be known of a patient, searchable.
#[derive(Debug)]
pub struct FindingSearch {
    /// By the positions in the index.
    all: Vec<Finding>,
    index: Index,
}

/// What a typed text finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// The answer that the text gives: *present*, unless it says otherwise.
    pub answer: Answer,
    /// What it may mean, best first.
    pub found: Vec<Found>,
}

/// Something that a typed text may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The finding.
    pub finding: Finding,
    /// The other name by which it was found, if its own name does not show it.
    pub by: Option<&'static str>,
}

/// Everyday names that the ontology does not have, for what this page is about. The choice is ours.
const ALSO: [(&str, &str); 7] = [
    ("HP:0001336", "Jerks"),
    ("HP:0001336", "Jerking"),
    ("HP:0001336", "Twitching"),
    ("HP:0001336", "Jerks of the arms, the legs or the face"),
    ("HP:0012164", "Flapping hands"),
    ("HP:0001250", "Fits"),
    ("HP:0001250", "Convulsions"),
];

/// A text of the index: its owner, its role, and the text.
type Searchable = (u16, SearchField, &'static str);

impl FindingSearch {
    /// Indexes everything.
    pub fn new(catalogue: &'static Catalogue) -> Self {
        // Medicines come first: the position of a cause is looked up by its id.
        let medicines = medicines(catalogue).into_iter().map(Finding::Medicine);
        let contexts = catalogue.contexts().map(|(id, _)| Finding::Context(id));
        let axes = AxisId::all().filter(|axis| *axis != AxisId::AGE_GROUPS);
        let axes = axes.flat_map(|axis| axis.values().map(move |value| Finding::Axis(axis, value)));
        let ontology = catalogue.ontology();
        let terms = ontology.terms().map(|(id, _)| id).filter(|id| ontology.system(*id).is_some());
        let all: Vec<Finding> =
            medicines.chain(contexts).chain(axes).chain(terms.map(Finding::Term)).collect();
        let texts = texts(catalogue, &all);
        let mut demoted = EntrySet::none(all.len());
        let had: BTreeSet<TermId> = catalogue
            .cause_ids()
            .flat_map(|id| catalogue.features_of(catalogue.cause(id)))
            .collect();
        for (at, finding) in all.iter().enumerate() {
            // Wide terms that no cause has are there for what is below them.
            if matches!(finding, Finding::Term(term) if !had.contains(term)) {
                demoted.insert(at);
            }
        }
        // A phrase leads to a label, and a label is a text in a list of its own.
        let lists = (0..all.len()).map(|at| vec![small(at)]).collect();
        Self { index: Index::build(all.len(), demoted, lists, texts, position), all }
    }

    /// What a text may mean, at most so much of it.
    pub fn find(&self, typed: &str, most: usize) -> Sought {
        let Some((answer, rest)) = finding_list::answer_of(typed) else {
            // Of the family, not of the patient.
            return Sought { answer: Answer::Unsure, found: Vec::new() };
        };
        let catalogue = Catalogue::bundled();
        if let Some(number) = finding_list::hpo_number(rest) {
            let term = finding_list::numbered(catalogue, number);
            let found = term.map(|(term, _)| Found { finding: Finding::Term(term), by: None });
            return Sought { answer, found: found.into_iter().collect() };
        }
        let query = Query::parse(rest);
        if !query.has_words {
            return Sought { answer, found: Vec::new() };
        }
        let among = EntrySet::all(self.all.len());
        // No word is known elsewhere: whatever was typed, a finding is meant.
        let ranked = rank(&self.index, &query, &among, &|_| false);
        let mut order: Vec<usize> = ranked.entries.positions().collect();
        order.sort_by_key(|at| (std::cmp::Reverse(ranked.scores[*at]), *at));
        let found = order.into_iter().take(most).map(|at| {
            let why = ranked.reasons[at].into_iter().flatten().next();
            let by = why.map(|why| match why {
                Why::Text(id) => self.index.text(id).text,
                Why::Said(said) => said,
            });
            let finding = self.all[at];
            Found { finding, by: by.filter(|by| *by != name(catalogue, finding)) }
        });
        Sought { answer, found: found.collect() }
    }
}

/// The name of a finding.
pub fn name(catalogue: &'static Catalogue, finding: Finding) -> &'static str {
    match finding {
        Finding::Term(term) => catalogue.term(term).label,
        Finding::Context(context) => catalogue.context(context).meaning,
        Finding::Medicine(medicine) => catalogue.cause(medicine).name,
        Finding::Axis(axis, value) => axis.value(value).short,
    }
}

/// The causes that are single medicines, in their order.
fn medicines(catalogue: &'static Catalogue) -> Vec<CauseId> {
    let is_one = |id: &CauseId| is_medicine(catalogue, catalogue.cause(*id));
    catalogue.cause_ids().filter(is_one).collect()
}

/// The position of a medicine.
fn position(link: Link) -> Option<usize> {
    static MEDICINES: std::sync::OnceLock<Vec<CauseId>> = std::sync::OnceLock::new();
    let Link::Cause(id) = link else { return None };
    MEDICINES.get_or_init(|| medicines(Catalogue::bundled())).binary_search(&id).ok()
}

/// The names of everything, then the labels to which phrases lead.
fn texts(catalogue: &'static Catalogue, all: &[Finding]) -> Vec<Searchable> {
    let mut texts: Vec<Searchable> = Vec::new();
    let mut labels: Vec<Searchable> = Vec::new();
    for (at, finding) in all.iter().enumerate() {
        let owner = small(at);
        let mut add = |field, text| texts.push((owner, field, text));
        let label = name(catalogue, *finding);
        add(SearchField::Name, label);
        let field = match *finding {
            Finding::Term(term) => {
                let names = catalogue.term(term).lay_names();
                names.for_each(|name| add(SearchField::LayName, name));
                let id = catalogue.term(term).hpo();
                let also = ALSO.iter().filter(|(of, _)| *of == id);
                also.for_each(|(_, name)| add(SearchField::LayName, name));
                Some(SearchField::Feature)
            }
            Finding::Context(_) => Some(SearchField::Context),
            Finding::Medicine(id) => {
                let cause = catalogue.cause(id);
                cause.synonyms.iter().for_each(|name| add(SearchField::Synonym, name));
                cause.lay_names.iter().for_each(|name| add(SearchField::LayName, name));
                let names = catalogue.medicine_names(id);
                names.brands().for_each(|name| add(SearchField::Brand, name));
                names.others().for_each(|name| add(SearchField::MedicineName, name));
                None
            }
            Finding::Axis(axis, value) => {
                add(SearchField::LayName, axis.value(value).label);
                Some(SearchField::Axis)
            }
        };
        labels.extend(field.map(|field| (small(all.len() + at), field, label)));
    }
    texts.extend(labels);
    texts
}

/// A position as the index has it.
fn small(position: usize) -> u16 {
    u16::try_from(position).expect("there are fewer than thirty thousand findings")
}
