//! Resolves the causes: keys become positions, words become values of the vocabularies.
//!
//! Rules that need no other entry are in `check`.

use super::figures::{Share, Timing};
use super::keys::{Claim, Phrase, Resolver};
use super::recorded::Recorded;
use crate::pipeline::axis::{AxisId, AxisValueId};
use crate::pipeline::check::basis::basis_of;
use crate::pipeline::check::single_reports;
use crate::pipeline::read::frequency;
use crate::pipeline::read::hpo::Found;
use crate::pipeline::read::paths;
use crate::pipeline::read::schema::*;
use crate::pipeline::vocabulary::*;

/// A sentence with its basis.
#[derive(Debug)]
pub struct Statement {
    pub text: String,
    pub basis: Basis,
    pub claims: Vec<Claim>,
}

/// The medicines that make a disease worse.
#[derive(Debug)]
pub struct WorsenedBy {
    pub medicines: Vec<Phrase>,
    pub text: String,
    pub claims: Vec<Claim>,
}

/// Whether the jerks go away: the answer, and the words if they are said of the whole group.
#[derive(Debug)]
pub struct Reversible {
    pub value: Reversibility,
    pub said_of_group: Option<String>,
    /// The words if it was seen in very few people.
    pub said_of_few: Option<String>,
    pub claims: Vec<Claim>,
}

/// How soon a cause needs attention.
#[derive(Debug)]
pub struct Urgency {
    pub grade: UrgencyGrade,
    pub why: String,
    pub act: String,
    pub act_basis: Basis,
    pub claims: Vec<Claim>,
}

/// A cause with every key resolved.
#[derive(Debug)]
pub struct Cause<'a> {
    pub raw: &'a RawCause,
    pub category: usize,
    pub division: usize,
    pub subcategory: Option<usize>,
    pub types: Vec<usize>,
    /// The words of the glossary that occur in its texts.
    pub glossary: Vec<usize>,
    /// The treatments that the text on what is done names.
    pub treatments: Vec<usize>,
    pub urgency: Option<Urgency>,
    pub weakness: Option<Weakness>,
    pub claims: Vec<Claim>,
    pub plain: Option<Statement>,
    pub clinical: Option<Statement>,
    /// In the order of the axes.
    pub axes: Vec<Recorded<AxisValueId>>,
    pub parts: Recorded<BodyPart>,
    pub timings: Recorded<Timing>,
    pub shares: Recorded<Share>,
    pub reversible: Option<Reversible>,
    pub features: Recorded<Found>,
    /// By their positions.
    pub context: Recorded<usize>,
    pub first_tests: Recorded<Phrase>,
    /// Symbols.
    pub genes: Recorded<String>,
    pub management: Option<Statement>,
    pub worsened_by: Option<WorsenedBy>,
    pub note: Option<Statement>,
    /// Whether it comes from the import alone, without a curator.
    pub imported: bool,
}

impl<'k> Resolver<'k, '_> {
    /// Resolves a cause of a category. `divisions` has one for every category.
    pub fn cause<'a>(
        &mut self,
        category: &str,
        raw: &'a RawCause,
        divisions: &[usize],
    ) -> Cause<'a> {
        let category = self.keys.categories.get(category).copied().unwrap_or_else(|| {
            let known = self.keys.categories.keys().copied().collect::<Vec<_>>().join(", ");
            let remedy =
                format!("name the file after a category of {}: {known}", paths::CATEGORIES);
            self.fault("category", category, remedy);
            0
        });
        let own = raw.division.as_deref().and_then(|key| self.division(key));
        Cause {
            raw,
            category,
            subcategory: raw.subcategory.as_deref().and_then(|name| {
                let remedy = format!("use a name of {}, or add it there", paths::SUBCATEGORIES);
                self.position("subcategory", name, &self.keys.subcategories, &remedy)
            }),
            division: own.or(divisions.get(category).copied()).unwrap_or(0),
            types: Vec::new(),
            glossary: Vec::new(),
            treatments: Vec::new(),
            urgency: raw.urgency.as_ref().and_then(|urgency| self.urgency(urgency)),
            weakness: raw
                .weakness
                .as_deref()
                .and_then(|key| self.word("weakness", key, Weakness::ALL, Weakness::key)),
            claims: self.claims("claims", &raw.claims),
            plain: self.statement("plain", raw.plain.as_ref()),
            clinical: self.statement("clinical", raw.clinical.as_ref()),
            axes: AxisId::all().zip(&raw.axes).map(|(axis, raw)| self.axis(axis, raw)).collect(),
            parts: self.parts(&raw.parts),
            timings: self.timings(&raw.timings),
            shares: self.shares(&raw.shares),
            reversible: raw.reversible.as_ref().and_then(|reversible| self.reversible(reversible)),
            features: self.recorded("features", &raw.features, Self::feature),
            context: self.recorded("context", &raw.context, |this, key: &String| {
                let remedy = format!("use an id of {}", paths::CONTEXT);
                this.position("context.values", key, &this.keys.contexts, &remedy)
            }),
            first_tests: self.recorded("first_tests", &raw.first_tests, |this, test: &String| {
                Some(this.keys.phrase(test))
            }),
            genes: self.recorded("genes", &raw.genes, |this, symbol: &String| this.gene(symbol)),
            management: self.statement("management", raw.management.as_ref()),
            worsened_by: raw.worsened_by.as_ref().map(|medicines| self.worsened_by(medicines)),
            note: self.statement("note", raw.note.as_ref()),
            imported: false,
        }
    }

    /// The values recorded on an axis, with their claims.
    fn axis(&mut self, axis: AxisId, raw: &Option<RawRecorded<String>>) -> Recorded<AxisValueId> {
        let key = axis.axis().key;
        let values: Vec<AxisValueId> = axis.values().collect();
        self.recorded(key, raw, |this, word: &String| {
            this.word(&format!("{key}.values"), word, &values, |value| axis.value(value).key)
        })
    }

    fn gene(&mut self, symbol: &str) -> Option<String> {
        let is_symbol = symbol.starts_with(|letter: char| letter.is_ascii_uppercase())
            && symbol.chars().all(|it| it.is_ascii_alphanumeric() || it == '-');
        if !is_symbol {
            self.fault("genes.values", symbol, "write the symbol of one gene, such as CSTB");
        }
        is_symbol.then(|| symbol.to_owned())
    }

    fn feature(&mut self, found: &RawFound) -> Option<Found> {
        let remedy = format!("use a label of {}, or add the term there", paths::FEATURES);
        let term =
            self.position("features.values", &found.feature, &self.keys.features, &remedy)?;
        let frequency = match found.frequency.as_deref().map(|text| (text, frequency::read(text))) {
            None => Vec::new(),
            Some((_, Ok(frequency))) => vec![frequency],
            Some((text, Err(remedy))) => {
                self.fault("features.values.frequency", text, remedy);
                return None;
            }
        };
        Some(Found { term, frequency })
    }

    fn reversible(&mut self, raw: &RawReversible) -> Option<Reversible> {
        let shared = self.shared("reversible", raw.shared.as_deref());
        let own = self.claims("reversible.claims", &raw.claims);
        if raw.value.is_some() == own.is_empty() {
            let remedy = "a value needs claims of its own, and claims need a value";
            self.fault("reversible", raw.value.as_deref().unwrap_or(""), remedy);
        }
        let shared_value = shared.and_then(|shared| shared.value.as_deref());
        let Some(key) = raw.value.as_deref().or(shared_value) else {
            let remedy = "give a value or a shared statement, or remove the field";
            self.fault("reversible.value", "", remedy);
            return None;
        };
        let value = self.word("reversible.value", key, Reversibility::ALL, Reversibility::key)?;
        let said_of_group = shared.filter(|_| own.is_empty()).map(|shared| shared.text.clone());
        let said_of_few = single_reports::said_of_few(value, &raw.claims);
        let claims = self.with_shared(own, shared);
        Some(Reversible { value, said_of_group, said_of_few, claims })
    }

    fn worsened_by(&mut self, raw: &RawWorsenedBy) -> WorsenedBy {
        let RawWorsenedBy { values, text, claims } = raw;
        if values.is_empty() {
            self.fault("worsened_by.values", "", "name a medicine or a class, or remove the field");
        }
        if claims.is_empty() {
            let remedy = "name at least one source of data/sources/ for this";
            self.fault("worsened_by.claims", "", remedy);
        }
        WorsenedBy {
            medicines: values.iter().map(|words| self.keys.phrase(words)).collect(),
            text: text.clone(),
            claims: self.claims("worsened_by.claims", claims),
        }
    }

    fn statement(&mut self, field: &str, raw: Option<&RawStatement>) -> Option<Statement> {
        let raw = raw?;
        let basis_field = format!("{field}.basis");
        let shared = self.shared(field, raw.shared.as_deref());
        let own = self.claims(&format!("{field}.claims"), &raw.claims);
        let text = match (&raw.text, shared) {
            (Some(text), None) => text.clone(),
            (None, Some(shared)) => shared.text.clone(),
            _ => {
                let remedy = "give either a text or a known shared statement, not both";
                let value = raw.text.as_deref().or(raw.shared.as_deref()).unwrap_or_default();
                self.fault(field, value, remedy);
                return None;
            }
        };
        let named = raw
            .basis
            .as_deref()
            .and_then(|key| self.word(&basis_field, key, Basis::ALL, Basis::key));
        let shared_basis = shared.and_then(|shared| Basis::from_key(&shared.basis));
        if named == Some(Basis::Source) && own.is_empty() && shared_basis != Some(Basis::Source) {
            let remedy = "\"source\" needs a claim of this very cause";
            self.fault(&basis_field, Basis::Source.key(), remedy);
        }
        // Claims of the cause itself outweigh the basis of the shared statement.
        let named = named.or(if own.is_empty() { shared_basis } else { Some(Basis::Source) });
        let claims = self.with_shared(own, shared);
        let basis = basis_of(self.place, self.faults, &basis_field, named, !claims.is_empty());
        Some(Statement { text, basis, claims })
    }

    fn urgency(&mut self, raw: &RawUrgency) -> Option<Urgency> {
        let RawUrgency { grade, why, act, act_basis, claims } = raw;
        let grade = self.word("urgency.grade", grade, UrgencyGrade::ALL, UrgencyGrade::key)?;
        let bases = [Basis::Source, Basis::Editorial];
        let act_basis = self.word("urgency.act_basis", act_basis, &bases, Basis::key)?;
        if claims.is_empty() {
            self.fault("urgency.claims", "", "name a source for the grade");
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
                    "use a statement of {} for this field: {}",
                    paths::SHARED_STATEMENTS,
                    fitting.join(", ")
                );
                self.fault(&format!("{field}.shared"), id, remedy);
                None
            }
        }
    }

    /// The claims of the shared statement, then the entry's own.
    fn with_shared(&mut self, own: Vec<Claim>, shared: Option<&RawShared>) -> Vec<Claim> {
        let mut claims =
            shared.map_or_else(Vec::new, |shared| self.claims("shared", &shared.claims));
        claims.extend(own);
        claims
    }
}
