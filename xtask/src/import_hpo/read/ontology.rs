//! `hp.obo`: the terms, their names, and which are narrower than others.
//!
//! Reads the parts of the OBO format that are needed, and skips the rest. Definitions are sentences
//! by others and are not imported.

use std::collections::{BTreeMap, BTreeSet};

use crate::import_hpo::fault::{Fault, Faults};
use crate::import_hpo::ids::TermId;

/// The file's name.
pub(crate) const FILE: &str = "hp.obo";

/// A term that is in use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Term {
    /// The term's own label, unaltered.
    pub(crate) label: String,
    /// The terms it is a kind of, ascending.
    pub(crate) parents: Vec<TermId>,
    /// Other names, in the order of the file.
    pub(crate) synonyms: Vec<String>,
    /// Names that the ontology marks as everyday words.
    pub(crate) lay_synonyms: Vec<String>,
}

/// The ontology.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ontology {
    /// The release, such as `2025-01-16`.
    pub(crate) release: String,
    terms: BTreeMap<TermId, Term>,
    /// Old ids of merged and replaced terms, with the id that replaces each.
    replaced: BTreeMap<TermId, TermId>,
    /// How many obsolete terms have no replacement.
    pub(crate) obsolete: usize,
}

/// A stanza, while it is read.
#[derive(Default)]
struct Stanza {
    line: usize,
    id: Option<TermId>,
    term: Term,
    alternative: Vec<TermId>,
    replaced_by: Option<TermId>,
    obsolete: bool,
}

impl Ontology {
    /// Reads the file.
    pub(crate) fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        let mut ontology = Self::default();
        let mut stanza: Option<Stanza> = None;
        for (line, number) in text.lines().zip(1..) {
            let line = line.trim_end();
            if line.starts_with('[') {
                ontology.finish(stanza.take(), &mut faults);
                stanza = (line == "[Term]").then(|| Stanza { line: number, ..Stanza::default() });
                continue;
            }
            let Some((key, value)) = line.split_once(": ") else { continue };
            match &mut stanza {
                None if key == "data-version" => {
                    ontology.release = value.rsplit('/').next().unwrap_or_default().to_owned();
                }
                None => {}
                Some(stanza) => stanza.read(key, value, number, &mut faults),
            }
        }
        ontology.finish(stanza, &mut faults);
        if ontology.terms.is_empty() {
            faults.add(FILE, 0, "[Term]", "", "give a release of the ontology; this has no terms");
        }
        if ontology.release.is_empty() {
            faults.add(FILE, 0, "data-version", "", "the header names the release");
        }
        for (id, term) in &ontology.terms {
            for parent in &term.parents {
                if !ontology.terms.contains_key(parent) {
                    let value = format!("{id} is_a {parent}");
                    faults.add(FILE, 0, "is_a", &value, "the parent must be in the file");
                }
            }
        }
        if let Some(term) = ontology.own_ancestor() {
            faults.add(FILE, 0, "is_a", &term.to_string(), "no term may be its own ancestor");
        }
        faults.or(ontology)
    }

    /// Adds a stanza that has been read.
    fn finish(&mut self, stanza: Option<Stanza>, faults: &mut Faults) {
        let Some(Stanza { line, id, term, alternative, replaced_by, obsolete }) = stanza else {
            return;
        };
        let Some(id) = id else {
            faults.add(FILE, line, "id", "", "every [Term] has an id such as HP:0001250");
            return;
        };
        for other in alternative {
            self.replaced.insert(other, id);
        }
        if obsolete {
            match replaced_by {
                Some(by) => drop(self.replaced.insert(id, by)),
                None => self.obsolete += 1,
            }
            return;
        }
        if term.label.is_empty() {
            faults.add(FILE, line, "name", &id.to_string(), "every term in use has a name");
        }
        if self.terms.insert(id, term).is_some() {
            faults.add(FILE, line, "id", &id.to_string(), "this id is in the file twice");
        }
    }

    /// The id in use for an id that may be old; none if it is unknown or discarded.
    pub(crate) fn primary(&self, id: TermId) -> Option<TermId> {
        let mut at = id;
        // A chain of replacements is short, and a circle leads nowhere.
        for _ in 0..10 {
            if self.terms.contains_key(&at) {
                return Some(at);
            }
            at = *self.replaced.get(&at)?;
        }
        None
    }

    /// The old ids of each id in use.
    pub(crate) fn old_ids(&self) -> BTreeMap<TermId, Vec<TermId>> {
        let mut old: BTreeMap<TermId, Vec<TermId>> = BTreeMap::new();
        for id in self.replaced.keys() {
            if let Some(primary) = self.primary(*id) {
                old.entry(primary).or_default().push(*id);
            }
        }
        old
    }

    /// A term in use.
    pub(crate) fn term(&self, id: TermId) -> Option<&Term> {
        self.terms.get(&id)
    }

    /// A term and its ancestors.
    pub(crate) fn with_ancestors(&self, id: TermId) -> BTreeSet<TermId> {
        let mut found = BTreeSet::new();
        let mut open = vec![id];
        while let Some(at) = open.pop() {
            if found.insert(at) {
                open.extend(self.terms.get(&at).into_iter().flat_map(|term| &term.parents));
            }
        }
        found
    }

    /// A term and its descendants.
    pub(crate) fn with_descendants(&self, id: TermId) -> BTreeSet<TermId> {
        let below = |other: &TermId| self.with_ancestors(*other).contains(&id);
        self.terms.keys().copied().filter(below).collect()
    }

    /// A term that is its own ancestor.
    fn own_ancestor(&self) -> Option<TermId> {
        // Removes terms without parents until none is left, or only circles are.
        let mut wider: BTreeMap<TermId, usize> =
            self.terms.iter().map(|(id, term)| (*id, term.parents.len())).collect();
        let mut narrower: BTreeMap<TermId, Vec<TermId>> = BTreeMap::new();
        for (id, term) in &self.terms {
            for parent in &term.parents {
                narrower.entry(*parent).or_default().push(*id);
            }
        }
        let mut open: Vec<TermId> =
            wider.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
        while let Some(id) = open.pop() {
            wider.remove(&id);
            for below in narrower.get(&id).into_iter().flatten() {
                if let Some(count) = wider.get_mut(below) {
                    *count -= 1;
                    if *count == 0 {
                        open.push(*below);
                    }
                }
            }
        }
        let missing = |id: &TermId| {
            let parents = self.terms.get(id).into_iter().flat_map(|term| &term.parents);
            parents.into_iter().any(|parent| !self.terms.contains_key(parent))
        };
        // A missing parent is reported as another fault.
        wider.keys().copied().find(|id| !missing(id)).filter(|_| !wider.keys().any(missing))
    }
}

impl Stanza {
    fn read(&mut self, key: &str, value: &str, line: usize, faults: &mut Faults) {
        // Ids are followed by comments: `is_a: HP:0001249 ! Intellectual disability`.
        let id = || TermId::parse(value.split_whitespace().next().unwrap_or_default());
        let mut needs_id = |field: &'static str| {
            let found = id();
            if found.is_none() {
                faults.add(FILE, line, field, value, "write an id such as HP:0001250");
            }
            found
        };
        match key {
            "id" => self.id = needs_id("id"),
            "name" => value.clone_into(&mut self.term.label),
            "alt_id" => self.alternative.extend(needs_id("alt_id")),
            "replaced_by" => self.replaced_by = needs_id("replaced_by"),
            "is_obsolete" => self.obsolete = value == "true",
            "is_a" => {
                self.term.parents.extend(needs_id("is_a"));
                self.term.parents.sort_unstable();
                self.term.parents.dedup();
            }
            "synonym" => match quoted(value) {
                Some((name, rest)) => {
                    // Discarded names mislead, and plural forms need not be listed to be found.
                    let kinds: Vec<&str> = rest.split_whitespace().collect();
                    if kinds.contains(&"layperson") {
                        self.term.lay_synonyms.push(name);
                    } else if !kinds.contains(&"obsolete_synonym") && kinds.contains(&"EXACT") {
                        self.term.synonyms.push(name);
                    }
                }
                None => {
                    faults.add(FILE, line, "synonym", value, "write the name in quotation marks")
                }
            },
            _ => {}
        }
    }
}

/// The text in quotation marks, and the rest.
fn quoted(value: &str) -> Option<(String, &str)> {
    let inner = value.strip_prefix('"')?;
    let mut name = String::new();
    let mut characters = inner.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' => name.extend(characters.next().map(|(_, escaped)| escaped)),
            '"' => return Some((name, &inner[at + 1..])),
            _ => name.push(character),
        }
    }
    None
}
