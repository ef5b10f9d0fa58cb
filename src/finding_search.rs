//! What can be known of a patient, found by what is typed: findings, exposures and situations,
//! medicines, what the jerks are like.
//!
//! Reads a text by the rules of the one search: spellings, typing errors, everyday phrases, numbers
//! of terms. A word for *no* or *unsure* before it is an answer. Knows no patient and no page.

mod everyday;
mod length;
mod sentence;

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{AxisId, Catalogue, CauseId, Link, TermId};
use crate::differential::{Answer, Finding};
use crate::entry::is_medicine;
use crate::entry_set::EntrySet;
use crate::finding_list;
use crate::search::{Index, Owner, Query, SearchField, rank};
use crate::steps::{InSteps, at_once, pause};
use crate::text;

pub use self::sentence::Said;

/// Everything that can be known of a patient, searchable.
#[derive(Debug)]
pub struct FindingSearch {
    /// By the positions in the index.
    all: Vec<Finding>,
    index: Index,
    /// The everyday names, by their words. They go before names of the ontology.
    everyday: BTreeMap<String, (Finding, &'static str)>,
}

/// What a typed text finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// The answer that the text gives: *present*, unless it says otherwise.
    pub answer: Answer,
    /// What it may mean, best first.
    pub found: Vec<Found>,
    /// Why nothing is offered, if there is more to say than that nothing has this name.
    pub note: Option<Note>,
}

/// Why nothing is offered for a typed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// It is of the family, not of the patient.
    Family,
    /// It is a length of time, and no age.
    Length,
    /// *No* before something healthy, such as *no sleep*: what is lost is a finding of its own.
    Healthy,
    /// A medicine is denied, but only its class can be entered.
    OneOfAClass,
}

/// Something that a typed text may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The finding.
    pub finding: Finding,
    /// The other name by which it was found, if its own name does not show it.
    pub by: Option<&'static str>,
    /// Whether `by` is a medicine that cannot be entered, and the finding is its class.
    pub is_class: bool,
}

/// How many causes or findings are read in one step.
const STEP: usize = 64;

/// A text of the index: its owner, its role, and the text.
type Searchable = (Owner, SearchField, &'static str);

impl FindingSearch {
    /// Indexes everything.
    pub fn new(catalogue: &'static Catalogue) -> Self {
        at_once(Self::make(catalogue))
    }

    /// The same in steps.
    pub fn in_steps(catalogue: &'static Catalogue) -> InSteps<Self> {
        InSteps::new(Self::make(catalogue))
    }

    async fn make(catalogue: &'static Catalogue) -> Self {
        // Medicines come first: the position of a cause is looked up by its id.
        let medicines = medicines(catalogue).into_iter().map(Finding::Medicine);
        let contexts = catalogue.contexts().map(|(id, _)| Finding::Context(id));
        let axes = AxisId::all().filter(|axis| *axis != AxisId::AGE_GROUPS);
        let axes = axes.flat_map(|axis| axis.values().map(move |value| Finding::Axis(axis, value)));
        let ontology = catalogue.ontology();
        let terms = ontology.terms().map(|(id, _)| id).filter(|id| ontology.system(*id).is_some());
        let all: Vec<Finding> =
            medicines.chain(contexts).chain(axes).chain(terms.map(Finding::Term)).collect();
        let everyday = everyday_names(catalogue, &all);
        let texts = texts(catalogue, &all, &everyday).await;
        let mut demoted = EntrySet::none(all.len());
        let mut had: BTreeSet<TermId> = BTreeSet::new();
        for id in catalogue.cause_ids() {
            had.extend(catalogue.features_of(catalogue.cause(id)));
            if id.index() % STEP == 0 {
                pause().await;
            }
        }
        for (at, finding) in all.iter().enumerate() {
            // Wide terms that no cause has are there for what is below them.
            if matches!(finding, Finding::Term(term) if !had.contains(term)) {
                demoted.insert(at);
            }
        }
        // A phrase leads to a label, and a label is a text in a list of its own.
        let lists = (0..all.len()).map(|at| vec![Owner::at(at)]).collect();
        let everyday = by_words(&everyday);
        let index = Index::build(all.len(), demoted, lists, texts, position).await;
        Self { all, index, everyday }
    }

    /// What a text may mean, at most so much of it.
    pub fn find(&self, typed: &str, most: usize) -> Sought {
        let words = text::words(typed);
        let is_name = self.whole(&words).is_some();
        let Some((answer, rest)) = finding_list::answer_of(typed).or_else(|| {
            // A name may have such a word.
            is_name.then_some((Answer::Present, typed))
        }) else {
            return Sought::nothing(Answer::Unsure, Some(Note::Family));
        };
        let catalogue = Catalogue::bundled();
        if let Some(number) = finding_list::hpo_number(rest) {
            let term = finding_list::numbered(catalogue, number);
            let found = term.map(|(term, _)| Found::of(Finding::Term(term)));
            return Sought { answer, found: found.into_iter().collect(), note: None };
        }
        let without = length::without_length(rest).filter(|_| !is_name);
        // Some words are a finding only with a length of time: no alcohol for two days.
        let for_some_time = without.as_ref().map(|it| format!("{it} for some time"));
        let whole = for_some_time.and_then(|it| self.everyday.get(&text::words(&it).join(" ")));
        let rest = without.as_deref().unwrap_or(rest);
        let whole = whole.or_else(|| self.everyday.get(&text::words(rest).join(" ")));
        let is_healthy = finding_list::denies_what_is_healthy(rest);
        if whole.is_none() && is_healthy && self.whole(&text::words(rest)).is_none() {
            return Sought::nothing(Answer::Unsure, Some(Note::Healthy));
        }
        let query = Query::parse(rest);
        let says_nothing = everyday::says_nothing(&text::words(rest));
        if !query.has_words || says_nothing {
            return Sought::nothing(answer, without.map(|_| Note::Length));
        }
        let among = EntrySet::all(self.all.len());
        // No word is known elsewhere: whatever was typed, a finding is meant.
        let ranked = rank(&self.index, &query, &among, &|_| false);
        let mut order: Vec<usize> = ranked.entries.positions().collect();
        order.sort_by_key(|at| (std::cmp::Reverse(ranked.scores[*at]), *at));
        let first = whole.map(|(finding, by)| (*finding, Some(*by)));
        let others = order.into_iter().map(|at| {
            let why = ranked.reasons[at].into_iter().flatten().next();
            let by =
                why.map(|id| ranked.reading.said(id).unwrap_or_else(|| self.index.written(id)));
            (self.all[at], by)
        });
        let others = others.filter(|(finding, _)| first.is_none_or(|(first, _)| first != *finding));
        let found = first.into_iter().chain(others).map(|(finding, by)| Found {
            finding,
            by: by.filter(|by| *by != name(catalogue, finding)),
            is_class: by.is_some_and(everyday::is_of_a_class),
        });
        // Who does not take one medicine may take another of its class.
        let is_denied = answer == Answer::Absent;
        let note = (is_denied
            && first.is_some_and(|(_, by)| by.is_some_and(everyday::is_of_a_class)))
        .then_some(Note::OneOfAClass);
        if note.is_some() {
            return Sought::nothing(answer, note);
        }
        let found = found.filter(|it| !(is_denied && it.is_denied_in_vain()));
        Sought { answer, found: found.take(most).collect(), note: None }
    }

    /// The finding with this whole name, everyday names first.
    fn whole(&self, words: &[String]) -> Option<Finding> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        self.named(&words)
    }
}

impl Sought {
    fn nothing(answer: Answer, note: Option<Note>) -> Self {
        Self { answer, found: Vec::new(), note }
    }
}

impl Found {
    /// A finding that was typed by its own name or number.
    pub fn of(finding: Finding) -> Self {
        Self { finding, by: None, is_class: false }
    }

    /// Whether *no* says nothing of it: what the jerks are like is never denied, and who does not
    /// take one medicine may take another of its class.
    fn is_denied_in_vain(&self) -> bool {
        self.is_class || matches!(self.finding, Finding::Axis(..))
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

/// The name of a finding in a table of names: a number, a name of a situation, a value of an axis.
fn key(catalogue: &'static Catalogue, finding: Finding) -> String {
    match finding {
        Finding::Term(term) => catalogue.term(term).hpo(),
        Finding::Context(context) => catalogue.context(context).slug.to_owned(),
        Finding::Medicine(medicine) => catalogue.cause(medicine).slug.to_owned(),
        Finding::Axis(axis, value) => format!("{}={}", axis.axis().key, axis.value(value).key),
    }
}

/// Findings with their everyday names, as the tables have them.
type Everyday = Vec<(Finding, &'static [&'static str])>;

/// Finds what the tables of everyday names are about.
fn everyday_names(catalogue: &'static Catalogue, all: &[Finding]) -> Everyday {
    let findings: BTreeMap<String, Finding> =
        all.iter().map(|finding| (key(catalogue, *finding), *finding)).collect();
    let tables = everyday::NAMES.iter().chain(everyday::CLASSES);
    let found = tables.map(|(of, names)| {
        let finding = findings.get(*of).unwrap_or_else(|| {
            panic!("finding_search/everyday.rs: nothing is called `{of}`; correct its first field")
        });
        (*finding, *names)
    });
    found.collect()
}

/// The everyday names by their words.
fn by_words(everyday: &Everyday) -> BTreeMap<String, (Finding, &'static str)> {
    let names = everyday.iter().flat_map(|(finding, names)| {
        names.iter().map(|name| (text::words(name).join(" "), (*finding, *name)))
    });
    names.collect()
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
async fn texts(
    catalogue: &'static Catalogue,
    all: &[Finding],
    everyday: &Everyday,
) -> Vec<Searchable> {
    let mut texts: Vec<Searchable> = Vec::new();
    let mut labels: Vec<Searchable> = Vec::new();
    for (at, finding) in all.iter().enumerate() {
        let owner = Owner::at(at);
        let mut add = |field, text| texts.push((owner, field, text));
        let label = name(catalogue, *finding);
        add(SearchField::Name, label);
        let field = match *finding {
            Finding::Term(term) => {
                let names = catalogue.term(term).lay_names();
                names.for_each(|name| add(SearchField::LayName, name));
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
        let names = everyday.iter().filter(|(of, _)| of == finding).flat_map(|(_, names)| *names);
        names.for_each(|name| texts.push((owner, SearchField::LayName, name)));
        labels.extend(field.map(|field| (Owner::at(all.len() + at), field, label)));
        if at % STEP == 0 {
            pause().await;
        }
    }
    texts.extend(labels);
    texts
}
