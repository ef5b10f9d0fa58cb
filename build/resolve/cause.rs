//! Turns the keys that curators write into positions in the tables and values of the
//! vocabularies.
//!
//! A key that leads nowhere is a fault with the keys that would be right. The result is the Rust
//! expression for each value, ready for `emit`. Rules about content are in `validate`.

use crate::pipeline::read::hpo::Often;
use crate::pipeline::read::schema::*;
use crate::pipeline::resolve::keys::{Claims, Resolver, vocabulary};
use crate::pipeline::vocabulary::*;
use crate::pipeline::write::emit_hpo;

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

impl<'k> Resolver<'k, '_> {
    /// Resolves a cause of a category.
    pub fn cause<'a>(
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
}
