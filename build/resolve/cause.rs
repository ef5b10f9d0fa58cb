//! Turns the keys that curators write into positions in the tables and values of the
//! vocabularies.
//!
//! A key that leads nowhere is a fault with the keys that would be right. The result is the Rust
//! expression for each value, ready for `emit`. Rules about content are in `validate`.

use std::collections::{BTreeMap, BTreeSet};

use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::read::hpo::{Often, number};
use crate::pipeline::read::load::{Filed, Raw};
use crate::pipeline::read::schema::*;
use crate::pipeline::resolve::annotated as rare;
use crate::pipeline::resolve::glossary::{Glossary, texts_of};
use crate::pipeline::resolve::topic::{self as topics, Topic};
use crate::pipeline::vocabulary::*;
use crate::pipeline::write::emit_hpo;

/// The sources behind a value: position in the table of sources, and what exactly is said.
pub type Claims = Vec<(usize, Option<String>)>;

/// The values of a field, each as a Rust expression, with their claims.
#[derive(Debug, Default)]
pub struct Values {
    pub code: Vec<String>,
    pub claims: Claims,
}

/// A sentence with its basis.
#[derive(Debug)]
pub struct Sentence {
    pub text: String,
    pub basis: Basis,
    pub claims: Claims,
}

/// Whether the jerks go: the answer, and the words where they are those of the whole group.
#[derive(Debug)]
pub struct Reversible {
    pub value: Reversibility,
    pub said_of_group: Option<String>,
    pub claims: Claims,
}

/// A cause with every key resolved.
#[derive(Debug)]
pub struct Cause<'a> {
    pub raw: &'a RawCause,
    pub category: usize,
    pub super_group: usize,
    pub types: Vec<usize>,
    /// The words explained that stand in its texts.
    pub terms: Vec<usize>,
    pub urgency: Option<Urgency>,
    pub weakness: Option<Weakness>,
    pub claims: Claims,
    pub course: Values,
    pub age_groups: Values,
    pub contraction: Values,
    pub distribution: Values,
    pub generator: Values,
    pub provocation: Values,
    pub reversible: Option<Reversible>,
    pub features: Values,
    pub context: Values,
    pub first_tests: Values,
    pub management: Option<Sentence>,
    pub note: Option<Sentence>,
    /// Whether nobody has curated it.
    pub imported: bool,
}

/// How soon a cause needs attention.
#[derive(Debug)]
pub struct Urgency {
    pub grade: UrgencyGrade,
    pub why: String,
    pub act: String,
    pub act_basis: Basis,
    pub claims: Claims,
}

/// Everything resolved, causes in the order of their names.
#[derive(Debug)]
pub struct Resolved<'a> {
    pub causes: Vec<Cause<'a>>,
    pub topics: Vec<Topic<'a>>,
    /// For each source of `Raw::sources`, its kind.
    pub kinds: Vec<SourceKind>,
    /// For each category of `Raw::categories`, the position of its super-group.
    pub super_groups: Vec<usize>,
    /// The terms that curated causes use.
    pub curated_terms: BTreeSet<usize>,
    /// The position of the source of the annotations of rare diseases.
    pub annotations: usize,
    /// The position of the source of their genes.
    pub genes: usize,
    /// For each retired id of `Raw::retired`, the entry that took its place, as an expression.
    pub merged_into: Vec<Option<String>>,
}

/// Resolves all keys.
pub fn resolve<'a>(raw: &'a Raw, faults: &mut Faults) -> Resolved<'a> {
    let keys = Keys::new(raw, faults);
    let super_groups: Vec<usize> = raw
        .categories
        .iter()
        .map(|category| {
            let place = Place { file: &category.file, entry: &category.entry.id };
            let mut resolver = Resolver { keys: &keys, place, faults };
            resolver.super_group(&category.entry.super_group).unwrap_or(0)
        })
        .collect();
    let glossary = Glossary::new(raw);
    let topics = topics::resolve(raw, &keys, &glossary, faults);
    let causes: Vec<Cause<'a>> = sorted(raw)
        .into_iter()
        .map(|(category, cause)| {
            let place = Place { file: &cause.file, entry: &cause.entry.id };
            let mut resolver = Resolver { keys: &keys, place, faults };
            let mut resolved = resolver.cause(category, &cause.entry, &super_groups);
            // An import says nothing of its own that could be explained or exemplify a type.
            resolved.imported = cause.file == rare::FILE;
            if !resolved.imported {
                resolved.terms = glossary.terms_in(texts_of(&cause.entry).into_iter());
                resolved.types = topics::types_of(raw, &keys, category, &cause.entry);
            }
            resolved
        })
        .collect();
    topics::check_type_maps(raw, &keys, faults);
    let kinds = raw
        .sources
        .iter()
        .map(|source| {
            let place = Place { file: &source.file, entry: &source.entry.id };
            vocabulary(place, faults, "kind", &source.entry.kind, SourceKind::ALL, SourceKind::key)
                .unwrap_or(SourceKind::Seed)
        })
        .collect();
    let merged_into = raw
        .retired
        .iter()
        .map(|retired| {
            let place = Place { file: &retired.file, entry: &retired.entry.id };
            let RawRetired { merged_into, look_alike, .. } = &retired.entry;
            let cause = merged_into.as_ref().map(|id| ("merged_into", "cause", id));
            let look_alike = look_alike.as_ref().map(|id| ("look_alike", "look-alike", id));
            let (field, kind, id) = cause.or(look_alike)?;
            let link = keys.link(&format!("{kind}:{id}"));
            if link.is_none() {
                place.fault(faults, field, id, format!("name the id of a {kind} that exists"));
            }
            link
        })
        .collect();
    let mut source = |id: &str| {
        let place = Place { file: "data/sources.toml", entry: id };
        let position = keys.sources.get(id).copied();
        if position.is_none() {
            place.fault(faults, "id", id, "what is imported in data/hpo/ cites it");
        }
        position.unwrap_or(0)
    };
    let (annotations, genes) = (source(rare::ANNOTATIONS), source(rare::GENES));
    let curated_terms = keys.features.values().copied().collect();
    Resolved { causes, topics, kinds, super_groups, curated_terms, annotations, genes, merged_into }
}

/// The causes in the order of their names, which is the order of their table.
fn sorted(raw: &Raw) -> Vec<&(String, Filed<RawCause>)> {
    let mut sorted: Vec<_> = raw.causes.iter().collect();
    sorted.sort_by_cached_key(|(_, cause)| cause.entry.name.to_lowercase());
    sorted
}

/// The keys that can be referred to, each with its position.
#[derive(Debug)]
pub struct Keys<'a> {
    causes: BTreeMap<&'a str, usize>,
    categories: BTreeMap<&'a str, usize>,
    super_groups: BTreeMap<&'a str, usize>,
    pub groups: BTreeMap<(Kind, &'a str), usize>,
    pub topics: BTreeMap<(Kind, &'a str), usize>,
    sources: BTreeMap<&'a str, usize>,
    features: BTreeMap<&'a str, usize>,
    contexts: BTreeMap<&'a str, usize>,
    shared: BTreeMap<&'a str, &'a RawShared>,
    /// What words name, as expressions.
    links: BTreeMap<&'a str, Vec<String>>,
}

impl<'a> Keys<'a> {
    fn new(raw: &'a Raw, faults: &mut Faults) -> Self {
        fn index<'a>(keys: impl Iterator<Item = &'a String>) -> BTreeMap<&'a str, usize> {
            keys.enumerate().map(|(position, key)| (key.as_str(), position)).collect()
        }
        let topics = raw.topics.iter().enumerate();
        let groups = raw.groups.iter().enumerate().filter_map(|(position, group)| {
            Some(((Kind::from_key(&group.entry.of)?, group.entry.id.as_str()), position))
        });
        let mut keys = Self {
            causes: index(sorted(raw).into_iter().map(|(_, filed)| &filed.entry.id)),
            categories: index(raw.categories.iter().map(|filed| &filed.entry.id)),
            super_groups: index(raw.super_groups.iter().map(|filed| &filed.entry.id)),
            groups: groups.collect(),
            topics: topics.map(|(at, (kind, topic))| ((*kind, &*topic.entry.id), at)).collect(),
            sources: index(raw.sources.iter().map(|filed| &filed.entry.id)),
            features: raw
                .features
                .iter()
                .filter_map(|filed| {
                    let number = number(&filed.entry.hpo)?;
                    let terms = &raw.hpo.terms;
                    let at = terms.binary_search_by_key(&number, |term| term.number).ok()?;
                    Some((filed.entry.label.as_str(), at))
                })
                .collect(),
            contexts: index(raw.contexts.iter().map(|filed| &filed.entry.id)),
            shared: raw
                .shared
                .iter()
                .map(|filed| (filed.entry.id.as_str(), &filed.entry))
                .collect(),
            links: BTreeMap::new(),
        };
        for filed in &raw.links {
            let place = Place { file: &filed.file, entry: &filed.entry.words };
            let mut links = Vec::new();
            for target in &filed.entry.to {
                match keys.link(target) {
                    Some(link) => links.push(link),
                    None => {
                        let remedy =
                            "write kind:id of an entry that exists, such as cause:phys-hiccup";
                        place.fault(faults, "to", target, remedy);
                    }
                }
            }
            if keys.links.insert(&filed.entry.words, links).is_some() {
                place.fault(faults, "words", &filed.entry.words, "these words stand here twice");
            }
        }
        keys
    }

    /// The expression for a target such as `cause:phys-hiccup`.
    pub fn link(&self, target: &str) -> Option<String> {
        let (kind, id) = target.split_once(':')?;
        match kind {
            "cause" => Some(format!("Link::Cause(CauseId({}))", self.causes.get(id)?)),
            "category" => Some(format!("Link::Category(CategoryId({}))", self.categories.get(id)?)),
            _ => {
                let topic = self.topics.get(&(Kind::from_key(kind)?, id))?;
                Some(format!("Link::Topic(TopicId({topic}))"))
            }
        }
    }

    /// The expression for words and what they name.
    pub fn phrase(&self, words: &str) -> String {
        let links = self.links.get(words).map(|links| links.join(", ")).unwrap_or_default();
        format!("Phrase {{ words: {words:?}, links: &[{links}] }}")
    }
}

/// Resolves one entry.
pub struct Resolver<'k, 'f> {
    pub keys: &'k Keys<'k>,
    pub place: Place<'k>,
    pub faults: &'f mut Faults,
}

impl<'k> Resolver<'k, '_> {
    fn cause<'a>(
        &mut self,
        category: &str,
        raw: &'a RawCause,
        super_groups: &[usize],
    ) -> Cause<'a> {
        let category = self.keys.categories.get(category).copied().unwrap_or_else(|| {
            let known = self.keys.categories.keys().copied().collect::<Vec<_>>().join(", ");
            let remedy = format!("name the file after a category of categories.toml: {known}");
            self.place.fault(self.faults, "category", category, remedy);
            0
        });
        let own = raw.super_group.as_deref().and_then(|key| self.super_group(key));
        Cause {
            raw,
            category,
            super_group: own.or(super_groups.get(category).copied()).unwrap_or(0),
            types: Vec::new(),
            terms: Vec::new(),
            urgency: raw.urgency.as_ref().and_then(|urgency| self.urgency(urgency)),
            weakness: raw.strength.as_deref().and_then(|key| {
                vocabulary(self.place, self.faults, "strength", key, Weakness::ALL, Weakness::key)
            }),
            claims: self.claims("claims", &raw.claims),
            course: self.words("course", &raw.course, Course::ALL, Course::key),
            age_groups: self.words("age_groups", &raw.age_groups, AgeGroup::ALL, AgeGroup::key),
            contraction: self.words(
                "contraction",
                &raw.contraction,
                Contraction::ALL,
                Contraction::key,
            ),
            distribution: self.words(
                "distribution",
                &raw.distribution,
                Distribution::ALL,
                Distribution::key,
            ),
            generator: self.words("generator", &raw.generator, Generator::ALL, Generator::key),
            provocation: self.words(
                "provocation",
                &raw.provocation,
                Provocation::ALL,
                Provocation::key,
            ),
            reversible: raw.reversible.as_ref().and_then(|reversible| self.reversible(reversible)),
            features: self.values("features", &raw.features, Self::feature),
            context: self.values("context", &raw.context, |this, key: &String| {
                let remedy = "use an id of data/context.toml";
                let position = this.position("context.values", key, &this.keys.contexts, remedy)?;
                Some(format!("ContextId({position})"))
            }),
            first_tests: self.values("first_tests", &raw.first_tests, |this, test: &String| {
                Some(this.keys.phrase(test))
            }),
            management: self.sentence("management", raw.management.as_ref()),
            note: self.sentence("note", raw.note.as_ref()),
            imported: false,
        }
    }

    /// The values of a field that takes words of a vocabulary.
    fn words<T: Copy + std::fmt::Debug>(
        &mut self,
        field: &str,
        raw: &Option<RawRecorded<String>>,
        all: &[T],
        key: fn(T) -> &'static str,
    ) -> Values {
        let type_name = std::any::type_name::<T>().rsplit("::").next().unwrap_or_default();
        self.values(field, raw, |this, word: &String| {
            let field = format!("{field}.values");
            vocabulary(this.place, this.faults, &field, word, all, key)
                .map(|value| format!("{type_name}::{value:?}"))
        })
    }

    /// The values of any field, each turned into code by `code`.
    fn values<R>(
        &mut self,
        field: &str,
        raw: &Option<RawRecorded<R>>,
        mut code: impl FnMut(&mut Self, &R) -> Option<String>,
    ) -> Values {
        let Some(raw) = raw else { return Values::default() };
        let claims_field = format!("{field}.claims");
        if raw.values.is_empty() {
            let remedy = "give at least one value, or take the field out: absent is not recorded";
            self.place.fault(self.faults, &format!("{field}.values"), "", remedy);
        }
        if raw.claims.is_empty() {
            let remedy = "name at least one source in data/sources.toml that says so";
            self.place.fault(self.faults, &claims_field, "", remedy);
        }
        Values {
            code: raw.values.iter().filter_map(|value| code(self, value)).collect(),
            claims: self.claims(&claims_field, &raw.claims),
        }
    }

    fn feature(&mut self, found: &RawFound) -> Option<String> {
        let remedy = "use a label of data/features.toml, or add the term there";
        let feature =
            self.position("features.values", &found.feature, &self.keys.features, remedy)?;
        let frequency = match found.frequency.as_deref() {
            None => Vec::new(),
            Some(text) => vec![self.frequency(text)?],
        };
        Some(emit_hpo::found(feature, &frequency))
    }

    fn frequency(&mut self, text: &str) -> Option<Often> {
        let counted = text.split_once('/').and_then(|(found, examined)| {
            Some((found.parse::<u16>().ok()?, examined.parse::<u16>().ok()?))
        });
        if let Some((found, examined)) = counted {
            if examined == 0 || found > examined {
                let remedy = "patients found can be no more than patients examined";
                self.place.fault(self.faults, "features.values.frequency", text, remedy);
                return None;
            }
            return Some(Often::Counted { found, examined });
        }
        let field = "features.values.frequency (or a count such as 7/14)";
        let class = vocabulary(
            self.place,
            self.faults,
            field,
            text,
            FrequencyClass::ALL,
            FrequencyClass::key,
        )?;
        Some(Often::Class(class))
    }

    fn reversible(&mut self, raw: &RawReversible) -> Option<Reversible> {
        let shared = self.shared("reversible", raw.shared.as_deref());
        let own = self.claims("reversible.claims", &raw.claims);
        if raw.value.is_some() == own.is_empty() {
            let remedy = "a value needs claims of its own, and claims need a value";
            self.place.fault(self.faults, "reversible", raw.value.as_deref().unwrap_or(""), remedy);
        }
        let shared_value = shared.and_then(|shared| shared.value.as_deref());
        let Some(key) = raw.value.as_deref().or(shared_value) else {
            let remedy = "give a value or a shared statement, or take the field out";
            self.place.fault(self.faults, "reversible.value", "", remedy);
            return None;
        };
        let value = vocabulary(
            self.place,
            self.faults,
            "reversible.value",
            key,
            Reversibility::ALL,
            Reversibility::key,
        )?;
        let said_of_group = shared.filter(|_| own.is_empty()).map(|shared| shared.text.clone());
        let claims = self.with_shared(own, shared);
        Some(Reversible { value, said_of_group, claims })
    }

    fn sentence(&mut self, field: &str, raw: Option<&RawStatement>) -> Option<Sentence> {
        let raw = raw?;
        let shared = self.shared(field, raw.shared.as_deref());
        let own = self.claims(&format!("{field}.claims"), &raw.claims);
        let text = match (&raw.text, shared) {
            (Some(text), None) => text.clone(),
            (None, Some(shared)) => shared.text.clone(),
            _ => {
                let remedy = "give either a text or a known shared statement, not both";
                let value = raw.text.as_deref().or(raw.shared.as_deref()).unwrap_or_default();
                self.place.fault(self.faults, field, value, remedy);
                return None;
            }
        };
        let named = raw.basis.as_deref().and_then(|key| {
            let field = format!("{field}.basis");
            vocabulary(self.place, self.faults, &field, key, Basis::ALL, Basis::key)
        });
        let shared_basis = shared.and_then(|shared| Basis::from_key(&shared.basis));
        if named == Some(Basis::Source) && own.is_empty() && shared_basis != Some(Basis::Source) {
            let remedy = "\"source\" needs a claim of this very cause";
            self.place.fault(self.faults, &format!("{field}.basis"), Basis::Source.key(), remedy);
        }
        let basis = match (own.is_empty(), named, shared_basis) {
            (_, Some(named), _) => named,
            (false, None, _) => Basis::Source,
            (true, None, Some(shared)) => shared,
            (true, None, None) => Basis::Editorial,
        };
        let claims = self.with_shared(own, shared);
        if (basis == Basis::Editorial) != claims.is_empty() {
            let remedy = "\"editorial\" is for a text without any claim, the others need claims";
            self.place.fault(self.faults, &format!("{field}.basis"), basis.key(), remedy);
        }
        Some(Sentence { text, basis, claims })
    }

    fn super_group(&mut self, key: &str) -> Option<usize> {
        let remedy = "use an id of data/super_groups.toml";
        self.position("super_group", key, &self.keys.super_groups, remedy)
    }

    fn urgency(&mut self, raw: &RawUrgency) -> Option<Urgency> {
        let RawUrgency { grade, why, act, act_basis, claims } = raw;
        let keys = UrgencyGrade::ALL;
        let grade =
            vocabulary(self.place, self.faults, "urgency.grade", grade, keys, UrgencyGrade::key)?;
        let bases = [Basis::Source, Basis::Editorial];
        let act_basis = vocabulary(
            self.place,
            self.faults,
            "urgency.act_basis",
            act_basis,
            &bases,
            Basis::key,
        )?;
        if claims.is_empty() {
            self.place.fault(self.faults, "urgency.claims", "", "name a source for the grade");
        }
        let claims = self.claims("urgency.claims", claims);
        Some(Urgency { grade, why: why.clone(), act: act.clone(), act_basis, claims })
    }

    /// The shared statement with this id, which must be meant for this field.
    fn shared(&mut self, field: &str, id: Option<&str>) -> Option<&'k RawShared> {
        let id = id?;
        match self.keys.shared.get(id).copied() {
            Some(shared) if shared.field == field => Some(shared),
            _ => {
                let fitting = self.keys.shared.values().filter(|shared| shared.field == field);
                let fitting = fitting.map(|shared| shared.id.as_str()).collect::<Vec<_>>();
                let remedy = format!(
                    "use a statement of data/shared_statements.toml for this field: {}",
                    fitting.join(", ")
                );
                self.place.fault(self.faults, &format!("{field}.shared"), id, remedy);
                None
            }
        }
    }

    /// The claims of the shared statement, then the entry's own.
    fn with_shared(&mut self, own: Claims, shared: Option<&RawShared>) -> Claims {
        let mut claims =
            shared.map_or_else(Claims::new, |shared| self.claims("shared", &shared.claims));
        claims.extend(own);
        claims
    }

    pub fn claims(&mut self, field: &str, raw: &[RawClaim]) -> Claims {
        let remedy = "use an id of data/sources.toml, or add the source there";
        raw.iter()
            .filter_map(|claim| {
                let source = self.position(field, &claim.source, &self.keys.sources, remedy)?;
                Some((source, claim.detail.clone()))
            })
            .collect()
    }

    fn position(
        &mut self,
        field: &str,
        key: &str,
        keys: &BTreeMap<&str, usize>,
        remedy: &str,
    ) -> Option<usize> {
        let position = keys.get(key).copied();
        if position.is_none() {
            self.place.fault(self.faults, field, key, remedy);
        }
        position
    }
}

/// The value of a vocabulary with this key; the fault lists the keys there are.
pub fn vocabulary<T: Copy>(
    place: Place<'_>,
    faults: &mut Faults,
    field: &str,
    key: &str,
    all: &[T],
    key_of: fn(T) -> &'static str,
) -> Option<T> {
    let found = all.iter().copied().find(|value| key_of(*value) == key);
    if found.is_none() {
        let known = all.iter().map(|value| key_of(*value)).collect::<Vec<_>>().join(", ");
        place.fault(faults, field, key, format!("use one of: {known}"));
    }
    found
}
