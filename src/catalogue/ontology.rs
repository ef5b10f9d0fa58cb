//! The embedded terms of the Human Phenotype Ontology: those in use, and everything wider.
//!
//! Unpacked at first use. Knows the terms and how they relate to each other, not what uses them.

pub(super) mod annotated_disease;
pub(super) mod frequency;
pub(super) mod packed;
pub(super) mod weights;

use self::packed::Packed;
use super::id::TermId;
use super::id::hpo_id::HpoId;

/// A term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The number in its id: 1336 in `HP:0001336`.
    pub number: u32,
    /// Its own label, unaltered.
    pub label: &'static str,
    /// Everyday names, joined by `|`.
    lay_names: &'static str,
}

impl Term {
    /// Its id, such as `HP:0001336`.
    pub fn hpo(&self) -> String {
        format!("HP:{:07}", self.number)
    }

    /// Everyday names, unaltered. A name is left out if it adds no word to the label and the names
    /// before it, and so are all names of a term that no cause has.
    pub fn lay_names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.lay_names.split('|').filter(|name| !name.is_empty())
    }

    /// The first everyday name that can be shown. Some names are only searched: those with words
    /// that are never shown, and those that add words to the label. Such a name explains
    /// nothing, and most mean something narrower ("legal blindness" for blindness).
    pub fn everyday_name(&self) -> Option<&'static str> {
        let label = self.label.to_lowercase();
        self.lay_names().find(|name| {
            let name = name.to_lowercase();
            let has = |word: &str| words(&name).any(|it| it == word);
            !ONLY_SEARCHED.iter().any(|words| name.contains(words)) && !words(&label).all(has)
        })
    }

    /// The everyday name, or else the label.
    pub fn in_everyday_words(&self) -> &'static str {
        self.everyday_name().unwrap_or(self.label)
    }

    /// All everyday names in one text, joined by `|`.
    pub const fn all_lay_names(&self) -> &'static str {
        self.lay_names
    }
}

/// Parts of everyday names that are searched and never shown: they hurt or are outdated, judge a
/// person by a number, say something else than the finding, or nothing. In small letters.
const ONLY_SEARCHED: &[&str] = &[
    "retard",
    "mental defic",
    "mental slow",
    "low intelligence",
    "school performance",
    "iq less",
    "iq between",
    "dwarf",
    "senile",
    "muteness",
    "harelip",
    "cross eye",
    "cross-eye",
    "funny",
    "elf-like",
    "witch's",
    "fish mouth",
    "carp-",
    "snake",
    "lobster",
    "boxer",
    "pigeon",
    "hunch",
    "deform",
    "weak chin",
    "dull facial",
    "bad bite",
    "stubby",
    "potato",
    "big calvaria",
    "gaped",
    "voice sounds",
    "abnormally shaped skeletal",
    "brain and/or spinal cord issue",
    // A seizure by a poison or a fever is none.
    "epilepsy",
];

/// The words of a name.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split([' ', '-']).filter(|word| !word.is_empty())
}

/// All embedded terms.
#[derive(Debug)]
pub struct Ontology {
    /// In the order of their numbers.
    terms: Vec<Term>,
    /// The wider terms of the first term, then of the second and so on.
    parents: Lists,
    /// The narrower ones, likewise, in the order of their numbers.
    children: Lists,
    /// For each term, whether it is a jerk itself.
    myoclonus: Vec<bool>,
    /// The system under which each term is listed.
    systems: Vec<Option<TermId>>,
}

/// A list of terms for every term, one after the other.
#[derive(Debug, Default)]
struct Lists {
    /// Where each list ends.
    ends: Vec<u32>,
    terms: Vec<TermId>,
}

/// The term above all features of patients.
const PHENOTYPIC_ABNORMALITY: u32 = 118;

/// The system that takes precedence for a term in several systems: the nervous system.
const FIRST_SYSTEM: u32 = 707;

/// Terms that are jerks, together with everything narrower: myoclonus, myoclonic seizure,
/// asterixis, generalised myoclonic seizure, myoclonic-atonic seizure, myoclonic absence seizure.
const MYOCLONUS: [u32; 6] = [1336, 32_794, 12_164, 2123, 11_170, 11_150];

/// Terms that are jerks, without what is narrower: myoclonic spasms, jerky head movements.
const MYOCLONUS_ALONE: [u32; 2] = [3739, 1351];

impl Ontology {
    /// Unpacks what the build packed. Numbers and parents are in the order of the numbers. Labels
    /// and everyday names are in the pre-order of the tree: similar texts are then side by side and
    /// compress better.
    pub(super) fn unpack(
        numbers: &'static [u8],
        parents: &'static [u8],
        labels: &'static str,
        lay_names: &'static str,
    ) -> Self {
        let (mut numbers_left, mut parents_left) = (Packed::new(numbers), Packed::new(parents));
        let mut terms: Vec<Term> = Vec::new();
        let mut parents = Lists::default();
        let mut number = 0;
        while !numbers_left.is_empty() {
            let at = terms.len();
            number += numbers_left.number();
            for _ in 0..parents_left.number() {
                let parent = at.checked_add_signed(-parents_left.signed()).unwrap_or_default();
                parents.terms.push(TermId::at(parent));
            }
            parents.end();
            let number = u32::try_from(number).unwrap_or_default();
            terms.push(Term { number, label: "", lay_names: "" });
        }
        let mut narrower: Vec<Vec<TermId>> = vec![Vec::new(); terms.len()];
        for id in (0..terms.len()).map(TermId::at) {
            for parent in parents.of(id) {
                narrower[parent.index()].push(id);
            }
        }
        let mut children = Lists::default();
        for list in narrower {
            children.terms.extend(list);
            children.end();
        }
        let (myoclonus, systems) = (vec![false; terms.len()], vec![None; terms.len()]);
        let mut ontology = Self { terms, parents, children, myoclonus, systems };
        let mut names = labels.split('\n').zip(lay_names.split('\n'));
        let mut seen = vec![false; ontology.len()];
        let roots = (0..ontology.len()).map(TermId::at);
        let roots: Vec<TermId> = roots.filter(|id| ontology.parents(*id).is_empty()).collect();
        for root in roots {
            for id in ontology.walk(root, &mut seen) {
                let (label, lay_names) = names.next().unwrap_or_default();
                let term = &mut ontology.terms[id.index()];
                (term.label, term.lay_names) = (label, lay_names);
            }
        }
        ontology.find_jerks();
        ontology.find_systems();
        ontology
    }

    fn find_jerks(&mut self) {
        let mut seen = vec![false; self.len()];
        for top in MYOCLONUS.iter().filter_map(|number| self.numbered(*number)) {
            self.walk(top, &mut seen);
        }
        for term in MYOCLONUS_ALONE.iter().filter_map(|number| self.numbered(*number)) {
            seen[term.index()] = true;
        }
        self.myoclonus = seen;
    }

    fn find_systems(&mut self) {
        // A term in `seen` has its system already, and so has everything narrower.
        let mut seen = vec![false; self.len()];
        for system in self.systems() {
            for term in self.walk(system, &mut seen) {
                self.systems[term.index()] = Some(system);
            }
        }
    }

    /// All terms with their ids, in the order of their numbers.
    pub fn terms(&self) -> impl Iterator<Item = (TermId, &Term)> {
        self.terms.iter().enumerate().map(|(at, term)| (TermId::at(at), term))
    }

    /// The number of terms.
    pub const fn len(&self) -> usize {
        self.terms.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// A term.
    pub fn term(&self, id: TermId) -> &Term {
        &self.terms[id.index()]
    }

    /// The term with an id such as `HP:0001336`; `None` if it is not embedded.
    pub fn find(&self, hpo: &str) -> Option<TermId> {
        self.numbered(hpo.parse::<HpoId>().ok()?.number())
    }

    fn numbered(&self, number: u32) -> Option<TermId> {
        self.terms.binary_search_by_key(&number, |term| term.number).ok().map(TermId::at)
    }

    /// The terms directly above a term; none for the widest.
    pub fn parents(&self, id: TermId) -> &[TermId] {
        self.parents.of(id)
    }

    /// The terms directly below a term, in the order of their numbers.
    pub fn children(&self, id: TermId) -> &[TermId] {
        self.children.of(id)
    }

    /// The term and its descendants in pre-order, skipping those already in `seen`.
    fn walk(&self, from: TermId, seen: &mut [bool]) -> Vec<TermId> {
        let mut order = Vec::new();
        let mut left = vec![from];
        while let Some(term) = left.pop() {
            if !std::mem::replace(&mut seen[term.index()], true) {
                order.push(term);
                left.extend(self.children(term).iter().rev());
            }
        }
        order
    }

    /// Whether a term is `wider` itself or a kind of it.
    pub fn is_kind_of(&self, term: TermId, wider: TermId) -> bool {
        term == wider || self.parents(term).iter().any(|parent| self.is_kind_of(*parent, wider))
    }

    /// The systems under which features of patients are listed: the nervous system, then the others
    /// in the order of their numbers.
    pub fn systems(&self) -> Vec<TermId> {
        let top = self.numbered(PHENOTYPIC_ABNORMALITY);
        let all = top.map_or(&[][..], |top| self.children(top)).iter().copied();
        let is_first = |id: &TermId| self.term(*id).number == FIRST_SYSTEM;
        all.clone().filter(is_first).chain(all.filter(|id| !is_first(id))).collect()
    }

    /// The system under which a feature is listed: the first one that it belongs to.
    pub fn system(&self, id: TermId) -> Option<TermId> {
        self.systems[id.index()]
    }

    /// Whether a term is a jerk itself.
    pub fn is_myoclonus(&self, id: TermId) -> bool {
        self.myoclonus[id.index()]
    }
}

impl Lists {
    /// Ends the list of the next term.
    fn end(&mut self) {
        self.ends.push(u32::try_from(self.terms.len()).unwrap_or(u32::MAX));
    }

    fn of(&self, id: TermId) -> &[TermId] {
        let at = id.index();
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.terms[start..self.ends[at] as usize]
    }
}
