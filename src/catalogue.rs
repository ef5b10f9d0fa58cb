//! The read-only façade over the tables compiled from `data/`.
//!
//! Hands out records by typed id or by slug. Knows no query, no ranking, no address and no DOM.

use crate::sorted;
use std::sync::LazyLock;

use language::other_names::OtherNames;

mod axis;
mod cause;
mod claim;
mod grade;
mod id;
mod kind;
mod language;
mod ontology;
mod source;
mod tables;
mod topic;
mod vocabulary;

pub use axis::{AXES, Axis, AxisId, AxisValue, AxisValueId};
pub(crate) use cause::each_once;
pub use cause::{Category, Cause, Context, Division, Retired, Subcategory, WorsenedBy};
pub use claim::{Claim, Due, Effect, Recorded, Reversible, Share, Statement, Timing, Urgency};
pub use grade::Grade;
pub use id::hpo_id::HpoId;
pub use id::registry_id::{Registry, RegistryId};
pub use id::{CategoryId, CauseId, ContextId, DivisionId, SectionId, SourceId, TermId, TopicId};
pub use kind::Kind;
pub use language::other_names::{GeneSymbols, MedicineClass, MedicineNames};
pub use language::{
    Described, Language, Meaning, NamedPart, Saying, SayingId, Shared, Spelling, spelt_stem,
};
pub use ontology::annotated_disease::{AnnotatedDisease, Annotation};
pub use ontology::frequency::{FoundFeature, Frequency};
pub use ontology::weights::{ContextWeight, Weights};
pub use ontology::{Ontology, Term};
pub use source::{Source, Unverified};
pub use topic::{Link, Phrase, Section, Topic, TopicField};
pub use vocabulary::{
    Basis, BodyPart, Checklist, Commonness, ContextKind, Denominator, EffectEvidence, EffectKind,
    FieldName, FrequencyClass, HowSoon, Measure, Measured, Reversibility, SourceKind, Strength,
    Theme, ThemeArea, UrgencyGrade, Weakness,
};

/// Everything that the explorer knows, as tables of inert records.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The day on which the data was last changed, as `YYYY-MM-DD`.
    pub date: &'static str,
    /// The release of the Human Phenotype Ontology that the features come from.
    pub hpo_release: &'static str,
    is_whole: bool,
    divisions: &'static [Division],
    subcategories: &'static [Subcategory],
    categories: &'static [Category],
    sections: &'static [Section],
    topics: &'static [Topic],
    contexts: &'static [Context],
    sources: &'static [Source],
    unverified: &'static [Unverified],
    retired: &'static [Retired],
    causes: &'static [Cause],
    ontology: &'static LazyLock<Ontology>,
    annotated_diseases: &'static [AnnotatedDisease],
    annotations: &'static LazyLock<Vec<Annotation>>,
    /// Every frequency of an annotation, the most used first.
    frequencies: &'static [&'static [Frequency]],
    claims_of_annotations: &'static [Claim],
    claims_of_genes: &'static [Claim],
    medicine_names: &'static LazyLock<Vec<(CauseId, MedicineNames)>>,
    gene_symbols: &'static LazyLock<Vec<(&'static str, GeneSymbols)>>,
    other_names: OtherNames,
    medicine_classes: &'static [MedicineClass],
    described: &'static [Described],
    weights: Weights,
    /// What people say, each phrase with the position of its saying; empty in what finds an entry.
    said: &'static [(&'static str, u16)],
    sayings: &'static [Saying],
    language: &'static LazyLock<Language>,
}

/// What a slug in an address leads to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Lookup {
    /// A cause.
    Cause(CauseId),
    /// A slug that was once in use.
    Retired(&'static Retired),
}

impl Catalogue {
    /// Everything that is known if it has arrived, else what finds an entry. Natively it is there
    /// from the start.
    pub fn bundled() -> &'static Self {
        tables::present()
    }

    /// What finds an entry: names, marks, leads, findings. What is read once an entry is open (its
    /// texts, what sources say, most sources) is empty, and must not be shown as not recorded.
    pub fn first() -> &'static Self {
        tables::first()
    }

    /// The whole catalogue with every cause so many times: to measure how the core grows with its
    /// data. The copies come after all causes. They have other names, the same synonyms and texts,
    /// and no brands. All of it stays in memory.
    #[cfg(not(target_arch = "wasm32"))]
    #[doc(hidden)]
    pub fn repeated(times: usize) -> &'static Self {
        let whole = Self::bundled();
        let copies = (1..times).flat_map(|copy| {
            whole.causes.iter().map(move |cause| Cause {
                slug: format!("{}-{copy}", cause.slug).leak(),
                name: format!("{} {copy}", cause.name).leak(),
                ..cause.clone()
            })
        });
        let causes: Vec<Cause> = whole.causes.iter().cloned().chain(copies).collect();
        Box::leak(Box::new(Self { causes: causes.leak(), ..whole.clone() }))
    }

    /// Adds what is read to [`Self::bundled`]. `false` if it is damaged or belongs to another
    /// version.
    pub fn complete(reading: Vec<u8>) -> bool {
        tables::complete(reading)
    }

    /// The file with what is read, to be published beside the program.
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn reading() -> &'static [u8] {
        tables::READING
    }

    /// Whether what is read has arrived.
    pub const fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// The number of causes, groups included.
    pub const fn cause_count(&self) -> usize {
        self.causes.len()
    }

    /// The ids of all causes, in the order of their names.
    pub fn cause_ids(&self) -> impl Iterator<Item = CauseId> + use<> {
        numbered(self.causes, CauseId::at).map(|(id, _)| id)
    }

    /// A cause.
    pub const fn cause(&self, id: CauseId) -> &'static Cause {
        &self.causes[id.index()]
    }

    /// The categories, in the order in which they are shown.
    pub fn categories(&self) -> impl Iterator<Item = (CategoryId, &'static Category)> + use<> {
        numbered(self.categories, CategoryId::at)
    }

    /// The subcategories of all categories, in the order in which they are shown.
    pub const fn subcategories(&self) -> &'static [Subcategory] {
        self.subcategories
    }

    /// A category.
    pub const fn category(&self, id: CategoryId) -> &'static Category {
        &self.categories[id.index()]
    }

    /// The divisions, in the order in which they are shown.
    pub fn divisions(&self) -> impl Iterator<Item = (DivisionId, &'static Division)> + use<> {
        numbered(self.divisions, DivisionId::at)
    }

    /// A division.
    pub const fn division(&self, id: DivisionId) -> &'static Division {
        &self.divisions[id.index()]
    }

    /// The topics of one kind, in their own order.
    pub fn topics(&self, kind: Kind) -> impl Iterator<Item = (TopicId, &'static Topic)> + use<> {
        self.all_topics().filter(move |(_, topic)| topic.kind == kind)
    }

    /// All topics, those of one kind together.
    pub fn all_topics(&self) -> impl Iterator<Item = (TopicId, &'static Topic)> + use<> {
        numbered(self.topics, TopicId::at)
    }

    /// The name of the entry that a link leads to.
    pub const fn name_of(&self, link: Link) -> &'static str {
        match link {
            Link::Cause(id) => self.cause(id).name,
            Link::Category(id) => self.category(id).name,
            Link::Topic(id) => self.topic(id).name,
        }
    }

    /// Whether another entry has the same name, words explained aside.
    pub fn shares_name(&self, link: Link) -> bool {
        let name = self.name_of(link);
        let causes = self.causes.iter().map(|cause| cause.name);
        let topics = self.topics.iter().filter(|topic| topic.kind != Kind::Glossary);
        causes.chain(topics.map(|topic| topic.name)).filter(|it| *it == name).count() > 1
    }

    /// The topics of these kinds in the order of a page: by kind, then by group; within a group in
    /// their own order.
    pub fn in_sections(
        &self,
        kinds: &'static [Kind],
    ) -> impl Iterator<Item = (TopicId, &'static Topic)> + use<> {
        let topics = self.topics;
        kinds.iter().flat_map(move |kind| {
            let of_kind =
                numbered(topics, TopicId::at).filter(move |(_, topic)| topic.kind == *kind);
            let mut of_kind: Vec<_> = of_kind.collect();
            // Stable: each group keeps its own order.
            sorted::sort_by_key(&mut of_kind, |(_, topic)| topic.section);
            of_kind
        })
    }

    /// A topic.
    pub const fn topic(&self, id: TopicId) -> &'static Topic {
        &self.topics[id.index()]
    }

    /// The topic of one of these kinds with this slug.
    pub fn find_topic(&self, kinds: &[Kind], slug: &str) -> Option<TopicId> {
        let mut topics = self.all_topics().filter(|(_, topic)| kinds.contains(&topic.kind));
        topics.find(|(_, topic)| topic.slug == slug).map(|(id, _)| id)
    }

    /// A group of topics.
    pub const fn section(&self, id: SectionId) -> &'static Section {
        &self.sections[id.index()]
    }

    /// The groups of topics of one kind, in the order in which they are shown.
    pub fn sections(
        &self,
        of: Kind,
    ) -> impl Iterator<Item = (SectionId, &'static Section)> + use<> {
        numbered(self.sections, SectionId::at).filter(move |(_, group)| group.of == of)
    }

    /// The terms of the Human Phenotype Ontology; the first call unpacks them.
    pub fn ontology(&self) -> &'static Ontology {
        self.ontology
    }

    /// A term of the Human Phenotype Ontology.
    pub fn term(&self, id: TermId) -> &'static Term {
        self.ontology().term(id)
    }

    /// The annotated diseases, in the order of their first numbers in the import. Each is a cause,
    /// or part of one: see [`Cause::annotated`].
    pub const fn annotated_diseases(&self) -> &'static [AnnotatedDisease] {
        self.annotated_diseases
    }

    /// Every feature of patients with a cause, from a curator or from the annotations; a feature
    /// that both name comes twice.
    pub fn features_of(&self, cause: &'static Cause) -> impl Iterator<Item = TermId> {
        let annotations = cause.annotated.iter().flat_map(|rare| self.annotations(rare));
        let annotated = annotations.filter(|annotation| !annotation.absent);
        let curated = cause.features.values.iter().map(|found| found.term);
        curated.chain(annotated.map(|annotation| annotation.found.term))
    }

    /// Whether genes, inheritance and onset apply to this cause. They do not apply to a medicine,
    /// so they never count as *not recorded* there.
    pub const fn may_be_inherited(&self, cause: &Cause) -> bool {
        !self.division(cause.division).acquired
    }

    /// The features that were found in patients with a rare disease, or looked for, in the order of
    /// the terms. The first call unpacks the annotations of all diseases.
    pub fn annotations(&self, of: &AnnotatedDisease) -> &'static [Annotation] {
        let (first, count) = of.annotations;
        &self.annotations[usize::from(first)..usize::from(first) + usize::from(count)]
    }

    /// The sources of the annotations of these rare diseases: their features, inheritance, onset
    /// and course. Empty without a disease.
    pub fn claims_of_annotations(&self, of: &[&AnnotatedDisease]) -> &'static [Claim] {
        let (release, later) = self.claims_of_annotations.split_at(1);
        match (
            of.iter().any(|disease| !self.is_of_later_release(disease)),
            of.iter().any(|disease| self.is_of_later_release(disease)),
        ) {
            (false, false) => &[],
            (true, false) => release,
            (false, true) => later,
            (true, true) => self.claims_of_annotations,
        }
    }

    /// Whether the annotations of a disease come from a later release than the ontology. That
    /// release could not be had whole, so how often a feature is found is not said.
    pub fn is_of_later_release(&self, disease: &AnnotatedDisease) -> bool {
        disease.release != self.hpo_release
    }

    /// The source of the genes of these rare diseases; empty if no gene is linked with any.
    pub fn claims_of_genes(&self, of: &[&AnnotatedDisease]) -> &'static [Claim] {
        let has_genes = of.iter().any(|disease| disease.genes().next().is_some());
        if has_genes { self.claims_of_genes } else { &[] }
    }

    /// The brands and other names of a cause that is a medicine; empty if none is known.
    pub fn medicine_names(&self, id: CauseId) -> MedicineNames {
        let at = self.medicine_names.binary_search_by_key(&id, |(cause, _)| *cause);
        at.map_or_else(|_| MedicineNames::default(), |at| self.medicine_names[at].1)
    }

    /// The former and other symbols of a gene; empty if none is known.
    pub fn gene_symbols(&self, gene: &str) -> GeneSymbols {
        let at = self.gene_symbols.binary_search_by_key(&gene, |(symbol, _)| *symbol);
        at.map_or_else(|_| GeneSymbols::default(), |at| self.gene_symbols[at].1)
    }

    /// Whether a folded word is the name of a medicine, a substance or a gene that no entry has.
    /// One word in some 250 that is no name at all passes for one.
    pub fn is_other_name(&self, word: &str) -> bool {
        self.other_names.contains(word)
    }

    /// The classes to which a medicine belongs by the stem of its name.
    pub fn classes_of(&self, name: &str) -> impl Iterator<Item = &'static MedicineClass> {
        self.medicine_classes.iter().filter(move |class| class.has(name))
    }

    /// How people speak: phrases, spellings and words that say nothing.
    pub fn language(&self) -> &'static Language {
        self.language
    }

    /// All exposures and situations.
    pub fn contexts(&self) -> impl Iterator<Item = (ContextId, &'static Context)> + use<> {
        numbered(self.contexts, ContextId::at)
    }

    /// The number of topics.
    pub const fn topic_count(&self) -> usize {
        self.topics.len()
    }

    /// An exposure or situation.
    pub const fn context(&self, id: ContextId) -> &'static Context {
        &self.contexts[id.index()]
    }

    /// A source.
    pub const fn source(&self, id: SourceId) -> &'static Source {
        &self.sources[id.index()]
    }

    /// The ids of all sources.
    pub fn source_ids(&self) -> impl Iterator<Item = SourceId> + use<> {
        numbered(self.sources, SourceId::at).map(|(id, _)| id)
    }

    /// All sources, cited or not.
    pub const fn sources(&self) -> &'static [Source] {
        self.sources
    }

    /// The words with which people describe entries, in order; none before what is read has come.
    pub const fn described(&self) -> &'static [Described] {
        self.described
    }

    /// The references that web texts name but that could not be verified.
    pub const fn unverified(&self) -> &'static [Unverified] {
        self.unverified
    }

    /// The slugs that were once in use.
    pub const fn retired(&self) -> &'static [Retired] {
        self.retired
    }

    /// What a slug in an address leads to; `None` for one that never existed. A registry number
    /// such as `omim-254780` leads to the cause that has it, so the address of an imported disease
    /// still works after a curator rewrites or merges the disease.
    pub fn find(&self, slug: &str) -> Option<Lookup> {
        let cause = self.cause_ids().find(|id| self.cause(*id).slug == slug).map(Lookup::Cause);
        cause
            .or_else(|| self.retired.iter().find(|it| it.slug == slug).map(Lookup::Retired))
            .or_else(|| self.numbered(slug).map(Lookup::Cause))
    }

    /// The cause with this registry number, written like `omim-254780`.
    fn numbered(&self, slug: &str) -> Option<CauseId> {
        let id = RegistryId::from_slug(slug)?.to_string();
        self.cause_ids().find(|cause| self.cause(*cause).same_as.contains(&id.as_str()))
    }
}

impl Weights {
    /// The weights, once what is read has come.
    pub fn bundled() -> &'static Self {
        &Catalogue::bundled().weights
    }
}

/// The rows of a table with their ids.
fn numbered<T: 'static, Id>(
    table: &'static [T],
    id: fn(usize) -> Id,
) -> impl Iterator<Item = (Id, &'static T)> {
    table.iter().enumerate().map(move |(position, row)| (id(position), row))
}
